//! The wording that all front ends share.
//!
//! The screen and the reports take their sentences from here, so that they cannot disagree. The
//! labels of the outlets name the sides. Words of an article are on one line but otherwise
//! unchanged: front ends show them through [`crate::text::visible`] and escape them.

use std::cmp::Reverse;

use serde::Serialize;

use super::model::Sign;
use super::quoted::{Direction, RowCaption};
use crate::alignment::{Bead, BeadId, Reuse};
use crate::comparison::Comparison;
use crate::difference::{Certainty, Difference, DifferenceKind, FactState, Severity};
use crate::quotation::{
    Alarm, LinkId, LinkState, Marks, QuotationEdit, QuotationId, QuotationLink, SpeakerState,
};
use crate::text::width::fitting;
use crate::text::{self, Pair, Side, Span, one_line};

/// The line about a whole quotation: the speaker and the state of the words.
///
/// `Dmitry Orlov: same words; marks only in the Courier`
pub fn caption(comparison: &Comparison, id: LinkId) -> String {
    let link = &comparison.links[id.index()];
    let edits: Vec<&QuotationEdit> = link.edits.iter().collect();
    let state = with_edits(comparison, state_name(comparison, link.state), &edits);
    captioned(comparison, link, state)
}

/// The line above one of the rows of a quotation, with the edits of this row only:
/// `(continued) Dmitry Orlov: altered: may → will`.
pub(super) fn caption_in_row(comparison: &Comparison, id: LinkId, row: &RowCaption<'_>) -> String {
    let link = &comparison.links[id.index()];
    let state = state_name(comparison, link.state);
    let (Some(edits), false) = (&row.edits, row.is_first) else {
        return captioned(comparison, link, state_in_row(comparison, state, row));
    };
    let continued = if row.is_continued { "(continued) " } else { "" };
    let speaker = speaker(comparison, link);
    let mut own: Vec<Alarm> = edits.iter().flat_map(|edit| &edit.alarms).copied().collect();
    own.sort_unstable();
    own.dedup();
    format!("{continued}{speaker}: {}", with_alarms(with_edits(comparison, state, edits), &own))
}

/// The state of the words, with the edits of this row and the direction of the others.
fn state_in_row(comparison: &Comparison, state: String, row: &RowCaption<'_>) -> String {
    let others = row.others.map(|direction| match direction {
        Direction::Above => "above",
        Direction::Below => "below",
    });
    match (&row.edits, others) {
        (None, None) => state,
        (None, Some(others)) => format!("{state}, see {others}"),
        (Some(edits), None) => with_edits(comparison, state, edits),
        (Some(edits), Some(others)) => format!("{}; also {others}", with_edits(comparison, state, edits)),
    }
}

/// The line of the first row, with the alarms of the whole quotation and the side of its marks.
fn captioned(comparison: &Comparison, link: &QuotationLink, state: String) -> String {
    let mut said = with_alarms(state, &link.alarms);
    if let Some(marks) = marks(comparison, link) {
        said = format!("{said}; {marks}");
    }
    format!("{}: {said}", speaker(comparison, link))
}

/// The state of the words with the first edits: `altered: may → will`.
fn with_edits(comparison: &Comparison, state: String, edits: &[&QuotationEdit]) -> String {
    /// Edits in a caption, at most.
    const MOST: usize = 3;

    let spelled: Vec<String> = edits.iter().take(MOST).map(|edit| against(comparison, edit.spans)).collect();
    match (spelled.as_slice(), edits.len().checked_sub(MOST)) {
        ([], _) => state,
        (_, Some(more @ 1..)) => format!("{state}: {} and {more} more", spelled.join(", ")),
        (_, Some(0) | None) => format!("{state}: {}", spelled.join(", ")),
    }
}

fn with_alarms(said: String, found: &[Alarm]) -> String {
    match alarms(found) {
        Some(names) => format!("{said} (check: {names})"),
        None => said,
    }
}

