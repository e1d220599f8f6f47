//! pressdiff inside git, set up by the lines of the README: `git difftool`, `git diff` and `git log -p`.

use std::process::{Command, Output};

use crate::cli::{Desk, REWRITE, WIRE};

/// The commands that the README gives for git, one a line.
fn readme() -> Vec<&'static str> {
    let readme = include_str!("../README.md");
    let (_, section) = readme.split_once("### In git\n").expect("a section about git");
    let (_, block) = section.split_once("```sh\n").expect("a block of commands");
    let (block, _) = block.split_once("```").expect("the block ends");
    block.lines().map(|line| line.split(" # ").next().unwrap_or_default().trim_end()).collect()
}

/// The search path with the program in front.
fn path() -> String {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_pressdiff"));
    let folder = program.parent().expect("a folder").to_string_lossy();
    format!("{folder}:{}", std::env::var("PATH").unwrap_or_default())
}

/// A command of the shell on this desk, whose settings of git are its own.
fn shell(desk: &Desk, line: &str) -> Option<Output> {
    let mut command = Command::new("sh");
    command.args(["-ec", line]).current_dir(desk.path(".")).env("PATH", path()).env("HOME", desk.path("."));
    for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_GLOBAL"] {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_NOSYSTEM", "1").output().ok()
}

#[track_caller]
fn said(desk: &Desk, line: &str) -> String {
    let output = shell(desk, line).expect("the shell runs");
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A repository with an edited story, set up as the README says; none where there is no git.
#[allow(clippy::print_stderr)] // a test that is skipped says so
fn repository() -> Option<Desk> {
    let desk = Desk::new();
    if !shell(&desk, "git --version").is_some_and(|output| output.status.success()) {
        eprintln!("skipped: there is no git on this machine");
        return None;
    }
    for setting in
        ["user.name 'Ida Brandt'", "user.email ida@example.org", "init.defaultBranch main", "core.pager cat"]
    {
        said(&desk, &format!("git config --global {setting}"));
    }
    let is_setup = |line: &&&str| line.starts_with("git config") || line.starts_with("printf");
    let lines = readme();
    assert!(lines.iter().filter(is_setup).count() >= 3, "{lines:#?}");
    said(&desk, "git init -q");
    for line in lines.iter().filter(is_setup) {
        said(&desk, line);
    }
    desk.put("story.txt", WIRE);
    desk.put("--force.txt", WIRE);
    said(&desk, "git add . && git commit -q -m 'The wire story'");
    desk.put("story.txt", REWRITE);
    Some(desk)
}

const DIFFER: &str = "waves reached [-12-] meters";

#[test]
fn git_shows_edits_of_articles_sentence_by_sentence() {
    let Some(desk) = repository() else { return };
    desk.put("new.md", "The harbor opens again.\n");
    said(&desk, "git add -N new.md");
    for line in ["git diff", "git diff --ext-diff HEAD"] {
        let shown = said(&desk, line);
        assert!(shown.contains(DIFFER), "{line}: {shown}");
        assert!(shown.contains("b/story.txt") && shown.contains("The harbor opens again."), "{shown}");
        for temporary in ["git-blob", "/tmp", &*desk.path(".").to_string_lossy()] {
            assert!(!shown.contains(temporary), "{temporary} is in {shown}");
        }
    }
    said(&desk, "git commit -q -a -m 'Our story'");
    let log = said(&desk, "git log -p --ext-diff");
    assert!(log.contains("Our story") && log.contains(DIFFER), "{log}");
}

#[test]
fn the_name_of_a_file_in_git_is_never_an_option() {
    let Some(desk) = repository() else { return };
    desk.put("--force.txt", REWRITE);
    let shown = said(&desk, "git diff -- ./--force.txt");
    assert!(shown.contains(DIFFER) && shown.contains("b/--force.txt"), "{shown}");
}

/// The driver that prints text must not answer in place of the tool.
#[cfg(unix)]
#[test]
fn difftool_opens_the_screen() {
    use crate::terminal::{USUAL, program};
    let Some(desk) = repository() else { return };
    said(&desk, "git commit -q -a -m 'Our story'");
    let lines = readme();
    let line = lines.iter().find(|line| line.starts_with("git difftool")).expect("the README has it");
    let (path, home) = (path(), desk.path(".").to_string_lossy().into_owned());
    let environment = [("PATH", &*path), ("HOME", &home), ("GIT_CONFIG_NOSYSTEM", "1")];
    let line = format!("unset GIT_CONFIG_GLOBAL; {line}");
    let mut session = program(USUAL, "sh", &["-ec", &line], &environment, &desk.path("."));
    session.until_shown("? help").until_shown("b/story.txt");
    let screen = session.screen();
    assert!(screen.contains("reached 12 meters") && !screen.contains("git-blob"), "{screen}");
    session.types("xj\u{15}r.json\r").until_shown("Written to r.json").types("q");
    assert!(session.ends().success());
    let report = desk.read("r.json");
    assert!(!report.contains("git-blob") && !report.contains("/tmp"), "{report}");
}
