//! Edits inside a quotation that may turn its meaning.
//!
//! A quotation and its negation are 99 % alike. What is loud here is decided by
//! small closed word classes, after contractions are spelled out: *won’t* for
//! *will not* is an edit, but no alarm.

use std::collections::BTreeMap;

use enumset::EnumSet;

use crate::lexicon::WordClass;
use crate::quotation::Alarm;
use crate::text::{Pair, Side};

use super::cues::{NEGATION, PRONOUN_LIKE, Spelled, TITLE, numbers_of, spelled_out};
use super::exchange::exchanged;
use super::gap::Gap;
use super::linking::{Case, End};
use super::units::{ArticleUnits, Trait, Unit};

/// The spelled-out words of a gap.
type Said<'a> = Pair<Vec<Spelled<'a>>>;

/// What the words of each gap turn, seen with the other gaps of its sentence: a *can* that
/// only moved turns nothing.
pub(super) fn turned(case: &Case, gaps: &[Gap]) -> Vec<Vec<Alarm>> {
    let sentences = gaps.chunk_by(|one, next| one.sentence == next.sentence);
    sentences.flat_map(|group| turned_in_sentence(case, group)).collect()
}

fn turned_in_sentence(case: &Case, group: &[Gap]) -> Vec<Vec<Alarm>> {
    let spelled = |gap: &Gap| Pair::from_fn(|side| spelled_out(&case.words[side], &gap.words[side]));
    let said: Vec<Said> = group.iter().map(spelled).collect();
    let raised = [
        (Alarm::Modal, of_class(group, &said, |word| word.is(WordClass::Modality).then_some(word.folded))),
        // *almost* for *nearly* leaves as much open
        (Alarm::Hedge, of_class(group, &said, |word| word.is(WordClass::Hedge).then_some(""))),
        (Alarm::Negation, denied(group, &said)),
        (Alarm::Number, counted(case, group)),
        (Alarm::Name, named(case, group)),
    ];
    let alarms = |(n, gap): (usize, &Gap)| {
        // what an end has lost is weighed for itself; a sentence that is cut takes its own *not* with it
        let raised = raised.iter().filter(|(_, is_raised)| is_raised[n] && !gap.is_end && !gap.is_sentence);
        raised.map(|(alarm, _)| *alarm).collect()
    };
    group.iter().enumerate().map(alarms).collect()
}

