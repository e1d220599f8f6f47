//! An article as linking reads it: its tokens, with what each may do in a match.
//!
//! Words in brackets may be missing, an ellipsis before a word permits a gap, and words of an
//! attribution cost nothing to step over. Invariant: the units of an article are its tokens, one by one.

use std::collections::HashSet;

use enumset::{EnumSet, EnumSetType};

use crate::annotated::Annotated;
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::quotation::{Party, Quotation, QuotationKind};
use crate::text::{Span, is_minus};
use crate::word::Word;
use crate::words::{Key, Vocabulary};

/// What a word is where it occurs.
#[derive(EnumSetType, Debug)]
pub(super) enum Trait {
    /// Says what the text is about; any other is a stop word.
    Content,
    /// A verb of saying.
    Cue,
    /// In brackets: the editor's word, which may be missing on either side.
    Optional,
    /// Follows an ellipsis.
    Ellipsis,
    /// The first word of a fragment.
    Fragment,
    /// Belongs to a clause that names a speaker, outside quotation marks.
    Attributing,
    /// Another link has matched it.
    Taken,
    /// The first word of a sentence.
    Sentence,
    /// Follows a comma, dash or mark.
    Clause,
}

/// A word as matching sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// What it is compared by.
    pub(super) key: Key,
    /// Its index among the tokens of its article.
    pub(super) token: u32,
    pub(super) traits: EnumSet<Trait>,
}

impl Unit {
    /// Whether it has any of these traits.
    pub(super) fn is(self, any: impl Into<EnumSet<Trait>>) -> bool {
        !self.traits.is_disjoint(any.into())
    }

    /// Whether its absence on the other side means something.
    pub(super) fn is_required(self) -> bool {
        !self.is(Trait::Optional)
    }

    /// Whether it says what the text is about.
    pub(super) fn is_content(self) -> bool {
        self.is(Trait::Content)
    }

    /// How much a match of it counts.
    pub(super) fn weight(self) -> i32 {
        if self.is_content() { 10 } else { 6 }
    }

    pub(super) fn add(&mut self, traits: impl Into<EnumSet<Trait>>) {
        self.traits |= traits.into();
    }

    pub(super) fn remove(&mut self, traits: impl Into<EnumSet<Trait>>) {
        self.traits -= traits.into();
    }

    /// The unit without some traits.
    pub(super) fn without(mut self, traits: impl Into<EnumSet<Trait>>) -> Unit {
        self.remove(traits);
        self
    }
}

/// How many words mean something by their absence.
pub(super) fn count_required(units: &[Unit]) -> usize {
    units.iter().filter(|unit| unit.is_required()).count()
}

/// One article's words, and which of them are in quotation marks.
#[derive(Debug)]
pub(super) struct ArticleUnits<'a> {
    pub(super) of: &'a Annotated,
    pub(super) vocabulary: &'a Vocabulary,
    /// Its tokens, one by one.
    pub(super) units: Vec<Unit>,
    /// Whether the token is in the marks of a quotation that is not a scare quote.
    pub(super) quoted: Vec<bool>,
    /// Whether the article has any marked quotation.
    pub(super) has_marks: bool,
    /// The words that have a capital anywhere, in lower case.
    capitals: HashSet<String>,
}

