//! Pairs quotation marks, block by block, in every style an outlet may use.
//!
//! Straight, curly, guillemets both ways, German low-high, Swedish, `''` and two
//! backticks, singles but no apostrophes. One missing mark costs at most
//! the piece it belongs to, never the article: a piece without its closing mark
//! ends at the next opening mark, at its attribution or with its block.
//! Invariants: pieces are ordered and disjoint, each inside one block; one pass
//! over the characters, so that a megabyte of marks is read like any other text.

use super::piece::{Marked, Style, trim};
use super::signs::{Habits, Rest, Sign, drop_strangers, signs};
use super::singles;
use crate::article::{Article, BlockId};
use crate::lexicon::{Lexicon, WordClass};
use crate::sentence::Sentences;
use crate::text::Span;

/// All marked pieces of an article, in order.
pub(super) fn find(article: &Article, sentences: &Sentences) -> Vec<Marked> {
    let habits = Habits::of(&article.text);
    let mut signs: Vec<Vec<Sign>> =
        article.blocks.iter().map(|block| signs(&article.text, block.span)).collect();
    drop_strangers(&mut signs, &article.blocks);
    let mut found = Vec::new();
    let mut carried = false;
    for (index, block) in article.blocks.iter().enumerate() {
        let reopens = signs.get(index + 1).zip(article.blocks.get(index + 1)).is_some_and(|(next, block)| {
            next.first().is_some_and(|sign| sign.span.start() == block.span.start())
        });
        let mut pairing = Pairing {
            text: &article.text,
            lexicon: article.lexicon(),
            sentences,
            block: block.span,
            id: BlockId::new(index),
            habits,
            carried,
            reopens,
            open: None,
            begun: false,
            found: Vec::new(),
        };
        carried = pairing.run(&signs[index]);
        let mut doubles = pairing.found;
        singles::add(&article.text, block.span, BlockId::new(index), &mut doubles);
        found.append(&mut doubles);
    }
    found
}

/// The state of pairing inside one block.
struct Pairing<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    sentences: &'a Sentences,
    block: Span,
    id: BlockId,
    habits: Habits,
    /// The block before ended inside a quotation.
    carried: bool,
    /// The next block starts with a mark, so that this one may end inside a quotation.
    reopens: bool,
    open: Option<Open>,
    /// A mark has been met: only the first may close what nothing opened.
    begun: bool,
    found: Vec<Marked>,
}

/// A piece that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    sign: Span,
    /// How many pieces of the same style are open inside of it.
    depth: usize,
    continues: bool,
}

