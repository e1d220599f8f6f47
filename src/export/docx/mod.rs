//! The report for a word processor: the rewrite as tracked edits of the wire story.
//!
//! Two parts. A first page that says what an editor asks first: figures,
//! quotations, facts and the stamp. Then the article, from the bookmark
//! `article` to its end: *accept all* there gives the right text, *reject all*
//! the left, paragraph by paragraph, marks of paragraphs included; moved sentences
//! are moves, findings and notes are comments, quotations are shaded. The bytes
//! depend on nothing but the report: no clock, and the package has no dates.

mod article;
mod front;
mod margin;
mod package;
mod xml;

use super::redline::{paragraphs, weave};
use super::report::{Report, whole};
use super::stamp;
use crate::text::Side;
use crate::view::words;

use margin::Comment;
use xml::{escaped, put};

/// A comparison as a DOCX file.
pub fn docx(report: &Report<'_>) -> Vec<u8> {
    let comparison = report.comparison;
    let view = whole(comparison);
    let stretches = weave(&view, comparison);
    let paragraphs = paragraphs(&stretches, comparison);
    let mut comments = Vec::new();
    let mut body = front::front(report);
    let author = words::outlet(comparison, Side::Right);
    body.push_str(&article::article(&paragraphs, &stretches, report, author, &mut comments));
    package::package(&document(&body), &document_comments(&comments), &properties(report))
}

/// Whether a file is a DOCX report as it was written. A word processor drops the stamp when it saves the file.
pub fn is_own_report(bytes: &[u8]) -> bool {
    package::is_own(bytes)
}

/// The namespace of everything that is text.
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn document(body: &str) -> String {
    let head = package::XML;
    // A4 with margins of 2 cm, in twentieths of a point
    format!(
        "{head}<w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}<w:sectPr>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn document_comments(comments: &[Comment]) -> String {
    let mut out = format!("{}<w:comments xmlns:w=\"{NAMESPACE}\">", package::XML);
    for (id, comment) in comments.iter().enumerate() {
        let Comment { author, initials, text } = comment;
        put(
            &mut out,
            format_args!("<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"{initials}\">"),
        );
        for line in text.lines() {
            out.push_str("<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>");
            article::run(&mut out, line, "");
            out.push_str("</w:p>");
        }
        out.push_str("</w:comment>");
    }
    out.push_str("</w:comments>");
    out
}

/// What a word processor shows as the document's properties.
fn properties(report: &Report<'_>) -> String {
    let outlets = Side::BOTH.map(|side| escaped(words::outlet(report.comparison, side)));
    let program = escaped(&stamp::program(report.comparison));
    format!(
        "{}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{} and {}</dc:title>\
         <dc:description>{program}</dc:description></cp:coreProperties>",
        package::XML,
        outlets[0],
        outlets[1]
    )
}
