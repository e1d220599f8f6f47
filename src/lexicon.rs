//! Word lists: what the rules know of a language, kept apart from the rules.
//!
//! A [`Lexicon`] is all that is known of one [`Language`]: a folder of
//! `assets/lexicon/` with one file a list, embedded as they are. Stages take the
//! lexicon of the article they read, each side its own. A language without a
//! folder has an empty lexicon: everything works that needs no words.
//!
//! To add a language, add a folder with a file for each list (empty where there
//! is nothing to say), a variant of [`Language`] and a line to `LEXICONS`.

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
        /// What the rules know of one language.
        #[derive(Debug)]
        pub struct Lexicon {
            /// Which.
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

        /// The lexicon of a language that nothing is known of.
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

    /// Verbs, and a few words like them, that say somebody said something. The values say
    /// what each stage makes of them. To attribute quotations: `say` (plain saying) or
    /// `attitude` (*called*, *believes*), `noun` (often a noun instead), `clause` (takes a
    /// reported clause), `naming` (*called her a*, *described as*). To find sentences: `tag`.
    /// To weigh statements: `neutral`, `loaded` or `weak`. To tell attributions
    /// from what was said: `cue`.
    speech_verbs: ClassList = "speech-verbs";

    /// What small words do beside a verb of saying, a quotation or the name of who said it,
    /// by the classes of `detect`; `small` inside titles, `joined`
    /// to names, `closing` where a mark is missing behind the words.
    around_speech: ClassList = "around-speech";

    /// What stands before the name of who said it: *according to*.
    according: WordList = "according";

    /// Nouns that speak: `person` or `group`, and `m` or `f` where the word itself says so.
    people_nouns: ClassList = "people-nouns";

    /// Nouns that say more of a speaker than a trade does: a `voice` speaks for the body or person it
    /// is said of, a `relation` is somebody other than that person (*lawyer*, *brother*, *office*), a
    /// `member` speaks for the body it belongs to; `general` nouns fit many. What is written is
    /// somebody’s `message`, or a `record`.
    relations: WordList = "relations";

    /// Given names with the gender most of their bearers have; empty where both are common.
    given_names: ClassList = "given-names";

    /// Words of the closed classes, and capitalized words that are no person's name.
    grammar_words: ClassList = "grammar-words";

    /// Countries, capitals, states of the U.S., large cities, and the words for their
    /// people; the value is the place that another name or a people stands for.
    places: WordList = "places";

    /// Offices and roles; the value is the common form of several, `^` of what is one with a
    /// capital only: *General*.
    titles: WordList = "titles";

    /// Words that turn a statement into its opposite, folded: *didn’t* is `didnt`.
    negations: WordList = "negations";

    /// Words that deny without a *not*: *refused to*, *unable to*, *failed to*; the value
    /// is `not` where the word does no more than a *not* would: *hardly*, *without*.
    denying_words: WordList = "denying-words";

    /// Words that leave open whether a thing is so, and what they leave open: `open` whether
    /// it is (*may*), `report` who knows it (*allegedly*), `estimate` how much (*an
    /// estimated*), `habit` how often (*typically*), `degree` how far (*relatively*), `plan`
    /// whether it comes to pass (*hopes to*); `~` and one of these where a word says as much
    /// in another form (*plans*, *chance*). `no` of what looks like one: *appeared in*.
    hedges: WordList = "hedges";

    /// Words of a denial, an apology or an answer: what fairness asks to keep. The value says when
    /// one is, any of several, where all joined by `+` hold: `negated` before, `<word` shortly before,
    /// `<two_words` or `>word` beside it, `..word` shortly behind, `to-speak` before *to* and a verb
    /// that is `spoken`.
    responses: WordList = "responses";

    /// What articles say alike without one having taken it from the other, in lower case:
    /// *did not immediately respond to a request for comment*.
    set_phrases: WordList = "set-phrases";

    /// What credits another outlet: news agencies as they are printed, phrases in lower case.
    crediting: WordList = "crediting";

    /// Words that a full stop behind them shortens, and what for; spelled as they stand in print.
    abbreviations: ValueList<Abbreviation> = "abbreviations";

    /// Words that open sentences and are no part of a name; `always-capital` of those whose
    /// capital tells nothing: *I*, German *Sie*.
    sentence_starters: ClassList = "sentence-starters";

    /// Months, weekdays and time zones, full and short; the value says which.
    calendar: ValueList<CalendarWord> = "calendar";

    /// Words behind a company's name that go on with it: `Harbor & Co. Chief Executive`.
    company_roles: WordList = "company-roles";

    /// Numbers in words; the value is the number below a hundred, `e` and a power of ten
    /// of those that multiply, `a` of the article that counts before these, nothing where
    /// they only count roughly: *dozens*. Entries with `-` lean on digits: `40bn`.
    numbers: WordList = "numbers";

    /// Numbers that say a place in an order, and `-` with the endings that make them of digits.
    ordinals: WordList = "ordinals";

    /// What dates are made of, folded: `month` and `weekday` with a number (`doubtful` where
    /// the word is often another), `relative` with days from today, and the small words
    /// that stand around a date: `before-month`, `before-year`, `before-count`,
    /// `behind-year`, `until`, `of` between day and month, `before-day` of digits; `decade` before a year, or with `-`
    /// behind its digits; `step-1`, `step0` and `step1` with `unit-` words make *last week*,
    /// which behind an `article` is a time that it took.
    dates: WordList = "dates";

    /// What is written before a name and shortened by a stop, folded: *mr*, *gen*.
    name_stops: WordList = "name-stops";

    /// Spellings of one word that differ between houses, folded, and the one compared by.
    spellings: WordList = "spellings";

    /// Words, folded, that are others with a hyphen: *resign* and *re-sign*.
    hyphen_words: WordList = "hyphen-words";

    /// The same for endings: the other ending, and the least bytes before it, or `vowels`
    /// where two syllables must stand there.
    spelling_endings: ValueList<SpellingEnding> = "spelling-endings";

    /// Words that are compared as another when sentences are aligned.
    stems: WordList = "stems";

    /// Endings that fall when sentences are aligned: `first` or `then`, and what comes instead.
    stem_endings: ValueList<StemEnding> = "stem-endings";

    /// Beginnings that fall behind these: *ge-* of participles.
    stem_beginnings: WordList = "stem-beginnings";

    /// Endings that tell what a word is, and the least bytes of such a word; the longest counts.
    word_endings: ValueList<EndingClasses> = "word-endings";

    /// Words by which a statement turns, folded: `condition`, `modality`, `first-person` and `third-person`,
    /// `joint` and `but` between clauses, `unless` among the
    /// conditions, `hedge` of how far a thing is so, `indefinite-article`; `stand-in` for what is
    /// pointed at, `oath` for one that is not printed: `[expletive]`, and `idle` behind a negation
    /// that denies nothing: *not only*.
    turns: ClassList = "turns";

    /// What reported speech makes of the present, folded: *will* becomes *would*.
    backshifts: WordList = "backshifts";

    /// Contractions, folded, and the words they stand for.
    contractions: WordList = "contractions";

    /// Words of the lines at the head of a story: `byline` and `stamp` open one,
    /// `in-dateline` may stand in one.
    bylines: ValueList<BylineWord> = "bylines";

    /// How credit lines open and end.
    credits: ValueList<CreditPart> = "credits";

    /// How captions open (`opening`) and end (`ending`), and what stands before the
    /// photographer: `label`, `bracket`.
    captions: ValueList<EnumSet<CaptionPart>> = "captions";

    /// Words that say how many or how often: the group, a colon, and how much it is; `lone`
    /// where it says so without another in its place, `idle` of what looks like one: *after all*.
    quantifiers: WordList = "quantifiers";

    /// Modal verbs, and verbs that bind or ask: how sure or how bound (`can`, `may`, `let`, `will`,
    /// `would`, `should`, `must`, `ask`).
    modals: WordList = "modals";

    /// Words and their opposites: the pair, a colon, and which of the two.
    opposites: WordList = "opposites";

    /// Words that join two things: `cause` where one comes of the other, `time` where it only
    /// follows, `join` where it does so in some sentences, `link` where they only go together.
    causes: WordList = "causes";

    /// Units of measure and of time; the value is the common form. Entries with `-` only lean on digits.
    units: WordList = "units";

    /// Words for equal parts of a whole, and how many of them make it; `one` of the article
    /// before them, `of` of the word behind, `in` of the word in *one in five*; `x` and how
    /// often of the words for a multiple: *twice*, *tripled*.
    fractions: WordList = "fractions";

    /// Words around numbers: `rough` ones say that a figure is no exact one; behind `before-one`
    /// and before `behind-one` the word *one* counts nothing. Behind `before-a` the article
    /// counts a `span` of time: *after a year*; `age` and `times` stand behind a number. `minus` precedes
    /// a negative figure, unless an `unsigned` word precedes it (*plus or minus*); `below-zero` and
    /// `above-zero` follow one, or a word for a `degree`. `list` words join
    /// the items of a list, `course` words lead from one value
    /// to the next, `respective` ones give the items of a list the order of another.
    around_numbers: ClassList = "around-numbers";

    /// Verbs that say the same of the two whom they join: *met*, *married*.
    mutual_verbs: WordList = "mutual-verbs";

    /// Words that bound a figure: `over`, `least`, `under`, `most` and `near` before it, the same
    /// with `behind-` after it, and what makes a range of two: `between`, `and`, `to`, and
    /// `from`, which makes one only after a word of `ranging`.
    bounds: WordList = "bounds";

    /// What somebody does in a company or a body: `lead`, `own`, `found` or only `serve`.
    posts: WordList = "posts";

    /// What names money: the code of the currency, and the power of ten that a smaller coin is of it.
    /// Entries with `-` are endings of figures, those with `$` stand before them.
    currencies: WordList = "currencies";

    /// What makes a figure a `share` or `points` of one: *percent*, *percentage points*.
    shares: WordList = "shares";

    /// Words of the clock, folded: `at` an hour, or the half of the day that the hour before is of:
    /// `morning`, `afternoon`, `open` where either, `exact` where hours are counted to 24, `counted` where they may
    /// also be a length of time, but for a `before-hour` word in front.
    clock: WordList = "clock";

    /// Words that are one with the word before: behind `any` where an apostrophe was lost, behind a
    /// `pronoun`, behind the word that the value is (*per* of *cent*); `hyphen` words are never one
    /// with the word before a hyphen: *dit-il*.
    clitics: ValueList<Clitic> = "clitics";

    /// Words that make an office another one, and the common form of several: *former*, *ex*;
    /// `before-role` where only an office behind them makes them one: *the head*, *head coach*.
    ranks: WordList = "ranks";

    /// Who says so where nobody is named: *insiders*, *observers*.
    vague_speakers: WordList = "vague-speakers";

    /// How a verb tells what was said: `plain`, or what it makes of it: `claim`, `admit`, `warn` …
    speech_tones: WordList = "speech-tones";

    /// The words around *what critics see as*: what `opens` and `closes` it.
    framing: WordList = "framing";
}

static ENGLISH: Lexicon = lexicon_of!(Language::English, "en");
static GERMAN: Lexicon = lexicon_of!(Language::German, "de");
static FRENCH: Lexicon = lexicon_of!(Language::French, "fr");
static OTHER: Lexicon = EMPTY;

impl Language {
    /// What is known of the language.
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
    /// The classes that the longest listed ending of a word gives it: *Paris* ends like a plural, *press* does not.
    pub fn classes_by_ending(&self, word: &str) -> WordClasses {
        let longest = self.word_endings.endings(word).next().map(|(_, ending)| ending);
        longest.filter(|ending| word.len() >= ending.least).map(|ending| ending.classes).unwrap_or_default()
    }

    /// Whether any listed ending of a word gives it the class, however short the word.
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
        for file in std::fs::read_dir(folder).expect("the languages stand there").flatten() {
            for file in std::fs::read_dir(file.path()).expect("the lists stand there").flatten() {
                let file = file.file_name().to_string_lossy().into_owned();
                assert!(ENGLISH.lists().iter().any(|(name, _)| file == format!("{name}.txt")), "{file}");
            }
        }
    }
}
