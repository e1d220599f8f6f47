//! The list of keys, made from the live key map, and the legend of signs and marks.

use ratatui::layout::{Position, Rect};

use super::dispatch::{Next, Overlay};
use crate::text::Side;
use crate::text::width::columns;
use crate::tui::input::Key;
use crate::tui::keymap::{Action, Command, Group, Motion, Panel};
use crate::tui::screen::canvas::{Canvas, row};
use crate::tui::state::App;
use crate::tui::state::mode::Help;
use crate::tui::style::Element;
use crate::view::{Mark, MarkSet, Sign, words};

/// One line of the list.
enum Line {
    Empty,
    Title(&'static str),
    Key(String, &'static str),
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

impl Overlay for Help {
    /// The same keys move as in the texts.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let page = app.size().rows.saturating_sub(2);
        match app.settings.keymap.action(key) {
            Some(Action::Move(motion)) => self.wheel(app, motion.lines(page / 2, page)),
            Some(Action::Open(Panel::Help) | Action::Quit | Action::Back) => Next::CLOSE,
            _ => Next::STAY,
        }
    }

    fn wheel(&mut self, _: &mut App, lines: i32) -> Next {
        self.top = self.top.saturating_add_signed(lines as isize);
        Next::STAY
    }

    fn click(&mut self, _: &mut App, _: Position) -> Next {
        Next::CLOSE
    }

    fn revalidate(&mut self, app: &mut App) -> Next {
        let page = usize::from(app.size().rows.saturating_sub(1));
        self.top = self.top.min(content(app).len().saturating_sub(page));
        Next::STAY
    }

    fn is_opaque(&self) -> bool {
        true
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (screen, content) = (canvas.screen(), content(app));
        let keys = content.iter().map(|line| if let Line::Key(keys, _) = line { columns(keys) } else { 0 });
        // the few commands with more keys than that have their words after them
        let indent = (keys.max().unwrap_or(0) as u16 + 4).min(20).min(screen.width / 2);
        let rows = screen.height.saturating_sub(1);
        for (at, line) in (0..rows).zip(content.iter().skip(self.top)) {
            draw_line(canvas, row(screen, at), indent, line);
        }
        let text = match content.len().saturating_sub(self.top + usize::from(rows)) {
            0 => "Esc leaves".to_owned(),
            below => {
                let motions = [Motion::Down, Motion::HalfPageDown, Motion::PageDown];
                let keys = motions.map(|motion| app.key(Action::Move(motion))).join(", ");
                format!("Esc leaves · {below} more below: {keys}")
            }
        };
        canvas.put_short(row(screen, rows), 1, &text, Element::Status);
        None
    }
}

fn draw_line(canvas: &mut Canvas<'_>, area: Rect, indent: u16, line: &Line) {
    let (x, text) = match line {
        Line::Empty => return,
        Line::Title(title) => {
            canvas.put_short(area, 1, title, Element::Title);
            return;
        }
        Line::Key(keys, doc) => {
            let end = canvas.put_short(area, 2, keys, Element::Key);
            (indent.max(end + 2), *doc)
        }
        Line::Sign(sign, name) => {
            canvas.put(area, 2, sign.symbol(), Element::Sign(*sign));
            (indent, name.as_str())
        }
        Line::Mark(mark, name) => {
            let mut x = 2;
            for side in Side::BOTH {
                let style = canvas.styles.text(side, MarkSet::EMPTY.with(*mark));
                x = canvas.put(area, x, side.name(), style) + 1;
            }
            (indent, *name)
        }
    };
    canvas.put_short(area, x, text, Element::Panel);
}

fn content(app: &App) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.push(Line::Title(group.title()));
        let names = |command: &Command| app.settings.keymap.names(command.action).join("  ");
        lines.extend(group.commands().map(|command| Line::Key(names(command), command.doc)));
        lines.push(Line::Empty);
    }
    lines.push(Line::Title("Signs"));
    lines.extend(Sign::ALL.map(|sign| Line::Sign(sign, words::sign_name(&app.comparison, sign))));
    lines.push(Line::Empty);
    lines.push(Line::Title("Marks"));
    lines.extend(LEGEND.map(|(mark, what)| Line::Mark(mark, what)));
    lines
}
