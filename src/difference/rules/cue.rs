//! Words by which a statement is somebody’s: *said*, *believe*, *according to*.
//!
//! Read by the rules on attributions and on hedges: *reportedly* that became *police say*
//! is no hedge lost. A cue inside quotation marks is a speaker’s, and none of the outlet’s.

use super::evidence::{Evidence, Word};
use super::reworded::RewordedBead;
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{Side, Token};

/// A word by which a statement is somebody’s.
pub(super) struct Cue<'a> {
    /// Its place among the words of its side of the bead.
    pub at: usize,
    pub token: &'a Token,
    /// `Neutral`, `Loaded` or `Weak`.
    pub weight: WordClass,
}

/// The cues of one side of a bead, outside of quotations.
pub(super) fn cues<'a>(bead: &RewordedBead<'a>, side: Side) -> Vec<Cue<'a>> {
    let (words, lexicon) = (&bead.words[side], bead.lexicon(side));
    let cue = |(at, (token, folded)): (usize, &Word<'a>)| {
        let weight = weight(lexicon, folded).or_else(|| according(lexicon, &words[at..]))?;
        (!bead.evidence.is_quoted(side, token.word)).then_some(Cue { at, token, weight })
    };
    words.iter().enumerate().filter_map(cue).collect()
}

/// How a verb makes a statement somebody’s, if it does.
fn weight(lexicon: &Lexicon, folded: &str) -> Option<WordClass> {
    let classes = lexicon.speech_verbs.classes(folded);
    [WordClass::Neutral, WordClass::Loaded, WordClass::Weak].into_iter().find(|&weight| classes.is(weight))
}

/// What *according to* weighs, if the words begin with it.
fn according(lexicon: &Lexicon, words: &[Word<'_>]) -> Option<WordClass> {
    let [(_, first), (_, second), ..] = words else { return None };
    (lexicon.according.opens(first) && lexicon.according.contains(&format!("{first} {second}")))
        .then_some(WordClass::Neutral)
}

/// Whether a word is a verb that says who says so, and does not only lean on somebody.
pub(super) fn is_plain_cue(evidence: &Evidence<'_>, side: Side, token: &Token) -> bool {
    weight(evidence.lexicon(side), evidence.folded(token)).is_some_and(|weight| weight != WordClass::Weak)
}

/// Whether the verb of a cue introduces a statement: *police said*, *he confirmed that*;
/// not *announced charges*, *nobody can say*, *claimed 300 lives*.
pub(super) fn introduces(bead: &RewordedBead<'_>, side: Side, cue: &Cue<'_>) -> bool {
    let (words, lexicon) = (&bead.words[side], bead.lexicon(side));
    let (token, folded) = words[cue.at];
    let (around, forms) = (lexicon.around_speech, lexicon.speech_verbs);
    // *to say*, *cannot tell*
    let needs_verb = |(_, folded): &Word<'_>| {
        around.has(folded, WordClass::Infinitive)
            || lexicon.modals.contains(folded)
            || lexicon.negations.contains(folded)
    };
    let is_bare = around.has(folded, WordClass::Bare)
        || !forms.has(folded, WordClass::Tag) && !forms.has(folded, WordClass::AttributionCue);
    if is_bare && words[cue.at.saturating_sub(2)..cue.at].iter().any(needs_verb) {
        return false;
    }
    if around.has(folded, WordClass::Plain) {
        return true;
    }
    let Some((_, next)) = words.get(cue.at + 1) else { return cue.weight != WordClass::Weak };
    if cue.weight == WordClass::Weak {
        // *Experts believe the dam is safe*
        let likely = WordClass::AfterClauseVerb | WordClass::NounLikely | WordClass::NounBehind;
        return around.classes(next).is(likely);
    }
    around.has(next, WordClass::AfterClauseVerb) || bead.ends_clause(side, token)
}
