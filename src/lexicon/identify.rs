//! Which language a text is written in.

use whatlang::{Detector, Lang, Script};

use super::Language;
use crate::text::{Pair, Span, lower};

/// The languages to distinguish: those with a lexicon, and those that would be
/// mistaken for one of them otherwise.
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

impl Language {
    /// The language that a text is written in, by about its first 600 bytes; none in doubt.
    ///
    /// A text of less than 150 letters needs stop words of its language, too. The result depends on the
    /// text alone.
    pub fn identify(text: &str) -> Option<Language> {
        const SAMPLE: usize = 600; // bytes
        const LEAST: usize = 150; // letters
        let sample = Span::new(0, text.ceil_char_boundary(SAMPLE)).of(text);
        let is_long = sample.chars().filter(|c| c.is_alphabetic()).nth(LEAST).is_some();
        if is_long && is_plainly_english(sample) {
            return Some(Language::English);
        }
        if !matches!(whatlang::detect_script(sample), Some(Script::Latin) | None) {
            return is_long.then_some(Language::Other);
        }
        let found = Detector::with_allowlist(NEIGHBORS.to_vec()).detect(sample)?;
        let language = of_library(found.lang());
        (if is_long { found.is_reliable() } else { has_stop_words(sample, language) }).then_some(language)
    }

    /// The languages of two texts: the one the user asked for, or else the one found. A text in doubt is in
    /// the language of the other, or in English.
    pub fn resolve(asked: Option<Language>, found: Pair<Option<Language>>) -> Pair<Language> {
        Pair::from_fn(|side| asked.or(found[side]).or(found[side.other()]).unwrap_or_default())
    }
}

#[allow(clippy::wildcard_enum_match_arm)] // the languages of the library, not ours
fn of_library(language: Lang) -> Language {
    match language {
        Lang::Eng => Language::English,
        Lang::Deu => Language::German,
        Lang::Fra => Language::French,
        _ => Language::Other,
    }
}

/// Whether more stop words of a language than of any other are in a text, and at least two.
fn has_stop_words(text: &str, language: Language) -> bool {
    let words: Vec<_> =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(lower).collect();
    let count = |language: Language| {
        let stop_words = language.lexicon().stop_words;
        words.iter().filter(|word| stop_words.contains(word)).count()
    };
    let own = count(language);
    own >= 2 && Language::ALL.into_iter().all(|other| other == language || count(other) < own)
}

/// Whether every third word is an English stop word and two are *the*: in Dutch *was*, *is*, *of*,
/// *in* and *over* can be as frequent. A fast check that most texts pass.
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
    fn languages_are_identified() {
        let texts = [ENGLISH, GERMAN, FRENCH, SPANISH];
        assert_eq!(texts.map(Language::identify), Language::ALL.map(Some));
        assert_eq!(Language::identify(&"Мост закрыт до весны. ".repeat(20)), Some(Language::Other));
    }

    #[test]
    fn a_short_text_is_identified_by_its_stop_words() {
        let texts = [
            ("The bridge is shut. “It is not safe,” Ann Hill said.", Language::English),
            ("Nach kurzem Zögern trat sie an den Zaun. „Ist er kalt?“, fragte Anna Keil.", Language::German),
            ("Le pont est fermé. « Il est dangereux », a dit Anne Keil.", Language::French),
        ];
        for (text, language) in texts {
            assert_eq!(Language::identify(text), Some(language), "{text}");
        }
    }

    #[test]
    fn a_text_in_doubt_is_in_the_language_of_the_other() {
        use Language::{English, German};
        let both = |left, right| Language::resolve(None, Pair::new(left, right));
        assert_eq!(both(None, Some(German)), Pair::new(German, German));
        assert_eq!(both(Some(German), Some(English)), Pair::new(German, English));
        assert_eq!(both(None, None), Pair::new(English, English));
    }

    #[test]
    fn stop_words_identify_english_and_no_neighbor() {
        let dutch = "Hij was in mei onveilig verklaard en we zijn er over in gesprek, is de boodschap van de \
            gemeenteraad. Of het in het najaar had gekund, is niet bekend.";
        assert!(is_plainly_english(ENGLISH));
        assert!([GERMAN, FRENCH, SPANISH, dutch].into_iter().all(|text| !is_plainly_english(text)));
    }

    #[test]
    fn no_words_identify_no_language() {
        for text in ["", "Brücke gesperrt.", &"12,5 | 13 | ".repeat(50), "Ana Ruiz, Aldham."] {
            assert_eq!(Language::identify(text), None, "{text}");
        }
    }
}
