//! Whether two attributions have one speaker.
//!
//! Each article says who its speakers are: by name, by a title or role that it introduces the
//! name with, by a pronoun. *Same* is said only if both mentions resolve to one person or body.
//! A role is somebody’s own: *a spokesman for Hill*, *her deputy* and *a rival of Hill* are not
//! Hill. Invariant: exchanging the sides changes nothing.

use crate::quotation::{Attribution, Confidence, Party, Reference, Sort, SpeakerState};
use crate::text::{Pair, Side};

use super::agreement::{Agreement, differ_in_gender};
use super::names;
use super::roles;

/// Whether the names alone say that the speakers are the same or two, for choosing between
/// quotations.
pub(super) fn by_names(attributions: Pair<&Attribution>) -> SpeakerState {
    state_of(attributions, agreement(attributions, |_, _| true), Agreement::Two)
}

/// Whether the speakers are the same; `has_name` says whether an article names a party of the other.
pub(super) fn state(
    attributions: Pair<&Attribution>,
    has_name: impl Fn(Side, &Party) -> bool,
) -> SpeakerState {
    state_of(attributions, agreement(attributions, has_name), Agreement::Other)
}

/// What an agreement comes to; up to `changed`, speakers that are surely known are two.
fn state_of(
    attributions: Pair<&Attribution>,
    agreement: Option<Agreement>,
    changed: Agreement,
) -> SpeakerState {
    let is_strong = |side: Side| attributions[side].confidence == Confidence::Strong;
    match agreement {
        Some(Agreement::One) => SpeakerState::Same,
        Some(found) if found <= changed && Side::BOTH.into_iter().all(is_strong) => SpeakerState::Changed,
        Some(_) | None => SpeakerState::Unknown,
    }
}

/// Whether each article gives a name by a strong rule, and the names cannot be one.
pub fn names_two(attributions: Pair<&Attribution>) -> bool {
    by_names(attributions) == SpeakerState::Changed
}

/// Whether each is a person of another name, however surely that is known.
pub(super) fn are_two(attributions: Pair<&Attribution>) -> bool {
    let people =
        attributions.map(|found| found.parties.iter().filter(|party| is_named_person(party)).count());
    people.left > 0 && people.right > 0 && agreement(attributions, |_, _| true) < Some(Agreement::Perhaps)
}

fn is_named_person(party: &Party) -> bool {
    party.sort == Sort::Person && !party.name.is_empty()
}

/// How far the speakers agree who agree least; none if a side has nobody.
fn agreement(attributions: Pair<&Attribution>, has_name: impl Fn(Side, &Party) -> bool) -> Option<Agreement> {
    let parties = attributions.map(|attribution| attribution.parties.as_slice());
    let best = |side: Side, own: &Party| {
        let others = parties[side.other()].iter();
        others.map(|other| of_two(Pair::new(own, other), side, &has_name)).max()
    };
    let each = Side::BOTH.into_iter().flat_map(|side| parties[side].iter().map(move |own| (side, own)));
    let mut least = None;
    let mut shares = false;
    for (side, own) in each {
        let best = best(side, own)?;
        shares |= best == Agreement::One;
        least = Some(least.map_or(best, |least: Agreement| least.min(best)));
    }
    // *Lund and Oakes* and *Lund* share a speaker
    if shares { least.map(|least| least.max(Agreement::Other)) } else { least }
}

/// How far two parties agree; the first is of `side`.
fn of_two(parties: Pair<&Party>, side: Side, has_name: &impl Fn(Side, &Party) -> bool) -> Agreement {
    let Pair { left: one, right: two } = parties;
    let is_named = Pair::new(has_name(side, two), has_name(side.other(), one));
    let agreement = match (one.name.is_empty(), two.name.is_empty()) {
        (false, false) => names::agreement(one, two),
        (false, true) => roles::of_name(one, two, is_named.right),
        (true, false) => roles::of_name(two, one, is_named.left),
        (true, true) => roles::agreement(one, two),
    };
    soften(soften(agreement, one, two, is_named.left), two, one, is_named.right)
}

/// A pronoun that an article resolves to one name may mean the other, if the article has it and
/// the gender fits.
fn soften(agreement: Agreement, own: &Party, other: &Party, is_named: bool) -> Agreement {
    let fits = !differ_in_gender(own, other);
    match own.reference {
        Reference::Pronoun if agreement < Agreement::Perhaps && is_named && fits => Agreement::Perhaps,
        // only a name in both articles is beyond doubt
        Reference::Pronoun | Reference::Description => match agreement {
            Agreement::Two => Agreement::Other,
            Agreement::Other | Agreement::Perhaps | Agreement::One => agreement,
        },
        Reference::Name => agreement,
    }
}
