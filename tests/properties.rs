//! Invariants of the whole pipeline, on texts that nobody would write.

use pressdiff::article::Origin;
use pressdiff::comparison::{Comparison, Options, compare};
use pressdiff::import::import;
use pressdiff::text::{Pair, Side, Span};
use pressdiff::view::{Fold, Item, View, ViewOptions};
use proptest::prelude::*;

/// Words, marks and worse, so that sentences, quotations and facts come about by chance.
const PIECES: &[&str] = &[
    "The river rose",
    "Nobody was hurt",
    "Ann Leclair said",
    "he said",
    "she told reporters",
    "according to police",
    "We may meet",
    "We will not meet",
    "in the U.S.",
    "on Nov. 8",
    "at 5 a.m.",
    "12",
    "twelve",
    "65%",
    "$1.2m",
    "It s hard",
    "it's",
    "Da Nang",
    "Danang",
    "co-operation",
    "東京",
    "👩\u{200d}🚒",
    "e\u{301}",
    "Kestrel Bay (Meridian Wire) -",
    "- ",
    "By Dana Whitlow",
    "With files from",
    "said",
    "not",
    ". ",
    ", ",
    "? ",
    "! ",
    "… ",
    "... ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    "\"",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "\t",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{feff}",
    "\u{a0}",
    "\u{ad}",
    "\0",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat()),
        1 => ".{0,200}",
        1 => prop::collection::vec(any::<char>(), 0..80).prop_map(|chars| chars.into_iter().collect()),
    ]
}

/// Two texts, often sharing most of their lines.
fn pairs() -> impl Strategy<Value = Pair<String>> {
    (texts(), texts(), any::<bool>(), any::<prop::sample::Index>()).prop_map(|(left, other, related, cut)| {
        if !related {
            return Pair::new(left, other);
        }
        let mut cuts: Vec<usize> = left.char_indices().map(|(at, _)| at).collect();
        cuts.push(left.len());
        let at = cuts[cut.index(cuts.len())];
        let right = format!("{}{other}{}", Span::new(0, at).of(&left), Span::new(at, left.len()).of(&left));
        Pair::new(left, right)
    })
}

