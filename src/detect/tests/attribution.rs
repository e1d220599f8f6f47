//! Where the attribution stands and which words belong to it.

use super::{check, check_reported, check_rule};

#[test]
fn the_verb_may_stand_before_or_behind_its_subject() {
    check(
        "“The dam is safe,” said Udo Kern, head of the works.",
        &["direct ⟦Udo Kern⟧ ⟨said⟩ “The dam is safe,”"],
    );
    check(
        "“The dam is safe,” Udo Kern, the head of the works, said on Monday.",
        &["direct ⟦Udo Kern⟧ ⟨said⟩ “The dam is safe,”"],
    );
    check("“Why?” Udo Kern asked.", &["direct ⟦Udo Kern⟧ ⟨asked⟩ “Why?”"]);
    check("Udo Kern on Monday said: “The dam is safe.”", &["direct ⟦Udo Kern⟧ ⟨said⟩ “The dam is safe.”"]);
    check(
        "“The dam is safe,” according to Udo Kern.",
        &["direct ⟦Udo Kern⟧ ⟨according to⟩ “The dam is safe,”"],
    );
    check("Udo Kern: “The dam is safe.”", &["direct ⟦Udo Kern⟧ “The dam is safe.”"]);
    check(
        "“The dam is safe and will last.” ― Udo Kern",
        &["direct ⟦Udo Kern⟧ “The dam is safe and will last.”"],
    );
}

#[test]
fn whoever_is_cited_speaks_and_not_the_agency() {
    check(
        "The Tidings agency cited Udo Kern as saying “the dam is safe.”",
        &["direct ⟦Udo Kern⟧ ⟨as saying⟩ “the dam is safe.”"],
    );
    check_reported(
        "The dam is safe for now, the Tidings agency cited spokesman Udo Kern as saying on Saturday.",
        &["indirect ⟦Udo Kern⟧ ⟨as saying⟩ “The dam is safe for now”"],
    );
}

#[test]
fn a_clause_inside_a_clause_has_its_own_speaker() {
    check(
        "Anna Berg, who once called the dam “a monster of a thing”, said nothing on Monday.",
        &["mixed ⟦Anna Berg⟧ ⟨called⟩ “a monster of a thing”"],
    );
    check(
        "Udo Kern defended what he called “a good old dam” on Monday.",
        &["mixed ⟦Udo Kern⟧ ⟨called⟩ “a good old dam”"],
    );
}

#[test]
fn words_that_look_like_cues_may_be_nouns() {
    check(
        "The report of a “great flood of letters” was wrong.",
        &["mixed ⟦The report⟧ “great flood of letters”"],
    );
}

#[test]
fn a_campaign_is_not_its_candidate() {
    check(
        "Anna Berg was silent.| “The dam is old,” Berg’s lawyer said.|",
        &["direct ⟦Berg’s lawyer⟧ ⟨said⟩ “The dam is old,”"],
    );
}

#[test]
fn a_transcript_names_its_speakers() {
    check(
        "“BERG: The dam is old.\n“KERN: It is safe enough.”",
        &["direct ⟦BERG⟧ “The dam is old.”", "direct ⟦KERN⟧ “It is safe enough.”"],
    );
}

#[test]
fn rules_say_how_sure_they_are() {
    check_rule("“The dam is safe,” Udo Kern said.", "after", "strong");
    check_rule("“The dam is safe,” she said.", "after", "none");
    check_rule("Udo Kern went to the dam.| “It is safe and it will last.”", "previous-sentence", "weak");
    check_rule("“It is safe and it will last for years.”", "none", "none");
}

#[test]
fn a_bare_plural_is_the_subject_behind_a_comma() {
    check(
        "Dam walls were 'past their best' before flood, auditors warned",
        &["mixed ⟦auditors⟧ ⟨warned⟩ “past their best”"],
    );
}

#[test]
fn a_verb_behind_a_comma_has_its_subject_behind_it() {
    check(
        "The inspectors urged the town to pay.|\"It is a relief,\" but we know nothing of next week, said Ana Brandt.",
        &["direct ⟦Ana Brandt⟧ ⟨said⟩ “It is a relief,”"],
    );
}

#[test]
fn a_name_in_apposition_says_more_than_the_noun_in_front() {
    check(
        "\"He believes in himself,\" former rival, Udo Kern, told reporters.",
        &["direct ⟦Udo Kern⟧ ⟨told reporters⟩ “He believes in himself,”"],
    );
    check("\"It sells,\" said the shop’s manager, Anna Berg.", &["direct ⟦Anna Berg⟧ ⟨said⟩ “It sells,”"]);
    check("\"It sells,\" said the manager, London’s youngest.", &["direct ⟦the manager⟧ ⟨said⟩ “It sells,”"]);
}

