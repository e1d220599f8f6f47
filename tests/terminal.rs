//! The real program in a real terminal: it starts, follows keys and sizes, and always gives the terminal back.

mod editing;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a condition may take before it counts as never.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a terminal has to be told so that a shell can go on with it.
const GIVEN_BACK: [&str; 6] =
    ["\x1b[?1049l", "\x1b[?1000l", "\x1b[?1003l", "\x1b[?1006l", "\x1b[?2004l", "\x1b[?25h"];

/// A program in a terminal of its own.
pub(crate) struct Session {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Mutex<Shown>>,
    cooked: String,
    /// Where it runs, if it has a folder of its own.
    folder: Option<tempfile::TempDir>,
}

/// What the program has sent, and what a terminal makes of it.
struct Shown {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

fn demo(size: (u16, u16)) -> Session {
    demo_with(size, &[])
}

/// The built-in pair on a terminal of so many columns and rows.
fn demo_with(size: (u16, u16), environment: &[(&str, &str)]) -> Session {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = started(size, &["demo"], environment, folder.path());
    session.folder = Some(folder);
    session
}

/// The program with these arguments in a folder, which keeps what it remembers below it.
fn opened(size: (u16, u16), arguments: &[&str], folder: &tempfile::TempDir) -> Session {
    let state = folder.path().join("state");
    started(size, arguments, &[("XDG_STATE_HOME", &state.to_string_lossy())], folder.path())
}

fn started(size: (u16, u16), arguments: &[&str], environment: &[(&str, &str)], folder: &Path) -> Session {
    program(size, env!("CARGO_BIN_EXE_pressdiff"), arguments, environment, folder)
}

/// A script of the shell in a folder.
fn shell(size: (u16, u16), script: &str, folder: &tempfile::TempDir) -> Session {
    let state = folder.path().join("state");
    program(size, "sh", &[script], &[("XDG_STATE_HOME", &state.to_string_lossy())], folder.path())
}

pub(crate) fn program(
    (columns, rows): (u16, u16),
    name: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
    folder: &Path,
) -> Session {
    let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).expect("a terminal");
    let cooked = modes(&*pty.master);
    let mut command = CommandBuilder::new(name);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("HOME", folder);
    command.env("COLORTERM", "truecolor");
    for name in ["NO_COLOR", "COLORFGBG", "TMUX", "STY", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
    for (name, value) in environment {
        command.env(name, value);
    }
    command.cwd(folder);
    let child = pty.slave.spawn_command(command).expect("the program starts");
    let mut output = pty.master.try_clone_reader().expect("its output");
    let keyboard = pty.master.take_writer().expect("its input");
    let shown = Shown { screen: vt100::Parser::new(cells(rows), cells(columns), 0), bytes: Vec::new() };
    let shown = Arc::new(Mutex::new(shown));
    let reader = Arc::clone(&shown);
    thread::spawn(move || {
        let mut buffer = [0; 1 << 14];
        while let Ok(length @ 1..) = output.read(&mut buffer) {
            let mut shown = reader.lock().unwrap_or_else(PoisonError::into_inner);
            shown.screen.process(&buffer[..length]);
            shown.bytes.extend_from_slice(&buffer[..length]);
        }
    });
    Session { master: pty.master, keyboard, child, shown, cooked, folder: None }
}

/// How the terminal treats lines, echo and signals.
fn modes(master: &dyn MasterPty) -> String {
    let termios = master.get_termios().expect("the state of the terminal");
    format!("{:?} {:?} {:?}", termios.local_flags, termios.input_flags, termios.output_flags)
}

fn cells(count: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(count).expect("a size")
}

impl Session {
    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn screen(&self) -> String {
        self.shown().screen.screen().contents()
    }

    fn line(&self, row: usize) -> String {
        self.screen().lines().nth(row).unwrap_or_default().to_owned()
    }

