//! Themes: from what a run means to how it looks.
//!
//! The last stop before a screen: [`crate::view`] says what each run means, a
//! [`Theme`] gives it a [`Style`], the front end draws it. Styles of several marks
//! cascade from the broadest to the narrowest, field by field. No theme tells a
//! kind by colour alone to those who see few: the colours are of the blue and
//! orange family, and where there is no colour every kind has attributes of its
//! own. The rules are a `match`, so that a new mark fails to compile until it has
//! a look; the colours are data: a theme is a file of `assets/themes`, or the user's own.

pub mod depth;
mod file;
pub mod palette;
mod scheme;

use std::sync::Arc;

use crate::text::Side;
use crate::view::{Mark, MarkSet, Sign};
pub use depth::{Color, Depth};
use file::shipped;
pub use file::{DARK, Fault, LIGHT, THEMES};
use palette::Palette;
pub use scheme::{Attributes, Ground, Style};
use scheme::{Look, Paint, Scheme};

/// A theme at the depth of colour that the screen has.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    scheme: Arc<Scheme>,
    depth: Depth,
    ground: Ground,
    /// What the terminal is known to have behind its text.
    behind: Option<Ground>,
    paint: Paint,
}

/// Parts of the screen that are not text of an article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// The outlets' names over the columns.
    Title,
    /// The line over a row that says what became of a quotation.
    Caption,
    /// The line that stands for hidden rows.
    Fold,
    /// Rules between the columns and around panels.
    Divider,
    /// The status line.
    Status,
    /// The row where the cursor is.
    Cursor,
    /// Words that a search found.
    Match,
    /// A key in the help.
    Key,
    /// What went wrong.
    Warning,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 9] = [
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
}

impl Default for Theme {
    fn default() -> Theme {
        Theme::by_name("auto").expect("a test reads every theme that is shipped")
    }
}

impl Theme {
    /// The theme of that name in [`THEMES`], at full depth of colour.
    pub fn by_name(name: &str) -> Option<Theme> {
        shipped(name).map(Theme::new)
    }

    /// The theme that a file describes, at full depth of colour.
    ///
    /// # Errors
    /// All that cannot be followed, at once.
    pub fn read(text: &str) -> Result<Theme, Vec<Fault>> {
        file::parse(text).map(Theme::new)
    }

    fn new(scheme: Scheme) -> Theme {
        let [dark, light] = scheme.palettes.map(|palette| palette.is_some());
        let ground = if light && !dark { Ground::Light } else { Ground::Dark };
        Theme { paint: scheme.paint, scheme: Arc::new(scheme), depth: Depth::True, ground, behind: None }
    }

    /// The same theme for a screen of that depth; without any colour it is `mono`.
    #[must_use]
    pub fn at(self, depth: Depth) -> Theme {
        Theme { depth, ..self }
    }

    /// The same theme for a terminal with that ground; where it is not made for it, it paints its own.
    #[must_use]
    pub fn on(self, ground: Ground) -> Theme {
        if self.scheme.palettes[ground as usize].is_some() {
            return Theme { paint: self.scheme.paint, ground, behind: Some(ground), ..self };
        }
        Theme { paint: Paint::Always, behind: Some(ground), ..self }
    }

    /// The same theme at the depth, and for the ground, that another one was shown with.
    #[must_use]
    pub fn shown_like(self, other: &Theme) -> Theme {
        let theme = self.at(other.depth);
        match other.behind {
            Some(ground) => theme.on(ground),
            None => theme,
        }
    }

    /// Whether it matters to the theme what is behind the text.
    pub fn asks_for_ground(&self) -> bool {
        self.palette().is_some()
    }

    /// The ground that the theme is drawn on.
    pub fn ground(&self) -> Ground {
        self.ground
    }

    /// The page that everything stands on; without any style where that is the terminal's own.
    pub fn page(&self) -> Style {
        match (self.paint, self.palette()) {
            (Paint::Always, Some(palette)) => Look::ink(palette.text).fill(palette.paper).at(self.depth),
            (Paint::Always | Paint::Unlike, _) => Style::default(),
        }
    }

