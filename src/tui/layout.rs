//! The layout: from the size of the screen to its areas.
//!
//! Scrolling and drawing both call [`areas`], so that they agree on what is visible. Invariants:
//! areas are on the screen and never overlap, at any size down to nothing; a drawn text column is at
//! least one cell wide.

use std::str::FromStr;

use ratatui::layout::Rect;

use crate::text::{Pair, Side};

/// The size of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Size {
    /// The number of columns.
    pub columns: u16,
    /// The number of rows.
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
            .ok_or_else(|| format!("“{text}” is not a size. Give columns and rows, such as 120x40."))
    }
}

/// The arrangement of the two texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) enum Layout {
    /// Side by side.
    #[default]
    Columns,
    /// The left text of each row above the right.
    Stacked,
    /// Both in one text with marked-up edits.
    MarkedUp,
}

/// The settings that the areas depend on, besides the size.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct LayoutOptions {
    /// The layout that the user chose; `None` for columns if the screen is wide enough.
    pub(crate) layout: Option<Layout>,
    /// The width of the row numbers; 0 to hide them.
    pub(crate) numbers: u16,
    /// The width of the ruler; 0 to hide it.
    pub(crate) ruler: u16,
}

/// The width of the ruler.
pub(crate) const RULER: u16 = 2;

/// The minimum width for columns, unless the user chose them.
const COLUMNS_WIDTH: u16 = 80;
/// The minimum width for columns that the user chose.
const LEAST_COLUMNS_WIDTH: u16 = 24;
/// The minimum height for the detail line, captions and gaps between paragraphs.
const ROOMY_HEIGHT: u16 = 14;

/// The width of the gutter between the columns: a space, the verdict, the sign, a space.
const GUTTER: u16 = 4;

/// The areas of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Areas {
    /// The layout that fits the screen.
    pub layout: Layout,
    /// The names of the outlets, and the headlines.
    pub title: Rect,
    /// Everything between the title and the detail line.
    pub body: Rect,
    /// The text of each side; the same area twice unless the layout is in columns.
    pub texts: Pair<Rect>,
    /// The sign column.
    pub signs: Rect,
    /// The verdict column: next to the signs, or the left bar.
    pub badges: Rect,
    /// The row numbers.
    pub numbers: Rect,
    /// The letters that name the side of a line; empty if the layout is in columns.
    pub tags: Rect,
    /// The bars at both edges that mark the selected row.
    pub bars: Pair<Rect>,
    /// The overview of the whole comparison.
    pub ruler: Rect,
    /// The details of the selected row.
    pub detail: Rect,
    /// The status line.
    pub status: Rect,
    /// Whether captions and gaps between paragraphs are shown.
    pub roomy: bool,
}

/// The areas of a screen of this size.
pub(crate) fn areas(size: Size, options: LayoutOptions) -> Areas {
    let layout = match options.layout {
        None if size.columns < COLUMNS_WIDTH => Layout::Stacked,
        Some(Layout::Columns) if size.columns < LEAST_COLUMNS_WIDTH => Layout::Stacked,
        chosen => chosen.unwrap_or_default(),
    };
    let roomy = size.rows >= ROOMY_HEIGHT;
    let status = u16::from(size.rows >= 2);
    let title = match layout {
        _ if size.rows < 4 => 0,
        Layout::Stacked | Layout::MarkedUp if roomy => 2,
        Layout::Stacked | Layout::MarkedUp | Layout::Columns => 1,
    };
    let detail = match size.rows {
        0..ROOMY_HEIGHT => 0,
        ROOMY_HEIGHT..20 => 1,
        20.. => 2,
    };
    let row = |y, height| Rect { y, height, ..size.area() };
    let height = size.rows - status - title - detail;
    let areas = Areas {
        layout,
        title: row(0, title),
        body: row(title, height),
        detail: row(title + height, detail),
        status: row(size.rows - status, status),
        roomy,
        ..Areas::default()
    };
    areas.with_columns(options)
}

