//! What a copy editor asks, as keys, and the screen that answers.
//!
//! The built-in pair, through the whole program. Each question is a few keys from
//! the first screen; the screens are kept at 80 columns and at 120, and at 200 where the sitting ends.

use std::path::Path;
use std::process::Command;

/// The screen after some keys, on the sample that comes with the program.
fn demo(keys: &str, size: &str) -> String {
    demo_in(&std::env::temp_dir(), keys, size)
}

/// The same in a folder, where exports go.
fn demo_in(folder: &Path, keys: &str, size: &str) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_pressdiff"))
        .args(["demo", "--print", "--keys", keys, "--size", size])
        .current_dir(folder)
        .env_remove("XDG_CONFIG_HOME")
        .env("HOME", "/nonexistent")
        .output()
        .expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("a screen is text")
}

#[track_caller]
fn answers(name: &str, keys: &str, words: &[&str]) {
    for size in ["80x24", "120x40"] {
        let screen = demo(keys, size);
        // on a wide screen columns stand between the words
        for words in words.iter().filter(|_| size == "80x24") {
            // words may break at a line's end
            let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(words), "{keys} at {size} does not show {words:?}:\n{screen}");
        }
        insta::assert_snapshot!(format!("scenario_{name}_{size}"), screen);
    }
}

#[test]
fn which_quotations_were_altered() {
    answers(
        "1_quotations",
        "sq",
        &["check: modal", "We will pay for part of the work, but", "5 quotations: 1 altered"],
    );
    answers("1_quotation", "sq<cr>", &["altered: may → will"]);
}

#[test]
fn which_numbers_dates_and_names_differ() {
    answers("2_facts", "sn", &["number: differs row 7", "flooded 312 houses", "flooded 321 houses"]);
}

#[test]
fn how_much_is_lifted() {
    answers(
        "3_lifted",
        "s",
        &["69% of the words", "outside of quotations", "longest run", "at least 6 words"],
    );
}

#[test]
fn what_was_left_out() {
    answers("4_left_out", "sl", &["denial or answer", "did not respond to requests for comment"]);
}

#[test]
fn what_was_added_and_who_says_so() {
    answers("5_added", "sa", &["check: nobody is named for it"]);
}

#[test]
fn where_who_says_so_differs() {
    answers("6_attribution", "f", &["attributions that differ"]);
    answers("6_pair", "]q]qp", &["Transport Minister Henrik Vale", "rule altered-quotation"]);
}

#[test]
fn whether_the_order_differs() {
    answers("7_order", "sm", &["moved: sentence 20 of 24 → 5 of 27, much further up"]);
    answers("7_moved", "]m", &["rows down"]);
}

#[test]
fn whether_the_headline_holds() {
    answers("8_headline", "sh", &["every word stands in its story"]);
}

/// An editor's sitting: the first is to be mended, the second to be asked about, with a note; three are fine.
const SITTING: &str = "]2]3cWho says so?<cr>]<space><space>1";

#[test]
fn whether_everything_is_signed_off() {
    answers("9_begun", SITTING, &["seen 5/"]);
    answers("9_open", &format!("{SITTING}go"), &["seen 5/"]);
    let rest = "<space>".repeat(40);
    answers("9_done", &format!("{SITTING}{rest}<space>"), &["Every difference has a verdict."]);
    answers("9_list", &format!("{SITTING}@"), &["Who says so?"]);
    insta::assert_snapshot!("scenario_9_begun_200x50", demo(SITTING, "200x50"));
}

#[test]
fn columns_that_scroll_apart_outlive_another_threshold() {
    for keys in ["GST", "GSTT", "GSTz", "SGT<tab>", "GST<resize:120x40>"] {
        assert!(demo(keys, "80x24").contains("Meridian"), "{keys}");
    }
}

#[test]
fn what_a_colleague_is_sent() {
    answers("10_formats", "x", &["Export", "html"]);
    let folder = tempfile::tempdir().expect("a folder");
    let screen = demo_in(folder.path(), &format!("{SITTING}xh<cr>"), "80x24");
    assert!(screen.contains("Written to meridian-wire-kestrel-bay-courier.html."), "{screen}");
    let page = folder.path().join("meridian-wire-kestrel-bay-courier.html");
    let page = std::fs::read_to_string(page).expect("the page is there");
    assert!(page.contains("Who says so?") && page.contains("fix") && page.contains("query"));
}
