//! Exports from which both texts can be had again: each format read back by a reader of its own,
//! over all sample pairs and over texts that nobody would write.

mod docx;
mod excerpts;
mod read;

use pressdiff::article::{Article, Origin};
use pressdiff::comparison::{Comparison, Options, compare};
use pressdiff::export::{EXPORTERS, Exporter, Report, ReportOptions, is_own_report};
use pressdiff::import::import;
use pressdiff::review::{Placed, Remark, Verdict};
use pressdiff::text::{Pair, Side};
use proptest::prelude::*;

/// What is hardest to carry, and enough of an article around it.
const PIECES: &[&str] = &[
    "The river rose. ",
    "Nobody was hurt. ",
    "Ann Leclair said. ",
    "“We may go,” she said. ",
    "We will go, she said. ",
    "Some 12 men left. ",
    "Some 15 men left. ",
    "\n",
    "\n\n",
    "\n\n\n",
    " ",
    "  ",
    "\t",
    "{++",
    "++}",
    "{--",
    "--}",
    "{~~",
    "~>",
    "~~}",
    "{>>",
    "<<}",
    "{==",
    "==}",
    "\\",
    "{",
    "}",
    "[-",
    "-]",
    "<b>",
    "</ins>",
    "<del>",
    "]]>",
    "&amp;",
    "=1+1",
    "-2",
    "@here",
    "\u{1b}[31m",
    "\u{0}",
    "\u{202e}",
    "\u{200b}",
    "\u{ad}",
    "¶",
    "| a | b |",
    "*",
    "_",
    "`",
    "#",
    "1. ",
    "- ",
    "東京。",
    "👩\u{200d}🚒",
    "e\u{301}",
    "”",
    "’",
    "<sup>x</sup>",
    "\"",
    ",",
    "\u{ffff}",
    "\u{85}",
    "\u{2028}",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// A text and what an editor made of it.
fn pairs() -> impl Strategy<Value = (String, String)> {
    let edited = prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_flat_map(|pieces| {
        let length = pieces.len();
        (Just(pieces), prop::collection::vec(0..=length, 0..8)).prop_map(|(pieces, cuts)| {
            let mut right = pieces.clone();
            for cut in cuts.chunks(2) {
                match cut {
                    [from, to] if *from < right.len() && *to < right.len() => right.swap(*from, *to),
                    [at, ..] if *at < right.len() => drop(right.remove(*at)),
                    _ => right.push("Rain fell. "),
                }
            }
            (pieces.concat(), right.concat())
        })
    });
    prop_oneof![(texts(), texts()), edited]
}

fn comparison(left: &str, right: &str) -> Comparison {
    let article = |side: Side, text: &str| -> Article { import(text.to_owned(), Origin::in_memory(side)) };
    compare(Pair::new(article(Side::Left, left), article(Side::Right, right)), Options::default())
}

/// The comparison in that format, every bead with a verdict and a note that is hard to carry.
fn export(format: &str, comparison: &Comparison) -> Vec<u8> {
    let mut review = Placed::default();
    for (bead, _) in comparison.alignment.iter() {
        let note = Some("look {++at++} <this> ]]> ¶ <<}\n=1+1 </sup>".to_owned());
        review.remarks.insert(bead, Remark { verdict: Some(Verdict::Fix), note });
    }
    let exporter = Exporter::from_name(format).expect("a format");
    (exporter.comparison)(&Report { comparison, review: &review, options: &ReportOptions::default() })
}

fn export_text(format: &str, comparison: &Comparison) -> String {
    String::from_utf8(export(format, comparison)).expect("UTF-8")
}

/// The blocks of a side, white space as blanks.
fn blocks(comparison: &Comparison, side: Side) -> Vec<String> {
    let article = &comparison.sides[side].article;
    let text =
        |span| article.slice(span).chars().map(|c: char| if c.is_whitespace() { ' ' } else { c }).collect();
    article.blocks.iter().map(|block| text(block.span)).collect()
}

#[track_caller]
fn both_come_back(comparison: &Comparison) {
    let critic = export_text("criticmarkup", comparison);
    let markdown = export_text("markdown", comparison);
    let html = export_text("html", comparison);
    let word = docx::document(&export("docx", comparison));
    for side in Side::BOTH {
        let text = &*comparison.sides[side].article.text;
        assert_eq!(read::criticmarkup(&critic, side), text, "{critic}");
        let blocks: Vec<String> = blocks(comparison, side);
        let shown: Vec<String> = blocks.iter().map(|block| read::harmless(block)).collect();
        assert_eq!(read::markdown(&markdown, side), shown, "{markdown}");
        assert_eq!(docx::paragraphs(&word, side), shown, "{word}");
        let words = |text: &str| text.split_whitespace().collect::<String>();
        let shown = pressdiff::text::visible::shown_text(text).into_owned();
        assert_eq!(words(&read::html(&html, side)), words(&shown), "{html}");
    }
}

#[test]
fn both_texts_of_every_pair_come_back_from_every_marked_up_copy() {
    let mut seen = 0;
    for folder in crate::pairs::folders() {
        let [left, right] = crate::pairs::texts(&folder);
        both_come_back(&comparison(&left, &right));
        both_come_back(&comparison(&right, &left));
        seen += 1;
    }
    assert!(seen >= 15, "{seen} pairs");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_of_any_two_texts_come_back((left, right) in pairs()) {
        both_come_back(&comparison(&left, &right));
    }

    #[test]
    fn every_report_is_known_again_until_something_is_added((left, right) in pairs()) {
        let comparison = comparison(&left, &right);
        for exporter in EXPORTERS.iter().filter(|exporter| exporter.name != "wdiff") {
            let report = export(exporter.name, &comparison);
            let knows: Vec<&str> =
                EXPORTERS.iter().filter(|each| (each.is_own_report)(&report)).map(|each| each.name).collect();
            prop_assert_eq!(knows, [exporter.name]);
            prop_assert!(!is_own_report(&[&report[..], b"Mine.\n"].concat()), "{}", exporter.name);
            // a marked-up copy begins as the article does
            let has_head = exporter.name != "criticmarkup";
            prop_assert!(!(has_head && is_own_report(&[b"Mine.\n", &report[..]].concat())), "{}", exporter.name);
            prop_assert!(!is_own_report(&[&report[..], &report].concat()), "{} twice", exporter.name);
        }
        prop_assert!(!is_own_report(left.as_bytes()) && !is_own_report(right.as_bytes()));
    }

    #[test]
    fn nothing_of_a_text_steers_what_shows_it((left, right) in pairs()) {
        let comparison = comparison(&left, &right);
        for exporter in EXPORTERS.iter().filter(|exporter| !["json", "docx"].contains(&exporter.name)) {
            let made = export_text(exporter.name, &comparison);
            let steers = |c: char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || ('\u{202a}'..='\u{202e}').contains(&c);
            prop_assert!(!made.contains(steers), "{}: {made:?}", exporter.name);
        }
    }

    #[test]
    fn a_picture_is_well_formed_and_has_every_word((left, right) in pairs()) {
        let comparison = comparison(&left, &right);
        let shown = read::elements(&export_text("svg", &comparison));
        for side in Side::BOTH {
            let text = &*comparison.sides[side].article.text;
            for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() < 9) {
                prop_assert!(shown.contains(word), "{word} is not in {shown}");
            }
        }
    }

    #[test]
    fn a_table_has_as_many_fields_in_each_line((left, right) in pairs()) {
        let made = export_text("csv", &comparison(&left, &right));
        let records = read::csv(&made);
        prop_assert!(records.len() > 3);
        for record in &records {
            prop_assert_eq!(record.len(), records[0].len(), "{}", made);
            let formula = |field: &String| field.trim_start().starts_with(['=', '+', '-', '@']);
            prop_assert!(!record.iter().any(formula), "{record:?}");
        }
    }
}

#[test]
fn the_same_comparison_gives_the_same_bytes() {
    let make = || comparison("Some 12 men left.\n\nRain fell.\n", "Rain fell.\n\nSome 15 men left.\n");
    for exporter in EXPORTERS {
        assert_eq!(export(exporter.name, &make()), export(exporter.name, &make()), "{}", exporter.name);
    }
}
