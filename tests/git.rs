//! pressdiff inside git, as the README sets it up: `git difftool`, `git diff` and `git log -p`.

use std::process::{Command, Output};

use crate::cli::{Desk, REWRITE, WIRE};

/// The attributes and settings of the README.
const ATTRIBUTES: &str = "*.txt diff=pressdiff\n*.md diff=pressdiff\n";
const DIFF: &str = r#"sh -c 'pressdiff "$1" "$4" --format text --label-left "a/$0" --label-right "b/$0"'"#;
const TOOL: &str = r#"pressdiff "$LOCAL" "$REMOTE" --format text"#;

fn git(desk: &Desk, arguments: &[&str]) -> Option<Output> {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_pressdiff"));
    let folder = program.parent()?.to_str()?;
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let settings = [
        "-c",
        "user.name=Ida Brandt",
        "-c",
        "user.email=ida@example.org",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "core.pager=cat",
        "-c",
        "difftool.prompt=false",
        "-c",
        "diff.tool=pressdiff",
    ];
    Command::new("git")
        .args(settings)
        .args(["-c", &format!("diff.pressdiff.command={DIFF}")])
        .args(["-c", &format!("difftool.pressdiff.cmd={TOOL}")])
        .args(arguments)
        .current_dir(desk.path("."))
        .env("PATH", path)
        .env("HOME", desk.path("."))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .ok()
}

#[track_caller]
fn said(output: Option<Output>) -> String {
    let output = output.expect("git starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
#[allow(clippy::print_stderr)] // a test that is skipped says so
fn git_shows_edits_of_articles_sentence_by_sentence() {
    let desk = Desk::new();
    if git(&desk, &["--version"]).is_none() {
        eprintln!("skipped: there is no git on this machine");
        return;
    }
    desk.put(".gitattributes", ATTRIBUTES);
    desk.put("story.txt", WIRE);
    said(git(&desk, &["init", "-q"]));
    said(git(&desk, &["add", "."]));
    said(git(&desk, &["commit", "-q", "-m", "The wire story"]));
    desk.put("story.txt", REWRITE);
    desk.put("new.md", "The harbor opens again.\n");
    said(git(&desk, &["add", "-N", "new.md"]));
    let differ = "waves reached [-12-] meters";
    for arguments in
        [&["diff"][..], &["diff", "--ext-diff", "HEAD"], &["difftool", "HEAD", "--", "story.txt"]]
    {
        let shown = said(git(&desk, arguments));
        assert!(shown.contains(differ), "{arguments:?}: {shown}");
    }
    let shown = said(git(&desk, &["diff"]));
    assert!(shown.contains("b/story.txt") && shown.contains("The harbor opens again."), "{shown}");
    said(git(&desk, &["commit", "-q", "-a", "-m", "Our story"]));
    let log = said(git(&desk, &["log", "-p", "--ext-diff"]));
    assert!(log.contains("Our story") && log.contains(differ), "{log}");
}
