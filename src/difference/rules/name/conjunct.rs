//! One of two names joined by *and* is gone: *Berg and Dahl say* became *Berg says*.

use super::RULE;
use crate::alignment::{Bead, BeadId};
use crate::difference::rules::{Evidence, Found};
use crate::difference::{Difference, DifferenceKind, Fact, FactKind, FactState, Severity};
use crate::text::{Pair, Side, Span, Token};

pub(super) fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, _) in evidence.reworded() {
        for side in Side::BOTH {
            let lone = evidence.facts_of(id).iter().filter(|fact| is_lone(evidence, fact, side));
            for fact in lone {
                let Some(spans) = joined(evidence, id, bead, side, fact) else { continue };
                if found.covers(id, spans) {
                    continue;
                }
                found.push(Difference {
                    bead: id,
                    kind: DifferenceKind::Name,
                    severity: Severity::Medium,
                    spans,
                    rule: RULE.name,
                    why: format!("check: one of two names is gone: {}.", evidence.show_pair(spans)),
                });
            }
        }
    }
}

/// Whether a fact names somebody on a side: *the Queen* does, *a founder* does not.
fn is_name(evidence: &Evidence<'_>, fact: &Fact, side: Side) -> bool {
    let is_capitalized = || {
        fact.mentions[side]
            .as_ref()
            .is_some_and(|own| evidence.article(side).slice(own.span).starts_with(char::is_uppercase))
    };
    match fact.kind {
        FactKind::Name | FactKind::Place => true,
        FactKind::Title => is_capitalized(),
        FactKind::Number | FactKind::Money | FactKind::Percent | FactKind::Date | FactKind::Time => false,
    }
}

/// Whether only one side has the name.
fn is_lone(evidence: &Evidence<'_>, fact: &Fact, side: Side) -> bool {
    is_name(evidence, fact, side) && fact.mentions[side].is_some() && fact.mentions[side.other()].is_none()
}

/// The words of the two names on a side, and of the one that stayed across.
fn joined(
    evidence: &Evidence<'_>,
    id: BeadId,
    bead: &Bead,
    side: Side,
    lone: &Fact,
) -> Option<Pair<Option<Span>>> {
    let own = lone.mentions[side].as_ref()?;
    if evidence.is_quoted(side, own.span) || evidence.is_told_nearby(bead, side, &own.value) {
        return None;
    }
    let words = evidence.all_words(side, bead);
    let first = words.iter().position(|(token, _)| token.word.overlaps(own.span))?;
    let last = words.iter().rposition(|(token, _)| token.word.overlaps(own.span))?;
    let is_and = |at: usize| evidence.lexicon(side).bounds.get(words[at].1) == Some("and");
    let is_article = |at: usize| evidence.lexicon(side).dates.has(words[at].1, "article");
    let is_tight = |from: usize, to: usize| {
        (from..to).all(|at| gap(evidence, side, words[at].0, words[at + 1].0).trim().is_empty())
    };
    // *Berg and the Queen*: the place of the name on the other side of the *and*
    let before = || {
        let head = if first > 0 && is_article(first - 1) { first - 1 } else { first };
        let and = head.checked_sub(1)?;
        let name = and.checked_sub(1)?;
        (is_and(and) && is_tight(name, first)).then_some(words[name].0)
    };
    let behind = || {
        let name = last + 2;
        let name = if name < words.len() && is_article(name) { name + 1 } else { name };
        (name < words.len() && is_and(last + 1) && is_tight(last, name)).then(|| words[name].0)
    };
    let partner = |token: &Token| {
        evidence.facts_of(id).iter().find_map(|fact| {
            let mentions = fact.mentions.as_ref().map(Option::as_ref).both()?;
            let is_partner = is_name(evidence, fact, side)
                && fact.state == FactState::Same
                && mentions[side].span.overlaps(token.word);
            is_partner.then(|| mentions.map(|mention| mention.span))
        })
    };
    let across = evidence.all_words(side.other(), bead);
    // at the head of a sentence a capital makes no name: the same word stands across
    let twin = |token: &Token| {
        let is_capitalized = evidence.article(side).slice(token.word).starts_with(char::is_uppercase);
        let mut same = across.iter().filter(|(there, _)| there.key == token.key);
        let there = same.next().filter(|_| is_capitalized && same.next().is_none())?.0;
        let is_capitalized = evidence.article(side.other()).slice(there.word).starts_with(char::is_uppercase);
        let mut spans = Pair::new(token.word, token.word);
        spans[side.other()] = there.word;
        is_capitalized.then_some(spans)
    };
    let partner = |token: &Token| partner(token).or_else(|| twin(token));
    let kept = before().and_then(partner).or_else(|| behind().and_then(partner))?;
    // across it is joined with something else
    let there = kept[side.other()];
    let lexicon = evidence.lexicon(side.other());
    let is_joint =
        |at: usize| across.get(at).is_some_and(|(_, folded)| lexicon.bounds.get(folded) == Some("and"));
    let from = across.iter().position(|(token, _)| token.word.overlaps(there))?;
    let to = across.iter().rposition(|(token, _)| token.word.overlaps(there))?;
    if is_joint(to + 1) || from > 0 && is_joint(from - 1) {
        return None;
    }
    let mut spans = Pair::new(None, None);
    spans[side] = Some(own.span.join(kept[side]));
    spans[side.other()] = Some(there);
    Some(spans)
}

/// What stands between two words.
fn gap<'a>(evidence: &Evidence<'a>, side: Side, one: &Token, two: &Token) -> &'a str {
    evidence.article(side).slice(Span::new(one.word.end(), two.word.start().max(one.word.end())))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn one_of_two_names_is_gone() {
        check(
            "Then Berg and Dahl left Oslo on the old boat.",
            "Then Berg left Oslo on the old boat.",
            &["medium name [-Berg and Dahl-]{+Berg+}"],
        );
        check(
            "Then Berg and the Queen left town on the old boat.",
            "Then Berg left town on the old boat.",
            &["medium name [-Berg and the Queen-]{+Berg+}"],
        );
    }

    #[test]
    fn a_role_behind_and_is_no_name() {
        check(
            "Then Berg, of the Harbor Partners and founder of a bank, left town.",
            "Then Berg, founder of a bank, left town.",
            &["low lone-value [-of the Harbor Partners and-]"],
        );
    }

    #[test]
    fn a_name_told_in_the_next_sentence_is_not_gone() {
        check(
            "Then Berg and Dahl left Oslo on the boat.\nThey waved.",
            "Then Berg left Oslo on the boat.\nThen Dahl waved.",
            &["low wording [-and Dahl-]", "low wording [-They-]{+Then Dahl+}"],
        );
    }
}
