//! The order of both articles: moved sentences, the order of the speakers, the positions of answers.

use super::context::Context;
use super::entry::{Body, Entry, EntrySign, Page, Words};
use super::one_sided::Content;
use crate::alignment::BeadId;
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::is_answer;
use crate::quotation::SpeakerState;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span, one_line};
use crate::view::order::longest_rising;
use crate::view::{MarkSet, Sign, words};

/// The sentences that moved, the speakers in another order, then all answers.
pub(super) fn page(context: &Context<'_>) -> Page {
    let comparison = context.comparison;
    let moved = comparison.alignment.iter().filter(|(_, bead)| bead.moved).map(|(id, _)| moved(context, id));
    let moved: Vec<Entry> = moved.collect();
    let speakers: Vec<Entry> = speakers(comparison).iter().map(|rank| speaker(context, rank)).collect();
    let answers = comparison.alignment.iter().filter(|(id, _)| answers(context, *id));
    let answers: Vec<Entry> = answers.map(|(id, _)| answer(context, id)).collect();
    let note = format!(
        "{} moved; {} in another turn; {} {}",
        words::counted(moved.len(), "sentence"),
        words::counted(speakers.len(), "speaker"),
        answers.len(),
        if answers.len() == 1 { "denial or answer" } else { "denials or answers" }
    );
    let nothing = "Both articles tell everything in the same order.".to_owned();
    Page { note, nothing, entries: [moved, speakers, answers].concat() }
}

/// Whether the text of a bead denies, apologizes or answers on either side.
fn answers(context: &Context<'_>, bead: BeadId) -> bool {
    Side::BOTH.into_iter().any(|side| {
        let article = &context.comparison.sides[side];
        let is_text = |id: &SentenceId| {
            let block = article.article.block(article.sentences.get(*id).block);
            matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        };
        let sentences = context.comparison.alignment.get(bead).sentences[side].iter().copied();
        let words = context.folded(side, &sentences.filter(is_text).collect::<Vec<_>>());
        is_answer(article.article.lexicon(), &words)
    })
}

fn moved(context: &Context<'_>, bead: BeadId) -> Entry {
    Entry {
        target: context.bead(bead, Side::Left),
        sign: EntrySign::Row(Sign::Moved),
        body: both(context, bead),
        ..Entry::plain("moved", Positions::of(context.comparison, bead).path(context.comparison))
    }
}

fn answer(context: &Context<'_>, bead: BeadId) -> Entry {
    let positions = Positions::of(context.comparison, bead);
    let (is_left, is_right) = (positions.sentences.left.is_some(), positions.sentences.right.is_some());
    let check = match positions.shift() {
        _ if !is_right => Some("it was left out"),
        Some(Shift::Down) => Some("it stands much further down"),
        Some(Shift::Up) | None => None,
    };
    Entry {
        target: context.bead(bead, if is_left { Side::Left } else { Side::Right }),
        sign: match check {
            Some(_) => EntrySign::Alarm,
            None if is_left => EntrySign::Row(Sign::Identical),
            None => EntrySign::Row(Sign::RightOnly),
        },
        check: check.map(str::to_owned),
        body: both(context, bead),
        ..Entry::plain(Content::Answer.name(), positions.path(context.comparison))
    }
}

fn both(context: &Context<'_>, bead: BeadId) -> Body {
    Body::Both(Pair::from_fn(|side| context.marked(bead, side)))
}

/// The position of a bead in each article.
struct Positions {
    /// The number of its first sentence, from 1; none if that side has none.
    sentences: Pair<Option<usize>>,
    /// The number of sentences of each article.
    lengths: Pair<usize>,
}

/// A large move.
enum Shift {
    Up,
    Down,
}

impl Positions {
    fn of(comparison: &Comparison, bead: BeadId) -> Positions {
        let sentences = comparison.alignment.get(bead).sentences.as_ref();
        Positions {
            sentences: sentences.map(|own| own.first().map(|id| id.index() + 1)),
            lengths: comparison.sides.as_ref().map(|side| side.sentences.len()),
        }
    }

    /// `sentence 8 of 14 → 3 of 12, much further up`.
    fn path(&self, comparison: &Comparison) -> String {
        let at = |side: Side, number: usize| format!("{number} of {}", self.lengths[side]);
        let only = |side: Side, number: usize| {
            format!("{}, sentence {}", words::only(comparison, side), at(side, number))
        };
        let path = match (self.sentences.left, self.sentences.right) {
            (Some(left), Some(right)) => {
                format!("sentence {} → {}", at(Side::Left, left), at(Side::Right, right))
            }
            (Some(left), None) => only(Side::Left, left),
            (None, Some(right)) => only(Side::Right, right),
            (None, None) => String::new(),
        };
        match self.shift() {
            Some(Shift::Down) => format!("{path}, much further down"),
            Some(Shift::Up) => format!("{path}, much further up"),
            None => path,
        }
    }

    /// A move by more than a quarter of an article.
    fn shift(&self) -> Option<Shift> {
        const MUCH: f64 = 0.25;
        let sentences = self.sentences.both()?;
        let depths = Pair::from_fn(|side| sentences[side] as f64 / self.lengths[side].max(1) as f64);
        match depths.right - depths.left {
            down if down > MUCH => Some(Shift::Down),
            up if up < -MUCH => Some(Shift::Up),
            _ => None,
        }
    }
}