/// The lines about a bead, the most important first and each once: its differences, its speakers,
/// its kind.
pub fn detail(comparison: &Comparison, id: BeadId) -> Vec<String> {
    let bead = comparison.alignment.get(id);
    let own = by_severity(comparison, id);
    let mut said = sentences(&own);
    let speakers = speakers(comparison, bead);
    if !speakers.is_empty() {
        said.push(format!("quoted: {}", speakers.join("; ")));
    }
    // "Only the Courier has this sentence." already gives the kind of the bead
    let is_lone = |kind| matches!(kind, DifferenceKind::Added | DifferenceKind::Omitted);
    let has_both = !bead.sentences.left.is_empty() && !bead.sentences.right.is_empty();
    if !has_both && own.iter().any(|found| is_lone(found.kind)) {
        return said;
    }
    let has_moved = own.iter().any(|found| found.kind == DifferenceKind::Moved);
    let kind = kind(comparison, id);
    said.push(if bead.moved && !has_moved { format!("moved, {kind}") } else { kind });
    said
}

/// The findings of a bead for a list, the most serious first and each once: those that say more
/// than the marks of its words do or, if there are none, all.
pub fn findings(comparison: &Comparison, id: BeadId) -> Vec<String> {
    let mut own = by_severity(comparison, id);
    if own.iter().any(|found| tells_more(found)) {
        own.retain(|found| tells_more(found));
    }
    sentences(&own)
}

/// The differences of a bead, the most serious first.
fn by_severity(comparison: &Comparison, id: BeadId) -> Vec<&Difference> {
    let mut own: Vec<_> = comparison.differences.iter().filter(|found| found.bead == id).collect();
    own.sort_by_key(|found| (Reverse(found.severity), !tells_more(found)));
    own
}

/// The sentences of these differences, each once.
fn sentences(differences: &[&Difference]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for difference in differences {
        if !said.contains(&difference.why) {
            said.push(difference.why.clone());
        }
    }
    said
}

/// The speakers of the quotations that have words in a bead, each once.
fn speakers(comparison: &Comparison, bead: &Bead) -> Vec<String> {
    let holds = |side: Side, quotation: QuotationId| {
        let quotation = comparison.quotation(side, quotation);
        let sentences = &comparison.sides[side].sentences;
        bead.sentences[side].iter().any(|&id| quotation.has_words_in(sentences.get(id).span))
    };
    let is_here = |link: &&QuotationLink| {
        let sides = link.quotations.sides().into_iter();
        sides.filter_map(|(side, id)| Some((side, id?))).any(|(side, id)| holds(side, id))
    };
    let mut speakers: Vec<String> = Vec::new();
    for link in comparison.links.iter().filter(is_here) {
        let name = speaker(comparison, link);
        if !speakers.contains(&name) {
            speakers.push(name);
        }
    }
    speakers
}

/// Whether a difference says more than the sign and the marks of its row do.
pub fn tells_more(difference: &Difference) -> bool {
    let is_marked = matches!(
        difference.kind,
        DifferenceKind::Added
            | DifferenceKind::Omitted
            | DifferenceKind::Moved
            | DifferenceKind::Wording
            | DifferenceKind::Typography
    );
    // a prompt says more: "check: only the Courier has this sentence, and nobody is named for it"
    !is_marked || difference.severity > Severity::Low || difference.certainty == Certainty::Check
}

/// An article's headline, or its first words if it has none.
pub fn headline(comparison: &Comparison, side: Side) -> Headline {
    let article = &comparison.sides[side].article;
    match article.title() {
        Some(title) => Headline::Given(one_line(title)),
        None => Headline::FirstWords(first_words(&article.text)),
    }
}

/// An article's headline, or a note that it has none, with its first words.
pub fn title(comparison: &Comparison, side: Side) -> String {
    match headline(comparison, side) {
        Headline::Given(title) => title,
        Headline::FirstWords(words) if words.is_empty() => "no words".to_owned(),
        Headline::FirstWords(words) => format!("no headline; begins: {words}"),
    }
}

/// The title of an article in a list or over a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Headline {
    /// Its headline.
    Given(String),
    /// Its first words, because it has no headline; empty if it has no words either.
    FirstWords(String),
}

/// The first words of a text, with an ellipsis if more follow.
fn first_words(text: &str) -> String {
    /// Words that are shown, at most.
    const MOST: usize = 12;
    let mut words = text.split_whitespace();
    let head: Vec<&str> = words.by_ref().take(MOST).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    fitting(&format!("{}{more}", head.join(" ")), 160).to_owned()
}

