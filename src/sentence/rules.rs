//! Whether a sentence ends at a candidate: ordered rules, each with a name and an example.
//!
//! The first rule that applies decides. If none applies, the sentence ends. No rule
//! requires balanced quotation marks, because news reopens a quotation in every
//! paragraph and closes only the last.
//!
//! A test checks the examples; `|` marks their sentence ends.

use super::candidate::{Candidate, Opener};
use super::marks::Terminator;
use crate::lexicon::{Abbreviation, CalendarWord, Language, WordClass};
use crate::rows;
use crate::text::Span;

/// The decision of a rule on a candidate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// The sentence ends here.
    Ends,
    /// The sentence goes on.
    GoesOn,
}
use Verdict::{Ends, GoesOn};

/// A rule of the table.
pub(super) struct Rule {
    /// Its name.
    pub(super) name: &'static str,
    /// A text with `|` at each sentence end, which is segmented correctly only with this rule.
    #[cfg_attr(not(test), expect(dead_code, reason = "checked by the tests"))]
    pub(super) example: &'static str,
    /// Its decision, if it applies.
    pub(super) judge: fn(&Candidate) -> Option<Verdict>,
}

/// Whether the sentence ends at `candidate`.
pub(super) fn verdict(candidate: &Candidate) -> Verdict {
    rows::active("sentence", RULES, |rule| rule.name).find_map(|rule| (rule.judge)(candidate)).unwrap_or(Ends)
}

/// The rule that decides, if one applies.
#[cfg(test)]
pub(super) fn deciding(candidate: &Candidate) -> Option<&'static Rule> {
    RULES.iter().find(|rule| (rule.judge)(candidate).is_some())
}

/// All rules, in order.
pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "item after a colon",
        example: "Two ways were left:|-- Dig the sand.|-- Leave it to the river: a slow way.",
        judge: item_after_colon,
    },
    Rule {
        name: "punctuation follows",
        example: "“Stop!” — he meant it — came late / too late! / for all.",
        judge: punctuation_follows,
    },
    Rule {
        name: "omission in brackets",
        example: "“The bridge [...] and the weir [...]” (Ruiz 55).",
        judge: omission,
    },
    Rule {
        name: "small letter follows",
        example: "“Why now?” she asked.|The yahoo! of the crowd was loud.|iPhone sales rose.",
        judge: small_letter_follows,
    },
    Rule {
        name: "number of an item",
        example: "Ruiz named two ways: 1. Dig the sand.|2. Leave it.",
        judge: item_number,
    },
    Rule {
        name: "ellipsis",
        example: "“It would be ... very good, but ... I doubt it. ...|They waited...|Then it rained.",
        judge: ellipsis,
    },
    Rule {
        name: "reported by name",
        example: "“Why would they?” Ruiz asked.|“No deal!” Mayor Ana Ruiz wrote on Monday.|Nobody replied.",
        judge: reported_by_name,
    },
    Rule {
        name: "linking abbreviation",
        example: "Some towns, e.g. Aldham, won in Ruiz vs. Harbor Trust.",
        judge: link,
    },
    Rule {
        name: "title before a name",
        example: "Lt. Gen. Ana Ruiz met Dr. Okoye.|They talked.",
        judge: title,
    },
    Rule { name: "number", example: "A spokesman for No. 10 said no.|The vote is on p. 55.", judge: number },
    Rule {
        name: "ordinal",
        example: "Am 8. November und am 3. Advent ist zu.|Dort waren 18.|Danach kamen mehr.",
        judge: ordinal,
    },
    Rule { name: "date", example: "It opens on Nov. 8 and shuts in Dec.|The town waits.", judge: date },
    Rule {
        name: "time of day",
        example: "At 5 a.m. Mr. Okoye left.|The 9 a.m. U.S. report came.|It shut at 6 p.m.|Four stayed.",
        judge: time_of_day,
    },
    Rule {
        name: "initial",
        example: "J. K. Okoye met Ana F. Ruiz.|It was vitamin D.|Then there were you and I.|Did it rain?",
        judge: initial,
    },
    Rule {
        name: "place",
        example: "She was born in Harbor, N.J.|Aldham is older.|It elected Sam Okoye (I-Vt.)|Ruiz lost.",
        judge: place,
    },
    Rule {
        name: "acronym",
        example: "The U.S. Senate met.|He left the U.S.|The trip is long.",
        judge: acronym,
    },
    Rule {
        name: "company",
        example: "Harbor & Co. Chief Ana Ruiz left Example Inc. (“Example”).|The company fell.",
        judge: company,
    },
    Rule {
        name: "other abbreviation",
        example: "Sam Okoye Jr. Bridge is new.|It names Sam Okoye Jr.|He paid.",
        judge: other_abbreviation,
    },
];

