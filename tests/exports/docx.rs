//! A reader of DOCX: what stands in the article once all is accepted or rejected.

use std::io::{Cursor, Read};

use pressdiff::text::Side;

use super::read::unescaped;

/// The document of a package; every part of it has to be XML whose elements close in order.
pub(crate) fn document(package: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).expect("a zip");
    let mut document = String::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("a part");
        let is_document = part.name().expect("a name") == "word/document.xml";
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        is_sound(&text);
        if is_document {
            document = text;
        }
    }
    assert!(!document.is_empty());
    document
}

/// Tags, each with the text behind it.
fn tags(xml: &str) -> impl Iterator<Item = (&str, &str)> {
    xml.split('<').skip(1).map(|part| part.split_once('>').expect("a tag ends"))
}

fn is_sound(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for (tag, text) in tags(xml) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match tag {
            _ if tag.starts_with('?') || tag.ends_with('/') => {}
            _ if tag.starts_with('/') => assert_eq!(open.pop(), Some(name), "{xml}"),
            _ => open.push(name),
        }
        assert!(
            text.chars().all(|c| c == '\n' || (!c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')))
        );
        unescaped(text);
    }
    assert_eq!(open, Vec::<&str>::new());
}

/// The paragraphs between the bookmarks, as one side has them.
pub(crate) fn paragraphs(document: &str, side: Side) -> Vec<String> {
    let (_, article) = document.split_once("w:name=\"article\"/>").expect("a bookmark");
    let (article, _) = article.split_once("<w:bookmarkEnd").expect("its end");
    let gone: [&str; 2] = match side {
        Side::Left => ["w:ins", "w:moveTo"],
        Side::Right => ["w:del", "w:moveFrom"],
    };
    let mut paragraphs = Vec::new();
    let (mut words, mut mark) = (String::new(), true);
    let (mut hidden, mut properties) = (0, false);
    for (tag, text) in tags(article) {
        let name = tag.trim_matches('/').split(' ').next().unwrap_or_default();
        let (closes, alone) = (tag.starts_with('/'), tag.ends_with('/'));
        if name == "w:pPr" {
            properties = !closes;
        }
        if gone.contains(&name) {
            match (alone, closes) {
                (true, _) if properties => mark = false,
                (true, _) => {}
                (false, true) => hidden -= 1,
                (false, false) => hidden += 1,
            }
        }
        if matches!(name, "w:t" | "w:delText") && !closes && hidden == 0 {
            words.push_str(&unescaped(text));
        }
        if name == "w:p" && closes {
            if mark {
                paragraphs.push(std::mem::take(&mut words));
            }
            mark = true;
        }
    }
    assert_eq!(words, "", "words behind the last mark");
    paragraphs
}
