//! The menu of export formats.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::dispatch::{Next, Overlay};
use super::panel::{choice, menu};
use crate::text::width::columns;
use crate::tui::command::export;
use crate::tui::host::ExportFormat;
use crate::tui::input::Key;
use crate::tui::screen::canvas::{Canvas, row};
use crate::tui::screen::status;
use crate::tui::state::App;
use crate::tui::state::mode::ExportMenu;
use crate::tui::style::Element;

impl Overlay for ExportMenu {
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let formats = &app.settings.formats;
        let mut chosen = None;
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Esc | KeyCode::Char('q' | 'x') => return Next::CLOSE,
            KeyCode::Down | KeyCode::Tab => self.selected = (self.selected + 1).min(formats.len() - 1),
            KeyCode::Up => self.selected = self.selected.saturating_sub(1),
            KeyCode::Enter => chosen = Some(self.selected),
            KeyCode::Char(letter) => chosen = menu_keys(formats).iter().position(|&key| key == letter),
            _ => {}
        }
        match chosen.and_then(|at| formats.get(at)) {
            None => Next::STAY,
            Some(&format) => {
                export::ask_for_file(app, format);
                Next::CLOSE
            }
        }
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let formats = &app.settings.formats;
        let widest = formats.iter().map(|format| columns(format.name)).max().unwrap_or(0);
        let line = |format: &ExportFormat| {
            let blanks = " ".repeat(widest - columns(format.name));
            format!("{}{blanks}  {}", format.name, format.doc)
        };
        let lines: Vec<String> = formats.iter().map(line).collect();
        let width = lines.iter().map(|line| columns(line)).max().unwrap_or(0) + 7;
        let inside = menu(canvas, "Export · Esc leaves", width, lines.len());
        for (at, (text, key)) in (0..inside.height).zip(lines.iter().zip(menu_keys(formats))) {
            let line = row(inside, at);
            let (x, style) = choice(canvas, line, usize::from(at) == self.selected);
            let x = canvas.put(line, x, &key.to_string(), canvas.styles.of(Element::Key).patch(style));
            canvas.put_short(line, x + 2, text, style);
        }
        status::draw(app, canvas);
        None
    }
}

/// The key of each format: its first letter that no format before it has.
fn menu_keys(formats: &[ExportFormat]) -> Vec<char> {
    let mut taken = vec!['q', 'x']; // they leave the menu
    for format in formats {
        let key = format.name.chars().chain('1'..='9').find(|letter| !taken.contains(letter));
        taken.push(key.unwrap_or(' '));
    }
    taken.split_off(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_key() {
        let format = |name| ExportFormat { name, extension: name, doc: "" };
        assert_eq!(
            menu_keys(&[format("json"), format("html"), format("text"), format("table")]),
            ['j', 'h', 't', 'a']
        );
    }
}
