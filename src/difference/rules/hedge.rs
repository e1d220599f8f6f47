//! What was left open is settled, or the other way round.
//!
//! *the alleged thief* became *the thief*, *seemed to be* became *was*, *mostly found in*
//! became *found in*, *hopes to open* became *will open*: the story now knows what nobody
//! does. A prompt, because *could* is not always a hedge. The list says of each word what
//! it leaves open (whether, by whom it is known, how much, how often, what is only
//! planned), and which words say as much in another form: they stand there with a `~`.

use super::cue::cues;
use super::passage::{Passage, passages};
use super::swap::Term;
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::WordClass;
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "hedge",
    doc: "“May” became “will”, “alleged” went: what was left open is settled, or the other way round.",
    kinds: &[DifferenceKind::Hedge],
    severity: Severity::Medium,
    manual: Manual {
        reason: "What nobody knows yet, the story now does: “the alleged thief” is “the thief”.",
        before: "The alleged thief fled across the bridge before dawn.",
        after: "The thief fled across the bridge before dawn.",
        finds: "A word that leaves a thing open (“alleged”, “likely”, “seemed to”, “an estimated”, “mostly”, “relatively”, “plans to”) that only one side has, before words that both have.",
        leaves: "Other hedges in its place, “reports say” for “reportedly”, questions, words inside quotation marks, modal verbs that another one replaces (modal), clauses that one side leaves out or tells in quite other words.",
        weight: "Medium: a prompt, because many of these words have other uses.",
    },
    find,
};

/// The most words on either side of an edit whose other side is shown.
const SHOWN: usize = 6;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for passage in passages(evidence) {
        let terms = passage.changed(evidence, |lexicon| lexicon.hedges);
        if terms.left.is_empty() && terms.right.is_empty() {
            continue;
        }
        for side in Side::BOTH {
            let mut last: Option<Term> = None;
            for term in lost(evidence, &passage, &terms, side) {
                // *may possibly* is one hedge
                let beside = last.is_some_and(|last| term.at <= last.at + last.length + 1);
                let spans = spans(evidence, &passage, side, term);
                last = Some(term);
                if !beside && !found.covers(passage.id, own(side, term)) {
                    found.push(difference(evidence, &passage, side, term, spans));
                }
            }
        }
    }
}

fn difference(
    evidence: &Evidence<'_>,
    passage: &Passage<'_>,
    side: Side,
    term: Term,
    spans: Pair<Option<Span>>,
) -> Difference {
    let (label, other) = (evidence.label(side), evidence.label(side.other()));
    let hedge = evidence.show(side, term.span);
    let settled = spans[side.other()].map(|span| evidence.show(side.other(), span));
    let why = match (Class::of(term), settled) {
        (Class::Plan, Some(settled)) => {
            format!("check: {label} tells a plan with {hedge}, {other} has {settled}.")
        }
        (Class::Plan, None) => {
            format!("check: {label} tells a plan with {hedge}, {other} tells it as settled.")
        }
        (Class::Habit | Class::Degree, _) => {
            format!("check: {label} limits it with {hedge}, {other} does not.")
        }
        (Class::Open | Class::Report | Class::Estimate | Class::None, Some(settled)) => {
            format!("check: {label} leaves it open with {hedge}, {other} has {settled}.")
        }
        (Class::Open | Class::Report | Class::Estimate | Class::None, None) => {
            format!("check: {label} leaves it open with {hedge}, {other} does not.")
        }
    };
    Difference {
        bead: passage.id,
        kind: DifferenceKind::Hedge,
        severity: Severity::Medium,
        spans,
        rule: RULE.name,
        why,
    }
}

/// The term, and the words in its place where they are few.
fn spans(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, term: Term) -> Pair<Option<Span>> {
    let mut spans = own(side, term);
    let edit = passage.edit(side, term.span).filter(|edit| {
        Side::BOTH.into_iter().all(|side| evidence.words(side, passage.bead, edit.spans[side]).len() <= SHOWN)
    });
    spans[side.other()] = edit.and_then(|edit| edit.spans[side.other()]);
    spans
}

