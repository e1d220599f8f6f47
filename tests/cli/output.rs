//! Where reports go: whole or not at all, never over an article, and content with a reader who has seen enough.

use std::process::Stdio;

use super::{Desk, Outcome, REWRITE, WIRE};

#[test]
fn a_report_goes_to_a_file_by_its_extension() {
    let desk = Desk::with_articles();
    let printed = desk.run(&["wire.txt", "ours.txt", "--format", "json"]).done().stdout;
    for arguments in [&["-o", "r.json"][..], &["-o", "R.JSON"], &["--format", "json", "-o", "r.dat"]] {
        let outcome = desk.run(&[&["wire.txt", "ours.txt"], arguments].concat()).done();
        assert_eq!(outcome.stdout, "");
        assert_eq!(desk.read(arguments.last().expect("a name")), printed);
    }
    assert_eq!(desk.run(&["wire.txt", "ours.txt", "--format", "json", "-o", "-"]).done().stdout, printed);
    desk.run(&["wire.txt", "ours.txt", "-o", "r.xyz"]).trouble(&["'r.xyz'", ".json", "--format"]);
    desk.run(&["wire.txt", "ours.txt", "-o", "report"]).trouble(&["'report'", ".json"]);
}

#[test]
fn nothing_is_left_behind_beside_the_report() {
    let desk = Desk::with_articles();
    desk.run(&["wire.txt", "ours.txt", "-o", "r.json"]).done();
    let mut names: Vec<_> = std::fs::read_dir(desk.path("."))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    assert_eq!(names, ["ours.txt", "r.json", "wire.txt"]);
}

