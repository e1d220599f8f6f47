//! One article in outline, for a reader: `inspect` without `--format json`.
//!
//! Each block with its kind, each sentence on a line of its own, then the
//! quotations with their speakers, then the stamp. What is shown cannot steer a terminal.

use std::fmt::Write;

use crate::annotated::Annotated;
use crate::article::BlockId;
use crate::export::stamp;
use crate::quotation::Quotation;
use crate::text::Span;
use crate::text::visible::shown_text;

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
    push(&mut out, format_args!("\n{}: {}\n{}: {}", made.name, made.text, stamp::PROGRAM, stamp::MAKER));
    out.into_bytes()
}

/// Whether a file is an outline: it ends with a stamp and starts with the outlet that the stamp names.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut lines = text.lines();
    let (first, program, article) = (lines.next(), lines.next_back(), lines.next_back());
    let (Some(first), Some(program), Some(article)) = (first, program, article) else { return false };
    let program = program.strip_prefix(stamp::PROGRAM).and_then(|rest| rest.strip_prefix(": "));
    let mut names = first.match_indices(": ").map(|(at, colon)| Span::new(0, at + colon.len()).of(first));
    program.is_some_and(stamp::names_maker) && names.any(|name| article.starts_with(name))
}

fn heading(out: &mut String, side: &Annotated) {
    let counts = [
        counted(side.article.blocks.len(), "block"),
        counted(side.sentences.len(), "sentence"),
        counted(side.quotations.len(), "quotation"),
    ];
    push(out, format_args!("{}: {}", shown_text(&side.article.origin.label), counts.join(", ")));
    for note in &side.article.notes {
        push(out, format_args!("note: {}", shown_text(note)));
    }
}

fn blocks(out: &mut String, side: &Annotated) {
    let mut before = None;
    for (id, sentence) in side.sentences.iter() {
        if before != Some(sentence.block) {
            before = Some(sentence.block);
            let kind = side.article.block(BlockId::new(sentence.block.index())).kind;
            push(out, format_args!("\n{}", kind.name()));
        }
        push(out, format_args!("{:>5}  {}", id.index(), words(side, sentence.span)));
    }
}

fn quotation(out: &mut String, side: &Annotated, quotation: &Quotation) {
    let attribution = &quotation.attribution;
    let speaker = attribution.speaker.as_deref().map_or("nobody named".into(), shown_text);
    let sure = attribution.confidence.name();
    push(out, format_args!("\n  {} · {speaker} ({sure}: {})", quotation.kind.name(), attribution.rule));
    for &fragment in &quotation.fragments {
        push(out, format_args!("       “{}”", words(side, fragment)));
    }
}

/// The words of a span on one line.
fn words(side: &Annotated, span: Span) -> String {
    shown_text(side.slice(span)).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

fn push(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("a string takes everything");
}