fn own(side: Side, term: Term) -> Pair<Option<Span>> {
    let mut spans = Pair::default();
    spans[side] = Some(term.span);
    spans
}

/// The hedges of one side that the other has nothing like.
fn lost(evidence: &Evidence<'_>, passage: &Passage<'_>, terms: &Pair<Vec<Term>>, side: Side) -> Vec<Term> {
    let across = side.other();
    if passage.asks(evidence, across) && !passage.asks(evidence, side) {
        // *Could it sink?* asserts nothing
        return Vec::new();
    }
    let is_own = |term: &&Term| Class::of(**term) != Class::None && !is_month(evidence, side, **term);
    let mut rest: Vec<Term> = terms[across].clone();
    let mut lost = Vec::new();
    for term in terms[side].iter().filter(is_own) {
        let class = Class::of(*term);
        // a word in another form silences as many as there are, a hedge one
        let like = rest.iter().position(|other| is_like(class, *other));
        if let Some(like) = like {
            if Class::of(rest[like]) != Class::None {
                rest.remove(like);
            }
            continue;
        }
        if !is_akin(evidence, passage, side, *term) && is_anchored(evidence, passage, side, *term) {
            lost.push(*term);
        }
    }
    lost
}

/// What a hedge leaves open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Class {
    /// Whether it is so: *may*, *seemed to*.
    Open,
    /// Who knows it: *allegedly*, *is said to*.
    Report,
    /// How much it is: *an estimated*.
    Estimate,
    /// How often it is so: *typically*, *mostly*.
    Habit,
    /// How far it is so: *relatively*, *in part*.
    Degree,
    /// Whether it comes to pass: *hopes to*, *proposes*.
    Plan,
    /// Not a hedge itself.
    None,
}

impl Class {
    fn of(term: Term) -> Class {
        match term.value.split(' ').next().unwrap_or_default() {
            "open" => Class::Open,
            "report" => Class::Report,
            "estimate" => Class::Estimate,
            "habit" => Class::Habit,
            "degree" => Class::Degree,
            "plan" => Class::Plan,
            _ => Class::None,
        }
    }

    /// Its name in the list.
    fn name(self) -> &'static str {
        match self {
            Class::Open => "open",
            Class::Report => "report",
            Class::Estimate => "estimate",
            Class::Habit => "habit",
            Class::Degree => "degree",
            Class::Plan => "plan",
            Class::None => "",
        }
    }

    /// Whether it limits a statement rather than leaves it open.
    fn limits(self) -> bool {
        match self {
            Class::Habit | Class::Degree => true,
            Class::Open | Class::Report | Class::Estimate | Class::Plan | Class::None => false,
        }
    }
}

/// Whether a term of the other side says as much as a hedge: another hedge, or a word that
/// the list names for it.
fn is_like(class: Class, other: Term) -> bool {
    match Class::of(other) {
        Class::None => other.value.split(' ').any(|value| value.strip_prefix('~') == Some(class.name())),
        theirs @ (Class::Open
        | Class::Report
        | Class::Estimate
        | Class::Habit
        | Class::Degree
        | Class::Plan) => class.limits() == theirs.limits(),
    }
}

