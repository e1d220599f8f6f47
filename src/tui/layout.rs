//! Where things stand: one function from the size of the screen to its areas.
//!
//! Scrolling and drawing both ask [`areas`], so that they cannot disagree about
//! what is visible. Invariants: areas lie on the screen and never overlap, at any
//! size down to nothing; columns of text are at least one column wide where they are drawn.

use std::str::FromStr;

use ratatui::layout::Rect;

use crate::text::{Pair, Side};

/// The size of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

impl Size {
    /// The whole screen.
    pub(crate) fn area(self) -> Rect {
        Rect { x: 0, y: 0, width: self.columns, height: self.rows }
    }
}

impl FromStr for Size {
    type Err = String;

    /// Reads `120x40`: columns, then rows.
    fn from_str(text: &str) -> Result<Size, String> {
        let parsed = text.split_once(['x', 'X', '×']).and_then(|(columns, rows)| {
            Some(Size { columns: columns.trim().parse().ok()?, rows: rows.trim().parse().ok()? })
        });
        parsed
            .filter(|size| (1..=1000).contains(&size.columns) && (1..=1000).contains(&size.rows))
            .ok_or_else(|| format!("“{text}” is no size. Give columns and rows, such as 120x40."))
    }
}

/// How the two texts stand beside each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Shape {
    /// Side by side where there is room for it.
    #[default]
    Automatic,
    /// Side by side.
    Columns,
    /// One below the other.
    Single,
    /// Both in one text, with what differs in brackets.
    Marked,
}

/// What the areas depend on, the size apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Frame {
    /// How the texts stand beside each other.
    pub(crate) shape: Shape,
    /// Columns for the numbers of rows; 0 where they are not shown.
    pub(crate) numbers: u16,
    /// Columns for the overview.
    pub(crate) ruler: u16,
}

/// The shape that is really drawn.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) enum Drawn {
    /// Side by side.
    #[default]
    Columns,
    /// One below the other.
    Single,
    /// Both in one text.
    Marked,
}

/// Columns of the overview.
pub(crate) const RULER: u16 = 2;

/// Below this many columns two texts side by side are too narrow to read.
const NARROW: u16 = 80;
/// Below this many columns there is no room for two columns at all.
const TOO_NARROW: u16 = 24;
/// Below this many rows the text gets what the detail line, captions and gaps would take.
const LOW: u16 = 14;

/// Columns between two texts side by side: a blank, the verdict, the sign, a blank.
const GUTTER: u16 = 4;

/// The areas of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Areas {
    /// Whether both texts stand side by side.
    pub drawn: Drawn,
    /// Outlets and headlines.
    pub title: Rect,
    /// Everything between the title and the detail line, bars and ruler included.
    pub body: Rect,
    /// The text of each side; the same area twice where they stand one below the other.
    pub texts: Pair<Rect>,
    /// The sign column.
    pub signs: Rect,
    /// The column of verdicts: before the signs, or where the left bar is.
    pub badges: Rect,
    /// The numbers of the rows; empty where they are not shown.
    pub numbers: Rect,
    /// The tags that say which side a line is from; empty where both stand side by side.
    pub tags: Rect,
    /// The bars at both edges that show what is selected.
    pub bars: Pair<Rect>,
    /// The overview of the whole comparison.
    pub ruler: Rect,
    /// What is known of the selected bead.
    pub detail: Rect,
    /// Counts, position, messages, prompts.
    pub status: Rect,
    /// Whether there is room for captions and for gaps between paragraphs.
    pub roomy: bool,
}

/// The areas of a screen of this size.
pub(crate) fn areas(size: Size, frame: Frame) -> Areas {
    let drawn = match frame.shape {
        Shape::Automatic if size.columns < NARROW => Drawn::Single,
        Shape::Columns if size.columns < TOO_NARROW => Drawn::Single,
        Shape::Automatic | Shape::Columns => Drawn::Columns,
        Shape::Single => Drawn::Single,
        Shape::Marked => Drawn::Marked,
    };
    let roomy = size.rows >= LOW;
    let status = u16::from(size.rows >= 2);
    let title = match drawn {
        _ if size.rows < 4 => 0,
        Drawn::Single | Drawn::Marked if roomy => 2,
        Drawn::Single | Drawn::Marked | Drawn::Columns => 1,
    };
    let detail = match size.rows {
        0..LOW => 0,
        LOW..20 => 1,
        20.. => 2,
    };
    let row = |y, height| Rect { y, height, ..size.area() };
    let height = size.rows - status - title - detail;
    let areas = Areas {
        drawn,
        title: row(0, title),
        body: row(title, height),
        detail: row(title + height, detail),
        status: row(size.rows - status, status),
        roomy,
        ..Areas::default()
    };
    areas.with_columns(frame)
}