impl<'a> ArticleUnits<'a> {
    /// Reads an article's words.
    pub(super) fn read(of: &'a Annotated, vocabulary: &'a Vocabulary) -> ArticleUnits<'a> {
        let units = units(of, vocabulary);
        let quoted = vec![false; units.len()];
        let capitals = capitals(of);
        let mut words = ArticleUnits { of, vocabulary, units, quoted, has_marks: false, capitals };
        words.mark_brackets();
        words.mark_quoted();
        words.mark_attributions();
        words
    }

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

    /// How far down its article a token is, in thousandths.
    pub(super) fn thousandth(&self, token: usize) -> usize {
        token * 1000 / self.units.len().max(1)
    }

    /// The word of a unit.
    pub(super) fn span(&self, unit: Unit) -> Span {
        self.of.sentences.all_tokens()[unit.token as usize].word
    }

    /// The word of a unit, as it is printed.
    pub(super) fn raw(&self, unit: Unit) -> &'a str {
        self.of.slice(self.span(unit))
    }

    /// The word of a unit, in the form that it is compared in.
    pub(super) fn folded(&self, unit: Unit) -> &'a str {
        self.vocabulary.folded(unit.key)
    }

    /// Whether a word begins with a capital letter.
    pub(super) fn is_capitalized(&self, unit: Unit) -> bool {
        self.raw(unit).starts_with(char::is_uppercase)
    }

    /// What is known about the word of a unit.
    pub(super) fn word(&self, unit: Unit) -> &'a Word {
        self.of.words.get(unit.token as usize)
    }

    /// Whether the word of a unit has any of the classes.
    pub(super) fn is(&self, unit: Unit, any: impl Into<WordClasses>) -> bool {
        self.word(unit).classes.is(any)
    }

    /// Whether the article names a party of the other, by its last name.
    pub(super) fn has_name(&self, party: &Party) -> bool {
        party.name.last().is_some_and(|last| self.capitals.contains(last))
    }

    /// The units of a quotation; each fragment's first has [`Trait::Fragment`].
    pub(super) fn units_of(&self, quotation: &Quotation) -> Vec<Unit> {
        let mut found: Vec<Unit> = Vec::new();
        for fragment in &quotation.fragments {
            for (n, unit) in self.units[self.tokens_in(*fragment)].iter().enumerate() {
                // a text without words is one token of marks
                let raw = self.raw(*unit);
                if !raw.contains(|c: char| c.is_alphanumeric() || "%$£€¥&+@#°§".contains(c)) && !is_minus(raw)
                {
                    continue;
                }
                let mut unit = unit.without(Trait::Attributing);
                if n == 0 {
                    unit.add(Trait::Fragment);
                    unit.remove(Trait::Ellipsis);
                }
                found.push(unit);
            }
        }
        // a remark all in brackets is still somebody's words
        if found.iter().all(|unit| unit.is(Trait::Optional)) {
            for unit in &mut found {
                unit.remove(Trait::Optional);
            }
        }
        found
    }

    /// Marks words in `[…]` and `(…)` as optional.
    fn mark_brackets(&mut self) {
        let text = &self.of.article.text;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(step) = bytes[at..].iter().position(|b| matches!(b, b'[' | b'(')) {
            at += step + 1;
            let close = if bytes[at - 1] == b'[' { ']' } else { ')' };
            let rest = Span::new(at, text.len()).of(text);
            let is_end = |(_, c): &(usize, char)| *c == close || "\n\"“”«»„".contains(*c);
            let end = rest.char_indices().take_while(|(n, _)| *n < BRACKET).find(is_end);
            let Some((length, _)) = end.filter(|(_, c)| *c == close) else { continue };
            for token in self.tokens_in(Span::new(at, at + length)) {
                self.units[token].add(Trait::Optional);
            }
            at += length;
        }
    }

    fn mark_quoted(&mut self) {
        let of = self.of;
        for quotation in of.quotations.iter().filter(|quotation| quotation.marked) {
            self.has_marks = true;
            if quotation.kind != QuotationKind::Scare {
                for fragment in &quotation.fragments {
                    let tokens = self.tokens_in(*fragment);
                    self.quoted[tokens].fill(true);
                }
            }
        }
    }

    /// Marks the clauses around verbs of saying: *, he said.* and *Ann Lee told reporters that*.
    fn mark_attributions(&mut self) {
        let cues = (0..self.units.len()).filter(|at| self.units[*at].is(Trait::Cue) && !self.quoted[*at]);
        for clause in cues.map(|cue| self.clause(cue)).collect::<Vec<_>>() {
            self.units[clause].iter_mut().for_each(|unit| unit.add(Trait::Attributing));
        }
    }

    /// The clause around a verb of saying; if it has no end nearby, up to the verb.
    fn clause(&self, cue: usize) -> std::ops::Range<usize> {
        let begins = |at: &usize| self.units.get(*at).is_none_or(|unit| unit.is(Trait::Clause));
        let first = cue.saturating_sub(CLAUSE);
        let from = (first..=cue).rev().find(begins).unwrap_or(first);
        let end = (cue + 1..=from + CLAUSE).find(begins);
        from..end.unwrap_or(cue + 1)
    }
}

/// The longest remark in brackets that is an editor's addition, in bytes; a longer one may be the speaker's.
const BRACKET: usize = 80;

/// The most words of a clause that names a speaker.
const CLAUSE: usize = 14;

/// The tokens of an article, each with what it and the marks before it say.
fn units(of: &Annotated, vocabulary: &Vocabulary) -> Vec<Unit> {
    let mut end = 0;
    let unit = |(n, token): (usize, &crate::words::Token)| {
        let own = traits(of.words.get(n), vocabulary.folded(token.key));
        let start = token.word.start();
        let between = Span::new(end.min(start), start).of(&of.article.text);
        end = token.word.end();
        Unit { key: token.key, token: n as u32, traits: own | breaks(between) }
    };
    let mut units: Vec<Unit> = of.sentences.all_tokens().iter().enumerate().map(unit).collect();
    for (id, _) in of.sentences.iter() {
        if let Some(unit) = units.get_mut(of.sentences.token_range(id).start) {
            unit.add(Trait::Sentence | Trait::Clause);
        }
    }
    units
}

/// The words of an article that have a capital, in lower case and without possessive endings.
fn capitals(of: &Annotated) -> HashSet<String> {
    let tokens = of.sentences.all_tokens().iter();
    let words = tokens.map(|token| of.slice(token.word)).filter(|word| word.starts_with(char::is_uppercase));
    let own = |word: &str| {
        let ending = of.article.language.possessive_ending(word);
        Span::new(0, word.len() - ending).of(word).to_lowercase()
    };
    words.map(own).collect()
}

/// What a word is anywhere. The cues are *said* and *adding*, not *add*, which the speaker is as
/// likely to say.
fn traits(word: &Word, folded: &str) -> EnumSet<Trait> {
    let mut traits = EnumSet::empty();
    if folded.len() > 1 && !word.classes.is(WordClass::Stop) {
        traits |= Trait::Content;
    }
    if word.classes.is(WordClass::AttributionCue) {
        traits |= Trait::Cue;
    }
    traits
}

/// What the characters before a word say of it.
fn breaks(between: &str) -> EnumSet<Trait> {
    let mut traits = EnumSet::empty();
    if between.contains('…') || between.contains("...") || between.contains(". .") {
        traits |= Trait::Ellipsis;
    }
    // a full stop breaks where a sentence begins after it, not in *Mr. Quill*
    if between.contains(|c| ",:;!?—–…\n()\"“”„«»".contains(c)) || between.contains(" - ") {
        traits |= Trait::Clause;
    }
    traits
}
