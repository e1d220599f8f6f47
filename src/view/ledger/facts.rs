//! Numbers, sums, dates and names: those that differ, and those that only one article states.

use rustc_hash::FxHashMap;

use super::context::Context;
use super::entry::{Body, Entry, EntrySign, Page, Words};
use crate::alignment::{BeadId, Reuse};
use crate::comparison::Comparison;
use crate::difference::{Bound, Fact, FactKind, FactState, FactValue};
use crate::text::{Pair, Side, Span};
use crate::view::{Mark, MarkSet, Sign, words};

/// The facts, sorted by whether both sides agree.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facts<'a> {
    /// Those that both sides state differently, in the order of the beads.
    pub altered: Vec<&'a Fact>,
    /// Those that only one article states, by side, sorted by kind.
    pub alone: Pair<Vec<LoneFact>>,
    /// How many both sides state with equal values.
    pub same: usize,
}

/// A value that only one article states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoneFact {
    /// The kind of fact.
    pub kind: FactKind,
    /// The first words that state it.
    pub span: Span,
    /// The beads that state it, each once, in order.
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

/// The values that only the article of that side states, each once with all its beads.
fn alone(comparison: &Comparison, side: Side) -> Vec<LoneFact> {
    let mut stated: Vec<LoneFact> = Vec::new();
    let mut places: FxHashMap<(FactKind, (Bound, &FactValue)), usize> = FxHashMap::default();
    let alone = [FactState::LeftOnly, FactState::RightOnly];
    for fact in comparison.facts.iter().filter(|fact| alone.contains(&fact.state)) {
        let Some(mention) = &fact.mentions[side] else { continue };
        let value = (fact.kind, mention.meaning());
        let at = *places.entry(value).or_insert_with(|| {
            stated.push(LoneFact { kind: fact.kind, span: mention.span, beads: Vec::new() });
            stated.len() - 1
        });
        if stated[at].beads.last() != Some(&fact.bead) {
            stated[at].beads.push(fact.bead);
        }
    }
    stated.sort_by_key(|fact| fact.kind);
    stated
}

/// The facts that differ, then those of one article only.
pub(super) fn page(context: &Context<'_>) -> Page {
    let facts = facts(context.comparison);
    let alike = format!("{} stated alike on both sides", facts.same);
    let note = match facts.altered.len() {
        0 if facts.same == 0 => "no number, date or name was found in both articles".to_owned(),
        0 => format!("{alike}; none differs in sentences that are paired"),
        count => format!("{count} differ; {alike}"),
    };
    let mut entries: Vec<Entry> = facts.altered.iter().map(|fact| altered(context, fact)).collect();
    for (side, alone) in facts.alone.as_ref().sides() {
        entries.extend(alone.iter().map(|fact| lone(context, side, fact)));
    }
    Page { note, nothing: "Every number, date and name agrees.".to_owned(), entries }
}

fn altered(context: &Context<'_>, fact: &Fact) -> Entry {
    let stated = |side: Side| {
        let mention = fact.mentions[side].as_ref();
        let marks = MarkSet::EMPTY.with(Mark::AlteredWord);
        mention.map_or_else(Words::default, |mention| context.excerpt(side, mention.span, marks))
    };
    Entry {
        target: context.bead(fact.bead, Side::Left),
        sign: EntrySign::Alarm,
        body: Body::Both(Pair::from_fn(stated)),
        ..Entry::plain(fact.kind.name(), "differs".to_owned())
    }
}

fn lone(context: &Context<'_>, side: Side, fact: &LoneFact) -> Entry {
    let mut said = words::only(context.comparison, side);
    if fact.beads.len() > 1 {
        said = format!("{said}, {} times", fact.beads.len());
    }
    let stated = context.excerpt(side, fact.span, MarkSet::EMPTY.with(Mark::Differs));
    Entry {
        target: context.bead(fact.beads[0], side),
        sign: EntrySign::Row(Sign::of(Reuse::only(side), false)),
        body: Body::Both(Pair::only(side, stated).map(Option::unwrap_or_default)),
        ..Entry::plain(fact.kind.name(), said)
    }
}
