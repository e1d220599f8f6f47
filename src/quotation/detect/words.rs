//! What the rules know of a single word: one set of flags, from the word lists.
//!
//! The lists are asked once for each distinct word of the article, not once for
//! each of its places.

use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::words::{Token, Vocabulary};

/// The classes of a folded word in the lists that detection reads.
fn classes_of(lexicon: &Lexicon, word: &str) -> WordClasses {
    let mut class = WordClasses::default();
    let lists = [lexicon.speech_verbs, lexicon.people_nouns, lexicon.grammar_words, lexicon.around_speech];
    for list in lists {
        class = class.with(list.classes(word));
    }
    if lexicon.according.contains(word) || lexicon.according.opens(word) {
        class = class.with(WordClass::According);
    }
    if let Some(gender) = lexicon.given_names.find(word) {
        // the gender of a name is asked for apart: *Mary* does not make a phrase feminine by itself
        class = class.with(WordClass::Given).with(gender);
    }
    class.with(lexicon.classes_by_ending(word))
}

/// The classes of the words of one article, each looked up once.
pub(super) struct ClassTable<'a> {
    lexicon: &'static Lexicon,
    vocabulary: &'a Vocabulary,
    known: Vec<Option<WordClasses>>,
}

impl<'a> ClassTable<'a> {
    pub(super) fn new(lexicon: &'static Lexicon, vocabulary: &'a Vocabulary) -> ClassTable<'a> {
        ClassTable { lexicon, vocabulary, known: vec![None; vocabulary.len()] }
    }

    /// The class of a token's word as it is written in the text.
    pub(super) fn of(&mut self, raw: &str, token: &Token) -> WordClasses {
        // `she'll` and `shell` share a key: the part before the apostrophe decides
        if let Some((head, tail)) = raw.split_once(['\'', '’']) {
            let class = classes_of(self.lexicon, &head.to_lowercase());
            return match tail {
                "t" => (WordClass::Auxiliary | WordClass::Modal).into(),
                "s" => class.without(WordClasses::CUE),
                _ => class,
            };
        }
        let Some(known) = self.known.get_mut(token.key.index()) else { return WordClasses::default() };
        // the lists spell words as they are written: *promised*, whose folded form is no word
        let class = *known.get_or_insert_with(|| {
            let (folded, lower) = (self.vocabulary.folded(token.key), raw.to_lowercase());
            let class = classes_of(self.lexicon, folded);
            if lower == folded { class } else { class.with(classes_of(self.lexicon, &lower)) }
        });
        // only a capital makes a name: *will* and *Will*, *mark* and *Mark*
        if raw.starts_with(char::is_uppercase) || !class.is(WordClass::Given) {
            return class;
        }
        let word = class.without(WordClass::Given);
        if word.is(WordClasses::SPEAKER) { word } else { word.without(WordClasses::GENDER) }
    }
}
