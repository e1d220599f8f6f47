//! The lines above the rows of a quotation: who speaks, and what became of the words.

use super::words::{against, alarms, marks, speaker, state_name};
use crate::comparison::Comparison;
use crate::quotation::{Alarm, LinkId, QuotationEdit, QuotationLink};

/// A row of a quotation, as far as its caption depends on it.
pub(super) struct Spot<'a> {
    /// Whether the quotation begins here.
    pub(super) is_first: bool,
    /// Whether words here go on from another row of the same side.
    pub(super) is_continued: bool,
    /// The edits in this row; none where its words are the same.
    pub(super) edits: Option<&'a [&'a QuotationEdit]>,
    /// Where other rows in which its words differ are, if there are any.
    pub(super) elsewhere: Option<Way>,
}

/// Above or below a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    Above,
    Below,
}

/// What is said of a whole quotation: `Dmitry Orlov: same words; marks only in the Courier`.
pub fn caption(comparison: &Comparison, id: LinkId) -> String {
    let link = &comparison.links[id.index()];
    let edits: Vec<&QuotationEdit> = link.edits.iter().collect();
    let state = with_edits(comparison, state_name(comparison, link.state), &edits);
    first(comparison, link, state)
}

/// What is said of a quotation above one of its rows, with the edits of this row alone:
/// `(continued) Dmitry Orlov: altered: may → will`.
pub(super) fn in_row(comparison: &Comparison, id: LinkId, spot: &Spot<'_>) -> String {
    let link = &comparison.links[id.index()];
    let state = state_name(comparison, link.state);
    let (Some(edits), false) = (spot.edits, spot.is_first) else {
        return first(comparison, link, first_state(comparison, state, spot));
    };
    let continued = if spot.is_continued { "(continued) " } else { "" };
    let speaker = speaker(comparison, link);
    let mut own: Vec<Alarm> = edits.iter().flat_map(|edit| &edit.alarms).copied().collect();
    own.sort_unstable();
    own.dedup();
    format!("{continued}{speaker}: {}", with_alarms(with_edits(comparison, state, edits), &own))
}

/// What became of the words, with the edits of this row, and in which direction the others are.
fn first_state(comparison: &Comparison, state: String, spot: &Spot<'_>) -> String {
    let way = spot.elsewhere.map(|way| match way {
        Way::Above => "above",
        Way::Below => "below",
    });
    match (spot.edits, way) {
        (None, None) => state,
        (None, Some(way)) => format!("{state}, see {way}"),
        (Some(edits), None) => with_edits(comparison, state, edits),
        (Some(edits), Some(way)) => format!("{}; more {way}", with_edits(comparison, state, edits)),
    }
}

/// The line of the first row: with what to check in all of the quotation, and which side has its marks.
fn first(comparison: &Comparison, link: &QuotationLink, state: String) -> String {
    let said = [Some(with_alarms(state, &link.alarms)), marks(comparison, link)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    format!("{}: {}", speaker(comparison, link), said.join("; "))
}

/// `altered: may → will`: what became of the words, with the first of those that differ.
fn with_edits(comparison: &Comparison, state: String, edits: &[&QuotationEdit]) -> String {
    /// Edits that a caption spells out.
    const MOST: usize = 3;

    let spelled: Vec<String> = edits.iter().take(MOST).map(|edit| against(comparison, edit.spans)).collect();
    match (spelled.as_slice(), edits.len().checked_sub(MOST)) {
        ([], _) => state,
        (_, Some(more @ 1..)) => format!("{state}: {} and {more} more", spelled.join(", ")),
        (_, Some(0) | None) => format!("{state}: {}", spelled.join(", ")),
    }
}

fn with_alarms(said: String, found: &[Alarm]) -> String {
    match alarms(found) {
        Some(names) => format!("{said} (check: {names})"),
        None => said,
    }
}
