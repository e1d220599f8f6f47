//! Invariants of the whole pipeline, on texts that nobody would write.

use pressdiff::article::Origin;
use pressdiff::comparison::{Comparison, Options, compare};
use pressdiff::import::import;
use pressdiff::sentence::segment;
use pressdiff::text::visible::shown_text;
use pressdiff::text::width::columns;
use pressdiff::text::wrap::wrap;
use pressdiff::text::{Pair, Side, Span};
use pressdiff::view::{Fold, hidden, rows};
use pressdiff::words::{Vocabulary, tokenize};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

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
    fn tokens_tile_their_span_and_hold_their_word(text in texts()) {
        let tokens = tokenize(&text, Span::whole(&text), &mut Vocabulary::new());
        let tiles: String = tokens.iter().map(|token| token.tile.of(&text)).collect();
        prop_assert_eq!(tiles, text);
        for token in tokens {
            prop_assert!(token.tile.contains(token.word));
        }
    }

    #[test]
    fn lines_tile_their_span_and_fit_their_width(text in texts(), width in 1_usize..60) {
        let lines = wrap(&text, Span::whole(&text), width);
        let together: String = lines.iter().map(|line| line.of(&text)).collect();
        prop_assert_eq!(&together, &text);
        for line in lines {
            // a grapheme wider than the column stands alone on its line
            let words = line.of(&text).trim_end();
            prop_assert!(columns(words) <= width || words.graphemes(true).count() == 1, "{words:?} in {width}");
        }
    }

    #[test]
    fn nothing_shown_can_steer_a_terminal(text in texts()) {
        let shown = shown_text(&text);
        prop_assert!(!shown.chars().any(char::is_control));
        let turns = ['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2069}'];
        prop_assert!(!shown.contains(turns), "the reading direction is turned");
    }

    #[test]
    fn blocks_and_sentences_cover_the_text(text in texts()) {
        let article = import(text.clone(), Origin::in_memory(Side::Left));
        let sentences = segment(&article);
        prop_assert!(article.blocks.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        let mut end = 0;
        for sentence in &sentences {
            prop_assert!(is_blank(Span::new(end, sentence.span.start()).of(&text)));
            prop_assert!(article.block(sentence.block).span.contains(sentence.span));
            prop_assert_eq!(sentence.span, sentence.span.trimmed(&text));
            prop_assert!(!sentence.span.is_empty() && sentence.body().len() <= sentence.span.len());
            end = sentence.span.end();
        }
        prop_assert!(is_blank(Span::new(end, text.len()).of(&text)));
    }

    #[test]
    fn the_same_texts_give_the_same_comparison(texts in pairs()) {
        prop_assert_eq!(comparison(&texts), comparison(&texts));
    }

    #[test]
    fn every_bead_has_a_row_and_a_fold_hides_only_identical_ones(texts in pairs()) {
        let comparison = comparison(&texts);
        let rows = rows(&comparison);
        let mut beads: Vec<usize> = rows.iter().map(|row| row.bead.index()).collect();
        beads.sort_unstable();
        beads.dedup();
        prop_assert_eq!(beads, (0..comparison.alignment.beads.len()).collect::<Vec<_>>());
        for (row, hidden) in rows.iter().zip(hidden(&rows, &comparison, Fold::Identical)) {
            prop_assert!(!hidden || comparison.alignment.get(row.bead).reuse.name() == "identical");
        }
    }

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
    fn the_rows_read_as_both_texts_do(texts in pairs()) {
        let comparison = comparison(&texts);
        let rows = rows(&comparison);
        for side in Side::BOTH {
            let text = &comparison.sides[side].article.text;
            let mut end = 0;
            for row in &rows {
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
                let alarms = if swapped { link.clone().swap().alarms } else { link.alarms.clone() };
                (if swapped { spans.swap() } else { spans }, state, alarms)
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
