//! An attribution was lost: *The bridge was closed, police said* became *The bridge was closed.*

use std::ops::Range;

use super::cue::{Cue, cues, introduces, is_plain_cue};
use super::evidence::Spans;
use super::finding::{Contrast, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use super::term::{Term, whole};
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::{Framing, WordClass};
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
        cues: bead.sides.as_ref().map(cues),
    };
    // once a sentence, however many verbs attribute it
    let lost = Side::BOTH.map(|side| (side, lost(bead, side, &terms)));
    let Some((side, clauses)) = lost.into_iter().find(|(_, clauses)| !clauses.is_empty()) else {
        return Vec::new();
    };
    let place = |clause: Range<usize>| Some(Pair::only(side, whole(&bead.sides[side].words[clause])?));
    let places: Vec<Spans> = clauses.into_iter().filter_map(place).collect();
    let reason = Reason::Contrast(side, Contrast::Attributes);
    vec![bead.check(Spans::default(), reason).claiming(places)]
}

/// Words that may attribute a statement.
struct Terms {
    framing: Pair<Vec<Term<Framing>>>,
    according: Pair<Vec<Term<()>>>,
    cues: Pair<Vec<Cue>>,
}

/// The attributions of one side that the other lacks, as places among its words.
fn lost(bead: &RewordedBead<'_>, side: Side, terms: &Terms) -> Vec<Range<usize>> {
    let (own, across) = (&bead.sides[side], &bead.sides[side.other()]);
    let others = &terms.cues[across.side];
    if !bead.is_sentence()
        || is_attributed(across)
        || others.iter().any(|cue| across.differs(across.span(cue.at)))
        || !terms.according[across.side].is_empty()
    {
        return Vec::new();
    }
    let according = terms.according[side].iter().filter_map(|term| according_clause(own, across, *term));
    let framing = terms.framing[side].iter().filter_map(|term| relative_clause(own, *term));
    let cues = terms.cues[side].iter().filter(|cue| others.is_empty() && own.differs(own.span(cue.at)));
    let said = cues.filter_map(|cue| speech_clause(own, across, *cue));
    let mut found: Vec<Range<usize>> = according.chain(framing).chain(said).collect();
    found.sort_by_key(|clause| clause.start);
    found
}

/// *According to the port,* to the end of the clause.
fn according_clause(own: &BeadSide<'_>, across: &BeadSide<'_>, frame: Term<()>) -> Option<Range<usize>> {
    let last = (frame.at..own.words.len()).find(|&at| own.ends_clause(at))?;
    let mut clause = frame.at..last + 1;
    if clause == sentence(own, frame.at) {
        // *Nach Angaben des Hafens ist das Tor zu* has no mark: what both sides have is not of it
        let new = clause.clone().take_while(|&at| own.differs(own.span(at)));
        clause.end = new.filter(|&at| !own.lexicon.stop_words.contains(own.folded(at))).last()? + 1;
    }
    is_lost(own, across, &clause, frame.at).then_some(clause)
}

/// *what critics call* and *what he sees as*, before words that both sides have.
fn relative_clause(own: &BeadSide<'_>, frame: Term<Framing>) -> Option<Range<usize>> {
    let (words, verbs) = (&own.words, own.lexicon.speech_verbs);
    let closes = |at: usize| {
        words.get(at).is_some_and(|word| own.lexicon.framing.get(word.1) == Some(Framing::Closes))
    };
    let is_verb = |&at: &usize| {
        let classes = verbs.classes(own.folded(at));
        classes.is(WordClass::Naming) || classes.is(WordClass::Attitude) && closes(at + 1)
    };
    let mut clause = (frame.end() + 1..words.len()).take_while(|&at| !own.ends_clause(at - 1));
    let verb = clause.find(is_verb).filter(|_| frame.value == Framing::Opens)?;
    let end = verb + 1 + usize::from(closes(verb + 1));
    let clause = Term { length: end - frame.at, ..frame };
    (!own.is_kept(verb) && own.is_context_kept(clause)).then_some(frame.at..end)
}

/// *police said*, *Experts believe that*, with a verb that introduces a statement.
fn speech_clause(own: &BeadSide<'_>, across: &BeadSide<'_>, cue: Cue) -> Option<Range<usize>> {
    let clause = clause_around(own, cue.at);
    // *I believe* is the writer's own
    let is_own = |at: usize| own.lexicon.turns.has(own.folded(at), WordClass::FirstPerson);
    // *this is when it was revealed* names nobody
    let is_plain = own.lexicon.around_speech.has(own.folded(cue.at), WordClass::Plain);
    let says_who = is_plain || party(own, &clause, cue.at).next().is_some();
    (says_who && introduces(own, cue) && !clause.clone().any(is_own) && is_lost(own, across, &clause, cue.at))
        .then_some(clause)
}

