//! Lists over the whole comparison, worded for the screen; each line leads to its row.
//!
//! [`crate::view::ledger`] decides the content of a list; [`super::pages`] words it.

use crate::text::{Side, Span};
use crate::tui::state::RowId;
use crate::view::ledger::Ledger;
use crate::view::{MarkSet, Run, Sign};

/// A line of a ledger.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Entry {
    /// What Enter leads to.
    pub(crate) target: Target,
    /// What tells it without color.
    pub(crate) sign: Mark,
    /// Whom or what it is about.
    pub(crate) title: String,
    /// What became of it.
    pub(crate) said: String,
    /// What to check, if anything.
    pub(crate) check: Option<String>,
    /// The words.
    pub(crate) body: Body,
}

/// What Enter leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// Nothing to go to.
    None,
    /// A row, and the side to select there.
    Row(RowId, Side),
    /// Another ledger.
    Ledger(Ledger),
}

/// The sign before an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mark {
    /// Nothing to tell.
    None,
    /// What became of it.
    Sign(Sign),
    /// It may be an error in print.
    Alarm,
}

/// The words of an entry.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Body {
    /// Words of both articles, side by side; empty where a side has none.
    Beside(Words, Words),
    /// Words of one article.
    One(Side, Words),
    /// Words of the program.
    Said(String),
}

/// Words of an article on one line, with their marks.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Words {
    /// The text.
    pub(crate) text: String,
    /// Runs of the text; they tile it.
    pub(crate) runs: Vec<Run>,
}

/// A ledger with its entries.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Page {
    /// What is said over the list.
    pub(crate) note: String,
    /// What is said where there is no entry.
    pub(crate) nothing: String,
    /// The entries.
    pub(crate) entries: Vec<Entry>,
}

impl Entry {
    /// Whether a word in lower case stands anywhere in it.
    pub(crate) fn holds(&self, word: &str) -> bool {
        let texts: [&str; 2] = match &self.body {
            Body::Beside(left, right) => [&left.text, &right.text],
            Body::One(_, words) => [&words.text, ""],
            Body::Said(text) => [text, ""],
        };
        let own = [self.title.as_str(), &self.said, self.check.as_deref().unwrap_or_default()];
        own.into_iter().chain(texts).any(|text| text.to_lowercase().contains(word))
    }
}

impl Words {
    /// Adds words with their marks.
    pub(crate) fn push(&mut self, words: &str, marks: MarkSet) {
        if !words.is_empty() {
            let start = self.text.len();
            self.text.push_str(words);
            self.runs.push(Run { span: Span::new(start, self.text.len()), marks });
        }
    }
}
