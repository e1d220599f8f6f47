//! A name in another number: *Silent Harbors*, the film, became *Silent Harbor*.

use super::RULE;
use crate::alignment::Bead;
use crate::difference::rules::{Evidence, Found};
use crate::difference::{Difference, DifferenceKind, FactKind, FactState, Severity};
use crate::text::{Pair, Side, Span};

pub(super) fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, _) in evidence.reworded() {
        for fact in evidence.facts_of(id) {
            let spans = fact.mentions.as_ref().map(|own| own.as_ref().map(|own| own.span));
            let Some(names) = spans.both() else { continue };
            let is_name = fact.kind == FactKind::Name && fact.state == FactState::Same;
            // *“Silent Harbors”*: a title in marks is no speech, and altered speech is told already
            let is_alone = |side: Side| stands_alone(evidence, side, bead, names[side]);
            let raw = Pair::from_fn(|side: Side| evidence.article(side).slice(names[side]));
            if !is_name
                || !differs_in_ending(evidence, raw)
                || !Side::BOTH.into_iter().all(is_alone)
                || found.covers(id, spans)
            {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Name,
                severity: Severity::Medium,
                spans,
                rule: RULE.name,
                why: format!("check: the name has another ending: {}.", evidence.show_pair(spans)),
            });
        }
    }
}

/// Whether an *s* is all that tells two names of several words apart; *Harbor Republicans* are people.
fn differs_in_ending(evidence: &Evidence<'_>, raw: Pair<&str>) -> bool {
    let shorter = if raw.left.len() < raw.right.len() { Side::Left } else { Side::Right };
    let (long, short) = (raw[shorter.other()], raw[shorter]);
    let last = short.rsplit_once(' ').map(|(_, last)| last.to_lowercase());
    let is_people = |last: &str| {
        let lists = Side::BOTH.map(|side| evidence.lexicon(side).people_nouns);
        lists.iter().any(|people| people.contains(last) || people.contains(&format!("{last}s")))
    };
    long.strip_suffix('s') == Some(short) && last.is_some_and(|last| !is_people(&last))
}

/// Whether no noun leans on a name: *Anna Bergs boat* has lost an apostrophe.
fn stands_alone(evidence: &Evidence<'_>, side: Side, bead: &Bead, name: Span) -> bool {
    let words = evidence.all_words(side, bead);
    let next = words.get(words.partition_point(|(token, _)| token.word.start() < name.end()));
    next.is_none_or(|(token, folded)| {
        let gap = Span::new(name.end(), token.word.start().max(name.end()));
        !evidence.article(side).slice(gap).trim().is_empty()
            || evidence.lexicon(side).stop_words.contains(folded)
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
            &["medium name [-Silent Harbors-]{+Silent Harbor+}"],
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
            &["medium name [-Silent Harbors-]{+Silent Harbor+}"],
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
