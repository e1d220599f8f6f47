//! The edits of a quotation as an editor sees them: what moved, what is cut, what was put in.
//!
//! The gaps between the matches of a link are seen together, because a gap alone does not distinguish a cut from a
//! rewording: *it is virtually unknown* and *there is almost none* are two gaps, and nothing is cut.
//! Exchanging the sides mirrors the edits: what one side has cut the other has put in.

use crate::quotation::{Alarm, EditManner, QuotationEdit};
use crate::text::{Pair, Side};
use crate::words::Key;

use super::alarm::turned;
use super::cues::spelled_out;
use super::evidence::is_content;
use super::fragments::spans_of;
use super::gap::Gap;
use super::linking::Case;
use super::units::{Trait, Unit};

/// What the gaps of a link come to, in their order.
pub(super) fn edits(case: &Case, gaps: &[Gap]) -> Vec<QuotationEdit> {
    let losses = losses(case, gaps);
    let is_quoted = case.texts.left.quotation.marked && case.texts.right.quotation.marked;
    let mut found = Vec::new();
    for (n, mut alarms) in turned(case, gaps).into_iter().enumerate() {
        let loss = &losses[n];
        if is_quoted && !is_offset(case, &losses, n) {
            let cuts = [(Side::Right, Alarm::SilentCut), (Side::Left, Alarm::AddedWords)];
            alarms.extend(cuts.into_iter().filter(|(side, _)| loss.is_cut(*side)).map(|(_, alarm)| alarm));
        }
        alarms.extend(&loss.gap.alarms);
        alarms.sort_unstable();
        alarms.dedup();
        let spans = Pair::from_fn(|side| spans_of(&case.words[side], &loss.gap.words[side]));
        for at in 0..spans.left.len().max(spans.right.len()) {
            found.push(QuotationEdit {
                spans: spans.as_ref().map(|spans| spans.get(at).copied()),
                manner: loss.manner,
                alarms: std::mem::take(&mut alarms),
            });
        }
    }
    found
}

/// A gap and what each side lacks there.
struct Loss<'a> {
    gap: &'a Gap,
    /// The words that the other side has nowhere in the same sentence.
    unmatched: Pair<Vec<Unit>>,
    manner: EditManner,
}

/// What is left of each gap when the words that both sides have in the sentence are taken out.
fn losses<'a>(case: &Case, gaps: &'a [Gap]) -> Vec<Loss<'a>> {
    let stem = |unit: &Unit| case.words.left.vocabulary.stem(unit.key);
    let mut found: Vec<Loss> = Vec::with_capacity(gaps.len());
    for group in gaps.chunk_by(|one, next| one.sentence == next.sentence) {
        let mut shared: Pair<Vec<Key>> =
            Pair::from_fn(|side| group.iter().flat_map(|gap| &gap.words[side.other()]).map(stem).collect());
        for gap in group {
            let unmatched = Pair::from_fn(|side| {
                let is_unmatched = |unit: &&Unit| match shared[side].iter().position(|key| *key == stem(unit))
                {
                    Some(at) => {
                        shared[side].swap_remove(at);
                        false
                    }
                    None => true,
                };
                gap.words[side].iter().filter(is_unmatched).copied().collect::<Vec<_>>()
            });
            found.push(Loss { manner: manner(case, gap, &unmatched), gap, unmatched });
        }
    }
    found
}

fn content(units: &[Unit]) -> usize {
    units.iter().filter(|unit| unit.is_content()).count()
}

fn manner(case: &Case, gap: &Gap, unmatched: &Pair<Vec<Unit>>) -> EditManner {
    let is_one_sided = gap.words.left.is_empty() != gap.words.right.is_empty();
    let contents = [&gap.words, unmatched].map(|words| content(&words.left) + content(&words.right));
    let is_spelled_alike = || {
        let Pair { left, right } = Pair::from_fn(|side| spelled_out(&case.words[side], &gap.words[side]));
        left.iter().map(|word| word.folded).eq(right.iter().map(|word| word.folded))
    };
    match contents {
        [said, 0] if said > 0 && is_one_sided => EditManner::Moved,
        _ if gap.is_end => EditManner::Trimmed,
        _ if !is_one_sided && is_spelled_alike() => EditManner::Contracted,
        _ => EditManner::Reworded,
    }
}

/// The fewest words of a run that are cut although one or two replace them.
const RUN: usize = 5;

impl Loss<'_> {
    /// Whether the side lacks words without saying so: *literally*, *with them*, and
    /// *by the harbor board and yet* for which only *but* was put in.
    fn is_cut(&self, lacking: Side) -> bool {
        let full = lacking.other();
        let (lost, instead) = (self.unmatched[full].len(), self.gap.words[lacking].len());
        let (content, says) = (content(&self.unmatched[full]), content(&self.unmatched[lacking]));
        let sentences =
            |side: Side| self.gap.words[side].iter().filter(|unit| unit.is(Trait::Sentence)).count();
        let is_cut = if instead == 0 {
            content >= 1 || lost >= 2
        } else {
            let loses_sentence = sentences(full) > sentences(lacking) && lost >= 3 * instead;
            let is_shrunk = lost >= RUN && instead <= 2 && content > says;
            let is_emptied = content >= 2 && says == 0;
            loses_sentence || is_shrunk || is_emptied
        };
        self.manner == EditManner::Reworded && self.gap.silent[lacking] && is_cut
    }

    /// Whether the side lacks words that it may have elsewhere in other words: what an end has lost may be
    /// in the middle of the other side.
    fn lacks(&self, side: Side) -> bool {
        self.is_cut(side) || self.gap.is_end && self.gap.words[side].is_empty()
    }
}

/// Whether the words that one side lacks in a gap are made up for in the same sentence: by about as many
/// that the other side lacks, or by a longer rewording right next to them.
fn is_offset(case: &Case, losses: &[Loss], n: usize) -> bool {
    let own = &losses[n];
    let both = |of: fn(&[Unit]) -> usize, loss: &Loss| of(&loss.unmatched.left) + of(&loss.unmatched.right);
    let is_answered = |other: &Loss| {
        let lengths = [own, other].map(|loss| both(<[Unit]>::len, loss));
        Side::BOTH.into_iter().any(|side| own.lacks(side) && other.lacks(side.other()))
            && 3 * lengths[0].min(lengths[1]) >= lengths[0].max(lengths[1])
            && both(content, own).min(both(content, other)) >= 1
    };
    let is_reworded = |other: &Loss| {
        let units = case.units();
        let between = &case.matches[own.gap.at.min(other.gap.at)..own.gap.at.max(other.gap.at)];
        let makes_up = |lacking: Side| {
            let lost = content(&own.unmatched[lacking.other()]).saturating_sub(1);
            own.is_cut(lacking)
                && content(&other.unmatched[lacking]) > content(&other.unmatched[lacking.other()]) + lost
        };
        !between.iter().any(|at| is_content(units, *at)) && Side::BOTH.into_iter().any(makes_up)
    };
    losses.iter().enumerate().any(|(at, other)| {
        at != n
            && other.gap.sentence == own.gap.sentence
            && (is_answered(other) || at.abs_diff(n) == 1 && is_reworded(other))
    })
}
