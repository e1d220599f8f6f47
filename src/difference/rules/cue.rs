//! Words by which a statement is somebody’s: *said*, *believe*, *according to*.
//!
//! Read by the rules on attributions and on hedges: *reportedly* that became *police say*
//! is no hedge lost. A cue inside quotation marks is a speaker’s, and none of the outlet’s.

use super::Evidence;
use super::passage::ends_clause;
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{Side, Token};

/// A word by which a statement is somebody’s.
pub(super) struct Cue<'a> {
    /// Its place among the words it was looked for in.
    pub at: usize,
    pub token: &'a Token,
    /// `Neutral`, `Loaded` or `Weak`.
    pub weight: WordClass,
}

/// The cues among words, outside of quotations.
pub(super) fn cues<'a>(evidence: &Evidence<'_>, side: Side, words: &[(&'a Token, &str)]) -> Vec<Cue<'a>> {
    let lexicon = evidence.lexicon(side);
    let mut found = Vec::new();
    for (at, (token, folded)) in words.iter().enumerate() {
        let Some(weight) = weight(lexicon, folded).or_else(|| accords(lexicon, &words[at..])) else {
            continue;
        };
        if !evidence.is_quoted(side, token.word) {
            found.push(Cue { at, token, weight });
        }
    }
    found
}

/// How a verb makes a statement somebody’s, if it does.
pub(super) fn weight(lexicon: &Lexicon, folded: &str) -> Option<WordClass> {
    let classes = lexicon.speech_verbs.classes(folded);
    [WordClass::Neutral, WordClass::Loaded, WordClass::Weak].into_iter().find(|&weight| classes.is(weight))
}

/// What *according to* weighs, where the words begin with it.
fn accords(lexicon: &Lexicon, words: &[(&Token, &str)]) -> Option<WordClass> {
    let (first, rest) = words.split_first()?;
    if !lexicon.according.opens(first.1) {
        return None;
    }
    let phrase = format!("{} {}", first.1, rest.first()?.1);
    lexicon.according.contains(&phrase).then_some(WordClass::Neutral)
}

/// Whether the verb of a cue introduces a statement: *police said*, *he confirmed that*;
/// not *announced charges*, *nobody can say*, *claimed 300 lives*.
pub(super) fn introduces(
    evidence: &Evidence<'_>,
    side: Side,
    words: &[(&Token, &str)],
    cue: &Cue<'_>,
) -> bool {
    let (token, folded) = words[cue.at];
    let lexicon = evidence.lexicon(side);
    let around = lexicon.around_speech;
    let before = &words[cue.at.saturating_sub(2)..cue.at];
    let forms = lexicon.speech_verbs;
    let is_bare = around.has(folded, WordClass::Bare)
        || !forms.has(folded, WordClass::Tag) && !forms.has(folded, WordClass::AttributionCue);
    if is_bare && before.iter().any(|(_, folded)| leans(lexicon, folded)) {
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
    around.has(next, WordClass::AfterClauseVerb) || ends_clause(evidence, side, token)
}

/// Whether a verb behind the word introduces nothing: *to say*, *cannot tell*.
fn leans(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.around_speech.has(folded, WordClass::Infinitive)
        || lexicon.modals.contains(folded)
        || lexicon.negations.contains(folded)
}
