//! Who is said to have said a run of words that stands in no marks.
//!
//! Only what the run's own sentence says, in the patterns that wire copy uses:
//! *…, Kremlin spokesman Pavel Orlov told reporters* and *Ann Lee said …*. A
//! pronoun takes the name that opens the sentence before, if the other side's
//! quotation bears it, too. A speaker is absent rather than guessed.

use crate::quotation::{Attribution, Confidence, QuotationKind};
use crate::text::Span;

use super::cues::{is_pronoun, is_title};
use super::speaker::Name;
use super::words::{CLAUSE, CUE, SENTENCE, Words};

/// The rule's name in attributions.
const RULE: &str = "matched";
/// The most words between a run and the verb of saying.
const NEAR: usize = 12;

/// The attribution beside the tokens from `first` to `last`; `partner` is the speaker on the other side.
pub(super) fn attribution(
    words: &Words,
    (first, last): (usize, usize),
    partner: Option<&Name>,
) -> Attribution {
    let within = (first..=last).find(|token| is_free_cue(words, *token, (first, last)));
    let cue = behind(words, last).or(within).or_else(|| ahead(words, first));
    let Some(cue) = cue else { return Attribution { rule: RULE, ..Attribution::NONE } };
    let span = |token: usize| words.span(words.units[token]);
    let found = Attribution { cue: Some(span(cue)), rule: RULE, ..Attribution::NONE };
    if let Some(token) = pronoun(words, cue) {
        let speaker = partner.and_then(|partner| before(words, token, partner));
        let confidence = if speaker.is_some() { Confidence::Weak } else { Confidence::None };
        return Attribution { speaker, mention: Some(span(token)), confidence, ..found };
    }
    let Some((from, to)) = named(words, cue) else { return found };
    let mention = span(from).join(span(to));
    let speaker = Some(fullest(words, (from, to)));
    Attribution { speaker, mention: Some(mention), confidence: Confidence::Strong, ..found }
}

/// The attribution of a reported quotation that lies where the run does.
pub(super) fn inherited(words: &Words, run: Span) -> Option<Attribution> {
    let quotations = &words.of.quotations;
    let mut near = quotations.iter().filter(|q| q.kind == QuotationKind::Indirect && q.span().overlaps(run));
    let reported = near.find(|quotation| quotation.attribution.speaker.is_some())?;
    Some(Attribution { rule: RULE, ..reported.attribution.clone() })
}

/// The verb of a clause that follows the run: *, he said.*
fn behind(words: &Words, last: usize) -> Option<usize> {
    let from = last + 1;
    if from >= words.units.len() || words.units[from].is(SENTENCE) || !words.units[from].is(CLAUSE) {
        return None;
    }
    let inside = |token: &usize| *token == from || !words.units[*token].is(SENTENCE) && !words.quoted[*token];
    (from..words.units.len().min(from + NEAR)).take_while(inside).find(|token| words.units[*token].is(CUE))
}

/// The verb before the run: *Ann Lee said: …*
fn ahead(words: &Words, first: usize) -> Option<usize> {
    let mut token = first;
    while token > 0 && first - token < NEAR && !words.units[token].is(SENTENCE) && !words.quoted[token - 1] {
        token -= 1;
        if words.units[token].is(CUE) {
            return Some(token);
        }
    }
    None
}

/// Whether a verb of saying between the run's pieces is set off by commas.
fn is_free_cue(words: &Words, token: usize, (first, last): (usize, usize)) -> bool {
    let is_near_break = |from: usize, to: usize| (from..=to).any(|n| words.units[n].is(CLAUSE));
    words.units[token].is(CUE)
        && !words.quoted[token]
        && is_near_break(token.saturating_sub(6).max(first + 1), token)
        && token < last
        && is_near_break(token + 1, (token + 6).min(last))
}

