//! From meaning to colors of the terminal: the only conversion.
//!
//! Drawing names what it draws, a set of marks or an [`Element`]; the look is decided here. [`Styles::letters`] is a second answer to the same
//! question, from which tests read which mark each cell carries.

use ratatui::style::{Color, Modifier, Style};

use crate::review::Verdict;
use crate::text::Side;
use crate::theme::{self, Ground, Role, Theme};
use crate::view::{Mark, MarkSet, Sign};

/// A part of the screen that is not text of an article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Element {
    /// What everything stands on.
    Page,
    /// An outlet's name.
    Outlet,
    /// The name of the outlet whose side is selected.
    SelectedOutlet,
    /// A headline in the title row.
    Headline,
    /// The first words of an article in the place of the headline it lacks.
    NoHeadline,
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
    /// A note of the reviewer.
    Note,
    /// The sign of a verdict.
    Verdict(Verdict),
    /// The line of a fold.
    Fold,
    /// The part of the ruler that is on the screen.
    Thumb,
    /// What is known of the selected bead.
    Detail,
    /// What is selected, behind its text.
    Selected,
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
pub struct Styles(Look);

#[derive(Clone, Debug)]
enum Look {
    /// As a theme says.
    Theme(Theme),
    /// Each mark a colour of its own, from which [`super::picture::marks`] reads it back.
    Letters,
}

/// The first colour of [`Styles::letters`]: text without a mark; the marks follow.
pub(crate) const FIRST_LETTER: u8 = 100;

impl Styles {
    /// What a theme makes of the screen.
    pub fn new(theme: Theme) -> Styles {
        Styles(Look::Theme(theme))
    }

    /// The same on a terminal with that background.
    #[must_use]
    pub(crate) fn on(&self, ground: Ground) -> Styles {
        self.mapped(|theme| theme.clone().on(ground))
    }

    /// Another theme, in the colors and on the background of this terminal.
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

    /// Styles from which [`super::picture::marks`] reads the marks of each cell.
    pub fn letters() -> Styles {
        Styles(Look::Letters)
    }

    /// The style of text with these marks on this side; narrower marks win.
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
        // what is said of the selected row stands on its ground
        Element::Selected | Element::Detail => role(Role::Cursor),
        Element::Key | Element::Verdict(Verdict::Query) => role(Role::Key),
        Element::Warning | Element::Verdict(Verdict::Fix) => role(Role::Warning),
        Element::Match => role(Role::Match),
    }
}

/// A style of the theme as the terminal library spells it.
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
