//! Single quotation marks that stand on their own, told apart from apostrophes.
//!
//! They are looked for outside of double marks: inside of those they are a
//! quotation in a quotation, which stays part of the words. An opening single
//! looks forward to the next opening one at most, so that the pass is linear.

use super::marks::{Marked, Style, trim};
use super::signs::is_double;
use crate::article::BlockId;
use crate::text::Span;

/// Adds the pieces in single marks to a block's pieces in double marks, in order.
pub(super) fn add(text: &str, block: Span, id: BlockId, pieces: &mut Vec<Marked>) {
    let signs = signs(text, block, pieces);
    let mut found: Vec<Marked> = Vec::new();
    let mut n = 0;
    while n < signs.len() {
        let opener = signs[n];
        n += 1;
        if !opener.opens {
            continue;
        }
        let Some((ahead, closer)) = closer(&signs[n..]) else { continue };
        let inner = Span::new(opener.span.end(), closer.span.start());
        n += ahead + 1;
        let trimmed = trim(text, inner);
        if trimmed.of(text).chars().filter(|c| c.is_alphanumeric()).count() > 1 {
            found.push(Marked {
                outer: opener.span.join(closer.span),
                inner: trimmed,
                block: id,
                style: Style::Single,
                continues: false,
                closed: true,
            });
        }
    }
    if found.is_empty() {
        return;
    }
    // 'She called it "art" and left,' he said: the outer marks are the quotation
    pieces.retain(|double| {
        let at = found.partition_point(|single| single.outer.start() <= double.outer.start());
        !at.checked_sub(1).is_some_and(|at| found[at].outer.contains(double.outer))
    });
    pieces.append(&mut found);
    pieces.sort_unstable_by_key(|piece| piece.outer.start());
}

/// A single mark or apostrophe that may open or close a piece.
#[derive(Clone, Copy, Debug)]
struct Sign {
    span: Span,
    opens: bool,
    closes: bool,
    before: Option<char>,
    after: Option<char>,
    /// A piece in double marks ends between the sign before and this one.
    behind_double: bool,
}

impl Sign {
    /// `gone,'` and `“gone”'`
    fn is_behind_stop(self) -> bool {
        self.before.is_some_and(|b| ".,!?…".contains(b) || is_double(b))
    }

    /// `leaders' plan`: perhaps a plural possessive.
    fn may_be_possessive(self) -> bool {
        self.before == Some('s') && self.after == Some(' ')
    }
}

fn signs(text: &str, block: Span, doubles: &[Marked]) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut before = None;
    let mut next_double = 0;
    let mut behind_double = false;
    let words = block.of(text);
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let start = block.start() + at;
        while doubles.get(next_double).is_some_and(|piece| piece.outer.end() <= start) {
            next_double += 1;
            behind_double = true;
        }
        let covered = doubles.get(next_double).is_some_and(|piece| piece.outer.start() <= start);
        if !covered && matches!(c, '\'' | '‘' | '’' | '‚' | '‹' | '›' | '`' | '´') {
            let after = chars.peek().map(|&(_, c)| c);
            let rest = Span::new(at + c.len_utf8(), words.len()).of(words);
            let opens = matches!(c, '\'' | '‘' | '‚' | '‹' | '`')
                && before.is_none_or(|b: char| b.is_whitespace() || is_double(b) || "([—–-/".contains(b))
                && after.is_some_and(|a| a.is_alphanumeric() || "[(…$£€".contains(a))
                && !is_elision(rest);
            let closes = matches!(c, '\'' | '’' | '›' | '‘' | '´')
                && !after.is_some_and(char::is_alphanumeric)
                && before.is_some_and(|b: char| !b.is_whitespace());
            if opens || closes {
                found.push(Sign {
                    span: Span::new(start, start + c.len_utf8()),
                    opens,
                    closes,
                    before,
                    after,
                    behind_double,
                });
                behind_double = false;
            }
        }
        before = Some(c);
    }
    found
}

/// The sign that closes a piece, and how many signs stand before it.
fn closer(signs: &[Sign]) -> Option<(usize, Sign)> {
    let mut possible = None;
    let mut crossed = false;
    for (ahead, &sign) in signs.iter().enumerate() {
        crossed |= sign.behind_double;
        if sign.opens {
            break;
        }
        if !sign.closes || (crossed && !sign.is_behind_stop()) {
            continue;
        }
        possible = Some((ahead, sign));
        // the leaders' plan: a plural possessive, where a better one follows
        if !sign.may_be_possessive() {
            break;
        }
    }
    possible
}

/// `'90s`, `'em`, `rock 'n' roll`: an apostrophe where letters are left out.
fn is_elision(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 {
        return matches!(word.as_bytes().get(2), None | Some(b's')) && word.len() <= 3;
    }
    if word == "n" {
        return true;
    }
    ["em", "til", "till", "tis", "twas", "cause", "bout", "cuz", "round", "cos"]
        .iter()
        .any(|elided| word.eq_ignore_ascii_case(elided))
}
