//! One side has fewer words of a quotation.
//!
//! *“We may meet, if the weather holds,”* became *“We may meet”*. Trimming is daily
//! work; whether the condition may go is for an editor to say.

use std::ops::Range;

use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::{Alarm, LinkState, Marks, Quotation, QuotationLink};
use crate::text::{Key, Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "trimmed-quotation",
    doc: "One side has fewer words of a quotation: whether the rest may go is for an editor to say.",
    kinds: &[DifferenceKind::TrimmedQuotation],
    severity: Severity::High,
    manual: Manual {
        reason: "A quotation may be cut, but not of the condition it stands under.",
        before: "“We will pay the fine in full unless a judge says otherwise,” said Anna Berg.",
        after: "“We will pay the fine in full,” said Anna Berg.",
        finds: "Words missing at an end of a quotation, or behind an ellipsis.",
        leaves: "Words missing from the middle without an ellipsis: those alter it (spliced-quotation).",
        weight: "High where the words that went turn the rest, as “unless” and “if” do; else medium.",
    },
    find,
};

/// How many places are tried for a quotation that lost both ends; nobody’s is longer.
const FURTHEST: usize = 2000;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        let shorter = match link.state {
            LinkState::Trimmed => Side::Right,
            LinkState::Extended => Side::Left,
            LinkState::SameWords => {
                go_on(evidence, found, link, quotations);
                continue;
            }
            LinkState::Altered
            | LinkState::Merged
            | LinkState::Split
            | LinkState::Paraphrased
            | LinkState::LeftOnly
            | LinkState::RightOnly => continue,
        };
        let longer = shorter.other();
        let missing = missing(evidence, longer, quotations);
        if missing.is_empty() {
            continue;
        }
        let mut spans = quotations.map(|quotation| Some(quotation.span()));
        spans[longer] = missing.first().copied();
        let Some((bead, spans)) = evidence.home(spans, longer) else { continue };
        let label = evidence.label(shorter);
        let shown: Vec<String> = missing.iter().map(|span| evidence.show(longer, *span)).collect();
        let why = format!("{label} has fewer words of the quotation; missing: {}.", shown.join(", "));
        let is_turned = link.alarms.contains(&Alarm::Condition);
        found.push(Difference {
            bead,
            kind: DifferenceKind::TrimmedQuotation,
            severity: if is_turned { Severity::High } else { Severity::Medium },
            spans,
            rule: RULE.name,
            why,
        });
    }
}

/// The most passages that are shown as missing.
const SHOWN: usize = 3;

/// The first passages of the longer quotation that the shorter has not, at its ends or in one gap.
fn missing(evidence: &Evidence<'_>, longer: Side, quotations: Pair<&Quotation>) -> Vec<Span> {
    let Some(kept) = kept(evidence, longer, quotations) else { return Vec::new() };
    let is_gone = |token: &&Token| !kept.iter().any(|kept| kept.contains(&token.word.start()));
    let mut gone = evidence.quoted_tokens(longer, quotations[longer]).filter(is_gone).peekable();
    let sentences = &evidence.article(longer).sentences;
    let piece = |word: Span| quotations[longer].fragments_in(word).first().copied();
    let here = |word: Span| (piece(word), sentences.at(word.start()));
    let passages = std::iter::from_fn(|| {
        let first = gone.next()?.word;
        let mut passage = first;
        // the attribution between two pieces is none of the missing words
        while let Some(next) = gone
            .next_if(|next| here(first) == here(next.word) && is_next(evidence, longer, passage, next.word))
        {
            passage = passage.join(next.word);
        }
        Some(passage)
    });
    // what the other side has as a quotation of its own is not missing
    passages.filter(|passage| !evidence.stands_on_both(longer, *passage)).take(SHOWN).collect()
}