/// One line of the summary.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Figure {
    /// The subject.
    pub name: &'static str,
    /// The counts.
    pub text: String,
}

/// The counts, one line for each subject, without those that are zero.
pub fn summary(comparison: &Comparison) -> Vec<Figure> {
    let summary = &comparison.summary;
    let beads = Reuse::ALL.map(|reuse| sign_name(comparison, Sign::of(reuse, false)));
    let beads = beads.into_iter().zip(summary.beads).chain([("moved".to_owned(), summary.moved)]);
    let links = LinkState::ALL.map(|state| state_name(comparison, state));
    let links = links.into_iter().zip(summary.quotations);
    let facts = FactState::ALL.map(|state| fact_state(comparison, state));
    let facts = facts.into_iter().zip(summary.facts);
    let kinds = DifferenceKind::ALL.iter().map(|&kind| difference_kind(kind)).zip(summary.differences);
    let lengths = Pair::from_fn(|side| format!("{} {}", summary.sentences[side], place(comparison, side)));
    vec![
        Figure { name: "sentences", text: format!("{}, {}", lengths.left, lengths.right) },
        Figure { name: "pairs", text: counts(beads) },
        Figure { name: "quotations", text: counts(links) },
        Figure { name: "facts", text: counts(facts) },
        Figure { name: "differences", text: counts(kinds) },
        Figure { name: "lifted", text: lifted(comparison) },
    ]
}

/// How much of the right was lifted from the left, and how that was counted.
fn lifted(comparison: &Comparison) -> String {
    let lifted = &comparison.summary.lifted;
    let mut figures = vec![
        format!(
            "{}, {} of the words {}",
            counted(lifted.words, "word"),
            percent(lifted.share),
            place(comparison, Side::Right)
        ),
        format!("{} outside of quotations", percent(lifted.share_outside_quotations)),
        format!("longest run {}", counted(lifted.longest_run, "word")),
    ];
    match lifted.uncredited.iter().map(|run| run.words).max() {
        None if lifted.words == 0 => {}
        None => figures.push("every run credited".to_owned()),
        Some(longest) => figures.push(format!(
            "{} without a credit nearby, the longest of {}",
            counted(lifted.uncredited.len(), "run"),
            counted(longest, "word")
        )),
    }
    let figures = figures.join("; ");
    match lifted.definition.as_str() {
        "" => figures,
        definition => format!("{figures}. {definition}"),
    }
}

/// The name of an outlet: its label, or the side if both have the same label.
pub fn outlet(comparison: &Comparison, side: Side) -> &str {
    let labels = comparison.sides.as_ref().map(|side| side.article.origin.label.as_str());
    if labels.left == labels.right || labels[side].trim().is_empty() { side.name() } else { labels[side] }
}

/// The place of words: `in the Courier`, or `on the right` if the labels are equal.
pub fn place(comparison: &Comparison, side: Side) -> String {
    match outlet(comparison, side) {
        outlet if outlet == side.name() => format!("on the {outlet}"),
        outlet => format!("in {outlet}"),
    }
}

/// The meaning of a sign, with the names of the outlets: `only in the Courier`.
pub fn sign_name(comparison: &Comparison, sign: Sign) -> String {
    match sign {
        Sign::LeftOnly => only(comparison, Side::Left),
        Sign::RightOnly => only(comparison, Side::Right),
        Sign::Identical
        | Sign::Typography
        | Sign::Edited
        | Sign::Rewritten
        | Sign::Moved
        | Sign::Repeated => sign.name().to_owned(),
    }
}

/// A kind of difference in words: `altered quotation`.
pub fn difference_kind(kind: DifferenceKind) -> String {
    kind.name().replace('-', " ")
}

/// The state of a quotation in words: `trimmed in the Courier`.
pub fn state_name(comparison: &Comparison, state: LinkState) -> String {
    let on = |side| place(comparison, side);
    match state {
        LinkState::SameWords => "same words".to_owned(),
        LinkState::Altered => "altered".to_owned(),
        LinkState::Trimmed => format!("trimmed {}", on(Side::Right)),
        LinkState::Extended => format!("trimmed {}", on(Side::Left)),
        LinkState::Merged => format!("merged {}", on(Side::Right)),
        LinkState::Split => format!("split {}", on(Side::Right)),
        LinkState::Paraphrased => "paraphrased".to_owned(),
        LinkState::LeftOnly => only(comparison, Side::Left),
        LinkState::RightOnly => only(comparison, Side::Right),
    }
}

