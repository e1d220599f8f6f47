//! Replaces the comparison, after an edit or a change of the threshold or of a pin.
//!
//! Invariant: the cursor stays on its sentence and on the same row of the screen. If the sentence
//! is gone, the cursor goes near its closest neighbor.

use std::collections::HashMap;

use super::app::App;
use super::cursor::{Apart, Top, TopRow};
use super::items::{Item, Items, RowId};
use super::overview::Overview;
use super::search;
use crate::comparison::Comparison;
use crate::text::{Pair, Side, Span};
use crate::view::{Row, rows};

impl App {
    /// Shows another comparison of the two articles; cursor, side, fold and search stay.
    pub fn show(&mut self, comparison: Comparison) {
        // the indices of beads change
        self.leave_note();
        let selected = self.selected_item().map(|_| self.selected());
        let row_on_screen =
            self.visible().iter().find(|line| Some(line.item) == selected).map_or(0, |line| line.row);
        let was_open = matches!(self.selected_item(), Some(Item::Row(_)));
        let new = rows(&comparison);
        let cursor = find_again(self, self.cursor.row, self.cursor.side, &comparison, &new);
        let other = self.cursor.apart.map(|Apart { side, top }| {
            let TopRow { row, line } = self.top_row(top);
            (side, TopRow { row: find_again(self, row, side, &comparison, &new), line })
        });
        self.view.overview = Overview::new(&comparison, &new);
        self.review.place_on(&comparison);
        self.review.anchor = None;
        self.view.items = Items::whole(new.len());
        (self.comparison, self.view.rows, self.cursor.row) = (comparison, new, cursor);
        // both refer to old rows
        (self.status.pending, self.cursor.selection) = (None, None);
        self.ledgers.forget();
        if let Some(search) = self.view.search.take() {
            let found = search::search(&search.query, self.comparison.sides(), &self.view.rows);
            self.view.search = (!found.rows.is_empty()).then_some(found);
        }
        self.refold();
        if was_open && !self.view.items.is_empty() {
            self.open(self.selected());
        }
        self.cursor.top = Top { item: self.selected(), line: 0 };
        self.cursor.apart = other.map(|(side, top)| Apart { side, top: self.top_at(top) });
        self.scroll(-i32::from(row_on_screen));
        self.reveal_cursor();
        self.revalidate();
    }
}

/// The new row with the text of an old one; `side` takes precedence.
fn find_again(app: &App, old: RowId, side: Side, comparison: &Comparison, rows: &[Row]) -> RowId {
    let Some(last) = rows.len().checked_sub(1) else { return RowId::new(0) };
    let sides = [side, side.other()];
    let texts = Pair::from_fn(|side| {
        let [old, new] = [&app.comparison, comparison].map(|each| &*each.sides[side].article.text);
        (old, new)
    });
    // an unchanged article: the same position
    let here = app.view.rows.get(old.index());
    for side in sides {
        let (old, new) = texts[side];
        if let Some(cell) = here.and_then(|row| row.cells[side].as_ref()).filter(|_| old == new)
            && let Some(row) = row_at(rows, side, cell.span)
        {
            return row;
        }
    }
    // an edited article: the same words, or the words around them
    let known = Pair::from_fn(|side| by_words(rows, side, texts[side].1));
    for at in outward(old.index(), app.view.rows.len()) {
        for side in sides {
            let Some(cell) = &app.view.rows[at].cells[side] else { continue };
            let Some(places) = known[side].get(cell.span.of(texts[side].0)) else { continue };
            let Some(nearest) = places.iter().min_by_key(|place| place.abs_diff(at)) else { continue };
            let place = (nearest + old.index()).saturating_sub(at);
            return RowId::new(place.min(last));
        }
    }
    RowId::new(old.index().min(last))
}

/// The row with the start of a span on a side.
fn row_at(rows: &[Row], side: Side, span: Span) -> Option<RowId> {
    let holds = |row: &Row| {
        row.cells[side]
            .as_ref()
            .is_some_and(|cell| (cell.span.start()..cell.span.end()).contains(&span.start()))
    };
    rows.iter().position(holds).map(RowId::new)
}

/// The rows of a side by their text.
fn by_words<'a>(rows: &[Row], side: Side, text: &'a str) -> HashMap<&'a str, Vec<usize>> {
    let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(cell) = &row.cells[side] {
            known.entry(cell.span.of(text)).or_default().push(index);
        }
    }
    known
}

/// All indices below `count`, the nearest to `from` first.
fn outward(from: usize, count: usize) -> impl Iterator<Item = usize> {
    let both = (0..=count.max(from))
        .flat_map(move |away| [from.checked_sub(away), (away > 0).then_some(from + away)]);
    both.flatten().filter(move |&at| at < count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Origin;
    use crate::comparison::{Options, compare};
    use crate::import::import;
    use crate::tui::layout::Size;
    use crate::view::Fold;

    fn compared(left: &str, right: &str) -> Comparison {
        let texts = Pair::new(left, right);
        let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
        compare(articles, Options::default())
    }

    const LEFT: &str =
        "The river rose overnight.\nNobody was hurt.\nThe bridge at Tarn is shut.\nTrains run again.\n";

    /// The words on the selected side at the cursor after `LEFT` became `edited` with the cursor on row `at`.
    #[track_caller]
    fn check(at: usize, edited: &str, expected: &str) {
        let mut app = App::new(compared(LEFT, LEFT), Size { columns: 100, rows: 30 });
        app.cursor.row = RowId::new(at);
        app.show(compared(edited, LEFT));
        let row = app.row(app.cursor());
        let cell = row.cells.left.as_ref().expect("the left has words there");
        assert_eq!(cell.span.of(&app.comparison.sides.left.article.text), expected);
    }

    #[test]
    fn the_cursor_stays_at_its_sentence() {
        check(2, LEFT, "The bridge at Tarn is shut.");
        check(2, &format!("A flood came.\n{LEFT}"), "The bridge at Tarn is shut.");
        check(2, &LEFT.replace("is shut", "was shut on Monday"), "The bridge at Tarn was shut on Monday.");
        check(3, "Trains run again.\n", "Trains run again.");
    }

    #[test]
    fn empty_texts_have_a_cursor() {
        let mut app = App::new(compared(LEFT, LEFT), Size { columns: 100, rows: 30 });
        app.cursor.row = RowId::new(3);
        app.show(compared("", ""));
        assert_eq!(app.cursor().index(), 0);
        app.show(compared(LEFT, ""));
        assert_eq!(app.cursor().index(), 0);
    }

    #[test]
    fn search_and_fold_stay_on() {
        let mut app = App::new(compared(LEFT, LEFT), Size { columns: 100, rows: 30 });
        app.set_fold(Fold::Identical);
        app.view.search = Some(search::search("bridge", app.comparison.sides(), &app.view.rows));
        app.show(compared(LEFT, &LEFT.replace("Nobody was hurt.", "One man was hurt.")));
        assert_eq!(app.view.fold, Fold::Identical);
        assert_eq!(app.view.search.as_ref().map(|search| search.rows.len()), Some(1));
    }

    #[test]
    fn the_nearest_index_comes_first() {
        assert_eq!(outward(2, 5).collect::<Vec<_>>(), [2, 1, 3, 0, 4]);
        assert_eq!(outward(7, 2).collect::<Vec<_>>(), [1, 0]);
    }
}
