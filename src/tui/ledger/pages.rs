//! One function a ledger: its entries and what is said over them.

use super::builder::{PageBuilder, alarms, sign};
use super::entry::{Body, Entry, Mark, Page, Target, Words};
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::Fact;
use crate::quotation::LinkState;
use crate::text::{Pair, Side};
use crate::tui::state::RowId;
use crate::view::ledger::{
    self, Alone, HeadlineCheck, Holding, Ledger, LoneFact, Mover, Quoted, Rank, Voice,
};
use crate::view::{self, MarkSet, Numbers, Row, Run, Sign, words};

/// All ledgers of a comparison, in the order of [`Ledger::ALL`].
pub(crate) fn pages(comparison: &Comparison, rows: &[Row]) -> Vec<Page> {
    let builder = PageBuilder { comparison, rows, numbers: Numbers::of(rows.iter()) };
    let lists = [
        quotations(&builder),
        facts(&builder),
        left_out(&builder),
        added(&builder),
        order(&builder),
        headlines(&builder),
    ];
    let mut pages = vec![summary(&builder, &lists)];
    pages.extend(lists);
    pages
}

/// The quotations, those that need a look first.
fn quotations(builder: &PageBuilder<'_>) -> Page {
    let entries: Vec<Entry> =
        ledger::quotations(builder.comparison).into_iter().map(|line| quotation(builder, line)).collect();
    let mut figures = words::figures(builder.comparison);
    figures.truncate(1);
    Page { note: figures.concat(), nothing: "No quotation was found on either side.".to_owned(), entries }
}

fn quotation(builder: &PageBuilder<'_>, line: Quoted) -> Entry {
    // where its words differ, rather than where it begins
    let target = match builder.numbers.stop(line.link) {
        Some(number) => {
            let side = if builder.rows[number - 1].cells.left.is_some() { Side::Left } else { Side::Right };
            Target::Row(RowId::new(number - 1), side)
        }
        None => Target::None,
    };
    let quoted = |side: Side| fragments(builder, side, &line.fragments[side]);
    let said = [Some(line.said.clone()), line.marks.clone()].into_iter().flatten().collect::<Vec<_>>();
    Entry {
        target,
        sign: match line.state {
            _ if line.check.is_some() => Mark::Alarm,
            LinkState::SameWords => sign(Sign::Identical),
            LinkState::Altered => sign(Sign::Rewritten),
            LinkState::Trimmed | LinkState::Extended | LinkState::Merged | LinkState::Split => {
                sign(Sign::Edited)
            }
            LinkState::Paraphrased => sign(Sign::Edited),
            LinkState::LeftOnly => sign(Sign::LeftOnly),
            LinkState::RightOnly => sign(Sign::RightOnly),
        },
        title: line.speaker,
        said: said.join("; "),
        check: line.check,
        body: Body::Beside(quoted(Side::Left), quoted(Side::Right)),
    }
}

fn fragments(builder: &PageBuilder<'_>, side: Side, fragments: &[Vec<Run>]) -> Words {
    let mut words = Words::default();
    for (n, runs) in fragments.iter().enumerate() {
        if n > 0 {
            words.push(" … ", MarkSet::EMPTY);
        }
        for run in runs {
            words.push(&builder.shown(side, run.span), run.marks);
        }
    }
    words
}

/// The facts that differ, then what one article alone states.
fn facts(builder: &PageBuilder<'_>) -> Page {
    let facts = ledger::facts(builder.comparison);
    let mut entries: Vec<Entry> = facts.altered.iter().map(|fact| altered(builder, fact)).collect();
    for side in Side::BOTH {
        entries.extend(facts.alone[side].iter().map(|fact| lone_fact(builder, side, fact)));
    }
    let alike = format!("{} stated alike on both sides", facts.same);
    let differing = match facts.altered.len() {
        0 if facts.same == 0 => "no number, date or name is stated on both sides".to_owned(),
        0 => format!("{alike}; none differs"),
        count => format!("{count} differ; {alike}"),
    };
    Page { note: differing, nothing: "Every number, date and name agrees.".to_owned(), entries }
}

