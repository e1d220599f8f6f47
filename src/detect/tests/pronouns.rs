//! Who a pronoun, a last name or a description stands for.

use super::check;

#[test]
fn a_pronoun_stands_for_the_nearest_who_fits() {
    check(
        "Anna Berg met Udo Kern, the head of the works.|\n“The dam is old,” she said.|\n“The dam is safe,” he said.|",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “The dam is old,”", "direct ⟦Udo Kern⟧ ⟨said⟩ “The dam is safe,”"],
    );
    check("“The dam is old,” she said.|", &["direct ⟨said⟩ “The dam is old,”"]);
}

#[test]
fn a_last_name_is_given_in_full() {
    check(
        "Mayor Anna Berg spoke first.|\n“The dam is old,” Berg said.|",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “The dam is old,”"],
    );
}

#[test]
fn an_abbreviation_is_neither_he_nor_she() {
    check(
        "The courses are short, observes Kern. MOOCs said to be free are dire.\nAccording to the MOOCs most are free.\n\"Almost all had a degree,\" he says.",
        &["direct ⟦Kern⟧ ⟨says⟩ “Almost all had a degree,”"],
    );
}

#[test]
fn a_common_noun_at_the_head_of_a_sentence_is_no_name() {
    check(
        "Udo Kern told the delegates to wait.| Delegates asked how.| “The vote is lost,” he said.",
        &["direct ⟦Udo Kern⟧ ⟨said⟩ “The vote is lost,”"],
    );
    check(
        "Earlier, Ulm’s first minister, Anna Berg, stayed calm.| “We lost,” she said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We lost,”"],
    );
}

#[test]
fn a_description_gives_way_to_the_name_it_describes() {
    check(
        "Udo Kern came to Ulm.| The Green candidate was late.| “I am sorry,” he said.",
        &["direct ⟦Udo Kern⟧ ⟨said⟩ “I am sorry,”"],
    );
    check(
        "The minister of the economy, Anna Berg, stayed calm.| “We lost,” she said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We lost,”"],
    );
    check(
        "“We lost,” said Ulm Chief Executive, Anna Berg, on Monday.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We lost,”"],
    );
}

#[test]
fn what_is_owned_does_not_speak() {
    check(
        "Peter Kern met Nora Quill.| The woman’s anger was plain.| “We lost,” she said.",
        &["direct ⟦Nora Quill⟧ ⟨said⟩ “We lost,”"],
    );
}

#[test]
fn the_other_half_of_an_interrupted_quotation_has_its_speaker() {
    check(
        "Nora Quill came with Anna Berg.| “We lost,” she says.| “It is late and it is cold.”",
        &["direct ⟦Nora Quill⟧ ⟨says⟩ “We lost,” “It is late and it is cold.”"],
    );
}

#[test]
fn a_particle_with_a_hyphen_belongs_to_the_name() {
    check("Hala el-Haddad came.| “We lost,” el-Haddad said.", &["direct ⟦Hala el-Haddad⟧ ⟨said⟩ “We lost,”"]);
}

#[test]
fn an_office_that_another_holds_is_not_he() {
    check(
        "Anna Berg spoke.| President Berg was there.| The president told the crowd he would call it “a plain insult”.",
        &["mixed ⟦The president⟧ ⟨call⟩ “a plain insult”"],
    );
}
