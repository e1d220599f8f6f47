//! Which rows contain words of which quotation, and which of them get a line above.
//!
//! A quotation of several sentences covers several rows; one whose sentences moved has rows at both
//! ends. Its first row always gets a line. Any other row gets one only if words of the quotation
//! differ in it, so that lines stay few. Invariant: each link begins in exactly one row, and jumps
//! stop in at least one of its rows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::comparison::Comparison;
use crate::difference::{DifferenceKind, Severity};
use crate::quotation::{LinkId, QuotationEdit, QuotationLink};
use crate::text::{Pair, Side, Span};

/// A quotation that has words in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowQuotation {
    /// The link.
    pub link: LinkId,
    /// Whether the quotation begins here: its words on the left, or on the right if the left has none.
    pub begins: bool,
    /// Whether jumps stop here: its words differ in this row, or it begins here and differs nowhere.
    pub is_stop: bool,
    /// The highest severity of the differences reported for its words in this row.
    pub severity: Option<Severity>,
}

/// A row that contains words of a quotation.
pub(super) struct QuotationRow<'a> {
    pub(super) row: usize,
    pub(super) quotation: RowQuotation,
    /// The content of the line above the row, if it gets one.
    pub(super) caption: Option<RowCaption<'a>>,
}

/// What the line above a row depends on.
pub(super) struct RowCaption<'a> {
    /// Whether the quotation begins here.
    pub(super) is_first: bool,
    /// Whether words here continue from another row of the same side.
    pub(super) is_continued: bool,
    /// The edits in this row; none if its words are equal.
    pub(super) edits: Option<Vec<&'a QuotationEdit>>,
    /// Where other rows are in which its words differ.
    pub(super) others: Option<Direction>,
}

/// Above or below a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    Above,
    Below,
}

/// The rows of each quotation, given the cells of each side with their rows, in the order of its text.
pub(super) fn quotation_rows(
    comparison: &Comparison,
    cells: Pair<Vec<(Span, usize)>>,
) -> Vec<QuotationRow<'_>> {
    let cells = Cells(cells);
    let reported = reported(comparison, &cells);
    let rows = comparison.links().map(|(id, link)| rows_of(comparison, id, link, &cells, &reported));
    rows.flatten().collect()
}

/// The cells of each side in the order of its text, with their rows.
struct Cells(Pair<Vec<(Span, usize)>>);

impl Cells {
    /// The rows that contain some of a span.
    fn rows(&self, side: Side, span: Span) -> impl Iterator<Item = usize> {
        let cells = &self.0[side];
        let first = cells.partition_point(|(cell, _)| cell.end() <= span.start());
        cells.iter().skip(first).take_while(move |(cell, _)| cell.start() < span.end()).map(|&(_, row)| row)
    }

    /// The row at an offset, or the last one before it.
    fn row_at(&self, side: Side, offset: usize) -> Option<usize> {
        let cells = &self.0[side];
        let after = cells.partition_point(|(cell, _)| cell.start() <= offset);
        Some(cells.get(after.checked_sub(1)?)?.1)
    }
}

/// The words in each row that differences between quotations are about.
type Reported = HashMap<usize, Vec<(Side, Span, Severity)>>;

fn reported(comparison: &Comparison, cells: &Cells) -> Reported {
    let mut reported = Reported::new();
    let kinds = [DifferenceKind::AlteredQuotation, DifferenceKind::TrimmedQuotation];
    for difference in comparison.differences.iter().filter(|difference| kinds.contains(&difference.kind)) {
        for (side, span) in difference.spans.sides() {
            let Some(span) = span else { continue };
            for row in cells.rows(side, span) {
                reported.entry(row).or_default().push((side, span, difference.severity));
            }
        }
    }
    reported
}

/// The words of a quotation in one row.
#[derive(Default)]
struct Words<'a> {
    /// Whether each side has some.
    sides: Pair<bool>,
    edits: Vec<&'a QuotationEdit>,
    severity: Option<Severity>,
}

impl Words<'_> {
    fn differ(&self) -> bool {
        !self.edits.is_empty() || self.severity.is_some()
    }
}

