//! Which facts of a bead are the same on both sides, and which are altered.
//!
//! Equal values pair first, then values that are more or less specific; values that changed places
//! pair again, by place ([`exchange`]). The rest is *altered* only where an edit replaces one by
//! the other and rewrites little else; a doubtful pair stays unpaired,
//! because a false alarm costs an editor's trust. Invariant: nothing depends on which side is which.

use std::collections::VecDeque;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::exchange;
use super::fact::{Exchange, Fact, FactMention, Noun};
use super::kind::{Bound, FactKind, FactState, Scope};
use super::stated::{MOST_PAIRS, Mention, Stated};
use super::value::{FactValue, Hint};
use super::words::{Word, same_around};
use crate::alignment::BeadId;
use crate::difference::{Edit, EditOp};
use crate::rows;
use crate::text::{Pair, Side};

/// The longest edit, in bytes, in which one fact can replace another: in a longer one, everything was
/// rewritten.
const LONGEST_BYTES: usize = 400;

/// How many content words around two values make them one statement: *boats left Oslo*. Half or twice as
/// many change two and three of 877 texts.
const ENOUGH_WORDS: usize = 2;

/// One round of pairing, among the facts that earlier rounds left over.
enum Pass {
    /// Equal facts that share a word of an equal edit.
    EqualInPlace,
    /// Equal facts, the first with the first.
    Equal,
    /// The nearest facts first, by how many facts precede them.
    Nearest(FactState, Fits),
    /// Equal facts that changed places.
    Exchanged,
    /// Facts that an edit replaces by each other.
    Replaced,
}

type Fits = fn(&Pair<Stated<'_>>, Pair<&Mention>) -> bool;

/// The passes in order, by name.
const PASSES: &[(&str, Pass)] = &[
    // *20 of 30* is not paired crosswise
    ("equal in place", Pass::EqualInPlace),
    ("equal", Pass::Equal),
    // *Berg* and *Anna Berg*
    (
        "compatible",
        Pass::Nearest(FactState::Same, |_, both| {
            is_within_bounds(both) && both.left.value.agrees(&both.right.value)
        }),
    ),
    // *one year* and *12 months*
    (
        "equal duration",
        Pass::Nearest(FactState::Same, |_, both| {
            is_within_bounds(both)
                && both.left.duration.is_some()
                && both.left.duration == both.right.duration
        }),
    ),
    ("exchanged", Pass::Exchanged),
    // *more than 70,000* and *70,000*, *£25,000 to £30,000* and *£25,000*
    (
        "other bound",
        Pass::Nearest(FactState::Altered, |_, both| {
            both.left.value.agrees(&both.right.value) || both.left.value.is_end_of(&both.right.value)
        }),
    ),
    (
        "misspelled",
        Pass::Nearest(FactState::Altered, |_, both| both.left.value.is_misspelled(&both.right.value)),
    ),
    ("replaced", Pass::Replaced),
    // *On Friday, they sail* and *They sail, on Monday*
    ("same context", Pass::Nearest(FactState::Altered, has_same_context)),
];

fn is_within_bounds(both: Pair<&Mention>) -> bool {
    !both.left.bound.differs(both.right.bound)
}

/// The facts of a bead: those of the left in order, then what only the right states.
pub(super) fn facts(bead: BeadId, stated: &Pair<Stated<'_>>, edits: &[Edit]) -> Vec<Fact> {
    let mut pairing = Pairing {
        stated,
        edits,
        partners: vec![None; stated.left.mentions.len()],
        taken: vec![false; stated.right.mentions.len()],
    };
    for (_, pass) in rows::active("pairing", PASSES, |(name, _)| name) {
        pairing.run(pass);
    }
    let lefts = stated.left.mentions.iter().zip(&pairing.partners);
    let mut found: Vec<Fact> = lefts
        .map(|(left, partner)| match partner {
            Some(Partner { right, state, exchange }) => {
                let mentions = Pair::new(Some(left), Some(&stated.right.mentions[*right]));
                fact(bead, stated, mentions, *state, *exchange)
            }
            None => fact(bead, stated, Pair::new(Some(left), None), FactState::LeftOnly, None),
        })
        .collect();
    let rights =
        pairing.free(Side::Right, 0..stated.right.mentions.len()).map(|at| &stated.right.mentions[at]);
    found.extend(
        rights.map(|right| fact(bead, stated, Pair::new(None, Some(right)), FactState::RightOnly, None)),
    );
    found
}

/// The fact of a pair of mentions, of which there is at least one.
fn fact(
    bead: BeadId,
    stated: &Pair<Stated<'_>>,
    mentions: Pair<Option<&Mention>>,
    state: FactState,
    exchange: Option<Exchange>,
) -> Fact {
    // of two kinds the later one, whichever side has it
    let kinds = [mentions.left, mentions.right].into_iter().flatten().map(|mention| mention.value.kind());
    let kind = kinds.max().unwrap_or(FactKind::Number);
    // if only the bound differs, the span includes it
    let is_bound = mentions.both().is_some_and(|both| both.left.value.agrees(&both.right.value));
    let mentions = mentions.zip(stated.as_ref()).map(|(mention, stated)| {
        let mention = mention?;
        let shows_bound = is_bound && state == FactState::Altered && mention.reach != mention.words;
        let span = if shows_bound { stated.span(&mention.reach) } else { mention.span };
        let (bound, value) = mention.meaning();
        let reach = stated.span(&mention.reach);
        Some(FactMention { span, bound, value: value.clone(), reach, unit: Hint(Noun(mention.unit)) })
    });
    Fact { bead, kind, mentions, state, scope: Scope::Paired, exchange }
}

/// The fact of the right that one of the left is paired with.
#[derive(Clone, Copy, Debug)]
struct Partner {
    right: usize,
    state: FactState,
    exchange: Option<Exchange>,
}

/// Which facts are paired so far.
struct Pairing<'a> {
    stated: &'a Pair<Stated<'a>>,
    edits: &'a [Edit],
    /// The partner of each fact of the left.
    partners: Vec<Option<Partner>>,
    /// Whether each fact of the right has a partner.
    taken: Vec<bool>,
}

