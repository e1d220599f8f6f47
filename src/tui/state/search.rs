//! Searching both texts: which rows contain the words, and where.
//!
//! Smart case: a query in lower case finds any case. What an editor types is found
//! as typeset: `don't` finds *don’t*, and a blank finds any white space, a line
//! end in a hard-wrapped paragraph included.

use super::items::RowId;
use crate::annotated::Annotated;
use crate::text::{Pair, Side, Span};
use crate::view::Row;

/// A search and what it found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Search {
    /// What was typed.
    pub(crate) query: String,
    /// The words found on each side, in order.
    pub(crate) hits: Pair<Vec<Span>>,
    /// The rows that contain some of them, in order.
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

/// The hits that share a byte with a span.
pub(crate) fn overlapping(hits: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = hits.partition_point(|hit| hit.end() <= span.start());
    hits.iter().skip(first).copied().take_while(move |hit| hit.start() < span.end())
}

/// All matches of the query, without overlaps.
///
/// Reads the text once and copies nothing: most places differ in their first character.
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

/// Whether a character of the text may be the first of the query.
fn begins(c: char, first: char, exact: bool) -> bool {
    if c.is_ascii() && first.is_ascii() {
        let c = if c.is_ascii_whitespace() { ' ' } else { c };
        return c == first || (!exact && c.to_ascii_lowercase() == first);
    }
    fold(c, exact).next() == Some(first)
}

/// The characters of a text as they are compared, with their bytes.
struct Folded<'a> {
    text: &'a str,
    exact: bool,
    /// The first byte not read yet.
    at: usize,
    /// The rest of a character that folds to several, last first.
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
            let blanks = rest.len() - rest.trim_start().len();
            let span = Span::new(self.at, self.at + blanks);
            self.at += blanks;
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

/// What a character is compared as.
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
    fn what_is_typed_finds_what_is_typeset() {
        check("“I don’t know”", "don't", &["don’t"]);
        check("the old\nmill", "old mill", &["old\nmill"]);
        check("2010–2012", "2010-2012", &["2010–2012"]);
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        check("anything", "", &[]);
        check("", "x", &[]);
        check("İstanbul", "i̇stanbul", &["İstanbul"]);
    }
}
