//! Who says so was lost: *The bridge was closed, police said* became *The bridge was closed.*

use std::ops::Range;

use super::cue::{Cue, cues, introduces};
use super::passage::{Passage, ends_clause, passages};
use super::swap::Term;
use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::WordClass;
use crate::quotation::{Quotation, QuotationKind};
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
        finds: "Who says so (“police said”, “according to the port”, “Experts believe that”, “what critics call”), named on one side of a sentence and not on the other.",
        leaves: "Parties still named in the sentence, speakers named in the sentence before, “announced charges” and “claimed 300 lives”, which attribute nothing.",
        weight: "Medium: a prompt.",
    },
    find,
};

/// The most words of an attribution.
const LONGEST: usize = 16;

/// The most words between *what* and the verb of *what critics call*.
const RELATIVE: usize = 4;

/// The share of a statement's words that the other side must have: a statement that is left
/// out takes along who made it.
const KEPT: f64 = 0.4;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for passage in passages(evidence) {
        let cues = Pair::from_fn(|side| cues(evidence, side, &passage.words[side]));
        let lost = Side::BOTH.into_iter().flat_map(|side| {
            let clauses = lost(evidence, &passage, side, &cues).into_iter();
            clauses.map(move |clause| (side, clause))
        });
        // who says so is lost once a sentence, however many verbs say it
        let mut spans = lost.map(|(side, clause)| (side, span(&passage, side, &clause)));
        let Some((side, spans)) = spans.find(|(_, spans)| !found.covers(passage.id, *spans)) else {
            continue;
        };
        let shown = spans[side].map_or(String::new(), |span| evidence.show(side, span));
        found.push(Difference {
            bead: passage.id,
            kind: DifferenceKind::Attribution,
            severity: Severity::Medium,
            spans,
            rule: RULE.name,
            why: format!(
                "check: {} says who says so ({shown}), {} does not.",
                evidence.label(side),
                evidence.label(side.other())
            ),
        });
    }
}

fn span(passage: &Passage<'_>, side: Side, clause: &Range<usize>) -> Pair<Option<Span>> {
    let words = passage.words[side].get(clause.clone()).unwrap_or_default();
    let mut spans = Pair::default();
    spans[side] = words.iter().map(|(token, _)| token.word).reduce(Span::join);
    spans
}

