//! Where the words of a quotation stand in an article that has no marks around them.
//!
//! Seeds are runs of three words (two for short quotations); around the places
//! with the most of them the words are aligned. What is left over is sought again,
//! because the pieces of one quotation may stand apart. Words in quotation marks
//! and words that were found already are not matched. In a quotation that is far longer than
//! another one, the words of that one are looked up in the same way. The quotation drives, so the
//! result is the same whichever side it stands on.

use crate::text::{Key, Pair, Side};

use super::align::{Ends, Match, align, weight};
use super::draft::{Draft, Evidence, LIKELY, SURE, evidence, nearness, surroundings};
use super::words::{ATTRIBUTING, ELLIPSIS, OPTIONAL, PIECE, TAKEN, Unit, Words};

/// Where the runs of an article stand.
#[derive(Debug)]
pub(super) struct Index {
    /// The runs, each [`packed`], in order: those that begin with the same one or two words
    /// are next to each other, too.
    runs: Vec<u128>,
    /// For runs of one, two and three words: the places of `runs`, in the order of the article
    /// among those that begin with the same words.
    places: [Vec<u32>; LONGEST],
}

/// Three words in a row and where they begin, as one number that sorts by the words,
/// then by the place: 32 bits for each, zeros for words behind the end.
pub(super) fn packed(run: [Option<Key>; LONGEST], place: usize) -> u128 {
    let words = run.iter().fold(0, |words, key| words << 32 | key.map_or(0, |key| key.index() as u128 + 1));
    words << 32 | place as u128
}

/// The longest run in the index.
const LONGEST: usize = 3;
/// The most places of one run that are looked at; a run with more says nothing.
const PLACES: usize = 48;
/// The most windows of one quotation that are aligned.
const WINDOWS: usize = 6;
/// The most words of a quotation that is compared as a whole with any other. A speech may have more.
const WHOLE: usize = 2000;
/// How many times longer than the other one a quotation is that is compared in part.
const TIMES: usize = 4;
/// The longest quotation, in words, whose leftovers are sought one by one.
const LONG: usize = 4000;

/// Makes the index of the words of an article, or of a quotation.
pub(super) fn index(units: &[Unit]) -> Index {
    let key = |at: usize| units.get(at).map(|unit| unit.key);
    let run = |at: usize| packed(std::array::from_fn(|n| key(at + n)), at);
    let mut runs: Vec<u128> = (0..units.len()).map(run).collect();
    runs.sort_unstable();
    let places = std::array::from_fn(|n| places(&runs, n + 1));
    Index { runs, places }
}

/// The places of sorted runs, in order among those that begin with the same `length` words.
fn places(runs: &[u128], length: usize) -> Vec<u32> {
    let mut places: Vec<u32> = runs.iter().map(|run| *run as u32).collect();
    let mut rest = places.as_mut_slice();
    for same in runs.chunk_by(|one, next| (one ^ next) >> others(length) == 0) {
        let (own, after) = rest.split_at_mut(same.len());
        own.sort_unstable();
        rest = after;
    }
    places
}

/// The index of a quotation that is compared in part with shorter ones: a conversion that lost
/// its closing marks leaves a whole article in one quotation, and each of the other article's is in it.
pub(super) fn index_of_long(units: &[Unit]) -> Option<Index> {
    (units.len() > WHOLE).then(|| index(units))
}

/// How many bits of a packed run follow its first `length` words.
fn others(length: usize) -> usize {
    32 * (LONGEST - length + 1)
}

impl Index {
    /// The places of the run's first `length` words, in the order of the article.
    fn places(&self, run: [Option<Key>; LONGEST], length: usize) -> &[u32] {
        let begin = |entry: u128| entry >> others(length);
        let first = begin(packed(run, 0));
        let from = self.runs.partition_point(|entry| begin(*entry) < first);
        let to = self.runs.partition_point(|entry| begin(*entry) <= first);
        &self.places[length - 1][from..to]
    }
}

/// Words of a quotation found in the other article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// Words of the quotation, and tokens of the article.
    pub(super) matches: Vec<Match>,
    strength: i64,
}

