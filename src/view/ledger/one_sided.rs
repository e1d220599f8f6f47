//! The sentences of one article only, in its order: left out of the right or added by it, and who says so.

use super::context::Context;
use super::entry::{Body, Entry, EntrySign, Page};
use crate::alignment::{Bead, BeadId, Reuse};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::difference::{FactKind, Voice, is_answer};
use crate::quotation::Quotation;
use crate::text::{Side, Span, one_line};
use crate::view::runs::sentence_spans;
use crate::view::{Sign, words};

/// Important content of a sentence, the most important first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A denial, an apology or an answer.
    Answer,
    /// Words in quotation marks.
    Quotation,
    /// A number, a sum or a share.
    Figure,
    /// A date or a time.
    Date,
}

impl Content {
    pub(super) fn name(self) -> &'static str {
        match self {
            Content::Answer => "denial or answer",
            Content::Quotation => "quotation",
            Content::Figure => "figure",
            Content::Date => "date",
        }
    }
}

/// The sentences that only `side` has, in the order of its text.
pub(super) fn page(context: &Context<'_>, side: Side) -> Page {
    let (comparison, reuse) = (context.comparison, Reuse::only(side));
    let mut beads: Vec<_> = comparison
        .alignment
        .iter()
        .filter(|(_, bead)| bead.reuse == reuse && bead.repeats.is_none())
        .collect();
    beads.sort_by_key(|(_, bead)| bead.sentences[side].first().copied());
    let facts = facts(context, side);
    let (mut entries, mut contents, mut unnamed) = (Vec::new(), Vec::new(), 0);
    for (id, bead) in beads {
        let sentences = Sentences::new(context, side, bead, facts[id.index()]);
        let voice = sentences.voice(context, side);
        unnamed += usize::from(voice == Some(Voice::Nobody));
        entries.push(entry(context, side, id, &sentences, voice));
        contents.extend(sentences.contents);
    }
    let only = words::only(comparison, side);
    let mut note = format!("{} {only}", entries.len());
    match side {
        Side::Left => {
            let parts = [
                (Content::Answer, "denial or answer", "denials or answers"),
                (Content::Quotation, "quotation", "quotations"),
                (Content::Figure, "with a figure", "with figures"),
            ];
            let mut before = ": ";
            for (content, one, many) in parts {
                let count = contents.iter().filter(|other| **other == content).count();
                if count > 0 {
                    let name = if count == 1 { one } else { many };
                    note = format!("{note}{before}{count} {name}");
                    before = ", ";
                }
            }
        }
        Side::Right if unnamed > 0 => note = format!("{note}; check: nobody is named for {unnamed}"),
        Side::Right => {}
    }
    Page { note, nothing: format!("Nothing stands {only}."), entries }
}

/// The sentences of a bead.
struct Sentences<'a> {
    spans: Vec<Span>,
    words: Vec<&'a str>,
    /// The kind of block of the first of them.
    block: BlockKind,
    contents: Vec<Content>,
}

impl<'a> Sentences<'a> {
    fn new(
        context: &Context<'a>,
        side: Side,
        bead: &Bead,
        (has_figure, has_date): (bool, bool),
    ) -> Sentences<'a> {
        let article = &context.comparison.sides[side];
        let spans = sentence_spans(article, bead, side);
        let words = context.folded(side, &bead.sentences[side]);
        let first = bead.sentences[side].first().map(|&id| article.sentences.get(id).block);
        let block = first.map_or(BlockKind::Paragraph, |block| article.article.block(block).kind);
        let is_quoted = quotations(article, &spans).any(|quotation| quotation.marked);
        let contents = [
            (Content::Answer, block.is_story() && is_answer(article.article.lexicon(), &words)),
            (Content::Quotation, is_quoted),
            (Content::Figure, has_figure),
            (Content::Date, has_date),
        ];
        let contents = contents.into_iter().filter(|(_, holds)| *holds).map(|(content, _)| content).collect();
        Sentences { spans, words, block, contents }
    }

    /// Who says so, if they make a statement, unlike a headline or a credit line.
    fn voice(&self, context: &Context<'a>, side: Side) -> Option<Voice<'a>> {
        let article = &context.comparison.sides[side];
        let quotations = quotations(article, &self.spans);
        let voice = || Voice::of(article.article.lexicon(), quotations, self.words.iter().copied());
        (self.block == BlockKind::Paragraph).then(voice)
    }
}

