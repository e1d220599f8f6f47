//! The output of `pressdiff explain`: the list of rules, or the page of one rule.
//!
//! The text is in the files of the rules; this module lays it out.

use std::fmt::Write as _;

use crate::difference::{DifferenceKind, Rule, rules::RULES};
use crate::text::Span;
use crate::text::wrap::wrap;

/// The width of the text, in columns.
const WIDTH: usize = 78;

/// All rules, with name, kind, highest severity and description, one on each line.
pub(super) fn list() -> String {
    let name = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let kind = RULES.iter().map(|rule| kinds(rule).len()).max().unwrap_or_default();
    let mut text = format!("{:name$}  {:kind$}  {:8}\n", "rule", "kind", "up to");
    for rule in RULES {
        let (kinds, severity) = (kinds(rule), rule.severity.name());
        let _ = writeln!(text, "{:name$}  {kinds:kind$}  {severity:8}  {}", rule.name, rule.doc);
    }
    text.push_str("\npressdiff explain RULE tells more of one.\n");
    text
}

/// The page of one rule: its purpose, an example, what it finds and what it ignores.
pub(super) fn page(rule: &Rule) -> String {
    let mut text = format!("{}  (kind {}, up to {})\n\n", rule.name, kinds(rule), rule.severity.name());
    text.push_str(&set("", rule.doc));
    text.push('\n');
    text.push_str(&set("Why      ", rule.purpose));
    text.push('\n');
    for (label, side) in [("Left     ", rule.before), ("Right    ", rule.after)] {
        for (at, line) in side.lines().filter(|line| !line.is_empty()).enumerate() {
            text.push_str(&set(if at == 0 { label } else { "         " }, line));
        }
    }
    text.push('\n');
    text.push_str(&set("Finds    ", rule.finds));
    text.push_str(&set("Leaves   ", rule.leaves));
    text.push_str(&set("Severity ", rule.weight));
    let covered: Vec<&str> = covered(rule).map(|other| other.name).collect();
    if !covered.is_empty() {
        let kind = rule.name;
        let more =
            format!("--only {kind} and --fail-on {kind} also name what is found by {}.", covered.join(", "));
        text.push('\n');
        text.push_str(&set("", &more));
    }
    text
}

/// The other rules of the kind that has the rule’s name.
fn covered(rule: &Rule) -> impl Iterator<Item = &'static Rule> {
    let kind = DifferenceKind::from_name(rule.name);
    let name = rule.name;
    RULES
        .iter()
        .filter(move |other| other.name != name && kind.is_some_and(|kind| other.kinds.contains(&kind)))
}

/// The kinds of a rule: `added, omitted`.
pub(super) fn kinds(rule: &Rule) -> String {
    rule.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
}

/// A paragraph after a label, with its further lines below the first.
fn set(label: &str, words: &str) -> String {
    let indent = " ".repeat(label.len());
    let lines = wrap(words, Span::whole(words), WIDTH - label.len());
    let mut text = String::new();
    for (at, line) in lines.into_iter().enumerate() {
        let lead = if at == 0 { label } else { &indent };
        text.push_str(format!("{lead}{}", line.of(words).trim_end()).trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page_that_fits() {
        for rule in RULES {
            let page = page(rule);
            assert!(page.contains(rule.name) && page.contains("Why "), "{page}");
            assert!(page.lines().all(|line| line.chars().count() <= WIDTH), "{page}");
            assert!(list().contains(rule.name));
        }
    }

    #[test]
    fn a_kind_tells_which_other_rules_it_covers() {
        let number = Rule::from_name("number").map(page).unwrap_or_default();
        assert!(number.contains("by changed-places,\nmoney, percent, unit, value-elsewhere."), "{number}");
    }
}
