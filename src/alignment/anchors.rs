//! Anchors: sentences that hold the words of one quotation.
//!
//! When two outlets report one speech, each puts other words around the same quotation. Such a quotation
//! raises the score of its sentences before the neighbors vote, so that it helps the pairs around it, too.

use super::cell::Cell;
use super::profile::Profiles;
use crate::annotated::Annotated;
use crate::quotation::{LinkState, Quotation, QuotationLink, SpeakerState};
use crate::sentence::SentenceId;
use crate::text::Pair;
use crate::words::{Key, Vocabulary};

/// The fewest distinct words that two quotations share by more than chance if nobody says who speaks; as
/// in [`crate::summary::LiftedOptions`].
const LONG: usize = 6;

/// The fewest words if both sides name one speaker: one word is quoted of many speeches.
const SHORT: usize = 2;

/// The most pairs of sentences of one quotation. Those of a speech pair by their own words.
const MOST: usize = 64;

/// The pairs of sentences that hold the words of a linked quotation, in ascending order.
pub(super) fn anchors(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    profiles: &Profiles,
    links: &[QuotationLink],
) -> Vec<Cell> {
    let mut cells = Vec::new();
    for link in links.iter().filter(|link| link.state != LinkState::Paraphrased) {
        let Some(ids) = link.quotations.both() else { continue };
        let quoted = Pair::from_fn(|side| {
            quoted_words(sides[side], vocabulary, &sides[side].quotations[ids[side].index()])
        });
        if quoted.left.len() * quoted.right.len() > MOST {
            continue;
        }
        let (mut held, mut total) = (Vec::new(), 0);
        for (left, words) in &quoted.left {
            for (right, others) in &quoted.right {
                let shared = words.iter().filter(|word| others.binary_search(word).is_ok()).count();
                if 2 * shared >= words.len().min(others.len()) {
                    held.push(Pair::new(*left, *right));
                    total += shared;
                }
            }
        }
        let least = if link.speaker == SpeakerState::Same { SHORT } else { LONG };
        if total >= least {
            cells.extend(held);
        }
    }
    // a headline sums the story up, whatever it quotes of it
    cells.retain(|&cell| profiles.are_alike(cell));
    cells.sort_unstable();
    cells.dedup();
    cells
}

/// The words of a quotation in each of its sentences, in ascending order and each once.
fn quoted_words(
    side: &Annotated,
    vocabulary: &Vocabulary,
    quotation: &Quotation,
) -> Vec<(SentenceId, Vec<Key>)> {
    let mut found: Vec<(SentenceId, Vec<Key>)> = Vec::new();
    for fragment in &quotation.fragments {
        let Some(first) = side.sentences.at(fragment.start()) else { continue };
        let ids = (first.index()..side.sentences.len()).map(SentenceId::new);
        for id in ids.take_while(|&id| side.sentences.get(id).span.start() < fragment.end()) {
            let tokens = side.sentences.tokens(id).iter().filter(|token| fragment.overlaps(token.word));
            let words = tokens.map(|token| vocabulary.stem(token.key));
            match found.last_mut() {
                Some((last, own)) if *last == id => own.extend(words),
                _ => found.push((id, words.collect())),
            }
        }
    }
    for (_, words) in &mut found {
        words.sort_unstable();
        words.dedup();
    }
    found
}