    pub(crate) fn types(&mut self, keys: &str) -> &mut Session {
        self.keyboard.write_all(keys.as_bytes()).expect("the keys are taken");
        self.keyboard.flush().expect("the keys are taken");
        self
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    fn until(&mut self, what: &str, mut wanted: impl FnMut(&Session) -> bool) -> &mut Session {
        let start = Instant::now();
        while !wanted(self) {
            assert!(start.elapsed() < PATIENCE, "never {what}:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    #[track_caller]
    pub(crate) fn until_shown(&mut self, words: &str) -> &mut Session {
        self.until(words, |session| session.screen().contains(words))
    }

    fn resize(&mut self, (columns, rows): (u16, u16)) -> &mut Session {
        self.shown().screen.screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the size is taken");
        self
    }

    /// Waits for the end of the program and checks that the terminal was given back.
    #[track_caller]
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("its status") {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "it never ends:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        };
        self.until("given back", |session| {
            let sent = String::from_utf8_lossy(&session.shown().bytes).into_owned();
            // one that was lent to an editor has had all this before
            let is_visible = !session.shown().screen.screen().hide_cursor();
            is_visible && GIVEN_BACK.iter().all(|sequence| sent.contains(sequence))
        });
        assert!(self.is_cooked(), "the terminal is still raw");
        status
    }

    /// Whether the terminal edits lines, echoes and sends signals as it did at the start.
    fn is_cooked(&self) -> bool {
        modes(&*self.master) == self.cooked
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.as_ref().expect("a folder of its own").path().join(name)
    }
}

/// The size at which both columns and the status line have room.
pub(crate) const USUAL: (u16, u16) = (100, 30);

#[test]
fn an_editor_starts_walks_exports_and_quits() {
    let mut session = demo(USUAL);
    session.until_shown("? help").until_shown("Meridian Wire");
    assert!(!session.is_cooked(), "keys would be echoed");
    session.types("]").until_shown("q quotation").types("G").until_shown("row ");
    session.types("xj").until_shown("Write json to: meridian-wire-kestrel-bay-courier.json");
    session.types("\r").until_shown("Written to meridian-wire");
    let report = std::fs::read_to_string(session.file("meridian-wire-kestrel-bay-courier.json"));
    assert!(report.expect("the report").contains("pressdiff/comparison/"));
    session
        .types("xj\r")
        .until_shown("exists. Overwrite it? y/n")
        .types("n")
        .until_shown("Nothing was written.");
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn a_resize_is_followed_at_once() {
    let mut session = demo(USUAL);
    session
        .until_shown("? help")
        .resize((60, 20))
        .until("one column", |session| session.line(1).trim_start().starts_with('R'));
    session.resize((140, 40)).until("two columns", |session| {
        session.line(0).contains("Wire") && session.line(0).contains("Courier")
    });
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn the_mouse_and_pasted_text_reach_the_screen() {
    let mut session = demo(USUAL);
    session.until_shown("? help").types("/\x1b[200~barrier\x1b[201~").until_shown("Search: barrier");
    session.types("\r").until_shown("match ");
    session.types("\x1b").until("no search", |session| !session.screen().contains("match "));
    let before = session.screen();
    session.types("\x1b[<65;10;10M").until("scrolled", |session| session.screen() != before);
    session.types("\x1b[<0;60;4M").until("selected", |session| {
        session.screen().lines().any(|line| line.starts_with('▌') && line.contains("By Dana Whitlow"))
    });
    session.types("\x03");
    assert!(session.ends().success());
}

#[test]
fn a_burst_of_keys_is_taken_whole() {
    let mut session = demo(USUAL);
    session.until_shown("? help").types(&"j".repeat(2_000)).types("gj").until_shown("row 2/").types("q");
    assert!(session.ends().success());
}

#[test]
fn signals_give_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut session = demo(USUAL);
        session.until_shown("? help");
        let process = session.child.process_id().expect("a process").to_string();
        let sent = std::process::Command::new("kill").args(["-s", signal, &process]).status();
        assert!(sent.expect("kill runs").success());
        assert!(!session.ends().success(), "SIG{signal} is no success");
    }
}

#[cfg(debug_assertions)] // a released program has no such trigger
#[test]
fn a_panic_gives_the_terminal_back_and_is_told_on_the_shells_screen() {
    let mut session = demo_with(USUAL, &[("PRESSDIFF_PANIC", "1")]);
    let status = session.ends();
    assert!(!status.success());
    session.until("told", |session| session.screen().contains("PRESSDIFF_PANIC asks for a panic"));
    assert!(!session.shown().screen.screen().alternate_screen());
}

/// Two articles in a folder, to be reviewed more than once.
fn articles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let [wire, ours] = [
        "The ferry struck a sandbank at noon on Monday.\nNobody on board was hurt, the owners said.\nA tug arrived at dusk.\n",
        "The ferry struck a rock at noon on Monday.\nNobody on board was hurt, its owners said.\nA tug arrived at dawn.\n",
    ];
    std::fs::write(folder.path().join("wire.txt"), wire).expect("written");
    std::fs::write(folder.path().join("ours.txt"), ours).expect("written");
    folder
}

fn kept(folder: &tempfile::TempDir) -> String {
    std::fs::read_to_string(folder.path().join("review.json")).unwrap_or_default()
}

#[test]
fn a_kill_at_any_time_loses_nothing_that_was_done() {
    let folder = articles();
    let arguments = ["wire.txt", "ours.txt", "--review", "review.json"];
    let mut session = opened(USUAL, &arguments, &folder);
    session.until_shown("? help").types("]2").until_shown("seen 1/");
    session.types("cask the desk: 東京\r").until_shown("✎ ask the desk: 東京");
    session.until("kept", |_| kept(&folder).contains("東京"));
    session.child.kill().expect("killed");
    let _ = session.child.wait();

    let mut session = opened(USUAL, &arguments, &folder);
    session.until_shown("Review resumed: seen 1/").until_shown("✎ ask the desk: 東京");
    session.types("UU").until("undone", |session| {
        !session.screen().contains('✎') || session.screen().contains("Nothing to undo")
    });
    session.types("q");
    assert!(session.ends().success());
    assert!(kept(&folder).contains("東京"), "what another session did is not undone");
}

#[test]
fn without_a_name_the_review_is_kept_in_the_state_folder() {
    let folder = articles();
    for words in ["? help", "Review resumed"] {
        let mut session = opened(USUAL, &["wire.txt", "ours.txt"], &folder);
        session.until_shown(words).types("]1").until_shown("✓").types("q");
        assert!(session.ends().success());
    }
    let reviews = folder.path().join("state/pressdiff/reviews");
    let names: Vec<_> =
        std::fs::read_dir(reviews).expect("the folder").flatten().map(|entry| entry.file_name()).collect();
    assert!(names.iter().any(|name| name.to_string_lossy().starts_with("wire-ours-")), "{names:?}");
}

#[test]
fn two_windows_on_one_review_take_over_what_the_other_did() {
    let folder = articles();
    let arguments = ["wire.txt", "ours.txt", "--review", "review.json"];
    let mut first = opened(USUAL, &arguments, &folder);
    let mut second = opened(USUAL, &arguments, &folder);
    first.until_shown("? help");
    second.until_shown("? help");
    first.types("g2").until_shown("✗");
    // nobody touches a key of the second window
    second.until_shown("Added 1 entry from another window.").until_shown("✗");
    second.types("G3");
    first.until_shown("Added 1 entry from another window.");
    assert!(kept(&folder).contains("fix") && kept(&folder).contains("query"), "{}", kept(&folder));
    // the same sentence in both: the second reads its help while the first decides
    second.types("?").until_shown("Esc closes");
    first.types("j1").until("kept", |_| kept(&folder).contains("ok"));
    second.types("qk2").until_shown("Another window judged this, too: its verdict is in the note.");
    assert!(kept(&folder).contains("[another window: ok]"), "{}", kept(&folder));
    for session in [&mut first, &mut second] {
        session.types("q");
        assert!(session.ends().success());
    }
}

#[test]
fn a_place_that_cannot_be_written_is_told_at_once_and_on_quitting() {
    let folder = articles();
    let arguments = ["wire.txt", "ours.txt", "--review", "nowhere/review.json"];
    let mut session = opened(USUAL, &arguments, &folder);
    session.until_shown("cannot be kept in 'nowhere/review.json'");
    session.types("]1").until_shown("Not saved:");
    session.types("q").until_shown("q quits anyway").types("q");
    assert!(!session.ends().success(), "a review that is lost is no success");
    session.until("told", |session| session.screen().contains("The review was not saved"));

    let mut session = opened(USUAL, &arguments, &folder);
    session.until_shown("cannot be kept").types("]1").until_shown("Not saved:");
    session.types("w\x15review.json\r").until("kept", |_| kept(&folder).contains("ok"));
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn a_review_of_a_later_version_is_refused_and_left_as_it_is() {
    let folder = articles();
    let later = r#"{"schema": "pressdiff/review/2", "remarks": []}"#;
    std::fs::write(folder.path().join("review.json"), later).expect("written");
    let mut session = opened(USUAL, &["wire.txt", "ours.txt", "--review", "review.json"], &folder);
    let start = Instant::now();
    let status = loop {
        if let Some(status) = session.child.try_wait().expect("its status") {
            break status;
        }
        assert!(start.elapsed() < PATIENCE);
        thread::sleep(Duration::from_millis(5));
    };
    assert!(!status.success());
    session.until_shown("pressdiff/review/2");
    assert_eq!(kept(&folder), later);
}

#[cfg(unix)]
#[test]
fn notes_go_into_a_pipe_while_the_screen_stays_on_the_terminal() {
    let folder = articles();
    let line = format!("'{}' wire.txt ours.txt --notes - | cat > notes.md", env!("CARGO_BIN_EXE_pressdiff"));
    std::fs::write(folder.path().join("script"), line).expect("written");
    let mut session = shell(USUAL, "script", &folder);
    session.until_shown("? help").types("]2cask the desk\r").until_shown("✎ ask the desk").types("q");
    assert!(session.ends().success());
    let notes = std::fs::read_to_string(folder.path().join("notes.md")).expect("the notes");
    assert!(notes.starts_with("# Notes on ") && notes.contains("fix: ask the desk"), "{notes:?}");
}

/// Two articles of so many sentences in a folder; one word in ten sentences differs.
fn long_articles(sentences: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, seventh) in [("wire.txt", "closed"), ("ours.txt", "shut")] {
        let sentence = |index: usize| {
            let verb = if index % 10 == 7 { seventh } else { "opened" };
            let (town, ship) = (index * 7 % 911, index * 13 % 1_009);
            format!("Harbor {index} of district {town} {verb} its gates when ferry {ship} came in at dawn.\n")
        };
        let text: String = (0..sentences).map(sentence).collect();
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn long_texts_are_read_while_they_are_aligned_which_can_be_stopped() {
    let folder = long_articles(4_000);
    let mut session = opened(USUAL, &["wire.txt", "ours.txt"], &folder);
    session.until_shown("aligning …").until_shown("Harbor 1 of district 7").types("jj");
    session.until("moved meanwhile", |session| {
        let screen = session.screen();
        screen.contains("row 3/") && screen.contains("aligning …")
    });
    session.types("1").until_shown("has to wait for the alignment");
    session.types("\x1b").until_shown("Not aligned; r aligns the texts.");
    session.types("x").until_shown("needs aligned texts");
    session.types("r").until_shown("aligning …").types("q");
    assert!(session.ends().success(), "nobody waits for the work on quitting");
}

#[test]
fn long_texts_are_aligned_in_the_end_and_again_around_a_pin() {
    let folder = long_articles(500);
    let mut session = opened(USUAL, &["wire.txt", "ours.txt"], &folder);
    session.until_shown("? help").types("]1").until_shown("seen 1/");
    session.types("B").until("parted", |session| {
        session.screen().lines().all(|line| line.matches("Harbor 7 of").count() < 2)
    });
    session.types("q");
    assert!(session.ends().success());
}

#[test]
fn the_notes_of_long_texts_are_written_when_the_screen_closes() {
    let folder = long_articles(500);
    let mut session = opened(USUAL, &["wire.txt", "ours.txt", "--notes", "notes.md"], &folder);
    session.until_shown("? help").types("]2").until_shown("seen 1/").types("q");
    assert!(session.ends().success());
    let notes = std::fs::read_to_string(folder.path().join("notes.md")).expect("the notes");
    assert!(notes.contains("1 fix"), "{notes}");
}

#[test]
fn a_review_of_other_articles_is_set_aside() {
    let folder = articles();
    let arguments = ["wire.txt", "ours.txt", "--notes", "notes.md"];
    let mut session = opened(USUAL, &arguments, &folder);
    session.until_shown("? help").types("]2cask the desk\r").until_shown("✎ ask the desk").types("q");
    assert!(session.ends().success());
    for name in ["wire.txt", "ours.txt"] {
        std::fs::write(folder.path().join(name), "The mill burned down.\nIts owner wept.\n")
            .expect("written");
    }
    let mut session = opened(USUAL, &arguments, &folder);
    session.until_shown("The review was of other articles.").types("q");
    assert!(session.ends().success());
    let notes = std::fs::read_to_string(folder.path().join("notes.md")).expect("the notes");
    assert!(!notes.contains("ask the desk"), "{notes}");
    let reviews = std::fs::read_dir(folder.path().join("state/pressdiff/reviews")).expect("the folder");
    let kept = reviews.flatten().filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
    assert!(kept.into_iter().any(|text| text.contains("ask the desk")));
}

#[test]
fn a_review_is_found_under_other_labels() {
    let folder = articles();
    for (label, words) in [("Coast Wire", "? help"), ("Harbour Post", "Review resumed")] {
        let mut session = opened(USUAL, &["wire.txt", "ours.txt", "--label-left", label], &folder);
        session.until_shown(words).types("]1").until_shown("✓").types("q");
        assert!(session.ends().success());
        // an edited text is told from other texts by its place alone
        let ours = folder.path().join("ours.txt");
        let edited = std::fs::read_to_string(&ours).expect("there") + "Nobody knew why.\n";
        std::fs::write(&ours, edited).expect("written");
    }
    let reviews = folder.path().join("state/pressdiff/reviews");
    let names = std::fs::read_dir(reviews).expect("the folder").flatten().map(|entry| entry.path());
    assert_eq!(names.filter(|name| name.extension().is_some_and(|extension| extension == "json")).count(), 1);
}
