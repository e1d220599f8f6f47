//! The menu of what to show: topics with their letters, how many rows each has, what is chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::menu::panel;
use super::pen::{clear, put, put_short, row};
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::command::filter::{count, letter};
use crate::tui::style::{Element, Styles};
use crate::view::{Topic, words};

pub(super) fn draw(app: &App, styles: &Styles, at: usize, buffer: &mut Buffer) {
    let lines =
        Topic::ALL.map(|topic| format!("{}  {}", name(app, topic), words::counted(count(app, topic), "row")));
    let inner = lines.iter().map(|line| columns(line)).max().unwrap_or(0) as u16 + 10;
    let inside =
        panel(styles, "Show only · Space or letter · F all · Enter done", inner, lines.len() as u16, buffer);
    // where there is no room for all, those around the selected one
    let first = (at + 1).saturating_sub(usize::from(inside.height));
    for (index, text) in lines.iter().enumerate().skip(first) {
        let line = row(inside, (index - first) as u16);
        if line.height == 0 {
            break;
        }
        let style = styles.of(if index == at { Element::Choice } else { Element::Panel });
        clear(buffer, line, style);
        let topic = Topic::ALL[index];
        let chosen = if app.filter.contains(&topic) { "[x] " } else { "[ ] " };
        let x = put(buffer, line, line.x, if index == at { " ▸ " } else { "   " }, style);
        let x = put(buffer, line, x, chosen, style);
        let x = put(buffer, line, x, &letter(topic).to_string(), styles.of(Element::Key).patch(style));
        put_short(buffer, Rect { ..line }, x + 2, text, style);
    }
}

/// What the menu calls a topic.
fn name(app: &App, topic: Topic) -> String {
    match topic {
        Topic::Difference => "all differences".to_owned(),
        Topic::Quotation => "quotations".to_owned(),
        Topic::Fact => "numbers, dates, names that differ".to_owned(),
        Topic::Attribution => "who says so differs".to_owned(),
        Topic::Meaning => "“not”, “may”, “alleged” came or went".to_owned(),
        Topic::Moved => "moved".to_owned(),
        Topic::Unique => "of one side alone".to_owned(),
        Topic::LeftOnly => words::sign_name(&app.comparison, crate::view::Sign::LeftOnly),
        Topic::RightOnly => words::sign_name(&app.comparison, crate::view::Sign::RightOnly),
        Topic::Wording => "other wording".to_owned(),
        Topic::Open => "open: without a verdict".to_owned(),
        Topic::Noted => "with a note".to_owned(),
    }
}