#[test]
fn an_article_is_never_written_over() {
    let desk = Desk::with_articles();
    std::fs::hard_link(desk.path("ours.txt"), desk.path("hard.json")).expect("a link");
    let mut names = vec!["wire.txt", "ours.txt", "./ours.txt", "hard.json"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("wire.txt", desk.path("soft.json")).expect("a link");
        names.push("soft.json");
    }
    for name in names {
        desk.run(&["wire.txt", "ours.txt", "--format", "json", "-o", name]).trouble(&[name, "; "]);
        assert_eq!((desk.read("wire.txt").as_str(), desk.read("ours.txt").as_str()), (WIRE, REWRITE));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_article_from_standard_input_is_not_written_over_either() {
    let desk = Desk::with_articles();
    let mut command = desk.command(&["-", "ours.txt", "--format", "json", "-o", "wire.txt"]);
    command.stdin(std::fs::File::open(desk.path("wire.txt")).expect("a file"));
    Outcome::new(command.output().expect("the program starts")).trouble(&["'wire.txt'"]);
    assert_eq!(desk.read("wire.txt"), WIRE);
}

#[test]
fn a_place_where_nothing_can_be_written_is_named() {
    let desk = Desk::with_articles();
    std::fs::create_dir(desk.path("folder.json")).expect("a folder");
    desk.run(&["wire.txt", "ours.txt", "-o", "gone/r.json"]).trouble(&["'gone/r.json'", "; make its folder"]);
    desk.run(&["wire.txt", "ours.txt", "-o", "folder.json"]).trouble(&["'folder.json' is a folder"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_mode_a_mode() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with_articles();
    desk.run(&["wire.txt", "ours.txt", "-o", "real.json"]).done();
    std::os::unix::fs::symlink("real.json", desk.path("link.json")).expect("a link");
    std::fs::set_permissions(desk.path("real.json"), std::fs::Permissions::from_mode(0o640)).expect("mode");
    desk.run(&["wire.txt", "ours.txt", "-o", "link.json", "--only", "name"]).done();
    assert!(desk.path("link.json").is_symlink());
    assert!(desk.read("real.json").contains("\"only\":[\"name\"]"));
    let mode = std::fs::metadata(desk.path("real.json")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_reader_who_has_seen_enough_is_no_trouble() {
    let desk = Desk::new();
    desk.put("a.txt", WIRE.repeat(500));
    for arguments in
        [&["a.txt", "a.txt", "--format", "json"][..], &["inspect", "a.txt"], &["--help"], &["man"]]
    {
        let mut command = desk.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
        drop(child.stdout.take());
        Outcome::new(child.wait_with_output().expect("ends")).done();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_trouble() {
    let desk = Desk::with_articles();
    for arguments in [&["wire.txt", "ours.txt"][..], &["--help"], &["schema", "article"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a device");
        let outcome = desk.command(arguments).stdout(full).output().expect("starts");
        Outcome::new(outcome).trouble(&["Standard output", "no space left", "; "]);
    }
    desk.run(&["wire.txt", "ours.txt", "--format", "json", "-o", "/dev/full"]).trouble(&["'/dev/full'"]);
    desk.run(&["wire.txt", "ours.txt", "--format", "json", "-o", "/dev/null"]).done();
}

#[test]
fn what_is_printed_for_readers_cannot_steer_a_terminal() {
    let desk = Desk::new();
    desk.put("a.txt", "Title\u{1b}]0;x\u{7}\n\u{9b}31mRed. \u{202e}Back.\u{8}\n");
    desk.put("b.txt", "“Quoted \u{1b}[2J words here,” said Ida.\n");
    for arguments in
        [&["inspect", "a.txt"][..], &["inspect", "b.txt"], &["a.txt", "b.txt"], &["a.txt", "b.txt"]]
    {
        let outcome = desk.run(arguments).done();
        let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!outcome.stdout.contains(steers), "{:?}", outcome.stdout);
    }
}

#[test]
fn an_article_alone_is_written_to_a_file_like_a_comparison() {
    let desk = Desk::with_articles();
    let printed = |format: &str| desk.run(&["inspect", "wire.txt", "--format", format]).done().stdout;
    assert_eq!(desk.run(&["inspect", "wire.txt", "-o", "a.json"]).done().stdout, "");
    assert_eq!(desk.read("a.json"), printed("json"));
    desk.run(&["inspect", "wire.txt", "--output", "a.text"]).done();
    assert_eq!(desk.read("a.text"), printed("text"));
    desk.run(&["inspect", "wire.txt", "--format", "json", "-o", "a.dat"]).done();
    assert_eq!(desk.read("a.dat"), printed("json"));
    assert_eq!(desk.run(&["inspect", "wire.txt", "-o", "-"]).done().stdout, printed("text"));
    desk.run(&["inspect", "wire.txt", "-o", "a.html"]).trouble(&["'a.html'", ".json", "--format"]);
    desk.run(&["inspect", "wire.txt", "-o", "wire.txt"]).trouble(&["'wire.txt' is one of the articles"]);
    desk.run(&["inspect", "wire.txt", "-o", "."]).trouble(&["'.' is a folder"]);
    assert_eq!(desk.read("wire.txt"), WIRE);
}

#[test]
fn what_is_printed_has_colors_only_where_they_are_wanted() {
    let desk = Desk::with_articles();
    desk.put("hostile.txt", "A \u{1b}[5mblinking\u{1b}[0m line. Nobody was hurt.\n");
    for format in ["text", "wdiff"] {
        let run = |more: &[&str]| {
            desk.run(&[&["wire.txt", "hostile.txt", "--format", format], more].concat()).done().stdout
        };
        assert!(!run(&[]).contains('\u{1b}'), "no terminal, no colors");
        assert!(!run(&["--color", "never"]).contains('\u{1b}'));
        let colored = run(&["--color", "always"]);
        assert!(colored.contains("\u{1b}[") && !colored.contains("\u{1b}[5m"), "{colored:?}");
        let mut plain = String::new();
        for part in colored.split("\u{1b}[") {
            plain.push_str(part.split_once('m').map_or(part, |(codes, rest)| {
                if codes.bytes().all(|b| b.is_ascii_digit() || b == b';') { rest } else { part }
            }));
        }
        assert_eq!(plain, run(&[]), "colors add nothing but colors");
        desk.run(&["wire.txt", "hostile.txt", "--format", format, "--color", "always", "-o", "r", "--force"])
            .done();
        assert!(!desk.read("r").contains('\u{1b}'), "a file has no colors");
    }
}

#[test]
fn a_newsroom_has_its_own_page_around_the_report() {
    let desk = Desk::with_articles();
    desk.put(
        "house.html",
        "<!DOCTYPE html><title>{{ sides[0].label }} <&></title>{% include \"ledgers.html\" %}",
    );
    let arguments = ["wire.txt", "ours.txt", "--format", "html", "--label-left", "<Wire>", "--template"];
    let page = desk.run(&[&arguments[..], &["house.html"]].concat()).done().stdout;
    assert!(page.starts_with("<!DOCTYPE html><title>&lt;Wire&gt; <&></title>"), "{page}");
    assert!(page.contains("id=\"quotations\""), "{page}");
    for (template, words) in [
        ("one\n{% if %}", &["'bad.html'", "line 2"][..]),
        ("one\n\n{{ nothing.at.all }}", &["line 3"]),
        ("{% include \"other.html\" %}", &["line 1"]),
    ] {
        desk.put("bad.html", template);
        desk.run(&[&arguments[..], &["bad.html"]].concat()).trouble(words);
    }
    desk.run(&[&arguments[..], &["gone.html"]].concat()).trouble(&["'gone.html'"]);
    desk.run(&["wire.txt", "ours.txt", "--format", "json", "--template", "house.html"])
        .trouble(&["--template"]);
}

#[test]
fn verdicts_choose_what_goes_into_a_report() {
    let desk = Desk::with_articles();
    let keys = ["wire.txt", "ours.txt", "--review", "r.review.json", "--keys", "]]2]]3q", "--print"];
    desk.run(&keys).done();
    let rows = |more: &[&str]| {
        let arguments = ["wire.txt", "ours.txt", "--review", "r.review.json", "--format", "html"];
        let page = desk.run(&[&arguments[..], more].concat()).done().stdout;
        page.matches("<tbody id=\"row-").count()
    };
    let (all, both, one) = (rows(&[]), rows(&["--verdict", "fix,query"]), rows(&["--verdict", "fix"]));
    assert!(all > both && both > one && one > 0, "{all} {both} {one}");
    let formats = [
        ("md", "fix"),
        ("cm", "{>>fix"),
        ("txt", "reviewer: fix"),
        ("csv", ",fix,"),
        ("svg", "✗ fix"),
        ("notes", ":** fix"),
    ];
    for (extension, said) in formats {
        let name = format!("r.{extension}");
        desk.run(&["wire.txt", "ours.txt", "--review", "r.review.json", "-o", &name]).done();
        assert!(desk.read(&name).contains(said), "{}", desk.read(&name));
    }
}

#[test]
fn verdicts_and_kinds_choose_what_goes_into_every_format() {
    let desk = Desk::with_articles();
    let review = ["wire.txt", "ours.txt", "--review", "r.review.json"];
    desk.run(&[&review[..], &["--keys", "]]2]]3q", "--print"]].concat()).done();
    for exporter in pressdiff::export::EXPORTERS {
        let made = |more: &[&str]| {
            desk.run(&[&review[..], &["-o", "r", "--force", "--format", exporter.name], more].concat())
                .done();
            std::fs::read(desk.path("r")).expect("a report")
        };
        let all = made(&[]);
        assert!(all == made(&[]), "{}", exporter.name);
        if exporter.name == "wdiff" {
            // has no room for what is said
            assert!(all == made(&["--verdict", "fix"]));
            continue;
        }
        assert!(all != made(&["--verdict", "query"]), "--verdict in {}", exporter.name);
        if exporter.name != "notes" {
            assert!(all != made(&["--only", "number"]), "--only in {}", exporter.name);
        }
    }
}

#[test]
fn what_lost_its_sentence_stands_in_every_report() {
    let desk = Desk::with_articles();
    let review = ["wire.txt", "ours.txt", "--review", "r.review.json"];
    desk.run(&[&review[..], &["--keys", "]2cask Ilse<enter>q", "--print"]].concat()).done();
    desk.put("wire.txt", "Nothing is left of it.\n");
    desk.put("ours.txt", "Nor of this.\n");
    for format in ["json", "text", "html", "svg", "markdown", "notes", "criticmarkup", "csv"] {
        let made = desk.run(&[&review[..], &["--format", format]].concat()).done().stdout;
        assert!(made.contains("ask Ilse"), "{format}: {made}");
    }
}

#[test]
fn notes_are_written_when_the_screen_closes() {
    let desk = Desk::with_articles();
    let keys = ["wire.txt", "ours.txt", "--keys", "]2cask Ilse<enter>q", "--print", "--notes"];
    desk.run(&[&keys[..], &["r.md"]].concat()).done();
    assert!(desk.read("r.md").contains("fix: ask Ilse\n  - "), "{}", desk.read("r.md"));
    let behind = desk.run(&[&keys[..], &["-"]].concat()).done().stdout;
    assert!(behind.ends_with(&desk.read("r.md")), "{behind}");
    desk.put("mine.md", "not a report");
    desk.run(&[&keys[..], &["mine.md"]].concat()).trouble(&["'mine.md'", "--force"]);
    desk.run(&[&keys[..], &["wire.txt"]].concat()).trouble(&["'wire.txt' is one of the articles"]);
    desk.run(&["wire.txt", "ours.txt", "--notes", "-", "--format", "json"]).trouble(&["--notes"]);
}
