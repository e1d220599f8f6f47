//! The words of one article: what the word lists and the capitals say about each token.
//!
//! Follows [`crate::sentence`]; detection and linking read it. Each list is consulted once
//! for each distinct spelling of an article, not once for each place.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::article::Article;
use crate::lexicon::{Denial, Lexicon, WordClass, WordClasses};
use crate::sentence::Sentences;
use crate::text::{HYPHENS, Pair, Span};
use crate::words::{Key, Token, Vocabulary};

/// What is known about a word where it occurs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// Its classes in the word lists, and [`WordClass::Nameless`] where its capital says nothing.
    pub classes: WordClasses,
    /// Whether it is written like a name: *Berg*, *al-Sadr*.
    pub capital: bool,
    /// Whether the article has it with a capital where only a name has one: inside a sentence of the text.
    pub is_proper: bool,
    /// Whether it has a possessive ending: *Berg’s*.
    pub possessive: bool,
}

/// The words of an article, one for each token.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    distinct: Vec<Word>,
    /// The place in `distinct` of each token's word.
    places: Vec<u32>,
}

impl Words {
    /// Looks up the words of an article.
    pub fn new(article: &Article, sentences: &Sentences, vocabulary: &Vocabulary) -> Words {
        let lexicon = article.lexicon();
        let capitals = Capitals::new(article, sentences, vocabulary);
        let mut known: HashMap<(&str, bool), u32, FxBuildHasher> = HashMap::default();
        let mut words =
            Words { distinct: Vec::new(), places: Vec::with_capacity(sentences.all_tokens().len()) };
        for (id, sentence) in sentences.iter() {
            let is_title = article.block(sentence.block).kind.is_title();
            for (place, token) in sentences.tokens(id).iter().enumerate() {
                let (raw, is_initial) = (article.slice(token.word), place == 0 || is_title);
                let place = *known.entry((raw, is_initial)).or_insert_with(|| {
                    let mut classes = classes(lexicon, raw, vocabulary.folded(token.key));
                    if is_initial && capitals.is_by_place(token.key, classes) {
                        classes = classes.with(WordClass::Nameless);
                    }
                    words.distinct.push(Word {
                        classes,
                        capital: starts_name(lexicon, raw),
                        is_proper: capitals.has(token.key, PROPER),
                        possessive: lexicon.language.possessive_ending(raw) > 0,
                    });
                    words.distinct.len() as u32 - 1
                });
                words.places.push(place);
            }
        }
        words
    }

    /// The word of the token at an index of [`Sentences::all_tokens`].
    pub fn get(&self, token: usize) -> &Word {
        &self.distinct[self.places[token] as usize]
    }
}

/// The classes of a word, as it is printed and as it is compared.
pub fn classes(lexicon: &Lexicon, raw: &str, folded: &str) -> WordClasses {
    printed_classes(lexicon, raw, folded).with(folded_classes(lexicon, folded))
}

/// Whether the same letters mean the same, although one side writes several words as one: *e mail*, *any
/// more*, but not *not able*, *may be*, *a part*, *twenty five-year-olds*.
///
/// Each word is given as it is printed and as it is compared.
pub(crate) fn joins_keep_meaning(lexicon: &Lexicon, words: Pair<&[(&str, &str)]>) -> bool {
    let all = words.map(|words| {
        let all = words.iter().map(|(raw, folded)| classes(lexicon, raw, folded));
        all.fold(WordClasses::default(), WordClasses::with)
    });
    let differs = |class: WordClass| all.left.is(class) != all.right.is(class);
    let is_denied = all.left.is(WordClass::Negation) && all.right.is(WordClass::Negation);
    let has_other_meaning = differs(WordClass::IndefiniteArticle)
        || differs(WordClass::Negation) && !lexicon.language.joins_negations()
        // *cannot* is *can not*
        || differs(WordClass::Modality) && !is_denied;
    let is_number = |word: &str| lexicon.numbers.contains(&word.to_lowercase());
    // a second number that counts other things
    let counts = |words: &[(&str, &str)]| {
        words.windows(2).any(|two| {
            let rest = two[1].0.split_once(HYPHENS);
            is_number(two[0].0) && rest.is_some_and(|(head, tail)| is_number(head) && !is_number(tail))
        })
    };
    !has_other_meaning && !counts(words.left) && !counts(words.right)
}

