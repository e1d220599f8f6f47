//! The stretches of a link between its matches, and which of their words are edits.
//!
//! [`mod@super::judge`] weighs what is tallied here. A stretch is at
//! the head, in the middle or at the tail of the matches: at an end words may be missing
//! openly, in the middle only where an ellipsis, a bracket or an interruption says so.

use enumset::EnumSet;

use crate::quotation::Alarm;
use crate::text::{Pair, Side};

use super::alarm::{alarms_of_cut, classes_of};
use super::alike::{gaps, is_spelled_alike, is_written_anew};
use super::cues::{NEGATION, is_sign};
use super::gap::Gap;
use super::linking::{Case, End};
use super::remark::{Remark, weigh};
use super::units::{Trait, Unit};

/// What the stretches of a link hold.
#[derive(Default, Debug)]
pub(super) struct Tally {
    pub(super) edits: Vec<Gap>,
    /// How many words one side has and the other openly has not.
    pub(super) missing: Pair<usize>,
    /// Those of them that are in the sentence of the first or last match, or are a clause that is missing
    /// where the quotation is interrupted.
    pub(super) cuts: Vec<Gap>,
    /// What each side loses at its ends where it is cut to the other.
    pub(super) lost: Pair<Vec<Alarm>>,
}

/// A stretch without matches.
#[derive(Debug)]
pub(super) struct Stretch<'a> {
    case: &'a Case<'a>,
    from: Pair<usize>,
    to: Pair<usize>,
    /// Which end it is; none in the middle.
    end: Option<End>,
    /// How many matches precede it.
    at: usize,
    /// How many sentences begin on both sides before it.
    sentence: usize,
}

/// The stretches before, between and after the matches.
pub(super) fn stretches<'a>(case: &'a Case) -> Vec<Stretch<'a>> {
    let units = case.units();
    let begin = |at: Pair<usize>| {
        let begins = |side: &Side| units[*side].get(at[*side]).is_some_and(|unit| unit.is(Trait::Sentence));
        Side::BOTH.iter().all(begins)
    };
    let mut found = Vec::new();
    let mut from = Pair::new(0, 0);
    let mut sentence = 0;
    for (at, to) in case.matches.iter().copied().chain([units.map(<[Unit]>::len)]).enumerate() {
        let has_both = from.left < to.left && from.right < to.right;
        let end = if at == case.matches.len() { Some(End::Tail) } else { (at == 0).then_some(End::Head) };
        sentence += usize::from(has_both && end != Some(End::Tail) && begin(from));
        found.push(Stretch { case, from, to, end, at, sentence });
        sentence += usize::from(begin(to));
        from = to.map(|at| at + 1);
    }
    found
}

/// The fewest words of a missing clause that is listed where an altered quotation is interrupted.
const DROPPED: usize = 5;
/// How many words next to the marks may say what was cut inside of them.
const OUTSIDE: usize = 8;
/// The most words on each side of an end that are an edit wherever sentences begin: *Yes* for *No*.
const SHORT: usize = 6;

