//! Words after the end of a quotation that were probably said, too.
//!
//! If an article has lost its marks, a quotation there ends where the other’s does: *My mother is
//! safe, but I don t know where we will sleep, said Ana Brandt*. The words between that end and
//! *she said* may belong to it.

use super::cue::is_plain_cue;
use super::evidence::{Evidence, marked_side};
use super::finding::{Contrast, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::quotation::{LinkState, Quotation, QuotationLink};
use crate::text::{Pair, Side, Span};
use crate::words::Token;

pub(super) const RULE: Rule = Rule {
    name: "unquoted-rest",
    doc: "An article without marks goes on where the other side’s quotation ends.",
    kinds: &[DifferenceKind::TrimmedQuotation],
    severity: Severity::Medium,
    purpose: "Without marks nobody sees where a quotation ended, and that it was trimmed.",
    before: "They call it the worst storm in years, and the house is dry, said Ana Brandt.\n\nIt is hard to find a bed here tonight, said the mayor.",
    after: "They call it “the worst storm in years”, said Ana Brandt.\n\n“It is hard to find a bed here tonight,” said the mayor.",
    finds: "Words between the end of a quotation and “she said” in an article that has lost its marks, which the other side does not have.",
    leaves: "Articles that have their marks (trimmed-quotation).",
    weight: "Medium: a prompt.",
    yields: Yields::Never,
    find: Find::Links(&[LinkState::SameWords], find),
};

fn find(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Option<Finding> {
    let marked = marked_side(link).filter(|side| evidence.has_lost_marks[side.other()])?;
    let bare = marked.other();
    let rest = words_before_cue(evidence, bare, quotations[bare])?;
    let mut spans = quotations.map(|quotation| quotation.fragments.last().copied());
    spans[bare] = Some(rest);
    let (bead, spans) = evidence.locate(spans, bare)?;
    let mut alone = evidence.edits_of(bead).iter().filter(|edit| edit.spans[marked].is_none());
    let is_alone = alone.any(|edit| edit.spans[bare].is_some_and(|span| span.contains(rest)));
    is_alone.then(|| Finding::check(bead, spans, Reason::Contrast(bare, Contrast::GoesOn)))
}

/// The words of the last sentence between the end of a quotation and a later *…, she said*.
fn words_before_cue(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> Option<Span> {
    let article = evidence.article(side);
    let end = quotation.fragments.last()?.end();
    let tokens = article.sentences.tokens(article.sentences.at(end.checked_sub(1)?)?);
    let tokens = &tokens[tokens.partition_point(|token| token.word.start() < end)..];
    let cue = tokens.iter().position(|token| is_plain_cue(evidence, side, token))?;
    let comma = |token: &Token| article.slice(token.tile).contains(',');
    let last = tokens[..cue].iter().rposition(comma)?;
    // *however, she said*: a word or two go on with nothing
    (last >= 2).then(|| tokens[0].word.join(tokens[last].word))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::{LinkState, Marks};

    #[test]
    fn the_rest_before_he_said_is_a_prompt_where_marks_are_lost() {
        let left =
            "‹We may meet them›, if it stays dry, he said.\n‹It is hard to overestimate that›, she said.";
        let right = "“We may meet them,” he said.\n“It is hard to overestimate that,” she said.";
        let found = quoted(left, right, LinkState::SameWords, Marks::Right).found();
        assert_eq!(found[0], "medium unquoted-rest [-if it stays dry-]{+We may meet them,+}");
        let kept = quoted(left, left, LinkState::SameWords, Marks::Right).found();
        assert!(kept.is_empty(), "{kept:?}");
    }
}