/// A colon ends a sentence only if the first item of a list follows on the same line.
fn item_after_colon(c: &Candidate) -> Option<Verdict> {
    (c.terminator == Terminator::Colon).then(|| go_on_if(c.next.opener != Opener::Dash))
}

/// After a comma or a slash the sentence goes on. After a dash it does too, unless the dash opens a
/// turn in a dialogue or an item: `Was it dry? - It was wet.`
fn punctuation_follows(c: &Candidate) -> Option<Verdict> {
    if c.next.opener == Opener::Quote {
        return None;
    }
    match c.next.first {
        '-' | '–' | '—' | '―' => {
            let turn = c.next.opener == Opener::Dash || touching_dash_opens(c);
            let opens = turn && !c.quote_closes && c.abbreviation.is_none();
            Some(go_on_if(!opens || is_acronym(c.word)))
        }
        ',' | ';' | ':' | '/' | '&' | '|' | '=' | '+' => Some(GoesOn),
        _ => None,
    }
}

/// Spanish and its neighbors write no space after the dash of a turn: `¡Nadie! —No hay dinero.`
fn touching_dash_opens(c: &Candidate) -> bool {
    let follows = Span::new(c.next.start, c.limit).of(c.text);
    let opens = |c: char| c.is_uppercase() || matches!(c, '¿' | '¡');
    c.lexicon.language == Language::Other
        && follows.strip_prefix(['—', '―']).is_some_and(|turn| turn.starts_with(opens))
}

/// `[...]` marks an omission; a sentence ends there only if another one starts after it.
fn omission(c: &Candidate) -> Option<Verdict> {
    let bracketed = c.terminator == Terminator::Ellipsis && c.sentence.of(c.text).ends_with(['[', '(']);
    let starts = c.next.first.is_uppercase() && c.next.opener != Opener::Bracket && !c.quote_closes;
    (bracketed && c.bracket_closes && !starts).then_some(GoesOn)
}

/// Sentences begin with a capital letter, except before brands and addresses, and except in texts
/// without capitals.
fn small_letter_follows(c: &Candidate) -> Option<Verdict> {
    if !c.next.is_small() {
        return None;
    }
    if matches!(c.next.word, "http" | "https" | "www") {
        return Some(Ends);
    }
    if !c.quote_closes && c.abbreviation.is_none() && c.next.is_address(c.text, c.limit) {
        return Some(Ends);
    }
    let writes_none = !c.quote_closes
        && c.starts_small()
        && c.abbreviation.is_none()
        && c.terminator != Terminator::Ellipsis;
    Some(go_on_if(!writes_none || is_acronym(c.word)))
}

/// A number alone is the mark of an item, not a sentence.
fn item_number(c: &Candidate) -> Option<Verdict> {
    let number = !c.word.is_empty() && c.word.len() <= 2 && c.word.bytes().all(|b| b.is_ascii_digit());
    if !number || c.terminator != Terminator::Stop {
        return None;
    }
    let before = Span::new(c.sentence.start(), c.sentence.end() - c.word.len()).of(c.text).trim_end();
    (before.is_empty() || before.ends_with(':')).then_some(GoesOn)
}

/// After an ellipsis the sentence goes on before a digit and before a word that always has a capital: *I*.
fn ellipsis(c: &Candidate) -> Option<Verdict> {
    if c.terminator != Terminator::Ellipsis || c.quote_closes || c.next.opener == Opener::Quote {
        return None;
    }
    let pronoun = c.lexicon.sentence_starters.has(c.next.word, WordClass::AlwaysCapital);
    (pronoun || c.next.first.is_numeric()).then_some(GoesOn)
}

/// After a question or an exclamation, a name with a reporting verb is its attribution.
fn reported_by_name(c: &Candidate) -> Option<Verdict> {
    if c.terminator != Terminator::Strong {
        return None;
    }
    let verb_end = c.next.reporting_verb(c.lexicon, c.text, c.limit)?;
    // without quotation marks only if the attribution ends the sentence: `Why? Ruiz asked.`
    let alone = matches!(c.text.as_bytes().get(verb_end), Some(b'.'));
    (c.quote_closes || alone).then_some(GoesOn)
}

/// `vs.`, `e.g.` and similar abbreviations join the words around them.
fn link(c: &Candidate) -> Option<Verdict> {
    (c.abbreviation? == Abbreviation::Link).then_some(GoesOn)
}

/// A title precedes a name. In capitals it may itself be a name: *an employee of RT.*
fn title(c: &Candidate) -> Option<Verdict> {
    let spelled_out = c.word.bytes().any(|b| b.is_ascii_lowercase());
    (c.abbreviation? == Abbreviation::Title).then(|| go_on_if(spelled_out || !starts(c)))
}

/// `No.` and `p.` are abbreviations before a digit; elsewhere they are words: *he said no.*
fn number(c: &Candidate) -> Option<Verdict> {
    (c.abbreviation? == Abbreviation::Number).then(|| go_on_if(c.next.first.is_numeric()))
}

