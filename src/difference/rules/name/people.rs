//! A word is gone before the name of a people or a party: *moderate Veldrans* became *Veldrans*.

use super::RULE;
use crate::difference::rules::{Evidence, Found};
use crate::difference::{Difference, DifferenceKind, EditOp, FactKind, Severity};
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{Pair, Side};

pub(super) fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        for (at, edit) in edits.iter().enumerate() {
            let side = match (edit.spans.left, edit.spans.right) {
                (Some(_), None) => Side::Left,
                (None, Some(_)) => Side::Right,
                _ => continue,
            };
            let kept = edits.get(at + 1).filter(|next| next.op == EditOp::Equal);
            let own = evidence.words(side, bead, edit.spans[side]);
            let next = kept.map(|kept| evidence.words(side, bead, kept.spans[side])).unwrap_or_default();
            let (&[(token, folded)], Some((people, name))) = (&own[..], next.first()) else { continue };
            let raw = evidence.article(side).slice(token.word);
            let named = evidence.article(side).slice(people.word);
            let is_fact = evidence.facts_of(id).iter().any(|fact| {
                matches!(fact.kind, FactKind::Name | FactKind::Place)
                    && fact.mentions[side].as_ref().is_some_and(|mention| mention.span.overlaps(people.word))
            });
            let is_people = is_fact || evidence.lexicon(side).people_nouns.has(name, WordClass::Group);
            if !is_adjective(evidence.lexicon(side), raw, folded)
                || !is_plain(evidence.lexicon(side), raw)
                || !is_plural(named)
                || !is_people
                || token.word.end() + 1 != people.word.start()
                || found.covers(id, edit.spans)
                || evidence.is_quoted(side, token.word)
            {
                continue;
            }
            let spans =
                Pair::from_fn(|of: Side| if of == side { Some(token.word.join(people.word)) } else { None });
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Name,
                severity: Severity::Medium,
                spans,
                rule: RULE.name,
                why: format!("check: only one side says which {named}: {}.", evidence.show_pair(spans)),
            });
        }
    }
}

/// Whether a word is no verb: *running Veldrans*.
fn is_plain(lexicon: &Lexicon, raw: &str) -> bool {
    !lexicon.has_ending(raw, WordClass::Ing)
}

/// Whether a word says which of a people are meant, and no other rule weighs it.
fn is_adjective(lexicon: &Lexicon, raw: &str, folded: &str) -> bool {
    raw.chars().all(|c| c.is_lowercase() || c == '-')
        && ![
            lexicon.stop_words,
            lexicon.quantifiers,
            lexicon.hedges,
            lexicon.numbers,
            lexicon.modals,
            lexicon.ranks,
        ]
        .iter()
        .chain(&[lexicon.dates, lexicon.bounds, lexicon.titles])
        .any(|list| list.contains(folded))
        && ![lexicon.around_numbers, lexicon.grammar_words, lexicon.people_nouns, lexicon.speech_verbs]
            .iter()
            .any(|list| list.contains(folded))
}

/// *Veldrans*, *Democrats*: many, and no genitive.
fn is_plural(raw: &str) -> bool {
    raw.starts_with(char::is_uppercase)
        && raw.ends_with('s')
        && !raw.ends_with("ss")
        && raw.len() > 4
        && raw.chars().all(char::is_alphabetic)
        && raw.chars().filter(|c| c.is_uppercase()).count() == 1
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn which_of_a_people() {
        check(
            "They killed moderate Russians in the old town.",
            "They killed Russians in the old town.",
            &["medium name [-moderate Russians-]"],
        );
        check("They saw the Russians there.", "They saw Russians there.", &["low wording [-the-]"]);
    }
}
