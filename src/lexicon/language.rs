//! The languages that are told apart, and what of their writing the readers of words must know.

use crate::text::Pair;

/// A language that articles are written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// English, and every text too short to tell.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Any other: there is no lexicon for it.
    Other,
}

/// How a reported clause follows its verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clauses {
    /// With or without a *that*: *said it was safe*.
    Bare,
    /// Behind a comma: *sagte, es sei sicher*.
    BehindComma,
    /// Behind a *that* alone: *a dit que c’est sûr*.
    BehindThat,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 4] = [Language::English, Language::German, Language::French, Language::Other];

    /// The language whose spellings two texts are compared by. They are most likely in one, so
    /// that a text too short to tell has that of the other.
    pub fn shared(of: Pair<Language>) -> Language {
        match (of.left, of.right) {
            (left, right) if left == right => left,
            (Language::English, other) | (other, Language::English) => other,
            _ => Language::Other,
        }
    }

    /// What an editor should know where the rules are not those for English.
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

    /// The two-letter code of ISO 639, where the language is known.
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

    /// Whether a blank may part the thousands of a number: `1 234`.
    pub fn parts_thousands(self) -> bool {
        match self {
            Language::German | Language::French => true,
            Language::English | Language::Other => false,
        }
    }

    /// Whether a short word leans on the next by an apostrophe: *l’eau*, *d’Aldham*.
    pub fn elides(self) -> bool {
        match self {
            Language::French => true,
            Language::English | Language::German | Language::Other => false,
        }
    }

    /// How a reported clause follows its verb.
    pub fn reported_clauses(self) -> Clauses {
        match self {
            Language::German => Clauses::BehindComma,
            Language::French => Clauses::BehindThat,
            Language::English | Language::Other => Clauses::Bare,
        }
    }

    /// Writes out a letter as stems have it: *Häuser* is of *Haus*, *Strasse* is *Straße*.
    pub fn stem_letter(self, letter: char) -> &'static str {
        match (self, letter) {
            (Language::German, 'ä') => "a",
            (Language::German, 'ö') => "o",
            (Language::German, 'ü') => "u",
            (Language::German, 'ß') => "ss",
            _ => "",
        }
    }

    /// The bytes of the ending that says whose something is: *Berg’s*, *Berg s* of stripped copy.
    pub fn possessive_ending(self, word: &str) -> usize {
        match self {
            Language::English | Language::German | Language::Other => {
                let ending = ["'s", "’s", " s", "`s"].into_iter().find(|ending| word.ends_with(ending));
                ending.map_or(0, str::len)
            }
            Language::French => 0,
        }
    }

    /// Whether a stop behind a number makes it an ordinal: *am 8. November*.
    pub fn stops_ordinals(self) -> bool {
        self.capitalizes_nouns()
    }

    /// Whether every noun begins with a capital, so that a capital makes no name.
    pub fn capitalizes_nouns(self) -> bool {
        match self {
            Language::German => true,
            Language::English | Language::French | Language::Other => false,
        }
    }
}