/// The rows of one quotation, from top to bottom.
fn rows_of<'a>(
    comparison: &Comparison,
    id: LinkId,
    link: &'a QuotationLink,
    cells: &Cells,
    reported: &Reported,
) -> Vec<QuotationRow<'a>> {
    let fragments = Pair::from_fn(|side| -> &[Span] {
        link.quotations[side].map_or(&[], |id| &comparison.quotation(side, id).fragments)
    });
    let starts = Pair::from_fn(|side| cells.row_at(side, fragments[side].first()?.start()));
    let Some(first) = starts.left.or(starts.right) else { return Vec::new() };
    let mut rows: BTreeMap<usize, Words<'a>> = BTreeMap::new();
    for side in Side::BOTH {
        if let Some(start) = starts[side] {
            rows.entry(start).or_default().sides[side] = true;
        }
        for &fragment in fragments[side] {
            for row in cells.rows(side, fragment) {
                let words = rows.entry(row).or_default();
                words.sides[side] = true;
                let own = reported.get(&row).into_iter().flatten();
                let own = own.filter(|(at, span, _)| *at == side && span.overlaps(fragment));
                words.severity = words.severity.max(own.map(|&(.., severity)| severity).max());
            }
        }
    }
    for edit in &link.edits {
        let sides = edit.spans.sides().into_iter();
        let edited = sides.filter_map(|(side, span)| Some(cells.rows(side, span?))).flatten();
        for row in edited.collect::<BTreeSet<usize>>() {
            if let Some(words) = rows.get_mut(&row) {
                words.edits.push(edit);
            }
        }
    }
    let differing = || rows.iter().filter(|(_, words)| words.differ()).map(|(&row, _)| row);
    let (first_differing, last_differing) = (differing().next(), differing().next_back());
    let quotation_row = |(&row, words): (&usize, &Words<'a>)| {
        let (begins, differ) = (row == first, words.differ());
        let is_stop = differ || begins && first_differing.is_none();
        let continues = |side: Side| words.sides[side] && starts[side] != Some(row);
        let is_below = last_differing > Some(row);
        let is_above = first_differing.is_some_and(|first| first < row);
        let caption = (begins || differ).then(|| RowCaption {
            is_first: begins,
            is_continued: Side::BOTH.into_iter().any(continues),
            edits: differ.then(|| words.edits.clone()),
            others: is_below.then_some(Direction::Below).or(is_above.then_some(Direction::Above)),
        });
        let quotation = RowQuotation { link: id, begins, is_stop, severity: words.severity };
        QuotationRow { row, quotation, caption }
    };
    rows.iter().map(quotation_row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::{Certainty, Difference};
    use crate::quotation::LinkState;
    use crate::view::made::{comparison, quote};
    use crate::view::{Row, Topic, rows};

    /// A quotation of three sentences, altered in those words; a sentence before it and one after.
    fn altered(beads: &str, edits: &[(&str, &str)]) -> Comparison {
        let left = "Rain fell.\nWe may go. It costs less. Nobody was hurt.\nSnow came.".replace(". ", ".\n");
        let mut right = left.clone();
        for (old, new) in edits {
            right = right.replace(old, new);
        }
        let mut made = comparison(&left, &right, beads);
        let words =
            Pair::new(left, right).map(|text| text.replace("Rain fell.\n", "").replace("\nSnow came.", ""));
        let state = if edits.is_empty() { LinkState::SameWords } else { LinkState::Altered };
        quote(&mut made, words.as_ref().map(String::as_str), state);
        for (old, new) in edits {
            let find = |side: Side, words: &str| {
                let start = made.sides[side].article.text.find(words)?;
                (!words.is_empty()).then(|| Span::new(start, start + words.len()))
            };
            let edit = Pair::new(find(Side::Left, old), find(Side::Right, new));
            made.links[0].edits.push(edit.into());
        }
        made
    }

    /// Each row as its quotations (`b` begins, `s` stop, `-` neither) and captions.
    #[track_caller]
    fn check(comparison: &Comparison, expected: &[&str]) {
        let shown = |row: &Row| {
            let places = row.quotations.iter().map(|quotation| match (quotation.begins, quotation.is_stop) {
                (true, true) => "bs",
                (true, false) => "b",
                (false, true) => "s",
                (false, false) => "-",
            });
            let captions = row.captions.iter().map(|caption| caption.text.as_str());
            places.chain(captions).collect::<Vec<_>>().join(" | ")
        };
        let rows: Vec<String> = rows(comparison).iter().map(shown).collect();
        assert_eq!(rows, expected);
    }

    const IN_ORDER: &str = "=0-0 1-1 2-2 3-3 =4-4";

    #[test]
    fn a_quotation_that_is_the_same_has_one_line_and_one_stop() {
        let same = "bs | Ada Lund: same words; marks only in the Courier";
        check(&altered(IN_ORDER, &[]), &["", same, "-", "-", ""]);
    }

    #[test]
    fn a_row_in_which_it_differs_has_its_own_line_and_is_the_stop() {
        check(
            &altered(IN_ORDER, &[("hurt", "killed")]),
            &[
                "",
                "b | Ada Lund: altered, see below; marks only in the Courier",
                "-",
                "s | (continued) Ada Lund: altered: hurt → killed",
                "",
            ],
        );
    }

    #[test]
    fn each_line_has_the_edits_of_its_row() {
        check(
            &altered(IN_ORDER, &[("may", "will"), ("less", "more"), ("Nobody", "Tom")]),
            &[
                "",
                "bs | Ada Lund: altered: may → will; also below; marks only in the Courier",
                "s | (continued) Ada Lund: altered: less → more",
                "s | (continued) Ada Lund: altered: Nobody → Tom",
                "",
            ],
        );
    }

    #[test]
    fn words_at_the_other_end_of_a_move_begin_there() {
        let mut made = comparison("We may go.\nRain fell.", "Rain fell.\nWe may not go.", "↕0-1 =1-0");
        quote(&mut made, Pair::new("We may go.", "We may not go."), LinkState::Altered);
        let not = made.sides.right.article.text.find("not").expect("it is there");
        made.links[0].edits.push(Pair::new(None, Some(Span::new(not, not + 3))).into());
        check(
            &made,
            &[
                "b | Ada Lund: altered, see below; marks only in the Courier",
                "",
                "s | Ada Lund: altered: “not” only in the Courier",
            ],
        );
    }

    #[test]
    fn words_that_go_on_from_a_row_of_one_side_are_continued() {
        let mut made = comparison("We may go.\nIt costs less.", "It costs more.", "0- 1-0");
        quote(&mut made, Pair::new("We may go.\nIt costs less.", "It costs more."), LinkState::Altered);
        let [less, more] = [(Side::Left, "less"), (Side::Right, "more")].map(|(side, word)| {
            let start = made.sides[side].article.text.find(word).expect("it is there");
            Some(Span::new(start, start + word.len()))
        });
        made.links[0].edits.push(Pair::new(less, more).into());
        check(
            &made,
            &[
                "b | Ada Lund: altered, see below; marks only in the Courier",
                "s | (continued) Ada Lund: altered: less → more",
            ],
        );
    }

    #[test]
    fn a_quotation_of_one_side_is_announced_once() {
        let mut made = comparison("Rain fell.", "Rain fell.\nGo home.\nStay there.", "=0-0 -1 -2");
        quote(&mut made, Pair::new("", "Go home.\nStay there."), LinkState::RightOnly);
        check(&made, &["", "bs | Ada Lund: only in the Courier", "-"]);
    }

    #[test]
    fn a_row_that_a_difference_calls_trimmed_is_a_stop() {
        let mut made = comparison("Go home.\nStay there.", "Go home.", "=0-0 1-");
        quote(&mut made, Pair::new("Go home.\nStay there.", "Go home."), LinkState::Trimmed);
        let cut = made.sides.left.article.text.find("Stay").expect("it is there");
        made.differences.push(Difference {
            bead: crate::alignment::BeadId::new(1),
            kind: DifferenceKind::TrimmedQuotation,
            severity: Severity::Medium,
            certainty: Certainty::Check,
            spans: Pair::new(Some(Span::new(cut, cut + 4)), None),
            rule: "test",
            why: String::new(),
        });
        check(
            &made,
            &[
                "b | Ada Lund: trimmed in the Courier, see below; marks only in the Courier",
                "s | (continued) Ada Lund: trimmed in the Courier",
            ],
        );
    }

    #[test]
    fn the_filter_shows_all_rows_and_jumps_stop_where_it_differs() {
        let made = altered(IN_ORDER, &[("hurt", "killed")]);
        let review = crate::review::Placed::default();
        let rows = rows(&made);
        let about = |is: fn(Topic, &Comparison, &crate::review::Placed, &Row) -> bool| {
            rows.iter().map(|row| is(Topic::Quotation, &made, &review, row)).collect::<Vec<_>>()
        };
        assert_eq!(about(Topic::holds), [false, true, true, true, false]);
        assert_eq!(about(Topic::stops), [false, false, false, true, false]);
    }
}