/// The state of a fact in words.
pub fn fact_state(comparison: &Comparison, state: FactState) -> String {
    match state {
        FactState::Same | FactState::Altered => state.name().to_owned(),
        FactState::LeftOnly => only(comparison, Side::Left),
        FactState::RightOnly => only(comparison, Side::Right),
    }
}

/// That only one side has something: `only in the Courier`.
pub fn only(comparison: &Comparison, side: Side) -> String {
    format!("only {}", place(comparison, side))
}

/// The speaker of a link, or both speakers if they differ.
///
/// Of two names for one speaker, chooses the one of higher confidence, then a name rather than a
/// description, then the longer one: `Henrik Vale` rather than `Vale` or `the mayor`.
pub fn speaker(comparison: &Comparison, link: &QuotationLink) -> String {
    let attributions =
        Pair::from_fn(|side| Some(&comparison.quotation(side, link.quotations[side]?).attribution));
    let names = attributions.map(|found| found?.speaker.as_deref().map(one_line));
    let mentions =
        Pair::from_fn(|side| Some(one_line(comparison.sides[side].slice(attributions[side]?.mention?))));
    if link.speaker != SpeakerState::Same {
        // *Mr. Hill* and *Mrs. Hill* have one name
        let both = [names.clone(), mentions].into_iter().filter_map(Pair::both);
        if let Some(both) = both.into_iter().find(|both| both.left != both.right) {
            return format!("{} → {}", both.left, both.right);
        }
    }
    let weight = |side: Side| {
        let (found, name) = (attributions[side]?, names[side].as_ref()?);
        let is_named = found.parties.iter().any(|party| !party.name.is_empty());
        Some(((found.confidence, is_named, name.len()), name.clone()))
    };
    let best = Side::BOTH.into_iter().filter_map(weight).max_by_key(|(weight, _)| *weight);
    best.map_or_else(|| "nobody named".to_owned(), |(_, name)| name)
}

/// `may → will`, or the side that has the words: `“not” only in the Courier`.
pub fn against(comparison: &Comparison, spans: Pair<Option<Span>>) -> String {
    let words = Pair::from_fn(|side| Some(shortened(comparison.sides[side].slice(spans[side]?))));
    match (words.left, words.right) {
        (Some(left), Some(right)) => format!("{left} → {right}"),
        (Some(left), None) => format!("“{left}” {}", only(comparison, Side::Left)),
        (None, Some(right)) => format!("“{right}” {}", only(comparison, Side::Right)),
        (None, None) => String::new(),
    }
}

