//! One of two names joined by *and* is gone: *Berg and Dahl say* became *Berg says*.

use super::evidence::{Word, spans_of};
use super::finding::{Aspect, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Fact, FactKind, FactMention, FactState, Severity};
use crate::lexicon::{BoundRole, DateRole};
use crate::text::{Pair, Side, Span};
use crate::words::Token;

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
    let (own, across) = (&bead.sides[side], &bead.sides[side.other()]);
    let lone = bead.facts.iter().filter(|fact| fact.mentions.only_side() == Some(side));
    let found = lone.filter(|fact| is_name(own, fact)).filter_map(|fact| {
        let mention = fact.mentions[side].as_ref()?;
        if own.is_quoted(mention.span) || bead.evidence.is_stated_nearby(bead.bead, side, mention) {
            return None;
        }
        let (first, last) = ends(own, mention.span)?;
        let places = [before(own, first), after(own, last)].into_iter().flatten();
        let mut kept = places.filter_map(|at| {
            let name = own.words[at].0;
            same_name(bead, own, name).or_else(|| same_word(own, across, name))
        });
        let kept = kept.next()?;
        let mut spans = kept.map(Some);
        spans[side] = Some(mention.span.join(kept[side]));
        let (first, last) = ends(across, kept[side.other()])?;
        let is_joined = is_and(across, last + 1) || first > 0 && is_and(across, first - 1);
        (!is_joined).then(|| bead.check(spans, Reason::Differs(Aspect::JoinedName)))
    });
    found.collect()
}

/// Whether a fact names somebody on a side: *the Queen* does, *a founder* does not.
fn is_name(own: &BeadSide<'_>, fact: &Fact) -> bool {
    let is_capitalized = |mention: &FactMention| is_capitalized(own, mention.span);
    match fact.kind {
        FactKind::Name | FactKind::Place => true,
        FactKind::Title => fact.mentions[own.side].as_ref().is_some_and(is_capitalized),
        FactKind::Number | FactKind::Money | FactKind::Percent | FactKind::Date | FactKind::Time => false,
    }
}

fn is_capitalized(own: &BeadSide<'_>, span: Span) -> bool {
    own.slice(span).starts_with(char::is_uppercase)
}

fn is_and(own: &BeadSide<'_>, at: usize) -> bool {
    own.words.get(at).is_some_and(|(_, folded)| {
        own.lexicon.bounds.get(folded).is_some_and(|roles| roles.contains(BoundRole::And))
    })
}

/// The places of the first and the last word of a name.
fn ends(own: &BeadSide<'_>, name: Span) -> Option<(usize, usize)> {
    let is_of = |(token, _): &Word<'_>| token.word.overlaps(name);
    Some((own.words.iter().position(is_of)?, own.words.iter().rposition(is_of)?))
}

/// The place of the name that *and* joins with the one after it: *Berg and the Queen*.
fn before(own: &BeadSide<'_>, first: usize) -> Option<usize> {
    let head = if first > 0 && is_article(own, first - 1) { first - 1 } else { first };
    let name = head.checked_sub(2)?;
    (is_and(own, name + 1) && is_tight(own, name, first)).then_some(name)
}

/// The place of the name that *and* joins with the one before it.
fn after(own: &BeadSide<'_>, last: usize) -> Option<usize> {
    let name = last + 2 + usize::from(is_article(own, last + 2));
    (name < own.words.len() && is_and(own, last + 1) && is_tight(own, last, name)).then_some(name)
}

fn is_article(own: &BeadSide<'_>, at: usize) -> bool {
    own.words.get(at).is_some_and(|(_, folded)| {
        own.lexicon.dates.get(folded).is_some_and(|word| word.roles.contains(DateRole::Article))
    })
}

/// Whether only blanks separate some words.
fn is_tight(own: &BeadSide<'_>, first: usize, last: usize) -> bool {
    let is_blank = |at| own.slice(Span::new(own.span(at).end(), own.span(at + 1).start())).trim().is_empty();
    (first..last).all(is_blank)
}

/// The name that has a word, if both sides have it.
fn same_name(bead: &RewordedBead<'_>, own: &BeadSide<'_>, token: &Token) -> Option<Pair<Span>> {
    bead.facts.iter().filter(|fact| fact.state == FactState::Same && is_name(own, fact)).find_map(|fact| {
        let names = spans_of(fact).both()?;
        names[own.side].overlaps(token.word).then_some(names)
    })
}

/// The word on both sides, if it is capitalized on both and the other side has it once: at the head
/// of a sentence a capital makes no name.
fn same_word(own: &BeadSide<'_>, across: &BeadSide<'_>, token: &Token) -> Option<Pair<Span>> {
    let mut same = across.words.iter().filter(|(there, _)| there.key == token.key);
    let there = same.next().filter(|_| same.next().is_none())?.0.word;
    let spans = Pair::from_fn(|side| if side == own.side { token.word } else { there });
    (is_capitalized(own, token.word) && is_capitalized(across, there)).then_some(spans)
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
    fn a_role_after_and_is_no_name() {
        check(
            "Then Berg, of the Harbor Partners and founder of a bank, left town.",
            "Then Berg, founder of a bank, left town.",
            &["low lone-value [-of the Harbor Partners and-]"],
        );
    }

    #[test]
    fn a_name_in_the_next_sentence_is_not_gone() {
        check(
            "Then Berg and Dahl left Oslo on the boat.\nThey waved.",
            "Then Berg left Oslo on the boat.\nThen Dahl waved.",
            &["low wording [-and Dahl-]", "low wording [-They-]{+Then Dahl+}"],
        );
    }
}
