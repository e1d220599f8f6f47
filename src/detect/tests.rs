//! Each text is written with `|` behind its sentences and a line for each block; each expectation is a line
//! `kind ⟦speaker⟧ ⟨cue⟩ “fragment” “fragment”`.

mod attribution;
mod languages;
mod marks;
mod pronouns;
mod reports;
mod sound;
mod speakers;

use std::fmt::Write;

use super::*;
use crate::article::{Block, BlockId, BlockKind, Origin};
use crate::sentence::Sentence;
use crate::text::{Side, Span};

/// The article of a text in notation: blocks are lines, `|` ends a sentence.
fn article(notation: &str) -> (Article, Vec<Sentence>) {
    let (mut text, mut blocks, mut list) = (String::new(), Vec::new(), Vec::new());
    for line in notation.lines().filter(|line| !line.trim().is_empty()) {
        let start = text.len();
        for sentence in line.split('|') {
            let from = text.len();
            text.push_str(sentence);
            let span = Span::new(from, text.len()).trimmed(&text);
            if !span.is_empty() {
                list.push(Sentence { span, block: BlockId::new(blocks.len()), lead: 0 });
            }
        }
        let span = Span::new(start, text.len()).trimmed(&text);
        blocks.push(Block { kind: BlockKind::Paragraph, span, label: 0 });
        text.push('\n');
    }
    let origin = Origin::in_memory(Side::Left);
    (
        Article {
            text: text.into(),
            blocks,
            origin,
            language: crate::lexicon::Language::English,
            metadata: crate::article::Metadata::default(),
            notes: Vec::new(),
        },
        list,
    )
}

fn detected(notation: &str) -> (Article, Vec<Quotation>) {
    let (article, list) = article(notation);
    let annotated = annotate_sentences(article, list, &mut Vocabulary::new());
    (annotated.article, annotated.quotations)
}

fn rendered(article: &Article, quotation: &Quotation) -> String {
    let mut line = quotation.kind.name().to_owned();
    if let Some(speaker) = &quotation.attribution.speaker {
        let _ = write!(line, " ⟦{speaker}⟧");
    }
    if let Some(cue) = quotation.attribution.cue {
        let _ = write!(line, " ⟨{}⟩", article.slice(cue));
    }
    for fragment in &quotation.fragments {
        let _ = write!(line, " “{}”", article.slice(*fragment));
    }
    line
}

/// All quotations in marks.
#[track_caller]
fn check(notation: &str, expected: &[&str]) {
    let (article, quotations) = detected(notation);
    let marked = quotations.iter().filter(|quotation| quotation.marked);
    let found: Vec<String> = marked.map(|quotation| rendered(&article, quotation)).collect();
    assert_eq!(found, expected, "{notation}");
}

/// All reported speech.
#[track_caller]
fn check_reported(notation: &str, expected: &[&str]) {
    let (article, quotations) = detected(notation);
    let reported = quotations.iter().filter(|quotation| !quotation.marked);
    let found: Vec<String> = reported.map(|quotation| rendered(&article, quotation)).collect();
    assert_eq!(found, expected, "{notation}");
}

/// The confidence and rule of the first quotation.
#[track_caller]
fn check_rule(notation: &str, rule: &str, confidence: &str) {
    let (_, quotations) = detected(notation);
    let attribution = &quotations.iter().find(|quotation| quotation.marked).expect("a quotation").attribution;
    assert_eq!((attribution.rule, attribution.confidence.name()), (rule, confidence), "{notation}");
}
