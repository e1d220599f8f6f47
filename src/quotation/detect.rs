//! Finds the quotations of one article by their marks.

use super::Quotation;
use crate::article::Article;
use crate::sentence::Sentences;
use crate::text::Vocabulary;

/// The quotations of an article, in order of their first word.
pub fn detect(article: &Article, sentences: &Sentences, vocabulary: &Vocabulary) -> Vec<Quotation> {
    let _ = (article, sentences, vocabulary);
    Vec::new()
}
