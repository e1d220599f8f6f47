//! From a place in an article without marks to a quotation of its own.
//!
//! The run reaches from the first to the last word found there, and a few words
//! further where the quotation goes on, too, with other words: an edit at the
//! edge. Clauses that name the speaker, and what stands where the quotation is
//! interrupted, are no part of it. Invariant: fragments hold the run's words and
//! nothing else, one for each interrupted piece or paragraph.

use crate::lexicon::WordClass;
use crate::quotation::detect::{PREVIOUS_SPEAKER, attribute_runs};
use crate::quotation::{Attribution, Confidence, Quotation, QuotationKind};
use crate::text::{Key, Pair, Side, Span, SpanIndex};

use super::align::{Ends, Match, align};
use super::cues::is_first_person;
use super::draft::{Draft, Piece};
use super::extent::extend;
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
        let index = index(&draft.words[side.other()].units);
        let mut taken = vec![false; draft.words[side.other()].units.len()];
        for piece in 0..draft.pieces[side].len() {
            if draft.pieces[side][piece].is_sought() {
                seek(draft, (side, piece), &index, &mut taken);
            }
        }
        extend(draft, side, &taken);
        attribute(draft, side.other());
    }
}

/// The fewest words of a quotation's rest that are sought for themselves.
const REST: usize = 5;
/// The most runs of one quotation.
const RUNS: usize = 5;

fn seek(draft: &mut Draft, driver: (Side, usize), index: &Index, taken: &mut [bool]) {
    let (side, n) = driver;
    let is_paired = draft.is_tied(side, n);
    let own = &draft.pieces[side][n];
    // a single word in scare quotes is anybody's
    if own.quotation.kind == QuotationKind::Scare && own.required < 2 {
        return;
    }
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
    let tokens = tokens(draft, driver, words, matches);
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
    if fragments.is_empty() {
        return None;
    }
    // the words at the edges were not looked at before
    let matches = align(&quotation.units, &units, Ends::Closed, draft.vocabulary);
    let kind = match quotation.quotation.kind {
        QuotationKind::Indirect => QuotationKind::Direct,
        kind @ (QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Scare) => kind,
    };
    let found = Quotation { kind, marked: false, fragments, attribution: Attribution::NONE };
    Some((Piece::new(found, units), matches))
}

/// Names the speakers of a side's runs: from what stands beside them, else as the
/// reported quotation that was detected in their place.
fn attribute(draft: &mut Draft, side: Side) {
    let words = &draft.words[side];
    let is_run = |piece: &Piece| !piece.quotation.marked && piece.ties > 0;
    let runs: Vec<usize> =
        (0..draft.pieces[side].len()).filter(|n| is_run(&draft.pieces[side][*n])).collect();
    if runs.is_empty() {
        return;
    }
    let fragments: Vec<Vec<Span>> =
        runs.iter().map(|run| draft.pieces[side][*run].quotation.fragments.clone()).collect();
    let attributions = attribute_runs(words.of, draft.vocabulary, &fragments);
    let reported = Reported::of(words);
    for (run, own) in runs.into_iter().zip(attributions) {
        let is_said = draft.pieces[side][run]
            .units
            .iter()
            .any(|unit| is_first_person(draft.words[side].lexicon(), draft.vocabulary.folded(unit.key)));
        let quotation = &mut draft.pieces[side][run].quotation;
        // without marks, a paragraph that names nobody is the reporter's, unless an *I* or *we* speaks in it
        let own = if own.rule == PREVIOUS_SPEAKER && !is_said { Attribution::NONE } else { own };
        let inherited = reported.inherited(quotation.span()).filter(|_| own.speaker.is_none());
        quotation.attribution = Attribution { rule: "matched", ..inherited.unwrap_or(own) };
    }
}

/// The reported quotations of an article that name a speaker, by their place.
struct Reported<'a> {
    quotations: Vec<&'a Quotation>,
    spans: SpanIndex,
}

