use super::*;
use crate::import::archive::tests::packed;
use crate::import::{Content, Part, Revisions};

const STYLES: &str = "<s:style s:name='P1' s:family='paragraph' s:parent-style-name='Title'/>\
    <t:list-style s:name='L1'><t:list-level-style-number t:level='1' s:num-format='1' s:num-suffix='.'/>\
    <t:list-level-style-bullet t:level='2' t:bullet-char='\u{2022}'/></t:list-style>";

fn content(body: &str) -> String {
    format!(
        "<o:document xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:t='t' xmlns:s='s'>\
         <o:meta><m xmlns='m'/><initial-creator>Ana Ruiz</initial-creator></o:meta>\
         <o:automatic-styles>{STYLES}</o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:document>"
    )
}

/// `kind: label text` of each part.
fn shown(body: &str, revisions: Revisions) -> Vec<String> {
    let text = content(body);
    let file = RawFile::new(text.as_bytes(), "fodt");
    assert!(recognizes(&file));
    let document = import(&file, &ImportOptions { revisions, ..ImportOptions::default() });
    let document = document.expect("a document");
    assert_eq!(document.metadata.authors, ["Ana Ruiz"]);
    let Content::Parts(parts) = document.content else { return Vec::new() };
    let part = |part: &Part| {
        let kind = part.kind.map_or(String::new(), |kind| format!("{}: ", kind.name()));
        let label = part.label.as_ref().map_or(String::new(), |label| format!("{label} "));
        format!("{kind}{label}{}", part.text)
    };
    parts.iter().map(part).collect()
}

#[test]
fn styles_lists_and_notes() {
    let body = "<t:p t:style-name='P1'>Harbor shut</t:p>\n  <t:p>The <t:span>mayor</t:span><t:s/>said\n  so\
        <t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>A note.</t:p></t:note-body></t:note>.\
        <t:line-break/>She left.</t:p><t:h t:outline-level='1'>Ferries</t:h>\
        <t:list t:style-name='L1'><t:list-item><t:p>One.</t:p>\
        <t:list><t:list-item><t:p>Small.</t:p></t:list-item></t:list></t:list-item>\
        <t:list-item><t:p>Two.</t:p></t:list-item></t:list>\
        <t:table><t:table-row><t:table-cell><t:p>Aldham</t:p></t:table-cell>\
        <t:table-cell><t:p>3</t:p></t:table-cell></t:table-row></t:table>";
    assert_eq!(
        shown(body, Revisions::Accepted),
        [
            "headline: Harbor shut",
            "The mayor said so.\nShe left.",
            "subhead: Ferries",
            "list-item: 1. One.",
            "list-item: • Small.",
            "list-item: 2. Two.",
            "Aldham 3",
            "A note."
        ]
    );
}

#[test]
fn tracked_changes_are_accepted_or_undone() {
    let body = "<t:tracked-changes><t:changed-region t:id='a'><t:deletion><t:p> hard</t:p></t:deletion>\
        </t:changed-region><t:changed-region t:id='b'><t:insertion/></t:changed-region>\
        <t:changed-region t:id='c'><t:deletion><t:p>.</t:p><t:p>It</t:p></t:deletion></t:changed-region>\
        </t:tracked-changes><t:p>It rained<t:change t:change-id='a'/><t:change-start t:change-id='b'/> all</t:p>\
        <t:p>day<t:change-end t:change-id='b'/><t:change t:change-id='c'/> was late.</t:p>";
    assert_eq!(shown(body, Revisions::Accepted), ["It rained all", "day was late."]);
    assert_eq!(shown(body, Revisions::Original), ["It rained hard.", "It was late."]);
}

#[test]
fn a_packed_document_is_read_and_an_encrypted_one_is_refused() {
    let text = content("<t:p>It rained.</t:p>");
    let kind = ("mimetype", "application/vnd.oasis.opendocument.text");
    let read = |parts: &[(&str, &str)]| {
        let bytes = packed(parts);
        let file = RawFile::new(&bytes, "");
        assert!(recognizes(&file));
        import(&file, &ImportOptions::default()).map(|document| document.content)
    };
    assert_eq!(read(&[kind, ("content.xml", &text)]), Ok(Content::Parts(vec![Part::new("It rained.")])));
    let manifest = ("META-INF/manifest.xml", "<m><encryption-data/></m>");
    assert_eq!(read(&[kind, ("content.xml", "\u{1}"), manifest]), Err(archive::encrypted()));
}
