//! The sentences of the reports: the only place that words why a rule reports something.

use super::evidence::Spans;
use super::excerpt::{Excerpts, listed};
use super::finding::{Aspect, Contrast, Lone, Reason};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::difference::{Certainty, FactKind};
use crate::quotation::{Alarm, EditManner, QuotationEdit};
use crate::text::{Pair, Side};

impl Reason {
    /// The sentence for an editor, with the words of some places.
    pub(super) fn sentence(&self, certainty: Certainty, shown: &[Spans], sides: Pair<&Annotated>) -> String {
        let statement = self.statement(certainty == Certainty::Sure, shown, Excerpts(sides));
        // an outlet writes its name as it does
        let begins_with_label = matches!(
            self,
            Reason::Contrast(..) | Reason::Trimmed(..) | Reason::Joined(..) | Reason::Only(_, Lone::Repeated)
        );
        match certainty {
            Certainty::Check => format!("check: {statement}."),
            Certainty::Sure if begins_with_label => format!("{statement}."),
            Certainty::Sure => format!("{}.", capitalized(&statement)),
        }
    }

    /// The same without a capital at its head and a stop.
    fn statement(&self, is_sure: bool, shown: &[Spans], words: Excerpts<'_>) -> String {
        let first = |side: Side| {
            shown
                .first()
                .and_then(|place| place[side])
                .map(|span| words.quote(side, span))
                .unwrap_or_default()
        };
        match self {
            Reason::Differs(aspect) => {
                format!("{}: {}", aspect.opening(is_sure, words), words.compare(shown))
            }
            Reason::Contrast(side, contrast) => {
                contrast.clauses(Pair::from_fn(|own| words.label(own)), &Pair::from_fn(first), *side)
            }
            Reason::Only(side, lone) => {
                lone.sentence([words.label(*side), words.label(side.other())], &first(*side))
            }
            Reason::Trimmed(side, alarms) => trimmed(*side, alarms, shown, words),
            Reason::Joined(side, is_reordered) => {
                let (joins, apart, quoted) = (words.label(side.other()), words.label(*side), first(*side));
                if *is_reordered {
                    format!("{joins} has {quoted} after words that follow it in {apart}")
                } else {
                    format!("{joins} joins {quoted} to words that {apart} has in another place")
                }
            }
            Reason::AlteredQuotation(edits) => altered_quotation(edits, words),
            Reason::Speakers(speakers) => {
                let at = |side: Side| format!("{} in {}", speakers[side], words.label(side));
                format!("different speakers: {}, {}", at(Side::Left), at(Side::Right))
            }
            Reason::Moved(places) => {
                let at = |side: Side| format!("sentence {} in {}", places[side], words.label(side));
                format!("this stands in another place: it is {} and {}", at(Side::Left), at(Side::Right))
            }
            Reason::SpelledElsewhere(side, usual) => {
                format!("{} is spelled “{usual}” elsewhere", first(*side))
            }
            Reason::Typography if first(Side::Left) == first(Side::Right) => {
                format!("only marks or spacing differ, first at {}", first(Side::Left))
            }
            Reason::Typography => {
                format!("only marks, case, spelling or spacing differ: {}", words.compare(shown))
            }
        }
    }
}

/// The statement of a quotation that is shorter on `side`.
fn trimmed(side: Side, alarms: &[Alarm], shown: &[Spans], words: Excerpts<'_>) -> String {
    let longer = side.other();
    let missing = shown.iter().filter_map(|place| Some(words.quote(longer, place[longer]?)));
    let missing = missing.collect::<Vec<_>>().join(", ");
    format!("{} has fewer words of the quotation{}; missing: {missing}", words.label(side), among(alarms))
}

