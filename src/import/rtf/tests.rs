use super::*;
use crate::import::{Content, Part, Revisions};

fn read(body: &str, revisions: Revisions) -> Document {
    let text = format!(
        "{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Times;}}{{\\f1\\fcharset238 Times CE;}}}}\
         {{\\stylesheet{{\\s0 Normal;}}{{\\s5 Headline;}}{{\\s6 heading 2;}}}}\
         {{\\info{{\\author Ana Ruiz}}{{\\title No headline}}}}{{\\*\\generator Desk;}}\\f0 {body}}}"
    );
    let file = RawFile::new(text.as_bytes(), "rtf");
    assert!(recognizes(&file));
    import(&file, &ImportOptions { revisions, ..ImportOptions::default() }).expect("a document")
}

/// `kind: label text` of each part.
fn shown(body: &str, revisions: Revisions) -> Vec<String> {
    let Content::Parts(parts) = read(body, revisions).content else { return Vec::new() };
    let part = |part: &Part| {
        let kind = part.kind.map_or(String::new(), |kind| format!("{}: ", kind.name()));
        let label = part.label.as_ref().map_or(String::new(), |label| format!("{label} "));
        format!("{kind}{label}{}", part.text)
    };
    parts.iter().map(part).collect()
}

#[test]
fn styles_lists_tables_and_notes() {
    let body = "\\pard\\s5 Harbor shut\\par\\pard The \\b mayor\\b0  said\r\n so\
        {\\super\\chftn}{\\footnote\\pard A note.}.\\line She left.\\par\\pard\\s6 Ferries\\par\\pard \
        {\\listtext\\pard 1.\\tab}One.\\par{\\pntext\\'b7\\tab}Two.\\par\\pard\
        \\trowd\\intbl Aldham\\cell 3\\cell\\row\\pard The end.";
    assert_eq!(
        shown(body, Revisions::Accepted),
        [
            "headline: Harbor shut",
            "The mayor said so.\nShe left.",
            "subhead: Ferries",
            "list-item: 1. One.",
            "list-item: • Two.",
            "Aldham 3",
            "The end.",
            "A note."
        ]
    );
}

#[test]
fn characters_are_decoded_by_their_font_or_code() {
    let body = "caf\\'e9 {\\f1 \\'b3} \\u8217\\'92s \\uc2\\u8211\\'96\\'96 \\u-10179 ??\\u-8704 ?? \\ldblquote a\\_b\\rdblquote\\~c\\{\\bin3 }}}d";
    assert_eq!(shown(body, Revisions::Accepted), ["café ł ’s – 😀 “a\u{2011}b”\u{a0}c{d"]);
}

#[test]
fn what_is_no_text_is_left_out() {
    let body = "{\\header Page}{\\*\\unknown x}{\\pict 00ff}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt A link}}\
        {\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt A box.\\par}}{\\shprslt A box.}}{\\*\\annotation No.}.\\par";
    assert_eq!(shown(body, Revisions::Accepted), ["A link.", "A box."]);
    let document = read(body, Revisions::Accepted);
    assert_eq!(document.metadata.authors, ["Ana Ruiz"]);
    assert_eq!(
        document.notes,
        ["Comments in the margin were left out (1).", "Headers and footers of pages were left out (1)."]
    );
}

#[test]
fn tracked_changes_are_accepted_or_undone() {
    let body = "It rained{\\deleted  hard}{\\revised  all day}.{\\deleted\\par} It was late.\\par";
    assert_eq!(shown(body, Revisions::Accepted), ["It rained all day. It was late."]);
    assert_eq!(shown(body, Revisions::Original), ["It rained hard.", "It was late."]);
}
