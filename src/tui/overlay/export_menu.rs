//! The menu of export formats.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::dispatch::{Next, Overlay};
use super::panel::{choice, menu};
use crate::export::{EXPORTERS, Exporter};
use crate::text::width::columns;
use crate::tui::command::session;
use crate::tui::screen::status;
use crate::tui::{App, Canvas, Element, ExportMenu, Key, row};

impl Overlay for ExportMenu {
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let mut chosen = None;
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Esc | KeyCode::Char('q' | 'x') => return Next::CLOSE,
            KeyCode::Down | KeyCode::Tab => self.selected = (self.selected + 1).min(EXPORTERS.len() - 1),
            KeyCode::Up => self.selected = self.selected.saturating_sub(1),
            KeyCode::Enter => chosen = Some(self.selected),
            KeyCode::Char(letter) => chosen = menu_keys().iter().position(|&key| key == letter),
            _ => {}
        }
        match chosen.and_then(|at| EXPORTERS.get(at)) {
            None => Next::STAY,
            Some(format) => {
                session::ask_for_export_file(app, format);
                Next::CLOSE
            }
        }
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let widest = EXPORTERS.iter().map(|format| columns(format.name)).max().unwrap_or(0);
        let line = |format: &Exporter| {
            let blanks = " ".repeat(widest - columns(format.name));
            format!("{}{blanks}  {}", format.name, format.doc)
        };
        let lines: Vec<String> = EXPORTERS.iter().map(line).collect();
        let width = lines.iter().map(|line| columns(line)).max().unwrap_or(0) + 7;
        let inside = menu(canvas, "Export · Esc closes", width, lines.len());
        for (at, (text, key)) in (0..inside.height).zip(lines.iter().zip(menu_keys())) {
            let line = row(inside, at);
            let (x, style) = choice(canvas, line, usize::from(at) == self.selected);
            let x = canvas.put(line, x, &key.to_string(), canvas.styles.of(Element::Key).patch(style));
            canvas.put_short(line, x + 2, text, style);
        }
        status::draw(app, canvas);
        None
    }
}

/// The key of each format: its first letter that is still free.
fn menu_keys() -> Vec<char> {
    let mut taken = vec!['q', 'x']; // these close the menu
    for format in EXPORTERS {
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
        let keys = menu_keys();
        assert_eq!(keys[..3], ['j', 't', 'd']);
        let distinct: std::collections::HashSet<char> = keys.iter().copied().collect();
        assert_eq!((distinct.len(), keys.contains(&' ')), (EXPORTERS.len(), false));
    }
}
