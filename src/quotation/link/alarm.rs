//! Edits inside a quotation that may turn its meaning.
//!
//! A quotation and its negation are 99 % alike. What is loud here is decided by
//! small closed word classes, after contractions are spelled out: *won’t* for
//! *will not* is an edit, but no alarm.

use crate::lexicon::{Lexicon, WordClass};
use crate::quotation::Alarm;
use crate::text::{Pair, Side};

use super::cues::{
    drawn_together, expanded, is_backshift, is_condition, is_first_person, is_hedge, is_measure, is_minus,
    is_modal, is_nameless, is_negation, is_pronoun_like, is_third_person, is_title, is_unless, is_unsigned,
    numbers,
};
use super::draft::{Draft, Tie};
use super::exchange::exchanged;
use super::judge::{Cut, End};
use super::stretch::Gap;
use super::words::{CLAUSE, OPTIONAL, PIECE, SENTENCE, Unit, Words};

/// A question asked of a word of one side.
type Is = fn(&Lexicon, &str) -> bool;

/// The most words of an edit in which a lost *not* or another *may* is sure to be one.
const LOCAL: usize = 10;

/// What the words of a gap turn.
#[derive(Clone, Debug, Default)]
pub(super) struct Turned {
    pub(super) alarms: Vec<Alarm>,
}

/// What the words of each gap turn, seen with the other gaps of its sentence: a *can* that
/// only moved turns nothing.
pub(super) fn turned(draft: &Draft, tie: &Tie, gaps: &[Gap]) -> Vec<Turned> {
    let mut found = vec![Turned::default(); gaps.len()];
    let mut start = 0;
    for group in gaps.chunk_by(|one, next| one.sentence == next.sentence) {
        let words: Vec<Pair<Vec<&str>>> = group
            .iter()
            .map(|gap| Pair::from_fn(|side| spelled_out(draft, side, &gap.words[side])))
            .collect();
        let turned = &mut found[start..start + group.len()];
        raise(draft, &words, turned, Alarm::Modal, is_modal);
        raise_negation(draft, &words, turned);
        raise_number(draft, tie, group, turned);
        raise_hedge(draft, &words, turned);
        raise_name(draft, group, turned);
        start += group.len();
        // what an end has lost is weighed for itself
        for (gap, turned) in group.iter().zip(turned) {
            if gap.is_end {
                turned.alarms.clear();
            }
        }
    }
    found
}

/// In a passage written anew, single words no longer answer each other.
fn is_local(words: &Pair<Vec<&str>>) -> bool {
    words.left.len().max(words.right.len()) <= LOCAL
}

/// Raises an alarm where words of a class stand that only one side has in the sentence.
fn raise(draft: &Draft, words: &[Pair<Vec<&str>>], turned: &mut [Turned], alarm: Alarm, is: Is) {
    let own = |side: Side, gap: &Pair<Vec<&'_ str>>| -> Vec<String> {
        let lexicon = draft.words[side].lexicon();
        gap[side].iter().filter(|word| is(lexicon, word)).map(|word| (*word).to_owned()).collect()
    };
    let values: Vec<Pair<Vec<String>>> =
        words.iter().map(|gap| Pair::from_fn(|side| own(side, gap))).collect();
    for (n, is_raised) in surplus(&values).into_iter().enumerate() {
        let both = !values[n].left.is_empty() && !values[n].right.is_empty();
        if is_raised && (is_local(&words[n]) || both) {
            turned[n].alarms.push(alarm);
        }
    }
}

/// Which gaps hold a value that the other side lacks in all of them.
fn surplus(values: &[Pair<Vec<String>>]) -> Vec<bool> {
    let mut left_over = Pair::from_fn(|side: Side| {
        let mut all: Vec<&String> = values.iter().flat_map(|gap| &gap[side]).collect();
        all.sort_unstable();
        all
    });
    let mut across = left_over.clone().swap();
    for side in Side::BOTH {
        left_over[side].retain(|value| match across[side].binary_search(value) {
            Ok(at) => {
                across[side].remove(at);
                false
            }
            Err(_) => true,
        });
    }
    let is_over = |side: Side, value: &String| left_over[side].binary_search(&value).is_ok();
    let holds = |gap: &Pair<Vec<String>>| {
        Side::BOTH.into_iter().any(|side| gap[side].iter().any(|value| is_over(side, value)))
    };
    values.iter().map(holds).collect()
}

