//! What word lists say of their entries, as types: no stage compares the text of a value.
//!
//! A test compares the values of each list with its type both ways.

use std::marker::PhantomData;

use enumset::{EnumSet, EnumSetType};

use super::list::WordList;

/// What a list says of an entry.
pub trait ListValue: Sized {
    /// Parses the text after the tab of an entry.
    fn parse(text: &'static str) -> Option<Self>;
}

/// A value that is one of a few names.
pub trait NamedValue: Copy + 'static {
    /// Each value with its name in the list.
    const NAMES: &'static [(&'static str, Self)];
}

impl<V: NamedValue> ListValue for V {
    fn parse(text: &'static str) -> Option<V> {
        V::NAMES.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
    }
}

/// Several names, separated by spaces.
impl<V: NamedValue + EnumSetType> ListValue for EnumSet<V> {
    fn parse(text: &'static str) -> Option<EnumSet<V>> {
        text.split(' ').map(V::parse).collect()
    }
}

/// A word list whose values have a type.
#[derive(Debug)]
pub struct ValueList<V> {
    pub(super) list: WordList,
    value: PhantomData<V>,
}

impl<V> Clone for ValueList<V> {
    fn clone(&self) -> ValueList<V> {
        *self
    }
}

impl<V> Copy for ValueList<V> {}

impl<V: ListValue> ValueList<V> {
    pub(super) const fn new(list: WordList) -> ValueList<V> {
        ValueList { list, value: PhantomData }
    }

    /// Whether the list has the word, spelled exactly so.
    pub fn contains(self, word: &str) -> bool {
        self.list.contains(word)
    }

    /// What the list says of a word, spelled exactly so.
    pub fn get(self, word: &str) -> Option<V> {
        self.list.get(word).and_then(V::parse)
    }

    /// All entries with their values.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, V)> {
        self.list.entries().filter_map(|(words, value)| Some((words, V::parse(value)?)))
    }

    /// The values of the entries that the word ends with, longest first, and how many bytes of the word
    /// precede each.
    pub fn endings(self, word: &str) -> impl Iterator<Item = (usize, V)> {
        self.list.endings(word).filter_map(|(head, value)| Some((head, V::parse(value)?)))
    }

    /// Whether it has no entries.
    pub fn is_empty(self) -> bool {
        self.list.is_empty()
    }
}

#[cfg(test)]
impl<V> From<ValueList<V>> for WordList {
    fn from(list: ValueList<V>) -> WordList {
        list.list
    }
}

/// What a word before a full stop abbreviates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Abbreviation {
    /// Precedes a name: `Mr.`, `Gen.`, `Mt.`
    Title,
    /// Precedes a number: `No.`, `pp.`
    Number,
    /// A month or a weekday.
    Date,
    /// Follows the name of a company: `Inc.`
    Company,
    /// Follows the name of a person: `Jr.`, `Ph.D.`
    Suffix,
    /// Joins the words around it: `vs.`, `e.g.`
    Link,
    /// A state, a street, another part of an address.
    Place,
    /// Any other.
    General,
}

impl NamedValue for Abbreviation {
    const NAMES: &'static [(&'static str, Abbreviation)] = &[
        ("title", Abbreviation::Title),
        ("number", Abbreviation::Number),
        ("month", Abbreviation::Date),
        ("company", Abbreviation::Company),
        ("name", Abbreviation::Suffix),
        ("link", Abbreviation::Link),
        ("place", Abbreviation::Place),
        ("general", Abbreviation::General),
    ];
}

/// What a word of the calendar names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CalendarWord {
    /// A weekday.
    Day,
    /// A month.
    Month,
    /// A time zone.
    Zone,
}

impl NamedValue for CalendarWord {
    const NAMES: &'static [(&'static str, CalendarWord)] =
        &[("day", CalendarWord::Day), ("month", CalendarWord::Month), ("zone", CalendarWord::Zone)];
}

/// What a word does in the lines at the head of a story.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BylineWord {
    /// Opens a byline: *By*.
    Byline,
    /// Opens a line that says when the story was published: *Updated*.
    Stamp,
    /// May be part of a dateline: *at*, *p.m.*
    InDateline,
}

impl NamedValue for BylineWord {
    const NAMES: &'static [(&'static str, BylineWord)] = &[
        ("byline", BylineWord::Byline),
        ("stamp", BylineWord::Stamp),
        ("in-dateline", BylineWord::InDateline),
    ];
}

/// Where words are in a line that credits somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CreditPart {
    /// At the beginning: *Reporting by*.
    Opening,
    /// At the end: *contributed to this report*.
    Ending,
}

impl NamedValue for CreditPart {
    const NAMES: &'static [(&'static str, CreditPart)] =
        &[("opening", CreditPart::Opening), ("ending", CreditPart::Ending)];
}

/// Where words are in the caption of a picture.
#[derive(EnumSetType, Debug)]
pub enum CaptionPart {
    /// At the beginning: *FILE PHOTO*.
    Opening,
    /// At the end: *Getty Images*.
    Ending,
    /// Before the photographer: *Photo:*.
    Label,
    /// Before the photographer, in brackets that end the caption: *(Photo by*.
    Bracket,
}

impl NamedValue for CaptionPart {
    const NAMES: &'static [(&'static str, CaptionPart)] = &[
        ("opening", CaptionPart::Opening),
        ("ending", CaptionPart::Ending),
        ("label", CaptionPart::Label),
        ("bracket", CaptionPart::Bracket),
    ];
}

/// How a word joins the word before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clitic {
    /// To any word, where an apostrophe was lost: *s* of *It s*.
    AfterAny,
    /// To a pronoun, where an apostrophe was lost: *m* of *I m*.
    AfterPronoun,
    /// To this word: *cent* to *per*.
    After(&'static str),
    /// Never, although a hyphen is between them: *il* of *dit-il*.
    AfterHyphen,
}

impl ListValue for Clitic {
    fn parse(text: &'static str) -> Option<Clitic> {
        Some(match text {
            "any" => Clitic::AfterAny,
            "pronoun" => Clitic::AfterPronoun,
            "hyphen" => Clitic::AfterHyphen,
            word => Clitic::After(word),
        })
    }
}

/// Another spelling of an ending.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpellingEnding {
    /// The ending that words are compared by.
    pub with: &'static str,
    /// What must precede it.
    pub least: LeastBefore,
}

/// The least that must precede an ending.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeastBefore {
    /// So many bytes.
    Bytes(usize),
    /// Two vowels.
    TwoVowels,
}

impl ListValue for SpellingEnding {
    fn parse(text: &'static str) -> Option<SpellingEnding> {
        let (with, least) = text.split_once(' ')?;
        let least = match least {
            "vowels" => LeastBefore::TwoVowels,
            bytes => LeastBefore::Bytes(bytes.parse().ok()?),
        };
        Some(SpellingEnding { with, least })
    }
}

/// An ending that stemming replaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StemEnding {
    /// When it does so.
    pub round: StemRound,
    /// What replaces it.
    pub with: &'static str,
}

/// The two rounds of stemming: *meetings*, *meeting*, *meet*.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StemRound {
    /// Mostly plurals.
    First,
    /// The rest.
    Second,
}

impl ListValue for StemEnding {
    fn parse(text: &'static str) -> Option<StemEnding> {
        let (round, with) = text.split_once(' ').unwrap_or((text, ""));
        let round = match round {
            "first" => StemRound::First,
            "then" => StemRound::Second,
            _ => return None,
        };
        Some(StemEnding { round, with })
    }
}
