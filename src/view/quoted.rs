//! Which rows hold words of which quotation, and which of them get a line above.
//!
//! A quotation of several sentences covers several rows; one whose sentences moved has
//! rows at both ends. Its first row always gets a line. Every other row gets one where
//! words of the quotation differ in it, so that lines stay few. Invariant: each link
//! begins in exactly one row, and jumps stop in at least one row of it.

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
    /// Whether the quotation begins here: its words on the left, or on the right where the left has none.
    pub begins: bool,
    /// Whether jumps stop here: words of it differ in this row, or it begins here and differs nowhere.
    pub is_stop: bool,
    /// The severity of the gravest difference that is reported of its words in this row.
    pub severity: Option<Severity>,
}

/// A row of a quotation, as far as the line above it depends on it.
pub(crate) struct Spot<'a> {
    /// Whether the quotation begins here.
    pub(crate) is_first: bool,
    /// Whether words here go on from another row of the same side.
    pub(crate) is_continued: bool,
    /// The edits in this row; none where its words are the same.
    pub(crate) edits: Option<Vec<&'a QuotationEdit>>,
    /// Where other rows in which its words differ are, if there are any.
    pub(crate) elsewhere: Option<Way>,
}

/// Above or below a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Way {
    Above,
    Below,
}

/// A row that holds words of a quotation.
pub(crate) struct Held<'a> {
    pub(crate) row: usize,
    pub(crate) quotation: RowQuotation,
    /// What a line above the row depends on, where there is to be one.
    pub(crate) spot: Option<Spot<'a>>,
}

/// The rows that hold words of each quotation, given the cells of each side in the order of its text.
pub(crate) fn held_rows(comparison: &Comparison, cells: Pair<Vec<(Span, usize)>>) -> Vec<Held<'_>> {
    let cells = Cells(cells);
    let reported = reported(comparison, &cells);
    let mut held = Vec::new();
    for (id, link) in comparison.links() {
        if let Some(extent) = Extent::of(comparison, link, &cells, &reported) {
            held.extend(extent.held(id));
        }
    }
    held
}

/// The cells of each side in the order of its text, with their rows: found by bisection.
struct Cells(Pair<Vec<(Span, usize)>>);

impl Cells {
    /// The rows that hold some of a span.
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

/// The words of each row that differences between quotations are about.
type Reported = HashMap<usize, Vec<(Side, Span, Severity)>>;

fn reported(comparison: &Comparison, cells: &Cells) -> Reported {
    let mut reported = Reported::new();
    let kinds = [DifferenceKind::AlteredQuotation, DifferenceKind::TrimmedQuotation];
    for difference in comparison.differences.iter().filter(|difference| kinds.contains(&difference.kind)) {
        for (side, span) in difference.spans.sides() {
            let rows = span.into_iter().flat_map(|span| cells.rows(side, span).map(move |row| (row, span)));
            for (row, span) in rows {
                reported.entry(row).or_default().push((side, span, difference.severity));
            }
        }
    }
    reported
}

/// The rows of a quotation.
struct Extent<'a> {
    /// Where it begins.
    first: usize,
    /// Where its words on each side begin.
    starts: Pair<Option<usize>>,
    /// The rows that hold some of its words on each side.
    rows: Pair<BTreeSet<usize>>,
    /// The rows in which its words differ.
    differing: BTreeMap<usize, Differing<'a>>,
}

/// How the words of a quotation differ in a row.
#[derive(Default)]
struct Differing<'a> {
    edits: Vec<&'a QuotationEdit>,
    severity: Option<Severity>,
}

