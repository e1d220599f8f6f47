//! Who is named as the speaker, one test for each kind of sentence.

use super::{check, check_reported, check_rule};

#[test]
fn a_thing_does_not_speak() {
    check(
        "The storm tore down walls, proclaiming “an end of an era in town”.",
        &["scare “an end of an era in town”"],
    );
    check("A later ferry, says Kern, “would help us all.”", &["direct ⟦Kern⟧ ⟨says⟩ “would help us all.”"]);
    check(
        "Anna Berg spoke.| Her firm support of the plan shows that she doubts it, “totally opposing” the rest.",
        &["mixed ⟦Anna Berg⟧ ⟨shows⟩ “totally opposing”"],
    );
}

#[test]
fn a_document_that_says_something_speaks() {
    check(
        "“Swimmers are rarely in danger,” counselled the town’s amended advice.",
        &["direct ⟦the town’s amended advice⟧ ⟨counselled⟩ “Swimmers are rarely in danger,”"],
    );
    check(
        "The listing was replaced by a message that said, “The item is no longer here.”",
        &["direct ⟦a message⟧ ⟨said⟩ “The item is no longer here.”"],
    );
}

#[test]
fn the_subject_of_a_passive_says_nothing() {
    check(
        "Berg was described as “a man in a skirt of lead and tin”.",
        &["mixed “a man in a skirt of lead and tin”"],
    );
    check("The town, nicknamed the “door of the sea”, grew.", &["scare “door of the sea”"]);
    check("The dam was called “a monster” by Udo Kern.", &["mixed ⟦Udo Kern⟧ ⟨called⟩ “a monster”"]);
    check(
        "The plan was singled out by Anna Berg as “one of the worst”.",
        &["mixed ⟦Anna Berg⟧ ⟨singled⟩ “one of the worst”"],
    );
    check(
        "Anna Berg, the mayor, called it “a bad day for us all”.",
        &["mixed ⟦Anna Berg⟧ ⟨called⟩ “a bad day for us all”"],
    );
}

#[test]
fn walls_and_shirts_quote_nobody() {
    check(
        "The crowd painted walls reading “Down with Kern, down with Berg”.",
        &["direct “Down with Kern, down with Berg”"],
    );
    check("The shop has “ice, coffee and dreams” across its sign.", &["scare “ice, coffee and dreams”"]);
}

#[test]
fn the_question_of_a_poll_has_no_speaker() {
    check(
        "Berg trusts polls.|\nIt is seen in answers to the question: “Would you ever vote for the Greens in Ulm?”",
        &["direct “Would you ever vote for the Greens in Ulm?”"],
    );
}

#[test]
fn the_name_behind_a_role_is_the_speaker() {
    check(
        "Ulm’s women’s minister, Nora Kern- Quill, tweeted: “We won.”",
        &["direct ⟦Nora Kern- Quill⟧ ⟨tweeted⟩ “We won.”"],
    );
    check(
        "The latest critic, Ulm’s Udo Kern, has vowed to stay away after dismissing it as “the dullest thing on earth”.",
        &["mixed ⟦Udo Kern⟧ ⟨dismissing⟩ “the dullest thing on earth”"],
    );
    check(
        "Secretary of State Anna Berg said the plan was “very bold”.",
        &["mixed ⟦Anna Berg⟧ ⟨said⟩ “very bold”"],
    );
    check_reported(
        "A spokesman for the Harbor said the dam was safe.",
        &["indirect ⟦A spokesman for the Harbor⟧ ⟨said⟩ “the dam was safe”"],
    );
}

#[test]
fn an_office_in_a_party_is_whoever_held_the_floor() {
    check(
        "Sen. Anna Berg came first.|\n“We lost,” the Ohio senator and Republican candidate said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We lost,”"],
    );
    check_rule(
        "Sen. Anna Berg came first.|\n“We lost,” the Ohio senator and Republican candidate said.",
        "after",
        "weak",
    );
}

#[test]
fn a_role_stands_for_whoever_was_introduced_with_it() {
    check(
        "Udo Kern, a pollster, was late.| Anna Berg was not.| As the pollster notes: “It rained.”",
        &["direct ⟦Udo Kern⟧ ⟨notes⟩ “It rained.”"],
    );
    check(
        "Jane Quill, 22, left.| Anna Berg stayed.|\n“It rained,” said the 22-year-old.",
        &["direct ⟦Jane Quill⟧ ⟨said⟩ “It rained,”"],
    );
    check(
        "The harbor judge, Mr Udo Kern, came.| “It rained,” the judge said.",
        &["direct ⟦Udo Kern⟧ ⟨said⟩ “It rained,”"],
    );
    check(
        "The finance minister, Udo Kern, came.| “It rained,” the prime minister said.",
        &["direct ⟦the prime minister⟧ ⟨said⟩ “It rained,”"],
    );
}

