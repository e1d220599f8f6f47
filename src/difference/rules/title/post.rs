//! What somebody does in a company or a body: *who runs Nearshore* became *who works for Nearshore*.

use super::RULE;
use crate::difference::rules::{Evidence, Found};
use crate::difference::{Difference, DifferenceKind, EditOp, Severity};
use crate::lexicon::Lexicon;
use crate::text::{Pair, Side, Span, Token};

/// The most words of a listed term.
const LONGEST: usize = 3;

pub(super) fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let posts = Pair::from_fn(|side| {
            let words = evidence.all_words(side, bead);
            posts(evidence.lexicon(side), &words)
        });
        let (&[(one, left)], &[(two, right)]) = (&posts.left[..], &posts.right[..]) else { continue };
        let spans = Pair::new(Some(left), Some(right));
        // *runs* is often no post; *works for* tells what the other side is
        let is_post = one != two && (one == "serve" || two == "serve");
        let is_kept = |side: Side, span: Span| {
            let equal = edits.iter().filter(|edit| edit.op == EditOp::Equal);
            equal.filter_map(|edit| edit.spans[side]).any(|edit| edit.overlaps(span))
        };
        let kept = is_kept(Side::Left, left) || is_kept(Side::Right, right);
        let quoted = evidence.is_quoted(Side::Left, left) || evidence.is_quoted(Side::Right, right);
        if !is_post || kept || quoted || found.covers(id, spans) {
            continue;
        }
        found.push(Difference {
            bead: id,
            kind: DifferenceKind::Name,
            severity: Severity::Medium,
            spans,
            rule: RULE.name,
            why: format!("check: the role may differ: {}.", evidence.show_pair(spans)),
        });
    }
}

/// The listed words with what they say, the longest at each place.
fn posts(lexicon: &Lexicon, words: &[(&Token, &str)]) -> Vec<(&'static str, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = if lexicon.posts.opens(words[at].1) { LONGEST } else { 1 };
        let post = (1..=longest).rev().find_map(|length| {
            let run = words.get(at..at + length)?;
            let phrase = run.iter().map(|(_, folded)| *folded).collect::<Vec<_>>().join(" ");
            let span = run.iter().map(|(token, _)| token.word).reduce(Span::join)?;
            Some((length, lexicon.posts.get(&phrase)?, span))
        });
        at += post.map_or(1, |(length, _, _)| length);
        found.extend(post.map(|(_, value, span)| (value, span)));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn who_runs_a_company_works_for_it() {
        check(
            "Ann Berg, who runs the ferry line Nearshore, left.",
            "Ann Berg, who works for the ferry line Nearshore, left.",
            &["medium title [-runs-]{+works for+}"],
        );
        check("He runs to the pier.", "He walks to the pier.", &["low wording [-runs-]{+walks+}"]);
    }
}
