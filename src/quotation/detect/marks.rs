//! Pairs quotation marks, block by block, in every style an outlet may use.
//!
//! Straight, curly, guillemets both ways, German low-high, Swedish, `''` and two
//! backticks, singles with apostrophes told apart. One missing mark costs at most
//! the piece it belongs to, never the article: a piece without its closing mark
//! ends at the next opening mark, at its attribution or with its block.
//! Invariants: pieces are ordered and disjoint, each inside one block; one pass
//! over the characters, so that a megabyte of marks is read like any other text.

use super::signs::{Habits, Rest, Sign, drop_strangers, is_double, signs};
use super::singles;
use crate::article::{Article, BlockId};
use crate::lexicon::{Lexicon, WordClass};
use crate::sentence::Sentences;
use crate::text::Span;

/// A piece of text between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Marked {
    /// With its marks.
    pub(super) outer: Span,
    /// Without its marks and the white space inside of them.
    pub(super) inner: Span,
    /// The block it stands in.
    pub(super) block: BlockId,
    /// What kind of marks.
    pub(super) style: Style,
    /// Whether it goes on from an unclosed piece of the block before.
    pub(super) continues: bool,
    /// Whether its closing mark is there.
    pub(super) closed: bool,
}

/// What kind of marks stand around a piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// `"…"`, `“…”`, `«…»` and their like.
    Double,
    /// `'…'`, `‘…’`, `‹…›`.
    Single,
}

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

/// What a mark does where it stands.
enum Role {
    Opens,
    Closes,
    Nothing,
}

