//! Words: how a text is split into tokens, and what makes two words the same.
//!
//! The lists of the language decide which spellings are one word.
//! Invariants: tokens tile the span they were made from; a [`Key`] is compared, never shown.

mod key;
mod same;
mod token;

pub(crate) use key::doubles_its_s;
pub use key::{Key, Vocabulary};
pub(crate) use same::same_words;
pub use token::{Token, tokenize};
