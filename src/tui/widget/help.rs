//! The list of keys, made from the live key map, and the legend of signs and marks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{put, put_short, row};
use crate::text::width::columns;
use crate::text::{Pair, Side};
use crate::tui::app::App;
use crate::tui::keymap::{Command, Group};
use crate::tui::style::{Element, Styles};
use crate::view::{Mark, MarkSet, Sign, words};

/// One line of the list.
enum Line {
    Empty,
    Title(String),
    Key(String, String),
    Sign(Sign, String),
    Mark(Mark, &'static str),
}

/// Marks worth a line in the legend, with what is said of them.
const LEGEND: [(Mark, &str); 9] = [
    (Mark::AlteredWord, "a word inside a quotation that differs"),
    (Mark::QuotationAltered, "a quotation whose words differ"),
    (Mark::QuotationShared, "a quotation that both have"),
    (Mark::QuotationPartial, "a quotation trimmed, extended or told in other words"),
    (Mark::QuotationOnly, "a quotation that one side alone has"),
    (Mark::Differs, "a word that differs"),
    (Mark::Only, "a sentence that one side alone has"),
    (Mark::Moved, "a sentence that stands elsewhere on the other side"),
    (Mark::Speaker, "who speaks"),
];

/// Lines of the whole list.
pub(crate) fn height(app: &App) -> usize {
    content(app).len()
}

pub(super) fn draw(app: &App, styles: &Styles, from: usize, buffer: &mut Buffer) {
    let screen = buffer.area;
    let content = content(app);
    let keys = content.iter().map(|line| match line {
        Line::Key(keys, _) => columns(keys),
        Line::Empty | Line::Title(_) | Line::Sign(..) | Line::Mark(..) => 0,
    });
    // the few commands with more keys than that have their words behind them
    let indent = (keys.max().unwrap_or(0) as u16 + 4).min(20).min(screen.width / 2);
    let rows = screen.height.saturating_sub(1);
    for (at, line) in content.iter().skip(from).enumerate().take(usize::from(rows)) {
        draw_line(styles, indent, row(screen, at as u16), line, buffer);
    }
    let below = content.len().saturating_sub(from + usize::from(rows));
    let last = row(screen, rows);
    let text = match below {
        0 => "Esc leaves".to_owned(),
        below => format!(
            "Esc leaves · {below} more below: {}, {}, {}",
            app.key("down"),
            app.key("half-page-down"),
            app.key("page-down")
        ),
    };
    put_short(buffer, last, 1, &text, styles.of(Element::Status));
}

fn draw_line(styles: &Styles, indent: u16, area: Rect, line: &Line, buffer: &mut Buffer) {
    let text = styles.of(Element::Panel);
    match line {
        Line::Empty => {}
        Line::Title(title) => {
            put_short(buffer, area, 1, title, styles.of(Element::Title));
        }
        Line::Key(keys, doc) => {
            let end = put_short(buffer, area, 2, keys, styles.of(Element::Key));
            put_short(buffer, area, indent.max(end + 2), doc, text);
        }
        Line::Sign(sign, name) => {
            put(buffer, area, 2, sign.symbol(), styles.of(Element::Sign(*sign)));
            put_short(buffer, area, indent, name, text);
        }
        Line::Mark(mark, name) => {
            let samples = Pair::new("left", "right");
            let mut x = 2;
            for side in Side::BOTH {
                let style = styles.text(side, MarkSet::EMPTY.with(*mark));
                x = put(buffer, area, x, samples[side], style) + 1;
            }
            put_short(buffer, area, indent, name, text);
        }
    }
}

fn content(app: &App) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.push(Line::Title(group.title().to_owned()));
        let line =
            |command: &Command| Line::Key(app.keymap.names(command.name).join("  "), command.doc.to_owned());
        lines.extend(group.commands().map(line));
        lines.push(Line::Empty);
    }
    lines.push(Line::Title("Signs".to_owned()));
    lines.extend(Sign::ALL.map(|sign| Line::Sign(sign, words::sign_name(&app.comparison, sign))));
    lines.push(Line::Empty);
    lines.push(Line::Title("Marks".to_owned()));
    lines.extend(LEGEND.map(|(mark, what)| Line::Mark(mark, what)));
    lines
}
