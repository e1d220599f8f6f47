//! Reads articles in notation and prints links.

use std::sync::Arc;

use crate::annotated::Annotated;
use crate::article::{Article, Origin};
use crate::detect::folded_name;
use crate::import::import;
use crate::lexicon::Language;
use crate::link::{Linked, link};
use crate::quotation::{
    Attribution, Confidence, Party, Quotation, QuotationKind, QuotationLink, Reference, Sort, SpeakerState,
};
use crate::sentence::{Sentence, Sentences, segment};
use crate::text::{Pair, Side, Span};
use crate::words::Vocabulary;

/// Compares the links of two articles with `expected`, one a line, and with those of the swapped sides.
#[track_caller]
pub(super) fn check(left: &str, right: &str, expected: &str) {
    let (sides, linked) = linked(left, right);
    let lines: Vec<String> = linked.links.iter().map(|link| line(&sides, link)).collect();
    assert_eq!(lines.join("\n"), expected);
}

/// Compares the fragments of the right's unmarked quotations with `expected`: fragments
/// with ` | ` between, the speaker behind ` — `.
#[track_caller]
pub(super) fn check_runs(left: &str, right: &str, expected: &str) {
    let (sides, linked) = linked(left, right);
    let run = |quotation: &Quotation| {
        let fragments: Vec<&str> = quotation.fragments.iter().map(|f| sides.right.slice(*f)).collect();
        let speaker = quotation.attribution.speaker.as_deref().map_or(String::new(), |s| format!(" — {s}"));
        fragments.join(" | ") + &speaker
    };
    let runs: Vec<String> = linked.quotations.right.iter().filter(|q| !q.marked).map(run).collect();
    assert_eq!(runs.join("\n"), expected);
}

pub(super) fn linked(left: &str, right: &str) -> (Pair<Annotated>, Linked) {
    let mut vocabulary = Vocabulary::new();
    let sides = Pair::new(left, right).map(|notation| read(notation, &mut vocabulary));
    let linked = link(sides.as_ref(), &vocabulary);
    (sides, linked)
}

fn line(sides: &Pair<Annotated>, link: &QuotationLink) -> String {
    let mut parts = vec![format!("{} {}", link.state.name(), link.marks.name())];
    for edit in link.edits.iter().map(|edit| edit.spans) {
        let left = edit.left.map_or(String::new(), |span| format!("[-{}-]", sides.left.slice(span)));
        let right = edit.right.map_or(String::new(), |span| format!("{{+{}+}}", sides.right.slice(span)));
        parts.push(left + &right);
    }
    parts.extend(link.alarms.iter().map(|alarm| format!("!{}", alarm.name())));
    match link.speaker {
        SpeakerState::Unknown => {}
        SpeakerState::Same | SpeakerState::Changed => parts.push(format!("@{}", link.speaker.name())),
    }
    parts.join(" ")
}

/// A speaker in the notation: where it stands, and the name.
type Speaker = (Span, String);

/// An article from its notation.
pub(super) fn read(notation: &str, vocabulary: &mut Vocabulary) -> Annotated {
    let (mut text, mut quotations, mut speakers) = (String::new(), Vec::new(), Vec::new());
    for line in notation.split_inclusive('\n') {
        read_line(line, &mut text, &mut quotations, &mut speakers);
    }
    for quotation in &mut quotations {
        attribute(quotation, &speakers, &text);
    }
    let article = import(text, Origin::in_memory(Side::Left));
    let sentences = Sentences::new(&article.text, sentences(&article), vocabulary);
    let words = crate::word::Words::new(&article, &sentences, vocabulary);
    Annotated { article, sentences, words, quotations }
}

/// Cuts blocks behind stops; enough for the texts of these tests.
fn sentences(article: &Article) -> Vec<Sentence> {
    let mut found = Vec::new();
    for block in segment(article) {
        let inner = article.slice(block.span);
        let mut start = 0;
        for (at, _) in inner.match_indices(' ') {
            let before = Span::new(start, at).of(inner);
            let next = Span::new(at + 1, inner.len()).of(inner).chars().next();
            let stops = before.trim_end_matches(['"', '”', '»', '\'']).ends_with(['.', '!', '?']);
            if stops && !next.is_some_and(char::is_lowercase) && !before.ends_with("...") {
                let from = block.span.start();
                found.push(Sentence { span: Span::new(from + start, from + at), ..block });
                start = at + 1;
            }
        }
        found.push(Sentence { span: Span::new(block.span.start() + start, block.span.end()), ..block });
    }
    found
}

