//! What the reviewer added, as part of the document of a comparison.

use schemars::JsonSchema;
use serde::Serialize;

use super::article::bead_id;
use super::names::Name;
use crate::export::report::Report;
use crate::review::Verdict;

/// Verdicts and notes on this comparison.
#[derive(Serialize, JsonSchema)]
pub(super) struct Review<'a> {
    /// The name of the review file, or with --full-paths its path as it was typed.
    file: &'a str,
    /// How far it has come.
    progress: Progress,
    /// What was decided, in the order of the beads.
    verdicts: Vec<Judged>,
    /// What was noted, in the order of the beads.
    notes: Vec<Noted<'a>>,
    /// Verdicts and notes whose words are in neither text any more.
    orphaned: Vec<Orphaned<'a>>,
}

/// How far a review has come.
#[derive(Serialize, JsonSchema)]
struct Progress {
    /// Beads with a difference that have a verdict on the words they have now.
    seen: usize,
    /// Beads with a difference.
    of: usize,
}

/// What was decided about a bead.
#[derive(Serialize, JsonSchema)]
struct Judged {
    /// The id of the bead.
    bead: String,
    /// What was decided.
    verdict: Name<Verdict>,
    /// Whether its words were edited since: then the bead is open again.
    edited: bool,
}

/// What was noted on a bead.
#[derive(Serialize, JsonSchema)]
struct Noted<'a> {
    /// The id of the bead.
    bead: String,
    /// The note, of one line or several.
    text: &'a str,
    /// Whether the words of the bead were edited since.
    edited: bool,
}

/// A verdict, a note or both on words that are in neither text any more.
#[derive(Serialize, JsonSchema)]
struct Orphaned<'a> {
    /// The words on the left.
    left: Option<&'a str>,
    /// The words on the right.
    right: Option<&'a str>,
    /// What was decided.
    verdict: Option<Name<Verdict>>,
    /// What was noted.
    note: Option<&'a str>,
}

/// The review; none without a review file.
pub(super) fn review<'a>(report: &Report<'a>) -> Option<Review<'a>> {
    let placed = report.review;
    let file = placed.file.as_deref()?;
    let judged = report.remarks().filter_map(|(bead, remark)| {
        let edited = placed.is_edited(bead);
        Some(Judged { bead: bead_id(bead), verdict: Name(remark.verdict?), edited })
    });
    let noted = report.remarks().filter_map(|(bead, remark)| {
        let edited = placed.is_edited(bead);
        Some(Noted { bead: bead_id(bead), text: remark.note.as_deref()?, edited })
    });
    let orphaned = report.orphaned().map(|entry| Orphaned {
        left: entry.texts.left.as_deref(),
        right: entry.texts.right.as_deref(),
        verdict: entry.remark.verdict.map(Name),
        note: entry.remark.note.as_deref(),
    });
    let progress = placed.progress(report.comparison);
    Some(Review {
        file,
        progress: Progress { seen: progress.seen, of: progress.of },
        verdicts: judged.collect(),
        notes: noted.collect(),
        orphaned: orphaned.collect(),
    })
}
