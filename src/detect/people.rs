//! The people an article names: last name to full name, and hints at he or she.
//!
//! Articles name somebody in full once and by the last name afterwards. What a
//! first name, a title or a noun gives away about gender is only ever used to
//! find out who a pronoun refers to, and only against what the article says itself.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::namesakes::{Namesakes, Person};
use super::outline::{Gap, Outline};
use super::phrase::{head_end, named_after_comma};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::{Gender, Sort};
use crate::text::Span;

impl Gender {
    /// The gender a word gives away by itself.
    pub(super) fn of(class: WordClasses) -> Option<Gender> {
        match (class.is(WordClass::Masculine), class.is(WordClass::Feminine)) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            (true, true) | (false, false) => None,
        }
    }
}

/// Who a noun phrase refers to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Speaker {
    /// The fullest name in the article, or the words of the phrase.
    pub(super) name: String,
    pub(super) gender: Option<Gender>,
    /// Whether the phrase can be *he* or *she* at all.
    pub(super) human: bool,
    /// Which sort a title, a first name, an article or the noun says it is.
    pub(super) sort: Sort,
    /// Whether it can be *they*.
    pub(super) several: bool,
    /// What it is called by.
    pub(super) called: Called,
    /// The words that say so.
    pub(super) phrase: Range<usize>,
}

/// What a noun phrase calls somebody by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Called {
    /// *Anna Berg*.
    Name,
    /// What describes somebody whom the article names elsewhere: *the Green candidate*.
    Description,
    /// *a lawyer*.
    Noun,
}

/// The people of an article.
pub(super) struct People<'a> {
    outline: &'a Outline<'a>,
    persons: Vec<Person<'a>>,
    by_last: HashMap<&'a str, Namesakes<'a>>,
    by_first: HashMap<&'a str, usize>,
    /// Last names that are next to a verb of saying somewhere.
    speaks: HashSet<&'a str>,
}

