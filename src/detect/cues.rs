//! Whether a word that can introduce a quotation does so in its sentence.
//!
//! A cue must be a verb: *reports say*, not *the reports*.

use super::outline::{Gap, Item, Outline};
use crate::lexicon::{WordClass, WordClasses};
use crate::rows;

/// Asks the word before a listed verb and the verb itself.
type Test = fn(&Item, &Item) -> bool;

/// When a listed verb is another word: an example and a test.
const NO_VERBS: &[(&str, Test)] = &[
    ("Berg’s claim", |before, _| before.possessive && !before.class.is(WordClass::Pronoun)),
    ("the claim; but: a déclaré", |before, _| {
        before.class.is(WordClass::NounBehind) && !before.class.is(WordClass::Auxiliary)
    }),
    ("is used to", |before, verb| verb.class.is(WordClass::Active) && before.class.is(WordClass::Helping)),
    ("over alleged meddling", |before, verb| {
        let is_adjective = verb.class.is(WordClass::Past) && before.class.is(WordClass::Preposition);
        is_adjective && before.gap == Gap::default()
    }),
];

/// Whether the word at `at` is a verb of one of the classes here; `from` is where its clause may start.
pub(super) fn is_cue(outline: &Outline, from: usize, at: usize, any: impl Into<WordClasses>) -> bool {
    let any = any.into();
    if !outline.is(at, any) {
        return false;
    }
    let item = &outline.items[at];
    let has = |class| item.class.is(class);
    // Press Secretary: a capital in the middle of a sentence is a name
    let is_name = at > from && item.capital && !outline.gap_before(at).has(Gap::CLAUSE);
    // as Berg put it
    let lacks_object = has(WordClass::WithThing) && !outline.is(at + 1, WordClass::Thing);
    if is_name || lacks_object || has(WordClass::Complemented) && !is_complemented(outline, at) {
        return false;
    }
    if at == from {
        return true;
    }
    let before = &outline.items[at - 1];
    if before.is_piece || before.gap.has(Gap::CLAUSE) {
        return !has(WordClass::Noun) || has(WordClass::Finite);
    }
    if rows::active("cue", NO_VERBS, |(example, _)| example).any(|(_, holds)| holds(before, item)) {
        return false;
    }
    // to call; went on to say
    if before.class.is(WordClass::Infinitive) {
        let is_attitude = has(WordClass::Attitude) && any.is(WordClass::Attitude);
        return is_attitude || at >= 2 && outline.is(at - 2, WordClass::GoesOn);
    }
    !has(WordClass::Noun) || !follows_like_a_noun(outline, at)
}

/// Whether a word that may be a noun is one, by the word before it.
fn follows_like_a_noun(outline: &Outline, at: usize) -> bool {
    // a bare form is a verb only after a plural or a helping verb
    let helps = WordClass::Plural | WordClass::Modal | WordClass::Group | WordClass::VerbBehind;
    // Berg and Kern call
    let several = outline.items[at - 1].capital && at >= 2 && outline.is(at - 2, WordClass::Together);
    let is_verb = outline.is(at, WordClass::Finite) || several || outline.is(at - 1, helps);
    outline.is(at - 1, WordClass::NounLikely) || !is_verb
}

/// `made it clear`, `pointed out`: the word after the verb makes it one of saying.
fn is_complemented(outline: &Outline, verb: usize) -> bool {
    let object = outline.is(verb + 1, WordClass::Pronoun);
    outline.is(verb + 1 + usize::from(object), WordClass::Complement)
}

/// Whether a verb of saying is passive, so that its subject says nothing: *was widely told*.
pub(super) fn is_passive(outline: &Outline, from: usize, verb: usize) -> bool {
    let helps = WordClass::Auxiliary | WordClass::Adverb;
    let goes_on = |at: usize| outline.runs_on(at) && outline.is_lower(at, helps);
    let is_being = |at: usize| outline.is(at, WordClass::Being);
    let found = (from..verb).rev().find(|&at| is_being(at) || !goes_on(at));
    !outline.is(verb, WordClass::Ing) && found.is_some_and(|at| is_being(at) && outline.runs_on(at))
}

/// The length, in words, of what names a source of information before its name: *according to*, *laut*, *selon*.
pub(super) fn according(outline: &Outline, at: usize) -> Option<usize> {
    /// The most words: *nach den Worten von*.
    const LONGEST: usize = 4;
    if !outline.is(at, WordClass::According) {
        return None;
    }
    let (mut words, mut length) = (String::new(), None);
    for n in 0..LONGEST.min(outline.items.len() - at) {
        words.push_str(&outline.lower(at + n));
        if outline.lexicon.according.contains(&words) {
            length = Some(n + 1);
        }
        if outline.ends_phrase(at + n) {
            break;
        }
        words.push(' ');
    }
    length
}

/// Whether a participle says what somebody was cited *as saying*.
pub(super) fn is_as_saying(outline: &Outline, at: usize) -> bool {
    outline.is(at, WordClass::Say)
        && outline.is(at, WordClass::Ing)
        && at.checked_sub(1).is_some_and(|before| outline.is(before, WordClass::As))
}
