//! What was left open is settled, or the other way round.
//!
//! *the alleged thief* became *the thief*, *may meet* became *will meet*: the story
//! now knows what nobody does. A prompt, because *could* is not always a hedge.

use super::number::is_approximate;
use super::turn::turn;
use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Severity};
use crate::text::{Pair, Side, Token};

pub(super) const RULE: Rule = Rule {
    name: "hedge",
    doc: "“May” became “will”, “alleged” went: what was left open is settled, or the other way round.",
    kinds: &[DifferenceKind::Hedge],
    severity: Severity::Medium,
    manual: Manual {
        reason: "What nobody knows yet, the story now does: “the alleged thief” is “the thief”.",
        before: "The alleged thief fled across the bridge before dawn.",
        after: "The thief fled across the bridge before dawn.",
        finds: "A word that leaves a thing open (“alleged”, “reportedly”, “likely”, “believed”) that only one side has.",
        leaves: "Other hedges in its place, “reports say” for “reportedly”, words inside quotation marks, modal verbs that another one replaces (modal).",
        weight: "Medium: a prompt, because many of these words have other uses.",
    },
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
                why: match edit.spans[side.other()] {
                    Some(settled) => format!(
                        "check: {} leaves it open with {hedge}, {} has {}.",
                        evidence.label(side),
                        evidence.label(side.other()),
                        evidence.show(side.other(), settled)
                    ),
                    None => format!(
                        "check: {} leaves it open with {hedge}, {} does not.",
                        evidence.label(side),
                        evidence.label(side.other())
                    ),
                },
            });
        }
    }
}

/// The hedge of `side` in an edit, where the other side has none in it.
fn lost<'a>(evidence: &Evidence<'a>, bead: &Bead, edit: &Edit, side: Side) -> Option<&'a Token> {
    if edit.op == EditOp::Equal {
        return None;
    }
    let words = Pair::from_fn(|side| evidence.words(side, bead, edit.spans[side]));
    let across = &words[side.other()];
    let hedge = *words[side].iter().find(|word| is_hedge(evidence, side, word))?;
    let hedges = evidence.lexicon(side).hedges;
    // some hedge in some sentences only: *could be seen*, *appeared in court*
    let is_weak = hedges.has(hedge.1, "weak");
    let longest = if is_weak { 3 } else { LONGEST };
    let elsewhere = evidence.all_words(side.other(), bead);
    // *an estimated 300* and *around 300*
    let rounds =
        |word: &str| hedges.has(hedge.1, "rough") && is_approximate(evidence.lexicon(side.other()), word);
    if words[side].len() > longest
        || across.len() > longest
        || across.iter().any(|word| is_hedge(evidence, side.other(), word) || rounds(word.1))
        || elsewhere.iter().any(|word| is_akin(hedge.1, word.1))
        || evidence.is_quoted(side, hedge.0.word)
    {
        return None;
    }
    turn(evidence, &words, side, |side, folded| evidence.lexicon(side).hedges.contains(folded))?;
    let lexicon = evidence.lexicon(side);
    // *You could see* is no *could be*
    let bare = || {
        words[side]
            .iter()
            .all(|(_, folded)| lexicon.hedges.contains(folded) || lexicon.stop_words.contains(folded))
    };
    (!is_weak || bare()).then_some(hedge.0)
}

/// *reportedly* and *reports*: the other side says the same in another form.
fn is_akin(hedge: &str, word: &str) -> bool {
    const SHARED: usize = 6;
    let start = |word: &'_ str| word.chars().take(SHARED).collect::<String>();
    hedge.chars().count() >= SHARED && start(hedge) == start(word)
}

fn is_hedge(evidence: &Evidence<'_>, side: Side, (token, folded): &(&Token, &str)) -> bool {
    let lexicon = evidence.lexicon(side);
    // *May* is the month
    let is_month = || {
        let capitalized = evidence.article(side).slice(token.word).starts_with(char::is_uppercase);
        capitalized && lexicon.dates.has(folded, "doubtful")
    };
    lexicon.hedges.contains(folded) && !is_month()
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_lost_hedge_is_a_prompt() {
        check("The alleged thief fled town.", "The thief fled town.", &["medium hedge [-alleged-]"]);
        check("They may meet next week.", "They meet next week.", &["medium hedge [-may-]"]);
    }

    #[test]
    fn a_hedge_told_in_other_words_is_none_lost() {
        check(
            "You could see a boat in the bay.",
            "There was a boat in the bay.",
            &["low wording [-You could see-]{+There was+}"],
        );
        check(
            "Some reportedly died in the fire.",
            "Some, reports say, died in the fire.",
            &["low wording [-reportedly-]{+reports say,+}"],
        );
    }
}
