//! Themes as TOML: what a theme file may say, and what is wrong with one.
//!
//! A palette for dark grounds, one for light grounds, or both; single marks may look
//! otherwise. What a file leaves out it takes from the theme it inherits. Invariant:
//! everything that is wrong is told at once, with the bytes it stands at.

use std::ops::Range;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::palette::{COLORS, Ink, Palette, SIXTEEN};
use super::scheme::{Attributes, Ground, Paint, Scheme, Wish};
use crate::text::nearest::unknown;
use crate::view::Mark;

/// Something in a theme file that cannot be followed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The bytes it is about.
    pub at: Range<usize>,
    /// What is wrong and what would be right, without a stop at the end.
    pub why: String,
}

/// What may stand in a theme file outside of its tables.
const ENTRIES: [&str; 6] = ["inherit", "paint", "colors", "dark", "light", "marks"];
/// What may be said of a mark.
const ASPECTS: [&str; 7] = ["ink", "fill", "bold", "dim", "italic", "underline", "reverse"];
/// Colors of a palette that depend on the side.
const OWN: [&str; 2] = ["own", "own-fill"];

/// What a theme file says.
///
/// # Errors
/// All that cannot be followed, at once.
pub(super) fn parse(text: &str) -> Result<Scheme, Vec<Fault>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = errors
        .iter()
        .map(|error| Fault { at: error.span().unwrap_or_default(), why: error.message().to_owned() });
    let mut reading = Reading { faults: faults.collect() };
    let scheme = reading.scheme(table.get_ref());
    if reading.faults.is_empty() { Ok(scheme) } else { Err(reading.faults) }
}

type Name<'a> = Spanned<DeString<'a>>;
type Given<'a> = Spanned<DeValue<'a>>;

/// A theme file on its way to a scheme.
struct Reading {
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, at: Range<usize>, why: impl Into<String>) {
        self.faults.push(Fault { at, why: why.into() });
    }

    fn scheme(&mut self, table: &DeTable<'_>) -> Scheme {
        let mut scheme = match table.iter().find(|(name, _)| name.get_ref() == "inherit") {
            Some((_, value)) => self.inherited(value),
            None => Scheme::default(),
        };
        for (name, value) in table {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("inherit", _) | ("colors", DeValue::Boolean(true)) => {}
                ("paint", DeValue::Boolean(on)) => {
                    scheme.paint = if *on { Paint::Always } else { Paint::Unlike }
                }
                ("colors", DeValue::Boolean(false)) => scheme.palettes = Default::default(),
                ("paint" | "colors", _) => {
                    self.fault(value.span(), format!("{} takes true or false", name.get_ref()));
                }
                (ground @ ("dark" | "light"), DeValue::Table(colors)) => {
                    let ground = if ground == "dark" { Ground::Dark } else { Ground::Light };
                    let before = scheme.palettes[ground as usize];
                    scheme.palettes[ground as usize] = self.palette(name, colors, before);
                }
                ("marks", DeValue::Table(marks)) => {
                    let wishes: Vec<_> =
                        marks.iter().filter_map(|(name, value)| self.mark(name, value)).collect();
                    scheme.marks.splice(0..0, wishes);
                }
                ("dark" | "light" | "marks", _) => {
                    self.fault(value.span(), format!("{0} is a table: [{0}]", name.get_ref()));
                }
                (other, _) => self.fault(name.span(), unknown("entry", other, ENTRIES)),
            }
        }
        scheme
    }

    fn inherited(&mut self, value: &Given<'_>) -> Scheme {
        let name = value.get_ref().as_str().unwrap_or_default();
        shipped(name).unwrap_or_else(|| {
            self.fault(value.span(), unknown("theme", name, THEMES.iter().map(|(name, _)| *name)));
            Scheme::default()
        })
    }

    /// A palette: what it says, and what the inherited one says of the rest.
    fn palette(&mut self, name: &Name<'_>, table: &DeTable<'_>, before: Option<Palette>) -> Option<Palette> {
        let mut colors = COLORS.map(|color| before.map(|palette| palette.color(color)));
        for (name, value) in table {
            let at = COLORS.iter().position(|color| *color == name.get_ref().as_ref());
            match at {
                Some(at) => colors[at] = self.ink(value).or(colors[at]),
                None => self.fault(name.span(), unknown("color", name.get_ref(), COLORS)),
            }
        }
        let missing: Vec<&str> =
            COLORS.iter().zip(&colors).filter(|(_, ink)| ink.is_none()).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            let why = format!(
                "[{}] lacks {}; inherit = \"dark\" would give them",
                name.get_ref(),
                missing.join(", ")
            );
            self.fault(name.span(), why);
            return None;
        }
        Some(Palette::new(colors.map(Option::unwrap_or_default)))
    }

    /// A color: `"#rrggbb"`, or with its stand-in among the sixteen: `["#rrggbb", "yellow"]`.
    fn ink(&mut self, value: &Given<'_>) -> Option<Ink> {
        let pair = value.get_ref().as_array().filter(|pair| pair.len() == 2);
        let (rgb, ansi) = pair.map_or((value, None), |pair| (&pair[0], Some(&pair[1])));
        let hex = rgb.get_ref().as_str().and_then(hex);
        if hex.is_none() {
            self.fault(
                rgb.span(),
                "a color is spelled \"#rrggbb\", or [\"#rrggbb\", \"yellow\"] with its stand-in",
            );
        }
        let ansi = match ansi {
            None => None,
            Some(given) => {
                let name = given.get_ref().as_str().unwrap_or_default();
                let number = SIXTEEN.iter().position(|color| *color == name);
                if number.is_none() {
                    self.fault(given.span(), unknown("color of the sixteen called", name, SIXTEEN));
                }
                number.map(|number| number as u8)
            }
        };
        hex.map(|rgb| Ink { rgb, ansi })
    }

    fn mark(&mut self, name: &Name<'_>, value: &Given<'_>) -> Option<(Mark, Wish)> {
        let mark = Mark::ALL.into_iter().find(|mark| mark.name() == name.get_ref());
        if mark.is_none() {
            self.fault(name.span(), unknown("mark", name.get_ref(), Mark::ALL.map(Mark::name)));
        }
        let DeValue::Table(aspects) = value.get_ref() else {
            self.fault(value.span(), "a mark looks like { ink = \"own\", bold = true }");
            return None;
        };
        let mut wish = Wish::default();
        for (name, value) in aspects {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("ink", DeValue::String(color)) => wish.ink = self.color(color, value),
                ("fill", DeValue::String(color)) => wish.fill = self.color(color, value),
                (name, DeValue::Boolean(on)) if ASPECTS[2..].contains(&name) => {
                    switch(&mut wish.attributes, name, *on);
                }
                (known, _) if ASPECTS.contains(&known) => {
                    self.fault(
                        value.span(),
                        format!(
                            "{known} takes {}",
                            if known.len() == 3 || known == "fill" {
                                "the name of a color"
                            } else {
                                "true or false"
                            }
                        ),
                    );
                }
                (other, _) => self.fault(name.span(), unknown("aspect", other, ASPECTS)),
            }
        }
        Some((mark?, wish))
    }

    /// The name of a color of the palette.
    fn color(&mut self, name: &str, value: &Given<'_>) -> Option<&'static str> {
        let found = COLORS.into_iter().chain(OWN).find(|color| *color == name);
        if found.is_none() {
            self.fault(value.span(), unknown("color", name, COLORS.into_iter().chain(OWN)));
        }
        found
    }
}