impl<'a> Reported<'a> {
    fn of(words: &Words<'a>) -> Reported<'a> {
        let is_named = |quotation: &&Quotation| {
            quotation.kind == QuotationKind::Indirect && quotation.attribution.speaker.is_some()
        };
        let quotations: Vec<&Quotation> = words.of.quotations.iter().filter(is_named).collect();
        Reported { spans: SpanIndex::new(quotations.iter().map(|quotation| quotation.span())), quotations }
    }

    /// The attribution of the first one that overlaps a run.
    fn inherited(&self, run: Span) -> Option<Attribution> {
        let found = self.quotations[self.spans.overlapping(run).next()?];
        // whose report it is may not be whose words they are
        let confidence = found.attribution.confidence.min(Confidence::Weak);
        Some(Attribution { confidence, ..found.attribution.clone() })
    }
}

/// The tokens of the run, in order.
fn tokens(draft: &Draft, driver: (Side, usize), words: &Words, matches: &[Match]) -> Vec<usize> {
    let units = &draft.pieces[driver.0][driver.1].units;
    let mut tokens: Vec<usize> = Vec::new();
    let Some((&first, &last)) = matches.first().zip(matches.last()) else { return tokens };
    tokens.extend(head(draft, driver, words, first));
    for pair in matches.windows(2) {
        let (before, next) = (pair[0], pair[1]);
        tokens.push(before.1);
        let gap = before.1 + 1..next.1;
        match units[before.0 + 1..=next.0].iter().position(|unit| unit.is(PIECE)) {
            None => tokens.extend(without_attribution(words, gap)),
            Some(at) => tokens.extend(around_interruption(words, gap, &units[before.0 + 1..next.0], at)),
        }
    }
    tokens.push(last.1);
    tokens.extend(tail(draft, driver, words, last));
    tokens
}

/// The tokens of a gap in which the quotation is interrupted before the word `at` of
/// those that were not found: what stands for the words before that, and behind.
fn around_interruption(
    words: &Words,
    gap: std::ops::Range<usize>,
    missing: &[Unit],
    at: usize,
) -> Vec<usize> {
    let count = |units: &[Unit]| units.iter().filter(|unit| unit.is_required()).count();
    let (ahead, behind) = (count(&missing[..at]), count(&missing[at..]));
    let is_open = |token: &usize| !words.units[*token].is(CLAUSE | CUE);
    let first: Vec<usize> = gap.clone().take_while(is_open).take(ahead + 2).collect();
    let begins = |token: &usize| !words.units[*token + 1].is(CLAUSE) && !words.units[*token].is(CUE);
    let last: Vec<usize> = gap.clone().rev().take_while(begins).take(behind + 2).collect();
    let mut kept = if ahead == 0 { Vec::new() } else { first };
    if behind > 0 {
        let from = kept.last().map_or(gap.start, |token| token + 1);
        kept.extend(last.into_iter().rev().filter(|token| *token >= from));
    }
    kept
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
fn head(draft: &Draft, driver: (Side, usize), words: &Words, first: Match) -> Vec<usize> {
    let units = &draft.pieces[driver.0][driver.1].units;
    let rest: Vec<Unit> = units[..first.0].iter().copied().filter(|unit| is_owing(*unit)).collect();
    let is_end = |token: usize| words.units[token].is(CLAUSE | SENTENCE);
    let limit = first.1.saturating_sub(rest.len() + EDGE);
    // where the quotation has a break, too, its words may go on beyond
    let crosses = is_end(first.1) && units[first.0].is(CLAUSE | SENTENCE);
    let mut from = first.1;
    while from > limit && (!is_end(from) || crosses && from == first.1) && !is_barrier(words, from - 1) {
        from -= 1;
    }
    let outside = units.first().and_then(|unit| (unit.token as usize).checked_sub(1));
    let edge = Edge {
        near: (from..first.1).rev().collect(),
        outside: outside.map(|token| draft.words[driver.0].units[token].key),
        is_whole: from == 0 || from > limit,
        crosses,
    };
    let mut tokens = edge.reach(words, &rest);
    tokens.reverse();
    tokens
}

/// Words behind the last match, where the quotation ends with other words.
fn tail(draft: &Draft, driver: (Side, usize), words: &Words, last: Match) -> Vec<usize> {
    let units = &draft.pieces[driver.0][driver.1].units;
    let rest: Vec<Unit> = units[last.0 + 1..].iter().copied().filter(|unit| is_owing(*unit)).collect();
    let is_end = |token: usize| words.units[token].is(CLAUSE | SENTENCE);
    let next = last.1 + 1;
    let limit = words.units.len().min(next + rest.len() + EDGE);
    let crosses =
        next < limit && is_end(next) && units.get(last.0 + 1).is_some_and(|unit| unit.is(CLAUSE | SENTENCE));
    let mut to = next;
    while to < limit && (!is_end(to) || crosses && to == next) && !is_barrier(words, to) {
        to += 1;
    }
    let outside = units.last().and_then(|unit| draft.words[driver.0].units.get(unit.token as usize + 1));
    let edge = Edge {
        near: (next..to).collect(),
        outside: outside.map(|unit| unit.key),
        is_whole: to == words.units.len() || to < limit,
        crosses,
    };
    edge.reach(words, &rest)
}

fn is_owing(unit: Unit) -> bool {
    unit.is_required() && !unit.is(TAKEN)
}

/// The words beyond an end of what was found.
struct Edge {
    /// As far as the clause goes, nearest first.
    near: Vec<usize>,
    /// The word that stands beside the quotation in its own article.
    outside: Option<Key>,
    /// Whether `near` holds all of the clause.
    is_whole: bool,
    /// Whether a comma or stop stands between.
    crosses: bool,
}

impl Edge {
    /// The words that stand for `rest`, which the quotation has here: up to the word
    /// that stands beside it in its own article, else up to a word of the rest, else
    /// as many as an edit has.
    fn reach(&self, words: &Words, rest: &[Unit]) -> Vec<usize> {
        if rest.is_empty() || rest.len() > EDGE {
            return Vec::new();
        }
        let key = |token: &usize| words.units[*token].key;
        let in_rest = |token: &usize| rest.iter().any(|unit| unit.key == key(token));
        let beside = self.near.iter().position(|token| Some(key(token)) == self.outside);
        let known = self.near.iter().rposition(in_rest);
        let count = self.near.len();
        let reach = match (beside, known) {
            (Some(beside), _) if beside <= rest.len() + 2 => beside,
            (_, Some(known)) => known + 1,
            _ if self.crosses && self.is_whole && count == rest.len() => count,
            _ if self.crosses => 0,
            _ if self.is_whole && count <= rest.len() + 2 => count,
            _ if rest.len() <= 2 && count >= rest.len() => rest.len(),
            _ => 0,
        };
        self.near[..reach].to_vec()
    }
}

/// Whether a quotation without marks cannot reach over the word: a verb of
/// saying, the *that* behind it, or words in marks.
fn is_barrier(words: &Words, token: usize) -> bool {
    let is_cue = |token: usize| words.units[token].is(CUE);
    let is_that =
        || words.lexicon().around_speech.has(&words.raw(words.units[token]).to_lowercase(), WordClass::That);
    words.quoted[token] || is_cue(token) || token > 0 && is_cue(token - 1) && is_that()
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
pub(super) fn fragments(words: &Words, units: &[Unit]) -> Vec<Span> {
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
    // *[now]* between two pieces is the editor's word, and stays in its brackets
    let is_remark = start > 0 && bytes[start - 1] == b'[' && bytes.get(end) == Some(&b']');
    if is_remark && !inner.contains(['[', ']']) {
        (start, end) = (start - 1, end + 1);
    }
    while bytes.get(end).is_some_and(|b| matches!(b, b'.' | b'!' | b'?')) {
        end += 1;
    }
    Span::new(start, end)
}
