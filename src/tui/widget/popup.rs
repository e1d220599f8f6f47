//! All that is known of the selected sentences: both texts whole, differences, facts, quotations.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{put, put_short, row};
use crate::alignment::BeadId;
use crate::difference::{Fact, Severity};
use crate::quotation::QuotationLink;
use crate::text::wrap::wrap;
use crate::text::{Side, Span};
use crate::tui::app::App;
use crate::tui::ledger::Words;
use crate::tui::style::{Element, Styles};
use crate::view::{MarkSet, words};

/// A paragraph of the popup.
enum Paragraph {
    Title(String),
    /// Words of an article.
    Text(Side, Words),
    /// A line of the program's, with what it is said of first.
    Said(String, Element, String),
    Empty,
}

/// Lines that all of it takes on this screen.
pub(crate) fn height(app: &App) -> usize {
    let width = width(app.size().columns);
    content(app).iter().map(|paragraph| lines(paragraph, width).len()).sum()
}

pub(super) fn draw(app: &App, styles: &Styles, from: usize, buffer: &mut Buffer) {
    let screen = buffer.area;
    for position in screen.positions() {
        buffer[position].reset();
    }
    let rows = screen.height.saturating_sub(1);
    let width = width(screen.width);
    let content = content(app);
    let mut at = 0;
    for paragraph in &content {
        for line in lines(paragraph, width) {
            if (from..from + usize::from(rows)).contains(&at) {
                draw_line(styles, paragraph, line, row(screen, (at - from) as u16), buffer);
            }
            at += 1;
        }
    }
    let last = row(screen, rows);
    buffer.set_style(last.intersection(buffer.area), styles.of(Element::Status));
    let below = at.saturating_sub(from + usize::from(rows));
    let mut text = format!(
        "Esc leaves · {} {} next, previous difference",
        app.key("next-difference"),
        app.key("previous-difference")
    );
    if below > 0 {
        text = format!("{below} more below: j, d, PgDn · {text}");
    }
    put_short(buffer, last, 1, &text, styles.of(Element::Status));
}

/// Columns for text.
fn width(columns: u16) -> usize {
    usize::from(columns.saturating_sub(5)).clamp(1, 110)
}

/// The lines of a paragraph, as spans of its text.
fn lines(paragraph: &Paragraph, width: usize) -> Vec<Span> {
    match paragraph {
        Paragraph::Empty => vec![Span::default()],
        Paragraph::Title(text) => vec![Span::whole(text)],
        Paragraph::Text(_, words) => wrap(&words.text, Span::whole(&words.text), width),
        Paragraph::Said(head, _, text) => {
            let whole = format!("{head}{text}");
            wrap(&whole, Span::whole(&whole), width)
        }
    }
}

fn draw_line(styles: &Styles, paragraph: &Paragraph, line: Span, area: Rect, buffer: &mut Buffer) {
    match paragraph {
        Paragraph::Empty => {}
        Paragraph::Title(text) => {
            put_short(buffer, area, 1, text, styles.of(Element::Title));
        }
        Paragraph::Text(side, words) => {
            let mut x = 3;
            let first = words.runs.partition_point(|run| run.span.end() <= line.start());
            for run in words.runs.iter().skip(first) {
                let Some(part) = run.span.intersection(line) else { break };
                x = put(buffer, area, x, part.of(&words.text), styles.text(*side, run.marks));
            }
        }
        Paragraph::Said(head, element, text) => {
            let whole = format!("{head}{text}");
            let border = Span::new(0, head.len());
            let mut x = 3;
            if let Some(part) = border.intersection(line) {
                x = put(buffer, area, x, part.of(&whole), styles.of(*element));
            }
            if let Some(part) = Span::new(head.len(), whole.len()).intersection(line) {
                put(buffer, area, x, part.of(&whole), Style::new());
            }
        }
    }
}

fn content(app: &App) -> Vec<Paragraph> {
    let Some(bead) = app.bead() else { return Vec::new() };
    let mut all = texts(app, bead);
    for part in [differences(app, bead), facts(app, bead), quotations(app, bead)] {
        if !part.is_empty() {
            all.push(Paragraph::Empty);
            all.extend(part);
        }
    }
    all
}

