//! What an editor does to a review: one step, undone and redone.
//!
//! A [`Step`] is a value: what it takes out of a review and what it puts in, by
//! the words they are about. Undoing is the step turned round. Invariants: a step
//! and its reverse leave a review as it was; a step that no longer fits, because
//! another window touched the same words, does nothing.

use super::pins::names;
use super::{Bond, Placed, Remark, Review, Words, passages};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::sentence::SentenceId;
use crate::text::Pair;

/// One thing done to a review.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Step {
    /// What it was, as messages name it: `verdict fix`.
    pub name: String,
    /// What it takes out.
    pub less: Review,
    /// What it puts in.
    pub more: Review,
}

/// What was done, and what was undone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// Says something else of a bead; what was said of it under other words moves along.
pub fn remark(
    review: &Review,
    placed: &Placed,
    comparison: &Comparison,
    bead: BeadId,
    said: Remark,
    name: impl Into<String>,
) -> Step {
    let mut step = Step { name: name.into(), ..Step::default() };
    for passage in placed.kept_as.get(&bead).into_iter().flatten() {
        if let Some(before) = review.remarks.get(passage) {
            step.less.remarks.insert(passage.clone(), before.clone());
        }
    }
    let here = passages(comparison).into_iter().nth(bead.index());
    if let Some(passage) = here.filter(|_| !said.is_empty()) {
        step.more.remarks.insert(passage, said);
    }
    step
}

/// Ties all these sentences together.
pub fn pin(review: &Review, comparison: &Comparison, sentences: &Pair<Vec<SentenceId>>) -> Step {
    bind(review, comparison, sentences, Bond::Together, "pin")
}

/// Parts the sentences of a bead.
pub fn split(review: &Review, comparison: &Comparison, bead: BeadId) -> Step {
    let sentences = &comparison.alignment.get(bead).sentences;
    bind(review, comparison, sentences, Bond::Apart, "split")
}

fn bind(
    review: &Review,
    comparison: &Comparison,
    sentences: &Pair<Vec<SentenceId>>,
    bond: Bond,
    name: &str,
) -> Step {
    let mut step = Step { name: name.to_owned(), ..Step::default() };
    let names: Pair<Vec<Words>> = comparison.sides().map(names);
    for left in &sentences.left {
        for right in &sentences.right {
            let words = Pair::new(names.left[left.index()].clone(), names.right[right.index()].clone());
            if let Some(before) = review.pins.get(&words) {
                step.less.pins.insert(words.clone(), *before);
            }
            step.more.pins.insert(words, bond);
        }
    }
    step
}

impl Step {
    /// Whether it does anything.
    pub fn is_empty(&self) -> bool {
        self.less == self.more
    }

    /// The step that undoes this one.
    #[must_use]
    pub fn reverse(&self) -> Step {
        Step { name: self.name.clone(), less: self.more.clone(), more: self.less.clone() }
    }

    /// Whether what it takes out is there as it was, and what it puts in replaces nothing else.
    fn fits(&self, review: &Review) -> bool {
        let remarks = self.less.remarks.iter().all(|(key, said)| review.remarks.get(key) == Some(said))
            && self
                .more
                .remarks
                .keys()
                .all(|key| !review.remarks.contains_key(key) || self.less.remarks.contains_key(key));
        let pins = self.less.pins.iter().all(|(key, bond)| review.pins.get(key) == Some(bond))
            && self
                .more
                .pins
                .keys()
                .all(|key| !review.pins.contains_key(key) || self.less.pins.contains_key(key));
        remarks && pins
    }

    /// The review after it; none where it no longer fits.
    pub fn apply(&self, review: &Review) -> Option<Review> {
        if !self.fits(review) {
            return None;
        }
        let mut after = review.clone();
        after.remarks.retain(|key, _| !self.less.remarks.contains_key(key));
        after.pins.retain(|key, _| !self.less.pins.contains_key(key));
        after.remarks.extend(self.more.remarks.clone());
        after.pins.extend(self.more.pins.clone());
        Some(after)
    }
}

impl History {
    /// Remembers a step that was done; what was undone before it is forgotten.
    pub fn did(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// The step that undoes the last one; it is remembered for [`History::redo`].
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        let reverse = step.reverse();
        self.undone.push(step);
        Some(reverse)
    }

    /// The step that was undone last.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