impl Pairing<'_> {
    /// Pairs the signs; true if the block ends inside a quotation.
    fn run(&mut self, signs: &[Sign]) -> bool {
        let mut left = Rest::of(signs);
        for &sign in signs {
            if self.opens(sign, left) {
                self.opening(sign, left);
            } else {
                self.closing(sign);
            }
            self.begun = true;
            left.pass(sign);
        }
        let Some(open) = self.open.take() else { return false };
        self.end_unclosed(open, self.block.end())
    }

    /// Whether a mark opens a piece: by its shape, by its surroundings if it is straight.
    fn opens(&self, sign: Sign, left: Rest) -> bool {
        let is_open = self.open.is_some();
        match sign.mark {
            '„' | '「' | '『' => true,
            '“' => !(self.habits.low_high && is_open),
            '”' | '‟' => !is_open && (self.habits.swedish || sign.looks_opening()),
            '«' => !self.habits.inward_guillemets,
            '»' => self.habits.inward_guillemets,
            // an odd rest means that this one, badly spaced, is the closer
            _ if sign.is_straight() && is_open => sign.looks_opening() && left.straight.is_multiple_of(2),
            _ => sign.is_straight() && !sign.looks_closing(),
        }
    }

    fn opening(&mut self, sign: Sign, left: Rest) {
        if let Some(open) = &mut self.open {
            let between = Span::new(open.sign.end(), sign.span.start());
            let lost = open.depth == 0
                && between.len() < NEAR
                && before_attribution(self.lexicon, self.text, between).is_some();
            let nested = left.opening < left.closing || self.reopens && !lost;
            if nested {
                open.depth += 1;
                return;
            }
            let open = *open;
            self.end_unclosed(open, sign.span.start());
        }
        let continues = self.carried && sign.span.start() == self.block.start();
        self.open = Some(Open { sign: sign.span, depth: 0, continues });
    }

    fn closing(&mut self, sign: Sign) {
        let end = sign.span.start();
        match &mut self.open {
            Some(open) if open.depth > 0 => open.depth -= 1,
            Some(open) => {
                let (outer, inner) = (open.sign.join(sign.span), Span::new(open.sign.end(), end));
                let continues = open.continues;
                self.open = None;
                self.push(outer, inner, continues, true);
            }
            // a closing mark that nothing opened: what was said starts with its sentence
            None if !self.begun => {
                let sentence = self.sentences.at(end).filter(|_| !self.carried);
                let start = sentence.map_or(0, |id| self.sentences.get(id).span.start());
                let inner = Span::new(start.max(self.block.start()).min(end), end);
                self.push(inner.join(sign.span), inner, self.carried, true);
            }
            None => {}
        }
    }

    /// Ends a piece whose closing mark is missing: at its attribution, else at `end`;
    /// true where it ends at `end`.
    fn end_unclosed(&mut self, open: Open, end: usize) -> bool {
        let inner = Span::new(open.sign.end(), end);
        // where the next block reopens, only an attribution at the very end shows that a mark is missing
        let reach = if end == self.block.end() && self.reopens { BYLINE } else { inner.len() };
        let cut =
            before_attribution(self.lexicon, self.text, inner).filter(|cut| inner.end() - cut.end() <= reach);
        let inner = cut.unwrap_or(inner);
        self.push(open.sign.join(inner), inner, open.continues, false);
        cut.is_none()
    }

    fn push(&mut self, mut outer: Span, mut inner: Span, mut continues: bool, closed: bool) {
        inner = trim(self.text, inner);
        // “BERG: We go: in a transcript the label is the reporter's, and so is the mark before it
        if let Some(label) = label(self.text, inner) {
            inner = trim(self.text, Span::new(label, inner.end()));
            outer = Span::new(inner.start(), outer.end());
            continues = false;
        }
        if inner.of(self.text).contains(char::is_alphanumeric) {
            let style = Style::Double;
            self.found.push(Marked { outer, inner, block: self.id, style, continues, closed });
        }
    }
}

/// Bytes in which an attribution between two opening marks shows that a closing one is missing.
const NEAR: usize = 600;

/// Bytes of `, Foreign Minister Anna Berg told reporters.` at the end of a block, at most.
const BYLINE: usize = 60;

/// Where a quotation without its closing mark ends: in front of `, he said`.
fn before_attribution(lexicon: &Lexicon, text: &str, inner: Span) -> Option<Span> {
    /// Words between the comma and its verb, in bytes: `, Foreign Minister Anna Berg said`.
    const REACH: usize = 40;
    let words = inner.of(text);
    let mut from = 0;
    let at = words.split(' ').find_map(|word| {
        let at = from;
        from += word.len() + 1;
        let verb = word.trim_end_matches(|c: char| !c.is_alphabetic());
        (at > 0 && lexicon.around_speech.has(verb, WordClass::Closing)).then(|| at - 1)
    })?;
    let comma = words.as_bytes()[..at].iter().rposition(|b| *b == b',')?;
    (at - comma <= REACH).then(|| Span::new(inner.start(), inner.start() + comma + 1))
}

/// Where the label `BERG:` ends.
fn label(text: &str, inner: Span) -> Option<usize> {
    /// Longest label, in bytes.
    const REACH: usize = 40;
    let colon = inner.of(text).bytes().take(REACH).position(|b| b == b':')?;
    let name = Span::new(0, colon).of(inner.of(text));
    let is_upper = |c: char| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '’' | '\'');
    let is_label = name.chars().filter(|c| c.is_uppercase()).count() > 1 && name.chars().all(is_upper);
    is_label.then(|| inner.start() + colon + 1)
}
