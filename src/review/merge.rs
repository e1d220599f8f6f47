//! Two windows at work on one review.
//!
//! [`merge`] lays what this window did over what another one wrote, both seen from
//! the review they started from. Invariants: what only one of them touched is
//! taken as that one left it; where both touched the same words, this window's
//! verdict stands and the other's words are kept in the note. Nothing that
//! somebody typed is dropped.

use std::collections::{BTreeMap, BTreeSet};

use super::{Remark, Review};

/// Two reviews made one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Merged {
    /// The review with what both did.
    pub review: Review,
    /// How many remarks and pins came from the other window.
    pub taken: usize,
    /// How many remarks and pins both windows had touched.
    pub contested: usize,
}

/// What both windows did since `base`.
pub fn merge(base: &Review, ours: &Review, theirs: &Review) -> Merged {
    let mut merged = Merged::default();
    let remarks = lay(&base.remarks, &ours.remarks, &theirs.remarks, &mut merged, both_said);
    let pins = lay(&base.pins, &ours.pins, &theirs.pins, &mut merged, |ours, _| *ours);
    merged.review = Review { remarks, pins };
    merged
}

/// Three-way merge of one map; `both` decides where both sides hold something else.
fn lay<K: Clone + Ord, V: Clone + PartialEq>(
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
                // what one window took out and the other wrote anew stays
                (here, there) => here.or(there).cloned(),
            }
        };
        all.extend(value.map(|value| (key.clone(), value)));
    }
    all
}

/// This window's verdict, with what the other said kept in the note.
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
