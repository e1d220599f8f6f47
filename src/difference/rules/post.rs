//! What somebody does in a company or a body: *who runs Nearshore* became *who works for Nearshore*.

use super::finding::Finding;
use super::reason::{Aspect, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::{spans, terms};
use crate::difference::{DifferenceKind, EditOp, Severity};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "post",
    doc: "What somebody does in a company or a body differs: “runs” or “founded” became “works for”.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "Whoever runs a company answers for it; whoever works there does not.",
    before: "Ann Berg, who runs the ferry line Nearshore, left the meeting.",
    after: "Ann Berg, who works for the ferry line Nearshore, left the meeting.",
    finds: "“Runs”, “leads”, “founded” and their like for “works for”, and the other way round.",
    leaves: "“Runs” for “founded”, because “runs” is often no post; words inside quotation marks.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let posts = Pair::from_fn(|side| {
        let whole = Span::whole(&bead.evidence.article(side).article.text);
        terms(&bead.words[side], whole, bead.lexicon(side).posts)
    });
    let (&[left], &[right]) = (&posts.left[..], &posts.right[..]) else { return Vec::new() };
    let posts = Pair::new(left, right);
    // *runs* is often no post; *works for* shows what the other side is
    let serves = Side::BOTH.into_iter().any(|side| posts[side].value == "serve");
    let is_kept = |side: Side| {
        let mut equal = bead.edits.iter().filter(|edit| edit.op == EditOp::Equal);
        equal.any(|edit| edit.spans[side].is_some_and(|edit| edit.overlaps(posts[side].span)))
    };
    let is_quoted = |side: Side| bead.evidence.is_quoted(side, posts[side].span);
    let is_other = left.value != right.value && serves;
    if !is_other || Side::BOTH.into_iter().any(|side| is_kept(side) || is_quoted(side)) {
        return Vec::new();
    }
    vec![bead.check(spans(posts), Reason::Differs(Aspect::Role))]
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn who_runs_a_company_works_for_it() {
        check(
            "Ann Berg, who runs the ferry line Nearshore, left.",
            "Ann Berg, who works for the ferry line Nearshore, left.",
            &["medium post [-runs-]{+works for+}"],
        );
        check("He runs to the pier.", "He walks to the pier.", &["low wording [-runs-]{+walks+}"]);
    }
}
