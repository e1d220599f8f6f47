//! Reads a noun phrase that says what somebody is: *the Kremlin spokesman*, *a rival of Anna Berg*.

use std::ops::Range;

use super::outline::{Gap, Outline};
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::quotation::{Role, RoleKind, Sort};
use crate::text::Span;

/// Words after the noun that may narrow it: *of the port of Ulm*.
const REACH: usize = 8;

/// The role that a phrase states; what follows its noun may lie outside.
pub(super) fn role(outline: &Outline, phrase: &Range<usize>) -> Option<Role> {
    let end = phrase_end(outline, phrase);
    let last = noun(outline, phrase.start..end)?;
    let word = lower(outline, last);
    let relation = Relation::of(outline.lexicon, &word);
    let (noun, first) = common_form(outline, phrase.start, last, &relation);
    // *press secretary* says more than *secretary*
    let kind = if first < last { Relation::of(outline.lexicon, &noun).kind } else { relation.kind };
    let mut role = Role {
        noun,
        kind,
        sort: sort(outline, phrase.start, last, kind),
        is_definite: is_definite(outline, phrase, last),
        is_company: outline.is(last, WordClass::Body),
        names: Vec::new(),
        words: Vec::new(),
        ranks: Vec::new(),
    };
    // *Kremlsprecher* is *Sprecher* of the *Kreml*
    if relation.part > 0 {
        role.words.push(Span::new(0, relation.part).of(&word).trim_end_matches('s').to_owned());
    }
    let complement = last + 1..complement_end(outline, last, phrase);
    for at in (phrase.start..first).chain(complement) {
        narrow(outline, at, &mut role);
    }
    Some(role)
}

/// The role of somebody whose age alone is said: *Udo Kern, 34,*.
pub(super) fn aged(outline: &Outline, at: usize) -> Role {
    Role {
        noun: outline.word(at).to_owned(),
        kind: RoleKind::General,
        sort: Sort::Person,
        is_definite: false,
        is_company: false,
        names: Vec::new(),
        words: Vec::new(),
        ranks: Vec::new(),
    }
}

/// Adds a word of the phrase to what narrows its noun.
fn narrow(outline: &Outline, at: usize, role: &mut Role) {
    let item = &outline.items[at];
    let grammar = [
        WordClass::Determiner,
        WordClass::Preposition,
        WordClass::Possessive,
        WordClass::Clause,
        WordClass::Time,
    ];
    if item.piece.is_some() {
        return;
    }
    let word = lower(outline, at);
    if let Some(common) = outline.lexicon.ranks.get(&word) {
        match common {
            "" => role.ranks.push(word),
            // *the senior official* is an official
            _ if common.contains("before-role") => {}
            _ => role.ranks.push(common.to_owned()),
        }
    } else if outline.is_name(at) {
        role.names.push(word);
    } else if !grammar.into_iter().any(|class| item.class.is(class)) {
        let stem = outline.stem(at);
        let says = !outline.lexicon.stop_words.contains(stem) && outline.lexicon.numbers.get(stem).is_none();
        if says && stem.chars().count() > 1 {
            role.words.push(stem.to_owned());
        }
    }
}

/// Where the phrase ends before what narrows its noun: at a comma, preposition or *who*.
fn phrase_end(outline: &Outline, phrase: &Range<usize>) -> usize {
    let ends = |at: &usize| {
        let next = at + 1;
        let gap = outline.items[*at].gap;
        let says = outline.is(next, WordClass::Say) && !outline.items[next].capital;
        gap.has(Gap::ANY) && !gap.has(Gap::OTHER)
            || says
            || outline.is(next, WordClass::Preposition)
            || outline.is(next, WordClass::Relative)
    };
    phrase.clone().find(ends).map_or(phrase.end, |at| at + 1).min(phrase.end)
}

/// The noun of a phrase: the last that can speak, else its last word.
fn noun(outline: &Outline, phrase: Range<usize>) -> Option<usize> {
    let speaks = |at: &usize| {
        let is_noun = outline.is(*at, WordClasses::SPEAKER) || outline.is(*at, WordClass::Aged);
        is_noun && !outline.items[*at].possessive && outline.items[*at].piece.is_none()
    };
    let last = phrase.end.checked_sub(1).filter(|last| *last >= phrase.start);
    let is_noun = |at: &usize| !outline.items[*at].possessive && outline.items[*at].piece.is_none();
    phrase.clone().rfind(speaks).or(last.filter(is_noun))
}

/// Where the words that follow the noun and narrow it end: *for the port*, *close to Anna Berg*,
/// not *in a statement*.
fn complement_end(outline: &Outline, noun: usize, phrase: &Range<usize>) -> usize {
    let to = outline.items.len().min(noun + 1 + REACH);
    let leads =
        |at: usize| outline.is(at, WordClass::Preposition) && !outline.is(at, WordClass::Circumstance);
    let goes_on = |&at: &usize| {
        let item = &outline.items[at];
        let is_verb = item.class.is(WordClasses::CUE) && !item.class.is(WordClass::Noun)
            || item.class.is(WordClass::Auxiliary) && !item.class.is(WordClass::Preposition)
            || item.class.is(WordClass::Relative)
            || item.class.is(WordClass::Pronoun);
        let is_circumstance = item.class.is(WordClass::Circumstance) || item.class.is(WordClass::Time);
        // a source close to Anna Berg
        let is_adjective = || !item.capital && outline.runs_on(at) && leads(at + 1);
        let is_led = phrase.contains(&at) || at > noun + 1 || leads(at) || is_adjective();
        outline.adjoins(at - 1) && item.piece.is_none() && !is_verb && !is_circumstance && is_led
    };
    (noun + 1..to).take_while(goes_on).last().map_or(noun + 1, |last| last + 1)
}

