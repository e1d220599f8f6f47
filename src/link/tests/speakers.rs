//! Whether two articles give a quotation to one speaker: articles in, the state of the link out.
//!
//! A case is what follows the quotation in each article, or a whole article with `“…”` in it.

use crate::article::Origin;
use crate::detect::annotate;
use crate::import::import;
use crate::lexicon::Language;
use crate::link::link;
use crate::quotation::SpeakerState;
use crate::text::{Pair, Side};
use crate::words::Vocabulary;

const WORDS: &str = "The plan for the old harbor is dead for this year,";

/// The state of the first link between two articles, and of their mirror image.
fn state(language: Language, left: &str, right: &str) -> SpeakerState {
    let mut vocabulary = Vocabulary::of(language);
    let whole = |text: &str| if text.contains('…') { text.to_owned() } else { format!("“…” {text}") };
    let texts = Pair::new(left, right).map(|text| whole(text).replace('…', WORDS));
    let sides = texts.map(|text| {
        let mut article = import(text, Origin::in_memory(Side::Left));
        article.language = language;
        annotate(article, &mut vocabulary)
    });
    let forth = link(sides.as_ref(), &vocabulary);
    let back = link(sides.as_ref().swap(), &vocabulary);
    let (forth, back) = (forth.links[0].speaker, back.links[0].speaker);
    assert_eq!(forth, back, "{left} / {right}");
    forth
}

#[track_caller]
fn check(expected: SpeakerState, pairs: &[(&str, &str)]) {
    for (left, right) in pairs {
        assert_eq!(state(Language::English, left, right), expected, "{left} / {right}");
    }
}

#[track_caller]
fn check_in(language: Language, expected: SpeakerState, pairs: &[(&str, &str)]) {
    for (left, right) in pairs {
        assert_eq!(state(language, left, right), expected, "{left} / {right}");
    }
}

use SpeakerState::{Changed, Same, Unknown};

#[test]
fn a_name_has_shorter_forms_and_other_spellings() {
    check(
        Same,
        &[
            ("Mayor Ann Hill said.", "Hill said."),
            ("Mayor Ann Hill said.", "Ms. Hill said."),
            ("Pavel Orlovsky said.", "Pavel Orlowsky said."),
            ("José Quill said.", "Jose Quill said."),
            ("Tim Lund said.", "Timothy Lund said."),
            ("Bob Lund said.", "Robert Lund said."),
            ("Harbor Workers Union said.", "HWU said."),
        ],
    );
    // one may be a middle name
    check(Unknown, &[("Carl Lund said.", "Robert Lund said.")]);
    check(
        Changed,
        &[
            ("Mayor Ann Hill said.", "Governor Tom Reed said."),
            ("Ann Hill said.", "Tom Hill said."),
            ("Ann Hill said.", "Ann Reed said."),
            ("Mr. Hill said.", "Mrs. Hill said."),
            ("Hill said.", "Oakes said."),
        ],
    );
}

#[test]
fn a_role_is_the_name_that_either_article_introduces_with_it() {
    check(
        Same,
        &[
            ("Mayor Ann Hill said.", "the mayor said."),
            ("said Ann Hill, mayor of Ulm.", "the mayor of Ulm said."),
            ("said the mayor, Ann Hill.", "the mayor said."),
            ("said Kremlin spokesman Pavel Orlov.", "the Kremlin spokesman said."),
            ("said Kremlin spokesman Pavel Orlov.", "a spokesperson for the Kremlin said."),
            ("Pavel Orlov, the Kremlin spokesman, came.\n\n“…” he said.", "Orlov said."),
            ("The islanders’ lawyer, Nora Quill, came.\n\n“…” Quill said.", "the islanders’ lawyer said."),
            ("Prime Minister Ole Dahl said.", "the premier said."),
            ("said 34-year-old Ole Dahl.", "the 34-year-old said."),
            ("Ole Dahl, 34, came.\n\n“…” Dahl said.", "the 34-year-old said."),
            ("an official said.", "one government official said."),
            ("the Harbor Workers Union said.", "the union said."),
        ],
    );
}

#[test]
fn a_pronoun_is_the_name_that_its_article_resolves_it_to() {
    check(Same, &[("Ann Hill came at noon.\n\n“…” she said.", "Hill said.")]);
    check(Changed, &[("Ann Hill came at noon.\n\n“…” she said.", "Tom Reed came.\n\n“…” he said.")]);
    // the article has both names, and the pronoun fits both
    check(Unknown, &[("Ruth Oakes met Ann Hill.\n\n“…” she said.", "Ann Hill said.")]);
}

