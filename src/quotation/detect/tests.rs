//! Each text is written with `|` behind its sentences and a line for each block; each expectation is a line
//! `kind ⟦speaker⟧ ⟨cue⟩ “fragment” “fragment”`.

mod speakers;

use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::article::{Block, BlockId, BlockKind, Origin};
use crate::sentence::Sentence;
use crate::text::{Side, Span};

/// The article of a text in notation: blocks are lines, `|` ends a sentence.
fn article(notation: &str) -> (Article, Vec<Sentence>) {
    let (mut text, mut blocks, mut list) = (String::new(), Vec::new(), Vec::new());
    for line in notation.lines().filter(|line| !line.trim().is_empty()) {
        let start = text.len();
        for sentence in line.split('|') {
            let from = text.len();
            text.push_str(sentence);
            let span = Span::new(from, text.len()).trimmed(&text);
            if !span.is_empty() {
                list.push(Sentence { span, block: BlockId::new(blocks.len()), lead: 0 });
            }
        }
        let span = Span::new(start, text.len()).trimmed(&text);
        blocks.push(Block { kind: BlockKind::Paragraph, span });
        text.push('\n');
    }
    let origin = Origin::in_memory(Side::Left);
    (
        Article {
            text: text.into(),
            blocks,
            origin,
            language: crate::lexicon::Language::English,
            notes: Vec::new(),
        },
        list,
    )
}

fn detected(notation: &str) -> (Article, Vec<Quotation>) {
    let (article, list) = article(notation);
    let mut vocabulary = Vocabulary::new();
    let sentences = Sentences::new(&article.text, list, &mut vocabulary);
    let quotations = detect(&article, &sentences, &vocabulary);
    (article, quotations)
}

fn rendered(article: &Article, quotation: &Quotation) -> String {
    let mut line = quotation.kind.name().to_owned();
    if let Some(speaker) = &quotation.attribution.speaker {
        let _ = write!(line, " ⟦{speaker}⟧");
    }
    if let Some(cue) = quotation.attribution.cue {
        let _ = write!(line, " ⟨{}⟩", article.slice(cue));
    }
    for fragment in &quotation.fragments {
        let _ = write!(line, " “{}”", article.slice(*fragment));
    }
    line
}

/// All quotations in marks.
#[track_caller]
fn check(notation: &str, expected: &[&str]) {
    let (article, quotations) = detected(notation);
    let marked = quotations.iter().filter(|quotation| quotation.marked);
    let found: Vec<String> = marked.map(|quotation| rendered(&article, quotation)).collect();
    assert_eq!(found, expected, "{notation}");
}

/// All reported speech.
#[track_caller]
fn check_reported(notation: &str, expected: &[&str]) {
    let (article, quotations) = detected(notation);
    let reported = quotations.iter().filter(|quotation| !quotation.marked);
    let found: Vec<String> = reported.map(|quotation| rendered(&article, quotation)).collect();
    assert_eq!(found, expected, "{notation}");
}

/// The confidence and rule of the first quotation.
#[track_caller]
fn check_rule(notation: &str, rule: &str, confidence: &str) {
    let (_, quotations) = detected(notation);
    let attribution = &quotations.iter().find(|quotation| quotation.marked).expect("a quotation").attribution;
    assert_eq!((attribution.rule, attribution.confidence.name()), (rule, confidence), "{notation}");
}

#[test]
fn an_interrupted_quotation_is_one_with_two_fragments() {
    check(
        "Mayor Anna Berg opened the bridge.|\n“We may close it,” she said.| “And, again — it is old.| We have to talk.”",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We may close it,” “And, again — it is old. We have to talk.”"],
    );
    check("“The dam,” Udo Kern said, “is safe.”", &["direct ⟦Udo Kern⟧ ⟨said⟩ “The dam,” “is safe.”"]);
    check(
        "“It is late,” says Udo Kern, founder of the club.| “We go home now.”",
        &["direct ⟦Udo Kern⟧ ⟨says⟩ “It is late,” “We go home now.”"],
    );
}

