//! From links to beads: grouped, moved or not, in the order of the screen.
//!
//! Last step of [`super::align`]. The main order of both texts is the heaviest
//! chain of links that ascends on both sides; a bead off it has moved. A move needs
//! a high score: a false one costs more trust than a missed one.

use super::bead::Group;
use super::decode::Link;
use super::profile::{Profile, Profiles};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// The minimum lead of such a bead over any other pairing of its sentences: of two
/// equally good positions neither is reported.
const CLEAR_LEAD: f64 = 0.35;

/// Groups links to beads and puts those in the order of the screen.
pub(super) fn order(profiles: &Profiles, mut links: Vec<Link>) -> Vec<Group> {
    links.sort_by_key(|link| link.cell);
    let kept = main_chain(profiles, &links);
    let sizes = profiles.sides.as_ref().map(Profile::len);
    let mut groups = group(sizes, &links, &kept);
    groups.retain(|(group, lead)| !group.moved || *lead >= CLEAR_LEAD);
    let groups = groups.into_iter().map(|(group, _)| group).collect();
    on_screen(sizes, groups)
}

/// The weight of a chain of links: their scores first, that of a copy a trifle less; then their words, so that of two
/// exchanged sentences the shorter has moved; then a hash of their content, so that the
/// result does not depend on the order of the sides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Weight {
    scores: u64,
    words: u64,
    content: u64,
}

impl Weight {
    fn of(profiles: &Profiles, link: &Link) -> Weight {
        let total = |side: Side| profiles.sides[side].totals(link.cell[side]);
        let words = |side: Side| profiles.sides[side].words.row(link.cell[side]).len() as u64;
        let content = |side: Side| total(side).squares.wrapping_mul(31).wrapping_add(total(side).trigrams);
        Weight {
            scores: (link.score * f64::from(1 << 20)) as u64 - u64::from(link.is_copy),
            words: words(Side::Left) + words(Side::Right),
            content: content(Side::Left).wrapping_mul(content(Side::Right)) >> 32,
        }
    }

    fn plus(self, other: Weight) -> Weight {
        Weight {
            scores: self.scores + other.scores,
            words: self.words + other.words,
            content: self.content + other.content,
        }
    }
}

/// For each of the sorted links, whether it is on the heaviest chain that ascends on both sides.
///
/// Visits links in the order of the left. `best` is a Fenwick tree: it returns, for each position on
/// the right, the heaviest chain that ends at or before it.
pub(super) fn main_chain(profiles: &Profiles, links: &[Link]) -> Vec<bool> {
    let size = profiles.sides.right.len();
    let mut best: Vec<Option<usize>> = vec![None; size + 1];
    let mut weights: Vec<Weight> = Vec::with_capacity(links.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(links.len());
    for (at, link) in links.iter().enumerate() {
        let right = link.cell.right.index() + 1;
        let mut heaviest: Option<usize> = None;
        let mut node = right;
        while node > 0 {
            heaviest = heavier(&weights, heaviest, best[node]);
            node &= node - 1;
        }
        let base = heaviest.map_or(Weight::default(), |before| weights[before]);
        weights.push(base.plus(Weight::of(profiles, link)));
        before.push(heaviest);
        let mut node = right;
        while node <= size {
            best[node] = heavier(&weights, best[node], Some(at));
            node += node & node.wrapping_neg();
        }
    }
    let mut kept = vec![false; links.len()];
    let mut at = (0..links.len()).map(Some).fold(None, |one, other| heavier(&weights, one, other));
    while let Some(link) = at {
        kept[link] = true;
        at = before[link];
    }
    kept
}

fn heavier(weights: &[Weight], one: Option<usize>, other: Option<usize>) -> Option<usize> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if weights[b] > weights[a] { b } else { a }),
        (None, found) | (found, None) => found,
    }
}

/// Groups links that share a sentence, each group with the greatest lead of its links. A group has moved
/// if none of its links is kept.
fn group(sizes: Pair<usize>, links: &[Link], kept: &[bool]) -> Vec<(Group, f64)> {
    let mut of: Pair<Vec<Vec<usize>>> = sizes.map(|size| vec![Vec::new(); size]);
    for (at, link) in links.iter().enumerate() {
        for side in Side::BOTH {
            of[side][link.cell[side].index()].push(at);
        }
    }
    let mut done = vec![false; links.len()];
    let mut groups = Vec::new();
    for first in 0..links.len() {
        if done[first] {
            continue;
        }
        done[first] = true;
        let mut todo = vec![first];
        let mut members = Vec::new();
        while let Some(at) = todo.pop() {
            members.push(at);
            for &next in Side::BOTH.iter().flat_map(|&side| &of[side][links[at].cell[side].index()]) {
                if !done[next] {
                    done[next] = true;
                    todo.push(next);
                }
            }
        }
        let sentences = Pair::from_fn(|side| {
            let mut ids: Vec<SentenceId> = members.iter().map(|&at| links[at].cell[side]).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        });
        let greatest =
            |figure: fn(&Link) -> f64| members.iter().map(|&at| figure(&links[at])).fold(0.0, f64::max);
        let moved = !members.iter().any(|&at| kept[at]);
        groups.push((
            Group { sentences, score: greatest(|link| link.score), moved, pinned: false, repeats: None },
            greatest(|link| link.lead),
        ));
    }
    groups
}

/// Adds the unpaired sentences and sorts by the left. A sentence that only the right has comes before the
/// bead of the main order that it precedes there; between two such beads, unpaired sentences of the
/// left come first.
fn on_screen(sizes: Pair<usize>, groups: Vec<Group>) -> Vec<Group> {
    let mut owner: Pair<Vec<Option<usize>>> = sizes.map(|size| vec![None; size]);
    for (at, group) in groups.iter().enumerate() {
        for side in Side::BOTH {
            group.sentences[side].iter().for_each(|id| owner[side][id.index()] = Some(at));
        }
    }
    let alone = |side: Side, id: usize| {
        let mut sentences = Pair::default();
        sentences[side] = vec![SentenceId::new(id)];
        Group { sentences, score: 0.0, moved: false, pinned: false, repeats: None }
    };
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    let mut waiting = Vec::new();
    for (id, owner) in owner.right.iter().enumerate() {
        match owner {
            None => waiting.push(id),
            Some(group) if !groups[*group].moved => before[*group].append(&mut waiting),
            Some(_) => {}
        }
    }
    let mut shown = Vec::new();
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    for (id, owner) in owner.left.iter().enumerate() {
        let Some(at) = *owner else {
            shown.push(alone(Side::Left, id));
            continue;
        };
        if let Some(group) = groups[at].take() {
            shown.extend(before[at].iter().map(|&id| alone(Side::Right, id)));
            shown.push(group);
        }
    }
    shown.extend(waiting.into_iter().map(|id| alone(Side::Right, id)));
    shown
}
