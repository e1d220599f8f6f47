//! The source of a statement: a speaker, a verb of speech, or only the outlet.

use crate::lexicon::{Lexicon, WordClasses};
use crate::quotation::Quotation;

/// The source of some sentences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Voice<'a> {
    /// Somebody who is quoted, in marks or not.
    Speaker(&'a str),
    /// A word of attribution: *said*, *according*.
    Verb(&'a str),
    /// The outlet itself.
    Nobody,
}

impl<'a> Voice<'a> {
    /// The voice of sentences that these quotations overlap, and whose folded words are `words`.
    pub(crate) fn of(
        lexicon: &Lexicon,
        mut quotations: impl Iterator<Item = &'a Quotation>,
        mut words: impl Iterator<Item = &'a str>,
    ) -> Voice<'a> {
        if let Some(speaker) = quotations.find_map(|quotation| quotation.attribution.speaker.as_deref()) {
            return Voice::Speaker(speaker);
        }
        let is_cue = |word: &&str| lexicon.speech_verbs.classes(word).is(WordClasses::ATTRIBUTION);
        words.find(is_cue).map_or(Voice::Nobody, Voice::Verb)
    }
}
