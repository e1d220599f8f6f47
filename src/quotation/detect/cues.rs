//! Whether a word that can introduce a quotation does so where it stands.
//!
//! A cue is only a cue if it is a verb there: *reports say*, not *the reports*.

use super::outline::{Gap, Outline};
use crate::lexicon::{WordClass, WordClasses};

/// Whether the word at `at` is a verb of one of the classes here; `from` is where its clause may start.
pub(super) fn is_cue(outline: &Outline, from: usize, at: usize, any: impl Into<WordClasses>) -> bool {
    let any = any.into();
    let Some(item) = outline.items.get(at) else { return false };
    if item.piece.is_some() || !item.class.is(any) || item.possessive {
        return false;
    }
    // `Press Secretary`: a capital in the middle of a sentence is a name
    if item.capital && !outline.gap_before(at).has(Gap::CLAUSE) && at > from {
        return false;
    }
    // as Berg put it
    if item.class.is(WordClass::WithThing) && !outline.is(at + 1, WordClass::Thing) {
        return false;
    }
    if item.class.is(WordClass::Complemented) && !is_complemented(outline, at) {
        return false;
    }
    if at == from {
        return true;
    }
    let before = &outline.items[at - 1];
    if before.piece.is_some() || before.gap.has(Gap::CLAUSE) {
        return !item.class.is(WordClass::Noun) || item.class.is(WordClass::Finite);
    }
    if before.possessive && !before.class.is(WordClass::Pronoun) {
        return false;
    }
    // « … », a déclaré Anne Berg: a verb there, an article here
    let helps = before.class.is(WordClass::Auxiliary) && !before.class.is(WordClass::Determiner);
    if !helps && before.class.is(WordClass::NounBehind) {
        return false;
    }
    if before.class.is(WordClass::Infinitive) {
        let attitude = item.class.is(WordClass::Attitude) && any.is(WordClass::Attitude);
        return attitude || at >= from + 2 && outline.is(at - 2, WordClass::GoesOn);
    }
    // `the so-called`, `is used to`
    if item.class.is(WordClass::Active) && before.class.is(WordClass::Helping) {
        return false;
    }
    // investigations over alleged meddling
    if before.class.is(WordClass::Preposition)
        && item.class.is(WordClass::Past)
        && before.gap == Gap::default()
        && !before.class.is(WordClass::Auxiliary)
    {
        return false;
    }
    if !item.class.is(WordClass::Noun) {
        return true;
    }
    !follows_like_a_noun(outline, at)
}

/// Whether a verb of saying is passive, so that its subject says nothing: *was widely told*.
pub(super) fn is_passive(outline: &Outline, from: usize, verb: usize) -> bool {
    if outline.is(verb, WordClass::Ing) {
        return false;
    }
    for before in (from..verb).rev() {
        let item = &outline.items[before];
        if item.piece.is_some() || item.gap.has(Gap::ANY) {
            return false;
        }
        if item.class.is(WordClass::Being) {
            return true;
        }
        if item.capital || !(item.class.is(WordClass::Auxiliary) || item.class.is(WordClass::Adverb)) {
            return false;
        }
    }
    false
}

/// `made it clear`, `pointed out`: the word that makes a verb one of saying stands behind it.
fn is_complemented(outline: &Outline, verb: usize) -> bool {
    let object = outline.is(verb + 1, WordClass::Pronoun) && outline.runs_on(verb);
    let complement = verb + 1 + usize::from(object);
    outline.is(complement, WordClass::Complement) && outline.runs_on(complement - 1)
}

/// Whether a word that may be a noun is one, by the word before it.
fn follows_like_a_noun(outline: &Outline, at: usize) -> bool {
    let before = &outline.items[at - 1];
    if before.class.is(WordClass::NounLikely) {
        return true;
    }
    if outline.is(at, WordClass::Finite) {
        return false;
    }
    // a bare form is a verb only behind a plural or a helping verb
    let plural = before.class.is(WordClass::Plural) && !before.possessive;
    // Berg and Kern call
    let several = before.capital && at >= 2 && outline.is(at - 2, WordClass::Together);
    let helps = several
        || before.class.is(WordClass::Modal)
        || before.class.is(WordClass::Group)
        || before.class.is(WordClass::VerbBehind);
    !(plural || helps)
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
        words.extend(outline.word(at + n).chars().flat_map(char::to_lowercase));
        if outline.lexicon.according.contains(&words) {
            length = Some(n + 1);
        }
        let gap = outline.items[at + n].gap;
        if gap.has(Gap::ANY) && !gap.has(Gap::OTHER) {
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