    /// How a run of text looks on its side.
    pub fn run(&self, marks: MarkSet, side: Side) -> Style {
        marks.iter().fold(Look::PLAIN, |look, mark| look.under(self.mark(mark, side))).at(self.depth)
    }

    /// How a row's sign looks.
    pub fn sign(&self, sign: Sign) -> Style {
        self.palette().map_or_else(|| mono_sign(sign), |palette| colored_sign(palette, sign)).at(self.depth)
    }

    /// How a part of the screen looks.
    pub fn role(&self, role: Role) -> Style {
        self.palette().map_or_else(|| mono_role(role), |palette| colored_role(palette, role)).at(self.depth)
    }

    fn mark(&self, mark: Mark, side: Side) -> Look {
        let wish = self.scheme.marks.iter().find(|(wished, _)| *wished == mark).map(|(_, wish)| wish);
        match (self.palette(), wish) {
            (Some(palette), Some(wish)) => wish.look(palette, side),
            (Some(palette), None) => colored_mark(palette, mark, side),
            (None, Some(wish)) => Look { attributes: wish.attributes, ..Look::PLAIN },
            (None, None) => mono_mark(mark),
        }
    }

    /// The colours, where there are any.
    fn palette(&self) -> Option<&Palette> {
        if self.depth == Depth::None { None } else { self.scheme.palettes[self.ground as usize].as_ref() }
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
        Sign::Identical | Sign::Typography => Look::ink(palette.quiet),
        Sign::Edited => Look::ink(palette.altered),
        Sign::Rewritten => Look::ink(palette.altered).bold(),
        Sign::Moved => Look::ink(palette.moved).bold(),
        Sign::LeftOnly => Look::ink(palette.side.left).bold(),
        Sign::RightOnly => Look::ink(palette.side.right).bold(),
    }
}

fn mono_sign(sign: Sign) -> Look {
    match sign {
        Sign::Identical | Sign::Typography => Look::PLAIN.dim(),
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

    /// Every theme at every depth it can be shown at.
    fn all() -> impl Iterator<Item = (String, Theme)> {
        THEMES.iter().flat_map(|(name, _)| {
            let theme = Theme::by_name(name).expect("a theme of the list");
            let grounds = [Ground::Dark, Ground::Light].map(|ground| theme.clone().on(ground));
            grounds.into_iter().flat_map(move |theme| {
                Depth::ALL.map(|depth| (format!("{name} at {depth:?}"), theme.clone().at(depth)))
            })
        })
    }

    #[test]
    fn every_mark_looks_like_no_other_and_not_like_plain_text() {
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
    fn without_colour_there_is_none() {
        for (name, theme) in all().filter(|(name, _)| name.contains("mono") || name.contains("None")) {
            let looks = Mark::ALL.map(|mark| theme.run(MarkSet::EMPTY.with(mark), Side::Left));
            let looks = looks.into_iter().chain(Sign::ALL.map(|sign| theme.sign(sign)));
            for style in looks.chain(Role::ALL.map(|role| theme.role(role))) {
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
    fn a_page_is_painted_where_the_terminals_ground_is_another() {
        let page = |name: &str, ground| Theme::by_name(name).expect("a theme").on(ground).page();
        assert_eq!(page("auto", Ground::Light), Style::default());
        assert_eq!(page("dark", Ground::Dark), Style::default());
        assert_eq!(page("dark", Ground::Light).bg, Some(Color::Rgb(0x15, 0x18, 0x1e)));
        assert_eq!(page("high-contrast", Ground::Light).bg, Some(Color::Rgb(255, 255, 255)));
        assert_eq!(page("mono", Ground::Light), Style::default());
    }

    #[test]
    fn a_theme_of_ones_own_says_what_differs() {
        let text = "inherit = \"auto\"\n[marks]\nonly = { ink = \"own\", bold = true }\n[light]\nleft = \"#102030\"\n";
        let theme = Theme::read(text).expect("a theme").on(Ground::Light);
        let style = theme.run(MarkSet::EMPTY.with(Mark::Only), Side::Left);
        assert_eq!((style.fg, style.attributes.bold), (Some(Color::Rgb(0x10, 0x20, 0x30)), true));
    }
}