#[test]
fn a_new_attribution_starts_a_new_quotation() {
    check(
        "Anna Berg said “the bridge is old.”| She added, “It will be closed soon.”",
        &[
            "direct ⟦Anna Berg⟧ ⟨said⟩ “the bridge is old.”",
            "direct ⟦Anna Berg⟧ ⟨added⟩ “It will be closed soon.”",
        ],
    );
    check(
        "Anna Berg said “the bridge is old,” and Udo Kern said “the bridge will last.”",
        &[
            "mixed ⟦Anna Berg⟧ ⟨said⟩ “the bridge is old,”",
            "direct ⟦Udo Kern⟧ ⟨said⟩ “the bridge will last.”",
        ],
    );
}

#[test]
fn the_same_words_of_two_speakers_are_two_quotations() {
    check(
        "“We will win,” said Anna Berg.|\n“We will win,” said Udo Kern.|",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We will win,”", "direct ⟦Udo Kern⟧ ⟨said⟩ “We will win,”"],
    );
}

#[test]
fn paragraphs_of_one_quotation_are_one_where_only_the_last_closes() {
    check(
        "“The river rose all night,” Anna Berg said.| “We had no boats.\n“Nobody came to help us.\n“Now it is over.”",
        &[
            "direct ⟦Anna Berg⟧ ⟨said⟩ “The river rose all night,” “We had no boats.” “Nobody came to help us.” “Now it is over.”",
        ],
    );
}

#[test]
fn a_line_may_break_inside_the_marks() {
    check(
        "Anna Berg said: “The river rose all night.\nNobody came to help us,” she added.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “The river rose all night.” “Nobody came to help us,”"],
    );
}

#[test]
fn a_block_quotation_may_never_close() {
    check(
        "Anna Berg wrote in her letter:\n“The river rose all night.\n“Nobody came to help us.",
        &["direct ⟦Anna Berg⟧ ⟨wrote⟩ “The river rose all night.” “Nobody came to help us.”"],
    );
}

#[test]
fn every_style_of_marks_pairs() {
    for text in [
        "\"The dam is safe,\" Kern said.",
        "“The dam is safe,” Kern said.",
        "''The dam is safe,'' Kern said.",
        "``The dam is safe,'' Kern said.",
        "«The dam is safe,» Kern said.",
        "»The dam is safe,« Kern said.",
        "„The dam is safe,“ Kern said.",
        "„The dam is safe,” Kern said.",
        "”The dam is safe,” Kern said.",
        "'The dam is safe,' Kern said.",
        "‘The dam is safe,’ Kern said.",
        "‹The dam is safe,› Kern said.",
        "« The dam is safe, » Kern said.",
    ] {
        check(text, &["direct ⟦Kern⟧ ⟨said⟩ “The dam is safe,”"]);
    }
}

#[test]
fn nested_marks_stay_part_of_the_words() {
    check(
        "“He told me, ‘Go home,’” Anna Berg said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “He told me, ‘Go home,’”"],
    );
    check(
        "“They call it “the hole” in town,” Berg said.",
        &["direct ⟦Berg⟧ ⟨said⟩ “They call it “the hole” in town,”"],
    );
    check(
        "'She called it \"art\" and left,' Kern said.",
        &["direct ⟦Kern⟧ ⟨said⟩ “She called it \"art\" and left,”"],
    );
}

#[test]
fn one_missing_mark_costs_no_other_quotation() {
    let rest = "\n“The dam is safe,” Udo Kern said.|";
    let kern = "direct ⟦Udo Kern⟧ ⟨said⟩ “The dam is safe,”";
    check(
        &format!("“We go home, Anna Berg said.|{rest}"),
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home,”", kern],
    );
    check(
        &format!("We go home,” Anna Berg said.|{rest}"),
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home,”", kern],
    );
    check(
        &format!("“We go home, Anna Berg said.| “It is late now.”{rest}"),
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home,” “It is late now.”", kern],
    );
}

