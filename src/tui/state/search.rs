//! Full-text search.
//!
//! Smart case: a query in lower case matches any case. Typewriter characters match typeset ones:
//! `don't` matches *don’t*. A space matches any white space, including line ends.

use super::items::RowId;
use crate::annotated::Annotated;
use crate::text::{Pair, Side, Span};
use crate::view::Row;

/// A search and its matches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Search {
    /// The query.
    pub(crate) query: String,
    /// The matches on each side, in order.
    pub(crate) hits: Pair<Vec<Span>>,
    /// The rows with matches, in order.
    pub(crate) rows: Vec<RowId>,
}

/// Searches both texts.
pub(crate) fn search(query: &str, sides: Pair<&Annotated>, rows: &[Row]) -> Search {
    let hits = sides.map(|side| find(&side.article.text, query));
    let holds = |row: &Row| {
        Side::BOTH.into_iter().any(|side| {
            row.cells[side].as_ref().is_some_and(|cell| overlapping(&hits[side], cell.span).next().is_some())
        })
    };
    let found = rows.iter().enumerate().filter(|(_, row)| holds(row));
    let found = found.map(|(index, _)| RowId::new(index)).collect();
    Search { query: query.to_owned(), hits, rows: found }
}

/// The hits that overlap a span.
pub(crate) fn overlapping(hits: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = hits.partition_point(|hit| hit.end() <= span.start());
    hits.iter().skip(first).copied().take_while(move |hit| hit.start() < span.end())
}

/// All matches of the query, without overlaps.
///
/// Compares the first character before it folds the text, because most positions differ in it.
fn find(text: &str, query: &str) -> Vec<Span> {
    let exact = query.chars().any(char::is_uppercase);
    let query: Vec<char> = Folded::new(query, 0, exact).map(|(c, _)| c).collect();
    let Some(&first) = query.first() else { return Vec::new() };
    let mut hits: Vec<Span> = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end || !begins(c, first, exact) {
            continue;
        }
        let mut span = Span::new(at, at);
        let mut folded = Folded::new(text, at, exact);
        let is_there = query.iter().all(|wanted| {
            folded.next().is_some_and(|(c, place)| {
                span = span.join(place);
                c == *wanted
            })
        });
        if is_there {
            end = span.end();
            hits.push(span);
        }
    }
    hits
}

/// Whether a match may begin with a character.
fn begins(c: char, first: char, exact: bool) -> bool {
    if c.is_ascii() && first.is_ascii() {
        let c = if c.is_ascii_whitespace() { ' ' } else { c };
        return c == first || (!exact && c.to_ascii_lowercase() == first);
    }
    fold(c, exact).next() == Some(first)
}

/// The folded characters of a text with their spans.
struct Folded<'a> {
    text: &'a str,
    exact: bool,
    /// The next byte to read.
    at: usize,
    /// The remaining characters of one that folds to several, in reverse.
    rest: Vec<(char, Span)>,
}

impl Folded<'_> {
    fn new(text: &str, at: usize, exact: bool) -> Folded<'_> {
        Folded { text, exact, at, rest: Vec::new() }
    }
}

impl Iterator for Folded<'_> {
    type Item = (char, Span);

    fn next(&mut self) -> Option<(char, Span)> {
        if let Some(next) = self.rest.pop() {
            return Some(next);
        }
        let rest = Span::new(self.at, self.text.len()).of(self.text);
        let c = rest.chars().next()?;
        if c.is_whitespace() {
            let spaces = rest.len() - rest.trim_start().len();
            let span = Span::new(self.at, self.at + spaces);
            self.at += spaces;
            return Some((' ', span));
        }
        let span = Span::new(self.at, self.at + c.len_utf8());
        self.at = span.end();
        let mut folded = fold(c, self.exact).map(|c| (c, span));
        let first = folded.next();
        self.rest.extend(folded);
        self.rest.reverse();
        first
    }
}

/// The folded form of a character.
fn fold(c: char, exact: bool) -> impl Iterator<Item = char> {
    let c = match c {
        '‘' | '’' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '–' | '—' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let lower = (!exact).then(|| c.to_lowercase());
    let own = exact.then_some(c);
    lower.into_iter().flatten().chain(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, found: &[&str]) {
        let hits: Vec<&str> = find(text, query).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(hits, found);
    }

    #[test]
    fn lower_case_finds_any_case() {
        check("River and river", "river", &["River", "river"]);
        check("River and river", "River", &["River"]);
    }

    #[test]
    fn typewriter_characters_match_typeset_ones() {
        check("“I don’t know”", "don't", &["don’t"]);
        check("the old\nmill", "old mill", &["old\nmill"]);
        check("2010–2012", "2010-2012", &["2010–2012"]);
    }

    #[test]
    fn empty_texts_and_queries_have_no_match() {
        check("anything", "", &[]);
        check("", "x", &[]);
        check("İstanbul", "i̇stanbul", &["İstanbul"]);
    }
}