impl Stretch<'_> {
    /// Adds what differs here.
    pub(super) fn settle(&self, tally: &mut Tally) {
        let words = &self.case.words;
        let own = Pair::from_fn(|side| self.untaken(side));
        match weigh(words, &own) {
            Some(Remark::Explains) => return,
            Some(Remark::Alters) => {
                let silent = Pair::default();
                return tally.edits.push(Gap { silent, ..self.gap(own) });
            }
            None => {}
        }
        let own = own.map(|units| units.into_iter().filter(|unit| unit.is_required()).collect::<Vec<_>>());
        if is_spelled_alike(words, &own) {
            return;
        }
        let near =
            Pair::from_fn(|side| self.in_sentence(side, &own[side], Trait::Sentence | Trait::Fragment));
        if self.end.is_some() && !own.left.is_empty() && !own.right.is_empty() {
            let far = Pair::from_fn(|side| match self.end {
                Some(End::Head) => &own[side][..own[side].len() - near[side].len()],
                Some(End::Tail) | None => &own[side][near[side].len()..],
            });
            if own.left.len().max(own.right.len()) <= SHORT {
                return tally.edits.push(self.gap(own));
            }
            if is_written_anew(words, far) {
                return tally.edits.extend(gaps(words, &own).into_iter().map(|words| self.gap(words)));
            }
        }
        let is_edit = match (near.left.is_empty(), near.right.is_empty()) {
            (true, true) => false,
            (false, false) => true,
            (true, false) => self.is_silent(Side::Left) || self.is_lost_turn(Side::Right, &near.right),
            (false, true) => self.is_silent(Side::Right) || self.is_lost_turn(Side::Left, &near.left),
        };
        if is_edit {
            for side in Side::BOTH {
                tally.missing[side] += own[side].len() - near[side].len();
            }
            tally.edits.push(self.gap(near));
        } else {
            self.cut(&own, near, tally);
        }
    }

    /// Adds words that are missing openly.
    fn cut(&self, own: &Pair<Vec<Unit>>, near: Pair<Vec<Unit>>, tally: &mut Tally) {
        let mut lost: Pair<Vec<Alarm>> = Pair::default();
        for side in Side::BOTH {
            tally.missing[side] += own[side].len();
            if let Some(end) = self.end {
                let words = self.in_sentence(side, &own[side], Trait::Sentence.into());
                lost[side] = alarms_of_cut(&self.case.words[side], end, &words, self.next(side));
                lost[side].retain(|alarm| !self.is_said_outside(side.other(), end, *alarm));
                tally.lost[side].extend(&lost[side]);
            }
        }
        let is_listed = self.end.is_some() || own.left.len().max(own.right.len()) >= DROPPED;
        if is_listed && near.left.is_empty() != near.right.is_empty() {
            let alarms = if near.left.is_empty() { lost.right } else { lost.left };
            tally.cuts.push(Gap { is_end: true, alarms, ..self.gap(near) });
        }
    }

    /// Whether a side says next to its marks what the other lost: *Brandt did not think “the dam is safe”*.
    fn is_said_outside(&self, side: Side, end: End, alarm: Alarm) -> bool {
        let words = &self.case.words[side];
        let begins = |at: &usize| words.units[*at].is(Trait::Sentence);
        let mut outside = match end {
            End::Head => {
                let end = self.next(side).map_or(0, |unit| unit.token as usize);
                let first = end.saturating_sub(OUTSIDE);
                (first..=end).rev().find(begins).unwrap_or(first)..end
            }
            End::Tail => {
                let start = self.before(side).map_or(0, |unit| unit.token as usize + 1);
                let last = words.units.len().min(start + OUTSIDE);
                start..(start..last).find(begins).unwrap_or(last)
            }
        };
        let classes = classes_of(alarm);
        outside.any(|at| !words.quoted[at] && words.is(words.units[at], classes))
    }

    /// Whether what an end has lost is a *not* or a sign and nothing else (*We all were not* and *We all
    /// were*, *minus five* and *five*), and the other article does not have it right next to its marks.
    fn is_lost_turn(&self, side: Side, lost: &[Unit]) -> bool {
        let (own, across) = (&self.case.words[side], &self.case.words[side.other()]);
        let denies = |unit: &Unit| own.is(*unit, NEGATION) || is_sign(own, *unit);
        let (follows, beside) = match self.end {
            Some(End::Head) => {
                (self.next(side), self.next(side.other()).and_then(|next| next.token.checked_sub(1)))
            }
            Some(End::Tail) => {
                (lost.first().copied(), self.before(side.other()).map(|before| before.token + 1))
            }
            None => (lost.first().copied(), None),
        };
        let beside = beside.and_then(|token| across.units.get(token as usize)).map(|unit| unit.key);
        // *No, we will not*: an answer, not a denial of what follows
        let is_answer = follows.is_some_and(|unit| unit.is(Trait::Clause));
        !is_answer && lost.iter().all(|unit| denies(unit) && Some(unit.key) != beside)
    }

    fn units(&self, side: Side) -> &[Unit] {
        &self.case.units()[side][self.from[side]..self.to[side]]
    }

    fn before(&self, side: Side) -> Option<Unit> {
        self.from[side].checked_sub(1).map(|at| self.case.units()[side][at])
    }

    fn next(&self, side: Side) -> Option<Unit> {
        self.case.units()[side].get(self.to[side]).copied()
    }

    /// The words that no other link holds; at an end, those next to the matches.
    fn untaken(&self, side: Side) -> Vec<Unit> {
        let units = self.units(side);
        let is_free = |unit: &&Unit| !unit.is(Trait::Taken);
        let taken = |unit: &Unit| unit.is(Trait::Taken);
        match self.end {
            Some(End::Head) => units[units.iter().rposition(taken).map_or(0, |at| at + 1)..].to_vec(),
            Some(End::Tail) => units.iter().take_while(is_free).copied().collect(),
            None => units.iter().filter(is_free).copied().collect(),
        }
    }

    /// Those words at an end that are in one part with the matches; `begins` says what begins another.
    fn in_sentence(&self, side: Side, words: &[Unit], begins: EnumSet<Trait>) -> Vec<Unit> {
        let begins = |unit: &Unit| unit.is(begins);
        match self.end {
            Some(End::Head) if self.next(side).is_some_and(|next| begins(&next)) => Vec::new(),
            Some(End::Head) => words[words.iter().rposition(begins).unwrap_or(0)..].to_vec(),
            Some(End::Tail) => words.iter().copied().take_while(|unit| !begins(unit)).collect(),
            None => words.to_vec(),
        }
    }

    /// Words of it that differ.
    fn gap(&self, words: Pair<Vec<Unit>>) -> Gap {
        let silent = Pair::from_fn(|side| self.is_silent(side));
        let begins = |unit: Option<Unit>| unit.is_some_and(|unit| unit.is(Trait::Sentence));
        let first = words.left.first().xor(words.right.first()).copied();
        let is_sentence = begins(first) && Side::BOTH.into_iter().all(|side| begins(self.next(side)));
        let (at, sentence) = (self.at, self.sentence);
        Gap { words, silent, at, sentence, is_end: false, is_sentence, alarms: Vec::new() }
    }

    /// Whether a side lacks words in the middle without an ellipsis, a bracket or an interruption there.
    fn is_silent(&self, lacking: Side) -> bool {
        let is_open = self
            .units(lacking)
            .iter()
            .any(|unit| unit.is(Trait::Ellipsis | Trait::Optional | Trait::Fragment));
        let follows = self.next(lacking).is_some_and(|next| next.is(Trait::Ellipsis | Trait::Fragment));
        self.end.is_none() && !is_open && !follows
    }
}
