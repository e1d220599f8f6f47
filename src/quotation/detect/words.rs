//! What the rules know of a single word: one set of flags, from the word lists.
//!
//! The lists are asked once for each distinct word of the article, not once for
//! each place where it stands.

use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::text::{Token, Vocabulary};

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

    /// The class of a token's word as it stands in the text.
    pub(super) fn of(&mut self, raw: &str, token: &Token) -> WordClasses {
        // `she'll` and `shell` share a key: what stands before the apostrophe decides
        if let Some((head, tail)) = raw.split_once(['\'', '’']) {
            let possessive = tail == "s" && !head.eq_ignore_ascii_case("it");
            let class = classes_of(self.lexicon, &head.to_lowercase());
            let class = if possessive { class.without(WordClasses::CUE) } else { class };
            return if tail == "t" { (WordClass::Auxiliary | WordClass::Modal).into() } else { class };
        }
        let Some(known) = self.known.get_mut(token.key.index()) else { return WordClasses::default() };
        // the lists spell words as they are written: *promised*, whose folded form is no word
        let class = *known.get_or_insert_with(|| {
            let (folded, lower) = (self.vocabulary.folded(token.key), raw.to_lowercase());
            let class = classes_of(self.lexicon, folded);
            if lower == folded { class } else { class.with(classes_of(self.lexicon, &lower)) }
        });
        // a capital tells names from words: *will* and *Will*, *mark* and *Mark*
        if raw.starts_with(char::is_uppercase) {
            class
        } else if class.is(WordClass::Given) {
            class.without(WordClass::Given).without(if class.is(WordClasses::SPEAKER) {
                WordClasses::default()
            } else {
                WordClasses::GENDER
            })
        } else {
            class
        }
    }
}
