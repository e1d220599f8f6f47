//! What editors and conversions do to a quotation, at the edges of what is the same.

use super::{check, check_runs};

#[test]
fn a_remark_in_brackets_stands_for_a_word_or_two() {
    let he = "\"He is important because he can help us with the dam,\" ⟦Quill⟧ said.";
    check(
        he,
        "\"[Brandt] is important because he can help us with the dam,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
    check(
        he,
        "\"He [Brandt] is important because he can help us with the dam,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
    check(
        "\"[Orlov] is important because he can help us with the dam,\" ⟦Quill⟧ said.",
        "\"[Brandt] is important because he can help us with the dam,\" ⟦Quill⟧ said.",
        "altered both [-Orlov-]{+Brandt+} @same",
    );
    check(
        "\"They was late (sic) and it was cold on the bridge,\" he said.",
        "\"They was late and it was cold on the bridge,\" he said.",
        "same-words both",
    );
}

#[test]
fn a_remark_in_brackets_that_says_something_else_alters() {
    let said =
        |words: &str| format!("\"We told everybody that {words} on the bridge that night,\" ⟦Quill⟧ said.");
    let check = |left: &str, right: &str, expected: &str| check(&said(left), &said(right), expected);
    let same = "same-words both @same";
    check("he had to wait", "[Brandt] had to wait", same);
    check("the mayor had to wait", "[Brandt] had to wait", same);
    check("our dam had to hold", "[the Alder dam] had to hold", same);
    check("Orlov had to wait", "[Pavel Orlov] had to wait", same);
    check("this had to wait", "[the visit] had to wait", same);
    check("the visit had to wait", "the visit [in 2014] had to wait", same);
    check("it was safe", "it was [not] safe", "altered both {+not+} !negation @same");
    check("it was not safe", "it was [very] safe", "altered both [-not-]{+very+} !negation @same");
    check("it was safe", "it [is] safe", "altered both [-was-]{+is+} @same");
    check("two were cold", "[12] were cold", "altered both [-two-]{+12+} !number @same");
    check("we saw boats", "we saw [12] boats", "altered both {+12+} !number @same");
    check("Orlov had to wait", "[Brandt] had to wait", "altered both [-Orlov-]{+Brandt+} !name @same");
    check("it may be safe", "it [will] be safe", "altered both [-may-]{+will+} !modal @same");
    check("all had to wait", "[they] had to wait", "altered both [-all-]{+they+} @same");
}

#[test]
fn a_denial_lost_at_an_end_is_no_trim() {
    check(
        "\"They saw the results on the bridge. We all were not,\" ⟦Quill⟧ said.",
        "\"They saw the results on the bridge. We all were,\" ⟦Quill⟧ said.",
        "altered both [-not-] !negation @same",
    );
    check(
        "The bridge is \"not a vote against the harbour board\", ⟦Quill⟧ said.",
        "The bridge is not \"a vote against the harbour board\", ⟦Quill⟧ said.",
        "trimmed both @same",
    );
}

#[test]
fn an_oath_is_the_same_struck_out() {
    let plain = "\"It was damned cold on the old bridge,\" he said.";
    for struck in ["d---ed", "d**ned", "[expletive]"] {
        let right = format!("\"It was {struck} cold on the old bridge,\" he said.");
        check(plain, &right, "same-words both");
    }
    check(plain, "\"It was b---ing cold on the old bridge,\" he said.", "altered both [-damned-]{+b---ing+}");
}

#[test]
fn values_in_other_dress_are_the_same() {
    check(
        "\"We have twelve boats and 65 percent of the U.S. market,\" ⟦Quill⟧ said.",
        "\"We have 12 boats and 65 per cent of the US market,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
}

#[test]
fn an_altered_quotation_lists_what_its_ends_lost() {
    check(
        "\"Strangers are generally not the target of such raids,\" ⟦Quill⟧ said.",
        "\"Strangers are usually not the target,\" ⟦Quill⟧ said.",
        "altered both [-generally-]{+usually+} [-of such raids-] @same",
    );
    check(
        "\"They were wiped out by the storm. We all were,\" ⟦Quill⟧ said.",
        "\"They were worn out by the storm. We all were surprised,\" ⟦Quill⟧ said.",
        "altered both [-wiped-]{+worn+} {+surprised+} @same",
    );
    check(
        "\"In the islands, food waste is very rare,\" ⟦Quill⟧ said.",
        "\"In the islands, there is hardly any food waste,\" ⟦Quill⟧ said.",
        "altered both {+there is hardly any+} [-is very rare-] !negation @same",
    );
}

#[test]
fn a_sentence_that_is_cut_takes_its_own_denial_with_it() {
    check(
        "\"The bridge is old. Nobody cares for it at all. We will close it this winter,\" ⟦Quill⟧ said.",
        "\"The bridge is old. We will close it this winter,\" ⟦Quill⟧ said.",
        "altered both [-Nobody cares for it at all-] !silent-cut @same",
    );
}

#[test]
fn two_statements_made_one_are_merged_though_one_is_altered() {
    check(
        "\"The bridge is full of red rust from the sea,\" ⟦Quill⟧ said on Monday at the harbour of the big island, far from home.\n\
         \"We will close it for all of the winter.\" ⟦Quill⟧ was sure.",
        "\"The bridge is full of red rust from the old mill by the road to the north. We will close it for all of the winter,\" ⟦Quill⟧ said.",
        "altered both [-sea-]{+old mill by the road to the north+} @same\nmerged both @same",
    );
}

#[test]
fn a_pronoun_is_no_name() {
    check(
        "\"I’m fond of quiet rooms and have concerns about giving out my data,\" ⟦Quill⟧ said.\n⟦Brandt⟧ and I’m sure My friends.",
        "\"My quiet rooms matter and I have concerns about giving out my data,\" ⟦Quill⟧ said.\n⟦Brandt⟧ and I’m sure My friends.",
        "altered both [-I’m fond of-]{+My+} {+matter+} {+I+} !added-words @same",
    );
}

#[test]
fn swapped_twice_said_and_moved_quotations_find_their_speakers() {
    check(
        "\"No comment,\" said ⟦Nora Quill⟧.\n\"No comment,\" said ⟦Ivo Brandt⟧.",
        "\"No comment,\" said ⟦Ivo Brandt⟧.\n\"No comment,\" said ⟦Nora Quill⟧.",
        "same-words both @same\nsame-words both @same",
    );
    check(
        "\"The bridge is old and tired,\" said ⟦Quill⟧.\n\"We will build another next year,\" said ⟦Brandt⟧.",
        "\"We will build another next year,\" said ⟦Brandt⟧.\n\"The bridge is old and tired,\" said ⟦Quill⟧.",
        "same-words both @same\nsame-words both @same",
    );
}

#[test]
fn short_statements_of_one_speaker_are_one_altered() {
    check(
        "\"It’s a frustration,\" said ⟦Quill⟧.",
        "\"It’s frustrating,\" said ⟦Quill⟧.",
        "altered both [-a frustration-]{+frustrating+} @same",
    );
}

#[test]
fn short_statements_far_apart_are_two() {
    let other = "The harbour board met in Ulm.\n";
    let others = other.repeat(20);
    for (before, state) in [
        (String::new(), "altered both [-a frustration-]{+frustrating+} @same"),
        (other.repeat(3), "left-only left\nright-only right"),
    ] {
        check(
            &format!("\"It’s a frustration,\" said ⟦Quill⟧.\n{others}"),
            &format!("{before}\"It’s frustrating,\" said ⟦Quill⟧.\n{others}"),
            state,
        );
    }
}

#[test]
fn terms_without_marks_are_nobodys() {
    check("He came with ~'vellum' boots.", "The vellum lay on the floor.", "");
    check(
        "\"I have seen worse,\" ⟦Quill⟧ said.\n⟦Quill⟧ spoke of \"digital vellum\".",
        "Quill wrote of digital methods for boats.",
        "left-only left\nleft-only left",
    );
}

#[test]
fn without_marks_a_label_or_an_i_says_who_speaks() {
    check_runs(
        "\"We will go to the bridge with the boats,\" ⟦Lee⟧ said. \"Nobody stays.\"",
        "Lee said: We will go to the bridge with the boats. Nobody stays.",
        "We will go to the bridge with the boats. Nobody stays. — Lee",
    );
}

#[test]
fn inner_marks_that_are_left_are_no_quotation_of_their_own() {
    check(
        "“We heard of the new dam across the river and we thought, ‘Why not?’” ⟦Quill⟧ said.",
        "We heard of the new dam across the river and we thought, 'Why not?' Quill said.",
        "same-words left @same",
    );
    check(
        "“We heard of the new dam across the river and we thought it a disgrace,” ⟦Quill⟧ said.",
        "We heard of the new dam across the river and we thought it “a disgrace,” ⟦Quill⟧ said.",
        "split left @same\nsplit both @same",
    );
}

#[test]
fn an_editors_word_keeps_its_brackets_without_the_marks() {
    check_runs(
        "\"We will sell the harbour to the storm board,\" ⟦Nora Quill⟧ said. \"[now].\"",
        "We will sell the harbour to the storm board.\n[now] Quill, he said.",
        "We will sell the harbour to the storm board. | [now]",
    );
}
