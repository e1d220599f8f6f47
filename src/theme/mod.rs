//! Themes: the styles of text and of the other parts of the screen.
//!
//! [`crate::view`] marks the meaning of each run of text, and a [`Theme`] maps the marks to a
//! [`Style`]. The styles of several marks are combined, from the broadest mark to the narrowest.
//! No theme depends on color alone: the colors are variants of blue and orange, and without colors
//! each mark has its own attributes. The mapping is a `match`, so that a new mark does not compile
//! without a style; the colors are data, in the files of `assets/themes` or in the user's own.

pub mod depth;
mod file;
pub mod palette;
mod scheme;

use std::sync::Arc;

use crate::text::Side;
use crate::view::{Mark, MarkSet, Sign};
pub use depth::{Color, Depth};
use file::built_in;
pub use file::{DARK, LIGHT, THEMES, ThemeError};
use palette::Palette;
pub use scheme::{Attributes, Background, Style};
use scheme::{Look, Paint, Scheme};

/// A theme for a screen with a certain color depth and background.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    scheme: Arc<Scheme>,
    depth: Depth,
    background: Background,
    /// The background of the terminal, if it is known.
    terminal: Option<Background>,
    paint: Paint,
}

/// Parts of the screen that are not text of an article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// The names of the outlets above the columns.
    Title,
    /// The caption above a row: the state of a quotation.
    Caption,
    /// The line that replaces hidden rows.
    Fold,
    /// Rules between the columns and around panels.
    Divider,
    /// The status line.
    Status,
    /// The selected row.
    Cursor,
    /// A search match.
    Match,
    /// A key in the help.
    Key,
    /// A warning.
    Warning,
}

impl Default for Theme {
    fn default() -> Theme {
        Theme::by_name("auto").expect("a test reads every built-in theme")
    }
}

impl Theme {
    /// The theme of that name in [`THEMES`], in 24-bit color.
    pub fn by_name(name: &str) -> Option<Theme> {
        built_in(name).map(Theme::new)
    }

    /// The theme in a file, in 24-bit color.
    ///
    /// # Errors
    /// All errors of the file.
    pub fn read(text: &str) -> Result<Theme, Vec<ThemeError>> {
        file::parse(text).map(Theme::new)
    }

    fn new(scheme: Scheme) -> Theme {
        let [dark, light] = scheme.palettes.map(|palette| palette.is_some());
        let background = if light && !dark { Background::Light } else { Background::Dark };
        Theme {
            paint: scheme.paint,
            scheme: Arc::new(scheme),
            depth: Depth::True,
            background,
            terminal: None,
        }
    }

    /// The same theme at another color depth.
    #[must_use]
    pub fn at(self, depth: Depth) -> Theme {
        Theme { depth, ..self }
    }

    /// The same theme on a terminal with this background. A theme without a palette for it paints its own background.
    #[must_use]
    pub fn on(self, background: Background) -> Theme {
        if self.scheme.palettes[background as usize].is_some() {
            return Theme { paint: self.scheme.paint, background, terminal: Some(background), ..self };
        }
        Theme { paint: Paint::Always, terminal: Some(background), ..self }
    }

    /// The same theme at the depth and on the terminal of another one.
    #[must_use]
    pub fn shown_like(self, other: &Theme) -> Theme {
        let theme = self.at(other.depth);
        match other.terminal {
            Some(background) => theme.on(background),
            None => theme,
        }
    }

    /// Whether the theme depends on the background of the terminal.
    pub fn needs_background(&self) -> bool {
        self.palette().is_some()
    }

    /// The background that the theme is for.
    pub fn background(&self) -> Background {
        self.background
    }

    /// The style of the whole screen; the terminal's default unless the theme paints the background.
    pub fn page(&self) -> Style {
        match (self.paint, self.palette()) {
            (Paint::Always, Some(palette)) => Look::ink(palette.text).fill(palette.paper).at(self.depth),
            (Paint::Always | Paint::IfNeeded, _) => Style::default(),
        }
    }

    /// The style of a run of text.
    pub fn run(&self, marks: MarkSet, side: Side) -> Style {
        marks.iter().fold(Look::PLAIN, |look, mark| look.under(self.mark(mark, side))).at(self.depth)
    }

    /// The style of the sign of a row.
    pub fn sign(&self, sign: Sign) -> Style {
        self.palette().map_or_else(|| mono_sign(sign), |palette| colored_sign(palette, sign)).at(self.depth)
    }

