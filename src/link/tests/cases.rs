//! What becomes of a quotation, case by case.

use super::{check, check_runs};

#[test]
fn typography_alone_leaves_the_same_words() {
    check(
        "\"We will not sell the harbour,\" ⟦Nora Quill⟧ said.",
        "\"We will not sell the harbour,\" ⟦Nora Quill⟧ said.",
        "same-words both @same",
    );
    check(
        "\"It's finished,\" ⟦Quill⟧ said on Tuesday.",
        "“It’s finished,” ⟦Quill⟧ said on Tuesday.",
        "same-words both @same",
    );
    check(
        "'We have sold nothing yet,' ⟦Quill⟧ said.",
        "\"We have sold nothing yet,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
    check(
        "«We have sold nothing yet», ⟦Quill⟧ said.",
        "\"We have sold nothing yet,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
    check(
        "\"And, once more — Brandt is welcome here,\" he said.",
        "\"And, once more Brandt is welcome here,\" he said.",
        "same-words both",
    );
    check(
        "\"No co-operation on labour or defence is planned,\" ⟦Quill⟧ said.",
        "\"No cooperation on labor or defense is planned,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
    check(
        "\"We cannot wait any longer,\" ⟦Quill⟧ said.",
        "\"We can not wait any longer,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
}

#[test]
fn words_are_found_where_the_marks_are_lost() {
    check("\"We may visit the islands,\" he said.", "We may visit the islands, he said.", "same-words left");
    check("We may visit the islands, he said.", "\"We may visit the islands,\" he said.", "same-words right");
    check(
        "\"It's hard to say how much the bridge will cost,\" ⟦Orlov⟧ said.",
        "It s hard to say how much the bridge will cost, Orlov said.",
        "same-words left @same",
    );
    check(
        "\"The ferry sank in four minutes,\" ⟦Quill⟧ said.\n\"We are worn out,\" she said.",
        "The ferry sank in four minutes, Quill said.\n\"We are worn out,\" she said.",
        "same-words left @same\nsame-words both",
    );
}

#[test]
fn a_run_leaves_the_attribution_out() {
    let right = "Ivo Brandt told the radio about it on Monday.\nWe may visit the islands, he said.\n\
                 And, again Quill can help us with the ferries.\nShe can help us with fuel.\n";
    check_runs(
        "\"We may visit the islands,\" ⟦he=Ivo Brandt⟧ said. \"And, again — Quill can help us with the ferries. \
         She can help us with fuel.\"",
        right,
        "We may visit the islands | And, again Quill can help us with the ferries. | She can help us with fuel. — Ivo Brandt",
    );
    check_runs(
        "\"It [the visit] is being planned,\" Pavel Orlov told reporters. \"It's hard to name a day for it.\"",
        "It (the visit) is being planned, harbour spokesman Pavel Orlov told reporters.\nIt s hard to name a day for it.",
        "It (the visit) is being planned | It s hard to name a day for it. — Pavel Orlov",
    );
    check_runs(
        "\"The ferry sank in four minutes,\" Quill said.",
        "Asked about it, Nora Quill said: The ferry sank in four minutes.",
        "The ferry sank in four minutes. — Nora Quill",
    );
}

#[test]
fn brackets_are_optional() {
    let plain = "\"It is being planned with great care,\" ⟦Orlov⟧ said.";
    let square = "\"It [the visit] is being planned with great care,\" ⟦Orlov⟧ said.";
    let round = "\"It (the visit) is being planned with great care,\" ⟦Orlov⟧ said.";
    check(square, round, "same-words both @same");
    check(square, plain, "same-words both @same");
    check(
        "\"He knows the harbour better than anybody,\" ⟦Orlov⟧ said.",
        "\"[Brandt] knows the harbour better than anybody,\" ⟦Orlov⟧ said.",
        "same-words both @same",
    );
}

#[test]
fn the_attribution_may_stand_anywhere() {
    let whole = "\"We have to talk about fuel. They can help us with the ferries,\" ⟦Quill⟧ said.";
    check(
        "\"We have to talk about fuel,\" ⟦Quill⟧ said. \"They can help us with the ferries.\"",
        whole,
        "same-words both @same",
    );
    check(
        "\"We have to talk about fuel,\" ⟦Nora Quill⟧ told reporters on Friday. \"They can help us with the ferries.\"",
        whole,
        "same-words both @same",
    );
    check(
        "⟦Quill⟧ said: \"The ferry sank in four minutes flat.\"",
        "\"The ferry sank in four minutes flat,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
    check(
        "\"We came home and the quay was gone.\n\"Then the rain set in,\" ⟦Quill⟧ said.",
        "\"We came home and the quay was gone. Then the rain set in,\" ⟦Quill⟧ said.",
        "same-words both @same",
    );
}

#[test]
fn altered_words_are_listed_exactly() {
    check(
        "\"We may visit the islands this week,\" he said.",
        "\"We will visit the islands this week,\" he said.",
        "altered both [-may-]{+will+} !modal",
    );
    check(
        "\"We will not sell the harbour in May,\" ⟦Quill⟧ said.",
        "\"We will sell the harbour in May,\" ⟦Quill⟧ said.",
        "altered both [-not-] !negation @same",
    );
    check(
        "\"We lost 15 boats in the storm,\" ⟦Quill⟧ said.",
        "\"We lost 50 boats in the storm,\" ⟦Quill⟧ said.",
        "altered both [-15-]{+50+} !number @same",
    );
    check(
        "\"It was a terrible day for the island,\" ⟦Quill⟧ said.",
        "\"It was a difficult day for the island,\" ⟦Quill⟧ said.",
        "altered both [-terrible-]{+difficult+} @same",
    );
    check(
        "\"We asked Brandt to repair the quay,\" ⟦Quill⟧ said.",
        "\"We asked Orlov to repair the quay,\" ⟦Quill⟧ said.",
        "altered both [-Brandt-]{+Orlov+} !name @same",
    );
    check(
        "\"We will not go back to that island,\" ⟦Quill⟧ said.",
        "\"We won't go back to that island,\" ⟦Quill⟧ said.",
        "altered both [-will not-]{+won't+} @same",
    );
}

#[test]
fn an_edit_may_stand_at_either_end() {
    check(
        "\"Nobody knew about the leak in the hull,\" ⟦Quill⟧ said.",
        "\"Everybody knew about the leak in the hull,\" ⟦Quill⟧ said.",
        "altered both [-Nobody-]{+Everybody+} !negation @same",
    );
    check(
        "\"Yes. The captain knew about the leak in the hull,\" ⟦Quill⟧ said.",
        "\"No. The captain knew about the leak in the hull,\" ⟦Quill⟧ said.",
        "altered both [-Yes-]{+No+} !negation @same",
    );
    check(
        "\"The captain knew about the leak in the hull,\" ⟦Quill⟧ said.",
        "\"The captain knew about the leak in the deck,\" ⟦Quill⟧ said.",
        "altered both [-hull-]{+deck+} @same",
    );
}

#[test]
fn words_altered_where_the_marks_are_lost() {
    check(
        "\"We may visit the islands this week,\" he said.",
        "We will visit the islands this week, he said.",
        "altered left [-may-]{+will+} !modal",
    );
    check(
        "\"The captain knew about the leak in the hull,\" Quill said.",
        "The captain knew about the leak in the deck, Quill said.",
        "altered left [-hull-]{+deck+}",
    );
    check(
        "\"The captain knew about the leak in the hull,\" he said. \"Nobody told us about it in the spring.\"",
        "The captain knew about the leak in the deck, he said. Nobody told us about it in the spring.",
        "altered left [-hull-]{+deck+}",
    );
}

#[test]
fn a_verb_of_saying_may_replace_a_word() {
    check(
        "\"The captain of the ferry noted a leak in the hull,\" Quill told us.",
        "The captain of the ferry claimed a leak in the hull, Quill told us.",
        "altered left [-noted-]{+claimed+}",
    );
    check(
        "\"The captain of the ferry saw a leak in the hull,\" Quill told us.",
        "The captain of the ferry, Quill told us, saw a leak in the hull.",
        "same-words left",
    );
}

#[test]
fn an_article_with_marks_would_have_used_them_for_a_copy() {
    let quoted =
        "\"The captain of the ferry saw a leak in the hull in June,\" Quill said.\n\"I am tired,\" he said.";
    let retold = "Quill said the captain of the ferry saw it and a leak later was in a keel by July.";
    check(quoted, retold, "altered left {+it and+} [-in the hull in June-]\nleft-only left");
    let with_marks = format!("{retold}\n\"I am tired,\" he said.");
    check(quoted, &with_marks, "paraphrased left\nsame-words both");
}

#[test]
fn an_edit_at_the_edge_ends_where_the_quotation_does() {
    check(
        "Quill saw \"a clear threat to the peace of the island\" in it.",
        "Quill saw a grave threat to the peace of the island in it.",
        "altered left [-clear-]{+grave+}",
    );
    check(
        "Quill spoke of \"a threat to the peace of our island\" in the radio.",
        "Quill spoke of a threat to the peace of our harbour in the radio.",
        "altered left [-island-]{+harbour+}",
    );
    check(
        "\"The sea held thousands of boats in May,\" Quill said. \"Even today it is not at rest.\"",
        "The sea held thousands of boats in June, Mr. Quill, a fisherman from the north, said. Even today it is not at rest.",
        "altered left [-May-]{+June+} !name",
    );
    check(
        "\"I am not working for him. I am working for you now. Believe me,\" Quill said.",
        "I am not working for him. I am working for you now. Trust me, Quill said.",
        "altered left [-Believe-]{+Trust+}",
    );
}

#[test]
fn cuts_are_silent_or_open() {
    let whole = "\"The plan is costly, risky and, frankly, a very bad idea for us,\" ⟦Quill⟧ said.";
    check(
        whole,
        "\"The plan is a very bad idea for us,\" ⟦Quill⟧ said.",
        "altered both [-costly, risky and, frankly-] !silent-cut @same",
    );
    check(whole, "\"The plan is ... a very bad idea for us,\" ⟦Quill⟧ said.", "trimmed both @same");
    check("\"The plan is … a very bad idea for us,\" ⟦Quill⟧ said.", whole, "extended both @same");
}

#[test]
fn ends_may_be_trimmed() {
    check(
        "\"We have to talk about fuel, and we have to do it this week,\" he said.",
        "\"We have to talk about fuel,\" he said.",
        "trimmed both",
    );
    check(
        "\"Look, I think we have to talk about fuel this week,\" he said.",
        "He said \"we have to talk about fuel this week.\"",
        "trimmed both",
    );
    check(
        "\"He is a coward and everybody on the island knows it,\" ⟦Quill⟧ said of her rival.",
        "⟦Quill⟧ called her rival 'a coward'.",
        "trimmed both @same",
    );
    check(
        "⟦Quill⟧ called the plan \"a very bad idea\".",
        "\"It is a very bad idea for the whole island,\" ⟦Quill⟧ said.",
        "extended both @same",
    );
}

#[test]
fn reported_speech_is_a_paraphrase() {
    check(
        "\"We will close every cannery on the island by 2030,\" ⟦Quill⟧ said.",
        "⟦Quill⟧ said ⟪all canneries on the island would be closed by 2030⟫.",
        "paraphrased left @same",
    );
    check(
        "\"We will close the old cannery on the island by 2030,\" ⟦Quill⟧ said.\n\"I am tired,\" he said.",
        "⟦Quill⟧ said ⟪they will close the old cannery on the island by 2030⟫.\n\"I am tired,\" he said.",
        "paraphrased left @same\nsame-words both",
    );
}

#[test]
fn a_reported_quotation_of_the_same_words_becomes_the_run() {
    let right = "⟦Quill⟧ said ⟪the ferry sank in four minutes flat⟫.";
    check("\"The ferry sank in four minutes flat,\" ⟦Quill⟧ said.", right, "same-words left @same");
    check_runs(
        "\"The ferry sank in four minutes flat,\" ⟦Quill⟧ said.",
        right,
        "the ferry sank in four minutes flat. — Quill",
    );
}

#[test]
fn other_words_are_no_match() {
    check(
        "\"The ferry sank in four minutes flat,\" Quill said.",
        "Quill did not comment on the storm.",
        "left-only left",
    );
    check(
        "\"It is what it is,\" ⟦Quill⟧ said.",
        "\"It is not clear what the council wants,\" ⟦Brandt⟧ said.",
        "left-only left\nright-only right",
    );
}

#[test]
fn quotations_are_merged_and_split() {
    let two = "\"We are tired of this,\" ⟦Quill⟧ said on Monday.\nRain is forecast.\n\
               \"Nobody came to help us at all,\" ⟦Quill⟧ said.";
    let one = "\"We are tired of this. Nobody came to help us at all,\" ⟦Quill⟧ said.";
    check(two, one, "merged both @same\nmerged both !spliced @same");
    check(one, two, "split both @same\nsplit both !spliced @same");
    check(
        "\"We are tired of this,\" ⟦Quill⟧ said on Monday.\nRain is forecast.\n\
         \"Nobody came to help them at all,\" ⟦Quill⟧ said.",
        one,
        "merged both @same\naltered both [-them-]{+us+} !spliced @same",
    );
}

#[test]
fn pieces_that_stand_apart_without_marks_are_split() {
    check(
        "\"We are tired of this endless winter. Nobody came to help us at all,\" Quill said.",
        "We are tired of this endless winter, Quill said on Monday.\n\
         Rain is forecast for most of the week, and the harbour stays closed to all but rescue boats, its master said.\n\
         Nobody came to help us at all.",
        "split left\nsplit left",
    );
}

#[test]
fn quotations_inside_quotations_are_words() {
    check(
        "\"He told me, 'Get out of my boat,' and I left,\" ⟦Quill⟧ said.",
        "«He told me, \"Get out of my boat,\" and I left», ⟦Quill⟧ said.",
        "same-words both @same",
    );
}

#[test]
fn scare_quotes_are_linked_where_the_words_are_the_same() {
    let titled = "He went to see ~\"The Cold Harbour\" on Friday.";
    check(titled, titled, "same-words both");
    check(titled, "He went to see The Cold Harbour on Friday.", "same-words left");
    check(titled, "He went to the cinema.", "");
}

#[test]
fn the_same_short_quotation_goes_to_the_same_speaker() {
    check(
        "\"Not at all,\" ⟦Nora Quill⟧ said.\n\"Not at all,\" ⟦Ivo Brandt⟧ said.",
        "\"Not at all,\" ⟦Ivo Brandt⟧ said.\n\"Not at all,\" ⟦Nora Quill⟧ said.",
        "same-words both @same\nsame-words both @same",
    );
}

#[test]
fn a_quotation_in_marks_goes_before_the_same_words_in_a_headline() {
    check(
        "\"We may visit the islands this week,\" he said.",
        "We may visit the islands this week, mayor says\n\"We will visit the islands this week,\" he said.",
        "altered both [-may-]{+will+} !modal",
    );
}

#[test]
fn words_that_are_joined_or_reordered_are_told() {
    let (first, last) = ("The bridge has to be mended before winter", "I would never sign a paper like that");
    let said = |words: &str| format!("\"{words},\" ⟦Quill⟧ said.");
    let apart = format!("{}\n{}", said(first), said(last));
    // only the attribution is between them
    check(&apart, &said(&format!("{first}. {last}")), "merged both @same\nmerged both @same");
    check(&apart, &said(&format!("{last}. {first}")), "merged both !order @same\nmerged both @same");
    let narrated = format!("{}\nRain is forecast.\n{}", said(first), said(last));
    check(&narrated, &said(&format!("{first} … {last}")), "merged both @same\nmerged both !spliced @same");
    check(
        &said(&format!("{first}. {last}")),
        &said(&format!("{last}. {first}")),
        "altered both [-The bridge has to be mended before winter-] {+The bridge has to be mended before winter+} !order @same",
    );
}