/// Whether the other side says so in other words that no list of hedges holds: *police say*
/// for *reportedly*, *most* for *typically*; or in another form of the word.
fn is_akin(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, term: Term) -> bool {
    let across = side.other();
    let words = &passage.words[across];
    let differs = |span: Span| passage.differs(across, span);
    let is_told = || cues(evidence, across, words).iter().any(|cue| differs(cue.token.word));
    let counts = evidence.lexicon(across).quantifiers;
    let is_counted = || words.iter().any(|(token, folded)| counts.contains(folded) && differs(token.word));
    let own = passage.words[side].get(term.at..term.at + term.length).unwrap_or_default();
    let stop_words = evidence.lexicon(side).stop_words;
    let same = own.iter().any(|(_, own)| words.iter().any(|(_, other)| share_start(own, other)));
    let mut says = own.iter().filter(|(_, folded)| !stop_words.contains(folded)).peekable();
    let remains =
        says.peek().is_some() && says.all(|(token, _)| passage.is_across(side, evidence.stem(token)));
    let other = match Class::of(term) {
        Class::Report => is_told(),
        Class::Habit | Class::Degree => is_counted(),
        Class::Open | Class::Estimate | Class::Plan | Class::None => false,
    };
    same || remains || other
}

/// *reportedly* and *reports*: the other side says the same in another form.
fn share_start(hedge: &str, word: &str) -> bool {
    /// Characters: *alleged* and *allegation* share six, *possible* and *possess* five.
    const SHARED: usize = 6;
    let start = |word: &'_ str| word.chars().take(SHARED).collect::<String>();
    hedge.chars().count() >= SHARED && start(hedge) == start(word)
}

/// Whether what the hedge bears on stands on both sides. What is planned or limited is the
/// very next word; before a number, *almost* rounds.
fn is_anchored(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, term: Term) -> bool {
    let counts = |folded: &str| {
        folded.starts_with(|c: char| c.is_ascii_digit()) || evidence.lexicon(side).numbers.contains(folded)
    };
    match Class::of(term) {
        Class::Degree => {
            !passage.next(evidence, side, term).is_some_and(counts)
                && passage.is_anchored_at_once(evidence, side, term)
        }
        Class::Plan => is_settled(evidence, passage, side, term),
        Class::Open => passage.is_anchored(evidence, side, term) && !passage.came_along(evidence, side, term),
        Class::Report | Class::Estimate | Class::Habit | Class::None => {
            passage.is_anchored(evidence, side, term)
        }
    }
}

/// Whether the other side tells a plan as what is or will be: *will open*, *opened*; not
/// *its wish to open*.
fn is_settled(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, term: Term) -> bool {
    let across = side.other();
    let (words, lexicon) = (&passage.words[across], evidence.lexicon(across));
    let will = |(token, folded): &(&Token, &str)| {
        lexicon.modals.has(folded, "will") && passage.differs(across, token.word)
    };
    if words.iter().any(will) && passage.is_anchored(evidence, side, term) {
        return true;
    }
    let behind = passage.behind(evidence, side, term).first().copied();
    let Some(stem) = behind.map(|at| evidence.stem(passage.words[side][at].0)) else { return false };
    // *its wish to open*, *the idea of opening*
    let is_open = |at: usize| {
        at > 0 && lexicon.around_speech.has(words[at - 1].1, WordClass::Infinitive)
            || lexicon.has_ending(words[at].1, WordClass::Ing)
    };
    (0..words.len()).any(|at| evidence.stem(words[at].0) == stem && !is_open(at))
}

/// Whether the word is a month that is written like a hedge.
fn is_month(evidence: &Evidence<'_>, side: Side, term: Term) -> bool {
    evidence.lexicon(side).calendar.contains(evidence.article(side).slice(term.span))
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
    fn a_plan_told_as_settled_is_a_prompt() {
        check(
            "The port hopes to open a new pier.",
            "The port will open a new pier.",
            &["medium hedge [-hopes to-]{+will+}"],
        );
        check("It plans to open a pier.", "It has plans to open a pier.", &["low wording {+has+}"]);
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
        check(
            "It typically rains there.",
            "It usually rains there.",
            &["low wording [-typically-]{+usually+}"],
        );
        check("They may meet.", "Will they meet?", &["low wording {+Will+}"]);
    }

    #[test]
    fn evidence_that_is_thin_is_no_finding_yet() {
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
    fn a_clause_told_anew_brings_its_own_hedge() {
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
