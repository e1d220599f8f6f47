//! Which lines of a plain text form one block.
//!
//! News texts have either a paragraph on each line, or paragraphs wrapped at a fixed width, mostly with
//! blank lines between them. The decision is made for the whole text, by a trace of wrapping: the first
//! word of a line would not have fitted on the line before, which ends inside a sentence.

use super::list::{Label, list_mark};
use crate::lexicon::Lexicon;
use crate::text::Span;

/// The greatest width of wrapped text; longer lines are paragraphs.
const WIDEST: usize = 140;
/// The least width of wrapped prose; narrower text is verse, tables or lists.
const NARROWEST: usize = 30;

/// The blocks of `text`: trimmed, in order, none empty.
pub(super) fn blocks(lexicon: &Lexicon, text: &str) -> Vec<Span> {
    let lines = lines(text);
    match wrapped_at(lexicon, text, &lines) {
        Some(width) => joined(lexicon, text, &lines, width),
        None => lines.iter().map(|line| line.span).collect(),
    }
}

/// A line that is not blank.
struct Line {
    /// Its text, trimmed.
    span: Span,
    /// Whether the line right before it is not blank either.
    follows: bool,
    /// Its leading white space, in characters.
    indent: usize,
    /// Characters in the span.
    chars: usize,
    /// Characters in its first word.
    first_word: usize,
}

/// The lines that are not blank. Every kind of line end ends a line.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut follows = false;
    for line in text.split_inclusive(is_line_end) {
        let whole = Span::new(start, start + line.len());
        start += line.len();
        let span = whole.trimmed(text);
        if span.is_empty() {
            // the second half of CRLF is not a blank line
            follows &= line == "\n" && text.as_bytes()[..whole.start()].ends_with(b"\r");
            continue;
        }
        let words = span.of(text);
        lines.push(Line {
            span,
            follows,
            indent: Span::new(whole.start(), span.start()).of(text).chars().count(),
            chars: words.chars().count(),
            first_word: words.chars().take_while(|c| !c.is_whitespace()).count(),
        });
        follows = true;
    }
    lines
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The width in characters at which the lines of a text were wrapped, if they were.
///
/// Of the pairs of lines without a blank line between, at least a third must look wrapped, and most of
/// these must continue with a small letter, unlike the lines of a list or a poem.
fn wrapped_at(lexicon: &Lexicon, text: &str, lines: &[Line]) -> Option<usize> {
    let width = width(lines)?;
    let (mut steps, mut broken, mut small) = (0, 0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if !next.follows {
            continue;
        }
        steps += 1;
        if is_full(line, next, width)
            && is_open(lexicon, line.span.of(text))
            && list_mark(next.span.of(text)).is_none()
        {
            broken += 1;
            small += usize::from(next.span.of(text).starts_with(char::is_lowercase));
        }
    }
    // without blank lines between paragraphs, a few lines may look wrapped by chance
    let least = if steps + 1 < lines.len() { 1 } else { 2 };
    (broken >= least && broken * 3 >= steps && small * 5 >= broken * 2).then_some(width)
}

/// The length in characters of the longest lines, without the longest twentieth: a long address or an
/// unwrapped headline.
fn width(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.chars).collect();
    lengths.sort_unstable();
    let width = *lengths.get((lengths.len() * 19).div_ceil(20).checked_sub(1)?)?;
    (NARROWEST..=WIDEST).contains(&width).then_some(width)
}

/// Whether the first word of `next` would not have fitted on `line`.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    line.chars + 1 + next.first_word > width
}

/// Joins the lines of each paragraph of a text that was wrapped at `width`.
fn joined(lexicon: &Lexicon, text: &str, lines: &[Line], width: usize) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::with_capacity(lines.len() / 3);
    let mut before: Option<&Line> = None;
    for line in lines {
        let open = before.filter(|_| line.follows).zip(blocks.last_mut());
        match open {
            Some((before, block)) if continues(lexicon, text, *block, before, line, width) => {
                *block = block.join(line.span);
            }
            Some(_) | None => blocks.push(line.span),
        }
        before = Some(line);
    }
    blocks
}

/// Whether `next` continues the paragraph `block`, which ends with `line`.
fn continues(lexicon: &Lexicon, text: &str, block: Span, line: &Line, next: &Line, width: usize) -> bool {
    let words = next.span.of(text);
    let full = is_full(line, next, width);
    let open = is_open(lexicon, line.span.of(text));
    let in_list = list_mark(block.of(text)).is_some();
    if let Some(mark) = list_mark(words) {
        // wrapping may have moved a dash or a number to the start of the line
        return full && open && !in_list && !matches!(mark.label, Label::Bullet('•' | '*' | '·'));
    }
    if next.indent > line.indent && !in_list {
        return false;
    }
    full || (open && words.starts_with(char::is_lowercase))
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '»', ')', ']', '*', ' '];
    line.trim_end_matches(closers).ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// Whether a line ends inside a sentence, perhaps with an abbreviation.
