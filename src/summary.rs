//! The counts of a comparison, and how much was lifted.
//!
//! All figures of screens and reports are counted here.

mod boilerplate;
mod credit;

use crate::alignment::{Alignment, Reuse};
use crate::annotated::Annotated;
use crate::difference::{Difference, DifferenceKind, Fact, FactState};
use crate::quotation::{LinkState, QuotationId, QuotationLink};
use crate::text::{Pair, Side, Span};
use crate::words::Key;

use boilerplate::{in_set_phrases, informative};
use credit::credited;

/// The counts of a comparison.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Summary {
    /// Sentences of each side.
    pub sentences: Pair<usize>,
    /// Beads of each class, in the order of [`Reuse::ALL`].
    pub beads: [usize; Reuse::ALL.len()],
    /// Beads outside of the main order.
    pub moved: usize,
    /// Quotation links of each state, in the order of [`LinkState::ALL`].
    pub quotations: [usize; LinkState::ALL.len()],
    /// Facts of each state, in the order of [`FactState::ALL`].
    pub facts: [usize; FactState::ALL.len()],
    /// Differences of each kind, in the order of [`DifferenceKind::ALL`].
    pub differences: [usize; DifferenceKind::ALL.len()],
    /// How much of the right was lifted.
    pub lifted: Lifted,
}

/// The options for lifted words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LiftedOptions {
    /// The shortest run of shared words that counts, in words.
    pub run: usize,
}

impl Default for LiftedOptions {
    fn default() -> LiftedOptions {
        LiftedOptions { run: 6 }
    }
}

/// How much of the right is in runs of words that the left has, too.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lifted {
    /// Words of the right in such runs.
    pub words: usize,
    /// Their share of all words of the right, from 0 to 1.
    pub share: f64,
    /// The share among the words outside of quotations, from 0 to 1.
    pub share_outside_quotations: f64,
    /// The longest such run, in words.
    pub longest_run: usize,
    /// Runs of at least so many words, outside of quotations, without a credit nearby.
    pub uncredited: Vec<Uncredited>,
    /// How it was counted, to print with the figures.
    pub definition: String,
}

/// A lifted run of the right that nothing nearby credits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Uncredited {
    /// From its first word to its last.
    pub span: Span,
    /// Its words.
    pub words: usize,
}

/// Counts the findings of all stages.
pub fn summarize(
    sides: Pair<&Annotated>,
    alignment: &Alignment,
    links: &[QuotationLink],
    facts: &[Fact],
    differences: &[Difference],
    lifted: &LiftedOptions,
) -> Summary {
    Summary {
        sentences: sides.map(|side| side.sentences.len()),
        beads: Reuse::ALL.map(|reuse| alignment.beads.iter().filter(|bead| bead.reuse == reuse).count()),
        moved: alignment.beads.iter().filter(|bead| bead.moved).count(),
        quotations: LinkState::ALL.map(|state| links.iter().filter(|link| link.state == state).count()),
        facts: FactState::ALL.map(|state| facts.iter().filter(|fact| fact.state == state).count()),
        differences: std::array::from_fn(|kind| {
            differences.iter().filter(|difference| difference.kind == DifferenceKind::ALL[kind]).count()
        }),
        lifted: lift(sides, links, *lifted),
    }
}

/// How much of the right was lifted from the left.
fn lift(sides: Pair<&Annotated>, links: &[QuotationLink], options: LiftedOptions) -> Lifted {
    let run = options.run.max(1);
    let keys =
        sides.map(|side| side.sentences.all_tokens().iter().map(|token| token.key).collect::<Vec<_>>());
    let set = sides.map(in_set_phrases);
    let sequences = Pair::from_fn(|side| Sequence::new(&keys[side], &set[side], side));
    let shared = shared_runs(&sequences, run);
    let mut lifted = covered(&shared.right, run, keys.right.len());
    let informative = informative(sides.right);
    for (start, len) in stretches(&lifted) {
        let place = start..start + len;
        lifted[place.clone()].fill(informative[place].contains(&true));
    }
    let quoted = quoted(sides.right, links, Side::Right);
    let count = |wanted: &dyn Fn(usize) -> bool| (0..lifted.len()).filter(|&word| wanted(word)).count();
    let words = count(&|word| lifted[word]);
    Lifted {
        words,
        share: share(words, lifted.len()),
        share_outside_quotations: share(
            count(&|word| lifted[word] && !quoted[word]),
            count(&|word| !quoted[word]),
        ),
        longest_run: if words == 0 { 0 } else { longest_run(&sequences, &shared, run) },
        uncredited: uncredited(sides, &lifted, &quoted, run),
        definition: format!(
            "Words of the right that stand in a run of at least {run} words which the left has, too; \
             case, punctuation and spelling variants are not told apart. Set phrases, and runs of common \
             words, dates and names alone, do not count. A run is credited where the left outlet or a news \
             agency is named in its sentence or one beside it, or in a credit line."
        ),
    }
}