const PAIRS: [(char, char); 5] = [('“', '”'), ('"', '"'), ('«', '»'), ('\'', '\''), ('⟪', '⟫')];

fn read_line(line: &str, text: &mut String, quotations: &mut Vec<Quotation>, speakers: &mut Vec<Speaker>) {
    let begin = text.len();
    let mut open: Option<(char, usize)> = None;
    let mut kind = QuotationKind::Direct;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        if c == '⟦' {
            let inner: String = chars.by_ref().take_while(|c| *c != '⟧').collect();
            let (mention, name) = inner.split_once('=').unwrap_or((&inner, &inner));
            let start = text.len();
            text.push_str(mention);
            speakers.push((Span::new(start, text.len()), name.to_owned()));
        } else if c == '~' {
            kind = QuotationKind::Scare;
        } else if let Some((close, start)) = open {
            if c == close && !(c == '\'' && is_inside(next)) {
                add(quotations, Span::new(start, text.len()), kind, close == '⟫', begin, text);
                (open, kind) = (None, QuotationKind::Direct);
            }
            if c != '⟫' {
                text.push(c);
            }
        } else {
            let pair = PAIRS.iter().find(|(mark, _)| *mark == c);
            let is_apostrophe = c == '\'' && text.ends_with(char::is_alphanumeric);
            if c != '⟪' {
                text.push(c);
            }
            if let Some((_, close)) = pair.filter(|_| !is_apostrophe) {
                open = Some((*close, text.len()));
            }
        }
    }
    if let Some((_, start)) = open {
        // a paragraph that the next one goes on from
        let span = Span::new(start, text.len()).trimmed(text);
        add(quotations, span, kind, false, begin, text);
    }
}

/// Adds a piece, to the quotation before it if only a few words on the same line stand between, or none closes.
fn add(
    quotations: &mut Vec<Quotation>,
    span: Span,
    kind: QuotationKind,
    reported: bool,
    line: usize,
    text: &str,
) {
    let kind = if reported { QuotationKind::Indirect } else { kind };
    if let Some(last) =
        quotations.last_mut().filter(|last| last.kind == kind && kind == QuotationKind::Direct)
    {
        let between = Span::new(last.span().end(), span.start()).of(text);
        let is_near = last.span().end() >= line && between.split_whitespace().count() <= 12;
        let goes_on = between.trim_matches(['“', '"', '\n']).is_empty();
        if is_near || goes_on {
            last.fragments.push(span);
            return;
        }
    }
    quotations.push(Quotation {
        kind,
        marked: !reported,
        fragments: vec![span],
        attribution: Attribution::NONE,
    });
}

/// Gives a quotation the nearest speaker on its lines.
fn attribute(quotation: &mut Quotation, speakers: &[Speaker], text: &str) {
    let span = quotation.span();
    let distance = |(mention, _): &&Speaker| {
        let gap = if mention.start() >= span.end() {
            Span::new(span.end(), mention.start())
        } else if mention.end() <= span.start() {
            Span::new(mention.end(), span.start())
        } else {
            return Some(0);
        };
        (!gap.of(text).contains('\n')).then(|| gap.len())
    };
    let near = speakers.iter().filter_map(|speaker| Some((distance(&speaker)?, speaker)));
    let Some((_, (mention, name))) = near.min_by_key(|(distance, _)| *distance) else { return };
    let is_pronoun = mention.of(text) != name;
    quotation.attribution = Attribution {
        speaker: Some(name.clone()),
        mention: Some(*mention),
        cue: None,
        rule: "test",
        confidence: if is_pronoun { Confidence::Weak } else { Confidence::Strong },
        parties: vec![party(name)],
    };
}

/// Who bears a name; of two words or more it is a person’s.
fn party(name: &str) -> Party {
    let name = folded_name(Language::English.lexicon(), name);
    Party {
        sort: if name.len() > 1 { Sort::Person } else { Sort::Unknown },
        name,
        gender: None,
        is_addressed: false,
        reference: Reference::Name,
        description: None,
        roles: Arc::default(),
    }
}
