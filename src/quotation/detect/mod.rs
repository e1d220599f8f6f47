//! Finds the quotations of one article: the marks, who said it, and what was reported without marks.
//!
//! ```text
//!  text ─marks▶ pieces ─outline▶ the reporter's words around them ─attribution, pronoun▶ speakers
//!                                                 └ indirect ▶ reported speech     ─kind▶ ─join▶ quotations
//! ```
//!
//! Everything is linear in the text: no rule looks farther than a fixed number of words.

mod attribution;
mod capitals;
mod cues;
mod indirect;
mod join;
mod kind;
mod marks;
mod opening;
mod outline;
mod people;
mod phrase;
mod pronoun;
mod runs;
mod signs;
mod singles;
mod subject;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(in crate::quotation) use self::attribution::PREVIOUS_SPEAKER;
use self::attribution::{Found, Memory};
use self::marks::Marked;
use self::outline::Outline;
use self::people::{People, Speaker};
pub(in crate::quotation) use self::runs::attribute_runs;
use super::{Attribution, Quotation, QuotationKind};
use crate::article::Article;
use crate::sentence::Sentences;
use crate::text::Vocabulary;

/// The quotations of an article, in order of their first word.
pub fn detect(article: &Article, sentences: &Sentences, vocabulary: &Vocabulary) -> Vec<Quotation> {
    let pieces = marks::find(article, sentences);
    let outline = Outline::new(article, sentences, vocabulary, &pieces);
    let people = People::of(&outline);
    let (said, mut quotations) = read(&outline, &people, &pieces);
    quotations.extend(join::join(&outline, &pieces, said));
    quotations.sort_by_key(|quotation: &Quotation| quotation.span().start());
    quotations
}

/// Reads an article from its start: what each marked piece says, and the reported quotations.
fn read(outline: &Outline, people: &People, pieces: &[Marked]) -> (Vec<Said>, Vec<Quotation>) {
    let mut detector = Detector { outline, people, memory: Memory::default(), last: None };
    let mut said = Vec::with_capacity(pieces.len());
    let mut quotations = Vec::new();
    let mut next = 0;
    for block in &outline.blocks {
        let start = next;
        while outline.pieces.get(next).is_some_and(|item| *item < block.end) {
            next += 1;
        }
        said.extend(detector.block(pieces, start..next));
        quotations.extend(detector.reported(block.clone(), start == next));
    }
    (said, quotations)
}

/// Whether a text has any double quotation mark.
///
/// Wire copy that went through a bad conversion has lost them all: then no
/// quotation can be found by its marks, and the editor should be told once.
pub fn has_marks(text: &str) -> bool {
    text.contains(signs::is_double) || text.contains("``") || text.contains("''")
}

/// What the editor should know of an article whose quotations bear no marks.
pub fn note_on_marks(article: &Article, quotations: &[Quotation]) -> Option<String> {
    let marked = quotations.iter().any(|quotation| quotation.marked);
    if marked || article.is_empty() || has_marks(&article.text) {
        return None;
    }
    Some(
        "This text has no quotation marks; what it quotes is found by the other text's marks alone."
            .to_owned(),
    )
}

/// A marked piece with everything that is known of it.
#[derive(Clone, Debug)]
struct Said {
    kind: QuotationKind,
    found: Option<Found>,
    speaker: Option<String>,
}

/// Reads an article from its start, with whoever spoke last in mind.
struct Detector<'a> {
    outline: &'a Outline<'a>,
    people: &'a People<'a>,
    memory: Memory,
    last: Option<(Speaker, Range<usize>)>,
}

impl Detector<'_> {
    /// What the pieces of one block say, and who said it.
    fn block(&mut self, pieces: &[Marked], of_block: Range<usize>) -> Vec<Said> {
        if of_block.is_empty() {
            self.memory.block_before = None;
            return Vec::new();
        }
        let found = attribution::attribute(self.outline, pieces, of_block.clone(), &self.memory);
        self.memory.block_before = found.iter().flatten().rfind(|found| !found.rule.is_vague()).cloned();
        let mut said = Vec::with_capacity(found.len());
        for (piece, found) in of_block.zip(found) {
            let kind = kind::kind(self.outline, self.outline.pieces[piece], &pieces[piece], found.as_ref());
            let speaker = found.as_ref().and_then(|found| self.resolve(&found.mention));
            if let (Some(speaker), Some(found)) = (&speaker, &found)
                && kind != QuotationKind::Scare
                && !found.rule.is_vague()
            {
                self.remember(speaker.clone(), found.mention.clone());
            }
            said.push(Said { kind, found, speaker: speaker.map(|speaker| speaker.name) });
        }
        said
    }

    /// Reported speech of one block; where the block has no marks it moves the last speaker.
    fn reported(&mut self, block: Range<usize>, unmarked: bool) -> Vec<Quotation> {
        let mut quotations = Vec::new();
        let first = self.outline.sentence_of(block.start);
        for sentence in
            self.outline.sentences[first..].iter().take_while(|sentence| sentence.start < block.end)
        {
            let Some(report) = indirect::reported(self.outline, sentence.clone()) else { continue };
            let speaker = self.resolve(&report.mention);
            let fragments = report.fragments(self.outline);
            if fragments.is_empty() {
                continue;
            }
            let confidence = report.confidence(speaker.as_ref());
            quotations.push(Quotation {
                kind: QuotationKind::Indirect,
                marked: false,
                fragments,
                attribution: Attribution {
                    speaker: speaker.as_ref().map(|speaker| speaker.name.clone()),
                    mention: Some(self.outline.span(&report.mention)),
                    cue: Some(self.outline.span(&report.cue)),
                    rule: report.rule,
                    confidence,
                },
            });
            if let (true, Some(speaker)) = (unmarked, speaker) {
                self.remember(speaker, report.mention);
            }
        }
        quotations
    }

    fn resolve(&self, mention: &Range<usize>) -> Option<Speaker> {
        pronoun::resolve(self.outline, self.people, mention, self.last.as_ref())
    }

    fn remember(&mut self, speaker: Speaker, mention: Range<usize>) {
        self.memory.last_mention = Some(mention.clone());
        self.last = Some((speaker, mention));
    }
}
