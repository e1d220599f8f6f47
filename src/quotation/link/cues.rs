//! What linking asks of single words.
//!
//! Words are in folded form. Which list of the [`Lexicon`] answers which question is said here, where it
//! takes more than one list or class.

use crate::lexicon::{Lexicon, WordClass};

use super::words::{Trait, Unit, Words};

/// Whether the word denies.
pub(super) fn is_negation(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.negations.contains(folded) || lexicon.denying_words.has(folded, "not")
}

/// Whether the word says how sure, how free or how bound somebody is.
pub(super) fn is_modal(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Modality)
}

/// Whether the word makes what is said depend on something: *if the vote fails*.
pub(super) fn is_condition(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Condition)
}

/// The values of the numbers in a word as it is printed: *ten*, and the *10* of *10-year-old*; *one* is
/// as often a pronoun.
pub(super) fn numbers(lexicon: &Lexicon, printed: &str) -> Vec<String> {
    let value = |part: &str| match lexicon.numbers.get(part) {
        Some("1" | "a" | "and") | None => {
            part.contains(|c: char| c.is_ascii_digit()).then(|| part.replace(',', ""))
        }
        Some("") => Some(part.to_owned()),
        Some(value) => Some(value.to_owned()),
    };
    printed.to_lowercase().split(['-', '‑', '–']).filter_map(value).collect()
}

/// The values of the numbers in a word, or the sign that it gives the next one.
pub(super) fn numbers_of(words: &Words, unit: Unit) -> Vec<String> {
    if is_sign(words, unit) {
        return vec![words.folded(unit).to_owned()];
    }
    numbers(words.lexicon(), words.raw(unit))
}

/// Whether the word makes the number after it negative: *minus*, *−*; a sign of currency may come between.
pub(super) fn is_sign(words: &Words, unit: Unit) -> bool {
    let counts = |unit: &Unit| !numbers(words.lexicon(), words.raw(*unit)).is_empty();
    words.lexicon().around_numbers.has(words.folded(unit), WordClass::Minus)
        && words.units.iter().skip(unit.token as usize + 1).take(2).any(counts)
}

/// Whether the word is a weekday or a month; *may* and *march* are as often others.
pub(super) fn is_date(lexicon: &Lexicon, folded: &str) -> bool {
    let value = lexicon.dates.get(folded).unwrap_or_default();
    (value.starts_with("weekday") || value.starts_with("month")) && !value.ends_with("doubtful")
}

/// Whether the word says what a number counts: *percent*, *euros*, *hours*.
pub(super) fn is_measure(lexicon: &Lexicon, folded: &str) -> bool {
    !folded.contains(char::is_alphanumeric)
        || [lexicon.shares, lexicon.currencies, lexicon.units].iter().any(|list| list.contains(folded))
}

/// The words that units consist of, contractions as the words they are short for.
pub(super) fn spelled_out<'a>(words: &Words<'a>, units: &[Unit]) -> Vec<&'a str> {
    let lexicon = words.lexicon();
    let mut found = Vec::with_capacity(units.len());
    for unit in units {
        let (raw, folded) = (words.raw(*unit), words.folded(*unit));
        // the month of May is no modal
        let is_month = raw.starts_with(char::is_uppercase) && lexicon.dates.has(folded, "doubtful");
        if is_month && !unit.is(Trait::Sentence | Trait::Fragment) {
            found.push(raw);
        } else if let Some((first, second)) = contraction(lexicon, raw, folded) {
            found.extend([first, second]);
        } else {
            found.push(folded);
        }
    }
    found
}

/// The two words of a contraction. *we’ll* is read as it is printed, because it folds to *well*.
fn contraction<'a>(lexicon: &Lexicon, raw: &str, folded: &'a str) -> Option<(&'a str, &'static str)> {
    let printed = || {
        let ending = raw.rsplit_once(['\'', '’'])?.1.to_lowercase();
        let second = lexicon.contractions.get(&format!("'{ending}"))?;
        Some((folded.strip_suffix(&*ending)?.trim_end_matches(['\'', '’']), second))
    };
    printed().or_else(|| lexicon.contractions.get(folded)?.split_once(' '))
}

/// Whether the word is a title or noun before a name, and no part of it: *Mayor*.
pub(super) fn is_title(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.grammar_words.has(folded, WordClass::Title) || lexicon.people_nouns.has(folded, WordClass::Person)
}

/// Whether the word is a pronoun or holds one, so that its capital never means a name: *I*, *My*, *I’m*.
pub(super) fn is_pronoun_like(lexicon: &Lexicon, folded: &str) -> bool {
    let person = WordClass::FirstPerson | WordClass::ThirdPerson;
    lexicon.grammar_words.has(folded, WordClass::Pronoun)
        || lexicon.turns.classes(folded).is(person)
        || lexicon.contractions.get(folded).is_some_and(|words| words.contains(' '))
}

/// Whether the word replaces a noun phrase or begins one, and neither counts nor denies: *this*, *the*.
pub(super) fn is_stand_in(lexicon: &Lexicon, folded: &str) -> bool {
    let pointing = WordClass::Pronoun
        | WordClass::Possessive
        | WordClass::Determiner
        | WordClass::Definite
        | WordClass::Thing;
    let points =
        lexicon.grammar_words.classes(folded).is(pointing) || lexicon.turns.has(folded, WordClass::StandIn);
    points && lexicon.quantifiers.get(folded).is_none()
}
