//! The report for a word processor: the second article as tracked edits of the first.
//!
//! Two parts. The first pages have the figures, quotations, facts and the stamp. The article is
//! inside the bookmark `article`: *accept all* gives the right text, *reject all* the left, paragraph
//! by paragraph, including paragraph marks. Moved sentences are moves, findings and notes are
//! comments, quotations are shaded. The bytes depend only on the report, not on a clock.

mod article;
mod front;
mod margin;
mod package;
mod xml;

use super::redline::interleave;
use super::report::Report;
use super::stamp;
use crate::text::Side;
use crate::view::{self, words};

use package::{NAMESPACE, XML};
use xml::escaped;

/// A comparison as a DOCX file.
pub fn docx(report: &Report<'_>) -> Vec<u8> {
    let rows = view::rows(report.comparison);
    let pieces = interleave(&rows, report.comparison);
    let mut comments = Vec::new();
    let mut body = front::front(report);
    body.push_str(&article::article(&pieces, report, &mut comments));
    package::package(&document(&body), &margin::part(&comments), &properties(report))
}

/// Whether a file is an unchanged DOCX report. A word processor drops the stamp when it saves the file.
pub fn is_own_report(bytes: &[u8]) -> bool {
    package::is_own(bytes)
}

fn document(body: &str) -> String {
    // A4 with margins of 2 cm, in twentieths of a point
    format!(
        "{XML}<w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}<w:sectPr>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

/// The document properties.
fn properties(report: &Report<'_>) -> String {
    let [left, right] = Side::BOTH.map(|side| escaped(words::outlet(report.comparison, side)));
    let program = escaped(&stamp::program(report.comparison));
    format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{left} and {right}</dc:title>\
         <dc:description>{program}</dc:description></cp:coreProperties>"
    )
}
