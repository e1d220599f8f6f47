//! Whether what is shown is aligned, or the alignment is still being made behind the screen.
//!
//! The loop asks [`super::Outside::work`] and tells the [`App`]. Invariant: unless the texts
//! are aligned, reading keys work as ever, and those that judge or report wait and say so.

use std::time::Duration;

use super::app::{App, Effect, Hint, Message};
use super::keymap::{Command, Group};
use super::outside::{Outside, Work};
use crate::comparison::Comparison;

/// Whether what is shown is aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Aligned {
    /// It is, around the pins of the review.
    #[default]
    Done,
    /// That is being worked on, for so long by now.
    Busy(Duration),
    /// That was stopped.
    Stopped,
}

impl Aligned {
    /// Work on it has just begun.
    pub fn begun() -> Aligned {
        Aligned::Busy(Duration::ZERO)
    }
}

/// How long one picture of the moving sign stands, in milliseconds.
const BEAT: u128 = 100;

/// Tells the screen what has become of the comparison behind it.
pub(super) fn attend(app: &mut App, outside: &mut dyn Outside) {
    match outside.work() {
        Work::None => {}
        Work::Busy(elapsed) => app.aligned = Aligned::Busy(elapsed),
        Work::Done(comparison) => app.take_aligned(*comparison),
    }
}

/// Waits for the alignment no longer; what is shown stays.
pub(super) fn stop(app: &mut App, outside: &mut dyn Outside) {
    outside.stop();
    app.aligned = Aligned::Stopped;
}

/// Calls a command, unless it has to wait for the alignment.
pub(super) fn call(app: &mut App, command: &Command) -> Effect {
    let busy = app.is_busy();
    if app.aligned == Aligned::Done || !waits(command, busy) {
        return (command.run)(app);
    }
    app.info(match app.aligned {
        Aligned::Done => String::new(),
        Aligned::Busy(_) => format!("“{}” waits until the texts are aligned; Esc stops that.", command.short),
        Aligned::Stopped => {
            format!("“{}” needs the texts aligned; {} aligns them.", command.short, app.key("reload"))
        }
    });
    Effect::None
}

/// Whether a command means nothing, or the wrong thing, before the texts are aligned.
fn waits(command: &Command, busy: bool) -> bool {
    match command.group {
        Group::Review | Group::Jump | Group::Ledgers => true,
        Group::Move | Group::Search => false,
        Group::Display => matches!(command.name, "threshold" | "filter"),
        Group::Session => match command.name {
            "export" | "command-line" => true,
            "reload" | "edit" => busy,
            _ => false,
        },
    }
}

impl App {
    /// Whether the alignment is being made.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self.aligned, Aligned::Busy(_))
    }

    /// What the status line says while the texts are not aligned.
    pub(crate) fn alignment_line(&self) -> Option<String> {
        match self.aligned {
            Aligned::Done => None,
            Aligned::Busy(elapsed) => {
                let signs = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"];
                let sign = signs[(elapsed.as_millis() / BEAT) as usize % signs.len()];
                Some(format!("{sign} aligning … {} s · Esc stops", elapsed.as_secs()))
            }
            Aligned::Stopped => Some(format!("Not aligned; {} starts it again.", self.key("reload"))),
        }
    }

    /// Shows the comparison that was waited for.
    fn take_aligned(&mut self, comparison: Comparison) {
        self.aligned = Aligned::Done;
        // texts that were never aligned have no counts
        let was_aligned = self.comparison.summary.beads.iter().any(|&count| count > 0);
        self.show(comparison);
        if was_aligned {
            if self.message.is_none() {
                self.info("Compared again.");
            }
        } else if matches!(self.message, Some(Message::Warning(_))) {
            // trouble with the review is still to be read
        } else if !self.desk.review.is_empty() {
            self.tell_review();
        } else if self.hint == Hint::Done {
            self.info("Aligned.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Origin;
    use crate::comparison::{Options, glance, read};
    use crate::export::Report;
    use crate::import::import;
    use crate::text::{Pair, Side};
    use crate::tui::{ExportReply, ExportRequest, Size, script, update};

    /// Gives these in turn.
    struct Behind(Vec<Work>);

    impl Outside for Behind {
        fn export(&mut self, _: &Report<'_>, _: &ExportRequest) -> ExportReply {
            ExportReply::Written
        }

        fn work(&mut self) -> Work {
            self.0.pop().unwrap_or(Work::None)
        }
    }

    #[test]
    fn what_is_unaligned_is_read_but_not_judged() {
        let texts = Pair::new(
            "The river rose.\nNobody was hurt.\n",
            "The river rose.\nOne man was hurt.\nRain fell.\n",
        );
        let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
        let unaligned = glance(articles.clone(), Options::default()).unaligned();
        assert_eq!(unaligned.alignment.beads.len(), 5);
        let compared = read(articles, Options::default()).compare(&crate::alignment::Pins::default());
        let mut outside = Behind(vec![Work::Done(Box::new(compared.clone())), Work::Busy(Duration::ZERO)]);

        let mut app = App::new(unaligned, Size { columns: 80, rows: 24 }, Vec::new());
        attend(&mut app, &mut outside);
        assert!(app.is_busy());
        let mut effects = Vec::new();
        for input in script("jj1x<esc>").expect("keys") {
            effects.push(update(&mut app, input));
        }
        assert_eq!(app.cursor().index(), 2);
        assert_eq!(effects.last(), Some(&Effect::Stop));
        assert!(effects.iter().rev().skip(1).all(|effect| *effect == Effect::None));
        let place = |app: &App| {
            app.row(app.cursor()).cells.as_ref().map(|cell| cell.as_ref().map(|cell| cell.span.start()))
        };
        let before = place(&app);
        attend(&mut app, &mut outside);
        assert_eq!(app.aligned, Aligned::Done);
        assert_eq!(app.comparison, compared);
        let after = place(&app);
        assert!(Side::BOTH.into_iter().any(|side| before[side].is_some() && before[side] == after[side]));
    }
}
