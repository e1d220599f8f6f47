//! One article in outline, for a reader: `inspect` without `--format json`.
//!
//! Each block with its kind and one line for each sentence, then the quotations with their speakers,
//! then the stamp. Characters that would control a terminal are made visible.

use std::fmt::Write;

use crate::annotated::Annotated;
use crate::export::stamp;
use crate::quotation::Quotation;
use crate::text::visible::shown_text;
use crate::text::{Span, one_line};
use crate::view::words::counted;

/// One article in outline.
pub fn article(side: &Annotated) -> Vec<u8> {
    let mut out = String::new();
    heading(&mut out, side);
    blocks(&mut out, side);
    if !side.quotations.is_empty() {
        out.push_str("\nQuotations\n");
    }
    for quotation in &side.quotations {
        self::quotation(&mut out, side, quotation);
    }
    let made = stamp::article(&side.article, &side.article.origin.label);
    let _ = writeln!(out, "\n{made}\n{}: {}", stamp::PROGRAM, stamp::MAKER);
    out.into_bytes()
}

/// Whether a file is an outline: it ends with a stamp and starts with the outlet that the stamp names.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut lines = text.lines();
    let (first, program, article) = (lines.next(), lines.next_back(), lines.next_back());
    let (Some(first), Some(program), Some(article)) = (first, program, article) else { return false };
    let mut names = first.match_indices(": ").map(|(at, colon)| Span::new(0, at + colon.len()).of(first));
    stamp::is_program_line(program, ": ") && names.any(|name| article.starts_with(name))
}

fn heading(out: &mut String, side: &Annotated) {
    let counts = [
        counted(side.article.blocks.len(), "block"),
        counted(side.sentences.len(), "sentence"),
        counted(side.quotations.len(), "quotation"),
    ];
    let _ = writeln!(out, "{}: {}", shown_text(&side.article.origin.label), counts.join(", "));
    for note in &side.article.notes {
        let _ = writeln!(out, "note: {}", shown_text(note));
    }
}

fn blocks(out: &mut String, side: &Annotated) {
    let mut before = None;
    for (id, sentence) in side.sentences.iter() {
        if before != Some(sentence.block) {
            before = Some(sentence.block);
            let _ = writeln!(out, "\n{}", side.article.block(sentence.block).kind.name());
        }
        let _ = writeln!(out, "{:>5}  {}", id.index(), words(side, sentence.span));
    }
}

fn quotation(out: &mut String, side: &Annotated, quotation: &Quotation) {
    let attribution = &quotation.attribution;
    let speaker = attribution.speaker.as_deref().map_or("nobody named".into(), shown_text);
    let (kind, confidence) = (quotation.kind.name(), attribution.confidence.name());
    let _ = writeln!(out, "\n  {kind} · {speaker} ({confidence}: {})", attribution.rule);
    for &fragment in &quotation.fragments {
        let _ = writeln!(out, "       “{}”", words(side, fragment));
    }
}

/// The words of a span on one line.
fn words(side: &Annotated, span: Span) -> String {
    one_line(&shown_text(side.slice(span)))
}
