//! The words and targets of entries.

use super::entry::{Entry, Mark, Target, Words};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::text::{Side, Span};
use crate::tui::state::RowId;
use crate::view::{MarkSet, Numbers, Row, Run, Sign};

/// What pages are made from.
pub(super) struct PageBuilder<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) rows: &'a [Row],
    pub(super) numbers: Numbers,
}

impl PageBuilder<'_> {
    /// The row of a bead that shows its text of that side.
    pub(super) fn bead(&self, bead: BeadId, side: Side) -> Target {
        target(self.numbers.end(bead, side).or(self.numbers.bead(bead)), side)
    }

    /// The row that shows a place in the text of a side.
    pub(super) fn at(&self, span: Span, side: Side) -> Target {
        let holds = |row: &Row| row.cells[side].as_ref().is_some_and(|cell| cell.span.contains(span));
        target(self.rows.iter().position(holds).map(|index| index + 1), side)
    }

    /// Words of an article with the marks they have in the texts.
    pub(super) fn marked(&self, bead: BeadId, side: Side, spans: &[Span]) -> Words {
        let mut words = Words::default();
        for (n, &span) in spans.iter().enumerate() {
            if n > 0 {
                words.push(" ", MarkSet::EMPTY);
            }
            for run in self.runs(bead, side, span) {
                words.push(&self.shown(side, run.span), run.marks);
            }
        }
        words
    }

    /// Words of an article on one line.
    pub(super) fn shown(&self, side: Side, span: Span) -> String {
        let text = self.comparison.sides[side].slice(span);
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
    }

    /// The runs of a row that lie in a span.
    fn runs(&self, bead: BeadId, side: Side, span: Span) -> Vec<Run> {
        let row = self.numbers.end(bead, side).or(self.numbers.bead(bead));
        let first = row.map_or(0, |number| number - 1);
        // the rest of a bead whose sentences stand apart is in a later row
        let rows = self.rows.iter().skip(first).filter(|row| row.bead == bead);
        let cells = rows.filter_map(|row| row.cells[side].as_ref());
        let cell = cells.into_iter().find(|cell| cell.span.contains(span));
        match cell {
            Some(cell) => cell
                .runs
                .iter()
                .filter_map(|run| Some(Run { span: run.span.intersection(span)?, marks: run.marks }))
                .collect(),
            None => vec![Run { span, marks: MarkSet::EMPTY }],
        }
    }

    /// A span with some of the sentence around it.
    pub(super) fn in_context(&self, side: Side, span: Span, marks: MarkSet) -> Words {
        /// Columns of context on either side.
        const AROUND: usize = 40;

        let annotated = &self.comparison.sides[side];
        let sentence =
            annotated.sentences.at(span.start()).map_or(span, |id| annotated.sentences.get(id).span);
        let whole = sentence.join(span);
        let before = Span::new(whole.start(), span.start());
        let after = Span::new(span.end(), whole.end());
        let mut words = Words::default();
        let head = self.shown(side, before);
        let tail = self.shown(side, after);
        let kept = last_words(&head, AROUND);
        let cut = if kept.len() < head.len() { "… " } else { "" };
        words.push(&format!("{cut}{kept}"), MarkSet::EMPTY);
        words.push(&self.shown(side, span), marks);
        let kept = first_words(&tail, AROUND);
        let cut = if kept.len() < tail.trim_end().len() { " …" } else { "" };
        words.push(&format!("{kept}{cut}"), MarkSet::EMPTY);
        words
    }
}

fn target(number: Option<usize>, side: Side) -> Target {
    match number {
        Some(number) => Target::Row(RowId::new(number - 1), side),
        None => Target::None,
    }
}

/// The head of a text, in whole words, of at most so many bytes.
fn first_words(text: &str, most: usize) -> &str {
    let ends =
        text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).chain([text.trim_end().len()]);
    let end = ends.take_while(|&at| at <= most).last().unwrap_or(0);
    Span::new(0, end).of(text).trim_end()
}

/// The tail of a text, in whole words, of at most so many bytes.
fn last_words(text: &str, most: usize) -> &str {
    let starts = text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1);
    let start = [0].into_iter().chain(starts).find(|at| text.len() - at <= most).unwrap_or(text.len());
    Span::new(start, text.len()).of(text)
}

/// The sign of what became of a row.
pub(super) fn sign(sign: Sign) -> Mark {
    Mark::Sign(sign)
}

/// Entries whose words may be an error in print.
pub(super) fn alarms(entries: &[Entry]) -> usize {
    entries.iter().filter(|entry| entry.sign == Mark::Alarm).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_between_words() {
        assert_eq!(first_words(" four metres high", 12), " four metres");
        assert_eq!(first_words(" four metres", 40), " four metres");
        assert_eq!(last_words("the river rose ", 10), "rose ");
        assert_eq!(last_words("rose ", 40), "rose ");
        assert_eq!(first_words("", 4), "");
        assert_eq!(last_words("", 4), "");
    }
}
