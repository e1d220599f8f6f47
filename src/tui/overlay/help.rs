//! The help: all keys with the user's settings, and a legend of signs and marks.

use super::line::{Line, Piece, PieceLook, piece};
use crate::text::Side;
use crate::text::width::columns;
use crate::tui::{App, Command, Element, Group};
use crate::view::{Mark, MarkSet, Sign, words};

/// The widest label that the explanations leave room for; after a wider one its explanation starts further right.
const WIDEST_LABEL: usize = 16;

/// The marks that the legend explains.
const LEGEND: [(Mark, &str); 9] = [
    (Mark::AlteredWord, "a word inside a quotation that differs"),
    (Mark::QuotationAltered, "a quotation whose words differ"),
    (Mark::QuotationShared, "a quotation that both have"),
    (Mark::QuotationPartial, "a quotation trimmed, extended or reworded"),
    (Mark::QuotationOnly, "a quotation that only one side has"),
    (Mark::Differs, "a word that differs"),
    (Mark::Only, "a sentence that only one side has"),
    (Mark::Moved, "a sentence that moved"),
    (Mark::Speaker, "the speaker"),
];

/// The lines of the help.
pub(super) fn lines(app: &App) -> Vec<Line> {
    let keys = |command: &Command| app.preferences.keymap.names(command.action).join("  ");
    let commands = Group::ALL.into_iter().flat_map(Group::commands);
    let widest = commands.map(|command| columns(&keys(command))).max().unwrap_or(0).min(WIDEST_LABEL);
    let width = (widest + 2).min(usize::from(app.size().columns / 2).saturating_sub(2));
    let line = |mut label: Vec<Piece>, text: &str| {
        let used: usize = label.iter().map(|(text, _)| columns(text)).sum();
        label.push(piece(" ".repeat(width.saturating_sub(used).max(2)), Element::Panel));
        label.push(piece(text, Element::Panel));
        Line { column: 2, pieces: label }
    };
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.push(Line::title(group.title()));
        let commands = group.commands();
        lines.extend(commands.map(|command| line(vec![piece(keys(command), Element::Key)], command.doc)));
        lines.push(Line::EMPTY);
    }
    lines.push(Line::title("Signs"));
    for sign in Sign::ALL {
        let label = vec![piece(sign.symbol(), Element::Sign(sign))];
        lines.push(line(label, &words::sign_name(&app.comparison, sign)));
    }
    lines.extend([Line::EMPTY, Line::title("Marks")]);
    for (mark, text) in LEGEND {
        let marked = |side: Side| (side.name().to_owned(), PieceLook::Marks(side, MarkSet::EMPTY.with(mark)));
        let label = vec![marked(Side::Left), piece(" ", Element::Panel), marked(Side::Right)];
        lines.push(line(label, text));
    }
    lines
}