/// The runs outside of quotations without a credit nearby.
fn uncredited(sides: Pair<&Annotated>, lifted: &[bool], quoted: &[bool], run: usize) -> Vec<Uncredited> {
    let credited = credited(sides);
    let tokens = sides.right.sentences.all_tokens();
    let own: Vec<bool> = (0..lifted.len()).map(|word| lifted[word] && !quoted[word]).collect();
    let runs = stretches(&own).into_iter().filter(|&(_, len)| len >= run);
    let runs = runs.filter(|&(start, len)| !credited[start..start + len].contains(&true));
    let span =
        |start: usize, len: usize| Span::new(tokens[start].word.start(), tokens[start + len - 1].word.end());
    runs.map(|(start, words)| Uncredited { span: span(start, words), words }).collect()
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// For each word of an article, whether it is in a quotation with marks on either side.
fn quoted(side: &Annotated, links: &[QuotationLink], on: Side) -> Vec<bool> {
    let mut is_linked = vec![false; side.quotations.len()];
    let linked = links.iter().filter_map(|link| link.quotations[on]).map(QuotationId::index);
    linked.for_each(|quotation| is_linked[quotation] = true);
    let quotations = side.quotations.iter().zip(is_linked);
    let counted = quotations.filter(|(quotation, is_linked)| quotation.marked || *is_linked);
    let fragments: Vec<Span> =
        counted.flat_map(|(quotation, _)| quotation.fragments.iter().copied()).collect();

    let tokens = side.sentences.all_tokens();
    let mut quoted = vec![false; tokens.len()];
    for fragment in fragments {
        let start = tokens.partition_point(|token| token.word.end() <= fragment.start());
        let end = tokens.partition_point(|token| token.word.start() < fragment.end());
        quoted[start..end.max(start)].fill(true);
    }
    quoted
}

/// The words of an article with a rolling hash, to compare runs of any length in constant time.
struct Sequence {
    /// The hash of the first words, for each number of words.
    prefixes: Vec<u64>,
    /// Powers of [`BASE`].
    powers: Vec<u64>,
}

/// Any large odd number.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Sequence {
    /// A sequence for the words of a side; words that are `set` match no other word.
    fn new(keys: &[Key], set: &[bool], side: Side) -> Sequence {
        let (mut prefixes, mut powers) = (vec![0u64], vec![1u64]);
        let apart = match side {
            Side::Left => u64::MAX,
            Side::Right => u64::MAX / 2,
        };
        for (at, key) in keys.iter().enumerate() {
            let number = if set[at] { apart - at as u64 } else { key.index() as u64 + 1 };
            prefixes.push(prefixes[at].wrapping_mul(BASE).wrapping_add(scattered(number)));
            powers.push(powers[at].wrapping_mul(BASE));
        }
        Sequence { prefixes, powers }
    }

    /// How many runs of `run` words there are.
    fn runs(&self, run: usize) -> usize {
        self.prefixes.len().saturating_sub(run)
    }

    /// The hash of the run of `run` words from `start`. Equal hashes count as equal words.
    fn run(&self, start: usize, run: usize) -> u64 {
        self.prefixes[start + run].wrapping_sub(self.prefixes[start].wrapping_mul(self.powers[run]))
    }

    /// The hashes of all runs of `run` words with their starts, sorted.
    fn sorted_runs(&self, run: usize) -> Vec<(u64, u32)> {
        let mut runs: Vec<(u64, u32)> =
            (0..self.runs(run)).map(|start| (self.run(start, run), start as u32)).collect();
        runs.sort_unstable();
        runs
    }
}

/// For each run of `run` words of either side, whether the other side has it, too.
fn shared_runs(sequences: &Pair<Sequence>, run: usize) -> Pair<Vec<bool>> {
    let mut shared = sequences.as_ref().map(|sequence| vec![false; sequence.runs(run)]);
    let runs = sequences.as_ref().map(|sequence| sequence.sorted_runs(run));
    let mut right = runs.right.chunk_by(|one, other| one.0 == other.0).peekable();
    for left in runs.left.chunk_by(|one, other| one.0 == other.0) {
        while right.next_if(|right| right[0].0 < left[0].0).is_some() {}
        if let Some(right) = right.next_if(|right| right[0].0 == left[0].0) {
            for &(_, start) in left {
                shared.left[start as usize] = true;
            }
            for &(_, start) in right {
                shared.right[start as usize] = true;
            }
        }
    }
    shared
}

