//! Which facts of a bead are the same on both sides, and which stand against each other.
//!
//! Equal values pair first, then values that only tell more or less of the same
//! thing; those that changed places pair anew, by place ([`exchange`]). What is left is *altered* only where an edit puts one in the place of
//! the other and little else was rewritten there; a doubtful pair is left apart,
//! because a false alarm costs an editor's trust.

use std::collections::{BTreeMap, VecDeque};

use super::context;
use super::scan::Mention;
use super::words::Word;
use super::{Exchange, FactKind, FactState, exchange};
use crate::difference::{Edit, EditOp};
use crate::text::{Pair, Side, Span};

/// The most pairs of facts that are looked at for partial agreement; no sentence has so
/// many, a conversion without stops may.
pub(super) const MOST_PAIRS: usize = 250_000;

/// The longest span, in bytes, in which one fact can stand for another.
const LONGEST: usize = 400;

/// What one side of a bead states.
#[derive(Debug, Default)]
pub(super) struct Stated<'a> {
    /// Its words.
    pub words: Vec<Word<'a>>,
    /// Its facts, in order.
    pub mentions: Vec<Mention>,
}

/// A fact of one side or both.
#[derive(Debug)]
pub(super) struct Paired<'a> {
    pub mentions: Pair<Option<&'a Mention>>,
    /// Whether they agree.
    pub state: FactState,
    /// The values that it changed places with.
    pub exchange: Option<Exchange>,
}

/// Pairs the facts of a bead: those of the left in order, then what only the right states.
pub(super) fn pair<'a>(stated: &'a Pair<Stated<'_>>, edits: &[Edit]) -> Vec<Paired<'a>> {
    let mut partners = Partners {
        of_left: vec![None; stated.left.mentions.len()],
        right_taken: vec![false; stated.right.mentions.len()],
    };
    for edit in edits.iter().filter(|edit| edit.op == EditOp::Equal) {
        in_place(stated, edit, &mut partners);
    }
    same(stated, &mut partners);
    nearest(stated, &mut partners, FactState::Same, |one, two| {
        one.value.agrees(&two.value) && !one.bound.differs(two.bound)
    });
    // *one year* and *12 months*
    nearest(stated, &mut partners, FactState::Same, |one, two| {
        one.lasting.is_some() && one.lasting == two.lasting && !one.bound.differs(two.bound)
    });
    exchange::settle(stated, &mut partners);
    // *more than 70,000* and *70,000*, *£25,000 to £30,000* and *£25,000*
    nearest(stated, &mut partners, FactState::Altered, |one, two| {
        one.value.agrees(&two.value) || one.value.is_end_of(&two.value)
    });
    nearest(stated, &mut partners, FactState::Altered, |one, two| one.value.is_misspelt(&two.value));
    for edit in edits {
        altered(stated, edit, &mut partners);
    }
    for edit in edits.iter().filter(|edit| edit.op == EditOp::Equal) {
        dressed(stated, edit, &mut partners);
    }
    nearest(stated, &mut partners, FactState::Altered, |one, two| context::is_told_alike(stated, one, two));
    let mut found: Vec<Paired<'a>> = Vec::new();
    for (left, partner) in stated.left.mentions.iter().zip(&partners.of_left) {
        found.push(match partner {
            Some(partner) => Paired {
                mentions: Pair::new(Some(left), Some(&stated.right.mentions[partner.right])),
                state: partner.state,
                exchange: partner.exchange,
            },
            None => {
                Paired { mentions: Pair::new(Some(left), None), state: FactState::LeftOnly, exchange: None }
            }
        });
    }
    for (right, taken) in stated.right.mentions.iter().zip(&partners.right_taken) {
        if !taken {
            let mentions = Pair::new(None, Some(right));
            found.push(Paired { mentions, state: FactState::RightOnly, exchange: None });
        }
    }
    found
}

/// The fact of the right that one of the left is paired with.
#[derive(Clone, Copy, Debug)]
struct Partner {
    right: usize,
    state: FactState,
    exchange: Option<Exchange>,
}

/// Who is paired with whom.
pub(super) struct Partners {
    of_left: Vec<Option<Partner>>,
    right_taken: Vec<bool>,
}

impl Partners {
    fn join(&mut self, left: usize, right: usize, state: FactState) {
        self.rejoin(left, right, state, None);
    }

    /// The same for facts that may have other partners, which this leaves to be rejoined.
    pub(super) fn rejoin(&mut self, left: usize, right: usize, state: FactState, exchange: Option<Exchange>) {
        self.of_left[left] = Some(Partner { right, state, exchange });
        self.right_taken[right] = true;
    }