/// Whether the other side has the statement of an attribution, but not its party.
fn is_lost(own: &BeadSide<'_>, across: &BeadSide<'_>, clause: &Range<usize>, cue: usize) -> bool {
    /// The most words of an attribution: *according to a report on the old piers in the port* has eleven.
    /// Half or twice as many change the findings of three and one of 877 texts.
    const LONGEST: usize = 16;
    /// The share of a statement’s words that the other side must have: a statement that is left
    /// out takes along who made it. Half or twice as much changes the findings of 12 texts each.
    const KEPT: f64 = 0.4;
    let is_stated = |at: &usize| !clause.contains(at) && !own.lexicon.stop_words.contains(own.folded(*at));
    let statement: Vec<usize> = sentence(own, cue).filter(is_stated).collect();
    let kept = statement.iter().filter(|&&at| own.is_kept(at)).count();
    let party: Vec<usize> = party(own, clause, cue).collect();
    clause.len() <= LONGEST
        && kept > 0
        && kept as f64 >= KEPT * statement.len() as f64
        && !is_party_kept(own, across, &party)
        && !is_party_nearby(own, across, &party)
}

/// The places of the words of the sentence around a place.
fn sentence(own: &BeadSide<'_>, at: usize) -> Range<usize> {
    let sentences = &own.evidence.article(own.side).sentences;
    let Some(id) = sentences.at(own.span(at).start()) else { return at..at };
    let span = sentences.get(id).span;
    let place = |offset: usize| own.words.partition_point(|(token, _)| token.word.start() < offset);
    place(span.start())..place(span.end())
}

/// The words of an attribution around its cue: *port authorities said on Tuesday*,
/// *Campaigners say that*.
fn clause_around(own: &BeadSide<'_>, cue: usize) -> Range<usize> {
    let first = (0..cue).rev().find(|&at| own.ends_clause(at)).map_or(0, |at| at + 1);
    let around = own.lexicon.around_speech;
    let opens = own.words.get(cue + 1).is_some_and(|(_, next)| around.has(next, WordClass::AfterClauseVerb));
    match (cue..own.words.len()).find(|&at| own.ends_clause(at)) {
        // what follows *say that* is the statement; *said on Tuesday in Oslo* goes on for four words at most
        Some(last) if !opens && (first == cue || last - cue <= 4) => first..last + 1,
        _ => first..cue + 1,
    }
}

/// The places of the words of an attribution that name its source.
fn party(own: &BeadSide<'_>, clause: &Range<usize>, cue: usize) -> impl Iterator<Item = usize> {
    let lexicon = own.lexicon;
    clause.clone().filter(move |&at| {
        at != cue
            && !lexicon.calendar.contains(own.slice(own.span(at)))
            && !lexicon.stop_words.contains(own.folded(at))
    })
}

/// Whether the other side has the same party in the sentence, in another part of it:
/// *the report notes* and *the report says*, *police closed the bridge* and *police said*.
fn is_party_kept(own: &BeadSide<'_>, across: &BeadSide<'_>, party: &[usize]) -> bool {
    let count =
        |side: &BeadSide<'_>, stem: &str| (0..side.words.len()).filter(|&at| side.stem(at) == stem).count();
    let mut stems = party.iter().map(|&at| own.stem(at));
    !party.is_empty() && stems.all(|stem| count(across, stem) >= count(own, stem))
}

/// Whether the other side names the party with a verb of saying in the sentence before: readers still
/// know whose account it is.
fn is_party_nearby(own: &BeadSide<'_>, across: &BeadSide<'_>, party: &[usize]) -> bool {
    let evidence = own.evidence;
    let before = across.sentences.first().and_then(|first| first.index().checked_sub(1));
    let Some(before) = before.map(SentenceId::new) else { return false };
    let tokens = evidence.article(across.side).sentences.tokens(before);
    let names = |&at: &usize| {
        let is_name = own.slice(own.span(at)).starts_with(char::is_uppercase);
        is_name && tokens.iter().any(|other| evidence.stem(other) == own.stem(at))
    };
    party.iter().any(names) && tokens.iter().any(|token| is_plain_cue(evidence, across.side, token))
}

/// Whether a quotation in the bead has a speaker, named in a sentence nearby.
fn is_attributed(across: &BeadSide<'_>) -> bool {
    let sentences = &across.evidence.article(across.side).sentences;
    let own = across.sentences.iter();
    let mut here = own.flat_map(|&id| across.evidence.quotations_over(across.side, sentences.get(id).span));
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
    fn a_source_that_is_still_named_is_not_lost() {
        check(
            "The bridge was shut, the report by the office notes.",
            "The bridge was shut, the report says.",
            &["low wording [-by the office notes.-]{+says.+}"],
        );
    }
}
