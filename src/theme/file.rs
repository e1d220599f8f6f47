//! Theme files in TOML.
//!
//! A theme has a palette for dark backgrounds, one for light backgrounds, or both, and may set the
//! style of single marks. It takes everything else from the theme it inherits. All errors of a file
//! are reported together, each with its byte range.

use std::ops::Range;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::palette::{COLORS, Ink, Palette, SIXTEEN};
use super::scheme::{Attributes, Background, MarkStyle, Paint, Scheme};
use crate::text::nearest::unknown;
use crate::view::Mark;

/// An error in a theme file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThemeError {
    /// Its byte range in the file.
    pub range: Range<usize>,
    /// The message, without a period.
    pub why: String,
}

/// The top-level entries of a theme file.
const ENTRIES: [&str; 6] = ["inherit", "paint", "colors", "dark", "light", "marks"];
/// The aspects of a mark that take a color.
const COLOR_ASPECTS: [&str; 2] = ["ink", "fill"];
/// Colors whose value depends on the side.
const SIDE_COLORS: [&str; 2] = ["own", "own-fill"];

/// An attribute of a style, for writing.
type Attribute = fn(&mut Attributes) -> &mut bool;

/// The aspects of a mark that are on or off.
const ATTRIBUTES: [(&str, Attribute); 5] = [
    ("bold", |attributes| &mut attributes.bold),
    ("dim", |attributes| &mut attributes.dim),
    ("italic", |attributes| &mut attributes.italic),
    ("underline", |attributes| &mut attributes.underline),
    ("reverse", |attributes| &mut attributes.reverse),
];

/// Parses a theme file.
///
/// # Errors
/// All errors of the file.
pub(super) fn parse(text: &str) -> Result<Scheme, Vec<ThemeError>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = errors
        .iter()
        .map(|error| ThemeError { range: error.span().unwrap_or_default(), why: error.message().to_owned() });
    let mut parser = Parser { errors: errors.collect() };
    let scheme = parser.scheme(table.get_ref());
    if parser.errors.is_empty() { Ok(scheme) } else { Err(parser.errors) }
}

type Name<'a> = Spanned<DeString<'a>>;
type Value<'a> = Spanned<DeValue<'a>>;

/// The state of parsing.
struct Parser {
    errors: Vec<ThemeError>,
}

impl Parser {
    fn error(&mut self, range: Range<usize>, why: impl Into<String>) {
        self.errors.push(ThemeError { range, why: why.into() });
    }

