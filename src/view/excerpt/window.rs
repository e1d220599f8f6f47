//! Which words of a sentence fit into a line, and the ellipses between them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::focus::Focus;
use crate::difference::Severity;
use crate::text::Span;
use crate::text::width::{columns, grapheme_columns};

/// Words on each side of serious differences that are preferred to minor differences.
const CONTEXT: usize = 3;

/// A longer word, in columns, is cut between graphemes; half of an excerpt if that is less.
const LONGEST_WORD: usize = 40;

/// Words of one side, cut to those that must be shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Excerpt {
    /// The words in pieces; empty if the side has none.
    pub pieces: Vec<Piece>,
}

/// A piece of an excerpt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The words, with single spaces.
    pub text: String,
    /// Whether the words differ from the other side.
    pub differs: bool,
}

impl Excerpt {
    /// Whether the side has no words.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| f.write_str(&piece.text))
    }
}

/// The words of `spans`, cut to at most `limit` columns around the foci; `differing` words are marked.
pub(crate) fn excerpt(
    text: &str,
    spans: &[Span],
    foci: &[Focus],
    differing: &[Span],
    limit: usize,
) -> Excerpt {
    let units: Vec<Unit> = spans.iter().flat_map(|&span| units(text, span, limit)).collect();
    let mut window = Window { units: &units, kept: BTreeSet::new(), columns: 0, limit };
    if window.whole() > limit {
        window.fill(foci);
    } else {
        window.kept.extend(0..units.len());
    }
    Excerpt { pieces: window.pieces(text, differing) }
}

/// The words of a span without the white space around them.
pub(crate) fn words(text: &str, span: Span) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in span.of(text).char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(first)) => {
                words.push(Span::new(span.start() + first, span.start() + at));
                start = None;
            }
            (true, None) | (false, Some(_)) => {}
        }
    }
    words.extend(start.map(|first| Span::new(span.start() + first, span.end())));
    words
}

/// The smallest part that is shown or left out: a word, or a grapheme of a long one.
struct Unit {
    span: Span,
    columns: usize,
    /// Whether no space separates it from the unit before.
    glued: bool,
}

fn units(text: &str, span: Span, limit: usize) -> Vec<Unit> {
    let longest = LONGEST_WORD.min(limit / 2);
    let mut units = Vec::new();
    for word in words(text, span) {
        let width = columns(word.of(text));
        if width.max(word.of(text).graphemes(true).count()) <= longest {
            units.push(Unit { span: word, columns: width, glued: false });
            continue;
        }
        units.extend(word.of(text).grapheme_indices(true).map(|(at, grapheme)| {
            let start = word.start() + at;
            let span = Span::new(start, start + grapheme.len());
            // invisible ones count, too, so that their number is limited
            Unit { span, columns: grapheme_columns(grapheme).max(1), glued: at > 0 }
        }));
    }
    units
}

/// The units that are shown, and their width.
struct Window<'a> {
    units: &'a [Unit],
    kept: BTreeSet<usize>,
    /// Columns of the kept units, with the ellipses and spaces between them.
    columns: usize,
    limit: usize,
}

