//! A sheet: scrolling lines on the whole screen. Shows the help or the details.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::dispatch::{Next, Overlay};
use super::line::Line;
use super::{details, help};
use crate::tui::command::jump;
use crate::tui::{Action, App, Canvas, Element, Key, Motion, Panel, Sheet, SheetView, row};
use crate::view::Topic;

impl SheetView {
    fn lines(&self, app: &App) -> Vec<Line> {
        match self.sheet {
            Sheet::Help => help::lines(app),
            Sheet::Details => details::lines(app),
        }
    }

    /// The status line: the keys of the sheet.
    fn keys(&self, app: &App, below: usize) -> String {
        let mut keys = vec!["Esc closes".to_owned()];
        if self.sheet == Sheet::Details {
            let [next, previous] = [Action::Next(Topic::Difference), Action::Previous(Topic::Difference)]
                .map(|action| app.key(action));
            keys.push(format!("{next} {previous} next, previous difference"));
        }
        if below > 0 {
            let motions = [Motion::Down, Motion::HalfPageDown, Motion::PageDown];
            let motions = motions.map(|motion| app.key(Action::Move(motion))).join(", ");
            keys.push(format!("{below} more below: {motions}"));
        }
        keys.join(" · ")
    }
}

impl Overlay for SheetView {
    /// The motion keys of the texts scroll.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let page = app.size().rows.saturating_sub(2);
        let is_details = self.sheet == Sheet::Details;
        match app.preferences.keymap.action(key) {
            Some(Action::Move(motion)) => return self.wheel(app, motion.lines(page / 2, page)),
            Some(Action::Next(Topic::Difference)) if is_details => jump::next(app, Topic::Difference),
            Some(Action::Previous(Topic::Difference)) if is_details => jump::previous(app, Topic::Difference),
            Some(Action::Back | Action::Quit) => return Next::CLOSE,
            Some(Action::Open(Panel::Sheet(sheet))) if sheet == self.sheet => return Next::CLOSE,
            Some(Action::Counterpart) if is_details => return Next::CLOSE,
            _ if key.code == KeyCode::Esc => return Next::CLOSE,
            _ => return Next::STAY,
        }
        self.top = 0;
        Next::STAY
    }

    fn wheel(&mut self, _: &mut App, lines: i32) -> Next {
        self.top = self.top.saturating_add_signed(lines as isize);
        Next::STAY
    }

    fn click(&mut self, _: &mut App, _: Position) -> Next {
        Next::CLOSE
    }

    fn revalidate(&mut self, app: &mut App) -> Next {
        let rows = usize::from(app.size().rows.saturating_sub(1));
        self.top = self.top.min(self.lines(app).len().saturating_sub(rows));
        Next::STAY
    }

    fn is_opaque(&self) -> bool {
        true
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (screen, lines) = (canvas.screen(), self.lines(app));
        let rows = screen.height.saturating_sub(1);
        for (at, line) in (0..rows).zip(lines.iter().skip(self.top)) {
            let mut x = line.column;
            for (text, look) in &line.pieces {
                x = canvas.put_short(row(screen, at), x, text, *look);
            }
        }
        let last = row(screen, rows);
        canvas.tint(last, Element::Status);
        let below = lines.len().saturating_sub(self.top + usize::from(rows));
        canvas.put_short(last, 1, &self.keys(app, below), Element::Status);
        None
    }
}
