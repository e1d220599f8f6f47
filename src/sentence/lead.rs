//! The lead of a sentence: a dateline or a list mark.

use crate::article::{Block, BlockKind};
use crate::import::list_mark;
use crate::text::Span;

/// Bytes of the dateline or list mark at the head of a block; 0 if the block has no other text.
pub(super) fn lead(text: &str, block: &Block) -> usize {
    let inner = block.span.of(text);
    let len = match list_mark(inner) {
        _ if block.label > 0 => block.label,
        Some(mark) => mark.len,
        None if block.kind == BlockKind::Paragraph => dateline(inner).unwrap_or(0),
        None => 0,
    };
    if len < inner.len() { len } else { 0 }
}

/// Bytes of a dateline, including the dash and the spaces after it.
///
/// `MOSCOW (Reuters) - `, `TOKYO, Japan (AP) — `, `WASHINGTON, D.C., Nov. 3 - `:
/// a place whose first word is in capitals, perhaps a state, a date and the
/// agency, then a dash between spaces.
fn dateline(text: &str) -> Option<usize> {
    const LONGEST: usize = 80; // bytes
    let head = text.as_bytes().get(..LONGEST).unwrap_or(text.as_bytes());
    let first = head.iter().take_while(|b| b.is_ascii_uppercase() || **b >= 0x80).count();
    // not `A - the first letter`
    if first < 2 {
        return None;
    }
    let (dash, len) = dash(head)?;
    let place = Span::new(0, dash).of(text);
    let (place, agency) = match place.trim_end().split_once('(') {
        Some((place, agency)) => (place, Some(agency.strip_suffix(')')?)),
        None => (place, None),
    };
    if agency.is_some_and(|agency| agency.is_empty() || agency.contains(['(', ')'])) {
        return None;
    }
    let after = Span::new(len, text.len()).of(text);
    let opens =
        |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '\'' | '‘' | '(' | '[' | '«');
    if !after.starts_with(opens) && agency.is_none() {
        return None;
    }
    is_place(place, agency.is_some()).then_some(len)
}

/// The first dash between spaces: its start, and the start of the text after it.
fn dash(head: &[u8]) -> Option<(usize, usize)> {
    for at in 0..head.len() {
        let dash = match head[at..] {
            [b'-', b'-', ..] => 2,
            [b'-', ..] => 1,
            [0xe2, 0x80, 0x93..=0x95, ..] => 3,
            _ => continue,
        };
        let blank_before = at > 0 && (head[at - 1] == b' ' || head[at - 1] == b')');
        if blank_before && head.get(at + dash).is_some_and(u8::is_ascii_whitespace) {
            let blanks = head[at + dash..].iter().take_while(|b| b.is_ascii_whitespace()).count();
            return Some((at, at + dash + blanks));
        }
    }
    None
}

/// Whether the text up to the first comma is in capitals, and the rest consists of names and numbers.
fn is_place(place: &str, agency: bool) -> bool {
    let mut parts = place.trim().split(',');
    let town = parts.next().unwrap_or_default();
    let capitals = town.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let plain = |c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '\'' | '’' | '-' | '/');
    let names = |part: &str| {
        part.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    };
    let long = town.chars().filter(|c| c.is_alphabetic()).count() > if agency { 1 } else { 4 };
    capitals && long && town.chars().all(plain) && parts.all(names)
}
