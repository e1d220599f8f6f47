//! Palettes: the colors of the themes.
//!
//! Left is orange and right is blue: people with any common kind of color blindness can tell these
//! apart. No meaning depends on red against green. The HTML report uses the same palettes. Tests
//! check that letters have a contrast of at least 4.5 to 1 with their background, and that the two
//! sides remain distinct without red or green receptors.

use crate::text::Pair;

/// A color, and its replacement on a terminal with sixteen colors.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Ink {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// The index among the sixteen colors; `None` if none is suitable.
    pub ansi: Option<u8>,
}

/// The colors of a theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Palette {
    /// The assumed background: of the terminal, or of the HTML page.
    pub paper: Ink,
    /// Plain text in HTML; a terminal uses its own color.
    pub text: Ink,
    /// Text that only one side has.
    pub side: Pair<Ink>,
    /// The background of words that differ.
    pub differs: Pair<Ink>,
    /// Text that moved.
    pub moved: Ink,
    /// Less important text.
    pub quiet: Ink,
    /// Captions, titles, keys.
    pub accent: Ink,
    /// Quotations that both sides have.
    pub shared: Ink,
    /// The background of quotations that both sides have in the same words.
    pub shared_fill: Ink,
    /// Quotations whose words differ.
    pub altered: Ink,
    /// The words of a quotation that differ.
    pub alarm: Ink,
    /// The background of those words.
    pub alarm_fill: Ink,
    /// The background of the selected row and of the status line.
    pub cursor_fill: Ink,
}

/// A color of a palette, for reading and writing.
type Color = fn(&mut Palette) -> &mut Ink;

/// The colors of a palette with their names in theme files.
pub const COLORS: [(&str, Color); 15] = [
    ("paper", |palette| &mut palette.paper),
    ("text", |palette| &mut palette.text),
    ("left", |palette| &mut palette.side.left),
    ("right", |palette| &mut palette.side.right),
    ("left-fill", |palette| &mut palette.differs.left),
    ("right-fill", |palette| &mut palette.differs.right),
    ("moved", |palette| &mut palette.moved),
    ("quiet", |palette| &mut palette.quiet),
    ("accent", |palette| &mut palette.accent),
    ("shared", |palette| &mut palette.shared),
    ("shared-fill", |palette| &mut palette.shared_fill),
    ("altered", |palette| &mut palette.altered),
    ("alarm", |palette| &mut palette.alarm),
    ("alarm-fill", |palette| &mut palette.alarm_fill),
    ("band", |palette| &mut palette.cursor_fill),
];

