//! A word is gone before the name of a people or a party: *moderate Veldrans* became *Veldrans*.

use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, EditOp, FactKind, Severity};
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{Pair, Side};
use crate::words::Token;

pub(super) const RULE: Rule = Rule {
    name: "name-qualifier",
    doc: "A word is gone before the name of a people or a party: “moderate Veldrans” became “Veldrans”.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "What some of a people did is now said of all of them.",
    before: "They killed moderate Russians in the old town on Monday.",
    after: "They killed Russians in the old town on Monday.",
    finds: "An adjective before the name of a people or a party that only one side has.",
    leaves: "Words that other rules weigh, as quantities and hedges; words inside quotation marks.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::BeadSides(find),
};

fn find(bead: &RewordedBead<'_>, side: Side) -> Vec<Finding> {
    let own = &bead.sides[side];
    let found = bead.edits.windows(2).filter_map(|pair| {
        let [edit, next] = pair else { return None };
        let &[(token, folded)] = own.words_in(edit.spans[side]) else { return None };
        let is_lone = edit.spans[side.other()].is_none() && next.op == EditOp::Equal;
        let (people, name) = *own.words_in(next.spans[side].filter(|_| is_lone)).first()?;
        let named = own.slice(people.word);
        let is_found = is_adjective(own.lexicon, own.slice(token.word), folded)
            && is_plural(named)
            && is_people(bead, side, people, name)
            && token.word.end() + 1 == people.word.start()
            && !own.is_quoted(token.word);
        let reason = Reason::Differs(Aspect::NameQualifier(named.to_owned()));
        let finding = bead.check(Pair::only(side, token.word.join(people.word)), reason);
        is_found.then(|| finding.claiming(vec![edit.spans]))
    });
    found.collect()
}

/// Whether a word says which of a people are meant: no verb (*running Veldrans*), and nothing that
/// another rule weighs.
fn is_adjective(lexicon: &Lexicon, raw: &str, folded: &str) -> bool {
    let listed = [
        lexicon.stop_words,
        *lexicon.quantifiers,
        *lexicon.hedges,
        *lexicon.numbers,
        *lexicon.modals,
        *lexicon.ranks,
        *lexicon.dates,
        *lexicon.bounds,
        *lexicon.titles,
    ];
    let classed = [lexicon.around_numbers, lexicon.grammar_words, lexicon.people_nouns, lexicon.speech_verbs];
    raw.chars().all(|c| c.is_lowercase() || c == '-')
        && !lexicon.has_ending(raw, WordClass::Ing)
        && !listed.iter().any(|list| list.contains(folded))
        && !classed.iter().any(|list| list.contains(folded))
}

/// *Veldrans*, *Democrats*: many, and no genitive.
fn is_plural(raw: &str) -> bool {
    raw.starts_with(char::is_uppercase)
        && raw.ends_with('s')
        && !raw.ends_with("ss")
        && raw.chars().filter(|c| c.is_uppercase()).count() == 1
}

/// Whether a word names people.
fn is_people(bead: &RewordedBead<'_>, side: Side, token: &Token, folded: &str) -> bool {
    bead.sides[side].lexicon.people_nouns.has(folded, WordClass::Group)
        || bead.facts.iter().any(|fact| {
            matches!(fact.kind, FactKind::Name | FactKind::Place)
                && fact.mentions[side].as_ref().is_some_and(|mention| mention.span.overlaps(token.word))
        })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn which_of_a_people() {
        check(
            "They killed moderate Russians in the old town.",
            "They killed Russians in the old town.",
            &["medium name-qualifier [-moderate Russians-]"],
        );
        check("They saw the Russians there.", "They saw Russians there.", &["low wording [-the-]"]);
    }
}