fn altered(builder: &PageBuilder<'_>, fact: &Fact) -> Entry {
    let stated = |side: Side| match &fact.mentions[side] {
        Some(mention) => builder.in_context(side, mention.span, MarkSet::EMPTY.with(view::Mark::AlteredWord)),
        None => Words::default(),
    };
    Entry {
        target: builder.bead(fact.bead, Side::Left),
        sign: Mark::Alarm,
        title: fact.kind.name().to_owned(),
        said: "differs".to_owned(),
        check: None,
        body: Body::Beside(stated(Side::Left), stated(Side::Right)),
    }
}

fn lone_fact(builder: &PageBuilder<'_>, side: Side, fact: &LoneFact) -> Entry {
    let mut places = fact.beads.clone();
    places.dedup();
    let more = match places.len() {
        0 | 1 => String::new(),
        many => format!(", {many} times"),
    };
    let stated = builder.in_context(side, fact.span, MarkSet::EMPTY.with(view::Mark::Differs));
    Entry {
        target: fact.beads.first().map_or(Target::None, |&bead| builder.bead(bead, side)),
        sign: sign(only(side)),
        title: fact.kind.name().to_owned(),
        said: format!("only {}{more}", words::place(builder.comparison, side)),
        check: None,
        body: match side {
            Side::Left => Body::Beside(stated, Words::default()),
            Side::Right => Body::Beside(Words::default(), stated),
        },
    }
}

fn only(side: Side) -> Sign {
    match side {
        Side::Left => Sign::LeftOnly,
        Side::Right => Sign::RightOnly,
    }
}

/// What only the left has.
fn left_out(builder: &PageBuilder<'_>) -> Page {
    let lines = ledger::alone(builder.comparison, Side::Left);
    let holds = |holding: Holding| lines.iter().filter(|line| line.holdings.contains(&holding)).count();
    let parts = [
        (holds(Holding::Answer), "denial or answer", "denials or answers"),
        (holds(Holding::Quotation), "quotation", "quotations"),
        (holds(Holding::Figure), "with a figure", "with figures"),
    ];
    let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
    let parts: Vec<String> =
        parts.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many })).collect();
    let place = words::place(builder.comparison, Side::Left);
    let mut note = format!("{} only {place}", lines.len());
    if !parts.is_empty() {
        note = format!("{note}: {}", parts.join(", "));
    }
    let nothing = format!("Nothing stands only {place}.");
    Page { note, nothing, entries: lines.into_iter().map(|line| alone(builder, Side::Left, line)).collect() }
}

/// What only the right has, and who says so.
fn added(builder: &PageBuilder<'_>) -> Page {
    let lines = ledger::alone(builder.comparison, Side::Right);
    let silent = lines.iter().filter(|line| line.voice == Some(Voice::Nobody)).count();
    let place = words::place(builder.comparison, Side::Right);
    let mut note = format!("{} only {place}", lines.len());
    if silent > 0 {
        note = format!("{note}; check: nobody is named for {silent}");
    }
    let nothing = format!("Nothing stands only {place}.");
    Page { note, nothing, entries: lines.into_iter().map(|line| alone(builder, Side::Right, line)).collect() }
}

fn alone(builder: &PageBuilder<'_>, side: Side, line: Alone) -> Entry {
    let title = match (line.holdings.as_slice(), line.block) {
        ([], BlockKind::Paragraph) => "sentence".to_owned(),
        ([], block) => block.name().replace('-', " "),
        (holdings, _) => holdings.iter().map(|holding| holding.name()).collect::<Vec<_>>().join(", "),
    };
    let (said, check) = match line.voice {
        Some(Voice::Speaker(name)) => (format!("{name} says so"), None),
        Some(Voice::Verb(verb)) => (format!("somebody says so: “{verb}”"), None),
        Some(Voice::Nobody) if side == Side::Right => {
            (String::new(), Some("nobody is named for it".to_owned()))
        }
        Some(Voice::Nobody) => ("nobody named".to_owned(), None),
        None => (String::new(), None),
    };
    let matters = line.holdings.contains(&Holding::Answer);
    Entry {
        target: builder.bead(line.bead, side),
        sign: if matters { Mark::Alarm } else { sign(only(side)) },
        title,
        said,
        check,
        body: Body::One(side, builder.marked(line.bead, side, &line.spans)),
    }
}

