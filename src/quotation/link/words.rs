//! The article as the search sees it: words with what each may do in a match.
//!
//! The first station of linking. A [`Unit`] is a token of the article and the
//! liberties it takes: words in brackets may be missing, an ellipsis before a
//! word permits a gap, words of an attribution between two pieces cost nothing
//! to step over. Invariant: the units of an article are its tokens, one by one.

use std::collections::HashMap;

use crate::annotated::Annotated;
use crate::lexicon::Lexicon;
use crate::quotation::{Party, Quotation, QuotationKind};
use crate::text::{Key, Span, Vocabulary, is_minus};

use super::cues::is_cue;

/// A word as the search sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// What it is compared by.
    pub(super) key: Key,
    /// Its place among the tokens of its article.
    pub(super) token: u32,
    /// How much a match of it says: [`CONTENT`] or [`STOP`].
    pub(super) weight: u8,
    traits: u8,
}

/// The weight of a word that says what a text is about.
pub(super) const CONTENT: u8 = 10;
/// The weight of a stop word.
pub(super) const STOP: u8 = 6;

/// In brackets: the editor's word, which may be missing on either side.
pub(super) const OPTIONAL: u8 = 1;
/// An ellipsis stands before it.
pub(super) const ELLIPSIS: u8 = 1 << 1;
/// The first word of a fragment.
pub(super) const PIECE: u8 = 1 << 2;
/// Belongs to a clause that names a speaker, outside of quotation marks.
pub(super) const ATTRIBUTING: u8 = 1 << 3;
/// Matched already by another link.
pub(super) const TAKEN: u8 = 1 << 4;
/// The first word of a sentence.
pub(super) const SENTENCE: u8 = 1 << 5;
/// A comma, dash or mark stands before it.
pub(super) const CLAUSE: u8 = 1 << 6;
/// A verb of saying.
pub(super) const CUE: u8 = 1 << 7;

impl Unit {
    /// Whether it has any of these traits.
    pub(super) fn is(self, traits: u8) -> bool {
        self.traits & traits != 0
    }

    /// Whether its absence on the other side means something.
    pub(super) fn is_required(self) -> bool {
        !self.is(OPTIONAL)
    }

    /// Whether it says what the text is about.
    pub(super) fn is_content(self) -> bool {
        self.weight == CONTENT
    }

    pub(super) fn add(&mut self, traits: u8) {
        self.traits |= traits;
    }

    pub(super) fn remove(&mut self, traits: u8) {
        self.traits &= !traits;
    }

    /// The traits alone, for putting two texts into an order that does not depend on their sides.
    pub(super) fn traits(self) -> u8 {
        self.traits
    }
}

/// One article's words, and which of them stand in quotation marks.
#[derive(Debug)]
pub(super) struct Words<'a> {
    /// The article.
    pub(super) of: &'a Annotated,
    /// Its tokens, one by one.
    pub(super) units: Vec<Unit>,
    /// Whether the token stands in the marks of a quotation that is not a scare quote.
    pub(super) quoted: Vec<bool>,
    /// Whether the article has any marked quotation.
    pub(super) has_marks: bool,
    /// The first and the last token of each word that is capitalized inside a sentence.
    capitalized: HashMap<Key, (u32, u32)>,
    /// The words that the article has with a capital, lower case and sorted.
    capitals: Vec<String>,
}

