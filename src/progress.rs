//! A line on standard error while something takes long.
//!
//! Only where standard error is a terminal, and only once it has taken half a
//! second. Invariant: when the work is done the line is gone, so that whatever
//! is written next starts on a clean one.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::text::visible::shown_text;
use crate::text::width::columns;

/// How long work may take in silence.
const PATIENCE: Duration = Duration::from_millis(500);

/// Does the work, and says what it is if that takes long.
pub fn during<T>(words: &str, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        // dropped when the work is done, also when it panics
        let (_done, waiting) = channel::<()>();
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let line = format!("pressdiff: {} …", shown_text(words));
                say(&line);
                let _ = waiting.recv();
                say(&format!("\r{}\r", " ".repeat(columns(&line))));
            }
        });
        work()
    })
}

/// Writes to the terminal; one that takes nothing has nobody who waits for it.
fn say(words: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(words.as_bytes()).and_then(|()| stderr.flush());
}
