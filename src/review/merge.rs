//! Merges the changes of two windows in one review.
//!
//! A three-way merge of both reviews and the review that both started from. Invariants: a remark that
//! only one window changed is taken from it; if both changed it, the verdict of this window wins and
//! the note keeps the words of the other. No typed text is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::{Remark, Review};

/// The result of a merge.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Merged {
    /// The review with the changes of both windows.
    pub review: Review,
    /// How many remarks and pins came from the other window.
    pub taken: usize,
    /// How many remarks and pins both windows changed.
    pub contested: usize,
}

/// Merges the changes of both windows since `base`.
pub fn merge(base: &Review, ours: &Review, theirs: &Review) -> Merged {
    let mut merged = Merged::default();
    let remarks = merge_maps(&base.remarks, &ours.remarks, &theirs.remarks, &mut merged, both_said);
    let pins = merge_maps(&base.pins, &ours.pins, &theirs.pins, &mut merged, |ours, _| *ours);
    merged.review = Review { remarks, pins };
    merged
}

/// Three-way merge of one map; `both` merges values that both sides changed.
fn merge_maps<K: Clone + Ord, V: Clone + PartialEq>(
    base: &BTreeMap<K, V>,
    ours: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    merged: &mut Merged,
    both: impl Fn(&V, &V) -> V,
) -> BTreeMap<K, V> {
    let keys: BTreeSet<&K> = ours.keys().chain(theirs.keys()).collect();
    let mut all = BTreeMap::new();
    for key in keys {
        let (before, here, there) = (base.get(key), ours.get(key), theirs.get(key));
        let value = if here == there || there == before {
            here.cloned()
        } else if here == before {
            merged.taken += 1;
            there.cloned()
        } else {
            merged.contested += 1;
            match (here, there) {
                (Some(here), Some(there)) => Some(both(here, there)),
                // an entry that one window removed and the other changed stays
                (here, there) => here.or(there).cloned(),
            }
        };
        all.extend(value.map(|value| (key.clone(), value)));
    }
    all
}

/// The verdict of this window, with a note that keeps the words of the other.
fn both_said(ours: &Remark, theirs: &Remark) -> Remark {
    let verdict = theirs.verdict.filter(|verdict| ours.verdict.is_some_and(|here| here != *verdict));
    let note = theirs.note.as_deref().filter(|note| !ours.note.as_deref().unwrap_or_default().contains(note));
    let told = match (verdict, note) {
        (None, None) => None,
        (Some(verdict), None) => Some(format!("[another window: {}]", verdict.name())),
        (None, Some(note)) => Some(format!("[another window] {note}")),
        (Some(verdict), Some(note)) => Some(format!("[another window: {}] {note}", verdict.name())),
    };
    let lines = [ours.note.clone(), told].into_iter().flatten().collect::<Vec<_>>();
    Remark { verdict: ours.verdict.or(theirs.verdict), note: (!lines.is_empty()).then(|| lines.join("\n")) }
}
