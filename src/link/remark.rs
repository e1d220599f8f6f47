//! Remarks in brackets: what an editor may put in for the speaker's words.
//!
//! `[Brandt]` for *he* and a mere `[the visit]` leave a quotation the
//! same; `[not]`, `[12]`, `[is]` for *was* and `[Brandt]` for *Orlov* alter it. Only what is
//! listed here is the same: what is doubtful is altered.

use crate::lexicon::WordClass;
use crate::text::{Pair, Side};

use super::alike::is_spelled_alike;
use super::cues::{PRONOUN_LIKE, Spelled, TITLE, is_stand_in, numbers, spelled_out};
use super::units::{ArticleUnits, Unit};

/// What a remark does to a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Remark {
    /// It says what was meant.
    Explains,
    /// It says something else.
    Alters,
}

/// The most words that a remark in brackets replaces.
const REPLACED: usize = 2;

/// What the remarks of a gap do; none where there are none, or where they replace a whole clause.
pub(super) fn weigh(words: &Pair<ArticleUnits>, units: &Pair<Vec<Unit>>) -> Option<Remark> {
    let remarks = units
        .as_ref()
        .map(|units| units.iter().filter(|unit| !unit.is_required()).copied().collect::<Vec<_>>());
    let counts = Pair::from_fn(|side| units[side].len() - remarks[side].len());
    let explains = match (remarks.left.is_empty(), remarks.right.is_empty()) {
        // [the mayor] and [the council]: two remarks that are not one
        (false, false) if counts == Pair::new(0, 0) => is_spelled_alike(words, &remarks),
        (true, true) | (false, false) => return None,
        (is_right, _) => {
            let side = if is_right { Side::Right } else { Side::Left };
            let replaced = &units[side.other()];
            if counts[side] > 0 || replaced.len() > REPLACED {
                return None;
            }
            explains(words, side, &remarks[side], replaced)
        }
    };
    Some(if explains { Remark::Explains } else { Remark::Alters })
}

/// Whether a remark leaves the sense: one that replaces no word (*(sic)*, `[in 2014]`, not `[not]` or `[12]`),
/// or pronouns, or a noun phrase that it has words of or the name for.
fn explains(words: &Pair<ArticleUnits>, side: Side, remark: &[Unit], replaced: &[Unit]) -> bool {
    let (own, across) = (&words[side], &words[side.other()]);
    let (put_in, lost) = (spelled_out(own, remark), spelled_out(across, replaced));
    let counts = |words: &ArticleUnits, word: &Spelled| !numbers(words.lexicon(), word.folded).is_empty();
    let turns = |word: &Spelled| word.is_negation() || word.is(WordClass::Modality);
    // *I’ll* is not [Brandt]: the *will* is lost
    if put_in.iter().any(turns)
        || put_in.iter().all(|word| counts(own, word))
        || lost.iter().any(|word| turns(word) || counts(across, word))
    {
        return false;
    }
    let is_name = remark.iter().any(|unit| own.is_capitalized(*unit));
    let is_replaced = |unit: &Unit| {
        across.is(*unit, PRONOUN_LIKE)
            || is_stand_in(across, *unit)
            || is_name && across.is(*unit, TITLE) && !across.is_capitalized(*unit)
            || remark.iter().any(|own| own.key == unit.key)
    };
    // *[expletive]* for any word
    put_in.iter().any(|word| word.is(WordClass::Oath)) || replaced.iter().all(is_replaced)
}
