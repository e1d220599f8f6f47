//! The marks of list items: bullets, numbers, letters.
//!
//! Shared by the importer, which calls a line with a mark a list item, and by
//! [`crate::sentence`], which leaves the mark out of what the sentence says and
//! cuts lists that a conversion has run together: `1. Call them 2. Write down`.

use crate::text::Span;

/// The mark at the head of a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ListMark {
    /// What kind of mark, and which of its row.
    pub(crate) label: Label,
    /// Bytes from the start of the text to the first word of the item.
    pub(crate) len: usize,
}

/// What a list mark shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Label {
    /// A sign, the same for every item.
    Bullet(char),
    /// A number, with what stands behind it: `.`, `)` or `.)`.
    Number(u32, &'static str),
    /// A small letter, with what stands behind it.
    Letter(u8, &'static str),
}

/// The list mark that `text` begins with.
pub(crate) fn list_mark(text: &str) -> Option<ListMark> {
    let (label, mut len) = label(text)?;
    let gap = blanks(text, len);
    if gap == 0 && !label.is_dense() {
        return None;
    }
    len += gap;
    // `• 9. The ninth item`: the number belongs to the mark
    if let Label::Bullet(_) = label
        && let Some((Label::Number(..), more)) = self::label(Span::new(len, text.len()).of(text))
        && blanks(text, len + more) > 0
    {
        len += more + blanks(text, len + more);
    }
    let first = Span::new(len, text.len()).of(text).chars().next()?;
    let item = match label {
        Label::Bullet(_) => !first.is_whitespace() && !is_bullet(first),
        Label::Number(..) | Label::Letter(..) => !first.is_whitespace() && !first.is_ascii_digit(),
    };
    item.then_some(ListMark { label, len })
}

impl ListMark {
    /// Where the next item of the same row begins in `text` behind `from`, all on one line.
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
    /// The label of the item after this one, where items can stand on one line at all.
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

/// Bytes of blanks in `text` behind `from`.
fn blanks(text: &str, from: usize) -> usize {
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

/// Signs that are nothing but bullets, so that a blank behind them may be missing.
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
