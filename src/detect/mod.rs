//! Finds the quotations of one article: the marks, who said it, and what was reported without marks.
//!
//! ```text
//!  text ─marks▶ pieces ─outline▶ the reporter's words around them ─attribution▶ mentions ─pronoun, described▶ speakers
//!                                                 └ indirect ▶ reported speech     ─kind▶ ─join▶ quotations
//! ```
//!
//! A speaker must be able to speak: `voice` separates people and reports from things,
//! `attribution::unsaid` knows the marks that quote nobody. A mention becomes a name in
//! `pronoun` (*she*), `described` (*the lawyer*, by the introductions in `introduced`) and `people`
//! (*Berg*).
//!
//! Everything is linear in the text: no rule looks farther than a fixed number of words.

mod attribution;
mod cues;
mod described;
mod indirect;
mod introduced;
mod join;
mod joint;
mod kind;
mod marks;
mod namesakes;
mod outline;
mod party;
mod people;
mod phrase;
mod piece;
mod pronoun;
mod role;
mod runs;
mod signs;
mod singles;
mod skip;
mod subject;
mod voice;

#[cfg(test)]
mod tests;

use std::ops::Range;

use self::attribution::Found;
pub(crate) use self::attribution::PREVIOUS_SPEAKER;
use self::indirect::Report;
use self::introduced::Cast;
use self::join::Said;
use self::outline::Outline;
#[cfg(test)]
pub(crate) use self::party::folded_name;
use self::people::{Called, Speaker};
use self::piece::Marked;
pub(crate) use self::runs::attribute_runs;
use crate::annotated::Annotated;
use crate::article::Article;
use crate::quotation::{Attribution, Confidence, Quotation, QuotationKind, Sort};
use crate::sentence::{Sentence, Sentences, segment};
use crate::word::Words;
use crate::words::Vocabulary;

/// Finds the sentences and quotations of an article.
///
/// Both sides of a comparison are annotated with one vocabulary.
pub fn annotate(article: Article, vocabulary: &mut Vocabulary) -> Annotated {
    let list = segment(&article);
    annotate_sentences(article, list, vocabulary)
}

/// Finds the quotations of an article with these sentences.
fn annotate_sentences(article: Article, list: Vec<Sentence>, vocabulary: &mut Vocabulary) -> Annotated {
    let sentences = Sentences::new(&article.text, list, vocabulary);
    let words = Words::new(&article, &sentences, vocabulary);
    let mut annotated = Annotated { article, sentences, words, quotations: Vec::new() };
    annotated.quotations = detect(&annotated, vocabulary);
    annotated
}

/// The quotations of an article, in order of their first word.
fn detect(of: &Annotated, vocabulary: &Vocabulary) -> Vec<Quotation> {
    let pieces = marks::find(&of.article, &of.sentences);
    let outline = Outline::new(of, vocabulary, &pieces);
    let Read { said, reported: mut quotations } = read(&outline, &pieces);
    quotations.extend(join::join(&outline, &pieces, said));
    quotations.sort_by_key(|quotation: &Quotation| quotation.span().start());
    quotations
}

/// Whether a text has any double quotation mark.
///
/// Wire copy that went through a bad conversion has lost them all: then no
/// quotation can be found by its marks, and the editor should hear of it once.
pub fn has_marks(text: &str) -> bool {
    text.contains(signs::is_double) || text.contains("``") || text.contains("''")
}

/// A note for the editor on an article whose quotations have no marks.
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

/// What an article says of its pieces, and the speech it reports without marks.
#[derive(Default)]
struct Read {
    said: Vec<Said>,
    reported: Vec<Quotation>,
}

/// Reads an article from its start.
fn read(outline: &Outline, pieces: &[Marked]) -> Read {
    let cast = Cast::of(outline);
    let mut detector = Detector { outline, cast, block_before: None, last: None, read: Read::default() };
    let mut next = 0;
    for block in &outline.blocks {
        let start = next;
        next += outline.pieces[start..].iter().take_while(|item| **item < block.end).count();
        detector.block(pieces, block, start..next);
    }
    detector.read
}

/// Reads an article from its start and remembers who spoke last.
struct Detector<'a> {
    outline: &'a Outline<'a>,
    cast: Cast<'a>,
    /// The last attribution of the block before.
    block_before: Option<Found>,
    /// Whoever spoke last, and the items that named them.
    last: Option<(Speaker, Range<usize>)>,
    read: Read,
}

