//! Copying clean text: a sentence, a pair, or what the mouse drags over.
//!
//! What is copied are the words of the articles and nothing of the screen: no signs,
//! no bars, no line ends of the wrapping, no control characters. Invariant: a
//! selection lies in the text of one side, on borders between graphemes.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::visible::is_blank;
use crate::text::width::grapheme_columns;
use crate::text::{Side, Span};
use crate::tui::app::{App, Effect, Mode};
use crate::tui::lines::{Line, lines};
use crate::tui::scroll;

/// The longest text, in bytes, that terminals take through themselves: 100,000 characters in base 64.
const LONGEST: usize = 74_994;

/// What the mouse drags over, in the text of one side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Selection {
    /// The side.
    pub(crate) side: Side,
    /// The grapheme where the button went down.
    from: Span,
    /// What lies between it and the pointer; none as long as that has not moved.
    span: Option<Span>,
}

impl Selection {
    /// What is selected on a side, as a list of none or one.
    pub(crate) fn dragged(&self, side: Side) -> &[Span] {
        if self.side == side { self.span.as_slice() } else { &[] }
    }
}

/// Copies the sentences of the selected row on the selected side.
pub(crate) fn sentence(app: &mut App) -> Effect {
    let side = app.side;
    if let Some(span) = cell(app, side) {
        return copy(app, side, span);
    }
    let message = format!(
        "{} has no sentence here; {} goes to the other side.",
        app.labels()[side],
        app.key("other-side")
    );
    app.warn(message);
    Effect::None
}

/// Copies the sentences of the selected row on both sides, each behind its outlet's name.
pub(crate) fn pair(app: &mut App) -> Effect {
    let mut text = String::new();
    for side in Side::BOTH {
        if let Some(span) = cell(app, side) {
            let label = plain(app.labels()[side]);
            let words = words(app, side, span);
            text.extend([label.as_str(), ": ", words.as_str(), "\n"]);
        }
    }
    if text.is_empty() {
        app.warn("There is nothing to copy here.");
        return Effect::None;
    }
    send(app, text, "the pair")
}

/// The button went down on a cell of the screen: a selection may start there.
pub(crate) fn press(app: &mut App, column: u16, row: u16) {
    let areas = app.areas();
    let side = areas.side_at(column).or_else(|| line_side(app, row));
    app.selection = side
        .and_then(|side| Some(Selection { side, from: grapheme_at(app, side, column, row)?, span: None }));
}

/// The pointer moved with the button down.
pub(crate) fn drag(app: &mut App, column: u16, row: u16) -> Effect {
    let Some(mut selection) = app.selection else { return Effect::None };
    if let Some(under) = grapheme_at(app, selection.side, column, row)
        && (selection.span.is_some() || under != selection.from)
    {
        selection.span = Some(selection.from.join(under));
        app.selection = Some(selection);
    }
    Effect::None
}

/// The button went up: what was dragged over is copied, and stays marked until something else is done.
pub(crate) fn release(app: &mut App) -> Effect {
    if let Some((side, span)) = app.selection.and_then(|selection| Some((selection.side, selection.span?))) {
        return copy(app, side, span);
    }
    app.selection = None;
    Effect::None
}

fn copy(app: &mut App, side: Side, span: Span) -> Effect {
    let text = words(app, side, span);
    let count = text.split_whitespace().count();
    let what = if count == 1 { "1 word".to_owned() } else { format!("{count} words") };
    let what = format!("{what} of {}", app.labels()[side]);
    send(app, text, &what)
}

fn send(app: &mut App, text: String, what: &str) -> Effect {
    if text.len() > LONGEST {
        app.warn(format!(
            "That is more than terminals take: {} KB, at most {}.",
            text.len() / 1000,
            LONGEST / 1000
        ));
        return Effect::None;
    }
    app.info(format!("Copied {what}."));
    app.mode = Mode::Reading;
    Effect::Copy(text)
}

/// The text of the selected row on a side.
fn cell(app: &App, side: Side) -> Option<Span> {
    app.rows.get(app.cursor.index())?.cells[side].as_ref().map(|cell| cell.span)
}

/// The words of a span: a paragraph a line, without line ends of the file and without control characters.
fn words(app: &App, side: Side, span: Span) -> String {
    let article = &app.comparison.sides[side].article;
    let parts = article.blocks.iter().filter_map(|block| block.span.intersection(span));
    parts
        .map(|part| plain(part.of(&article.text)))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Words with one blank between them, and nothing that could steer a program they are pasted into.
fn plain(text: &str) -> String {
    let clean: String =
        text.chars().map(|c| if is_blank(c) { ' ' } else { c }).filter(|c| !c.is_control()).collect();
    clean.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The side of the line on a row of the screen, where both stand one below the other.
fn line_side(app: &App, row: u16) -> Option<Side> {
    let body = app.areas().body;
    let at = scroll::visible(app).into_iter().find(|line| body.y + line.row == row)?;
    if let Line::Single(side, ..) = &lines(app, at.item)[at.line] { Some(*side) } else { None }
}

/// The grapheme of a side under a cell of the screen, or the nearest above, or else below.
fn grapheme_at(app: &App, side: Side, column: u16, row: u16) -> Option<Span> {
    let areas = app.areas();
    let text = &app.comparison.sides[side].article.text;
    let shown = scroll::visible(app).into_iter().filter_map(|at| {
        let span = match &lines(app, at.item)[at.line] {
            Line::Beside(spans) => spans[side],
            Line::Single(of, span, _) if *of == side => Some(*span),
            Line::Gap
            | Line::Caption(_)
            | Line::Single(..)
            | Line::Note(..)
            | Line::Marked(..)
            | Line::Fold => None,
        }?;
        let length = span.of(text).trim_end().len();
        (length > 0).then(|| (areas.body.y + at.row, Span::new(span.start(), span.start() + length)))
    });
    let shown: Vec<(u16, Span)> = shown.collect();
    let above = shown.iter().rev().find(|(at, _)| *at <= row);
    let column = usize::from(column.saturating_sub(areas.texts[side].x));
    match above {
        Some((at, line)) if *at == row => grapheme(text, *line, column),
        Some((_, line)) => grapheme(text, *line, usize::MAX),
        None => shown.first().and_then(|(_, line)| grapheme(text, *line, 0)),
    }
}

/// The grapheme of a line that covers a column; the last where the line is shorter.
fn grapheme(text: &str, line: Span, column: usize) -> Option<Span> {
    let mut end = 0;
    let mut last = None;
    for (at, grapheme) in line.of(text).grapheme_indices(true) {
        let start = line.start() + at;
        last = Some(Span::new(start, start + grapheme.len()));
        end += grapheme_columns(grapheme);
        if column < end {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_cannot_steer_a_program() {
        assert_eq!(plain("  A\u{1b}[31m\tred\u{7}\n  word\u{9b}2J\u{200b}. "), "A[31m red word2J .");
    }

    #[test]
    fn a_column_finds_its_grapheme() {
        let text = "東京 e\u{301}a";
        let at = |column| grapheme(text, Span::whole(text), column).expect("a grapheme").of(text);
        assert_eq!(
            [at(0), at(1), at(2), at(4), at(5), at(6), at(99)],
            ["東", "東", "京", " ", "e\u{301}", "a", "a"]
        );
    }
}
