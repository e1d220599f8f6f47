use super::*;
use crate::import::archive::tests::packed;
use crate::import::{Content, Part, Revisions};

const TYPES: &str = "<Types><Override PartName=\"/word/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const ROOT: &str = "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/word/main.xml\"/>\
    <Relationship Type=\"x/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
const OWN: &str = "<Relationships><Relationship Type=\"x/styles\" Target=\"styles.xml\"/>\
    <Relationship Type=\"x/numbering\" Target=\"numbering.xml\"/>\
    <Relationship Type=\"x/footnotes\" Target=\"footnotes.xml\"/>\
    <Relationship Type=\"x/comments\" Target=\"comments.xml\"/>\
    <Relationship Type=\"x/header\" Target=\"header1.xml\"/></Relationships>";
const STYLES: &str = "<w:styles xmlns:w='w'>\
    <w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Big'><w:name w:val='House head'/><w:basedOn w:val='H1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/></w:style></w:styles>";
const NUMBERING: &str = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='4'>\
    <w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1)'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{f0b7}'/></w:lvl>\
    </w:abstractNum><w:num w:numId='9'><w:abstractNumId w:val='4'/></w:num></w:numbering>";
const NOTES: &str = "<w:footnotes xmlns:w='w'><w:footnote w:id='2'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>";
const COMMENTS: &str = "<w:comments xmlns:w='w'><w:comment w:id='0'/></w:comments>";
const HEADER: &str = "<w:hdr xmlns:w='w'><w:p><w:r><w:t>Page</w:t></w:r></w:p></w:hdr>";
const CORE: &str = "<c:coreProperties xmlns:c='c' xmlns:d='d'><d:creator>Ana Ruiz</d:creator>\
    <d:created>2024-05-01T08:00:00Z</d:created></c:coreProperties>";

fn document(body: &str) -> Vec<u8> {
    let main = format!("<w:document xmlns:w='w' xmlns:m='m'><w:body>{body}</w:body></w:document>");
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("word/_rels/main.xml.rels", OWN),
        ("word/main.xml", &main),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", NOTES),
        ("word/comments.xml", COMMENTS),
        ("word/header1.xml", HEADER),
        ("docProps/core.xml", CORE),
    ])
}

fn read(body: &str, revisions: Revisions) -> Result<Document, Refusal> {
    let bytes = document(body);
    let file = RawFile::new(&bytes, "docx");
    assert!(recognizes(&file));
    import(&file, &ImportOptions { revisions, ..ImportOptions::default() })
}

/// `kind: label text` of each part.
fn shown(body: &str, revisions: Revisions) -> Vec<String> {
    let Content::Parts(parts) = read(body, revisions).expect("a document").content else { return Vec::new() };
    let part = |part: &Part| {
        let kind = part.kind.map_or(String::new(), |kind| format!("{}: ", kind.name()));
        let label = part.label.as_ref().map_or(String::new(), |label| format!("{label} "));
        format!("{kind}{label}{}", part.text)
    };
    parts.iter().map(part).collect()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn paragraph(properties: &str, inside: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")
}

#[test]
fn styles_state_kinds_and_lists_their_labels() {
    let list = |level| format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='9'/></w:numPr>");
    let body = [
        paragraph("<w:pStyle w:val='Titel'/>", &run("Harbor shut")),
        paragraph("", &(run("The mayor ") + &run("said so."))),
        paragraph("<w:pStyle w:val='Big'/>", &run("Ferries")),
        paragraph(&list(0), &run("One boat.")),
        paragraph(&list(1), &run("Small.")),
        paragraph(&list(0), &run("Two boats.")),
    ];
    assert_eq!(
        shown(&body.concat(), Revisions::Accepted),
        [
            "headline: Harbor shut",
            "The mayor said so.",
            "subhead: Ferries",
            "list-item: iii) One boat.",
            "list-item: • Small.",
            "list-item: iv) Two boats."
        ]
    );
}

#[test]
fn tracked_changes_are_accepted_or_undone() {
    let ins = |inside: &str| format!("<w:ins>{inside}</w:ins>");
    let del = |text: &str| format!("<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let mark = |kind: &str| format!("<w:rPr><w:{kind}/></w:rPr>");
    let row = |properties: &str, text: &str| {
        format!("<w:tr><w:trPr>{properties}</w:trPr><w:tc>{}</w:tc></w:tr>", paragraph("", &run(text)))
    };
    let body = [
        paragraph("", &(run("It rained") + &del(" hard") + &ins(&run(" all day")) + &run("."))),
        paragraph(&mark("del"), &run("Boats left ")),
        paragraph("", &run("the harbor.")),
        paragraph(&mark("ins"), &run("The gate ")),
        paragraph("", &run("was shut.")),
        format!("<w:moveFrom>{}</w:moveFrom>", run("Moved.")),
        paragraph("", &format!("<w:moveTo>{}</w:moveTo>", run("Moved."))),
        format!("<w:tbl>{}{}</w:tbl>", row("<w:ins/>", "New row"), row("<w:del/>", "Old row")),
    ];
    let body = body.concat();
    assert_eq!(
        shown(&body, Revisions::Accepted),
        ["It rained all day.", "Boats left the harbor.", "The gate", "was shut.", "Moved.", "New row"]
    );
    let original = shown(&body, Revisions::Original);
    assert_eq!(original[..4], ["It rained hard.", "Boats left", "the harbor.", "The gate was shut."]);
    assert_eq!(original.last().map(String::as_str), Some("Old row"));
}

#[test]
fn fields_boxes_notes_and_special_characters() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let textbox = paragraph("", &run("A box."));
    let textbox = format!("<w:txbxContent>{textbox}</w:txbxContent>");
    let body = [
        paragraph("<w:framePr w:dropCap='drop'/>", &run("T")),
        paragraph("", &run("he harbor.")),
        paragraph(
            "",
            &(field("begin")
                + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
                + &field("separate")
                + &run("A link")
                + &field("end")
                + "<w:r><w:br/><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:tab/><w:softHyphen/><w:sym w:char='00A9'/>\
                   <w:footnoteReference w:id='2'/></w:r>"),
        ),
        paragraph(
            "",
            &(run("Around.")
                + &format!(
                    "<w:r><w:AlternateContent><w:Choice>{textbox}</w:Choice><w:Fallback>{textbox}</w:Fallback></w:AlternateContent></w:r>"
                )),
        ),
    ];
    assert_eq!(
        shown(&body.concat(), Revisions::Accepted),
        ["The harbor.", "A link\ne\u{2011}mail ©", "Around.", "A box.", "A note."]
    );
}

#[test]
fn a_row_of_a_table_is_a_line_and_what_is_left_out_is_noted() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("", &run(text)));
    let body = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Aldham"), cell("3"));
    let document = read(&body, Revisions::Accepted).expect("a document");
    assert_eq!(document.content, Content::Parts(vec![Part::new("Aldham 3")]));
    assert_eq!(document.metadata.authors, ["Ana Ruiz"]);
    assert_eq!(
        document.notes,
        ["Comments in the margin were left out (1).", "Headers and footers of pages were left out (1)."]
    );
}

#[test]
fn a_document_without_text_and_one_cut_off_are_refused() {
    assert_eq!(read("<w:p/>", Revisions::Accepted), Err(archive::without_text()));
    let bytes = document("<w:p/>");
    let cut = RawFile::new(&bytes[..bytes.len() - 30], "docx");
    assert!(!recognizes(&cut));
    assert_eq!(import(&cut, &ImportOptions::default()), Err(archive::damaged()));
}
