//! Reports of different outlets on one event, read with their quotations.

use super::*;
use crate::comparison::{Options, compare};
use crate::import::import;

#[track_caller]
fn check(left: &str, right: &str, beads: &[&str]) {
    let paragraphs = |text: &str| text.lines().map(str::trim).collect::<Vec<_>>().join("\n\n") + "\n";
    let articles =
        Pair::from_fn(|side| import(paragraphs(Pair::new(left, right)[side]), Origin::in_memory(side)));
    let found = compare(articles, Options::default()).alignment.beads.into_iter();
    let groups = found.map(|bead| Group {
        sentences: bead.sentences,
        score: bead.score,
        moved: bead.moved,
        pinned: bead.pinned,
        repeats: bead.repeats,
    });
    assert_eq!(notation(&groups.collect::<Vec<_>>()), beads.join("\n"));
}

const LEFT: &str = "The bank in Hambrook was robbed on Monday.
    A retired baker from Orle called the police when he had heard a description of the blue van on the radio, Sheriff Ann Hill said.
    The mayor asked for calm.
    Schools stay open.
    A choir had to leave the church.";

#[test]
fn sentences_that_share_rare_words_are_a_pair() {
    check(
        LEFT,
        "Three men with masks left with a bag of coins.
         Two hours later a motorist, alerted by a description on the radio, stopped beside the blue van in front of a baker, said Hill.
         Farmers complained of the noise.
         Nobody was hurt.
         Trains ran late.",
        &["1-", "-1", "2-2", "3-", "4-", "5-", "-3", "-4", "-5"],
    );
}

#[test]
fn the_name_of_a_speaker_is_no_rare_word() {
    check(
        LEFT,
        "Three men with masks left with a bag of coins.
         Nobody has been arrested and nothing was found in the river, Sheriff Ann Hill said.
         Farmers complained of the noise.
         Nobody was hurt.
         Trains ran late.",
        &["1-", "2-", "3-", "4-", "5-", "-1", "-2", "-3", "-4", "-5"],
    );
}

#[test]
fn sentences_that_hold_one_quotation_are_a_pair_whatever_is_around_it() {
    check(
        "The minister spoke for an hour.
         “This dam will be finished before the winter, whatever it costs us,” Karla Vale said.
         Tickets for the museum will cost more from May.",
        "Tractors blocked a road until dawn.
         Karla Vale, who faces a vote of no confidence on Friday, insisted after a night of shouting that the wall across the river “will be finished before the winter, whatever it costs us”.
         The choir sang until midnight.",
        &["1-", "-1", "2-2", "3-", "-3"],
    );
}

#[test]
fn a_sentence_that_says_a_quotation_again_is_no_sentence_of_one_side() {
    let quotation = "“This dam will be finished before the winter, whatever it costs us,”";
    check(
        &format!("The council met.\n{quotation} Karla Vale said."),
        &format!(
            "The council met.\n{quotation} Karla Vale said.\nTrains ran late.\n{quotation} Vale told the crowd."
        ),
        &["1-1", "2-2", "-3", "-4 again"],
    );
}

#[test]
fn a_headline_that_quotes_stays_with_headlines() {
    check(
        "Dam to be finished
         “This dam will be finished before the winter, whatever it costs us,” Karla Vale said.",
        "“Whatever it costs us”: Vale digs in
         Karla Vale, who faces a vote of no confidence on Friday, insisted after a night of shouting that the wall across the river “will be finished before the winter, whatever it costs us”.",
        &["1-", "-1", "2-2"],
    );
}
