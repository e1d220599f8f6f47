//! What was left open is settled, or the other way round.
//!
//! *the alleged thief* became *the thief*, *seemed to be* became *was*, *mostly found in*
//! became *found in*, *hopes to open* became *will open*: the story now claims what nobody
//! knows. A prompt, because *could* is not always a hedge. The list says of each word what
//! it leaves open (whether, by whom it is known, how much, how often, or only
//! planned), and which words have the same effect in another form: those have a `~`.

use super::cue::cues;
use super::evidence::{Spans, Word};
use super::finding::{Contrast, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead, is_content};
use super::rule::{Find, Rule, Yields};
use super::term::Term;
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::{Hedge, HedgeWord, Modal, WordClass};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "hedge",
    doc: "“May” became “will”, “alleged” went: what was left open is settled, or the other way round.",
    kinds: &[DifferenceKind::Hedge],
    severity: Severity::Medium,
    purpose: "What nobody knows yet, the story now does: “the alleged thief” is “the thief”.",
    before: "The alleged thief fled across the bridge before dawn.",
    after: "The thief fled across the bridge before dawn.",
    finds: "A word that leaves a thing open (“alleged”, “likely”, “seemed to”, “an estimated”, “mostly”, “relatively”, “plans to”) that only one side has, before words that both have.",
    leaves: "Other hedges in its place, “reports say” for “reportedly”, questions, words inside quotation marks, modal verbs that another one replaces (modal), clauses that one side leaves out or tells in quite other words.",
    weight: "Medium: a prompt, because many of these words have other uses.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let terms = bead.differing_terms(|lexicon| lexicon.hedges);
    let of_side = |side: Side| {
        let mut last: Option<Term<HedgeWord>> = None;
        let mut found = lost(bead, &terms, side);
        // *may possibly* is one hedge
        found.retain(|(term, _)| last.replace(*term).is_none_or(|before| term.at > before.end() + 1));
        found.into_iter().map(move |(term, hedge)| {
            let reason = Reason::Contrast(side, contrast(hedge));
            bead.check(spans(bead, side, term), reason).claiming(vec![Pair::only(side, term.span)])
        })
    };
    Side::BOTH.into_iter().flat_map(of_side).collect()
}

/// The term, and the words in its place if they are few.
fn spans(bead: &RewordedBead<'_>, side: Side, term: Term<HedgeWord>) -> Spans {
    let edit = bead.sides[side].edit(term.span).filter(|edit| bead.is_short(edit));
    let mut spans = Pair::only(side, term.span);
    spans[side.other()] = edit.and_then(|edit| edit.spans[side.other()]);
    spans
}

/// The hedges of one side that nothing on the other side matches.
fn lost(
    bead: &RewordedBead<'_>,
    terms: &Pair<Vec<Term<HedgeWord>>>,
    side: Side,
) -> Vec<(Term<HedgeWord>, Hedge)> {
    let (own, across) = (&bead.sides[side], &bead.sides[side.other()]);
    if across.asks() {
        // *Could it sink?* asserts nothing
        return Vec::new();
    }
    // *May* is a month, too
    let is_month = |term: Term<HedgeWord>| own.lexicon.calendar.contains(own.slice(term.span));
    let mut rest = terms[across.side].clone();
    let mut lost = Vec::new();
    for &term in &terms[side] {
        let HedgeWord::Hedge(hedge) = term.value else { continue };
        if is_month(term) {
            continue;
        }
        if let Some(at) = rest.iter().position(|other| is_matched_by(hedge, other.value)) {
            // a hedge matches one hedge, a word in another form any number
            if matches!(rest[at].value, HedgeWord::Hedge(_)) {
                rest.remove(at);
            }
        } else if !is_said_otherwise(own, across, term, hedge) && is_rest_kept(own, across, term, hedge) {
            lost.push((term, hedge));
        }
    }
    lost
}

/// What a text does with such a hedge.
fn contrast(hedge: Hedge) -> Contrast {
    match hedge {
        Hedge::Plan => Contrast::Plans,
        Hedge::Habit | Hedge::Degree => Contrast::Limits,
        Hedge::Open | Hedge::Report | Hedge::Estimate => Contrast::LeavesOpen,
    }
}

/// Whether a word of the other side says as much: another hedge that limits or leaves open as this one
/// does, or a word that the list names for this class.
fn is_matched_by(hedge: Hedge, other: HedgeWord) -> bool {
    let limits = |hedge: Hedge| contrast(hedge) == Contrast::Limits;
    match other {
        HedgeWord::Hedge(other) => limits(hedge) == limits(other),
        HedgeWord::Matches(hedges) => hedges.contains(hedge),
    }
}

/// Whether the other side says so in words that are no hedges: *police say* for *reportedly*,
/// *most* for *typically*; or in another form of the word.
fn is_said_otherwise(own: &BeadSide<'_>, across: &BeadSide<'_>, term: Term<HedgeWord>, hedge: Hedge) -> bool {
    let mut places = term.at..term.end();
    let has_start = |at: usize| across.words.iter().any(|(_, other)| share_start(own.folded(at), other));
    let mut content =
        places.clone().filter(|&at| !own.lexicon.stop_words.contains(own.folded(at))).peekable();
    let is_kept = content.peek().is_some() && content.all(|at| own.is_kept(at));
    let counts = |(token, folded): &Word<'_>| {
        across.lexicon.quantifiers.contains(folded) && across.differs(token.word)
    };
    places.any(has_start)
        || is_kept
        || match hedge {
            Hedge::Report => cues(across).iter().any(|cue| across.differs(across.span(cue.at))),
            Hedge::Habit | Hedge::Degree => across.words.iter().any(counts),
            Hedge::Open | Hedge::Estimate | Hedge::Plan => false,
        }
}

