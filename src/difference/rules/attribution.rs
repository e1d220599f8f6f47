//! Who says so was lost: *The bridge was closed, police said* became *The bridge was closed.*

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Severity};
use crate::lexicon::Lexicon;
use crate::quotation::QuotationKind;
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "attribution",
    doc: "“Police said” came or went: who says so is named on one side only.",
    kinds: &[DifferenceKind::Attribution],
    severity: Severity::Medium,
    manual: Manual {
        reason: "“The bridge was closed, police said” without its last two words is the outlet’s own word: it now vouches for it.",
        before: "The bridge was closed because of cracks in a pillar, police said.",
        after: "The bridge was closed because of cracks in a pillar.",
        finds: "Who says so, named on one side of a sentence and not on the other.",
        leaves: "Parties still named in the sentence, speakers named in the sentence before, “announced charges” and “claimed 300 lives”, which attribute nothing.",
        weight: "Medium: a prompt.",
    },
    find,
};

/// The most words of an edit in which an attribution is lost rather than a clause left out.
const LONGEST: usize = 10;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = Pair::from_fn(|side| evidence.all_words(side, bead));
        let cues = Pair::from_fn(|side| cues(evidence, side, &words[side]));
        let changed = edits.iter().filter(|edit| edit.op != EditOp::Equal);
        // who says so is lost once a sentence, however many verbs say it
        let lost = changed.filter_map(|edit| lost(evidence, bead, edit, &words, &cues));
        let Some((spans, why)) = lost.into_iter().find(|(spans, _)| !found.covers(id, *spans)) else {
            continue;
        };
        found.push(Difference {
            bead: id,
            kind: DifferenceKind::Attribution,
            severity: Severity::Medium,
            spans,
            rule: RULE.name,
            why,
        });
    }
}

/// An attribution on one side of a bead, none on the other: its words, and why.
fn lost(
    evidence: &Evidence<'_>,
    bead: &Bead,
    edit: &Edit,
    words_of: &Pair<Vec<(&Token, &str)>>,
    cues_of: &Pair<Vec<Cue<'_>>>,
) -> Option<(Pair<Option<Span>>, String)> {
    let side = match (cues_of.left.is_empty(), cues_of.right.is_empty()) {
        (false, true) => Side::Left,
        (true, false) => Side::Right,
        _ => return None,
    };
    let place = edit.spans[side]?;
    let words = &words_of[side];
    let inside = |at: usize| place.contains(words[at].0.word);
    let first = cues_of[side].partition_point(|cue| cue.token.word.start() < place.start());
    let mut here = cues_of[side][first..].iter().take_while(|cue| inside(cue.at));
    // *estimate* and *called for* count as somebody’s word, but losing them is no loss of an attribution
    let cue = here.find(|cue| cue.weight != "weak" && introduces(evidence, side, words, cue.at))?.at;
    let across = evidence.words(side.other(), bead, edit.spans[side.other()]);
    if across.len() > LONGEST || is_attributed(evidence, bead, side.other()) {
        return None;
    }
    let clause = clause(evidence, side, words, cue);
    if !inside(clause.start) {
        // the speaker stayed
        return None;
    }
    let clause: Vec<usize> = clause.filter(|&at| inside(at)).collect();
    if clause.len() > LONGEST || is_party_kept(evidence.lexicon(side), words_of, side, cue, &clause) {
        return None;
    }
    let (first, last) = (*clause.first()?, *clause.last()?);
    let mut spans = Pair::default();
    spans[side] = Some(words[first].0.word.join(words[last].0.word));
    let shown = spans[side].map_or(String::new(), |span| evidence.show(side, span));
    let why = format!(
        "check: {} says who says so ({shown}), {} does not.",
        evidence.label(side),
        evidence.label(side.other())
    );
    Some((spans, why))
}

/// Whether the verb at `at` introduces a statement: *police said*, *he confirmed that*;
/// not *announced charges*, *nobody can say*, *claimed 300 lives*.
fn introduces(evidence: &Evidence<'_>, side: Side, words: &[(&Token, &str)], at: usize) -> bool {
    let (token, folded) = words[at];
    let before = &words[at.saturating_sub(2)..at];
    let lexicon = evidence.lexicon(side);
    let around = lexicon.around_speech;
    if around.has(folded, "bare") {
        let leans = |folded: &str| {
            around.has(folded, "infinitive")
                || lexicon.modals.contains(folded)
                || lexicon.negations.contains(folded)
        };
        return !before.iter().any(|(_, folded)| leans(folded));
    }
    if around.has(folded, "plain") || lexicon.according.contains(folded) || lexicon.according.opens(folded) {
        return true;
    }
    let Some((_, next)) = words.get(at + 1) else { return true };
    let opens =
        around.has(next, "clause-behind") || around.has(next, "infinitive") && around.has(folded, "claiming");
    opens || ends_clause(evidence, side, token)
}

