//! The same words are given to somebody else.
//!
//! *“We knew,” the minister said* became *“We knew,” the mayor said.* High only where
//! both sides name somebody beyond doubt; a pronoun or a title read wrongly by a
//! program must not accuse a reporter.

use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::{Lexicon, WordClass};
use crate::quotation::{Confidence, Marks, Quotation, SpeakerState};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "speaker-changed",
    doc: "The same words are given to somebody else; said only where both sides name the speaker.",
    kinds: &[DifferenceKind::SpeakerChanged],
    severity: Severity::High,
    manual: Manual {
        reason: "The right words in the wrong mouth are a correction in tomorrow’s paper.",
        before: "“We knew of the leak in March,” said Anna Berg, the plant’s director.",
        after: "“We knew of the leak in March,” said Ole Dahl, the plant’s director.",
        finds: "The same words with another name at them on each side.",
        leaves: "Speakers who share a name, and quotations that nobody, or only a pronoun, is named for.",
        weight: "High where both sides have marks and name the speaker beyond doubt; else medium.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        match link.speaker {
            SpeakerState::Changed => {}
            SpeakerState::Same | SpeakerState::Unknown => continue,
        }
        let speakers = quotations.map(|quotation| quotation.attribution.speaker.as_deref()).both();
        let Some(speakers) = speakers else { continue };
        let lexicons = Side::BOTH.map(|side| evidence.lexicon(side));
        if share_a_word(lexicons, speakers) {
            continue;
        }
        let whole =
            quotations.map(|quotation| Some(quotation.attribution.mention.unwrap_or(quotation.span())));
        let Some((bead, spans)) = evidence.home(whole, evidence.trusted(link, quotations)) else { continue };
        // without marks the words may be told, not quoted
        let sure = link.marks == Marks::Both
            && Side::BOTH.into_iter().all(|side| is_sure(evidence, side, quotations[side]));
        let names = format!(
            "{} in {}, {} in {}",
            speakers.left,
            evidence.label(Side::Left),
            speakers.right,
            evidence.label(Side::Right)
        );
        found.push(Difference {
            bead,
            kind: DifferenceKind::SpeakerChanged,
            severity: if sure { Severity::High } else { Severity::Medium },
            spans,
            rule: RULE.name,
            why: if sure {
                format!("The same words are given to two speakers: {names}.")
            } else {
                format!("check: the same words may be given to two speakers: {names}.")
            },
        });
    }
}

/// Whether the article itself names the speaker, by a name.
fn is_sure(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> bool {
    let capitalized = |span: Span| evidence.article(side).slice(span).contains(char::is_uppercase);
    quotation.attribution.confidence == Confidence::Strong
        && quotation.attribution.mention.is_some_and(capitalized)
}

/// *Peskov* and *Dmitry Peskov* are one; *the minister* and *Prime Minister Berg* may be.
fn share_a_word(lexicons: [&Lexicon; 2], speakers: Pair<&str>) -> bool {
    let is_article =
        |word: &String| lexicons.iter().any(|lexicon| lexicon.grammar_words.has(word, WordClass::Definite));
    let words = speakers.map(|name| {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.map(str::to_lowercase).filter(|word| !is_article(word)).collect::<Vec<_>>()
    });
    words.left.iter().any(|word| words.right.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;
    use crate::quotation::SpeakerState;
    use crate::text::Pair;

    #[test]
    fn a_speaker_is_changed_only_where_both_are_named() {
        let mut sample = Sample::new("“We knew it,” Berg said.", "“We knew it,” Dahl said.").linked(
            LinkState::SameWords,
            Marks::Both,
            SpeakerState::Changed,
        );
        assert!(!sample.found().iter().any(|found| found.contains("speaker")), "nobody is named");
        for (side, name) in Pair::new("Anna Berg", "Ole Dahl").sides() {
            sample.sides[side].quotations[0].attribution.speaker = Some(name.to_owned());
        }
        assert!(sample.found()[0].starts_with("medium speaker-changed"), "{:?}", sample.found());
    }
}
