//! [`segment`]: scans each block for marks that may end a sentence, and asks the rules.
//!
//! Scanning goes byte by byte; the rules run only at the few candidates.
//! A line end inside a block counts as a space. The end of a block ends a sentence.

use super::Sentence;
use super::candidate::{Candidate, Found};
use super::lead::lead;
use super::rules::{self, Verdict};
use super::run_in::end_of_heading;
use crate::article::{Article, Block, BlockId, BlockKind};
use crate::import::{ListMark, list_mark, picture_credit};
use crate::text::Span;

/// Cuts an article into sentences.
pub fn segment(article: &Article) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(article.text.len() / 100 + article.blocks.len());
    for (index, block) in article.blocks.iter().enumerate() {
        segment_block(article, block, BlockId::new(index), &mut sentences);
    }
    sentences
}

/// Adds the sentences of one block.
fn segment_block(article: &Article, block: &Block, id: BlockId, sentences: &mut Vec<Sentence>) {
    let text = &article.text;
    let limit = block.span.end();
    let mut start = block.span.start();
    let mut push = |start: usize, end: usize, lead: usize| {
        let span = Span::new(start, end).trimmed(text);
        if !span.is_empty() {
            sentences.push(Sentence { span, block: id, lead: lead as u32 });
        }
    };
    let mut cuts = Cuts::new(article, block.span);
    let mut head = lead(text, block);
    let mut at = start + head;
    loop {
        let mark = next_mark(text.as_bytes(), at, limit);
        if at == start && block.kind == BlockKind::Paragraph {
            let edge = mark.unwrap_or(limit);
            if let Some(end) = end_of_heading(article.lexicon(), text, start, edge) {
                push(start, end, 0);
                (start, at) = (end, end);
                continue;
            }
        }
        if let Some((item, len)) = cuts.before(mark.unwrap_or(limit), start, head) {
            push(start, item, head);
            (start, head, at) = (item, len, item + len);
            continue;
        }
        let Some(mark) = mark else { break };
        let candidate = match Candidate::read(article, start + head, mark, limit) {
            Found::Candidate(candidate) => candidate,
            Found::Nothing { go_on } => {
                at = go_on;
                continue;
            }
        };
        at = candidate.end;
        if candidate.next.start >= limit {
            break;
        }
        if rules::verdict(&candidate) == Verdict::Ends {
            push(start, candidate.end, head);
            start = candidate.next.start;
            head = 0;
            at = start;
        }
    }
    push(start, limit, head);
}

/// The position of the next byte that may begin a terminator.
fn next_mark(bytes: &[u8], from: usize, limit: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes[at..limit].iter().position(|&b| MAY_TERMINATE[usize::from(b)])?;
        match bytes[at..limit] {
            [b'.' | b'?' | b'!', ..]
            | [0xe2, 0x80, 0xa6 | 0xbc | 0xbd, ..]
            | [0xe2, 0x81, 0x87..=0x89, ..]
            | [0xe3, 0x80, 0x82, ..]
            | [0xef, 0xbc, 0x81 | 0x9f, ..]
            | [b':', b' ' | b'\n', b'-' | 0xe2, ..] => return Some(at),
            _ => at += 1,
        }
    }
}

/// Whether a byte can be the first of a terminator in UTF-8: `.` `?` `!` `:` `…` `‼` `。` `！` `？`.
const MAY_TERMINATE: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = [b'.', b'?', b'!', b':', 0xe2, 0xe3, 0xef];
    let mut n = 0;
    while n < bytes.len() {
        table[bytes[n] as usize] = true;
        n += 1;
    }
    table
};

/// Sentence ends without a terminator: before the later items of a list that a
/// conversion joined to one block, and before a picture credit.
struct Cuts<'a> {
    text: &'a str,
    item: Option<(usize, ListMark)>,
    credit: Option<usize>,
}

impl Cuts<'_> {
    fn new(article: &Article, block: Span) -> Cuts<'_> {
        let text = &article.text;
        let mark = list_mark(block.of(text));
        let credit = picture_credit(article.lexicon(), block.of(text)).map(|at| block.start() + at);
        let text = Span::new(0, block.end()).of(text);
        let item = mark.and_then(|mark| mark.next_in(text, block.start() + mark.len));
        Cuts { text, item, credit }
    }

    /// The next cut before `mark`: its position, and the length of the list mark that follows.
    ///
    /// No cut leaves the sentence at `start` with only its lead of `head` bytes.
    fn before(&mut self, mark: usize, start: usize, head: usize) -> Option<(usize, usize)> {
        let leaves_words = |at: usize| at > start + head || (at == start && head == 0);
        if let Some((at, found)) = self.item.filter(|(at, _)| *at <= mark) {
            self.item = found.next_in(self.text, at + found.len);
            return leaves_words(at).then_some((at, found.len));
        }
        let at = self.credit.take_if(|at| *at <= mark)?;
        leaves_words(at).then_some((at, 0))
    }
}

/// The names of the rules that decide in an article.
#[cfg(test)]
pub(super) fn deciding_rules(article: &Article) -> Vec<&'static str> {
    let text = &article.text;
    let mut names = Vec::new();
    for sentence in segment(article) {
        let limit = article.block(sentence.block).span.end();
        let mut at = sentence.body().start();
        while let Some(mark) = next_mark(text.as_bytes(), at, limit).filter(|m| *m < sentence.span.end()) {
            at = match Candidate::read(article, sentence.body().start(), mark, limit) {
                Found::Candidate(candidate) => {
                    names.extend(rules::deciding(&candidate).map(|rule| rule.name));
                    candidate.end
                }
                Found::Nothing { go_on } => go_on,
            };
        }
    }
    names
}
