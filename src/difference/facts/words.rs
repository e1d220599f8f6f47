//! The words of one sentence as the readers of facts see them.

use std::rc::Rc;

use super::{date, number, quantity};
use crate::annotated::Annotated;
use crate::lexicon::{Lexicon, WordClasses};
use crate::sentence::SentenceId;
use crate::text::visible::is_blank;
use crate::text::{Key, Pair, Span, Vocabulary};

/// A word with what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// As it stands in the text.
    pub raw: &'a str,
    /// As it is compared.
    pub folded: &'a str,
    /// The same as a number.
    pub key: Key,
    /// Where it stands.
    pub span: Span,
    /// The marks and blanks between the word before and this one.
    pub gap: &'a str,
    /// Whether a capital says nothing here: at the head of a sentence or a
    /// quotation, or in a line that capitalizes every word.
    pub opens: bool,
    /// What it counts as a number word below a hundred, alone or at the head of a compound.
    pub number: Option<u128>,
    /// What the lists say of it.
    pub listed: &'a Listed<'a>,
    /// What is known of its language.
    pub lexicon: &'static Lexicon,
}

/// What the lists of a language say of a word as it is compared.
///
/// Every reader of facts asks at every word of an article: so each word of the vocabulary
/// is looked up once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    /// Its value among the numbers.
    pub number: Option<&'static str>,
    /// Its value among the parts of a whole.
    pub fraction: Option<&'static str>,
    /// Its value among the words of dates, or that of it without the *s* of *Monday’s*.
    pub date: Option<&'static str>,
    /// Its value among the words of the clock.
    pub clock: Option<&'static str>,
    /// Its place in an order: `8th` and *eighth*.
    pub ordinal: Option<u32>,
    /// Its classes among the words around numbers.
    pub around: WordClasses,
    /// Whether it is a common word.
    pub is_common: bool,
    /// The word that it is another form of, in titles; mostly itself.
    pub neutral: &'a str,
    /// The common form that [`Listed::neutral`] has among the titles; empty where it is its own.
    pub title: Option<&'static str>,
    /// Whether a title of several words begins with it.
    pub opens_title: bool,
}

impl<'a> Listed<'a> {
    fn new(folded: &'a str, lexicon: &'static Lexicon) -> Listed<'a> {
        let neutral = lexicon.stems.get(folded).unwrap_or(folded);
        Listed {
            number: lexicon.numbers.get(folded),
            fraction: lexicon.fractions.get(folded),
            date: date::named(folded, lexicon),
            clock: lexicon.clock.get(folded),
            ordinal: number::ordinal(folded, lexicon),
            around: lexicon.around_numbers.classes(folded),
            is_common: lexicon.stop_words.contains(folded),
            neutral,
            title: lexicon.titles.get(neutral),
            opens_title: lexicon.titles.opens(folded),
        }
    }
}

/// What the lists of each side's language say of every word of the vocabulary, by its key.
pub(super) fn listed<'a>(sides: Pair<&Annotated>, vocabulary: &'a Vocabulary) -> Pair<Rc<[Listed<'a>]>> {
    let all = |lexicon: &'static Lexicon| {
        let keys = (0..vocabulary.len()).map(Key::new);
        keys.map(|key| Listed::new(vocabulary.folded(key), lexicon)).collect::<Rc<[_]>>()
    };
    let lexicons = sides.map(|side| side.article.lexicon());
    let left = all(lexicons.left);
    let is_shared = lexicons.left.language == lexicons.right.language;
    let right = if is_shared { Rc::clone(&left) } else { all(lexicons.right) };
    Pair::new(left, right)
}

impl Word<'_> {
    /// The marks between the word before and this one, without the blanks at their ends.
    pub(super) fn between(&self) -> &str {
        self.gap.trim_matches(is_blank)
    }

    /// Whether only a blank parts it from the word before.
    pub(super) fn follows(&self) -> bool {
        self.between().is_empty()
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capitalized(&self) -> bool {
        self.raw.starts_with(char::is_uppercase)
    }

    /// Whether a dash stands between the word before and this one, as in `8-10`.
    pub(super) fn is_dashed(&self) -> bool {
        matches!(self.between(), "-" | "–" | "‐" | "‑" | "—" | "-$" | "–$")
    }
}

/// The words of a sentence.
pub(super) fn words<'a>(
    article: &'a Annotated,
    vocabulary: &'a Vocabulary,
    listed: &'a [Listed<'a>],
    id: SentenceId,
) -> Vec<Word<'a>> {
    let mut end = article.sentences.get(id).span.start();
    let lexicon = article.article.lexicon();
    let tokens = article.sentences.tokens(id);
    let mut words: Vec<Word<'a>> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let gap = article.slice(Span::new(end, token.word.start().max(end)));
        // `1,2 Mio. Euro`: the stop of the number parts nothing
        let gap = if words.last().is_some_and(is_short_number) { gap.trim_start_matches('.') } else { gap };
        end = token.word.end();
        let opens = words.is_empty()
            || gap.contains([':', '“', '"', '‘', '«', '„', '.', '!', '?', '…', '•', '|'])
                && !is_abbreviated(words.last());
        let folded = vocabulary.folded(token.key);
        let raw = article.slice(token.word);
        words.push(Word {
            raw,
            folded,
            key: token.key,
            span: token.word,
            gap,
            opens,
            number: quantity::below_hundred(lexicon, raw),
            listed: &listed[token.key.index()],
            lexicon,
        });
    }
    if capitalizes_every_word(&words) {
        for word in &mut words {
            word.opens = true;
        }
    }
    words
}

/// A number that is written with a stop.
fn is_short_number(word: &Word<'_>) -> bool {
    word.listed.number.is_some() && word.lexicon.abbreviations.contains(word.raw)
}

/// `Mr. Smith`, `Gen. Lee`, `J. Edgar`: the stop ends no sentence.
fn is_abbreviated(word: Option<&Word<'_>>) -> bool {
    word.is_some_and(|word| word.raw.chars().count() == 1 || word.lexicon.name_stops.contains(word.folded))
}

/// `NO DEAL YET, MINISTER SAYS`, `No Deal Yet, Minister Says`.
fn capitalizes_every_word(words: &[Word<'_>]) -> bool {
    let long = |word: &&Word<'_>| word.raw.chars().count() > 3 && word.raw.starts_with(char::is_alphabetic);
    let all = words.iter().filter(long).count();
    let capitalized = words.iter().filter(long).filter(|word| word.is_capitalized()).count();
    all >= 4 && capitalized * 10 >= all * 9
}

/// Calls `f` with the words of a text of one sentence.
#[cfg(test)]
pub(super) fn with_words(text: &str, f: impl FnOnce(&[Word<'_>])) {
    let sample = crate::difference::sample::Sample::new(text, "");
    let listed = listed(sample.sides.as_ref(), &sample.vocabulary);
    let sentence = SentenceId::new(0);
    f(&words(&sample.sides.left, &sample.vocabulary, &listed.left, sentence));
}
