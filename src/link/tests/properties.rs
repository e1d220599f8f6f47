//! The invariants of the stage, on texts made of few words so that they repeat.

use proptest::prelude::*;

use super::notation::linked;
use crate::article::Origin;
use crate::detect::annotate;
use crate::import::import;
use crate::link::{Linked, link};
use crate::quotation::{LinkState, Marks, QuotationId, QuotationKind, QuotationLink, SpeakerState};
use crate::text::{Pair, Side};
use crate::words::Vocabulary;

/// Lines with quotations, some by name, some without marks.
fn article() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "we", "will", "not", "sell", "the", "harbour", "Quill", "15", "[now]", "…", "storm", "said", "it",
    ]);
    let words = prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "));
    let line = (words.clone(), words, 0..7).prop_map(|(one, two, form)| match form {
        0 => format!("\"{one},\" ⟦Nora Quill⟧ said. \"{two}.\""),
        1 => format!("\"{one}. {two},\" said ⟦Ivo Brandt⟧."),
        2 => format!("{one}, he said. {two}."),
        3 => format!("The word ~\"{one}\" was {two}."),
        4 => format!("⟦Nora Quill⟧ said ⟪{one}⟫ {two}."),
        5 => format!("\"{one}\n\"{two},\" he said."),
        _ => format!("{one} \"{two}\""),
    });
    prop::collection::vec(line, 0..6).prop_map(|lines| lines.join("\n"))
}

/// Texts of marks, words and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec!["\"", "“", "”", "'", "(", "]", " ", "\n", ", he said. ", "…", "[the", "東京"])
            .prop_map(str::to_owned),
        4 => prop::sample::select(vec!["We will ", "not sell ", "the harbour ", "Nora Quill said ", "it s ", "15 "])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

/// The links in an order that does not depend on the sides.
fn sorted(links: &[QuotationLink]) -> Vec<String> {
    let mut printed: Vec<String> = links.iter().map(|link| format!("{link:?}")).collect();
    printed.sort();
    printed
}

