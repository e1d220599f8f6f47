//! The rank before a role: *the former mayor* became *the mayor*, *Ann Berg, chief helicopter
//! pilot for the coast guard*, became *helicopter pilot Ann Berg*.
//!
//! The role need not be in the same place: it is found by its word, if each side has it once.

use super::finding::{Aspect, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::lexicon::{Lexicon, WordClass};
use crate::text::{HYPHENS, Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "rank",
    doc: "A word that makes an office another one came or went: former, deputy, chief, acting.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "A deputy is promoted by a slip, a former mayor is mayor again.",
    before: "The former mayor of the town opened the new bridge.",
    after: "The mayor of the town opened the new bridge.",
    finds: "“Former”, “deputy”, “chief”, “acting” and their like that came or went before an office or a role, wherever it is in the sentence.",
    leaves: "Ranks of one sense (“former mayor” and “ex-mayor”), roles that a side has more than once, words inside quotation marks.",
    weight: "Medium: a prompt, because one office has many names.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

/// A role with what ranks it.
struct Role<'a> {
    /// The word, folded.
    name: &'a str,
    /// Its ranks in their common form, sorted.
    ranks: Vec<&'a str>,
    /// From the first rank, or from the role, to its end.
    span: Span,
}

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let reason = || Reason::Differs(Aspect::Value(FactKind::Title));
    let mut found = Vec::new();
    for edit in bead.edits {
        if edit.spans.only_side().is_some_and(|side| is_lone_rank(&bead.sides[side], edit.spans[side])) {
            found.push(bead.check(edit.spans, reason()));
        }
    }
    let roles = bead.sides.as_ref().map(roles);
    for left in &roles.left {
        let is_same = |role: &&Role<'_>| role.name == left.name;
        let mut across = roles.right.iter().filter(is_same);
        let (Some(right), None) = (across.next(), across.next()) else { continue };
        let spans = Pair::new(left.span, right.span);
        let is_quoted = Side::BOTH.into_iter().any(|side| bead.sides[side].is_quoted(spans[side]));
        if left.ranks != right.ranks && !is_quoted && roles.left.iter().filter(is_same).count() == 1 {
            found.push(bead.check(spans.map(Some), reason()));
        }
    }
    found
}

/// Whether words that only one side has are a single rank.
fn is_lone_rank(own: &BeadSide<'_>, span: Option<Span>) -> bool {
    let &[(token, folded)] = own.words_in(span) else { return false };
    own.lexicon.ranks.get(folded).is_some_and(|rank| !rank.is_before_role) && !own.is_quoted(token.word)
}

/// The roles of one side of a bead.
fn roles<'a>(own: &BeadSide<'a>) -> Vec<Role<'a>> {
    /// How many words before a role can rank it: *former deputy chief pilot*.
    const REACH: usize = 3;
    let (words, lexicon) = (&own.words, own.lexicon);
    let mut found = Vec::new();
    for (at, &(token, folded)) in words.iter().enumerate() {
        // *vice-president* is a role with its rank
        let compound = own.slice(token.word).rsplit_once(HYPHENS);
        let compound = compound.filter(|(_, role)| is_role(lexicon, role));
        let name = compound.map_or(folded, |(_, role)| role);
        if !is_role(lexicon, name) {
            continue;
        }
        let parts = compound.into_iter().flat_map(|(ranks, _)| ranks.split(HYPHENS));
        let mut ranks: Vec<&str> = parts.filter_map(|rank| common_form(lexicon, rank)).collect();
        let mut span = token.word;
        let mut next = token.word;
        for &(before, folded) in words[at.saturating_sub(REACH)..at].iter().rev() {
            let gap = own.slice(Span::new(before.word.end(), next.start()));
            if !gap.trim_matches([' ', '-', '\u{a0}', '\n']).is_empty() || lexicon.stop_words.contains(folded)
            {
                break;
            }
            if let Some(rank) = common_form(lexicon, folded) {
                ranks.push(rank);
                span = span.join(before.word);
            }
            next = before.word;
        }
        ranks.sort_unstable();
        ranks.dedup();
        found.push(Role { name, ranks, span });
    }
    found
}

/// The rank that a word is, in its common form.
fn common_form<'a>(lexicon: &Lexicon, folded: &'a str) -> Option<&'a str> {
    Some(lexicon.ranks.get(folded)?.common.unwrap_or(folded))
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
            &["medium rank [-chief helicopter pilot-]{+pilot+}"],
        );
    }

    #[test]
    fn ranks_of_one_sense() {
        check("The former mayor left.", "The ex-mayor left.", &["low wording [-former mayor-]{+ex-mayor+}"]);
    }

    #[test]
    fn a_word_that_makes_another_office_is_a_prompt() {
        check(
            "The former mayor left the town hall.",
            "The mayor left the town hall.",
            &["medium rank [-former-]"],
        );
    }
}
