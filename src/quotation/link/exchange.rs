//! Values that changed places inside a sentence of a quotation: *from 5 to 7*, *from 7 to 5*.
//!
//! Both sides have the same numbers and dates, so no value is missing, yet each has the role
//! of another. A list in another order has no roles, and a value that moved with its own
//! words keeps its role. Exchanging the sides gives the same answer.

use crate::text::{Key, Pair, Side};

use super::alarm::numbers_of;
use super::cues::{is_date, is_joint, is_measure, is_pronoun_like};
use super::draft::{Draft, Tie};
use super::stretch::Gap;
use super::words::Unit;

/// Which gaps of a sentence hold a value that changed places with another.
pub(super) fn exchanged(draft: &Draft, tie: &Tie, group: &[Gap]) -> Vec<bool> {
    let values =
        |side: Side, gap: &Gap| gap.words[side].iter().flat_map(|unit| value(draft, side, *unit)).collect();
    let values: Vec<Pair<Vec<String>>> =
        group.iter().map(|gap| Pair::from_fn(|side| values(side, gap))).collect();
    let all = Pair::from_fn(|side: Side| {
        let mut all: Vec<&String> = values.iter().flat_map(|gap| &gap[side]).collect();
        all.sort_unstable();
        all
    });
    let is_kept = !all.left.is_empty() && all.left == all.right;
    if !is_kept || !keeps_its_words(draft, group) || is_list(draft, tie, group) {
        return vec![false; group.len()];
    }
    values.iter().map(|gap| gap.left != gap.right).collect()
}

/// The numbers of a word, or the date that it is.
fn value(draft: &Draft, side: Side, unit: Unit) -> Vec<String> {
    let folded = draft.vocabulary.folded(unit.key);
    if is_date(draft.words[side].lexicon(), folded) {
        return vec![folded.to_owned()];
    }
    numbers_of(draft, side, unit)
}

/// The words of the gaps that are no values.
fn others(draft: &Draft, side: Side, group: &[Gap]) -> Vec<Unit> {
    let words = group.iter().flat_map(|gap| gap.words[side].iter().copied());
    words.filter(|unit| value(draft, side, *unit).is_empty()).collect()
}

/// Whether nothing else moved but small words and units of measure: *12 to 9*, but not *5 in Dorn
/// and 7 in Lund*.
fn keeps_its_words(draft: &Draft, group: &[Gap]) -> bool {
    let keys = Pair::from_fn(|side| {
        let mut keys: Vec<Key> = others(draft, side, group).iter().map(|unit| unit.key).collect();
        keys.sort_unstable();
        keys
    });
    let lexicon = draft.words.left.lexicon();
    keys.left == keys.right
        && others(draft, Side::Left, group).iter().all(|unit| {
            let folded = draft.vocabulary.folded(unit.key);
            let is_small = !unit.is_content() && !is_pronoun_like(lexicon, folded);
            is_small || is_measure(lexicon, folded)
        })
}

/// Whether only *and* or *or* joins the values: *on Monday and Friday*, *on Monday and on Friday*.
fn is_list(draft: &Draft, tie: &Tie, group: &[Gap]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let units = &draft.pieces.left[tie.pieces.left].units;
    let between = tie.matches.get(first.at..last.at).unwrap_or_default().iter().map(|(left, _)| units[*left]);
    let joints: Vec<Unit> = between
        .chain(others(draft, Side::Left, group))
        .filter(|unit| value(draft, Side::Left, *unit).is_empty())
        .collect();
    let before = first.at.checked_sub(1).and_then(|at| tie.matches.get(at)).map(|(left, _)| units[*left].key);
    let lexicon = draft.words.left.lexicon();
    let is_joint = |unit: &Unit| is_joint(lexicon, draft.vocabulary.folded(unit.key));
    joints.iter().any(is_joint) && joints.iter().all(|unit| is_joint(unit) || Some(unit.key) == before)
}
