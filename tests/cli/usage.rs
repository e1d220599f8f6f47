//! Arguments: what fits together, what is answered with a sentence, and what the exit status says.

use pressdiff::difference::DifferenceKind;
use pressdiff::difference::rules::RULES;
use pressdiff::export::EXPORTERS;

use super::Desk;

#[test]
fn wrong_arguments_are_answered_with_what_would_be_right() {
    let cases: &[(&[&str], &[&str])] = &[
        (&[], &["articles are missing"]),
        (&["wire.txt"], &["article is missing"]),
        (&["wire.txt", "ours.txt", "third.txt"], &["one argument too many"]),
        (&["demo", "demo"], &["'demo' is one argument too many"]),
        (&["demo", "--frob"], &["no option --frob"]),
        (&["demo", "--formt", "json"], &["--formt", "did you mean --format?"]),
        (&["demo", "--format", "jsn"], &["'jsn' is no value for --format", "did you mean json?"]),
        (&["demo", "--format", "papyrus"], &["'papyrus'", "choose from json"]),
        (&["demo", "--format"], &["--format <FORMAT> lacks its value"]),
        (&["inspect", "wire.txt", "--format", "papyrus"], &["'papyrus'", "json"]),
        (&["demo", "--only", "number,frob"], &["'frob' is no value for --only", "altered-quotation"]),
        (&["demo", "--fail-on", "numbr"], &["'numbr'", "did you mean number?"]),
        (&["demo", "--fail-on", ""], &["--fail-on"]),
        (&["demo", "--exit-code", "--fail-on", "name"], &["--exit-code does not go with --fail-on"]),
        (&["demo", "--threshold", "0.5"], &["'0.5'", "sure, default, all"]),
        (&["demo", "--lifted-run", "0"], &["'0' is no value for --lifted-run", "such as 6"]),
        (&["demo", "--color", "red"], &["'red'", "auto, always, never"]),
        (&["demo", "--keys", "x"], &["add --print"]),
        (&["demo", "--print", "--size", "12"], &["'12' is no value for --size", "120x40"]),
        (&["schema", "frob"], &["'frob'", "comparison, article"]),
        (&["completions", "cmd"], &["'cmd'", "bash"]),
    ];
    let desk = Desk::with_articles();
    for (arguments, words) in cases {
        desk.run(arguments).trouble(words);
    }
}

#[test]
fn an_article_may_be_called_like_a_command() {
    let desk = Desk::with_articles();
    desk.put("demo", "Nobody was hurt.\n");
    let left = desk.run(&["./demo", "ours.txt", "--format", "json"]).done().json();
    assert_eq!(left["left"]["path"], "demo");
    let right = desk.run(&["wire.txt", "demo", "--format", "json"]).done().json();
    assert_eq!(right["right"]["path"], "demo");
}

#[test]
fn the_exit_status_tells_of_differences_only_where_asked() {
    let desk = Desk::with_articles();
    let status = |arguments: &[&str]| desk.run(&[arguments, &["--format", "json"]].concat()).status;
    assert_eq!(status(&["wire.txt", "ours.txt"]), Some(0));
    assert_eq!(status(&["wire.txt", "wire.txt", "--exit-code"]), Some(0));
    let found = desk.run(&["wire.txt", "ours.txt", "--format", "json"]).done().json();
    let found: Vec<&str> = found["differences"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|difference| difference["kind"].as_str().expect("a name"))
        .collect();
    assert_eq!(status(&["wire.txt", "ours.txt", "--exit-code"]), Some(i32::from(!found.is_empty())));
    for kind in DifferenceKind::ALL {
        let expected = i32::from(found.contains(&kind.name()));
        assert_eq!(
            status(&["wire.txt", "ours.txt", "--fail-on", kind.name()]),
            Some(expected),
            "{}",
            kind.name()
        );
    }
}

#[test]
fn only_the_kinds_that_were_asked_for_are_reported() {
    let desk = Desk::with_articles();
    let result =
        desk.run(&["demo", "--only", "number,date", "--only", "name", "--format", "json"]).done().json();
    assert_eq!(result["options"]["only"], serde_json::json!(["number", "date", "name"]));
    for difference in result["differences"].as_array().expect("a list") {
        assert!(["number", "date", "name"].contains(&difference["kind"].as_str().expect("a name")));
    }
}

