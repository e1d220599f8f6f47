//! The settings file: printed, found, followed, and refused in one go.

use super::Desk;

#[test]
fn the_printed_file_can_be_read_back() {
    let desk = Desk::with_articles();
    let printed = desk.run(&["config"]).done().stdout;
    assert!(printed.contains("#threshold = \"default\"") && printed.contains("[keys]"), "{printed}");
    desk.put("all.toml", &printed);
    let with = desk.run(&["wire.txt", "ours.txt", "--config", "all.toml"]).done().stdout;
    assert_eq!(with, desk.run(&["wire.txt", "ours.txt"]).done().stdout);
}

#[test]
fn the_file_in_the_platforms_folder_is_followed() {
    let desk = Desk::with_articles();
    desk.put("home/.config/pressdiff/config.toml", "label-left = \"Coast Wire\"\n[keys]\nfold = \"<f9>\"\n");
    let run = |arguments: &[&str]| {
        let output = desk.command(arguments).env("HOME", desk.path("home")).output().expect("it starts");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert!(run(&["wire.txt", "ours.txt"]).contains("Coast Wire"));
    assert!(!run(&["wire.txt", "ours.txt", "--label-left", "Wire"]).contains("Coast Wire"));
    assert!(run(&["config", "--keys"]).contains("| `F9` | fold | "));
    assert!(run(&["config", "--path"]).trim_end().ends_with("pressdiff/config.toml"));
    assert!(
        run(&["demo", "--keys", "?", "--print", "--size", "120x99"]).contains("F9"),
        "help shows the keys that there are"
    );
    // schemas and articles by themselves need no settings
    desk.put("home/.config/pressdiff/config.toml", "nonsense");
    assert!(run(&["schema", "comparison"]).contains("$schema"));
}

#[test]
fn a_file_that_cannot_be_followed_is_refused() {
    let desk = Desk::with_articles();
    desk.put("bad.toml", "themee = \"dark\"\n");
    let trouble = desk.run(&["wire.txt", "ours.txt", "--config", "bad.toml"]);
    trouble.trouble(&["'bad.toml', line 1, column 1", "the nearest is theme"]);
    desk.run(&["demo", "--config", "none.toml"])
        .trouble(&["There is no file 'none.toml'", "pressdiff config"]);
    desk.run(&["demo", "--config", "."]).trouble(&["The settings in '.' cannot be read"]);
    desk.run(&["config", "--path"]).trouble(&["HOME"]);
}