    /// The style of a part of the screen.
    pub fn role(&self, role: Role) -> Style {
        self.palette().map_or_else(|| mono_role(role), |palette| colored_role(palette, role)).at(self.depth)
    }

    fn mark(&self, mark: Mark, side: Side) -> Look {
        let own = self.scheme.marks.iter().find(|(own, _)| *own == mark).map(|(_, style)| style);
        match (self.palette(), own) {
            (Some(palette), Some(style)) => style.look(palette, side),
            (Some(palette), None) => colored_mark(palette, mark, side),
            (None, Some(style)) => Look { attributes: style.attributes, ..Look::PLAIN },
            (None, None) => mono_mark(mark),
        }
    }

    /// The colors; `None` without colors.
    fn palette(&self) -> Option<&Palette> {
        if self.depth == Depth::None { None } else { self.scheme.palettes[self.background as usize].as_ref() }
    }
}

fn colored_mark(palette: &Palette, mark: Mark, side: Side) -> Look {
    let own = palette.side[side];
    match mark {
        Mark::Heading => Look::PLAIN.bold(),
        Mark::Furniture => Look::ink(palette.quiet),
        Mark::Only => Look::ink(own),
        Mark::Moved => Look::ink(palette.moved).italic(),
        Mark::Differs => Look::PLAIN.fill(palette.differs[side]).underline(),
        Mark::Typography => Look::ink(palette.quiet).underline(),
        Mark::QuotationShared => Look::ink(palette.shared).fill(palette.shared_fill),
        Mark::QuotationPartial => Look::ink(palette.shared).underline(),
        Mark::QuotationAltered => Look::ink(palette.altered),
        Mark::QuotationOnly => Look::ink(own).italic(),
        Mark::AlteredWord => Look::ink(palette.alarm).fill(palette.alarm_fill).bold(),
        Mark::Speaker => Look::PLAIN.bold().italic(),
        Mark::Cue => Look::ink(palette.quiet).italic(),
    }
}

fn mono_mark(mark: Mark) -> Look {
    match mark {
        Mark::Heading => Look::PLAIN.bold(),
        Mark::Furniture => Look::PLAIN.dim(),
        Mark::Only => Look::PLAIN.italic(),
        Mark::Moved => Look::PLAIN.dim().italic(),
        Mark::Differs => Look::PLAIN.underline(),
        Mark::Typography => Look::PLAIN.dim().underline(),
        Mark::QuotationShared => Look::PLAIN.bold().italic(),
        Mark::QuotationPartial => Look::PLAIN.bold().italic().underline(),
        Mark::QuotationAltered => Look::PLAIN.bold().underline(),
        Mark::QuotationOnly => Look::PLAIN.italic().underline(),
        Mark::AlteredWord => Look::PLAIN.bold().reverse(),
        Mark::Speaker => Look::PLAIN.bold().dim(),
        Mark::Cue => Look::PLAIN.dim().italic().underline(),
    }
}

fn colored_sign(palette: &Palette, sign: Sign) -> Look {
    match sign {
        Sign::Identical | Sign::Typography | Sign::Repeated => Look::ink(palette.quiet),
        Sign::Edited => Look::ink(palette.altered),
        Sign::Rewritten => Look::ink(palette.altered).bold(),
        Sign::Moved => Look::ink(palette.moved).bold(),
        Sign::LeftOnly => Look::ink(palette.side.left).bold(),
        Sign::RightOnly => Look::ink(palette.side.right).bold(),
    }
}

fn mono_sign(sign: Sign) -> Look {
    match sign {
        Sign::Identical | Sign::Typography | Sign::Repeated => Look::PLAIN.dim(),
        Sign::Edited => Look::PLAIN,
        Sign::Rewritten | Sign::Moved | Sign::LeftOnly | Sign::RightOnly => Look::PLAIN.bold(),
    }
}

fn colored_role(palette: &Palette, role: Role) -> Look {
    match role {
        Role::Title | Role::Key => Look::ink(palette.accent).bold(),
        Role::Caption => Look::ink(palette.accent).italic(),
        Role::Fold | Role::Divider => Look::ink(palette.quiet),
        Role::Status => Look::ink(palette.accent).fill(palette.cursor_fill),
        Role::Cursor => Look::PLAIN.fill(palette.cursor_fill),
        Role::Match => Look::PLAIN.reverse(),
        Role::Warning => Look::ink(palette.alarm).fill(palette.alarm_fill),
    }
}

