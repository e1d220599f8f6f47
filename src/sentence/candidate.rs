//! A place where a sentence may end, and what stands around it.
//!
//! [`super::boundary`] finds the marks, this module reads their surroundings
//! once, and [`super::rules`] judges by what was read. Nothing here looks further
//! than a bounded number of words, so that segmenting stays linear.

use super::marks::{Closers, Terminator, is_opening, terminators};
use crate::article::Article;
use crate::lexicon::{Abbreviation, Lexicon, WordClass};
use crate::text::Span;

/// A word is read no further than this many bytes: longer ones are no abbreviations.
const LONGEST_WORD: usize = 40;
/// No entry of the list of abbreviations is longer, in bytes.
pub(super) const LONGEST_ABBREVIATION: usize = 6;

/// A run of terminators with the closing marks behind it, and its surroundings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// What is known of its language.
    pub(super) lexicon: &'static Lexicon,
    /// Where the block ends.
    pub(super) limit: usize,
    /// The sentence so far, up to the terminator.
    pub(super) sentence: Span,
    /// What kind of terminator it is.
    pub(super) terminator: Terminator,
    /// Whether a quotation mark closes behind the terminator.
    pub(super) quote_closes: bool,
    /// Whether a bracket closes behind the terminator.
    pub(super) bracket_closes: bool,
    /// Where the sentence would end: behind the closing marks.
    pub(super) end: usize,
    /// The word before the terminator, inner stops included: `Mr`, `U.S`, `10`.
    pub(super) word: &'a str,
    /// What that word abbreviates, where a single stop stands behind it and no quotation mark.
    pub(super) abbreviation: Option<Abbreviation>,
    /// What comes after the white space.
    pub(super) next: Next<'a>,
}

/// What stands at a terminator.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'a> {
    /// A place where a sentence may end.
    Candidate(Candidate<'a>),
    /// A mark inside a word, a number or an address; the search goes on behind it.
    Nothing {
        /// Where.
        go_on: usize,
    },
}

/// The beginning of what follows a candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'a> {
    /// Where it begins, opening marks included.
    pub(super) start: usize,
    /// The mark that stands first.
    pub(super) opener: Opener,
    /// The first character behind opening marks; a blank where there is none.
    pub(super) first: char,
    /// The first word, without marks.
    pub(super) word: &'a str,
    /// Whether a full stop touches that word: `A. Milne`, `Mr. Smith`.
    pub(super) stop: bool,
}

/// What may stand before the first word of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opener {
    /// No mark.
    Nothing,
    /// A quotation mark.
    Quote,
    /// A bracket.
    Bracket,
    /// A dash, a blank and a capital letter: a turn of talk, or an item.
    Dash,
}

impl<'a> Candidate<'a> {
    /// Reads the surroundings of the terminator at `mark`, in a block that ends at `limit`.
    ///
    /// Where no white space stands behind it, it ends nothing, but for blanks that were lost
    /// (see [`lost_blank`]).
    pub(super) fn read(article: &'a Article, sentence_start: usize, mark: usize, limit: usize) -> Found<'a> {
        let (text, lexicon) = (article.text.as_ref(), article.lexicon());
        let (terminator, after) = terminators(text, mark, limit);
        let closers = Closers::read(text, after, limit);
        let gap = blanks(text, closers.end, limit);
        let lost = || lost_blank(text, Span::new(sentence_start, mark), closers.end, limit);
        if gap == 0 && terminator != Terminator::Wide && !lost() {
            return Found::Nothing { go_on: closers.end };
        }
        let word = word_before(text, sentence_start, mark);
        let single = terminator == Terminator::Stop && !closers.quote;
        Found::Candidate(Candidate {
            text,
            lexicon,
            limit,
            sentence: Span::new(sentence_start, mark),
            terminator,
            quote_closes: closers.quote,
            bracket_closes: closers.bracket,
            end: closers.end,
            word,
            abbreviation: if single { abbreviation(lexicon, word) } else { None },
            next: Next::read(text, closers.end + gap, limit),
        })
    }

    /// The word before [`Candidate::word`], without marks; empty at the sentence's start.
    pub(super) fn word_before_that(&self) -> &'a str {
        let before = Span::new(self.sentence.start(), self.sentence.end() - self.word.len()).of(self.text);
        let trimmed = before.trim_end();
        if trimmed.is_empty() || trimmed.len() == before.len() {
            return "";
        }
        let end = self.sentence.start() + trimmed.len();
        word_before(self.text, self.sentence.start(), end)
    }

