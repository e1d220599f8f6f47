//! From a place in an article without marks to a quotation of its own.
//!
//! The run reaches from the first to the last word found there, and a few words
//! further where the quotation goes on, too, with other words: an edit at the
//! edge. Clauses that name the speaker, and what stands where the quotation is
//! interrupted, are no part of it. Invariant: fragments hold the run's words and
//! nothing else, one for each interrupted piece or paragraph.

use crate::quotation::{Quotation, QuotationKind};
use crate::text::{Pair, Side, Span};

use super::align::{Ends, Match, align};
use super::beside;
use super::draft::{Draft, Piece};
use super::search::{Index, find, index, leftovers};
use super::words::{ATTRIBUTING, CLAUSE, CUE, ELLIPSIS, PIECE, SENTENCE, TAKEN, Unit, Words};

/// The most words at an edge that are taken for an edit.
const EDGE: usize = 4;

/// Seeks, on both sides, the quotations that are not tied yet, and what is left of those that are.
pub(super) fn find_runs(draft: &mut Draft) {
    for side in Side::BOTH {
        let is_open = |piece: &Piece| piece.is_sought() && piece.units.iter().any(|unit| !unit.is(TAKEN));
        if !draft.pieces[side].iter().any(is_open) {
            continue;
        }
        let index = index(&draft.words[side.other()]);
        let mut taken = vec![false; draft.words[side.other()].units.len()];
        for piece in 0..draft.pieces[side].len() {
            if draft.pieces[side][piece].is_sought() {
                seek(draft, (side, piece), &index, &mut taken);
            }
        }
    }
}

/// The fewest words of a quotation's rest that are sought for themselves.
const REST: usize = 5;
/// The most runs of one quotation.
const RUNS: usize = 5;

fn seek(draft: &mut Draft, driver: (Side, usize), index: &Index, taken: &mut [bool]) {
    let (side, n) = driver;
    let is_paired = draft.is_tied(side, n);
    for _ in 0..RUNS {
        let piece = &draft.pieces[side][n];
        let is_first = piece.ties == 0;
        // beside a tie in marks only a whole rest counts, or half the article would be quoted
        let (least, percent) = if is_first {
            (1, 0)
        } else if is_paired {
            (8, 90)
        } else {
            (REST, 60)
        };
        let found = leftovers(&piece.units, least).into_iter().find_map(|range| {
            let required = piece.units[range.clone()].iter().filter(|unit| unit.is_required()).count();
            let place = find(draft, driver, range, index, taken)?;
            let is_scare = piece.quotation.kind == QuotationKind::Scare;
            let percent = if is_scare { 100 } else { percent };
            (place.matches.len() * 100 >= required * percent).then_some(place)
        });
        let Some((run, matches)) = found.and_then(|place| run(draft, driver, &place.matches)) else { return };
        for unit in &run.units {
            taken[unit.token as usize] = true;
        }
        let across = side.other();
        let mut pieces = Pair::new(n, n);
        pieces[across] = draft.pieces[across].len();
        draft.pieces[across].push(run);
        let matches = match side {
            Side::Left => matches,
            Side::Right => matches.into_iter().map(|(own, other)| (other, own)).collect(),
        };
        draft.tie(pieces, matches);
    }
}

/// The unmarked quotation at a place where a piece of the other side was found,
/// and the matches between that piece's words and its own.
pub(super) fn run(draft: &Draft, driver: (Side, usize), matches: &[Match]) -> Option<(Piece, Vec<Match>)> {
    let (side, piece) = driver;
    let words = &draft.words[side.other()];
    let quotation = &draft.pieces[side][piece];
    let tokens = tokens(&quotation.units, words, matches);
    let mut units: Vec<Unit> = Vec::with_capacity(tokens.len());
    for token in &tokens {
        let mut unit = words.units[*token];
        unit.remove(ATTRIBUTING | PIECE | TAKEN);
        let is_cut = units.last().is_none_or(|before| before.token as usize + 1 != *token);
        if is_cut || is_new_block(words, *token) {
            unit.add(PIECE);
        }
        if is_cut {
            unit.remove(ELLIPSIS);
        }
        units.push(unit);
    }
    let fragments = fragments(words, &units);
    let whole = fragments.iter().copied().reduce(Span::join)?;
    // the words at the edges were not looked at before
    let matches = align(&quotation.units, &units, Ends::Closed, draft.vocabulary);
    let attribution = beside::attribution(words, (tokens[0], *tokens.last()?), quotation.name.as_ref());
    let kind = match quotation.quotation.kind {
        QuotationKind::Indirect => QuotationKind::Direct,
        kind @ (QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Scare) => kind,
    };
    let attribution =
        beside::inherited(words, whole).filter(|_| attribution.speaker.is_none()).unwrap_or(attribution);
    let found = Quotation { kind, marked: false, fragments, attribution };
    Some((Piece::new(found, units, words), matches))
}

