//! A name in another number: *Silent Harbors*, the film, became *Silent Harbor*.

use super::evidence::spans_of;
use super::finding::{Aspect, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "name-ending",
    doc: "A name of several words in another number: “Silent Harbors” and “Silent Harbor”.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::Medium,
    purpose: "The title of a work or the name of a company is looked up as it is printed.",
    before: "They saw Silent Harbors, an old film about the port.",
    after: "They saw Silent Harbor, an old film about the port.",
    finds: "A name of several words whose last one has an “s” on one side only.",
    leaves: "Names of people (“Harbor Republicans”), names before a noun (“Anna Bergs boat” has lost an apostrophe).",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let names = bead.facts.iter().filter(|fact| fact.kind == FactKind::Name);
    let found = names.filter_map(|fact| {
        let names = spans_of(fact).both()?;
        let is_other = differs_in_ending(bead, names)
            && Side::BOTH.into_iter().all(|side| ends_phrase(&bead.sides[side], names[side]));
        is_other.then(|| bead.check(names.map(Some), Reason::Differs(Aspect::NameEnding)))
    });
    found.collect()
}

/// Whether two names of several words differ only by an *s*; *Harbor Republicans* are people.
fn differs_in_ending(bead: &RewordedBead<'_>, names: Pair<Span>) -> bool {
    let raw = bead.sides.as_ref().zip(names).map(|(side, name)| side.slice(name));
    let (long, short) =
        if raw.left.len() < raw.right.len() { (raw.right, raw.left) } else { (raw.left, raw.right) };
    let last = short.rsplit_once(' ').map(|(_, last)| last.to_lowercase());
    let is_people = |last: &str| {
        let lists = Side::BOTH.map(|side| bead.sides[side].lexicon.people_nouns);
        lists.iter().any(|people| people.contains(last) || people.contains(&format!("{last}s")))
    };
    long.strip_suffix('s') == Some(short) && last.is_some_and(|last| !is_people(&last))
}

/// Whether a name is followed by no noun.
fn ends_phrase(own: &BeadSide<'_>, name: Span) -> bool {
    let next = own.words.iter().find(|(token, _)| token.word.start() >= name.end());
    next.is_none_or(|(token, folded)| {
        let gap = Span::new(name.end(), token.word.start());
        !own.slice(gap).trim().is_empty() || own.lexicon.stop_words.contains(folded)
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;
    use crate::lexicon::Language;
    use crate::text::Side;

    #[test]
    fn a_work_in_another_number() {
        check(
            "They saw Silent Harbors, an old film.",
            "They saw Silent Harbor, an old film.",
            &["medium name-ending [-Silent Harbors-]{+Silent Harbor+}"],
        );
    }

    #[test]
    fn either_language_says_that_a_name_is_of_people() {
        for german in Side::BOTH {
            let (before, after) =
                ("They saw Silent Richters, an old film.", "They saw Silent Richter, an old film.");
            let mut sample = Sample::new(before, after);
            sample.sides[german].article.language = Language::German;
            let found = sample.found();
            assert!(found.iter().all(|found| !found.contains("name")), "{german:?}: {found:?}");
        }
    }

    #[test]
    fn a_work_in_marks() {
        check(
            "They told how to get “Silent Harbors” viewers’ names.",
            "They told how to get “Silent Harbor” viewers’ names.",
            &["medium name-ending [-Silent Harbors-]{+Silent Harbor+}"],
        );
    }

    #[test]
    fn an_apostrophe_that_was_lost() {
        check(
            "They saw Anna Berg’s boat.",
            "They saw Anna Bergs boat.",
            &["low typography [-Berg’s-]{+Bergs+}"],
        );
    }
}