#[test]
fn inches_and_apostrophes_are_no_marks() {
    check("The guard is 6'2\" tall and has a 5\" knife.", &[]);
    check("In the '90s the leaders' plan was rock 'n' roll, the players' dream.", &[]);
    check(
        "Kern called 'the leaders' plan for the '90s a joke,' and left.",
        &["mixed ⟦Kern⟧ ⟨called⟩ “the leaders' plan for the '90s a joke,”"],
    );
}

#[test]
fn a_dash_breaks_words_off_inside_the_marks() {
    check("\"I never—\" Anna Berg began.", &["direct ⟦Anna Berg⟧ ⟨began⟩ “I never—”"]);
}

#[test]
fn brackets_and_omissions_stay_part_of_the_words() {
    check(
        "“It [the meeting] is (sic) f---ing ... late,” spokesman Udo Kern told reporters.",
        &["direct ⟦Udo Kern⟧ ⟨told reporters⟩ “It [the meeting] is (sic) f---ing ... late,”"],
    );
}

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
fn titles_nicknames_and_terms_quote_nobody() {
    check("Anna Berg said on “Morning Watch” that she would go.", &["scare “Morning Watch”"]);
    check("In her book, “The Long River,” Anna Berg said the dam was safe.", &["scare “The Long River,”"]);
    check("Anna “Nan” Berg left the hall.", &["scare “Nan”"]);
    check("The so-called “mud tax” ended in May.", &["scare “mud tax”"]);
}

#[test]
fn a_headline_in_single_marks_is_a_quotation() {
    check("Kern says dam 'absolutely safe' after flood", &["mixed ⟦Kern⟧ ⟨says⟩ “absolutely safe”"]);
}

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
fn reported_speech_needs_no_marks() {
    check_reported(
        "Udo Kern said on Monday that the dam was safe.",
        &["indirect ⟦Udo Kern⟧ ⟨said⟩ “the dam was safe”"],
    );
    check_reported("The dam was safe, Udo Kern said.", &["indirect ⟦Udo Kern⟧ ⟨said⟩ “The dam was safe”"]);
    check_reported(
        "According to Udo Kern, the dam was safe.",
        &["indirect ⟦Udo Kern⟧ ⟨According to⟩ “the dam was safe”"],
    );
    check_reported(
        "The dam was safe, according to Udo Kern.",
        &["indirect ⟦Udo Kern⟧ ⟨according to⟩ “The dam was safe”"],
    );
    check_reported("Udo Kern visited the dam and its keeper on Monday.", &[]);
}

#[test]
fn stripped_copy_has_reported_speech_only() {
    let (_, quotations) = detected("The dam is safe, Udo Kern told reporters.| It s hard to overestimate.|");
    assert!(quotations.iter().all(|quotation| !quotation.marked));
}

#[test]
fn a_text_without_any_mark_gets_one_note() {
    let (bare, none) = detected("The dam is safe, Udo Kern said.");
    assert!(note_on_marks(&bare, &none).is_some());
    let (marked, some) = detected("“The dam is safe,” Udo Kern said.");
    assert_eq!(note_on_marks(&marked, &some), None);
    let (empty, nothing) = detected("");
    assert_eq!(note_on_marks(&empty, &nothing), None);
}

/// Marks by the thousand in one sentence take as long as any other text: no rule looks at all of them.
#[test]
fn thousands_of_marks_are_read_in_one_pass() {
    for unit in [
        "\"",
        "“",
        "”",
        "'",
        "’ ",
        " '",
        "“a ",
        "\"a\" ",
        "'a \"b ",
        "„a",
        "''",
        "« »",
        "said \"a\", he ",
        "'s ",
        "Berg, who ",
    ] {
        let text = unit.repeat(40_000 / unit.len());
        // a rule that looked at all of them would not be done before the run is given up
        let (_, quotations) = detected(&text);
        assert!(quotations.iter().all(|quotation| !quotation.fragments.is_empty()), "{unit:?}");
    }
}

