//! Links between quotations that share what they say, but not the words.
//!
//! The last resort: what is still alone on one side is compared, by the stems of
//! its content words, with what is still alone on the other. At least one of the
//! two is in marks, and nothing says that another speaker said it. This is
//! fuzzy, so that it may only ever become a prompt.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::quotation::{QuotationKind, SpeakerState};
use crate::text::{Pair, Side, Span};

use super::align::Match;
use super::linking::{Linking, QuotedText, Taken};
use super::pairing::{groups, pairs, unsided};
use super::speaker::are_two;

/// Links quotations of the same content.
pub(super) fn link_paraphrases(linking: &mut Linking) {
    let stems = |side: Side, quoted: &QuotedText| stems(linking, side, quoted);
    let mut counts = linking.texts.as_ref().map(|texts| vec![0; texts.len()]);
    let mut shared: BTreeMap<Pair<usize>, usize> = BTreeMap::new();
    for group in groups(linking, stems).into_values() {
        for side in Side::BOTH {
            group[side].iter().for_each(|n| counts[side][*n] += 1);
        }
        for places in pairs(&group) {
            *shared.entry(places).or_default() += 1;
        }
    }
    let rank = |(places, shared): (Pair<usize>, usize)| {
        let stems = Side::BOTH.map(|side| counts[side][places[side]]);
        let percent = shared * 100 / stems[0].min(stems[1]).max(1);
        let rank = (Reverse(percent * shared), linking.distance(places), unsided(places));
        is_likely(linking, places, shared, percent).then_some((rank, places))
    };
    let mut candidates: Vec<_> = shared.into_iter().filter_map(rank).collect();
    candidates.sort_by_key(|(rank, _)| *rank);
    for (_, places) in candidates {
        if !linking.is_linked(places) {
            let matches = own_words(linking, places);
            linking.link(places, matches);
        }
    }
}

/// Whether the shared content makes a pair likely to be one statement. Of two in marks by one speaker,
/// half is enough: *It’s a source of frustration* and *It’s frustrating*; short ones must be near each other.
fn is_likely(linking: &Linking, places: Pair<usize>, shared: usize, percent: usize) -> bool {
    let must_link = linking.pair(places).map(QuotedText::must_link);
    match (linking.speaker(places), must_link.left && must_link.right) {
        _ if !must_link.left && !must_link.right => false,
        (SpeakerState::Changed, _) => false,
        (SpeakerState::Same, true) => {
            let most = match shared {
                0 | 1 => NEXT,
                2 => NEAR,
                _ => usize::MAX,
            };
            percent >= 50 && linking.distance(places) <= most
        }
        (SpeakerState::Same, false) => percent >= 40 && shared >= 3,
        (SpeakerState::Unknown, true) if are_two(linking.attributions(places)) => false,
        (SpeakerState::Unknown, _) => percent >= 60 && shared >= 4,
    }
}

/// How far apart, in thousandths of an article, statements of one speaker may be that share two stems, and
/// one: with 150 for one, independent reports of an event link statements that only use the same word.
const NEAR: usize = 150;
const NEXT: usize = 50;

/// The words that both have, where both are in marks and half of the shorter is kept: then
/// they are one quotation with other words, not a report.
fn own_words(linking: &Linking, places: Pair<usize>) -> Vec<Match> {
    let pair = linking.pair(places);
    let shorter = pair.left.required.min(pair.right.required);
    let matches = linking.align(places, Taken::Barred);
    let is_kept = pair.left.must_link() && pair.right.must_link() && matches.len() * 2 >= shorter;
    if is_kept { matches } else { Vec::new() }
}

/// The longest part of a stem that counts, in bytes: *frustration* and *frustrating* are one.
const STEM: usize = 7;

/// The stems of the content words of a quotation in marks or a reported one, if no link holds it.
fn stems<'a>(linking: &Linking<'a>, side: Side, quoted: &QuotedText) -> Vec<&'a str> {
    if quoted.links > 0 || !quoted.must_link() && quoted.quotation.kind != QuotationKind::Indirect {
        return Vec::new();
    }
    let words = &linking.words[side];
    let content = quoted.units.iter().filter(|unit| unit.is_required() && unit.is_content());
    let cut =
        |stem: &'a str| if stem.len() > STEM && stem.is_ascii() { Span::new(0, STEM).of(stem) } else { stem };
    let stems = content.map(|unit| cut(words.vocabulary.folded(words.vocabulary.stem(unit.key))));
    stems.collect()
}
