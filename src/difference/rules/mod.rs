//! The rules: one file a rule, and the registry of them.
//!
//! A rule reads what the earlier stages found and says what an editor should
//! stop at. It states its reason, an example from the newsroom, and its tests in
//! its own file. To add one, add a file and a line to [`RULES`].

use super::{Difference, DifferenceKind, Edit, Fact};
use crate::alignment::Alignment;
use crate::annotated::Annotated;
use crate::quotation::QuotationLink;
use crate::text::{Pair, Vocabulary};

/// What the rules read.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// Both articles.
    pub sides: Pair<&'a Annotated>,
    /// The words of both.
    pub vocabulary: &'a Vocabulary,
    /// Which sentences belong together.
    pub alignment: &'a Alignment,
    /// The edits of each bead, in the order of the beads.
    pub edits: &'a [Vec<Edit>],
    /// What became of each quotation.
    pub links: &'a [QuotationLink],
    /// The facts of all beads.
    pub facts: &'a [Fact],
}

/// A rule of the registry.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, as differences carry it.
    pub name: &'static str,
    /// What it looks for and why, in one sentence.
    pub doc: &'static str,
    /// The kinds it may report.
    pub kinds: &'static [DifferenceKind],
    /// Adds what it finds.
    pub find: fn(&Findings<'_>, &mut Vec<Difference>),
}

/// All rules, in the order in which they look.
pub const RULES: &[Rule] = &[];

/// Everything the rules find, in the order of the beads and of the text.
pub fn classify(findings: &Findings<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    for rule in RULES {
        (rule.find)(findings, &mut found);
    }
    found
}