#[test]
fn a_pronoun_stands_for_the_nearest_even_behind_its_verb() {
    check(
        "Nora Quill came.|\nIt is no exception, says Anna Berg, the deputy head of the board.| “We are few.| We are new,” she points out.",
        &["direct ⟦Anna Berg⟧ ⟨points⟩ “We are few. We are new,”"],
    );
    check(
        "Nora Quill came.| “It rained,” said Nora Quill.|\nFor Anna Berg, a 25-year-old manager from Ulm, work is done.|\n“We built it,” she says.",
        &["direct ⟦Nora Quill⟧ ⟨said⟩ “It rained,”", "direct ⟦Anna Berg⟧ ⟨says⟩ “We built it,”"],
    );
    check_rule("“It rained,” said Nora Quill.| “It rained,” said Nora Quill.|", "after-inverted", "strong");
}

#[test]
fn any_verb_between_the_marks_and_a_name_is_one_of_saying() {
    for verb in ["confirms", "smiles", "laughs", "warns", "shivers"] {
        check(
            &format!("“It is hard,” {verb} Anna Berg, the head of the works."),
            &[&format!("direct ⟦Anna Berg⟧ ⟨{verb}⟩ “It is hard,”")],
        );
    }
}

#[test]
fn another_who_adds_something_is_somebody_else() {
    check(
        "“She will not last,” wrote one fan.| “Is she good enough?” added another.| A third wrote: “I wish her luck.”",
        &[
            "direct ⟦one fan⟧ ⟨wrote⟩ “She will not last,”",
            "direct ⟦another⟧ ⟨added⟩ “Is she good enough?”",
            "direct ⟦A third⟧ ⟨wrote⟩ “I wish her luck.”",
        ],
    );
}

#[test]
fn a_label_begins_with_the_name() {
    check("1. Rudi, 37, London: “Half of it is tips”", &["direct ⟦Rudi⟧ “Half of it is tips”"]);
    check("Tom, Manchester: “A good night pays the rent”", &["direct ⟦Tom⟧ “A good night pays the rent”"]);
}

#[test]
fn a_heading_with_an_age_names_who_speaks_below() {
    check(
        "“It rained,” said Nora Quill.\nUdo Kern, 26, Ulm\n“One day I saw that the bridge was gone.”",
        &[
            "direct ⟦Nora Quill⟧ ⟨said⟩ “It rained,”",
            "direct ⟦Udo Kern⟧ “One day I saw that the bridge was gone.”",
        ],
    );
}

#[test]
fn the_line_of_a_picture_names_nobody() {
    check(
        "Udo Kern came.|\nPOOL New/Tidings.|\n“It rained,” he said.",
        &["direct ⟦Udo Kern⟧ ⟨said⟩ “It rained,”"],
    );
}

#[test]
fn in_the_words_of_somebody_is_an_attribution() {
    check(
        "The mayor will try, in the words of one minister, to “cement in” the vote.",
        &["mixed ⟦one minister⟧ ⟨in the words of⟩ “cement in”"],
    );
}

#[test]
fn an_object_is_no_reported_clause() {
    check_reported("Udo Kern wrote a book about the dam.", &[]);
    check_reported("The guests are also being urged to bring their own cups.", &[]);
}

#[test]
fn a_report_is_named_whole() {
    check_reported(
        "According to a recent report, the richest people in Ulm own the dam.",
        &["indirect ⟦a recent report⟧ ⟨According to⟩ “the richest people in Ulm own the dam”"],
    );
}

#[test]
fn a_part_of_a_bodys_name_is_nobody() {
    check(
        "“The dam is unsafe,” said Rivers Watch President Anna Berg.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “The dam is unsafe,”"],
    );
    check(
        "According to Rivers Watch President Anna Berg, the dam is “very old and unsafe”.",
        &["mixed ⟦Anna Berg⟧ ⟨According to⟩ “very old and unsafe”"],
    );
}

#[test]
fn of_several_with_one_last_name_the_first_name_or_the_title_tells() {
    let introduced = "Udo Lee left.| Anna Lee slept.| Kate Lee left.| Anna Lee rose.";
    for (mention, speaker) in
        [("Kate Lee", "Kate Lee"), ("Mr. Lee", "Udo Lee"), ("Ms. Lee", "Anna Lee"), ("Lee", "Anna Lee")]
    {
        check(
            &format!("{introduced}\n“We will go on,” {mention} said."),
            &[&format!("direct ⟦{speaker}⟧ ⟨said⟩ “We will go on,”")],
        );
    }
}

