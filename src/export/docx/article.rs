//! The article with its tracked edits.
//!
//! Invariant: without what is inserted or moved here, and without the marks of
//! paragraphs that are, the paragraphs are the blocks of the left; likewise the
//! other way round.

use std::ops::Range;

use super::margin::{self, Comment};
use super::xml::{escape, escaped, put};
use crate::article::BlockKind;
use crate::export::redline::{Inline, Paragraph, Stretch};
use crate::export::remarks;
use crate::export::report::Report;
use crate::text::Side;
use crate::view::{Mark, words};

/// The heading, the article between its bookmarks, and the line that ends it.
pub(super) fn article(
    paragraphs: &[Paragraph],
    stretches: &[Stretch<'_>],
    report: &Report<'_>,
    author: &str,
    comments: &mut Vec<Comment>,
) -> String {
    let comparison = report.comparison;
    let outlets = [Side::Left, Side::Right].map(|side| words::outlet(comparison, side));
    let mut pen = Pen {
        out: String::new(),
        author: escaped(author),
        ids: 0,
        report,
        stretches,
        comments,
        said: 0..0,
        range: None,
    };
    pen.out.push_str(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr>\
         <w:r><w:t>The article, with tracked edits</w:t></w:r></w:p>",
    );
    let how = format!("Accept all: {}. Reject all: {}.", outlets[1], outlets[0]);
    pen.out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Quiet\"/></w:pPr>");
    run(&mut pen.out, &how, "");
    pen.out.push_str("</w:p><w:bookmarkStart w:id=\"0\" w:name=\"article\"/>");
    for paragraph in paragraphs {
        pen.paragraph(paragraph);
    }
    pen.out.push_str("<w:bookmarkEnd w:id=\"0\"/>");
    // a paragraph whose mark goes is joined to the next: there has to be one
    pen.out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Quiet\"/></w:pPr>");
    run(&mut pen.out, "End of the article", "");
    pen.out.push_str("</w:p>");
    pen.out
}

/// Writes words as a run with these properties.
pub(super) fn run(out: &mut String, words: &str, properties: &str) {
    run_as(out, "w:t", words, properties);
}

fn run_as(out: &mut String, element: &str, words: &str, properties: &str) {
    out.push_str("<w:r>");
    if !properties.is_empty() {
        put(out, format_args!("<w:rPr>{properties}</w:rPr>"));
    }
    put(out, format_args!("<{element} xml:space=\"preserve\">"));
    escape(out, words);
    put(out, format_args!("</{element}></w:r>"));
}

struct Pen<'a> {
    out: String,
    /// Who made the edits, escaped.
    author: String,
    /// How many edits, moves and bookmarks there are so far; each has an id of its own.
    ids: usize,
    report: &'a Report<'a>,
    stretches: &'a [Stretch<'a>],
    comments: &'a mut Vec<Comment>,
    /// The comments of the row that is being written, by their ids.
    said: Range<usize>,
    /// The element and the id of its move.
    range: Option<(&'static str, usize)>,
}

impl Pen<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let style = style(paragraph.kind);
        put(&mut self.out, format_args!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>"));
        if let Some(side) = paragraph.mark {
            let edit = self.edit(if side == Side::Left { "w:del" } else { "w:ins" });
            put(&mut self.out, format_args!("<w:rPr><{edit}/></w:rPr>"));
        }
        self.out.push_str("</w:pPr>");
        for inline in &paragraph.inlines {
            match inline {
                Inline::Text { owner, text, quotation, stretch } => {
                    let properties = quotation.map_or("", shading);
                    let moved = self.stretches[*stretch].is_moved();
                    self.text(*owner, text, properties, moved);
                }
                Inline::Start(stretch) => self.start(*stretch),
                Inline::End(stretch) => self.end(*stretch),
            }
        }
        self.out.push_str("</w:p>");
    }

    fn text(&mut self, owner: Option<Side>, words: &str, properties: &str, moved: bool) {
        let (element, words_element) = match (owner, moved) {
            (None, _) => return run(&mut self.out, words, properties),
            (Some(Side::Left), false) => ("w:del", "w:delText"),
            (Some(Side::Right), false) => ("w:ins", "w:t"),
            (Some(Side::Left), true) => ("w:moveFrom", "w:t"),
            (Some(Side::Right), true) => ("w:moveTo", "w:t"),
        };
        let edit = self.edit(element);
        put(&mut self.out, format_args!("<{edit}>"));
        run_as(&mut self.out, words_element, words, properties);
        put(&mut self.out, format_args!("</{element}>"));
    }

    /// The inside of a tag that says what is done to what follows, and by whom.
    fn edit(&mut self, element: &str) -> String {
        self.ids += 1;
        format!("{element} w:id=\"{}\" w:author=\"{}\"", self.ids, self.author)
    }

    /// Begins a row: its move, and what is said of it in the margin.
    fn start(&mut self, stretch: usize) {
        let Some(row) = self.stretches[stretch].row else { return };
        if let Some(side) = remarks::moved(row) {
            let element = range(side);
            let start = self.edit(&format!("{element}Start"));
            // the schema wants a date on the range of a move; it is not shown
            let more = format!("w:date=\"2000-01-01T00:00:00Z\" w:name=\"move{}\"", row.bead.index());
            put(&mut self.out, format_args!("<{start} {more}/>"));
            self.range = Some((element, self.ids));
        }
        let first = self.comments.len();
        self.comments.extend(margin::comments(self.report, row));
        self.said = first..self.comments.len();
        for id in self.said.clone() {
            put(&mut self.out, format_args!("<w:commentRangeStart w:id=\"{id}\"/>"));
        }
    }

    /// Ends a row. A comment on what one side alone has comes and goes with it.
    fn end(&mut self, stretch: usize) {
        let Some(row) = self.stretches[stretch].row else { return };
        let alone = match (&row.cells.left, &row.cells.right) {
            (Some(_), None) => Some("w:del"),
            (None, Some(_)) => Some("w:ins"),
            (Some(_), Some(_)) | (None, None) => None,
        };
        for id in std::mem::take(&mut self.said) {
            put(&mut self.out, format_args!("<w:commentRangeEnd w:id=\"{id}\"/>"));
            let reference = format!(
                "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>"
            );
            let reference = match alone {
                None => reference,
                Some(element) => format!("<{}>{reference}</{element}>", self.edit(element)),
            };
            self.out.push_str(&reference);
        }
        if let Some((element, id)) = self.range.take() {
            put(&mut self.out, format_args!("<{element}End w:id=\"{id}\"/>"));
        }
    }
}

fn range(side: Side) -> &'static str {
    match side {
        Side::Left => "w:moveFromRange",
        Side::Right => "w:moveToRange",
    }
}

/// The style of a paragraph by what its block is for.
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

/// The style of words in a quotation.
fn shading(mark: Mark) -> &'static str {
    match mark {
        Mark::QuotationShared => "<w:rStyle w:val=\"QuotationShared\"/>",
        Mark::QuotationPartial => "<w:rStyle w:val=\"QuotationPartial\"/>",
        Mark::QuotationAltered => "<w:rStyle w:val=\"QuotationAltered\"/>",
        Mark::QuotationOnly => "<w:rStyle w:val=\"QuotationOnly\"/>",
        Mark::Heading
        | Mark::Furniture
        | Mark::Only
        | Mark::Moved
        | Mark::Differs
        | Mark::Typography
        | Mark::AlteredWord
        | Mark::Speaker
        | Mark::Cue => "",
    }
}
