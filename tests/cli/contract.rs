//! What scripts rely on: the JSON against its schema and against what it promises of itself.

#![allow(clippy::string_slice)] // an offset that cuts a character fails the test, as it should

use std::collections::BTreeSet;

use serde_json::Value;

use super::schema::problems;
use super::{Desk, REWRITE, WIRE};

/// Pairs of articles that between them have every odd thing a newsroom sends.
fn pairs() -> Vec<(String, String)> {
    let sample = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name);
        std::fs::read_to_string(path).expect("a sample")
    };
    let odd = "HEADLINE\n\n\tBy Ida Brandt\n\n• “One,” he said. “Two.”\n• “Three\n\n“and four,” she added.\n\
               “unclosed ‘inner’ words 12 or twelve, 65% — É\u{301}…\u{a0}\n\u{200b}東京で“はい”と言った。👩\u{200d}🚒\n";
    vec![
        (WIRE.into(), REWRITE.into()),
        (sample("wire.txt"), sample("rewrite.txt")),
        (sample("rewrite.txt"), sample("rewrite.txt")),
        (String::new(), WIRE.into()),
        (String::new(), "\n\n".into()),
        (odd.into(), odd.replace("12", "13").replace("he said", "she said").replace('“', "\"")),
        (odd.into(), WIRE.into()),
    ]
}

#[test]
fn every_comparison_fits_its_schema_and_keeps_its_word() {
    let desk = Desk::new();
    let schema = desk.run(&["schema", "comparison"]).done().json();
    for (left, right) in pairs() {
        for (left, right) in [(&left, &right), (&right, &left)] {
            desk.put("left.txt", left);
            desk.put("right.txt", right);
            let document = desk.run(&["left.txt", "right.txt", "--format", "json"]).done().json();
            assert_eq!(problems(&schema, &document), Vec::<String>::new());
            assert_eq!(document["schema"], "pressdiff/comparison/1");
            for (name, text) in [("left", left), ("right", right)] {
                assert_eq!(document[name]["text"], **text);
                check_side(&document[name]);
            }
            check_beads(&document);
            check_links_facts_and_differences(&document);
        }
    }
}

#[test]
fn every_article_fits_its_schema_and_keeps_its_word() {
    let desk = Desk::new();
    let schema = desk.run(&["schema", "article"]).done().json();
    for text in pairs().into_iter().flat_map(|(left, right)| [left, right]) {
        desk.put("a.txt", &text);
        let document = desk.run(&["inspect", "a.txt", "--format", "json"]).done().json();
        assert_eq!(problems(&schema, &document), Vec::<String>::new());
        assert_eq!(document["schema"], "pressdiff/article/1");
        check_side(&document);
    }
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let desk = Desk::with_articles();
    let run = || desk.run(&["demo", "--format", "json"]).done().stdout;
    assert_eq!(run(), run());
}