/// A mention with the words that narrow its noun: *a spokesman* of *said a spokesman for Anna Berg*.
pub(super) fn whole(outline: &Outline, mention: &Range<usize>) -> Range<usize> {
    let noun = mention.end.checked_sub(1).filter(|noun| *noun > mention.start);
    let is_role = |&noun: &usize| outline.is(noun, WordClasses::SPEAKER) && !outline.is_name(noun);
    match noun.filter(is_role) {
        Some(noun) => {
            let end = complement_end(outline, noun, mention);
            // the report of a “…”: the marks took the rest
            let small = [WordClass::Preposition, WordClass::Determiner, WordClass::Possessive];
            let is_whole = small.into_iter().all(|class| !outline.is(end - 1, class));
            mention.start..if is_whole { end } else { mention.end }
        }
        None => mention.clone(),
    }
}

/// What the list of relations says of a noun.
struct Relation {
    kind: RoleKind,
    /// The noun that means the same.
    common: Option<&'static str>,
    /// Where in a compound the listed word begins.
    part: usize,
}

impl Relation {
    fn of(lexicon: &Lexicon, word: &str) -> Relation {
        /// Bytes in front of the listed word of a compound.
        const LEAST: usize = 3;
        let folded: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let whole = lexicon.relations.get(word).or_else(|| lexicon.relations.get(&folded));
        let compound = || {
            let is_compound = lexicon.language.capitalizes_nouns();
            lexicon.relations.endings(word).find(|(at, _)| is_compound && *at >= LEAST)
        };
        let (part, values) = whole.map(|values| (0, values)).or_else(compound).unwrap_or_default();
        let mut relation = Relation { kind: RoleKind::Own, common: None, part };
        for value in values.split(' ') {
            match value {
                "voice" => relation.kind = RoleKind::Voice,
                "relation" => relation.kind = RoleKind::Relation,
                "member" => relation.kind = RoleKind::Member,
                "general" => relation.kind = RoleKind::General,
                "official" => relation.kind = RoleKind::Official,
                "message" => relation.kind = RoleKind::Message,
                "record" => relation.kind = RoleKind::Record,
                _ => relation.common = value.strip_prefix('='),
            }
        }
        relation
    }
}

/// The noun as roles are compared, and where it begins: *attorneys* and *lawyer* are one, so are
/// *CEO* and *chief executive*.
fn common_form(outline: &Outline, from: usize, noun: usize, relation: &Relation) -> (String, usize) {
    /// Words of a listed title.
    const LONGEST: usize = 3;
    let titles = outline.lexicon.titles;
    let is_rank = |at: usize| {
        outline.lexicon.ranks.get(&lower(outline, at)).is_some_and(|value| !value.contains("before-role"))
    };
    let common = |words: &str| match titles.get(words) {
        Some("" | "^") => Some(words.to_owned()),
        Some(value) => Some(value.to_owned()),
        None => None,
    };
    let listed = |words: &str| {
        let value = outline.lexicon.relations.get(words)?;
        let same = value.split(' ').find_map(|value| value.strip_prefix('='));
        Some(same.unwrap_or(words).to_owned())
    };
    let first = from.max((noun + 1).saturating_sub(LONGEST));
    let title = (first..noun).filter(|&at| !is_rank(at)).find_map(|at| {
        let words: Vec<String> = (at..=noun).map(|at| lower(outline, at)).collect();
        let words = words.join(" ");
        Some((listed(&words).or_else(|| common(&words))?, at))
    });
    if let Some(title) = title {
        return title;
    }
    let word = lower(outline, noun);
    if outline.is(noun, WordClass::Aged) {
        return (word.chars().take_while(char::is_ascii_digit).collect(), noun);
    }
    if relation.part > 0 {
        return (Span::new(relation.part, word.len()).of(&word).to_owned(), noun);
    }
    let stem = outline.stem(noun);
    let form = relation.common.map(str::to_owned).or_else(|| common(&word)).or_else(|| common(stem));
    (form.unwrap_or_else(|| if stem.is_empty() { word } else { stem.to_owned() }), noun)
}

/// Which sort of speaker a noun means.
fn sort(outline: &Outline, from: usize, noun: usize, kind: RoleKind) -> Sort {
    let is_led = outline.is(from, WordClass::Determiner) || outline.is(from, WordClass::Possessive);
    let class = outline.items[noun].class;
    let (person, group) =
        (class.is(WordClass::Person) || class.is(WordClass::Aged), class.is(WordClass::Group));
    match kind {
        RoleKind::Message | RoleKind::Record => return Sort::Text,
        RoleKind::Voice if !group => return Sort::Person,
        RoleKind::Own
        | RoleKind::Voice
        | RoleKind::Relation
        | RoleKind::Member
        | RoleKind::General
        | RoleKind::Official => {}
    }
    match (person, group) {
        (true, false) => Sort::Person,
        (false, true)
            if class.is(WordClass::Plural) || matches!(kind, RoleKind::Member | RoleKind::General) =>
        {
            Sort::People
        }
        (false, true) => Sort::Body,
        // ein Mieter, Mieter
        (true, true) if is_led => Sort::Person,
        (true, true) => Sort::People,
        (false, false) => Sort::Unknown,
    }
}

/// Whether a phrase refers to somebody known: *the mayor*, *Ulm’s mayor*, *her lawyer*.
fn is_definite(outline: &Outline, phrase: &Range<usize>, noun: usize) -> bool {
    outline.is(phrase.start, WordClass::Definite)
        || outline.is(phrase.start, WordClass::Possessive)
        || (phrase.start..noun).any(|at| outline.items[at].possessive)
}

fn lower(outline: &Outline, at: usize) -> String {
    outline.word(at).to_lowercase()
}
