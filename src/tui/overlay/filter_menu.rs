//! The filter menu: topics with their letters and numbers of rows.

use crossterm::event::KeyCode;
use ratatui::layout::Position;

use super::dispatch::{Next, Overlay};
use super::panel::{choice, menu};
use crate::text::width::columns;
use crate::tui::command::filter;
use crate::tui::screen::status;
use crate::tui::{App, Canvas, Element, FilterMenu, Key, row};
use crate::view::{Sign, Topic, words};

impl Overlay for FilterMenu {
    /// A letter or Space switches a topic, Enter and Esc close.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Esc | KeyCode::Enter | KeyCode::Char('f') => return Next::CLOSE,
            KeyCode::Char('F') | KeyCode::Backspace => {
                filter::clear(app);
                return Next::CLOSE;
            }
            KeyCode::Down | KeyCode::Tab | KeyCode::Char('j') => {
                self.selected = (self.selected + 1).min(Topic::ALL.len() - 1);
            }
            KeyCode::Up | KeyCode::Char('k') => self.selected = self.selected.saturating_sub(1),
            KeyCode::Char(' ') => filter::toggle(app, Topic::ALL[self.selected]),
            KeyCode::Char(c) => {
                if let Some(at) = Topic::ALL.iter().position(|topic| letter(*topic) == c) {
                    self.selected = at;
                    filter::toggle(app, Topic::ALL[at]);
                }
            }
            _ => {}
        }
        Next::STAY
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let lines = Topic::ALL.map(|topic| {
            let about = |row: &&_| topic.holds(&app.comparison, &app.review.placed, row);
            let count = app.view.rows.iter().filter(about).count();
            format!("{}  {}", name(app, topic), words::counted(count, "row"))
        });
        let width = lines.iter().map(|line| columns(line)).max().unwrap_or(0) + 10;
        let inside = menu(canvas, "Show only · Space or letter · F all · Enter done", width, lines.len());
        // scroll to the selected topic
        let first = (self.selected + 1).saturating_sub(usize::from(inside.height));
        let topics = Topic::ALL.into_iter().zip(&lines).enumerate().skip(first);
        for (y, (at, (topic, text))) in (0..inside.height).zip(topics) {
            let line = row(inside, y);
            let (x, style) = choice(canvas, line, at == self.selected);
            let is_chosen = app.view.filter.contains(&topic);
            let x = canvas.put(line, x, if is_chosen { "[x] " } else { "[ ] " }, style);
            let key = canvas.styles.of(Element::Key).patch(style);
            let x = canvas.put(line, x, &letter(topic).to_string(), key);
            canvas.put_short(line, x + 2, text, style);
        }
        status::draw(app, canvas);
        None
    }
}

/// The letter of a topic; the same as after `]` if there is one.
fn letter(topic: Topic) -> char {
    match topic {
        Topic::Difference => 'c',
        Topic::Quotation => 'q',
        Topic::Fact => 'n',
        Topic::Attribution => 's',
        Topic::Meaning => 'h',
        Topic::Moved => 'm',
        Topic::Unique => 'u',
        Topic::LeftOnly => 'l',
        Topic::RightOnly => 'r',
        Topic::Wording => 'w',
        Topic::Open => 'o',
        Topic::Noted => 'a',
    }
}

/// The name of a topic in the menu.
fn name(app: &App, topic: Topic) -> String {
    let name = match topic {
        Topic::Difference => "all differences",
        Topic::Quotation => "quotations",
        Topic::Fact => "numbers, dates, names that differ",
        Topic::Attribution => "attributions that differ",
        Topic::Meaning => "“not”, “may”, “alleged” added or dropped",
        Topic::Moved => "moved",
        Topic::Unique => "only on one side",
        Topic::LeftOnly => return words::sign_name(&app.comparison, Sign::LeftOnly),
        Topic::RightOnly => return words::sign_name(&app.comparison, Sign::RightOnly),
        Topic::Wording => "other wording",
        Topic::Open => "open: without a verdict",
        Topic::Noted => "with a note",
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_its_letter() {
        let mut letters = Topic::ALL.map(letter).to_vec();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), Topic::ALL.len());
        assert!(!letters.contains(&'j') && !letters.contains(&'k') && !letters.contains(&'f'));
    }
}
