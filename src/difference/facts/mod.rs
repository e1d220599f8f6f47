//! Facts: numbers, sums, dates, names with their values, side by side.
//!
//! Equal values in other dress are the same: 12 and twelve, 65% and 65 per
//! cent, Nov. 8 and 8 November, Danang and Da Nang. Each kind has a file that
//! reads it; [`bound`], [`lasting`] and [`sign`] say what stands around a figure, [`calendar`] which
//! day a date is; [`pairing`] says which facts of a bead stand against each other, by
//! their values, their place, or the words around them ([`context`]).
//! Invariants: a fact's spans lie in its bead's sentences; every mention is in
//! exactly one fact; swapping the sides mirrors the facts.

mod bound;
mod calendar;
mod context;
mod date;
mod dress;
mod exchange;
mod fraction;
mod frame;
mod lasting;
mod money;
mod name;
mod number;
mod pairing;
mod percent;
mod place;
mod promoted;
mod quantity;
mod range;
mod scan;
mod sign;
pub(super) mod spelling;
mod time;
mod title;
mod twin;
mod value;
mod words;

pub use dress::settle_dress;

use super::Edit;
use crate::alignment::{Alignment, BeadId, Reuse};
use crate::annotated::Annotated;
use crate::text::{Pair, Span, Vocabulary};
use name::Names;
use value::Value;
use words::Word;

/// A fact of one side or both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// The bead it lies in.
    pub bead: BeadId,
    /// What sort of fact it is.
    pub kind: FactKind,
    /// Where each side states it.
    pub mentions: Pair<Option<FactMention>>,
    /// Whether both sides agree.
    pub state: FactState,
    /// The exchange that it is part of, where values of the bead changed places.
    pub exchange: Option<Exchange>,
}

/// Values that changed places in a bead: each is altered and fills the place of another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exchange {
    /// Which of the bead’s exchanges.
    pub group: usize,
    /// Whether no word around the values differs.
    pub is_sure: bool,
}

/// The facts that both sides state alike: values in the same place, where some edit has words of
/// both mentions, and names anywhere.
pub(super) fn kept_in_place<'a>(facts: &'a [Fact], edits: &[Edit]) -> Vec<&'a Fact> {
    let shared: Vec<Pair<Span>> = edits.iter().filter_map(|edit| edit.spans.both()).collect();
    let is_kept = |fact: &&Fact| {
        let Some(mentions) = fact.mentions.as_ref().map(Option::as_ref).both() else { return false };
        let (left, right) = (mentions.left.span, mentions.right.span);
        let first = shared.partition_point(|spans| spans.left.end() <= left.start());
        let mut touched = shared[first..].iter().take_while(|spans| spans.left.start() < left.end());
        let is_name = matches!(fact.kind, FactKind::Name | FactKind::Title | FactKind::Place);
        fact.state == FactState::Same && (is_name || touched.any(|spans| spans.right.overlaps(right)))
    };
    facts.iter().filter(is_kept).collect()
}

/// The words that state a fact, and what they come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactMention {
    /// The words.
    pub span: Span,
    /// The value in one form for all dresses: `12`, `USD 1200000`, `--11-08`.
    pub value: String,
}

/// What sort of fact it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactKind {
    /// A count or a measure.
    Number,
    /// A sum of money.
    Money,
    /// A share in hundredths.
    Percent,
    /// A day, month or year.
    Date,
    /// A time of day.
    Time,
    /// The name of a person or an organization.
    Name,
    /// An office or a role.
    Title,
    /// A place.
    Place,
}

impl FactKind {
    /// All kinds, in the order of the reports.
    pub const ALL: [FactKind; 8] = [
        FactKind::Number,
        FactKind::Money,
        FactKind::Percent,
        FactKind::Date,
        FactKind::Time,
        FactKind::Name,
        FactKind::Title,
        FactKind::Place,
    ];

    /// The name in JSON and messages.
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Money => "money",
            FactKind::Percent => "percent",
            FactKind::Date => "date",
            FactKind::Time => "time",
            FactKind::Name => "name",
            FactKind::Title => "title",
            FactKind::Place => "place",
        }
    }
}

/// Whether both sides state the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactState {
    /// The same value.
    Same,
    /// Another value.
    Altered,
    /// Only the left states it.
    LeftOnly,
    /// Only the right states it.
    RightOnly,
}

impl FactState {
    /// All states, in the order of the summary.
    pub const ALL: [FactState; 4] =
        [FactState::Same, FactState::Altered, FactState::LeftOnly, FactState::RightOnly];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            FactState::Same => "same",
            FactState::Altered => "altered",
            FactState::LeftOnly => "left-only",
            FactState::RightOnly => "right-only",
        }
    }
}

/// The facts of all beads, in the order of the beads, then of the left, then of the right.
///
/// `edits` are those of each bead: only what stands in one place on both sides is
/// called altered.
pub fn facts(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    alignment: &Alignment,
    edits: &[Vec<Edit>],
) -> Vec<Fact> {
    let listed = words::listed(sides, vocabulary);
    let words: Pair<Vec<Vec<Word<'_>>>> = Pair::from_fn(|side| {
        let ids = sides[side].sentences.iter().map(|(id, _)| id);
        ids.map(|id| words::words(sides[side], vocabulary, &listed[side], id)).collect()
    });
    let names = Names::new(&words, vocabulary);
    let written = Pair::from_fn(|side| calendar::written(sides[side], &words[side]));
    let mut found = Vec::new();
    for ((id, bead), edits) in alignment.iter().zip(edits) {
        let stated = Pair::from_fn(|side| {
            let mut stated = pairing::Stated::default();
            for &sentence in &bead.sentences[side] {
                let words = &words[side][sentence.index()];
                stated.mentions.extend(scan::mentions(words, side, &names));
                stated.words.extend(words);
            }
            for mention in &mut stated.mentions {
                if let Value::Date(date) = &mut mention.value {
                    calendar::placed(date, written[side], written[side].or(written[side.other()]));
                }
            }
            stated
        });
        let stated = match bead.reuse {
            Reuse::Identical | Reuse::Typography => twin::twinned(stated),
            Reuse::Edited | Reuse::Rewritten | Reuse::LeftOnly | Reuse::RightOnly => {
                range::settled(promoted::promote(stated, edits, &names))
            }
        };
        found.extend(pairing::pair(&stated, edits).into_iter().filter_map(|paired| fact(id, &paired)));
    }
    found
}

/// The fact of a pair of mentions.
fn fact(bead: BeadId, paired: &pairing::Paired<'_>) -> Option<Fact> {
    let &pairing::Paired { mentions, state, exchange } = paired;
    // of two sorts that of the later file, whichever side has it
    let kinds = [mentions.left, mentions.right].into_iter().flatten().map(|mention| mention.value.kind());
    let kind = kinds.max()?;
    // where nothing but the bound differs it is the bound that is shown
    let values = mentions.both().is_some_and(|both| both.left.value.agrees(&both.right.value));
    let shows_bound = values && state == FactState::Altered;
    let mention = |mention: &scan::Mention| FactMention {
        span: if shows_bound { mention.reach } else { mention.span },
        value: mention.text(),
    };
    Some(Fact { bead, kind, mentions: mentions.map(|side| side.map(mention)), state, exchange })
}

#[cfg(test)]
mod dresses;
#[cfg(test)]
mod tests;
