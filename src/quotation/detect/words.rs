//! What the rules know of a single word: one set of flags, from the word lists.
//!
//! The lists are asked once for each distinct word of the article, not once for
//! each place where it stands.

use crate::lexicon::Lexicon;
use crate::text::{Token, Vocabulary};

/// What a word can be. A word can be several things: *report* is a verb and a noun.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Class(u128);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        /// Each class with its name in the word lists, in the order of their bits.
        const NAMES: &[&str] = &[$($value),*];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name),* }

        impl Class {
            $($(#[$doc])* pub(super) const $name: Class = Class(1 << Bit::$name as u32);)*
        }
    };
}

classes! {
    /// A verb of plain saying: *said*, *told*, *added*.
    SAY = "say";
    /// A verb that quotes on the way to something else: *called*, *believes*, *accused*.
    ATTITUDE = "attitude";
    /// Often a noun: *report*, *claims*.
    NOUN = "noun";
    /// Takes a reported clause: *said that*, *insists*.
    CLAUSE_VERB = "clause";
    /// Says something only with its [`Class::COMPLEMENT`]: *made clear*, *pointed out*.
    COMPLEMENTED = "complemented";
    /// Makes a verb one of saying: *clear*, *out*.
    COMPLEMENT = "complement";
    /// Gives a name: *called*, *dubbed*, *described*.
    NAMING = "naming";
    /// A noun for one who speaks: *spokesman*, *voter*.
    PERSON = "person";
    /// A noun for several, or for what speaks for somebody: *officials*, *statement*.
    GROUP = "group";
    /// He, or a word for a man.
    MASCULINE = "m";
    /// She, or a word for a woman.
    FEMININE = "f";
    /// *he*, *they*, *who*: a subject that stands for a name.
    PRONOUN = "pronoun";
    /// *his*, *their*.
    POSSESSIVE = "possessive";
    /// What may stand between a subject and its verb: *has*, *also*, *later*.
    AUXILIARY = "auxiliary";
    /// A verb form that stands before another verb.
    MODAL = "modal";
    /// Starts a noun phrase: *the*, *several*.
    DETERMINER = "determiner";
    /// The first word of *according to*.
    ACCORDING = "names-who";
    /// *in*, *about*, *including*.
    PREPOSITION = "preposition";
    /// Starts another clause: *that*, *while*, *and*.
    CLAUSE = "clause-start";
    /// Starts an opening phrase that ends at a comma: *In Iowa on Friday,*.
    OPENER = "opener";
    /// Stands before a main clause: *But*, *Meanwhile*.
    CONNECTIVE = "connective";
    /// Part of a time: *Monday*, *morning*, *last*.
    TIME = "time";
    /// The name of a day or month.
    MONTH = "month";
    /// Written with a capital at the start of a sentence, but never part of a name.
    NAMELESS = "nameless";
    /// Points to somebody known: *the*.
    DEFINITE = "definite";
    /// Stands for a thing or a fact: *it*.
    THING = "thing";
    /// Joins words and clauses of one rank: *and*, *but*.
    JOINING = "joining";
    /// Stands inside names in lower case: *van*, *bin*.
    PARTICLE = "particle";
    /// Stands before names: *Mr.*, *President*.
    TITLE = "title";
    /// A stop behind it ends no sentence and no name.
    ABBREVIATION = "abbreviation";
    /// Part of the name of a body or place, not of a person.
    ORGANIZATION = "organization";
    /// The first word of many names of places and bodies.
    PLACE = "place";
    /// Leaves its verb without a subject of its own: *and said*, *before adding*.
    ELIDED = "elided";
    /// A given name.
    GIVEN = "given";
    /// An adverb by its ending: *angrily*.
    ADVERB = "adverb";
    /// *saying*, *calling*.
    ING = "ing";
    /// Looks like a past form: *visited*.
    PAST = "past";
    /// Agrees with its subject or stands in the past: *reports*, *claimed*.
    FINITE = "finite";
    /// Looks like a plural: *auditors*.
    PLURAL = "plural";
    /// Looks like an adjective in front of its noun: *alte*, *neuen*.
    ADJECTIVE = "adjective";

    /// A noun stands behind it, never a verb: *the claim*.
    NOUN_BEHIND = "noun-behind";
    /// What may be a noun or a verb is a noun behind it: *this claim*, *political claims*.
    NOUN_LIKELY = "noun-likely";
    /// A verb stands behind it: *they claim*.
    VERB_BEHIND = "verb-behind";
    /// Helps a participle to be a verb: *was saying*.
    HELPING = "helping";
    /// Introduces words only without a helping verb: *used*, never *is used*.
    ACTIVE = "active";
    /// Says something only before a [`Class::THING`]: *put it*.
    WITH_THING = "with-thing";
    /// Makes an infinitive: *to*.
    INFINITIVE = "infinitive";
    /// Lets the infinitive behind it say something: *went on to say*.
    GOES_ON = "goes-on";
    /// Joins names to one subject: *and*.
    TOGETHER = "together";
    /// May stand between a verb of saying and the marks it introduces: *called it a “…”*.
    LINK = "link";
    /// *as*.
    AS = "as";
    /// Says whose words are told: *cited as saying*.
    QUOTING = "quoting";
    /// The name behind it is the subject of a participle: *heard Berg saying*.
    PERCEIVING = "perceiving";
    /// Begins another matter behind the marks: *“…,” and Kern said*.
    ANOTHER = "another";
    /// Begins what is reported right behind the verb: *said he*.
    REPORTED = "reported";
    /// Begins a reported clause: *that*.
    THAT = "that";
    /// Its listener is its object: *told reporters*.
    TELLING = "telling";
    /// Reports any clause, whatever it begins with: *said*.
    PLAIN = "plain";
    /// Who is told: *reporters*.
    LISTENER = "listener";
    /// Whoever speaks: *I*, *we*.
    SELF = "self";
    /// Stands for the name in front of it: *who*.
    RELATIVE = "relative";
    /// Stands for several: *they*.
    SEVERAL = "several";
    /// Begins a circumstance: *on Monday*, *in Ulm*, *late*.
    CIRCUMSTANCE = "circumstance";
    /// Is no subject behind a verb: *said nothing*.
    NO_SUBJECT = "no-subject";
    /// Begins no reported clause behind a verb: *said to*.
    NO_CLAUSE = "no-clause";
    /// Says that a name or title follows: *so-called*, *titled*.
    NAMED = "named";
    /// A work that has a title: *book*, *show*.
    WORK = "work";
    /// May stand before the title of a work: *in “Morning Watch”*.
    BEFORE_WORK = "before-work";
    /// A length of time: *two days later*.
    PERIOD = "period";
    /// Names a sender: *from*.
    SENDER = "sender";
    /// Stands behind a name and is no part of it: *Jr.*
    SUFFIX = "suffix";
    /// What somebody said: *claim*, *remarks*.
    STATEMENT = "statement";
    /// What is asked: *question*.
    QUESTION = "question";
    /// Makes a participle passive: *was described*.
    BEING = "being";
    /// Stands before who acts in a passive: *described by Berg*.
    AGENT = "agent";
    /// Bears words that nobody says: *banner*, *wall*.
    BEARER = "bearer";
    /// How words come onto what bears them: *written*, *painted*.
    WRITTEN = "written";
    /// A body that speaks by itself: *company*, *museum*.
    BODY = "body";
    /// Stands for somebody who is named nowhere: *another*.
    INDEFINITE = "indefinite";
    /// An office held or sought by one: *mayor*, *candidate*.
    OFFICE = "office";
    /// Says who by an age: *22-year-old*.
    AGED = "aged";
}

