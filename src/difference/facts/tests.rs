//! Tests of the facts in one-line samples: `kind value state`.

mod names;
mod values;

use super::*;
use crate::difference::sample::Sample;

/// The facts of one bead, one a line.
#[track_caller]
fn check(left: &str, right: &str, expected: &[&str]) {
    let sample = Sample::new(left, right);
    let shown: Vec<String> = sample
        .facts()
        .iter()
        .map(|fact| {
            let value =
                |mention: &Option<FactMention>| mention.as_ref().map_or("-".to_owned(), ToString::to_string);
            let (left, right) = (value(&fact.mentions.left), value(&fact.mentions.right));
            let values = if left == right { left } else { format!("{left} | {right}") };
            format!("{} {values} {}", fact.kind.name(), fact.state.name())
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn equal_values_written_otherwise_are_the_same() {
    check("He saw 12 men.", "He saw twelve men.", &["number 12 same"]);
    check("He saw a dozen men.", "He saw 12 men.", &["number 12 same"]);
    check("It cost $1.2m to build.", "It cost 1.2 million dollars to build.", &["money USD 1200000 same"]);
    check("It cost €40bn.", "It cost 40 billion euros.", &["money EUR 40000000000 same"]);
    check("Some 65% agreed.", "Some 65 per cent agreed.", &["percent 65% same"]);
    check("Some 65 per  cent agreed.", "Some 65% agreed.", &["percent 65% same"]);
    check("Some 65 percent agreed.", "Some sixty-five per cent agreed.", &["percent 65% same"]);
    check("They meet on Nov. 8.", "They meet on 8 November.", &["date --11-08 same"]);
    check(
        "They meet on November 8th, 2017.",
        "They meet on 8 November.",
        &["date 2017-11-08 | --11-08 same"],
    );
    check("It began at 5 a.m. sharp.", "It began at 5am sharp.", &["time 05:00 same"]);
    check("It began at 5 a.m. sharp.", "It began at 05:00 sharp.", &["time 05:00 same"]);
    check("He lives in Da Nang now.", "He lives in Danang now.", &["place danang same"]);
    check("He left the U.S. now.", "He left the United States now.", &["place us same"]);
    check("The harbor spokesperson spoke.", "The harbor spokesman spoke.", &["title spokesman same"]);
}

#[test]
fn ranges_are_two_facts() {
    check(
        "They meet from Nov. 8-10.",
        "They meet from 8-10 November.",
        &["date --11-08 same", "date --11-10 same"],
    );
    check("He waited 10-15 days.", "He waited 10 to 15 days.", &["number 10 same", "number 15 same"]);
}

#[test]
fn another_value_in_the_same_place_is_altered() {
    check("He saw 12 men.", "He saw 15 men.", &["number 12 | 15 altered"]);
    check(
        "It cost 2.5 million pounds.",
        "It cost 2.5 billion pounds.",
        &["money GBP 2500000 | GBP 2500000000 altered"],
    );
    check("It cost $5 million.", "It cost 5 million euros.", &["money USD 5000000 | EUR 5000000 altered"]);
    check("They meet on Friday.", "They meet on Saturday.", &["date friday | saturday altered"]);
    check("It began at 5 a.m. sharp.", "It began at 5 p.m. sharp.", &["time 05:00 | 17:00 altered"]);
    check("Then Anna Berg spoke.", "Then Anna Dahl spoke.", &["name Anna Berg | Anna Dahl altered"]);
    check("He lives in Oslo now.", "He lives in Lima now.", &["place oslo | lima altered"]);
}

#[test]
fn values_in_other_places_stay_unpaired() {
    check(
        "They meet on Friday.",
        "They meet in 2016.",
        &["date friday | - left-only", "date - | 2016 right-only"],
    );
    check("He saw 12 men.", "He saw men.", &["number 12 | - left-only"]);
    check("He saw 12 men.", "", &["number 12 | - left-only"]);
    check("", "He saw 12 men.", &["number - | 12 right-only"]);
}

#[test]
fn a_last_name_is_the_full_name() {
    check(
        "On Monday Anna Berg spoke.",
        "On Monday Berg spoke.",
        &["date monday same", "name Anna Berg same"],
    );
    check("Then Berg’s boat sank.", "Then Anna Berg’s boat sank.", &["name Anna Berg same"]);
    check(
        "Then the Northern Harbor Authority spoke.",
        "Then the NHA spoke.",
        &["name Northern Harbor Authority | NHA same"],
    );
}

#[test]
fn a_capital_at_the_head_of_a_sentence_is_no_name() {
    check("Boats sank.", "Boats rose.", &[]);
    check("They may march.", "They may march.", &[]);
    check("It is one of the best.", "It is one of the best.", &[]);
    check("Tell us now.", "Tell us now.", &[]);
}

#[test]
fn two_places_in_a_row_are_no_name() {
    let places = ["place moscow same", "place israel same"];
    check("Then Moscow Israeli boats sank.", "Then Moscow Israeli boats sank.", &places);
}

#[test]
fn the_same_words_state_the_same_in_any_case() {
    check("ANNA BERG LEAVES THE HARBOR BOARD", "Anna Berg leaves the harbor board", &["name Anna Berg same"]);
    check("Anna Berg leaves the harbor board", "ANNA BERG LEAVES THE HARBOR BOARD", &["name Anna Berg same"]);
    check("Then Anna\u{ad} Berg spoke.", "Then Anna Berg spoke.", &["name Anna Berg same"]);
}

#[test]
fn a_count_that_looks_like_a_year_is_the_same_count() {
    check("It has 2,000 miles of coast.", "It has now 2000 miles of coast.", &["number 2000 same"]);
    check("It measured 2,000 then.", "It measured 2000 just then.", &["date 2000 same"]);
}

#[test]
fn a_possessive_number_is_a_number() {
    check(
        "He read Highway 63’s plans.",
        "He read Highway 66’s plans.",
        &["name Highway same", "number 63 | 66 altered"],
    );
}

#[test]
fn a_last_name_that_stays_elsewhere_hides_no_other_name() {
    check(
        "They met Paul Berg, Berg associate.",
        "They met Paul Dahl, Berg associate.",
        &["name Paul Berg | Paul Dahl altered", "name Paul Berg same"],
    );
}