/// The best place of a piece's words that are not yet found; `taken` are the other article's tokens that are.
pub(super) fn find(
    draft: &Draft,
    (side, piece): (Side, usize),
    range: std::ops::Range<usize>,
    index: &Index,
    taken: &[bool],
) -> Option<Place> {
    let across = &draft.words[side.other()];
    let quotation = &draft.pieces[side][piece].units;
    let units: Vec<Unit> = quotation[range.clone()].to_vec();
    let whole = required(&units);
    let mut best: Option<(usize, Place)> = None;
    for window in windows(&units, &whole, across.units.len(), index, |_| true) {
        let text: Vec<Unit> = window.clone().map(|token| sealed(across, token, taken)).collect();
        let matches = together(&units, &text, align(&units, &text, Ends::Open, draft.vocabulary));
        let found: Vec<Match> = matches.iter().map(|(i, j)| (*i, window.start + j)).collect();
        let Some(place) = judged(draft, (side, piece), &units, found, whole.len()) else { continue };
        let apart = drift(draft, side, &units, &place);
        if best.as_ref().is_none_or(|(least, old)| (-place.strength, apart) < (-old.strength, *least)) {
            best = Some((apart, place));
        }
    }
    let (_, mut place) = best?;
    place.matches.iter_mut().for_each(|(i, _)| *i += range.start);
    Some(place)
}

/// The unit of a token; what stands in marks or was found already cannot match.
fn sealed(words: &Words, at: usize, taken: &[bool]) -> Unit {
    let mut unit = words.units[at];
    if words.quoted[at] || taken[at] {
        unit.add(TAKEN);
        unit.remove(ATTRIBUTING | OPTIONAL);
    }
    unit
}

/// A place, if what matches there shows that it is the quotation.
fn judged(
    draft: &Draft,
    (side, piece): (Side, usize),
    units: &[Unit],
    matches: Vec<Match>,
    required: usize,
) -> Option<Place> {
    let mut strength = weight(units, &matches);
    let text = &draft.words[side.other()].units;
    let evidence = evidence(Pair::new(units, text), &matches, required);
    let least = match evidence {
        Evidence::Enough => return Some(Place { matches, strength }),
        // without marks there, a word or two need the company they had here
        Evidence::Little if matches.len() == required => LIKELY,
        // *digital methods* is not *digital vellum* without marks
        Evidence::Trace if matches.len() < 2 => return None,
        Evidence::Little | Evidence::Trace => SURE,
        Evidence::None => return None,
    };
    let across = &draft.words[side.other()];
    let found: Vec<Unit> = matches.iter().map(|(_, token)| across.units[*token]).collect();
    let here = surroundings(&draft.words[side], draft.vocabulary, &draft.pieces[side][piece].units);
    let there = surroundings(across, draft.vocabulary, &found);
    let nearness = nearness(&here, &there).unwrap_or(if matches.len() == required { LIKELY } else { 0 });
    let says_something = found.iter().any(|unit| unit.is_content()) || found.len() >= 3 && nearness >= SURE;
    if nearness < least || !says_something {
        return None;
    }
    strength += i64::try_from(nearness / 10).unwrap_or_default();
    Some(Place { matches, strength })
}

/// How far the place is from where the quotation stands in its own article, in thousandths.
fn drift(draft: &Draft, side: Side, units: &[Unit], place: &Place) -> usize {
    let here = units.first().map_or(0, |unit| draft.words[side].part(unit.token as usize));
    let there = place.matches.first().map_or(0, |(_, token)| draft.words[side.other()].part(*token));
    here.abs_diff(there)
}

/// The places of the words whose absence means something.
fn required(units: &[Unit]) -> Vec<usize> {
    (0..units.len()).filter(|n| units[*n].is_required()).collect()
}

/// The places in a long quotation of the words around those that share the most runs with
/// another one, in order; none where the other is too long for that. Only runs that begin with
/// a free word count.
pub(super) fn near(
    units: &[Unit],
    long: &[Unit],
    index: &Index,
    is_free: impl Fn(&Unit) -> bool,
) -> Option<Vec<usize>> {
    if units.len().saturating_mul(TIMES) > long.len() {
        return None;
    }
    let windows = windows(units, &required(units), long.len(), index, |place| is_free(&long[place]));
    let mut places: Vec<usize> = windows.into_iter().flatten().collect();
    places.sort_unstable();
    places.dedup();
    Some(places)
}

