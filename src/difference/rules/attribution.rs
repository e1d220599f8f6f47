//! Who says so was lost: *The bridge was closed, police said* became *The bridge was closed.*

use std::ops::Range;

use super::cue::{Cue, cues, introduces, is_plain_cue};
use super::evidence::Spans;
use super::finding::Finding;
use super::reason::{Contrast, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::{Term, whole};
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::WordClass;
use crate::quotation::QuotationKind;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "attribution",
    doc: "“Police said” came or went: who says so is named on one side only.",
    kinds: &[DifferenceKind::Attribution],
    severity: Severity::Medium,
    purpose: "“The bridge was closed, police said” without its last two words is the outlet’s own word: it now vouches for it.",
    before: "The bridge was closed because of cracks in a pillar, police said.",
    after: "The bridge was closed because of cracks in a pillar.",
    finds: "Who says so (“police said”, “according to the port”, “Experts believe that”, “what critics call”), named on one side of a sentence and not on the other.",
    leaves: "Parties still named in the sentence, speakers named in the sentence before, “announced charges” and “claimed 300 lives”, which attribute nothing.",
    weight: "Medium: a prompt.",
    yields: Yields::InPart,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let terms = Terms {
        framing: bead.differing_terms(|lexicon| lexicon.framing),
        according: bead.differing_terms(|lexicon| lexicon.according),
        cues: Pair::from_fn(|side| cues(bead, side)),
    };
    // who says so is lost once a sentence, however many verbs say it
    let lost = Side::BOTH.map(|side| (side, lost(bead, side, &terms)));
    let Some((side, clauses)) = lost.into_iter().find(|(_, clauses)| !clauses.is_empty()) else {
        return Vec::new();
    };
    let place = |clause: Range<usize>| Some(Pair::only(side, whole(&bead.words[side][clause])?));
    let places: Vec<Spans> = clauses.into_iter().filter_map(place).collect();
    let reason = Reason::Contrast(side, Contrast::Attributes);
    vec![bead.check(Spans::default(), reason).claiming(places)]
}

/// Words that may say who says so.
struct Terms<'a> {
    framing: Pair<Vec<Term>>,
    according: Pair<Vec<Term>>,
    cues: Pair<Vec<Cue<'a>>>,
}

/// The attributions of one side that the other lacks, as places among its words.
fn lost(bead: &RewordedBead<'_>, side: Side, terms: &Terms<'_>) -> Vec<Range<usize>> {
    let across = side.other();
    let is_new = |cue: &Cue<'_>| bead.differs(across, cue.token.word);
    if !bead.is_sentence()
        || is_attributed(bead, across)
        || terms.cues[across].iter().any(is_new)
        || !terms.according[across].is_empty()
    {
        return Vec::new();
    }
    let according = terms.according[side].iter().filter_map(|term| according_clause(bead, side, *term));
    let framing = terms.framing[side].iter().filter_map(|term| relative_clause(bead, side, *term));
    let own = terms.cues[side].iter().filter(|cue| bead.differs(side, cue.token.word));
    let said = own.filter_map(|cue| speech_clause(bead, side, &terms.cues, cue));
    let mut found: Vec<Range<usize>> = according.chain(framing).chain(said).collect();
    found.sort_by_key(|clause| clause.start);
    found
}

/// *According to the port,* to the end of the clause.
fn according_clause(bead: &RewordedBead<'_>, side: Side, frame: Term) -> Option<Range<usize>> {
    let words = &bead.words[side];
    let last = (frame.at..words.len()).find(|&at| bead.ends_clause(side, words[at].0))?;
    let mut clause = frame.at..last + 1;
    if clause == sentence(bead, side, frame.at) {
        // *Nach Angaben des Hafens ist das Tor zu* has no mark: what both sides have is not of it
        let stop_words = bead.lexicon(side).stop_words;
        let new = clause.clone().take_while(|&at| bead.differs(side, words[at].0.word));
        clause.end = new.filter(|&at| !stop_words.contains(words[at].1)).last()? + 1;
    }
    is_lost(bead, side, &clause, frame.at).then_some(clause)
}

