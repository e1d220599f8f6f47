//! A position where a sentence may end, and its context.
//!
//! [`super::boundary`] finds the marks, this module reads their context
//! once, and [`super::rules`] decides by it. Every function here reads a bounded
//! number of words, so that segmenting stays linear.

use super::marks::{Closers, Terminator, is_opening, terminators};
use crate::article::Article;
use crate::lexicon::{Abbreviation, Lexicon, WordClass};
use crate::text::Span;

/// At most this many bytes of a word are read: no abbreviation is longer.
const LONGEST_WORD: usize = 40;
/// The longest entry in the list of abbreviations, in bytes.
pub(super) const LONGEST_ABBREVIATION: usize = 6;

/// A run of terminators with the closing marks after it, and its context.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// The lexicon of its language.
    pub(super) lexicon: &'static Lexicon,
    /// The end of the block.
    pub(super) limit: usize,
    /// The sentence so far, up to the terminator.
    pub(super) sentence: Span,
    /// The kind of terminator.
    pub(super) terminator: Terminator,
    /// Whether a closing quotation mark follows the terminator.
    pub(super) quote_closes: bool,
    /// Whether a closing bracket follows the terminator.
    pub(super) bracket_closes: bool,
    /// The end of the sentence, if it ends here: after the closing marks.
    pub(super) end: usize,
    /// The word before the terminator, inner stops included: `Mr`, `U.S`, `10`.
    pub(super) word: &'a str,
    /// The abbreviation that this word is, if a single stop and no quotation mark follow it.
    pub(super) abbreviation: Option<Abbreviation>,
    /// The text after the white space.
    pub(super) next: Next<'a>,
}

/// What [`Candidate::read`] finds at a terminator.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'a> {
    /// A sentence may end here.
    Candidate(Candidate<'a>),
    /// A mark inside a word, a number or an address.
    Nothing {
        /// The position after it, where the search continues.
        go_on: usize,
    },
}

/// The first word after a candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'a> {
    /// Its start, opening marks included.
    pub(super) start: usize,
    /// The kind of its first mark.
    pub(super) opener: Opener,
    /// The first character after the opening marks, or a space if there is none.
    pub(super) first: char,
    /// The first word, without marks.
    pub(super) word: &'a str,
    /// Whether a full stop touches that word: `A. Milne`, `Mr. Smith`.
    pub(super) stop: bool,
}

/// The mark before the first word of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opener {
    /// No mark.
    Nothing,
    /// A quotation mark.
    Quote,
    /// A bracket.
    Bracket,
    /// A dash, a space and a capital letter: a turn in a dialogue, or a list item.
    Dash,
}

