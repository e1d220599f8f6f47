//! Color depth: the nearest color that a terminal supports.

use super::palette::Ink;

/// The number of colors of a screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Depth {
    /// None, or none are wanted (`NO_COLOR`, `--color never`).
    None,
    /// Sixteen, which the user of the terminal may have changed.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// 24 bits.
    True,
}

/// A color in the form that a screen supports.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Color {
    /// One of the sixteen, by index.
    Ansi(u8),
    /// One of the 256, by index; from 16 on the same on every terminal.
    Indexed(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

impl Depth {
    /// All depths, from the least.
    pub const ALL: [Depth; 4] = [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True];

    /// The nearest color that this screen supports.
    pub fn color(self, ink: Ink) -> Option<Color> {
        let (red, green, blue) = ink.rgb;
        match self {
            Depth::None => None,
            Depth::Sixteen => ink.ansi.map(Color::Ansi),
            Depth::Indexed => Some(Color::Indexed(indexed(ink.rgb))),
            Depth::True => Some(Color::Rgb(red, green, blue)),
        }
    }
}

/// The nearest of the 256: a cube with six steps per channel, and 24 grays.
fn indexed((red, green, blue): (u8, u8, u8)) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let nearest = |channel: u8| -> u8 {
        (0..6).min_by_key(|&step| STEPS[usize::from(step)].abs_diff(channel)).unwrap_or_default()
    };
    let away = |r: u8, g: u8, b: u8| -> u32 {
        [red.abs_diff(r), green.abs_diff(g), blue.abs_diff(b)].map(u32::from).map(|d| d * d).iter().sum()
    };
    let [r, g, b] = [red, green, blue].map(nearest);
    let cube = [r, g, b].map(|step| STEPS[usize::from(step)]);
    let mean = ((u32::from(red) + u32::from(green) + u32::from(blue)) / 3) as u8;
    let shade = (mean.saturating_sub(3) / 10).min(23);
    let gray = 8 + 10 * shade;
    if away(gray, gray, gray) < away(cube[0], cube[1], cube[2]) {
        232 + shade
    } else {
        16 + 36 * r + 6 * g + b
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_the_256_is_found() {
        assert_eq!(indexed((255, 0, 0)), 196);
        assert_eq!(indexed((0, 0, 0)), 16);
        assert_eq!(indexed((255, 255, 255)), 231);
        assert_eq!(indexed((8, 8, 8)), 232);
        assert_eq!(indexed((238, 238, 238)), 255);
        assert_eq!(indexed((95, 135, 175)), 67);
    }
}
