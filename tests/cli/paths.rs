//! Reports name files, not folders: the same two files give the same bytes, however they are named.

use std::io::Read;
use std::process::Command;

use pressdiff::export::EXPORTERS;

use super::{Desk, REWRITE, WIRE};

/// A folder that says more than a colleague should read.
const MARKER: &str = "Embargo-Quillfeather";

impl Desk {
    /// What the program prints when it is called in a folder.
    fn prints(&self, folder: &str, arguments: &[&str]) -> Vec<u8> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pressdiff"));
        command.env_clear().current_dir(self.path(folder)).args(arguments);
        let output = command.output().expect("the program starts");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }
}

/// How often words occur in a report, in the parts of a DOCX file, too.
fn occurrences(report: &[u8], words: &str) -> usize {
    let count = |bytes: &[u8]| bytes.windows(words.len()).filter(|part| *part == words.as_bytes()).count();
    let mut found = count(report);
    if report.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(report)).expect("an archive");
        for index in 0..archive.len() {
            let mut part = Vec::new();
            archive.by_index(index).expect("a part").read_to_end(&mut part).expect("it can be read");
            found += count(&part);
        }
    }
    found
}

/// A desk whose articles and review stand below [`MARKER`].
fn desk() -> Desk {
    let desk = Desk::new();
    desk.put(&format!("{MARKER}/night-desk/wire.txt"), WIRE);
    desk.put(&format!("{MARKER}/day-desk/ours.txt"), REWRITE);
    desk.put(&format!("{MARKER}/night-desk/story.txt"), WIRE);
    desk.put(&format!("{MARKER}/day-desk/story.txt"), REWRITE);
    let review = ["night-desk/wire.txt", "day-desk/ours.txt", "--review", "night-desk/r.json"];
    desk.prints(MARKER, &[&review[..], &["--keys", "]2cask Ilse<cr>", "--print"]].concat());
    desk
}

#[test]
fn no_report_names_a_folder() {
    let desk = desk();
    for names in [["wire.txt", "ours.txt"], ["story.txt", "story.txt"]] {
        let articles =
            [format!("{MARKER}/night-desk/{}", names[0]), format!("{MARKER}/day-desk/{}", names[1])];
        let review = format!("{MARKER}/night-desk/r.json");
        let arguments = [&articles[0], &articles[1], "--review", &review, "--format"];
        for exporter in EXPORTERS {
            let report = desk.prints(".", &[&arguments[..], &[exporter.name]].concat());
            for folder in [MARKER, "night-desk", "day-desk", &desk.path(".").to_string_lossy()] {
                assert_eq!(occurrences(&report, folder), 0, "{folder} in {}", exporter.name);
            }
        }
    }
    let article = format!("{MARKER}/night-desk/wire.txt");
    for format in ["json", "text"] {
        let report = desk.prints(".", &["inspect", &article, "--format", format]);
        assert_eq!(occurrences(&report, MARKER), 0, "{format}");
    }
    let demo = desk.prints(".", &["demo", "--format", "text"]);
    assert_eq!(occurrences(&demo, "/"), 0, "{}", String::from_utf8_lossy(&demo));
}

#[test]
fn what_the_screen_exports_names_no_folder_either() {
    let desk = desk();
    let arguments =
        ["night-desk/wire.txt", "day-desk/ours.txt", "--review", "night-desk/r.json", "--print", "--keys"];
    for (key, name) in [("j", "r.json"), ("h", "r.html"), ("t", "r.txt"), ("s", "r.svg"), ("d", "r.docx")] {
        desk.prints(MARKER, &[&arguments[..], &[&format!("x{key}<c-u>{name}<cr>")]].concat());
        let report = std::fs::read(desk.path(&format!("{MARKER}/{name}"))).expect("a report");
        assert_eq!(occurrences(&report, "night-desk"), 0, "{name}");
    }
}

