//! The input of all ledgers: a comparison with its rows and row numbers, and excerpts of its articles.

use super::entry::{Target, Words};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::sentence::SentenceId;
use crate::text::{Side, Span, with_spaces};
use crate::view::runs::sentence_spans;
use crate::view::{MarkSet, Numbers, Row, Run};

/// A comparison with its rows.
pub(super) struct Context<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) rows: &'a [Row],
    pub(super) numbers: Numbers,
}

impl<'a> Context<'a> {
    pub(super) fn new(comparison: &'a Comparison, rows: &'a [Row]) -> Context<'a> {
        Context { comparison, rows, numbers: Numbers::new(rows) }
    }

    /// The words of a span.
    pub(super) fn slice(&self, side: Side, span: Span) -> &'a str {
        self.comparison.sides[side].slice(span)
    }

    /// The number of the row that shows a bead's text of a side.
    fn row(&self, bead: BeadId, side: Side) -> Option<usize> {
        self.numbers.end(bead, side).or(self.numbers.bead(bead))
    }

    /// The row that shows a bead's text of a side.
    pub(super) fn bead(&self, bead: BeadId, side: Side) -> Target {
        self.row(bead, side).map_or(Target::None, |number| Target::Row(number, side))
    }

    /// The row that shows a span of the text of a side.
    pub(super) fn at(&self, span: Span, side: Side) -> Target {
        let holds = |row: &Row| row.cells[side].as_ref().is_some_and(|cell| cell.span.contains(span));
        self.rows.iter().position(holds).map_or(Target::None, |index| Target::Row(index + 1, side))
    }

    /// The folded words of some sentences, without their datelines.
    pub(super) fn folded(&self, side: Side, sentences: &[SentenceId]) -> Vec<&'a str> {
        let own = &self.comparison.sides[side].sentences;
        let tokens = sentences.iter().flat_map(|&id| {
            let body = own.get(id).body();
            own.tokens(id).iter().filter(move |token| token.word.start() >= body.start())
        });
        tokens.map(|token| self.comparison.vocabulary.folded(token.key)).collect()
    }

    /// The sentences of a bead on one side, with the marks they have in the rows.
    pub(super) fn marked(&self, bead: BeadId, side: Side) -> Words {
        let first = self.row(bead, side).map_or(0, |number| number - 1);
        // a bead whose sentences are not adjacent has several rows
        let rows = self.rows.iter().skip(first).filter(|row| row.bead == bead);
        let cells: Vec<_> = rows.filter_map(|row| row.cells[side].as_ref()).collect();
        let mut words = Words::default();
        for span in sentence_spans(&self.comparison.sides[side], self.comparison.alignment.get(bead), side) {
            if !words.text.is_empty() {
                words.push(" ", MarkSet::EMPTY);
            }
            let cell = cells.iter().find(|cell| cell.span.contains(span));
            let plain = || vec![Run { span, marks: MarkSet::EMPTY }];
            for run in cell.map_or_else(plain, |cell| cell.runs_in(span).collect()) {
                words.push(self.slice(side, run.span), run.marks);
            }
        }
        words
    }

    /// A span with some of the sentence around it.
    pub(super) fn excerpt(&self, side: Side, span: Span, marks: MarkSet) -> Words {
        let sentences = &self.comparison.sides[side].sentences;
        let whole = sentences.at(span.start()).map_or(span, |id| sentences.get(id).span.join(span));
        let head = self.slice(side, Span::new(whole.start(), span.start()));
        let tail = self.slice(side, Span::new(span.end(), whole.end()));
        let mut words = Words::default();
        words.push(&last_words(&with_spaces(head)), MarkSet::EMPTY);
        words.push(self.slice(side, span), marks);
        words.push(&first_words(&with_spaces(tail)), MarkSet::EMPTY);
        words
    }
}

/// Bytes of context before and after a span, at most.
const CONTEXT: usize = 40;

/// The first whole words of a text, with an ellipsis if more follow.
fn first_words(text: &str) -> String {
    let text = text.trim_end();
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let end = spaces.chain([text.len()]).take_while(|&at| at <= CONTEXT).last().unwrap_or(0);
    let kept = Span::new(0, end).of(text).trim_end();
    if kept.len() < text.len() { format!("{kept} …") } else { kept.to_owned() }
}

/// The last whole words of a text, after an ellipsis if others precede.
fn last_words(text: &str) -> String {
    let words = text.match_indices(' ').map(|(at, _)| at + 1);
    let start = [0].into_iter().chain(words).find(|at| text.len() - at <= CONTEXT).unwrap_or(text.len());
    let kept = Span::new(start, text.len()).of(text);
    if start > 0 { format!("… {kept}") } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_between_words() {
        assert_eq!(first_words(" four metres "), " four metres");
        assert_eq!(first_words(&" metres".repeat(6)), format!("{} …", " metres".repeat(5)));
        assert_eq!(last_words("rose "), "rose ");
        assert_eq!(last_words(&"rose ".repeat(9)), format!("… {}", "rose ".repeat(8)));
        assert_eq!([first_words(""), last_words("")], ["", ""]);
    }
}
