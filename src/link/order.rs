//! Pieces of a quotation that the other article has apart, or in another order.
//!
//! *“A … D,”* for *“A,”* and, two paragraphs later, *“C and D”* reads as if it had been said in one
//! breath. Exchanging the sides gives the same alarms.

use std::collections::BTreeMap;

use crate::quotation::{Alarm, EditManner, QuotationEdit};
use crate::text::{Pair, Side};
use crate::words::Key;

use super::fragments::spans_of;
use super::linking::{Case, Linking};
use super::units::{Trait, Unit};

/// The fewest words of a passage: single words are quoted again in any order.
const PASSAGE: usize = 3;

/// The links whose words directly follow those of another link, although the other article has them
/// apart or the other way round.
pub(super) fn joined(linking: &Linking) -> Vec<(usize, Alarm)> {
    let mut found = Vec::new();
    for side in Side::BOTH {
        let mut of_place: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, link) in linking.links.iter().enumerate() {
            let texts = linking.pair(link.places);
            if link.matches.len() >= PASSAGE && texts.left.quotation.marked && texts.right.quotation.marked {
                of_place.entry(link.places[side]).or_default().push(n);
            }
        }
        for links in of_place.values_mut() {
            links.sort_by_key(|n| linking.links[*n].matches.first().map(|at| at[side]));
            let pairs = links.windows(2).map(|pair| (pair[0], pair[1]));
            found
                .extend(pairs.filter_map(|(before, next)| Some((next, alarm(linking, side, before, next)?))));
        }
    }
    found
}

/// What is wrong with two links that follow each other in a quotation of one side.
fn alarm(linking: &Linking, side: Side, before: usize, next: usize) -> Option<Alarm> {
    let (before, next) = (&linking.links[before], &linking.links[next]);
    let (last, first) = (*before.matches.last()?, *next.matches.first()?);
    let quoted = &linking.texts[side][next.places[side]].units;
    let between = quoted.get(last[side] + 1..=first[side])?;
    // the attribution between two pieces says that they are two
    if between.iter().any(|unit| unit.is(Trait::Fragment)) {
        return None;
    }
    let other = side.other();
    let token = |place: usize, at: usize| linking.texts[other][place].units[at].token as usize;
    let (from, to) = (token(before.places[other], last[other]), token(next.places[other], first[other]));
    if to < from {
        return Some(Alarm::Order);
    }
    has_narration(linking, other, from + 1, to).then_some(Alarm::Spliced)
}

/// Whether a whole sentence without quoted words is between two tokens.
fn has_narration(linking: &Linking, side: Side, from: usize, to: usize) -> bool {
    let words = &linking.words[side];
    let mut start = None;
    (from..=to).filter(|at| words.units[*at].is(Trait::Sentence)).any(|at| {
        let before: Option<usize> = start.replace(at);
        before.is_some_and(|before| !words.quoted[before..at].contains(&true))
    })
}

/// The edits of a quotation that has all words of the other in another order; none if it has not.
pub(super) fn reordered(case: &Case) -> Option<Vec<QuotationEdit>> {
    let moved = Pair::from_fn(|side| {
        let mut matched = case.matches.iter().map(|at| at[side]).peekable();
        let is_moved = |(at, unit): &(usize, &Unit)| matched.next_if_eq(at).is_none() && unit.is_required();
        let units = case.units()[side].iter().enumerate();
        units.filter(is_moved).map(|(_, unit)| *unit).collect::<Vec<Unit>>()
    });
    // a list in another order is one sentence with edits
    let begins =
        |units: &Vec<Unit>| units.first().is_some_and(|unit| unit.is(Trait::Sentence | Trait::Fragment));
    if moved.left.len() < PASSAGE || !begins(&moved.left) || !begins(&moved.right) {
        return None;
    }
    let sorted = moved.as_ref().map(|units| {
        let mut keys: Vec<Key> = units.iter().map(|unit| unit.key).collect();
        keys.sort_unstable();
        keys
    });
    if sorted.left != sorted.right {
        return None;
    }
    let edit = |side: Side| {
        let spans = spans_of(&case.words[side], &moved[side]);
        spans.into_iter().map(move |span| QuotationEdit {
            spans: Pair::only(side, span),
            manner: EditManner::Moved,
            alarms: Vec::new(),
        })
    };
    Some(edit(Side::Left).chain(edit(Side::Right)).collect())
}