/// What stands elsewhere.
fn order(builder: &PageBuilder<'_>) -> Page {
    let order = ledger::order(builder.comparison);
    let note = format!(
        "{} moved; {} in another turn; {}",
        words::counted(order.moved.len(), "sentence"),
        words::counted(order.speakers.len(), "speaker"),
        match order.answers.len() {
            1 => "1 denial or answer".to_owned(),
            count => format!("{count} denials or answers"),
        }
    );
    let mut entries: Vec<Entry> = order.moved.iter().map(|mover| moved(builder, mover)).collect();
    entries.extend(order.speakers.iter().map(|rank| speaker(builder, rank)));
    entries.extend(order.answers.iter().map(|mover| answer(builder, mover)));
    Page { note, nothing: "Both articles tell everything in the same order.".to_owned(), entries }
}

fn moved(builder: &PageBuilder<'_>, mover: &Mover) -> Entry {
    let (way, _) = way(mover);
    Entry {
        target: builder.bead(mover.bead, Side::Left),
        sign: sign(Sign::Moved),
        title: "moved".to_owned(),
        said: format!("{}{way}", path(builder, mover)),
        check: None,
        body: bodies(builder, mover),
    }
}

fn answer(builder: &PageBuilder<'_>, mover: &Mover) -> Entry {
    let (way, is_buried) = way(mover);
    let is_lost = mover.places.right.is_none();
    let check = match (is_buried, is_lost) {
        (_, true) => Some("it was left out".to_owned()),
        (true, false) => Some("it stands much further down".to_owned()),
        (false, false) => None,
    };
    Entry {
        target: builder.bead(mover.bead, if mover.places.left.is_some() { Side::Left } else { Side::Right }),
        sign: match (is_lost || is_buried, mover.places.left) {
            (true, _) => Mark::Alarm,
            (false, None) => sign(Sign::RightOnly),
            (false, Some(_)) => sign(Sign::Identical),
        },
        title: Holding::Answer.name().to_owned(),
        said: format!("{}{way}", path(builder, mover)),
        check,
        body: bodies(builder, mover),
    }
}

fn bodies(builder: &PageBuilder<'_>, mover: &Mover) -> Body {
    let words = Pair::from_fn(|side| builder.marked(mover.bead, side, &mover.spans[side]));
    Body::Beside(words.left, words.right)
}

/// `sentence 8 of 14 → 3 of 12`.
fn path(builder: &PageBuilder<'_>, mover: &Mover) -> String {
    let at = |side: Side, place: usize| format!("{place} of {}", mover.lengths[side]);
    match (mover.places.left, mover.places.right) {
        (Some(left), Some(right)) => {
            format!("sentence {} → {}", at(Side::Left, left), at(Side::Right, right))
        }
        (Some(left), None) => {
            let place = words::place(builder.comparison, Side::Left);
            format!("only {place}, sentence {}", at(Side::Left, left))
        }
        (None, Some(right)) => {
            let place = words::place(builder.comparison, Side::Right);
            format!("only {place}, sentence {}", at(Side::Right, right))
        }
        (None, None) => String::new(),
    }
}

/// Which way it went, and whether much further down.
fn way(mover: &Mover) -> (&'static str, bool) {
    /// The share of an article past which it is much.
    const MUCH: f64 = 0.25;

    let depth = |side: Side| mover.places[side].map(|place| place as f64 / mover.lengths[side].max(1) as f64);
    match (depth(Side::Left), depth(Side::Right)) {
        (Some(left), Some(right)) if right - left > MUCH => (", much further down", true),
        (Some(left), Some(right)) if left - right > MUCH => (", much further up", false),
        _ => ("", false),
    }
}

fn speaker(builder: &PageBuilder<'_>, rank: &Rank) -> Entry {
    let turn = |side: Side| ordinal(rank.places[side]);
    let on = |side: Side| words::place(builder.comparison, side);
    let quoted = |side: Side| {
        let mut words = Words::default();
        words.push(&words::shortened(builder.comparison.sides[side].slice(rank.spans[side])), MarkSet::EMPTY);
        words
    };
    let (left, right) = (turn(Side::Left), turn(Side::Right));
    Entry {
        target: builder.at(rank.spans.left, Side::Left),
        sign: sign(Sign::Moved),
        title: rank.name.clone(),
        said: format!("speaks {left} {}, {right} {} (of those both quote)", on(Side::Left), on(Side::Right)),
        check: None,
        body: Body::Beside(quoted(Side::Left), quoted(Side::Right)),
    }
}

