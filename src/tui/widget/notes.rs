//! The list of notes, of what is to be mended or asked about, and of what has lost its sentence.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::frame;
use super::pen::{clear, put, put_short, row};
use crate::review::{Remark, Verdict};
use crate::text::Pair;
use crate::text::visible::shown_text;
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::command::note::{Listed, listed};
use crate::tui::style::{Element, Styles};
use crate::view::excerpt::{self, Excerpts};

/// How many entries the list shows at once.
pub(crate) fn height(app: &App) -> usize {
    usize::from(app.size.rows.saturating_sub(6) / 2).max(1)
}

pub(super) fn draw(app: &App, styles: &Styles, at: usize, buffer: &mut Buffer) {
    let all = listed(app);
    let screen = buffer.area;
    let count = all.len().min(height(app)) as u16;
    let width = screen.width.saturating_sub(4).clamp(1, 110).min(screen.width);
    let tall = (2 * count + 2).min(screen.height);
    let area = Rect { x: (screen.width - width) / 2, y: (screen.height - tall) / 2, width, height: tall };
    clear(buffer, area, styles.of(Element::Panel));
    let title = format!("Notes {}/{} · Enter goes there · D deletes · Esc leaves", at + 1, all.len());
    frame(styles, area, &title, buffer);
    let first = (at + 1).saturating_sub(usize::from(count));
    for (index, each) in all.iter().enumerate().skip(first).take(usize::from(count)) {
        let y = 2 * (index - first) as u16 + 1;
        let style = styles.of(if index == at { Element::Choice } else { Element::Panel });
        let [said, about] = texts(app, each, usize::from(width.saturating_sub(5)));
        for (line, text, style) in [(y, said, style), (y + 1, about, styles.of(Element::Fold).patch(style))] {
            let line = row(area, line);
            let line = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
            clear(buffer, line, style);
            let mark = if index == at && !text.is_empty() { " ▸ " } else { "   " };
            let mark = if line.y == area.y + y { mark } else { "   " };
            let x = put(buffer, line, line.x, mark, style);
            put_short(buffer, line, x, &text, style);
        }
    }
}

/// What was said, and what it was said of, cut to so many columns.
fn texts(app: &App, listed: &Listed, width: usize) -> [String; 2] {
    let placed = &app.desk.placed;
    match listed {
        Listed::Row(row) => {
            let bead = app.row(*row).bead;
            let said = placed.remark(bead).map(told).unwrap_or_default();
            let edited = if placed.is_edited(bead) { "edited since · " } else { "" };
            let head = format!("row {}: {edited}", row.index() + 1);
            let words = excerpt::of_bead(&app.comparison, bead, width.saturating_sub(columns(&head)));
            [said, head + &first(&words)]
        }
        Listed::Orphaned(at) => placed.orphaned.get(*at).map_or_else(Default::default, |entry| {
            [told(&entry.remark), lost("in neither text any more: ", &entry.texts, width)]
        }),
        Listed::LostPin(at) => placed.lost_pins.get(*at).map_or_else(Default::default, |pin| {
            let texts = pin.clone().map(|words| Some(words.text));
            ["aligned by hand".to_owned(), lost("a sentence of it is gone: ", &texts, width)]
        }),
    }
}

/// Words that have lost their sentences.
fn lost(head: &str, texts: &Pair<Option<String>>, width: usize) -> String {
    let texts = texts.as_ref().map(Option::as_deref);
    let words = excerpt::of_texts(texts, width.saturating_sub(columns(head)));
    format!("{head}{}", first(&words))
}

/// The words of the left, or of the right where it alone has some.
fn first(excerpts: &Excerpts) -> String {
    let [left, right] = [&excerpts.sides.left, &excerpts.sides.right];
    shown_text(&if left.is_empty() { right } else { left }.to_string()).into_owned()
}

/// `✗ fix  ask the desk`: the verdict and the note on one line.
fn told(remark: &Remark) -> String {
    let verdict = remark.verdict.map(|verdict: Verdict| format!("{} {}", verdict.symbol(), verdict.name()));
    let note = remark.note.as_deref().map(|note| shown_text(note).into_owned());
    [verdict, note].into_iter().flatten().collect::<Vec<_>>().join("  ")
}
