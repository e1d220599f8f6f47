//! Finds the quotations of one article: the marks, who said it, and what was reported without marks.
//!
//! ```text
//!  text ─marks▶ pieces ─outline▶ the reporter's words around them ─attribution▶ mentions ─pronoun, described▶ speakers
//!                                                 └ indirect ▶ reported speech     ─kind▶ ─join▶ quotations
//! ```
//!
//! Each find is asked whether its speaker can speak at all: `voice` tells people and reports from
//! things, `attribution::unsaid` knows the marks that quote nobody. A mention becomes a name in
//! `pronoun` (*she*), `described` (*the lawyer*, by what `roles` has read of introductions) and
//! `people` (*Berg*).
//!
//! Everything is linear in the text: no rule looks farther than a fixed number of words.

mod antecedent;
mod apposition;
mod attribution;
mod between;
mod capitals;
mod cues;
mod described;
mod indirect;
mod introduced;
mod join;
mod joint;
mod kind;
mod marks;
mod namesakes;
mod opening;
mod outline;
mod party;
mod people;
mod phrase;
mod pronoun;
mod role;
mod roles;
mod runs;
mod signs;
mod singles;
mod subject;
mod voice;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(in crate::quotation) use self::attribution::PREVIOUS_SPEAKER;
use self::attribution::{Found, Memory};
use self::indirect::Report;
use self::introduced::Introductions;
use self::marks::Marked;
use self::outline::Outline;
#[cfg(test)]
pub(in crate::quotation) use self::party::folded_name;
use self::people::{Called, People, Speaker};
pub(in crate::quotation) use self::runs::attribute_runs;
use super::{Attribution, Confidence, Party, Quotation, QuotationKind, Sort};
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
    let introductions = Introductions::new(outline, people);
    let mut detector = Detector { outline, people, introductions, memory: Memory::default(), last: None };
    let mut said = Vec::with_capacity(pieces.len());
    let mut quotations = Vec::new();
    let mut next = 0;
    for block in &outline.blocks {
        let start = next;
        while outline.pieces.get(next).is_some_and(|item| *item < block.end) {
            next += 1;
        }
        let (of_block, reported) = detector.block(pieces, block, start..next);
        said.extend(of_block);
        quotations.extend(reported);
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
    parties: Vec<Party>,
    /// How far to trust that the mention stands for this speaker.
    sure: Confidence,
}

/// Everyone who speaks where a rule found one mention.
struct Named {
    /// The names, as the article joins them.
    speaker: String,
    mention: Range<usize>,
    parties: Vec<Party>,
}

/// Reads an article from its start, with whoever spoke last in mind.
struct Detector<'a> {
    outline: &'a Outline<'a>,
    people: &'a People<'a>,
    introductions: Introductions,
    memory: Memory,
    last: Option<(Speaker, Range<usize>)>,
}

