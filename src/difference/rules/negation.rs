//! A *not* or *never* came or went.
//!
//! *He did not sign* became *He signed*: one short word, and the story says the
//! opposite. High where nothing else differs; a prompt where words around it differ,
//! too; nothing where the statement is told in other words.

use super::turn::{Turn, turn};
use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Severity};
use crate::lexicon::WordClass;
use crate::text::{Pair, Side, Token};

pub(super) const RULE: Rule = Rule {
    name: "negation",
    doc: "A “not” or “never” came or went.",
    kinds: &[DifferenceKind::Negation],
    severity: Severity::High,
    manual: Manual {
        reason: "One short word, and the story says the opposite.",
        before: "The minister did not sign the treaty on the old border.",
        after: "The minister did sign the treaty on the old border.",
        finds: "A “not”, “never”, “no” or “nobody” that only one side has, with its statement on both.",
        leaves: "“not able” for “unable”, “not only”, “No. 10”, words inside quotation marks, a clause that one side leaves out, statements told in quite other words.",
        weight: "High where nothing else differs there, medium and a prompt where words around it do.",
    },
    find,
};

/// The most words of an edit that still turns a sentence rather than replaces it.
const LONGEST: usize = 8;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let all = Pair::from_fn(|side| {
            let negations = evidence.lexicon(side).negations;
            evidence.all_words(side, bead).iter().filter(|(_, folded)| negations.contains(folded)).count()
        });
        if all.left == all.right {
            continue;
        }
        let side = if all.left > all.right { Side::Left } else { Side::Right };
        for edit in edits {
            let Some(severity) = turns(evidence, bead, edit, side) else { continue };
            if found.covers(id, edit.spans) {
                continue;
            }
            let shown = evidence.show_pair(edit.spans);
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Negation,
                severity,
                spans: edit.spans,
                rule: RULE.name,
                why: if severity == Severity::High {
                    format!("A negation came or went: {shown}.")
                } else {
                    format!("check: a negation may have come or gone: {shown}.")
                },
            });
        }
    }
}

/// Whether `side` has a negation in an edit and the other side has nothing like it.
fn turns(evidence: &Evidence<'_>, bead: &Bead, edit: &Edit, side: Side) -> Option<Severity> {
    if edit.op == EditOp::Equal {
        return None;
    }
    let words = Pair::from_fn(|side| evidence.words(side, bead, edit.spans[side]));
    let own = negations(evidence, side, &words[side]);
    let span = own.first()?.word;
    let across = &words[side.other()];
    let denying = evidence.lexicon(side.other()).denying_words;
    let denies = |words: &[(&Token, &str)]| words.iter().any(|(_, folded)| denying.contains(folded));
    if !negations(evidence, side.other(), across).is_empty()
        || denies(across)
        || words[side].len() > LONGEST
        || across.len() > LONGEST
        || evidence.is_quoted(side, span)
    {
        return None;
    }
    if across.is_empty() && words[side].len() > 4 {
        // a clause that one side leaves out
        return None;
    }
    match turn(evidence, &words, side, |side, folded| evidence.lexicon(side).negations.contains(folded))? {
        Turn::Alone => Some(Severity::High),
        Turn::Among => Some(Severity::Medium),
    }
}

/// The negations among words; *not only* and *No. 10* deny nothing, but *not* alone does,
/// whatever stands behind it on both sides.
fn negations<'a>(evidence: &Evidence<'_>, side: Side, words: &[(&'a Token, &str)]) -> Vec<&'a Token> {
    let mut found = Vec::new();
    for (at, (token, folded)) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", |(_, next)| next);
        // the number may stand behind the edit: *No. 10* became *number 10*
        let behind = evidence.article(side).article.text.as_bytes().get(token.tile.end());
        let idle = evidence.lexicon(side).turns.has(next, WordClass::Idle)
            || behind.is_some_and(u8::is_ascii_digit)
                && evidence.article(side).slice(token.tile).contains('.');
        if evidence.lexicon(side).negations.contains(folded) && !idle {
            found.push(*token);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_negation_that_came_or_went_is_high() {
        check("He did not sign the deal.", "He did sign the deal.", &["high negation [-not-]"]);
        check(
            "He didn’t sign the deal.",
            "He signed the deal.",
            &["high negation [-didn’t sign-]{+signed+}"],
        );
        check(
            "He was not able to sign it.",
            "He was unable to sign it.",
            &["low wording [-not able-]{+unable+}"],
        );
        check("It did not only rain.", "It did only rain.", &["high negation [-not-]"]);
        check(
            "It sails unless it rains.",
            "It sails if it does not rain.",
            &["low wording [-unless it rains.-]{+if it does not rain.+}"],
        );
        check("He lives at No. 10 now.", "He lives at number 10 now.", &["low wording [-No.-]{+number+}"]);
        check("He not only sang, he danced.", "He sang, he danced.", &["low wording [-not only-]"]);
        check("He said it did not rain.", "He said it did rain.", &["high negation [-not-]"]);
    }

    #[test]
    fn a_statement_in_other_words_is_no_negation() {
        check(
            "The nurse slept badly that night.",
            "The nurse did not sleep well that night.",
            &["low wording [-slept badly-]{+did not sleep well+}"],
        );
        check("He has not yet signed the deal.", "He has signed the deal.", &["high negation [-not yet-]"]);
    }
}
