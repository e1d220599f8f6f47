//! The marks at a sentence end: terminators, the closing marks after them, and the opening
//! marks of the next sentence.
//!
//! The readers compare UTF-8 bytes, because segmenting spends most of its time here.

/// The kinds of terminators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Terminator {
    /// One full stop.
    Stop,
    /// `…`, `...`, `. . .`
    Ellipsis,
    /// Any run that contains a question or exclamation mark.
    Strong,
    /// A colon before a dash: an item may follow.
    Colon,
    /// A terminator of a script without spaces between sentences: `。`
    Wide,
}

/// The kind of the run of terminators at `mark`, and its end.
pub(super) fn terminators(text: &str, mark: usize, limit: usize) -> (Terminator, usize) {
    let bytes = &text.as_bytes()[..limit];
    let (mut stops, mut strong, mut ellipsis, mut wide) = (0, false, false, false);
    let mut at = mark;
    loop {
        match bytes.get(at..).unwrap_or_default() {
            [b'.', ..] => (stops, at) = (stops + 1, at + 1),
            [b':', ..] if at == mark => return (Terminator::Colon, mark + 1),
            [b'?' | b'!', ..] => (strong, at) = (true, at + 1),
            [0xe2, 0x80, 0xa6, ..] => (ellipsis, at) = (true, at + 3), // …
            [0xe2, 0x80, 0xbc | 0xbd, ..] | [0xe2, 0x81, 0x87..=0x89, ..] => (strong, at) = (true, at + 3), // ‼ ‽ ⁇ ⁈ ⁉
            [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x81 | 0x9f, ..] => (wide, at) = (true, at + 3), // 。！？
            // `2 million. .5 percent`
            [b' ', b'.', b'0'..=b'9', ..] => break,
            // `. . .`
            [b' ', b'.', ..] if stops > 0 && !strong => (stops, at) = (stops + 1, at + 2),
            [0xc2, 0xa0, b'.', ..] if stops > 0 && !strong => (stops, at) = (stops + 1, at + 3),
            _ => break,
        }
    }
    let terminator = if wide {
        Terminator::Wide
    } else if strong {
        Terminator::Strong
    } else if ellipsis || stops > 1 {
        Terminator::Ellipsis
    } else {
        Terminator::Stop
    };
    (terminator, at)
}

/// The closing marks after a terminator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closers {
    /// Whether there is a quotation mark.
    pub(super) quote: bool,
    /// Whether there is a bracket.
    pub(super) bracket: bool,
    /// One past the last of them.
    pub(super) end: usize,
}

impl Closers {
    /// Reads them at `start`, in a block that ends at `limit`.
    pub(super) fn read(text: &str, start: usize, limit: usize) -> Closers {
        let bytes = &text.as_bytes()[..limit];
        let mut closers = Closers { quote: false, bracket: false, end: start };
        loop {
            let rest = bytes.get(closers.end..).unwrap_or_default();
            if let Some(len) = quote_closer(rest) {
                closers.quote = true;
                closers.end += len;
            } else if let Some(len) = bracket_closer(rest) {
                closers.bracket = true;
                closers.end += len;
            } else if let Some(len) = note_mark(rest).or_else(|| invisible(rest)) {
                closers.end += len;
            } else {
                return closers;
            }
        }
    }
}

/// Bytes of the closing quotation mark at the head of `bytes`.
///
/// `“` closes in German, and so does `«` in `»Nein!«`. Some conversions leave a space before the mark: `said. ”`
fn quote_closer(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'"' | b'\'', ..] => Some(1),
        [0xc2, 0xbb, ..] | [b' ', b'"' | b'\''] => Some(2), // »
        [0xc2, 0xab, rest @ ..] if ends_word(rest) => Some(2), // «
        [0xe2, 0x80, 0xb9, rest @ ..] if ends_word(rest) => Some(3), // ‹
        [b' ', 0xc2, 0xbb, rest @ ..] if ends_word(rest) => Some(3),
        [0xc2, 0xa0, 0xc2, 0xbb, rest @ ..] if ends_word(rest) => Some(4),
        [0xe2, 0x80, 0xaf, 0xc2, 0xbb, rest @ ..] if ends_word(rest) => Some(5),
        [b' ', b'"' | b'\'', after, ..] if after.is_ascii_whitespace() => Some(2),
        [0xe2, 0x80, 0x99 | 0x9c | 0x9d | 0xba, ..] | [0xe3, 0x80, 0x8d | 0x8f, ..] => Some(3), // ’ “ ” › 」 』
        [b' ', 0xe2, 0x80, 0x9d, ..] => Some(4),
        _ => None,
    }
}

/// Whether what follows a mark shows that it closes: `« Non ! », dit-il`.
fn ends_word(rest: &[u8]) -> bool {
    rest.first().is_none_or(|b| b.is_ascii_whitespace() || b.is_ascii_punctuation())
}

fn bracket_closer(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b')' | b']' | b'}', ..] => Some(1),
        [b' ', b')', ..] => Some(2),
        _ => None,
    }
}

/// Bytes of the mark of a note: `said.[12]`, `said.²`, `said.*`
fn note_mark(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'*', ..] => Some(1),
        [0xc2, 0xb2 | 0xb3 | 0xb9, ..] => Some(2), // ² ³ ¹
        // † ‡ ⁰ ⁴ … ⁹
        [0xe2, 0x80, 0xa0 | 0xa1, ..] | [0xe2, 0x81, 0xb0 | 0xb4..=0xb9, ..] => Some(3),
        [b'[', rest @ ..] => {
            let digits = rest.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
            (digits > 0 && rest.get(digits) == Some(&b']')).then_some(digits + 2)
        }
        _ => None,
    }
}

/// Bytes of a zero-width character that web pages leave after a stop: U+200B, a joiner, a
/// direction mark, a byte order mark.
fn invisible(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0xe2, 0x80, 0x8b..=0x8f, ..] | [0xe2, 0x81, 0xa0, ..] | [0xef, 0xbb, 0xbf, ..] => Some(3),
        [0xc2, 0xad, ..] => Some(2), // a soft hyphen
        _ => None,
    }
}

/// Whether a mark can open: a bracket, or a quotation mark of any style.
pub(super) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '”'
            | '’'
            | '「'
            | '『'
            | '¿'
            | '¡'
            | '('
            | '['
            | '{'
            | '（'
    )
}
