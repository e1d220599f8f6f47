//! German and French sentences.

use super::*;

/// The quotations of a text in another language, as [`rendered`].
#[track_caller]
fn check_in(language: crate::lexicon::Language, notation: &str, expected: &[&str]) {
    let (mut article, list) = article(notation);
    article.language = language;
    let Annotated { article, quotations, .. } = annotate_sentences(article, list, &mut Vocabulary::new());
    let lines: Vec<String> = quotations.iter().map(|quotation| rendered(&article, quotation)).collect();
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
fn german_names_who_said_it_with_laut() {
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
fn german_speakers_stand_behind_their_verb() {
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
fn french_speakers_stand_behind_their_verb() {
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