/// In German a number with a stop is an ordinal: *am 8. November*, *der 3. Tag*.
fn ordinal(c: &Candidate) -> Option<Verdict> {
    let number = (1..=2).contains(&c.word.len()) && c.word.bytes().all(|b| b.is_ascii_digit());
    let applies = number && c.terminator == Terminator::Stop && !c.quote_closes;
    if !applies || !c.lexicon.language.stops_ordinals() {
        return None;
    }
    let calendar = c.lexicon.calendar.contains(c.next.word);
    let counted = c.lexicon.grammar_words.contains(&c.word_before_that().to_lowercase());
    Some(go_on_if(calendar || counted && !starts(c)))
}

/// The sentence goes on between a month and a day, and ends if another one starts after the month.
fn date(c: &Candidate) -> Option<Verdict> {
    (c.abbreviation? == Abbreviation::Date).then(|| go_on_if(c.next.first.is_numeric() || !starts(c)))
}

/// After a time the sentence goes on before a day or a zone, before the acronym that the time qualifies
/// (`the 9 a.m. U.S. news`), and if it has at most three words so far.
fn time_of_day(c: &Candidate) -> Option<Verdict> {
    if c.terminator != Terminator::Stop || c.quote_closes || !is_time(c.word) {
        return None;
    }
    let acronym = c.next.stop && c.next.word.len() == 1;
    let zone = c.lexicon.calendar.get(c.next.word) == Some(CalendarWord::Zone);
    Some(go_on_if(acronym || zone || is_day(c) || c.is_short(3)))
}

/// A single letter is an initial, unless a sentence starts after it.
fn initial(c: &Candidate) -> Option<Verdict> {
    let mut letters = c.word.chars();
    let letter = letters.next()?;
    if c.terminator != Terminator::Stop
        || letters.next().is_some()
        || !letter.is_uppercase()
        || c.quote_closes
    {
        return None;
    }
    if c.is_short(1) {
        return Some(GoesOn);
    }
    let after_name = c.word_before_that().starts_with(char::is_uppercase);
    if letter == 'I' && !after_name {
        return Some(Ends);
    }
    Some(go_on_if(!starts(c)))
}

/// After an acronym with stops the sentence goes on, unless another one starts.
fn acronym(c: &Candidate) -> Option<Verdict> {
    if c.terminator != Terminator::Stop || c.quote_closes || !is_acronym(c.word) {
        return None;
    }
    Some(go_on_if(!starts(c) || c.is_short(1)))
}

/// A role or a bracket may follow the name of a company: `Harbor & Co. Chief Executive`, `Harbor Inc. (“Harbor”)`.
fn company(c: &Candidate) -> Option<Verdict> {
    let follows = || c.next.opener == Opener::Bracket || c.lexicon.company_roles.contains(c.next.word);
    (c.abbreviation? == Abbreviation::Company).then(|| go_on_if(follows()))
}

/// In running text a comma follows a state, and a verb follows a party and a state in brackets:
/// `(I-Vt.)`. If a capital letter follows instead, the sentence is over.
fn place(c: &Candidate) -> Option<Verdict> {
    if c.abbreviation? != Abbreviation::Place {
        return None;
    }
    let party = c.bracket_closes && c.word.contains('-');
    let address = !c.bracket_closes && c.follows_comma();
    let over = (party || address) && c.next.opener != Opener::Bracket && !is_day(c);
    over.then_some(Ends)
}

/// After any other abbreviation the sentence goes on, unless another one starts.
fn other_abbreviation(c: &Candidate) -> Option<Verdict> {
    match c.abbreviation? {
        Abbreviation::Suffix | Abbreviation::Place | Abbreviation::General => Some(go_on_if(!starts(c))),
        Abbreviation::Title
        | Abbreviation::Number
        | Abbreviation::Date
        | Abbreviation::Company
        | Abbreviation::Link => None,
    }
}

fn go_on_if(condition: bool) -> Verdict {
    if condition { GoesOn } else { Ends }
}

/// Whether the text after the candidate can only start a sentence.
fn starts(c: &Candidate) -> bool {
    c.next.is_starter(c.lexicon) || c.next.opener == Opener::Quote
}

/// Letters with a stop after each but the last: `U.S`, `D.C`, `H.R`.
fn is_acronym(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() >= 3
        && bytes.len() % 2 == 1
        && bytes
            .iter()
            .enumerate()
            .all(|(n, b)| if n % 2 == 0 { b.is_ascii_alphabetic() } else { *b == b'.' })
}

fn is_time(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ["a.m", "p.m"].iter().any(|time| word.eq_ignore_ascii_case(time))
}

/// Whether a weekday follows.
fn is_day(c: &Candidate) -> bool {
    c.lexicon.calendar.get(c.next.word) == Some(CalendarWord::Day)
}
