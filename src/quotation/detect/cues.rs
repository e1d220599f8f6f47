//! Whether a word that can introduce a quotation does so where it stands.
//!
//! A cue is only a cue if it is a verb there: *reports say*, not *the reports*.

use super::outline::{Gap, Outline};
use super::words::Class;

/// Whether the word at `at` is a verb of one of the classes here; `from` is where its clause may start.
pub(super) fn is_cue(outline: &Outline, from: usize, at: usize, class: Class) -> bool {
    let Some(item) = outline.items.get(at) else { return false };
    if item.piece.is_some() || !item.class.is(class) || item.possessive {
        return false;
    }
    // `Press Secretary`: a capital in the middle of a sentence is a name
    if item.capital && !outline.gap_before(at).has(Gap::CLAUSE) && at > from {
        return false;
    }
    // as Berg put it
    if is_one_of(outline.word(at), &["put", "puts"]) && !is_one_of(outline.word_or_empty(at + 1), &["it"]) {
        return false;
    }
    if item.class.is(Class::COMPLEMENTED) && !is_complemented(outline, at) {
        return false;
    }
    if at == from {
        return true;
    }
    let before = &outline.items[at - 1];
    if before.piece.is_some() || before.gap.has(Gap::CLAUSE) {
        return !item.class.is(Class::NOUN) || is_finite(outline.word(at));
    }
    let word = outline.word(at - 1);
    if before.possessive && !before.class.is(Class::PRONOUN) {
        return false;
    }
    // « … », a déclaré Anne Berg: a verb there, an article here
    let helps = before.class.is(Class::AUXILIARY) && !before.class.is(Class::DETERMINER);
    if !helps && is_one_of(word, &["the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "of"])
    {
        return false;
    }
    if is_one_of(word, &["to"]) {
        let attitude = item.class.is(Class::ATTITUDE) && class.is(Class::ATTITUDE);
        return attitude || at >= from + 2 && is_one_of(outline.word(at - 2), BEFORE_INFINITIVES);
    }
    // `the so-called`, `is used to`
    if is_one_of(outline.word(at), &["used"])
        && is_one_of(word, &["has", "have", "is", "are", "be", "get", "was", "were"])
    {
        return false;
    }
    // investigations over alleged meddling
    if before.class.is(Class::PREPOSITION)
        && item.class.is(Class::PAST)
        && before.gap == Gap::default()
        && !before.class.is(Class::AUXILIARY)
    {
        return false;
    }
    if !item.class.is(Class::NOUN) {
        return true;
    }
    !follows_like_a_noun(outline, at)
}

/// `made it clear`, `pointed out`: the word that makes a verb one of saying stands behind it.
fn is_complemented(outline: &Outline, verb: usize) -> bool {
    let object = outline.is(verb + 1, Class::PRONOUN) && outline.runs_on(verb);
    let complement = verb + 1 + usize::from(object);
    outline.is(complement, Class::COMPLEMENT) && outline.runs_on(complement - 1)
}

/// Whether a word that may be a noun is one, by the word before it.
fn follows_like_a_noun(outline: &Outline, at: usize) -> bool {
    let before = &outline.items[at - 1];
    let word = outline.word(at - 1);
    if is_one_of(word, BEFORE_NOUNS) {
        return true;
    }
    if is_finite(outline.word(at)) {
        return false;
    }
    // a bare form is a verb only behind a plural or a helping verb
    let plural = word.ends_with('s') && !word.ends_with("ss") && !before.possessive;
    // Berg and Kern call
    let several = before.capital && at >= 2 && is_one_of(outline.word(at - 2), &["and", "or"]);
    let helps = several
        || before.class.is(Class::MODAL)
        || before.class.is(Class::GROUP)
        || is_one_of(word, &["they", "we", "i", "you", "to", "who", "people", "not", "men", "women", "also"]);
    !(plural || helps)
}

/// Verbs that let an infinitive say something: *went on to say*.
const BEFORE_INFINITIVES: &[&str] = &[
    "on",
    "used",
    "continued",
    "continues",
    "seemed",
    "appeared",
    "managed",
    "began",
    "had",
    "took",
    "tweeted",
];

const BEFORE_NOUNS: &[&str] = &[
    "this",
    "that",
    "these",
    "those",
    "in",
    "on",
    "with",
    "for",
    "no",
    "any",
    "some",
    "such",
    "by",
    "from",
    "about",
    "as",
    "and",
    "or",
    "political",
    "public",
    "recent",
    "many",
    "several",
    "into",
    "whether",
    "more",
    "first",
    "last",
    "new",
    "own",
    "presidential",
];

/// A verb form that agrees with its subject or stands in the past: *reports*, *claimed*.
fn is_finite(word: &str) -> bool {
    word.ends_with("ed") || word.ends_with('s')
}

/// The length, in words, of what names a source of information before its name: *according to*, *laut*, *selon*.
pub(super) fn according(outline: &Outline, at: usize) -> Option<usize> {
    if !outline.is(at, Class::ACCORDING) {
        return None;
    }
    if outline.word(at).eq_ignore_ascii_case("according") {
        return (outline.word_or_empty(at + 1) == "to").then_some(2);
    }
    Some(1)
}

/// Whether a word is one of some, in any case.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}
