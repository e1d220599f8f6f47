//! What linking asks of single words.
//!
//! Questions that take more than one class or list are answered here.

use enumset::{EnumSet, enum_set};

use crate::lexicon::{DateName, DateRole, Lexicon, NumberWord, WordClass, WordClasses};
use crate::word::classes;

use super::units::{ArticleUnits, Trait, Unit};

/// A word after contractions are spelled out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelled<'a> {
    /// As it is compared.
    pub(super) folded: &'a str,
    classes: WordClasses,
}

impl Spelled<'_> {
    /// Whether it has any of the classes.
    pub(super) fn is(self, any: impl Into<WordClasses>) -> bool {
        self.classes.is(any)
    }

    /// Whether it denies.
    pub(super) fn is_negation(self) -> bool {
        self.is(NEGATION)
    }
}

/// The classes of words that deny.
pub(super) const NEGATION: EnumSet<WordClass> = enum_set!(WordClass::Negation | WordClass::NegationLike);

/// The classes of words that point at somebody or something, and neither count nor deny.
const POINTING: EnumSet<WordClass> = enum_set!(
    WordClass::Pronoun
        | WordClass::Possessive
        | WordClass::Determiner
        | WordClass::Definite
        | WordClass::Thing
        | WordClass::StandIn
);

/// The classes of pronouns and words that hold one, whose capital never means a name: *I*, *My*, *I’m*.
pub(super) const PRONOUN_LIKE: EnumSet<WordClass> =
    enum_set!(WordClass::Pronoun | WordClass::FirstPerson | WordClass::ThirdPerson | WordClass::Contraction);

/// The classes of titles and nouns before a name that are no part of it: *Mayor*.
pub(super) const TITLE: EnumSet<WordClass> = enum_set!(WordClass::Title | WordClass::Person);

/// The values of the numbers in a word as it is printed: *ten*, and the *10* of *10-year-old*; *one* is
/// as often a pronoun.
pub(super) fn numbers(lexicon: &Lexicon, printed: &str) -> Vec<String> {
    let value = |part: &str| match lexicon.numbers.get(part) {
        Some(NumberWord::Value(1) | NumberWord::Article | NumberWord::And) | None => {
            part.contains(|c: char| c.is_ascii_digit()).then(|| part.replace(',', ""))
        }
        Some(NumberWord::Rough) => Some(part.to_owned()),
        Some(NumberWord::Value(value)) => Some(value.to_string()),
        Some(scale @ (NumberWord::AndAHalf(_) | NumberWord::Power(_) | NumberWord::Dozen)) => {
            Some(format!("{scale:?}"))
        }
    };
    printed.to_lowercase().split(['-', '‑', '–']).filter_map(value).collect()
}

/// The values of the numbers in a word, or the sign that it gives the next one.
pub(super) fn numbers_of(words: &ArticleUnits, unit: Unit) -> Vec<String> {
    if is_sign(words, unit) {
        return vec![words.folded(unit).to_owned()];
    }
    numbers(words.lexicon(), words.raw(unit))
}

/// Whether the word makes the number after it negative: *minus*, *−*; a sign of currency may come between.
pub(super) fn is_sign(words: &ArticleUnits, unit: Unit) -> bool {
    let counts = |unit: &Unit| !numbers(words.lexicon(), words.raw(*unit)).is_empty();
    words.is(unit, WordClass::Minus) && words.units.iter().skip(unit.token as usize + 1).take(2).any(counts)
}

/// Whether the word is a weekday or a month; *may* and *march* are as often others.
pub(super) fn is_date(lexicon: &Lexicon, folded: &str) -> bool {
    let word = lexicon.dates.get(folded).unwrap_or_default();
    matches!(word.name, Some(DateName::Weekday(_) | DateName::Month(_)))
        && !word.roles.contains(DateRole::Doubtful)
}

/// Whether the word says what a number counts: *percent*, *euros*, *hours*.
pub(super) fn is_measure(lexicon: &Lexicon, folded: &str) -> bool {
    !folded.contains(char::is_alphanumeric)
        || [*lexicon.shares, *lexicon.currencies, *lexicon.units].iter().any(|list| list.contains(folded))
}

/// The words that units consist of, contractions as the words they are short for.
pub(super) fn spelled_out<'a>(words: &ArticleUnits<'a>, units: &[Unit]) -> Vec<Spelled<'a>> {
    let lexicon = words.lexicon();
    let mut found = Vec::with_capacity(units.len());
    let listed = |folded| Spelled { folded, classes: classes(lexicon, folded, folded) };
    for unit in units {
        let (raw, folded) = (words.raw(*unit), words.folded(*unit));
        // the month of May is no modal
        let is_month = raw.starts_with(char::is_uppercase)
            && lexicon.dates.get(folded).is_some_and(|word| word.roles.contains(DateRole::Doubtful));
        if is_month && !unit.is(Trait::Sentence | Trait::Fragment) {
            found.push(Spelled { folded: raw, classes: WordClasses::default() });
        } else if let Some((first, second)) = contraction(lexicon, raw, folded) {
            found.extend([listed(first), listed(second)]);
        } else {
            found.push(Spelled { folded, classes: words.word(*unit).classes });
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

/// Whether the word replaces a noun phrase or begins one, and neither counts nor denies: *this*, *the*.
pub(super) fn is_stand_in(words: &ArticleUnits, unit: Unit) -> bool {
    words.is(unit, POINTING) && !words.lexicon().quantifiers.contains(words.folded(unit))
}
