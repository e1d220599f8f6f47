//! The stretches of a tie between its matches, and which of their words are edits.
//!
//! Stands in front of [`mod@super::judge`], which weighs what is tallied here. A stretch is at
//! the head, in the middle or at the tail of the matches: at an end words may be missing
//! openly, in the middle only behind an ellipsis, a bracket or an interruption.

use crate::quotation::Alarm;
use crate::text::{Pair, Side};

use super::alarm::numbers_of;
use super::alike::{gaps, is_spelled_alike, is_written_anew};
use super::cues::{is_minus, is_negation};
use super::draft::{Draft, Tie};
use super::remark::{self, Remark};
use super::words::{CLAUSE, ELLIPSIS, OPTIONAL, PIECE, SENTENCE, TAKEN, Unit};

/// Words of both sides between two matches, or at an end.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    /// The required words that differ.
    pub(super) words: Pair<Vec<Unit>>,
    /// On which sides words of the middle may be missing without a sign of it.
    pub(super) silent: Pair<bool>,
    /// Whether a sentence begins behind it, on both sides.
    pub(super) ends_sentence: bool,
    /// How many matches stand before it.
    pub(super) at: usize,
    /// How many sentences begin on both sides before it.
    pub(super) sentence: usize,
    /// Whether it is what an end of one side has and the other has not.
    pub(super) is_end: bool,
    /// What its loss turns, where it is the end of one side alone.
    pub(super) alarms: Vec<Alarm>,
}

/// What the gaps of a tie hold.
#[derive(Default, Debug)]
pub(super) struct Tally {
    pub(super) edits: Vec<Gap>,
    /// Words that one side has and the other openly has not.
    pub(super) missing: Pair<usize>,
    /// Those of them that stand in the sentence of the first match, before it.
    pub(super) head: Option<Gap>,
    /// Those of them that stand in the sentence of the last match, behind it.
    pub(super) tail: Option<Gap>,
    /// Clauses missing where the quotation is interrupted.
    pub(super) dropped: Vec<Gap>,
}

/// A stretch without matches.
#[derive(Debug)]
pub(super) struct Stretch<'a> {
    units: Pair<&'a [Unit]>,
    /// The words right before it, where there are any.
    before: Pair<Option<Unit>>,
    /// The words right behind it, where there are any.
    next: Pair<Option<Unit>>,
    place: Position,
    /// How many matches stand before it.
    at: usize,
    /// How many sentences begin on both sides before it.
    sentence: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Position {
    Head,
    Middle,
    Tail,
}

/// The stretches before, between and behind a tie's matches.
pub(super) fn ranges<'a>(units: Pair<&'a [Unit]>, tie: &Tie) -> Vec<Stretch<'a>> {
    let mut found = Vec::new();
    let mut from = Pair::new(0, 0);
    let mut sentence = 0;
    let begins = |units: &[Unit]| units.iter().skip(1).any(|unit| unit.is(SENTENCE));
    // the shorter first: the longer may go on to the end of an article without a stop
    let begin = |Pair { left, right }: Pair<&[Unit]>| {
        let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
        begins(short) && begins(long)
    };
    for &(left, right) in &tie.matches {
        let to = Pair::new(left, right);
        let range = Pair::from_fn(|side| &units[side][from[side]..to[side]]);
        let opens =
            Side::BOTH.into_iter().all(|side| range[side].first().is_some_and(|unit| unit.is(SENTENCE)));
        sentence += usize::from(opens);
        let place = if found.is_empty() { Position::Head } else { Position::Middle };
        found.push(Stretch {
            units: range,
            before: Pair::from_fn(|side| from[side].checked_sub(1).map(|at| units[side][at])),
            next: Pair::from_fn(|side| Some(units[side][to[side]])),
            place,
            at: found.len(),
            sentence,
        });
        let both_begin = units.left[left].is(SENTENCE) && units.right[right].is(SENTENCE);
        sentence += usize::from(both_begin || begin(range));
        from = Pair::new(left + 1, right + 1);
    }
    if !found.is_empty() {
        found.push(Stretch {
            units: Pair::from_fn(|side| &units[side][from[side]..]),
            before: Pair::from_fn(|side| from[side].checked_sub(1).map(|at| units[side][at])),
            next: Pair::default(),
            place: Position::Tail,
            at: found.len(),
            sentence,
        });
    }
    found
}

/// The fewest words of a clause that is told as missing where an altered quotation is interrupted.
const DROPPED: usize = 5;
/// The most words on each side of an end that are an edit wherever sentences begin: *Yes* for *No*.
const SHORT: usize = 6;

