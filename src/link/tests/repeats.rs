//! What is said twice, by whom, and what is missing at an end.

use super::check;

#[test]
fn a_short_quotation_answers_the_full_one_that_is_linked_elsewhere() {
    check(
        "⟦Quill⟧ tried to sell the anchor.\n\"This is a piece of island history,\" ⟦Quill⟧ said.",
        "⟦Quill⟧ tried to sell the anchor, a \"piece of history\".\n\"This is a piece of island history,\" ⟦Quill⟧ said.",
        "altered both [-This is a-] [-island-] !silent-cut @same\nsame-words both @same",
    );
}

#[test]
fn a_quotation_that_one_side_has_twice_is_not_missing_on_the_other() {
    let quotation =
        "\"We have never seen the water rise as fast as on this morning, and none of us will forget it,\"";
    check(
        &format!("{quotation} said ⟦Nora Quill⟧."),
        &format!("{quotation} said ⟦Nora Quill⟧.\nThe pier is closed.\n{quotation} ⟦Quill⟧ told the crowd."),
        "same-words both @same\nsame-words both @same",
    );
}

#[test]
fn a_phrase_of_common_words_is_the_same_quotation_if_all_of_it_is_there() {
    check(
        "\"We have never seen the water rise so fast, and we will not forget it,\" said ⟦Nora Quill⟧.",
        "A headline: \"We will not forget it\".\n\"We have never seen the water rise so fast, and we will not forget it,\" said ⟦Nora Quill⟧.",
        "trimmed both\nsame-words both @same",
    );
}

#[test]
fn two_persons_do_not_paraphrase_each_other() {
    check(
        "\"The northern harbor never was and never will be a base for foreign boats,\" said ⟦Nora Quill⟧.",
        "\"Foreign boats never based themselves here, in this northern harbor or any other,\" ⟦he=Ivo Brandt⟧ said.",
        "left-only left\nright-only right",
    );
}

#[test]
fn a_clause_dropped_where_the_quotation_is_interrupted_is_told_with_what_is_altered() {
    check(
        "\"We import most of the fuel for the ferries from abroad,\" ⟦Quill⟧ said. \"We also used to pay for the nets of the islanders, so when we heard of the engine we tried it.\"",
        "\"We import most of the fuel for the ferries from elsewhere,\" ⟦Quill⟧ said. \"So when we heard of the engine we tried it.\"",
        "altered both [-abroad-]{+elsewhere+} [-We also used to pay for the nets of the islanders-] @same",
    );
}

#[test]
fn words_missing_at_one_end_and_put_in_at_the_other_alter() {
    check(
        "\"The board has no comment on the old captain,\" ⟦Quill⟧ said.",
        "\"has no comment on the old captain that sank the ferry,\" ⟦Quill⟧ said.",
        "altered both [-The board-] {+that sank the ferry+} @same",
    );
}
