//! Sample pairs: each folder of `tests/pairs` is one phenomenon, with the
//! comparison an editor should see beside it.
//!
//! `expected.txt` is read by people: one line a bead, the edits below it, then the
//! quotations, the facts that are not the same, and the differences. After a
//! deliberate change run the tests with `PRESSDIFF_BLESS=1` and review what git shows.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pressdiff::article::Origin;
use pressdiff::comparison::{Comparison, Options, compare};
use pressdiff::difference::{EditOp, FactState};
use pressdiff::import::import;
use pressdiff::text::{Pair, Side, Span};
use pressdiff::view::Sign;

#[test]
fn every_pair_compares_as_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let got = render(&comparison(&folder));
        let path = folder.join("expected.txt");
        if std::env::var_os("PRESSDIFF_BLESS").is_some() {
            fs::write(&path, &got).expect("the sample folder is writable");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if got != expected {
            wrong.push(format!("{}\n--- expected\n{expected}--- got\n{got}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sample_pair_is_whole() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs");
    for entry in fs::read_dir(root).expect("tests/pairs is there") {
        let folder = entry.expect("readable").path();
        for name in ["left.txt", "right.txt", "expected.txt"] {
            assert!(folder.join(name).is_file(), "{} lacks {name}", folder.display());
        }
    }
}

#[test]
fn swapping_the_sides_of_a_pair_mirrors_the_comparison() {
    for folder in folders() {
        let [left, right] = texts(&folder);
        let there = mirrored_lines(&of_texts(&left, &right), Side::Left);
        let back = mirrored_lines(&of_texts(&right, &left), Side::Right);
        assert_eq!(there, back, "{}", folder.display());
    }
}

#[test]
fn a_text_against_itself_has_no_difference() {
    for folder in folders() {
        for text in texts(&folder) {
            let comparison = of_texts(&text, &text);
            assert_eq!(comparison.differences, [], "{}", folder.display());
            for bead in &comparison.alignment.beads {
                assert_eq!((bead.reuse.name(), bead.moved), ("identical", false), "{}", folder.display());
            }
        }
    }
}

pub(crate) fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs");
    let mut folders: Vec<PathBuf> = fs::read_dir(root)
        .expect("tests/pairs is there")
        .map(|entry| entry.expect("readable").path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 15, "the sample pairs are missing");
    folders
}

pub(crate) fn texts(folder: &Path) -> [String; 2] {
    ["left.txt", "right.txt"]
        .map(|name| fs::read_to_string(folder.join(name)).expect("every pair has both texts"))
}

fn comparison(folder: &Path) -> Comparison {
    let [left, right] = texts(folder);
    of_texts(&left, &right)
}

fn of_texts(left: &str, right: &str) -> Comparison {
    let texts = Pair::new(left, right);
    compare(Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side))), Options::default())
}

