//! A review is found again by its words, whatever becomes of the texts.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::saved::{Refusal, Stamp, read, write};
use super::*;
use crate::alignment::{BeadId, Pins};
use crate::article::Origin;
use crate::comparison::{Comparison, Options, compare, read as read_both};
use crate::import::import;
use crate::lexicon::Language;
use crate::text::Side;

/// A comparison of two texts of a sentence a line.
fn comparison(left: &str, right: &str) -> Comparison {
    let texts = Pair::new(left, right);
    let articles = Pair::from_fn(|side| import(texts[side].replace('/', "\n\n"), Origin::in_memory(side)));
    compare(articles, Options::default())
}

const LEFT: &str = "The ferry struck a sandbank at noon on Monday./Nobody on board was hurt, the owners said./\
     The harbour master closed the northern channel./A tug from the island arrived at dusk.";
const RIGHT: &str = "A ferry struck a sandbank at noon on Monday./Nobody on board was hurt, its owners said./\
     The harbour master closed the northern channel.";

#[test]
fn edited_words_are_found_again_by_the_spellings_of_their_language() {
    let compared = |left: &str| {
        let articles = Pair::new(left, "Es blieb ruhig.").map(|text| {
            let mut article = import(text.to_owned(), Origin::in_memory(Side::Left));
            article.language = Language::German;
            article
        });
        compare(articles, Options::default())
    };
    let before = compared("Es waren 1.200, 2.300 und 4.500.");
    let mut review = Review::default();
    review.remarks.insert(passages(&before)[0].clone(), said(Verdict::Ok, ""));
    assert_eq!(place(&review, &compared("Es waren 1200, 2300 und 4500.")).orphaned, []);
}

fn said(verdict: Verdict, note: &str) -> Remark {
    Remark { verdict: Some(verdict), note: (!note.is_empty()).then(|| note.to_owned()) }
}

/// The bead with these words on one of its sides.
fn bead(comparison: &Comparison, words: &str) -> BeadId {
    let has = |passage: &Passage| {
        Side::BOTH
            .into_iter()
            .any(|side| passage.texts[side].as_deref().is_some_and(|text| text.contains(words)))
    };
    BeadId::new(passages(comparison).iter().position(has).expect("a bead with these words"))
}

/// A review in which this was said of the bead with these words.
fn review_of(comparison: &Comparison, words: &str, remark: Remark) -> Review {
    let bead = bead(comparison, words);
    let step = super::remark(&Review::default(), &Placed::default(), comparison, bead, remark, "said");
    step.apply(&Review::default()).expect("it fits")
}

/// Says something of the bead with `words` in one text pair, and looks for it in another.
#[track_caller]
fn check(words: &str, left: &str, right: &str, found: Option<(&str, bool)>) {
    let review = review_of(&comparison(LEFT, RIGHT), words, said(Verdict::Fix, "ask the desk"));
    let after = comparison(left, right);
    let placed = place(&review, &after);
    match found {
        None => {
            assert!(placed.remarks.is_empty(), "{placed:?}");
            assert_eq!(placed.orphaned.len(), 1);
            assert_eq!(placed.orphaned[0].remark, said(Verdict::Fix, "ask the desk"));
        }
        Some((words, is_edited)) => {
            let bead = bead(&after, words);
            assert_eq!(placed.remark(bead), Some(&said(Verdict::Fix, "ask the desk")), "{placed:?}");
            assert_eq!((placed.is_edited(bead), placed.is_open(bead)), (is_edited, is_edited));
            assert!(placed.orphaned.is_empty());
        }
    }
}

#[test]
fn a_remark_is_found_again_where_its_words_stand() {
    check("Nobody", LEFT, RIGHT, Some(("Nobody", false)));
    check("Nobody", &format!("It was a Monday like others./{LEFT}"), RIGHT, Some(("Nobody", false)));
    check("tug", LEFT, RIGHT, Some(("tug", false)));
    // where lines end says nothing
    check("Nobody", &LEFT.replace("hurt, the", "hurt,\nthe"), RIGHT, Some(("Nobody", false)));
}

#[test]
fn a_remark_on_edited_words_stays_and_its_bead_is_open_again() {
    check("Nobody", LEFT, &RIGHT.replace("its owners said", "its owner said"), Some(("Nobody", true)));
    check(
        "Nobody",
        &LEFT.replace("hurt", "injured"),
        &RIGHT.replace("hurt", "harmed"),
        Some(("Nobody", true)),
    );
    check("tug", LEFT, &format!("{RIGHT}/A tug arrived at dusk."), Some(("tug", true)));
}