/// The attributions of one side that the other lacks, as places among its words.
fn lost(
    evidence: &Evidence<'_>,
    passage: &Passage<'_>,
    side: Side,
    cues: &Pair<Vec<Cue<'_>>>,
) -> Vec<Range<usize>> {
    let across = side.other();
    let framing = passage.changed(evidence, |lexicon| lexicon.framing);
    let according = passage.changed(evidence, |lexicon| lexicon.according);
    let is_new = |cue: &Cue<'_>| passage.differs(across, cue.token.word);
    if is_attributed(evidence, passage.bead, across)
        || cues[across].iter().any(is_new)
        || !according[across].is_empty()
    {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for &term in &according[side] {
        found.extend(whole(evidence, passage, side, term));
    }
    for &term in &framing[side] {
        found.extend(relative(evidence, passage, side, term));
    }
    for cue in cues[side].iter().filter(|cue| passage.differs(side, cue.token.word)) {
        found.extend(told(evidence, passage, side, cues, cue));
    }
    found.sort_by_key(|clause| clause.start);
    found
}

/// *According to the port,* to the end of the clause.
fn whole(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, frame: Term) -> Option<Range<usize>> {
    let words = &passage.words[side];
    let last = (frame.at..words.len()).find(|&at| ends_clause(evidence, side, words[at].0))?;
    let mut clause = frame.at..last + 1;
    if clause == sentence(evidence, passage, side, frame.at) {
        // *Nach Angaben des Hafens ist das Tor zu* has no mark: what both sides have is not of it
        let stop_words = evidence.lexicon(side).stop_words;
        let new = clause.clone().take_while(|&at| passage.differs(side, words[at].0.word));
        let last = new.filter(|&at| !stop_words.contains(words[at].1)).last()?;
        clause.end = last + 1;
    }
    is_lost(evidence, passage, side, &clause, frame.at).then_some(clause)
}

/// *what critics call* and *what he sees as*, before words that both sides have.
fn relative(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, frame: Term) -> Option<Range<usize>> {
    let (words, lexicon) = (&passage.words[side], evidence.lexicon(side));
    let from = frame.at + frame.length;
    let closes = |at: usize| words.get(at).is_some_and(|word| lexicon.framing.has(word.1, "closes"));
    if frame.value != "opens" {
        return None;
    }
    let is_verb = |&at: &usize| {
        let verb = words[at].1;
        lexicon.speech_verbs.has(verb, WordClass::Naming)
            || lexicon.speech_verbs.has(verb, WordClass::Attitude) && closes(at + 1)
    };
    let verb = (from + 1..words.len().min(from + RELATIVE)).find(is_verb)?;
    let end = verb + 1 + usize::from(closes(verb + 1));
    let clause = Term { at: frame.at, length: end - frame.at, ..frame };
    let is_gone = !passage.is_across(side, evidence.stem(words[verb].0));
    (is_gone && passage.is_anchored(evidence, side, clause)).then_some(frame.at..end)
}

/// *police said*, *Experts believe that*, with a verb that introduces a statement.
fn told(
    evidence: &Evidence<'_>,
    passage: &Passage<'_>,
    side: Side,
    cues: &Pair<Vec<Cue<'_>>>,
    cue: &Cue<'_>,
) -> Option<Range<usize>> {
    let words = &passage.words[side];
    if !introduces(evidence, side, words, cue) {
        return None;
    }
    let clause = clause(evidence, side, words, cue.at);
    // *I believe* is the writer's own
    let is_own = |at: usize| evidence.lexicon(side).turns.has(words[at].1, WordClass::FirstPerson);
    if clause.clone().any(is_own) {
        return None;
    }
    // *he added* may go where the other side names who speaks in another clause
    let is_alone = || {
        let sentence = sentence(evidence, passage, side, cue.at);
        cues[side].iter().all(|cue| !sentence.contains(&cue.at) || passage.differs(side, cue.token.word))
    };
    let is_named = !party(evidence, passage, side, &clause, cue.at).is_empty();
    let may_go = match (cues[side.other()].is_empty(), is_named) {
        (true, true) => true,
        // *this is when it was revealed* names nobody
        (true, false) => evidence.lexicon(side).around_speech.has(words[cue.at].1, WordClass::Plain),
        (false, true) => cue.weight != WordClass::Weak && is_alone(),
        (false, false) => false,
    };
    (may_go && is_lost(evidence, passage, side, &clause, cue.at)).then_some(clause)
}

/// Whether the other side has the statement of an attribution, and nothing of its party.
fn is_lost(
    evidence: &Evidence<'_>,
    passage: &Passage<'_>,
    side: Side,
    clause: &Range<usize>,
    cue: usize,
) -> bool {
    let (words, lexicon) = (&passage.words[side], evidence.lexicon(side));
    let says = |at: usize| !lexicon.stop_words.contains(words[at].1);
    let statement: Vec<usize> =
        sentence(evidence, passage, side, cue).filter(|&at| !clause.contains(&at) && says(at)).collect();
    let kept = statement.iter().filter(|&&at| passage.is_across(side, evidence.stem(words[at].0))).count();
    let party = party(evidence, passage, side, clause, cue);
    clause.len() <= LONGEST
        && kept > 0
        && kept as f64 >= KEPT * statement.len() as f64
        && !is_party_kept(evidence, passage, side, &party)
        && !is_party_nearby(evidence, passage, side, &party)
}

/// The places of the words of the sentence around a place.
fn sentence(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, at: usize) -> Range<usize> {
    let words = &passage.words[side];
    let sentences = &evidence.article(side).sentences;
    let Some(id) = words.get(at).and_then(|word| sentences.at(word.0.word.start())) else { return at..at };
    let span = sentences.get(id).span;
    let start = words.partition_point(|(token, _)| token.word.start() < span.start());
    let end = words.partition_point(|(token, _)| token.word.start() < span.end());
    start..end
}

/// The words around a cue that say who says so: *port authorities said on Tuesday*,
/// *Campaigners say that*.
fn clause(evidence: &Evidence<'_>, side: Side, words: &[(&Token, &str)], cue: usize) -> Range<usize> {
    let first = (0..cue).rev().find(|&at| ends_clause(evidence, side, words[at].0)).map_or(0, |at| at + 1);
    let last = (cue..words.len()).find(|&at| ends_clause(evidence, side, words[at].0));
    let opens = words
        .get(cue + 1)
        .is_some_and(|(_, next)| evidence.lexicon(side).around_speech.has(next, WordClass::AfterClauseVerb));
    match last {
        // what follows *say that* is the statement
        Some(last) if !opens && (first == cue || last - cue <= 4) => first..last + 1,
        _ => first..cue + 1,
    }
}

/// The places of the words of an attribution that name who says so.
fn party(
    evidence: &Evidence<'_>,
    passage: &Passage<'_>,
    side: Side,
    clause: &Range<usize>,
    cue: usize,
) -> Vec<usize> {
    let (words, lexicon) = (&passage.words[side], evidence.lexicon(side));
    let frame = |folded: &str| lexicon.according.contains(folded) || lexicon.according.opens(folded);
    let names = |at: &usize| {
        let (token, folded) = words[*at];
        let day = lexicon.calendar.contains(evidence.article(side).slice(token.word));
        *at != cue && !day && !lexicon.stop_words.contains(folded) && !frame(folded)
    };
    clause.clone().filter(names).collect()
}

/// Whether the other side has the same party in the sentence, in another part of it:
/// *the report notes* and *the report says*, *police closed the bridge* and *police said*.
fn is_party_kept(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, party: &[usize]) -> bool {
    let stems = Pair::from_fn(|side: Side| {
        passage.words[side].iter().map(|(token, _)| evidence.stem(token)).collect::<Vec<_>>()
    });
    let count = |side: Side, stem: &str| stems[side].iter().filter(|own| **own == stem).count();
    !party.is_empty()
        && party.iter().all(|&at| count(side.other(), stems[side][at]) >= count(side, stems[side][at]))
}

/// Whether the other side names the party with a verb of saying in the sentence before:
/// its running account is still somebody's.
fn is_party_nearby(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, party: &[usize]) -> bool {
    let across = side.other();
    let sentences = &evidence.article(across).sentences;
    let before = passage.bead.sentences[across].first().and_then(|first| first.index().checked_sub(1));
    let Some(before) = before.map(crate::sentence::SentenceId::new) else { return false };
    let tokens = sentences.tokens(before);
    let names = |&at: &usize| {
        let token = passage.words[side][at].0;
        let is_name = evidence.article(side).slice(token.word).starts_with(char::is_uppercase);
        is_name && tokens.iter().any(|other| evidence.stem(other) == evidence.stem(token))
    };
    party.iter().any(names) && tokens.iter().any(|token| evidence.is_plain_cue(across, token))
}

/// Whether a quotation in the bead has a speaker, named in a sentence nearby.
fn is_attributed(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let sentences = &evidence.article(side).sentences;
    let here =
        bead.sentences[side].iter().flat_map(|&id| evidence.quotations_over(side, sentences.get(id).span));
    // *The mayor believes …*: words of the quotation itself, with the marks lost, name nobody
    let is_within = |quotation: &Quotation| {
        let mention = quotation.attribution.mention;
        mention.is_some_and(|mention| !quotation.fragments_in(mention).is_empty())
    };
    { here }.filter(|quotation| !is_within(quotation)).any(|quotation| {
        match quotation.kind {
            // *she added* may go where the speaker is the one of the sentence before
            QuotationKind::Direct => quotation.attribution.speaker.is_some(),
            QuotationKind::Mixed | QuotationKind::Indirect | QuotationKind::Scare => {
                quotation.attribution.cue.is_some()
            }
        }
    })
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
    fn an_attribution_has_many_forms() {
        check(
            "According to a report on the old piers in the port, cracks are common.",
            "Cracks are common.",
            &["medium attribution [-According to a report on the old piers in the port-]"],
        );
        check(
            "Bridge experts believe this is not unlikely to fail.",
            "This is not unlikely to fail.",
            &["medium attribution [-Bridge experts believe-]"],
        );
        check(
            "They are tired of what critics view as his attacks.",
            "They are tired of his attacks.",
            &["medium attribution [-what critics view as-]"],
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