/// Raises the alarm where one side denies and the other does not, in the sentence as a whole.
fn raise_negation(draft: &Draft, words: &[Pair<Vec<&str>>], turned: &mut [Turned]) {
    let denials = Pair::from_fn(|side: Side| {
        let lexicon = draft.words[side].lexicon();
        words.iter().flat_map(|gap| &gap[side]).filter(|word| is_negation(lexicon, word)).count()
    });
    if denials.left % 2 == denials.right % 2 || is_denied_otherwise(draft, words) {
        return;
    }
    for (gap, turned) in words.iter().zip(turned) {
        // *without a word*, cut as a whole, takes its own denial with it
        let is_phrase = gap.left.len() + gap.right.len() > 2 && (gap.left.is_empty() || gap.right.is_empty());
        let denies = |side: Side| {
            let lexicon = draft.words[side].lexicon();
            let heads = |n: usize, word: &str| is_phrase && n == 0 && !lexicon.negations.contains(word);
            let counts = |(n, word): &(usize, &&str)| is_negation(lexicon, word) && !heads(*n, word);
            gap[side].iter().enumerate().filter(counts).count()
        };
        if is_local(gap) && denies(Side::Left) != denies(Side::Right) {
            turned.alarms.push(Alarm::Negation);
        }
    }
}

/// Whether one side says with one word what the other says with a *not*: *unless you pay* and
/// *if you don’t pay*, *not legal* and *illegal*.
fn is_denied_otherwise(draft: &Draft, words: &[Pair<Vec<&str>>]) -> bool {
    Side::BOTH.into_iter().any(|side| {
        let (own, other) = (draft.words[side].lexicon(), draft.words[side.other()].lexicon());
        let all = |side: Side| words.iter().flat_map(move |gap| gap[side].iter().copied());
        let denies = all(side.other()).any(|word| is_negation(other, word));
        let unless = || all(side).any(|word| is_unless(own, word));
        let states = || all(side.other()).any(|word| is_condition(other, word) && !is_unless(other, word));
        let opposite = || {
            let mut denying = all(side).filter(|word| own.denying_words.contains(word));
            denying.any(|word| {
                all(side.other()).any(|plain| plain.len() > 3 && plain != word && word.ends_with(plain))
            })
        };
        denies && (unless() && states() || opposite())
    })
}

/// The values of the numbers in a word, or the sign that it gives the next one.
pub(super) fn numbers_of(draft: &Draft, side: Side, unit: Unit) -> Vec<String> {
    let words = &draft.words[side];
    let lexicon = words.lexicon();
    let folded = |at: usize| words.units.get(at).map_or("", |unit| draft.vocabulary.folded(unit.key));
    let at = unit.token as usize;
    if is_minus(lexicon, folded(at)) {
        let counts = |at: usize| {
            words.units.get(at).is_some_and(|unit| !numbers(lexicon, words.raw(*unit)).is_empty())
        };
        // *−$5*
        let follows = counts(at + 1) || is_measure(lexicon, folded(at + 1)) && counts(at + 2);
        let is_free = at.checked_sub(1).is_none_or(|before| !is_unsigned(lexicon, folded(before)));
        return if follows && is_free { vec![folded(at).to_owned()] } else { Vec::new() };
    }
    numbers(lexicon, words.raw(unit))
}

/// Raises the alarm where one side counts what the other does not, or both count the same in
/// each other's place; *ten years old* and *a 10-year-old* are of one age.
fn raise_number(draft: &Draft, tie: &Tie, group: &[Gap], turned: &mut [Turned]) {
    let values: Vec<Pair<Vec<String>>> = group
        .iter()
        .map(|gap| {
            Pair::from_fn(|side: Side| {
                gap.words[side].iter().flat_map(|unit| numbers_of(draft, side, *unit)).collect()
            })
        })
        .collect();
    let exchanged = exchanged(draft, tie, group);
    for ((is_over, is_exchanged), turned) in surplus(&values).into_iter().zip(exchanged).zip(turned) {
        if is_over || is_exchanged {
            turned.alarms.push(Alarm::Number);
        }
    }
}