impl Aspect {
    /// The text before the words of both sides.
    fn opening(&self, is_sure: bool, words: Excerpts<'_>) -> String {
        let differs = |noun: &str| {
            if is_sure { format!("the {noun} differs") } else { format!("the {noun} may differ") }
        };
        let fixed = match self {
            Aspect::Value(kind) => return differs(noun(*kind)),
            Aspect::Unit => return differs("unit"),
            Aspect::Role => return differs("role"),
            Aspect::ValueElsewhere(kind) => {
                return format!("{} in a sentence that is not paired with this one", differs(noun(*kind)));
            }
            Aspect::LoneValue(kind) => return format!("only one side gives the {}", noun(*kind)),
            Aspect::ExchangedValues(kind) => {
                let noun = noun(if *kind == FactKind::Place { FactKind::Name } else { *kind });
                return format!("the {noun}s changed places");
            }
            Aspect::NameQualifier(people) => return format!("only one side says which {people}"),
            Aspect::Speaker(named) => return format!("only {} names who says so", words.label(*named)),
            Aspect::Spelling => "the name is spelled otherwise",
            Aspect::JoinedName => "one of two names is gone",
            Aspect::NameEnding => "the name has another ending",
            Aspect::Negation if is_sure => "a negation came or went",
            Aspect::Negation => "a negation may have come or gone",
            Aspect::Opposite => "a word has become its opposite",
            Aspect::LegalStep => "the legal status differs",
            Aspect::Quantity => "how many, or how often, differs",
            Aspect::Modality => "how sure or how bound it is differs",
            Aspect::Cause => "one side tells a cause, the other only what came when",
            Aspect::Link => "one side tells a cause, the other only that they go together",
            Aspect::Tone => "the verbs judge differently",
            Aspect::Wording => "the wording differs",
        };
        fixed.to_owned()
    }
}

impl Contrast {
    /// One clause for each outlet, that of `side` first; `quoted` are the words of both, or empty.
    fn clauses(self, labels: Pair<&str>, quoted: &Pair<String>, side: Side) -> String {
        let (label, other) = (labels[side], labels[side.other()]);
        let (own, across) = (&quoted[side], &quoted[side.other()]);
        let has_or = |otherwise: &str| match across.as_str() {
            "" => otherwise.to_owned(),
            words => format!("has {words}"),
        };
        let (does, but) = match self {
            Contrast::Marks => {
                return format!("{own} stands in quotation marks in {label} and without them in {other}");
            }
            Contrast::Headline => return format!("the headline of {label} has {own}, its story does not"),
            Contrast::Narrates => {
                (format!("tells {own} in its own words"), "puts it inside quotation marks".to_owned())
            }
            Contrast::GoesOn => (format!("goes on with {own}"), "ends the quotation before it".to_owned()),
            Contrast::Quotes => (format!("quotes {own}"), "tells it in other words".to_owned()),
            Contrast::QuotesSome => (format!("quotes {own}"), format!("has {across} instead")),
            Contrast::Counts => (format!("says how many, or how often, with {own}"), "does not".to_owned()),
            Contrast::Plans => (format!("tells a plan with {own}"), has_or("tells it as settled")),
            Contrast::Limits => (format!("limits it with {own}"), "does not".to_owned()),
            Contrast::LeavesOpen => (format!("leaves it open with {own}"), has_or("does not")),
            Contrast::Judges => {
                (format!("judges what was said with {own}"), format!("only reports it with {across}"))
            }
            Contrast::Attributes => (format!("says who says so ({own})"), "does not".to_owned()),
        };
        format!("{label} {does}, {other} {but}")
    }
}

impl Lone {
    fn sentence(&self, [label, other]: [&str; 2], quoted: &str) -> String {
        let what = match self {
            Lone::Repeated => return format!("{label} has this sentence more often than {other}"),
            Lone::QuotedWords => format!("the quotation {quoted}"),
            Lone::Quotation(Some(speaker)) => format!("this quotation; the speaker is {speaker}"),
            Lone::Quotation(None) => "this quotation".to_owned(),
            Lone::Block(kind) => format!("this {}", block(*kind)),
            Lone::Unattributed => "this sentence, and nobody is named for it".to_owned(),
            Lone::Answer => "this denial or answer".to_owned(),
            Lone::AnsweringClause => "this clause with a denial or an answer".to_owned(),
        };
        format!("only {label} has {what}")
    }
}

/// A sentence with a capital at its head.
fn capitalized(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest.as_str().chars()).collect()
}

/// The noun for a value.
fn noun(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Number => "number",
        FactKind::Money => "sum",
        FactKind::Percent => "percentage",
        FactKind::Date => "date",
        FactKind::Time => "time",
        FactKind::Name => "name",
        FactKind::Title => "title",
        FactKind::Place => "place",
    }
}

/// The noun for a block; a paragraph is a sentence.
fn block(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Paragraph => "sentence",
        BlockKind::Subhead => "subhead",
        BlockKind::ListItem => "list item",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit line",
    }
}

