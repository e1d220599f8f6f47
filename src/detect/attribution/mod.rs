//! Who said it: ordered, named rules around each marked piece.
//!
//! The first rule that fires wins, from the surest place (next to the marks) to
//! the least sure (the subject of the sentence before). A quotation keeps its name and whether
//! it is strong: nothing louder than a prompt may rest on a weak one.

mod after;
mod before;
mod carry;
mod label;
mod nearby;
mod place;
mod unsaid;

pub(super) use before::cited_speaker;
pub(super) use carry::attribute;
pub(super) use label::{heading, is_age};
pub(crate) use place::PREVIOUS_SPEAKER;
pub(super) use place::{Found, Rule};