impl Pairing<'_> {
    fn run(&mut self, pass: &Pass) {
        match pass {
            Pass::EqualInPlace => {
                for edit in self.edits.iter().filter(|edit| edit.op == EditOp::Equal) {
                    for both in self.meeting(edit) {
                        let Pair { left, right } = self.mentions(both);
                        if self.is_free(both) && left.meaning() == right.meaning() {
                            self.join(both, FactState::Same);
                        }
                    }
                }
            }
            Pass::Equal => self.equal(),
            Pass::Nearest(state, fits) => self.nearest(*state, *fits),
            Pass::Exchanged => self.exchanged(),
            Pass::Replaced => self.edits.iter().for_each(|edit| self.replaced(edit)),
        }
    }

    fn join(&mut self, both: Pair<usize>, state: FactState) {
        self.partners[both.left] = Some(Partner { right: both.right, state, exchange: None });
        self.taken[both.right] = true;
    }

    fn is_free(&self, both: Pair<usize>) -> bool {
        self.partners[both.left].is_none() && !self.taken[both.right]
    }

    fn free(&self, side: Side, among: Range<usize>) -> impl Iterator<Item = usize> {
        among.filter(move |&at| match side {
            Side::Left => self.partners[at].is_none(),
            Side::Right => !self.taken[at],
        })
    }

    /// All facts of each side without a partner; none if they are too many to be compared one by one.
    fn all_free(&self) -> Pair<Vec<usize>> {
        let all = |side: Side| self.free(side, 0..self.stated[side].mentions.len()).collect::<Vec<_>>();
        let free = Pair::from_fn(all);
        if free.left.len() * free.right.len() > MOST_PAIRS { Pair::default() } else { free }
    }

    fn mentions(&self, both: Pair<usize>) -> Pair<&Mention> {
        both.zip(self.stated.as_ref()).map(|(at, stated)| &stated.mentions[at])
    }

    /// The words of an edit that has some on both sides.
    fn words(&self, edit: &Edit) -> Option<Pair<Range<usize>>> {
        let spans = edit.spans.both()?;
        Some(Pair::from_fn(|side| self.stated[side].words_in(spans[side])))
    }

    /// Facts of both sides that share a word of an equal edit.
    fn meeting(&self, edit: &Edit) -> Vec<Pair<usize>> {
        let Some(words) = self.words(edit) else { return Vec::new() };
        // the places of a fact's words among those of the edit
        let places = Pair::from_fn(|side: Side| {
            let (stated, words) = (&self.stated[side], &words[side]);
            let inside = stated.mentions_in(words).map(|at| {
                let own = &stated.mentions[at].words;
                (at, own.start.max(words.start) - words.start..own.end.min(words.end) - words.start)
            });
            inside.collect::<Vec<_>>()
        });
        let mut rights = places.right.into_iter().peekable();
        let mut found = Vec::new();
        for (left, own) in places.left {
            while rights.next_if(|(_, there)| there.end <= own.start).is_some() {}
            found.extend(
                rights.peek().filter(|(_, there)| there.start < own.end).map(|(at, _)| Pair::new(left, *at)),
            );
        }
        found
    }

    fn equal(&mut self) {
        let stated = self.stated;
        let mut waiting: FxHashMap<(Bound, &FactValue), VecDeque<usize>> = FxHashMap::default();
        for right in self.free(Side::Right, 0..stated.right.mentions.len()) {
            waiting.entry(stated.right.mentions[right].meaning()).or_default().push_back(right);
        }
        for (left, mention) in stated.left.mentions.iter().enumerate() {
            if self.partners[left].is_none()
                && let Some(right) = waiting.get_mut(&mention.meaning()).and_then(VecDeque::pop_front)
            {
                self.join(Pair::new(left, right), FactState::Same);
            }
        }
    }

    fn nearest(&mut self, state: FactState, fits: Fits) {
        let free = self.all_free();
        let pairs =
            free.left.iter().flat_map(|&left| free.right.iter().map(move |&right| Pair::new(left, right)));
        let mut candidates: Vec<Pair<usize>> =
            pairs.filter(|both| fits(self.stated, self.mentions(*both))).collect();
        candidates.sort_by_key(|both| (both.left.abs_diff(both.right), both.left + both.right, both.left));
        for both in candidates {
            if self.is_free(both) {
                self.join(both, state);
            }
        }
    }

    fn exchanged(&mut self) {
        let same = self.partners.iter().enumerate().filter_map(|(left, partner)| {
            let partner = partner.filter(|partner| partner.state == FactState::Same)?;
            Some(Pair::new(left, partner.right))
        });
        let same: Vec<Pair<usize>> = same.collect();
        for (both, exchange) in exchange::exchanged(self.stated, &same, &self.all_free()) {
            let state = if exchange.is_some() { FactState::Altered } else { FactState::Same };
            self.join(both, state);
            self.partners[both.left] = Some(Partner { right: both.right, state, exchange });
        }
    }

    /// Pairs the other facts of an edit, kind by kind, then *$12* in the place of *15*.
    fn replaced(&mut self, edit: &Edit) {
        let Some(words) = self.words(edit) else { return };
        for kind in FactKind::ALL.map(Some).into_iter().chain([None]) {
            let free = Pair::from_fn(|side: Side| {
                let mentions = &self.stated[side].mentions;
                let inside = self.free(side, self.stated[side].mentions_in(&words[side]));
                let is_kind = |at: &usize| kind.is_none_or(|kind| mentions[*at].value.kind() == kind);
                inside.filter(is_kind).collect::<Vec<_>>()
            });
            let count = free.left.len();
            if count != free.right.len() || kind.is_none() && count > 1 {
                continue;
            }
            for (left, right) in free.left.into_iter().zip(free.right) {
                let both = Pair::new(left, right);
                if self.is_replaced(edit, &words, self.mentions(both)) {
                    self.join(both, FactState::Altered);
                }
            }
        }
    }

    /// Whether so little else differs in the edit that one fact replaces the other.
    fn is_replaced(&self, edit: &Edit, words: &Pair<Range<usize>>, both: Pair<&Mention>) -> bool {
        if !both.left.value.is_comparable(&both.right.value) {
            return false;
        }
        if edit.op == EditOp::Equal {
            return true;
        }
        if Side::BOTH.into_iter().any(|side| edit.spans[side].is_some_and(|span| span.len() > LONGEST_BYTES))
        {
            return false;
        }
        let kind = both.left.value.kind().max(both.right.value.kind());
        // *12 men* for *15 small boats*; *Berg* for *the old Dahl* may be another person
        let most = if kind.is_name() { 0 } else { 2 };
        let counts_the_same =
            kind == FactKind::Number && both.left.unit.is_some() && both.left.unit == both.right.unit;
        counts_the_same || Side::BOTH.into_iter().all(|side| others(&self.stated[side], &words[side]) <= most)
    }
}