/// The stretches of a text of `text` words that share the most runs with the quotation.
fn windows(
    units: &[Unit],
    whole: &[usize],
    text: usize,
    index: &Index,
    is_free: impl Fn(usize) -> bool,
) -> Vec<std::ops::Range<usize>> {
    let length = match whole.len() {
        0 => return Vec::new(),
        1 => 1,
        2..=4 => 2,
        _ => 3,
    };
    let mut found = Vec::new();
    // short quotations with an edit in the middle may share no run of two
    let least = if whole.len() <= 8 { 1 } else { 3 };
    for length in (least..=length).rev() {
        found = hits(units, whole, index, length);
        found.retain(|(place, _)| is_free(*place));
        if !found.is_empty() {
            break;
        }
    }
    let reach = units.len() + units.len() / 2 + 24;
    let mut ranges: Vec<(usize, usize, usize)> = Vec::new();
    let mut from = 0;
    for (to, (place, _)) in found.iter().enumerate() {
        while found[from].0 + reach < *place {
            from += 1;
        }
        ranges.push((to + 1 - from, from, to));
    }
    ranges.sort_unstable_by_key(|(count, from, _)| (std::cmp::Reverse(*count), *from));
    let mut chosen: Vec<std::ops::Range<usize>> = Vec::new();
    for (_, from, to) in ranges {
        let (head, tail) = (found[from], found[to]);
        let start = head.0.saturating_sub(head.1 + 8);
        let end = text.min(tail.0 + (units.len() - tail.1) + 16);
        let is_new = |range: &std::ops::Range<usize>| range.end <= head.0 || tail.0 < range.start;
        if chosen.iter().all(is_new) {
            chosen.push(start..end);
        }
        if chosen.len() == WINDOWS {
            break;
        }
    }
    chosen
}

/// Where runs of the quotation stand in the article, with the word each begins at; in the article's order.
fn hits(units: &[Unit], whole: &[usize], index: &Index, length: usize) -> Vec<(usize, usize)> {
    let mut hits = Vec::new();
    for at in whole.windows(length).filter(|at| length > 1 || units[at[0]].is_content()) {
        let here = index.places(std::array::from_fn(|n| at.get(n).map(|n| units[*n].key)), length);
        if here.len() <= PLACES || whole.len() <= 4 {
            hits.extend(here.iter().take(PLACES + 1).map(|place| (*place as usize, at[0])));
        }
    }
    hits.sort_unstable();
    hits
}

/// The part of the matches that stands together: no words of a reporter's but
/// an attribution between them, unless the quotation itself is interrupted there.
fn together(units: &[Unit], text: &[Unit], matches: Vec<Match>) -> Vec<Match> {
    let mut parts: Vec<Vec<Match>> = Vec::new();
    let mut last: Option<Match> = None;
    for (i, j) in matches {
        let is_near = last.is_some_and(|(before_i, before_j)| {
            let missing = units[before_i + 1..i].iter().filter(|unit| unit.is_required()).count();
            let gap = &text[before_j + 1..j];
            let strange = gap.iter().filter(|unit| unit.is_required() && !unit.is(ATTRIBUTING)).count();
            let is_open = units[before_i + 1..=i].iter().any(|unit| unit.is(PIECE | ELLIPSIS));
            let is_barred = gap.iter().any(|unit| unit.is(TAKEN));
            !is_barred && strange <= if is_open { 24 } else { 5 + 2 * missing.min(8) }
        });
        match parts.last_mut().filter(|_| is_near) {
            Some(part) => part.push((i, j)),
            None => parts.push(vec![(i, j)]),
        }
        last = Some((i, j));
    }
    let first_heaviest = |best: Option<Vec<Match>>, part: Vec<Match>| match best {
        Some(best) if weight(units, &best) >= weight(units, &part) => Some(best),
        _ => Some(part),
    };
    parts.into_iter().fold(None, first_heaviest).unwrap_or_default()
}

/// The stretches of a piece's words that no tie holds and that are long enough to be sought.
pub(super) fn leftovers(units: &[Unit], least: usize) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let is_end = |n: usize| n == units.len() || units[n].is(TAKEN);
    for n in 0..=units.len() {
        if !is_end(n) {
            continue;
        }
        let length = units[from..n].iter().filter(|unit| unit.is_required()).count();
        if length >= least.max(1) {
            found.push(from..n);
        }
        from = n + 1;
    }
    if units.len() > LONG { found.into_iter().take(2).collect() } else { found }
}