#[test]
fn whoever_is_described_by_a_person_is_not_that_person() {
    for other in [
        "a spokesman for Ann Hill",
        "Hill’s spokesman",
        "her deputy",
        "her lawyer",
        "a rival of Ann Hill",
        "Ann Hill’s brother",
        "the office of Ann Hill",
        "the mayor’s office",
        "the wife of Mayor Ann Hill",
        "the successor of Ann Hill",
        "a source close to Ann Hill",
        "a person familiar with Ann Hill’s plans",
        "Tom Reed, a lawyer for Ann Hill,",
        "the lawyer for Ann Hill, Tom Reed,",
        "Ruth Oakes quoted Tom Reed as saying. Hill",
    ] {
        check(Changed, &[("Mayor Ann Hill said.", &format!("{other} said."))]);
    }
    check(Changed, &[("Mayor Ann Hill said.", "Ann Hill came late.\n\n“…” her deputy said.")]);
}

#[test]
fn a_body_and_a_person_are_two_unless_one_speaks_for_the_other() {
    check(
        Changed,
        &[
            ("Mayor Ann Hill said.", "the police said."),
            ("Mayor Ann Hill said.", "the council said."),
            ("Mayor Ann Hill said.", "Microsoft said."),
            ("Mayor Ann Hill said.", "prosecutors said."),
            ("Mayor Ann Hill said.", "a spokeswoman said."),
            ("a tenant said.", "a landlord said."),
            ("the police said.", "prosecutors said."),
            ("a spokesman for the council said.", "a spokesman for the port said."),
            ("the deputy mayor said.", "the mayor said."),
        ],
    );
    check(
        Unknown,
        &[
            ("said Kremlin spokesman Pavel Orlov.", "the Kremlin said."),
            ("the council said.", "council officials said."),
            ("the police said.", "officers said."),
            ("prosecutor Ann Berg said.", "prosecutors said."),
            ("Ann Hill said.", "her statement said."),
        ],
    );
    check(Same, &[("the police said.", "police said."), ("the firm said.", "the company said.")]);
}

#[test]
fn several_who_speak_together_are_compared_one_by_one() {
    check(
        Same,
        &[
            ("said Piet Lund and Ruth Oakes.", "said Ruth Oakes and Piet Lund."),
            ("Lund and Oakes said.", "Oakes and Lund said."),
            ("Piet Lund, Tom Reed and Ruth Oakes said.", "Ruth Oakes, Piet Lund and Tom Reed said."),
            ("Piet Lund, a lawyer, and Ruth Oakes said.", "Ruth Oakes and Piet Lund said."),
            ("Ann Hill and the police said.", "the police and Ann Hill said."),
        ],
    );
    check(
        Changed,
        &[
            ("said Piet Lund and Ruth Oakes.", "said Ruth Oakes."),
            ("Ann Hill and her deputy said.", "Ann Hill said."),
        ],
    );
}

#[test]
fn whoever_is_not_named_is_no_other_speaker() {
    check(Unknown, &[("Ann Hill said.", "The plan is old.\n\n“…”")]);
}

#[test]
fn german_and_french_roles() {
    check_in(
        Language::German,
        Same,
        &[
            ("sagte Bürgermeisterin Anna Berg.", "sagte die Bürgermeisterin."),
            ("sagte Kremlsprecher Pawel Orlow.", "sagte ein Sprecher des Kremls."),
            ("sagte Piet Lund und Ruth Oakes.", "sagte Ruth Oakes und Piet Lund."),
        ],
    );
    check_in(
        Language::German,
        Changed,
        &[
            ("sagte Bürgermeisterin Anna Berg.", "sagte ihr Stellvertreter."),
            ("sagte Bürgermeisterin Anna Berg.", "sagte ein Sprecher von Anna Berg."),
            ("sagte Herr Berg.", "sagte Frau Berg."),
            ("sagte ein Mieter.", "sagte ein Vermieter."),
        ],
    );
    check_in(
        Language::French,
        Same,
        &[
            ("a déclaré la maire Anne Berg.", "a déclaré la maire."),
            ("a déclaré Paul Orlov, porte-parole du port.", "a déclaré le porte-parole du port."),
        ],
    );
    check_in(
        Language::French,
        Changed,
        &[
            ("a déclaré la maire Anne Berg.", "a déclaré la police."),
            ("a déclaré la maire Anne Berg.", "a déclaré son adjoint."),
            ("a déclaré M. Berg.", "a déclaré Mme Berg."),
        ],
    );
}