impl Areas {
    /// Cuts the body into columns.
    fn with_columns(self, frame: Frame) -> Areas {
        let mut rest = self.body;
        let mut cut = |width: u16| {
            let width = width.min(rest.width);
            let piece = Rect { width, ..rest };
            rest = Rect { x: rest.x + width, width: rest.width - width, ..rest };
            piece
        };
        let width = self.body.width;
        let (ruler, numbers) = if width >= 30 { (frame.ruler, frame.numbers) } else { (0, 0) };
        let bar = u16::from(width >= 12);
        let room = width.saturating_sub(ruler + numbers + 2 * bar);
        let (left_bar, numbers) = (cut(bar), cut(numbers));
        let (texts, gutter) = match self.drawn {
            Drawn::Columns => {
                let text = room.saturating_sub(GUTTER);
                let (left, gutter) = (cut(text / 2), cut(GUTTER));
                (Pair::new(left, cut(text - text / 2)), gutter)
            }
            Drawn::Single | Drawn::Marked => {
                let gutter = cut(if width >= 12 { 3 } else { 0 });
                let text = cut(room.saturating_sub(gutter.width));
                (Pair::new(text, text), gutter)
            }
        };
        let column =
            |at: u16| Rect { x: gutter.x + gutter.width.min(at), width: gutter.width.min(1), ..gutter };
        let (signs, badges, tags) = match self.drawn {
            Drawn::Columns => (column(2), column(1), Rect { width: 0, ..gutter }),
            Drawn::Single | Drawn::Marked => (column(0), left_bar, column(1)),
        };
        let bars = Pair::new(left_bar, cut(bar));
        Areas { texts, signs, badges, tags, numbers, bars, ruler: cut(ruler), ..self }
    }

    /// The columns that each side's text may take.
    pub(crate) fn widths(&self) -> Pair<usize> {
        self.texts.map(|area| usize::from(area.width.max(1)))
    }

    /// The side whose text stands in this column of the screen.
    pub(crate) fn side_at(&self, column: u16) -> Option<Side> {
        match self.drawn {
            Drawn::Columns if column < self.signs.x => Some(Side::Left),
            Drawn::Columns if column < self.ruler.x || self.ruler.width == 0 => Some(Side::Right),
            Drawn::Columns | Drawn::Single | Drawn::Marked => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_never_overlap_nor_leave_the_screen() {
        for shape in [Shape::Automatic, Shape::Columns, Shape::Single, Shape::Marked] {
            for columns in (1..130).chain([250]) {
                for rows in (1..45).chain([80]) {
                    check(Size { columns, rows }, Frame { shape, numbers: 0, ruler: RULER });
                    check(Size { columns, rows }, Frame { shape, numbers: 4, ruler: 0 });
                }
            }
        }
    }

    #[track_caller]
    fn check(size: Size, frame: Frame) {
        let areas = areas(size, frame);
        let screen = size.area();
        let mut all =
            vec![areas.title, areas.signs, areas.tags, areas.numbers, areas.bars.left, areas.bars.right];
        all.extend([areas.ruler, areas.detail, areas.status, areas.texts.left]);
        if areas.drawn == Drawn::Columns {
            all.push(areas.texts.right);
        }
        for (index, area) in all.iter().enumerate() {
            assert_eq!(area.intersection(screen).area(), area.area(), "{area:?} leaves {size:?}");
            for other in all.iter().skip(index + 1) {
                assert_eq!(area.intersection(*other).area(), 0, "{area:?} and {other:?} overlap at {size:?}");
            }
        }
    }

    #[test]
    fn eighty_columns_are_enough_for_two() {
        let frame = Frame { ruler: RULER, ..Frame::default() };
        assert_eq!(areas(Size { columns: 80, rows: 24 }, frame).drawn, Drawn::Columns);
        assert_eq!(areas(Size { columns: 79, rows: 24 }, frame).drawn, Drawn::Single);
        assert_eq!(areas(Size { columns: 80, rows: 24 }, frame).widths(), Pair::new(36, 36));
    }
}
