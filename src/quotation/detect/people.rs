//! The people an article names: last name to full name, and hints at he or she.
//!
//! Articles name somebody in full once and by the last name afterwards. What a
//! first name, a title or a noun gives away about gender is only ever used to
//! find out who a pronoun stands for, and only against what the article says itself.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::apposition;
use super::namesakes::{Namesakes, Person};
use super::outline::{Gap, Outline};
use super::roles::Roles;
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

/// Who a noun phrase stands for.
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
    /// The first person of each first name.
    by_first: HashMap<&'a str, usize>,
    /// Last names that stand beside a verb of saying somewhere.
    speaks: HashSet<&'a str>,
    /// Who was introduced as what.
    roles: Roles,
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
            roles: Roles::default(),
        };
        for sentence in &outline.sentences {
            for name in outline.names(sentence.clone()) {
                if is_credit(outline, &name) {
                    continue;
                }
                people.note(&name);
                people.note_speaking(&name, sentence.end);
                people.roles.note(outline, &name);
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
        let titled = name
            .clone()
            .find(|&at| outline.is(at, WordClass::Title))
            .and_then(|at| Gender::of(outline.items[at].class));
        let core = self.core(name);
        let last = self.last(&core);
        let given = outline.is(core.start, WordClass::Given) && core.len() > 1;
        let gender =
            titled.or_else(|| if given { Gender::of(outline.items[core.start].class) } else { None });
        let names_body = core.clone().any(|at| outline.is(at, WordClass::Organization))
            || outline.is(core.start, WordClass::Place) && !given;
        let whole = given || (core.len() == 2 && !names_body);
        let first = (core.len() > 1 && whole).then(|| outline.word(core.start));
        let known = self.by_last.entry(last).or_default();
        match known.same(&self.persons, first, gender) {
            Some(at) => {
                let person = &mut self.persons[at];
                person.gender = person.gender.or(gender);
                match first {
                    Some(first) if person.first.is_none() => {
                        (person.first, person.name) = (Some(first), core);
                        person.mentions = 1;
                        known.name(at, first);
                    }
                    Some(_) => person.mentions += 1,
                    None => {}
                }
            }
            // a bare capitalized word is nobody until a title or a first name says so
            None if first.is_some() || gender.is_some() => {
                known.add(self.persons.len(), first);
                self.persons.push(Person {
                    name: core,
                    first,
                    gender,
                    mentions: usize::from(first.is_some()),
                });
            }
            None => {}
        }
    }

    /// Remembers a name that stands right before or behind a verb of saying.
    fn note_speaking(&mut self, name: &Range<usize>, sentence_end: usize) {
        let outline = self.outline;
        let mut after = name.end;
        while after < sentence_end && after < name.end + 3 && outline.is(after, WordClass::Auxiliary) {
            after += 1;
        }
        // the Accord said: a body, nobody
        if name.start.checked_sub(1).is_some_and(|at| outline.is(at, WordClass::Definite)) {
            return;
        }
        let before = name.start.checked_sub(1).is_some_and(|at| outline.is(at, WordClass::Say));
        if (after < sentence_end && outline.is(after, WordClasses::CUE)) || before {
            self.speaks.insert(self.last(name));
        }
    }

    /// Whether a name begins with a first name.
    fn is_given(&self, name: &Range<usize>) -> bool {
        self.outline.is(name.start, WordClass::Given) && name.len() > 1
    }

    /// A title that only people have: *Mrs.*, *Mayor*, *Sen.*, not *House*.
    fn is_form_of_address(&self, at: usize) -> bool {
        let class = self.outline.items[at].class;
        let people = [WordClass::Person, WordClass::Abbreviation, WordClass::Masculine, WordClass::Feminine];
        class.is(WordClass::Title) && people.into_iter().any(|of| class.is(of))
    }

    /// The name without the titles and offices in front of it.
    pub(super) fn core(&self, name: &Range<usize>) -> Range<usize> {
        let given = (name.start..name.end - 1).find(|&at| self.outline.is(at, WordClass::Given));
        let start = given.unwrap_or_else(|| {
            let titles = name.clone().take_while(|&at| self.outline.is(at, WordClass::Title)).count();
            (name.start + titles).min(name.end - 1)
        });
        start..name.end
    }

    /// The word by which a person is called later on.
    fn last(&self, name: &Range<usize>) -> &'a str {
        let suffix = name.len() > 1 && self.outline.is(name.end - 1, WordClass::Suffix);
        self.outline.word(if suffix { name.end - 2 } else { name.end - 1 })
    }

    /// The person a name stands for.
    fn person(&self, name: &Range<usize>) -> Option<&Person<'a>> {
        let core = self.core(name);
        let gender = name
            .clone()
            .filter(|&at| self.outline.is(at, WordClass::Title))
            .find_map(|at| Gender::of(self.outline.items[at].class));
        let first = (core.len() > 1).then(|| self.outline.word(core.start));
        let last = self.last(&core);
        // BERG: in a transcript
        let known = self.by_last.get(last).or_else(|| self.by_last.get(capitalized(last).as_str()));
        let best = known.and_then(|known| known.foremost(&self.persons, first, gender));
        // `Hillary said`: a first name alone
        let is_first = core.len() == 1 && self.outline.is(core.start, WordClass::Given);
        let alone = || self.by_first.get(self.outline.word(core.start)).copied().filter(|_| is_first);
        best.or_else(alone).map(|at| &self.persons[at])
    }

    /// Who a noun phrase stands for; pronouns are another module's.
    pub(super) fn speaker(&self, phrase: &Range<usize>) -> Speaker {
        let head = self.head(phrase);
        if let Some(name) = self.name_in(phrase).or_else(|| apposition::behind_noun(self.outline, phrase)) {
            let name = apposition::behind_office(self.outline, &name).unwrap_or(name);
            let person = self.person(&name);
            let last = self.last(&name);
            let core = self.core(&name);
            let body = !self.outline.is(core.start, WordClass::Given)
                && (core.clone().any(|at| self.outline.is(at, WordClass::Organization))
                    || self.outline.is(core.start, WordClass::Place));
            // MOOCs, NATO: an abbreviation is nobody, unless a title or first name says who it is
            let abbreviated = is_abbreviation(last) && person.is_none_or(|person| person.gender.is_none());
            let text = match person {
                Some(person)
                    if name.len() == 1 || self.outline.is(name.start, WordClass::Title) || core != name =>
                {
                    self.text(&person.name)
                }
                Some(_) | None if core.len() > 1 && person.is_some() => self.text(&core),
                Some(_) | None => self.text(&name),
            };
            let noun = phrase.start..name.end;
            let is_titled = name.clone().any(|at| self.is_form_of_address(at));
            let is_given =
                person.is_some_and(|person| person.gender.is_some() || self.is_given(&person.name));
            let lead = name.start.checked_sub(1);
            let is_led = lead.is_some_and(|at| self.outline.is(at, WordClass::Definite));
            // Anna said: a first name alone, of somebody whose last name the article does not tell
            let first =
                (core.len() == 1 && self.outline.is(core.start, WordClass::Given) && person.is_none())
                    .then(|| self.outline.items[core.start].class);
            let sort = match () {
                // the Accord
                () if body || is_led && !is_given && !is_titled => Sort::Body,
                () if !abbreviated && (person.is_some() || first.is_some() || is_titled) => Sort::Person,
                () => Sort::Unknown,
            };
            return Speaker {
                name: text,
                gender: person
                    .and_then(|person| person.gender)
                    .or_else(|| self.noun_gender(&noun))
                    .or_else(|| first.and_then(Gender::of)),
                human: !body
                    && !abbreviated
                    && (person.is_some() || first.is_some() || self.speaks.contains(last)),
                sort,
                several: body,
                called: Called::Name,
                phrase: name,
            };
        }
        // the woman’s enthusiasm: what is owned is what the phrase stands for
        let owner = phrase.clone().take(phrase.len() - 1).filter(|&at| self.outline.items[at].possessive);
        let own = owner.max().map_or(phrase.start, |at| at + 1);
        let class = |class| (own..phrase.end).any(|at| self.outline.is(at, class));
        let is_description = self.outline.is(phrase.start, WordClass::Definite)
            && class(WordClass::Person)
            && (phrase.start + 1..phrase.end)
                .any(|at| self.outline.items[at].capital || self.outline.is(at, WordClass::Title));
        Speaker {
            name: self.outline.span(phrase).of(self.outline.text).to_owned(),
            gender: self.noun_gender(&(own.min(head)..head)),
            human: class(WordClass::Person),
            sort: if class(WordClass::Person) && !class(WordClass::Group) {
                Sort::Person
            } else {
                Sort::Unknown
            },
            several: class(WordClass::Group),
            called: if is_description { Called::Description } else { Called::Noun },
            phrase: phrase.clone(),
        }
    }

    fn noun_gender(&self, phrase: &Range<usize>) -> Option<Gender> {
        let noun = phrase.clone().find(|&at| {
            self.outline.is(at, WordClass::Person) && Gender::of(self.outline.items[at].class).is_some()
        })?;
        Gender::of(self.outline.items[noun].class)
    }

    /// Where the phrase proper ends: at a comma, bracket, preposition or `who`.
    pub(super) fn head(&self, phrase: &Range<usize>) -> usize {
        for at in phrase.clone() {
            if at > phrase.start
                && (self.outline.is(at, WordClass::Preposition)
                    || self.outline.is(at, WordClass::Relative)
                    || self.outline.is(at, WordClass::Say) && !self.outline.items[at].capital)
            {
                return at;
            }
            if self.outline.items[at].gap.has(Gap::ANY) && !self.outline.items[at].gap.has(Gap::OTHER) {
                return at + 1;
            }
        }
        phrase.end
    }

    /// The name in a phrase that it stands for: none in `the Berg campaign` and `Berg’s lawyer`.
    fn name_in(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let outline = self.outline;
        let head = self.head(phrase);
        let of = |within: Range<usize>| {
            let end = within.end;
            outline.names(within).into_iter().rfind(|name| {
                let owns = outline.items[name.end - 1].possessive && name.end < phrase.end;
                let noun_follows =
                    name.end < end && outline.is_speaking_noun(name.end) && outline.runs_on(name.end - 1);
                !owns && !noun_follows
            })
        };
        // the Green candidate, a spokesman for the Accord, a source close to the Accord: the noun
        // speaks, the name only says which
        let noun = (phrase.start..head).rfind(|&at| outline.is_speaking_noun(at));
        // le porte-parole du Kremlin: what an article leads to belongs to the noun
        let names = |at: usize| outline.is_name(at) && !outline.is(at - 1, WordClass::Determiner);
        if noun.is_some_and(|noun| !(noun + 1..head).any(names)) {
            let first = phrase.start;
            let joined = of(first..head).filter(|name| outline.is(name.end, WordClass::Together));
            // the minister of transport, Anna Berg
            let is_apart = |name: &Range<usize>| outline.gap_before(name.start).has(Gap::ANY);
            let behind = || of(head..phrase.end).filter(is_apart);
            return joined.or_else(behind);
        }
        let name = of(phrase.start..head);
        // Secretary of State Anna Berg: a title alone is nobody, the name stands behind
        let is_title = |name: &Range<usize>| name.clone().all(|at| outline.is(at, WordClass::Title));
        if name.as_ref().is_some_and(is_title) && outline.runs_on(head - 1) {
            let whole = of(phrase.clone()).filter(|name| name.start > head);
            let core = whole.map(|name| self.core(&name)).filter(|core| self.person(core).is_some());
            return core.or(name);
        }
        name.or_else(|| of(phrase.clone()))
    }

    /// The names that were introduced with the role of a noun, the nearest first.
    pub(super) fn introduced(&self, noun: usize) -> impl Iterator<Item = Range<usize>> {
        self.roles.introduced(self.outline, noun)
    }

    /// The words of a name, without a possessive ending.
    fn text(&self, name: &Range<usize>) -> String {
        let last = self.outline.items[name.end - 1].span;
        let end = last.start() + self.outline.word(name.end - 1).len();
        let start = self.outline.items[name.start].span.start();
        Span::new(start, end).of(self.outline.text).to_owned()
    }

    /// The people named before an item, nearest first.
    pub(super) fn named_before(&self, item: usize, reach: usize) -> impl Iterator<Item = Speaker> + '_ {
        let start = item.saturating_sub(reach);
        self.outline.names(start..item).into_iter().rev().map(|name| self.speaker(&name))
    }
}

/// `Pool New/Tidings`: the line of a picture names no person.
fn is_credit(outline: &Outline, name: &Range<usize>) -> bool {
    let span = outline.span(name);
    let byte = |at: usize| outline.text.as_bytes().get(at);
    byte(span.end()) == Some(&b'/') || span.start().checked_sub(1).and_then(byte) == Some(&b'/')
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
