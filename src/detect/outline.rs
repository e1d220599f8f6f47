//! The article as its reporter wrote it: words, and each marked piece as one item.
//!
//! The attribution is around a quotation, never inside. So every rule reads the
//! outline, in which the words between marks cannot mislead it.
//! Invariants: items are in the order of the text; a sentence of the outline
//! never ends inside of marks and never crosses a block.

use std::ops::Range;

use super::piece::Marked;
use crate::annotated::Annotated;
use crate::article::{Article, BlockId};
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::text::Span;
use crate::word::Word;
use crate::words::{Key, Token, Vocabulary};

/// A word of the reporter's, or a whole marked piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The word, or the piece with its marks.
    pub(super) span: Span,
    /// The classes of the word; none for a piece.
    pub(super) class: WordClasses,
    /// Whether it starts with a capital letter.
    pub(super) capital: bool,
    /// `Trump’s`.
    pub(super) possessive: bool,
    /// The punctuation between it and the next item.
    pub(super) gap: Gap,
    /// Whether it is a marked piece, and no nickname.
    pub(super) is_piece: bool,
    /// The key that the word is compared by.
    key: Option<Key>,
}

/// The punctuation between two items.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Gap(u16);

impl Gap {
    pub(super) const COMMA: Gap = Gap(1);
    pub(super) const STOP: Gap = Gap(2);
    pub(super) const SEMICOLON: Gap = Gap(4);
    pub(super) const COLON: Gap = Gap(8);
    pub(super) const DASH: Gap = Gap(16);
    pub(super) const OPEN: Gap = Gap(32);
    pub(super) const CLOSE: Gap = Gap(64);
    /// The sentence ends here.
    pub(super) const END: Gap = Gap(128);
    /// A hyphen or dash without blanks, an apostrophe, a slash.
    const OTHER: Gap = Gap(256);
    /// Punctuation that separates clauses.
    pub(super) const CLAUSE: Gap = Gap(2 | 4 | 8 | 16 | 128);
    /// Any punctuation.
    pub(super) const ANY: Gap = Gap(0x1ff);

    pub(super) fn has(self, any: Gap) -> bool {
        self.0 & any.0 != 0
    }

    pub(super) const fn or(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }

    fn between(text: &str) -> Gap {
        // Anna Kern- Berg: a blank that got into a name
        if text == "- " {
            return Gap::default();
        }
        let of_char = |c| match c {
            ',' => Gap::COMMA,
            '.' | '!' | '?' | '…' => Gap::STOP,
            ';' => Gap::SEMICOLON,
            ':' => Gap::COLON,
            '—' | '–' | '―' => Gap::DASH,
            '(' | '[' => Gap::OPEN,
            ')' | ']' => Gap::CLOSE,
            _ => Gap::OTHER,
        };
        let dash = if text.contains("--") || text.contains(" - ") { Gap::DASH } else { Gap::default() };
        text.chars().filter(|c| !c.is_whitespace()).map(of_char).fold(dash, Gap::or)
    }
}

/// The items of an article, with its blocks and sentences as ranges of them.
pub(super) struct Outline<'a> {
    pub(super) text: &'a str,
    /// The word lists of its language.
    pub(super) lexicon: &'static Lexicon,
    vocabulary: &'a Vocabulary,
    pub(super) items: Vec<Item>,
    /// One range for each block of the article.
    pub(super) blocks: Vec<Range<usize>>,
    /// In order; together they are all items.
    pub(super) sentences: Vec<Range<usize>>,
    /// The item of each marked piece.
    pub(super) pieces: Vec<usize>,
}

