//! The types of a ledger: its entries in words, for every front end.

use crate::text::{Pair, Side, Span, with_spaces};
use crate::view::{MarkSet, Run, Sign};

/// A list over the whole comparison.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ledger {
    /// Counts and shares; leads to the other lists.
    Summary,
    /// Each quotation and how it differs.
    Quotations,
    /// Numbers, dates and names that differ.
    Facts,
    /// What only the left has.
    LeftOut,
    /// What only the right has.
    Added,
    /// What moved.
    Order,
    /// Whether the stories support the headlines.
    Headlines,
}

impl Ledger {
    /// All ledgers, in the order of their tabs.
    pub const ALL: [Ledger; 7] = [
        Ledger::Summary,
        Ledger::Quotations,
        Ledger::Facts,
        Ledger::LeftOut,
        Ledger::Added,
        Ledger::Order,
        Ledger::Headlines,
    ];

    /// The name on the command line of the screen.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// The title of its tab.
    pub fn title(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Ledger::Summary => ("summary", "Summary"),
            Ledger::Quotations => ("quotations", "Quotations"),
            Ledger::Facts => ("facts", "Facts"),
            Ledger::LeftOut => ("left-out", "Left out"),
            Ledger::Added => ("added", "Added"),
            Ledger::Order => ("order", "Order"),
            Ledger::Headlines => ("headlines", "Headlines"),
        }
    }
}

/// A ledger with its entries.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Page {
    /// A line about the whole list.
    pub note: String,
    /// The line for a list without entries.
    pub nothing: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// A line of a ledger.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Where it leads.
    pub target: Target,
    /// The sign before it.
    pub sign: EntrySign,
    /// The subject.
    pub title: String,
    /// The details; may be empty.
    pub said: String,
    /// A prompt for the editor.
    pub check: Option<String>,
    /// The words of the articles.
    pub body: Body,
}

/// Where an entry leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// Nowhere.
    None,
    /// To a row, counted from 1, and the side to select there.
    Row(usize, Side),
    /// To another ledger.
    Ledger(Ledger),
}

/// The sign before an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntrySign {
    /// No sign.
    None,
    /// The sign of a row.
    Row(Sign),
    /// A possible error in print.
    Alarm,
}

/// The words of the articles in an entry.
#[derive(Clone, PartialEq, Debug)]
pub enum Body {
    /// No words.
    None,
    /// Words of both articles, side by side; empty if a side has none.
    Both(Pair<Words>),
    /// Words of one article.
    One(Side, Words),
}

/// Words of an article on one line, with their marks.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Runs of the text; they tile it.
    pub runs: Vec<Run>,
}

impl Entry {
    /// An entry without a target, a sign or words of the articles.
    pub(super) fn plain(title: &str, said: String) -> Entry {
        let (target, sign) = (Target::None, EntrySign::None);
        Entry { target, sign, title: title.to_owned(), said, check: None, body: Body::None }
    }

    /// Whether any of its text contains this lower-case word.
    pub fn contains(&self, word: &str) -> bool {
        let texts: &[&str] = match &self.body {
            Body::Both(words) => &[&words.left.text, &words.right.text],
            Body::One(_, words) => &[&words.text],
            Body::None => &[],
        };
        let own = [self.title.as_str(), &self.said, self.check.as_deref().unwrap_or_default()];
        own.iter().chain(texts).any(|text| text.to_lowercase().contains(word))
    }
}

impl Words {
    /// Appends words with their marks; line ends become spaces.
    pub fn push(&mut self, words: &str, marks: MarkSet) {
        if !words.is_empty() {
            let start = self.text.len();
            self.text.push_str(&with_spaces(words));
            self.runs.push(Run { span: Span::new(start, self.text.len()), marks });
        }
    }
}
