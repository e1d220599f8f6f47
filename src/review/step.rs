//! Changes of a review: one step, undone and redone.
//!
//! A [`Step`] is a value: the remarks and pins that it removes and adds. Undoing applies the reverse
//! step. Invariants: a step and its reverse leave a review unchanged; a step that no longer fits,
//! because another window changed the same words, does nothing.

use std::collections::BTreeMap;

use super::pins::names;
use super::{Bond, Placed, Remark, Review, Words, passages};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::sentence::SentenceId;
use crate::text::Pair;

/// One change of a review.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Step {
    /// Its name in messages: `verdict fix`.
    pub name: String,
    /// The remarks and pins that it removes.
    pub removed: Review,
    /// The remarks and pins that it adds.
    pub added: Review,
}

/// The steps that were done and undone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// Replaces the remark on a bead, including remarks that were made on other words of it.
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
            step.removed.remarks.insert(passage.clone(), before.clone());
        }
    }
    let here = passages(comparison).into_iter().nth(bead.index());
    if let Some(passage) = here.filter(|_| !said.is_empty()) {
        step.added.remarks.insert(passage, said);
    }
    step
}

/// Pins all these sentences together.
pub fn pin(review: &Review, comparison: &Comparison, sentences: &Pair<Vec<SentenceId>>) -> Step {
    bind(review, comparison, sentences, Bond::Together, "pin")
}

/// Pins the sentences of a bead apart.
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
                step.removed.pins.insert(words.clone(), *before);
            }
            step.added.pins.insert(words, bond);
        }
    }
    step
}

impl Step {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.removed == self.added
    }

    /// The step that undoes this one.
    #[must_use]
    pub fn reverse(&self) -> Step {
        Step { name: self.name.clone(), removed: self.added.clone(), added: self.removed.clone() }
    }

    /// The review after the step; none if the step no longer fits.
    pub fn apply(&self, review: &Review) -> Option<Review> {
        let Step { removed, added, .. } = self;
        Some(Review {
            remarks: replaced(&review.remarks, &removed.remarks, &added.remarks)?,
            pins: replaced(&review.pins, &removed.pins, &added.pins)?,
        })
    }
}

/// A map after a step; none if the removed entries have changed or the added ones replace others.
fn replaced<K: Ord + Clone, V: PartialEq + Clone>(
    map: &BTreeMap<K, V>,
    removed: &BTreeMap<K, V>,
    added: &BTreeMap<K, V>,
) -> Option<BTreeMap<K, V>> {
    let fits = removed.iter().all(|(key, value)| map.get(key) == Some(value))
        && added.keys().all(|key| !map.contains_key(key) || removed.contains_key(key));
    fits.then(|| {
        let mut after = map.clone();
        after.retain(|key, _| !removed.contains_key(key));
        after.extend(added.clone());
        after
    })
}

impl History {
    /// Records a step that was done and forgets the steps that were undone.
    pub fn did(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// The step that undoes the last one, which [`History::redo`] can do again.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        let reverse = step.reverse();
        self.undone.push(step);
        Some(reverse)
    }

    /// The last step that was undone.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