#[test]
fn a_rule_is_a_narrower_choice_than_its_kind() {
    let desk = Desk::new();
    desk.put("left.txt", "The bridge cost $5 million to build.\n");
    desk.put("right.txt", "The bridge cost $6 million to build.\n");
    let status = |name: &str| desk.run(&["left.txt", "right.txt", "--fail-on", name]).status;
    assert_eq!(status("number"), Some(1));
    assert_eq!(status("money"), Some(1));
    assert_eq!(status("percent"), Some(0));
}

#[test]
fn explain_lists_the_rules_and_tells_of_each() {
    let desk = Desk::new();
    let list = desk.run(&["explain"]).done().stdout;
    for rule in RULES {
        assert!(list.contains(rule.name) && list.contains(rule.doc), "{}", rule.name);
        let page = desk.run(&["explain", rule.name]).done().stdout;
        for part in ["Why", "Left", "Right", "Finds", "Leaves", "Severity"] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
    let wrong = desk.run(&["explain", "numbr"]);
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.stderr.contains("did you mean number?"), "{}", wrong.stderr);
}

#[test]
fn help_names_every_format_kind_and_status() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).done().stdout;
    let names = EXPORTERS.iter().map(|exporter| exporter.name);
    for name in names.chain(DifferenceKind::ALL.iter().map(|kind| kind.name())).chain(["Exit status", "demo"])
    {
        assert!(help.contains(name), "{name} is not in the help");
    }
    let wide: Vec<&str> = help.lines().filter(|line| line.chars().count() > 110).collect();
    assert!(wide.is_empty(), "{wide:#?}");
    assert!(desk.run(&["--version"]).done().stdout.starts_with("pressdiff "));
    assert!(desk.run(&["man"]).done().stdout.contains(".TH pressdiff"));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(desk.run(&["completions", shell]).done().stdout.contains("pressdiff"));
    }
}

#[test]
fn what_is_not_built_is_not_offered() {
    let help = Desk::new().run(&["--help"]).done().stdout;
    assert!(!help.contains("batch"), "batch is in the help");
}

#[test]
fn the_gate_sees_kinds_that_are_not_reported() {
    let desk = Desk::with_articles();
    let run = |more: &[&str]| desk.run(&[&["wire.txt", "ours.txt", "--format", "json"], more].concat());
    assert_eq!(run(&["--fail-on", "altered-quotation"]).status, Some(1));
    let outcome = run(&["--only", "number", "--fail-on", "altered-quotation"]);
    assert_eq!(outcome.status, Some(1));
    for difference in outcome.json()["differences"].as_array().expect("a list") {
        assert_eq!(difference["kind"], "number");
    }
    // --exit-code asks about what is reported
    assert_eq!(run(&["--only", "date", "--exit-code"]).status, Some(0));
    assert_eq!(run(&["--only", "number", "--exit-code"]).status, Some(1));
}

#[test]
fn what_is_missing_is_said_in_plain_words() {
    let cases: &[(&[&str], &[&str])] = &[
        (&[], &["Two articles are missing", "pressdiff LEFT RIGHT", "pressdiff demo"]),
        (&["wire.txt"], &["The second article is missing", "pressdiff LEFT RIGHT"]),
        (&["", "ours.txt"], &["The name of the first article is empty", "; "]),
        (&["wire.txt", ""], &["The name of the second article is empty"]),
        (&["inspect", ""], &["The name of the article is empty"]),
        (&["inspect"], &["The article is missing", "pressdiff inspect FILE"]),
        (&["schema"], &["The name of the document is missing", "comparison, article"]),
        (&["completions"], &["The name of the shell is missing", "bash, elvish, fish, powershell, zsh"]),
        (&["completions", "tcsh"], &["'tcsh'", "bash, elvish, fish, powershell, zsh"]),
    ];
    let desk = Desk::with_articles();
    for (arguments, words) in cases {
        desk.run(arguments).trouble(words);
    }
}

#[test]
fn commands_that_are_only_planned_say_so() {
    let desk = Desk::with_articles();
    let cases: &[&[&str]] = &[
        &["batch"],
        &["batch", "left", "right"],
        &["batch", "pairs.csv"],
        &["find", "wire.txt", "archive"],
        &["find", "--format", "json"],
    ];
    for arguments in cases {
        desk.run(arguments).trouble(&[arguments[0], "not in this version", "; "]);
    }
    desk.put("find", "Nobody was hurt.\n");
    desk.run(&["./find", "ours.txt"]).done();
    desk.run(&["find", "ours.txt"]).done();
}

