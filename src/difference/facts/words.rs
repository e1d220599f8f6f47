//! The words of one sentence as the readers of facts see them.

use std::rc::Rc;

use crate::annotated::Annotated;
use crate::lexicon::{
    BoundRole, ClockWord, DateRole, DateWord, FractionWord, Lexicon, NumberWord, TitleForm, WordClass,
    WordClasses,
};
use crate::sentence::SentenceId;
use crate::text::visible::is_blank;
use crate::text::{HYPHENS, Pair, Span};
use crate::words::{Key, Vocabulary};

/// A word with what precedes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// As it is written.
    pub raw: &'a str,
    /// As it is compared.
    pub folded: &'a str,
    /// The same as a number.
    pub key: Key,
    /// Its place in the text.
    pub span: Span,
    /// The marks and blanks between the word before and this one.
    pub gap: &'a str,
    /// Whether a capital here is no evidence of a name: at the head of a sentence or a
    /// quotation, or in a line that capitalizes every word.
    pub opens: bool,
    /// What it counts as a number word below a hundred, alone or at the head of a compound.
    pub number: Option<u128>,
    /// What the lists say of it.
    pub listed: &'a Listed<'a>,
    /// The word lists of its language.
    pub lexicon: &'static Lexicon,
}

/// What the lists of a language say of a word as it is compared.
///
/// Each word of the vocabulary is looked up once, because the readers of facts ask at every
/// word of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    /// What the list of numbers says of it.
    pub number: Option<NumberWord>,
    /// What the list of parts of a whole says of it.
    pub fraction: Option<FractionWord>,
    /// What the list of dates says of it, or of it without the *s* of *Monday’s*.
    pub date: DateWord,
    /// What the list of the clock says of it.
    pub clock: Option<ClockWord>,
    /// Its place in an order: `8th` and *eighth*.
    pub ordinal: Option<u32>,
    /// Its classes among the words around numbers.
    pub around: WordClasses,
    /// Whether it is a common word.
    pub is_common: bool,
    /// The word that it is another form of, in titles; mostly itself.
    pub neutral: &'a str,
    /// What the list of titles says of [`Listed::neutral`].
    pub title: Option<TitleForm>,
    /// Whether a title of several words begins with it.
    pub opens_title: bool,
}

