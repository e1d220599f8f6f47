//! A title or a role differs: *the minister* became *the deputy minister.*

mod post;
mod rank;

use super::fact::report;
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, FactKind, Severity};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "title",
    doc: "A title or a role differs, or a word that makes it another: former, deputy, acting.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    manual: Manual {
        reason: "A deputy is promoted by a slip, a former mayor is mayor again.",
        before: "The former mayor of the town opened the new bridge.",
        after: "The mayor of the town opened the new bridge.",
        finds: "Another office or role in the same place; “former”, “deputy”, “chief”, “acting” and their like that came or went before one, wherever it stands in the sentence; “runs” or “founded” that became “works for”.",
        leaves: "Other words for one office: spokesperson and spokesman, CEO and chief executive. The title of somebody whose name differs, too.",
        weight: "Medium: a prompt, because one office has many names.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    // *the minister* may be *the secretary*
    report(evidence, &RULE, FactKind::Title, found, |_| Some(Severity::Medium));
    ranks(evidence, found);
    rank::find(evidence, found);
    post::find(evidence, found);
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
            let ranks = evidence.lexicon(side).ranks;
            if !ranks.contains(folded)
                || ranks.has(folded, "before-role")
                || found.covers(id, edit.spans)
                || evidence.is_quoted(side, token.word)
            {
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
    }

    #[test]
    fn a_word_that_makes_another_office_is_a_prompt() {
        check(
            "The former mayor left the town hall.",
            "The mayor left the town hall.",
            &["medium title [-former-]"],
        );
    }
}
