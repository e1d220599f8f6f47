//! A *not* or *never* came or went.
//!
//! *He did not sign* became *He signed*: one short word, and the story says the
//! opposite. High if nothing else differs; a prompt if words around it differ,
//! too; nothing if the statement is reworded: *underperforms* and *does not work hard
//! enough*. Both sides must have the words that it negates.

use super::evidence::Word;
use super::finding::{Aspect, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Edit, Severity};
use crate::lexicon::WordClass;
use crate::text::{Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "negation",
    doc: "A “not” or “never” came or went.",
    kinds: &[DifferenceKind::Negation],
    severity: Severity::High,
    purpose: "One short word, and the story says the opposite.",
    before: "The minister did not sign the treaty on the old border.",
    after: "The minister did sign the treaty on the old border.",
    finds: "A “not”, “never”, “no” or “nobody” that only one side has, with its statement on both.",
    leaves: "“not able” for “unable”, “not only”, “No. 10”, words inside quotation marks, a clause that one side leaves out, statements told in quite other words.",
    weight: "High where nothing else differs there, medium and a prompt where words around it do.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let all = bead.sides.as_ref().map(count_negations);
    if all.left == all.right {
        return Vec::new();
    }
    let side = if all.left > all.right { Side::Left } else { Side::Right };
    let found = bead.differing().filter_map(|edit| {
        let severity = negates(bead, edit, side)?;
        Some(Finding::new(bead.id, severity, edit.spans, Reason::Differs(Aspect::Negation)))
    });
    found.collect()
}

/// How many words of a side deny.
pub(super) fn count_negations(own: &BeadSide<'_>) -> usize {
    own.words.iter().filter(|(_, folded)| own.lexicon.negations.contains(folded)).count()
}

/// The severity of a negation that `side` has in an edit, if the other side has nothing like it.
fn negates(bead: &RewordedBead<'_>, edit: &Edit, side: Side) -> Option<Severity> {
    /// The most words of a clause that one side leaves out with its *not*. Half or twice as many change
    /// two and one of 877 texts.
    const LONGEST_ALONE: usize = 4;
    let words = bead.edited(edit);
    let (own, across) = (words[side], words[side.other()]);
    let (own_side, other_side) = (&bead.sides[side], &bead.sides[side.other()]);
    let span = negation(own_side, own)?;
    if negation(other_side, across).is_some()
        || across.iter().any(|(_, folded)| other_side.lexicon.denying_words.contains(folded))
        || across.is_empty() && own.len() > LONGEST_ALONE
        || !bead.is_short(edit)
        || own_side.is_quoted(span)
    {
        return None;
    }
    let content = bead.sides.as_ref().zip(words).map(|(side, words)| {
        let (negations, stop_words) = (side.lexicon.negations, side.lexicon.stop_words);
        let content =
            words.iter().filter(|(_, word)| !negations.contains(word) && !stop_words.contains(word));
        content.map(|(token, _)| bead.evidence.stem(token)).collect::<Vec<_>>()
    });
    let (mine, theirs) = (&content[side], &content[side.other()]);
    if mine == theirs {
        return Some(Severity::High);
    }
    // *not able* became *notable*
    let letters = |words: &[Word<'_>]| words.iter().map(|(_, folded)| *folded).collect::<String>();
    if letters(own) == letters(across) {
        return Some(Severity::Medium);
    }
    // *not yet* may go as a whole, *not a single vote* takes a statement along
    let is_gone = across.is_empty() && mine.len() <= 1;
    (is_gone || mine.iter().all(|stem| theirs.contains(stem))).then_some(Severity::Medium)
}

/// The first negation among words; *not only* and *No. 10* deny nothing, but *not* alone does,
/// whatever follows it on both sides.
fn negation(own: &BeadSide<'_>, words: &[Word<'_>]) -> Option<Span> {
    let denies = |(at, (token, folded)): &(usize, &Word<'_>)| {
        let next = words.get(at + 1).map_or("", |(_, next)| next);
        // the number may follow the edit: *No. 10* became *number 10*
        let after = own.evidence.text(own.side).as_bytes().get(token.tile.end());
        let is_numbered = after.is_some_and(u8::is_ascii_digit) && own.slice(token.tile).contains('.');
        own.lexicon.negations.contains(folded)
            && !own.lexicon.turns.has(next, WordClass::Idle)
            && !is_numbered
    };
    words.iter().enumerate().find(denies).map(|(_, (token, _))| token.word)
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_negation_that_came_or_went_is_high() {
        check("He did not sign the deal.", "He did sign the deal.", &["high negation [-not-]"]);
        check(
            "The mate was not able on board.",
            "The mate was notable on board.",
            &["medium negation [-not able-]{+notable+}"],
        );
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