/// *what critics call* and *what he sees as*, before words that both sides have.
fn relative_clause(bead: &RewordedBead<'_>, side: Side, frame: Term) -> Option<Range<usize>> {
    /// The most words between *what* and the verb.
    const LONGEST: usize = 4;
    let (words, lexicon) = (&bead.words[side], bead.lexicon(side));
    if frame.value != "opens" {
        return None;
    }
    let from = frame.at + frame.length;
    let closes = |at: usize| words.get(at).is_some_and(|word| lexicon.framing.has(word.1, "closes"));
    let is_verb = |&at: &usize| {
        let verb = words[at].1;
        lexicon.speech_verbs.has(verb, WordClass::Naming)
            || lexicon.speech_verbs.has(verb, WordClass::Attitude) && closes(at + 1)
    };
    let verb = (from + 1..words.len().min(from + LONGEST)).find(is_verb)?;
    let end = verb + 1 + usize::from(closes(verb + 1));
    let clause = Term { length: end - frame.at, ..frame };
    (!bead.is_kept(side, verb) && bead.is_context_kept(side, clause)).then_some(frame.at..end)
}

/// *police said*, *Experts believe that*, with a verb that introduces a statement.
fn speech_clause(
    bead: &RewordedBead<'_>,
    side: Side,
    cues: &Pair<Vec<Cue<'_>>>,
    cue: &Cue<'_>,
) -> Option<Range<usize>> {
    let (words, lexicon) = (&bead.words[side], bead.lexicon(side));
    let clause = clause_around(bead, side, cue.at);
    // *I believe* is the writer's own
    let is_own = |at: usize| lexicon.turns.has(words[at].1, WordClass::FirstPerson);
    if !introduces(bead, side, cue) || clause.clone().any(is_own) {
        return None;
    }
    // *he added* may go where the other side names who speaks in another clause
    let is_alone = || {
        let sentence = sentence(bead, side, cue.at);
        cues[side].iter().all(|cue| !sentence.contains(&cue.at) || bead.differs(side, cue.token.word))
    };
    let is_named = party(bead, side, &clause, cue.at).next().is_some();
    let may_go = match (cues[side.other()].is_empty(), is_named) {
        (true, true) => true,
        // *this is when it was revealed* names nobody
        (true, false) => lexicon.around_speech.has(words[cue.at].1, WordClass::Plain),
        (false, true) => cue.weight != WordClass::Weak && is_alone(),
        (false, false) => false,
    };
    (may_go && is_lost(bead, side, &clause, cue.at)).then_some(clause)
}

/// Whether the other side has the statement of an attribution, and nothing of its party.
fn is_lost(bead: &RewordedBead<'_>, side: Side, clause: &Range<usize>, cue: usize) -> bool {
    /// The most words of an attribution.
    const LONGEST: usize = 16;
    /// The share of a statement’s words that the other side must have: a statement that is left
    /// out takes along who made it.
    const KEPT: f64 = 0.4;
    let stop_words = bead.lexicon(side).stop_words;
    let is_stated = |at: &usize| !clause.contains(at) && !stop_words.contains(bead.words[side][*at].1);
    let statement: Vec<usize> = sentence(bead, side, cue).filter(is_stated).collect();
    let kept = statement.iter().filter(|&&at| bead.is_kept(side, at)).count();
    let party: Vec<usize> = party(bead, side, clause, cue).collect();
    clause.len() <= LONGEST
        && kept > 0
        && kept as f64 >= KEPT * statement.len() as f64
        && !is_party_kept(bead, side, &party)
        && !is_party_nearby(bead, side, &party)
}

/// The places of the words of the sentence around a place.
fn sentence(bead: &RewordedBead<'_>, side: Side, at: usize) -> Range<usize> {
    let words = &bead.words[side];
    let sentences = &bead.evidence.article(side).sentences;
    let Some(id) = words.get(at).and_then(|word| sentences.at(word.0.word.start())) else { return at..at };
    let span = sentences.get(id).span;
    let place = |offset: usize| words.partition_point(|(token, _)| token.word.start() < offset);
    place(span.start())..place(span.end())
}

