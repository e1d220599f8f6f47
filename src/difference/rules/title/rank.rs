//! The rank before a role that both sides name: *Ann Berg, chief helicopter pilot for the
//! coast guard*, became *helicopter pilot Ann Berg*.
//!
//! The role need not stand in the same place: it is found by its word, where each side
//! has it once.

use std::collections::HashMap;

use super::RULE;
use crate::alignment::Bead;
use crate::difference::rules::{Evidence, Found};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{Pair, Side, Span};

/// How many words before a role may belong to it.
const REACH: usize = 3;

/// A role with what ranks it.
struct Role<'a> {
    /// The word, folded.
    name: &'a str,
    /// Its ranks in their common form, sorted.
    ranks: Vec<&'a str>,
    /// From the first rank, or from the role, to its end.
    span: Span,
}

pub(super) fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, _) in evidence.reworded() {
        let roles = Pair::from_fn(|side| roles(evidence, bead, side));
        let single = roles.as_ref().map(|roles| single(roles));
        for left in &roles.left {
            let once = Pair::from_fn(|side| single[side].get(left.name).copied().flatten());
            let Some(Pair { right, .. }) = once.both() else { continue };
            let spans = Pair::new(Some(left.span), Some(right.span));
            let quoted =
                evidence.is_quoted(Side::Left, left.span) || evidence.is_quoted(Side::Right, right.span);
            if left.ranks == right.ranks || quoted || found.covers(id, spans) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Name,
                severity: Severity::Medium,
                spans,
                rule: RULE.name,
                why: format!("check: the title may differ: {}.", evidence.show_pair(spans)),
            });
        }
    }
}

/// The roles by name; none for a name that several have.
fn single<'r, 'a>(roles: &'r [Role<'a>]) -> HashMap<&'a str, Option<&'r Role<'a>>> {
    let mut found = HashMap::new();
    for role in roles {
        found.entry(role.name).and_modify(|single| *single = None).or_insert(Some(role));
    }
    found
}

/// The roles of one side of a bead.
fn roles<'a>(evidence: &Evidence<'a>, bead: &Bead, side: Side) -> Vec<Role<'a>> {
    let lexicon = evidence.lexicon(side);
    let article = evidence.article(side);
    let words = evidence.all_words(side, bead);
    let mut found = Vec::new();
    for (at, &(token, folded)) in words.iter().enumerate() {
        let raw = article.slice(token.word);
        // *vice-president* is a role with its rank
        let (ranked, name) = match raw.rsplit_once(['-', '‐', '‑']) {
            Some((rank, _)) => {
                let role = words_of(raw).last().filter(|role| is_role(lexicon, role));
                (role.map(|_| rank), role.unwrap_or(folded))
            }
            None => (None, folded),
        };
        if !is_role(lexicon, name) {
            continue;
        }
        let mut start = token.word.start();
        let mut ranks: Vec<&str> =
            ranked.into_iter().flat_map(words_of).filter_map(|rank| common(lexicon, rank)).collect();
        for before in (at.saturating_sub(REACH)..at).rev() {
            let (token, folded) = words[before];
            let next = words[before + 1].0.word.start();
            let gap = article.slice(Span::new(token.word.end(), next.max(token.word.end())));
            if !gap.trim_matches([' ', '-', '\u{a0}', '\n']).is_empty() || lexicon.stop_words.contains(folded)
            {
                break;
            }
            if let Some(rank) = common(lexicon, folded) {
                ranks.push(rank);
                start = token.word.start();
            }
        }
        ranks.sort_unstable();
        ranks.dedup();
        found.push(Role { name, ranks, span: Span::new(start, token.word.end()) });
    }
    found
}

/// The parts of a compound, as they stand.
fn words_of(raw: &str) -> impl Iterator<Item = &str> + use<'_> {
    raw.split(['-', '‐', '‑'])
}

/// The rank that a word is, in its common form.
fn common<'a>(lexicon: &Lexicon, folded: &'a str) -> Option<&'a str> {
    let value = lexicon.ranks.get(folded)?.trim_end_matches("before-role").trim_end();
    Some(if value.is_empty() { folded } else { value })
}

/// Whether a word says what one person is.
fn is_role(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.titles.contains(folded) && !lexicon.ranks.contains(folded)
        || lexicon.people_nouns.has(folded, WordClass::Person)
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_rank_that_went_with_the_place_of_its_role() {
        check(
            "“There are none,” says Ann Berg, chief helicopter pilot for the coast guard.",
            "“There are none,” says helicopter pilot Ann Berg.",
            &["medium title [-chief helicopter pilot-]{+pilot+}"],
        );
        check(
            "Tom Hale, the deputy mayor, left the hall on foot.",
            "The mayor, Tom Hale, left the hall on foot.",
            &["medium title [-deputy mayor-]{+mayor+}"],
        );
    }

    #[test]
    fn ranks_of_one_sense() {
        check("The former mayor left.", "The ex-mayor left.", &["low wording [-former mayor-]{+ex-mayor+}"]);
    }
}
