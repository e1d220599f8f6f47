//! Words of the articles in the sentence of a finding.
//!
//! Every finding is read on one line of a screen, next to both texts: a long quotation is
//! shortened in the middle, because its first and last words are what the eye looks for; marks
//! inside it become single, so that nobody wonders which closing mark ends it.

use super::evidence::Spans;
use crate::annotated::Annotated;
use crate::text::{Pair, Side, Span, shortened};

/// Both articles, to name and to quote.
#[derive(Clone, Copy)]
pub(super) struct Excerpts<'a>(pub Pair<&'a Annotated>);

impl<'a> Excerpts<'a> {
    /// The outlet’s name.
    pub(super) fn label(self, side: Side) -> &'a str {
        &self.0[side].article.origin.label
    }

    /// The words of a span in quotation marks, without the blanks and marks at its ends.
    pub(super) fn quote(self, side: Side, span: Span) -> String {
        format!("“{}”", excerpt(self.0[side].slice(span)))
    }

    /// Words with the outlet: *“may” in the Wire*.
    pub(super) fn quote_in(self, side: Side, span: Span) -> String {
        format!("{} in {}", self.quote(side, span), self.label(side))
    }

    /// What differs in some places: *“may” in the Wire is “will” in the Courier*; the outlets are
    /// named where the first two words meet.
    pub(super) fn compare(self, places: &[Spans]) -> String {
        /// The most places that are listed: an editor reads them on one line of a screen.
        const MOST: usize = 3;
        let first = places.iter().position(|place| place.both().is_some());
        let compare = |(at, place): (usize, &Spans)| match (place.left, place.right) {
            (Some(left), Some(right)) if first == Some(at) => {
                format!("{} is {}", self.quote_in(Side::Left, left), self.quote_in(Side::Right, right))
            }
            (Some(left), Some(right)) => {
                format!("{} is {}", self.quote(Side::Left, left), self.quote(Side::Right, right))
            }
            (Some(span), None) => self.only(Side::Left, span),
            (None, Some(span)) => self.only(Side::Right, span),
            (None, None) => String::new(),
        };
        listed(places.iter().take(MOST).enumerate().map(compare).collect(), places.len())
    }

    /// *“may” is only in the Wire*.
    pub(super) fn only(self, side: Side, span: Span) -> String {
        format!("{} is only in {}", self.quote(side, span), self.label(side))
    }
}

/// A list that says how many of all are left out.
pub(super) fn listed(mut shown: Vec<String>, all: usize) -> String {
    if all > shown.len() {
        shown.push(format!("and {} more", all - shown.len()));
    }
    shown.join("; ")
}

/// The words without surrounding marks, shortened in the middle, with single quotation marks inside.
fn excerpt(text: &str) -> String {
    let mut before = ' ';
    let single = |c: char| {
        let opens = std::mem::replace(&mut before, c).is_whitespace();
        match c {
            '“' => '‘',
            '"' if opens => '‘',
            '”' | '"' => '’',
            other => other,
        }
    };
    shortened(trimmed(text)).chars().map(single).collect()
}

/// The words without surrounding marks; marks alone stay.
fn trimmed(text: &str) -> &str {
    let around =
        |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '“' | '”' | '"' | '«' | '»');
    let dashes = ['-', '–', '—'];
    let words = text.trim_matches(around);
    // *-5* keeps its sign, *- he said -* does not keep its dashes
    let words = words.strip_prefix(dashes).filter(|rest| rest.starts_with(' ')).unwrap_or(words);
    let words = words.strip_suffix(dashes).filter(|rest| rest.ends_with(' ')).unwrap_or(words);
    let words = words.trim_matches(around);
    if words.trim_matches(|c| dashes.contains(&c) || around(c)).is_empty() { text.trim() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(excerpt(text), expected);
    }

    #[test]
    fn surrounding_marks_are_left_out() {
        check(" “We knew,” ", "We knew");
        check("- he said - ", "he said");
        check("-5 degrees", "-5 degrees");
        check(" — ", "—");
        check("3.5", "3.5");
    }

    #[test]
    fn marks_inside_become_single() {
        check("he said. “We knew", "he said. ‘We knew");
        check("the \"old\" pier", "the ‘old’ pier");
    }

    #[test]
    fn many_words_are_shortened_in_the_middle() {
        check("a b c d e f g h i j k l", "a b c d e f g h i j k l");
        check("a b c d e f g h i j k l m", "a b c d e f … j k l m");
    }
}