#[test]
fn a_remark_whose_words_are_gone_is_orphaned() {
    check("tug", &LEFT.replace("A tug from the island arrived at dusk.", "More follows."), RIGHT, None);
    check("Nobody", "", "", None);
}

#[test]
fn a_sentence_that_stands_twice_keeps_its_remarks_apart() {
    let text = "More follows./The ferry struck a sandbank at noon./More follows.";
    let comparison = comparison(text, text);
    let all = passages(&comparison);
    assert_eq!((all[0].nth, all[2].nth), (0, 1));
    let step = super::remark(
        &Review::default(),
        &Placed::default(),
        &comparison,
        BeadId::new(2),
        said(Verdict::Ok, ""),
        "ok",
    );
    let placed = place(&step.apply(&Review::default()).expect("it fits"), &comparison);
    assert_eq!(placed.remarks.keys().copied().collect::<Vec<_>>(), [BeadId::new(2)]);
}

#[test]
fn progress_counts_beads_with_a_difference() {
    let comparison = comparison(LEFT, RIGHT);
    let of = Placed::default().progress(&comparison).of;
    assert!(of >= 2);
    let review = review_of(&comparison, "tug", said(Verdict::Seen, ""));
    assert_eq!(place(&review, &comparison).progress(&comparison), Progress { seen: 1, of });
    let same = review_of(&comparison, "northern channel", said(Verdict::Ok, ""));
    assert_eq!(place(&same, &comparison).progress(&comparison), Progress { seen: 0, of });
}

#[test]
fn saying_it_anew_of_edited_words_keeps_one_remark() {
    let before = comparison(LEFT, RIGHT);
    let review = review_of(&before, "Nobody", said(Verdict::Fix, "ask the desk"));
    let after = comparison(LEFT, &RIGHT.replace("its owners", "its new owners"));
    let placed = place(&review, &after);
    let bead = bead(&after, "Nobody");
    let step = super::remark(&review, &placed, &after, bead, said(Verdict::Ok, "ask the desk"), "ok");
    let review = step.apply(&review).expect("it fits");
    assert_eq!(review.remarks.len(), 1);
    assert!(place(&review, &after).edited.is_empty());
}

#[test]
fn pins_are_found_again_by_their_words() {
    let articles = |right: &str| {
        let texts = Pair::new(LEFT.to_owned(), right.to_owned());
        Pair::from_fn(|side| import(texts[side].replace('/', "\n\n"), Origin::in_memory(side)))
    };
    let reading = read_both(articles(RIGHT), Options::default());
    let comparison = reading.compare(&Pins::default());
    let split = super::split(&Review::default(), &comparison, bead(&comparison, "Nobody"));
    let review = split.apply(&Review::default()).expect("it fits");
    let found = find_pins(&review, comparison.sides());
    assert_eq!((found.pins.apart.len(), found.lost.len()), (1, 0));

    let edited = read_both(
        articles(&format!("Late on Monday./{}", RIGHT.replace("its owners", "their owners"))),
        Options::default(),
    );
    let found = find_pins(&review, edited.sides());
    assert_eq!((found.pins.apart.len(), found.lost.len()), (1, 0));

    let gone = read_both(articles("Nothing of it."), Options::default());
    assert_eq!(find_pins(&review, gone.sides()).lost.len(), 1);
    assert_eq!(place(&review, &gone.compare(&Pins::default())).lost_pins.len(), 1);
}

