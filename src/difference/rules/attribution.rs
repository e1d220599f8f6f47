//! Who says so was lost, or is now doubted.
//!
//! *The bridge was closed, police said* became *The bridge was closed*: the outlet now
//! vouches for it. *Said* became *claimed* or *admitted*: the outlet now judges it.

use super::{Evidence, Found, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Severity};
use crate::lexicon::ATTRIBUTION_VERBS;
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "attribution",
    doc: "“Police said” came, went or became “police claimed”.",
    kinds: &[DifferenceKind::Attribution],
    find,
};

/// The most words of an edit in which an attribution is lost rather than a clause left out.
const LONGEST: usize = 10;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let cues = Pair::from_fn(|side| cues(evidence, side, &evidence.all_words(side, bead)));
        for edit in edits.iter().filter(|edit| edit.op != EditOp::Equal) {
            let why = weighed(evidence, bead, edit).or_else(|| lost(evidence, bead, edit, &cues));
            let Some(why) = why else { continue };
            if found.covers(id, edit.spans) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Attribution,
                severity: Severity::Medium,
                spans: edit.spans,
                rule: RULE.name,
                why,
            });
        }
    }
}

/// A plain verb on one side, a judging one on the other.
fn weighed(evidence: &Evidence<'_>, bead: &Bead, edit: &Edit) -> Option<String> {
    let in_edit = |side: Side| cues(evidence, side, &evidence.words(side, bead, edit.spans[side]));
    let verbs = Pair::from_fn(in_edit);
    let (left, right) = (verbs.left.first()?, verbs.right.first()?);
    let judges = |cue: &Cue<'_>| cue.weight == "loaded";
    let weak = |cue: &Cue<'_>| cue.weight == "weak";
    if weak(left) || weak(right) || judges(left) == judges(right) || verbs.left.len() != verbs.right.len() {
        return None;
    }
    let shown = evidence.show_pair(Pair::new(Some(left.token.word), Some(right.token.word)));
    Some(format!("One side’s verb judges what was said, the other’s does not: {shown}."))
}

/// An attribution on one side of a bead, none on the other.
fn lost(evidence: &Evidence<'_>, bead: &Bead, edit: &Edit, cues_of: &Pair<Vec<Cue<'_>>>) -> Option<String> {
    let side = match (cues_of.left.is_empty(), cues_of.right.is_empty()) {
        (false, true) => Side::Left,
        (true, false) => Side::Right,
        _ => return None,
    };
    let words = evidence.words(side, bead, edit.spans[side]);
    let across = evidence.words(side.other(), bead, edit.spans[side.other()]);
    if words.len() > LONGEST || across.len() > LONGEST || is_attributed(evidence, bead, side.other()) {
        return None;
    }
    // *estimate* and *called for* count as somebody’s word, but losing them is no loss of an attribution
    cues(evidence, side, &words).iter().find(|cue| cue.weight != "weak")?;
    let shown = edit.spans[side].map_or(String::new(), |span| evidence.show(side, span));
    Some(format!(
        "check: {} says who says so ({shown}), {} does not.",
        evidence.label(side),
        evidence.label(side.other())
    ))
}

/// Whether a quotation in the bead has a speaker, named in a sentence nearby.
fn is_attributed(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let article = evidence.article(side);
    let inside =
        |span: Span| bead.sentences[side].iter().any(|&id| article.sentences.get(id).span.overlaps(span));
    article.quotations.iter().any(|quotation| quotation.attribution.cue.is_some() && inside(quotation.span()))
}

/// A word by which a statement is somebody’s.
struct Cue<'a> {
    token: &'a Token,
    weight: &'static str,
}

/// The cues among words, outside of quotations.
fn cues<'a>(evidence: &Evidence<'_>, side: Side, words: &[(&'a Token, &str)]) -> Vec<Cue<'a>> {
    let mut found = Vec::new();
    for (at, (token, folded)) in words.iter().enumerate() {
        let Some(weight) = ATTRIBUTION_VERBS.get(folded) else { continue };
        let accords = *folded != "according" || words.get(at + 1).is_some_and(|(_, next)| *next == "to");
        if accords && !evidence.is_quoted(side, token.word) {
            found.push(Cue { token, weight });
        }
    }
    found
}
