//! Names that look misspelt: letters that a conversion lost (*So Paulo*), and a name
//! that occurs once where the same articles have another spelling of it.

use std::collections::BTreeMap;

use super::evidence::{Evidence, is_reworded};
use super::finding::{Aspect, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::BeadId;
use crate::difference::facts::spelling::{has_lost_letters, is_slip};
use crate::difference::{DifferenceKind, EditOp, FactKind, Severity};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "name-spelling",
    doc: "A name looks misspelt: it has lost letters, or is spelled otherwise everywhere else.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "A name spelled wrong is the commonest correction there is.",
    before: "They left the hills of the V&V again on Monday.\n\nThen Vashmir was calm for a day.",
    after: "They left the hills of Vasmir again on Monday.\n\nThen Vashmir was calm for a day.",
    finds: "A name that lacks letters that the other side has (“Toms” and “Tomás”, “So” and “São”); a name that occurs once and differs by a letter from one that occurs more often.",
    leaves: "Names of lists (first names, places), diacritics that one house drops, words inside quotation marks.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Articles(find),
};

fn find(evidence: &Evidence<'_>) -> Vec<Finding> {
    [lost_letters(evidence), slips(evidence)].concat()
}

/// *São* became *So*.
fn lost_letters(evidence: &Evidence<'_>) -> Vec<Finding> {
    let swapped = evidence.beads().filter(|(_, bead, _)| is_reworded(bead)).flat_map(|(id, _, edits)| {
        let swapped = edits.iter().filter(|edit| edit.op == EditOp::Replace);
        swapped.filter_map(move |edit| Some((id, edit.spans.both()?)))
    });
    let words = swapped.flat_map(|(id, spans)| {
        let words = Pair::from_fn(|side| evidence.tokens(side, spans[side]));
        let is_one_to_one = words.left.len() == words.right.len();
        let pairs = words.left.iter().zip(words.right).filter(move |_| is_one_to_one);
        pairs.map(move |(left, right)| (id, Pair::new(left.word, right.word)))
    });
    let lost = words.filter(|(_, spans)| {
        let raw = Pair::from_fn(|side| evidence.slice(side, spans[side]));
        let is_name = raw.left.starts_with(char::is_uppercase) || raw.right.starts_with(char::is_uppercase);
        let is_quoted = || Side::BOTH.into_iter().any(|side| evidence.is_quoted(side, spans[side]));
        is_name && has_lost_letters(raw.left, raw.right) && !is_quoted()
    });
    lost.map(|(id, spans)| Finding::check(id, spans.map(Some), Reason::Differs(Aspect::Spelling))).collect()
}

/// *Kasmir*, once, where *Kashmir* occurs elsewhere.
fn slips(evidence: &Evidence<'_>) -> Vec<Finding> {
    /// The most names whose spellings are compared; no article has so many, a list of names may.
    const MOST: usize = 1_000;
    let names = names(evidence);
    if names.len() > MOST {
        return Vec::new();
    }
    let found = names.iter().filter(|(_, seen)| seen.count == 1).filter_map(|(name, seen)| {
        let (bead, side, span) = seen.at;
        let (lexicon, lower) = (evidence.lexicon(side), name.to_lowercase());
        let is_known = lexicon.given_names.contains(&lower) || lexicon.places.contains(&lower);
        // comparing the first letters costs less than comparing all
        let is_usual = |other: &str, seen: &Seen| {
            seen.count > 1 && name.chars().next() == other.chars().next() && is_slip(name, other)
        };
        let (usual, _) = names.iter().find(|(other, seen)| is_usual(other, seen)).filter(|_| !is_known)?;
        let reason = Reason::SpelledElsewhere(side, (*usual).to_owned());
        (is_reworded(evidence.bead(bead)) && !evidence.is_quoted(side, span))
            .then(|| Finding::check(bead, Pair::only(side, span), reason))
    });
    found.collect()
}

/// How often a name occurs in both articles, and where first.
struct Seen {
    count: usize,
    at: (BeadId, Side, Span),
}

/// The words of all names and places, by their letters.
fn names<'a>(evidence: &Evidence<'a>) -> BTreeMap<&'a str, Seen> {
    let mut names: BTreeMap<&'a str, Seen> = BTreeMap::new();
    for fact in evidence.facts().iter().filter(|fact| matches!(fact.kind, FactKind::Name | FactKind::Place)) {
        for side in Side::BOTH {
            let Some(mention) = &fact.mentions[side] else { continue };
            for token in evidence.tokens(side, mention.span) {
                let raw = evidence.slice(side, token.word);
                let raw = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
                if raw.starts_with(char::is_uppercase) && raw.contains(char::is_lowercase) {
                    let at = (fact.bead, side, token.word);
                    names.entry(raw).or_insert(Seen { count: 0, at }).count += 1;
                }
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_letter_that_a_conversion_lost() {
        check(
            "They left São Marda then.",
            "They left So Marda then.",
            &["medium name-spelling [-São-]{+So+}"],
        );
    }

    #[test]
    fn a_name_spelled_otherwise_in_the_same_article() {
        check(
            "They left the hills of the V&V again.\nThen Vashmir was calm.",
            "They left the hills of Vasmir again.\nThen Vashmir was calm.",
            &["medium name-spelling {+Vasmir+}"],
        );
    }
}
