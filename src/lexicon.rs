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
mod identify;
mod language;
mod list;
mod value;

pub use class::{ClassList, WordClass, WordClasses};
pub use language::{Clauses, Language};
pub use list::WordList;
pub use value::{
    Abbreviation, BylineWord, CalendarWord, CaptionPart, Clitic, CreditPart, LeastBefore, SpellingEnding,
    StemEnding, StemRound, ValueList,
};

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
    according: WordList = "according";

    /// Nouns for speakers: `person` or `group`, and `m` or `f` if the noun has a gender.
    people_nouns: ClassList = "people-nouns";

    /// Nouns that relate a speaker to another person or body: a `voice` speaks for them, a `relation` is
    /// another person or office (*lawyer*, *brother*), a `member` speaks for the body; `general` nouns
    /// fit many people. A text is somebody’s `message` or a `record`.
    relations: WordList = "relations";

    /// Given names with their usual gender; without a value if both are common.
    given_names: ClassList = "given-names";

    /// Words of the closed classes, and capitalized words that name no person.
    grammar_words: ClassList = "grammar-words";

    /// Countries, capitals, states of the U.S., large cities, and their demonyms; the value is the
    /// place that an alias or a demonym refers to.
    places: WordList = "places";

    /// Offices and roles; the value is the canonical form, or `^` if the word is one only with a
    /// capital: *General*.
    titles: WordList = "titles";

    /// Negations, folded: *didn’t* is `didnt`.
    negations: WordList = "negations";

    /// Words that deny without a *not*: *refused to*, *unable to*, *failed to*; the value
    /// is `not` if the word means the same as *not*: *hardly*, *without*.
    denying_words: WordList = "denying-words";

    /// Hedges, with what they leave uncertain: `open` whether something is true (*may*), `report`
    /// its source (*allegedly*), `estimate` the amount (*an estimated*), `habit` the frequency
    /// (*typically*), `degree` the degree (*relatively*), `plan` whether it will happen (*hopes
    /// to*); `~` and one of these for a word that has the same effect in another form (*plans*,
    /// *chance*). `no` for words that only look like a hedge: *appeared in*.
    hedges: WordList = "hedges";

    /// Words of a denial, an apology or an answer, which fairness requires to keep. The value is a list of
    /// alternative conditions, each a conjunction joined by `+`: `negated` before, `<word` shortly before,
    /// `<two_words` or `>word` next to it, `..word` shortly after, `to-speak` before *to* and a `spoken`
    /// verb.
    responses: WordList = "responses";

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
    numbers: WordList = "numbers";

    /// Ordinal numbers, and with `-` the endings that make ordinals of digits.
    ordinals: WordList = "ordinals";

    /// Parts of dates, folded: `month` and `weekday` with a number (`doubtful` if the word often
    /// has another meaning), `relative` with days from today, and function words around a date:
    /// `before-month`, `before-year`, `before-count`, `behind-year`, `until`, `of` between day and
    /// month, `before-day` of digits; `decade` before a year, or with `-` after its digits;
    /// `step-1`, `step0` and `step1` with `unit-` words make *last week*, which is a duration
    /// after an `article`.
    dates: WordList = "dates";

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

    /// Quantifiers: the group, a colon, and the degree; `lone` if its loss or addition counts too,
    /// `idle` for words that only look like one: *after all*.
    quantifiers: WordList = "quantifiers";

    /// Modal verbs, and verbs of obligation and request, by strength (`can`, `may`, `let`, `will`,
    /// `would`, `should`, `must`, `ask`).
    modals: WordList = "modals";

    /// Words and their opposites: the pair, a colon, and which of the two.
    opposites: WordList = "opposites";

    /// Words that connect two events: `cause` if one causes the other, `time` if it only
    /// follows, `join` if it depends on the sentence, `link` for mere association.
    causes: WordList = "causes";

    /// Units of measure and of time; the value is the canonical form. Entries with `-` are suffixes of
    /// digits only.
    units: WordList = "units";

    /// Fractions and their denominator; `one` for the article before them, `of` for the word after
    /// them, `in` for the word in *one in five*; `x` and the factor for multiples: *twice*,
    /// *tripled*.
    fractions: WordList = "fractions";

    /// Words around numbers: `rough` ones make a figure inexact; after `before-one` and before
    /// `behind-one` the word *one* is not a number. After `before-a` the article counts a `span` of
    /// time: *after a year*; `age` and `times` follow a number. `minus` precedes a negative figure,
    /// unless an `unsigned` word precedes it (*plus or minus*); `below-zero` and `above-zero` follow
    /// a figure or a word for a `degree`. `list` words join the items of a list, `course` words lead
    /// from one value to the next, `respective` ones give the items of a list the order of another.
    around_numbers: ClassList = "around-numbers";

    /// Symmetric verbs: *met*, *married*.
    mutual_verbs: WordList = "mutual-verbs";

    /// Words that bound a figure: `over`, `least`, `under`, `most` and `near` before it, the same
    /// with `behind-` after it, and what makes a range of two: `between`, `and`, `to`, and
    /// `from`, which makes one only after a word of `ranging`.
    bounds: WordList = "bounds";

    /// Verbs and nouns for a function in a company or body: `lead`, `own`, `found` or only `serve`.
    posts: WordList = "posts";

    /// Names of money: the code of the currency, and the power of ten for a smaller coin.
    /// Entries with `-` are suffixes of figures, those with `$` precede figures.
    currencies: WordList = "currencies";

    /// Words that make a figure a `share` or `points` of one: *percent*, *percentage points*.
    shares: WordList = "shares";

    /// Words of the clock, folded: `at` before an hour, or the half of the day after one:
    /// `morning`, `afternoon`, `open` for either, `exact` for hours that count to 24, `counted` for hours
    /// that may also be a duration, unless a `before-hour` word precedes them.
    clock: WordList = "clock";

    /// Words that form one word with the word before: after `any` word or after a `pronoun` if an
    /// apostrophe was lost, or after the word in the value (*per* of *cent*); a word with `hyphen` never
    /// does, even after a hyphen: *dit-il*.
    clitics: ValueList<Clitic> = "clitics";

    /// Words that modify an office, and their canonical form: *former*, *ex*; `before-role` if they do so
    /// only right before an office: *head coach*, not *the head*.
    ranks: WordList = "ranks";

    /// Unnamed sources: *insiders*, *observers*.
    vague_speakers: WordList = "vague-speakers";

    /// The tone of verbs of saying: `plain`, or a judgment such as `claim`, `admit`, `warn`.
    speech_tones: WordList = "speech-tones";

    /// The words of *what critics see as*: those that `opens` and those that `closes` the phrase.
    framing: WordList = "framing";
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
    use super::value::{ListValue, NamedValue};
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

    /// What the lists of all languages say of their entries.
    fn listed(list: fn(&Lexicon) -> WordList) -> BTreeSet<&'static str> {
        let entries = Language::ALL.into_iter().flat_map(|language| list(language.lexicon()).entries());
        entries.map(|(_, value)| value).collect()
    }

    #[test]
    fn the_values_of_the_lists_are_those_of_the_code() {
        fn check<V: NamedValue>(list: fn(&Lexicon) -> WordList) {
            let listed: BTreeSet<&str> =
                listed(list).into_iter().flat_map(|value| value.split(' ')).collect();
            assert_eq!(listed, V::NAMES.iter().map(|(name, _)| *name).collect());
        }
        fn check_form<V: ListValue>(list: fn(&Lexicon) -> WordList) {
            let wrong: Vec<&str> =
                listed(list).into_iter().filter(|value| V::parse(value).is_none()).collect();
            assert!(wrong.is_empty(), "{wrong:?}");
        }
        check::<Abbreviation>(|lexicon| lexicon.abbreviations.list);
        check::<CalendarWord>(|lexicon| lexicon.calendar.list);
        check::<BylineWord>(|lexicon| lexicon.bylines.list);
        check::<CreditPart>(|lexicon| lexicon.credits.list);
        check::<CaptionPart>(|lexicon| lexicon.captions.list);
        check_form::<SpellingEnding>(|lexicon| lexicon.spelling_endings.list);
        check_form::<StemEnding>(|lexicon| lexicon.stem_endings.list);
        check_form::<EndingClasses>(|lexicon| lexicon.word_endings.list);
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