#[test]
fn the_manual_is_one_page_that_stands_alone() {
    let page = Desk::new().run(&["man"]).done().stdout;
    let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    for name in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "\"EXIT STATUS\"", "EXAMPLES"] {
        assert_eq!(sections.iter().filter(|section| **section == name).count(), 1, "{name} in {sections:?}");
    }
    assert!(!sections.contains(&"EXTRA"));
    let section = |name: &str| {
        let behind = page.split(&format!(".SH {name}\n")).nth(1).expect("a section");
        behind.split(".SH ").next().unwrap_or_default().to_owned()
    };
    for words in ["LEFT RIGHT", "inspect", "FILE", "schema", "completions", "SHELL"] {
        assert!(section("SYNOPSIS").contains(words), "{words}: {}", section("SYNOPSIS"));
    }
    for words in ["0", "1", "2", "standard error"] {
        assert!(section("\"EXIT STATUS\"").contains(words));
    }
    assert!(section("EXAMPLES").contains("pbpaste"));
    assert!(section("COMMANDS").contains("How to write it"));
    assert!(!page.contains("(1)"), "there is no other page");
    for kind in DifferenceKind::ALL {
        assert!(page.replace("\\-", "-").contains(kind.name()));
    }
}

#[test]
fn options_come_before_or_after_a_command() {
    let desk = Desk::with_articles();
    desk.put("c.toml", "label-left = \"Coast Wire\"\n");
    let cases: &[(&[&str], &str, &[&str])] = &[
        (&["--theme", "light"], "demo", &[]),
        (&["--theme=light", "--color", "never"], "demo", &["--format", "text"]),
        (&["--config", "c.toml"], "demo", &[]),
        (&["--config", "c.toml", "--only", "number,name"], "demo", &["--format", "json"]),
        (&["--exit-code"], "demo", &[]),
        (&["--keys", "]q", "--print"], "demo", &["--size", "80x24"]),
        (&["--keys", "demo", "--print=marks"], "demo", &[]),
        (&["--label-left", "demo"], "demo", &[]),
        (&["--format", "json"], "inspect", &["wire.txt"]),
        (&["--format=json", "--label", "inspect"], "inspect", &["wire.txt"]),
        (&["--lang", "en"], "inspect", &["wire.txt"]),
        (&["--config", "c.toml"], "config", &["--path"]),
        (&["--keys", "--config", "c.toml"], "config", &[]),
        (&["--help"], "inspect", &[]),
        (&["-h"], "demo", &[]),
    ];
    for (options, command, rest) in cases {
        let [before, after] =
            [[options, &[*command][..], rest].concat(), [&[*command][..], rest, options].concat()]
                .map(|arguments| desk.run(&arguments));
        assert_eq!(format!("{before:?}"), format!("{after:?}"), "{options:?} {command}");
        assert!(matches!(before.status, Some(0 | 1)), "{before:?}");
        assert!(!before.stdout.is_empty(), "{options:?} {command}");
    }
    let written = desk.run(&["-o", "r.html", "demo"]).done();
    assert_eq!(written.stdout, "");
    assert!(desk.read("r.html").starts_with("<!DOCTYPE html>"));
    desk.run(&["-or.json", "demo"]).done();
    assert!(desk.read("r.json").contains("pressdiff/comparison/1"));
}

#[test]
fn a_value_or_an_article_called_like_a_command_is_none() {
    let desk = Desk::with_articles();
    desk.put("demo", "Nobody was hurt.\n");
    desk.run(&["--label-left", "demo", "wire.txt", "ours.txt"]).done();
    desk.run(&["--format", "json", "wire.txt", "demo"]).done();
    desk.run(&["--format", "json", "--", "demo", "ours.txt"]).done();
    desk.run(&["--format", "json", "./demo", "ours.txt"]).done();
    desk.run(&["--frob", "demo"]).trouble(&["no option --frob"]);
    desk.run(&["--theme", "demo"]).trouble(&["'demo' is no value for --theme"]);
    desk.run(&["--theme", "light", "inspect", "wire.txt"]).trouble(&["inspect", "--theme"]);
    desk.run(&["inspect", "wire.txt", "--theme", "light"]).trouble(&["inspect", "--theme"]);
    desk.run(&["--format", "json", "batch", "left", "right"]).trouble(&["batch", "not in this version"]);
}