/// Both texts whole, wherever on the screen their sentences stand.
fn texts(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let sort = words::kind(&app.comparison, bead);
    let moved = if app.comparison.alignment.get(bead).moved { "moved, " } else { "" };
    let mut all = vec![Paragraph::Title(format!(
        "Row {} of {}: {moved}{sort}",
        app.cursor().index() + 1,
        app.rows.len()
    ))];
    for side in Side::BOTH {
        let cells = app.rows.iter().filter(|row| row.bead == bead).filter_map(|row| row.cells[side].as_ref());
        let mut shown = Words::default();
        for cell in cells {
            if !shown.text.is_empty() {
                shown.push(" … ", MarkSet::EMPTY);
            }
            for run in &cell.runs {
                let text = app.comparison.sides[side].slice(run.span);
                let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
                shown.push(&text, run.marks);
            }
        }
        all.push(Paragraph::Empty);
        all.push(Paragraph::Title(words::outlet(&app.comparison, side).to_owned()));
        if shown.text.is_empty() {
            all.push(Paragraph::Said("not there".to_owned(), Element::Fold, String::new()));
        } else {
            all.push(Paragraph::Text(side, shown));
        }
    }
    all
}

/// Every difference with its rule, and why.
fn differences(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let comparison = &app.comparison;
    let own: Vec<_> = comparison.differences().filter(|(_, found)| found.bead == bead).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut all = vec![Paragraph::Title("Differences".to_owned())];
    for (id, found) in own {
        let kind = words::difference_kind(found.kind);
        let element = match found.severity {
            Severity::High => Element::Alarm,
            Severity::Medium | Severity::Low => Element::Key,
        };
        let why = words::difference(comparison, id);
        let is_quoted = |side: Side| {
            let words = found.spans[side].map(|span| words::shortened(comparison.sides[side].slice(span)));
            words.is_none_or(|words| why.contains(&words))
        };
        let spans = words::against(comparison, found.spans);
        let is_said = spans.is_empty() || Side::BOTH.into_iter().all(is_quoted);
        let shown = if is_said { String::new() } else { format!(" ({spans})") };
        let text = format!(": {why}{shown} · {} · rule {}", found.severity.name(), found.rule);
        all.push(Paragraph::Said(kind, element, text));
    }
    all
}

fn facts(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let own: Vec<&Fact> = app.comparison.facts.iter().filter(|fact| fact.bead == bead).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut all = vec![Paragraph::Title("Facts".to_owned())];
    for fact in own {
        let said = |side: Side| {
            let mention = fact.mentions[side].as_ref()?;
            let words = words::shortened(app.comparison.sides[side].slice(mention.span));
            Some(if words == mention.value { words } else { format!("{words} ({})", mention.value) })
        };
        let sides: Vec<String> = Side::BOTH.into_iter().filter_map(said).collect();
        let state = words::fact_state(&app.comparison, fact.state);
        let text = format!(": {} · {state}", sides.join(" → "));
        all.push(Paragraph::Said(fact.kind.name().to_owned(), Element::Key, text));
    }
    all
}

/// The quotations that have words here: who speaks by which rule, what became of the words.
fn quotations(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let comparison = &app.comparison;
    let sentences = |side: Side| {
        let own = comparison.alignment.get(bead).sentences[side].iter();
        own.map(move |&id| comparison.sides[side].sentences.get(id).span)
    };
    let holds = |link: &QuotationLink| {
        Side::BOTH.into_iter().any(|side| {
            let quotation = link.quotations[side].map(|id| comparison.quotation(side, id));
            quotation.is_some_and(|own| sentences(side).any(|sentence| own.has_words_in(sentence)))
        })
    };
    let mut all = Vec::new();
    for (id, link) in comparison.links().filter(|(_, link)| holds(link)) {
        let caption = words::caption(comparison, id);
        all.push(Paragraph::Said("❝ ".to_owned(), Element::Caption, caption));
        for (side, quotation) in link.quotations.sides() {
            let Some(quotation) = quotation else { continue };
            let attribution = &comparison.quotation(side, quotation).attribution;
            let name = attribution.speaker.as_deref().unwrap_or("nobody named");
            let text = format!(": {name} ({}, rule {})", attribution.confidence.name(), attribution.rule);
            let place = words::place(comparison, side);
            all.push(Paragraph::Said(format!("  speaker {place}"), Element::Key, text));
        }
    }
    if !all.is_empty() {
        all.insert(0, Paragraph::Title("Quotations".to_owned()));
    }
    all
}
