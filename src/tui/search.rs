//! Searching both texts: which rows hold the words, and where.
//!
//! Smart case: a query in lower case finds any case. What an editor types is found
//! as typeset: `don't` finds *don’t*, and a blank finds any white space, a line
//! end in a hard-wrapped paragraph included.

use super::items::RowId;
use crate::annotated::Annotated;
use crate::text::{Pair, Side, Span};
use crate::view::Row;

/// A search that is on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Search {
    /// What was typed.
    pub(crate) query: String,
    /// The words found on each side, in order.
    pub(crate) hits: Pair<Vec<Span>>,
    /// The rows that hold some of them, in order.
    pub(crate) rows: Vec<RowId>,
}

/// Looks for a query in both texts.
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

/// Every place where the query stands, without overlaps.
fn find(text: &str, query: &str) -> Vec<Span> {
    let exact = query.chars().any(char::is_uppercase);
    let query: Vec<char> = folded(query, exact).into_iter().map(|(c, _)| c).collect();
    let Some((first, _)) = query.split_first() else { return Vec::new() };
    let text = folded(text, exact);
    let mut hits = Vec::new();
    let mut at = 0;
    while let Some(window) = text.get(at..at + query.len()) {
        if window[0].0 == *first && window.iter().map(|(c, _)| c).eq(&query) {
            let span = window.iter().map(|&(_, span)| span).reduce(Span::join);
            hits.extend(span);
            at += query.len();
        } else {
            at += 1;
        }
    }
    hits
}

/// The characters that are compared, with the bytes they stand for.
fn folded(text: &str, exact: bool) -> Vec<(char, Span)> {
    let mut folded: Vec<(char, Span)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        if c.is_whitespace() {
            match folded.last_mut() {
                Some((' ', blank)) => *blank = blank.join(span),
                _ => folded.push((' ', span)),
            }
            continue;
        }
        let c = match c {
            '‘' | '’' | '‛' | 'ʼ' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‐' | '‑' | '–' | '—' => '-',
            c => c,
        };
        if exact {
            folded.push((c, span));
        } else {
            folded.extend(c.to_lowercase().map(|c| (c, span)));
        }
    }
    folded
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
