//! Articles that are edited while they are shown, the clipboard, and what the terminal tells of itself.

use std::os::unix::fs::PermissionsExt;

use super::{Session, USUAL, demo, demo_with, started};

/// A program called `vi` that writes its arguments into `called`, one a line, and edits the last one.
const EDITOR: &str = "#!/bin/sh\nprintf '%s\\n' \"$@\" > called\nfor file; do :; done\n\
    sed -i 's/Nobody was/Two men were/' \"$file\"\n";

const WIRE: &str = "The river rose overnight.\nNobody was hurt.\nThe bridge at Tarn is shut.\n";

/// Two articles in files, `wire.txt` and `ours.txt`, and `vi`, a program that edits the one it is given.
fn articles(arguments: &[&str]) -> Session {
    named(["wire.txt", "ours.txt"], arguments)
}

/// Two articles in files of these names, and the editor.
fn named(names: [&str; 2], arguments: &[&str]) -> Session {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    for name in names {
        put(name, WIRE);
    }
    put("vi", EDITOR);
    let editor = folder.path().join("vi");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let arguments = [arguments, &["--"], &names].concat();
    let editor = editor.to_string_lossy().into_owned();
    let mut session = started(USUAL, &arguments, &[("EDITOR", &editor), ("VISUAL", "")], folder.path());
    session.folder = Some(folder);
    session
}

#[test]
fn an_editor_opens_at_the_sentence_and_what_it_made_is_compared() {
    let mut session = articles(&[]);
    session.until_shown("Nobody was hurt.").types("jle").until_shown("Compared again.");
    session.until("edited", |session| session.screen().contains("Two men were hurt."));
    session.until("at its place", |session| {
        session.screen().lines().any(|line| line.starts_with('▌') && line.contains("Two men"))
    });
    let called = std::fs::read_to_string(session.file("called")).expect("the editor was called");
    assert_eq!(called.lines().next(), Some("+2"));
    assert!(!session.is_cooked(), "the terminal was taken back");
    session.types("q");
    assert!(session.ends().success());
}

/// `+!touch PWNED` is a command to vi, and `-s` an option, unless the name begins with its folder.
#[test]
fn the_name_of_an_article_is_never_a_command_to_the_editor() {
    for names in [["+!touch PWNED", "ours.txt"], ["-c !touch PWNED", "ours.txt"]] {
        let mut session = named(names, &[]);
        session.until_shown("Nobody was hurt.").types("jhe").until_shown("Compared again.");
        session.until_shown("Two men were hurt.").types("q");
        assert!(session.ends().success());
        let called = std::fs::read_to_string(session.file("called")).expect("the editor was called");
        let folder = std::fs::canonicalize(session.file(".")).expect("a folder");
        let expected = folder.join(names[0]);
        assert_eq!(called.lines().collect::<Vec<_>>(), ["+2", &*expected.to_string_lossy()]);
    }
}

#[test]
fn an_edited_file_is_told_of_and_read_again() {
    let mut session = articles(&[]);
    session.until_shown("Nobody was hurt.");
    std::fs::write(session.file("ours.txt"), WIRE.replace("Nobody was", "Three men were")).expect("a file");
    session.until_shown("ours was edited: r reloads it.").types("r").until_shown("Three men were hurt.");
    // what cannot be read leaves the comparison as it was
    std::fs::write(session.file("ours.txt"), b"%PDF-1.4").expect("a file");
    session.types("r").until_shown("Not reloaded: 'ours.txt' is a PDF");
    assert!(session.screen().contains("Three men were hurt."));
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn an_edited_file_is_read_again_at_once_where_that_is_wished() {
    let mut session = articles(&["--reload", "auto"]);
    session.until_shown("Nobody was hurt.");
    std::fs::write(session.file("wire.txt"), WIRE.replace("Nobody was", "Three men were")).expect("a file");
    session.until_shown("Three men were hurt.").types("q");
    assert!(session.ends().success());
}

#[test]
fn a_sentence_and_a_dragged_text_go_into_the_clipboard() {
    let sent = |session: &Session| String::from_utf8_lossy(&session.shown().bytes).into_owned();
    let mut session = articles(&[]);
    session.until_shown("Nobody was hurt.").types("jy").until_shown("Copied 3 words of wire.");
    session.until("sent", |session| sent(session).contains("\x1b]52;c;Tm9ib2R5IHdhcyBodXJ0Lg==\x07"));
    // from the first cell of the text on the first row to its ninth: “The river”
    session
        .types("\x1b[<0;2;2M\x1b[<32;6;2M\x1b[<32;10;2M\x1b[<0;10;2m")
        .until_shown("Copied 2 words of wire.");
    session.until("sent", |session| sent(session).contains("\x1b]52;c;VGhlIHJpdmVy\x07"));
    session.types("m").until("left alone", |session| sent(session).contains("\x1b[?1006l"));
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn a_terminal_that_says_it_is_light_gets_the_light_theme_and_no_key_is_lost() {
    let light = "\x1b[38;2;0;85;168m"; // what the right alone has, on light ground
    let sent = |session: &Session| String::from_utf8_lossy(&session.shown().bytes).into_owned();
    let mut session = demo(USUAL);
    session.until_shown("? help");
    assert!(sent(&session).contains("\x1b]11;?\x07"), "it asks");
    assert!(!sent(&session).contains(light), "and does not wait");
    session.types("j\x1b]11;rgb:ffff/ffff/ffff\x07j").until_shown("row 3/");
    session.until("light", |session| sent(session).contains("38;2;0;85;168"));
    session.types("q");
    assert!(session.ends().success());
    // a theme without colors has nothing to ask
    let mut session = demo_with(USUAL, &[("NO_COLOR", "1")]);
    session.until_shown("? help");
    assert!(!sent(&session).contains("]11;?"));
    session.types("q");
    assert!(session.ends().success());
}
