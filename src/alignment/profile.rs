//! The input of the scores for each sentence: stems, letter trigrams and their weights.
//!
//! First step of [`super::align`]. All weights are integers, so that a sum does not
//! depend on the order of its words, and swapping the sides mirrors every score to
//! the last bit.

use super::cell::{Cell, Ragged};
use super::trigrams::{Trigram, Trigrams};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span, SpanIndex};
use crate::words::{Key, Token, Vocabulary};

/// The profiles of the sentences of both sides.
pub(super) struct Profiles {
    /// The sentences of each side.
    pub(super) sides: Pair<Profile>,
    /// Per stem: its weight in 1/4096, which is greater for rarer stems in these two articles.
    word_weights: Vec<u32>,
    /// Per letter trigram, the same.
    trigram_weights: Vec<u32>,
    /// The weight of a word that one sentence of each side has.
    unique_weight: u64,
}

/// The sentences of one side.
pub(super) struct Profile {
    /// The stems of each sentence's body, in order.
    pub(super) words: Ragged<Key>,
    /// The same, sorted and without duplicates.
    pub(super) distinct: Ragged<Key>,
    /// Those of them that a sentence has outside of the words that name a speaker.
    pub(super) evidence: Ragged<Key>,
    /// The letter trigrams of the stems, without duplicates.
    pub(super) trigrams: Ragged<Trigram>,
    totals: Vec<Totals>,
    parts: Vec<Part>,
    cites: bool,
}

/// Sums of weights over one sentence.
#[derive(Clone, Copy, Default)]
pub(super) struct Totals {
    /// Of its distinct stems.
    pub(super) words: u64,
    /// Of the squares of these.
    pub(super) squares: u64,
    /// Of its distinct trigrams.
    pub(super) trigrams: u64,
}

/// The part of an article that a sentence belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// Headline and deck.
    Title,
    /// The story.
    Story,
    /// Bylines, datelines and credits: nothing that could be rewritten.
    Boilerplate,
}

/// The share of its weight that a stop word keeps, for sentences that have only stop words.
const STOP_WEIGHT: f64 = 0.15;

impl Profiles {
    /// Profiles of all sentences.
    pub(super) fn new(sides: Pair<&Annotated>, vocabulary: &Vocabulary) -> Profiles {
        let mut trigrams = Trigrams::new();
        let mut profiles = sides.map(|side| Profile::new(side, vocabulary, &mut trigrams));
        let sentences = sides.left.sentences.len() + sides.right.sentences.len();
        let common = common_stems(sides, vocabulary);

        let mut counts = vec![0; vocabulary.len()];
        let mut trigram_counts = vec![0; trigrams.len()];
        for profile in [&profiles.left, &profiles.right] {
            profile.distinct.items().iter().for_each(|word| counts[word.index()] += 1);
            profile.trigrams.items().iter().for_each(|&trigram| trigram_counts[trigram as usize] += 1);
        }
        // no word occurs in more sentences than there are
        let full: Vec<u32> = (0..=sentences).map(|count| rarity(sentences, count, 1.0)).collect();
        let reduced: Vec<u32> = (0..=sentences).map(|count| rarity(sentences, count, STOP_WEIGHT)).collect();
        let word_weights: Vec<u32> = (counts.iter().zip(&common))
            .map(|(&count, &common): (&usize, &bool)| if common { reduced[count] } else { full[count] })
            .collect();
        let trigram_weights: Vec<u32> = trigram_counts.iter().map(|&count: &usize| full[count]).collect();
        for profile in [&mut profiles.left, &mut profiles.right] {
            profile.add_up(&word_weights, &trigram_weights);
        }
        let unique_weight = u64::from(rarity(sentences, 2, 1.0));
        Profiles { sides: profiles, word_weights, trigram_weights, unique_weight }
    }

    /// The weight of a stem.
    pub(super) fn word_weight(&self, word: Key) -> u64 {
        u64::from(self.word_weights[word.index()])
    }

    /// The weight of a letter trigram.
    pub(super) fn trigram_weight(&self, trigram: Trigram) -> u64 {
        u64::from(self.trigram_weights[trigram as usize])
    }

    /// The weight of a word that one sentence of each side has and no other.
    pub(super) fn unique_weight(&self) -> u64 {
        self.unique_weight
    }

    /// The weight of the words that both sentences have, but for those that name who speaks.
    pub(super) fn shared_evidence(&self, cell: Cell) -> u64 {
        let Pair { left, right } = Pair::from_fn(|side| self.sides[side].evidence.row(cell[side]));
        let shared = left.iter().filter(|word| right.binary_search(word).is_ok());
        shared.map(|&word| self.word_weight(word)).sum()
    }

    /// Whether both sentences belong to the same part of their article.
    pub(super) fn are_alike(&self, cell: Cell) -> bool {
        self.sides.left.part(cell.left) == self.sides.right.part(cell.right)
    }

    /// The number of entries of the vocabulary.
    pub(super) fn vocabulary_len(&self) -> usize {
        self.word_weights.len()
    }

    /// How many letter trigrams there are.
    pub(super) fn trigrams_len(&self) -> usize {
        self.trigram_weights.len()
    }