impl Class {
    /// Every verb that can introduce a quotation.
    pub(super) const CUE: Class = Class(Class::SAY.0 | Class::ATTITUDE.0);
    /// Every noun that can be a speaker.
    pub(super) const SPEAKER: Class = Class(Class::PERSON.0 | Class::GROUP.0);
    const GENDER: Class = Class(Class::MASCULINE.0 | Class::FEMININE.0);

    /// Whether it is any of `other`.
    pub(super) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    fn named(values: &str) -> Class {
        let bit = |value: &str| NAMES.iter().position(|name| *name == value).map_or(0, |at| 1_u128 << at);
        Class(values.split(' ').map(bit).fold(0, |all, one| all | one))
    }

    /// Looks a folded word up in every list.
    fn of(lexicon: &Lexicon, word: &str) -> Class {
        let mut class = Class::default();
        let lists =
            [lexicon.speech_verbs, lexicon.people_nouns, lexicon.grammar_words, lexicon.around_speech];
        for list in lists {
            class = class.with(list.get(word).map_or(Class::default(), Class::named));
        }
        if lexicon.according.contains(word) || lexicon.according.opens(word) {
            class = class.with(Class::ACCORDING);
        }
        if let Some(gender) = lexicon.given_names.get(word) {
            // the gender of a name is asked for apart: *Mary* does not make a phrase feminine by itself
            class = class.with(Class::GIVEN).with(Class::named(gender));
        }
        // the longest ending says it: *Paris* ends like a plural, *press* does not
        if let Some((_, value)) = lexicon.word_endings.endings(word).next()
            && let Some((names, least)) = value.rsplit_once(' ')
            && least.parse().is_ok_and(|least: usize| word.len() >= least)
        {
            class = class.with(Class::named(names));
        }
        class
    }
}