fn comparison(texts: &Pair<String>) -> Comparison {
    compare(Pair::from_fn(|side| import(texts[side].clone(), Origin::in_memory(side))), Options::default())
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{feff}')
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_is_in_exactly_one_bead_and_no_bead_is_empty(texts in pairs()) {
        let comparison = comparison(&texts);
        for side in Side::BOTH {
            let mut seen = vec![0; comparison.sides[side].sentences.len()];
            for bead in &comparison.alignment.beads {
                prop_assert!(bead.sentences[side].is_sorted());
                bead.sentences[side].iter().for_each(|id| seen[id.index()] += 1);
            }
            prop_assert!(seen.iter().all(|times| *times == 1));
        }
        for bead in &comparison.alignment.beads {
            prop_assert!(!bead.sentences.left.is_empty() || !bead.sentences.right.is_empty());
            prop_assert!((0.0..=1.0).contains(&bead.score));
        }
    }

    #[test]
    fn edits_cover_the_sentences_of_their_bead_and_nothing_else(texts in pairs()) {
        let comparison = comparison(&texts);
        for (id, bead) in comparison.alignment.iter() {
            for side in Side::BOTH {
                let annotated = &comparison.sides[side];
                let spans: Vec<Span> = comparison.edits(id).iter().filter_map(|edit| edit.spans[side]).collect();
                prop_assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
                for &sentence in &bead.sentences[side] {
                    let sentence = annotated.sentences.get(sentence).span;
                    let covered: usize = spans.iter().filter_map(|span| span.intersection(sentence)).map(Span::len).sum();
                    prop_assert_eq!(covered, sentence.len());
                }
                let outside: usize = spans.iter().map(|span| {
                    let inside: usize = bead.sentences[side].iter()
                        .filter_map(|id| annotated.sentences.get(*id).span.intersection(*span)).map(Span::len).sum();
                    if is_blank(annotated.slice(*span)) { 0 } else { span.len() - inside }
                }).sum();
                // what an edit holds beside the sentences are the blanks between two of them
                let blanks: usize = bead.sentences[side].windows(2).map(|ids| {
                    annotated.sentences.get(ids[1]).span.start() - annotated.sentences.get(ids[0]).span.end()
                }).sum();
                prop_assert!(outside <= blanks);
            }
        }
    }

    #[test]
    fn quotations_and_differences_point_into_their_texts(texts in pairs()) {
        let comparison = comparison(&texts);
        for side in Side::BOTH {
            let annotated = &comparison.sides[side];
            for quotation in &annotated.quotations {
                prop_assert!(!quotation.fragments.is_empty());
                prop_assert!(quotation.fragments.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
                for span in quotation.fragments.iter().copied()
                    .chain(quotation.attribution.mention).chain(quotation.attribution.cue) {
                    prop_assert!(!is_blank(annotated.slice(span)));
                }
            }
            for difference in &comparison.differences {
                let bead = comparison.alignment.get(difference.bead);
                if let Some(span) = difference.spans[side] {
                    let inside = bead.sentences[side].iter()
                        .any(|id| annotated.sentences.get(*id).span.overlaps(span));
                    prop_assert!(inside, "{:?} lies outside of its bead", difference);
                }
            }
        }
        for difference in &comparison.differences {
            prop_assert!(!difference.why.is_empty());
        }
    }

    #[test]
    fn the_view_reads_as_both_texts_do(texts in pairs()) {
        let comparison = comparison(&texts);
        let view = View::new(&comparison, &ViewOptions { fold: Fold::Nothing });
        for side in Side::BOTH {
            let text = &comparison.sides[side].article.text;
            let mut end = 0;
            for item in &view.items {
                let Item::Row(row) = item else { prop_assert!(false, "nothing is folded"); continue };
                let Some(cell) = &row.cells[side] else { continue };
                prop_assert!(is_blank(Span::new(end, cell.span.start()).of(text)));
                let runs: String = cell.runs.iter().map(|run| run.span.of(text)).collect();
                prop_assert_eq!(&runs, cell.span.of(text));
                end = cell.span.end();
            }
            prop_assert!(is_blank(Span::new(end, text.len()).of(text)));
        }
    }

    #[test]
    fn a_text_against_itself_is_identical(text in texts()) {
        let comparison = comparison(&Pair::new(text.clone(), text));
        prop_assert_eq!(&comparison.differences, &[]);
        for bead in &comparison.alignment.beads {
            prop_assert_eq!((bead.reuse.name(), bead.moved), ("identical", false));
        }
    }

    #[test]
    fn swapping_the_sides_mirrors_the_alignment_and_the_links(texts in pairs()) {
        let (there, back) = (comparison(&texts), comparison(&texts.clone().swap()));
        let beads = |comparison: &Comparison, swapped: bool| {
            let mut beads: Vec<_> = comparison.alignment.beads.iter().map(|bead| {
                let sentences = if swapped { bead.sentences.clone().swap() } else { bead.sentences.clone() };
                let reuse = if swapped { bead.reuse.swap() } else { bead.reuse };
                (sentences, reuse, bead.score.to_bits(), bead.moved)
            }).collect();
            beads.sort();
            beads
        };
        prop_assert_eq!(beads(&there, false), beads(&back, true));
        let links = |comparison: &Comparison, swapped: bool| {
            let mut links: Vec<_> = comparison.links.iter().map(|link| {
                let spans = Pair::from_fn(|side| link.quotations[side].map(|id| comparison.quotation(side, id).fragments.clone()));
                let state = if swapped { link.state.swap() } else { link.state };
                (if swapped { spans.swap() } else { spans }, state, link.alarms.clone())
            }).collect();
            links.sort();
            links
        };
        prop_assert_eq!(links(&there, false), links(&back, true));
        let kinds = |comparison: &Comparison, swapped: bool| {
            let mut kinds: Vec<_> = comparison.differences.iter().map(|difference| {
                let spans = if swapped { difference.spans.swap() } else { difference.spans };
                (if swapped { difference.kind.swap() } else { difference.kind }, difference.severity, spans)
            }).collect();
            kinds.sort();
            kinds
        };
        prop_assert_eq!(kinds(&there, false), kinds(&back, true));
    }
}