impl<'a> Listed<'a> {
    fn new(folded: &'a str, lexicon: &'static Lexicon) -> Listed<'a> {
        let neutral = lexicon.stems.get(folded).unwrap_or(folded);
        let date = |word: &str| lexicon.dates.get(word);
        Listed {
            number: lexicon.numbers.get(folded),
            fraction: lexicon.fractions.get(folded),
            date: date(folded).or_else(|| date(folded.strip_suffix('s')?)).unwrap_or_default(),
            clock: lexicon.clock.get(folded),
            ordinal: ordinal(folded, lexicon),
            around: lexicon.around_numbers.classes(folded),
            is_common: lexicon.stop_words.contains(folded) || lexicon.contractions.contains(folded),
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

    /// Whether only a blank separates it from the word before.
    pub(super) fn follows(&self) -> bool {
        self.between().is_empty()
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capitalized(&self) -> bool {
        self.raw.starts_with(char::is_uppercase)
    }

    /// Whether it begins with a digit.
    pub(super) fn begins_with_digit(&self) -> bool {
        self.raw.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a dash precedes it, as in `8-10`.
    pub(super) fn is_dashed(&self) -> bool {
        matches!(self.between(), "-" | "–" | "‐" | "‑" | "—" | "-$" | "–$")
    }

    /// Whether it has a class among the words around numbers.
    pub(super) fn is(&self, class: WordClass) -> bool {
        self.listed.around.is(class)
    }

    /// Whether it has a role among the words around dates.
    pub(super) fn is_date_word(&self, role: DateRole) -> bool {
        self.lexicon.dates.get(self.folded).is_some_and(|word| word.roles.contains(role))
    }

    /// Whether it has this role around figures: *between*, *to*, *and*.
    pub(super) fn is_bound_word(&self, role: BoundRole) -> bool {
        self.lexicon.bounds.get(self.folded).is_some_and(|roles| roles.contains(role))
    }

    /// The bytes of its possessive ending.
    pub(super) fn possessive_ending(&self) -> usize {
        self.lexicon.language.possessive_ending(self.raw)
    }
}

/// The words as one phrase, as they are compared.
pub(super) fn phrase(run: &[Word<'_>]) -> String {
    run.iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// How many words on either side of two values are compared: more only cost time, which grows with the
/// square of a sentence that has no stop.
const FAR_WORDS: usize = 60;

/// The words right before and right after two places that are the same on both sides.
pub(super) fn same_around<'a>(
    before: Pair<&'a [Word<'a>]>,
    after: Pair<&'a [Word<'a>]>,
) -> (Vec<&'a Word<'a>>, Vec<&'a Word<'a>>) {
    let is_same = |(one, two): &(&Word<'_>, &Word<'_>)| one.key == two.key;
    let before = before.left.iter().rev().zip(before.right.iter().rev()).take(FAR_WORDS).take_while(is_same);
    let after = after.left.iter().zip(after.right).take(FAR_WORDS).take_while(is_same);
    (before.map(|(word, _)| word).collect(), after.map(|(word, _)| word).collect())
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
        // `1,2 Mio. Euro`: the stop of the number ends no clause
        let gap = if words.last().is_some_and(is_short_number) { gap.trim_start_matches('.') } else { gap };
        end = token.word.end();
        let opens = words.is_empty()
            || gap.contains([':', '“', '"', '‘', '«', '„', '.', '!', '?', '…', '•', '|'])
                && !words.last().is_some_and(is_abbreviated);
        let raw = article.slice(token.word);
        words.push(Word {
            raw,
            folded: vocabulary.folded(token.key),
            key: token.key,
            span: token.word,
            gap,
            opens,
            number: below_hundred(lexicon, raw),
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
fn is_abbreviated(word: &Word<'_>) -> bool {
    word.raw.chars().count() == 1 || word.lexicon.name_stops.contains(word.folded)
}

/// `NO DEAL YET, MINISTER SAYS`, `No Deal Yet, Minister Says`.
fn capitalizes_every_word(words: &[Word<'_>]) -> bool {
    let is_long =
        |word: &&Word<'_>| word.raw.chars().count() > 3 && word.raw.starts_with(char::is_alphabetic);
    let all = words.iter().filter(is_long).count();
    let capitalized = words.iter().filter(is_long).filter(|word| word.is_capitalized()).count();
    all >= 4 && capitalized * 10 >= all * 9
}

/// `8th` and *eighth*.
fn ordinal(folded: &str, lexicon: &Lexicon) -> Option<u32> {
    if let Some(number) = lexicon.ordinals.get(folded) {
        return number.parse().ok();
    }
    let digits = folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = folded.strip_prefix(digits).filter(|ending| !digits.is_empty() && !ending.is_empty())?;
    lexicon.ordinals.contains(&format!("-{ending}")).then(|| digits.parse().ok())?
}

/// The value of a number word below a hundred, alone or at the head of a compound:
/// *five*, *twenty-five*, *five-country*.
fn below_hundred(lexicon: &Lexicon, raw: &str) -> Option<u128> {
    // most words of a text begin as no number does
    if !lexicon.numbers.may_begin(raw.as_bytes().first()?.to_ascii_lowercase()) {
        return None;
    }
    // *quatre-vingts* is one word
    if let Some(value) = number_word(lexicon, raw) {
        return Some(value);
    }
    let mut parts = raw.split(HYPHENS);
    let head = number_word(lexicon, parts.next()?)?;
    match parts.next().and_then(|unit| number_word(lexicon, unit)) {
        Some(unit) if head >= 20 && unit < 10 => Some(head + unit),
        _ => Some(head),
    }
}

/// The value of a number word: *five*, *twenty*.
pub(super) fn number_word(lexicon: &Lexicon, word: &str) -> Option<u128> {
    match lexicon.numbers.get(&word.to_ascii_lowercase())? {
        NumberWord::Value(value) => Some(value),
        NumberWord::AndAHalf(_)
        | NumberWord::Power(_)
        | NumberWord::Dozen
        | NumberWord::Article
        | NumberWord::And
        | NumberWord::Rough => None,
    }
}

/// Calls `f` with the words of a text of one sentence.
#[cfg(test)]
pub(super) fn with_words(text: &str, f: impl FnOnce(&[Word<'_>])) {
    let sample = crate::difference::sample::Sample::new(text, "");
    let listed = listed(sample.sides.as_ref(), &sample.vocabulary);
    let sentence = SentenceId::new(0);
    f(&words(&sample.sides.left, &sample.vocabulary, &listed.left, sentence));
}