/// Raises the alarm where one side leaves open what the other settles.
fn raise_hedge(draft: &Draft, words: &[Pair<Vec<&str>>], turned: &mut [Turned]) {
    let is_open = |side: Side, word: &str| is_hedge(draft.words[side].lexicon(), word);
    let leaves_open = |side: Side| words.iter().flat_map(|gap| &gap[side]).any(|word| is_open(side, word));
    let hedged = Pair::from_fn(leaves_open);
    if hedged.left == hedged.right {
        return;
    }
    for (gap, turned) in words.iter().zip(turned) {
        if is_local(gap)
            && Side::BOTH.into_iter().any(|side| gap[side].iter().any(|word| is_open(side, word)))
        {
            turned.alarms.push(Alarm::Hedge);
        }
    }
}

fn raise_name(draft: &Draft, group: &[Gap], turned: &mut [Turned]) {
    let names: Vec<Pair<Vec<String>>> = group
        .iter()
        .map(|gap| {
            Pair::from_fn(|side| {
                names(draft, side, &gap.words[side]).into_iter().map(str::to_owned).collect::<Vec<_>>()
            })
        })
        .collect();
    for ((gap, is_over), turned) in group.iter().zip(surplus(&names)).zip(turned) {
        let is_local = gap.words.left.len().max(gap.words.right.len()) <= LOCAL;
        if is_over && is_local && is_other_name(draft, gap) {
            turned.alarms.push(Alarm::Name);
        }
    }
}

/// The most words between what is kept and the condition that was cut off: *today, if the vote fails*.
const NEAR: usize = 3;

/// The alarms of words that were cut off an end of a quotation, in the same sentence:
/// a condition on what is kept, and a denial of it.
pub(super) fn alarms_of_cut(draft: &Draft, side: Side, cut: &Cut) -> Vec<Alarm> {
    let lexicon = draft.words[side].lexicon();
    let words = spelled_out(draft, side, &cut.words);
    let folded = |unit: &Unit| draft.vocabulary.folded(unit.key);
    let mut found = Vec::new();
    match cut.end {
        End::Head => {
            // If the vote fails, I will resign
            let opens = |(n, unit): (usize, &Unit)| n == 0 || unit.is(CLAUSE);
            let mut first = cut.words.iter().enumerate().filter(|found| opens(*found));
            if first.any(|(_, unit)| is_condition(lexicon, folded(unit))) {
                found.push(Alarm::Condition);
            }
            // I do not believe he knew: the same clause, or it denies something else
            let is_one_clause = !cut.words.iter().skip(1).chain([&cut.kept]).any(|unit| unit.is(CLAUSE));
            if is_one_clause && words.iter().filter(|word| is_negation(lexicon, word)).count() % 2 == 1 {
                found.push(Alarm::Negation);
            }
        }
        End::Tail => {
            let joins = |word: &&&str| !lexicon.turns.has(word, WordClass::Joint);
            if words.iter().take(NEAR + 1).take_while(joins).any(|word| is_condition(lexicon, word)) {
                found.push(Alarm::Condition);
            }
            // we will sell, but not to them
            let behind = words.iter().find(|word| !lexicon.turns.has(word, WordClass::But));
            if behind.is_some_and(|word| is_negation(lexicon, word)) {
                found.push(Alarm::Negation);
            }
        }
    }
    found
}

/// The folded words, contractions as the words they stand for.
pub(super) fn spelled_out<'a>(draft: &'a Draft, side: Side, units: &[Unit]) -> Vec<&'a str> {
    let lexicon = draft.words[side].lexicon();
    let mut words = Vec::with_capacity(units.len());
    for unit in units {
        let folded = draft.vocabulary.folded(unit.key);
        // the month of May is no modal
        let raw = draft.words[side].raw(*unit);
        let is_month = raw.starts_with(char::is_uppercase) && lexicon.dates.has(folded, "doubtful");
        if is_month && !unit.is(SENTENCE | PIECE) {
            words.push(raw);
            continue;
        }
        let raw = draft.words[side].raw(*unit);
        if let Some((first, second)) = drawn_together(lexicon, raw, folded) {
            words.extend([first, second]);
            continue;
        }
        match expanded(lexicon, folded) {
            Some((first, second)) => words.extend([first, second]),
            None => words.push(folded),
        }
    }
    words
}

