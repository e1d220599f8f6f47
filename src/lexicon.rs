//! Word lists: the knowledge of a language, separate from the rules.
//!
//! A [`Lexicon`] contains the lists of one [`Language`]: a folder of
//! `assets/lexicon/` with a file for each list, embedded into the program. Each stage
//! reads the lexicon of the article. Other languages have an empty lexicon; rules that
//! need no words work for them too.
//!
//! To add a language, add a folder with a file for each list (which may be empty),
//! a variant of [`Language`] and its lexicon below.

mod class;
mod entry;
mod identify;
mod language;
mod list;
mod role;
mod value;

pub use class::{ClassList, WordClass, WordClasses};
pub use entry::{
    Clitic, ClockWord, Condition, Currency, DateName, DateWord, FractionWord, HedgeWord, LeastBefore,
    NumberWord, Opposite, Quantifier, Rank, RelationWord, Response, Scale, SpellingEnding, StemEnding,
    StemRound, TitleForm, Unit,
};
pub use language::{Clauses, Language};
pub use list::WordList;
pub use role::{
    Abbreviation, Amount, BoundRole, BylineWord, CalendarWord, CaptionPart, CreditPart, DateRole, Denial,
    Framing, Half, Hedge, Joint, LegalStep, Modal, Period, Post, RelationKind, Share, TimeUnit, Tone,
};
pub use value::{MOST_WORDS, Value, ValueList};

use class::EndingClasses;
use enumset::EnumSet;
use list::word_list;

