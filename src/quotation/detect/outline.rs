//! The article as its reporter wrote it: words, and each marked piece as one item.
//!
//! Who said it stands around a quotation, never inside. So every rule reads the
//! outline, where the words between marks are not there to mislead it.
//! Invariants: items are in the order of the text; a sentence of the outline
//! never ends inside of marks and never crosses a block.

use std::ops::Range;

use super::capitals::{Capitals, starts_name};
use super::marks::Marked;
use super::words::ClassTable;
use crate::article::{Article, BlockId};
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::sentence::Sentences;
use crate::text::{Key, Span, Token, Vocabulary};

/// A word of the reporter's, or a whole marked piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The word, or the piece with its marks.
    pub(super) span: Span,
    /// What the word can be; nothing for a piece.
    pub(super) class: WordClasses,
    /// Whether it starts with a capital letter.
    pub(super) capital: bool,
    /// `Trump’s`.
    pub(super) possessive: bool,
    /// What stands between it and the next item.
    pub(super) gap: Gap,
    /// Which piece it is.
    pub(super) piece: Option<usize>,
    /// What the word is compared by.
    pub(super) key: Option<Key>,
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
    pub(super) const OTHER: Gap = Gap(256);
    /// What separates clauses.
    pub(super) const CLAUSE: Gap = Gap(2 | 4 | 8 | 16 | 128);
    /// Anything at all.
    pub(super) const ANY: Gap = Gap(0x1ff);

    pub(super) fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Gap) {
        self.0 |= other.0;
    }

    fn between(text: &str) -> Gap {
        let mut gap = Gap::default();
        // Anna Kern- Berg: a blank that got into a name
        if text == "- " {
            return gap;
        }
        for c in text.chars() {
            gap.add(match c {
                ',' => Gap::COMMA,
                '.' | '!' | '?' | '…' => Gap::STOP,
                ';' => Gap::SEMICOLON,
                ':' => Gap::COLON,
                '—' | '–' | '―' => Gap::DASH,
                '(' | '[' => Gap::OPEN,
                ')' | ']' => Gap::CLOSE,
                c if c.is_whitespace() => Gap::default(),
                _ => Gap::OTHER,
            });
        }
        if text.contains("--") || text.contains(" - ") {
            gap.add(Gap::DASH);
        }
        gap
    }
}

/// The items of an article, with its blocks and sentences as ranges of them.
pub(super) struct Outline<'a> {
    pub(super) text: &'a str,
    /// What is known of its language.
    pub(super) lexicon: &'static Lexicon,
    vocabulary: &'a Vocabulary,
    pub(super) items: Vec<Item>,
    /// One range for each block of the article.
    pub(super) blocks: Vec<Range<usize>>,
    /// In order; together they are all items.
    pub(super) sentences: Vec<Range<usize>>,
    /// Where each marked piece stands among the items.
    pub(super) pieces: Vec<usize>,
}

