//! Both texts of a row in one: words of the left only in `[-…-]`, words of the right only in `{+…+}`.
//!
//! The brackets of wdiff, as in the text report, so that nothing is shown by color only. Words of
//! both texts are written as the right has them. Invariant: without the words of the right only,
//! the words of the left remain, and vice versa.

use super::mark::MarkSet;
use super::model::{Cell, Row};
use crate::alignment::Reuse;
use crate::comparison::Comparison;
use crate::difference::EditOp;
use crate::text::{Pair, Side, Span};

/// Both texts of a row in one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Markup {
    /// The text, brackets included.
    pub text: String,
    /// Its runs; they tile it.
    pub runs: Vec<MarkupRun>,
}

/// A run of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MarkupRun {
    /// Its place in [`Markup::text`].
    pub span: Span,
    /// The text that it is from.
    pub owner: Owner,
    /// Its meaning.
    pub marks: MarkSet,
    /// Its place in its article; none for a bracket.
    pub origin: Option<Span>,
}

/// Which text some words are from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Owner {
    /// Both; written as the right has them.
    Both,
    /// One side only.
    Only(Side),
    /// Neither: a bracket, or a space between sentences.
    Neither,
}

impl Owner {
    /// The side whose words they are.
    pub fn side(self) -> Side {
        match self {
            Owner::Only(side) => side,
            Owner::Both | Owner::Neither => Side::Right,
        }
    }
}

/// Both texts of a row in one.
pub fn markup(comparison: &Comparison, row: &Row) -> Markup {
    let mut out = Writer { comparison, row, markup: Markup::default() };
    let cells = row.cells.as_ref().map(Option::as_ref);
    let Some(both) = cells.both() else {
        for (side, cell) in cells.sides() {
            if let Some(cell) = cell {
                out.write(Owner::Only(side), cell.span);
            }
        }
        return out.markup;
    };
    if comparison.alignment.get(row.bead).reuse == Reuse::Identical {
        out.write(Owner::Both, both.right.span);
        return out.markup;
    }
    let inside = |side: Side, span: Option<Span>| {
        let cell: &Cell = both[side];
        span.and_then(|span| span.intersection(cell.span))
    };
    for edit in comparison.edits(row.bead) {
        let spans = Pair::from_fn(|side| inside(side, edit.spans[side]));
        match edit.op {
            EditOp::Equal => {
                if let Some(span) = spans.right {
                    out.add(Owner::Both, span);
                }
            }
            EditOp::Delete | EditOp::Insert | EditOp::Replace => out.add_differing(spans),
        }
    }
    out.markup
}

struct Writer<'a> {
    comparison: &'a Comparison,
    row: &'a Row,
    markup: Markup,
}

impl Writer<'_> {
    /// Adds the words of each side in its brackets; the space after them is outside.
    fn add_differing(&mut self, spans: Pair<Option<Span>>) {
        let mut has_space = false;
        for (side, span) in spans.sides() {
            let Some(span) = span else { continue };
            let words = span.trimmed(&self.comparison.sides[side].article.text);
            has_space |= words.end() < span.end();
            if !words.is_empty() {
                self.add(Owner::Only(side), words);
            }
        }
        if has_space {
            self.push(" ", Owner::Neither, MarkSet::EMPTY, None);
        }
    }

    /// Adds words, after a space if they begin a sentence.
    fn add(&mut self, owner: Owner, span: Span) {
        let text = &self.comparison.sides[owner.side()].article.text;
        let before = self.markup.runs.iter().rev().nth(1).map(|run| run.owner);
        let is_replacement = owner == Owner::Only(Side::Right) && before == Some(Owner::Only(Side::Left));
        let is_after_space = self.markup.text.is_empty() || self.markup.text.ends_with(char::is_whitespace);
        let has_space_before = Span::new(0, span.start()).of(text).ends_with(char::is_whitespace);
        if has_space_before && !is_after_space && !is_replacement {
            self.push(" ", Owner::Neither, MarkSet::EMPTY, None);
        }
        self.write(owner, span);
    }

    fn write(&mut self, owner: Owner, span: Span) {
        let side = owner.side();
        let brackets = match owner {
            Owner::Only(Side::Left) => Some(("[-", "-]")),
            Owner::Only(Side::Right) => Some(("{+", "+}")),
            Owner::Both | Owner::Neither => None,
        };
        if let Some((open, _)) = brackets {
            self.push(open, Owner::Neither, MarkSet::EMPTY, None);
        }
        for run in self.row.cells[side].iter().flat_map(|cell| cell.runs_in(span)) {
            self.push(self.comparison.sides[side].slice(run.span), owner, run.marks, Some(run.span));
        }
        if let Some((_, close)) = brackets {
            self.push(close, Owner::Neither, MarkSet::EMPTY, None);
        }
    }

    fn push(&mut self, text: &str, owner: Owner, marks: MarkSet, origin: Option<Span>) {
        let start = self.markup.text.len();
        self.markup.text.push_str(text);
        let span = Span::new(start, self.markup.text.len());
        self.markup.runs.push(MarkupRun { span, owner, marks, origin });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::made::comparison;
    use crate::view::rows;

    #[track_caller]
    fn check(left: &str, right: &str, beads: &str, marked: &[&str]) {
        let made = comparison(left, right, beads);
        let texts: Vec<String> = rows(&made).iter().map(|row| markup(&made, row).text).collect();
        assert_eq!(texts, marked);
    }

    #[test]
    fn differing_words_are_in_brackets() {
        check("We may go now.", "We will go now.", "0-0", &["We [-may-]{+will+} go now."]);
        check("We go.", "We go now.", "0-0", &["We go {+now.+}"]);
        check("Rain fell.", "Rain fell.", "=0-0", &["Rain fell."]);
        check("Rain fell.", "", "0-", &["[-Rain fell.-]"]);
        check("", "Rain fell.", "-0", &["{+Rain fell.+}"]);
    }
}