/// The tokens of the run, in order.
fn tokens(units: &[Unit], words: &Words, matches: &[Match]) -> Vec<usize> {
    let mut tokens: Vec<usize> = Vec::new();
    let Some((&first, &last)) = matches.first().zip(matches.last()) else { return tokens };
    tokens.extend(head(units, words, first));
    for pair in matches.windows(2) {
        let (before, next) = (pair[0], pair[1]);
        tokens.push(before.1);
        let is_open = units[before.0 + 1..=next.0].iter().any(|unit| unit.is(PIECE));
        let is_whole = units[before.0 + 1..next.0].iter().all(|unit| !unit.is_required());
        if !(is_open && is_whole) {
            tokens.extend(without_attribution(words, before.1 + 1..next.1));
        } else if next.1 - before.1 <= 3 && !words.units[before.1 + 1..next.1].iter().any(|unit| unit.is(CUE))
        {
            tokens.extend(before.1 + 1..next.1);
        }
    }
    tokens.push(last.1);
    tokens.extend(tail(units, words, last));
    tokens
}

/// The tokens of a gap whose clause does not name a speaker.
fn without_attribution(words: &Words, gap: std::ops::Range<usize>) -> Vec<usize> {
    let mut kept = Vec::new();
    let mut clause: Vec<usize> = Vec::new();
    let end = gap.end;
    for token in gap {
        clause.push(token);
        let is_end = token + 1 == end || words.units[token + 1].is(CLAUSE);
        if is_end {
            let starts = words.units[clause[0]].is(CLAUSE);
            let closes = words.units[token + 1].is(CLAUSE);
            let names = clause.iter().any(|token| words.units[*token].is(CUE));
            if !(names && (starts || closes)) {
                kept.append(&mut clause);
            }
            clause.clear();
        }
    }
    kept
}

/// Words before the first match, where the quotation begins with other words.
fn head(units: &[Unit], words: &Words, first: Match) -> Vec<usize> {
    let rest = units[..first.0].iter().filter(|unit| unit.is_required() && !unit.is(TAKEN)).count();
    if rest == 0 || rest > EDGE {
        return Vec::new();
    }
    let mut from = first.1;
    while from > 0
        && first.1 - from <= EDGE
        && !words.units[from].is(CLAUSE | SENTENCE)
        && !is_barrier(words, from - 1)
    {
        from -= 1;
    }
    edge(from..first.1, rest)
}

/// Words behind the last match, where the quotation ends with other words.
fn tail(units: &[Unit], words: &Words, last: Match) -> Vec<usize> {
    let rest = units[last.0 + 1..].iter().filter(|unit| unit.is_required() && !unit.is(TAKEN)).count();
    if rest == 0 || rest > EDGE {
        return Vec::new();
    }
    let mut to = last.1 + 1;
    while to < words.units.len()
        && to - last.1 <= EDGE + 1
        && !words.units[to].is(CLAUSE | SENTENCE)
        && !is_barrier(words, to)
    {
        to += 1;
    }
    edge(last.1 + 1..to, rest)
}

/// The tokens of an edge, if they are no more than an edit.
fn edge(tokens: std::ops::Range<usize>, rest: usize) -> Vec<usize> {
    if tokens.len() > EDGE || tokens.len() > rest + 2 { Vec::new() } else { tokens.collect() }
}

/// Whether a quotation without marks cannot reach over the word: a verb of
/// saying, the *that* behind it, or words in marks.
fn is_barrier(words: &Words, token: usize) -> bool {
    let is_cue = |token: usize| words.units[token].is(CUE);
    let is_that = words.raw(words.units[token]).eq_ignore_ascii_case("that");
    words.quoted[token] || is_cue(token) || is_that && token > 0 && is_cue(token - 1)
}

fn is_new_block(words: &Words, token: usize) -> bool {
    let sentences = &words.of.sentences;
    let block = |token: usize| {
        let start = sentences.all_tokens()[token].word.start();
        sentences.at(start).map(|id| sentences.get(id).block)
    };
    words.units[token].is(SENTENCE) && token > 0 && block(token) != block(token - 1)
}

/// The spans of the run: from each piece's first word to its last, with the
/// stop of the sentence where it ends there.
fn fragments(words: &Words, units: &[Unit]) -> Vec<Span> {
    let mut fragments: Vec<Span> = Vec::new();
    for unit in units {
        let word = words.span(*unit);
        match fragments.last_mut().filter(|_| !unit.is(PIECE)) {
            Some(fragment) => *fragment = fragment.join(word),
            None => fragments.push(word),
        }
    }
    let text = &words.of.article.text;
    fragments.into_iter().map(|fragment| with_marks(text, fragment)).collect()
}

/// The span with the bracket that opens at its head or closes at its end, and the stop behind it.
fn with_marks(text: &str, span: Span) -> Span {
    let bytes = text.as_bytes();
    let inner = span.of(text);
    let (mut start, mut end) = (span.start(), span.end());
    for (open, close) in [(b'[', b']'), (b'(', b')')] {
        let count = |mark: u8| inner.bytes().filter(|b| *b == mark).count();
        if count(close) > count(open) && start > 0 && bytes[start - 1] == open {
            start -= 1;
        }
        if count(open) > count(close) && bytes.get(end) == Some(&close) {
            end += 1;
        }
    }
    while bytes.get(end).is_some_and(|b| matches!(b, b'.' | b'!' | b'?')) {
        end += 1;
    }
    Span::new(start, end)
}
