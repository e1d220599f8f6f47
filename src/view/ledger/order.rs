//! The order of both articles: which sentences moved, who speaks first, how far down an answer stands.

use super::{folded_words, words};
use crate::alignment::BeadId;
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::rules::is_answer;
use crate::quotation::SpeakerState;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};

/// What stands elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// The sentences that moved, in the order of the beads.
    pub moved: Vec<Mover>,
    /// Speakers of both articles who do not take their turn behind the same others, in the order of the left.
    pub speakers: Vec<Rank>,
    /// Denials, apologies and answers, wherever they stand, in the order of the beads.
    pub answers: Vec<Mover>,
}

/// Sentences and where they stand in each article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mover {
    /// The bead.
    pub bead: BeadId,
    /// The place of its first sentence, from 1; none where that side has none.
    pub places: Pair<Option<usize>>,
    /// How many sentences each article has.
    pub lengths: Pair<usize>,
    /// Its sentences on each side.
    pub spans: Pair<Vec<Span>>,
}

/// Who speaks as the how-manieth.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rank {
    /// The speaker.
    pub name: String,
    /// The place among the speakers of each article, from 1.
    pub places: Pair<usize>,
    /// The first words of theirs that each article quotes.
    pub spans: Pair<Span>,
}

/// What the order of both articles tells.
pub fn order(comparison: &Comparison) -> Order {
    let mut order = Order { moved: Vec::new(), speakers: speakers(comparison), answers: Vec::new() };
    for (id, bead) in comparison.alignment.iter() {
        if bead.moved {
            order.moved.push(mover(comparison, id));
        }
        let is_answered = Side::BOTH.into_iter().any(|side| {
            let annotated = &comparison.sides[side];
            let told: Vec<SentenceId> = bead.sentences[side]
                .iter()
                .copied()
                .filter(|&id| is_text(annotated.article.block(annotated.sentences.get(id).block).kind))
                .collect();
            is_answer(annotated.article.lexicon(), &folded_words(comparison, side, &told))
        });
        if is_answered {
            order.answers.push(mover(comparison, id));
        }
    }
    order
}

fn is_text(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph | BlockKind::ListItem => true,
        BlockKind::Headline
        | BlockKind::Deck
        | BlockKind::Byline
        | BlockKind::Dateline
        | BlockKind::Subhead
        | BlockKind::Caption
        | BlockKind::Credit => false,
    }
}

fn mover(comparison: &Comparison, id: BeadId) -> Mover {
    let bead = comparison.alignment.get(id);
    Mover {
        bead: id,
        places: bead.sentences.as_ref().map(|own| own.first().map(|id| id.index() + 1)),
        lengths: comparison.sides.as_ref().map(|side| side.sentences.len()),
        spans: Pair::from_fn(|side| {
            bead.sentences[side].iter().map(|&id| comparison.sides[side].sentences.get(id).span).collect()
        }),
    }
}

/// A speaker's name with the first words of theirs.
type Turn = (String, Span);

/// The speakers of both articles whose turn is not the same.
fn speakers(comparison: &Comparison) -> Vec<Rank> {
    let turns = Pair::from_fn(|side| turns(comparison, side));
    let place = |side: Side, name: &str| turns[side].iter().position(|(other, _)| other == name);
    // what a link calls the same speaker may have two names: *Vale*, *Henrik Vale*
    let across = |name: &str| {
        let linked = comparison.links.iter().filter(|link| link.speaker == SpeakerState::Same);
        let names = linked.filter_map(|link| {
            let ids = link.quotations.both()?;
            let name = |side: Side| comparison.quotation(side, ids[side]).attribution.speaker.clone();
            Pair::from_fn(name).both()
        });
        names.into_iter().find(|names| words::one_line(&names.left) == name).map(|names| names.right)
    };
    let mut found: Vec<Rank> = Vec::new();
    for (left, (name, span)) in turns.left.iter().enumerate() {
        let other = across(name).map_or_else(|| name.clone(), |name| words::one_line(&name));
        let Some(right) = place(Side::Right, &other) else { continue };
        if found.iter().any(|rank| rank.places.right == right + 1) {
            continue;
        }
        let fuller = if other.len() > name.len() { other } else { name.clone() };
        let spans = Pair::new(*span, turns.right[right].1);
        found.push(Rank { name: fuller, places: Pair::new(left + 1, right + 1), spans });
    }
    // among those whom both have, so that one more speaker shifts nobody else
    let mut rights: Vec<usize> = found.iter().map(|rank| rank.places.right).collect();
    rights.sort_unstable();
    for (at, rank) in found.iter_mut().enumerate() {
        let right = rights.partition_point(|&place| place < rank.places.right);
        rank.places = Pair::new(at + 1, right + 1);
    }
    let kept = in_turn(&found);
    found.into_iter().zip(kept).filter(|(_, kept)| !kept).map(|(rank, _)| rank).collect()
}

/// For each speaker, whether they take their turn behind the same others in both articles:
/// the longest chain that rises on both sides.
fn in_turn(ranks: &[Rank]) -> Vec<bool> {
    let mut lengths: Vec<usize> = Vec::with_capacity(ranks.len());
    for (at, rank) in ranks.iter().enumerate() {
        let before = ranks[..at].iter().zip(&lengths);
        let longest = before.filter(|(other, _)| other.places.right < rank.places.right);
        lengths.push(1 + longest.map(|(_, length)| *length).max().unwrap_or(0));
    }
    let mut kept = vec![false; ranks.len()];
    let mut wanted = lengths.iter().copied().max().unwrap_or(0);
    let mut below = usize::MAX;
    for at in (0..ranks.len()).rev() {
        if lengths[at] == wanted && ranks[at].places.right < below {
            (kept[at], below, wanted) = (true, ranks[at].places.right, wanted - 1);
        }
    }
    kept
}

/// The speakers of one article, in the order in which they first speak.
fn turns(comparison: &Comparison, side: Side) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for quotation in &comparison.sides[side].quotations {
        let Some(name) = quotation.attribution.speaker.as_deref().map(words::one_line) else { continue };
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
    use crate::view::made::{comparison, quote};
    use std::sync::Arc;

    #[test]
    fn what_moved_says_from_where_to_where() {
        let made = comparison("A.\nB.\nC.", "C.\nA.\nB.", "0-1 1-2 ↕2-0");
        let order = order(&made);
        assert_eq!(order.moved.len(), 1);
        assert_eq!(order.moved[0].places, Pair::new(Some(3), Some(1)));
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
        let names: Vec<(String, Pair<usize>)> =
            order(&made).speakers.into_iter().map(|rank| (rank.name, rank.places)).collect();
        let expected = [("Ada Lund", Pair::new(1, 2))];
        assert_eq!(names, expected.map(|(name, places)| (name.to_owned(), places)));
    }

    #[test]
    fn an_answer_is_listed_wherever_it_stands() {
        let made = comparison("She denied it.\nRain fell.", "Rain fell.\nShe denied it.", "1-0 ↕0-1");
        assert_eq!(order(&made).answers[0].places, Pair::new(Some(1), Some(2)));
    }
}
