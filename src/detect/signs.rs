//! The double quotation marks of a text, each with the characters around it.
//!
//! What a mark does, opening or closing, is decided in [`super::marks`]; here it
//! is only found and separated from inches, and `''` is read as the mark it represents.

use std::iter::Peekable;

use crate::article::Block;
use crate::text::Span;

/// Whether a character is a quotation mark that no apostrophe looks like.
pub(super) fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' | '「' | '」' | '『' | '』')
}

/// What the article as a whole does with marks that some outlets use the other way round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habits {
    /// `„so“`: the mark that opens in English closes.
    pub(super) low_high: bool,
    /// `»so«`.
    pub(super) inward_guillemets: bool,
    /// `”so”`: one mark for both ends.
    pub(super) swedish: bool,
}

impl Habits {
    pub(super) fn of(text: &str) -> Habits {
        let (mut low, mut left, mut right) = (false, false, false);
        let mut balance = 0_i64;
        for (at, mark) in text.match_indices(['„', '“', '”', '»', '«']) {
            let before = Span::new(0, at).of(text).chars().next_back();
            let after = Span::new(at + mark.len(), text.len()).of(text).chars().next();
            let is_free = before.is_none_or(|b| b.is_whitespace() || b == '(');
            let is_spaced = after.is_none_or(char::is_whitespace);
            match mark {
                "„" => low = true,
                "“" => left = true,
                "”" => right = true,
                "»" if is_free && !is_spaced => balance += 1,
                // « so », as French writes it
                "«" if is_free => balance -= 1,
                _ => {}
            }
        }
        Habits { low_high: low, inward_guillemets: balance > 0, swedish: right && !left }
    }
}

/// A double mark and the characters around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) span: Span,
    /// The mark; `''` and two backticks are given as the curly marks they represent.
    pub(super) mark: char,
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

impl Sign {
    pub(super) fn is_straight(self) -> bool {
        matches!(self.mark, '"' | '″' | '＂')
    }

    /// A blank or bracket before it, a word after it.
    pub(super) fn looks_opening(self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–'))
            && self.after.is_some_and(|c| {
                c.is_alphanumeric() || matches!(c, '[' | '(' | '$' | '£' | '€' | '…' | '.' | '‘' | '\'' | '’')
            })
    }

    /// A word before it; a blank, a stop or nothing after it.
    pub(super) fn looks_closing(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '—' | '–'))
            && self.after.is_none_or(|c| {
                c.is_whitespace()
                    || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–' | '-')
            })
    }
}

/// The double marks of a block.
pub(super) fn signs(text: &str, block: Span) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut before = None;
    let mut chars = block.of(text).char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // nearly all of a text is no mark
        if c.is_ascii_alphanumeric() || c == ' ' {
            before = Some(c);
            continue;
        }
        let start = block.start() + at;
        let (mark, width) = match doubled(c, &mut chars) {
            Some(mark) => (mark, 2 * c.len_utf8()),
            None => (c, c.len_utf8()),
        };
        if is_double(mark) {
            let after = chars.peek().map(|&(_, c)| c);
            // inches: 6'2" and 5" before anything but a word that it could open
            let is_inches = c == '"'
                && found.is_empty()
                && before.is_some_and(|c| c.is_ascii_digit())
                && !after.is_some_and(char::is_alphanumeric);
            if !is_inches {
                found.push(Sign { span: Span::new(start, start + width), mark, before, after });
            }
        }
        before = Some(if width > c.len_utf8() { c } else { mark });
    }
    found
}

/// Drops the straight marks that only say that a paragraph is set apart: in an article of
/// curly marks each opens its block alone, and the block’s own marks pair without it.
pub(super) fn drop_strangers(signs: &mut [Vec<Sign>], blocks: &[Block]) {
    let alone: Vec<bool> =
        signs.iter().zip(blocks).map(|(signs, block)| is_alone(signs, block.span)).collect();
    let count = |is: fn(&Sign) -> bool| signs.iter().flatten().filter(|sign| is(sign)).count();
    let strangers = alone.iter().filter(|is| **is).count();
    let others = count(|sign| sign.is_straight()) - strangers;
    let curly = count(|sign| !sign.is_straight());
    if curly == 0 || others > curly && others * 4 > strangers {
        return;
    }
    for (signs, _) in signs.iter_mut().zip(alone).filter(|(_, is_alone)| *is_alone) {
        signs.remove(0);
    }
}

/// Whether a straight mark opens the block, and no other belongs to it.
fn is_alone(signs: &[Sign], block: Span) -> bool {
    let rest = Rest::of(signs);
    let opens = |sign: &Sign| sign.is_straight() && sign.span.start() == block.start();
    signs.first().is_some_and(opens) && rest.straight == 1 && rest.opening == rest.closing
}

/// Reads `''`, two backticks and their like as one double mark; takes the second from `chars`.
fn doubled(c: char, chars: &mut Peekable<std::str::CharIndices<'_>>) -> Option<char> {
    let mark = match c {
        '`' | '‘' => '“',
        '\'' | '’' => '”',
        ',' => '„',
        _ => return None,
    };
    let mut ahead = chars.clone();
    ahead.next_if(|&(_, next)| next == c)?;
    // `,,` is a low mark only in front of a word
    if c == ',' && !ahead.peek().is_some_and(|&(_, next)| next.is_alphabetic()) {
        return None;
    }
    *chars = ahead;
    Some(mark)
}

/// How many signs of each shape are left in the block, this one included.
#[derive(Clone, Copy)]
pub(super) struct Rest {
    pub(super) straight: usize,
    pub(super) opening: usize,
    pub(super) closing: usize,
}

impl Rest {
    pub(super) fn of(signs: &[Sign]) -> Rest {
        let mut rest = Rest { straight: 0, opening: 0, closing: 0 };
        for &sign in signs {
            *rest.slot(sign) += 1;
        }
        rest
    }

    pub(super) fn pass(&mut self, sign: Sign) {
        *self.slot(sign) -= 1;
    }

    fn slot(&mut self, sign: Sign) -> &mut usize {
        match sign.mark {
            '“' | '„' | '«' | '「' | '『' => &mut self.opening,
            '”' | '»' | '‟' | '」' | '』' => &mut self.closing,
            _ => &mut self.straight,
        }
    }
}
