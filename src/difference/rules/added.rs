//! A sentence that only the right has, and who says so.
//!
//! What a rewrite adds must come from somewhere: a sentence without *said* or
//! *according to* is the outlet’s own word, or the writer’s memory.

use super::omitted::lone;
use super::{Evidence, Found, Rule};
use crate::difference::DifferenceKind;
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "added",
    doc: "A sentence that only the right has; where nobody is named for it, that is said.",
    kinds: &[DifferenceKind::Added],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    lone(evidence, found, &RULE, DifferenceKind::Added, Side::Right);
}
