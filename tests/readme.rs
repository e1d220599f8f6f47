//! What the README shows is what the program does: its key table and its picture.
//!
//! `PRESSDIFF_BLESS=1 cargo test` writes both anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pressdiff::tui::key_table;

#[test]
fn the_key_table_is_that_of_the_program() {
    let path = file("README.md");
    let readme = fs::read_to_string(&path).expect("the README is there");
    let (before, rest) = readme.split_once("<!-- keys").expect("the README has a place for the keys");
    let (comment, rest) = rest.split_once("-->").expect("the comment ends");
    let (shown, after) = rest.split_once("<!-- /keys -->").expect("the place for the keys ends");
    let table = key_table();
    // the other test reads the README at the same time
    if blesses() && shown.trim() != table.trim() {
        let anew = format!("{before}<!-- keys{comment}-->\n{}\n<!-- /keys -->{after}", table.trim());
        fs::write(&path, anew).expect("the README can be written");
        return;
    }
    assert_eq!(shown.trim(), table.trim(), "run PRESSDIFF_BLESS=1 cargo test");
}

/// The commands stand beside the pictures, so that a reader can make them again.
#[test]
fn the_pictures_are_what_their_commands_make() {
    let readme = fs::read_to_string(file("README.md")).expect("the README is there");
    let lines: Vec<&str> = readme.lines().filter(|line| line.contains("--print=svg")).collect();
    assert!(!lines.is_empty(), "the command stands in the README");
    for line in lines {
        is_made(line);
    }
}

/// Makes the picture of a line of the README by the command on it.
fn is_made(line: &str) {
    let command =
        line.split('`').find(|part| part.starts_with("pressdiff ")).expect("it stands in backquotes");
    let (command, picture) = command.split_once(" > ").expect("it goes into the picture");
    let run = Command::new(env!("CARGO_BIN_EXE_pressdiff"))
        .env_remove("XDG_CONFIG_HOME")
        .env("HOME", "/nonexistent")
        .args(words(command).iter().skip(1))
        .output()
        .expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    if blesses() {
        fs::write(file(picture), &run.stdout).expect("the picture can be written");
        return;
    }
    let shown = fs::read(file(picture)).expect("the picture is there");
    assert!(shown == run.stdout, "{picture} is not what `{command}` makes; run PRESSDIFF_BLESS=1 cargo test");
}

/// The words of a command, as a shell would part them: by blanks outside of double quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for c in command.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            c => words.last_mut().expect("there is always one").push(c),
        }
    }
    words
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn blesses() -> bool {
    std::env::var_os("PRESSDIFF_BLESS").is_some()
}

#[test]
fn the_readme_names_every_format_that_is_written() {
    let readme = include_str!("../README.md");
    let line = readme.lines().find(|line| line.starts_with("| writes |")).expect("a line of formats");
    for exporter in pressdiff::export::EXPORTERS {
        assert!(line.contains(&format!("`{}`", exporter.name)), "{} is not in {line}", exporter.name);
    }
    assert_eq!(line.matches('`').count(), 2 * pressdiff::export::EXPORTERS.len(), "{line}");
}
