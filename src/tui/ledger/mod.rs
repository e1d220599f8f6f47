//! Ledgers on the screen: lists over the whole comparison, each line of which leads to its row.
//!
//! What stands in a ledger is decided by [`crate::view::ledger`]; [`content`] words
//! it as [`Entry`]s, [`super::widget`] draws those. Invariants: each ledger keeps
//! its selection and its filter until another comparison is shown; the selection
//! is an entry that the filter lets through, if there is one.

mod content;
mod pages;

use std::rc::Rc;

use super::items::RowId;
use crate::comparison::Comparison;
use crate::text::{Side, Span};
use crate::view::{Row, Run, Sign};

/// A list over the whole comparison.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ledger {
    /// Counts, shares, and the way to the others.
    Summary,
    /// What became of each quotation.
    Quotations,
    /// Numbers, dates and names that differ.
    Facts,
    /// What only the left has.
    LeftOut,
    /// What only the right has.
    Added,
    /// What stands elsewhere.
    Order,
    /// Whether the headlines hold.
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
    pub(crate) fn name(self) -> &'static str {
        match self {
            Ledger::Summary => "summary",
            Ledger::Quotations => "quotations",
            Ledger::Facts => "facts",
            Ledger::LeftOut => "left-out",
            Ledger::Added => "added",
            Ledger::Order => "order",
            Ledger::Headlines => "headlines",
        }
    }

    /// What its tab says.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Ledger::Summary => "Summary",
            Ledger::Quotations => "Quotations",
            Ledger::Facts => "Facts",
            Ledger::LeftOut => "Left out",
            Ledger::Added => "Added",
            Ledger::Order => "Order",
            Ledger::Headlines => "Headlines",
        }
    }

    /// The letter behind `s` that opens it.
    pub(crate) fn letter(self) -> char {
        match self {
            Ledger::Summary => 's',
            Ledger::Quotations => 'q',
            Ledger::Facts => 'n',
            Ledger::LeftOut => 'l',
            Ledger::Added => 'a',
            Ledger::Order => 'm',
            Ledger::Headlines => 'h',
        }
    }

    /// The next one, round and round.
    pub(crate) fn next(self) -> Ledger {
        Ledger::ALL[(self as usize + 1) % Ledger::ALL.len()]
    }

    /// The one before, round and round.
    pub(crate) fn previous(self) -> Ledger {
        Ledger::ALL[(self as usize + Ledger::ALL.len() - 1) % Ledger::ALL.len()]
    }
}

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

/// All ledgers, and where the editor is in each.
#[derive(Clone, Debug)]
pub(crate) struct Ledgers {
    /// The one that was open last.
    pub(crate) current: Ledger,
    places: [Place; Ledger::ALL.len()],
    /// Made when a ledger is opened; forgotten with the comparison.
    pages: Option<Rc<[Page]>>,
}

/// Where the editor is in a ledger.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The entries that the filter lets through, by their place in the page.
    pub(crate) shown: Vec<usize>,
    /// Which of those is selected.
    pub(crate) selected: usize,
    /// Which of those stands at the top of the screen.
    pub(crate) top: usize,
    /// The filter.
    pub(crate) filter: String,
}

impl Default for Ledgers {
    fn default() -> Ledgers {
        Ledgers { current: Ledger::Summary, places: Default::default(), pages: None }
    }
}

impl Ledgers {
    /// Makes the entries, where they are not made yet.
    pub(crate) fn fill(&mut self, comparison: &Comparison, rows: &[Row]) {
        if self.pages.is_some() {
            return;
        }
        self.pages = Some(content::pages(comparison, rows).into());
        for ledger in Ledger::ALL {
            let filter = self.places[ledger as usize].filter.clone();
            self.filter(ledger, filter);
        }
    }

    /// Another comparison is shown.
    pub(crate) fn forget(&mut self) {
        self.pages = None;
    }

    /// The entries of a ledger; an empty page before [`Ledgers::fill`].
    pub(crate) fn page(&self, ledger: Ledger) -> Option<&Page> {
        self.pages.as_ref().and_then(|pages| pages.get(ledger as usize))
    }

    /// Where the editor is in a ledger.
    pub(crate) fn place(&self, ledger: Ledger) -> &Place {
        &self.places[ledger as usize]
    }

    /// Where the editor is in a ledger, to be altered.
    pub(crate) fn place_mut(&mut self, ledger: Ledger) -> &mut Place {
        &mut self.places[ledger as usize]
    }

    /// Shows only entries that hold the words; what is selected stays so where it can.
    pub(crate) fn filter(&mut self, ledger: Ledger, filter: String) {
        let Some(page) = self.pages.as_ref().and_then(|pages| pages.get(ledger as usize)) else { return };
        let words = filter.to_lowercase();
        let holds = |entry: &Entry| words.split_whitespace().all(|word| entry.holds(word));
        let shown: Vec<usize> = (0..page.entries.len()).filter(|&at| holds(&page.entries[at])).collect();
        let place = &mut self.places[ledger as usize];
        let before = place.shown.get(place.selected).copied().unwrap_or(0);
        place.selected = shown.partition_point(|&at| at < before).min(shown.len().saturating_sub(1));
        place.top = place.top.min(place.selected);
        (place.shown, place.filter) = (shown, filter);
    }

    /// The selected entry.
    pub(crate) fn selected(&self) -> Option<&Entry> {
        let place = self.place(self.current);
        let at = *place.shown.get(place.selected)?;
        self.page(self.current)?.entries.get(at)
    }
}

impl Entry {
    /// Whether a word in lower case stands anywhere in it.
    fn holds(&self, word: &str) -> bool {
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
    pub(crate) fn push(&mut self, words: &str, marks: crate::view::MarkSet) {
        if !words.is_empty() {
            let start = self.text.len();
            self.text.push_str(words);
            self.runs.push(Run { span: Span::new(start, self.text.len()), marks });
        }
    }
}
