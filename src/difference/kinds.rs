//! What `--only` and `--fail-on` name: kinds of difference, or single rules of them.
//!
//! `number` is every number, sum, percentage and unit; `money` is what the rule of
//! that name finds. Invariant: a name is a kind wherever it is one, else a rule.

use super::rules::{RULES, Rule};
use super::{Difference, DifferenceKind};

/// A set of kinds, and of rules whose kinds are not in it as a whole; by default all kinds.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kinds(u128);

/// The bit of the first rule; those of the kinds precede it.
const RULE_BITS: usize = 24;

const _: () = assert!(DifferenceKind::ALL.len() <= RULE_BITS && RULES.len() <= 128 - RULE_BITS);

impl Kinds {
    /// Every kind.
    pub const ALL: Kinds = Kinds((1 << DifferenceKind::ALL.len()) - 1);

    /// No kind and no rule.
    pub const NONE: Kinds = Kinds(0);

    /// The kind of that name, else what the rule of that name finds.
    pub fn from_name(name: &str) -> Option<Kinds> {
        DifferenceKind::from_name(name).map(Kinds::from).or_else(|| Kinds::of_rule(name))
    }

    fn of_rule(name: &str) -> Option<Kinds> {
        let at = RULES.iter().position(|rule| rule.name == name)?;
        Some(Kinds(1 << (RULE_BITS + at)))
    }

    /// Whether the difference is one of these.
    pub fn contains(self, difference: &Difference) -> bool {
        self.meets(Kinds::of(difference))
    }

    /// Whether the two sets share a kind or a rule.
    pub fn meets(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// The kind of a difference and the rule that found it.
    pub fn of(difference: &Difference) -> Kinds {
        let rule = Kinds::of_rule(difference.rule).unwrap_or(Kinds::NONE);
        Kinds(Kinds::from(difference.kind).0 | rule.0)
    }

    /// The names of the kinds in it, in the order of the summary, then of the rules.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let kinds = DifferenceKind::ALL.iter().filter(move |kind| self.meets(Kinds::from(**kind)));
        let rules = RULES.iter().enumerate().filter(move |(at, _)| self.0 & 1 << (RULE_BITS + at) != 0);
        kinds.map(|kind| kind.name()).chain(rules.map(|(_, rule)| rule.name))
    }

    /// The rules that do not share their name with a kind: what may be named besides kinds.
    pub fn rules() -> impl Iterator<Item = &'static Rule> {
        RULES.iter().filter(|rule| DifferenceKind::from_name(rule.name).is_none())
    }
}

impl From<DifferenceKind> for Kinds {
    fn from(kind: DifferenceKind) -> Kinds {
        Kinds(1 << kind as u32)
    }
}

impl Default for Kinds {
    fn default() -> Kinds {
        Kinds::ALL
    }
}

impl FromIterator<Kinds> for Kinds {
    fn from_iter<I: IntoIterator<Item = Kinds>>(all: I) -> Kinds {
        Kinds(all.into_iter().fold(0, |set, each| set | each.0))
    }
}

impl std::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_kinds_gives_back_what_was_put_in() {
        let named =
            |names: &[&str]| names.iter().filter_map(|name| Kinds::from_name(name)).collect::<Kinds>();
        assert_eq!(named(&["typography", "number"]).names().collect::<Vec<_>>(), ["number", "typography"]);
        assert_eq!(named(&["money", "date"]).names().collect::<Vec<_>>(), ["date", "money"]);
        let all: Kinds = DifferenceKind::ALL.iter().copied().map(Kinds::from).collect();
        assert_eq!(all, Kinds::ALL);
        assert_eq!(Kinds::from_name("nothing"), None);
    }

    #[test]
    fn a_kind_covers_its_rules_and_a_rule_itself_alone() {
        let sample = crate::difference::sample::Sample::new("It cost $5m.", "It cost $6m.");
        let [sum] = &sample.differences()[..] else { panic!("one difference") };
        let covers = |name: &str| Kinds::from_name(name).is_some_and(|kinds| kinds.contains(sum));
        assert!(covers("number") && covers("money"));
        assert!(!covers("percent") && !covers("name"));
    }
}
