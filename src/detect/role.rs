//! Reads a noun phrase that says what somebody is: *the Kremlin spokesman*, *a rival of Anna Berg*.

use std::ops::Range;

use super::outline::Outline;
use super::phrase::head_end;
use crate::lexicon::{Lexicon, RelationKind, TitleForm, WordClass, WordClasses};
use crate::quotation::{Role, RoleKind, Sort};
use crate::text::Span;

/// Words after the noun that may narrow it: *of the port of Ulm*.
const REACH: usize = 8;

/// The role that a phrase states; the words that narrow its noun may follow the phrase.
pub(super) fn role(outline: &Outline, phrase: &Range<usize>) -> Option<Role> {
    let last = noun(outline, phrase)?;
    let word = outline.lower(last);
    let relation = Relation::of(outline.lexicon, &word);
    let (noun, first) = common_form(outline, phrase.start, last);
    // *press secretary* says more than *secretary*
    let kind = if first < last { Relation::of(outline.lexicon, &noun).kind } else { relation.kind };
    let mut role = Role {
        noun,
        kind,
        sort: sort(outline.items[last].class, kind),
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

/// The role of somebody of whom only the age is known: *Udo Kern, 34,*.
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

/// Adds a word of the phrase to the words that narrow its noun.
fn narrow(outline: &Outline, at: usize, role: &mut Role) {
    let lexicon = outline.lexicon;
    let grammar = WordClass::Determiner
        | WordClass::Preposition
        | WordClass::Possessive
        | WordClass::Clause
        | WordClass::Time;
    let word = outline.lower(at);
    let stem = outline.stem(at);
    if let Some(rank) = lexicon.ranks.get(&word) {
        // *the senior official* is an official
        if !rank.is_before_role {
            role.ranks.push(rank.common.map_or(word, str::to_owned));
        }
    } else if outline.is_name(at) {
        role.names.push(word);
    } else if !outline.is(at, grammar)
        && !lexicon.stop_words.contains(stem)
        && !lexicon.numbers.contains(stem)
        && stem.chars().count() > 1
    {
        role.words.push(stem.to_owned());
    }
}

/// The noun of a phrase: the last that can speak, else its last word.
pub(super) fn noun(outline: &Outline, phrase: &Range<usize>) -> Option<usize> {
    let mut words = phrase.start..head_end(outline, phrase);
    let nouns = WordClasses::SPEAKER.with(WordClass::Aged);
    let speaks = |at: &usize| outline.is(*at, nouns) && !outline.items[*at].possessive;
    words.clone().rfind(speaks).or(words.next_back()).filter(|&at| !outline.items[at].is_piece)
}

/// Where the words that follow the noun and narrow it end: *for the port*, *close to Anna Berg*,
/// not *in a statement*.
fn complement_end(outline: &Outline, noun: usize, phrase: &Range<usize>) -> usize {
    let leads =
        |at: usize| outline.is(at, WordClass::Preposition) && !outline.is(at, WordClass::Circumstance);
    let goes_on = |&at: &usize| {
        let is = |class| outline.is(at, class);
        let is_verb = outline.is(at, WordClasses::CUE) && !is(WordClass::Noun)
            || is(WordClass::Auxiliary) && !is(WordClass::Preposition);
        let others = WordClass::Relative | WordClass::Pronoun | WordClass::Circumstance | WordClass::Time;
        // a source close to Anna Berg
        let is_adjective = || !outline.items[at].capital && outline.runs_on(at) && leads(at + 1);
        let is_led = phrase.contains(&at) || at > noun + 1 || leads(at) || is_adjective();
        outline.adjoins(at - 1)
            && !outline.items[at].is_piece
            && !is_verb
            && !outline.is(at, others)
            && is_led
    };
    let to = outline.items.len().min(noun + 1 + REACH);
    noun + 1 + (noun + 1..to).take_while(goes_on).count()
}

/// A mention with the words that narrow its noun: *a spokesman* of *said a spokesman for Anna Berg*.
pub(super) fn whole(outline: &Outline, mention: &Range<usize>) -> Range<usize> {
    let noun = mention.end - 1;
    if mention.len() == 1 || !outline.is(noun, WordClasses::SPEAKER) || outline.is_name(noun) {
        return mention.clone();
    }
    let end = complement_end(outline, noun, mention);
    // the report of a “…”: the marks took the rest
    let is_cut = outline.starts_phrase(end - 1) || outline.is(end - 1, WordClass::Preposition);
    mention.start..if is_cut { mention.end } else { end }
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
        /// Bytes before the listed word of a compound.
        const LEAST: usize = 3;
        let folded: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        let whole = lexicon.relations.get(word).or_else(|| lexicon.relations.get(&folded));
        let compound = || {
            let is_compound = lexicon.language.capitalizes_nouns();
            lexicon.relations.endings(word).find(|(at, _)| is_compound && *at >= LEAST)
        };
        let (part, listed) = whole.map(|listed| (0, listed)).or_else(compound).unwrap_or_default();
        let kind = match listed.kind {
            None => RoleKind::Own,
            Some(RelationKind::Voice) => RoleKind::Voice,
            Some(RelationKind::Relation) => RoleKind::Relation,
            Some(RelationKind::Member) => RoleKind::Member,
            Some(RelationKind::General) => RoleKind::General,
            Some(RelationKind::Official) => RoleKind::Official,
            Some(RelationKind::Message) => RoleKind::Message,
            Some(RelationKind::Record) => RoleKind::Record,
        };
        Relation { kind, common: listed.common, part }
    }
}

/// The noun as roles are compared, and where it begins: *attorneys* and *lawyer* are one, so are
/// *CEO* and *chief executive*.
fn common_form(outline: &Outline, from: usize, noun: usize) -> (String, usize) {
    /// Words of a listed title.
    const LONGEST: usize = 3;
    let lexicon = outline.lexicon;
    let is_rank = |at: usize| lexicon.ranks.get(&outline.lower(at)).is_some_and(|rank| !rank.is_before_role);
    let related = |words: &str| Some(lexicon.relations.get(words)?.common.unwrap_or(words).to_owned());
    let first = from.max((noun + 1).saturating_sub(LONGEST));
    let of_several = (first..noun).filter(|&at| !is_rank(at)).find_map(|at| {
        let words: Vec<String> = (at..=noun).map(|at| outline.lower(at)).collect();
        let words = words.join(" ");
        Some((related(&words).or_else(|| title(lexicon, &words))?, at))
    });
    if let Some(found) = of_several {
        return found;
    }
    (word_form(outline, noun), noun)
}

/// A single noun as roles are compared; the digits of *22-year-old*.
pub(super) fn word_form(outline: &Outline, noun: usize) -> String {
    let word = outline.lower(noun);
    let relation = Relation::of(outline.lexicon, &word);
    if outline.is(noun, WordClass::Aged) {
        word.chars().take_while(char::is_ascii_digit).collect()
    } else if relation.part > 0 {
        Span::new(relation.part, word.len()).of(&word).to_owned()
    } else {
        let stem = outline.stem(noun);
        let common = relation.common.map(str::to_owned);
        let title = |word: &str| title(outline.lexicon, word);
        common.or_else(|| title(&word)).or_else(|| title(stem)).unwrap_or_else(|| stem.to_owned())
    }
}

/// A listed title in its common form: *senator* for *sen*.
fn title(lexicon: &Lexicon, words: &str) -> Option<String> {
    Some(match lexicon.titles.get(words)? {
        TitleForm::Own | TitleForm::OwnWithCapital => words.to_owned(),
        TitleForm::Common(common) => common.to_owned(),
    })
}

/// Which sort of speaker a noun means.
fn sort(class: WordClasses, kind: RoleKind) -> Sort {
    let is_person = class.is(WordClass::Person | WordClass::Aged);
    let is_plural =
        is_person || class.is(WordClass::Plural) || matches!(kind, RoleKind::Member | RoleKind::General);
    match class.is(WordClass::Group) {
        _ if matches!(kind, RoleKind::Message | RoleKind::Record) => Sort::Text,
        _ if kind == RoleKind::Voice => Sort::Person,
        true if is_plural => Sort::People,
        true => Sort::Body,
        false if is_person => Sort::Person,
        false => Sort::Unknown,
    }
}

/// Whether a phrase refers to somebody known: *the mayor*, *Ulm’s mayor*, *her lawyer*.
fn is_definite(outline: &Outline, phrase: &Range<usize>, noun: usize) -> bool {
    outline.is(phrase.start, WordClass::Definite | WordClass::Possessive)
        || (phrase.start..noun).any(|at| outline.items[at].possessive)
}