/// Reads an article's words.
pub(super) fn words<'a>(of: &'a Annotated, vocabulary: &Vocabulary) -> Words<'a> {
    let mut weights = vec![0_u8; vocabulary.len()];
    let lexicon = of.article.lexicon();
    let tokens = of.sentences.all_tokens();
    let mut units: Vec<Unit> = Vec::with_capacity(tokens.len());
    for (n, token) in tokens.iter().enumerate() {
        let weight = &mut weights[token.key.index()];
        if *weight == 0 {
            *weight = weigh(lexicon, vocabulary.folded(token.key));
        }
        let before = n.checked_sub(1).map_or(0, |n| tokens[n].word.end());
        let between = Span::new(before.min(token.word.start()), token.word.start()).of(&of.article.text);
        let cue = if *weight & 0x80 != 0 { CUE } else { 0 };
        units.push(Unit {
            key: token.key,
            token: n as u32,
            weight: *weight & 0x7f,
            traits: breaks(between) | cue,
        });
    }
    for (id, _) in of.sentences.iter() {
        if let Some(unit) = units.get_mut(of.sentences.token_range(id).start) {
            unit.add(SENTENCE | CLAUSE);
        }
    }
    let quoted = vec![false; units.len()];
    let mut words =
        Words { of, quoted, units, has_marks: false, capitalized: HashMap::new(), capitals: capitals(of) };
    mark_brackets(&mut words);
    mark_quoted(&mut words);
    mark_attributions(&mut words);
    words.capitalized = capitalized(&words);
    words
}

impl Words<'_> {
    /// What is known of the article's language.
    pub(super) fn lexicon(&self) -> &'static Lexicon {
        self.of.article.lexicon()
    }

    /// The tokens whose word begins in the span.
    pub(super) fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = self.of.sentences.all_tokens();
        let from = tokens.partition_point(|token| token.word.start() < span.start());
        let to = tokens.partition_point(|token| token.word.start() < span.end());
        from..to.max(from)
    }

    /// How far down its article a token stands, in thousandths.
    pub(super) fn part(&self, token: usize) -> usize {
        token * 1000 / self.units.len().max(1)
    }

    /// The word of a unit.
    pub(super) fn span(&self, unit: Unit) -> Span {
        self.of.sentences.all_tokens()[unit.token as usize].word
    }

    /// The word of a unit, as it stands in the text.
    pub(super) fn raw(&self, unit: Unit) -> &str {
        self.of.slice(self.span(unit))
    }

    /// Whether a word begins with a capital letter.
    pub(super) fn is_capitalized(&self, unit: Unit) -> bool {
        self.raw(unit).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the word is capitalized inside a sentence anywhere else.
    pub(super) fn is_capitalized_elsewhere(&self, unit: Unit) -> bool {
        let tokens = self.capitalized.get(&unit.key);
        tokens.is_some_and(|(first, last)| *first != unit.token || *last != unit.token)
    }

    /// Whether the article names a party of the other, by its last name.
    pub(super) fn has_name(&self, party: &Party) -> bool {
        party.name.last().is_some_and(|last| self.capitals.binary_search(last).is_ok())
    }

    /// The units of a quotation; each fragment's first has [`PIECE`].
    pub(super) fn units_of(&self, quotation: &Quotation) -> Vec<Unit> {
        let mut found: Vec<Unit> = Vec::new();
        for fragment in &quotation.fragments {
            let units = &self.units[self.tokens_in(*fragment)];
            for (n, unit) in units.iter().enumerate() {
                // a text without words is one token of marks
                let raw = self.raw(*unit);
                if !(raw.contains(|c: char| c.is_alphanumeric() || is_sign(c)) || is_minus(raw)) {
                    continue;
                }
                let mut unit = *unit;
                unit.remove(ATTRIBUTING);
                if n == 0 {
                    unit.add(PIECE);
                    unit.remove(ELLIPSIS);
                }
                found.push(unit);
            }
        }
        // a remark all in brackets is still somebody's words
        if found.iter().all(|unit| !unit.is_required()) {
            for unit in &mut found {
                unit.remove(OPTIONAL);
            }
        }
        found
    }
}

/// Where each word that is capitalized inside a sentence is so first and last.
fn capitalized(words: &Words) -> HashMap<Key, (u32, u32)> {
    let mut found: HashMap<Key, (u32, u32)> = HashMap::new();
    for unit in words.units.iter().filter(|unit| !unit.is(SENTENCE) && words.is_capitalized(**unit)) {
        found.entry(unit.key).or_insert((unit.token, unit.token)).1 = unit.token;
    }
    found
}

