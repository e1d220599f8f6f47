//! Remarks in brackets: what an editor may put in for the speaker's words.
//!
//! Stands beside [`mod@super::stretch`], which asks of each gap between matches whether a
//! remark explains it. `[Brandt]` for *he* and a mere `[the visit]` leave a quotation the
//! same; `[not]`, `[12]`, `[is]` for *was* and `[Brandt]` for *Orlov* alter it. Only what is
//! listed here is the same: what is doubtful is altered.

use crate::text::{Pair, Side};

use super::alarm::spelled_out;
use super::alike::is_spelled_alike;
use super::cues::{is_modal, is_negation, is_number, is_oath, is_pronoun_like, is_stand_in, is_title};
use super::draft::Draft;
use super::words::{TAKEN, Unit};

/// What a remark does to a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Remark {
    /// It says what was meant.
    Explains,
    /// It says something else.
    Alters,
}

/// The most words that a remark in brackets stands for.
const REPLACED: usize = 2;

/// What the remarks of a gap do; none where there are none, or where they stand for a whole clause.
pub(super) fn weigh(draft: &Draft, units: &Pair<Vec<Unit>>) -> Option<Remark> {
    let remarks = units.as_ref().map(|units| filtered(units, |unit| !unit.is_required() && !unit.is(TAKEN)));
    let words = units.as_ref().map(|units| filtered(units, |unit| unit.is_required()));
    match (remarks.left.is_empty(), remarks.right.is_empty()) {
        (false, false) if words.left.is_empty() && words.right.is_empty() => {
            // [the mayor] and [the council]: two remarks that are not one
            let is_one = is_spelled_alike(draft, &remarks);
            Some(if is_one { Remark::Explains } else { Remark::Alters })
        }
        (true, true) | (false, false) => None,
        (is_right, _) => {
            let side = if is_right { Side::Right } else { Side::Left };
            let (own, other) = (&words[side], &words[side.other()]);
            if !own.is_empty() || other.len() > REPLACED {
                return None;
            }
            let explains = if other.is_empty() {
                is_aside(draft, side, &remarks[side])
            } else {
                stands_for(draft, side, &remarks[side], other)
            };
            Some(if explains { Remark::Explains } else { Remark::Alters })
        }
    }
}

fn filtered(units: &[Unit], is: impl Fn(&Unit) -> bool) -> Vec<Unit> {
    units.iter().copied().filter(is).collect()
}

/// Whether a remark that stands for no word leaves the sense: *(sic)*, `[the visit]`, `[in 2014]`, not `[not]`.
fn is_aside(draft: &Draft, side: Side, remark: &[Unit]) -> bool {
    let lexicon = draft.words[side].lexicon();
    let words = spelled_out(draft, side, remark);
    let turns = |word: &&str| is_negation(lexicon, word) || is_modal(lexicon, word);
    !words.iter().any(turns) && !words.iter().all(|word| is_number(lexicon, word))
}

/// Whether a remark stands for pronouns, or for a noun phrase that it has words of or the name for.
fn stands_for(draft: &Draft, side: Side, remark: &[Unit], words: &[Unit]) -> bool {
    let across = side.other();
    let (own, other) = (draft.words[side].lexicon(), draft.words[across].lexicon());
    let put_in = spelled_out(draft, side, remark);
    let replaced = spelled_out(draft, across, words);
    let counts = |word: &&str| is_number(other, word);
    if replaced.iter().any(counts) || put_in.iter().all(|word| is_number(own, word)) {
        return false;
    }
    if put_in.iter().any(|word| is_oath(own, word)) {
        return !replaced.iter().any(|word| is_negation(other, word) || is_modal(other, word));
    }
    let turns = |lexicon, words: &[&str]| {
        words.iter().filter(|word| is_negation(lexicon, word) || is_modal(lexicon, word)).count()
    };
    // *I’ll* is not [Brandt]: the *will* is lost
    if turns(own, &put_in) > 0 || turns(other, &replaced) > 0 {
        return false;
    }
    let names = remark.iter().any(|unit| draft.words[side].is_capitalized(*unit));
    words.iter().all(|unit| {
        let folded = draft.vocabulary.folded(unit.key);
        is_pronoun_like(other, folded)
            || is_stand_in(other, folded)
            || names && is_title(other, folded) && !draft.words[across].is_capitalized(*unit)
            || remark.iter().any(|own| own.key == unit.key)
    })
}
