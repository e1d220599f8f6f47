//! From a comparison to the bytes of a report: one file for each format, and their registry.
//!
//! An exporter is a pure function that returns bytes; [`crate::output`] writes them. `--format`,
//! the extension of `-o FILE` and the help text use [`EXPORTERS`]. To add a format, add a file and
//! an entry.

mod ansi;
pub mod criticmarkup;
pub mod csv;
pub mod docx;
pub mod drawing;
mod harmless;
pub mod html;
pub mod json;
mod ledgers;
pub mod markdown;
pub mod notes;
pub mod outline;
mod redline;
mod remarks;
mod report;
pub mod stamp;
pub mod svg;
pub mod text;
pub mod wdiff;

use crate::annotated::Annotated;
pub use report::{Report, ReportOptions, Template};

/// An output format.
#[derive(Clone, Copy, Debug)]
pub struct Exporter {
    /// Its name on the command line and in messages.
    pub name: &'static str,
    /// File extensions that select it, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Its purpose, in half a sentence for the help text.
    pub doc: &'static str,
    /// Writes a comparison.
    pub comparison: fn(&Report<'_>) -> Vec<u8>,
    /// Writes one article, for `inspect`; not every format can.
    pub article: Option<fn(&Annotated) -> Vec<u8>>,
    /// Whether a file is a report in this format. Only reports are replaced without `--force`.
    ///
    /// Looks for the stamp at its fixed position. A text that mentions the program, quotes a report or continues one
    /// is not a report. A format without a stamp recognizes no file.
    pub is_own_report: fn(&[u8]) -> bool,
}

/// All formats, in the order of the help text.
pub const EXPORTERS: &[Exporter] = &[
    Exporter {
        name: "json",
        extensions: &["json"],
        doc: "everything found, for scripts and newsroom systems",
        comparison: json::comparison,
        article: Some(json::article),
        is_own_report: json::is_own_report,
    },
    Exporter {
        name: "text",
        extensions: &["txt", "text"],
        doc: "both articles row by row in plain words, to read, to hear or to mail",
        comparison: |report| text::text(report).into_bytes(),
        article: Some(outline::article),
        is_own_report: |bytes| text::is_own_report(bytes) || outline::is_own_report(bytes),
    },
    Exporter {
        name: "docx",
        extensions: &["docx"],
        doc: "for a word processor: tracked edits from left to right, findings and notes in the margin",
        comparison: docx::docx,
        article: None,
        is_own_report: docx::is_own_report,
    },
    Exporter {
        name: "html",
        extensions: &["html", "htm"],
        doc: "one file to open, print or send: ledgers first, then both texts side by side",
        comparison: |report| html::html(report).into_bytes(),
        article: None,
        is_own_report: html::is_own_report,
    },
    Exporter {
        name: "svg",
        extensions: &["svg"],
        doc: "a picture of both texts side by side with signs, marks, verdicts and notes",
        comparison: |report| svg::svg(report).into_bytes(),
        article: None,
        is_own_report: svg::is_own_report,
    },
    Exporter {
        name: "markdown",
        extensions: &["md", "markdown"],
        doc: "for chats and tickets: ledgers as tables, the article with ins and del",
        comparison: |report| markdown::markdown(report).into_bytes(),
        article: None,
        is_own_report: markdown::is_own_report,
    },
    Exporter {
        name: "notes",
        extensions: &["notes"],
        doc: "verdicts, notes and their findings, as a list in Markdown",
        comparison: |report| notes::notes(report).into_bytes(),
        article: None,
        is_own_report: notes::is_own_report,
    },
    Exporter {
        name: "criticmarkup",
        extensions: &["cm", "critic"],
        doc: "plain text with edits and notes in braces; gives both texts back to the byte",
        comparison: |report| criticmarkup::criticmarkup(report).into_bytes(),
        article: None,
        is_own_report: criticmarkup::is_own_report,
    },
    Exporter {
        name: "csv",
        extensions: &["csv"],
        doc: "sentences, quotations, facts and differences as one table for a spreadsheet",
        comparison: |report| csv::csv(report).into_bytes(),
        article: None,
        is_own_report: csv::is_own_report,
    },
    Exporter {
        name: "wdiff",
        extensions: &["wdiff"],
        doc: "both texts as one, [-left-] and {+right+} as wdiff has them",
        comparison: |report| wdiff::wdiff(report).into_bytes(),
        article: None,
        // a stamp would become part of both texts
        is_own_report: |_| false,
    },
];

/// Whether a file is a report of the program in any format.
pub fn is_own_report(bytes: &[u8]) -> bool {
    EXPORTERS.iter().any(|exporter| (exporter.is_own_report)(bytes))
}

impl Exporter {
    /// The exporter with this name.
    pub fn from_name(name: &str) -> Option<&'static Exporter> {
        EXPORTERS.iter().find(|exporter| exporter.name == name)
    }

    /// The exporter for files with this extension, in any case.
    pub fn from_extension(extension: &str) -> Option<&'static Exporter> {
        let extension = extension.to_lowercase();
        EXPORTERS.iter().find(|exporter| exporter.extensions.contains(&extension.as_str()))
    }
}