impl<'a> Candidate<'a> {
    /// Reads the context of the terminator at `mark`, in a block that ends at `limit`.
    ///
    /// Without following white space it ends no sentence, unless a space was lost (see [`lost_blank`]).
    pub(super) fn read(article: &'a Article, sentence_start: usize, mark: usize, limit: usize) -> Found<'a> {
        let (text, lexicon) = (article.text.as_ref(), article.lexicon());
        let (terminator, after) = terminators(text, mark, limit);
        let sentence = Span::new(sentence_start, mark);
        let mut closers = Closers::read(text, after, limit);
        if opens_next(text, sentence, Span::new(after, closers.end), limit) {
            closers = Closers { quote: false, bracket: false, end: after };
        }
        closers.end += emoji(text, closers.end, limit);
        let gap = blanks(text, closers.end, limit);
        let lost = || lost_blank(text, sentence, closers, limit);
        if gap == 0 && terminator != Terminator::Wide && !lost() {
            return Found::Nothing { go_on: closers.end };
        }
        let word = word_before(text, sentence_start, mark);
        let single = terminator == Terminator::Stop && !closers.quote;
        Found::Candidate(Candidate {
            text,
            lexicon,
            limit,
            sentence,
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

    /// Whether [`Candidate::word`] is preceded by a comma.
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
        // « Non »: French puts a space after the mark
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

    /// Whether the first word starts sentences and is never part of a name.
    pub(super) fn is_starter(&self, lexicon: &Lexicon) -> bool {
        !self.stop && lexicon.sentence_starters.contains(self.word)
    }

    /// Whether the first word is in lower case, except brands like *iPhone*.
    pub(super) fn is_small(&self) -> bool {
        self.first.is_lowercase() && !self.word.chars().skip(1).take(2).any(char::is_uppercase)
    }

    /// Whether an address with a path follows, as embedded pictures and posts leave it:
    /// `pic.example.com/a1B2`.
    pub(super) fn is_address(&self, text: &str, limit: usize) -> bool {
        const LONGEST: usize = 80; // bytes of the host
        let head = Span::new(self.start, text.floor_char_boundary(limit.min(self.start + LONGEST))).of(text);
        let Some((host, _)) = head.split_once(|c: char| c == '/' || c.is_whitespace()) else { return false };
        let label =
            |label: &str| label.len() > 1 && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        head.as_bytes().get(host.len()) == Some(&b'/') && host.contains('.') && host.split('.').all(label)
    }

    /// The end of the reporting verb if a name with one follows: `Smith asked`,
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

/// Whether `text` begins with a dash, a space and a capital letter, perhaps after a quotation mark.
fn dash_opens(text: &str) -> bool {
    let rest = text.trim_start_matches(['-', '–', '—', '―']);
    rest.len() < text.len()
        && rest.starts_with(char::is_whitespace)
        && rest.trim_start().trim_start_matches(['"', '“', '‘', '\'']).starts_with(char::is_uppercase)
}

/// The kind of abbreviation that `word` is, if it is listed.
fn abbreviation(lexicon: &Lexicon, word: &str) -> Option<Abbreviation> {
    // `R-Ariz`: the part after the hyphen counts
    let word = word.rsplit_once('-').map_or(word, |(_, last)| last);
    if word.is_empty() || word.len() > LONGEST_ABBREVIATION {
        return None;
    }
    lexicon.abbreviations.get(word).or_else(|| {
        let upper = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        upper.then(|| lexicon.abbreviations.get(&capitalized(word))).flatten()
    })
}

/// Bytes of white space in `text` after `from`.
fn blanks(text: &str, from: usize, limit: usize) -> usize {
    let rest = Span::new(from, limit).of(text);
    rest.len() - rest.trim_start().len()
}

/// Whether a space was lost between a sentence that ends with a plain word, a year or a percent sign
/// and the next: `The river rose.The town slept.`
///
/// Not in `Example.Com`, `a.b.Cd` and `/news.Html`.
fn lost_blank(text: &str, sentence: Span, closers: Closers, limit: usize) -> bool {
    const SHORTEST: usize = 3; // letters of the word before
    const YEAR: usize = 4; // digits
    let rest = Span::new(closers.end, limit).of(text);
    let inner = rest.trim_start_matches(is_opening).trim_start_matches('"');
    let [first, second, ..] = *inner.as_bytes() else { return false };
    if !first.is_ascii_uppercase() || !(second.is_ascii_lowercase() || second == b' ') {
        return false;
    }
    let before = &text.as_bytes()[sentence.range()];
    let count = |is: fn(&u8) -> bool| before.iter().rev().take(LONGEST_WORD).take_while(|b| is(b)).count();
    let starts_word = |length: usize| {
        let edge = before.len().checked_sub(length + 1).map(|at| before[at]);
        edge.is_none_or(|b| b.is_ascii_whitespace())
    };
    let (letters, digits) = (count(u8::is_ascii_lowercase), count(u8::is_ascii_digit));
    letters >= SHORTEST && (starts_word(letters) || closers.quote)
        || digits == YEAR && starts_word(digits)
        || before.ends_with(b"%")
}

/// Whether a mark right after a terminator opens the next sentence, whose space was lost:
/// `It grew."We wait," she said.` A `“` closes only what a `„` opened.
fn opens_next(text: &str, sentence: Span, closers: Span, limit: usize) -> bool {
    let follows = Span::new(closers.end(), limit).of(text).starts_with(char::is_uppercase);
    let before = sentence.of(text);
    follows
        && match closers.of(text) {
            "\"" => before.matches('"').count().is_multiple_of(2),
            "“" => !before.contains('„'),
            _ => false,
        }
}

/// Bytes of the emoji after a terminator, with the spaces before them: `Nice work! 👍`.
fn emoji(text: &str, from: usize, limit: usize) -> usize {
    let is_emoji = |c: char| matches!(c, '\u{1f300}'..='\u{1faff}' | '❤');
    let joins = |c: char| is_emoji(c) || matches!(c, '\u{fe0f}' | '\u{200d}');
    let rest = Span::new(from, limit).of(text);
    let marks = rest.trim_start_matches(' ');
    if !marks.starts_with(is_emoji) {
        return 0;
    }
    rest.len() - marks.trim_start_matches(joins).len()
}

/// The word that ends at `end`: letters and digits, with stops, ampersands and hyphens between them.
fn word_before(text: &str, from: usize, end: usize) -> &str {
    let bytes = text.as_bytes();
    let from = from.max(end.saturating_sub(LONGEST_WORD));
    let mut start = end;
    while start > from {
        let b = bytes[start - 1];
        // general punctuation, such as curly marks and dashes, ends the word
        let punctuation =
            b >= 0x80 && start >= from + 3 && bytes[start - 3] == 0xe2 && bytes[start - 2] == 0x80;
        let no_break_space = b == 0xa0 && start >= from + 2 && bytes[start - 2] == 0xc2;
        if punctuation
            || no_break_space
            || !(b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'.' | b'&' | b'-'))
        {
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
