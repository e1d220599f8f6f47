//! Facts: where each side states a value, and whether both agree.

use std::fmt;

use super::kind::{Bound, FactKind, FactState, Scope};
use super::value::{FactValue, Hint};
use crate::alignment::BeadId;
use crate::difference::Edit;
use crate::text::{Pair, Span};
use crate::words::Key;

/// A fact of one side or both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Its bead.
    pub bead: BeadId,
    /// What sort of fact it is.
    pub kind: FactKind,
    /// Where each side states it.
    pub mentions: Pair<Option<FactMention>>,
    /// Whether both sides agree.
    pub state: FactState,
    /// Where the mentions were found: within the bead, or one of them in the rest of its article.
    pub scope: Scope,
    /// The exchange that it is part of, if values of the bead changed places.
    pub exchange: Option<Exchange>,
}

impl Fact {
    /// Its mentions, where both sides state it.
    pub(in crate::difference) fn both(&self) -> Option<Pair<&FactMention>> {
        self.mentions.as_ref().map(Option::as_ref).both()
    }
}

/// Values that changed places in a bead: each is altered and fills the place of another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exchange {
    /// Which of the bead’s exchanges.
    pub group: usize,
    /// Whether no word around the values differs.
    pub is_sure: bool,
}

/// The words that state a fact, and what they mean. Reports write both as one value: `≥40`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactMention {
    /// The words.
    pub span: Span,
    /// How the words bound the value: *at least 40*.
    pub bound: Bound,
    /// The value without its bound.
    pub value: FactValue,
    /// The words with those of the bound: *more than 40*.
    pub(super) reach: Span,
    /// The noun after a count, unless it is a common word.
    pub(super) unit: Hint<Noun>,
}

/// The noun after a count. Keys are numbered in the order in which words are read, left first, so they are not printed:
/// a swapped comparison prints the same.
#[derive(Clone, Copy)]
pub(super) struct Noun(pub(super) Option<Key>);

impl fmt::Debug for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Noun")
    }
}

impl FactMention {
    /// The value with its bound; two mentions that share it state the same.
    pub fn meaning(&self) -> (Bound, &FactValue) {
        (self.bound, &self.value)
    }

    /// Whether a mention in another sentence states the same: not the same count of other things, and no
    /// namesake.
    pub(super) fn states_the_same(&self, other: &FactMention) -> bool {
        let units = self.unit.0.0.zip(other.unit.0.0);
        !self.bound.differs(other.bound)
            && units.is_none_or(|(own, other)| own == other)
            && self.value.agrees_in_full(&other.value)
    }

    /// Whether a mention in another sentence has the same figure of the same thing with another bound:
    /// *$250,000* and *more than $250,000*.
    pub(super) fn differs_in_bound(&self, other: &FactMention) -> bool {
        let units = Pair::new(self.unit.0.0, other.unit.0.0);
        let is_same_thing = match self.value.kind() {
            FactKind::Money | FactKind::Percent => true,
            FactKind::Number => units.left.is_some() && units.left == units.right,
            FactKind::Date | FactKind::Time | FactKind::Name | FactKind::Title | FactKind::Place => false,
        };
        is_same_thing && self.bound.differs(other.bound) && self.value.agrees(&other.value)
    }
}

impl fmt::Display for FactMention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.bound.sign(), self.value)
    }
}

/// The facts that both sides state alike: values in the same place, where some edit has words of
/// both mentions, and names anywhere.
pub(in crate::difference) fn kept_in_place<'a>(facts: &'a [Fact], edits: &[Edit]) -> Vec<&'a Fact> {
    let shared: Vec<Pair<Span>> = edits.iter().filter_map(|edit| edit.spans.both()).collect();
    let is_kept = |fact: &&Fact| {
        let Some(mentions) = fact.both() else { return false };
        let (left, right) = (mentions.left.span, mentions.right.span);
        let first = shared.partition_point(|spans| spans.left.end() <= left.start());
        let mut touched = shared[first..].iter().take_while(|spans| spans.left.start() < left.end());
        let is_kept = fact.kind.is_name() || touched.any(|spans| spans.right.overlaps(right));
        fact.state == FactState::Same && is_kept
    };
    facts.iter().filter(is_kept).collect()
}
