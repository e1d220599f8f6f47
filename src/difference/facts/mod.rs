//! Facts: numbers, sums, dates, names with their values, side by side.
//!
//! Equal values written otherwise are the same: 12 and twelve, 65% and 65 per
//! cent, Nov. 8 and 8 November, Danang and Da Nang. Readers find the values ([`date`], [`figure`], [`name`]),
//! [`bound`] the words that bound them or join them to ranges; [`pair`] decides which facts of a bead are the
//! same and which are altered, by their values, their place, or the words around them; [`whole`] looks in the rest
//! of the other article for a fact that a bead has on one side only.
//! Invariants: the spans of a bead's facts are in its sentences, except where [`whole`] found one of them elsewhere;
//! before that, every mention is in exactly one fact; swapping the sides mirrors the facts.

mod bound;
mod date;
mod exchange;
mod fact;
mod figure;
mod frame;
mod kind;
mod lookup;
mod mixed;
mod name;
mod numeral;
mod pair;
mod quantity;
mod scan;
pub(super) mod spelling;
mod stated;
mod value;
mod whole;
mod words;

pub(super) use fact::kept_in_place;
pub use fact::{Exchange, Fact, FactMention};
pub use kind::{Bound, FactKind, FactState, Scope};
pub use quantity::Quantity;
pub use value::{Date, DateForm, FactValue, Name, Time};
pub use whole::over_whole_text;

use super::Edit;
use crate::alignment::{BeadId, Group};
use crate::annotated::Annotated;
use crate::text::Pair;
use crate::words::Vocabulary;
use name::Names;
use stated::Stated;
use words::Word;

/// The facts of all beads, in the order of the beads, then of the left, then of the right.
///
/// `edits` are those of each bead: only values in one place on both sides are altered.
pub fn facts(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    groups: &[Group],
    edits: &[Vec<Edit>],
) -> Vec<Fact> {
    let listed = words::listed(sides, vocabulary);
    let words: Pair<Vec<Vec<Word<'_>>>> = Pair::from_fn(|side| {
        let ids = sides[side].sentences.iter().map(|(id, _)| id);
        ids.map(|id| words::words(sides[side], vocabulary, &listed[side], id)).collect()
    });
    let names = Names::new(&words, vocabulary);
    let written = Pair::from_fn(|side| date::written(sides[side], &words[side]));
    let mut found = Vec::new();
    for (at, (group, edits)) in groups.iter().zip(edits).enumerate() {
        let mut stated = Pair::from_fn(|side| {
            let mut stated = Stated::default();
            for &sentence in &group.sentences[side] {
                let words = &words[side][sentence.index()];
                stated.add(words, scan::mentions(words, side, &names));
            }
            for mention in &mut stated.mentions {
                if let FactValue::Date(date) = &mut mention.value {
                    date::place(date, written[side], written[side].or(written[side.other()]));
                }
            }
            stated
        });
        if scan::has_same_words(&stated) {
            scan::share(&mut stated);
        } else {
            scan::add_by_position(&mut stated, edits, &names);
            bound::merge_ranges(&mut stated);
        }
        found.extend(pair::facts(BeadId::new(at), &stated, edits));
    }
    found
}

#[cfg(test)]
mod tests;
