//! Prompts on the status line: for a search, or the file of an export or a review.

use std::path::PathBuf;

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::dispatch::{Next, Overlay};
use super::field;
use crate::tui::command::{search, session};
use crate::tui::{App, Canvas, Effect, Key, Prompt, Question};

impl Overlay for Prompt {
    /// Enter accepts the answer, Esc closes.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let answer = self.field.value();
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Enter => Next::Close(accept(app, self.question, answer)),
            KeyCode::Esc => Next::CLOSE,
            KeyCode::Backspace if answer.is_empty() => Next::CLOSE,
            _ => {
                field::press(&mut self.field, key);
                Next::STAY
            }
        }
    }

    fn paste(&mut self, _: &mut App, text: &str) {
        field::paste(&mut self.field, text);
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let question = match self.question {
            Question::Search => "Search: ",
            Question::ExportFile(format) => &format!("Write {} to: ", format.name),
            Question::ReviewFile => "Save the review in: ",
        };
        field::draw(canvas, app.areas().status, question, &self.field)
    }
}

fn accept(app: &mut App, question: Question, answer: &str) -> Effect {
    match question {
        Question::Search => search::start(app, answer),
        Question::ExportFile(format) => return session::export(app, format, answer),
        Question::ReviewFile if answer.trim().is_empty() => app.warn("A review needs a file name."),
        Question::ReviewFile => return Effect::Keep(Some(PathBuf::from(answer.trim()))),
    }
    Effect::None
}