/// Pieces of text in which marks meet everything they can meet.
fn rich_in_marks() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "\"",
        "“",
        "”",
        "„",
        "«",
        "»",
        "'",
        "‘",
        "’",
        "''",
        "``",
        "‚",
        "‹",
        "›",
        "'90s",
        "6'2\"",
        "—",
        ", ",
        ". ",
        "| ",
        ": ",
        "? ",
        "\n",
        " ",
        "\u{a0}",
        "(",
        ")",
        "é",
        "東",
        "\u{301}",
        "said",
        " said ",
        "Berg",
        " Anna Berg ",
        " he ",
        "according to ",
        "who ",
        "as saying ",
        "the ",
        "a",
        "I",
        "and ",
        "told reporters ",
        "...",
        "U.S.",
        "NAME: ",
        "s ",
        "5",
    ]);
    proptest::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// What holds for the quotations of any text.
fn assert_sound(notation: &str) {
    let (article, quotations) = detected(notation);
    let mut last_start = 0;
    for quotation in &quotations {
        assert!(!quotation.fragments.is_empty());
        assert!(quotation.span().start() >= last_start);
        last_start = quotation.span().start();
        for pair in quotation.fragments.windows(2) {
            assert!(pair[0].end() <= pair[1].start(), "{:?}", quotation.fragments);
        }
        for fragment in &quotation.fragments {
            let words = article.slice(*fragment);
            assert_eq!(words, words.trim());
            assert!(words.contains(char::is_alphanumeric), "{words:?}");
            // a mark at the end closes one inside
            let closes = words.matches(signs::is_double).count() > 1;
            assert!(!words.starts_with(signs::is_double), "{words:?}");
            assert!(!words.ends_with(signs::is_double) || closes, "{words:?}");
        }
        let attribution = &quotation.attribution;
        for span in [attribution.mention, attribution.cue].into_iter().flatten() {
            assert!(!article.slice(span).is_empty());
        }
        if attribution.speaker.is_none() {
            assert_eq!(attribution.confidence, crate::quotation::Confidence::None);
        }
    }
    let mut fragments: Vec<Span> = quotations
        .iter()
        .filter(|quotation| quotation.marked)
        .flat_map(|quotation| quotation.fragments.clone())
        .collect();
    fragments.sort();
    assert!(fragments.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{fragments:?}");
}

#[test]
fn marks_behind_a_lost_single_are_no_words() {
    assert_sound("'„6'2\"\u{301}‹");
    assert_sound("“‘“We go.”");
    assert_sound("\"NAME: „said''”");
}

proptest! {
    #[test]
    fn quotations_are_sound_in_any_text_rich_in_marks(text in rich_in_marks()) {
        assert_sound(&text);
    }

    #[test]
    fn quotations_are_sound_in_any_text(text in "\\PC{0,200}") {
        assert_sound(&text);
    }
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
fn an_abbreviation_is_neither_he_nor_she() {
    check(
        "The courses are short, observes Kern. MOOCs said to be free are dire.\nAccording to the MOOCs most are free.\n\"Almost all had a degree,\" he says.",
        &["direct ⟦Kern⟧ ⟨says⟩ “Almost all had a degree,”"],
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
fn a_straight_mark_that_sets_a_paragraph_apart_opens_nothing() {
    check(
        "“We lost,” Anna Berg said.\n\"KERN: He is on “Quiz Night” today, and we go there.\n\"BERG: We stay.\n“Never,” Udo Kern said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We lost,”", "scare “Quiz Night”", "direct ⟦Udo Kern⟧ ⟨said⟩ “Never,”"],
    );
}

#[test]
fn single_marks_around_and_behind_double_ones() {
    check(
        "Anna Berg said 'We told them \"no,\"' and left.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We told them \"no,”"],
    );
    check("\"It was late,'\" Anna Berg said.", &["direct ⟦Anna Berg⟧ ⟨said⟩ “It was late,”"]);
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

/// The quotations of a text in another language, as [`rendered`].
#[track_caller]
fn check_in(language: crate::lexicon::Language, notation: &str, expected: &[&str]) {
    let (mut article, list) = article(notation);
    article.language = language;
    let mut vocabulary = Vocabulary::new();
    let sentences = Sentences::new(&article.text, list, &mut vocabulary);
    let found = detect(&article, &sentences, &vocabulary);
    let lines: Vec<String> = found.iter().map(|quotation| rendered(&article, quotation)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn french_verbs_with_a_helping_verb_name_the_speaker() {
    check_in(
        crate::lexicon::Language::French,
        "« Le pont restera fermé », a déclaré la maire, Anne Berg, lundi.\n« Nous n’avons pas le choix », a-t-elle ajouté.\nSelon la police, le conducteur roulait trop vite.",
        &[
            "direct ⟦Anne Berg⟧ ⟨déclaré⟩ “Le pont restera fermé”",
            "direct ⟦Anne Berg⟧ ⟨ajouté⟩ “Nous n’avons pas le choix”",
            "indirect ⟦la police⟧ ⟨Selon⟩ “le conducteur roulait trop vite”",
        ],
    );
}

#[test]
fn german_names_a_source_with_laut() {
    check_in(
        crate::lexicon::Language::German,
        "Laut Polizei fuhr der Fahrer viel zu schnell.\n„Wir haben keine Wahl“, sagte Anna Berg.",
        &[
            "indirect ⟦Polizei⟧ ⟨Laut⟩ “fuhr der Fahrer viel zu schnell”",
            "direct ⟦Anna Berg⟧ ⟨sagte⟩ “Wir haben keine Wahl”",
        ],
    );
}

#[test]
fn german_sources_stand_behind_their_verb() {
    check_in(
        crate::lexicon::Language::German,
        "„Es hält seit vielen Jahren“, sagte Minister Jonas Rehm, „und es wird halten.“\n\
         „Wir wissen davon nichts“, so der Leiter der Firma, Sam Ruiz.\n\
         „Hier geht es durch“, erklärte dazu am Montag die Sprecherin der Feuerwehr, Nora Feld.",
        &[
            "direct ⟦Jonas Rehm⟧ ⟨sagte⟩ “Es hält seit vielen Jahren” “und es wird halten.”",
            "direct ⟦Sam Ruiz⟧ ⟨so⟩ “Wir wissen davon nichts”",
            "direct ⟦Nora Feld⟧ ⟨erklärte⟩ “Hier geht es durch”",
        ],
    );
}

#[test]
fn german_reports_stand_behind_a_comma() {
    check_in(
        crate::lexicon::Language::German,
        "Petra Quill betonte, dass die Brücke bis zum Frühjahr halte.\n\
         Petra Quill sagte am Montag, dass die Brücke bis zum Frühjahr halte.\n\
         Das teilte Petra Quill der Presse am Montag in Ulm mit.\n\
         Nach Angaben der Polizei fuhr der Fahrer viel zu schnell.",
        &[
            "indirect ⟦Petra Quill⟧ ⟨betonte⟩ “die Brücke bis zum Frühjahr halte”",
            "indirect ⟦Petra Quill⟧ ⟨sagte⟩ “die Brücke bis zum Frühjahr halte”",
            "indirect ⟦der Polizei⟧ ⟨Nach Angaben⟩ “fuhr der Fahrer viel zu schnell”",
        ],
    );
}

#[test]
fn french_sources_stand_behind_their_verb() {
    check_in(
        crate::lexicon::Language::French,
        "« Le pont tiendra encore longtemps », a déclaré le ministre des Transports, Jean Rehm, « et il le faut. »\n\
         « C’est ce qu’on nomme “une fuite” », regrette Sam Ruiz, le directeur.\n\
         Claire Quill annonce que le pont rouvrira au printemps.\n\
         Claire Quill a annoncé la fermeture du pont de la Lauze.",
        &[
            "direct ⟦Jean Rehm⟧ ⟨déclaré⟩ “Le pont tiendra encore longtemps” “et il le faut.”",
            "direct ⟦Sam Ruiz⟧ ⟨regrette⟩ “C’est ce qu’on nomme “une fuite””",
            "indirect ⟦Claire Quill⟧ ⟨annonce⟩ “le pont rouvrira au printemps”",
        ],
    );
}
