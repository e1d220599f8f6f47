//! The words of a finding, for a sentence to an editor.
//!
//! Every finding is read on one line of a screen, beside both texts: a long
//! quotation is shortened in the middle, because its first and last words are what
//! the eye looks for; marks inside it become single, so that nobody wonders which
//! closing mark ends it.

use super::Evidence;
use crate::text::{Pair, Side, Span};

/// The most words that are shown in full.
const LONGEST: usize = 12;

/// The most places that are listed.
const MOST: usize = 3;

impl Evidence<'_> {
    /// From the first to the last word of several places, on each side, inside one sentence.
    pub(super) fn covering_spans(&self, places: &[Pair<Option<Span>>]) -> Pair<Option<Span>> {
        Pair::from_fn(|side| {
            let sentences = &self.article(side).sentences;
            let is_in_one =
                |span: &Span| sentences.at(span.start()) == sentences.at(span.end().saturating_sub(1));
            let mut spans = places.iter().filter_map(|place| place[side]);
            let first = spans.clone().next();
            let whole = spans.by_ref().reduce(Span::join);
            whole.filter(is_in_one).or(first)
        })
    }

    /// What differs in one place: *“may” in the Wire is “will” in the Courier*.
    pub(super) fn show_pair(&self, spans: Pair<Option<Span>>) -> String {
        self.show_pairs(&[spans])
    }

    /// What differs in several places; the outlets are named where the first two words meet.
    pub(super) fn show_pairs(&self, places: &[Pair<Option<Span>>]) -> String {
        let mut shown: Vec<String> = Vec::new();
        let mut named = false;
        for place in places.iter().take(MOST) {
            shown.push(match place.both() {
                Some(spans) if named => {
                    format!(
                        "{} is {}",
                        self.show(Side::Left, spans.left),
                        self.show(Side::Right, spans.right)
                    )
                }
                Some(spans) => {
                    named = true;
                    let at = |side: Side| format!("{} in {}", self.show(side, spans[side]), self.label(side));
                    format!("{} is {}", at(Side::Left), at(Side::Right))
                }
                None => self.show_alone(*place),
            });
        }
        if places.len() > MOST {
            shown.push(format!("and {} more", places.len() - MOST));
        }
        shown.join("; ")
    }

    fn show_alone(&self, place: Pair<Option<Span>>) -> String {
        let side = if place.left.is_some() { Side::Left } else { Side::Right };
        let Some(span) = place[side] else { return String::new() };
        format!("{} is only in {}", self.show(side, span), self.label(side))
    }

    /// The words of a span in quotation marks, without the blanks and marks at its ends.
    pub(super) fn show(&self, side: Side, span: Span) -> String {
        let text = self.article(side).slice(span);
        format!("“{}”", shortened(trimmed(text)))
    }
}

/// The words without what stands around them; marks alone stay.
fn trimmed(text: &str) -> &str {
    let around =
        |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '“' | '”' | '"' | '«' | '»');
    let dash = |c: char| matches!(c, '-' | '–' | '—') || around(c);
    let words = text.trim_matches(around);
    // *-5* keeps its sign, *- he said -* does not keep its dashes
    let words = words.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(' ')).unwrap_or(words);
    let words = words.strip_suffix(['-', '–', '—']).filter(|rest| rest.ends_with(' ')).unwrap_or(words);
    let words = words.trim_matches(around);
    if words.trim_matches(dash).is_empty() { text.trim() } else { words }
}

/// At most [`LONGEST`] words, the rest left out in the middle; marks inside made single.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let kept = if words.len() <= LONGEST {
        words.join(" ")
    } else {
        format!("{} … {}", words[..6].join(" "), words[words.len() - 4..].join(" "))
    };
    let mut single = String::with_capacity(kept.len());
    let mut before = ' ';
    for c in kept.chars() {
        single.push(match c {
            '“' => '‘',
            '"' if before.is_whitespace() => '‘',
            '”' | '"' => '’',
            other => other,
        });
        before = c;
    }
    single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shortened(trimmed(text)), expected);
    }

    #[test]
    fn what_stands_around_the_words_is_left_out() {
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
