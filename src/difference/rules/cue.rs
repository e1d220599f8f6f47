//! Words by which a statement is somebody’s: *said*, *believe*, *according to*.
//!
//! Read by the rules on attributions and on hedges: *reportedly* that became *police say*
//! is no hedge lost. A cue inside quotation marks is a speaker’s, and none of the outlet’s.

use super::Evidence;
use super::passage::ends_clause;
use crate::lexicon::Lexicon;
use crate::text::{Side, Token};

/// A word by which a statement is somebody’s.
pub(super) struct Cue<'a> {
    /// Its place among the words it was looked for in.
    pub at: usize,
    pub token: &'a Token,
    /// `neutral`, `loaded` or `weak`.
    pub weight: &'static str,
}

/// The cues among words, outside of quotations.
pub(super) fn cues<'a>(evidence: &Evidence<'_>, side: Side, words: &[(&'a Token, &str)]) -> Vec<Cue<'a>> {
    let lexicon = evidence.lexicon(side);
    let verbs = lexicon.attribution_verbs();
    let mut found = Vec::new();
    for (at, (token, folded)) in words.iter().enumerate() {
        let Some(weight) = verbs.get(folded).or_else(|| accords(lexicon, &words[at..])) else { continue };
        if !evidence.is_quoted(side, token.word) {
            found.push(Cue { at, token, weight });
        }
    }
    found
}

/// What *according to* weighs, where the words begin with it.
fn accords(lexicon: &Lexicon, words: &[(&Token, &str)]) -> Option<&'static str> {
    let (first, rest) = words.split_first()?;
    if !lexicon.according.opens(first.1) {
        return None;
    }
    let phrase = format!("{} {}", first.1, rest.first()?.1);
    lexicon.according.contains(&phrase).then_some("neutral")
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
    let is_bare = around.has(folded, "bare") || !forms.has(folded, "tag") && !forms.has(folded, "cue");
    if is_bare && before.iter().any(|(_, folded)| leans(lexicon, folded)) {
        return false;
    }
    if around.has(folded, "plain") {
        return true;
    }
    let Some((_, next)) = words.get(cue.at + 1) else { return cue.weight != "weak" };
    if cue.weight == "weak" {
        // *Experts believe the dam is safe*
        return ["clause-behind", "noun-likely", "noun-behind"].iter().any(|what| around.has(next, what));
    }
    around.has(next, "clause-behind") || ends_clause(evidence, side, token)
}

/// Whether a verb behind the word introduces nothing: *to say*, *cannot tell*.
fn leans(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.around_speech.has(folded, "infinitive")
        || lexicon.modals.contains(folded)
        || lexicon.negations.contains(folded)
}