impl Areas {
    /// Divides the body into columns.
    fn with_columns(self, options: LayoutOptions) -> Areas {
        let mut rest = self.body;
        let mut cut = |width: u16| {
            let width = width.min(rest.width);
            let piece = Rect { width, ..rest };
            rest = Rect { x: rest.x + width, width: rest.width - width, ..rest };
            piece
        };
        let width = self.body.width;
        let (ruler, numbers) = if width >= 30 { (options.ruler, options.numbers) } else { (0, 0) };
        let bar = u16::from(width >= 12);
        let room = width.saturating_sub(ruler + numbers + 2 * bar);
        let (left_bar, numbers) = (cut(bar), cut(numbers));
        let (texts, gutter) = match self.layout {
            Layout::Columns => {
                let text = room.saturating_sub(GUTTER);
                let (left, gutter) = (cut(text / 2), cut(GUTTER));
                (Pair::new(left, cut(text - text / 2)), gutter)
            }
            Layout::Stacked | Layout::MarkedUp => {
                let gutter = cut(if width >= 12 { 3 } else { 0 });
                let text = cut(room.saturating_sub(gutter.width));
                (Pair::new(text, text), gutter)
            }
        };
        let column =
            |at: u16| Rect { x: gutter.x + gutter.width.min(at), width: gutter.width.min(1), ..gutter };
        let (signs, badges, tags) = match self.layout {
            Layout::Columns => (column(2), column(1), Rect { width: 0, ..gutter }),
            Layout::Stacked | Layout::MarkedUp => (column(0), left_bar, column(1)),
        };
        let bars = Pair::new(left_bar, cut(bar));
        Areas { texts, signs, badges, tags, numbers, bars, ruler: cut(ruler), ..self }
    }

    /// The widths of the texts.
    pub(crate) fn widths(&self) -> Pair<usize> {
        self.texts.map(|area| usize::from(area.width.max(1)))
    }

    /// Both texts and the gutter between them.
    pub(crate) fn both_texts(&self) -> Rect {
        let Pair { left, right } = self.texts;
        Rect { width: right.right() - left.x, ..left }
    }

    /// The side at a column of the screen, if the layout is in columns.
    pub(crate) fn side_at(&self, column: u16) -> Option<Side> {
        match self.layout {
            Layout::Columns if column < self.signs.x => Some(Side::Left),
            Layout::Columns if column < self.ruler.x || self.ruler.width == 0 => Some(Side::Right),
            Layout::Columns | Layout::Stacked | Layout::MarkedUp => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_never_overlap_nor_leave_the_screen() {
        for layout in [None, Some(Layout::Columns), Some(Layout::Stacked), Some(Layout::MarkedUp)] {
            for columns in (1..130).chain([250]) {
                for rows in (1..45).chain([80]) {
                    check(Size { columns, rows }, LayoutOptions { layout, numbers: 0, ruler: RULER });
                    check(Size { columns, rows }, LayoutOptions { layout, numbers: 4, ruler: 0 });
                }
            }
        }
    }

    #[track_caller]
    fn check(size: Size, options: LayoutOptions) {
        let areas = areas(size, options);
        let screen = size.area();
        let mut all =
            vec![areas.title, areas.signs, areas.tags, areas.numbers, areas.bars.left, areas.bars.right];
        all.extend([areas.ruler, areas.detail, areas.status, areas.texts.left]);
        if areas.layout == Layout::Columns {
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
        let options = LayoutOptions { ruler: RULER, ..LayoutOptions::default() };
        assert_eq!(areas(Size { columns: 80, rows: 24 }, options).layout, Layout::Columns);
        assert_eq!(areas(Size { columns: 79, rows: 24 }, options).layout, Layout::Stacked);
        assert_eq!(areas(Size { columns: 80, rows: 24 }, options).widths(), Pair::new(36, 36));
    }
}
