//! The figures of the status line, in full and in few words.

use super::words::{counted, counts, percent};
use crate::comparison::Comparison;
use crate::difference::FactState;
use crate::quotation::LinkState;

/// The figures an editor asks for first, so that a narrow line loses the least:
/// `5 quotations: 3 same, 1 altered, 1 only on one side`, `1 fact altered`, `2 moved`, `lifted 69%`.
pub fn figures(comparison: &Comparison) -> Vec<String> {
    let summary = &comparison.summary;
    let of = |wanted: &[LinkState]| -> usize {
        let states = LinkState::ALL.iter().zip(summary.quotations);
        states.filter(|(state, _)| wanted.contains(state)).map(|(_, count)| count).sum()
    };
    let parts = [
        ("altered", of(&[LinkState::Altered])),
        ("trimmed", of(&[LinkState::Trimmed, LinkState::Extended])),
        ("merged or split", of(&[LinkState::Merged, LinkState::Split])),
        ("paraphrased", of(&[LinkState::Paraphrased])),
        ("same", of(&[LinkState::SameWords])),
        ("on one side", of(&[LinkState::LeftOnly, LinkState::RightOnly])),
    ];
    let parts = parts.into_iter().map(|(what, count)| (what.to_owned(), count));
    let mut said = match summary.quotations.iter().sum() {
        0 => vec!["no quotations".to_owned()],
        all => vec![format!("{}: {}", counted(all, "quotation"), counts(parts))],
    };
    let facts = FactState::ALL.iter().zip(summary.facts).filter(|(state, _)| **state == FactState::Altered);
    match facts.map(|(_, count)| count).sum() {
        0 => {}
        altered => said.push(format!("{} altered", counted(altered, "fact"))),
    }
    if summary.moved > 0 {
        said.push(format!("{} moved", summary.moved));
    }
    if summary.lifted.words > 0 {
        said.push(format!("lifted {}", percent(summary.lifted.share)));
    }
    said
}

/// The same in few words for a narrow line, again the most important first; shared quotations are not told:
/// `5 quotes: 1 altered 1 cut 1 lone`, `1 fact`, `lifted 69%`, `1 moved`.
pub fn short_figures(comparison: &Comparison) -> Vec<String> {
    let summary = &comparison.summary;
    let parts =
        LinkState::ALL.into_iter().zip(summary.quotations).fold([0; 4], |mut parts, (state, count)| {
            let part = match state {
                LinkState::SameWords => return parts,
                LinkState::Altered => 0,
                LinkState::Trimmed | LinkState::Extended | LinkState::Merged | LinkState::Split => 1,
                LinkState::Paraphrased => 2,
                LinkState::LeftOnly | LinkState::RightOnly => 3,
            };
            parts[part] += count;
            parts
        });
    let told = ["altered", "cut", "told", "lone"].into_iter().zip(parts).filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(name, count)| format!("{count} {name}")).collect();
    let quotes = counted(summary.quotations.iter().sum(), "quote");
    let mut said = vec![if told.is_empty() { quotes } else { format!("{quotes}: {}", told.join(" ")) }];
    let facts = FactState::ALL.iter().zip(summary.facts).filter(|(state, _)| **state == FactState::Altered);
    let altered: usize = facts.map(|(_, count)| count).sum();
    if altered > 0 {
        said.push(counted(altered, "fact"));
    }
    if summary.lifted.words > 0 {
        said.push(format!("lifted {}", percent(summary.lifted.share)));
    }
    if summary.moved > 0 {
        said.push(format!("{} moved", summary.moved));
    }
    said
}
