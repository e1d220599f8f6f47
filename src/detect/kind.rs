//! How words are quoted: whole sentences, some words, or not at all.
//!
//! Titles, nicknames and scare quotes have the same marks as quotations but quote nobody, unless
//! somebody is said to have said them.

use super::attribution::{Found, Rule};
use super::outline::{Gap, Outline};
use super::piece::{Marked, Style};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::QuotationKind;

/// How a marked piece is quoted, given who is said to have said it.
pub(super) fn kind(outline: &Outline, at: usize, piece: &Marked, found: Option<&Found>) -> QuotationKind {
    let look = Look::of(outline, piece);
    if is_named(outline, at, look.words) || !outline.items[at].is_piece {
        return QuotationKind::Scare;
    }
    let rule = found.map(|found| found.rule);
    // a comma may be the reporter's, unless the attribution follows the marks
    let comma_counts = rule.is_some_and(Rule::follows_marks);
    let is_clause = look.starts || look.ends() && (look.last != Some(',') || comma_counts);
    let is_single = piece.style == Style::Single;
    // a short line in single marks, alone and without a verb
    let unsaid = found.is_none_or(|found| found.cue.is_none());
    let is_subhead = is_single && unsaid && outline.block_of(at).len() == 1 && look.words <= 6;
    let plain = if is_subhead
        || look.is_title(is_single)
        || is_work(outline, at, &look)
        || look.words <= 2 && !look.ends()
    {
        QuotationKind::Scare
    } else if is_clause && (look.words > 3 || look.ends()) {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    };
    let Some(found) = found else {
        let is_term = look.length < 30 && plain != QuotationKind::Direct;
        return if is_term { QuotationKind::Scare } else { plain };
    };
    let is_short = look.words <= 3;
    // they want to see what is a “leave-no-trace” party: a term, if nobody says it
    let is_term = found.rule == Rule::BeforeLoose && is_short && is_attributive(outline, at, &look)
        || found.rule == Rule::SentenceHead && (is_short || is_single && plain != QuotationKind::Direct);
    let vague = matches!(
        found.rule,
        Rule::PreviousSpeaker | Rule::Continuation | Rule::SentenceHead | Rule::PreviousSentence
    );
    match plain == QuotationKind::Scare {
        _ if is_term => QuotationKind::Scare,
        true if vague || !is_said(outline, at, &look, found) => QuotationKind::Scare,
        true => QuotationKind::Mixed,
        false => plain,
    }
}

/// `on “Morning Watch,”`, `in his book, “The Long River,”`: a title, whatever mark ends it.
fn is_work(outline: &Outline, at: usize, look: &Look) -> bool {
    if !look.capitals || look.words > 9 || at == 0 {
        return false;
    }
    let before = at - 1;
    if outline.items[before].is_piece || outline.gap(before).has(Gap::CLAUSE) {
        return false;
    }
    // an interview with “Morning Watch”
    let of_work =
        || at > 1 && outline.is(before, WordClass::Preposition) && outline.is(at - 2, WordClass::Work);
    let leads = || outline.items[before].possessive || outline.is(before, WordClass::BeforeWork) || of_work();
    outline.is(before, WordClass::Work) || !outline.gap(before).has(Gap::COMMA) && look.words > 1 && leads()
}

/// What a piece looks like.
struct Look {
    words: usize,
    length: usize,
    /// It starts like a sentence: a capital, a bracket, an ellipsis.
    starts: bool,
    /// The mark it ends in like a sentence: `.`, `,`, `?`.
    last: Option<char>,
    /// Every word but the small ones has a capital.
    capitals: bool,
}

impl Look {
    fn of(outline: &Outline, piece: &Marked) -> Look {
        let text = piece.inner.of(outline.text);
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '’' | '\'' | '-');
        let words = text.split(|c| !is_word(c)).filter(|word| word.contains(char::is_alphanumeric));
        let is_capital = |word: &str| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                || outline.lexicon.around_speech.has(word, WordClass::Small)
        };
        Look {
            words: words.clone().count(),
            length: text.len(),
            starts: text.starts_with(|c: char| c.is_uppercase() || matches!(c, '[' | '…')),
            last: text.chars().next_back().filter(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | '—')),
            capitals: words.clone().all(is_capital),
        }
    }

    fn ends(&self) -> bool {
        self.last.is_some()
    }

    fn is_title(&self, is_single: bool) -> bool {
        self.capitals && self.words <= 7 && (self.words > 1 || is_single) && !self.ends()
    }
}

/// `is a “…” party`: where an adjective would be.
fn is_attributive(outline: &Outline, at: usize, look: &Look) -> bool {
    let grammar = WordClasses::CUE.with(WordClass::Preposition | WordClass::Clause | WordClass::Auxiliary);
    let is_led = at > 1 && outline.is(at - 1, WordClass::Determiner) && outline.is(at - 2, WordClass::Being);
    is_led && !look.ends() && outline.runs_on(at) && !outline.is(at + 1, grammar)
}

/// `so-called “…”`, `known as “…”`, `titled “…”`.
fn is_named(outline: &Outline, at: usize, words: usize) -> bool {
    let before = at - usize::from(at > 0 && outline.is(at - 1, WordClass::As));
    words <= 4 && before > 0 && outline.is(before - 1, WordClass::Named)
}

/// Whether somebody is said to have said a piece that looks like a title or a term.
fn is_said(outline: &Outline, at: usize, look: &Look, found: &Found) -> bool {
    let Some(cue) = &found.cue else { return false };
    // on CNN’s “Morning Watch,” Berg said: a title is a quotation only if a verb gives it
    let names = matches!(found.rule, Rule::Before | Rule::BeforeLoose | Rule::Coordinated)
        && outline.is(cue.start, WordClass::Naming)
        && cue.start < at;
    !look.capitals || look.words == 1 || found.rule == Rule::BesideVerb || names
}
