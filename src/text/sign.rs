//! Signs before numbers: the dash of `−5` is a word, the dash of `5–7` joins two numbers.
//!
//! Typists use a minus sign, a hyphen or an en dash. A minus sign only has to precede a
//! number. A hyphen or dash has other uses, so it is a sign only at the beginning of a
//! word, and each of these uses has a rule here that excludes it.

use super::Span;
use super::mark::{is_either, is_opening};

/// The minus sign that all forms are compared as.
pub(crate) const MINUS: &str = "−";

/// The hyphens that join the parts of a compound.
pub(crate) const HYPHENS: [char; 3] = ['-', '‐', '‑'];

/// The greatest distance from a dash to its counterpart, in characters.
const PARENTHESIS: usize = 200;

/// Whether a word is any form of a minus sign.
pub(crate) fn is_minus(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(is_minus_char) && chars.next().is_none()
}

fn is_minus_char(c: char) -> bool {
    matches!(c, '−' | '-' | '‐' | '‑' | '–')
}

/// Whether the character at `at` is a minus sign before a number in a `span` of `text`.
pub(crate) fn is_sign(text: &str, span: Span, at: usize, c: char) -> bool {
    if !is_minus_char(c) {
        return false;
    }
    let rest = Span::new(at + c.len_utf8(), span.end()).of(text);
    // reads only the span, so that the signs of a sentence do not depend on its context
    let head = Span::new(span.start(), at).of(text);
    let before = head.chars().next_back();
    if !precedes_number(rest) {
        return false;
    }
    if c == '−' {
        // `5−7` is a range, `−5–−3` has two signs
        return before.is_none_or(|c| !c.is_alphanumeric() && !is_suffix(c));
    }
    // `-5 boats` at the head of a line is a list item
    let is_item = head.is_empty();
    let begins_word = before
        .is_none_or(|c| c.is_whitespace() || is_opening(c) || is_either(c) || is_currency(c) || c == '/');
    begins_word && !is_item && !follows_number(head) && !has_counterpart(rest, c)
}

/// `5`, `.5`, `$5`.
fn precedes_number(rest: &str) -> bool {
    let figure = rest.strip_prefix(is_currency).unwrap_or(rest);
    figure.strip_prefix('.').unwrap_or(figure).starts_with(|c: char| c.is_ascii_digit())
}

/// `2000 –01`, `5% -7%`: a range with a superfluous space.
fn follows_number(head: &str) -> bool {
    head.trim_end().ends_with(|c: char| c.is_numeric() || is_suffix(c))
}

/// `–5 of them–`, `-5-`: a second dash closes the parenthesis.
fn has_counterpart(rest: &str, dash: char) -> bool {
    // a hyphen also ends the first half of `Ober- und Unterdorf`
    let far =
        if dash == '–' { PARENTHESIS } else { rest.bytes().take_while(u8::is_ascii_digit).count() + 1 };
    let mut near = rest.chars().take(far);
    let mut before = ' ';
    let mut after = rest.chars().skip(1);
    near.any(|c| {
        let next = after.next();
        let closes = c == dash && before.is_alphanumeric() && !next.is_some_and(goes_on);
        before = c;
        closes
    })
}

/// Whether a dash joins what precedes it to this character.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || is_currency(c) || is_minus_char(c)
}

/// Whether a character follows figures without a space.
fn is_suffix(c: char) -> bool {
    matches!(c, '%' | '‰' | '°' | ')')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥' | '₽' | '₹' | '₩')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the first dash of a text is a sign.
    #[track_caller]
    fn check(text: &str, expected: bool) {
        let (at, c) = text.char_indices().find(|(_, c)| is_minus_char(*c)).expect("a dash");
        assert_eq!(is_sign(text, Span::whole(text), at, c), expected, "{text}");
    }

    #[test]
    fn a_dash_before_a_number_is_a_sign() {
        for text in [
            "it was -5C",
            "it was −5C",
            "it was –5C",
            "it was ‑5C",
            "(−5)",
            "“-5 today,” she said",
            "of -.5 points",
            "lost -$5m",
            "lost $-5m",
            "−5C at dawn",
            "at -5 to -10",
            "with\n-5C at dawn",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn a_dash_that_joins_is_none() {
        for text in [
            "5-7 days",
            "5–7 days",
            "5−7 days",
            "2019–20",
            "pp. 3–5",
            "F-16",
            "COVID-19",
            "mid-90s",
            "020-7946",
            "$5-$7",
            "(1939-45)",
            "5%–7%",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn a_dash_between_words_is_none() {
        check("in 2018 - 5 of them old", false);
        check("they sank – 5 of them", false);
    }

    #[test]
    fn a_range_with_a_blank_too_many_has_no_sign() {
        check("in 2000 –01", false);
        check("from 5% -7%", false);
    }

    #[test]
    fn the_head_of_an_item_is_no_sign() {
        check("-5 boats", false);
        check("–5 boats", false);
    }

    #[test]
    fn a_pair_of_dashes_is_a_parenthesis() {
        check("boats –5 of them– sank", false);
        check("page -5-", false);
        check("it was –5 – a record", true);
        check("it was -5 in Ober- und Unterdorf", true);
        check("at –5–7 degrees", true);
    }
}
