//! Which language a text is written in.

use whatlang::{Detector, Lang, Script};

use super::Language;
use crate::text::{Span, lower};

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
    /// The language that a text seems to be written in, by about its first 600 bytes.
    ///
    /// In doubt English: for a text of less than 150 letters, or if no language is
    /// reliably identified. The result depends on the text alone.
    #[allow(clippy::wildcard_enum_match_arm)] // the languages of the library, not ours
    pub fn identify(text: &str) -> Language {
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
        assert_eq!(texts.map(Language::identify), Language::ALL);
        assert_eq!(Language::identify(&"Мост закрыт до весны. ".repeat(20)), Language::Other);
    }

    #[test]
    fn stop_words_identify_english_and_no_neighbor() {
        let dutch = "Hij was in mei onveilig verklaard en we zijn er over in gesprek, is de boodschap van de \
            gemeenteraad. Of het in het najaar had gekund, is niet bekend.";
        assert!(is_plainly_english(ENGLISH));
        assert!([GERMAN, FRENCH, SPANISH, dutch].into_iter().all(|text| !is_plainly_english(text)));
    }

    #[test]
    fn doubt_is_english() {
        for text in ["", "Die Brücke bleibt gesperrt.", &"12,5 | 13 | ".repeat(50), "Ana Ruiz, Aldham."] {
            assert_eq!(Language::identify(text), Language::English, "{text}");
        }
    }
}
