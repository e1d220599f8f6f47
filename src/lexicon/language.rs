//! The languages that are told apart, and what of their writing the readers of words must know.

use whatlang::{Detector, Lang, Script};

use crate::text::{Pair, Span, lower};

/// The languages that are looked for: those with a lexicon, and those that would be
/// taken for one of them if they were not.
const NEIGHBORS: [Lang; 11] = [
    Lang::Eng,
    Lang::Deu,
    Lang::Fra,
    Lang::Nld,
    Lang::Spa,
    Lang::Ita,
    Lang::Por,
    Lang::Swe,
    Lang::Dan,
    Lang::Pol,
    Lang::Tur,
];

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

    /// The language that a text seems to be written in, by its first 600 bytes or so.
    ///
    /// English where there is doubt: in a text of less than 150 letters, or where no
    /// language stands out. What is told depends on nothing but the text.
    #[allow(clippy::wildcard_enum_match_arm)] // the languages of the library, not ours
    pub fn of(text: &str) -> Language {
        const SAMPLE: usize = 600; // bytes
        const LEAST: usize = 150; // letters
        let sample = Span::new(0, text.ceil_char_boundary(SAMPLE)).of(text);
        if sample.chars().filter(|c| c.is_alphabetic()).take(LEAST).count() < LEAST {
            return Language::English;
        }
        if is_plainly_english(sample) {
            return Language::English;
        }
        if !matches!(whatlang::detect_script(sample), Some(Script::Latin) | None) {
            return Language::Other;
        }
        match Detector::with_allowlist(NEIGHBORS.to_vec()).detect(sample) {
            Some(found) if found.is_reliable() => match found.lang() {
                Lang::Eng => Language::English,
                Lang::Deu => Language::German,
                Lang::Fra => Language::French,
                _ => Language::Other,
            },
            Some(_) | None => Language::English,
        }
    }

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

/// Whether every third word is one of the small ones of English, and some are *the*: in Dutch
/// *was*, *is*, *of*, *in* and *over* can be as many. Most texts need no closer look.
fn is_plainly_english(sample: &str) -> bool {
    let small = Language::English.lexicon().stop_words;
    let (mut all, mut known, mut articles) = (0, 0, 0);
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = lower(word);
        all += 1;
        known += usize::from(small.contains(&word));
        articles += usize::from(word == "the");
    }
    known * 3 >= all && articles >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The bridge of Aldham will stay shut until the spring, the mayor said on Monday. It had been \
        found unsafe in May. The council wants to decide in November what is to be done about it, and who is to pay for \
        the work, which may cost more than a million.";
    const GERMAN: &str = "Die Brücke von Aldham bleibt bis zum Frühjahr gesperrt. Das sagte die Bürgermeisterin am \
        Montag. Der Stadtrat will im November entscheiden, wie es weitergehen soll und wer die Arbeiten bezahlt, die mehr \
        als eine Million kosten können.";
    const FRENCH: &str = "Le pont d’Aldham restera fermé jusqu’au printemps, a déclaré lundi la maire de la ville. Le \
        conseil municipal doit décider en novembre de ce qu’il faut faire et de qui paiera les travaux, qui coûteront \
        sans doute plus d’un million d’euros.";
    const SPANISH: &str = "El puente de la ciudad permanecerá cerrado hasta la primavera, dijo el lunes la alcaldesa. El \
        concejo quiere decidir en noviembre qué se hará y quién pagará las obras, que podrían costar más de un millón de \
        euros, según los técnicos.";

    #[test]
    fn languages_are_told_apart() {
        let texts = [ENGLISH, GERMAN, FRENCH, SPANISH];
        assert_eq!(texts.map(Language::of), Language::ALL);
        assert_eq!(Language::of(&"Мост закрыт до весны. ".repeat(20)), Language::Other);
    }

    #[test]
    fn small_words_tell_english_and_no_neighbor() {
        let dutch = "Hij was in mei onveilig verklaard en we zijn er over in gesprek, is de boodschap van de \
            gemeenteraad. Of het in het najaar had gekund, is niet bekend.";
        assert!(is_plainly_english(ENGLISH));
        assert!([GERMAN, FRENCH, SPANISH, dutch].into_iter().all(|text| !is_plainly_english(text)));
    }

    #[test]
    fn doubt_is_english() {
        for text in ["", "Die Brücke bleibt gesperrt.", &"12,5 | 13 | ".repeat(50), "Ana Ruiz, Aldham."] {
            assert_eq!(Language::of(text), Language::English, "{text}");
        }
    }
}