#[test]
fn the_hash_is_that_of_the_bytes_of_the_file() {
    let desk = Desk::new();
    desk.put("a.txt", "abc");
    let article = desk.run(&["inspect", "a.txt", "--format", "json"]).done().json();
    assert_eq!(article["sha256"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/// Blocks, sentences and quotations of one side.
#[track_caller]
fn check_side(side: &Value) {
    let text = side["text"].as_str().expect("a text");
    let mut end = 0;
    for block in list(&side["blocks"]) {
        let (start, stop) = span(block, text);
        assert!(end <= start && start < stop, "blocks are ordered, disjoint and not empty: {block}");
        assert!(blank(&text[end..start]), "text outside of blocks before {block}");
        end = stop;
    }
    assert!(blank(&text[end..]), "text behind the last block");
    end = 0;
    for sentence in list(&side["sentences"]) {
        let (start, stop) = span(sentence, text);
        assert!(end <= start && start < stop, "sentences are ordered, disjoint and not empty: {sentence}");
        assert!(blank(&text[end..start]), "text outside of sentences before {sentence}");
        assert_eq!(text[start..stop].trim(), sentence["text"], "a sentence is trimmed");
        let block = span(&side["blocks"][index(&sentence["block"])], text);
        assert!(block.0 <= start && stop <= block.1, "a sentence lies in its block: {sentence}");
        end = stop;
    }
    assert!(blank(&text[end..]), "text behind the last sentence");
    unique(&side["quotations"]);
    for quotation in list(&side["quotations"]) {
        assert!(!list(&quotation["fragments"]).is_empty(), "a quotation has words: {quotation}");
        let mut end = 0;
        for fragment in list(&quotation["fragments"]) {
            let (start, stop) = span(fragment, text);
            assert!(
                end <= start && start < stop,
                "fragments are ordered, disjoint and not empty: {quotation}"
            );
            end = stop;
        }
        for words in
            ["mention", "cue"].map(|name| &quotation[name]).into_iter().filter(|words| !words.is_null())
        {
            span(words, text);
        }
        assert!(quotation["speaker"].as_str().is_none_or(|name| !name.trim().is_empty()));
    }
}

#[track_caller]
fn check_beads(document: &Value) {
    unique(&document["beads"]);
    let names = ["left", "right"];
    let mut used = names.map(|_| Vec::new());
    for bead in list(&document["beads"]) {
        let [left, right] = names.map(|name| !list(&bead[name]).is_empty());
        assert!(left || right, "a bead is not empty: {bead}");
        assert_eq!((bead["reuse"] == "left-only", bead["reuse"] == "right-only"), (!right, !left), "{bead}");
        assert!((0.0..=1.0).contains(&bead["score"].as_f64().expect("a score")), "{bead}");
        for (used, name) in used.iter_mut().zip(names) {
            let sentences: Vec<usize> = list(&bead[name]).iter().map(index).collect();
            assert!(sentences.is_sorted(), "{bead}");
            check_edits(document, bead, name, &sentences);
            used.extend(sentences);
        }
        for edit in list(&bead["edits"]) {
            let has = names.map(|name| !edit[name].is_null() && edit[name]["start"] != edit[name]["end"]);
            let fits = match edit["op"].as_str() {
                Some("equal" | "replace") => has == [true, true],
                Some("delete") => has == [true, false],
                Some("insert") => has == [false, true],
                _ => false,
            };
            assert!(fits, "{edit} in {bead}");
            assert!(bead["reuse"] != "identical" || edit["op"] == "equal", "{bead}");
        }
    }
    for (mut used, name) in used.into_iter().zip(names) {
        used.sort_unstable();
        let all: Vec<usize> = (0..list(&document[name]["sentences"]).len()).collect();
        assert_eq!(used, all, "every {name} sentence is in exactly one bead");
        assert_eq!(index(&document["summary"]["sentences"][name]), all.len());
    }
}

/// The edits of one side cover its sentences without a hole, and nothing else but white space.
#[track_caller]
fn check_edits(document: &Value, bead: &Value, name: &str, sentences: &[usize]) {
    let text = document[name]["text"].as_str().expect("a text");
    let mut covered = vec![false; text.len()];
    let mut end = 0;
    for edit in list(&bead["edits"]).iter().map(|edit| &edit[name]).filter(|span| !span.is_null()) {
        let (start, stop) = span(edit, text);
        assert!(end <= start, "edits are in order: {bead}");
        covered[start..stop].fill(true);
        end = stop;
    }
    for &sentence in sentences {
        let (start, stop) = span(&document[name]["sentences"][sentence], text);
        assert!(covered[start..stop].iter().all(|&byte| byte), "edits leave a hole in {sentence}: {bead}");
        covered[start..stop].fill(false);
    }
    let outside = text.char_indices().filter(|&(at, _)| covered[at]).all(|(_, c)| c.is_whitespace());
    assert!(outside, "edits reach outside of their sentences: {bead}");
}

#[track_caller]
fn check_links_facts_and_differences(document: &Value) {
    let names = ["left", "right"];
    let ids = |list_name: &Value| -> BTreeSet<String> {
        list(list_name).iter().map(|each| each["id"].to_string()).collect()
    };
    let beads = ids(&document["beads"]);
    let texts = names.map(|name| document[name]["text"].as_str().expect("a text"));
    unique(&document["quotation_links"]);
    unique(&document["differences"]);
    for link in list(&document["quotation_links"]) {
        let only = names.map(|name| link["state"] == format!("{name}-only"));
        for (at, name) in names.into_iter().enumerate() {
            let known = ids(&document[name]["quotations"]).contains(&link[name].to_string());
            assert!(known || link[name].is_null(), "{link} names no quotation");
            assert_eq!(link[name].is_null(), only[1 - at], "{link}");
        }
    }
    for words in list(&document["quotation_links"]).iter().flat_map(|link| list(&link["edits"])) {
        for (name, text) in names.into_iter().zip(texts).filter(|(name, _)| !words[name].is_null()) {
            span(&words[name], text);
        }
    }
    for each in list(&document["facts"]).iter().chain(list(&document["differences"])) {
        assert!(beads.contains(&each["bead"].to_string()), "{each} names no bead");
        for (name, text) in names.into_iter().zip(texts).filter(|(name, _)| !each[name].is_null()) {
            span(&each[name], text);
        }
        assert!(each["why"].as_str().is_none_or(|why| !why.trim().is_empty()), "{each}");
    }
}

/// The bytes of a span; on characters, and with its text where it carries one.
#[track_caller]
fn span(span: &Value, text: &str) -> (usize, usize) {
    let (start, end) = (index(&span["start"]), index(&span["end"]));
    let words = text.get(start..end).unwrap_or_else(|| panic!("{span} cuts a character or lies outside"));
    assert!(span.get("text").is_none_or(|own| own == words), "{span} is {words:?}");
    (start, end)
}

#[track_caller]
fn unique(things: &Value) {
    let ids: BTreeSet<String> = list(things).iter().map(|thing| thing["id"].to_string()).collect();
    assert_eq!(ids.len(), list(things).len(), "ids are unique: {things}");
}

#[track_caller]
fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

#[track_caller]
fn index(value: &Value) -> usize {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no index")) as usize
}

/// White space, also of the sorts that nobody sees.
fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}
