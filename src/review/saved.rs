//! The format of the review file.
//!
//! It has separate types, as in [`crate::export::json`], so that a refactoring cannot change the file
//! by accident. This module converts bytes; the shell reads and writes them. Invariants: [`read`]
//! restores what [`write()`] wrote; a file with unknown content is refused, because writing it again
//! would lose something.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bond, Passage, Remark, Review, Verdict, Words};
use crate::text::Pair;

/// The name and version of the format.
pub const ID: &str = "pressdiff/review/1";

/// The identity of a text when the review was written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stamp {
    /// The outlet's name.
    pub label: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// Why a file is refused as a review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is a review in an unknown format, with the name of the format.
    Unknown(String),
    /// It is no review, or damaged; with the position.
    Damaged(String),
}

/// Verdicts, notes and pins on two articles, each kept by the words it is about.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "pressdiff review", extend("$id" = ID))]
pub struct Document {
    /// The name and number of this document's shape.
    #[schemars(extend("const" = ID))]
    schema: String,
    /// The left article as it was when this was written.
    left: Text,
    /// The right article as it was when this was written.
    right: Text,
    /// Verdicts and notes, in the order of the words they are about.
    remarks: Vec<Said>,
    /// Sentences that were aligned or parted by hand.
    pins: Vec<Pin>,
}

/// An article when the review was written.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Text {
    /// The outlet's name.
    label: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    sha256: String,
}

/// What is said of sentences that belong together.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Said {
    /// The words on the left, with single blanks; null where it has none.
    left: Option<String>,
    /// The words on the right, with single blanks; null where it has none.
    right: Option<String>,
    /// Which of those with just these words it is, from 0.
    nth: usize,
    /// What was decided; null while it is open.
    verdict: Option<Judgement>,
    /// The note, of one line or several.
    note: Option<String>,
}

/// What was decided.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Judgement {
    /// Read, and nothing more.
    Seen,
    /// As it should be.
    Ok,
    /// To be mended.
    Fix,
    /// To be asked about.
    Query,
}

/// Two sentences that were aligned or parted by hand.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Pin {
    /// The sentence on the left.
    left: Sentence,
    /// The sentence on the right.
    right: Sentence,
    /// Whether they belong together or not.
    bond: Tie,
}

/// A sentence by its words.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Sentence {
    /// The words, with single blanks.
    text: String,
    /// Which of the article's sentences with just these words it is, from 0.
    nth: usize,
}

/// Whether two sentences belong together.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Tie {
    /// They do.
    Together,
    /// They do not.
    Apart,
}

/// A review as the bytes of its file, indented for readers and version control.
///
/// # Panics
/// Never: strings and numbers are JSON.
pub fn write(review: &Review, stamps: Pair<Stamp>) -> Vec<u8> {
    let text = |stamp: Stamp| Text { label: stamp.label, sha256: stamp.sha256 };
    let Pair { left, right } = stamps.map(text);
    let remarks = review.remarks.iter().map(|(passage, remark)| Said {
        left: passage.texts.left.clone(),
        right: passage.texts.right.clone(),
        nth: passage.nth,
        verdict: remark.verdict.map(Judgement::of),
        note: remark.note.clone(),
    });
    let sentence = |words: &Words| Sentence { text: words.text.clone(), nth: words.nth };
    let pins = review.pins.iter().map(|(words, bond)| Pin {
        left: sentence(&words.left),
        right: sentence(&words.right),
        bond: Tie::of(*bond),
    });
    let document =
        Document { schema: ID.to_owned(), left, right, remarks: remarks.collect(), pins: pins.collect() };
    let mut bytes = serde_json::to_vec_pretty(&document).expect("strings and numbers are JSON");
    bytes.push(b'\n');
    bytes
}

/// The review in the bytes of a file, with the identity of its texts.
///
/// # Errors
/// If the file is no review that this version knows.
pub fn read(bytes: &[u8]) -> Result<(Review, Pair<Stamp>), Refusal> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let damaged = |error: serde_json::Error| Refusal::Damaged(error.to_string());
    let head: Head = serde_json::from_slice(bytes).map_err(damaged)?;
    if head.schema != ID {
        return Err(Refusal::Unknown(head.schema));
    }
    let document: Document = serde_json::from_slice(bytes).map_err(damaged)?;
    let mut remarks = BTreeMap::new();
    for said in document.remarks {
        let passage = Passage { texts: Pair::new(said.left, said.right), nth: said.nth };
        let note = said.note.filter(|note| !note.is_empty());
        remarks.insert(passage, Remark { verdict: said.verdict.map(Judgement::verdict), note });
    }
    let words = |sentence: Sentence| Words { text: sentence.text, nth: sentence.nth };
    let pin = |pin: Pin| (Pair::new(words(pin.left), words(pin.right)), pin.bond.bond());
    let pins = document.pins.into_iter().map(pin).collect();
    let stamp = |text: Text| Stamp { label: text.label, sha256: text.sha256 };
    Ok((Review { remarks, pins }, Pair::new(document.left, document.right).map(stamp)))
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unknown(shape) => write!(f, "it is “{shape}”, and this version knows “{ID}” alone"),
            Refusal::Damaged(why) => write!(f, "it is no review, or damaged: {why}"),
        }
    }
}

impl Judgement {
    fn of(verdict: Verdict) -> Judgement {
        match verdict {
            Verdict::Seen => Judgement::Seen,
            Verdict::Ok => Judgement::Ok,
            Verdict::Fix => Judgement::Fix,
            Verdict::Query => Judgement::Query,
        }
    }

    fn verdict(self) -> Verdict {
        match self {
            Judgement::Seen => Verdict::Seen,
            Judgement::Ok => Verdict::Ok,
            Judgement::Fix => Verdict::Fix,
            Judgement::Query => Verdict::Query,
        }
    }
}

impl Tie {
    fn of(bond: Bond) -> Tie {
        match bond {
            Bond::Together => Tie::Together,
            Bond::Apart => Tie::Apart,
        }
    }

    fn bond(self) -> Bond {
        match self {
            Tie::Together => Bond::Together,
            Tie::Apart => Bond::Apart,
        }
    }
}