impl Pairing<'_> {
    /// Pairs the signs; true where the block ends inside a quotation.
    fn run(&mut self, signs: &[Sign]) -> bool {
        let mut left = Rest::of(signs);
        for &sign in signs {
            let role = if sign.is_straight() { self.straight(sign, left) } else { self.shaped(sign) };
            match role {
                Role::Opens => self.opening(sign, left),
                Role::Closes => self.closing(sign),
                Role::Nothing => {}
            }
            self.begun = true;
            left.pass(sign);
        }
        let Some(open) = self.open.take() else { return false };
        self.end_unclosed(open, self.block.end())
    }

    /// What a mark does whose shape says so.
    fn shaped(&self, sign: Sign) -> Role {
        let opens = match sign.mark {
            '„' | '「' | '『' => true,
            '“' => !(self.habits.low_high && self.open.is_some()),
            '”' | '‟' => {
                self.open.is_none()
                    && (self.habits.swedish || (sign.looks_opening() && !sign.looks_closing()))
            }
            '«' => !self.habits.inward_guillemets,
            '»' => self.habits.inward_guillemets,
            _ => false,
        };
        if opens { Role::Opens } else { Role::Closes }
    }

    /// What a straight mark does, by its surroundings and how many are left.
    fn straight(&self, sign: Sign, left: Rest) -> Role {
        let digit = sign.before.is_some_and(|c| c.is_ascii_digit());
        if self.open.is_none() {
            return match () {
                () if digit && !sign.after.is_some_and(char::is_alphanumeric) => Role::Nothing,
                () if sign.looks_closing() => Role::Closes,
                () => Role::Opens,
            };
        }
        if digit && left.straight.is_multiple_of(2) && !sign.before_stop() {
            return Role::Nothing;
        }
        // an odd rest means that this one, badly spaced, is the closer
        if sign.looks_opening() && left.straight.is_multiple_of(2) { Role::Opens } else { Role::Closes }
    }

    fn opening(&mut self, sign: Sign, left: Rest) {
        if let Some(open) = &mut self.open {
            let between = Span::new(open.sign.end(), sign.span.start());
            let lost = open.depth == 0
                && between.len() < NEAR
                && before_attribution(self.lexicon, self.text, between).is_some();
            let nested = !sign.is_straight() && (left.opening < left.closing || self.reopens && !lost);
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
        match self.open {
            Some(Open { depth: 1.., .. }) => {
                if let Some(open) = &mut self.open {
                    open.depth -= 1;
                }
            }
            Some(open) => {
                self.open = None;
                let outer = open.sign.join(sign.span);
                self.push(outer, Span::new(open.sign.end(), sign.span.start()), open.continues, true);
            }
            // a closing mark that nothing opened: what was said starts with its sentence
            None if !self.begun => {
                let start = if self.carried {
                    self.block.start()
                } else {
                    let sentence = self.sentences.at(sign.span.start()).map(|id| self.sentences.get(id).span);
                    sentence.map_or(self.block.start(), |span| span.start().max(self.block.start()))
                };
                if start < sign.span.start() {
                    let inner = Span::new(start, sign.span.start());
                    self.push(inner.join(sign.span), inner, self.carried, true);
                }
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

    fn push(&mut self, outer: Span, inner: Span, continues: bool, closed: bool) {
        let inner = trim(self.text, inner);
        // “BERG: We go: in a transcript the label is the reporter's, and so is the mark before it
        let label = label(self.text, inner);
        let (outer, inner, continues) = match label {
            Some(label) => {
                (Span::new(label, outer.end()), trim(self.text, Span::new(label, inner.end())), false)
            }
            None => (outer, inner, continues),
        };
        if inner.of(self.text).contains(char::is_alphanumeric) {
            let piece = Marked { outer, inner, block: self.id, style: Style::Double, continues, closed };
            self.found.push(piece);
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

/// Where the words behind `BERG:` start.
fn label(text: &str, inner: Span) -> Option<usize> {
    /// Longest label, in bytes.
    const REACH: usize = 40;
    let words = inner.of(text);
    let colon = words.bytes().take(REACH).position(|b| b == b':')?;
    let name = Span::new(0, colon).of(words);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let upper =
        letters > 1 && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '’' | '\''));
    let behind = Span::new(colon + 1, words.len()).of(words);
    (upper && behind.starts_with(' '))
        .then(|| inner.start() + colon + 1 + (behind.len() - behind.trim_start().len()))
}

/// A piece without white space and stray marks at its ends.
pub(super) fn trim(text: &str, inner: Span) -> Span {
    let skip = |c: char| c.is_whitespace() || is_double(c) || c == '\u{feff}';
    let both_ends = |span: Span| {
        let words = span.of(text);
        let start = span.start() + (words.len() - words.trim_start_matches(skip).len());
        let end = start + words.trim_matches(skip).len();
        Span::new(start, end + closing_inside(text, Span::new(start, end), span.end()))
    };
    let inner = both_ends(inner);
    // a nested single that lost its partner: “‘We go,” he said; “We go,’”
    let words = inner.of(text);
    let mut chars = words.chars();
    let first = chars.next().filter(|c| matches!(c, '‘' | '\'' | '`'));
    let lost = |c: char| matches!(c, '‘' | '’' | '\'' | '`');
    match first {
        Some(mark) if !chars.as_str().contains(lost) => {
            both_ends(Span::new(inner.start() + mark.len_utf8(), inner.end()))
        }
        Some(_) => inner,
        None => {
            let without =
                |mark: char| words.strip_suffix(mark).filter(|rest| rest.ends_with([',', '.', '!', '?']));
            let rest = ['’', '\''].into_iter().find_map(without).filter(|_| !opens_single(words));
            rest.map_or(inner, |rest| both_ends(Span::new(inner.start(), inner.start() + rest.len())))
        }
    }
}

/// The bytes of a mark behind `inner` that closes one inside: « ce qu’on nomme “une fuite” ».
fn closing_inside(text: &str, inner: Span, to: usize) -> usize {
    let closes = |opening: char| match opening {
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        _ => None,
    };
    let words = inner.of(text);
    let Some((at, opening)) = words.char_indices().rfind(|&(_, c)| is_double(c)) else { return 0 };
    let behind = Span::new(inner.end(), to.max(inner.end())).of(text).chars().next();
    match (closes(opening), behind) {
        (Some(closing), Some(c)) if closing == c && at > 0 => c.len_utf8(),
        _ => 0,
    }
}

/// Whether a single mark stands in front of a word.
fn opens_single(words: &str) -> bool {
    [" '", " ‘", " ’", "('", "(‘", "—‘", "—'"].iter().any(|opener| words.contains(opener))
}
