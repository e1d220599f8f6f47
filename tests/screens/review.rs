//! The review: verdicts, notes and pins, as they look and as they are found again.

use std::path::Path;

use pressdiff::alignment::Pins;
use pressdiff::article::Origin;
use pressdiff::comparison::{Comparison, Options, Reading, read};
use pressdiff::export::Report;
use pressdiff::import::import;
use pressdiff::review::{Review, find_pins};
use pressdiff::text::Pair;
use pressdiff::theme::Theme;
use pressdiff::tui::{
    Aligned, App, ExportReply, ExportRequest, Form, Host, Kept, Outcome, Size, Start, picture, play,
};

const LEFT: &str = "The ferry struck a sandbank off Tarn at noon on Monday.

Nobody on board was hurt, the owners said.

The harbour master closed the northern channel to all traffic.

A tug from the island pulled the ferry free at dusk.

More follows.";

const RIGHT: &str = "The ferry struck a rock off Tarn at noon on Monday.

Nobody on board was hurt, its owners said on Monday evening.

Traffic in the strait was stopped.

A tug from the island pulled the ferry free at dawn.";

/// Keeps the review in memory.
struct Memory {
    reading: Reading,
    review: Review,
    /// What becomes of the next write.
    outcome: Outcome,
}

impl Host for Memory {
    fn export(&mut self, _: &Report<'_>, _: &ExportRequest) -> ExportReply {
        ExportReply::Written
    }

    fn compare(&mut self, options: Options) -> Option<Comparison> {
        self.reading.options = options;
        Some(self.reading.compare(&find_pins(&self.review, self.reading.sides()).pins))
    }

    fn keep(&mut self, review: &Review, _: Option<&Path>) -> Kept {
        self.review = review.clone();
        let pins = find_pins(review, self.reading.sides()).pins;
        let (review, comparison) = (review.clone(), Some(self.reading.compare(&pins)));
        Kept { review, comparison, outcome: self.outcome.clone() }
    }
}

fn reading(left: &str, right: &str) -> Reading {
    let texts = Pair::new((left, "Coast Wire"), (right, "Harbour Post"));
    let articles = Pair::from_fn(|side| {
        let (text, label) = texts[side];
        import(text.to_owned(), Origin { label: label.to_owned(), ..Origin::in_memory(side) })
    });
    read(articles, Options::default())
}

/// Plays keys on two texts with the review so far; gives the screen and the review then.
fn played(left: &str, right: &str, review: &Review, keys: &str, size: &str) -> (App, String, Review) {
    let reading = reading(left, right);
    let comparison = reading.compare(&find_pins(review, reading.sides()).pins);
    let start = start(comparison, review.clone());
    let app = App::start(start, size.parse::<Size>().expect("a size"));
    let outcome = Outcome::Written("review.json".to_owned());
    let mut memory = Memory { reading, review: review.clone(), outcome };
    let (app, cells) = play(app, keys, Form::Text, Theme::default(), &mut memory).expect("a script");
    (app, picture(&cells, Form::Text), memory.review)
}

fn start(comparison: Comparison, review: Review) -> Start {
    Start { comparison, aligned: Aligned::Done, review, file: None, message: None }
}

fn screen(keys: &str, size: &str) -> String {
    played(LEFT, RIGHT, &Review::default(), keys, size).1
}

#[track_caller]
fn shows(keys: &str, words: &str) {
    let screen = screen(keys, "100x30");
    assert!(screen.contains(words), "{keys} does not show {words:?}:\n{screen}");
}

#[track_caller]
fn hides(keys: &str, words: &str) {
    let screen = screen(keys, "100x30");
    assert!(!screen.contains(words), "{keys} shows {words:?}:\n{screen}");
}

/// What an editor does in one sitting: a verdict on each, and a note of two lines.
const SITTING: &str =
    "2cWhich is it? Ask the coast guard; the union says rock.<a-cr>東京 desk waits.<cr><space>1<space>3";

#[test]
fn the_desk() {
    for (name, keys, size) in [
        ("review_verdicts", SITTING, "80x24"),
        ("review_verdicts_wide", SITTING, "120x30"),
        ("review_verdicts_narrow", SITTING, "60x20"),
        (
            "review_pad",
            "2cWhich is it?<cr>c<a-cr>Ask the coast guard, and mind that the union has said twice that it was a rock",
            "80x24",
        ),
        ("review_list", "2cWhich is it?<cr>j3@", "80x24"),
        ("review_parted", "jB", "80x24"),
        ("review_marked", "jjA", "80x24"),
        ("review_pinned", "jjAj<tab>A", "80x24"),
    ] {
        insta::assert_snapshot!(name, screen(keys, size));
    }
}

