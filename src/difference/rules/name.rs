//! A name, a title or a place differs.
//!
//! *Papadopoulos* became *Papadapoulos*, *Anna Berg* became *Anna Dahl.* Where each
//! article knows both names it may be a matter of whom a sentence mentions first, and
//! a title may be another word for the same office: prompts. *the former mayor* is
//! not the mayor.

use std::collections::BTreeSet;

use super::fact::{Altered, report};
use super::{Evidence, Found, Rule};
use crate::difference::{Difference, DifferenceKind, FactKind, Severity};
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
        (altered.fact.kind == FactKind::Name).then(|| {
            let strange = Side::BOTH.into_iter().any(|side| is_strange(altered, &known, side));
            if altered.alone && strange { Severity::High } else { Severity::Medium }
        })
    });
    report(evidence, &RULE, DifferenceKind::Name, found, |altered| match altered.fact.kind {
        // *the minister* may be *the secretary*
        FactKind::Title => Some(Severity::Medium),
        // *Moscow* may stand for *Russia*, unless each article knows only its own
        FactKind::Place => {
            let strange = Side::BOTH.into_iter().all(|side| is_strange(altered, &known, side));
            Some(if altered.alone && strange { Severity::High } else { Severity::Medium })
        }
        FactKind::Name
        | FactKind::Number
        | FactKind::Money
        | FactKind::Percent
        | FactKind::Date
        | FactKind::Time => None,
    });
    ranks(evidence, found);
}

/// Whether the other article does not know a side’s name at all.
fn is_strange(altered: &Altered<'_>, known: &Pair<BTreeSet<&str>>, side: Side) -> bool {
    let words = |side: Side| altered.fact.mentions[side].iter().flat_map(|mention| mention.value.split(' '));
    words(side)
        .any(|word| !known[side.other()].contains(word) && words(side.other()).all(|other| other != word))
}

/// *the former mayor* became *the mayor*: a word that makes an office another one
/// came or went.
fn ranks(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        for edit in edits {
            let side = match (edit.spans.left, edit.spans.right) {
                (Some(_), None) => Side::Left,
                (None, Some(_)) => Side::Right,
                _ => continue,
            };
            let words = evidence.words(side, bead, edit.spans[side]);
            let [(token, folded)] = words[..] else { continue };
            if !is_rank(folded) || found.covers(id, edit.spans) || evidence.is_quoted(side, token.word) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Name,
                severity: Severity::Medium,
                spans: edit.spans,
                rule: RULE.name,
                why: format!("check: the title may differ: {}.", evidence.show_pair(edit.spans)),
            });
        }
    }
}

fn is_rank(folded: &str) -> bool {
    matches!(folded, "deputy" | "vice" | "assistant" | "acting" | "interim" | "former" | "ex" | "onetime")
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_name_that_the_other_article_does_not_know_is_high() {
        check(
            "Then Anna Berg left Oslo.",
            "Then Anna Dahl left Oslo.",
            &["high name [-Anna Berg-]{+Anna Dahl+}"],
        );
    }

    #[test]
    fn names_that_both_know_are_a_prompt() {
        check(
            "Then Berg left town.\nThen Dahl left town.",
            "Then Dahl left town.\nThen Berg left town.",
            &["medium name [-Berg-]{+Dahl+}", "medium name [-Dahl-]{+Berg+}"],
        );
    }

    #[test]
    fn a_word_that_makes_another_office_is_a_prompt() {
        check(
            "The former mayor left the town hall.",
            "The mayor left the town hall.",
            &["medium name [-former-]"],
        );
    }

    #[test]
    fn a_place_that_the_other_article_does_not_know_is_high() {
        check(
            "They left Lisbon on the old ship.",
            "They left Vienna on the old ship.",
            &["high name [-Lisbon-]{+Vienna+}"],
        );
    }
}
