//! What a copy editor asks, as keys, and the screen that answers.
//!
//! The built-in pair, through the whole program. Each question is a few keys from
//! the first screen; the screens are kept at 80 columns and at 120.

use std::process::Command;

/// The screen after some keys, on the sample that comes with the program.
fn demo(keys: &str, size: &str) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_pressdiff"))
        .args(["demo", "--print", "--keys", keys, "--size", size])
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
    answers("6_attribution", "f", &["who says so differs"]);
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
