//! A report takes the place of a report or of nothing. Every other file stays as it is, to the byte.

use pressdiff::export::EXPORTERS;

use super::{Desk, WIRE};

const PAIR: [&str; 2] = ["wire.txt", "ours.txt"];

impl Desk {
    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).expect("a file")
    }

    /// Writes a report in a format to a file.
    fn reports(&self, format: &str, name: &str, more: &[&str]) -> super::Outcome {
        self.run(&[&PAIR[..], &["--format", format, "-o", name], more].concat())
    }

    /// No report takes the place of this file, in no format.
    #[track_caller]
    fn keeps(&self, name: &str, more: &[&str], words: &[&str]) {
        let before = self.bytes(name);
        for exporter in EXPORTERS {
            self.reports(exporter.name, name, more).trouble(&[&[name], words].concat());
            assert!(self.bytes(name) == before, "{name} was written over by {}", exporter.name);
        }
    }
}

/// Formats without room for a stamp: only --force writes over their files.
const WITHOUT_STAMP: &[&str] = &["wdiff"];

#[test]
fn a_report_replaces_a_report_of_any_format() {
    let desk = Desk::with_articles();
    for before in EXPORTERS.iter().filter(|exporter| !WITHOUT_STAMP.contains(&exporter.name)) {
        for after in EXPORTERS {
            desk.reports(before.name, "report", &["--force"]).done();
            desk.reports(after.name, "report", &[]).done();
        }
    }
    desk.put("report", "");
    desk.reports("wdiff", "report", &[]).done();
}

#[test]
fn a_report_of_hostile_articles_is_known_again() {
    let desk = Desk::with_articles();
    desk.put("ours.txt", "{{ version }} and {% if %} {# x #}\n<!-- --></html>]]> ¶ <<} {>>\u{1b}[2J\n\n\n");
    let labels =
        ["--label-left", "A and B: **C**\t “d” | {{ x }}", "--label-right=--> </title> {>> <<}, \";"];
    for exporter in EXPORTERS.iter().filter(|exporter| !WITHOUT_STAMP.contains(&exporter.name)) {
        for _ in 0..2 {
            desk.reports(exporter.name, exporter.name, &labels).done();
        }
    }
}

#[test]
fn a_format_without_a_stamp_is_written_over_only_by_force() {
    let desk = Desk::with_articles();
    for format in WITHOUT_STAMP {
        let name = format!("r.{format}");
        desk.reports(format, &name, &[]).done();
        desk.keeps(&name, &[], &["--force"]);
        desk.reports(format, &name, &["--force"]).done();
    }
}