#[test]
fn what_is_said_to_be_so_is_not_who_says_it() {
    check(
        "A lawyer, Anna Berg, said the bill maintains \"business as usual\" here.",
        &["mixed ⟦Anna Berg⟧ ⟨maintains⟩ “business as usual”"],
    );
}

#[test]
fn a_verb_and_its_object_are_no_part_of_a_subject() {
    check(
        "The harbor company issued a statement claiming it was right.|\"There are no legal questions here.\"",
        &["direct ⟦The harbor company⟧ ⟨claiming⟩ “There are no legal questions here.”"],
    );
}

#[test]
fn verbs_of_news_say_something_in_all_their_forms() {
    for verb in [
        "tweeted",
        "posted",
        "wrote",
        "texted",
        "emailed",
        "testified",
        "quipped",
        "recalled",
        "noted",
        "stressed",
        "conceded",
        "insisted",
        "vowed",
        "counselled",
        "confided",
        "grins",
        "shrugs",
        "elaborated",
        "interjects",
    ] {
        let cue = format!("direct ⟦Anna Berg⟧ ⟨{verb}⟩ “We will not go,”");
        check(&format!("“We will not go,” Anna Berg {verb}."), &[&cue]);
        check(&format!("“We will not go,” {verb} Anna Berg."), &[&cue]);
    }
    check(
        "Anna Berg was commenting: “It will not hold.”",
        &["direct ⟦Anna Berg⟧ ⟨commenting⟩ “It will not hold.”"],
    );
    check(
        "Udo Kern, accusing Anna Berg of “a plain lie,” left.",
        &["mixed ⟦Udo Kern⟧ ⟨accusing⟩ “a plain lie,”"],
    );
}

#[test]
fn some_verbs_say_something_only_with_their_complement() {
    check("Anna Berg made it clear: “We will not go.”", &["direct ⟦Anna Berg⟧ ⟨made⟩ “We will not go.”"]);
    check(
        "“It will not hold,” Anna Berg pointed out.",
        &["direct ⟦Anna Berg⟧ ⟨pointed⟩ “It will not hold,”"],
    );
    check_rule("Anna Berg made a cake with “We will not go” on it.", "sentence-head", "weak");
}

#[test]
fn who_once_called_somebody_something_said_it() {
    check(
        "Udo Kern, who once called Anna Berg “a liar”, said the bridge was safe.",
        &["mixed ⟦Udo Kern⟧ ⟨called⟩ “a liar”"],
    );
    check(
        "Udo Kern came.| Anna Berg fought what he called “a plan without a head”.",
        &["mixed ⟦Udo Kern⟧ ⟨called⟩ “a plan without a head”"],
    );
    check(
        "Anna Berg was fined after she fought the council and blamed its “deaf ears” for it.",
        &["mixed ⟦Anna Berg⟧ ⟨blamed⟩ “deaf ears”"],
    );
}

#[test]
fn an_apposition_may_end_with_a_day() {
    check(
        "Udo Kern, opening the Hall of Rivers and Lakes on Saturday, said it would tell of “joy and sorrow”.",
        &["mixed ⟦Udo Kern⟧ ⟨said⟩ “joy and sorrow”"],
    );
}

#[test]
fn a_verb_that_no_list_has_names_the_speaker() {
    check("“The dam is safe,” Udo Kern shot back.", &["direct ⟦Udo Kern⟧ ⟨shot⟩ “The dam is safe,”"]);
    check(
        "Anna Berg rose.\n“The dam is safe,” she quickly fired back.",
        &["direct ⟦Anna Berg⟧ ⟨fired⟩ “The dam is safe,”"],
    );
    check(
        "“The dam is safe,” the mayor pleaded with them.",
        &["direct ⟦the mayor⟧ ⟨pleaded⟩ “The dam is safe,”"],
    );
    check_rule("“The dam is safe,” Udo Kern pleaded.", "unlisted-verb", "weak");
    // no verb after the name, no comma before it, no whole sentence in marks
    check("“The dam is safe,” and Udo Kern left the hall.", &["direct “The dam is safe,”"]);
    check("“The dam is safe.” Udo Kern left the hall.", &["direct “The dam is safe.”"]);
    check("In the film “Red Sky,” Udo Kern plays a captain.", &["scare “Red Sky,”"]);
}

#[test]
fn a_nickname_in_marks_is_part_of_a_name() {
    check(
        "“The dam is safe,” said Udo “Dam” Kern.",
        &["direct ⟦Udo “Dam” Kern⟧ ⟨said⟩ “The dam is safe,”", "scare “Dam”"],
    );
    check(
        "Udo “Dam” Kern said “the dam is safe for now.”",
        &["scare “Dam”", "direct ⟦Udo “Dam” Kern⟧ ⟨said⟩ “the dam is safe for now.”"],
    );
}