impl<'a> People<'a> {
    /// Reads the names of an article.
    pub(super) fn of(outline: &'a Outline<'a>) -> People<'a> {
        let mut people = People {
            outline,
            persons: Vec::new(),
            by_last: HashMap::new(),
            by_first: HashMap::new(),
            speaks: HashSet::new(),
        };
        for sentence in &outline.sentences {
            for name in outline.names(sentence.clone()) {
                people.note(&name);
                people.note_speaking(&name, sentence.end);
            }
        }
        for (at, person) in people.persons.iter().enumerate() {
            person.first.map(|first| people.by_first.entry(first).or_insert(at));
        }
        people.by_last.values_mut().for_each(|namesakes| namesakes.rank(&people.persons));
        people
    }

    /// Takes in one mention of a name.
    fn note(&mut self, name: &Range<usize>) {
        let outline = self.outline;
        let core = self.core(name);
        let last = self.last(&core);
        let is_given = outline.is(core.start, WordClass::Given) && core.len() > 1;
        let given = is_given.then(|| Gender::of(outline.items[core.start].class)).flatten();
        let gender = address(outline, name).or(given);
        let is_whole = is_given || core.len() == 2 && !outline.names_body(&core);
        let first = is_whole.then(|| outline.word(core.start));
        let known = self.by_last.entry(last).or_default();
        match known.same(&self.persons, first, gender) {
            Some(at) => {
                let person = &mut self.persons[at];
                person.gender = person.gender.or(gender);
                match first {
                    Some(first) if person.first.is_none() => {
                        (person.first, person.name, person.mentions) = (Some(first), core, 1);
                        known.name(at, first);
                    }
                    Some(_) => person.mentions += 1,
                    None => {}
                }
            }
            // a bare capitalized word is nobody until a title or a first name says so
            None if first.is_some() || gender.is_some() => {
                known.add(self.persons.len(), first);
                let mentions = usize::from(first.is_some());
                self.persons.push(Person { name: core, first, gender, mentions });
            }
            None => {}
        }
    }

    /// Remembers a name that is next to a verb of saying.
    fn note_speaking(&mut self, name: &Range<usize>, sentence_end: usize) {
        let outline = self.outline;
        let is_before = |class| name.start.checked_sub(1).is_some_and(|at| outline.is(at, class));
        let helps = |at: &usize| outline.is(*at, WordClass::Auxiliary);
        let verb = name.end + (name.end..name.end + 3).take_while(helps).count();
        let says = verb < sentence_end && outline.is(verb, WordClasses::CUE);
        // the Accord said: a body
        if (says || is_before(WordClass::Say)) && !is_before(WordClass::Definite) {
            self.speaks.insert(self.last(name));
        }
    }

    /// A title that only people have: *Mrs.*, *Mayor*, *Sen.*, not *House*.
    fn is_form_of_address(&self, at: usize) -> bool {
        let people = WordClasses::GENDER.with(WordClass::Person | WordClass::Abbreviation);
        self.outline.is(at, WordClass::Title) && self.outline.is(at, people)
    }

    /// The name without the titles and offices before it.
    pub(super) fn core(&self, name: &Range<usize>) -> Range<usize> {
        let last = name.end - 1;
        let is = |at: usize, class| self.outline.is(at, class);
        let given = (name.start..last).find(|&at| is(at, WordClass::Given));
        let start = given.or_else(|| (name.start..last).find(|&at| !is(at, WordClass::Title)));
        start.unwrap_or(last)..name.end
    }

    /// The word by which a person is called later on.
    fn last(&self, name: &Range<usize>) -> &'a str {
        let has_suffix = name.len() > 1 && self.outline.is(name.end - 1, WordClass::Suffix);
        self.outline.word(name.end - 1 - usize::from(has_suffix))
    }

    /// The person a name refers to.
    fn person(&self, name: &Range<usize>) -> Option<&Person<'a>> {
        let core = self.core(name);
        let start = self.outline.word(core.start);
        let first = (core.len() > 1).then_some(start);
        let last = self.last(&core);
        // BERG: in a transcript
        let known = self.by_last.get(last).or_else(|| self.by_last.get(capitalized(last).as_str()));
        let best = known.and_then(|known| known.foremost(&self.persons, first, address(self.outline, name)));
        // Hillary said
        let is_first = core.len() == 1 && self.outline.is(core.start, WordClass::Given);
        let alone = || self.by_first.get(start).copied().filter(|_| is_first);
        best.or_else(alone).map(|at| &self.persons[at])
    }

    /// Who a noun phrase refers to; pronouns are another module's.
    pub(super) fn speaker(&self, phrase: &Range<usize>) -> Speaker {
        match self.name_in(phrase).or_else(|| self.named_after(phrase)) {
            Some(name) => {
                // Ulm’s Chief Executive, Anna Berg,
                let is_office = self.outline.is(name.end - 1, WordClasses::SPEAKER);
                let holder = is_office.then(|| named_after_comma(self.outline, name.end - 1)).flatten();
                self.called_by_name(phrase, holder.unwrap_or(name))
            }
            None => self.called_by_noun(phrase),
        }
    }

    /// `The minister of the economy, Anna Berg,`: the name after a phrase that describes it.
    fn named_after(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        /// Words between the noun and the comma: *of the economy*.
        const REACH: usize = 5;
        let to = self.outline.items.len().min(phrase.end + REACH);
        let comma = (phrase.end - 1..to).find(|&at| !self.outline.runs_on(at))?;
        let is_noun = self.outline.is(phrase.end - 1, WordClass::Person);
        is_noun.then(|| named_after_comma(self.outline, comma))?
    }

    /// Somebody whose name is in a phrase.
    fn called_by_name(&self, phrase: &Range<usize>, name: Range<usize>) -> Speaker {
        let outline = self.outline;
        let person = self.person(&name);
        let last = self.last(&name);
        let core = self.core(&name);
        let is_given = outline.is(core.start, WordClass::Given);
        let gender = person.and_then(|person| person.gender);
        let is_body = !is_given && outline.names_body(&core);
        // MOOCs, NATO: an abbreviation is nobody, unless a title or first name says who it is
        let is_abbreviated = is_abbreviation(last) && gender.is_none();
        let is_titled = name.clone().any(|at| self.is_form_of_address(at));
        let has_first = |person: &Person| {
            person.gender.is_some()
                || person.name.len() > 1 && outline.is(person.name.start, WordClass::Given)
        };
        // the Accord
        let is_led = name.start > 0 && outline.is(name.start - 1, WordClass::Definite);
        // Anna said: the first name of somebody whose last name is not in the article
        let is_first = core.len() == 1 && is_given && person.is_none();
        let sort = match () {
            () if is_body || is_led && !person.is_some_and(has_first) => Sort::Body,
            () if !is_abbreviated && (person.is_some() || is_first || is_titled) => Sort::Person,
            () => Sort::Unknown,
        };
        let full = person.filter(|_| name.len() == 1 || core != name).map_or(&name, |person| &person.name);
        Speaker {
            name: self.text(full),
            gender: gender
                .or_else(|| self.noun_gender(&(phrase.start..name.end)))
                .or_else(|| is_first.then(|| Gender::of(outline.items[core.start].class)).flatten()),
            human: !is_body
                && !is_abbreviated
                && (person.is_some() || is_first || self.speaks.contains(last)),
            sort,
            several: is_body,
            called: Called::Name,
            phrase: name,
        }
    }

    /// Somebody whom a phrase calls by a noun.
    fn called_by_noun(&self, phrase: &Range<usize>) -> Speaker {
        let outline = self.outline;
        // the woman’s enthusiasm: the phrase refers to what is owned
        let owner = (phrase.start..phrase.end - 1).rfind(|&at| outline.items[at].possessive);
        let own = owner.map_or(phrase.start, |at| at + 1);
        let has = |class| (own..phrase.end).any(|at| outline.is(at, class));
        let (human, several) = (has(WordClass::Person), has(WordClass::Group));
        let is_named = |at: usize| outline.items[at].capital || outline.is(at, WordClass::Title);
        let is_description = human
            && outline.is(phrase.start, WordClass::Definite)
            && (phrase.start + 1..phrase.end).any(is_named);
        Speaker {
            name: outline.slice(phrase).to_owned(),
            gender: self.noun_gender(&(own..head_end(outline, phrase))),
            human,
            sort: if human && !several { Sort::Person } else { Sort::Unknown },
            several,
            called: if is_description { Called::Description } else { Called::Noun },
            phrase: phrase.clone(),
        }
    }

    fn noun_gender(&self, phrase: &Range<usize>) -> Option<Gender> {
        let mut nouns = phrase.clone().filter(|&at| self.outline.is(at, WordClass::Person));
        nouns.find_map(|at| Gender::of(self.outline.items[at].class))
    }

    /// The name in a phrase that it refers to: none in `the Berg campaign` and `Berg’s lawyer`.
    fn name_in(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let outline = self.outline;
        let head = head_end(outline, phrase);
        let last_name = |within: Range<usize>| {
            let end = within.end;
            let speaks = |name: &Range<usize>| {
                let owns = outline.items[name.end - 1].possessive && name.end < phrase.end;
                !owns && (name.end >= end || !outline.is_speaking_noun(name.end))
            };
            outline.names(within).filter(speaks).last()
        };
        // the Green candidate, a spokesman for the Accord, a source close to the Accord: the noun
        // speaks, the name only says which
        let noun = (phrase.start..head).rfind(|&at| outline.is_speaking_noun(at));
        // le porte-parole du Kremlin: what an article leads to belongs to the noun
        let is_free = |at: usize| outline.is_name(at) && !outline.is(at - 1, WordClass::Determiner);
        if noun.is_some_and(|noun| !(noun + 1..head).any(is_free)) {
            let is_joined = |name: &Range<usize>| outline.is(name.end, WordClass::Together);
            // the minister of transport, Anna Berg
            let is_apart = |name: &Range<usize>| outline.gap_before(name.start).has(Gap::ANY);
            let joined = last_name(phrase.start..head).filter(is_joined);
            return joined.or_else(|| last_name(head..phrase.end).filter(is_apart));
        }
        let name = last_name(phrase.start..head);
        // Secretary of State Anna Berg: the name follows the title
        let is_title = |name: &Range<usize>| name.clone().all(|at| outline.is(at, WordClass::Title));
        if name.as_ref().is_some_and(is_title) {
            let whole = last_name(phrase.clone()).filter(|name| name.start > head);
            let core = whole.map(|name| self.core(&name)).filter(|core| self.person(core).is_some());
            return core.or(name);
        }
        name.or_else(|| last_name(phrase.clone()))
    }

    /// The words of a name, without a possessive ending.
    fn text(&self, name: &Range<usize>) -> String {
        let start = self.outline.items[name.start].span.start();
        let last = self.outline.items[name.end - 1].span.start();
        let end = last + self.outline.word(name.end - 1).len();
        Span::new(start, end).of(self.outline.text).to_owned()
    }

    /// The people named before an item, nearest first.
    pub(super) fn named_before(&self, item: usize, reach: usize) -> impl Iterator<Item = Speaker> + '_ {
        let names: Vec<Range<usize>> = self.outline.names(item.saturating_sub(reach)..item).collect();
        names.into_iter().rev().map(|name| self.speaker(&name))
    }
}

/// The gender that a title gives a name: *Mrs. Berg*.
pub(super) fn address(outline: &Outline, name: &Range<usize>) -> Option<Gender> {
    let mut titles = name.clone().filter(|&at| outline.is(at, WordClass::Title));
    titles.find_map(|at| Gender::of(outline.items[at].class))
}

/// Whether a word begins with two capitals.
fn is_abbreviation(word: &str) -> bool {
    word.chars().take(2).filter(|c| c.is_uppercase()).count() == 2
}

/// `BERG` as `Berg`.
fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}