fn switch(attributes: &mut Attributes, name: &str, on: bool) {
    match name {
        "bold" => attributes.bold = on,
        "dim" => attributes.dim = on,
        "italic" => attributes.italic = on,
        "underline" => attributes.underline = on,
        _ => attributes.reverse = on,
    }
}

/// Red, green, blue of `#rrggbb`.
fn hex(text: &str) -> Option<(u8, u8, u8)> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(((number >> 16) as u8, (number >> 8) as u8, number as u8))
}

/// The names of all themes with what they are for, in the order of the help text.
pub const THEMES: &[(&str, &str)] = &[
    ("auto", "dark or light, as the terminal is"),
    ("dark", "blue and orange on a dark background"),
    ("light", "blue and orange on a light background"),
    ("high-contrast", "at least 7 to 1, on a page of its own, dark or light"),
    ("colorblind", "colors that stay apart without red, green or blue receptors"),
    ("mono", "bold, underline, reverse and italics; no colour at all"),
];

/// The theme of that name, if it is shipped.
pub(super) fn shipped(name: &str) -> Option<Scheme> {
    let read = |text| parse(text).ok();
    match name {
        "auto" => {
            let (dark, light) = (shipped("dark")?, shipped("light")?);
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
pub static DARK: LazyLock<Palette> = LazyLock::new(|| of("dark", Ground::Dark));

/// The palette of `light`.
pub static LIGHT: LazyLock<Palette> = LazyLock::new(|| of("light", Ground::Light));

fn of(theme: &str, ground: Ground) -> Palette {
    let palette = shipped(theme).and_then(|scheme| scheme.palettes[ground as usize]);
    palette.expect("a test reads every theme that is shipped")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn wrong(text: &str, expected: &[(&str, &str)]) {
        let faults = parse(text).err().unwrap_or_default();
        let found: Vec<(&str, &str)> = faults
            .iter()
            .map(|fault| (text.get(fault.at.clone()).unwrap_or_default(), fault.why.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_place() {
        wrong(
            "inherit = \"drak\"\npaint = 1\nmark = 2\n",
            &[
                ("\"drak\"", "there is no theme drak; the nearest is dark"),
                ("mark", "there is no entry mark; the nearest is marks"),
                ("1", "paint takes true or false"),
            ],
        );
        wrong(
            "inherit = \"dark\"\n[dark]\nleft = \"red\"\nlfet = \"#ffffff\"\nright = [\"#ffffff\", \"pink\"]\n",
            &[
                ("\"red\"", "a color is spelled \"#rrggbb\", or [\"#rrggbb\", \"yellow\"] with its stand-in"),
                ("lfet", "there is no color lfet; the nearest is left"),
                ("\"pink\"", "there is no color of the sixteen called pink; the nearest is cyan"),
            ],
        );
        wrong(
            "[marks]\nspeakr = { bold = true }\ncue = { bold = 1, ink = \"owm\" }\n",
            &[
                ("1", "bold takes true or false"),
                ("\"owm\"", "there is no color owm; the nearest is own"),
                ("speakr", "there is no mark speakr; the nearest is speaker"),
            ],
        );
        let faults = parse("[light]\nleft = \"#000000\"\n").expect_err("a palette with one color");
        assert!(faults[0].why.starts_with("[light] lacks paper, text, right"), "{faults:?}");
    }

    #[test]
    fn what_a_theme_leaves_out_it_inherits() {
        let own = parse("inherit = \"dark\"\n[dark]\nleft = \"#ff0000\"\n").expect("a theme");
        let (dark, own) = (shipped("dark").expect("it is shipped").palettes[0], own.palettes[0]);
        let (dark, own) = (dark.expect("a palette"), own.expect("a palette"));
        assert_eq!(own.color("left"), Ink { rgb: (255, 0, 0), ansi: None });
        assert_eq!(own.color("right"), dark.color("right"));
    }
}