macro_rules! lexicon {
    (($d:tt) $($(#[$doc:meta])* $name:ident: $kind:ty = $file:literal;)*) => {
        /// The word lists of one language.
        #[derive(Debug)]
        pub struct Lexicon {
            /// The language.
            pub language: Language,
            $($(#[$doc])* pub $name: $kind,)*
        }

        /// The lexicon of a folder.
        macro_rules! lexicon_of {
            ($d language:expr, $d folder:literal) => {
                Lexicon {
                    language: $d language,
                    $($name: <$kind>::new(word_list!(
                        include_str!(concat!("../assets/lexicon/", $d folder, "/", $file, ".txt"))
                    )),)*
                }
            };
        }

        /// The lexicon of languages without lists.
        const EMPTY: Lexicon = Lexicon { language: Language::Other, $($name: <$kind>::new(WordList::EMPTY),)* };

        #[cfg(test)]
        impl Lexicon {
            /// Every list with the name of its file.
            fn lists(&self) -> Vec<(&'static str, WordList)> {
                vec![$(($file, self.$name.into())),*]
            }

            /// The roles of the values of each list, and whether a value is known.
            fn values() -> Vec<(&'static [&'static str], fn(&'static str) -> bool)> {
                use value::TestValues;
                vec![$((<$kind>::ROLES, <$kind>::is_known as fn(&'static str) -> bool)),*]
            }
        }
    };
}

lexicon! { ($)
    /// Words too common to say what a sentence is about: articles, pronouns, auxiliaries.
    stop_words: WordList = "stop-words";

    /// Verbs of saying, and a few similar words, with classes for each stage. To attribute
    /// quotations: `say` (plain saying) or `attitude` (*called*, *believes*), `noun` (often a
    /// noun instead), `clause` (takes a reported clause), `naming` (*called her a*, *described
    /// as*). To find sentences: `tag`. To weigh statements: `neutral`, `loaded` or `weak`.
    /// To separate attributions from statements: `cue`.
    speech_verbs: ClassList = "speech-verbs";

    /// Function words next to a verb of saying, a quotation or a speaker, with the classes of
    /// `detect`; `small` inside titles, `joined` to names, `closing` after a quotation whose
    /// closing mark is missing.
    around_speech: ClassList = "around-speech";

    /// Words that precede the name of the speaker: *according to*.
    according: ValueList<()> = "according";

    /// Nouns for speakers: `person` or `group`, and `m` or `f` if the noun has a gender.
    people_nouns: ClassList = "people-nouns";

    /// Nouns that say more of a speaker than a trade does, and how; `=` and the noun that means the same.
    relations: ValueList<RelationWord> = "relations";

    /// Given names with their usual gender; without a value if both are common.
    given_names: ClassList = "given-names";

    /// Words of the closed classes, and capitalized words that name no person.
    grammar_words: ClassList = "grammar-words";

    /// Countries, capitals, states of the U.S., large cities, and their demonyms; the value is the
    /// place that an alias or a demonym refers to.
    places: WordList = "places";

    /// Offices and roles; the value is the canonical form, or `^` if the word is one only with a
    /// capital: *General*.
    titles: ValueList<TitleForm> = "titles";

    /// Negations, folded: *didn’t* is `didnt`.
    negations: WordList = "negations";

    /// Words that deny without a *not*: *refused to*, *unable to*, *failed to*; the value
    /// is `not` if the word means the same as *not*: *hardly*, *without*.
    denying_words: ValueList<Denial> = "denying-words";

    /// Words that leave open whether a thing is so, and what they leave open; `~` and the same where a
    /// word says as much in another form (*plans*, *chance*), `no` where it only looks like one: *appeared in*.
    hedges: ValueList<HedgeWord> = "hedges";

    /// Words of a denial, an apology or an answer: what fairness asks to keep. The value lists the uses in
    /// which they are one; conditions joined by `+` must all be met: `negated` by a word before it,
    /// `<word` shortly before, `>word` right after, `..word` shortly after, `to-speak` before *to* and a
    /// verb that is `spoken`.
    responses: ValueList<Response> = "responses";

    /// Stock phrases in lower case, which are no sign of copying: *did not immediately respond to a
    /// request for comment*.
    set_phrases: WordList = "set-phrases";

    /// Words that credit another outlet: names of news agencies, and phrases in lower case.
    crediting: WordList = "crediting";

    /// Abbreviations without their full stop, as they are printed, and their kind.
    abbreviations: ValueList<Abbreviation> = "abbreviations";

    /// Words that start sentences and are never part of a name; `always-capital` for those that have
    /// a capital anywhere: *I*, German *Sie*.
    sentence_starters: ClassList = "sentence-starters";

    /// Months, weekdays and time zones, full and short, and their kind.
    calendar: ValueList<CalendarWord> = "calendar";

    /// Words that may follow a company's name in one phrase: `Harbor & Co. Chief Executive`.
    company_roles: WordList = "company-roles";

    /// Number words; the value is the number below a hundred, `e` and the power of ten for
    /// multipliers, `a` for the article that counts before these, or empty for rough ones:
    /// *dozens*. Entries with `-` are suffixes of digits: `40bn`.
    numbers: ValueList<NumberWord> = "numbers";

    /// Ordinal numbers, and with `-` the endings that make ordinals of digits.
    ordinals: WordList = "ordinals";

    /// Words of dates, folded: `month`, `weekday` and `decade` with a number, `relative` with days from
    /// today, `step` with periods from this one and `unit` with a period (*last week*); and what small
    /// words do next to a date ([`DateRole`]). Entries with `-` are endings of digits.
    dates: ValueList<DateWord> = "dates";

    /// Abbreviations before a name, folded: *mr*, *gen*.
    name_stops: WordList = "name-stops";

    /// Spelling variants, folded, and the spelling that they are compared as.
    spellings: WordList = "spellings";

    /// Words, folded, that become another word with a hyphen: *resign* and *re-sign*.
    hyphen_words: WordList = "hyphen-words";

    /// Spelling variants of endings: the other ending, and the minimum of bytes before it, or `vowels`
    /// if two vowels must precede it.
    spelling_endings: ValueList<SpellingEnding> = "spelling-endings";

    /// The stems of irregular words, for alignment.
    stems: WordList = "stems";

    /// Endings that stemming removes, in the round `first` or `then`, and their replacement.
    stem_endings: ValueList<StemEnding> = "stem-endings";

    /// Beginnings that stemming removes (*ge-* of participles), or separable particles with their value.
    stem_beginnings: WordList = "stem-beginnings";

    /// Endings with the classes of their words and the minimum length of the word in bytes; the longest
    /// ending counts.
    word_endings: ValueList<EndingClasses> = "word-endings";

    /// Words that change what a statement says, folded: `condition` (`unless` for negative ones),
    /// `modality`, `hedge`, `first-person` and `third-person`, `joint` and `but` between clauses,
    /// `indefinite-article`, `stand-in` for demonstratives, `oath` for a word that is not printed
    /// (`[expletive]`), and `idle` after a negation without effect: *not only*.
    turns: ClassList = "turns";

    /// Verb forms and their backshift in reported speech, folded: *will* becomes *would*.
    backshifts: WordList = "backshifts";

    /// Contractions, folded, and their full forms.
    contractions: WordList = "contractions";

    /// Words of the lines at the head of a story: `byline` and `stamp` open one,
    /// `in-dateline` may be part of one.
    bylines: ValueList<BylineWord> = "bylines";

    /// How credit lines open and end.
    credits: ValueList<CreditPart> = "credits";

    /// How captions open (`opening`) and end (`ending`), and words that precede the
    /// photographer: `label`, `bracket`.
    captions: ValueList<EnumSet<CaptionPart>> = "captions";

    /// Words that say how many or how often, and how much that is; `lone` where they say so without
    /// another in their place, `idle` where they only look like it: *after all*.
    quantifiers: ValueList<Quantifier> = "quantifiers";

    /// Modal verbs, and verbs that bind or ask: how sure or how bound something is.
    modals: ValueList<Modal> = "modals";

    /// Words and their opposites: each pair, a colon, and which of the two; `after-stance` where they are
    /// opposites only after a stance word.
    opposites: ValueList<Opposite> = "opposites";

    /// Words after which a preposition takes a side: *voted*, *argues*.
    stance_words: WordList = "stance-words";

    /// Words for what became of somebody before the law, and the step that they name.
    legal_status: ValueList<LegalStep> = "legal-status";

    /// Words that join two events, and how.
    causes: ValueList<Joint> = "causes";

    /// Units of measure and of time; the value is the canonical form. Entries with `-` are suffixes of
    /// digits only.
    units: ValueList<Unit> = "units";

    /// Fractions and their denominator; `one` for the article before them, `of` for the word after
    /// them, `in` for the word in *one in five*; `x` and the factor for multiples: *twice*,
    /// *tripled*.
    fractions: ValueList<FractionWord> = "fractions";

    /// Words around numbers: `rough` ones make a figure inexact; after `before-one` and before
    /// `behind-one` the word *one* is not a number. After `before-a` the article counts a `span` of
    /// time: *after a year*; `age` and `times` follow a number. `minus` precedes a negative figure,
    /// unless an `unsigned` word precedes it (*plus or minus*); `below-zero` and `above-zero` follow
    /// a figure or a word for a `degree`. `list` words join the items of a list, `course` words lead
    /// from one value to the next, `respective` ones give the items of a list the order of another.
    around_numbers: ClassList = "around-numbers";

    /// Symmetric verbs: *met*, *married*.
    mutual_verbs: WordList = "mutual-verbs";

    /// Words that bound a figure, before or after it, or make a range of two.
    bounds: ValueList<EnumSet<BoundRole>> = "bounds";

    /// Short forms of given names, and the given name.
    short_names: WordList = "short-names";

    /// What somebody does in a company or a body.
    posts: ValueList<Post> = "posts";

    /// Names of money: the code of the currency, and the power of ten for a smaller coin.
    /// Entries with `-` are suffixes of figures, those with `$` precede figures.
    currencies: ValueList<Currency> = "currencies";

    /// Words that make a figure a `share`, or `points` or `basis-points` of one: *percent*, *percentage points*.
    shares: ValueList<Share> = "shares";

    /// Words of the clock, folded: `at` an hour (*noon*), which half of the day the hour before is of,
    /// `counted` where it may also be a length of time, but not after a `before-hour` word.
    clock: ValueList<ClockWord> = "clock";

    /// Words that form one word with the word before: after `any` word or after a `pronoun` if an
    /// apostrophe was lost, or after the word in the value (*per* of *cent*); a word with `hyphen` never
    /// does, even after a hyphen: *dit-il*.
    clitics: ValueList<Clitic> = "clitics";

    /// Words that modify an office, and their canonical form: *former*, *ex*; `before-role` if they do so
    /// only right before an office: *head coach*, not *the head*.
    ranks: ValueList<Rank> = "ranks";

    /// Unnamed sources: *insiders*, *observers*.
    vague_speakers: WordList = "vague-speakers";

    /// How verbs of saying judge what was said.
    speech_tones: ValueList<Tone> = "speech-tones";

    /// The words around *what critics see as*: what `opens` and `closes` it.
    framing: ValueList<Framing> = "framing";
}

static ENGLISH: Lexicon = lexicon_of!(Language::English, "en");
static GERMAN: Lexicon = lexicon_of!(Language::German, "de");
static FRENCH: Lexicon = lexicon_of!(Language::French, "fr");
static OTHER: Lexicon = EMPTY;

impl Language {
    /// The word lists of the language.
    pub fn lexicon(self) -> &'static Lexicon {
        match self {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
            Language::French => &FRENCH,
            Language::Other => &OTHER,
        }
    }
}

impl Lexicon {
    /// The classes of a word by its longest listed ending: *Paris* ends like a plural, *press* does not.
    pub fn classes_by_ending(&self, word: &str) -> WordClasses {
        let longest = self.word_endings.endings(word).next().map(|(_, ending)| ending);
        longest.filter(|ending| word.len() >= ending.least).map(|ending| ending.classes).unwrap_or_default()
    }

    /// Whether any listed ending of a word has the class, whatever the length of the word.
    pub fn has_ending(&self, word: &str, class: WordClass) -> bool {
        self.word_endings.endings(word).any(|(_, ending)| ending.classes.is(class))
    }

    /// The lists whose values are classes, with the name of each file.
    #[cfg(test)]
    fn class_lists(&self) -> [(&'static str, WordList); 9] {
        [
            ("speech-verbs", self.speech_verbs.list),
            ("around-speech", self.around_speech.list),
            ("people-nouns", self.people_nouns.list),
            ("given-names", self.given_names.list),
            ("grammar-words", self.grammar_words.list),
            ("turns", self.turns.list),
            ("around-numbers", self.around_numbers.list),
            ("sentence-starters", self.sentence_starters.list),
            ("word-endings", self.word_endings.list),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_list_is_sorted_and_finds_its_own_entries() {
        for language in Language::ALL {
            for (name, list) in language.lexicon().lists() {
                let entries: Vec<_> = list.entries().collect();
                let name = format!("{}/{name}", language.name());
                assert!(entries.is_sorted_by(|a, b| a.0 < b.0), "{name} is not in byte order");
                for (entry, value) in entries {
                    assert_eq!(list.get(entry), Some(value), "{name}: {entry}");
                }
            }
        }
    }

    #[test]
    fn the_classes_of_the_lists_are_those_of_the_code() {
        let mut listed: BTreeSet<&str> = BTreeSet::new();
        for language in Language::ALL {
            for (_, list) in language.lexicon().class_lists() {
                listed.extend(list.entries().flat_map(|(_, values)| values.split(' ')));
            }
        }
        // of endings the least length of the word
        listed.retain(|value| !value.is_empty() && value.parse::<u8>().is_err());
        let known: BTreeSet<&str> = EnumSet::<WordClass>::all().iter().map(WordClass::name).collect();
        assert_eq!(
            listed.difference(&known).collect::<Vec<_>>(),
            Vec::<&&str>::new(),
            "no class has the name"
        );
        let unlisted: Vec<&&str> = known.difference(&listed).collect();
        // other lists say these by what they hold: *given-names*, *stop-words* …
        let by_list = ["contraction", "denying", "given", "names-who", "negation", "not", "stop"];
        assert!(unlisted.into_iter().eq(&by_list), "no list has the class");
    }

    #[test]
    fn the_roles_of_the_lists_are_those_of_the_code() {
        for (at, (roles, is_known)) in Lexicon::values().into_iter().enumerate() {
            let mut listed: BTreeSet<&str> = BTreeSet::new();
            for language in Language::ALL {
                let (file, list) = language.lexicon().lists()[at];
                for (entry, text) in list.entries() {
                    assert!(is_known(text), "{}/{file}: {entry} has the value {text}", language.name());
                    listed.extend(text.split(' ').map(|part| part.trim_start_matches('~')));
                }
            }
            let unlisted: Vec<&&str> = roles.iter().filter(|role| !listed.contains(**role)).collect();
            assert!(unlisted.is_empty(), "no entry has the roles {unlisted:?}");
        }
    }

    #[test]
    fn no_entry_is_longer_than_phrases_are_read() {
        for language in Language::ALL {
            let lexicon = language.lexicon();
            let lists = [
                lexicon.places,
                *lexicon.according,
                *lexicon.around_numbers,
                *lexicon.bounds,
                *lexicon.causes,
                *lexicon.currencies,
                *lexicon.hedges,
                *lexicon.modals,
                *lexicon.opposites,
                *lexicon.posts,
                *lexicon.quantifiers,
                *lexicon.shares,
                *lexicon.speech_tones,
                *lexicon.titles,
                *lexicon.units,
            ];
            let longest = lists
                .into_iter()
                .flat_map(WordList::entries)
                .max_by_key(|(words, _)| words.split(' ').count());
            assert!(longest.is_none_or(|(words, _)| words.split(' ').count() <= MOST_WORDS), "{longest:?}");
        }
    }

    #[test]
    fn a_word_and_its_opposite_are_both_listed() {
        for language in Language::ALL {
            let (_, list) = language
                .lexicon()
                .lists()
                .into_iter()
                .find(|(file, _)| *file == "opposites")
                .expect("a list");
            let senses: BTreeSet<&str> = list
                .entries()
                .flat_map(|(_, senses)| senses.split(' ').filter(|part| part.contains(':')))
                .collect();
            for sense in &senses {
                let other = match sense.strip_suffix('+') {
                    Some(pair) => format!("{pair}-"),
                    None => sense.replace('-', "+"),
                };
                assert!(senses.contains(&*other), "{}: {other}", language.name());
            }
        }
    }

    #[test]
    fn every_file_is_a_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/lexicon");
        for file in std::fs::read_dir(folder).expect("the folder of languages").flatten() {
            for file in std::fs::read_dir(file.path()).expect("the lists of a language").flatten() {
                let file = file.file_name().to_string_lossy().into_owned();
                assert!(ENGLISH.lists().iter().any(|(name, _)| file == format!("{name}.txt")), "{file}");
            }
        }
    }
}