    /// Whether the two sentences may be paired: boilerplate only with boilerplate.
    pub(super) fn may_pair(&self, cell: Cell) -> bool {
        let boilerplate = |side: Side| self.sides[side].part(cell[side]) == Part::Boilerplate;
        boilerplate(Side::Left) == boilerplate(Side::Right)
    }

    /// Whether both sentences belong to a headline or deck.
    pub(super) fn are_titles(&self, cell: Cell) -> bool {
        Side::BOTH.iter().all(|&side| self.sides[side].part(cell[side]) == Part::Title)
    }
}

impl Profile {
    fn new(side: &Annotated, vocabulary: &Vocabulary, numbers: &mut Trigrams) -> Profile {
        let mut words = Ragged::default();
        let (mut distinct, mut evidence) = (Ragged::default(), Ragged::default());
        let mut trigrams = Ragged::default();
        let mut parts = Vec::with_capacity(side.sentences.len());
        let mut seen: Vec<u32> = Vec::new();
        let attributions = attributions(side);
        let cites = !attributions.is_empty();
        let attributions = SpanIndex::new(attributions);
        for (id, sentence) in side.sentences.iter() {
            let stems = body_tokens(side, id).iter().map(|token| vocabulary.stem(token.key));
            words.push(stems);
            distinct.push(sorted(words.row(id).to_vec()));
            let own = body_tokens(side, id).iter().filter(|token| !attributions.overlaps(token.word));
            evidence.push(sorted(own.map(|token| vocabulary.stem(token.key)).collect()));
            let round = id.index() as u32 + 1;
            trigrams.push(numbers.of(words.row(id), vocabulary).filter(|&trigram| {
                let trigram = usize::from(trigram);
                if seen.len() <= trigram {
                    seen.resize(trigram + 1, 0);
                }
                std::mem::replace(&mut seen[trigram], round) != round
            }));
            parts.push(part(side.article.block(sentence.block).kind));
        }
        Profile { words, distinct, evidence, trigrams, totals: Vec::new(), parts, cites }
    }

    fn add_up(&mut self, word_weights: &[u32], trigram_weights: &[u32]) {
        let ids = 0..self.parts.len();
        self.totals = ids
            .map(SentenceId::new)
            .map(|id| {
                let weight = |word: &Key| u64::from(word_weights[word.index()]);
                let words = self.distinct.row(id);
                Totals {
                    words: words.iter().map(weight).sum(),
                    squares: words.iter().map(|word| weight(word) * weight(word)).sum(),
                    trigrams: self
                        .trigrams
                        .row(id)
                        .iter()
                        .map(|&trigram| u64::from(trigram_weights[trigram as usize]))
                        .sum(),
                }
            })
            .collect();
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether the article says of anything who says so.
    pub(super) fn cites(&self) -> bool {
        self.cites
    }

    /// The sums of weights over a sentence.
    pub(super) fn totals(&self, id: SentenceId) -> Totals {
        self.totals[id.index()]
    }

    /// The part of the article that a sentence belongs to.
    pub(super) fn part(&self, id: SentenceId) -> Part {
        self.parts[id.index()]
    }
}

/// The tokens of a sentence without its dateline or list mark, or all if it has no others.
pub(crate) fn body_tokens(side: &Annotated, id: SentenceId) -> &[Token] {
    let tokens = side.sentences.tokens(id);
    let start = side.sentences.get(id).body().start();
    let lead = tokens.partition_point(|token| token.word.start() < start);
    if lead < tokens.len() { &tokens[lead..] } else { tokens }
}

/// The words of an article that say who speaks.
fn attributions(side: &Annotated) -> Vec<Span> {
    let attributions = side.quotations.iter().map(|quotation| &quotation.attribution);
    attributions.flat_map(|attribution| [attribution.mention, attribution.cue]).flatten().collect()
}

/// The words in ascending order, each once.
fn sorted(mut words: Vec<Key>) -> Vec<Key> {
    words.sort_unstable();
    words.dedup();
    words
}

fn part(kind: BlockKind) -> Part {
    match kind {
        BlockKind::Headline | BlockKind::Deck => Part::Title,
        BlockKind::Paragraph | BlockKind::Subhead | BlockKind::ListItem | BlockKind::Caption => Part::Story,
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Credit => Part::Boilerplate,
    }
}

/// For each stem, whether a stop word has it.
fn common_stems(sides: Pair<&Annotated>, vocabulary: &Vocabulary) -> Vec<bool> {
    let lists = sides.map(|side| side.article.lexicon().stop_words);
    let mut common = vec![false; vocabulary.len()];
    for key in (0..vocabulary.len()).map(Key::new) {
        let folded = vocabulary.folded(key);
        if lists.left.contains(folded) || lists.right.contains(folded) {
            common[vocabulary.stem(key).index()] = true;
        }
    }
    common
}

/// Inverse sentence frequency over both articles, in 1/4096.
fn rarity(sentences: usize, count: usize, share: f64) -> u32 {
    ((sentences as f64 / (0.5 + count as f64)).ln_1p() * share * 4096.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more() {
        assert!(rarity(100, 1, 1.0) > rarity(100, 2, 1.0));
        assert!(rarity(100, 100, 1.0) > 0);
        assert!(rarity(100, 1, STOP_WEIGHT) < rarity(100, 1, 1.0));
    }
}
