//! Reported speech, which has no marks.

use super::*;

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
