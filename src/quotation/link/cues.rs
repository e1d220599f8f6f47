//! What linking asks of single words, all in folded form.
//!
//! The words stand in the [`Lexicon`] of the side that is asked about; what stands
//! here is which of its lists answers which question.

use crate::lexicon::{Lexicon, WordClass};

/// Whether the word says that somebody said something: *said*, *adding*, not *add*,
/// which the speaker is as likely to say.
pub(super) fn is_cue(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.speech_verbs.has(folded, WordClass::AttributionCue)
}

/// Whether the word denies.
pub(super) fn is_negation(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.negations.contains(folded) || lexicon.denying_words.has(folded, "not")
}

/// Whether the word makes what is said hang on something: *if the vote fails*.
pub(super) fn is_condition(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Condition)
}

/// Whether the word says how sure, how free or how bound somebody is.
pub(super) fn is_modal(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Modality)
}

/// Whether the word is a number or part of one; *one* is as often a pronoun.
pub(super) fn is_number(lexicon: &Lexicon, folded: &str) -> bool {
    folded.bytes().any(|b| b.is_ascii_digit())
        || lexicon.numbers.get(folded).is_some_and(|value| !matches!(value, "1" | "a" | "and"))
}

/// The values of the numbers in a word as it is printed: *ten*, and the *10* of *10-year-old*.
pub(super) fn numbers(lexicon: &Lexicon, printed: &str) -> Vec<String> {
    let value = |part: &str| {
        let digits = || part.bytes().any(|b| b.is_ascii_digit()).then(|| part.replace(',', ""));
        match lexicon.numbers.get(part) {
            Some("1" | "a" | "and") | None => digits(),
            Some("") => Some(part.to_owned()),
            Some(value) => Some(value.to_owned()),
        }
    };
    printed.to_lowercase().split(['-', '‑', '–']).filter_map(value).collect()
}

/// Whether the word is the sign of a negative number: *minus*.
pub(super) fn is_minus(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.around_numbers.has(folded, WordClass::Minus)
}

/// Whether no sign follows the word: *plus or minus 3 points*, French *au moins 5*.
pub(super) fn is_unsigned(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.around_numbers.has(folded, WordClass::Unsigned)
}

/// Whether the word is a weekday or a month.
pub(super) fn is_date(lexicon: &Lexicon, folded: &str) -> bool {
    let value = lexicon.dates.get(folded).unwrap_or_default();
    (value.starts_with("weekday") || value.starts_with("month")) && !value.ends_with("doubtful")
}

/// Whether the word says what a number counts: *percent*, *euros*, *hours*.
pub(super) fn is_measure(lexicon: &Lexicon, folded: &str) -> bool {
    let is_sign = folded.chars().all(|c| !c.is_alphanumeric());
    is_sign
        || lexicon.shares.contains(folded)
        || lexicon.currencies.contains(folded)
        || lexicon.units.contains(folded)
}

/// Whether the word joins the items of a list: *and*, *or*.
pub(super) fn is_joint(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.around_numbers.has(folded, WordClass::List)
}

/// Whether the word makes a condition of what must not be: *unless*.
pub(super) fn is_unless(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Unless)
}

/// Whether the word leaves open how far a thing is so: *almost*, *probably*; a modal verb is no such word.
pub(super) fn is_hedge(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Hedge)
}

/// The two words of one drawn together, as it stands in the text, where the list of contractions
/// cannot know it without its apostrophe: *we’ll*, which would be *well*.
pub(super) fn drawn_together<'a>(
    lexicon: &Lexicon,
    raw: &str,
    folded: &'a str,
) -> Option<(&'a str, &'static str)> {
    let (_, ending) = raw.rsplit_once(['\'', '’'])?;
    let second = lexicon.contractions.get(&format!("'{}", ending.to_lowercase()))?;
    let first = folded.strip_suffix(&*ending.to_lowercase())?;
    Some((first.trim_end_matches(['\'', '’']), second))
}

/// The words a contraction stands for: *wont* is *will not*; none for other words.
pub(super) fn expanded(lexicon: &Lexicon, folded: &str) -> Option<(&'static str, &'static str)> {
    lexicon.contractions.get(folded)?.split_once(' ')
}

/// Whether the word is a pronoun that stands for a speaker.
fn is_pronoun(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.grammar_words.has(folded, WordClass::Pronoun)
}

/// Whether the word speaks of the speaker: what reported speech replaces.
pub(super) fn is_first_person(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::FirstPerson)
}

/// Whether the word speaks of somebody else: what reported speech puts in its place.
pub(super) fn is_third_person(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::ThirdPerson)
}

/// Whether `past` is what reported speech makes of the present `now`: *will* → *would*.
pub(super) fn is_backshift(lexicon: &Lexicon, now: &str, past: &str) -> bool {
    lexicon.backshifts.get(now) == Some(past)
}

/// Whether the word before a name says what its bearer is called by, and is no part of the name.
pub(super) fn is_title(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.grammar_words.has(folded, WordClass::Title) || lexicon.people_nouns.has(folded, WordClass::Person)
}

/// Whether the word begins a sentence with a capital, and is no name then: *But*, *Which*.
pub(super) fn is_nameless(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.grammar_words.has(folded, WordClass::Nameless)
}

/// Whether the word is a pronoun or holds one, so that its capital never means a name: *I*, *My*, *I’m*.
pub(super) fn is_pronoun_like(lexicon: &Lexicon, folded: &str) -> bool {
    is_pronoun(lexicon, folded)
        || is_first_person(lexicon, folded)
        || is_third_person(lexicon, folded)
        || expanded(lexicon, folded).is_some()
}

/// Whether the word stands for a noun phrase, or before one, and neither counts nor denies: *this*, *the*.
pub(super) fn is_stand_in(lexicon: &Lexicon, folded: &str) -> bool {
    let grammar = lexicon.grammar_words;
    let pointing = WordClass::Pronoun
        | WordClass::Possessive
        | WordClass::Determiner
        | WordClass::Definite
        | WordClass::Thing;
    let points = lexicon.turns.has(folded, WordClass::StandIn);
    (points || grammar.classes(folded).is(pointing)) && lexicon.quantifiers.get(folded).is_none()
}

/// Whether the word, in brackets, stands for one that is not printed: *expletive*.
pub(super) fn is_oath(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.turns.has(folded, WordClass::Oath)
}