/// The comparison as a person would note it down.
fn render(comparison: &Comparison) -> String {
    let mut out = String::new();
    for (side, annotated) in comparison.sides().sides() {
        for note in &annotated.article.notes {
            let _ = writeln!(out, "note {}: {note}", side.name());
        }
    }
    for (id, bead) in comparison.alignment.iter() {
        let numbers = bead
            .sentences
            .as_ref()
            .map(|ids| ids.iter().map(|id| (id.index() + 1).to_string()).collect::<Vec<_>>().join(" "));
        let sign = Sign::of(bead.reuse, false).symbol();
        let moved = if bead.moved { " moved" } else { "" };
        let _ = writeln!(out, "{sign} {} | {}{moved}", numbers.left, numbers.right);
        for edit in comparison.edits(id) {
            let text = marked(comparison, edit.spans);
            if edit.op != EditOp::Equal && bead.sentences.left.len() * bead.sentences.right.len() > 0 {
                let _ = writeln!(out, "      {text}");
            }
        }
    }
    for link in &comparison.links {
        let words = Pair::from_fn(|side| {
            let quotation = comparison.quotation(side, link.quotations[side]?);
            let fragments = quotation.fragments.iter().map(|span| one_line(comparison, side, *span));
            let speaker = quotation.attribution.speaker.as_deref().unwrap_or("nobody named");
            Some(format!("{speaker}: {}", fragments.collect::<Vec<_>>().join(" / ")))
        });
        let _ = writeln!(
            out,
            "quotation {}, marks {}, speaker {}",
            link.state.name(),
            link.marks.name(),
            link.speaker.name()
        );
        for (side, words) in words.sides() {
            if let Some(words) = words {
                let _ = writeln!(out, "      {} {words}", side.name());
            }
        }
        for edit in &link.edits {
            let _ = writeln!(out, "      {}", marked(comparison, edit.spans));
        }
        for alarm in &link.alarms {
            let _ = writeln!(out, "      alarm {}", alarm.name());
        }
    }
    for fact in comparison.facts.iter().filter(|fact| fact.state == FactState::Altered) {
        let value = |side: Side| fact.mentions[side].as_ref().map_or(String::new(), ToString::to_string);
        let _ = writeln!(out, "fact {} {} | {}", fact.kind.name(), value(Side::Left), value(Side::Right));
    }
    for difference in &comparison.differences {
        let (kind, severity) = (difference.kind.name(), difference.severity.name());
        let _ = writeln!(out, "{kind} ({severity}): {}", difference.why);
    }
    out
}

fn marked(comparison: &Comparison, spans: Pair<Option<Span>>) -> String {
    let mut out = String::new();
    for (side, span) in spans.sides() {
        let (open, close) = if side == Side::Left { ("[-", "-]") } else { ("{+", "+}") };
        if let Some(span) = span {
            let _ = write!(out, "{open}{}{close}", one_line(comparison, side, span));
        }
    }
    out
}

fn one_line(comparison: &Comparison, side: Side, span: Span) -> String {
    comparison.sides[side].slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything found, one line each, seen from `first` and sorted, so that both
/// directions of a comparison can be held against each other.
fn mirrored_lines(comparison: &Comparison, first: Side) -> Vec<String> {
    let flip = first == Side::Right;
    let turn = |pair: Pair<String>| if flip { pair.swap() } else { pair };
    let span = |side: Side, span: Option<Span>| {
        span.map_or(String::new(), |s| format!("{s:?}={}", one_line(comparison, side, s)))
    };
    let mut lines = Vec::new();
    for (id, bead) in comparison.alignment.iter() {
        let sentences = turn(Pair::from_fn(|side| format!("{:?}", bead.sentences[side])));
        let reuse = if flip { bead.reuse.swap() } else { bead.reuse };
        lines.push(format!("bead {sentences:?} {} {} {}", reuse.name(), bead.score.to_bits(), bead.moved));
        for edit in comparison.edits(id) {
            let spans = turn(Pair::from_fn(|side| span(side, edit.spans[side])));
            lines.push(format!("edit {spans:?}"));
        }
    }
    for link in &comparison.links {
        let state = if flip { link.state.swap() } else { link.state };
        let quotations = turn(Pair::from_fn(|side| {
            let quotation = link.quotations[side].map(|id| comparison.quotation(side, id));
            format!("{:?}", quotation.map(|q| (&q.fragments, &q.attribution.speaker, q.marked)))
        }));
        let edits: Vec<_> =
            link.edits.iter().map(|edit| turn(Pair::from_fn(|side| span(side, edit.spans[side])))).collect();
        let alarms = if flip { link.clone().swap().alarms } else { link.alarms.clone() };
        lines.push(format!("link {} {quotations:?} {alarms:?} {edits:?}", state.name()));
    }
    for fact in &comparison.facts {
        lines.push(format!(
            "fact {} {:?}",
            fact.kind.name(),
            turn(Pair::from_fn(|side| format!("{:?}", fact.mentions[side])))
        ));
    }
    for difference in &comparison.differences {
        let kind = if flip { difference.kind.swap() } else { difference.kind };
        let spans = turn(Pair::from_fn(|side| span(side, difference.spans[side])));
        lines.push(format!("difference {} {} {spans:?}", kind.name(), difference.severity.name()));
    }
    lines.sort();
    lines
}