#[test]
fn the_same_two_files_give_the_same_bytes_however_they_are_named() {
    let desk = desk();
    let absolute = |name: &str| desk.path(&format!("{MARKER}/{name}")).to_string_lossy().into_owned();
    for names in
        [["night-desk/wire.txt", "day-desk/ours.txt"], ["night-desk/story.txt", "day-desk/story.txt"]]
    {
        let review = "night-desk/r.json";
        let spellings: Vec<(String, [String; 3])> = vec![
            (MARKER.to_owned(), [names[0], names[1], review].map(str::to_owned)),
            (MARKER.to_owned(), [names[0], names[1], review].map(|name| format!("./{name}"))),
            (MARKER.to_owned(), [names[0], names[1], review].map(absolute)),
            (
                ".".to_owned(),
                [names[0], names[1], review].map(|name| format!("{MARKER}/night-desk/../{name}")),
            ),
        ];
        for exporter in EXPORTERS {
            let reports: Vec<Vec<u8>> = spellings
                .iter()
                .map(|(folder, [left, right, review])| {
                    desk.prints(folder, &[left, right, "--review", review, "--format", exporter.name])
                })
                .collect();
            assert!(reports.windows(2).all(|two| two[0] == two[1]), "{} of {names:?}", exporter.name);
        }
    }
}

#[test]
fn full_paths_are_kept_as_they_were_typed() {
    let desk = desk();
    let arguments =
        ["./night-desk/story.txt", "day-desk/story.txt", "--review", "./night-desk/r.json", "--full-paths"];
    let report = desk.prints(MARKER, &[&arguments[..], &["--format", "json"]].concat());
    let report: serde_json::Value = serde_json::from_slice(&report).expect("JSON");
    assert_eq!(report["left"]["path"], "./night-desk/story.txt");
    assert_eq!(report["right"]["path"], "day-desk/story.txt");
    assert_eq!(report["review"]["file"], "./night-desk/r.json");
    assert_eq!([&report["left"]["label"], &report["right"]["label"]], ["night-desk/story", "day-desk/story"]);
    let text = desk.prints(MARKER, &[&arguments[..], &["--format", "text"]].concat());
    assert!(occurrences(&text, "night-desk/story.txt") > 0);
    let article =
        desk.prints(MARKER, &["inspect", "night-desk/wire.txt", "--format", "json", "--full-paths"]);
    assert_eq!(occurrences(&article, "\"night-desk/wire.txt\""), 1);
    let short = desk.prints(MARKER, &["inspect", "night-desk/wire.txt", "--format", "json"]);
    assert_eq!(occurrences(&short, "\"path\":\"wire.txt\""), 1);
}

/// Git hands over blobs in files of its own, whose names are other ones at each call.
#[test]
fn the_names_of_gits_temporary_files_are_left_out() {
    let desk = Desk::new();
    let named = |left: &str, right: &str, variables: &[(&str, &str)], more: &[&str]| {
        let absolute = desk.path(left);
        let mut command = desk.command(&[&absolute.to_string_lossy(), right, "--format", "json"]);
        let output = command.args(more).envs(variables.iter().copied()).output().expect("it starts");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let of = |side: &str, field: &str| report[side][field].as_str().unwrap_or_default().to_owned();
        [of("left", "path"), of("right", "path"), of("left", "label"), of("right", "label")]
    };
    let expected = ["story.txt", "story.txt", "story (left)", "story (right)"];
    for (left, variables) in [
        ("git-blob-a1B2c3/story.txt", &[][..]),
        // before version 2.37
        ("Zx81Qd_story.txt", &[("GIT_DIFF_PATH_COUNTER", "1")]),
    ] {
        desk.put(left, WIRE);
        desk.put("story.txt", REWRITE);
        assert_eq!(named(left, "story.txt", variables, &[]), expected);
        assert_eq!(named(left, "story.txt", variables, &["--full-paths"])[..2], expected[..2]);
    }
    // six letters of an article's own name stay
    desk.put("monday_story.txt", WIRE);
    assert_eq!(named("monday_story.txt", "story.txt", &[], &[])[0], "monday_story.txt");
    desk.put("friday_story.txt", WIRE);
    let git = [("GIT_DIFF_PATH_COUNTER", "1")];
    assert_eq!(named("monday_story.txt", "friday_story.txt", &git, &[])[1], "friday_story.txt");
}