impl Detector<'_> {
    /// Reads a block: its pieces, who said them, and the reports around them, in order.
    fn block(&mut self, pieces: &[Marked], block: &Range<usize>, of_block: Range<usize>) {
        let outline = self.outline;
        let sentences = outline.sentences[outline.sentence_of(block.start)..].iter();
        let mut reports = sentences
            .take_while(|sentence| sentence.start < block.end)
            .filter_map(|sentence| Some((sentence.start, indirect::reported(outline, sentence)?)))
            .peekable();
        if of_block.is_empty() {
            self.block_before = None;
            if let Some(name) = attribution::heading(outline, block) {
                self.last = Some((self.cast.people.speaker(&name), name));
            }
        } else {
            let last = self.last.as_ref().map(|(_, mention)| mention);
            let found =
                attribution::attribute(outline, pieces, of_block.clone(), self.block_before.as_ref(), last);
            self.block_before = found.iter().flatten().rfind(|found| !found.rule.is_vague()).cloned();
            for (piece, found) in of_block.zip(found) {
                let at = outline.pieces[piece];
                let sentence = outline.sentences[outline.sentence_of(at)].start;
                while let Some((_, report)) = reports.next_if(|(start, _)| *start < sentence) {
                    self.reported(report);
                }
                self.said(at, &pieces[piece], found);
            }
        }
        reports.for_each(|(_, report)| self.reported(report));
    }

    /// Notes how a piece is quoted and who said it.
    fn said(&mut self, at: usize, piece: &Marked, found: Option<Found>) {
        let kind = kind::kind(self.outline, at, piece, found.as_ref());
        let mut attribution = Attribution::NONE;
        if let Some(found) = found {
            let speaker;
            (attribution, speaker) = self.attribution(&found, found.rule.confidence());
            if let Some(speaker) = speaker
                && kind != QuotationKind::Scare
                && !found.rule.is_vague()
            {
                self.last = Some((speaker, found.mention));
            }
        }
        self.read.said.push(Said { kind, attribution });
    }

    /// Notes reported speech; whoever said it spoke last.
    fn reported(&mut self, report: Report) {
        let fragments = report.fragments(self.outline);
        if fragments.is_empty() {
            return;
        }
        let found = report.found;
        // a name is sure, whoever a pronoun refers to is not
        let trust = if found.mention.len() > 1 { Confidence::Strong } else { Confidence::Weak };
        let (attribution, speaker) = self.attribution(&found, trust);
        let kind = QuotationKind::Indirect;
        self.read.reported.push(Quotation { kind, marked: false, fragments, attribution });
        if let Some(speaker) = speaker {
            self.last = Some((speaker, found.mention));
        }
    }

    /// How the article names whoever a rule found, and who that is.
    fn attribution(&self, found: &Found, trust: Confidence) -> (Attribution, Option<Speaker>) {
        let outline = self.outline;
        let resolved = pronoun::resolve(&self.cast, &found.mention, self.last.as_ref());
        let mut attribution = Attribution {
            speaker: None,
            mention: Some(outline.span(&found.mention)),
            cue: found.cue.as_ref().map(|cue| outline.span(cue)),
            rule: found.rule.name(),
            confidence: Confidence::None,
            parties: Vec::new(),
        };
        let Some((speaker, sure)) = resolved else { return (attribution, None) };
        attribution.confidence = trust.min(sure);
        self.name(&found.mention, &speaker, &mut attribution);
        (attribution, Some(speaker))
    }

    /// Names everyone who speaks at a mention that refers to `speaker`, as the article joins them.
    fn name(&self, mention: &Range<usize>, speaker: &Speaker, attribution: &mut Attribution) {
        let outline = self.outline;
        let of = |part: &Range<usize>, speaker: &Speaker| {
            party::party(outline, &self.cast.introductions, part, speaker)
        };
        let parts = joint::joint(outline, mention);
        if let [first, .., last] = &parts[..] {
            let speakers: Vec<Speaker> = parts.iter().map(|part| self.cast.people.speaker(part)).collect();
            let names: Vec<&str> = speakers.iter().map(|speaker| speaker.name.as_str()).collect();
            let (others, name) = names.split_at(names.len() - 1);
            let and = outline.word(last.start - 1);
            attribution.speaker = Some(format!("{} {and} {}", others.join(", "), name.concat()));
            attribution.mention = Some(outline.span(&(first.start..last.end)));
            let parties = parts.iter().zip(&speakers).filter_map(|(part, speaker)| of(part, speaker));
            attribution.parties = parties.collect();
            return;
        }
        attribution.parties = of(mention, speaker).into_iter().collect();
        attribution.speaker = Some(match speaker.called {
            Called::Noun if speaker.phrase == *mention => {
                let whole = role::whole(outline, mention);
                attribution.mention = Some(outline.span(&whole));
                outline.slice(&whole).to_owned()
            }
            Called::Name if speaker.sort == Sort::Body && speaker.phrase.start >= mention.start => {
                party::body(outline, mention, speaker)
            }
            Called::Name | Called::Description | Called::Noun => speaker.name.clone(),
        });
    }
}
