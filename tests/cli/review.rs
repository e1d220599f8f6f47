//! The review file from the outside: what reports show of it, and what is never written.

use serde_json::Value;

use super::Desk;
use super::schema::problems;

const ARTICLES: [&str; 2] = ["wire.txt", "ours.txt"];

impl Desk {
    /// Presses keys on the two articles.
    fn presses(&self, keys: &str, more: &[&str]) -> String {
        let arguments = [&ARTICLES[..], &["--keys", keys, "--print", "--size", "100x30"], more].concat();
        self.run(&arguments).done().stdout
    }

    fn report(&self, more: &[&str]) -> Value {
        self.run(&[&ARTICLES[..], &["--format", "json"], more].concat()).done().json()
    }
}

#[test]
fn a_report_shows_the_review_that_is_named() {
    let desk = Desk::with_articles();
    desk.presses("]2cwhich is it?<cr>", &["--review", "review.json"]);
    let file: Value = serde_json::from_str(&desk.read("review.json")).expect("JSON");
    let schema = desk.run(&["schema", "review"]).done().json();
    assert_eq!(problems(&schema, &file), Vec::<String>::new());

    let report = desk.report(&["--review", "review.json"]);
    let schema = desk.run(&["schema", "comparison"]).done().json();
    assert_eq!(problems(&schema, &report), Vec::<String>::new());
    let review = &report["review"];
    assert_eq!(review["file"], "review.json");
    assert_eq!(review["verdicts"][0]["verdict"], "fix");
    assert_eq!(review["notes"][0]["text"], "which is it?");
    assert_eq!(review["notes"][0]["bead"], review["verdicts"][0]["bead"]);
    assert_eq!(review["progress"]["seen"], 1);
    assert_eq!(review["orphaned"], Value::Array(Vec::new()));

    desk.put("ours.txt", "Something else.\n");
    desk.put("wire.txt", "Other words.\n");
    let review = &desk.report(&["--review", "review.json"])["review"];
    assert_eq!(review["orphaned"][0]["note"], "which is it?");
    assert_eq!(desk.report(&[])["review"], Value::Null);
}

#[test]
fn pins_steer_the_report() {
    let desk = Desk::with_articles();
    let before = desk.report(&[]);
    desk.presses("/never seen<cr>B", &["--review", "review.json"]);
    let after = desk.report(&["--review", "review.json"]);
    let beads = |report: &Value| report["beads"].as_array().expect("a list").len();
    assert_eq!(beads(&after), beads(&before) + 1, "{}", desk.read("review.json"));
    desk.presses("/never seen<cr>A<tab>/seldom<cr>A", &["--review", "review.json"]);
    let again = desk.report(&["--review", "review.json"]);
    assert_eq!(beads(&again), beads(&before));
    assert!(again["beads"].as_array().expect("a list").iter().any(|bead| bead["pinned"] == true));
}

#[test]
fn nothing_is_kept_without_being_asked() {
    let desk = Desk::with_articles();
    let state = desk.path("state");
    let mut command = desk.command(&["wire.txt", "ours.txt", "--keys", "]2", "--print"]);
    let output = command.env("XDG_STATE_HOME", &state).output().expect("the program runs");
    assert!(output.status.success());
    assert!(!state.exists());
}

#[test]
fn what_is_no_review_is_refused_and_left_as_it_is() {
    let desk = Desk::with_articles();
    let run = |more: &[&str]| desk.run(&[&ARTICLES[..], more].concat());
    run(&["--review", "none.json", "--format", "json"]).trouble(&["There is no review 'none.json'"]);
    run(&["--review", "wire.txt", "--format", "json"]).trouble(&["'wire.txt' is one of the articles"]);
    run(&["--review", ".", "--keys", "j", "--print"]).trouble(&["'.' is a folder"]);
    for (name, content, why) in [
        ("later.json", r#"{"schema": "pressdiff/review/2"}"#, "pressdiff/review/2"),
        ("report.json", r#"{"schema": "pressdiff/comparison/1"}"#, "pressdiff/comparison/1"),
        ("torn.json", r#"{"schema": "pressdiff/rev"#, "damaged"),
        ("empty.json", "", "damaged"),
    ] {
        desk.put(name, content);
        run(&["--review", name, "--format", "json"]).trouble(&[name, why]);
        run(&["--review", name, "--keys", "]1", "--print"]).trouble(&[name, why]);
        assert_eq!(desk.read(name), content);
    }
}

#[test]
fn a_report_never_replaces_the_review() {
    let desk = Desk::with_articles();
    desk.presses("]2", &["--review", "review.json"]);
    let before = desk.read("review.json");
    desk.run(&["wire.txt", "ours.txt", "--review", "review.json", "-o", "./review.json"])
        .trouble(&["is the review"]);
    let screen = desk.presses("xj<c-u>review.json<cr>", &["--review", "review.json"]);
    assert!(screen.contains("is the review"), "{screen}");
    assert_eq!(desk.read("review.json"), before);
}