/// The pronoun beside the verb: *he said*, *said he*.
fn pronoun(words: &Words, cue: usize) -> Option<usize> {
    let beside = [cue.checked_sub(1), Some(cue + 1).filter(|next| *next < words.units.len())];
    let is_third = |token: &usize| {
        let raw = words.raw(words.units[*token]).to_ascii_lowercase();
        is_pronoun(&raw) && !matches!(raw.as_str(), "it" | "i" | "we" | "who")
    };
    beside.into_iter().flatten().find(is_third)
}

/// The capitalized words beside the verb, before it or behind it.
fn named(words: &Words, cue: usize) -> Option<(usize, usize)> {
    let is_name = |token: usize| is_name(words, token);
    let to = cue.checked_sub(1).filter(|token| is_name(*token) && !words.units[cue].is(CLAUSE));
    if let Some(to) = to {
        let mut from = to;
        while from > 0 && !words.units[from].is(CLAUSE) && is_name(from - 1) {
            from -= 1;
        }
        return Some((from, to));
    }
    // said Mayor Ann Lee; according to Ann Lee; said Kremlin spokesman Pavel Orlov
    let is_open = |token: &usize| !words.units[*token].is(CLAUSE | SENTENCE) && !words.quoted[*token];
    let clause: Vec<usize> = (cue + 1..words.units.len().min(cue + 8)).take_while(is_open).collect();
    // told reporters: the addressee is no speaker
    if !is_inverted(words.raw(words.units[cue])) {
        return None;
    }
    let to = clause.iter().copied().rev().find(|token| is_name(*token))?;
    let mut from = to;
    while from > cue + 1 && is_name(from - 1) {
        from -= 1;
    }
    Some((from, to))
}

fn is_inverted(verb: &str) -> bool {
    !matches!(verb.to_ascii_lowercase().as_str(), "told" | "tells" | "telling" | "asked" | "asks" | "pointed")
}

fn is_name(words: &Words, token: usize) -> bool {
    let unit = words.units[token];
    let raw = words.raw(unit);
    let is_capitalized = raw.chars().next().is_some_and(char::is_uppercase);
    is_capitalized
        && !unit.is(CUE)
        && !words.quoted[token]
        && (unit.is_content() || is_title(&raw.to_lowercase()))
}

/// The name without titles, as the article first gives it in full.
fn fullest(words: &Words, (from, to): (usize, usize)) -> String {
    let is_titled = |token: usize| is_title(&words.raw(words.units[token]).trim_matches('.').to_lowercase());
    let start = (from..to).find(|token| !is_titled(*token)).unwrap_or(to);
    let key = words.units[to].key;
    let longer = |at: usize| {
        let mut first = at;
        while first > 0
            && at - first < 2
            && !words.units[first].is(CLAUSE)
            && is_name(words, first - 1)
            && !is_titled(first - 1)
        {
            first -= 1;
        }
        (first, at)
    };
    let (start, end) = if start == to {
        let places = (0..words.units.len()).filter(|n| words.units[*n].key == key && !words.quoted[*n]);
        places.map(longer).find(|(first, at)| first < at).unwrap_or((start, to))
    } else {
        (start, to)
    };
    let span = words.span(words.units[start]).join(words.span(words.units[end]));
    let name = words.of.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    name.trim_end_matches("'s").trim_end_matches("’s").to_owned()
}

/// The name that opens the sentence before a pronoun's, if it is the partner's.
fn before(words: &Words, pronoun: usize, partner: &Name) -> Option<String> {
    let sentences = &words.of.sentences;
    let start = words.span(words.units[pronoun]).start();
    let own = sentences.at(start)?.index();
    for back in 1..=2 {
        let id = crate::sentence::SentenceId::new(own.checked_sub(back)?);
        let mut tokens = sentences.token_range(id);
        let Some(from) = tokens.find(|token| is_name(words, *token)) else { continue };
        let end = sentences.token_range(id).end;
        let mut to = from;
        while to + 1 < end && !words.units[to + 1].is(CLAUSE) && is_name(words, to + 1) {
            to += 1;
        }
        let name = fullest(words, (from, to));
        if partner.is_named(&name) {
            return Some(name);
        }
    }
    None
}