pub(super) fn is_open(lexicon: &Lexicon, line: &str) -> bool {
    !ends_sentence(line) || ends_in_abbreviation(lexicon, line)
}

/// `Sam Okoye Jr.`, `Ports of the U.S.`: a period that ends no sentence.
fn ends_in_abbreviation(lexicon: &Lexicon, block: &str) -> bool {
    let Some(word) = block.strip_suffix('.').and_then(|rest| rest.split_whitespace().next_back()) else {
        return false;
    };
    lexicon.abbreviations.contains(word)
        || (word.contains('.') && word.split('.').all(|letter| letter.len() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    /// The blocks with `¶` between them and `⏎` for each line end inside.
    #[track_caller]
    fn check(text: &str, shown: &str) {
        let blocks: Vec<String> =
            blocks(Language::English.lexicon(), text).iter().map(|b| b.of(text).replace('\n', "⏎")).collect();
        assert_eq!(blocks.join(" ¶ "), shown);
    }

    #[test]
    fn each_line_is_a_paragraph_where_lines_are_not_broken() {
        check("The river rose.\nNobody was hurt.\n", "The river rose. ¶ Nobody was hurt.");
        check("The river rose.\r\n\r\n\r\nNobody was hurt.", "The river rose. ¶ Nobody was hurt.");
        check(
            "is the harbor of Aldham shut for\nanybody but boats",
            "is the harbor of Aldham shut for ¶ anybody but boats",
        );
        check("A list\nOf short lines\nWithout any stop", "A list ¶ Of short lines ¶ Without any stop");
        check(" \n\t\n", "");
    }

    #[test]
    fn lines_that_sentences_fill_by_chance_stay_paragraphs() {
        check(
            "The council of Aldham met on Monday evening.\nThe mayor of the town spoke for two hours.\n\
             Nobody of those who came had a question.\n",
            "The council of Aldham met on Monday evening. ¶ The mayor of the town spoke for two hours. ¶ \
             Nobody of those who came had a question.",
        );
    }

    #[test]
    fn a_long_line_among_few_is_a_paragraph() {
        let long = "the council of Aldham met ".repeat(12);
        check(
            &format!(
                "is the harbor shut, and why is it\n{}\nanybody in Aldham knows that it is\n",
                long.trim()
            ),
            &format!(
                "is the harbor shut, and why is it ¶ {} ¶ anybody in Aldham knows that it is",
                long.trim()
            ),
        );
    }

    #[test]
    fn broken_lines_are_joined_between_blank_lines() {
        check(
            "Harbor shut\n\nThe council of Aldham met on Monday to talk\nof the harbor. It was raining when the\n\
             mayor spoke.\n\nNobody had asked her to do so, as far as\nanybody knew.\n",
            "Harbor shut ¶ The council of Aldham met on Monday to talk⏎of the harbor. It was raining when the⏎mayor spoke. ¶ \
             Nobody had asked her to do so, as far as⏎anybody knew.",
        );
    }

    #[test]
    fn a_line_with_room_left_ends_a_paragraph_without_blank_lines() {
        check(
            "The council of Aldham met on Monday to talk\nof the harbor.\nIt was raining when the mayor of the town\n\
             came in and spoke, and it was raining when\nshe left.\nNobody had asked her to.\n",
            "The council of Aldham met on Monday to talk⏎of the harbor. ¶ It was raining when the mayor of the town⏎\
             came in and spoke, and it was raining when⏎she left. ¶ Nobody had asked her to.",
        );
    }

    #[test]
    fn a_dash_at_the_head_of_a_broken_line_is_no_item() {
        check(
            "The council of Aldham met on Monday to talk\nof the harbor, for the third time in a year\n\
             – as it had in May – and of the weir, which\nhad broken:\n- a new weir\n- an old weir\n",
            "The council of Aldham met on Monday to talk⏎of the harbor, for the third time in a year⏎\
             – as it had in May – and of the weir, which⏎had broken: ¶ - a new weir ¶ - an old weir",
        );
    }

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        check(
            "  The council of Aldham met on Monday to talk\nof the harbor, and they had a long evening.\n  It was raining when the mayor of the town\nspoke.\n",
            "The council of Aldham met on Monday to talk⏎of the harbor, and they had a long evening. ¶ It was raining when the mayor of the town⏎spoke.",
        );
    }
}