/// Which gaps hold words of a class that only one side has in the sentence; `class` says how a word counts.
fn of_class<'a>(
    group: &[Gap],
    said: &[Said<'a>],
    class: impl Fn(&Spelled<'a>) -> Option<&'a str>,
) -> Vec<bool> {
    let own = |gap: &Said<'a>| Pair::from_fn(|side| gap[side].iter().filter_map(&class).collect());
    let values: Vec<Pair<Vec<&str>>> = said.iter().map(own).collect();
    let is_sure = |n: usize| group[n].is_local() || !values[n].left.is_empty() && !values[n].right.is_empty();
    surplus(&values).into_iter().enumerate().map(|(n, is_over)| is_over && is_sure(n)).collect()
}

/// Which gaps hold a value that the other side lacks in all of them.
fn surplus<T: Ord>(values: &[Pair<Vec<T>>]) -> Vec<bool> {
    let mut left_over: BTreeMap<&T, isize> = BTreeMap::new();
    for gap in values {
        gap.left.iter().for_each(|value| *left_over.entry(value).or_default() += 1);
        gap.right.iter().for_each(|value| *left_over.entry(value).or_default() -= 1);
    }
    let is_over = |gap: &Pair<Vec<T>>| {
        gap.left.iter().any(|value| left_over[value] > 0)
            || gap.right.iter().any(|value| left_over[value] < 0)
    };
    values.iter().map(is_over).collect()
}

/// Which gaps deny on one side, if one side denies the sentence as a whole and the other does not.
fn denied(group: &[Gap], said: &[Said]) -> Vec<bool> {
    let all = Pair::from_fn(|side| said.iter().flat_map(|gap| gap[side].iter().copied()).collect::<Vec<_>>());
    let denials = Pair::from_fn(|side| all[side].iter().filter(|word| word.is_negation()).count());
    if denials.left % 2 == denials.right % 2 || is_denied_otherwise(&all) {
        return vec![false; said.len()];
    }
    let is_denied = |(gap, said): (&Gap, &Said)| {
        // *without a word*, cut as a whole, takes its own denial with it
        let is_phrase =
            said.left.len() + said.right.len() > 2 && (said.left.is_empty() || said.right.is_empty());
        let counts = Pair::from_fn(|side| {
            let heads = |n: usize, word: &Spelled| is_phrase && n == 0 && !word.is(WordClass::Negation);
            let words = said[side].iter().enumerate();
            words.filter(|(n, word)| word.is_negation() && !heads(*n, word)).count()
        });
        gap.is_local() && counts.left != counts.right
    };
    group.iter().zip(said).map(is_denied).collect()
}

/// Whether one side says with one word what the other says with a *not*: *unless you pay* and
/// *if you don’t pay*, *not legal* and *illegal*.
fn is_denied_otherwise(all: &Said) -> bool {
    Side::BOTH.into_iter().any(|side| {
        let (words, others) = (&all[side], &all[side.other()]);
        let has_plain = |word: &str| {
            let is_plain = |plain: &str| plain.len() > 3 && plain != word && word.ends_with(plain);
            others.iter().any(|other| is_plain(other.folded))
        };
        let has_condition = || others.iter().any(|word| word.is(WordClass::Condition));
        let is_said_otherwise = |word: &Spelled| {
            word.is(WordClass::Unless) && has_condition()
                || word.is(WordClass::Denying) && has_plain(word.folded)
        };
        others.iter().any(|word| word.is_negation()) && words.iter().any(is_said_otherwise)
    })
}

/// Which gaps count on one side what the other does not, or count the same in
/// each other's place; *ten years old* and *a 10-year-old* are of one age.
fn counted(case: &Case, group: &[Gap]) -> Vec<bool> {
    let numbers = |gap: &Gap| {
        Pair::from_fn(|side| {
            gap.words[side].iter().flat_map(|unit| numbers_of(&case.words[side], *unit)).collect()
        })
    };
    let values: Vec<Pair<Vec<String>>> = group.iter().map(numbers).collect();
    surplus(&values)
        .into_iter()
        .zip(exchanged(case, group))
        .map(|(is_over, is_exchanged)| is_over || is_exchanged)
        .collect()
}

/// Which gaps have one name where the other side has another.
fn named(case: &Case, group: &[Gap]) -> Vec<bool> {
    let names = |gap: &Gap| Pair::from_fn(|side| names(&case.words[side], &gap.words[side]));
    let names: Vec<Pair<Vec<&str>>> = group.iter().map(names).collect();
    let is_other = |(n, gap): (usize, &Gap)| {
        let Pair { left, right } = &gap.words;
        // *the United States* for *the U.S.* is the same name
        let is_short = |side: Side| match gap.words[side].as_slice() {
            [unit] => {
                let long = gap.words[side.other()].iter();
                let letters = long.filter_map(|unit| case.words[side.other()].folded(*unit).chars().next());
                letters.eq(case.words[side].folded(*unit).chars())
            }
            _ => false,
        };
        gap.is_local()
            && !left.is_empty()
            && !right.is_empty()
            && names[n].left != names[n].right
            && !Side::BOTH.into_iter().any(is_short)
    };
    let others = group.iter().enumerate().map(is_other);
    surplus(&names).into_iter().zip(others).map(|(is_over, is_other)| is_over && is_other).collect()
}

/// The most words between what is kept and the condition that was cut off: *today, if the vote fails*.
const NEAR: usize = 3;

/// The alarms of words that were cut off an end of a quotation, in the same sentence:
/// a condition on what is kept, a denial of it, a doubt about it. `kept` is the word after them.
pub(super) fn alarms_of_cut(words: &ArticleUnits, end: End, cut: &[Unit], kept: Option<Unit>) -> Vec<Alarm> {
    let said = spelled_out(words, cut);
    let is_unsure = said.iter().any(|word| word.is(classes_of(Alarm::Doubt)));
    let begins_condition = |at: usize| {
        let rest = cut[at..].iter().map(|unit| words.folded(*unit));
        words.lexicon().turns.begins(rest, WordClass::Condition)
    };
    let (is_conditional, is_denied, is_doubted) = match end {
        End::Head => {
            // If the vote fails, I will resign
            let is_first = |at: &usize| *at == 0 || cut[*at].is(Trait::Clause);
            // I do not believe he knew: the same clause, or it denies something else
            let is_one_clause = !cut.iter().skip(1).chain(&kept).any(|unit| unit.is(Trait::Clause));
            let denials = said.iter().filter(|word| word.is(classes_of(Alarm::Negation))).count();
            (
                (0..cut.len()).filter(is_first).any(begins_condition),
                is_one_clause && denials % 2 == 1,
                is_one_clause && is_unsure,
            )
        }
        End::Tail => {
            let joins = |unit: &&Unit| !words.is(**unit, WordClass::Joint);
            let near = cut.iter().take(NEAR + 1).take_while(joins).count();
            // we will sell, but not to them
            let after = said.iter().find(|word| !word.is(WordClass::But));
            // we will sell, I hope
            (
                (0..near).any(begins_condition),
                after.is_some_and(|word| word.is_negation()),
                is_unsure && cut.len() <= NEAR,
            )
        }
    };
    let alarms = [
        (is_conditional, Alarm::Condition),
        (is_denied, Alarm::Negation),
        (is_doubted && !is_denied, Alarm::Doubt),
    ];
    alarms.into_iter().filter_map(|(is_raised, alarm)| is_raised.then_some(alarm)).collect()
}

/// The classes of words that raise an alarm where they are cut.
pub(super) fn classes_of(alarm: Alarm) -> EnumSet<WordClass> {
    match alarm {
        Alarm::Negation => NEGATION | WordClass::Disbelief,
        Alarm::Condition => WordClass::Condition.into(),
        Alarm::Doubt | Alarm::Hedge => WordClass::Hedge | WordClass::Unsure,
        Alarm::Modal => WordClass::Modality.into(),
        Alarm::Number
        | Alarm::Name
        | Alarm::SilentCut
        | Alarm::AddedWords
        | Alarm::Spliced
        | Alarm::Order => EnumSet::empty(),
    }
}

/// The capitalized words that are names: not the first of a sentence, unless
/// the article has them capitalized inside one, too.
fn names<'a>(words: &ArticleUnits<'a>, units: &[Unit]) -> Vec<&'a str> {
    let is_name = |unit: &&Unit| {
        let is_first = unit.is(Trait::Sentence | Trait::Fragment);
        unit.is_content()
            && words.is_capitalized(**unit)
            && !words.is(**unit, TITLE | PRONOUN_LIKE)
            && !is_kind_of_thing(words, unit)
            && (!is_first || words.word(**unit).is_proper && !words.is(**unit, WordClass::Nameless))
    };
    units.iter().filter(is_name).map(|unit| words.folded(*unit)).collect()
}

