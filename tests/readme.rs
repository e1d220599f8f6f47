//! The README says what the program does: its table of keys and its picture are the program's own.
//!
//! `PRESSDIFF_BLESS=1 cargo test readme` writes both anew.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use pressdiff::tui::key_table;

/// What stands before and behind the table of keys.
const KEYS: [&str; 2] = ["<!-- keys: made from the key map; a test keeps it true -->\n", "<!-- /keys -->"];

/// Where the picture is, as the README names it.
const PICTURE: &str = "assets/pictures/demo.svg";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    fs::read_to_string(path("README.md")).expect("the README is there")
}

/// Checks that a file holds what the program gives, or writes it where that is asked for.
#[track_caller]
fn holds(name: &str, expected: &str) {
    if env::var_os("PRESSDIFF_BLESS").is_some() {
        fs::create_dir_all(path(name).parent().expect("a folder")).expect("the folder can be made");
        fs::write(path(name), expected).expect("the file can be written");
        return;
    }
    let found = fs::read_to_string(path(name)).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == expected, "{name} is not what the program gives: PRESSDIFF_BLESS=1 cargo test readme");
}

#[test]
fn the_table_of_keys_is_the_key_map() {
    let readme = readme().replace("\r\n", "\n");
    let (before, rest) = readme.split_once(KEYS[0]).expect("the README marks where the keys begin");
    let (_, behind) = rest.split_once(KEYS[1]).expect("the README marks where the keys end");
    holds("README.md", &[before, KEYS[0], "\n", &key_table(), "\n", KEYS[1], behind].concat());
}

#[test]
fn the_picture_is_what_the_command_beside_it_prints() {
    let readme = readme();
    let command = readme.split('`').find(|code| code.starts_with("pressdiff ") && code.ends_with(PICTURE));
    let command = command.expect("the README names the command that made its picture");
    let (command, file) = command.split_once(" > ").expect("the command writes into the file");
    assert_eq!(file, PICTURE);
    let arguments = command.split(' ').skip(1).map(|argument| argument.replace('"', ""));
    let output = Command::new(env!("CARGO_BIN_EXE_pressdiff"))
        .args(arguments)
        .env_clear()
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    holds(PICTURE, &String::from_utf8(output.stdout).expect("a picture is text"));
}
