//! One side has fewer words of a quotation.
//!
//! *“We may meet, if the weather holds,”* became *“We may meet”*. Trimming is daily
//! work; whether the condition may go is for an editor to say.

use std::ops::Range;

use super::evidence::Evidence;
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{Certainty, DifferenceKind, Severity};
use crate::quotation::{Alarm, LinkState, Quotation, QuotationLink};
use crate::text::{Pair, Side, Span};
use crate::words::{Key, Token};

pub(super) const RULE: Rule = Rule {
    name: "trimmed-quotation",
    doc: "One side has fewer words of a quotation: whether the rest may go is for an editor to say.",
    kinds: &[DifferenceKind::TrimmedQuotation],
    severity: Severity::High,
    purpose: "A quotation may be cut, but not of the condition it stands under.",
    before: "“We will pay the fine in full unless a judge says otherwise,” said Anna Berg.",
    after: "“We will pay the fine in full,” said Anna Berg.",
    finds: "Words missing at an end of a quotation, or behind an ellipsis.",
    leaves: "Words missing from the middle without an ellipsis: those alter it (spliced-quotation).",
    weight: "High where the words that went turn the rest, as “unless”, “I doubt that” and “perhaps” do; else medium.",
    yields: Yields::Never,
    find: Find::Links(&[LinkState::Trimmed, LinkState::Extended], find),
};

fn find(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Option<Finding> {
    let longer = if link.state == LinkState::Trimmed { Side::Left } else { Side::Right };
    let missing = missing(evidence, longer, quotations);
    let mut spans = quotations.map(|quotation| Some(quotation.span()));
    spans[longer] = Some(*missing.first()?);
    let (bead, spans) = evidence.locate(spans, longer)?;
    let turns = |alarm: &Alarm| matches!(alarm, Alarm::Negation | Alarm::Condition | Alarm::Doubt);
    let severity = if link.alarms.iter().any(turns) { Severity::High } else { Severity::Medium };
    let reason = Reason::Trimmed(longer.other(), link.alarms.clone());
    let finding = Finding::new(bead, severity, spans, reason);
    let shown = missing.into_iter().map(|span| Pair::only(longer, span)).collect();
    Some(finding.certain(Certainty::Sure).showing(shown))
}

/// The first stretches of the longer quotation that the shorter lacks, at its ends or in one gap.
fn missing(evidence: &Evidence<'_>, longer: Side, quotations: Pair<&Quotation>) -> Vec<Span> {
    /// The most stretches that are shown: an editor reads them on one line of a screen.
    const SHOWN: usize = 3;
    let Some(kept) = kept(evidence, longer, quotations) else { return Vec::new() };
    let is_gone = |token: &&Token| !kept.iter().any(|kept| kept.contains(&token.word.start()));
    let gone = evidence.quoted_tokens(longer, quotations[longer]).filter(is_gone);
    let sentences = &evidence.article(longer).sentences;
    let piece = |word: Span| quotations[longer].fragments_in(word).first().copied();
    let here = |word: Span| (piece(word), sentences.at(word.start()));
    let mut stretches: Vec<Span> = Vec::new();
    for word in gone.map(|token| token.word) {
        // the attribution between two pieces is none of the missing words
        match stretches.last_mut() {
            Some(last) if here(*last) == here(word) && is_next(evidence, longer, *last, word) => {
                *last = last.join(word);
            }
            _ => stretches.push(word),
        }
    }
    // what the other side has in another quotation is not missing
    stretches.retain(|stretch| !evidence.is_on_both(longer, *stretch));
    stretches.truncate(SHOWN);
    stretches
}

/// Where the words of the longer quotation begin that the shorter has: its head and its tail, or
/// one stretch of it; none if neither is so.
fn kept(evidence: &Evidence<'_>, longer: Side, quotations: Pair<&Quotation>) -> Option<[Range<usize>; 2]> {
    /// How many places are tried for a quotation that lost both ends; nobody’s is longer.
    const FURTHEST: usize = 2000;
    let long = || evidence.quoted_tokens(longer, quotations[longer]);
    let short = || evidence.quoted_tokens(longer.other(), quotations[longer.other()]);
    let same = |(left, right): &(&Token, &Token)| left.key == right.key;
    let length = short().count();
    let start = long().zip(short()).take_while(same).count();
    // the longer may have fewer tokens where remarks in brackets do not count
    let rest = long().take(length).count() - start;
    let tail = long().rev().zip(short().rev()).take(rest).take_while(same).count();
    if tail == length - start {
        let begins = |token: Option<&Token>| token.map_or(usize::MAX, |token| token.word.start());
        let last = tail.checked_sub(1).and_then(|last| long().nth_back(last));
        return Some([0..begins(long().nth(start)), begins(last)..usize::MAX]);
    }
    // words from the middle: both ends are missing
    let all: Vec<Key> = short().map(|token| token.key).collect();
    let near: Vec<&Token> = long().take(FURTHEST + length).collect();
    let mut places = near.windows(length).take(near.len().saturating_sub(length));
    let here = places.find(|here| here.iter().map(|token| token.key).eq(all.iter().copied()))?;
    let (first, last) = here.first().zip(here.last())?;
    Some([first.word.start()..last.word.end(), 0..0])
}

/// Whether a word directly follows another.
fn is_next(evidence: &Evidence<'_>, side: Side, before: Span, word: Span) -> bool {
    let tokens = evidence.article(side).sentences.all_tokens();
    let at = tokens.partition_point(|token| token.word.start() < word.start());
    at.checked_sub(1).is_some_and(|at| tokens[at].word.end() == before.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::rules::tests::quoted;
    use crate::quotation::Marks;

    #[test]
    fn a_trimmed_quotation_names_the_words_that_went() {
        let (left, right) = ("“We may meet, if it stays dry,” he said.", "“We may meet,” he said.");
        let mut sample = quoted(left, right, LinkState::Trimmed, Marks::Both);
        assert_eq!(sample.found(), ["medium trimmed-quotation [-if it stays dry-]{+We may meet,+}"]);
        let why = &sample.differences()[0].why;
        assert_eq!(why, "right has fewer words of the quotation; missing: “if it stays dry”.");
        sample.links[0].alarms = vec![Alarm::Condition];
        let found = &sample.differences()[0];
        assert_eq!(found.severity, Severity::High);
        assert_eq!(
            found.why,
            "right has fewer words of the quotation, a condition among them; missing: “if it stays dry”."
        );
        // another rule reports words that are joined
        sample.links[0].alarms = vec![Alarm::Spliced];
        assert_eq!(sample.differences()[0].severity, Severity::Medium);
        let both_ends = quoted(
            "“Well, we may meet, if it rains,” he said.",
            "“We may meet,” he said.",
            LinkState::Trimmed,
            Marks::Both,
        );
        assert_eq!(
            both_ends.differences()[0].why,
            "right has fewer words of the quotation; missing: “Well”, “if it rains”."
        );
    }
}
