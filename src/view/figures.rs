//! The figures of the status line, in full and in few words.

use super::words::{counted, counts, percent};
use crate::comparison::Comparison;
use crate::difference::FactState;
use crate::quotation::LinkState;

/// The figures, the most important first, so that a narrow line loses the least:
/// `5 quotations: 1 altered, 3 same, 1 on one side`, `1 fact altered`, `2 moved`, `lifted 69%`.
pub fn figures(comparison: &Comparison) -> Vec<String> {
    let parts: [(&str, &[LinkState]); 6] = [
        ("altered", &[LinkState::Altered]),
        ("trimmed", &[LinkState::Trimmed, LinkState::Extended]),
        ("merged or split", &[LinkState::Merged, LinkState::Split]),
        ("paraphrased", &[LinkState::Paraphrased]),
        ("same", &[LinkState::SameWords]),
        ("on one side", &[LinkState::LeftOnly, LinkState::RightOnly]),
    ];
    let parts = parts.map(|(name, states)| (name.to_owned(), count(comparison, states)));
    let quotations = match count(comparison, &LinkState::ALL) {
        0 => "no quotations".to_owned(),
        all => format!("{}: {}", counted(all, "quotation"), counts(parts.into_iter())),
    };
    let [facts, moved, lifted] = others(comparison);
    let facts = facts.map(|facts| format!("{facts} altered"));
    [Some(quotations), facts, moved, lifted].into_iter().flatten().collect()
}

/// The same in few words for a narrow line, without the quotations that both sides share:
/// `5 quotes: 1 altered 1 cut 1 lone`, `1 fact`, `lifted 69%`, `1 moved`.
pub fn short_figures(comparison: &Comparison) -> Vec<String> {
    let parts: [(&str, &[LinkState]); 4] = [
        ("altered", &[LinkState::Altered]),
        ("cut", &[LinkState::Trimmed, LinkState::Extended, LinkState::Merged, LinkState::Split]),
        ("told", &[LinkState::Paraphrased]),
        ("lone", &[LinkState::LeftOnly, LinkState::RightOnly]),
    ];
    let parts = parts.into_iter().map(|(name, states)| (count(comparison, states), name));
    let parts: Vec<String> =
        parts.filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    let quotes = counted(count(comparison, &LinkState::ALL), "quote");
    let quotes = if parts.is_empty() { quotes } else { format!("{quotes}: {}", parts.join(" ")) };
    let [facts, moved, lifted] = others(comparison);
    [Some(quotes), facts, lifted, moved].into_iter().flatten().collect()
}

/// The quotations in these states.
fn count(comparison: &Comparison, wanted: &[LinkState]) -> usize {
    let states = LinkState::ALL.iter().zip(comparison.summary.quotations);
    states.filter(|(state, _)| wanted.contains(state)).map(|(_, count)| count).sum()
}

/// Altered facts, moved sentences and lifted words, if there are any.
fn others(comparison: &Comparison) -> [Option<String>; 3] {
    let summary = &comparison.summary;
    let facts = FactState::ALL.iter().zip(summary.facts);
    let altered = facts.filter(|(state, _)| **state == FactState::Altered).map(|(_, count)| count).sum();
    [
        (altered > 0).then(|| counted(altered, "fact")),
        (summary.moved > 0).then(|| format!("{} moved", summary.moved)),
        (summary.lifted.words > 0).then(|| format!("lifted {}", percent(summary.lifted.share))),
    ]
}