impl Window<'_> {
    /// Columns of all units.
    fn whole(&self) -> usize {
        let spaces = self.units.iter().skip(1).filter(|unit| !unit.glued).count();
        self.units.iter().map(|unit| unit.columns).sum::<usize>() + spaces
    }

    /// Serious differences first, with some words around them; the minor ones only if all of them fit.
    fn fill(&mut self, foci: &[Focus]) {
        let is_serious = |focus: &&Focus| focus.severity > Some(Severity::Low);
        let (mut serious, mut minor): (Vec<&Focus>, Vec<&Focus>) = foci.iter().partition(is_serious);
        // short ones first, so that a long one does not hide all others
        serious.sort_by_key(|focus| (!focus.exact, Reverse(focus.severity), focus.span.len(), focus.span));
        minor.retain(|focus| focus.exact);
        minor.sort_by_key(|focus| focus.span);
        for focus in serious {
            // all words of a finding are shown together or not at all
            self.attempt(focus.exact, |window| window.add_from_both_ends(focus.span));
        }
        self.close_gaps();
        self.grow(CONTEXT);
        self.attempt(false, |window| {
            minor.iter().all(|focus| window.add_from_both_ends(focus.span)) && window.grow(1)
        });
        if self.kept.is_empty() {
            let ends = Span::new(self.units[0].span.start(), self.units[self.units.len() - 1].span.end());
            self.add_from_both_ends(minor.first().map_or(ends, |focus| focus.span));
        }
        self.close_gaps();
        self.grow(self.limit);
    }

    /// Adds units; unless `or_some`, removes them again if not all of them fit.
    fn attempt(&mut self, or_some: bool, add: impl FnOnce(&mut Self) -> bool) {
        let before = (self.kept.clone(), self.columns);
        if !add(self) && !or_some {
            (self.kept, self.columns) = before;
        }
    }

    /// Fills short gaps, the shortest first, so that the sentence stays readable.
    fn close_gaps(&mut self) {
        let kept: Vec<usize> = self.kept.iter().copied().collect();
        let gaps = kept.windows(2).map(|pair| pair[0] + 1..pair[1]);
        let mut gaps: Vec<Range<usize>> =
            gaps.filter(|gap| !gap.is_empty() && gap.len() <= 2 * CONTEXT).collect();
        gaps.sort_by_key(|gap| (gap.len(), gap.start));
        for mut gap in gaps {
            self.attempt(false, |window| gap.all(|at| window.add(at)));
        }
    }

    /// Adds the units of a span from its ends inward as long as they fit; those around an empty span.
    fn add_from_both_ends(&mut self, span: Span) -> bool {
        let mut first = self.units.partition_point(|unit| unit.span.end() <= span.start());
        let mut last = self.units.partition_point(|unit| unit.span.start() < span.end());
        if first >= last {
            (first, last) = (first.saturating_sub(1), (first + 1).min(self.units.len()));
        }
        while first < last {
            if !self.add(first) || !self.add(last - 1) {
                return false;
            }
            (first, last) = (first + 1, last - 1);
        }
        true
    }

    /// Adds up to so many units at both ends of each window, in turn, as long as one fits.
    /// Returns whether all fit.
    fn grow(&mut self, units: usize) -> bool {
        let mut all = true;
        for _ in 0..units {
            let around = self.kept.iter().flat_map(|&at| [at.checked_sub(1), Some(at + 1)]);
            let around = around.flatten().filter(|at| *at < self.units.len() && !self.kept.contains(at));
            let mut grown = false;
            for at in around.collect::<Vec<_>>() {
                let fits = self.add(at);
                (all, grown) = (all && fits, grown || fits);
            }
            if !grown {
                break;
            }
        }
        all
    }

    /// Adds a unit if it fits, and returns whether it is kept.
    fn add(&mut self, at: usize) -> bool {
        if self.kept.contains(&at) {
            return true;
        }
        let before = self.kept.range(..at).next_back().copied();
        let after = self.kept.range(at..).next().copied();
        let cost = |before, after| self.between(before, after).chars().count();
        let gap = if self.kept.is_empty() { 0 } else { cost(before, after) };
        let grown =
            self.columns - gap + cost(before, Some(at)) + self.units[at].columns + cost(Some(at), after);
        let fits = grown <= self.limit;
        if fits {
            self.columns = grown;
            self.kept.insert(at);
        }
        fits
    }

    /// The ellipsis or space between two kept units, before the first or after the last.
    fn between(&self, before: Option<usize>, after: Option<usize>) -> &'static str {
        let (first, last) = (before.map_or(0, |at| at + 1), after.unwrap_or(self.units.len()));
        let has_space = |at: usize| self.units.get(at).is_some_and(|unit| !unit.glued);
        let spaces = (before.is_some() && has_space(first), after.is_some() && has_space(last));
        match (first == last, spaces) {
            (true, (true, true)) => " ",
            (true, _) => "",
            (false, (true, true)) => " … ",
            (false, (true, false)) => " …",
            (false, (false, true)) => "… ",
            (false, (false, false)) => "…",
        }
    }

    /// The kept units as text, in pieces that differ and pieces that do not differ.
    fn pieces(&self, text: &str, differing: &[Span]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut push = |text: &str, differs: bool| match pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.differs == differs => last.text.push_str(text),
            _ => pieces.push(Piece { text: text.to_owned(), differs }),
        };
        let mut before: Option<usize> = None;
        for &at in &self.kept {
            let span = self.units[at].span;
            let gap = before.map(|before| Span::new(self.units[before].span.end(), span.start()));
            let is_inside = gap.is_some_and(|gap| differing.iter().any(|own| own.contains(gap)));
            push(self.between(before, Some(at)), is_inside && before.map(|at| at + 1) == Some(at));
            let mut start = span.start();
            for own in differing.iter().filter_map(|own| own.intersection(span)) {
                push(Span::new(start, own.start()).of(text), false);
                push(own.of(text), true);
                start = own.end();
            }
            push(Span::new(start, span.end()).of(text), false);
            before = Some(at);
        }
        if before.is_some() {
            push(self.between(before, None), false);
        }
        pieces
    }
}
