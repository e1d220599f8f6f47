//! A name differs: *Papadopoulos* became *Papadapoulos*, *Anna Berg* became *Anna Dahl.*

mod conjunct;
mod ending;
mod people;
mod spelled;

use std::collections::BTreeSet;

use super::fact::{Altered, report};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::facts::spelling::{differs_in_doubles, has_lost_letters};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "name",
    doc: "A name differs; high where one article does not know the other’s name at all.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::High,
    manual: Manual {
        reason: "A name spelled wrong is the commonest correction there is, and the wrong person is the dearest.",
        before: "The owner of the ferry, Anna Berg, left the meeting at noon.",
        after: "The owner of the ferry, Anna Dahl, left the meeting at noon.",
        finds: "Another person or organization, or another spelling of one, where nothing else was rewritten; letters that a conversion lost (Toms for Tomás); a name that one article spells in two ways; one of two names joined by “and” that is gone; a name of several words in another number; a word that is gone before the name of a people.",
        leaves: "Shorter and fuller forms of one name (Berg, Anna Berg), initials (NHA), diacritics that one house drops. A name for a pronoun or a role.",
        weight: "High where one article does not know the other’s name at all; medium where both know both, because it may be a matter of whom a sentence mentions first, and for all that only looks misspelt or gone.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    let known = known(evidence);
    report(evidence, &RULE, FactKind::Name, found, |altered| {
        let strange = Side::BOTH.into_iter().any(|side| is_strange(altered, &known, side));
        let values = altered.values();
        // two houses write one name *Mohammed* and *Mohamed*
        let is_doubtful =
            has_lost_letters(values.left, values.right) || differs_in_doubles(values.left, values.right);
        let sure = altered.alone && strange && !is_doubtful;
        Some(if sure { Severity::High } else { Severity::Medium })
    });
    spelled::find(evidence, found);
    conjunct::find(evidence, found);
    ending::find(evidence, found);
    people::find(evidence, found);
}

/// The words of all names, places and the like that each article has.
pub(super) fn known<'a>(evidence: &Evidence<'a>) -> Pair<BTreeSet<&'a str>> {
    Pair::from_fn(|side| {
        let mentions = evidence.facts().iter().filter_map(|fact| fact.mentions[side].as_ref());
        mentions.flat_map(|mention| mention.value.split(' ')).collect()
    })
}

/// Whether the other article does not know a side’s name at all.
pub(super) fn is_strange(altered: &Altered<'_>, known: &Pair<BTreeSet<&str>>, side: Side) -> bool {
    let words = |side: Side| altered.fact.mentions[side].iter().flat_map(|mention| mention.value.split(' '));
    words(side)
        .any(|word| !known[side.other()].contains(word) && words(side.other()).all(|other| other != word))
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
    fn letters_that_were_lost_are_a_prompt() {
        check(
            "Then Tomás Berg left Oslo.",
            "Then Toms Berg left Oslo.",
            &["medium name [-Tomás Berg-]{+Toms Berg+}"],
        );
        check("Then Tomás Berg left Oslo.", "Then Tomas Berg left Oslo.", &[]);
    }

    #[test]
    fn a_name_spelled_otherwise_is_found_in_other_words() {
        check(
            "Then old Anna Halvorsen left Oslo on a boat.",
            "She left on a boat, Anna Halversen, from Oslo.",
            &["medium name [-Anna Halvorsen-]{+Anna Halversen+}"],
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
}
