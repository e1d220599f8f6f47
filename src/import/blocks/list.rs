//! The marks of list items: bullets, numbers, letters.
//!
//! Shared by the importer, which makes a line with a mark a list item, and by [`crate::sentence`],
//! which separates the mark from the sentence and splits lists that a conversion joined:
//! `1. Call them 2. Write down`.

use crate::text::Span;

/// The mark at the head of a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ListMark {
    /// The kind and the number of the mark.
    pub(crate) label: Label,
    /// Bytes from the start of the text to the first word of the item.
    pub(crate) len: usize,
}

/// A list mark without the space after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Label {
    /// A sign, equal for all items.
    Bullet(char),
    /// A number with the characters after it: `.`, `)` or `.)`.
    Number(u32, &'static str),
    /// A small letter with the characters after it.
    Letter(u8, &'static str),
}

/// The list mark that `text` begins with.
pub(crate) fn list_mark(text: &str) -> Option<ListMark> {
    let (label, mut len) = label(text)?;
    let gap = spaces(text, len);
    if gap == 0 && !label.is_dense() {
        return None;
    }
    len += gap;
    // `• 9. The ninth item`: the number belongs to the mark
    if let Label::Bullet(_) = label
        && let Some((Label::Number(..), more)) = self::label(Span::new(len, text.len()).of(text))
        && spaces(text, len + more) > 0
    {
        len += more + spaces(text, len + more);
    }
    let first = Span::new(len, text.len()).of(text).chars().next()?;
    let item = match label {
        Label::Bullet(_) => !first.is_whitespace() && !is_bullet(first),
        Label::Number(..) | Label::Letter(..) => !first.is_whitespace() && !first.is_ascii_digit(),
    };
    item.then_some(ListMark { label, len })
}

impl ListMark {
    /// The start of the next item of the same list in `text` after `from`, on the same line.
    pub(crate) fn next_in(self, text: &str, from: usize) -> Option<(usize, ListMark)> {
        let sought = self.label.successor()?;
        let rest = Span::new(from, text.len()).of(text);
        for (at, _) in rest.match_indices(&sought.shown()) {
            let at = from + at;
            let blank_before = Span::new(from, at).of(text).ends_with(char::is_whitespace);
            let Some(mark) = list_mark(Span::new(at, text.len()).of(text)) else { continue };
            let first = Span::new(at + mark.len, text.len()).of(text).chars().next();
            if blank_before && mark.label == sought && first.is_some_and(|c| !c.is_lowercase()) {
                return Some((at, mark));
            }
        }
        None
    }
}

impl Label {
    /// The label of the next item, if several items can be on one line.
    fn successor(self) -> Option<Label> {
        match self {
            Label::Bullet(sign) => is_dense(sign).then_some(self),
            Label::Number(value, tail) => Some(Label::Number(value + 1, tail)),
            Label::Letter(letter, tail) => (letter < b'z').then_some(Label::Letter(letter + 1, tail)),
        }
    }

    fn shown(self) -> String {
        match self {
            Label::Bullet(sign) => sign.to_string(),
            Label::Number(value, tail) => format!("{value}{tail}"),
            Label::Letter(letter, tail) => format!("{}{tail}", char::from(letter)),
        }
    }

    fn is_dense(self) -> bool {
        matches!(self, Label::Bullet(sign) if is_dense(sign))
    }
}

/// Bytes of spaces in `text` after `from`.
fn spaces(text: &str, from: usize) -> usize {
    let rest = Span::new(from, text.len()).of(text);
    rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}']).len()
}

/// The label at the head of `text` and its length in bytes.
fn label(text: &str) -> Option<(Label, usize)> {
    let first = text.chars().next()?;
    if is_bullet(first) {
        return Some((Label::Bullet(first), first.len_utf8()));
    }
    let bytes = text.as_bytes();
    let digits = bytes.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    let name = if first.is_ascii_lowercase() { 1 } else { digits };
    if name == 0 || name > 3 {
        return None;
    }
    let tail = [".)", ")", "."].into_iter().find(|tail| bytes[name..].starts_with(tail.as_bytes()))?;
    let label = if digits == 0 {
        Label::Letter(bytes[0], tail)
    } else {
        Label::Number(Span::new(0, digits).of(text).parse().ok()?, tail)
    };
    Some((label, name + tail.len()))
}

fn is_bullet(c: char) -> bool {
    is_dense(c) || matches!(c, '-' | '–' | '*' | '·')
}

/// Signs that are always bullets, even without a space after them.
fn is_dense(c: char) -> bool {
    matches!(c, '•' | '▪' | '▸' | '‣' | '◦' | '●' | '○' | '⁃' | '■' | '►' | '➤')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lead: &str) {
        let len = list_mark(text).map_or(0, |mark| mark.len);
        assert_eq!(Span::new(0, len).of(text), lead, "{text}");
    }

    #[test]
    fn marks_are_told_from_words() {
        check("- The bridge is shut", "- ");
        check("•The bridge is shut", "•");
        check("• 9. The bridge", "• 9. ");
        check("12) The bridge", "12) ");
        check("3. The bridge", "3. ");
        check("b. The bridge", "b. ");
        for running in ["-5 degrees", "* * *", "3.5 metres", "1999. Then", "a bridge", "- - -", "1.", "•", ""]
        {
            check(running, "");
        }
    }

    #[test]
    fn the_next_item_is_the_next_of_the_row() {
        let text = "1. Sand 3. Not this 2. Gravel";
        let mark = list_mark(text).expect("a mark");
        assert_eq!(mark.next_in(text, mark.len).map(|(at, _)| at), Some(20));
    }
}