/// Whether one name stands where another did.
fn is_other_name(draft: &Draft, gap: &Gap) -> bool {
    let names = Pair::from_fn(|side| names(draft, side, &gap.words[side]));
    if gap.words.left.is_empty() || gap.words.right.is_empty() || names.left == names.right {
        return false;
    }
    // *the United States* for *the U.S.* is the same name
    let letters = gap.words.as_ref().map(|units| {
        units.iter().filter_map(|unit| draft.vocabulary.folded(unit.key).chars().next()).collect::<String>()
    });
    let whole = |side: Side| match gap.words[side].as_slice() {
        [unit] => draft.vocabulary.folded(unit.key),
        _ => "",
    };
    letters.left != whole(Side::Right) && letters.right != whole(Side::Left)
}

/// The capitalized words that are names: not the first of a sentence, unless
/// the article has them capitalized inside one, too.
fn names<'a>(draft: &'a Draft, side: Side, units: &[Unit]) -> Vec<&'a str> {
    let words = &draft.words[side];
    let is_proper = |unit: &&Unit| {
        let folded = draft.vocabulary.folded(unit.key);
        let is_first = unit.is(SENTENCE | PIECE);
        unit.is_content()
            && words.is_capitalized(**unit)
            && !is_title(words.lexicon(), folded)
            && !is_pronoun_like(words.lexicon(), folded)
            && !is_kind_of_thing(words, unit)
            && (!is_first || !is_nameless(words.lexicon(), folded) && words.is_capitalized_elsewhere(**unit))
    };
    units.iter().filter(is_proper).map(|unit| draft.vocabulary.folded(unit.key)).collect()
}

/// Whether letters stand for a common noun: *an off-the-shelf UAV,* and *UAVs* name nobody, *an FBI agent* does.
fn is_kind_of_thing(words: &Words, unit: &Unit) -> bool {
    let raw = words.raw(*unit);
    let letters = raw.strip_suffix('s').unwrap_or(raw);
    if letters.chars().count() < 2 || !letters.chars().all(char::is_uppercase) {
        return false;
    }
    let at = unit.token as usize;
    let before = &words.units[at.saturating_sub(3)..at];
    let is_article = |unit: &Unit| {
        words.lexicon().turns.has(&words.raw(*unit).to_lowercase(), WordClass::IndefiniteArticle)
    };
    let ends = words.units.get(at + 1).is_none_or(|next| next.is(CLAUSE | SENTENCE | OPTIONAL));
    letters != raw || ends && before.iter().any(is_article)
}

/// Whether the side without marks tells what was said as a reporter does:
/// *they* for *we*, and with it *would* for *will*.
pub(super) fn is_reported(draft: &Draft, marked: Side, edits: &[Gap]) -> bool {
    edits.iter().any(|gap| {
        let speech = draft.words[marked].lexicon();
        let report = draft.words[marked.other()].lexicon();
        let said = spelled_out(draft, marked, &gap.words[marked]);
        let told = spelled_out(draft, marked.other(), &gap.words[marked.other()]);
        let first = said.iter().any(|word| is_first_person(speech, word));
        let person = first && told.iter().any(|word| is_third_person(report, word));
        let named = first
            && !told.iter().any(|word| is_first_person(report, word))
            && !names(draft, marked.other(), &gap.words[marked.other()]).is_empty();
        let is_before = |token: usize| {
            let words = &draft.words[marked.other()];
            report.around_speech.has(draft.vocabulary.folded(words.units[token].key), WordClass::That)
        };
        let shifted = said.len() == told.len()
            && said.iter().zip(&told).any(|(now, past)| is_backshift(speech, now, past))
            && run_start(gap, marked.other())
                .is_some_and(|first| (first.saturating_sub(8)..first).any(is_before));
        person || named || shifted
    })
}

fn run_start(gap: &Gap, side: Side) -> Option<usize> {
    gap.words[side].first().map(|unit| unit.token as usize)
}