impl Stretch<'_> {
    /// Adds what differs here.
    pub(super) fn settle(&self, draft: &Draft, tally: &mut Tally) {
        let own = self.untaken();
        let words = own
            .as_ref()
            .map(|units| units.iter().copied().filter(|unit| unit.is_required()).collect::<Vec<_>>());
        let counts = words.as_ref().map(Vec::len);
        match remark::weigh(draft, &own) {
            Some(Remark::Explains) => return,
            Some(Remark::Alters) => {
                tally.edits.push(self.gap(own));
                return;
            }
            None => {}
        }
        if counts == Pair::new(0, 0) || is_spelled_alike(draft, &words) {
            return;
        }
        if counts.left > 0 && counts.right > 0 {
            let is_short = counts.left <= SHORT && counts.right <= SHORT;
            if self.place == Position::Middle || is_short {
                let silent = self.silent();
                tally.edits.push(Gap { silent, ..self.gap(words) });
                return;
            }
            let near = Pair::from_fn(|side| self.in_sentence(&words[side], self.next[side]));
            let far = Pair::from_fn(|side| match self.place {
                Position::Head => words[side][..words[side].len() - near[side].len()].to_vec(),
                Position::Middle | Position::Tail => words[side][near[side].len()..].to_vec(),
            });
            if is_written_anew(draft, &far) {
                tally.edits.extend(gaps(draft, &words).into_iter().map(|words| self.gap(words)));
                return;
            }
            if !near.left.is_empty() && !near.right.is_empty() {
                for side in Side::BOTH {
                    tally.missing[side] += words[side].len() - near[side].len();
                }
                tally.edits.push(self.gap(near));
                return;
            }
        } else if self.place == Position::Middle
            && !self.is_open(if counts.left == 0 { Side::Left } else { Side::Right })
        {
            let ends_sentence =
                self.next.both().is_some_and(|next| next.left.is(SENTENCE) && next.right.is(SENTENCE));
            tally.edits.push(Gap { silent: self.silent(), ends_sentence, ..self.gap(words) });
            return;
        }
        let near = Pair::from_fn(|side| self.in_sentence(&words[side], self.next[side]));
        if let Some(side) = Side::BOTH.into_iter().find(|side| self.is_lost_turn(draft, *side, &near)) {
            tally.missing[side] += words[side].len() - near[side].len();
            tally.edits.push(self.gap(near));
            return;
        }
        for side in Side::BOTH {
            tally.missing[side] += counts[side];
        }
        let cut =
            (near.left.is_empty() != near.right.is_empty()).then(|| Gap { is_end: true, ..self.gap(near) });
        match self.place {
            Position::Head => tally.head = cut,
            Position::Middle if counts.left.max(counts.right) >= DROPPED => tally.dropped.extend(cut),
            Position::Middle => {}
            Position::Tail => tally.tail = cut,
        }
    }

    /// *We all were not* against *We all were*, *minus five* against *five*: what an end has lost is
    /// a *not* or a sign and nothing else, and the other article does not have it right next to its marks.
    fn is_lost_turn(&self, draft: &Draft, side: Side, near: &Pair<Vec<Unit>>) -> bool {
        let lexicon = draft.words[side].lexicon();
        let denies = |unit: &Unit| {
            let folded = draft.vocabulary.folded(unit.key);
            is_negation(lexicon, folded)
                || is_minus(lexicon, folded) && !numbers_of(draft, side, *unit).is_empty()
        };
        let lost = &near[side];
        if lost.is_empty() || !near[side.other()].is_empty() || !lost.iter().all(denies) {
            return false;
        }
        // *No, we will not*: an answer, not a denial of what follows
        let follows = if self.place == Position::Head { self.next[side] } else { lost.first().copied() };
        if follows.is_some_and(|unit| unit.is(CLAUSE)) {
            return false;
        }
        let across = &draft.words[side.other()].units;
        let beside = match self.place {
            Position::Head => self.next[side.other()].and_then(|next| (next.token as usize).checked_sub(1)),
            Position::Middle => None,
            Position::Tail => self.before[side.other()].map(|before| before.token as usize + 1),
        };
        let outside = beside.and_then(|token| across.get(token)).map(|unit| unit.key);
        !lost.iter().any(|unit| Some(unit.key) == outside)
    }

    /// The words that no other tie holds; at an end, those next to the matches.
    fn untaken(&self) -> Pair<Vec<Unit>> {
        self.units.map(|units| {
            let free = |unit: &Unit| !unit.is(TAKEN);
            match self.place {
                Position::Head => {
                    let mut near: Vec<Unit> = units.iter().rev().copied().take_while(free).collect();
                    near.reverse();
                    near
                }
                Position::Middle => units.iter().copied().filter(free).collect(),
                Position::Tail => units.iter().copied().take_while(free).collect(),
            }
        })
    }

    /// Those words at an end that are in one sentence with the matches.
    fn in_sentence(&self, words: &[Unit], next: Option<Unit>) -> Vec<Unit> {
        let begins = |unit: Unit| unit.is(SENTENCE | PIECE);
        match self.place {
            Position::Head if next.is_some_and(begins) => Vec::new(),
            Position::Head => {
                let from = words.iter().rposition(|unit| begins(*unit)).unwrap_or(0);
                words[from..].to_vec()
            }
            Position::Middle => words.to_vec(),
            Position::Tail => words.iter().copied().take_while(|unit| !begins(*unit)).collect(),
        }
    }

    /// Words of it that differ, openly.
    fn gap(&self, words: Pair<Vec<Unit>>) -> Gap {
        Gap {
            words,
            silent: Pair::new(false, false),
            ends_sentence: false,
            at: self.at,
            sentence: self.sentence,
            is_end: false,
            alarms: Vec::new(),
        }
    }

    /// On which sides words may be missing without a sign of it.
    fn silent(&self) -> Pair<bool> {
        Pair::from_fn(|side| self.place == Position::Middle && !self.is_open(side))
    }

    /// Whether the side that lacks words says so: by an ellipsis, a bracket, an interruption.
    fn is_open(&self, lacking: Side) -> bool {
        let own = self.units[lacking].iter().any(|unit| unit.is(ELLIPSIS | OPTIONAL | PIECE));
        own || self.next[lacking].is_some_and(|next| next.is(ELLIPSIS | PIECE))
    }
}
