//! Word classes: the values of lists of single words, as sets.
//!
//! A [`ClassList`] gives each of its words one or more classes. A class has the same meaning in all
//! lists, so that the classes of a word from several lists form one set. A test compares the lists
//! with [`WordClass`] both ways.

use enumset::{EnumSet, EnumSetType, enum_set};

use super::list::holds;
use super::value::{Value, ValueList};

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        /// A class of words. A word can have several: *report* is a verb and a noun.
        #[derive(EnumSetType, Debug)]
        pub enum WordClass {
            $($(#[$doc])* $name,)*
        }

        impl WordClass {
            /// The name in the word lists.
            pub fn name(self) -> &'static str {
                match self {
                    $(WordClass::$name => $value,)*
                }
            }

            fn from_name(name: &str) -> Option<WordClass> {
                match name {
                    $($value => Some(WordClass::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// A verb of plain saying: *said*, *told*, *added*.
    Say = "say";
    /// A verb that introduces a quotation but means more than saying: *called*, *believes*, *accused*.
    Attitude = "attitude";
    /// Often a noun: *report*, *claims*.
    Noun = "noun";
    /// Takes a reported clause: *said that*, *insists*.
    ClauseVerb = "clause";
    /// A verb of saying only with its [`WordClass::Complement`]: *made clear*, *pointed out*.
    Complemented = "complemented";
    /// Makes a verb one of saying: *clear*, *out*.
    Complement = "complement";
    /// Gives a name: *called*, *dubbed*, *described*.
    Naming = "naming";
    /// A noun for a person who speaks: *spokesman*, *voter*.
    Person = "person";
    /// A noun for several speakers, or for a document that speaks for somebody: *officials*, *statement*.
    Group = "group";
    /// *He*, or a word for a man.
    Masculine = "m";
    /// *She*, or a word for a woman.
    Feminine = "f";
    /// A pronoun that can be a subject: *he*, *they*, *who*.
    Pronoun = "pronoun";
    /// *his*, *their*.
    Possessive = "possessive";
    /// May come between a subject and its verb: *has*, *also*, *later*.
    Auxiliary = "auxiliary";
    /// A verb form that another verb follows: *has*, *will*.
    Modal = "modal";
    /// Starts a noun phrase: *the*, *several*.
    Determiner = "determiner";
    /// The first word of *according to*.
    According = "names-who";
    /// *in*, *about*, *including*.
    Preposition = "preposition";
    /// Starts another clause: *that*, *while*, *and*.
    Clause = "clause-start";
    /// Starts an opening phrase that ends at a comma: *In Iowa on Friday,*.
    Opener = "opener";
    /// Precedes a main clause: *But*, *Meanwhile*.
    Connective = "connective";
    /// Part of a time: *Monday*, *morning*, *last*.
    Time = "time";
    /// The name of a day or month.
    Month = "month";
    /// Written with a capital at the start of a sentence, but never part of a name.
    Nameless = "nameless";
    /// Points to somebody known: *the*.
    Definite = "definite";
    /// Refers to a thing or a fact: *it*.
    Thing = "thing";
    /// Joins words and clauses of one rank: *and*, *but*.
    Joining = "joining";
    /// A lower-case part of a name: *van*, *bin*.
    Particle = "particle";
    /// Precedes a name: *Mr.*, *President*.
    Title = "title";
    /// An abbreviation: the stop after it ends neither a sentence nor a name.
    Abbreviation = "abbreviation";
    /// Part of the name of a body or place, not of a person.
    Organization = "organization";
    /// The first word of many names of places and bodies.
    Place = "place";
    /// Leaves its verb without a subject of its own: *and said*, *before adding*.
    Elided = "elided";
    /// Too common to say what a sentence is about: *the*, *is*.
    Stop = "stop";
    /// Denies: *not*, *never*.
    Negation = "negation";
    /// Denies as much as a *not* does: *hardly*, *without*.
    NegationLike = "not";
    /// Denies without a *not*: *unable*, *illegal*.
    Denying = "denying";
    /// Short for two words: *don’t*, *I’m*.
    Contraction = "contraction";
    /// A given name.
    Given = "given";
    /// An adverb by its ending: *angrily*.
    Adverb = "adverb";
    /// *saying*, *calling*.
    Ing = "ing";
    /// Looks like a past form: *visited*.
    Past = "past";
    /// A finite verb form: *reports*, *claimed*.
    Finite = "finite";
    /// Looks like a plural: *auditors*.
    Plural = "plural";
    /// Looks like an adjective before its noun: *alte*, *neuen*.
    Adjective = "adjective";
    /// The next word is a noun, never a verb: *the claim*.
    NounBehind = "noun-behind";
    /// The next word is a noun if it can be one: *this claim*, *political claims*.
    NounLikely = "noun-likely";
    /// The next word is a verb if it can be one: *they claim*.
    VerbBehind = "verb-behind";
    /// Helps a participle to be a verb: *was saying*.
    Helping = "helping";
    /// Introduces words only without a helping verb: *used*, never *is used*.
    Active = "active";
    /// A verb of saying only before a [`WordClass::Thing`]: *put it*.
    WithThing = "with-thing";
    /// Makes an infinitive: *to*.
    Infinitive = "infinitive";
    /// Its infinitive can introduce a quotation: *went on to say*.
    GoesOn = "goes-on";
    /// Joins names to one subject: *and*.
    Together = "together";
    /// May come between a verb of saying and the quotation marks: *called it a “…”*.
    Link = "link";
    /// *as*.
    As = "as";
    /// Introduces reported speech: *cited as saying*.
    Quoting = "quoting";
    /// The name after it is the subject of a participle: *heard Berg saying*.
    Perceiving = "perceiving";
    /// Begins a new clause after the closing marks: *“…,” and Kern said*.
    Another = "another";
    /// Begins the reported clause right after the verb: *said he*.
    Reported = "reported";
    /// Begins a reported clause: *that*.
    That = "that";
    /// Its listener is its object: *told reporters*.
    Telling = "telling";
    /// Reports any clause, whatever it begins with: *said*.
    Plain = "plain";
    /// The audience of a statement: *reporters*.
    Listener = "listener";
    /// Refers to the speaker of a quotation: *I*, *we*.
    SelfReference = "self";
    /// Refers to the name before it: *who*.
    Relative = "relative";
    /// Refers to several people: *they*.
    Several = "several";
    /// Begins a circumstance: *on Monday*, *in Ulm*, *late*.
    Circumstance = "circumstance";
    /// Not a subject after a verb: *said nothing*.
    NoSubject = "no-subject";
    /// Not the start of a reported clause after a verb: *said to*.
    NoClause = "no-clause";
    /// Precedes a name or title: *so-called*, *titled*.
    Named = "named";
    /// A work that has a title: *book*, *show*.
    Work = "work";
    /// May precede the title of a work: *in “Morning Watch”*.
    BeforeWork = "before-work";
    /// A length of time: *two days later*.
    Period = "period";
    /// Follows a name without being part of it: *Jr.*
    Suffix = "suffix";
    /// Precedes a sender: *from*.
    Sender = "sender";
    /// A noun for a statement: *claim*, *remarks*.
    Statement = "statement";
    /// A noun for a question.
    Question = "question";
    /// Makes a participle passive: *was described*.
    Being = "being";
    /// Precedes the agent of a passive: *described by Berg*.
    Agent = "agent";
    /// A thing with words on it that nobody speaks: *banner*, *wall*.
    Bearer = "bearer";
    /// A participle for words on a sign or wall: *written*, *painted*.
    Written = "written";
    /// A body that can be a speaker: *company*, *museum*.
    Body = "body";
    /// Refers to an unnamed person: *another*.
    Indefinite = "indefinite";
    /// An office that one person holds or seeks: *mayor*, *candidate*.
    Office = "office";
    /// Refers to a person by age: *22-year-old*.
    Aged = "aged";

    /// A verb after a name that attributes a question or exclamation: *“Why?” Smith asked.*
    Tag = "tag";
    /// Attributes a statement without judging it: *said*.
    Neutral = "neutral";
    /// Attributes a statement and judges it: *claimed*.
    Loaded = "loaded";
    /// Attributes a view rather than a statement: *believes*.
    Weak = "weak";
    /// Is part of an attribution, never of the statement: *said*, *adding*, not *add*.
    AttributionCue = "cue";
    /// May be lower case inside a title: *of*, *the*.
    Small = "small";
    /// Joined to a name by a hyphen or apostrophe: *al-Sadr*, *d’Arc*.
    Joined = "joined";
    /// Follows a quotation whose closing mark is missing.
    Closing = "closing";
    /// A verb form that attributes nothing after *to* or *cannot*: *say*.
    Bare = "bare";
    /// Follows a verb that reports a clause: *said that*, *said the*.
    AfterClauseVerb = "clause-behind";
    /// Never part of a name, whatever its capital.
    NeverName = "never-name";

    /// Makes a statement depend on something: *if*.
    Condition = "condition";
    /// Introduces a negative condition: *unless*.
    Unless = "unless";
    /// Expresses possibility, permission or obligation: *may*, *must*.
    Modality = "modality";
    /// Limits how far a statement is true: *almost*, *probably*.
    Hedge = "hedge";
    /// Denies the clause after it: *I doubt that*, *it is a myth that*.
    Disbelief = "disbelief";
    /// Leaves open whether the clause after it is so: *I hope that*.
    Unsure = "unsure";
    /// Refers to the speaker: *I*, *our*.
    FirstPerson = "first-person";
    /// Refers to somebody else: *he*, *their*.
    ThirdPerson = "third-person";
    /// Joins clauses: *and*.
    Joint = "joint";
    /// Sets one clause against another: *but*.
    But = "but";
    /// *a*, *an*.
    IndefiniteArticle = "indefinite-article";
    /// A demonstrative: *this*.
    StandIn = "stand-in";
    /// Replaces a word that is not printed: *(expletive)*, in brackets.
    Oath = "oath";
    /// Cancels a negation before it: *not only*.
    Idle = "idle";

    /// Makes a figure inexact: *dozens*.
    Rough = "rough";
    /// Before it, *one* is not a number.
    AfterOne = "behind-one";
    /// After it, *one* is not a number.
    BeforeOne = "before-one";
    /// After it, the article counts a span of time: *after a year*.
    BeforeArticle = "before-a";
    /// A span of time: *year*.
    TimeSpan = "span";
    /// Follows an age: *old*.
    Age = "age";
    /// Follows a multiple: *times*.
    Times = "times";

    /// Makes the figure after it negative: *minus*.
    Minus = "minus";
    /// Before *minus*, it takes the sign from the figure: *plus or minus*.
    Unsigned = "unsigned";
    /// Follows a negative figure: *below zero*.
    BelowZero = "below-zero";
    /// Follows a positive figure: *above zero*.
    AboveZero = "above-zero";
    /// A degree of temperature.
    Degree = "degree";
    /// Joins the items of a list: *and*.
    List = "list";
    /// Leads from one value to the next: *from*, *to*.
    Course = "course";
    /// Gives the items of a list the order of another: *respectively*.
    Respective = "respective";

    /// Always has a capital: *I*, German *Sie*.
    AlwaysCapital = "always-capital";
}

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct WordClasses(EnumSet<WordClass>);

impl WordClasses {
    /// Every verb that can introduce a quotation.
    pub const CUE: WordClasses = WordClasses(enum_set!(WordClass::Say | WordClass::Attitude));
    /// Every noun that can be a speaker.
    pub const SPEAKER: WordClasses = WordClasses(enum_set!(WordClass::Person | WordClass::Group));
    /// The gender of a noun, pronoun or given name.
    pub const GENDER: WordClasses = WordClasses(enum_set!(WordClass::Masculine | WordClass::Feminine));
    /// Verbs that attribute a statement.
    pub const ATTRIBUTION: WordClasses =
        WordClasses(enum_set!(WordClass::Neutral | WordClass::Loaded | WordClass::Weak));

    /// Whether the set has any of the classes.
    pub fn is(self, any: impl Into<WordClasses>) -> bool {
        !self.0.is_disjoint(any.into().0)
    }

    /// The set with more classes.
    #[must_use]
    pub fn with(self, others: impl Into<WordClasses>) -> WordClasses {
        WordClasses(self.0 | others.into().0)
    }

    /// The set without some classes.
    #[must_use]
    pub fn without(self, others: impl Into<WordClasses>) -> WordClasses {
        WordClasses(self.0 - others.into().0)
    }
}

impl From<EnumSet<WordClass>> for WordClasses {
    fn from(classes: EnumSet<WordClass>) -> WordClasses {
        WordClasses(classes)
    }
}

impl From<WordClass> for WordClasses {
    fn from(class: WordClass) -> WordClasses {
        WordClasses(EnumSet::only(class))
    }
}

impl Value for WordClasses {
    fn parse(text: &'static str) -> Option<WordClasses> {
        Some(WordClasses(text.split(' ').filter_map(WordClass::from_name).collect()))
    }
}

/// A word list whose values are classes.
pub type ClassList = ValueList<WordClasses>;

impl ClassList {
    /// The classes of a word, spelled exactly so; none if the list does not have it.
    pub fn classes(self, word: &str) -> WordClasses {
        self.get(word).unwrap_or_default()
    }

    /// Whether the list gives the word the class.
    pub fn has(self, word: &str, class: WordClass) -> bool {
        self.list.has(word, class.name())
    }

    /// Whether the longest entry that some words begin with has the class.
    pub fn begins<'a>(self, words: impl Iterator<Item = &'a str>, class: WordClass) -> bool {
        self.list.longest(words).is_some_and(|(_, values)| holds(values, class.name()))
    }
}

/// Classes that an ending gives a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EndingClasses {
    /// The classes.
    pub(super) classes: WordClasses,
    /// The least length of the word, in bytes.
    pub(super) least: usize,
}

impl Value for EndingClasses {
    fn parse(text: &'static str) -> Option<EndingClasses> {
        let (classes, least) = text.rsplit_once(' ')?;
        Some(EndingClasses { classes: WordClasses::parse(classes)?, least: least.parse().ok()? })
    }
}