/// The names of the sixteen colors, by index.
pub const SIXTEEN: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Palette {
    /// The color with this name in [`COLORS`].
    pub(super) fn color(mut self, name: &str) -> Option<Ink> {
        COLORS.into_iter().find(|(own, _)| *own == name).map(|(_, color)| *color(&mut self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::file::built_in;
    use crate::theme::{Color, Depth};

    /// Every built-in palette, with its minimum contrast.
    fn all() -> Vec<(String, Palette, f64)> {
        let mut all = Vec::new();
        for (name, _) in crate::theme::THEMES {
            for (background, palette) in
                ["dark", "light"].into_iter().zip(built_in(name).expect(name).palettes)
            {
                // WCAG 2: AA, and AAA where contrast is the point
                let least = if *name == "high-contrast" { 7.0 } else { 4.5 };
                all.extend(palette.map(|palette| (format!("{name} on {background}"), palette, least)));
            }
        }
        all
    }

    /// The linear intensity of each channel, from 0 to 1 (sRGB).
    fn linear(ink: Ink) -> [f64; 3] {
        let (red, green, blue) = ink.rgb;
        [red, green, blue].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// The relative luminance, from 0 to 1 (WCAG 2).
    fn luminance(ink: Ink) -> f64 {
        let [red, green, blue] = linear(ink);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Ink, other: Ink) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn letters_contrast_with_their_background() {
        for (name, p, least) in all() {
            let letters =
                [p.text, p.side.left, p.side.right, p.moved, p.quiet, p.accent, p.shared, p.altered];
            let mut pairs: Vec<(Ink, Ink)> = letters.map(|ink| (ink, p.paper)).to_vec();
            pairs.extend(letters.map(|ink| (ink, p.cursor_fill)));
            pairs.extend([(p.shared, p.shared_fill), (p.alarm, p.alarm_fill)]);
            // words that differ may be in any text
            for (_, fill) in p.differs.sides() {
                pairs.extend([p.text, p.moved, p.shared, p.altered].map(|ink| (ink, fill)));
            }
            for (letter, background) in pairs {
                for depth in [Depth::True, Depth::Indexed] {
                    // the page itself is the terminal's, whatever the depth
                    let shown_background =
                        if background == p.paper { background } else { shown(background, depth) };
                    let ratio = contrast(shown(letter, depth), shown_background);
                    assert!(ratio >= least, "{name}, {depth:?}: {letter:?} on {background:?} is {ratio:.2}");
                }
            }
        }
    }

    /// A color as a screen of that depth shows it.
    fn shown(ink: Ink, depth: Depth) -> Ink {
        const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        let rgb = match depth.color(ink) {
            Some(Color::Indexed(index @ 232..)) => {
                let gray = 8 + 10 * (index - 232);
                (gray, gray, gray)
            }
            Some(Color::Indexed(index)) => {
                let at = |unit: u8| STEPS[usize::from((index - 16) / unit % 6)];
                (at(36), at(6), at(1))
            }
            Some(Color::Ansi(_) | Color::Rgb(..)) | None => ink.rgb,
        };
        Ink { rgb, ..ink }
    }

    /// A color as seen with all receptors, and without red, green or blue ones (Machado, Oliveira, Fernandes 2009,
    /// severity 1), in the perceptually uniform space `OKLab`.
    fn seen(ink: Ink) -> [[f64; 3]; 4] {
        const IDENTITY: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        const WITHOUT_RED: [[f64; 3]; 3] = [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ];
        const WITHOUT_GREEN: [[f64; 3]; 3] = [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ];
        const WITHOUT_BLUE: [[f64; 3]; 3] = [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ];
        [IDENTITY, WITHOUT_RED, WITHOUT_GREEN, WITHOUT_BLUE].map(|eye| oklab(times(eye, linear(ink))))
    }

    fn times(matrix: [[f64; 3]; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
        matrix.map(|[a, b, c]| a * x + b * y + c * z)
    }

    /// Björn Ottosson, 2020.
    fn oklab(rgb: [f64; 3]) -> [f64; 3] {
        let cones = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            rgb.map(|channel| channel.clamp(0.0, 1.0)),
        );
        times(
            [
                [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
            ],
            cones.map(f64::cbrt),
        )
    }

    #[test]
    fn kinds_stay_apart_without_red_green_or_blue_receptors() {
        for (name, p, _) in all() {
            let pairs = [
                ("sides", p.side.left, p.side.right, 0.12),
                ("words that differ", p.differs.left, p.differs.right, 0.04),
                ("left and moved", p.side.left, p.moved, 0.04),
                ("right and moved", p.side.right, p.moved, 0.04),
                ("altered and shared", p.altered, p.shared, 0.04),
                ("altered and left", p.altered, p.side.left, 0.04),
                ("alarm and shared", p.alarm_fill, p.shared_fill, 0.12),
            ];
            for (what, one, other, least) in pairs {
                for (eye, (one, other)) in seen(one).into_iter().zip(seen(other)).enumerate() {
                    let apart = (0..3).map(|at| (one[at] - other[at]).powi(2)).sum::<f64>().sqrt();
                    assert!(apart > least, "{name}: {what} are {apart:.3} apart for eye {eye}");
                }
            }
        }
    }
}