    fn scheme(&mut self, table: &DeTable<'_>) -> Scheme {
        let inherit = table.iter().find(|(name, _)| name.get_ref() == "inherit");
        let mut scheme = inherit.map_or_else(Scheme::default, |(_, value)| self.inherited(value));
        for (name, value) in table {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("inherit", _) | ("colors", DeValue::Boolean(true)) => {}
                ("paint", DeValue::Boolean(on)) => {
                    scheme.paint = if *on { Paint::Always } else { Paint::IfNeeded }
                }
                ("colors", DeValue::Boolean(false)) => scheme.palettes = Default::default(),
                ("paint" | "colors", _) => {
                    self.error(value.span(), format!("{} takes true or false", name.get_ref()));
                }
                ("dark", DeValue::Table(colors)) => self.palette(name, colors, &mut scheme, Background::Dark),
                ("light", DeValue::Table(colors)) => {
                    self.palette(name, colors, &mut scheme, Background::Light);
                }
                ("marks", DeValue::Table(marks)) => {
                    let styles = marks.iter().filter_map(|(name, value)| self.mark(name, value));
                    scheme.marks.splice(0..0, styles.collect::<Vec<_>>());
                }
                ("dark" | "light" | "marks", _) => {
                    self.error(value.span(), format!("{0} is a table: [{0}]", name.get_ref()));
                }
                (other, _) => self.error(name.span(), unknown("entry", other, ENTRIES)),
            }
        }
        scheme
    }

    fn inherited(&mut self, value: &Value<'_>) -> Scheme {
        let name = value.get_ref().as_str().unwrap_or_default();
        built_in(name).unwrap_or_else(|| {
            self.error(value.span(), unknown("theme", name, THEMES.iter().map(|(name, _)| *name)));
            Scheme::default()
        })
    }

    /// Sets the colors of a palette. It must have all of them, its own or inherited ones.
    fn palette(&mut self, name: &Name<'_>, table: &DeTable<'_>, scheme: &mut Scheme, background: Background) {
        let slot = &mut scheme.palettes[background as usize];
        let (mut palette, mut given) = (slot.unwrap_or_default(), Vec::new());
        for (name, value) in table {
            match COLORS.into_iter().find(|(color, _)| *color == name.get_ref().as_ref()) {
                Some((color, of)) => {
                    if let Some(ink) = self.ink(value) {
                        *of(&mut palette) = ink;
                        given.push(color);
                    }
                }
                None => {
                    self.error(name.span(), unknown("color", name.get_ref(), COLORS.map(|(name, _)| name)));
                }
            }
        }
        let missing: Vec<&str> = COLORS
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| slot.is_none() && !given.contains(name))
            .collect();
        if missing.is_empty() {
            *slot = Some(palette);
        } else {
            let missing = missing.join(", ");
            let why = format!("[{}] lacks {missing}; inherit = \"dark\" would give them", name.get_ref());
            self.error(name.span(), why);
        }
    }

    /// A color: `"#rrggbb"`, or with its replacement among the sixteen: `["#rrggbb", "yellow"]`.
    fn ink(&mut self, value: &Value<'_>) -> Option<Ink> {
        let pair = value.get_ref().as_array().filter(|pair| pair.len() == 2);
        let (rgb, ansi) = pair.map_or((value, None), |pair| (&pair[0], Some(&pair[1])));
        let hex = rgb.get_ref().as_str().and_then(hex);
        if hex.is_none() {
            let why = "write a color as \"#rrggbb\", or as [\"#rrggbb\", \"yellow\"] with a replacement for 16 colors";
            self.error(rgb.span(), why);
        }
        let ansi = ansi.and_then(|value| {
            let name = value.get_ref().as_str().unwrap_or_default();
            let index = SIXTEEN.iter().position(|color| *color == name);
            if index.is_none() {
                self.error(value.span(), unknown("color of the sixteen called", name, SIXTEEN));
            }
            index.map(|index| index as u8)
        });
        hex.map(|rgb| Ink { rgb, ansi })
    }

    fn mark(&mut self, name: &Name<'_>, value: &Value<'_>) -> Option<(Mark, MarkStyle)> {
        let mark = Mark::ALL.into_iter().find(|mark| mark.name() == name.get_ref());
        if mark.is_none() {
            self.error(name.span(), unknown("mark", name.get_ref(), Mark::ALL.map(Mark::name)));
        }
        let DeValue::Table(aspects) = value.get_ref() else {
            self.error(value.span(), "write the style of a mark as { ink = \"own\", bold = true }");
            return None;
        };
        let mut style = MarkStyle::default();
        for (name, value) in aspects {
            let attribute =
                ATTRIBUTES.into_iter().find(|(attribute, _)| *attribute == name.get_ref().as_ref());
            match (name.get_ref().as_ref(), attribute, value.get_ref()) {
                ("ink", _, DeValue::String(color)) => style.ink = self.color(color, value),
                ("fill", _, DeValue::String(color)) => style.fill = self.color(color, value),
                (_, Some((_, of)), DeValue::Boolean(on)) => *of(&mut style.attributes) = *on,
                (name, Some(_), _) => self.error(value.span(), format!("{name} takes true or false")),
                (name @ ("ink" | "fill"), None, _) => {
                    self.error(value.span(), format!("{name} takes the name of a color"));
                }
                (other, None, _) => {
                    let names = COLOR_ASPECTS.into_iter().chain(ATTRIBUTES.map(|(name, _)| name));
                    self.error(name.span(), unknown("aspect", other, names));
                }
            }
        }
        Some((mark?, style))
    }

    /// The name of a color in the palette or of the side.
    fn color(&mut self, name: &str, value: &Value<'_>) -> Option<&'static str> {
        let mut names = COLORS.into_iter().map(|(name, _)| name).chain(SIDE_COLORS);
        let found = names.clone().find(|color| *color == name);
        if found.is_none() {
            self.error(value.span(), unknown("color", name, names.by_ref()));
        }
        found
    }
}