/// *alleged* and *allegation*: the other side has another form of the word.
fn share_start(hedge: &str, word: &str) -> bool {
    /// Characters: *alleged* and *allegation* share six, *possible* and *possess* five.
    const SHARED: usize = 6;
    hedge.chars().zip(word.chars()).take_while(|(one, other)| one == other).count() >= SHARED
}

/// Whether both sides have the words that the hedge modifies: for plans and degrees the very next
/// word; before a number, *almost* rounds.
fn is_rest_kept(own: &BeadSide<'_>, across: &BeadSide<'_>, term: Term<HedgeWord>, hedge: Hedge) -> bool {
    match hedge {
        Hedge::Degree => !own.precedes_number(term) && own.is_next_kept(term),
        Hedge::Plan => states_as_fact(own, across, term),
        Hedge::Open => own.is_context_kept(term) && !is_part_of_addition(own, across, term),
        Hedge::Report | Hedge::Estimate | Hedge::Habit => own.is_context_kept(term),
    }
}

/// Whether the word after a term came with it and replaces no content, so that no hedge is lost: *they could
/// run the yard* and *their yard*, but not *seemed to be as safe* and *were as safe*.
fn is_part_of_addition(own: &BeadSide<'_>, across: &BeadSide<'_>, term: Term<HedgeWord>) -> bool {
    let Some(edit) = own.edit(term.span) else { return false };
    let helps = |folded: &str| across.lexicon.around_speech.has(folded, WordClass::Helping);
    let states = |(_, folded): &Word<'_>| is_content(across.lexicon, folded) || helps(folded);
    own.following(term).first().is_some_and(|&next| !own.is_kept(next))
        && !across.words_in(edit.spans[across.side]).iter().any(states)
}

/// Whether the other side states a plan as a fact or a promise: *will open*, *opened*; not
/// *its wish to open*.
fn states_as_fact(own: &BeadSide<'_>, across: &BeadSide<'_>, term: Term<HedgeWord>) -> bool {
    let lexicon = across.lexicon;
    let will = |(token, folded): &Word<'_>| {
        lexicon.modals.get(folded) == Some(Modal::Will) && across.differs(token.word)
    };
    if across.words.iter().any(will) && own.is_context_kept(term) {
        return true;
    }
    let Some(&next) = own.following(term).first() else { return false };
    // *its wish to open*, *the idea of opening*
    let is_open = |at: usize| {
        at > 0 && lexicon.around_speech.has(across.folded(at - 1), WordClass::Infinitive)
            || lexicon.has_ending(across.folded(at), WordClass::Ing)
    };
    (0..across.words.len()).any(|at| across.stem(at) == own.stem(next) && !is_open(at))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_lost_hedge_is_a_prompt() {
        check("The alleged thief fled town.", "The thief fled town.", &["medium hedge [-alleged-]"]);
        check("They may meet next week.", "They meet next week.", &["medium hedge [-may-]"]);
        check(
            "The cracks seemed to be older than the bridge.",
            "The cracks were older than the bridge.",
            &["medium hedge [-seemed-]{+were+}"],
        );
        check("It is worth an estimated $1bn.", "It is worth $1bn.", &["medium hedge [-an estimated-]"]);
        check(
            "You do not necessarily need a boat.",
            "You do not need a boat.",
            &["medium hedge [-necessarily-]"],
        );
        check("The old pier is relatively safe.", "The old pier is safe.", &["medium hedge [-relatively-]"]);
    }

    #[test]
    fn a_plan_stated_as_a_fact_is_a_prompt() {
        check(
            "The port hopes to open a new pier.",
            "The port will open a new pier.",
            &["medium hedge [-hopes to-]{+will+}"],
        );
        check("It plans to open a pier.", "It has plans to open a pier.", &["low wording {+has+}"]);
    }

    #[test]
    fn a_hedge_in_other_words_is_not_lost() {
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
        check(
            "It typically rains there.",
            "It usually rains there.",
            &["low wording [-typically-]{+usually+}"],
        );
        check("They may meet.", "Will they meet?", &["low wording {+Will+}"]);
    }

    #[test]
    fn thin_evidence_is_a_hedge() {
        check(
            "Preliminary tests show that the dam held.",
            "Tests show that the dam held.",
            &["medium hedge [-Preliminary-]"],
        );
        check(
            "The would-be buyer left the port.",
            "The buyer left the port.",
            &["medium hedge [-would-be-]"],
        );
    }

    #[test]
    fn a_reworded_clause_brings_its_own_hedge() {
        check(
            "The boat was old and known to the port.",
            "The boat was old and seems to have been taken from a wreck and known to the port.",
            &["low wording {+seems to have been taken from a wreck and+}"],
        );
        check(
            "The sisters had by then proved their yard.",
            "The sisters had by then proved they could run the yard.",
            &["low wording [-their-]{+they could run the+}"],
        );
    }

    #[test]
    fn a_hedge_may_go_with_a_small_word() {
        check(
            "Something older, perhaps even less safe, lies there.",
            "Something older, less safe, lies there.",
            &["medium hedge [-perhaps-]"],
        );
    }

    #[test]
    fn a_clause_left_out_takes_its_hedge_along() {
        check(
            "The boat sank, which may have had many reasons.",
            "The boat sank.",
            &["low wording [-which may have had many reasons.-]"],
        );
    }
}