/// The words of an article that have a capital, lower case and sorted.
fn capitals(of: &Annotated) -> Vec<String> {
    let tokens = of.sentences.all_tokens().iter();
    let words = tokens.map(|token| of.slice(token.word)).filter(|word| word.starts_with(char::is_uppercase));
    let own = |word: &str| {
        let ending = of.article.language.possessive_ending(word);
        Span::new(0, word.len() - ending).of(word).to_lowercase()
    };
    let mut found: Vec<String> = words.map(own).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn is_sign(c: char) -> bool {
    matches!(c, '%' | '$' | '£' | '€' | '¥' | '&' | '+' | '@' | '#' | '°' | '§')
}

/// The weight of a word; the highest bit says that it is a verb of saying.
fn weigh(lexicon: &Lexicon, folded: &str) -> u8 {
    let weight = if lexicon.stop_words.contains(folded) || folded.len() == 1 { STOP } else { CONTENT };
    if is_cue(lexicon, folded) { weight | 0x80 } else { weight }
}

/// What stands between two words, as traits of the second.
fn breaks(between: &str) -> u8 {
    let mut traits = 0;
    if between.contains('…') || between.contains("...") || between.contains(". .") {
        traits |= ELLIPSIS;
    }
    // a full stop breaks where a sentence begins behind it, not in *Mr. Quill*
    let is_break = |c: char| {
        matches!(c, ',' | ':' | ';' | '!' | '?' | '—' | '–' | '…' | '\n' | '(' | ')')
            || matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
    };
    if between.contains(is_break) || between.contains(" - ") {
        traits |= CLAUSE;
    }
    traits
}

/// The longest remark in brackets that is an editor's addition, in bytes.
const BRACKET: usize = 80;

/// Marks words in `[…]` and `(…)` as optional.
fn mark_brackets(words: &mut Words) {
    let text = &words.of.article.text;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|b| matches!(b, b'[' | b'(')) {
        let open = at + step;
        at = open + 1;
        let close = if bytes[open] == b'[' { b']' } else { b')' };
        let end = bytes.len().min(open + BRACKET);
        let stop = bytes[at..end].iter().position(|b| matches!(b, b'\n' | b'"') || *b == close);
        let Some(end) = stop.map(|n| at + n).filter(|end| bytes[*end] == close) else { continue };
        if Span::new(at, end).of(text).contains(['“', '”', '«', '»', '„']) {
            continue;
        }
        for token in words.tokens_in(Span::new(at, end)) {
            words.units[token].add(OPTIONAL);
        }
        at = end;
    }
}

fn mark_quoted(words: &mut Words) {
    let of = words.of;
    for quotation in of.quotations.iter().filter(|quotation| quotation.marked) {
        words.has_marks = true;
        if quotation.kind == QuotationKind::Scare {
            continue;
        }
        for fragment in &quotation.fragments {
            let tokens = words.tokens_in(*fragment);
            words.quoted[tokens].fill(true);
        }
    }
}

/// The most words of a clause that names a speaker.
const CLAUSE_WORDS: usize = 14;

/// Marks the clauses around verbs of saying: *, he said.* and *Ann Lee told reporters that*.
fn mark_attributions(words: &mut Words) {
    for cue in 0..words.units.len() {
        if words.units[cue].is(CUE) && !words.quoted[cue] {
            let (from, to) = clause(words, cue);
            words.units[from..to].iter_mut().for_each(|unit| unit.add(ATTRIBUTING));
        }
    }
}

/// Where the clause around a verb of saying begins and ends.
fn clause(words: &Words, cue: usize) -> (usize, usize) {
    let units = &words.units;
    let mut from = cue;
    while from > 0 && cue - from < CLAUSE_WORDS && !units[from].is(CLAUSE) && !words.quoted[from - 1] {
        from -= 1;
    }
    let limit = units.len().min(from + CLAUSE_WORDS);
    let mut to = cue + 1;
    while to < limit && !units[to].is(CLAUSE) && !words.quoted[to] {
        to += 1;
    }
    let is_closed = to == units.len() || units[to].is(CLAUSE) || words.quoted[to];
    (from, if is_closed { to } else { cue + 1 })
}
