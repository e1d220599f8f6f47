//! From meaning to colours of the terminal: the only conversion.
//!
//! Widgets name what they draw, a set of marks or an [`Element`]; what it looks
//! like is decided here. [`Styles::letters`] is a second answer to the same
//! question, from which tests read which mark each cell carries.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{Pair, Side};
use crate::view::{Mark, MarkSet, Sign};

/// A part of the screen that is not text of an article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Element {
    /// Text without a mark.
    Text,
    /// An outlet's name.
    Outlet,
    /// The name of the outlet whose side is selected.
    SelectedOutlet,
    /// A headline in the title row.
    Headline,
    /// A sign of the sign column or the ruler.
    Sign(Sign),
    /// The sign of what may be an error in print.
    Alarm,
    /// The tag that says from which side a line is.
    Tag,
    /// The bars beside what is selected.
    Bar,
    /// A caption above a quotation.
    Caption,
    /// The line of a fold.
    Fold,
    /// The part of the ruler that is on the screen.
    Thumb,
    /// What is known of the selected bead.
    Detail,
    /// Counts and position.
    Status,
    /// A key, where it is named.
    Key,
    /// Something that did not work.
    Warning,
    /// The frame and text of a menu.
    Panel,
    /// The selected line of a menu.
    Choice,
    /// A title in the help.
    Title,
    /// Words that a search found.
    Match,
}

/// What everything looks like.
#[derive(Clone, Debug)]
pub struct Styles {
    marks: Pair<[Style; Mark::ALL.len()]>,
    element: fn(Element) -> Style,
}

impl Styles {
    /// The style of text with these marks on this side; narrower marks win.
    pub(crate) fn text(&self, side: Side, marks: MarkSet) -> Style {
        let marks = marks.iter().map(|mark| self.marks[side][mark as usize]);
        marks.fold((self.element)(Element::Text), Style::patch)
    }

    /// The style of a part of the screen.
    pub(crate) fn of(&self, element: Element) -> Style {
        (self.element)(element)
    }

    /// Styles from which [`super::picture::marks`] reads the marks of each cell.
    pub fn letters() -> Styles {
        let style = |mark: Mark| Style::new().fg(Color::Indexed(FIRST_LETTER + 1 + mark as u8));
        let marks = Mark::ALL.map(style);
        Styles {
            marks: Pair::new(marks, marks),
            element: |element| match element {
                Element::Text => Style::new().fg(Color::Indexed(FIRST_LETTER)),
                Element::Match => Style::new().add_modifier(Modifier::REVERSED),
                _ => Style::new(),
            },
        }
    }

    /// The colours that are used where no theme says otherwise.
    pub fn standard() -> Styles {
        Styles { marks: Pair::from_fn(|side| Mark::ALL.map(|mark| standard_mark(side, mark))), element: standard_element }
    }
}

/// The first colour of [`Styles::letters`]: text without a mark; the marks follow.
pub(crate) const FIRST_LETTER: u8 = 100;

fn standard_mark(side: Side, mark: Mark) -> Style {
    let own = match side {
        Side::Left => Color::Yellow,
        Side::Right => Color::Cyan,
    };
    let style = Style::new();
    match mark {
        Mark::Heading => style.add_modifier(Modifier::BOLD),
        Mark::Furniture => style.fg(Color::DarkGray),
        Mark::Only => style.fg(own),
        Mark::Moved => style.fg(Color::Blue),
        Mark::Differs => style.fg(own).add_modifier(Modifier::BOLD),
        Mark::Typography => style.fg(Color::DarkGray).add_modifier(Modifier::UNDERLINED),
        Mark::QuotationShared => style.fg(Color::Green),
        Mark::QuotationPartial => style.fg(Color::Green).add_modifier(Modifier::ITALIC),
        Mark::QuotationAltered => style.fg(Color::Red),
        Mark::QuotationOnly => style.fg(own).add_modifier(Modifier::ITALIC),
        Mark::AlteredWord => style.fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
        Mark::Speaker => style.add_modifier(Modifier::UNDERLINED),
        Mark::Cue => style,
    }
}

fn standard_element(element: Element) -> Style {
    let style = Style::new();
    match element {
        Element::Text | Element::Headline | Element::Detail | Element::Panel | Element::Sign(_) | Element::Tag => style,
        Element::Outlet | Element::Title | Element::Key | Element::Bar => style.add_modifier(Modifier::BOLD),
        Element::SelectedOutlet | Element::Choice | Element::Match => style.add_modifier(Modifier::REVERSED),
        Element::Alarm | Element::Warning => style.fg(Color::Red).add_modifier(Modifier::BOLD),
        Element::Caption => style.fg(Color::DarkGray).add_modifier(Modifier::ITALIC),
        Element::Fold | Element::Thumb | Element::Status => style.fg(Color::DarkGray),
    }
}