/// Whether a mark stands behind a word.
fn ends_clause(evidence: &Evidence<'_>, side: Side, token: &Token) -> bool {
    let behind = Span::new(token.word.end(), token.tile.end().max(token.word.end()));
    evidence.article(side).slice(behind).contains([',', '.', ';', ':', '“', '”', '"', '–', '—'])
}

/// The words around a cue that say who says so: *port authorities said on Tuesday*,
/// *according to the UN*, *Campaigners say that*.
fn clause(
    evidence: &Evidence<'_>,
    side: Side,
    words: &[(&Token, &str)],
    cue: usize,
) -> std::ops::Range<usize> {
    let first = (0..cue).rev().find(|&at| ends_clause(evidence, side, words[at].0)).map_or(0, |at| at + 1);
    let last = (cue..words.len()).find(|&at| ends_clause(evidence, side, words[at].0));
    let around = evidence.lexicon(side).around_speech;
    let that = words.get(cue + 1).is_some_and(|(_, folded)| around.has(folded, "that"));
    match last {
        // what follows *say that* is the statement
        Some(last) if !that && (first == cue || last - cue <= 4) => first..last + 1,
        _ => first..(cue + 1 + usize::from(that)),
    }
}

/// Whether the other side has the same party in the sentence, in another part of it:
/// *the report notes* and *the report says*, *police closed the bridge* and *police said*.
fn is_party_kept(
    lexicon: &Lexicon,
    words_of: &Pair<Vec<(&Token, &str)>>,
    side: Side,
    cue: usize,
    clause: &[usize],
) -> bool {
    let words = &words_of[side];
    let party: Vec<&str> = clause
        .iter()
        .filter(|&&at| {
            at != cue && !lexicon.stop_words.contains(words[at].1) && !lexicon.calendar.contains(words[at].1)
        })
        .map(|&at| words[at].1)
        .collect();
    let count = |side: Side, word: &str| words_of[side].iter().filter(|(_, folded)| *folded == word).count();
    !party.is_empty() && party.iter().all(|word| count(side.other(), word) >= count(side, word))
}

/// Whether a quotation in the bead has a speaker, named in a sentence nearby.
fn is_attributed(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let article = evidence.article(side);
    let inside =
        |span: Span| bead.sentences[side].iter().any(|&id| article.sentences.get(id).span.overlaps(span));
    article.quotations.iter().filter(|quotation| inside(quotation.span())).any(|quotation| {
        match quotation.kind {
            // *she added* may go where the speaker is the one of the sentence before
            QuotationKind::Direct => quotation.attribution.speaker.is_some(),
            QuotationKind::Mixed | QuotationKind::Indirect | QuotationKind::Scare => {
                quotation.attribution.cue.is_some()
            }
        }
    })
}

/// A word by which a statement is somebody’s.
pub(super) struct Cue<'a> {
    /// Its place among the words it was looked for in.
    pub at: usize,
    pub token: &'a Token,
    /// `neutral`, `loaded` or `weak`.
    pub weight: &'static str,
}

/// The cues among words, outside of quotations.
pub(super) fn cues<'a>(evidence: &Evidence<'_>, side: Side, words: &[(&'a Token, &str)]) -> Vec<Cue<'a>> {
    let lexicon = evidence.lexicon(side);
    let verbs = lexicon.attribution_verbs();
    let mut found = Vec::new();
    for (at, (token, folded)) in words.iter().enumerate() {
        let Some(weight) = verbs.get(folded).or_else(|| accords(lexicon, &words[at..])) else { continue };
        if !evidence.is_quoted(side, token.word) {
            found.push(Cue { at, token, weight });
        }
    }
    found
}

/// What *according to* weighs, where the words begin with it.
fn accords(lexicon: &Lexicon, words: &[(&Token, &str)]) -> Option<&'static str> {
    let (first, rest) = words.split_first()?;
    if !lexicon.according.opens(first.1) {
        return None;
    }
    let phrase = format!("{} {}", first.1, rest.first()?.1);
    lexicon.according.contains(&phrase).then_some("neutral")
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_lost_attribution_is_named() {
        check(
            "The bridge was shut, police said.",
            "The bridge was shut.",
            &["medium attribution [-police said-]"],
        );
    }

    #[test]
    fn a_verb_that_introduces_nothing_is_no_attribution() {
        check(
            "This week she unveiled charges.",
            "This week she announced charges.",
            &["low wording [-unveiled-]{+announced+}"],
        );
        check(
            "It took 300 lives in a year.",
            "It claimed 300 lives in a year.",
            &["low wording [-took-]{+claimed+}"],
        );
    }

    #[test]
    fn whoever_is_still_named_is_not_lost() {
        check(
            "The bridge was shut, the report by the office notes.",
            "The bridge was shut, the report says.",
            &["low wording [-by the office notes.-]{+says.+}"],
        );
    }
}