fn is_accounted_for(linked: &Linked) -> bool {
    let links =
        |pick: fn(&QuotationLink) -> Option<usize>| linked.links.iter().filter_map(pick).collect::<Vec<_>>();
    let held = Pair::new(
        links(|link| link.quotations.left.map(QuotationId::index)),
        links(|link| link.quotations.right.map(QuotationId::index)),
    );
    held.zip(linked.quotations.clone()).sides().into_iter().all(|(_, (held, quotations))| {
        quotations.iter().enumerate().all(|(n, quotation)| {
            let is_owed = match quotation.kind {
                QuotationKind::Direct | QuotationKind::Mixed => true,
                QuotationKind::Indirect | QuotationKind::Scare => false,
            };
            !is_owed || held.contains(&n)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn exchanging_the_sides_mirrors_the_links(left in article(), right in article()) {
        let (_, forth) = linked(&left, &right);
        let (_, back) = linked(&right, &left);
        let back_again: Vec<QuotationLink> = back.links.iter().cloned().map(QuotationLink::swap).collect();
        prop_assert_eq!(sorted(&forth.links), sorted(&back_again));
        prop_assert_eq!(forth.quotations, back.quotations.swap());
    }

    #[test]
    fn an_article_has_its_own_words(text in article()) {
        let (_, linked) = linked(&text, &text);
        for link in &linked.links {
            prop_assert_eq!(link.state, LinkState::SameWords);
            prop_assert_eq!(link.marks, Marks::Both);
            prop_assert_ne!(link.speaker, SpeakerState::Changed);
            prop_assert!(link.edits.is_empty() && link.alarms.is_empty());
        }
    }

    #[test]
    fn fragments_are_ordered_and_every_quotation_is_accounted_for(left in article(), right in article()) {
        let (_, linked) = linked(&left, &right);
        prop_assert!(is_accounted_for(&linked));
        for quotations in [&linked.quotations.left, &linked.quotations.right] {
            prop_assert!(quotations.is_sorted_by_key(|quotation| quotation.span().start()));
            for quotation in quotations {
                let apart = quotation.fragments.windows(2).all(|pair| pair[0].end() <= pair[1].start());
                prop_assert!(apart && !quotation.fragments.is_empty());
            }
        }
    }

    #[test]
    fn any_two_texts_can_be_linked(left in any_text(), right in any_text()) {
        let mut vocabulary = Vocabulary::new();
        let read = |text: &String| import(text.clone(), Origin::in_memory(Side::Left));
        let sides = Pair::new(&left, &right).map(|text| annotate(read(text), &mut vocabulary));
        let forth = link(sides.as_ref(), &vocabulary);
        let back = link(sides.as_ref().swap(), &vocabulary);
        let back_again: Vec<QuotationLink> = back.links.iter().cloned().map(QuotationLink::swap).collect();
        prop_assert_eq!(sorted(&forth.links), sorted(&back_again));
    }

    #[test]
    fn the_same_words_are_never_said_of_others(left in article(), right in article()) {
        prop_assert!(is_exact(&left, &right));
    }
}

/// Whether the quotations of every link that says *same words* have the same words.
fn is_exact(left: &str, right: &str) -> bool {
    let (sides, linked) = linked(left, right);
    linked.links.iter().filter(|link| link.state == LinkState::SameWords).all(|link| {
        let Some(ids) = link.quotations.both() else { return true };
        let text = Pair::from_fn(|side| {
            let fragments = &linked.quotations[side][ids[side].index()].fragments;
            fragments.iter().map(|span| sides[side].slice(*span).to_lowercase() + " ").collect::<String>()
        });
        let has_remark = text.left.contains("[now]") || text.right.contains("[now]");
        // a remark may stand for a word that only points: *[the dam]* for *it*
        let counts = |word: &&str| !(word.is_empty() || has_remark && ["we", "it", "the"].contains(word));
        let words = text.map(|text| {
            let text = text.replace("[now]", " ");
            text.split(|c: char| !c.is_alphanumeric()).filter(counts).collect::<String>()
        });
        // a remark all in brackets counts as words
        words.left == words.right || words.left.is_empty() || words.right.is_empty()
    })
}

/// Compares the links of two articles with those of the exchanged sides.
#[track_caller]
fn check_mirrored(left: &str, right: &str) {
    let (_, forth) = linked(left, right);
    let (_, back) = linked(right, left);
    let back_again: Vec<QuotationLink> = back.links.iter().cloned().map(QuotationLink::swap).collect();
    assert_eq!(sorted(&forth.links), sorted(&back_again));
    assert_eq!(forth.quotations, back.quotations.swap());
}

#[test]
fn statements_that_repeat_their_words_mirror() {
    // the second is of no language that is known
    check_mirrored(
        "\"we storm storm,\" ⟦Nora Quill⟧ said. \".\"\n\",\" ⟦Nora Quill⟧ said. \".\"",
        "\". will,\" said ⟦Ivo Brandt⟧.\n\"will [now] harbour will we storm harbour,\" ⟦Nora Quill⟧ said. \".\"\n\"harbour storm harbour we [now],\" ⟦Nora Quill⟧ said. \"we Quill will Quill we.\"\n\"\n\"harbour we sell [now] not storm will,\" he said.",
    );
}

#[test]
fn an_editors_word_in_a_paragraph_of_its_own_is_no_word_of_the_speakers() {
    assert!(is_exact(
        "The word ~\"\" was sell.\n[now] Quill, he said. .",
        "\"sell,\" ⟦Nora Quill⟧ said. \"[now].\"\nQuill, he said. .",
    ));
}

#[test]
fn an_editors_word_may_stand_for_an_article() {
    assert!(is_exact(
        ", he said. sell 15.\n\"\n\"it the 15,\" he said.",
        ", he said. it [now] 15 sell.\n, he said. 15.",
    ));
}
