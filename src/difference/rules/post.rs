//! Somebody’s post in a company or a body: *who runs Nearshore* became *who works for Nearshore*.

use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::spans;
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::Post;
use crate::text::Pair;

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
    let posts = bead.differing_terms(|lexicon| lexicon.posts);
    let (&[left], &[right]) = (&posts.left[..], &posts.right[..]) else { return Vec::new() };
    // *runs* is often no post; *works for* shows what the other side is
    if (left.value == Post::Serve) == (right.value == Post::Serve) {
        return Vec::new();
    }
    vec![bead.check(spans(Pair::new(left, right)), Reason::Differs(Aspect::Role))]
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
