//! Another comparison on the same screen: the editor stays at the same sentence.
//!
//! What every command uses that leads to a new comparison of the same two articles:
//! a text that was edited, another threshold, a pin. Invariant: where the sentence
//! at the cursor is in the new texts the cursor is on it, on the row of the screen
//! where it was; else it is where its nearest neighbor says it would be.

use std::collections::HashMap;

use super::app::App;
use super::display::Apart;
use super::items::{Item, Items, RowId};
use super::overview::Overview;
use super::scroll::{self, Top, TopRow};
use super::search;
use crate::comparison::Comparison;
use crate::text::{Pair, Side, Span};
use crate::view::{self, Fold, Row, View, ViewOptions};

impl App {
    /// Shows another comparison of the two articles; cursor, side, fold and search stay.
    pub fn show(&mut self, comparison: Comparison) {
        // beads have other places now
        self.leave_pad();
        let height = self.height_of_cursor();
        let opened = !self.items.is_empty() && matches!(self.items.get(self.selected()), Item::Row(_));
        let new = rows(&comparison);
        let cursor = found_again(self, self.cursor, self.side, &comparison, &new);
        let held = self.apart.map(|Apart { side, top }| {
            let TopRow { row, line } = self.top_row(top);
            (side, TopRow { row: found_again(self, row, side, &comparison, &new), line })
        });
        self.overview = Overview::new(&comparison, &new);
        self.desk.lay_on(&comparison);
        self.desk.anchor = None;
        self.items = Items::whole(new.len());
        (self.comparison, self.rows, self.cursor) = (comparison, new, cursor);
        // both hold rows of before
        (self.pending, self.selection) = (None, None);
        self.ledgers.forget();
        if let Some(search) = self.search.take() {
            let found = search::search(&search.query, self.comparison.sides(), &self.rows);
            self.search = (!found.rows.is_empty()).then_some(found);
        }
        self.set_fold(self.fold);
        if opened && !self.items.is_empty() {
            self.open(self.selected());
        }
        self.top = Top { item: self.selected(), line: 0 };
        self.apart = held.map(|(side, top)| Apart { side, top: self.top_at(top) });
        scroll::scroll(self, -height);
        self.reveal_cursor();
        self.revalidate();
    }

    /// The row of the body on which the selected item begins; 0 where it begins above.
    fn height_of_cursor(&self) -> i32 {
        if self.items.is_empty() {
            return 0;
        }
        let selected = self.selected();
        scroll::visible(self).iter().find(|line| line.item == selected).map_or(0, |line| i32::from(line.row))
    }
}

/// Every row of a comparison.
pub(super) fn rows(comparison: &Comparison) -> Vec<Row> {
    let view = View::new(comparison, &ViewOptions { fold: Fold::Nothing });
    let row = |item| match item {
        view::Item::Row(row) => Some(row),
        view::Item::Folded { .. } => None,
    };
    view.items.into_iter().filter_map(row).collect()
}

/// The new row with the text of an old one; the text of `side` decides where the two sides moved apart.
fn found_again(app: &App, old: RowId, side: Side, comparison: &Comparison, rows: &[Row]) -> RowId {
    let Some(last) = rows.len().checked_sub(1) else { return RowId::new(0) };
    let sides = [side, side.other()];
    let texts = Pair::from_fn(|side| {
        let [old, new] = [&app.comparison, comparison].map(|each| &*each.sides[side].article.text);
        (old, new)
    });
    // an article that is as it was: what stands at the same place
    let here = app.rows.get(old.index());
    for side in sides {
        let (old, new) = texts[side];
        if let Some(cell) = here.and_then(|row| row.cells[side].as_ref()).filter(|_| old == new)
            && let Some(row) = holding(rows, side, cell.span)
        {
            return row;
        }
    }
    // one that was edited: the same words, or the words around them
    let known = Pair::from_fn(|side| by_words(rows, side, texts[side].1));
    for at in outward(old.index(), app.rows.len()) {
        for side in sides {
            let Some(cell) = &app.rows[at].cells[side] else { continue };
            let Some(places) = known[side].get(cell.span.of(texts[side].0)) else { continue };
            let Some(nearest) = places.iter().min_by_key(|place| place.abs_diff(at)) else { continue };
            let place = (nearest + old.index()).saturating_sub(at);
            return RowId::new(place.min(last));
        }
    }
    RowId::new(old.index().min(last))
}

/// The row whose text of a side holds the start of a span.
fn holding(rows: &[Row], side: Side, span: Span) -> Option<RowId> {
    let holds = |row: &Row| {
        row.cells[side]
            .as_ref()
            .is_some_and(|cell| (cell.span.start()..cell.span.end()).contains(&span.start()))
    };
    rows.iter().position(holds).map(RowId::new)
}

/// The rows of a side by their words.
fn by_words<'a>(rows: &[Row], side: Side, text: &'a str) -> HashMap<&'a str, Vec<usize>> {
    let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(cell) = &row.cells[side] {
            known.entry(cell.span.of(text)).or_default().push(index);
        }
    }
    known
}

/// All places below `count`, the nearest to `from` first.
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
    use crate::tui::Size;

    fn compared(left: &str, right: &str) -> Comparison {
        let texts = Pair::new(left, right);
        let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
        compare(articles, Options::default())
    }

    const LEFT: &str =
        "The river rose overnight.\nNobody was hurt.\nThe bridge at Tarn is shut.\nTrains run again.\n";

    /// The words on the selected side at the cursor after `LEFT` became `edited` while the cursor stood on row `at`.
    #[track_caller]
    fn check(at: usize, edited: &str, expected: &str) {
        let mut app = App::new(compared(LEFT, LEFT), Size { columns: 100, rows: 30 }, Vec::new());
        app.cursor = RowId::new(at);
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
    fn texts_without_words_have_no_place() {
        let mut app = App::new(compared(LEFT, LEFT), Size { columns: 100, rows: 30 }, Vec::new());
        app.cursor = RowId::new(3);
        app.show(compared("", ""));
        assert_eq!(app.cursor().index(), 0);
        app.show(compared(LEFT, ""));
        assert_eq!(app.cursor().index(), 0);
    }

    #[test]
    fn search_and_fold_stay_on() {
        let mut app = App::new(compared(LEFT, LEFT), Size { columns: 100, rows: 30 }, Vec::new());
        app.set_fold(Fold::Identical);
        app.search = Some(search::search("bridge", app.comparison.sides(), &app.rows));
        app.show(compared(LEFT, &LEFT.replace("Nobody was hurt.", "One man was hurt.")));
        assert_eq!(app.fold, Fold::Identical);
        assert_eq!(app.search.as_ref().map(|search| search.rows.len()), Some(1));
    }

    #[test]
    fn what_is_nearest_comes_first() {
        assert_eq!(outward(2, 5).collect::<Vec<_>>(), [2, 1, 3, 0, 4]);
        assert_eq!(outward(7, 2).collect::<Vec<_>>(), [1, 0]);
    }
}
