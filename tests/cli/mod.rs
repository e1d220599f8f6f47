//! The real program, run as an editor or a script would: no terminal, no network, no home.

mod config;
mod contract;
mod input;
mod output;
mod paths;
#[cfg(unix)]
mod permissions;
mod replace;
mod review;
mod schema;
mod screen;
mod usage;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Two short articles that share a quotation, a number and a headline.
pub(crate) const WIRE: &str = "Harbor closed after storm\n\
    The harbor was closed on Monday after waves reached 12 meters.\n\
    We have never seen water like this, harbor master Ida Brandt told reporters.\n\
    Nobody was hurt.\n";
pub(crate) const REWRITE: &str = "Storm shuts harbor\n\
    “We have seldom seen water like this,” said harbor master Ida Brandt.\n\
    The harbor was closed on Monday after waves reached 11 meters. No one was hurt.\n";

/// A folder of its own for a test, gone when the test ends.
pub(crate) struct Desk(tempfile::TempDir);

/// What a run of the program left.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        Desk(tempfile::tempdir().expect("a temporary folder"))
    }

    /// A desk with the two short articles, `wire.txt` and `ours.txt`.
    pub(crate) fn with_articles() -> Desk {
        let desk = Desk::new();
        desk.put("wire.txt", WIRE);
        desk.put("ours.txt", REWRITE);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder");
        std::fs::write(path, content).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a text file")
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pressdiff"));
        command.env_clear().current_dir(self.0.path()).args(arguments).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        Outcome::new(self.command(arguments).output().expect("the program starts"))
    }

    pub(crate) fn run_with_stdin(&self, arguments: &[&str], stdin: &[u8]) -> Outcome {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        // a program that refuses its input closes the pipe: that is no fault of the test
        let _ = child.stdin.take().expect("a pipe").write_all(stdin);
        Outcome::new(child.wait_with_output().expect("the program ends"))
    }
}

impl Outcome {
    fn new(output: std::process::Output) -> Outcome {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Outcome { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    #[track_caller]
    pub(crate) fn done(self) -> Outcome {
        assert_eq!((self.status, self.stderr.as_str()), (Some(0), ""), "{self:?}");
        self
    }

    /// Trouble: status 2, nothing on standard output, one line on standard error that holds all of these.
    #[track_caller]
    pub(crate) fn trouble(&self, words: &[&str]) {
        assert_eq!((self.status, self.stdout.as_str()), (Some(2), ""), "{self:?}");
        assert!(self.stderr.starts_with("pressdiff: ") && self.stderr.ends_with(".\n"), "{self:?}");
        assert_eq!(self.stderr.lines().count(), 1, "one sentence: {}", self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "{word:?} is not in {:?}", self.stderr);
        }
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}
