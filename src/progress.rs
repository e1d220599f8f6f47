//! A line on standard error during slow work.
//!
//! Shown only if standard error is a terminal, after half a second. Invariant: the line is erased when
//! the work is done.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::text::visible::shown_text;
use crate::text::width::columns;

/// The time before the line is shown.
const PATIENCE: Duration = Duration::from_millis(500);

/// Does the work, and shows these words if it is slow.
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

/// Writes to the terminal; ignores errors.
fn say(words: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(words.as_bytes()).and_then(|()| stderr.flush());
}
