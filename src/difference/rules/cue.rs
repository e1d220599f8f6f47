//! Words that attribute a statement: *said*, *believe*, *according to*.
//!
//! Read by the rules on attributions and on hedges: *reportedly* that became *police say*
//! is no lost hedge. A cue inside quotation marks is the speaker’s, not the outlet’s.

use super::evidence::{Evidence, Word};
use super::reworded::BeadSide;
use crate::lexicon::{Lexicon, WordClass};
use crate::text::Side;
use crate::words::Token;

/// A word that attributes a statement.
#[derive(Clone, Copy)]
pub(super) struct Cue {
    /// Its place among the words of its side of the bead.
    pub at: usize,
    /// `Neutral`, `Loaded` or `Weak`.
    pub weight: WordClass,
}

/// The cues of one side of a bead, outside of quotations.
pub(super) fn cues(own: &BeadSide<'_>) -> Vec<Cue> {
    let cue = |at: usize| {
        let weight = weight(own.lexicon, own.folded(at)).or_else(|| according(own, at))?;
        (!own.is_quoted(own.span(at))).then_some(Cue { at, weight })
    };
    (0..own.words.len()).filter_map(cue).collect()
}

/// How a verb attributes a statement, if it does.
fn weight(lexicon: &Lexicon, folded: &str) -> Option<WordClass> {
    let classes = lexicon.speech_verbs.classes(folded);
    [WordClass::Neutral, WordClass::Loaded, WordClass::Weak].into_iter().find(|&weight| classes.is(weight))
}

/// What *according to* weighs, if it is at a place.
fn according(own: &BeadSide<'_>, at: usize) -> Option<WordClass> {
    let (list, first) = (own.lexicon.according, own.folded(at));
    let (_, second) = own.words.get(at + 1).filter(|_| list.opens(first))?;
    list.contains(&format!("{first} {second}")).then_some(WordClass::Neutral)
}

/// Whether a word is a verb that attributes a statement, and is not weak.
pub(super) fn is_plain_cue(evidence: &Evidence<'_>, side: Side, token: &Token) -> bool {
    weight(evidence.lexicon(side), evidence.folded(token)).is_some_and(|weight| weight != WordClass::Weak)
}

/// Whether the verb of a cue introduces a statement: *police said*, *he confirmed that*;
/// not *announced charges*, *nobody can say*, *claimed 300 lives*.
pub(super) fn introduces(own: &BeadSide<'_>, cue: Cue) -> bool {
    let (lexicon, folded) = (own.lexicon, own.folded(cue.at));
    let around = lexicon.around_speech;
    // *to say*, *cannot say*
    let needs_verb = |(_, folded): &Word<'_>| {
        around.has(folded, WordClass::Infinitive)
            || lexicon.modals.contains(folded)
            || lexicon.negations.contains(folded)
    };
    let is_bare =
        around.has(folded, WordClass::Bare) || !lexicon.speech_verbs.has(folded, WordClass::AttributionCue);
    if is_bare && own.words[cue.at.saturating_sub(1)..cue.at].iter().any(needs_verb) {
        return false;
    }
    if around.has(folded, WordClass::Plain) {
        return true;
    }
    let Some((_, next)) = own.words.get(cue.at + 1) else { return cue.weight != WordClass::Weak };
    if cue.weight == WordClass::Weak {
        // *Experts believe the dam is safe*
        let likely = WordClass::AfterClauseVerb | WordClass::NounLikely | WordClass::NounBehind;
        return around.classes(next).is(likely);
    }
    around.has(next, WordClass::AfterClauseVerb) || own.ends_clause(cue.at)
}