/// Whether letters are short for a common noun: *an off-the-shelf UAV,* and *UAVs* name nobody,
/// *an FBI agent* does.
fn is_kind_of_thing(words: &ArticleUnits, unit: &Unit) -> bool {
    let raw = words.raw(*unit);
    let letters = raw.strip_suffix('s').unwrap_or(raw);
    let at = unit.token as usize;
    let is_article = |unit: &Unit| words.is(*unit, WordClass::IndefiniteArticle);
    let is_last = || {
        let ends = Trait::Clause | Trait::Optional;
        words.units.get(at + 1).is_none_or(|next| next.is(ends))
    };
    let is_one = || is_last() && words.units[at.saturating_sub(3)..at].iter().any(is_article);
    letters.chars().count() > 1 && letters.chars().all(char::is_uppercase) && (letters != raw || is_one())
}

/// Whether the side without marks gives what was said as a reporter does: *they* for *we*, or *would* for
/// *will* after *that*.
pub(super) fn is_reported(case: &Case, marked: Side, edits: &[Gap]) -> bool {
    let (speech, report) = (&case.words[marked], &case.words[marked.other()]);
    edits.iter().any(|gap| {
        let units = &gap.words[marked.other()];
        let (said, told) = (spelled_out(speech, &gap.words[marked]), spelled_out(report, units));
        let has = |words: &[Spelled], class: WordClass| words.iter().any(|word| word.is(class));
        let is_other_person = has(&said, WordClass::FirstPerson)
            && !has(&told, WordClass::FirstPerson)
            && (has(&told, WordClass::ThirdPerson) || !names(report, units).is_empty());
        let is_after_that = units.first().is_some_and(|first| {
            let at = first.token as usize;
            let mut before = report.units[at.saturating_sub(8)..at].iter();
            before.any(|unit| report.is(*unit, WordClass::That))
        });
        let backshift = |(now, past): (&Spelled, &Spelled)| {
            speech.lexicon().backshifts.get(now.folded) == Some(past.folded)
        };
        let is_shifted = said.len() == told.len() && said.iter().zip(&told).any(backshift);
        is_other_person || is_shifted && is_after_that
    })
}