/// The quotations that have words in these spans.
fn quotations<'a>(article: &'a Annotated, spans: &[Span]) -> impl Iterator<Item = &'a Quotation> {
    article.quotations.iter().filter(|quotation| spans.iter().any(|span| span.overlaps(quotation.span())))
}

/// For each bead, whether its side states a figure, and whether a date.
fn facts(context: &Context<'_>, side: Side) -> Vec<(bool, bool)> {
    let mut found = vec![(false, false); context.comparison.alignment.beads.len()];
    for fact in context.comparison.facts.iter().filter(|fact| fact.mentions[side].is_some()) {
        let (has_figure, has_date) = &mut found[fact.bead.index()];
        match fact.kind {
            FactKind::Number | FactKind::Money | FactKind::Percent => *has_figure = true,
            FactKind::Date | FactKind::Time => *has_date = true,
            FactKind::Name | FactKind::Title | FactKind::Place => {}
        }
    }
    found
}

fn entry(
    context: &Context<'_>,
    side: Side,
    bead: BeadId,
    sentences: &Sentences<'_>,
    voice: Option<Voice<'_>>,
) -> Entry {
    let title = match (sentences.contents.as_slice(), sentences.block) {
        ([], BlockKind::Paragraph) => "sentence".to_owned(),
        ([], block) => block.name().replace('-', " "),
        (contents, _) => contents.iter().map(|content| content.name()).collect::<Vec<_>>().join(", "),
    };
    let is_prompt = voice == Some(Voice::Nobody) && side == Side::Right;
    let said = match voice {
        Some(Voice::Speaker(name)) => format!("{} says so", one_line(name)),
        Some(Voice::Verb(verb)) => format!("somebody says so: “{verb}”"),
        Some(Voice::Nobody) if side == Side::Left => "nobody named".to_owned(),
        Some(Voice::Nobody) | None => String::new(),
    };
    let is_answer = sentences.contents.contains(&Content::Answer);
    Entry {
        target: context.bead(bead, side),
        sign: if is_answer { EntrySign::Alarm } else { EntrySign::Row(Sign::of(Reuse::only(side), false)) },
        check: is_prompt.then(|| "nobody is named for it".to_owned()),
        body: Body::One(side, context.marked(bead, side)),
        ..Entry::plain(&title, said)
    }
}

#[cfg(test)]
mod tests {
    use crate::quotation::LinkState;
    use crate::text::Pair;
    use crate::view::ledger::Ledger;
    use crate::view::made::{comparison, pages, quote};

    #[test]
    fn a_sentence_that_is_left_out_is_listed_with_its_content() {
        let made = comparison("Rain fell.\nThe bank denied it all.\nIt is over.", "Rain fell.", "0-0 1- 2-");
        let pages = pages(&made);
        let titles = pages[Ledger::LeftOut as usize].entries.iter().map(|entry| entry.title.as_str());
        assert_eq!(titles.collect::<Vec<_>>(), ["denial or answer", "sentence"]);
        assert_eq!(pages[Ledger::LeftOut as usize].entries[1].said, "nobody named");
        assert!(pages[Ledger::Added as usize].entries.is_empty());
    }

    #[test]
    fn a_speaker_a_verb_or_nobody_says_so() {
        let right = "“Go home now.”\nPolice said so.\nRain fell.";
        let mut made = comparison("", right, "-0 -1 -2");
        quote(&mut made, Pair::new("", "Go home now."), LinkState::RightOnly);
        let page = &pages(&made)[Ledger::Added as usize];
        let said: Vec<&str> = page.entries.iter().map(|entry| entry.said.as_str()).collect();
        assert_eq!(said, ["Ada Lund says so", "somebody says so: “said”", ""]);
        assert_eq!(page.entries[2].check.as_deref(), Some("nobody is named for it"));
    }
}