impl<'a> Outline<'a> {
    /// Builds the outline from the tokens and the marked pieces.
    pub(super) fn new(of: &'a Annotated, vocabulary: &'a Vocabulary, pieces: &[Marked]) -> Outline<'a> {
        let Annotated { article, sentences, words, .. } = of;
        let mut outline = Outline {
            text: &article.text,
            lexicon: article.lexicon(),
            vocabulary,
            items: Vec::with_capacity(sentences.all_tokens().len()),
            blocks: Vec::with_capacity(article.blocks.len()),
            sentences: Vec::new(),
            pieces: Vec::with_capacity(pieces.len()),
        };
        let mut sentence_ids = sentences.iter().peekable();
        for (index, block) in article.blocks.iter().enumerate() {
            let start = outline.items.len();
            let id = BlockId::new(index);
            while let Some((sentence, whole)) = sentence_ids.next_if(|(_, sentence)| sentence.block <= id) {
                for index in sentences.token_range(sentence) {
                    let token = &sentences.all_tokens()[index];
                    outline.add_pieces(pieces, token.word.end());
                    let word = article.slice(token.word);
                    let covered =
                        outline.items.last().is_some_and(|item| token.word.start() < item.span.end());
                    if !covered && word.contains(char::is_alphanumeric) {
                        outline.add_word(token, words.get(index));
                    }
                }
                outline.add_pieces(pieces, whole.span.end());
                if outline.items[start..].last().is_some_and(|item| item.span.end() <= whole.span.end()) {
                    outline.end_sentence();
                }
            }
            outline.add_pieces(pieces, block.span.end());
            outline.end_sentence();
            outline.blocks.push(start..outline.items.len());
            outline.fill_gaps(start, block.span.end());
        }
        if article.language.capitalizes_nouns() {
            outline.lower_nouns();
        }
        outline.name_nicknames(article, pieces);
        outline
    }

    /// Makes nicknames words of the names that they are in: *Anna “Nan” Berg*.
    fn name_nicknames(&mut self, article: &Article, pieces: &[Marked]) {
        /// The longest nickname with its marks, in bytes.
        const LONGEST: usize = 20;
        for (n, piece) in pieces.iter().enumerate() {
            let at = self.pieces[n];
            let is_word = piece.inner.of(self.text).ends_with(char::is_alphanumeric);
            let is_title = article.block(piece.block).kind.is_title();
            let is_short = is_word && !is_title && piece.outer.len() <= LONGEST;
            let follows =
                at > 0 && self.is_name(at - 1) && self.runs_on(at - 1) && !self.items[at - 1].possessive;
            if is_short && follows && self.runs_on(at) && self.is_name(at + 1) {
                self.items[at].is_piece = false;
                self.items[at].capital = true;
            }
        }
    }

    /// Takes the capital from words that are nouns and no names: *die Brücke*, *der alte Hafen*,
    /// *ein Sprecher*. A noun without an article may be a name.
    fn lower_nouns(&mut self) {
        let verbs = WordClasses::CUE
            .with(WordClass::Preposition | WordClass::Auxiliary | WordClass::Clause | WordClass::Pronoun);
        for at in 0..self.items.len() {
            let leads = |before: usize| {
                let item = &self.items[before];
                let is_adjective = item.class.is(WordClass::Adjective) && !item.class.is(verbs);
                self.runs_on(before) && (self.starts_phrase(before) || !item.capital && is_adjective)
            };
            let is_led = at.checked_sub(1).is_some_and(leads);
            if (is_led || self.is(at, WordClasses::SPEAKER)) && !self.is(at, WordClass::Given) {
                self.items[at].capital = false;
            }
        }
    }

    /// Adds the pieces that start before `end`.
    fn add_pieces(&mut self, pieces: &[Marked], end: usize) {
        while let Some(piece) = pieces.get(self.pieces.len()).filter(|piece| piece.outer.start() < end) {
            self.pieces.push(self.items.len());
            self.items.push(Item {
                span: piece.outer,
                class: WordClasses::default(),
                capital: false,
                possessive: false,
                gap: Gap::default(),
                is_piece: true,
                key: None,
            });
        }
    }

    fn add_word(&mut self, token: &Token, word: &Word) {
        self.items.push(Item {
            span: token.word,
            class: word.classes,
            capital: word.capital,
            possessive: word.possessive,
            gap: Gap::default(),
            is_piece: false,
            key: Some(token.key),
        });
    }

    fn end_sentence(&mut self) {
        let start = self.sentences.last().map_or(0, |last| last.end);
        if start < self.items.len() {
            self.sentences.push(start..self.items.len());
        }
    }

    /// Notes the punctuation between the items of a block that starts at `start`.
    fn fill_gaps(&mut self, start: usize, block_end: usize) {
        for at in start..self.items.len() {
            let item = &self.items[at];
            let from = item.span.end();
            let to = self.items.get(at + 1).map_or(block_end, |next| next.span.start());
            let between = Span::new(from, to.max(from)).of(self.text);
            let mut gap = Gap::between(between);
            // “…” -Anna Berg
            if item.is_piece && between.trim() == "-" && between.len() > 1 {
                gap = gap.or(Gap::DASH);
            }
            // the stop of `Sen. Anna Berg` and `J. Smith` ends nothing
            if item.class.is(WordClass::Abbreviation) || item.capital && item.span.len() == 1 {
                gap.0 &= !Gap::STOP.0;
            }
            self.items[at].gap = gap;
        }
        let first = self.sentences.partition_point(|sentence| sentence.start < start);
        for sentence in &self.sentences[first..] {
            let last = &mut self.items[sentence.end - 1];
            last.gap = last.gap.or(Gap::END);
        }
    }

    /// The word of an item, without a possessive ending.
    pub(super) fn word(&self, at: usize) -> &'a str {
        let word = self.items[at].span.of(self.text);
        Span::new(0, word.len() - self.lexicon.language.possessive_ending(word)).of(word)
    }

    /// The word of an item in lower case.
    pub(super) fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    /// The folded stem of an item’s word: *prosecutor* of *prosecutors*.
    pub(super) fn stem(&self, at: usize) -> &'a str {
        let key = self.items.get(at).and_then(|item| item.key);
        key.map_or("", |key| self.vocabulary.folded(self.vocabulary.stem(key)))
    }

    /// The sentence that holds an item.
    pub(super) fn sentence_of(&self, item: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= item)
    }

    /// The block that holds an item.
    pub(super) fn block_of(&self, item: usize) -> &Range<usize> {
        &self.blocks[self.blocks.partition_point(|block| block.end <= item)]
    }

    /// From the first to the last of some items.
    pub(super) fn span(&self, items: &Range<usize>) -> Span {
        self.items[items.start].span.join(self.items[items.end - 1].span)
    }

    /// The text of some items.
    pub(super) fn slice(&self, items: &Range<usize>) -> &'a str {
        self.span(items).of(self.text)
    }

    /// Whether an item is a word of one of the classes.
    pub(super) fn is(&self, at: usize, any: impl Into<WordClasses>) -> bool {
        self.items.get(at).is_some_and(|item| item.class.is(any))
    }

    /// Whether an item is a word of one of the classes without a capital.
    pub(super) fn is_lower(&self, at: usize, any: impl Into<WordClasses>) -> bool {
        self.is(at, any) && !self.items[at].capital
    }

    /// Whether an item is a word with a capital that can be part of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.capital && !item.class.is(WordClass::Nameless))
    }

    /// Whether an item is a common noun for one who speaks: *spokesman*, not *Chairman*.
    pub(super) fn is_speaking_noun(&self, at: usize) -> bool {
        self.is_lower(at, WordClasses::SPEAKER)
    }

    /// Whether a word starts a noun phrase: *the*, *her*.
    pub(super) fn starts_phrase(&self, at: usize) -> bool {
        self.is(at, WordClass::Determiner | WordClass::Possessive)
    }

    /// Whether an item is a number in digits.
    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.span.of(self.text).bytes().all(|b| b.is_ascii_digit()))
    }

    /// The punctuation after an item.
    pub(super) fn gap(&self, at: usize) -> Gap {
        self.items[at].gap
    }

    /// The punctuation before an item.
    pub(super) fn gap_before(&self, at: usize) -> Gap {
        at.checked_sub(1).map_or(Gap::END, |before| self.gap(before))
    }

    /// Whether only white space follows an item.
    pub(super) fn runs_on(&self, at: usize) -> bool {
        !self.gap(at).has(Gap::ANY)
    }

    /// Whether at most a hyphen or an apostrophe separates an item from the next: *the claimants’ lawyer*.
    pub(super) fn adjoins(&self, at: usize) -> bool {
        matches!(self.gap(at), Gap(0) | Gap::OTHER)
    }

    /// Whether a phrase ends after an item: at any punctuation but a hyphen or an apostrophe.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        self.gap(at).has(Gap::ANY) && !self.gap(at).has(Gap::OTHER)
    }

    /// A number that belongs to a name: *Ulm 46*, not *May 5*.
    fn is_numeral(&self, at: usize) -> bool {
        let is_date = self.is(at - 1, WordClass::Month | WordClass::Time);
        self.is_digits(at) && self.items[at].span.len() <= 2 && !is_date && self.gap(at) != Gap::COMMA
    }

    /// A word that begins headlines and calls, inside of a name: *Rivers Watch President*.
    fn is_inner(&self, at: usize) -> bool {
        let item = &self.items[at];
        let leads = self.is(at + 1, WordClass::Title) && self.is_name(at + 1);
        item.capital && item.class.is(WordClass::Nameless) && leads
    }

    /// The names inside of some items: runs of capitalized words, `van` and `Jr.` included.
    pub(super) fn names(&self, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut at = within.start;
        std::iter::from_fn(move || {
            let start = (at..within.end).find(|&at| self.is_name(at))?;
            at = start + 1;
            while at < within.end && !self.items[at - 1].possessive && self.runs_on(at - 1) {
                at += match () {
                    () if self.is_name(at) || self.is_numeral(at) || self.is_inner(at) => 1,
                    () if self.is(at, WordClass::Particle) && at + 1 < within.end && self.is_name(at + 1) => {
                        2
                    }
                    () => break,
                };
            }
            Some(start..at)
        })
    }

    /// The name that starts some items.
    pub(super) fn name_at(&self, within: Range<usize>) -> Option<Range<usize>> {
        let start = within.start;
        self.names(within).next().filter(|name| name.start == start)
    }

    /// The name that ends some items.
    pub(super) fn name_ending(&self, within: Range<usize>) -> Option<Range<usize>> {
        let end = within.end;
        self.names(within).last().filter(|name| name.end == end)
    }

    /// Whether a part of a name is that of a body or place.
    pub(super) fn names_body(&self, name: &Range<usize>) -> bool {
        name.clone().any(|at| self.is(at, WordClass::Organization | WordClass::Place))
    }
}
