//! The comparison of long texts, on a thread of its own: keys never wait for it.
//!
//! Stands between [`super::session`], which asks for it, and the core, which does it.
//! One thread and one value through one channel. Invariant: work that nobody waits
//! for any more ends on its own, and what came of it is dropped.

use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::alignment::Pins;
use crate::article::Article;
use crate::comparison::{Comparison, Reading};
use crate::text::Pair;

/// From how many bytes of both texts on work is done behind the screen.
///
/// Comparing takes 50 ms for 47 kB (600 sentences), 250 ms for 150 kB, 1.5 s for 1.5 MB:
/// below this it is done within about 100 ms, which nobody feels.
const LONG: usize = 64 * 1024;

/// Whether comparing takes so long that an editor would feel it.
pub(super) fn is_long(articles: Pair<&Article>) -> bool {
    articles.left.text.len() + articles.right.text.len() > LONG
}

/// What comes of the work: the texts as read, the pins in them, the comparison around these.
pub(super) struct Compared {
    pub(super) reading: Reading,
    pub(super) pins: Pins,
    pub(super) comparison: Comparison,
}

/// Work that goes on.
pub(super) struct Worker {
    compared: Receiver<Compared>,
    thread: JoinHandle<()>,
    since: Instant,
}

impl Worker {
    /// Starts the work.
    pub(super) fn start(work: impl FnOnce() -> Compared + Send + 'static) -> Worker {
        let (done, compared) = channel();
        // whoever stopped it is not there to receive
        let thread = thread::spawn(move || drop(done.send(work())));
        Worker { compared, thread, since: Instant::now() }
    }

    /// What came of it; how long it has taken so far, otherwise.
    pub(super) fn look(self) -> Result<Compared, (Worker, Duration)> {
        match self.compared.try_recv() {
            Ok(compared) => Ok(compared),
            Err(TryRecvError::Empty) => {
                let elapsed = self.since.elapsed();
                Err((self, elapsed))
            }
            // a fault in the work is one of the program
            Err(TryRecvError::Disconnected) => match self.thread.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => unreachable!("work that ends has sent what came of it"),
            },
        }
    }
}
