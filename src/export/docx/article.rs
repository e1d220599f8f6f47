//! The article with its tracked edits.
//!
//! Invariant: without insertions, move targets and inserted paragraph marks, the paragraphs are the
//! blocks of the left; without deletions, move sources and deleted marks, those of the right.

use std::fmt::Write;
use std::ops::Range;

use super::margin::{self, Comment};
use super::xml::{escaped, paragraph, run, run_of};
use crate::article::BlockKind;
use crate::export::redline::{Inline, Owner, Paragraph, RowPieces, paragraphs};
use crate::export::remarks;
use crate::export::report::Report;
use crate::text::{Pair, Side};
use crate::view::{Mark, words};

/// The heading, the article between its bookmarks, and the line after it.
pub(super) fn article(rows: &[RowPieces<'_>], report: &Report<'_>, comments: &mut Vec<Comment>) -> String {
    let outlets = Pair::from_fn(|side| words::outlet(report.comparison, side));
    let mut writer = Writer {
        out: String::new(),
        author: escaped(outlets.right),
        ids: 0,
        report,
        rows,
        comments,
        row_comments: 0..0,
        open_move: None,
    };
    writer.out.push_str(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr>\
         <w:r><w:t>The article, with tracked edits</w:t></w:r></w:p>",
    );
    let how = format!("Accept all: {}. Reject all: {}.", outlets.right, outlets.left);
    paragraph(&mut writer.out, "Quiet", &how);
    writer.out.push_str("<w:bookmarkStart w:id=\"0\" w:name=\"article\"/>");
    for paragraph in paragraphs(rows, report.comparison) {
        writer.paragraph(&paragraph);
    }
    writer.out.push_str("<w:bookmarkEnd w:id=\"0\"/>");
    // a paragraph without its mark is joined to the next, so that there must be a next one
    paragraph(&mut writer.out, "Quiet", "End of the article");
    writer.out
}

struct Writer<'a> {
    out: String,
    /// The author of the edits, escaped.
    author: String,
    /// The number of edits, moves and bookmarks so far; each has its own id.
    ids: usize,
    report: &'a Report<'a>,
    rows: &'a [RowPieces<'a>],
    comments: &'a mut Vec<Comment>,
    /// The ids of the comments on the current row.
    row_comments: Range<usize>,
    /// The element and the id of the current move.
    open_move: Option<(&'static str, usize)>,
}

impl Writer<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", style(paragraph.kind));
        if let Some(side) = paragraph.mark {
            let edit = self.edit(if side == Side::Left { "w:del" } else { "w:ins" });
            let _ = write!(self.out, "<w:rPr><{edit}/></w:rPr>");
        }
        self.out.push_str("</w:pPr>");
        for inline in &paragraph.inlines {
            match inline {
                Inline::Text { owner, text, quotation, row } => {
                    let properties = quotation.map_or("", quotation_style);
                    let is_moved = self.rows[*row].row.is_some_and(|row| remarks::moved(row).is_some());
                    self.text(*owner, text, properties, is_moved);
                }
                Inline::Start(row) => self.start(*row),
                Inline::End(row) => self.end(*row),
            }
        }
        self.out.push_str("</w:p>");
    }

    fn text(&mut self, owner: Owner, words: &str, properties: &str, is_moved: bool) {
        let (element, words_element) = match (owner, is_moved) {
            (None, _) => return run(&mut self.out, words, properties),
            (Some(Side::Left), false) => ("w:del", "w:delText"),
            (Some(Side::Right), false) => ("w:ins", "w:t"),
            (Some(Side::Left), true) => ("w:moveFrom", "w:t"),
            (Some(Side::Right), true) => ("w:moveTo", "w:t"),
        };
        let edit = self.edit(element);
        let _ = write!(self.out, "<{edit}>");
        run_of(&mut self.out, words_element, words, properties);
        let _ = write!(self.out, "</{element}>");
    }

    /// The content of the tag of an edit, with a new id and the author.
    fn edit(&mut self, element: &str) -> String {
        self.ids += 1;
        format!("{element} w:id=\"{}\" w:author=\"{}\"", self.ids, self.author)
    }

    /// Starts a row: its move and its comments.
    fn start(&mut self, row: usize) {
        let Some(row) = self.rows[row].row else { return };
        if let Some(side) = remarks::moved(row) {
            let element = match side {
                Side::Left => "w:moveFromRange",
                Side::Right => "w:moveToRange",
            };
            let start = self.edit(&format!("{element}Start"));
            // the schema requires a date for a move; word processors do not show it
            let date = "w:date=\"2000-01-01T00:00:00Z\"";
            let _ = write!(self.out, "<{start} {date} w:name=\"move{}\"/>", row.bead.index());
            self.open_move = Some((element, self.ids));
        }
        let first = self.comments.len();
        self.comments.extend(margin::comments(self.report, row));
        self.row_comments = first..self.comments.len();
        for id in self.row_comments.clone() {
            let _ = write!(self.out, "<w:commentRangeStart w:id=\"{id}\"/>");
        }
    }

    /// Ends a row. A comment on words of one side is inserted or deleted with them.
    fn end(&mut self, row: usize) {
        let Some(row) = self.rows[row].row else { return };
        let edit = match (&row.cells.left, &row.cells.right) {
            (Some(_), None) => Some("w:del"),
            (None, Some(_)) => Some("w:ins"),
            (Some(_), Some(_)) | (None, None) => None,
        };
        for id in std::mem::take(&mut self.row_comments) {
            let _ = write!(self.out, "<w:commentRangeEnd w:id=\"{id}\"/>");
            let reference = format!(
                "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>"
            );
            let reference = match edit {
                None => reference,
                Some(element) => format!("<{}>{reference}</{element}>", self.edit(element)),
            };
            self.out.push_str(&reference);
        }
        if let Some((element, id)) = self.open_move.take() {
            let _ = write!(self.out, "<{element}End w:id=\"{id}\"/>");
        }
    }
}

/// The style of a paragraph by the kind of its block.
fn style(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "ArticleHeadline",
        BlockKind::Deck | BlockKind::Subhead => "ArticleHeading",
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Credit => {
            "ArticleFurniture"
        }
        BlockKind::Paragraph => "Article",
        BlockKind::ListItem => "ArticleItem",
    }
}

/// The style of words in a quotation with this mark.
fn quotation_style(mark: Mark) -> &'static str {
    let styles = [
        (Mark::QuotationShared, "<w:rStyle w:val=\"QuotationShared\"/>"),
        (Mark::QuotationPartial, "<w:rStyle w:val=\"QuotationPartial\"/>"),
        (Mark::QuotationAltered, "<w:rStyle w:val=\"QuotationAltered\"/>"),
        (Mark::QuotationOnly, "<w:rStyle w:val=\"QuotationOnly\"/>"),
    ];
    styles.into_iter().find(|(own, _)| *own == mark).map_or("", |(_, style)| style)
}