/// Spreads small numbers over all bits (the finalizer of `SplitMix64`).
fn scattered(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// For each word, whether a shared run covers it.
fn covered(starts: &[bool], run: usize, words: usize) -> Vec<bool> {
    let mut covered = vec![false; words];
    let mut end = 0;
    for (word, covered) in covered.iter_mut().enumerate() {
        if starts.get(word) == Some(&true) {
            end = word + run;
        }
        *covered = word < end;
    }
    covered
}

/// The longest run that both sides have, in words; 0 if all are shorter than `run`.
///
/// A run of `k` words needs at least `k - run + 1` consecutive shared runs. This limits its length and
/// leaves few candidates for long runs.
fn longest_run(sequences: &Pair<Sequence>, shared: &Pair<Vec<bool>>, run: usize) -> usize {
    let stretches = shared.as_ref().map(|shared| stretches(shared));
    let bound = |stretches: &[(usize, usize)]| stretches.iter().map(|&(_, len)| len + run - 1).max();
    let Some(bound) = stretches.as_ref().map(|stretches| bound(stretches)).both() else { return 0 };
    let is_shared = |len: usize| {
        let places = |side: Side| {
            let long = stretches[side].iter().filter(move |&&(_, starts)| starts + run > len);
            long.flat_map(move |&(start, starts)| start..start + starts + run - len)
        };
        let mut known: Vec<u64> = places(Side::Left).map(|start| sequences.left.run(start, len)).collect();
        known.sort_unstable();
        places(Side::Right).any(|start| known.binary_search(&sequences.right.run(start, len)).is_ok())
    };
    // whole articles are often equal: try the maximum first, then bisect
    let (mut low, mut high) = (run, bound.left.min(bound.right) + 1);
    let mut middle = high - 1;
    while low + 1 < high {
        if is_shared(middle) {
            low = middle;
        } else {
            high = middle;
        }
        middle = usize::midpoint(low, high);
    }
    low
}

/// The starts and lengths of runs of `true`.
fn stretches(flags: &[bool]) -> Vec<(usize, usize)> {
    let mut start = 0;
    let mut found = Vec::new();
    for stretch in flags.chunk_by(|one, other| one == other) {
        if stretch[0] {
            found.push((start, stretch.len()));
        }
        start += stretch.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{Article, Block, BlockId, BlockKind, Origin};
    use crate::quotation::{Attribution, Marks, Quotation, QuotationKind, SpeakerState};
    use crate::sentence::{Sentence, Sentences};
    use crate::words::Vocabulary;

    /// An article of one sentence; what stands in “” is a marked, in ‹› an unmarked quotation.
    fn annotated(text: &str, vocabulary: &mut Vocabulary) -> Annotated {
        let span = Span::whole(text);
        let blocks = vec![Block { kind: BlockKind::Paragraph, span, label: 0 }];
        let list = vec![Sentence { span, block: BlockId::new(0), lead: 0 }];
        let sentences = Sentences::new(text, list, vocabulary);
        let mut quotations = Vec::new();
        for (open, close) in [("“", "”"), ("‹", "›")] {
            for (start, _) in text.match_indices(open) {
                let start = start + open.len();
                let end = text.match_indices(close).map(|(at, _)| at).find(|&at| at > start);
                let end = end.expect("every quotation is closed");
                quotations.push(Quotation {
                    kind: QuotationKind::Direct,
                    marked: open == "“",
                    fragments: vec![Span::new(start, end)],
                    attribution: Attribution::NONE,
                });
            }
        }
        let origin = Origin::in_memory(Side::Left);
        let article = Article {
            text: text.into(),
            blocks,
            origin,
            language: crate::lexicon::Language::English,
            metadata: crate::article::Metadata::default(),
            notes: Vec::new(),
        };
        let words = crate::word::Words::new(&article, &sentences, vocabulary);
        Annotated { article, sentences, words, quotations }
    }

    fn lifted(left: &str, right: &str, links: &[QuotationLink], run: usize) -> Lifted {
        let mut vocabulary = Vocabulary::new();
        let sides = Pair::new(left, right).map(|text| annotated(text, &mut vocabulary));
        lift(sides.as_ref(), links, LiftedOptions { run })
    }

    #[track_caller]
    fn check(left: &str, right: &str, words: usize, of: usize, longest_run: usize) {
        let lifted = lifted(left, right, &[], 3);
        assert_eq!((lifted.words, lifted.longest_run), (words, longest_run));
        assert_eq!(lifted.share.to_bits(), share(words, of).to_bits());
    }

    #[test]
    fn only_runs_of_enough_words_count() {
        check("The pier of Hambrook burned down.", "A pier of Hambrook sank.", 3, 5, 3);
        check("The pier of Hambrook burned down.", "A pier of Tolm burned down.", 0, 6, 0);
        check("", "It rained.", 0, 2, 0);
        check("It rained.", "", 0, 0, 0);
    }

    #[test]
    fn typography_and_case_do_not_hide_a_run() {
        check("“It’s hard,” he said.", "IT'S HARD - he said", 4, 4, 4);
    }

    #[test]
    fn runs_that_overlap_count_each_word_once() {
        check("a b c d. c d e f.", "a b c d e f", 6, 6, 4);
    }

    #[test]
    fn the_longest_run_stands_in_one_place_of_the_left() {
        // every run of three is shared, no longer one than of four
        check("a b c d x b c d e y c d e f", "a b c d e f", 6, 6, 4);
    }

    #[test]
    fn quoted_words_are_told_apart() {
        let left = "The mayor said: “we will rebuild the pier.” It burned down on Sunday night.";
        let right = "It burned down on Sunday. “We will rebuild the pier,” he said.";
        let lifted = lifted(left, right, &[], 4);
        assert_eq!((lifted.words, lifted.longest_run), (10, 5));
        assert_eq!(lifted.share.to_bits(), share(10, 12).to_bits());
        assert_eq!(lifted.share_outside_quotations.to_bits(), share(5, 7).to_bits());
    }

    #[test]
    fn an_unmarked_quotation_counts_as_quoted_where_it_is_linked() {
        let (left, right) = ("“We will rebuild the pier.”", "‹We will rebuild the pier›, he said.");
        let link = QuotationLink {
            quotations: Pair::new(Some(QuotationId::new(0)), Some(QuotationId::new(0))),
            state: LinkState::SameWords,
            marks: Marks::Left,
            speaker: SpeakerState::Unknown,
            alarms: Vec::new(),
            edits: Vec::new(),
        };
        let share_outside =
            |links: &[QuotationLink]| lifted(left, right, links, 4).share_outside_quotations.to_bits();
        assert_eq!(share_outside(&[link]), 0f64.to_bits());
        assert_eq!(share_outside(&[]), share(5, 7).to_bits());
    }

    #[test]
    fn set_phrases_are_no_part_of_a_run() {
        let left = "The owner of the pier did not immediately respond to a request for comment.";
        check(left, "The mayor did not immediately respond to a request for comment.", 0, 11, 0);
        check(left, "The owner of the pier did not immediately respond to a request for comment.", 5, 14, 5);
    }

    #[test]
    fn a_run_of_common_words_dates_and_names_does_not_count() {
        check("It was on Monday in Tolm that he left.", "It was on Monday in Tolm.", 0, 6, 0);
        check("It rained on Monday in Tolm.", "It rained on Monday in Tolm.", 6, 6, 6);
    }

    #[test]
    fn runs_without_a_credit_nearby_are_listed() {
        let left = "The pier of Hambrook burned down. The mayor said: “we will rebuild the pier.”";
        let words = |right: &str| {
            let lifted = lifted(left, right, &[], 4);
            lifted.uncredited.iter().map(|run| run.words).collect::<Vec<_>>()
        };
        assert_eq!(words("A pier of Hambrook burned down."), [5]);
        assert_eq!(words("A pier of Hambrook burned down, Reuters said."), [0; 0]);
        assert_eq!(words("A pier of Hambrook burned down, as first reported by others."), [0; 0]);
        assert_eq!(words("He said: “we will rebuild the pier.”"), [0; 0]);
    }

    #[test]
    fn the_definition_names_the_length() {
        assert!(lifted("a", "b", &[], 6).definition.contains("at least 6 words"));
    }

    proptest! {
        #[test]
        fn the_figures_are_those_of_the_definition(
            left in prop::collection::vec(0u8..4, 0..40),
            right in prop::collection::vec(0u8..4, 0..40),
            run in 1usize..6,
        ) {
            let text = |words: &[u8]| words.iter().map(|word| format!("w{word}")).collect::<Vec<_>>().join(" ");
            let lifted = lifted(&text(&left), &text(&right), &[], run);
            let shared = |len: usize, start: usize| {
                right.get(start..start + len).is_some_and(|words| left.windows(len).any(|other| other == words))
            };
            let covered = |word: usize| (0..=word).any(|start| start + run > word && shared(run, start));
            prop_assert_eq!(lifted.words, (0..right.len()).filter(|&word| covered(word)).count());
            let longest = (run..=right.len()).rev().find(|&len| (0..right.len()).any(|at| shared(len, at)));
            prop_assert_eq!(lifted.longest_run, longest.unwrap_or(0));
        }
    }
}