fn mono_role(role: Role) -> Look {
    match role {
        Role::Title | Role::Key => Look::PLAIN.bold(),
        Role::Caption => Look::PLAIN.italic(),
        Role::Fold | Role::Divider => Look::PLAIN.dim(),
        Role::Status | Role::Match => Look::PLAIN.reverse(),
        Role::Cursor => Look::PLAIN,
        Role::Warning => Look::PLAIN.bold().reverse(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    const ROLES: [Role; 9] = [
        Role::Title,
        Role::Caption,
        Role::Fold,
        Role::Divider,
        Role::Status,
        Role::Cursor,
        Role::Match,
        Role::Key,
        Role::Warning,
    ];

    /// Every theme at every depth it can be shown at.
    fn all() -> impl Iterator<Item = (String, Theme)> {
        THEMES.iter().flat_map(|(name, _)| {
            let theme = Theme::by_name(name).expect("a theme of the list");
            let backgrounds =
                [Background::Dark, Background::Light].map(|background| theme.clone().on(background));
            backgrounds.into_iter().flat_map(move |theme| {
                Depth::ALL.map(|depth| (format!("{name} at {depth:?}"), theme.clone().at(depth)))
            })
        })
    }

    #[test]
    fn every_mark_has_its_own_style() {
        for (name, theme) in all() {
            for side in Side::BOTH {
                let mut seen = HashMap::from([(Style::default(), "plain text")]);
                for mark in Mark::ALL {
                    let style = theme.run(MarkSet::EMPTY.with(mark), side);
                    if let Some(other) = seen.insert(style, mark.name()) {
                        panic!("{name}: {} looks like {other}: {style:?}", mark.name());
                    }
                }
            }
        }
    }

    #[test]
    fn without_colors_only_attributes_are_used() {
        for (name, theme) in all().filter(|(name, _)| name.contains("mono") || name.contains("None")) {
            let looks = Mark::ALL.map(|mark| theme.run(MarkSet::EMPTY.with(mark), Side::Left));
            let looks = looks.into_iter().chain(Sign::ALL.map(|sign| theme.sign(sign)));
            for style in looks.chain(ROLES.map(|role| theme.role(role))) {
                assert_eq!((style.fg, style.bg), (None, None), "{name}");
            }
        }
    }

    #[test]
    fn narrower_marks_win_and_attributes_add_up() {
        let theme = Theme::default();
        let quotation = MarkSet::EMPTY.with(Mark::QuotationAltered);
        let word = theme.run(MarkSet::EMPTY.with(Mark::AlteredWord), Side::Left);
        let both = theme.run(quotation.with(Mark::AlteredWord).with(Mark::Differs), Side::Left);
        assert_eq!((both.fg, both.bg), (word.fg, word.bg));
        assert!(both.attributes.bold && both.attributes.underline);
        assert_eq!(theme.run(MarkSet::EMPTY, Side::Left), Style::default());
    }

    #[test]
    fn an_unknown_name_is_no_theme() {
        assert_eq!(Theme::by_name("solarized"), None);
    }

    #[test]
    fn the_background_is_painted_if_the_terminals_is_another() {
        let page = |name: &str, background| Theme::by_name(name).expect("a theme").on(background).page();
        assert_eq!(page("auto", Background::Light), Style::default());
        assert_eq!(page("dark", Background::Dark), Style::default());
        assert_eq!(page("dark", Background::Light).bg, Some(Color::Rgb(0x15, 0x18, 0x1e)));
        assert_eq!(page("high-contrast", Background::Light).bg, Some(Color::Rgb(255, 255, 255)));
        assert_eq!(page("mono", Background::Light), Style::default());
    }

    #[test]
    fn a_user_theme_changes_an_inherited_one() {
        let text = "inherit = \"auto\"\n[marks]\nonly = { ink = \"own\", bold = true }\n[light]\nleft = \"#102030\"\n";
        let theme = Theme::read(text).expect("a theme").on(Background::Light);
        let style = theme.run(MarkSet::EMPTY.with(Mark::Only), Side::Left);
        assert_eq!((style.fg, style.attributes.bold), (Some(Color::Rgb(0x10, 0x20, 0x30)), true));
    }
}
