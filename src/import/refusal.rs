//! Why a file is not read.

/// Why a file is not read, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What follows the name of the file in the message: `is a picture, not an article`.
    pub what: String,
    /// What to do, without a period.
    pub hint: String,
}

impl Refusal {
    /// A refusal.
    pub fn new(what: impl Into<String>, hint: impl Into<String>) -> Refusal {
        Refusal { what: what.into(), hint: hint.into() }
    }

    /// The refusal of bytes that are no text.
    pub(super) fn binary() -> Refusal {
        Refusal::new("is binary data, not text", "save the article as plain text and compare that")
    }
}
