//! What one article alone has, in its order: left out of the right, or added by it, and who says so.

use super::folded_words;
use crate::alignment::{Bead, BeadId, Reuse};
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::FactKind;
use crate::difference::rules::is_answer;
use crate::lexicon::WordClasses;
use crate::text::{Side, Span};

/// Sentences that one side alone has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alone {
    /// The bead.
    pub bead: BeadId,
    /// Its sentences.
    pub spans: Vec<Span>,
    /// The kind of block the first of them stands in.
    pub block: BlockKind,
    /// What makes them matter, the most important first.
    pub holdings: Vec<Holding>,
    /// Who says so; none where nobody needs to: a headline, a credit line.
    pub voice: Option<Voice>,
}

/// What a sentence holds that an editor looks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Holding {
    /// A denial, an apology or an answer.
    Answer,
    /// Words in quotation marks.
    Quotation,
    /// A number, a sum or a share.
    Figure,
    /// A date or a time.
    Date,
}

impl Holding {
    /// How it is said.
    pub fn name(self) -> &'static str {
        match self {
            Holding::Answer => "denial or answer",
            Holding::Quotation => "quotation",
            Holding::Figure => "figure",
            Holding::Date => "date",
        }
    }
}

/// Who is named for a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Voice {
    /// Somebody who is quoted, in marks or not.
    Speaker(String),
    /// A word says that somebody says so: *said*, *according*.
    Verb(String),
    /// Nobody: the outlet's own word.
    Nobody,
}

/// What only `side` has, in the order of its text.
pub fn alone(comparison: &Comparison, side: Side) -> Vec<Alone> {
    let of_side = |bead: &Bead| match (bead.reuse, side) {
        (Reuse::LeftOnly, Side::Left) | (Reuse::RightOnly, Side::Right) => true,
        (
            Reuse::LeftOnly
            | Reuse::RightOnly
            | Reuse::Identical
            | Reuse::Typography
            | Reuse::Edited
            | Reuse::Rewritten,
            _,
        ) => false,
    };
    let mut found: Vec<(BeadId, &Bead)> =
        comparison.alignment.iter().filter(|(_, bead)| of_side(bead)).collect();
    found.sort_by_key(|(_, bead)| bead.sentences[side].first().copied());
    let holds_fact = dated_and_counted(comparison, side);
    let entry = |(id, bead): (BeadId, &Bead)| {
        let annotated = &comparison.sides[side];
        let spans: Vec<Span> =
            bead.sentences[side].iter().map(|&id| annotated.sentences.get(id).span).collect();
        let first = bead.sentences[side].first().map(|&id| annotated.sentences.get(id).block);
        let block = first.map_or(BlockKind::Paragraph, |block| annotated.article.block(block).kind);
        let words = folded_words(comparison, side, &bead.sentences[side]);
        let is_quoted = annotated
            .quotations
            .iter()
            .any(|quotation| quotation.marked && spans.iter().any(|span| span.overlaps(quotation.span())));
        let holdings = [
            (Holding::Answer, block.is_story() && is_answer(annotated.article.lexicon(), &words)),
            (Holding::Quotation, is_quoted),
            (Holding::Figure, holds_fact(id).0),
            (Holding::Date, holds_fact(id).1),
        ];
        Alone {
            bead: id,
            voice: is_told(block).then(|| voice(comparison, side, &spans, &words)),
            spans,
            block,
            holdings: holdings.into_iter().filter(|(_, holds)| *holds).map(|(holding, _)| holding).collect(),
        }
    };
    found.into_iter().map(entry).collect()
}

/// Whether a block states something that somebody must stand for.
fn is_told(block: BlockKind) -> bool {
    match block {
        BlockKind::Paragraph => true,
        BlockKind::Headline
        | BlockKind::Deck
        | BlockKind::ListItem
        | BlockKind::Subhead
        | BlockKind::Byline
        | BlockKind::Dateline
        | BlockKind::Caption
        | BlockKind::Credit => false,
    }
}

/// For each bead, whether its side states a figure, and whether a date.
fn dated_and_counted(comparison: &Comparison, side: Side) -> impl Fn(BeadId) -> (bool, bool) {
    let mut found = vec![(false, false); comparison.alignment.beads.len()];
    for fact in comparison.facts.iter().filter(|fact| fact.mentions[side].is_some()) {
        let Some(holds) = found.get_mut(fact.bead.index()) else { continue };
        match fact.kind {
            FactKind::Number | FactKind::Money | FactKind::Percent => holds.0 = true,
            FactKind::Date | FactKind::Time => holds.1 = true,
            FactKind::Name | FactKind::Title | FactKind::Place => {}
        }
    }
    move |bead| found.get(bead.index()).copied().unwrap_or_default()
}

/// Who is named for these sentences, whose folded words are `words`.
fn voice(comparison: &Comparison, side: Side, spans: &[Span], words: &[&str]) -> Voice {
    let mut here = comparison.sides[side]
        .quotations
        .iter()
        .filter(|quotation| spans.iter().any(|span| span.overlaps(quotation.span())));
    if let Some(speaker) = here.find_map(|quotation| quotation.attribution.speaker.clone()) {
        return Voice::Speaker(super::words::one_line(&speaker));
    }
    let verbs = comparison.sides[side].article.lexicon().speech_verbs;
    let says = |(at, word): &(usize, &&str)| {
        verbs.classes(word).is(WordClasses::ATTRIBUTION)
            && (**word != "according" || words.get(at + 1) == Some(&"to"))
    };
    match words.iter().enumerate().find(says) {
        Some((_, verb)) => Voice::Verb((*verb).to_owned()),
        None => Voice::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::LinkState;
    use crate::text::Pair;
    use crate::view::made::{comparison, quote};

    #[test]
    fn what_is_left_out_says_what_it_holds() {
        let made = comparison("Rain fell.\nThe bank denied it all.\nIt is over.", "Rain fell.", "0-0 1- 2-");
        let found = alone(&made, Side::Left);
        assert_eq!(found[0].holdings, [Holding::Answer]);
        assert_eq!(found[1].holdings, []);
        assert_eq!(found[1].voice, Some(Voice::Nobody));
        assert!(alone(&made, Side::Right).is_empty());
    }

    #[test]
    fn who_says_so_is_a_speaker_a_verb_or_nobody() {
        let right = "“Go home now.”\nPolice said so.\nAccording the rules.";
        let mut made = comparison("", right, "-0 -1 -2");
        quote(&mut made, Pair::new("", "Go home now."), LinkState::RightOnly);
        let voices: Vec<Option<Voice>> =
            alone(&made, Side::Right).into_iter().map(|line| line.voice).collect();
        let named = Voice::Speaker("Ada Lund".to_owned());
        assert_eq!(voices, [Some(named), Some(Voice::Verb("said".to_owned())), Some(Voice::Nobody)]);
    }
}
