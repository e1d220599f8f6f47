//! Ties between quotations that share what they say, but not the words.
//!
//! The last resort: what is still alone on one side is compared, by the stems of
//! its content words, with what is still alone on the other. At least one of the
//! two stands in marks, and nothing says that another speaker said it. This is
//! fuzzy, so that it may only ever become a prompt.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::quotation::{QuotationKind, SpeakerState};
use crate::text::{Pair, Side, Span};

use super::align::Match;
use super::draft::{Draft, Taken};

/// The most pairs that one stem may suggest.
const PAIRS: usize = 400;

/// What they share, how far apart they stand, and an order of places that knows no first side.
type Rank = (Reverse<usize>, usize, (usize, usize));

/// Ties quotations of the same content.
pub(super) fn tie(draft: &mut Draft) {
    let alone = Pair::from_fn(|side| alone(draft, side));
    let mut candidates: Vec<(Rank, Pair<usize>)> = shared(&alone)
        .into_iter()
        .filter_map(|(places, shared)| {
            let (left, right) = (&alone.left[places.0], &alone.right[places.1]);
            let pieces = Pair::new(left.0, right.0);
            let shorter = left.1.len().min(right.1.len());
            let percent = shared * 100 / shorter.max(1);
            let order = (pieces.left + pieces.right, pieces.left.max(pieces.right));
            is_likely(draft, pieces, shared, percent)
                .then(|| ((Reverse(percent * shared), draft.distance(pieces), order), pieces))
        })
        .collect();
    candidates.sort_by_key(|(rank, _)| *rank);
    for (_, pieces) in candidates {
        if !draft.is_tied(Side::Left, pieces.left) && !draft.is_tied(Side::Right, pieces.right) {
            let matches = own_words(draft, pieces);
            draft.tie(pieces, matches);
        }
    }
}

/// Whether the shared content makes a pair likely to be one statement.
fn is_likely(draft: &Draft, pieces: Pair<usize>, shared: usize, percent: usize) -> bool {
    let marked = Pair::from_fn(|side| draft.pieces[side][pieces[side]].is_owed());
    if !marked.left && !marked.right {
        return false;
    }
    match draft.speaker(pieces) {
        SpeakerState::Changed => false,
        SpeakerState::Same if marked.left && marked.right => {
            let is_near = |thousandths: usize| draft.distance(pieces) <= thousandths;
            percent >= 50 && (shared >= 3 || shared == 2 && is_near(NEAR) || is_near(BESIDE))
        }
        SpeakerState::Same => shared >= 3 && percent >= 40,
        SpeakerState::Unknown if marked.left && marked.right && draft.are_of_two(pieces) => false,
        SpeakerState::Unknown => shared >= 4 && percent >= 60,
    }
}

/// How far apart, in thousandths of an article, two short statements of one speaker may stand that
/// share two words of content, or one: *It’s a source of frustration* and *It’s frustrating*.
const NEAR: usize = 150;
const BESIDE: usize = 50;

/// The words that both have, where both stand in marks and half of the shorter is kept: then
/// they are one quotation with other words, not a report.
fn own_words(draft: &Draft, pieces: Pair<usize>) -> Vec<Match> {
    let piece = Pair::from_fn(|side| &draft.pieces[side][pieces[side]]);
    if !piece.left.is_owed() || !piece.right.is_owed() {
        return Vec::new();
    }
    let matches = draft.align(pieces, Taken::Barred);
    let shorter = piece.left.required.min(piece.right.required);
    if matches.len() * 2 >= shorter { matches } else { Vec::new() }
}

/// A piece and the stems of its content words, sorted.
type Stems<'a> = (usize, Vec<&'a str>);

/// The longest part of a stem that counts, in bytes: *frustration* and *frustrating* are one.
const STEM: usize = 7;

fn cut(stem: &str) -> &str {
    if stem.len() > STEM && stem.is_ascii() { Span::new(0, STEM).of(stem) } else { stem }
}

/// The pieces that no tie holds: in marks, or reported.
fn alone<'a>(draft: &Draft<'a>, side: Side) -> Vec<Stems<'a>> {
    let is_open = |(n, piece): &(usize, &super::draft::Piece)| {
        let is_wanted = piece.is_owed() || piece.quotation.kind == QuotationKind::Indirect;
        is_wanted && !draft.is_tied(side, *n)
    };
    let stems = |(n, piece): (usize, &super::draft::Piece)| {
        let content = piece.units.iter().filter(|unit| unit.is_required() && unit.is_content());
        let vocabulary = draft.vocabulary;
        let mut stems: Vec<&str> =
            content.map(|unit| cut(vocabulary.folded(vocabulary.stem(unit.key)))).collect();
        stems.sort_unstable();
        stems.dedup();
        (n, stems)
    };
    draft.pieces[side].iter().enumerate().filter(is_open).map(stems).collect()
}

/// How many stems each pair shares.
fn shared(alone: &Pair<Vec<Stems<'_>>>) -> BTreeMap<(usize, usize), usize> {
    let mut by_stem: HashMap<&str, Pair<Vec<usize>>> = HashMap::new();
    for side in Side::BOTH {
        for (place, (_, stems)) in alone[side].iter().enumerate() {
            for stem in stems {
                by_stem.entry(*stem).or_default()[side].push(place);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for places in by_stem.into_values() {
        if places.left.len() * places.right.len() <= PAIRS {
            for left in &places.left {
                for right in &places.right {
                    *shared.entry((*left, *right)).or_default() += 1;
                }
            }
        }
    }
    shared
}
