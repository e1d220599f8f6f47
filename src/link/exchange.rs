//! Values that changed places inside a sentence of a quotation: *from 5 to 7*, *from 7 to 5*.
//!
//! Both sides have the same numbers and dates, so no value is missing, yet each has the role
//! of another. A list in another order has no roles, and a value that moved with its own
//! words keeps its role. Exchanging the sides gives the same answer.

use crate::text::{Pair, Side};
use crate::words::Key;

use super::cues::{PRONOUN_LIKE, is_date, is_measure, numbers_of};
use super::gap::Gap;
use super::linking::Case;
use super::units::{ArticleUnits, Unit};
use crate::lexicon::WordClass;

/// Which gaps of a sentence hold a value that changed places with another.
pub(super) fn exchanged(case: &Case, group: &[Gap]) -> Vec<bool> {
    let own = |side: Side, gap: &Gap| {
        gap.words[side].iter().flat_map(|unit| values(&case.words[side], *unit)).collect()
    };
    let values: Vec<Pair<Vec<String>>> =
        group.iter().map(|gap| Pair::from_fn(|side| own(side, gap))).collect();
    let all = Pair::from_fn(|side: Side| {
        let mut all: Vec<&String> = values.iter().flat_map(|gap| &gap[side]).collect();
        all.sort_unstable();
        all
    });
    let is_exchanged = !all.left.is_empty()
        && all.left == all.right
        && keeps_its_words(case, group)
        && !is_list(case, group);
    values.iter().map(|gap| is_exchanged && gap.left != gap.right).collect()
}

/// The numbers of a word, or the date that it is.
fn values(words: &ArticleUnits, unit: Unit) -> Vec<String> {
    let folded = words.folded(unit);
    if is_date(words.lexicon(), folded) { vec![folded.to_owned()] } else { numbers_of(words, unit) }
}

/// The words of the gaps that are no values.
fn others(case: &Case, side: Side, group: &[Gap]) -> Vec<Unit> {
    let words = group.iter().flat_map(|gap| &gap.words[side]);
    words.filter(|unit| values(&case.words[side], **unit).is_empty()).copied().collect()
}

/// Whether nothing else moved but small words and units of measure: *12 to 9*, but not *5 in Dorn
/// and 7 in Lund*.
fn keeps_its_words(case: &Case, group: &[Gap]) -> bool {
    let others = Pair::from_fn(|side| others(case, side, group));
    let keys = others.as_ref().map(|units| {
        let mut keys: Vec<Key> = units.iter().map(|unit| unit.key).collect();
        keys.sort_unstable();
        keys
    });
    let words = &case.words.left;
    let is_small = |unit: &Unit| {
        is_measure(words.lexicon(), words.folded(*unit))
            || !unit.is_content() && !words.is(*unit, PRONOUN_LIKE)
    };
    keys.left == keys.right && others.left.iter().all(is_small)
}

/// Whether only *and* or *or* joins the values: *on Monday and Friday*, *on Monday and on Friday*.
fn is_list(case: &Case, group: &[Gap]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let (words, units) = (&case.words.left, case.units().left);
    let unit = |at: usize| units[case.matches[at].left];
    let kept = (first.at..last.at).map(unit).filter(|unit| values(words, *unit).is_empty());
    let between: Vec<Unit> = kept.chain(others(case, Side::Left, group)).collect();
    let before = first.at.checked_sub(1).map(|at| unit(at).key);
    let joins = |unit: &Unit| words.is(*unit, WordClass::List);
    between.iter().any(joins) && between.iter().all(|unit| joins(unit) || Some(unit.key) == before)
}
