//! Text and nothing else: spans, both sides, tokens with comparison keys, columns and wrapping.
//!
//! The lowest layer: it knows neither articles nor quotations.
//! Invariants: a [`Span`] lies on character boundaries; tokens tile the span
//! they were made from; a [`Key`] is compared, never shown.

pub(crate) mod id;
mod key;
mod mark;
pub mod nearest;
mod overlap;
mod pair;
mod shorten;
mod sign;
mod span;
mod token;
pub mod visible;
pub mod width;
pub mod wrap;

pub(crate) use key::doubles_its_s;
pub use key::{Key, Vocabulary, lower};
pub use overlap::SpanIndex;
pub use pair::{Pair, Side};
pub use shorten::shortened;
pub(crate) use sign::is_minus;
pub use span::Span;
pub use token::{Token, tokenize};