impl Detector<'_> {
    /// What the pieces of one block say, who said it, and what is reported around them, in order.
    fn block(
        &mut self,
        pieces: &[Marked],
        block: &Range<usize>,
        of_block: Range<usize>,
    ) -> (Vec<Said>, Vec<Quotation>) {
        let mut quotations = Vec::new();
        let mut reports = self.reports(block).into_iter().peekable();
        if of_block.is_empty() {
            self.memory.block_before = None;
            if let Some(name) = attribution::heading(self.outline, block) {
                self.remember(self.people.speaker(&name), name);
            }
            quotations.extend(reports.filter_map(|report| self.reported(report)));
            return (Vec::new(), quotations);
        }
        let found = attribution::attribute(self.outline, pieces, of_block.clone(), &self.memory);
        self.memory.block_before = found.iter().flatten().rfind(|found| !found.rule.is_vague()).cloned();
        let mut said = Vec::with_capacity(found.len());
        for (piece, found) in of_block.zip(found) {
            let at = self.outline.pieces[piece];
            let sentence = self.outline.sentences[self.outline.sentence_of(at)].start;
            while let Some(report) = reports.next_if(|report| report.cue.start < sentence) {
                quotations.extend(self.reported(report));
            }
            said.push(self.said(at, &pieces[piece], found));
        }
        quotations.extend(reports.filter_map(|report| self.reported(report)));
        (said, quotations)
    }

    /// What one piece says, and who said it.
    fn said(&mut self, at: usize, piece: &Marked, mut found: Option<Found>) -> Said {
        let kind = kind::kind(self.outline, at, piece, found.as_ref());
        let resolved = found.as_ref().and_then(|found| self.resolve(&found.mention));
        let named = found.as_ref().zip(resolved.as_ref());
        let named = named.map(|(found, (speaker, _))| self.named(&found.mention, speaker));
        if let (Some((speaker, _)), Some(found)) = (&resolved, &found)
            && kind != QuotationKind::Scare
            && !found.rule.is_vague()
        {
            self.remember(speaker.clone(), found.mention.clone());
        }
        let sure = resolved.map_or(Confidence::None, |(_, sure)| sure);
        let (speaker, parties) = match named {
            Some(named) => {
                if let Some(found) = &mut found {
                    found.mention = named.mention;
                }
                (Some(named.speaker), named.parties)
            }
            None => (None, Vec::new()),
        };
        Said { kind, found, speaker, parties, sure }
    }

    /// Everyone who speaks at a mention that stands for `speaker`.
    fn named(&self, mention: &Range<usize>, speaker: &Speaker) -> Named {
        let parts = joint::joint(self.outline, mention);
        let of = |part: &Range<usize>, speaker: &Speaker| {
            party::party(self.outline, &self.introductions, part, speaker)
        };
        let ([first, .., last], Some(and)) =
            (&parts[..], parts.last().and_then(|last| last.start.checked_sub(1)))
        else {
            let parties = of(mention, speaker).into_iter().collect();
            return match speaker.called {
                Called::Noun if speaker.phrase == *mention => {
                    let mention = role::whole(self.outline, mention);
                    let speaker = self.outline.span(&mention).of(self.outline.text).to_owned();
                    Named { speaker, mention, parties }
                }
                Called::Name if speaker.sort == Sort::Body && speaker.phrase.start >= mention.start => {
                    let speaker = party::body(self.outline, mention, speaker);
                    Named { speaker, mention: mention.clone(), parties }
                }
                Called::Name | Called::Description | Called::Noun => {
                    Named { speaker: speaker.name.clone(), mention: mention.clone(), parties }
                }
            };
        };
        let speakers: Vec<Speaker> = parts.iter().map(|part| self.people.speaker(part)).collect();
        let mut names: Vec<&str> = speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        let name = names.pop().unwrap_or_default();
        Named {
            speaker: format!("{} {} {name}", names.join(", "), self.outline.word(and)),
            mention: first.start..last.end,
            parties: parts.iter().zip(&speakers).filter_map(|(part, speaker)| of(part, speaker)).collect(),
        }
    }

    /// The sentences of a block that report what somebody said.
    fn reports(&self, block: &Range<usize>) -> Vec<Report> {
        let first = self.outline.sentence_of(block.start);
        let sentences = self.outline.sentences[first..].iter();
        let within = sentences.take_while(|sentence| sentence.start < block.end);
        within.filter_map(|sentence| indirect::reported(self.outline, sentence.clone())).collect()
    }

    /// Reported speech; whoever said it spoke last.
    fn reported(&mut self, report: Report) -> Option<Quotation> {
        let resolved = self.resolve(&report.mention);
        let fragments = report.fragments(self.outline);
        if fragments.is_empty() {
            return None;
        }
        let confidence = report.confidence(resolved.as_ref());
        let named = resolved.as_ref().map(|(speaker, _)| self.named(&report.mention, speaker));
        let mention = named.as_ref().map_or(&report.mention, |named| &named.mention);
        let mention = Some(self.outline.span(mention));
        let (speaker, parties) = named.map(|named| (named.speaker, named.parties)).unzip();
        let quotation = Quotation {
            kind: QuotationKind::Indirect,
            marked: false,
            fragments,
            attribution: Attribution {
                speaker,
                mention,
                cue: Some(self.outline.span(&report.cue)),
                rule: report.rule,
                confidence,
                parties: parties.unwrap_or_default(),
            },
        };
        if let Some((speaker, _)) = resolved {
            self.remember(speaker, report.mention);
        }
        Some(quotation)
    }

    fn resolve(&self, mention: &Range<usize>) -> Option<(Speaker, Confidence)> {
        pronoun::resolve(self.outline, self.people, mention, self.last.as_ref())
    }

    fn remember(&mut self, speaker: Speaker, mention: Range<usize>) {
        self.memory.last_mention = Some(mention.clone());
        self.last = Some((speaker, mention));
    }
}