#[test]
fn what_is_no_report_is_left_as_it_is() {
    let desk = Desk::with_articles();
    desk.run(&[&PAIR[..], &["--review", "review.json", "--keys", "]2", "--print"]].concat()).done();
    desk.put("config.toml", desk.run(&["config"]).done().stdout);
    desk.put("schema.json", desk.run(&["schema", "comparison"]).done().stdout);
    desk.put("manual.txt", desk.run(&["man"]).done().stdout);
    let report = |format: &str| {
        desk.reports(format, "report", &["--force"]).done();
        desk.bytes("report")
    };
    let text = |format: &str| String::from_utf8(report(format)).expect("UTF-8");
    let json = text("json");
    let nested = format!("{{\"story\": 7, \"report\": {json}}}\n");
    let listed = format!("[{json}]\n");
    let two = format!("{json}{json}");
    let later = json.replacen('{', "{\"note\": \"pressdiff/comparison/1\", ", 1);
    let moved =
        "{\"generator\": {\"name\": \"pressdiff\"}, \"id\": 1, \"schema\": \"pressdiff/comparison/1\"}\n";
    let column =
        format!("# A column\n\nThe desk uses pressdiff.\n\n{}\nBack to the story.\n", text("markdown"));
    let quoting = format!("Our notes and theirs\n\n{}", text("markdown"));
    let letter = format!("Dear Ida and Rolf, compared notes below.\n\n{}", text("text"));
    let [svg, html, cm, csv, notes] = ["svg", "html", "criticmarkup", "csv", "notes"].map(text);
    let inner = format!("<svg><g>{svg}</g></svg>\n");
    let page = "<!DOCTYPE html>\n<title>pressdiff</title>\n<p>See <meta name=\"generator\" content=\"pressdiff 0.1.0\">\n";
    let template = html.replace("</main>", "{% include \"rows.html\" %}</main>");
    let (before_foot, _) = html.split_once("<footer>").expect("a foot");
    let house = format!("{before_foot}{{{{ program }}}}</body></html>\n");
    let commented = format!("<!-- {html} -->\n<p>Nothing else.\n");
    let mut word = report("docx");
    word.truncate(word.len() - 4);
    let mut archive = b"Notes on pressdiff 0.1.0\n".to_vec();
    archive.extend(report("docx"));
    let files: &[(&str, &[u8])] = &[
        ("column.md", b"The desk uses pressdiff 0.1.0 for its wire stories.\n"),
        ("quoted.md", column.as_bytes()),
        ("quoting.md", quoting.as_bytes()),
        ("letter.txt", letter.as_bytes()),
        ("added.md", &[&report("markdown")[..], b"\nI rang the harbor master.\n"].concat()),
        ("added.txt", &[&report("text")[..], b"\nI rang the harbor master.\n"].concat()),
        ("added.notes", &[notes.as_bytes(), b"\n- I rang the harbor master.\n"].concat()),
        ("added.cm", &[cm.as_bytes(), b"\nI rang the harbor master.\n"].concat()),
        ("added.csv", &[csv.as_bytes(), b"our,own,line\r\n"].concat()),
        ("below.csv", &[&b"our,own,head\r\n"[..], csv.as_bytes()].concat()),
        ("nested.json", nested.as_bytes()),
        ("listed.json", listed.as_bytes()),
        ("two.json", two.as_bytes()),
        ("later.json", later.as_bytes()),
        ("moved.json", moved.as_bytes()),
        ("unknown.json", br#"{"schema": "pressdiff/review/2", "note": "pressdiff/comparison/1"}"#),
        ("foreign.json", br#"{"schema":"pressdiff/comparison/1","generator":{"name":"deskdiff"}}"#),
        ("marks.wdiff", b"[-old-]{+new+} words, says pressdiff\n"),
        ("marks.cm", b"{--old--}{++new++}{>>pressdiff 0.1.0<<}\n"),
        ("page.html", page.as_bytes()),
        ("template.html", template.as_bytes()),
        ("house.html", house.as_bytes()),
        ("built-in.html", include_bytes!("../../assets/report/report.html")),
        ("commented.html", commented.as_bytes()),
        (
            "drawing.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>program: pressdiff 0.1.0</desc></svg>\n",
        ),
        ("inner.svg", inner.as_bytes()),
        ("cut.docx", &word),
        ("archive.docx", &archive),
        ("theme.toml", b"# a theme for pressdiff\ninherit = \"auto\"\n"),
        ("wire-copy.txt", WIRE.as_bytes()),
    ];
    for (name, content) in files {
        desk.put(name, content);
        desk.keeps(name, &[], &["--force"]);
    }
    for name in ["review.json", "config.toml", "schema.json", "manual.txt"] {
        desk.keeps(name, &[], &["--force"]);
    }
}

#[test]
fn not_even_force_replaces_a_file_that_is_in_use() {
    let desk = Desk::with_articles();
    desk.run(&[&PAIR[..], &["--review", "review.json", "--keys", "]2", "--print"]].concat()).done();
    desk.put("config.toml", "lifted-run = 7\n");
    desk.put("house.html", "<!DOCTYPE html><p>pressdiff {{ program }}\n");
    desk.put("looks.toml", "inherit = \"light\"\n");
    desk.put("home/.config/pressdiff/config.toml", "lifted-run = 7\n");
    let cases: &[(&str, &[&str], &str)] = &[
        ("wire.txt", &[], "is one of the articles"),
        ("ours.txt", &[], "is one of the articles"),
        ("review.json", &["--review", "review.json"], "is the review"),
        ("config.toml", &["--config", "config.toml"], "is the settings file"),
        ("looks.toml", &["--theme", "./looks.toml"], "is the theme"),
    ];
    for (name, more, words) in cases {
        std::fs::hard_link(desk.path(name), desk.path("hard")).expect("a link");
        let mut names = vec![(*name).to_owned(), format!("./{name}"), "hard".to_owned()];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(name, desk.path("soft")).expect("a link");
            names.push("soft".to_owned());
        }
        for by in &names {
            desk.keeps(by, &[more, &["--force"][..]].concat(), &[words]);
        }
        for link in names.iter().skip(2) {
            std::fs::remove_file(desk.path(link)).expect("removed");
        }
    }
    let template = ["--template", "house.html", "--force"];
    let before = desk.read("house.html");
    desk.reports("html", "./house.html", &template).trouble(&["is the template"]);
    let settings = desk.path("home/.config/pressdiff/config.toml");
    let mut command = desk.command(&[&PAIR[..], &["--force", "--format", "json", "-o"]].concat());
    let output = command.arg(&settings).env("HOME", desk.path("home")).output().expect("it starts");
    super::Outcome::new(output).trouble(&["is the settings file"]);
    assert_eq!(std::fs::read_to_string(settings).expect("there"), "lifted-run = 7\n");
    // nor does the screen, where the editor says yes
    for (keys, more) in [
        ("xj<c-u>wire.txt<cr>", &[][..]),
        ("xj<c-u>review.json<cr>", &["--review", "review.json"]),
        ("xj<c-u>config.toml<cr>", &["--config", "config.toml"]),
        ("xh<c-u>house.html<cr>", &["--template", "house.html"]),
    ] {
        let shows =
            |keys: &str| desk.run(&[&PAIR[..], &["--print", "--keys", keys], more].concat()).done().stdout;
        shows(&format!("{keys}y"));
        let screen = shows(keys);
        assert!(screen.contains("is the ") || screen.contains("is one of"), "{screen}");
    }
    assert_eq!((desk.read("wire.txt").as_str(), desk.read("house.html")), (WIRE, before));
    assert!(desk.read("review.json").contains("pressdiff/review/1"));
    assert_eq!(desk.read("config.toml"), "lifted-run = 7\n");
}

#[test]
fn a_page_of_a_newsroom_is_known_again_and_its_template_is_not() {
    let desk = Desk::with_articles();
    desk.put("house.html", "<!DOCTYPE html><title>House</title>{% include \"rows.html\" %}");
    for _ in 0..2 {
        desk.reports("html", "page.html", &["--template", "house.html"]).done();
    }
    desk.keeps("house.html", &[], &["--force"]);
}

#[test]
fn an_article_alone_replaces_only_reports_too() {
    let desk = Desk::with_articles();
    for format in ["json", "text"] {
        for _ in 0..2 {
            desk.run(&["inspect", "wire.txt", "--format", format, "-o", format]).done();
        }
        desk.reports(format, format, &[]).done();
        desk.put("mine", "pressdiff and I\n");
        let arguments = ["inspect", "wire.txt", "--format", format, "-o", "mine"];
        desk.run(&arguments).trouble(&["'mine'", "--force"]);
        assert_eq!(desk.read("mine"), "pressdiff and I\n");
        desk.run(&[&arguments[..], &["--force"]].concat()).done();
    }
    desk.run(&["inspect", "wire.txt", "-o", "wire.txt", "--force"]).trouble(&["is one of the articles"]);
}

#[test]
fn notes_replace_neither_the_review_nor_a_foreign_file() {
    let desk = Desk::with_articles();
    let keys = ["--keys", "]2cask Ilse<enter>q", "--print", "--notes"];
    // the review is made while the screen is open
    let review = [&PAIR[..], &["--review", "new.json"], &keys, &["./new.json", "--force"]].concat();
    desk.run(&review).trouble(&["'./new.json' is the review"]);
    assert!(!desk.path("new.json").exists());
    // the screen moves the review to the file of the notes
    let moved =
        ["--review", "r.json", "--keys", "]2w<c-u>n.md<cr>q", "--print", "--notes", "n.md", "--force"];
    let outcome = desk.run(&[&PAIR[..], &moved].concat());
    assert!(outcome.stderr.contains("'n.md' is the review"), "{outcome:?}");
    assert!(desk.read("n.md").contains("pressdiff/review/1"));
    desk.put("mine.md", "Ours, not of pressdiff 0.1.0\n");
    desk.run(&[&PAIR[..], &keys, &["mine.md"]].concat()).trouble(&["'mine.md'", "--force"]);
    assert_eq!(desk.read("mine.md"), "Ours, not of pressdiff 0.1.0\n");
}

/// What is written while the articles are read and compared counts as well.
#[cfg(unix)]
#[test]
fn a_file_that_appears_meanwhile_is_left_as_it_is() {
    use std::process::{Command, Stdio};
    let desk = Desk::with_articles();
    let made = Command::new("mkfifo").arg(desk.path("pipe.txt")).status().expect("mkfifo runs");
    assert!(made.success());
    let mut command = desk.command(&["pipe.txt", "ours.txt", "-o", "r.json"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    // opening the pipe waits for the reader: the first look at r.json is over
    let mut pipe = std::fs::File::options().write(true).open(desk.path("pipe.txt")).expect("a pipe");
    desk.put("r.json", "written by a colleague\n");
    std::io::Write::write_all(&mut pipe, WIRE.as_bytes()).expect("taken");
    drop(pipe);
    let outcome = super::Outcome::new(child.wait_with_output().expect("it ends"));
    assert_eq!(desk.read("r.json"), "written by a colleague\n");
    assert_eq!(outcome.status, Some(2), "{outcome:?}");
    assert!(outcome.stderr.contains("'r.json'") && outcome.stderr.contains("--force"), "{outcome:?}");
}