    /// Whether the sentence begins with a small letter.
    pub(super) fn starts_small(&self) -> bool {
        const MARKS: usize = 4; // characters before the first letter, at most
        let mut head = self.sentence.of(self.text).chars().take(MARKS + 1);
        head.find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
    }

    /// Whether a comma stands before [`Candidate::word`].
    pub(super) fn follows_comma(&self) -> bool {
        let before = Span::new(self.sentence.start(), self.sentence.end() - self.word.len()).of(self.text);
        before.trim_end().ends_with(',')
    }

    /// Whether the sentence so far has no more than `most` words.
    pub(super) fn is_short(&self, most: usize) -> bool {
        self.sentence.len() <= most * LONGEST_WORD
            && self.sentence.of(self.text).split_whitespace().take(most + 1).count() <= most
    }
}

impl<'a> Next<'a> {
    fn read(text: &'a str, start: usize, limit: usize) -> Next<'a> {
        let rest = Span::new(start, limit).of(text);
        let inner = rest.trim_start_matches(is_opening);
        // « Non »: a blank stands inside the mark
        let inner = if rest.starts_with('«') { inner.trim_start() } else { inner };
        let opener = match rest.chars().next() {
            Some('(' | '[' | '{' | '（') => Opener::Bracket,
            Some(c) if is_opening(c) => Opener::Quote,
            _ if dash_opens(rest) => Opener::Dash,
            _ => Opener::Nothing,
        };
        let word = Span::new(0, word_len(inner)).of(inner);
        Next {
            start,
            opener,
            first: inner.chars().next().unwrap_or(' '),
            word,
            stop: inner.as_bytes().get(word.len()) == Some(&b'.'),
        }
    }

    /// Whether it begins as a sentence does: a word of the closed class that opens
    /// sentences and is no part of a name.
    pub(super) fn is_starter(&self, lexicon: &Lexicon) -> bool {
        !self.stop && lexicon.sentence_starters.contains(self.word)
    }

    /// Whether the first word is written small, brands like *iPhone* left aside.
    pub(super) fn is_small(&self) -> bool {
        self.first.is_lowercase() && !self.word.chars().skip(1).take(2).any(char::is_uppercase)
    }

    /// Whether an address with a path comes next, as embedded pictures and posts leave it:
    /// `pic.example.com/a1B2`.
    pub(super) fn is_address(&self, text: &str, limit: usize) -> bool {
        const LONGEST: usize = 80; // bytes of the host
        let head = Span::new(self.start, text.floor_char_boundary(limit.min(self.start + LONGEST))).of(text);
        let Some((host, _)) = head.split_once(|c: char| c == '/' || c.is_whitespace()) else { return false };
        let label =
            |label: &str| label.len() > 1 && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        head.as_bytes().get(host.len()) == Some(&b'/') && host.contains('.') && host.split('.').all(label)
    }

    /// The byte behind the reporting verb where a name with one comes next: `Smith asked`,
    /// `Ms. Ruiz of Lima said`.
    pub(super) fn reporting_verb(&self, lexicon: &Lexicon, text: &str, limit: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 7; // words
        if self.opener != Opener::Nothing || !self.first.is_uppercase() || self.is_starter(lexicon) {
            return None;
        }
        let mut small = 0;
        let mut at = self.start;
        for n in 0..=LONGEST_NAME {
            let rest = Span::new(at, limit).of(text);
            at += rest.len() - rest.trim_start().len();
            let rest = Span::new(at, limit).of(text);
            let len = word_len(rest);
            if len == 0 {
                return None;
            }
            let word = Span::new(0, len).of(rest);
            if n > 0 && lexicon.speech_verbs.has(word, WordClass::Tag) {
                return Some(at + len);
            }
            at += len;
            if rest.as_bytes().get(len) == Some(&b'.') {
                at += 1; // a title or an initial
            }
            if word.starts_with(char::is_lowercase) {
                small += 1;
                if small > 2 {
                    return None;
                }
            }
        }
        None
    }
}

/// Whether `text` is a dash, a blank and a capital letter, perhaps with a quotation mark before it.
fn dash_opens(text: &str) -> bool {
    let rest = text.trim_start_matches(['-', '–', '—', '―']);
    rest.len() < text.len()
        && rest.starts_with(char::is_whitespace)
        && rest.trim_start().trim_start_matches(['"', '“', '‘', '\'']).starts_with(char::is_uppercase)
}

/// What `word` abbreviates, where it is in the list.
fn abbreviation(lexicon: &Lexicon, word: &str) -> Option<Abbreviation> {
    // `R-Ariz`: what counts stands behind the hyphen
    let word = word.rsplit_once('-').map_or(word, |(_, last)| last);
    if word.is_empty() || word.len() > LONGEST_ABBREVIATION {
        return None;
    }
    lexicon.abbreviations.get(word).or_else(|| {
        let upper = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        upper.then(|| lexicon.abbreviations.get(&capitalized(word))).flatten()
    })
}

/// Bytes of white space in `text` behind `from`.
fn blanks(text: &str, from: usize, limit: usize) -> usize {
    let rest = Span::new(from, limit).of(text);
    rest.len() - rest.trim_start().len()
}

/// Whether a blank was lost between a sentence that ends with a plain word and the next:
/// `The river rose.The town slept.`
///
/// `Example.Com`, `a.b.Cd` and `/news.Html` are something else.
fn lost_blank(text: &str, sentence: Span, end: usize, limit: usize) -> bool {
    const SHORTEST: usize = 3; // letters of the word before
    let bytes = text.as_bytes();
    let [first, second, ..] = bytes[end..limit] else { return false };
    if !first.is_ascii_uppercase() || !(second.is_ascii_lowercase() || second == b' ') {
        return false;
    }
    let before = &bytes[sentence.range()];
    let letters = before.iter().rev().take(LONGEST_WORD).take_while(|b| b.is_ascii_lowercase()).count();
    let edge = before.len().checked_sub(letters + 1).map(|at| before[at]);
    letters >= SHORTEST && edge.is_none_or(|b| b.is_ascii_whitespace())
}

/// The word that ends at `end`: letters, digits, stops and ampersands between them.
fn word_before(text: &str, from: usize, end: usize) -> &str {
    let bytes = text.as_bytes();
    let from = from.max(end.saturating_sub(LONGEST_WORD));
    let mut start = end;
    while start > from {
        let b = bytes[start - 1];
        // general punctuation, such as curly marks and dashes, ends the word
        let punctuation =
            b >= 0x80 && start >= from + 3 && bytes[start - 3] == 0xe2 && bytes[start - 2] == 0x80;
        if punctuation || !(b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'.' | b'&' | b'-')) {
            break;
        }
        start -= 1;
    }
    while !text.is_char_boundary(start) {
        start += 1;
    }
    Span::new(start, end).of(text)
}

/// Bytes of the word at the head of `text`, apostrophes and hyphens inside it included.
pub(super) fn word_len(text: &str) -> usize {
    let mut len = 0;
    for (at, c) in text.char_indices() {
        if !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '&')) || at >= LONGEST_WORD {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// `GEN` as `Gen`.
fn capitalized(word: &str) -> String {
    let mut out = word.to_ascii_lowercase();
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    out
}
