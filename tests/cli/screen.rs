//! The screen without a terminal: keys in, the last picture out.

use super::{Desk, WIRE};

#[test]
fn a_script_shows_the_screen_an_editor_would_see() {
    let desk = Desk::with_articles();
    let screen = desk.run(&["wire.txt", "ours.txt", "--print", "--size", "100x20"]).done().stdout;
    for words in ["wire", "ours", "Harbor closed after storm", "Storm shuts harbor"] {
        assert!(screen.contains(words), "{words} is not on\n{screen}");
    }
    assert_eq!(screen.lines().count(), 20);
    let other =
        desk.run(&["wire.txt", "ours.txt", "--keys", "]]", "--print", "--size", "100x20"]).done().stdout;
    assert_ne!(screen, other, "keys do something");
}

#[test]
fn a_screen_may_be_printed_in_other_forms() {
    let desk = Desk::with_articles();
    let print = |arguments: &[&str]| desk.run(&[&["demo"], arguments].concat()).done().stdout;
    assert_eq!(print(&["--print"]), print(&["--print=text"]));
    assert_ne!(print(&["--print=marks"]), print(&["--print"]));
    let dark = print(&["--print=svg"]);
    assert!(dark.starts_with("<svg"));
    assert_ne!(dark, print(&["--print=svg", "--theme", "light"]));
    assert_ne!(dark, print(&["--print=svg", "--color", "never"]));
}

#[test]
fn keys_that_do_not_exist_are_named() {
    Desk::new().run(&["demo", "--print", "--keys", "]<frob>"]).trouble(&["<frob>"]);
}

#[test]
fn a_report_asked_for_on_the_screen_is_that_of_the_command_line() {
    let desk = Desk::with_articles();
    let export = |name: &str, more: &str| {
        let keys = format!("x<cr><c-u>{name}<cr>{more}");
        desk.run(&["wire.txt", "ours.txt", "--keys", &keys, "--print"]).done().stdout
    };
    assert!(export("r.json", "").contains("Written to r.json"));
    assert_eq!(desk.read("r.json"), desk.run(&["wire.txt", "ours.txt", "--format", "json"]).done().stdout);
    assert!(export("wire.txt", "").contains("is one of the articles"));
    assert_eq!(desk.read("wire.txt"), WIRE);
    assert!(export("gone/r.json", "").contains("cannot be written"));
}

#[test]
fn what_is_in_the_way_is_written_over_only_when_the_editor_says_so() {
    let desk = Desk::with_articles();
    let export = |more: &str| {
        let keys = format!("x<cr><c-u>r.json<cr>{more}");
        desk.run(&["wire.txt", "ours.txt", "--keys", &keys, "--print"]).done();
        desk.read("r.json")
    };
    desk.put("r.json", "old");
    assert_eq!(export(""), "old");
    assert_eq!(export("n"), "old");
    assert!(export("y").starts_with('{'));
}

#[test]
fn the_screen_stops_at_the_kinds_that_were_asked_for() {
    let desk = Desk::with_articles();
    let status = |more: &[&str]| {
        let screen =
            desk.run(&[&["wire.txt", "ours.txt", "--keys", "]<pause>", "--print"], more].concat()).done();
        screen.stdout.lines().last().expect("a status line").to_owned()
    };
    assert!(status(&["--only", "number"]).contains("difference 1/1"), "{}", status(&["--only", "number"]));
    assert!(!status(&[]).contains("1/1"));
    assert!(!status(&["--only", "date"]).contains("difference 1/"));
}

#[test]
fn keys_that_are_misspelled_are_named() {
    let desk = Desk::with_articles();
    for (keys, piece) in [
        ("]<esc", "“<esc”"),
        ("<c-", "“<c-”"),
        ("x<", "“<”"),
        ("<c->", "<c->"),
        ("<f99>", "<f99>"),
        ("<>", "<>"),
        ("a\u{1b}b", "U+001B"),
    ] {
        desk.run(&["demo", "--print", "--keys", keys]).trouble(&["--keys", piece, "<lt>"]);
        desk.run(&["gone.txt", "ours.txt", "--print", "--keys", keys]).trouble(&["--keys", piece]);
    }
    desk.run(&["demo", "--print", "--keys", "/<lt>"]).done();
}

#[test]
fn keys_want_a_screen_that_is_printed() {
    let desk = Desk::with_articles();
    desk.run(&["demo", "--keys", "x"]).trouble(&["--keys", "; add --print"]);
    desk.run(&["demo", "--size", "80x24"]).trouble(&["--size", "; add --print"]);
    for format in ["text", "json", "html"] {
        for print in [&["--print"][..], &[]] {
            desk.run(&[&["demo", "--keys", "x", "--format", format], print].concat()).trouble(&[
                "--keys",
                "does not go with --format",
                "; leave out ",
            ]);
        }
    }
    desk.run(&["demo", "--keys", "x", "-o", "r.json"]).trouble(&["does not go with --output"]);
    desk.run(&["demo", "--print", "-o", "r.json"]).trouble(&["--print", "does not go with --output"]);
}

#[test]
fn a_folder_is_not_offered_to_be_written_over() {
    let desk = Desk::with_articles();
    std::fs::create_dir(desk.path("archive")).expect("a folder");
    for name in ["..", ".", "archive", "archive/"] {
        let keys = format!("x<cr><c-u>{name}<cr>");
        let screen = desk.run(&["wire.txt", "ours.txt", "--keys", &keys, "--print"]).done().stdout;
        assert!(screen.contains("is a folder; add a file name"), "{name}:\n{screen}");
    }
}