fn printed_classes(lexicon: &Lexicon, raw: &str, folded: &str) -> WordClasses {
    // `she'll` and `shell` share a key: the part before the apostrophe decides
    if let Some((head, tail)) = raw.split_once(['\'', '’']) {
        let classes = listed_classes(lexicon, &head.to_lowercase());
        return match tail {
            "t" => (WordClass::Auxiliary | WordClass::Modal).into(),
            "s" => classes.without(WordClasses::CUE),
            _ => classes,
        };
    }
    // the lists spell words as they are written: *promised*, whose folded form is no word
    let (mut classes, lower) = (listed_classes(lexicon, folded), raw.to_lowercase());
    if lower != folded {
        classes = classes.with(listed_classes(lexicon, &lower));
    }
    // only a capital makes a name: *will* and *Will*, *mark* and *Mark*
    if raw.starts_with(char::is_uppercase) || !classes.is(WordClass::Given) {
        return classes;
    }
    let word = classes.without(WordClass::Given);
    if word.is(WordClasses::SPEAKER) { word } else { word.without(WordClasses::GENDER) }
}

/// The classes of a word in the lists that spell words as they are compared.
fn folded_classes(lexicon: &Lexicon, folded: &str) -> WordClasses {
    let is_short_for_two = || lexicon.contractions.get(folded).is_some_and(|words| words.contains(' '));
    let holds = [
        (WordClass::Stop, lexicon.stop_words.contains(folded)),
        (WordClass::Negation, lexicon.negations.contains(folded)),
        (WordClass::NegationLike, lexicon.denying_words.get(folded) == Some(Denial::Not)),
        (WordClass::Denying, lexicon.denying_words.contains(folded)),
        (WordClass::Contraction, is_short_for_two()),
    ];
    let classes = lexicon.turns.classes(folded).with(lexicon.around_numbers.classes(folded));
    holds.iter().filter(|(_, holds)| *holds).fold(classes, |classes, (class, _)| classes.with(*class))
}

/// The classes of a word in lower case.
fn listed_classes(lexicon: &Lexicon, word: &str) -> WordClasses {
    let lists = [lexicon.speech_verbs, lexicon.people_nouns, lexicon.grammar_words, lexicon.around_speech];
    let mut classes = lexicon.classes_by_ending(word);
    for list in lists {
        classes = classes.with(list.classes(word));
    }
    if lexicon.according.contains(word) || lexicon.according.opens(word) {
        classes = classes.with(WordClass::According);
    }
    if let Some(gender) = lexicon.given_names.get(word) {
        classes = classes.with(WordClass::Given).with(gender);
    }
    classes
}

/// Whether a word is written like a name: with a capital, or with one after a particle, *al-Sadr*, *d’Arc*.
fn starts_name(lexicon: &Lexicon, word: &str) -> bool {
    if word.starts_with(char::is_uppercase) {
        return true;
    }
    let joined = word.split_once(['-', '\'', '’']).filter(|(_, name)| name.starts_with(char::is_uppercase));
    joined.is_some_and(|(particle, _)| lexicon.around_speech.has(particle, WordClass::Joined))
}

/// How the words of an article are capitalized, by key.
///
/// *Talk* at the start of a sentence or in a headline is a common noun if the article has
/// *talk* elsewhere and never *Talk* inside a sentence: the article itself is the evidence.
struct Capitals(Vec<u8>);

/// Seen in lower case.
const LOWER: u8 = 1;
/// Seen with a capital where only a name has one.
const PROPER: u8 = 2;

impl Capitals {
    fn new(article: &Article, sentences: &Sentences, vocabulary: &Vocabulary) -> Capitals {
        let mut seen = vec![0_u8; vocabulary.len()];
        for (id, sentence) in sentences.iter() {
            let is_title = article.block(sentence.block).kind.is_title();
            let mut before: Option<&Token> = None;
            for token in sentences.tokens(id) {
                // “Why? Berg asked: a mark or stop in front may begin a sentence
                let follows_blank = before.is_some_and(|before| {
                    Span::new(before.word.end(), token.word.start()).of(&article.text) == " "
                });
                let word = article.slice(token.word);
                if word.starts_with(char::is_lowercase) {
                    seen[token.key.index()] |= LOWER;
                } else if word.starts_with(char::is_uppercase) && !is_title && follows_blank {
                    seen[token.key.index()] |= PROPER;
                }
                before = Some(token);
            }
        }
        Capitals(seen)
    }

    fn has(&self, key: Key, seen: u8) -> bool {
        self.0[key.index()] & seen != 0
    }

    /// Whether a word at the start of a sentence, or in a title, has its capital from there: *Ultimately*, *Critics*, *Talk*.
    fn is_by_place(&self, key: Key, classes: WordClasses) -> bool {
        let is_name = classes.is(WordClass::Given | WordClass::Title) || self.has(key, PROPER);
        let is_common =
            classes.is(WordClass::Adverb) || self.has(key, LOWER) || classes.is(WordClasses::SPEAKER);
        !is_name && is_common
    }
}
