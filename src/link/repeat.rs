//! Quotations that an article repeats: in the lead a few words, the whole of it below, or all of it twice.
//!
//! Asked when pairs and runs are found: a quotation in marks that is still alone is looked for among
//! all the words in marks of the other side, those that are linked already and those of scare quotes
//! and headlines, too. *“a piece of history”* in a lead answers *“This is a piece of island
//! history”*, wherever the repetition of that one is. Such a link is judged by itself: what it
//! holds is none of the other links’ words. Invariant: both sides’ candidates are chosen before any is linked.

use std::cmp::Reverse;

use crate::quotation::SpeakerState;
use crate::text::{Pair, Side};
use crate::words::Key;

use super::align::Match;
use super::evidence::{is_content, longest_run};
use super::judge::{Verdict, judge};
use super::linking::{Case, Linking, QuotedText, Taken, TextMatch};
use super::pairing::{Groups, groups};

/// The fewest words in a run that make a quotation by themselves, without words of content: *We will not
/// forget it.*
const PHRASE: usize = 5;
/// The most quotations that one is compared with.
const RIVALS: usize = 12;
/// The most words that may be between those of the short one.
const BETWEEN: usize = 2;

/// Links what is alone with what it repeats, and judges each link by itself.
pub(super) fn link_repeats(linking: &mut Linking, verdicts: &mut Vec<Verdict>) {
    let content = |_, quoted: &QuotedText| -> Vec<Key> {
        let content = quoted.units.iter().filter(|unit| quoted.is_searchable() && unit.is_content());
        content.map(|unit| unit.key).collect()
    };
    let holders = groups(linking, content);
    let mut found: Vec<TextMatch> = Vec::new();
    for side in Side::BOTH {
        for (n, quoted) in linking.texts[side].iter().enumerate() {
            if quoted.must_link() && quoted.links == 0 {
                found.extend(repeated(linking, (side, n), &holders));
            }
        }
    }
    verdicts.extend(found.iter().map(|link| {
        let texts = linking.pair(link.places).map(QuotedText::freed);
        judge(&Case { texts: texts.as_ref(), ..linking.case(link) }, Pair::default())
    }));
    for link in &found {
        for side in Side::BOTH {
            linking.texts[side][link.places[side]].links += 1;
        }
    }
    linking.links.extend(found);
}

/// The link with what a quotation repeats, where all of its words are there in order.
fn repeated(linking: &Linking, (side, n): (Side, usize), holders: &Groups<Key>) -> Option<TextMatch> {
    let quoted = &linking.texts[side][n];
    let across =
        quoted.units.iter().filter_map(|unit| holders.get(&unit.key)).map(|both| &both[side.other()]);
    let rarest = across.filter(|holders| !holders.is_empty()).min_by_key(|holders| holders.len())?;
    let candidates = rarest.iter().take(RIVALS).filter_map(|other| {
        let mut places = Pair::new(n, n);
        places[side.other()] = *other;
        let matches = linking.align(places, Taken::Free);
        let (first, last) = matches.first().zip(matches.last())?;
        let length = last[side.other()] + 1 - first[side.other()];
        let is_whole = matches.len() >= quoted.required && length <= matches.len() + BETWEEN;
        let rank = (Reverse(matches.len()), linking.distance(places), *other);
        (is_whole && is_supported(linking, places, &matches)).then_some((rank, TextMatch { places, matches }))
    });
    candidates.min_by_key(|(rank, _)| *rank).map(|(_, link)| link)
}

/// Whether it is surely one quotation: by several words of content, or by the speaker.
fn is_supported(linking: &Linking, places: Pair<usize>, matches: &[Match]) -> bool {
    let units = linking.pair(places).map(|quoted| quoted.units.as_slice());
    match linking.speaker(places) {
        SpeakerState::Changed => false,
        SpeakerState::Same => true,
        SpeakerState::Unknown => {
            let content = matches.iter().filter(|at| is_content(units, **at)).count();
            content >= 2 || longest_run(matches) >= PHRASE
        }
    }
}
