//! Edits inside a quotation that may turn its meaning.
//!
//! A quotation and its negation are 99 % alike. What is loud here is decided by
//! small closed word classes, after contractions are spelled out: *won’t* for
//! *will not* is an edit, but no alarm.

use crate::lexicon::Lexicon;
use crate::quotation::Alarm;
use crate::text::{Pair, Side};

use super::cues::{
    expanded, is_backshift, is_condition, is_first_person, is_modal, is_nameless, is_negation, is_number,
    is_pronoun_like, is_third_person, is_title,
};
use super::draft::Draft;
use super::judge::{Cut, End, Gap};
use super::words::{CLAUSE, PIECE, SENTENCE, Unit};

/// A question asked of a word of one side.
type Is = fn(&Lexicon, &str) -> bool;

/// The most words of an edit in which a lost *not* or another *may* is sure to be one.
const LOCAL: usize = 10;

/// The alarms of a quotation's edits, each once.
pub(super) fn alarms(draft: &Draft, edits: &[Gap]) -> Vec<Alarm> {
    let mut found: Vec<Alarm> = Vec::new();
    for gap in edits {
        let words = Pair::from_fn(|side| spelled_out(draft, side, &gap.words[side]));
        let of_class = |side: Side, is: Is| of(&words[side], |word| is(draft.words[side].lexicon(), word));
        let differs = |is: Is| of_class(Side::Left, is) != of_class(Side::Right, is);
        let denies = |side: Side| of_class(side, is_negation).len() % 2;
        // a whole sentence that is cut takes its own *not* with it
        if gap.is_silent && is_sentence(gap) {
            found.push(Alarm::SilentCut);
            continue;
        }
        // in a passage written anew, single words no longer answer each other
        let is_local = words.left.len().max(words.right.len()) <= LOCAL;
        if is_local && denies(Side::Left) != denies(Side::Right) {
            found.push(Alarm::Negation);
        }
        if differs(is_number) {
            found.push(Alarm::Number);
        }
        if is_local && differs(is_modal) {
            found.push(Alarm::Modal);
        }
        if is_other_name(draft, gap) {
            found.push(Alarm::Name);
        }
        if gap.is_silent {
            found.push(Alarm::SilentCut);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the words of the one side that has any begin with a sentence: the gap in front of them ends one.
fn is_sentence(gap: &Gap) -> bool {
    let words = if gap.words.left.is_empty() { &gap.words.right } else { &gap.words.left };
    gap.words.left.is_empty() != gap.words.right.is_empty()
        && words.first().is_some_and(|unit| unit.is(SENTENCE))
        && gap.ends_sentence
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
            let joins = |word: &&&str| !lexicon.turns.has(word, "joint");
            if words.iter().take(NEAR + 1).take_while(joins).any(|word| is_condition(lexicon, word)) {
                found.push(Alarm::Condition);
            }
            // we will sell, but not to them
            let behind = words.iter().find(|word| !lexicon.turns.has(word, "but"));
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
        match expanded(lexicon, folded) {
            Some((first, second)) => words.extend([first, second]),
            None => words.push(folded),
        }
    }
    words
}

/// The words of a class, sorted.
fn of<'a>(words: &[&'a str], is: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let mut found: Vec<&str> = words.iter().copied().filter(|word| is(word)).collect();
    found.sort_unstable();
    found
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
    let is_capitalized = |unit: &Unit| words.raw(*unit).chars().next().is_some_and(char::is_uppercase);
    let is_proper = |unit: &&Unit| {
        let folded = draft.vocabulary.folded(unit.key);
        let is_first = unit.is(SENTENCE | PIECE);
        let elsewhere = || {
            words.units.iter().any(|other| {
                other.key == unit.key
                    && !other.is(SENTENCE | PIECE)
                    && is_capitalized(other)
                    && other.token != unit.token
            })
        };
        unit.is_content()
            && is_capitalized(unit)
            && !is_title(words.lexicon(), folded)
            && !is_pronoun_like(words.lexicon(), folded)
            && (!is_first || !is_nameless(words.lexicon(), folded) && elsewhere())
    };
    units.iter().filter(is_proper).map(|unit| draft.vocabulary.folded(unit.key)).collect()
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
            report.turns.has(draft.vocabulary.folded(words.units[token].key), "that")
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