impl<'a> Extent<'a> {
    fn of(
        comparison: &Comparison,
        link: &'a QuotationLink,
        cells: &Cells,
        reported: &Reported,
    ) -> Option<Extent<'a>> {
        let fragments = Pair::from_fn(|side| -> &[Span] {
            link.quotations[side].map_or(&[], |id| &comparison.quotation(side, id).fragments)
        });
        let starts = Pair::from_fn(|side| cells.row_at(side, fragments[side].first()?.start()));
        let first = starts.left.or(starts.right)?;
        let rows = Pair::from_fn(|side| starts[side].into_iter().collect());
        let mut extent = Extent { first, starts, rows, differing: BTreeMap::new() };
        for (side, fragments) in fragments.sides() {
            for &fragment in fragments {
                for row in cells.rows(side, fragment) {
                    extent.rows[side].insert(row);
                    let own = reported.get(&row).into_iter().flatten();
                    let own = own.filter(|(at, span, _)| *at == side && span.overlaps(fragment));
                    if let Some(severity) = own.map(|&(.., severity)| severity).max() {
                        let differing = extent.differing.entry(row).or_default();
                        differing.severity = differing.severity.max(Some(severity));
                    }
                }
            }
        }
        for edit in &link.edits {
            let sides = edit.spans.sides().into_iter();
            let held = sides.filter_map(|(side, span)| Some(cells.rows(side, span?))).flatten();
            for row in held.filter(|row| extent.has(*row)).collect::<BTreeSet<usize>>() {
                extent.differing.entry(row).or_default().edits.push(edit);
            }
        }
        Some(extent)
    }

    /// Whether a row holds words of it.
    fn has(&self, row: usize) -> bool {
        Side::BOTH.into_iter().any(|side| self.rows[side].contains(&row))
    }

    /// Its rows, from top to bottom.
    fn held(&self, link: LinkId) -> impl Iterator<Item = Held<'a>> {
        self.rows.left.union(&self.rows.right).map(move |&row| {
            let (begins, differing) = (row == self.first, self.differing.get(&row));
            let is_stop = differing.is_some() || begins && self.differing.is_empty();
            let severity = differing.and_then(|differing| differing.severity);
            let spot = (begins || differing.is_some()).then(|| self.spot(row));
            Held { row, quotation: RowQuotation { link, begins, is_stop, severity }, spot }
        })
    }

    /// What the line above a row depends on.
    fn spot(&self, row: usize) -> Spot<'a> {
        let continues = |side: Side| self.rows[side].contains(&row) && self.starts[side] != Some(row);
        let is_below = self.differing.last_key_value().is_some_and(|(&last, _)| last > row);
        let is_above = self.differing.first_key_value().is_some_and(|(&first, _)| first < row);
        Spot {
            is_first: row == self.first,
            is_continued: Side::BOTH.into_iter().any(continues),
            edits: self.differing.get(&row).map(|differing| differing.edits.clone()),
            elsewhere: is_below.then_some(Way::Below).or(is_above.then_some(Way::Above)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::{Certainty, Difference};
    use crate::quotation::LinkState;
    use crate::view::made::{comparison, quote};
    use crate::view::{Row, Topic, View, ViewOptions};

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
        let view = View::new(comparison, &ViewOptions::default());
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
        let rows: Vec<String> = view.rows().map(shown).collect();
        assert_eq!(rows, expected);
    }

    const IN_ORDER: &str = "=0-0 1-1 2-2 3-3 =4-4";

    #[test]
    fn a_quotation_that_is_the_same_has_one_line_and_one_stop() {
        let same = "bs | Ada Lund: same words; marks only in the Courier";
        check(&altered(IN_ORDER, &[]), &["", same, "-", "-", ""]);
    }

    #[test]
    fn a_row_in_which_it_differs_has_a_line_of_its_own_and_is_the_stop() {
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
    fn each_line_tells_the_edits_of_its_row() {
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
    fn a_row_that_a_difference_says_is_trimmed_is_a_stop() {
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
        let view = View::new(&made, &ViewOptions::default());
        let about = |is: fn(Topic, &Comparison, &crate::review::Placed, &Row) -> bool| {
            let rows = view.rows().map(|row| is(Topic::Quotation, &made, &review, row));
            rows.collect::<Vec<_>>()
        };
        assert_eq!(about(Topic::holds), [false, true, true, true, false]);
        assert_eq!(about(Topic::stops), [false, false, false, true, false]);
    }
}
