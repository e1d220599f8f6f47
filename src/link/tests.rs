//! The stage in text notation: two articles in, one line a link out.
//!
//! In the articles `⟦Ann Lee⟧` is the speaker of the nearest quotation on its line,
//! `⟦she=Ann Lee⟧` a pronoun that stands for her, `~"…"` a scare quote and
//! `⟪…⟫` a reported quotation. A link is its state and marks, then its edits
//! `[-left-]{+right+}`, then `!alarm`, then `@same` or `@changed` for the speaker.

mod alarms;
mod cases;
mod edges;
mod ends;
mod long;
mod notation;
mod properties;
mod repeats;
mod speakers;

use notation::{check, check_runs};
