//! A name, a title or a place differs.
//!
//! *Papadopoulos* became *Papadapoulos*, *Anna Berg* became *Anna Dahl.* Where each
//! article knows both names it may be a matter of whom a sentence mentions first, and
//! a title may be another word for the same office: prompts.

use std::collections::BTreeSet;

use super::fact::{Altered, report};
use super::{Evidence, Found, Rule};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "name",
    doc: "A name, a title or a place differs; high where one article does not know the other’s name at all.",
    kinds: &[DifferenceKind::Name],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    let known: Pair<BTreeSet<&str>> = Pair::from_fn(|side| {
        let mentions = evidence.facts().iter().filter_map(|fact| fact.mentions[side].as_ref());
        mentions.flat_map(|mention| mention.value.split(' ')).collect()
    });
    // names first: where the person is another, so is the office
    report(evidence, &RULE, DifferenceKind::Name, found, |altered| {
        (altered.fact.kind == FactKind::Name).then(|| severity(altered, &known))
    });
    report(evidence, &RULE, DifferenceKind::Name, found, |altered| match altered.fact.kind {
        // *Moscow* may stand for *Russia*, *the minister* for *the secretary*
        FactKind::Title | FactKind::Place => Some(Severity::Medium),
        FactKind::Name
        | FactKind::Number
        | FactKind::Money
        | FactKind::Percent
        | FactKind::Date
        | FactKind::Time => None,
    });
}

/// High where one of the names is nowhere in the other article.
fn severity(altered: &Altered<'_>, known: &Pair<BTreeSet<&str>>) -> Severity {
    let strange = |side: Side| {
        let words =
            |side: Side| altered.fact.mentions[side].iter().flat_map(|mention| mention.value.split(' '));
        words(side)
            .any(|word| !known[side.other()].contains(word) && words(side.other()).all(|other| other != word))
    };
    if altered.alone && Side::BOTH.into_iter().any(strange) { Severity::High } else { Severity::Medium }
}
