//! Both texts of a row in one: what the left alone has in `[-…-]`, what the right alone has in `{+…+}`.
//!
//! The brackets of wdiff, as in the text report, so that nothing is told by color
//! alone. Words that both have stand as the right has them. Invariant: without what
//! is *come* and with what is *gone* the left's words remain, and the other way round.

use super::mark::MarkSet;
use super::model::{Cell, Row, Run};
use crate::alignment::Reuse;
use crate::comparison::Comparison;
use crate::difference::EditOp;
use crate::text::{Pair, Side, Span};

/// Both texts of a row in one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Markup {
    /// The text, brackets included.
    pub text: String,
    /// What each part of it is; they tile it.
    pub written: Vec<Written>,
}

/// A run of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written {
    /// Where it stands in [`Markup::text`].
    pub span: Span,
    /// Which text has it.
    pub part: Part,
    /// What it means.
    pub marks: MarkSet,
    /// Where it stands in its article; none for what no article has.
    pub origin: Option<Span>,
}

/// Which text has some words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// Both; shown as the right has them.
    Both,
    /// The left alone.
    Gone,
    /// The right alone.
    Come,
    /// Neither: a bracket, or a blank between sentences.
    Sign,
}

impl Part {
    /// The side whose words they are.
    pub fn side(self) -> Side {
        match self {
            Part::Gone => Side::Left,
            Part::Both | Part::Come | Part::Sign => Side::Right,
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
                out.alone(side, cell.span);
            }
        }
        return out.markup;
    };
    if comparison.alignment.get(row.bead).reuse == Reuse::Identical {
        out.write(Part::Both, both.right.span);
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
                    out.part(Part::Both, span);
                }
            }
            EditOp::Delete | EditOp::Insert | EditOp::Replace => out.differing(spans),
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
    /// Words of one side alone.
    fn alone(&mut self, side: Side, span: Span) {
        let part = match side {
            Side::Left => Part::Gone,
            Side::Right => Part::Come,
        };
        let (open, close) = match side {
            Side::Left => ("[-", "-]"),
            Side::Right => ("{+", "+}"),
        };
        self.sign(open);
        self.write(part, span);
        self.sign(close);
    }

    /// Other words, each side's in its brackets; the blanks behind them stand outside.
    fn differing(&mut self, spans: Pair<Option<Span>>) {
        let mut has_blank = false;
        for (side, span) in spans.sides() {
            let Some(span) = span else { continue };
            let words = span.trimmed(&self.comparison.sides[side].article.text);
            has_blank |= words.end() < span.end();
            if !words.is_empty() {
                self.part(if side == Side::Left { Part::Gone } else { Part::Come }, words);
            }
        }
        if has_blank {
            self.sign(" ");
        }
    }

    /// Words of a part, a blank before them where a sentence begins.
    fn part(&mut self, part: Part, span: Span) {
        let text = &self.comparison.sides[part.side()].article.text;
        let is_behind_gone =
            self.markup.written.iter().rev().nth(1).is_some_and(|last| last.part == Part::Gone);
        let is_behind_blank = self.markup.text.is_empty() || self.markup.text.ends_with(char::is_whitespace);
        let follows = Span::new(0, span.start()).of(text).ends_with(char::is_whitespace);
        if follows && !is_behind_blank && !(part == Part::Come && is_behind_gone) {
            self.sign(" ");
        }
        match part {
            Part::Gone => self.alone(Side::Left, span),
            Part::Come => self.alone(Side::Right, span),
            Part::Both | Part::Sign => self.write(Part::Both, span),
        }
    }

    fn write(&mut self, part: Part, span: Span) {
        let side = part.side();
        let Some(cell) = &self.row.cells[side] else { return };
        let first = cell.runs.partition_point(|run| run.span.end() <= span.start());
        let runs = cell
            .runs
            .iter()
            .skip(first)
            .map_while(|run| Some(Run { span: run.span.intersection(span)?, marks: run.marks }));
        for run in runs {
            self.push(self.comparison.sides[side].slice(run.span), part, run.marks, Some(run.span));
        }
    }

    fn sign(&mut self, text: &str) {
        self.push(text, Part::Sign, MarkSet::EMPTY, None);
    }

    fn push(&mut self, text: &str, part: Part, marks: MarkSet, origin: Option<Span>) {
        let start = self.markup.text.len();
        self.markup.text.push_str(text);
        let span = Span::new(start, self.markup.text.len());
        self.markup.written.push(Written { span, part, marks, origin });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::made::comparison;
    use crate::view::{View, ViewOptions};

    #[track_caller]
    fn check(left: &str, right: &str, beads: &str, marked: &[&str]) {
        let made = comparison(left, right, beads);
        let view = View::new(&made, &ViewOptions::default());
        let texts: Vec<String> = view.rows().map(|row| markup(&made, row).text).collect();
        assert_eq!(texts, marked);
    }

    #[test]
    fn what_differs_stands_in_brackets() {
        check("We may go now.", "We will go now.", "0-0", &["We [-may-]{+will+} go now."]);
        check("We go.", "We go now.", "0-0", &["We go {+now.+}"]);
        check("Rain fell.", "Rain fell.", "=0-0", &["Rain fell."]);
        check("Rain fell.", "", "0-", &["[-Rain fell.-]"]);
        check("", "Rain fell.", "-0", &["{+Rain fell.+}"]);
    }
}
