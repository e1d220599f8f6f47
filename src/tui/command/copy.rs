//! Copying: a sentence, a pair, or the text selected with the mouse.
//!
//! Copies the words of the articles, without signs, wrapped lines or control characters.
//! Invariant: a selection is in the text of one side, on grapheme boundaries.

use ratatui::layout::Position;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::visible::is_blank;
use crate::text::width::grapheme_columns;
use crate::text::{Side, Span};
use crate::tui::{Action, App, Effect, Line, Mode, Selection};
use crate::view::words::counted;

/// The longest text, in bytes, that terminals accept for the clipboard: 100,000 characters in base 64.
const LONGEST: usize = 74_994;

/// Copies the sentences of the selected row on the selected side.
pub(crate) fn sentence(app: &mut App) -> Effect {
    let side = app.cursor.side;
    if let Some(span) = cell(app, side) {
        return copy(app, side, span);
    }
    let (label, key) = (app.labels()[side], app.key(Action::OtherSide));
    app.warn(format!("{label} has no sentence here; {key} switches sides."));
    Effect::None
}

/// Copies the sentences of the selected row on both sides, with the names of the outlets.
pub(crate) fn pair(app: &mut App) -> Effect {
    let line =
        |side: Side| Some(format!("{}: {}\n", plain(app.labels()[side]), words(app, side, cell(app, side)?)));
    let text: String = Side::BOTH.into_iter().filter_map(line).collect();
    if text.is_empty() {
        app.warn("There is nothing to copy here.");
        return Effect::None;
    }
    send(app, text, "the pair")
}

/// The mouse button was pressed: a selection may start here.
pub(crate) fn press(app: &mut App, at: Position) {
    let side = app.areas().side_at(at.x).or_else(|| line_side(app, at.y));
    let start = |side| Some(Selection { side, from: grapheme_at(app, side, at)?, span: None });
    app.cursor.selection = side.and_then(start);
}

/// The mouse moved with the button pressed.
pub(crate) fn drag(app: &mut App, to: Position) {
    let Some(mut selection) = app.cursor.selection else { return };
    if let Some(under) = grapheme_at(app, selection.side, to)
        && (selection.span.is_some() || under != selection.from)
    {
        selection.span = Some(selection.from.join(under));
        app.cursor.selection = Some(selection);
    }
}

/// The mouse button was released: copies the selection, which stays highlighted until the next key.
pub(crate) fn release(app: &mut App) -> Effect {
    if let Some(Selection { side, span: Some(span), .. }) = app.cursor.selection {
        return copy(app, side, span);
    }
    app.cursor.selection = None;
    Effect::None
}

fn copy(app: &mut App, side: Side, span: Span) -> Effect {
    let text = words(app, side, span);
    let count = counted(text.split_whitespace().count(), "word");
    let what = format!("{count} of {}", app.labels()[side]);
    send(app, text, &what)
}

fn send(app: &mut App, text: String, what: &str) -> Effect {
    if text.len() > LONGEST {
        let (size, most) = (text.len() / 1000, LONGEST / 1000);
        app.warn(format!("Too long for a terminal's clipboard: {size} KB, at most {most} KB."));
        return Effect::None;
    }
    app.info(format!("Copied {what}."));
    app.mode = Mode::Reading;
    Effect::Copy(text)
}

/// The text of the selected row on a side.
fn cell(app: &App, side: Side) -> Option<Span> {
    app.view.rows.get(app.cursor.row.index())?.cells[side].as_ref().map(|cell| cell.span)
}

/// The words of a span, one line per paragraph.
fn words(app: &App, side: Side, span: Span) -> String {
    let article = &app.comparison.sides[side].article;
    let parts = article.blocks.iter().filter_map(|block| block.span.intersection(span));
    let parts = parts.map(|part| plain(part.of(&article.text))).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n")
}

/// Words with single spaces, without control characters, which could control the program they are pasted into.
fn plain(text: &str) -> String {
    let clean: String =
        text.chars().map(|c| if is_blank(c) { ' ' } else { c }).filter(|c| !c.is_control()).collect();
    clean.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The side of the line on a row of the screen, in the stacked layout.
fn line_side(app: &App, row: u16) -> Option<Side> {
    let body = app.areas().body;
    let at = app.visible().into_iter().find(|line| body.y + line.row == row)?;
    if let Line::Side { side, .. } = &app.lines(at.item)[at.line] { Some(*side) } else { None }
}

/// The grapheme of a side at a cell of the screen; outside the text, the nearest above or else below.
fn grapheme_at(app: &App, side: Side, at: Position) -> Option<Span> {
    let (areas, text) = (app.areas(), app.text(side));
    let shown = app.visible().into_iter().filter_map(|line| {
        let span = match &app.lines(line.item)[line.line] {
            Line::Columns(spans) => spans[side],
            Line::Side { side: of, span, .. } => (*of == side).then_some(*span),
            Line::Gap | Line::Caption(_) | Line::Note { .. } | Line::MarkedUp(..) | Line::Fold => None,
        }?;
        let length = span.of(text).trim_end().len();
        (length > 0).then(|| (areas.body.y + line.row, Span::new(span.start(), span.start() + length)))
    });
    let shown: Vec<(u16, Span)> = shown.collect();
    let column = usize::from(at.x.saturating_sub(areas.texts[side].x));
    match shown.iter().rev().find(|(row, _)| *row <= at.y) {
        Some((row, line)) => grapheme(text, *line, if *row == at.y { column } else { usize::MAX }),
        None => shown.first().and_then(|(_, line)| grapheme(text, *line, 0)),
    }
}

/// The grapheme at a column of a line; the last if the line is shorter.
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
    fn copied_text_has_no_control_characters() {
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
