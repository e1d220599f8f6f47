//! Styles: from marks and elements to the colors of the terminal.
//!
//! Drawing code names a set of marks or an [`Element`]; only this module knows their colors.
//! [`Styles::letters`] encodes the marks instead, so that tests can read them from the cells.

use ratatui::style::{Color, Modifier, Style};

use crate::review::Verdict;
use crate::text::Side;
use crate::theme::{self, Background, Role, Theme};
use crate::view::{Mark, MarkSet, Sign};

/// A part of the screen that is not text of an article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Element {
    /// The background of the whole screen.
    Page,
    /// The name of an outlet.
    Outlet,
    /// The name of the outlet whose side is selected.
    SelectedOutlet,
    /// A headline.
    Headline,
    /// The first words of an article without a headline.
    NoHeadline,
    /// A sign in the sign column or the ruler.
    Sign(Sign),
    /// The sign of a possible error in print.
    Alarm,
    /// The letter that names the side of a line.
    Tag,
    /// The bars of the selected row.
    Bar,
    /// A caption above a quotation.
    Caption,
    /// A note of the reviewer.
    Note,
    /// The sign of a verdict.
    Verdict(Verdict),
    /// The line of a fold.
    Fold,
    /// The visible part in the ruler.
    Thumb,
    /// The detail line.
    Detail,
    /// The background of the selected row.
    Selected,
    /// Counts and position.
    Status,
    /// The name of a key.
    Key,
    /// A warning.
    Warning,
    /// The frame and text of a panel.
    Panel,
    /// The selected line of a menu.
    Choice,
    /// A title.
    Title,
    /// A search match.
    Match,
}

/// The styles of everything on the screen.
#[derive(Clone, Debug)]
pub struct Styles(Look);

#[derive(Clone, Debug)]
enum Look {
    /// The styles of a theme.
    Theme(Theme),
    /// A color for each mark, for [`super::picture::marks`].
    Letters,
}

/// The color of text without a mark in [`Styles::letters`]; the colors of the marks follow.
pub(crate) const FIRST_LETTER: u8 = 100;

impl Styles {
    /// The styles of a theme.
    pub fn new(theme: Theme) -> Styles {
        Styles(Look::Theme(theme))
    }

    /// The same styles on a terminal with this background.
    #[must_use]
    pub(crate) fn on(&self, background: Background) -> Styles {
        self.mapped(|theme| theme.clone().on(background))
    }

    /// The styles of another theme on the same terminal.
    #[must_use]
    pub(crate) fn with_theme(&self, theme: Theme) -> Styles {
        self.mapped(|before| theme.shown_like(before))
    }

    fn mapped(&self, map: impl FnOnce(&Theme) -> Theme) -> Styles {
        match &self.0 {
            Look::Theme(theme) => Styles(Look::Theme(map(theme))),
            Look::Letters => Styles(Look::Letters),
        }
    }

    /// Styles that encode the marks of each cell, for [`super::picture::marks`].
    pub fn letters() -> Styles {
        Styles(Look::Letters)
    }

    /// The style of text with these marks; narrower marks win.
    pub(crate) fn text(&self, side: Side, marks: MarkSet) -> Style {
        match &self.0 {
            Look::Theme(theme) => style(theme.run(marks, side)),
            Look::Letters => {
                let narrowest = marks.iter().last().map_or(0, |mark| 1 + mark as u8);
                Style::new().fg(Color::Indexed(FIRST_LETTER + narrowest))
            }
        }
    }

    /// The style of a part of the screen.
    pub(crate) fn of(&self, element: Element) -> Style {
        match &self.0 {
            Look::Theme(theme) => element_style(theme, element),
            Look::Letters => Style::new(),
        }
    }
}

fn element_style(theme: &Theme, element: Element) -> Style {
    let role = |role| style(theme.role(role));
    match element {
        Element::Page | Element::Headline | Element::Panel => style(theme.page()),
        Element::Outlet | Element::Title | Element::Bar | Element::Verdict(Verdict::Ok) => role(Role::Title),
        Element::SelectedOutlet => role(Role::Title).add_modifier(Modifier::REVERSED),
        Element::Choice => style(theme.page()).add_modifier(Modifier::REVERSED),
        Element::Sign(sign) => style(theme.sign(sign)),
        Element::Alarm => style(theme.run(MarkSet::EMPTY.with(Mark::AlteredWord), Side::Left)),
        Element::Caption | Element::Note => role(Role::Caption),
        Element::Fold | Element::NoHeadline => role(Role::Fold),
        Element::Tag | Element::Thumb | Element::Verdict(Verdict::Seen) => role(Role::Divider),
        Element::Status => role(Role::Status),
        // the details have the background of the selected row
        Element::Selected | Element::Detail => role(Role::Cursor),
        Element::Key | Element::Verdict(Verdict::Query) => role(Role::Key),
        Element::Warning | Element::Verdict(Verdict::Fix) => role(Role::Warning),
        Element::Match => role(Role::Match),
    }
}

/// Converts a style of the theme to one of the terminal library.
fn style(themed: theme::Style) -> Style {
    let attributes = [
        (themed.attributes.bold, Modifier::BOLD),
        (themed.attributes.dim, Modifier::DIM),
        (themed.attributes.italic, Modifier::ITALIC),
        (themed.attributes.underline, Modifier::UNDERLINED),
        (themed.attributes.reverse, Modifier::REVERSED),
    ];
    let on = attributes.into_iter().filter(|(on, _)| *on).map(|(_, modifier)| modifier);
    let style = Style { fg: themed.fg.map(color), bg: themed.bg.map(color), ..Style::new() };
    style.add_modifier(on.collect())
}

fn color(color: theme::Color) -> Color {
    match color {
        theme::Color::Ansi(index) | theme::Color::Indexed(index) => Color::Indexed(index),
        theme::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}
