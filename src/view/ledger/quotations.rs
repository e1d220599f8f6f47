//! The quotations of both articles, those that need attention first.

use std::cmp::Reverse;

use super::context::Context;
use super::entry::{Body, Entry, EntrySign, Page, Target, Words};
use crate::comparison::Comparison;
use crate::quotation::{LinkId, LinkState, QuotationLink, SpeakerState};
use crate::text::{Pair, Side, Span};
use crate::view::runs::quotation_mark;
use crate::view::{Mark, MarkSet, Run, Sign, figures, words};

/// A quotation and its state on the other side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quoted {
    /// The link.
    pub link: LinkId,
    /// The state of its words.
    pub state: LinkState,
    /// The state in words: `trimmed in the Courier`.
    pub said: String,
    /// The speaker.
    pub speaker: String,
    /// Alarms about altered words: `modal, silent cut`.
    pub check: Option<String>,
    /// The only side with quotation marks.
    pub marks: Option<String>,
    /// The words of each side, a list of runs for each fragment; those that differ carry
    /// [`Mark::AlteredWord`].
    pub fragments: Pair<Vec<Vec<Run>>>,
}

/// The quotations: altered ones with an alarm first, then those with another speaker, and those of
/// only one side last.
pub fn quotations(comparison: &Comparison) -> Vec<Quoted> {
    let mut links: Vec<(LinkId, &QuotationLink)> = comparison.links().collect();
    links.sort_by_key(|(_, link)| (Reverse(link.alarms.len().min(1)), urgency(link)));
    links.into_iter().map(|(id, link)| quoted(comparison, id, link)).collect()
}

/// The rank of a quotation in the ledger; lower comes first.
fn urgency(link: &QuotationLink) -> u8 {
    match link.state {
        _ if link.speaker == SpeakerState::Changed => 0,
        LinkState::Altered => 0,
        LinkState::Trimmed | LinkState::Extended => 1,
        LinkState::Merged | LinkState::Split => 2,
        LinkState::Paraphrased => 3,
        LinkState::SameWords => 4,
        LinkState::LeftOnly | LinkState::RightOnly => 5,
    }
}

fn quoted(comparison: &Comparison, id: LinkId, link: &QuotationLink) -> Quoted {
    Quoted {
        link: id,
        state: link.state,
        said: words::state_name(comparison, link.state),
        speaker: words::speaker(comparison, link),
        check: words::alarms(&link.alarms),
        marks: words::marks(comparison, link),
        fragments: Pair::from_fn(|side| fragments(comparison, link, side)),
    }
}

/// The words of a quotation on one side, without the text between its fragments.
fn fragments(comparison: &Comparison, link: &QuotationLink, side: Side) -> Vec<Vec<Run>> {
    let Some(id) = link.quotations[side] else { return Vec::new() };
    let mut differing: Vec<Span> = link.edits.iter().filter_map(|edit| edit.spans[side]).collect();
    differing.sort_unstable();
    let plain = MarkSet::EMPTY.with(quotation_mark(link.state));
    let cut = |fragment: Span| {
        let mut runs = Vec::new();
        let mut push = |start: usize, end: usize, marks| {
            if start < end {
                runs.push(Run { span: Span::new(start, end), marks });
            }
        };
        let mut at = fragment.start();
        for part in differing.iter().filter_map(|span| span.intersection(fragment)) {
            if part.start() < at {
                continue;
            }
            push(at, part.start(), plain);
            push(part.start(), part.end(), plain.with(Mark::AlteredWord));
            at = part.end();
        }
        push(at, fragment.end(), plain);
        runs
    };
    comparison.quotation(side, id).fragments.iter().map(|&fragment| cut(fragment)).collect()
}

/// The list of the screen.
pub(super) fn page(context: &Context<'_>) -> Page {
    Page {
        note: figures(context.comparison).into_iter().take(1).collect(),
        nothing: "No quotation was found on either side.".to_owned(),
        entries: quotations(context.comparison).into_iter().map(|line| entry(context, line)).collect(),
    }
}

fn entry(context: &Context<'_>, line: Quoted) -> Entry {
    // where its words differ, rather than where it begins
    let target = context.numbers.stop(line.link).map(|number| {
        let is_left = context.rows[number - 1].cells.left.is_some();
        Target::Row(number, if is_left { Side::Left } else { Side::Right })
    });
    let words = |side: Side| {
        let mut words = Words::default();
        for runs in &line.fragments[side] {
            if !words.text.is_empty() {
                words.push(" … ", MarkSet::EMPTY);
            }
            for run in runs {
                words.push(context.slice(side, run.span), run.marks);
            }
        }
        words
    };
    let sign = match line.state {
        LinkState::SameWords => Sign::Identical,
        LinkState::Altered => Sign::Rewritten,
        LinkState::Trimmed
        | LinkState::Extended
        | LinkState::Merged
        | LinkState::Split
        | LinkState::Paraphrased => Sign::Edited,
        LinkState::LeftOnly => Sign::LeftOnly,
        LinkState::RightOnly => Sign::RightOnly,
    };
    let body = Body::Both(Pair::from_fn(words));
    let said: Vec<String> = [line.said].into_iter().chain(line.marks).collect();
    Entry {
        target: target.unwrap_or(Target::None),
        sign: if line.check.is_some() { EntrySign::Alarm } else { EntrySign::Row(sign) },
        check: line.check,
        body,
        ..Entry::plain(&line.speaker, said.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::quotation::Alarm;
    use crate::view::made::{comparison, quote};

    #[test]
    fn what_needs_a_look_stands_first_and_its_altered_words_are_marked() {
        let mut quoted = comparison("We may go.\nGo home now.", "“We will go.”\n“Go home now.”", "0-0 1-1");
        quote(&mut quoted, Pair::new("Go home now", "Go home now"), LinkState::SameWords);
        quote(&mut quoted, Pair::new("We may go", "We will go"), LinkState::Altered);
        let text = &quoted.sides.left.article.text;
        let may = text.find("may").expect("it is there");
        quoted.links[1].edits = vec![Pair::new(Some(Span::new(may, may + 3)), None).into()];
        quoted.links[1].alarms = vec![Alarm::Modal];
        let ledger = quotations(&quoted);
        let states: Vec<LinkState> = ledger.iter().map(|line| line.state).collect();
        assert_eq!(states, [LinkState::Altered, LinkState::SameWords]);
        assert_eq!(ledger[0].check.as_deref(), Some("modal"));
        let altered = ledger[0].fragments.left[0].iter().filter(|run| run.marks.contains(Mark::AlteredWord));
        let altered: Vec<&str> = altered.map(|run| quoted.sides.left.slice(run.span)).collect();
        assert_eq!(altered, ["may"]);
    }

    #[test]
    fn another_speaker_needs_a_look() {
        let mut quoted = comparison("We may go.\nGo home now.", "“We may go.”\n“Go home now.”", "0-0 1-1");
        quote(&mut quoted, Pair::new("We may go", "We may go"), LinkState::SameWords);
        quote(&mut quoted, Pair::new("Go home now", "Go home now"), LinkState::SameWords);
        quoted.links[1].speaker = SpeakerState::Changed;
        let right = Arc::make_mut(&mut quoted.sides.right);
        right.quotations[1].attribution.speaker = Some("the police".to_owned());
        let speakers: Vec<String> = quotations(&quoted).into_iter().map(|line| line.speaker).collect();
        assert_eq!(speakers, ["Ada Lund → the police", "Ada Lund"]);
    }
}