/// Where the words of the longer quotation begin that the shorter has: its head and its tail, or
/// one stretch of it; none where neither is so.
fn kept(evidence: &Evidence<'_>, longer: Side, quotations: Pair<&Quotation>) -> Option<[Range<usize>; 2]> {
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
    let places = near.windows(length).take(near.len().saturating_sub(length));
    let is_here = |here: &&[&Token]| here.iter().map(|token| token.key).eq(all.iter().copied());
    let here = { places }.find(is_here)?;
    let (first, last) = here.first().zip(here.last())?;
    Some([first.word.start()..last.word.end(), 0..0])
}

fn is_next(evidence: &Evidence<'_>, side: Side, before: Span, word: Span) -> bool {
    let tokens = evidence.article(side).sentences.all_tokens();
    let at = tokens.partition_point(|token| token.word.start() < word.start());
    at.checked_sub(1).is_some_and(|at| tokens[at].word.end() == before.end())
}

/// Where an article has lost its marks, a quotation there ends where the other’s does. What
/// stands between that end and *he said* was probably said, too: *My mother is safe, but
/// I don t know where we will sleep, said Ana Brandt*.
fn go_on(evidence: &Evidence<'_>, found: &mut Found, link: &QuotationLink, quotations: Pair<&Quotation>) {
    let bare = match link.marks {
        Marks::Both => return,
        Marks::Left => Side::Right,
        Marks::Right => Side::Left,
    };
    let Some(rest) = words_before_cue(evidence, bare, quotations[bare]) else { return };
    if !evidence.has_lost_marks(bare) {
        return;
    }
    let mut spans = quotations.map(|quotation| quotation.fragments.last().copied());
    spans[bare] = Some(rest);
    let Some((bead, spans)) = evidence.home(spans, bare) else { return };
    let mut alone = evidence.edits_of(bead).iter().filter(|edit| edit.spans[bare.other()].is_none());
    if !alone.any(|edit| edit.spans[bare].is_some_and(|span| span.contains(rest))) {
        return;
    }
    found.push(Difference {
        bead,
        kind: DifferenceKind::TrimmedQuotation,
        severity: Severity::Medium,
        spans,
        rule: RULE.name,
        why: format!(
            "check: {} goes on with {}, {} ends the quotation before it.",
            evidence.label(bare),
            evidence.show(bare, rest),
            evidence.label(bare.other())
        ),
    });
}

/// The words of the last sentence between the end of a quotation and a later *…, she said*.
fn words_before_cue(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> Option<Span> {
    let article = evidence.article(side);
    let end = quotation.fragments.last()?.end();
    let tokens = article.sentences.tokens(article.sentences.at(end.checked_sub(1)?)?);
    let tokens = &tokens[tokens.partition_point(|token| token.word.start() < end)..];
    let cue = tokens.iter().position(|token| evidence.is_plain_cue(side, token))?;
    let comma = |token: &Token| article.slice(token.tile).contains(',');
    let last = tokens[..cue].iter().rposition(comma)?;
    (last >= 2).then(|| tokens[0].word.join(tokens[last].word))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;

    #[test]
    fn a_trimmed_quotation_names_the_words_that_went() {
        let (left, right) = ("“We may meet, if it stays dry,” he said.", "“We may meet,” he said.");
        let sample = quoted(left, right, LinkState::Trimmed, Marks::Both);
        assert_eq!(sample.found(), ["medium trimmed-quotation [-if it stays dry-]{+We may meet,+}"]);
        let why = &sample.differences()[0].why;
        assert_eq!(why, "right has fewer words of the quotation; missing: “if it stays dry”.");
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

    #[test]
    fn where_marks_are_lost_the_rest_before_he_said_is_asked_for() {
        let left =
            "‹We may meet them›, if it stays dry, he said.\n‹It is hard to overestimate that›, she said.";
        let right = "“We may meet them,” he said.\n“It is hard to overestimate that,” she said.";
        let found = quoted(left, right, LinkState::SameWords, Marks::Right).found();
        assert_eq!(found[0], "medium trimmed-quotation [-if it stays dry-]{+We may meet them,+}");
        let kept = quoted(left, left, LinkState::SameWords, Marks::Right).found();
        assert!(kept.is_empty(), "{kept:?}");
    }
}
