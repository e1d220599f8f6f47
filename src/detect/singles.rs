//! Single quotation marks outside of double ones, separated from apostrophes.
//!
//! They are looked for outside of double marks: inside of those they are a
//! quotation in a quotation, which stays part of the words. An opening single
//! looks forward to the next opening one at most, so that the pass is linear.

use super::piece::{Marked, Style, trim};
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
        let at = found.partition_point(|single| single.outer.end() <= double.outer.start());
        found.get(at).is_none_or(|single| !single.outer.contains(double.outer))
    });
    pieces.append(&mut found);
    pieces.sort_unstable_by_key(|piece| piece.outer.start());
}

/// A single mark or apostrophe that opens a piece, or may close one.
#[derive(Clone, Copy, Debug)]
struct Sign {
    span: Span,
    opens: bool,
    /// `leaders' plan`: perhaps a plural possessive.
    may_be_possessive: bool,
}

fn signs(text: &str, block: Span, doubles: &[Marked]) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut before = None;
    let mut doubles = doubles.iter().peekable();
    let words = block.of(text);
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let span = Span::new(block.start() + at, block.start() + at + c.len_utf8());
        while doubles.next_if(|piece| piece.outer.end() <= span.start()).is_some() {}
        let covered = doubles.peek().is_some_and(|piece| piece.outer.start() <= span.start());
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
                let may_be_possessive = before == Some('s') && after == Some(' ');
                found.push(Sign { span, opens, may_be_possessive });
            }
        }
        before = Some(c);
    }
    found
}

/// The sign that closes a piece, and how many signs precede it.
fn closer(signs: &[Sign]) -> Option<(usize, Sign)> {
    let closing = signs.iter().take_while(|sign| !sign.opens).count();
    // the leaders' plan: a plural possessive, if a better one follows
    let sure = signs[..closing].iter().position(|sign| !sign.may_be_possessive);
    let at = sure.or(closing.checked_sub(1))?;
    Some((at, signs[at]))
}

/// `'90s`, `'em`, `rock 'n' roll`: an apostrophe where letters are left out.
fn is_elision(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let decade = word.strip_suffix('s').unwrap_or(word);
    decade.len() == 2 && decade.bytes().all(|b| b.is_ascii_digit())
        || ["n", "em", "til", "till", "tis", "twas", "cause", "bout", "cuz", "round", "cos"]
            .iter()
            .any(|elided| word.eq_ignore_ascii_case(elided))
}
