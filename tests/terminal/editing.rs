//! Articles that are edited while they are shown, the clipboard, and what the terminal tells of itself.

use std::os::unix::fs::PermissionsExt;

use super::{Session, USUAL, demo, demo_with, started};

const WIRE: &str = "The river rose overnight.\nNobody was hurt.\nThe bridge at Tarn is shut.\n";

/// Two articles in files, `wire.txt` and `ours.txt`, and `vi`, a program that edits the one it is given.
fn articles(arguments: &[&str]) -> Session {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    put("wire.txt", WIRE);
    put("ours.txt", WIRE);
    put("vi", "#!/bin/sh\necho \"$1\" > called\nsed -i 's/Nobody was/Two men were/' \"$2\"\n");
    let editor = folder.path().join("vi");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let arguments = [&["wire.txt", "ours.txt"], arguments].concat();
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
    assert_eq!(called.trim(), "+2");
    assert!(!session.is_cooked(), "the terminal was taken back");
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn an_edited_file_is_told_of_and_read_again() {
    let mut session = articles(&[]);
    session.until_shown("Nobody was hurt.");
    std::fs::write(session.file("ours.txt"), WIRE.replace("Nobody was", "Three men were")).expect("a file");
    session.until_shown("ours was edited: r reads it again.").types("r").until_shown("Three men were hurt.");
    // what cannot be read leaves the comparison as it was
    std::fs::write(session.file("ours.txt"), b"%PDF-1.4").expect("a file");
    session.types("r").until_shown("Still as it was: 'ours.txt' is a PDF");
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
