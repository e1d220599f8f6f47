//! Questions on the status line with a single key as their answer.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::dispatch::{Next, Overlay};
use crate::output::Existing;
use crate::tui::command::session;
use crate::tui::{App, Canvas, Confirm, Effect, Element, ExportRequest, Key};

impl Overlay for Confirm {
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        match (&*self, key.code) {
            (Confirm::Overwrite(request), KeyCode::Char('y' | 'Y')) => {
                let existing = Existing::Overwrite;
                return Next::Close(Effect::Export(ExportRequest { existing, ..request.clone() }));
            }
            (Confirm::Overwrite(_), _) => app.info("Nothing was written."),
            (Confirm::Quit, KeyCode::Char('q' | 'Q')) => return Next::Close(Effect::Quit),
            (Confirm::Quit, KeyCode::Char('w' | 'W')) => session::ask_for_review_file(app),
            (Confirm::Quit, _) => {}
        }
        Next::CLOSE
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let question = match self {
            Confirm::Overwrite(request) => &format!("{} exists. Overwrite it? y/n", request.path.display()),
            Confirm::Quit if app.review.trouble.is_some() => {
                "The review is not saved. w saves it elsewhere · q quits anyway · Esc cancels"
            }
            Confirm::Quit => "A note is not saved. q quits anyway · Esc cancels",
        };
        let area = app.areas().status;
        canvas.tint(area, Element::Status);
        canvas.put_short(area, area.x + 1, question, Element::Warning);
        None
    }
}
