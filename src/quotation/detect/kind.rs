//! How words are quoted: whole sentences, some words, or not at all.
//!
//! Titles, nicknames and scare quotes stand in the same marks as quotations but
//! quote nobody, unless somebody is said to have said them.

use super::attribution::{Found, Rule};
use super::marks::{Marked, Style};
use super::outline::{Gap, Outline};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::QuotationKind;

/// How a marked piece is quoted, given who is said to have said it.
pub(super) fn kind(outline: &Outline, at: usize, piece: &Marked, found: Option<&Found>) -> QuotationKind {
    let look = Look::of(outline, piece);
    if is_named(outline, at, look.words) || is_nickname(outline, at) {
        return QuotationKind::Scare;
    }
    // a comma may be the reporter's, unless the attribution stands behind it
    let comma_counts = found.is_some_and(|found| found.rule.is_behind());
    let clause = look.starts || look.ends() && (look.last != Some(',') || comma_counts);
    let plain = match () {
        () if is_subhead(outline, at, piece, &look, found) => QuotationKind::Scare,
        () if look.is_title() || is_work(outline, at, &look) || look.words <= 2 && !look.ends() => {
            QuotationKind::Scare
        }
        () if clause && (look.words > 3 || look.ends()) => QuotationKind::Direct,
        () => QuotationKind::Mixed,
    };
    let Some(found) = found else {
        let short = look.length < 30 && plain != QuotationKind::Direct;
        return if short { QuotationKind::Scare } else { plain };
    };
    let vague = matches!(
        found.rule,
        Rule::PreviousSpeaker | Rule::Continuation | Rule::SentenceHead | Rule::PreviousSentence
    );
    // they want to see what is a “leave-no-trace” party: a term, if nobody says it
    if found.rule == Rule::BeforeLoose && look.words <= 3 && is_attributive(outline, at, &look) {
        return QuotationKind::Scare;
    }
    if plain == QuotationKind::Scare {
        return if !vague && is_said(outline, at, &look, found) {
            QuotationKind::Mixed
        } else {
            QuotationKind::Scare
        };
    }
    if found.rule == Rule::SentenceHead
        && (look.words <= 3 || piece.style == Style::Single && plain == QuotationKind::Mixed)
    {
        return QuotationKind::Scare;
    }
    plain
}

/// A short line in single marks that stands alone.
fn is_subhead(outline: &Outline, at: usize, piece: &Marked, look: &Look, found: Option<&Found>) -> bool {
    let block = &outline.blocks[outline.block_of(at)];
    let unsaid = found.is_none_or(|found| found.cue.is_none());
    piece.style == Style::Single && block.len() == 1 && look.words <= 6 && unsaid
}

/// `on “Morning Watch,”`, `in his book, “The Long River,”`: a title, whatever mark ends it.
fn is_work(outline: &Outline, at: usize, look: &Look) -> bool {
    if !look.capitals || look.words > 9 || at == 0 {
        return false;
    }
    let before = &outline.items[at - 1];
    if before.piece.is_some() || before.gap.has(Gap::CLAUSE) {
        return false;
    }
    if before.class.is(WordClass::Work) {
        return true;
    }
    // an interview with “Morning Watch”
    let of_work = at > 1 && before.class.is(WordClass::Preposition) && outline.is(at - 2, WordClass::Work);
    !before.gap.has(Gap::COMMA)
        && look.words > 1
        && (before.possessive || of_work || before.class.is(WordClass::BeforeWork))
}

/// What a piece looks like.
struct Look {
    words: usize,
    length: usize,
    /// It starts like a sentence: a capital, a bracket, an ellipsis.
    starts: bool,
    /// The mark it ends in like one: `.`, `,`, `?`.
    last: Option<char>,
    /// Every word but the small ones has a capital.
    capitals: bool,
    single: bool,
}

impl Look {
    fn of(outline: &Outline, piece: &Marked) -> Look {
        let text = piece.inner.of(outline.text);
        let mut words = 0;
        let mut capitals = true;
        for word in text
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '’' | '\'' | '-')))
            .filter(|word| word.contains(char::is_alphanumeric))
        {
            words += 1;
            let is_small = || outline.lexicon.around_speech.has(word, WordClass::Small);
            capitals &= word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || is_small();
        }
        Look {
            words,
            length: text.len(),
            starts: text.starts_with(|c: char| c.is_uppercase() || matches!(c, '[' | '…')),
            last: text.chars().next_back().filter(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | '—')),
            capitals,
            single: piece.style == Style::Single,
        }
    }

    fn ends(&self) -> bool {
        self.last.is_some()
    }

    fn is_title(&self) -> bool {
        self.capitals && self.words <= 7 && (self.words > 1 || self.single) && !self.ends()
    }
}

/// `is a “…” party`: it stands where an adjective would.
fn is_attributive(outline: &Outline, at: usize, look: &Look) -> bool {
    let led = at.checked_sub(1).is_some_and(|before| {
        let is =
            before.checked_sub(1).is_some_and(|is| outline.is(is, WordClass::Being) && outline.runs_on(is));
        is && outline.is(before, WordClass::Determiner) && outline.runs_on(before)
    });
    let grammar = WordClasses::CUE.with(WordClass::Preposition | WordClass::Clause | WordClass::Auxiliary);
    let noun = outline.items.get(at + 1).is_some_and(|item| item.piece.is_none() && !item.class.is(grammar));
    led && noun && !look.ends() && outline.runs_on(at)
}

/// `so-called “…”`, `known as “…”`, `titled “…”`.
fn is_named(outline: &Outline, at: usize, words: usize) -> bool {
    let mut before = at;
    if before > 0 && outline.is(before - 1, WordClass::As) {
        before -= 1;
    }
    words <= 4 && before.checked_sub(1).is_some_and(|at| outline.is(at, WordClass::Named))
}

/// `Anna “Nan” Berg`.
fn is_nickname(outline: &Outline, at: usize) -> bool {
    at > 0
        && outline.is_name(at - 1)
        && outline.is_name(at + 1)
        && !outline.items[at - 1].gap.has(Gap::ANY)
        && !outline.items[at].gap.has(Gap::ANY)
        && !outline.items[at - 1].possessive
        && outline.items[at].span.len() <= 20
}

/// Whether somebody is said to have said a piece that looks like a title or a term.
fn is_said(outline: &Outline, at: usize, look: &Look, found: &Found) -> bool {
    let Some(cue) = &found.cue else { return false };
    let verb = outline.items[cue.start].class;
    // on CNN’s “Morning Watch,” Berg said: a title is a quotation only where a verb gives it
    if look.capitals && look.words > 1 {
        return match found.rule {
            Rule::BesideVerb => true,
            Rule::Before | Rule::BeforeLoose | Rule::Coordinated => {
                verb.is(WordClass::Naming) && cue.start < at
            }
            Rule::Dash
            | Rule::AfterInverted
            | Rule::AfterAccording
            | Rule::After
            | Rule::CitedAs
            | Rule::BeforeInverted
            | Rule::Agent
            | Rule::According
            | Rule::Label
            | Rule::SameSentence
            | Rule::Noun
            | Rule::Possessive
            | Rule::PreviousSentence
            | Rule::SentenceHead
            | Rule::Intro
            | Rule::SameParagraph
            | Rule::Continuation
            | Rule::PreviousSpeaker => false,
        };
    }
    true
}
