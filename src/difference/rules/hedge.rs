//! What was left open is settled, or the other way round.
//!
//! *the alleged thief* became *the thief*, *may meet* became *will meet*: the story
//! now knows what nobody does. A prompt, because *could* is not always a hedge.

use super::{Evidence, Found, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Severity};
use crate::lexicon::HEDGES;
use crate::text::{Pair, Side, Token};

pub(super) const RULE: Rule = Rule {
    name: "hedge",
    doc: "“May” became “will”, “alleged” went: what was left open is settled, or the other way round.",
    kinds: &[DifferenceKind::Hedge],
    find,
};

/// The most words of an edit in which a hedge is lost rather than a clause left out.
const LONGEST: usize = 8;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let all = Pair::from_fn(|side| {
            evidence.all_words(side, bead).iter().filter(|word| is_hedge(evidence, side, word)).count()
        });
        if all.left == all.right {
            continue;
        }
        let side = if all.left > all.right { Side::Left } else { Side::Right };
        for edit in edits {
            let Some(word) = lost(evidence, bead, edit, side) else { continue };
            if found.covers(id, edit.spans) {
                continue;
            }
            let hedge = evidence.show(side, word.word);
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Hedge,
                severity: Severity::Medium,
                spans: edit.spans,
                rule: RULE.name,
                why: format!(
                    "check: {} leaves it open with {hedge}, {} does not: {}.",
                    evidence.label(side),
                    evidence.label(side.other()),
                    evidence.show_pair(edit.spans)
                ),
            });
        }
    }
}

/// The hedge of `side` in an edit, where the other side has none in it.
fn lost<'a>(evidence: &Evidence<'a>, bead: &Bead, edit: &Edit, side: Side) -> Option<&'a Token> {
    if edit.op == EditOp::Equal {
        return None;
    }
    let words = evidence.words(side, bead, edit.spans[side]);
    let across = evidence.words(side.other(), bead, edit.spans[side.other()]);
    let hedge = words.iter().find(|word| is_hedge(evidence, side, word))?;
    let longest = if is_weak(hedge.1) { 3 } else { LONGEST };
    let fits = words.len() <= longest
        && across.len() <= longest
        && !across.iter().any(|word| is_hedge(evidence, side.other(), word))
        && !evidence.is_quoted(side, hedge.0.word);
    fits.then_some(hedge.0)
}

fn is_hedge(evidence: &Evidence<'_>, side: Side, (token, folded): &(&Token, &str)) -> bool {
    // the month
    let month = *folded == "may" && evidence.article(side).slice(token.word).starts_with('M');
    HEDGES.contains(folded) && !month
}

/// Words that hedge in some sentences only: *could be seen*, *appeared in court*.
fn is_weak(folded: &str) -> bool {
    folded == "could"
        || [
            "appear",
            "seem",
            "suggest",
            "expect",
            "estimat",
            "potential",
            "thought",
            "apparent",
            "suspect",
            "likel",
            "believ",
        ]
        .iter()
        .any(|stem| folded.starts_with(stem))
}