/// Red, green and blue of `#rrggbb`.
fn hex(text: &str) -> Option<(u8, u8, u8)> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(((number >> 16) as u8, (number >> 8) as u8, number as u8))
}

/// The built-in themes with their descriptions, in the order of the help text.
pub const THEMES: &[(&str, &str)] = &[
    ("auto", "dark or light, as the terminal is"),
    ("dark", "blue and orange on a dark background"),
    ("light", "blue and orange on a light background"),
    ("high-contrast", "at least 7 to 1, on a page of its own, dark or light"),
    ("colorblind", "colors that stay apart without red, green or blue receptors"),
    ("mono", "bold, underline, reverse and italics; no colour at all"),
];

/// The built-in theme with this name.
pub(super) fn built_in(name: &str) -> Option<Scheme> {
    let read = |text| parse(text).ok();
    match name {
        "auto" => {
            let (dark, light) = (built_in("dark")?, built_in("light")?);
            Some(Scheme { palettes: [dark.palettes[0], light.palettes[1]], ..dark })
        }
        "dark" => read(include_str!("../../assets/themes/dark.toml")),
        "light" => read(include_str!("../../assets/themes/light.toml")),
        "high-contrast" => read(include_str!("../../assets/themes/high-contrast.toml")),
        "colorblind" => read(include_str!("../../assets/themes/colorblind.toml")),
        "mono" => read(include_str!("../../assets/themes/mono.toml")),
        _ => None,
    }
}

/// The palette of `dark`.
pub static DARK: LazyLock<Palette> = LazyLock::new(|| palette("dark", Background::Dark));

/// The palette of `light`.
pub static LIGHT: LazyLock<Palette> = LazyLock::new(|| palette("light", Background::Light));

fn palette(theme: &str, background: Background) -> Palette {
    let palette = built_in(theme).and_then(|scheme| scheme.palettes[background as usize]);
    palette.expect("a test reads every built-in theme")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let errors = parse(text).err().unwrap_or_default();
        let found: Vec<(&str, &str)> = errors
            .iter()
            .map(|error| (text.get(error.range.clone()).unwrap_or_default(), error.why.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn all_errors_are_reported_with_their_range() {
        check(
            "inherit = \"drak\"\npaint = 1\nmark = 2\n",
            &[
                ("\"drak\"", "there is no theme drak; the nearest is dark"),
                ("mark", "there is no entry mark; the nearest is marks"),
                ("1", "paint takes true or false"),
            ],
        );
        check(
            "inherit = \"dark\"\n[dark]\nleft = \"red\"\nlfet = \"#ffffff\"\nright = [\"#ffffff\", \"pink\"]\n",
            &[
                (
                    "\"red\"",
                    "write a color as \"#rrggbb\", or as [\"#rrggbb\", \"yellow\"] with a replacement for 16 colors",
                ),
                ("lfet", "there is no color lfet; the nearest is left"),
                ("\"pink\"", "there is no color of the sixteen called pink; the nearest is cyan"),
            ],
        );
        check(
            "[marks]\nspeakr = { bold = true }\ncue = { bold = 1, ink = \"owm\" }\n",
            &[
                ("1", "bold takes true or false"),
                ("\"owm\"", "there is no color owm; the nearest is own"),
                ("speakr", "there is no mark speakr; the nearest is speaker"),
            ],
        );
        let errors = parse("[light]\nleft = \"#000000\"\n").expect_err("a palette with one color");
        assert!(errors[0].why.starts_with("[light] lacks paper, text, right"), "{errors:?}");
    }

    #[test]
    fn a_theme_inherits_missing_colors() {
        let own = parse("inherit = \"dark\"\n[dark]\nleft = \"#ff0000\"\n").expect("a theme");
        let (dark, own) = (built_in("dark").expect("a built-in theme").palettes[0], own.palettes[0]);
        let (dark, own) = (dark.expect("a palette"), own.expect("a palette"));
        assert_eq!(own.color("left"), Some(Ink { rgb: (255, 0, 0), ansi: None }));
        assert_eq!(own.color("right"), dark.color("right"));
    }
}
