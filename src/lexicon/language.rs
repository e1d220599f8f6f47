//! The languages, and the writing conventions in which they differ.

use crate::text::Pair;

/// A language that articles are written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// English, and every text that is too short to identify.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Any other language, without a lexicon.
    Other,
}

/// How a reported clause follows its verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clauses {
    /// With or without *that*: *said it was safe*.
    Bare,
    /// After a comma: *sagte, es sei sicher*.
    AfterComma,
    /// After *that* only: *a dit que c’est sûr*.
    AfterThat,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 4] = [Language::English, Language::German, Language::French, Language::Other];

    /// The language by whose spellings two texts are compared. They are most likely in one language, so
    /// English, which may only be a default, yields to the language of the other.
    pub fn shared(of: Pair<Language>) -> Language {
        match (of.left, of.right) {
            (left, right) if left == right => left,
            (Language::English, other) | (other, Language::English) => other,
            _ => Language::Other,
        }
    }

    /// A note to the editor if the rules are not those for English.
    pub fn note(self) -> Option<String> {
        match self {
            Language::English => None,
            Language::German | Language::French => Some(format!("The text was read as {}.", self.name())),
            Language::Other => Some(
                "The text is in none of the languages whose words are known (English, German, French); \
                 it is compared word by word."
                    .to_owned(),
            ),
        }
    }

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::German => "German",
            Language::French => "French",
            Language::Other => "another language",
        }
    }

    /// The two-letter code of ISO 639, if the language has a lexicon.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Language::English => Some("en"),
            Language::German => Some("de"),
            Language::French => Some("fr"),
            Language::Other => None,
        }
    }

    /// Whether numbers are written `1.234,5`: the comma before the fraction.
    pub fn has_decimal_comma(self) -> bool {
        match self {
            Language::German | Language::French => true,
            Language::English | Language::Other => false,
        }
    }

    /// Whether months and weekdays have a capital.
    pub fn capitalizes_dates(self) -> bool {
        match self {
            Language::English | Language::German | Language::Other => true,
            Language::French => false,
        }
    }

    /// Whether a negation can be the head of a compound that means the same: *nichtöffentlich*, *non-respect*.
    pub fn joins_negations(self) -> bool {
        match self {
            Language::German | Language::French => true,
            Language::English | Language::Other => false,
        }
    }

    /// Whether an apostrophe joins a short word to the next: *l’eau*, *d’Aldham*.
    pub fn elides(self) -> bool {
        match self {
            Language::French => true,
            Language::English | Language::German | Language::Other => false,
        }
    }

    /// How a reported clause follows its verb.
    pub fn reported_clauses(self) -> Clauses {
        match self {
            Language::German => Clauses::AfterComma,
            Language::French => Clauses::AfterThat,
            Language::English | Language::Other => Clauses::Bare,
        }
    }

    /// The replacement of a letter in stems, or empty: *Häuser* is of *Haus*, *Strasse* is *Straße*.
    pub fn stem_letter(self, letter: char) -> &'static str {
        match (self, letter) {
            (Language::German, 'ä') => "a",
            (Language::German, 'ö') => "o",
            (Language::German, 'ü') => "u",
            (Language::German, 'ß') => "ss",
            _ => "",
        }
    }

    /// The length in bytes of the possessive ending: *Berg’s*, *Berg s* in stripped copy.
    pub fn possessive_ending(self, word: &str) -> usize {
        match self {
            Language::English | Language::German | Language::Other => {
                let ending = ["'s", "’s", " s", "`s"].into_iter().find(|ending| word.ends_with(ending));
                ending.map_or(0, str::len)
            }
            Language::French => 0,
        }
    }

    /// Whether a stop after a number makes it an ordinal: *am 8. November*.
    pub fn stops_ordinals(self) -> bool {
        self.capitalizes_nouns()
    }

    /// Whether every noun has a capital, so that a capital is no sign of a name.
    pub fn capitalizes_nouns(self) -> bool {
        match self {
            Language::German => true,
            Language::English | Language::French | Language::Other => false,
        }
    }
}
