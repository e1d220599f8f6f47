//! A name differs: *Papadopoulos* became *Papadapoulos*, *Anna Berg* became *Anna Dahl.*

use super::altered_value::AlteredValue;
use super::rule::{Find, Rule, Yields};
use crate::difference::facts::spelling::{differs_in_doubles, has_lost_letters};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "name",
    doc: "A name differs; high where one article does not know the other’s name at all.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::High,
    purpose: "A name spelled wrong is the commonest correction there is, and the wrong person is the dearest.",
    before: "The owner of the ferry, Anna Berg, left the meeting at noon.",
    after: "The owner of the ferry, Anna Dahl, left the meeting at noon.",
    finds: "Another person or organization, or another spelling of one, where nothing else was rewritten.",
    leaves: "Shorter and fuller forms of one name (Berg, Anna Berg), initials (NHA), diacritics that one house drops. A name for a pronoun or a role.",
    weight: "High where one article does not know the other’s name at all; medium where both know both, because it may be a matter of whom a sentence mentions first, and for what only looks misspelt.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Name, |value| Some(severity(value))),
};

fn severity(value: &AlteredValue<'_>) -> Severity {
    let names = value.mentions.map(|mention| mention.value.to_string());
    // two houses write one name *Mohammed* and *Mohamed*
    let is_doubtful =
        has_lost_letters(&names.left, &names.right) || differs_in_doubles(&names.left, &names.right);
    let is_unknown = Side::BOTH.into_iter().any(|side| value.is_unknown_across(side));
    let is_sure = value.is_alone && is_unknown && !is_doubtful;
    if is_sure { Severity::High } else { Severity::Medium }
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