    /// The pairs that say the same, in the order of the left.
    pub(super) fn same(&self) -> impl Iterator<Item = (usize, usize)> {
        let partners = self.of_left.iter().enumerate();
        let partners = partners.filter_map(|(left, partner)| partner.map(|partner| (left, partner)));
        partners
            .filter(|(_, partner)| partner.state == FactState::Same)
            .map(|(left, partner)| (left, partner.right))
    }

    /// The facts of a side without a partner.
    pub(super) fn free(&self, side: Side) -> impl Iterator<Item = usize> {
        let count = match side {
            Side::Left => self.of_left.len(),
            Side::Right => self.right_taken.len(),
        };
        (0..count).filter(move |&at| match side {
            Side::Left => self.of_left[at].is_none(),
            Side::Right => !self.right_taken[at],
        })
    }

    fn is_free(&self, left: usize, right: usize) -> bool {
        self.of_left[left].is_none() && !self.right_taken[right]
    }
}

/// The mentions that reach into a span, by their places.
fn inside(mentions: &[Mention], span: Span) -> std::ops::Range<usize> {
    let start = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let end = mentions.partition_point(|mention| mention.span.start() < span.end());
    start..end.max(start)
}

/// Pairs of mentions of both sides that share a word of an equal edit.
fn meeting(stated: &Pair<Stated<'_>>, spans: Pair<Span>) -> Vec<(usize, usize)> {
    // the places of a mention's words among those of the edit
    let places = |side: Side, mention: &Mention| {
        let words = &stated[side].words;
        let first = words.partition_point(|word| word.span.start() < spans[side].start());
        let start = words.partition_point(|word| word.span.end() <= mention.span.start()).max(first);
        let end = words.partition_point(|word| word.span.start() < mention.span.end().min(spans[side].end()));
        start - first..end.max(start) - first
    };
    let rights: Vec<(usize, std::ops::Range<usize>)> = inside(&stated.right.mentions, spans.right)
        .map(|at| (at, places(Side::Right, &stated.right.mentions[at])))
        .collect();
    let mut found = Vec::new();
    let mut next = 0;
    for left in inside(&stated.left.mentions, spans.left) {
        let own = places(Side::Left, &stated.left.mentions[left]);
        while rights.get(next).is_some_and(|(_, place)| place.end <= own.start) {
            next += 1;
        }
        if let Some((right, place)) = rights.get(next)
            && place.start < own.end
        {
            found.push((left, *right));
        }
    }
    found
}

/// Equal values in the same words: *20 of 30* is not paired crosswise.
fn in_place(stated: &Pair<Stated<'_>>, edit: &Edit, partners: &mut Partners) {
    let Some(spans) = edit.spans.both() else { return };
    for (left, right) in meeting(stated, spans) {
        let (one, two) = (&stated.left.mentions[left], &stated.right.mentions[right]);
        let same = one.value.kind() == two.value.kind() && one.text() == two.text();
        if partners.is_free(left, right) && same {
            partners.join(left, right, FactState::Same);
        }
    }
}

/// The same figure that counts another thing: *$12* and *12*.
fn dressed(stated: &Pair<Stated<'_>>, edit: &Edit, partners: &mut Partners) {
    let Some(spans) = edit.spans.both() else { return };
    for (left, right) in meeting(stated, spans) {
        let (one, two) = (&stated.left.mentions[left].value, &stated.right.mentions[right].value);
        let figures = is_figure(one.kind()) && is_figure(two.kind());
        if partners.is_free(left, right) && figures && one.is_comparable(two) {
            partners.join(left, right, FactState::Altered);
        }
    }
}

fn is_figure(kind: FactKind) -> bool {
    matches!(kind, FactKind::Number | FactKind::Money | FactKind::Percent)
}

/// Equal values, the first with the first.
fn same(stated: &Pair<Stated<'_>>, partners: &mut Partners) {
    let mut waiting: BTreeMap<(FactKind, String), VecDeque<usize>> = BTreeMap::new();
    let key = |mention: &Mention| (mention.value.kind(), mention.text());
    let free = |(right, _): &(usize, &Mention)| !partners.right_taken[*right];
    for (right, mention) in stated.right.mentions.iter().enumerate().filter(free) {
        waiting.entry(key(mention)).or_default().push_back(right);
    }
    for (left, mention) in stated.left.mentions.iter().enumerate() {
        if partners.of_left[left].is_some() {
            continue;
        }
        if let Some(right) = waiting.get_mut(&key(mention)).and_then(VecDeque::pop_front) {
            partners.join(left, right, FactState::Same);
        }
    }
}