/// How many of some words say something and belong to no fact.
fn others(stated: &Stated<'_>, words: &Range<usize>) -> usize {
    words.clone().filter(|&at| !stated.words[at].listed.is_common && stated.mention_at(at).is_none()).count()
}

/// Whether the words right before and after two values of one kind are the same: enough of
/// them, or the whole clause.
fn has_same_context(stated: &Pair<Stated<'_>>, both: Pair<&Mention>) -> bool {
    if both.left.value.kind() != both.right.value.kind() || !both.left.value.is_comparable(&both.right.value)
    {
        return false;
    }
    let ahead = Pair::from_fn(|side| &stated[side].words[..both[side].words.start]);
    let behind = Pair::from_fn(|side| &stated[side].words[both[side].words.end..]);
    let (before, after) = same_around(ahead, behind);
    let is_clause = |side: Side| {
        let (words, own) = (&stated[side].words, &both[side].words);
        begins_clause(words, own.start - before.len()) && begins_clause(words, own.end + after.len())
    };
    let around = before.iter().chain(&after);
    around.clone().filter(|word| !word.listed.is_common).count() >= ENOUGH_WORDS
        || around.count() > 0 && Side::BOTH.into_iter().all(is_clause)
}

/// Whether a clause begins with a word, or the sentence is over there.
fn begins_clause(words: &[Word<'_>], at: usize) -> bool {
    at == 0 || words.get(at).is_none_or(|word| !word.follows())
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::check;

    #[test]
    fn a_value_of_a_clause_that_was_moved() {
        check(
            "On Nov. 8, the two old ministers left Oslo for good.",
            "The two old ministers left Oslo for good, on Nov. 9.",
            &["medium date [-Nov. 8-]{+Nov. 9+}"],
        );
        check(
            "The two old ministers left Oslo, after 12 sailors sank the ferry.",
            "After 15 sailors sank the ferry, the two old ministers left Oslo.",
            &["medium number [-12-]{+15+}"],
        );
    }

    #[test]
    fn another_bound_in_other_words() {
        check(
            "More than 70,000 sailors left Oslo in May, Berg wrote.",
            "Berg wrote that in May Oslo had lost 70,000 of its crew.",
            &["medium number [-More than 70,000-]{+70,000+}"],
        );
    }

    #[test]
    fn a_name_that_heads_the_sentence_when_a_clause_is_gone() {
        check(
            "In a talk with the Lantern, Berg wrote that most sailors had left Oslo.",
            "Dahl wrote that most sailors had left Oslo.",
            &["medium name [-Berg-]{+Dahl+}"],
        );
    }

    #[test]
    fn values_in_other_words_stay_unpaired() {
        check(
            "On Friday the two old ministers left Oslo for good.",
            "The two old ministers left Oslo for good, as Berg told us on Monday.",
            &["low lone-value [-On Friday-]", "low wording {+as Berg told us on Monday.+}"],
        );
    }
}