impl<'a> Outline<'a> {
    /// Builds the outline from the tokens and the marked pieces.
    pub(super) fn new(
        article: &'a Article,
        sentences: &Sentences,
        vocabulary: &'a Vocabulary,
        pieces: &[Marked],
    ) -> Outline<'a> {
        let mut outline = Outline {
            text: &article.text,
            lexicon: article.lexicon(),
            vocabulary,
            items: Vec::with_capacity(sentences.all_tokens().len()),
            blocks: Vec::with_capacity(article.blocks.len()),
            sentences: Vec::new(),
            pieces: Vec::with_capacity(pieces.len()),
        };
        let mut classes = ClassTable::new(outline.lexicon, vocabulary);
        let capitals = Capitals::of(article, sentences, vocabulary);
        let mut next = 0;
        let mut sentence_ids = sentences.iter().peekable();
        for (index, block) in article.blocks.iter().enumerate() {
            let start = outline.items.len();
            let id = BlockId::new(index);
            while let Some((sentence, whole)) = sentence_ids.next_if(|(_, sentence)| sentence.block <= id) {
                for (place, token) in sentences.tokens(sentence).iter().enumerate() {
                    outline.add_pieces(pieces, &mut next, token.word.end());
                    let word = article.slice(token.word);
                    let covered =
                        outline.items.last().is_some_and(|item| token.word.start() < item.span.end());
                    if !covered && word.contains(char::is_alphanumeric) {
                        let class = capitals.classed(block.kind, place, token, classes.of(word, token));
                        outline.add_word(token, class);
                    }
                }
                outline.add_pieces(pieces, &mut next, whole.span.end());
                if outline.items.last().is_some_and(|item| item.span.end() <= whole.span.end())
                    && outline.items.len() > start
                {
                    outline.end_sentence();
                }
            }
            outline.add_pieces(pieces, &mut next, block.span.end());
            if outline.items.len() > start {
                outline.end_sentence();
            }
            outline.blocks.push(start..outline.items.len());
            outline.fill_gaps(start, block.span.end());
        }
        if article.language.capitalizes_nouns() {
            outline.lower_nouns();
        }
        outline
    }

    /// Takes the capital from words that are nouns and no names: *die Brücke*, *der alte Hafen*,
    /// *ein Sprecher*. What stands without an article is left to be a name.
    fn lower_nouns(&mut self) {
        for at in 0..self.items.len() {
            let item = &self.items[at];
            if !item.capital || item.class.is(WordClass::Given) || item.class.is(WordClass::Title) {
                continue;
            }
            let before = at.checked_sub(1).map(|before| &self.items[before]);
            let led = before.is_some_and(|before| {
                let leads = before.class.is(WordClass::Determiner) || before.class.is(WordClass::Possessive);
                !before.gap.has(Gap::ANY) && (leads || !before.capital && self.is_adjective(at - 1))
            });
            if led || item.class.is(WordClasses::SPEAKER) {
                self.items[at].capital = false;
            }
        }
    }

    /// Whether a word can only be an adjective where a noun follows: *alte*, *neuen*.
    fn is_adjective(&self, at: usize) -> bool {
        let item = &self.items[at];
        let others = WordClass::Preposition | WordClass::Auxiliary | WordClass::Clause | WordClass::Pronoun;
        item.piece.is_none()
            && !item.class.is(WordClasses::CUE.with(others))
            && item.class.is(WordClass::Adjective)
    }

    /// Adds the pieces that start before `end`.
    fn add_pieces(&mut self, pieces: &[Marked], next: &mut usize, end: usize) {
        while let Some(piece) = pieces.get(*next).filter(|piece| piece.outer.start() < end) {
            self.pieces.push(self.items.len());
            self.items.push(Item {
                span: piece.outer,
                class: WordClasses::default(),
                capital: false,
                possessive: false,
                gap: Gap::default(),
                piece: Some(*next),
                key: None,
            });
            *next += 1;
        }
    }

    fn add_word(&mut self, token: &Token, class: WordClasses) {
        let (span, key) = (token.word, Some(token.key));
        let word = span.of(self.text);
        let possessive = self.lexicon.language.possessive_ending(word) > 0;
        let capital = starts_name(self.lexicon, word);
        self.items.push(Item { span, class, capital, possessive, gap: Gap::default(), piece: None, key });
    }

    fn end_sentence(&mut self) {
        let start = self.sentences.last().map_or(0, |last| last.end);
        if start < self.items.len() {
            self.sentences.push(start..self.items.len());
        }
    }

    /// Notes what stands between the items of a block that starts at `start`.
    fn fill_gaps(&mut self, start: usize, block_end: usize) {
        for at in start..self.items.len() {
            let from = self.items[at].span.end();
            let to = self.items.get(at + 1).map_or(block_end, |next| next.span.start());
            self.items[at].gap = Gap::between(Span::new(from, to.max(from)).of(self.text));
            // “…” -Anna Berg
            let between = Span::new(from, to.max(from)).of(self.text);
            if self.items[at].piece.is_some() && between.trim() == "-" && between.len() > 1 {
                self.items[at].gap.add(Gap::DASH);
            }
            // the stop of `Sen. Anna Berg` ends nothing
            if self.items[at].class.is(WordClass::Abbreviation) || self.is_initial(at) {
                self.items[at].gap.0 &= !Gap::STOP.0;
            }
        }
        let first = self.sentences.partition_point(|sentence| sentence.start < start);
        for sentence in &self.sentences[first..] {
            self.items[sentence.end - 1].gap.add(Gap::END);
        }
    }

    /// A single capital letter: `J. Smith`.
    fn is_initial(&self, at: usize) -> bool {
        self.items[at].capital && self.items[at].piece.is_none() && self.items[at].span.len() == 1
    }

    /// The word of an item, without a possessive ending.
    pub(super) fn word(&self, at: usize) -> &'a str {
        let word = self.items[at].span.of(self.text);
        Span::new(0, word.len() - self.lexicon.language.possessive_ending(word)).of(word)
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
    pub(super) fn block_of(&self, item: usize) -> usize {
        self.blocks.partition_point(|block| block.end <= item)
    }

    /// From the first to the last of some items.
    pub(super) fn span(&self, items: &Range<usize>) -> Span {
        self.items[items.start].span.join(self.items[items.end - 1].span)
    }

    /// Whether an item is a word of one of the classes.
    pub(super) fn is(&self, at: usize, any: impl Into<WordClasses>) -> bool {
        self.items.get(at).is_some_and(|item| item.class.is(any))
    }

    /// Whether an item is a word with a capital that can be part of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        item.capital && item.piece.is_none() && !item.class.is(WordClass::Nameless)
    }

    /// Whether an item is a common noun for one who speaks: *spokesman*, not *Chairman*.
    pub(super) fn is_speaking_noun(&self, at: usize) -> bool {
        self.is(at, WordClasses::SPEAKER) && !self.items[at].capital
    }

    /// Whether nothing but a blank stands behind an item.
    pub(super) fn runs_on(&self, at: usize) -> bool {
        !self.items[at].gap.has(Gap::ANY)
    }

    /// Whether at most a hyphen or an apostrophe separates an item from the next: *the claimants’ lawyer*.
    pub(super) fn adjoins(&self, at: usize) -> bool {
        matches!(self.items[at].gap, Gap(0) | Gap::OTHER)
    }

    /// What stands in front of an item: the gap of the one before it.
    pub(super) fn gap_before(&self, at: usize) -> Gap {
        at.checked_sub(1).map_or(Gap::END, |before| self.items[before].gap)
    }

    /// A number that belongs to a name: *Ulm 46*, not *May 5*.
    fn is_numeral(&self, at: usize) -> bool {
        let word = self.items[at].span.of(self.text);
        let is_date = self.is(at - 1, WordClass::Month) || self.is(at - 1, WordClass::Time);
        word.len() <= 2
            && word.bytes().all(|b| b.is_ascii_digit())
            && !is_date
            && self.items[at].gap != Gap::COMMA
    }

    /// A word that begins headlines and calls, inside of a name: *Rivers Watch President*.
    fn is_inner(&self, at: usize) -> bool {
        let item = &self.items[at];
        let leads = self.is(at + 1, WordClass::Title) && self.is_name(at + 1);
        item.capital && item.class == WordClass::Nameless.into() && leads && self.runs_on(at)
    }

    /// The names inside of some items: runs of capitalized words, `van` and `Jr.` included.
    pub(super) fn names(&self, within: Range<usize>) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = within.start;
        while at < within.end {
            if !self.is_name(at) {
                at += 1;
                continue;
            }
            let start = at;
            let mut end = at + 1;
            while end < within.end && !self.items[end - 1].possessive {
                let gap = self.items[end - 1].gap;
                if (self.is_name(end) || self.is_numeral(end) || self.is_inner(end)) && !gap.has(Gap::ANY) {
                    end += 1;
                } else if self.is(end, WordClass::Particle)
                    && end + 1 < within.end
                    && self.is_name(end + 1)
                    && !gap.has(Gap::ANY)
                    && !self.items[end].gap.has(Gap::ANY)
                {
                    end += 2;
                } else {
                    break;
                }
            }
            found.push(start..end);
            at = end;
        }
        found
    }
}
