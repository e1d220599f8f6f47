//! What is shown: only rows about some topics, or everything.

use crossterm::event::KeyCode;

use crate::tui::app::{App, Effect, Mode};
use crate::tui::input::Key;
use crate::tui::items::Item;
use crate::tui::scroll::Reveal;
use crate::view::Topic;

/// The letter of each topic in the menu; the same as behind `]` where there is one.
pub(crate) fn letter(topic: Topic) -> char {
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

/// Opens the menu.
pub(crate) fn choose(app: &mut App) -> Effect {
    app.mode = Mode::Filtering(0);
    Effect::None
}

/// Shows everything again.
pub(crate) fn clear(app: &mut App) -> Effect {
    if app.filter.is_empty() {
        app.info("No filter is on.");
    } else {
        app.filter.clear();
        app.refold();
        app.info("The filter is off.");
    }
    Effect::None
}

/// Shows only rows about these topics, or everything where there is none.
pub(crate) fn set(app: &mut App, topics: Vec<Topic>) -> Effect {
    app.filter = topics;
    app.refold();
    arrive(app);
    Effect::None
}

/// Selects the nearest row that is shown, the next before the one above.
fn arrive(app: &mut App) {
    if app.items.is_empty() {
        return;
    }
    let here = app.selected();
    let is_row = |at: &usize| matches!(app.items.get(*at), Item::Row(_));
    let next = (here..app.items.len()).find(is_row).or_else(|| (0..here).rev().find(is_row));
    if let Some(item) = next {
        app.select(item, Reveal::WithContext);
    }
}

/// How many rows are about a topic.
pub(crate) fn count(app: &App, topic: Topic) -> usize {
    app.rows.iter().filter(|row| topic.holds(&app.comparison, &app.desk.placed, row)).count()
}

/// A key in the menu: a letter or Space puts a topic in or out, Enter and Esc leave.
pub(crate) fn press(app: &mut App, key: Key, at: usize) -> Effect {
    let last = Topic::ALL.len() - 1;
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    let at = match key.code {
        KeyCode::Esc | KeyCode::Enter | KeyCode::Char('f') => return Effect::None,
        KeyCode::Char('F') | KeyCode::Backspace => return clear(app),
        KeyCode::Down | KeyCode::Tab | KeyCode::Char('j') => (at + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => at.saturating_sub(1),
        KeyCode::Char(' ') => toggle(app, at),
        KeyCode::Char(c) => match Topic::ALL.iter().position(|topic| letter(*topic) == c) {
            Some(at) => toggle(app, at),
            None => at,
        },
        _ => at,
    };
    app.mode = Mode::Filtering(at);
    Effect::None
}

/// Puts a topic in or out of the filter.
fn toggle(app: &mut App, at: usize) -> usize {
    let topic = Topic::ALL[at];
    match app.filter.iter().position(|other| *other == topic) {
        Some(place) => {
            app.filter.remove(place);
        }
        None => app.filter.push(topic),
    }
    app.filter.sort_unstable();
    app.refold();
    arrive(app);
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_letter_of_its_own() {
        let mut letters = Topic::ALL.map(letter).to_vec();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), Topic::ALL.len());
        assert!(!letters.contains(&'j') && !letters.contains(&'k') && !letters.contains(&'f'));
    }
}