/// The words that differ in one place, with their alarms.
fn altered_quotation(edits: &[(Spans, QuotationEdit)], words: Excerpts<'_>) -> String {
    let raised: Vec<Alarm> = edits.iter().flat_map(|(_, edit)| edit.alarms.iter().copied()).collect();
    let among = among(&raised);
    let is_contracted = edits.iter().all(|(_, edit)| edit.manner == EditManner::Contracted);
    let differ = if is_contracted { "are drawn together or spelled out" } else { "differ" };
    format!("words of the quotation {differ}{among}: {}", quotation_edits(edits, words))
}

/// `, a negation and a name among them`.
fn among(raised: &[Alarm]) -> String {
    let raised = Alarm::ALL.iter().filter(|alarm| raised.contains(alarm));
    let mut names: Vec<&str> = raised.filter_map(|alarm| alarm_in_words(*alarm)).collect();
    match names.pop() {
        None => String::new(),
        Some(last) if names.is_empty() => format!(", {last} among them"),
        Some(last) => format!(", {} and {last} among them", names.join(", ")),
    }
}

/// The name of an alarm; a cut or an addition has its own clause.
fn alarm_in_words(alarm: Alarm) -> Option<&'static str> {
    match alarm {
        Alarm::Negation => Some("a negation"),
        Alarm::Number => Some("a number"),
        Alarm::Modal => Some("a modal verb"),
        Alarm::Name => Some("a name"),
        Alarm::SilentCut | Alarm::AddedWords | Alarm::Spliced | Alarm::Order => None,
        Alarm::Condition => Some("a condition"),
        Alarm::Hedge => Some("a hedge"),
        Alarm::Doubt => Some("a doubt"),
    }
}

/// The edits, the alarming ones first chosen where not all are spelled out.
fn quotation_edits(edits: &[(Spans, QuotationEdit)], words: Excerpts<'_>) -> String {
    /// The most edits that are spelled out: an editor reads them on one line of a screen.
    const MOST: usize = 3;
    let moves =
        |edit: &QuotationEdit, side: Side| edit.manner == EditManner::Moved && edit.spans[side].is_some();
    // what moved away and what came are said once
    let is_moved_away = edits.iter().any(|(_, edit)| moves(edit, Side::Left));
    let mut chosen: Vec<(usize, &(Spans, QuotationEdit))> = edits
        .iter()
        .enumerate()
        .filter(|(_, (_, edit))| !(is_moved_away && moves(edit, Side::Right)))
        .collect();
    let count = chosen.len();
    chosen.sort_by_key(|(_, (_, edit))| (edit.alarms.is_empty(), edit.manner == EditManner::Moved));
    chosen.truncate(MOST);
    chosen.sort_by_key(|(at, _)| *at);
    let (mut is_named, mut is_cut) = (false, false);
    let mut parts: Vec<String> = Vec::new();
    for (_, (spans, edit)) in chosen {
        let is_silent = edit.alarms.contains(&Alarm::SilentCut);
        if let Some(both) = spans.both().filter(|_| edit.manner != EditManner::Moved) {
            let show = |side: Side| {
                if is_named { words.quote(side, both[side]) } else { words.quote_in(side, both[side]) }
            };
            let only = if is_silent { "only " } else { "" };
            parts.push(format!("{} is {only}{}", show(Side::Left), show(Side::Right)));
            is_named = true;
        } else {
            let openly = if is_silent && !is_cut { " without an ellipsis" } else { "" };
            parts.push(lone_edit(edit, words) + openly);
            is_cut |= is_silent;
        }
    }
    listed(parts, count)
}

/// What became of words that only one side has; it is called a cut or an addition only if that is sure.
fn lone_edit(edit: &QuotationEdit, words: Excerpts<'_>) -> String {
    let side = if edit.spans.left.is_some() { Side::Left } else { Side::Right };
    let Some(span) = edit.spans[side] else { return String::new() };
    let has = |alarm| edit.alarms.contains(&alarm);
    let (right, quoted) = (words.label(Side::Right), words.quote(side, span));
    match (edit.manner, side) {
        (EditManner::Moved, _) => format!("{right} moves {quoted}"),
        (EditManner::Trimmed, Side::Left) => format!("{right} leaves out {quoted}"),
        (EditManner::Trimmed, Side::Right) => format!("{right} goes on with {quoted}"),
        (EditManner::Reworded | EditManner::Contracted, _) if has(Alarm::SilentCut) => {
            format!("{right} cuts {quoted}")
        }
        (EditManner::Reworded | EditManner::Contracted, _) if has(Alarm::AddedWords) => {
            format!("{right} adds {quoted}")
        }
        (EditManner::Reworded | EditManner::Contracted, _) => words.only(side, span),
    }
}