#[test]
fn an_edited_text_finds_its_review() {
    let (.., review) = played(LEFT, RIGHT, &Review::default(), &format!("{SITTING}Gcdrop this<cr>"), "80x24");
    let left = LEFT.replace("More follows.", "Trains run.").replace("the owners said", "its owners said");
    let (_, resumed, _) = played(&left, RIGHT, &review, "", "80x24");
    let (_, list, _) = played(&left, RIGHT, &review, "@", "80x24");
    insta::assert_snapshot!("review_resumed", format!("{resumed}\n{list}"));
}

#[test]
fn space_goes_from_one_open_difference_to_the_next() {
    shows("<space>", "seen 1/");
    hides("j", "seen");
    let row = |keys: &str| played(LEFT, RIGHT, &Review::default(), keys, "100x30").0.cursor().index();
    assert_eq!(row("<space>"), row("]"));
    assert_eq!(row("]<space>go"), row("g]]"), "what is seen is passed over");
    shows("<space><space><space><space><space><space><space>", "Every difference has a verdict.");
    shows("G1o", "this is the first open difference");
}

#[test]
fn what_was_done_is_undone_and_done_again() {
    shows("2U", "Undone: fix.");
    hides("2U", "✗");
    shows("2U<c-r>", "✗");
    shows("U", "Nothing to undo.");
    shows("cask<cr>D", "U restores it");
    shows("cask<cr>DU", "✎ ask");
    let (app, ..) = played(LEFT, RIGHT, &Review::default(), "jBU", "100x30");
    let before = reading(LEFT, RIGHT).compare(&Pins::default());
    assert_eq!(app.bead().map(pressdiff::alignment::BeadId::index), Some(1));
    let (.., review) = played(LEFT, RIGHT, &Review::default(), "jBU", "100x30");
    assert!(review.is_empty());
    drop(before);
}

#[test]
fn a_note_that_was_not_taken_is_offered_again() {
    shows("cask<esc>", "c on this row continues it");
    shows("cask<esc>c", "ask");
    shows("cask<esc>jcmore<esc>kc", "ask");
    shows("cask<esc>q", "A note is not saved.");
    hides("cask<esc>c<cr>q", "not taken");
    hides("cask<esc>", "✎");
    hides("c<esc>", "on this row continues it");
    shows("c<paste:one\ntwo><cr>", "✎ one");
}

#[test]
fn an_interrupt_asks_after_a_note_that_is_half_typed() {
    shows("cask<c-c>", "A note is not saved.");
    shows("cask<c-c><esc>c", "ask");
    let still_there = |keys| played(LEFT, RIGHT, &Review::default(), keys, "100x30").0.cursor().index() > 0;
    assert!(!still_there("<c-c>j") && !still_there("?<c-c>j") && !still_there("cask<c-c><c-c>j"));
}

#[test]
fn what_is_open_and_what_is_noted_can_be_filtered() {
    shows("f", "open: without a verdict  5 rows");
    shows("1f", "open: without a verdict  4 rows");
    shows("cask<cr>f", "with a note  1 row");
    shows("jcask<cr>gfa<cr>", "filter noted: 4 of 5 rows hidden");
    shows("1:filter open<cr>", "filter open: 1 of 5 rows hidden");
}

#[test]
fn the_overview_shows_what_is_decided() {
    let edge =
        |keys| screen(keys, "80x24").lines().filter_map(|line| line.chars().nth(79)).collect::<String>();
    assert!(!edge("").contains('✗') && edge("2").contains('✗'), "{}", edge("2"));
}

#[test]
fn a_pin_keeps_the_threshold() {
    use pressdiff::alignment::AlignOptions;
    let threshold = |keys| played(LEFT, RIGHT, &Review::default(), keys, "80x24").0.threshold();
    assert!((threshold("jB") - AlignOptions::default().threshold).abs() < 1e-9);
    assert!((threshold(":threshold sure<cr>jB") - 0.7).abs() < 1e-9);
}

#[test]
fn a_review_that_cannot_be_kept_holds_the_editor_back() {
    let reading = reading(LEFT, RIGHT);
    let comparison = reading.compare(&Pins::default());
    let start = start(comparison, Review::default());
    let app = App::start(start, "100x30".parse().expect("a size"));
    let outcome = Outcome::Failed("The disk is full.".to_owned());
    let mut memory = Memory { reading, review: Review::default(), outcome };
    let (app, cells) = play(app, "2", Form::Text, Theme::default(), &mut memory).expect("a script");
    assert!(picture(&cells, Form::Text).contains("Not saved: The disk is full."));
    let (_, cells) = play(app, "qjq", Form::Text, Theme::default(), &mut memory).expect("a script");
    assert!(picture(&cells, Form::Text).contains("q quits anyway"));
}
