//! Which capitalized words are names, and which have a capital only by their place in the text.
//!
//! *Talk* at the head of a sentence or headline is a common noun if the article has
//! *talk* elsewhere and never *Talk* inside a sentence. One pass over the tokens; the
//! article itself is the evidence, so that no list of nouns is needed.

use crate::article::{Article, BlockKind};
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::sentence::Sentences;
use crate::text::Span;
use crate::words::{Token, Vocabulary};

/// How the words of an article are written, by key.
pub(super) struct Capitals(Vec<u8>);

/// Seen in lower case.
const LOWER: u8 = 1;
/// Seen with a capital where only a name has one.
const PROPER: u8 = 2;

impl Capitals {
    /// Reads the words of an article.
    pub(super) fn of(article: &Article, sentences: &Sentences, vocabulary: &Vocabulary) -> Capitals {
        let mut seen = vec![0_u8; vocabulary.len()];
        for (id, sentence) in sentences.iter() {
            let is_title = is_title(article.block(sentence.block).kind);
            let mut before: Option<usize> = None;
            for token in sentences.tokens(id) {
                let word = article.slice(token.word);
                let flag = match word.chars().next() {
                    Some(first) if first.is_lowercase() => LOWER,
                    // “Why? Berg asked: a mark or stop in front may begin a sentence
                    Some(first)
                        if first.is_uppercase()
                            && !is_title
                            && before.is_some_and(|end| {
                                Span::new(end.min(token.word.start()), token.word.start()).of(&article.text)
                                    == " "
                            }) =>
                    {
                        PROPER
                    }
                    Some(_) | None => 0,
                };
                if let Some(own) = seen.get_mut(token.key.index()) {
                    *own |= flag;
                }
                before = Some(token.word.end());
            }
        }
        Capitals(seen)
    }

    /// The class of the word at `place` of its sentence, [`WordClass::Nameless`] where its capital says nothing.
    pub(super) fn classed(
        &self,
        kind: BlockKind,
        place: usize,
        token: &Token,
        class: WordClasses,
    ) -> WordClasses {
        let seen = self.0.get(token.key.index()).copied().unwrap_or_default();
        let is_known = class.is(WordClass::Given) || class.is(WordClass::Title) || seen & PROPER != 0;
        if is_known || place > 0 && !is_title(kind) {
            return class;
        }
        // Ultimately, Critics, Talk
        let is_common = class.is(WordClass::Adverb) || seen & LOWER != 0 || class.is(WordClasses::SPEAKER);
        if is_common { class.with(WordClass::Nameless) } else { class }
    }
}

fn is_title(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Headline | BlockKind::Deck | BlockKind::Subhead)
}

/// Whether a word is written like a name: with a capital, or with one after a particle, *al-Sadr*, *d’Arc*.
pub(super) fn starts_name(lexicon: &Lexicon, word: &str) -> bool {
    if word.starts_with(char::is_uppercase) {
        return true;
    }
    let joined = word.split_once(['-', '\'', '’']).filter(|(_, name)| name.starts_with(char::is_uppercase));
    joined.is_some_and(|(particle, _)| lexicon.around_speech.has(particle, WordClass::Joined))
}