/// The words around a cue that say who says so: *port authorities said on Tuesday*,
/// *Campaigners say that*.
fn clause_around(bead: &RewordedBead<'_>, side: Side, cue: usize) -> Range<usize> {
    let words = &bead.words[side];
    let ends = |at: &usize| bead.ends_clause(side, words[*at].0);
    let first = (0..cue).rev().find(ends).map_or(0, |at| at + 1);
    let around = bead.lexicon(side).around_speech;
    let opens = words.get(cue + 1).is_some_and(|(_, next)| around.has(next, WordClass::AfterClauseVerb));
    match (cue..words.len()).find(ends) {
        // what follows *say that* is the statement
        Some(last) if !opens && (first == cue || last - cue <= 4) => first..last + 1,
        _ => first..cue + 1,
    }
}

/// The places of the words of an attribution that name who says so.
fn party(
    bead: &RewordedBead<'_>,
    side: Side,
    clause: &Range<usize>,
    cue: usize,
) -> impl Iterator<Item = usize> {
    let lexicon = bead.lexicon(side);
    clause.clone().filter(move |&at| {
        let (token, folded) = bead.words[side][at];
        at != cue
            && !lexicon.calendar.contains(bead.evidence.slice(side, token.word))
            && !lexicon.stop_words.contains(folded)
            && !lexicon.according.contains(folded)
            && !lexicon.according.opens(folded)
    })
}

/// Whether the other side has the same party in the sentence, in another part of it:
/// *the report notes* and *the report says*, *police closed the bridge* and *police said*.
fn is_party_kept(bead: &RewordedBead<'_>, side: Side, party: &[usize]) -> bool {
    let stem = |at: &usize| bead.evidence.stem(bead.words[side][*at].0);
    let count = |side: Side, stem: &str| {
        bead.words[side].iter().filter(|(token, _)| bead.evidence.stem(token) == stem).count()
    };
    !party.is_empty() && party.iter().map(stem).all(|stem| count(side.other(), stem) >= count(side, stem))
}

/// Whether the other side names the party with a verb of saying in the sentence before:
/// its running account is still somebody’s.
fn is_party_nearby(bead: &RewordedBead<'_>, side: Side, party: &[usize]) -> bool {
    let across = side.other();
    let evidence = bead.evidence;
    let before = bead.bead.sentences[across].first().and_then(|first| first.index().checked_sub(1));
    let Some(before) = before.map(SentenceId::new) else { return false };
    let tokens = evidence.article(across).sentences.tokens(before);
    let names = |&at: &usize| {
        let token = bead.words[side][at].0;
        let is_name = evidence.slice(side, token.word).starts_with(char::is_uppercase);
        is_name && tokens.iter().any(|other| evidence.stem(other) == evidence.stem(token))
    };
    party.iter().any(names) && tokens.iter().any(|token| is_plain_cue(evidence, across, token))
}

/// Whether a quotation in the bead has a speaker, named in a sentence nearby.
fn is_attributed(bead: &RewordedBead<'_>, side: Side) -> bool {
    let sentences = &bead.evidence.article(side).sentences;
    let own = bead.bead.sentences[side].iter();
    let mut here = own.flat_map(|&id| bead.evidence.quotations_over(side, sentences.get(id).span));
    here.any(|quotation| {
        let attribution = &quotation.attribution;
        // *The mayor believes …*: words of the quotation itself, with the marks lost, name nobody
        let is_within = attribution.mention.is_some_and(|mention| quotation.has_words_in(mention));
        let is_said = match quotation.kind {
            // *she added* may go where the speaker is the one of the sentence before
            QuotationKind::Direct => attribution.speaker.is_some(),
            QuotationKind::Mixed | QuotationKind::Indirect | QuotationKind::Scare => {
                attribution.cue.is_some()
            }
        };
        is_said && !is_within
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
