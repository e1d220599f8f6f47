//! The detail line: the kind, score, speaker and differences of the selected bead.

use super::canvas::{Canvas, row};
use super::columns::hidden;
use crate::alignment::BeadId;
use crate::text::Span;
use crate::text::visible::shown_text;
use crate::text::wrap::wrap;
use crate::tui::{Action, App, Element, Item};
use crate::view::words;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.areas().detail;
    let Some(item) = app.selected_item().filter(|_| area.height > 0) else { return };
    canvas.tint(area, Element::Detail);
    let text = match item {
        Item::Fold(_) => format!("{}; {} shows them", hidden(app, item), app.key(Action::Counterpart)),
        Item::Row(_) => details(app, app.row(app.cursor.row).bead).join(" · "),
    };
    let text = shown_text(&text);
    let lines = wrap(&text, Span::whole(&text), usize::from(area.width.saturating_sub(2)));
    for (at, line) in (0..area.height).zip(&lines) {
        let is_last = at + 1 == area.height && lines.len() > usize::from(area.height);
        // the rest of the text, so that it ends with an ellipsis
        let line = if is_last { Span::new(line.start(), text.len()) } else { *line };
        canvas.put_short(row(area, at), area.x + 1, line.of(&text).trim_end(), Element::Detail);
    }
}

/// The verdict on a bead, then its details.
fn details(app: &App, bead: BeadId) -> Vec<String> {
    let placed = &app.review.placed;
    let verdict = placed.remark(bead).and_then(|remark| remark.verdict).map(|verdict| {
        if placed.is_edited(bead) {
            format!("○ was {}, edited since: open again", verdict.name())
        } else {
            format!("{} {}", verdict.symbol(), verdict.name())
        }
    });
    let pinned = app.comparison.alignment.get(bead).pinned.then(|| "aligned by hand".to_owned());
    verdict.into_iter().chain(pinned).chain(words::detail(&app.comparison, bead)).collect()
}