#[test]
fn a_noun_speaks_for_itself_whoever_it_is_said_of() {
    for (mention, speaker) in [
        ("a source close to Anna Berg", "a source close to Anna Berg"),
        ("a rival of Anna Berg", "a rival of Anna Berg"),
        ("the lawyer for Anna Berg, Udo Kern,", "Udo Kern"),
    ] {
        let expected = format!("direct ⟦{speaker}⟧ ⟨said⟩ “We go home now,”");
        check(&format!("“We go home now,” {mention} said."), &[&expected]);
    }
    check(
        "“We go home now,” said a spokesman for Anna Berg.",
        &["direct ⟦a spokesman for Anna Berg⟧ ⟨said⟩ “We go home now,”"],
    );
}

#[test]
fn whoever_is_quoted_by_another_is_the_speaker() {
    check(
        "“We go home now,” Udo Kern quoted Anna Berg as saying.",
        &["direct ⟦Anna Berg⟧ ⟨as saying⟩ “We go home now,”"],
    );
    check(
        "“We go home now,” Anna Berg was quoted as saying.",
        &["direct ⟦Anna Berg⟧ ⟨as saying⟩ “We go home now,”"],
    );
}

#[test]
fn several_who_speak_together_are_all_named() {
    for (subject, speaker) in [
        ("said Anna Berg and Udo Kern", "Anna Berg and Udo Kern"),
        ("Berg and Kern said", "Berg and Kern"),
        ("Anna Berg, Nora Quill and Udo Kern said", "Anna Berg, Nora Quill and Udo Kern"),
        ("Anna Berg, a lawyer, and Udo Kern said", "Anna Berg and Udo Kern"),
        ("Anna Berg and the police said", "Anna Berg and the police"),
        ("Trade and Industry Secretary Anna Berg said", "Anna Berg"),
    ] {
        let expected = format!("direct ⟦{speaker}⟧ ⟨said⟩ “We go home now,”");
        check(&format!("“We go home now,” {subject}."), &[&expected]);
    }
    check(
        "“We go home now,” said Anna Berg and Udo Kern left.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home now,”"],
    );
}

#[test]
fn a_line_names_the_sender_before_or_after_the_words() {
    check("And from Chairwoman Anna Berg:\n“We go home now.”", &["direct ⟦Anna Berg⟧ “We go home now.”"]);
    check(
        "From the desk of Anna Berg, vice president:\n“We go home now.”",
        &["direct ⟦Anna Berg⟧ “We go home now.”"],
    );
    check("“We go home now.” -Mayor Anna Berg", &["direct ⟦Anna Berg⟧ “We go home now.”"]);
}

#[test]
fn what_only_belongs_to_a_speaker_does_not_speak() {
    check(
        "In a letter to tourists that said “you are our guests and we will keep you safe,” Anna Berg asked them to come back.",
        &["direct ⟦Anna Berg⟧ ⟨asked⟩ “you are our guests and we will keep you safe,”"],
    );
    check(
        "Anna Berg left.|\nUdo Kern compared the talk to a “root of all evil,” according to Berg’s memoir.",
        &["mixed ⟦Anna Berg⟧ ⟨according to⟩ “root of all evil,”"],
    );
    check(
        "The town’s history of winning, the clerk by declaring itself the “comeback town”, made it a contest.",
        &["scare “comeback town”"],
    );
    check(
        "Kern said of Berg’s “genuine warmth,” Berg said, “Leave aside the rest, it is clear to us all.”",
        &["direct ⟦Berg⟧ ⟨said⟩ “genuine warmth,” “Leave aside the rest, it is clear to us all.”"],
    );
}

#[test]
fn a_subject_ends_where_its_phrase_ends() {
    check(
        "Anna Berg and Udo Kern of the Institute for Rivers and Lakes and Harbors and Bridges and Dams in Ulm wrote “we go home now.”",
        &["direct ⟦Anna Berg and Udo Kern⟧ ⟨wrote⟩ “we go home now.”"],
    );
    check(
        "Anna Berg took her daughter, Nora, to the dam on Sunday.|\nShe said: “It was strong and it will last.”",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “It was strong and it will last.”"],
    );
    check_reported(
        "Udo Kern — who came late to the works for three years — states that the dam was old and unsafe.",
        &["indirect ⟦Udo Kern⟧ ⟨states⟩ “the dam was old and unsafe”"],
    );
    check_reported(
        "State Department spokesman Udo Kern said Friday that his agency had not yet made a choice.",
        &["indirect ⟦Udo Kern⟧ ⟨said⟩ “his agency had not yet made a choice”"],
    );
}

#[test]
fn a_role_is_that_of_the_name_next_to_it() {
    check(
        "Top Green pollster, Udo Kern, was late.| As the pollster notes: “It rained.”",
        &["direct ⟦Udo Kern⟧ ⟨notes⟩ “It rained.”"],
    );
    check(
        "The mayor of Ulm, Anna Berg, and the owner of one mill, Nearshore, came.| The owner said: “We go home now.”",
        &["direct ⟦The owner⟧ ⟨said⟩ “We go home now.”"],
    );
}
