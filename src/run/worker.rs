//! The comparison of long texts on its own thread, so that keys never wait for it.
//!
//! One thread sends one value through one channel. Invariant: abandoned work ends by itself, and its
//! result is dropped.

use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::alignment::Pins;
use crate::article::Article;
use crate::comparison::{Comparison, Reading};
use crate::text::Pair;

/// Bytes of both texts above which they are compared in the background.
///
/// Comparing takes 50 ms for 47 kB (600 sentences), 250 ms for 150 kB, 1.5 s for 1.5 MB. Below this
/// limit it takes about 100 ms, which nobody notices.
const LONG: usize = 64 * 1024;

/// Whether comparing takes so long that an editor would notice.
pub(super) fn is_long(articles: Pair<&Article>) -> bool {
    articles.left.text.len() + articles.right.text.len() > LONG
}

/// The result of the work: the texts, their pins, the comparison with these pins.
pub(super) struct Compared {
    pub(super) reading: Reading,
    pub(super) pins: Pins,
    pub(super) comparison: Comparison,
}

/// Work in progress.
pub(super) struct Worker {
    compared: Receiver<Compared>,
    thread: JoinHandle<()>,
    since: Instant,
}

impl Worker {
    /// Starts the work.
    pub(super) fn start(work: impl FnOnce() -> Compared + Send + 'static) -> Worker {
        let (done, compared) = channel();
        // abandoned work has no receiver
        let thread = thread::spawn(move || drop(done.send(work())));
        Worker { compared, thread, since: Instant::now() }
    }

    /// The result, or the time that the work has taken so far.
    pub(super) fn poll(self) -> Result<Compared, (Worker, Duration)> {
        match self.compared.try_recv() {
            Ok(compared) => Ok(compared),
            Err(TryRecvError::Empty) => {
                let elapsed = self.since.elapsed();
                Err((self, elapsed))
            }
            // a panic of the work is one of the program
            Err(TryRecvError::Disconnected) => match self.thread.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => unreachable!("work that ends has sent its result"),
            },
        }
    }
}
