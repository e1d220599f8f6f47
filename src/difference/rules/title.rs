//! A title or a role differs: *the minister* became *the secretary.*

use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "title",
    doc: "A title or a role differs.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "Whoever holds an office answers for it.",
    before: "The mayor of the town opened the new bridge.",
    after: "The governor of the town opened the new bridge.",
    finds: "Another office or role in the same place.",
    leaves: "Other words for one office: spokesperson and spokesman, CEO and chief executive. The title of somebody whose name differs, too. “Former” or “deputy” that came or went (rank).",
    weight: "Medium: a prompt, because one office has many names.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Title, |_| Some(Severity::Medium)),
};

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_office_is_a_prompt() {
        check(
            "The mayor left the town hall.",
            "The governor left the town hall.",
            &["medium title [-mayor-]{+governor+}"],
        );
        check(
            "Tom Hale, the deputy mayor, left the hall on foot.",
            "The mayor, Tom Hale, left the hall on foot.",
            &["medium title [-deputy mayor-]{+mayor+}"],
        );
    }
}