/// `first`, `second`, `12th`.
fn ordinal(place: usize) -> String {
    let names = ["first", "second", "third", "fourth", "fifth", "sixth"];
    match names.get(place.wrapping_sub(1)) {
        Some(name) => (*name).to_owned(),
        None => format!("as number {place}"),
    }
}

/// Whether the headlines hold.
fn headlines(builder: &PageBuilder<'_>) -> Page {
    let checks = ledger::headlines(builder.comparison);
    let mut entries = Vec::new();
    for (side, check) in checks.sides() {
        let Some(check) = check else { continue };
        entries.push(headline(builder, side, &check));
        let findings = check.findings.iter().map(|&id| Entry {
            target: builder.at(check.span, side),
            sign: Mark::Alarm,
            title: "figure or name".to_owned(),
            said: words::difference(builder.comparison, id),
            check: None,
            body: Body::Said(String::new()),
        });
        entries.extend(findings);
    }
    let open = alarms(&entries);
    let note = match (entries.len(), open) {
        (0, _) => String::new(),
        (_, 0) => "every word of the headlines stands in a story".to_owned(),
        (_, _) => "words of a headline that no story has; other words may mean the same".to_owned(),
    };
    Page { note, nothing: "Neither article has a headline.".to_owned(), entries }
}

fn headline(builder: &PageBuilder<'_>, side: Side, check: &HeadlineCheck) -> Entry {
    let mut shown = Words::default();
    let mut at = check.span.start();
    let heading = MarkSet::EMPTY.with(view::Mark::Heading);
    for word in &check.unborne {
        shown.push(&builder.shown(side, crate::text::Span::new(at, word.span.start())), heading);
        let mark = if word.across { view::Mark::Differs } else { view::Mark::AlteredWord };
        shown.push(&builder.shown(side, word.span), heading.with(mark));
        at = word.span.end();
    }
    shown.push(&builder.shown(side, crate::text::Span::new(at, check.span.end())), heading);
    let list = |across: bool| -> Vec<String> {
        let words = check.unborne.iter().filter(|word| word.across == across);
        words.map(|word| builder.shown(side, word.span)).collect()
    };
    let (nowhere, across) = (list(false), list(true));
    let mut checks = Vec::new();
    if !nowhere.is_empty() {
        checks.push(format!("no story has {}", nowhere.join(", ")));
    }
    if !across.is_empty() {
        let place = words::place(builder.comparison, side.other());
        checks.push(format!("{} only in the story {place}", across.join(", ")));
    }
    Entry {
        target: builder.at(check.span, side),
        sign: if nowhere.is_empty() { Mark::None } else { Mark::Alarm },
        title: words::outlet(builder.comparison, side).to_owned(),
        said: if checks.is_empty() { "every word stands in its story".to_owned() } else { String::new() },
        check: (!checks.is_empty()).then(|| checks.join("; ")),
        body: Body::One(side, shown),
    }
}

/// Counts and shares; the lines of ledgers lead to them.
fn summary(builder: &PageBuilder<'_>, lists: &[Page]) -> Page {
    let comparison = builder.comparison;
    let mut entries = Vec::new();
    for (ledger, page) in Ledger::ALL.into_iter().skip(1).zip(lists) {
        let text = if page.entries.is_empty() { page.nothing.clone() } else { page.note.clone() };
        entries.push(Entry {
            target: Target::Ledger(ledger),
            sign: if alarms(&page.entries) > 0 { Mark::Alarm } else { Mark::None },
            title: ledger.title().to_lowercase(),
            said: String::new(),
            check: None,
            body: Body::Said(text),
        });
    }
    let told = ["quotations", "facts"];
    let figures = words::summary(comparison).into_iter().filter(|figure| !told.contains(&figure.name));
    entries.extend(figures.map(|figure| plain(figure.name, figure.text)));
    for side in Side::BOTH {
        for note in &comparison.sides[side].article.notes {
            entries.push(plain("note", format!("{}: {note}", words::outlet(comparison, side))));
        }
    }
    let outlets = Pair::from_fn(|side| words::outlet(comparison, side));
    Page { note: format!("{} and {}", outlets.left, outlets.right), nothing: String::new(), entries }
}

fn plain(title: &str, text: String) -> Entry {
    Entry {
        target: Target::None,
        sign: Mark::None,
        title: title.to_owned(),
        said: String::new(),
        check: None,
        body: Body::Said(text),
    }
}
