//! Numbers, sums, dates and names: what differs, and what one article alone states.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::difference::{Bound, Fact, FactKind, FactState, FactValue};
use crate::text::{Pair, Side, Span};

/// The facts, sorted by whether both sides agree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facts<'a> {
    /// Those that both sides state differently, in the order of the beads.
    pub altered: Vec<&'a Fact>,
    /// What only the article of that side states anywhere, kind by kind.
    pub alone: Pair<Vec<LoneFact>>,
    /// How many both sides state alike.
    pub same: usize,
}

/// A value that only one article states, with all of its places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoneFact {
    /// What sort of fact it is.
    pub kind: FactKind,
    /// The words that state it first.
    pub span: Span,
    /// The beads that state it, in order; one that states it twice stands there twice.
    pub beads: Vec<BeadId>,
}

/// The facts of both articles.
pub fn facts(comparison: &Comparison) -> Facts<'_> {
    let of = |state: FactState| comparison.facts.iter().filter(move |fact| fact.state == state);
    Facts {
        altered: of(FactState::Altered).collect(),
        alone: Pair::from_fn(|side| alone(comparison, side)),
        same: of(FactState::Same).count(),
    }
}

/// What only the article of that side states, each value once with all its places.
///
/// A name that one sentence lacks and the other article has elsewhere is not missing.
fn alone(comparison: &Comparison, side: Side) -> Vec<LoneFact> {
    let across = comparison.facts.iter().filter_map(|fact| {
        fact.mentions[side.other()].as_ref().map(|mention| (fact.kind, mention.meaning()))
    });
    let across: FxHashSet<(FactKind, (Bound, &FactValue))> = across.collect();
    let mut stated: Vec<LoneFact> = Vec::new();
    let mut places: FxHashMap<(FactKind, (Bound, &FactValue)), usize> = FxHashMap::default();
    for fact in comparison.facts.iter().filter(|fact| is_lone(fact.state)) {
        let Some(mention) = &fact.mentions[side] else { continue };
        let value = (fact.kind, mention.meaning());
        if across.contains(&value) {
            continue;
        }
        let at = *places.entry(value).or_insert_with(|| {
            stated.push(LoneFact { kind: fact.kind, span: mention.span, beads: Vec::new() });
            stated.len() - 1
        });
        stated[at].beads.push(fact.bead);
    }
    stated.sort_by_key(|fact| fact.kind);
    stated
}

fn is_lone(state: FactState) -> bool {
    match state {
        FactState::LeftOnly | FactState::RightOnly => true,
        FactState::Same | FactState::Altered => false,
    }
}