/// Values that fit each other, the nearest places first: those that tell more or less of the same.
fn nearest(
    stated: &Pair<Stated<'_>>,
    partners: &mut Partners,
    state: FactState,
    fits: impl Fn(&Mention, &Mention) -> bool,
) {
    let mut candidates: Vec<(usize, usize, usize, usize)> = Vec::new();
    let lefts: Vec<usize> =
        (0..partners.of_left.len()).filter(|&at| partners.of_left[at].is_none()).collect();
    let rights: Vec<usize> =
        (0..partners.right_taken.len()).filter(|&at| !partners.right_taken[at]).collect();
    if lefts.len() * rights.len() > MOST_PAIRS {
        return;
    }
    for &left in &lefts {
        for &right in &rights {
            if fits(&stated.left.mentions[left], &stated.right.mentions[right]) {
                candidates.push((left.abs_diff(right), left + right, left, right));
            }
        }
    }
    candidates.sort_unstable();
    for (_, _, left, right) in candidates {
        if partners.is_free(left, right) {
            partners.join(left, right, state);
        }
    }
}

/// What is left in one place of both sides.
fn altered(stated: &Pair<Stated<'_>>, edit: &Edit, partners: &mut Partners) {
    let Some(spans) = edit.spans.both() else { return };
    let left = |at: usize| &stated.left.mentions[at];
    let right = |at: usize| &stated.right.mentions[at];
    let free_left: Vec<usize> = (0..partners.of_left.len())
        .filter(|&at| partners.of_left[at].is_none() && left(at).span.overlaps(spans.left))
        .collect();
    let free_right: Vec<usize> = (0..partners.right_taken.len())
        .filter(|&at| !partners.right_taken[at] && right(at).span.overlaps(spans.right))
        .collect();
    for kind in FactKind::ALL {
        let of_kind = |at: &usize, mention: &Mention| (mention.value.kind() == kind).then_some(*at);
        let lefts: Vec<usize> = free_left.iter().filter_map(|at| of_kind(at, left(*at))).collect();
        let rights: Vec<usize> = free_right.iter().filter_map(|at| of_kind(at, right(*at))).collect();
        if lefts.len() != rights.len() {
            continue;
        }
        for (&one, &two) in lefts.iter().zip(&rights) {
            let mentions = Pair::new(left(one), right(two));
            if mentions.left.value.is_comparable(&mentions.right.value)
                && stands_against(stated, edit, spans, mentions, kind)
            {
                partners.join(one, two, FactState::Altered);
            }
        }
    }
    // *$12* in the place of *15*, *Paris* in that of *Anna Berg*
    let is_free_left = |at: &&usize| partners.of_left[**at].is_none();
    let is_free_right = |at: &&usize| !partners.right_taken[**at];
    let lefts: Vec<&usize> = free_left.iter().filter(is_free_left).collect();
    let rights: Vec<&usize> = free_right.iter().filter(is_free_right).collect();
    if let (&[&one], &[&two]) = (&lefts[..], &rights[..]) {
        let mentions = Pair::new(left(one), right(two));
        let kind = mentions.left.value.kind().max(mentions.right.value.kind());
        if mentions.left.value.is_comparable(&mentions.right.value)
            && stands_against(stated, edit, spans, mentions, kind)
        {
            partners.join(one, two, FactState::Altered);
        }
    }
}

/// Whether so little else differs in the edit that one mention stands for the other.
fn stands_against(
    stated: &Pair<Stated<'_>>,
    edit: &Edit,
    spans: Pair<Span>,
    mentions: Pair<&Mention>,
    kind: FactKind,
) -> bool {
    match edit.op {
        EditOp::Equal => return true,
        EditOp::Replace => {}
        EditOp::Delete | EditOp::Insert => return false,
    }
    let room = match kind {
        FactKind::Name | FactKind::Title | FactKind::Place => 0,
        FactKind::Number | FactKind::Money | FactKind::Percent | FactKind::Date | FactKind::Time => 2,
    };
    let counts_the_same = kind == FactKind::Number
        && !mentions.left.unit.is_empty()
        && mentions.left.unit == mentions.right.unit
        && !Side::BOTH.into_iter().any(|side| is_stop_word(&stated[side], &mentions[side].unit));
    if spans.left.len().max(spans.right.len()) > LONGEST {
        return false;
    }
    counts_the_same || Side::BOTH.into_iter().all(|side| others(&stated[side], spans[side]) <= room)
}

/// Whether a word is a stop word in the language of a side.
fn is_stop_word(stated: &Stated<'_>, folded: &str) -> bool {
    stated.words.first().is_some_and(|word| word.lexicon.stop_words.contains(folded))
}

/// How many words in a span say something and belong to no fact.
fn others(stated: &Stated<'_>, span: Span) -> usize {
    let is_fact = |word: &Word<'_>| stated.mentions.iter().any(|mention| mention.span.overlaps(word.span));
    let inside = stated.words.iter().filter(|word| span.contains(word.span));
    inside.filter(|word| !word.listed.is_common && !is_fact(word)).count()
}
