//! One of two names joined by *and* is gone: *Berg and Dahl say* became *Berg says*.

use super::finding::Finding;
use super::reason::{Aspect, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Fact, FactKind, FactState, Severity};
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "joined-name",
    doc: "One of two names joined by “and” is gone.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "Two people said so, and one is credited.",
    before: "Then Anna Berg and Ole Dahl left the meeting on the old boat.",
    after: "Then Anna Berg left the meeting on the old boat.",
    finds: "Two names joined by “and” on one side, only one of which the other side has.",
    leaves: "Names that the other side gives in the sentence before or after, or joins with another name.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::BeadSides(find),
};

fn find(bead: &RewordedBead<'_>, side: Side) -> Vec<Finding> {
    let lone =
        bead.facts.iter().filter(|fact| fact.mentions[side.other()].is_none() && is_name(bead, fact, side));
    let found = lone.filter_map(|fact| {
        let own = fact.mentions[side].as_ref()?;
        if bead.evidence.is_quoted(side, own.span) || bead.evidence.is_stated_nearby(bead.bead, side, own) {
            return None;
        }
        let kept = partner(bead, side, own.span)?;
        if is_joined(bead, side.other(), kept[side.other()])? {
            return None;
        }
        let mut spans = kept.map(Some);
        spans[side] = Some(own.span.join(kept[side]));
        Some(bead.check(spans, Reason::Differs(Aspect::JoinedName)))
    });
    found.collect()
}

/// Whether a fact names somebody on a side: *the Queen* does, *a founder* does not.
fn is_name(bead: &RewordedBead<'_>, fact: &Fact, side: Side) -> bool {
    let is_capitalized = |span: Span| is_capitalized(bead, side, span);
    fact.mentions[side].as_ref().is_some_and(|own| match fact.kind {
        FactKind::Name | FactKind::Place => true,
        FactKind::Title => is_capitalized(own.span),
        FactKind::Number | FactKind::Money | FactKind::Percent | FactKind::Date | FactKind::Time => false,
    })
}

fn is_capitalized(bead: &RewordedBead<'_>, side: Side, span: Span) -> bool {
    bead.evidence.slice(side, span).starts_with(char::is_uppercase)
}

fn is_and(bead: &RewordedBead<'_>, side: Side, at: usize) -> bool {
    let word = bead.words[side].get(at);
    word.is_some_and(|(_, folded)| bead.lexicon(side).bounds.get(folded) == Some("and"))
}

/// The places of the first and the last word of a name.
fn ends(bead: &RewordedBead<'_>, side: Side, name: Span) -> Option<(usize, usize)> {
    let words = &bead.words[side];
    let first = words.iter().position(|(token, _)| token.word.overlaps(name))?;
    Some((first, words.iter().rposition(|(token, _)| token.word.overlaps(name))?))
}

/// The name that is joined with a lone one on a side and that the other side has, on both sides.
fn partner(bead: &RewordedBead<'_>, side: Side, lone: Span) -> Option<Pair<Span>> {
    let words = &bead.words[side];
    let (first, last) = ends(bead, side, lone)?;
    let is_article = |at: usize| bead.lexicon(side).dates.has(words[at].1, "article");
    let is_tight = |from: usize, to: usize| {
        let gaps =
            words[from..=to].windows(2).map(|pair| Span::new(pair[0].0.word.end(), pair[1].0.word.start()));
        { gaps }.all(|gap| bead.evidence.slice(side, gap).trim().is_empty())
    };
    // *Berg and the Queen*: the place of the name on the other side of the *and*
    let before = || {
        let head = if first > 0 && is_article(first - 1) { first - 1 } else { first };
        let name = head.checked_sub(2)?;
        (is_and(bead, side, name + 1) && is_tight(name, first)).then_some(words[name].0)
    };
    let after = || {
        let name = last + 2;
        let name = if name < words.len() && is_article(name) { name + 1 } else { name };
        (name < words.len() && is_and(bead, side, last + 1) && is_tight(last, name)).then(|| words[name].0)
    };
    let kept = |token: &Token| same_name(bead, side, token).or_else(|| same_word(bead, side, token));
    before().and_then(kept).or_else(|| after().and_then(kept))
}

/// The name that has a word, if both sides have it.
fn same_name(bead: &RewordedBead<'_>, side: Side, token: &Token) -> Option<Pair<Span>> {
    bead.facts.iter().find_map(|fact| {
        let mentions = fact.mentions.as_ref().map(Option::as_ref).both()?;
        let is_same = fact.state == FactState::Same
            && is_name(bead, fact, side)
            && mentions[side].span.overlaps(token.word);
        is_same.then(|| mentions.map(|mention| mention.span))
    })
}

/// The word on both sides, if it is capitalized on both and the other side has it once: at the head
/// of a sentence a capital makes no name.
fn same_word(bead: &RewordedBead<'_>, side: Side, token: &Token) -> Option<Pair<Span>> {
    let other = side.other();
    let mut same = bead.words[other].iter().filter(|(there, _)| there.key == token.key);
    let there = same.next().filter(|_| same.next().is_none())?.0;
    let spans = Pair::from_fn(|of| if of == side { token.word } else { there.word });
    Side::BOTH.into_iter().all(|side| is_capitalized(bead, side, spans[side])).then_some(spans)
}

/// Whether a name is joined with something else; nothing if it is not in the bead.
fn is_joined(bead: &RewordedBead<'_>, side: Side, name: Span) -> Option<bool> {
    let (first, last) = ends(bead, side, name)?;
    Some(is_and(bead, side, last + 1) || first > 0 && is_and(bead, side, first - 1))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn one_of_two_names_is_gone() {
        check(
            "Then Berg and Dahl left Oslo on the old boat.",
            "Then Berg left Oslo on the old boat.",
            &["medium joined-name [-Berg and Dahl-]{+Berg+}"],
        );
        check(
            "Then Berg and the Queen left town on the old boat.",
            "Then Berg left town on the old boat.",
            &["medium joined-name [-Berg and the Queen-]{+Berg+}"],
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
