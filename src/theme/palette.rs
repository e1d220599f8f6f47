//! Palettes: the colours of the themes, as data.
//!
//! Left is orange and right is blue, a pair that stays apart in every common kind
//! of colour blindness; red and green never stand against each other. The HTML
//! report takes its colours from here, too. Kept by tests: letters have a contrast
//! of at least 4.5 to 1 against what is behind them, and the two sides stay apart
//! as people without red or green receptors see them.

use crate::text::Pair;

/// A colour, and which of a terminal's sixteen stands in for it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ink {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// The number among the sixteen colours; none where none will do.
    pub ansi: Option<u8>,
}

/// The colours of a theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    /// What is taken to be behind the text: the terminal's own, the page's in HTML.
    pub paper: Ink,
    /// Plain text in HTML; a terminal keeps its own.
    pub text: Ink,
    /// What only one side has.
    pub side: Pair<Ink>,
    /// Behind words that differ.
    pub differs: Pair<Ink>,
    /// What stands elsewhere.
    pub moved: Ink,
    /// What matters less.
    pub quiet: Ink,
    /// Captions, titles, keys.
    pub accent: Ink,
    /// Quotations of both sides.
    pub shared: Ink,
    /// Behind quotations that both sides have in the same words.
    pub shared_fill: Ink,
    /// Quotations whose words differ.
    pub altered: Ink,
    /// The words of a quotation that differ.
    pub alarm: Ink,
    /// Behind them.
    pub alarm_fill: Ink,
    /// Behind the row where the cursor is, and behind the status line.
    pub cursor_fill: Ink,
}

const fn ink(rgb: u32, ansi: u8) -> Ink {
    Ink { ansi: Some(ansi), ..true_only(rgb) }
}

/// A colour that none of the sixteen stands in for.
const fn true_only(rgb: u32) -> Ink {
    Ink { rgb: ((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8), ansi: None }
}

// the numbers of the sixteen colours
const BLACK: u8 = 0;
const RED: u8 = 1;
const YELLOW: u8 = 3;
const BLUE: u8 = 4;
const MAGENTA: u8 = 5;
const CYAN: u8 = 6;
const GRAY: u8 = 8;
const BRIGHT_YELLOW: u8 = 11;
const BRIGHT_BLUE: u8 = 12;
const BRIGHT_MAGENTA: u8 = 13;
const BRIGHT_CYAN: u8 = 14;

/// For dark backgrounds.
pub const DARK: Palette = Palette {
    paper: true_only(0x15_18_1e),
    text: true_only(0xdd_e1_e8),
    side: Pair { left: ink(0xf0_a3_5e, YELLOW), right: ink(0x6c_b6_ff, BRIGHT_BLUE) },
    differs: Pair { left: true_only(0x5c_36_10), right: true_only(0x17_3f_6b) },
    moved: ink(0xc9_b1_ff, BRIGHT_MAGENTA),
    quiet: ink(0x9a_a2_af, GRAY),
    accent: ink(0xb8_d4_f0, CYAN),
    shared: ink(0xa6_e3_dd, BRIGHT_CYAN),
    shared_fill: true_only(0x12_3a_3c),
    altered: ink(0xff_d8_66, BRIGHT_YELLOW),
    alarm: ink(0x14_14_14, BLACK),
    alarm_fill: ink(0xff_c8_33, BRIGHT_YELLOW),
    cursor_fill: true_only(0x26_2b_35),
};

/// For light backgrounds.
pub const LIGHT: Palette = Palette {
    paper: true_only(0xff_ff_ff),
    text: true_only(0x1b_1e_24),
    side: Pair { left: ink(0x9a_47_00, RED), right: ink(0x00_55_a8, BLUE) },
    differs: Pair { left: true_only(0xff_dd_b8), right: true_only(0xcb_e3_ff) },
    moved: ink(0x6a_3f_b5, MAGENTA),
    quiet: ink(0x5b_62_6e, GRAY),
    accent: ink(0x2d_4a_6a, BLUE),
    shared: ink(0x0b_4f_4c, CYAN),
    shared_fill: true_only(0xd9_f1_ee),
    altered: ink(0x5c_50_00, YELLOW),
    alarm: ink(0x14_14_14, BLACK),
    alarm_fill: ink(0xff_c8_33, BRIGHT_YELLOW),
    cursor_fill: true_only(0xed_f0_f5),
};

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, Palette); 2] = [("dark", DARK), ("light", LIGHT)];

    /// Light that each channel gives off, from 0 to 1 (sRGB).
    fn linear(ink: Ink) -> [f64; 3] {
        let (red, green, blue) = ink.rgb;
        [red, green, blue].map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// How bright a colour is, from 0 to 1 (WCAG 2).
    fn luminance(ink: Ink) -> f64 {
        let [red, green, blue] = linear(ink);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Ink, other: Ink) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn letters_stand_out_from_what_is_behind_them() {
        for (name, p) in ALL {
            let letters =
                [p.text, p.side.left, p.side.right, p.moved, p.quiet, p.accent, p.shared, p.altered];
            let mut pairs: Vec<(Ink, Ink)> = letters.map(|ink| (ink, p.paper)).to_vec();
            pairs.extend(letters.map(|ink| (ink, p.cursor_fill)));
            pairs.extend([(p.shared, p.shared_fill), (p.alarm, p.alarm_fill)]);
            // words that differ may lie in any text
            for (_, fill) in p.differs.sides() {
                pairs.extend([p.text, p.moved, p.shared, p.altered].map(|ink| (ink, fill)));
            }
            for (letter, behind) in pairs {
                let ratio = contrast(letter, behind);
                assert!(ratio >= 4.5, "{name}: {letter:?} on {behind:?} is {ratio:.2}");
            }
        }
    }

    /// What is left of a colour without red or without green receptors (Viénot, Brettel, Mollon 1999).
    fn dichromat(ink: Ink) -> [[f64; 2]; 2] {
        let [red, green, blue] = linear(ink);
        let without_red = 0.112_38 * red + 0.887_62 * green;
        let without_green = 0.292_75 * red + 0.707_25 * green;
        [[without_red, blue], [without_green, blue]].map(|seen| seen.map(f64::sqrt))
    }

    #[test]
    fn the_sides_stay_apart_without_red_or_green_receptors() {
        for (name, p) in ALL {
            for (one, other) in
                [(p.side.left, p.side.right), (p.differs.left, p.differs.right), (p.altered, p.shared)]
            {
                for (one, other) in dichromat(one).into_iter().zip(dichromat(other)) {
                    let apart = (one[0] - other[0]).hypot(one[1] - other[1]);
                    assert!(apart > 0.15, "{name}: {one:?} {other:?} are {apart:.2} apart");
                }
            }
        }
    }
}
