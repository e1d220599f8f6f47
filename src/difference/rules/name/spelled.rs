//! Names that look misspelt: letters that a conversion lost (*So Paulo*), and a name
//! that stands once where the same articles have another spelling of it.

use std::collections::BTreeMap;

use super::RULE;
use crate::alignment::BeadId;
use crate::difference::facts::spelling::{has_lost_letters, is_slip};
use crate::difference::rules::{Evidence, Found};
use crate::difference::{Difference, DifferenceKind, EditOp, FactKind, Severity};
use crate::text::{Pair, Side, Span};

/// The most names whose spellings are compared; no article has so many, a list of names may.
const MOST: usize = 1_000;

pub(super) fn find(evidence: &Evidence<'_>, found: &mut Found) {
    lost(evidence, found);
    slips(evidence, found);
}

/// *São* became *So*.
fn lost(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        for edit in edits.iter().filter(|edit| edit.op == EditOp::Replace) {
            let words = Pair::from_fn(|side| evidence.words(side, bead, edit.spans[side]));
            if words.left.len() != words.right.len() {
                continue;
            }
            for ((left, _), (right, _)) in words.left.iter().zip(&words.right) {
                let spans = Pair::new(left.word, right.word);
                let raw = Pair::from_fn(|side: Side| evidence.article(side).slice(spans[side]));
                let is_name =
                    raw.left.starts_with(char::is_uppercase) || raw.right.starts_with(char::is_uppercase);
                let spans = spans.map(Some);
                let quoted = Side::BOTH
                    .into_iter()
                    .any(|side| spans[side].is_some_and(|span| evidence.is_quoted(side, span)));
                if is_name && !quoted && has_lost_letters(raw.left, raw.right) && !found.covers(id, spans) {
                    let why = format!("check: the name is spelled otherwise: {}.", evidence.show_pair(spans));
                    push(found, id, spans, why);
                }
            }
        }
    }
}

/// How often a name stands in both articles, and where first.
struct Seen {
    count: usize,
    at: (BeadId, Side, Span),
}

/// *Kasmir*, once, where *Kashmir* stands elsewhere.
fn slips(evidence: &Evidence<'_>, found: &mut Found) {
    let names = names(evidence);
    if names.len() > MOST {
        return;
    }
    for (name, seen) in names.iter().filter(|(_, seen)| seen.count == 1) {
        let (bead, side, span) = seen.at;
        let is_known = evidence.lexicon(side).given_names.contains(&name.to_lowercase())
            || evidence.lexicon(side).places.contains(&name.to_lowercase());
        let alike = names
            .iter()
            .find(|(other, seen)| seen.count > 1 && begins_alike(name, other) && is_slip(name, other));
        let Some((other, _)) = alike.filter(|_| !is_known) else { continue };
        let spans = Pair::from_fn(|of: Side| if of == side { Some(span) } else { None });
        let reworded = evidence.reworded().any(|(id, _, _)| id == bead);
        if !reworded || found.covers(bead, spans) || evidence.is_quoted(side, span) {
            continue;
        }
        let shown = evidence.show(side, span);
        push(found, bead, spans, format!("check: {shown} is spelled “{other}” elsewhere."));
    }
}

/// A look that costs less than comparing letters.
fn begins_alike(one: &str, two: &str) -> bool {
    one.chars().next() == two.chars().next() && one.len().abs_diff(two.len()) <= 4
}

/// The words of all names and places, by their letters.
fn names<'a>(evidence: &Evidence<'a>) -> BTreeMap<&'a str, Seen> {
    let mut names: BTreeMap<&'a str, Seen> = BTreeMap::new();
    for fact in evidence.facts().iter().filter(|fact| matches!(fact.kind, FactKind::Name | FactKind::Place)) {
        for side in Side::BOTH {
            let Some(mention) = &fact.mentions[side] else { continue };
            let bead = evidence.bead(fact.bead);
            for (token, _) in evidence.words(side, bead, Some(mention.span)) {
                let raw = evidence.article(side).slice(token.word);
                let raw = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
                let is_name = raw.starts_with(char::is_uppercase) && raw.contains(char::is_lowercase);
                if is_name {
                    let at = (fact.bead, side, token.word);
                    names.entry(raw).or_insert(Seen { count: 0, at }).count += 1;
                }
            }
        }
    }
    names
}

fn push(found: &mut Found, bead: BeadId, spans: Pair<Option<Span>>, why: String) {
    let (kind, severity, rule) = (DifferenceKind::Name, Severity::Medium, RULE.name);
    found.push(Difference { bead, kind, severity, spans, rule, why });
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_letter_that_a_conversion_lost() {
        check("They left São Marda then.", "They left So Marda then.", &["medium name [-São-]{+So+}"]);
    }

    #[test]
    fn a_name_spelled_otherwise_in_the_same_article() {
        check(
            "They left the hills of the V&V again.\nThen Vashmir was calm.",
            "They left the hills of Vasmir again.\nThen Vashmir was calm.",
            &["medium name {+Vasmir+}"],
        );
    }
}