/// The alarms of an altered quotation: `modal, silent cut`.
pub fn alarms(alarms: &[Alarm]) -> Option<String> {
    let names: Vec<String> = alarms.iter().map(|alarm| alarm.name().replace('-', " ")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The only side with quotation marks, if both have the words.
pub fn marks(comparison: &Comparison, link: &QuotationLink) -> Option<String> {
    link.quotations.both()?;
    match link.marks {
        Marks::Both => None,
        Marks::Left => Some(format!("marks {}", only(comparison, Side::Left))),
        Marks::Right => Some(format!("marks {}", only(comparison, Side::Right))),
    }
}

/// The kind of a bead, and how sure its pairing is.
pub fn kind(comparison: &Comparison, id: BeadId) -> String {
    let bead = comparison.alignment.get(id);
    let mut said = sign_name(comparison, Sign::of_bead(&Bead { moved: false, ..bead.clone() }));
    match (bead.sentences.left.len(), bead.sentences.right.len()) {
        (0, _) | (_, 0) => return said,
        (1, 1) => {}
        (left, right) => said = format!("{said}, {left} to {right} sentences"),
    }
    if bead.pinned {
        format!("{said}, paired by hand")
    } else {
        format!("{said}, {} sure", percent(bead.score))
    }
}

/// `3 identical, 1 edited`, without what is zero.
pub(super) fn counts(counted: impl Iterator<Item = (String, usize)>) -> String {
    let said: Vec<String> =
        counted.filter(|(_, count)| *count > 0).map(|(name, count)| format!("{count} {name}")).collect();
    if said.is_empty() { "none".to_owned() } else { said.join(", ") }
}

/// A count of something whose plural ends in *s*: `1 sentence`, `2 sentences`.
pub fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// A share in whole percent; only all is 100% and only nothing is 0%.
pub fn percent(share: f64) -> String {
    let whole = (share * 100.0).round();
    let whole = if share > 0.0 && share < 1.0 { whole.clamp(1.0, 99.0) } else { whole };
    format!("{whole}%")
}

/// A quotation or an edit for a list: the first and the last words of a long one.
///
/// [`super::excerpt`] shows the words that differ inside a sentence.
pub fn shortened(words: &str) -> String {
    /// Columns past which even few words are cut, because there may be no space in them.
    const COLUMNS: usize = 160;
    let short = text::shortened(words);
    match fitting(&short, COLUMNS) {
        whole if whole.len() == short.len() => short,
        head => format!("{head}…"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::made::{comparison, quote};
    use std::sync::Arc;

    /// The caption of `We may go`, in that state, with marks on the right only.
    #[track_caller]
    fn check(state: LinkState, said: &str) {
        let mut quoted = comparison("We may go.", "“We may go.”", "0-0");
        let words = match state {
            LinkState::LeftOnly => Pair::new("We may go", ""),
            LinkState::RightOnly => Pair::new("", "We may go"),
            LinkState::SameWords
            | LinkState::Altered
            | LinkState::Trimmed
            | LinkState::Extended
            | LinkState::Merged
            | LinkState::Split
            | LinkState::Paraphrased => Pair::new("We may go", "We may go"),
        };
        quote(&mut quoted, words, state);
        assert_eq!(caption(&quoted, LinkId::new(0)), said);
    }

    #[test]
    fn a_caption_names_the_speaker_and_the_outlet() {
        check(LinkState::SameWords, "Ada Lund: same words; marks only in the Courier");
        check(LinkState::Trimmed, "Ada Lund: trimmed in the Courier; marks only in the Courier");
        check(LinkState::Extended, "Ada Lund: trimmed in the Wire; marks only in the Courier");
        check(LinkState::LeftOnly, "Ada Lund: only in the Wire");
        check(LinkState::RightOnly, "Ada Lund: only in the Courier");
    }

    #[test]
    fn two_speakers_are_both_named() {
        let mut quoted = comparison("We may go.", "“We may go.”", "0-0");
        quote(&mut quoted, Pair::new("We may go", "We may go"), LinkState::SameWords);
        quoted.links[0].speaker = SpeakerState::Changed;
        Arc::make_mut(&mut quoted.sides.right).quotations[0].attribution.speaker =
            Some("Tom\nReyl".to_owned());
        let said = speaker(&quoted, &quoted.links[0]);
        assert_eq!(said, "Ada Lund → Tom Reyl");
    }

    #[test]
    fn equal_labels_are_replaced_by_the_sides() {
        let mut same = comparison("Rain fell.", "Snow fell.", "0-0");
        for side in Side::BOTH {
            assert!(place(&same, side).starts_with("in the "));
        }
        for side in Side::BOTH {
            Arc::make_mut(&mut same.sides[side]).article.origin.label = "story".to_owned();
        }
        assert_eq!(place(&same, Side::Right), "on the right");
        assert_eq!(sign_name(&same, Sign::LeftOnly), "only on the left");
    }

    #[test]
    fn long_words_lose_their_middle() {
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen";
        assert_eq!(shortened(long), "one two three four five six … ten eleven twelve thirteen");
        assert_eq!(shortened(" one\ntwo  three "), "one two three");
        assert!(shortened(&"x".repeat(1000)).len() < 200);
    }

    #[test]
    fn shares_are_rounded_but_never_to_all_or_nothing() {
        let said = [0.0, 0.001, 0.424, 0.999, 1.0].map(percent);
        assert_eq!(said, ["0%", "1%", "42%", "99%", "100%"]);
    }
}