fn speaker(context: &Context<'_>, rank: &Rank) -> Entry {
    let turn = |side: Side| {
        let names = ["first", "second", "third", "fourth", "fifth", "sixth"];
        let number = rank.turns[side];
        let name =
            names.get(number - 1).map_or_else(|| format!("as number {number}"), |name| (*name).to_owned());
        format!("{name} {}", words::place(context.comparison, side))
    };
    let quoted = |side: Side| {
        let mut words = Words::default();
        words.push(&words::shortened(context.slice(side, rank.spans[side])), MarkSet::EMPTY);
        words
    };
    let said = format!("speaks {}, {} (of those both quote)", turn(Side::Left), turn(Side::Right));
    Entry {
        target: context.at(rank.spans.left, Side::Left),
        sign: EntrySign::Row(Sign::Moved),
        body: Body::Both(Pair::from_fn(quoted)),
        ..Entry::plain(&rank.name, said)
    }
}

/// A speaker whose turn differs.
struct Rank {
    name: String,
    /// The turn in each article, from 1.
    turns: Pair<usize>,
    /// The first quoted words in each article.
    spans: Pair<Span>,
}

/// A speaker's name with their first words.
type Turn = (String, Span);

/// The speakers of both articles whose turns differ.
fn speakers(comparison: &Comparison) -> Vec<Rank> {
    let turns = Pair::from_fn(|side| turns(comparison, side));
    let turn_on_right = |name: &str| turns.right.iter().position(|(other, _)| other == name);
    // one speaker may have two names: *Vale*, *Henrik Vale*
    let across = |name: &str| {
        let linked = comparison.links.iter().filter(|link| link.speaker == SpeakerState::Same);
        let names = linked.filter_map(|link| {
            let ids = link.quotations.both()?;
            let name = |side: Side| comparison.quotation(side, ids[side]).attribution.speaker.clone();
            Pair::from_fn(name).both()
        });
        names.into_iter().find(|names| one_line(&names.left) == name).map(|names| one_line(&names.right))
    };
    let mut found: Vec<Rank> = Vec::new();
    for (left, (name, span)) in turns.left.iter().enumerate() {
        let other = across(name).unwrap_or_else(|| name.clone());
        let Some(right) = turn_on_right(&other) else { continue };
        if found.iter().any(|rank| rank.turns.right == right + 1) {
            continue;
        }
        let fuller = if other.len() > name.len() { other } else { name.clone() };
        let spans = Pair::new(*span, turns.right[right].1);
        found.push(Rank { name: fuller, turns: Pair::new(left + 1, right + 1), spans });
    }
    // only speakers of both articles count, so that one more speaker on one side shifts nobody else
    let rights: Vec<usize> = found.iter().map(|rank| rank.turns.right).collect();
    for (at, rank) in found.iter_mut().enumerate() {
        let before = rights.iter().filter(|&&right| right < rank.turns.right).count();
        rank.turns = Pair::new(at + 1, before + 1);
    }
    let in_order = longest_rising(&rights);
    found.into_iter().zip(in_order).filter(|(_, in_order)| !in_order).map(|(rank, _)| rank).collect()
}

/// The speakers of one article, in the order in which they first speak.
fn turns(comparison: &Comparison, side: Side) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for quotation in &comparison.sides[side].quotations {
        let Some(name) = quotation.attribution.speaker.as_deref().map(one_line) else { continue };
        if turns.iter().all(|(other, _)| *other != name) {
            turns.push((name, quotation.span()));
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::LinkState;
    use crate::view::ledger::Ledger;
    use crate::view::made::{comparison, pages, quote};
    use std::sync::Arc;

    fn order(comparison: &Comparison) -> Page {
        pages(comparison).swap_remove(Ledger::Order as usize)
    }

    #[test]
    fn a_moved_sentence_is_listed_with_both_positions() {
        let made = comparison("A.\nB.\nC.", "C.\nA.\nB.", "0-1 1-2 ↕2-0");
        let entries = order(&made).entries;
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].said, "sentence 3 of 3 → 1 of 3, much further up");
    }

    #[test]
    fn a_speaker_who_has_another_turn_is_named() {
        let left = "Go home, all.\nStay here, all.";
        let mut made = comparison(left, "Stay here, all.\nGo home, all.", "0-1 ↕1-0");
        quote(&mut made, Pair::new("Go home", "Go home"), LinkState::SameWords);
        quote(&mut made, Pair::new("Stay here", "Stay here"), LinkState::SameWords);
        Arc::make_mut(&mut made.sides.left).quotations[1].attribution.speaker = Some("Tom Reyl".to_owned());
        Arc::make_mut(&mut made.sides.right).quotations[1].attribution.speaker = Some("Tom Reyl".to_owned());
        Arc::make_mut(&mut made.sides.right).quotations.swap(0, 1);
        made.links.clear();
        let found = order(&made).entries.into_iter().find(|entry| entry.title == "Ada Lund");
        let said = "speaks first in the Wire, second in the Courier (of those both quote)";
        assert_eq!(found.map(|entry| entry.said).as_deref(), Some(said));
    }

    #[test]
    fn an_answer_is_listed_wherever_it_is() {
        let made = comparison("She denied it.\nRain fell.", "Rain fell.\nShe denied it.", "1-0 ↕0-1");
        let last = order(&made).entries.pop().expect("an entry");
        assert_eq!(last.title, "denial or answer");
        assert_eq!(last.said, "sentence 1 of 2 → 2 of 2, much further down");
    }
}