/// The classes of the words of one article, each looked up once.
pub(super) struct Classes<'a> {
    lexicon: &'static Lexicon,
    vocabulary: &'a Vocabulary,
    known: Vec<Option<Class>>,
}

impl<'a> Classes<'a> {
    pub(super) fn new(lexicon: &'static Lexicon, vocabulary: &'a Vocabulary) -> Classes<'a> {
        Classes { lexicon, vocabulary, known: vec![None; vocabulary.len()] }
    }

    /// The class of a token's word as it stands in the text.
    pub(super) fn of(&mut self, raw: &str, token: &Token) -> Class {
        // `she'll` and `shell` share a key: what stands before the apostrophe decides
        if let Some((head, tail)) = raw.split_once(['\'', '’']) {
            let possessive = tail == "s" && !head.eq_ignore_ascii_case("it");
            let class = Class::of(self.lexicon, &head.to_lowercase());
            let class = if possessive { class.without(Class::CUE) } else { class };
            return if tail == "t" { Class::AUXILIARY.with(Class::MODAL) } else { class };
        }
        let Some(known) = self.known.get_mut(token.key.index()) else { return Class::default() };
        // the lists spell words as they are written: *promised*, whose folded form is no word
        let class = *known.get_or_insert_with(|| {
            let (folded, lower) = (self.vocabulary.folded(token.key), raw.to_lowercase());
            let class = Class::of(self.lexicon, folded);
            if lower == folded { class } else { class.with(Class::of(self.lexicon, &lower)) }
        });
        // a capital tells names from words: *will* and *Will*, *mark* and *Mark*
        if raw.starts_with(char::is_uppercase) {
            class
        } else if class.is(Class::GIVEN) {
            class.without(Class::GIVEN).without(if class.is(Class::SPEAKER) {
                Class::default()
            } else {
                Class::GENDER
            })
        } else {
            class
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    /// The values that others ask for.
    const ELSEWHERE: [&str; 13] = [
        "body",
        "tag",
        "neutral",
        "loaded",
        "weak",
        "cue",
        "small",
        "joined",
        "closing",
        "bare",
        "clause-behind",
        "claiming",
        "never-name",
    ];

    #[test]
    fn every_value_of_the_lists_is_a_class() {
        let lists = |of: &Lexicon| {
            [
                of.speech_verbs,
                of.people_nouns,
                of.grammar_words,
                of.around_speech,
                of.given_names,
                of.word_endings,
            ]
        };
        for list in Language::ALL.into_iter().flat_map(|language| lists(language.lexicon())) {
            for (word, values) in list.entries() {
                let is_class = |value: &&str| !value.is_empty() && value.parse::<u8>().is_err();
                for value in values.split(' ').filter(is_class) {
                    assert!(NAMES.contains(&value) || ELSEWHERE.contains(&value), "{word}: {value}");
                }
            }
        }
    }
}