#[test]
fn a_file_that_holds_more_than_is_known_is_refused() {
    let refused = |text: &str| read(text.as_bytes()).expect_err("refused");
    assert_eq!(
        refused(r#"{"schema":"pressdiff/review/2"}"#),
        Refusal::Unknown("pressdiff/review/2".to_owned())
    );
    assert!(matches!(refused("{}"), Refusal::Damaged(_)));
    assert!(matches!(refused("not a review"), Refusal::Damaged(_)));
    let bytes = write(&Review::default(), Pair::default());
    let text = String::from_utf8(bytes).expect("text").replace(r#""pins": []"#, r#""pins": [], "more": 1"#);
    assert!(matches!(refused(&text), Refusal::Damaged(_)));
}

#[test]
fn two_windows_keep_what_either_said() {
    let passage = |text: &str| Passage { texts: Pair::new(Some(text.to_owned()), None), nth: 0 };
    let review = |remarks: &[(&str, Remark)]| Review {
        remarks: remarks.iter().map(|(text, remark)| (passage(text), remark.clone())).collect(),
        pins: BTreeMap::new(),
    };
    let base = review(&[("a", said(Verdict::Seen, "")), ("b", said(Verdict::Seen, ""))]);
    let ours = review(&[("a", said(Verdict::Fix, "mine")), ("b", said(Verdict::Seen, ""))]);
    let theirs = review(&[("a", said(Verdict::Ok, "yours")), ("c", said(Verdict::Query, ""))]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!((merged.taken, merged.contested), (2, 1));
    let expected = said(Verdict::Fix, "mine\n[another window: ok] yours");
    assert_eq!(merged.review, review(&[("a", expected), ("c", said(Verdict::Query, ""))]));
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec!["ferry", "tug", "bank", "owner", "said", "hurt", "noon", "东京"]),
        1..5,
    )
    .prop_map(|words| format!("The {} came.", words.join(" ")))
}

fn any_article() -> impl Strategy<Value = String> {
    prop::collection::vec(any_text(), 0..6).prop_map(|sentences| sentences.join("/"))
}

fn any_remark() -> impl Strategy<Value = Remark> {
    let verdict = prop::option::of(prop::sample::select(Verdict::ALL.to_vec()));
    (verdict, prop::option::of("\\PC{1,12}(\n\\PC{1,5})?"))
        .prop_map(|(verdict, note)| Remark { verdict, note })
        .prop_filter("something is said", |remark| !remark.is_empty())
}

fn any_review() -> impl Strategy<Value = Review> {
    let passage = (prop::option::of(any_text()), prop::option::of(any_text()), 0..2_usize)
        .prop_map(|(left, right, nth)| Passage { texts: Pair::new(left, right), nth });
    let words = || (any_text(), 0..2_usize).prop_map(|(text, nth)| Words { text, nth });
    let pin = (words(), words()).prop_map(|(left, right)| Pair::new(left, right));
    (
        prop::collection::btree_map(passage, any_remark(), 0..5),
        prop::collection::btree_map(pin, prop::sample::select(Bond::ALL.to_vec()), 0..4),
    )
        .prop_map(|(remarks, pins)| Review { remarks, pins })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(review in any_review(), label in ".{0,5}") {
        let stamps = Pair::new(Stamp { label, sha256: "0".to_owned() }, Stamp::default());
        prop_assert_eq!(read(&write(&review, stamps.clone())), Ok((review, stamps)));
    }

    #[test]
    fn no_remark_is_lost_or_doubled_whatever_the_texts(review in any_review(), left in any_article(), right in any_article()) {
        let placed = place(&review, &comparison(&left, &right));
        let on_beads: usize = placed.kept_as.values().map(Vec::len).sum();
        prop_assert_eq!(on_beads + placed.orphaned.len(), review.remarks.len());
        prop_assert_eq!(placed.kept_as.len(), placed.remarks.len());
        let found = find_pins(&review, comparison(&left, &right).sides());
        prop_assert!(found.pins.together.len() + found.pins.apart.len() + found.lost.len() <= review.pins.len());
    }

    #[test]
    fn what_is_undone_was_never_done(
        left in any_article(),
        right in any_article(),
        acts in prop::collection::vec((0..8_usize, any_remark(), 0..3_u8), 1..6),
    ) {
        let comparison = comparison(&left, &right);
        let beads = comparison.alignment.beads.len();
        prop_assume!(beads > 0);
        let (mut review, mut history) = (Review::default(), History::default());
        let mut states = vec![review.clone()];
        for (at, said, kind) in acts {
            let bead = BeadId::new(at % beads);
            let placed = place(&review, &comparison);
            let step = match kind {
                0 => super::split(&review, &comparison, bead),
                1 => super::pin(&review, &comparison, &comparison.alignment.get(bead).sentences.clone()),
                _ => super::remark(&review, &placed, &comparison, bead, said, "said"),
            };
            review = step.apply(&review).expect("it fits");
            history.did(step);
            states.push(review.clone());
        }
        for state in states.iter().rev().skip(1) {
            review = history.undo().expect("a step").apply(&review).expect("it fits");
            prop_assert_eq!(&review, state);
        }
        for state in states.iter().skip(1) {
            review = history.redo().expect("a step").apply(&review).expect("it fits");
            prop_assert_eq!(&review, state);
        }
    }

    #[test]
    fn merging_with_what_one_started_from_takes_the_other(base in any_review(), other in any_review()) {
        prop_assert_eq!(merge(&base, &base, &other).review, other.clone());
        prop_assert_eq!(merge(&base, &other, &base).review, other);
    }

    #[test]
    fn no_note_is_lost_between_two_windows(ours in any_review(), theirs in any_review()) {
        let merged = merge(&Review::default(), &ours, &theirs).review;
        for remark in ours.remarks.values().chain(theirs.remarks.values()) {
            let Some(note) = &remark.note else { continue };
            let kept = merged.remarks.values().any(|all| all.note.as_ref().is_some_and(|all| all.contains(note.as_str())));
            prop_assert!(kept, "{note}");
        }
    }
}
