//! The details of the selected sentences: both texts whole, differences, facts, quotations.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::dispatch::{Next, Overlay};
use crate::alignment::BeadId;
use crate::difference::{Difference, DifferenceId, Fact, Severity};
use crate::quotation::QuotationLink;
use crate::text::wrap::wrap;
use crate::text::{Side, Span};
use crate::tui::command::jump;
use crate::tui::input::Key;
use crate::tui::keymap::{Action, Panel};
use crate::tui::screen::canvas::{Canvas, row};
use crate::tui::state::App;
use crate::tui::state::mode::Details;
use crate::tui::style::Element;
use crate::view::ledger::Words;
use crate::view::{MarkSet, Topic, words};

/// A paragraph of the details.
enum Paragraph {
    Title(String),
    /// Words of an article.
    Text(Side, Words),
    /// Words of the program, after what they are about.
    Said {
        text: String,
        head: usize,
        element: Element,
    },
    Empty,
}

impl Overlay for Details {
    /// The same keys move as in the texts.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let page = app.size().rows.max(4) - 3;
        match app.settings.keymap.action(key) {
            Some(Action::Move(motion)) => return self.wheel(app, motion.lines(page / 2, page)),
            Some(Action::Next(Topic::Difference)) => jump::next(app, Topic::Difference),
            Some(Action::Previous(Topic::Difference)) => jump::previous(app, Topic::Difference),
            Some(Action::Open(Panel::Details) | Action::Quit | Action::Back | Action::Counterpart) => {
                return Next::CLOSE;
            }
            _ if key.code == KeyCode::Esc => return Next::CLOSE,
            _ => return Next::STAY,
        }
        self.top = 0;
        Next::STAY
    }

    fn wheel(&mut self, _: &mut App, lines: i32) -> Next {
        self.top = self.top.saturating_add_signed(lines as isize);
        Next::STAY
    }

    fn click(&mut self, _: &mut App, _: Position) -> Next {
        Next::CLOSE
    }

    fn revalidate(&mut self, app: &mut App) -> Next {
        let (width, page) = (width(app.size().columns), usize::from(app.size().rows.saturating_sub(1)));
        let height: usize = content(app).iter().map(|paragraph| lines(paragraph, width).len()).sum();
        self.top = self.top.min(height.saturating_sub(page));
        Next::STAY
    }

    fn is_opaque(&self) -> bool {
        true
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let screen = canvas.screen();
        canvas.clear(screen, Style::new());
        let (rows, width, content) = (screen.height.saturating_sub(1), width(screen.width), content(app));
        let lines = content
            .iter()
            .flat_map(|paragraph| lines(paragraph, width).into_iter().map(move |line| (paragraph, line)));
        let lines: Vec<(&Paragraph, Span)> = lines.collect();
        for (at, (paragraph, line)) in (0..rows).zip(lines.iter().skip(self.top)) {
            draw_line(canvas, row(screen, at), paragraph, *line);
        }
        let last = row(screen, rows);
        canvas.tint(last, Element::Status);
        let [next, previous] = [Action::Next(Topic::Difference), Action::Previous(Topic::Difference)]
            .map(|action| app.key(action));
        let mut text = format!("Esc leaves · {next} {previous} next, previous difference");
        let below = lines.len().saturating_sub(self.top + usize::from(rows));
        if below > 0 {
            text = format!("{below} more below: j, d, PgDn · {text}");
        }
        canvas.put_short(last, 1, &text, Element::Status);
        None
    }
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
        Paragraph::Text(_, Words { text, .. }) | Paragraph::Said { text, .. } => {
            wrap(text, Span::whole(text), width)
        }
    }
}

fn draw_line(canvas: &mut Canvas<'_>, area: Rect, paragraph: &Paragraph, line: Span) {
    match paragraph {
        Paragraph::Empty => {}
        Paragraph::Title(text) => {
            canvas.put_short(area, 1, text, Element::Title);
        }
        Paragraph::Text(side, words) => canvas.put_runs(area, 3, *side, &words.text, &words.runs, line),
        Paragraph::Said { text, head, element } => {
            let border = line.end().min(*head).max(line.start());
            let x = canvas.put(area, 3, Span::new(line.start(), border).of(text), *element);
            canvas.put(area, x, Span::new(border, line.end()).of(text), Style::new());
        }
    }
}

/// Words of the program, after what they are about.
fn said(head: &str, element: Element, text: &str) -> Paragraph {
    Paragraph::Said { text: format!("{head}{text}"), head: head.len(), element }
}

fn content(app: &App) -> Vec<Paragraph> {
    let Some(bead) = app.bead() else { return Vec::new() };
    let mut all = texts(app, bead);
    let parts = [
        ("Differences", differences(app, bead)),
        ("Facts", facts(app, bead)),
        ("Quotations", quotations(app, bead)),
    ];
    for (title, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        all.extend([Paragraph::Empty, Paragraph::Title(title.to_owned())]);
        all.extend(part);
    }
    all
}

/// Both texts whole, wherever on the screen their sentences are.
fn texts(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let kind = words::kind(&app.comparison, bead);
    let moved = if app.comparison.alignment.get(bead).moved { "moved, " } else { "" };
    let mut all = vec![Paragraph::Title(format!(
        "Row {} of {}: {moved}{kind}",
        app.cursor.row.index() + 1,
        app.view.rows.len()
    ))];
    for side in Side::BOTH {
        let cells =
            app.view.rows.iter().filter(|row| row.bead == bead).filter_map(|row| row.cells[side].as_ref());
        let mut shown = Words::default();
        for cell in cells {
            if !shown.text.is_empty() {
                shown.push(" … ", MarkSet::EMPTY);
            }
            for run in &cell.runs {
                shown.push(app.comparison.sides[side].slice(run.span), run.marks);
            }
        }
        all.push(Paragraph::Empty);
        all.push(Paragraph::Title(words::outlet(&app.comparison, side).to_owned()));
        if shown.text.is_empty() {
            all.push(said("not there", Element::Fold, ""));
        } else {
            all.push(Paragraph::Text(side, shown));
        }
    }
    all
}

/// Every difference with its rule, and why.
fn differences(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let comparison = &app.comparison;
    let line = |(id, found): (DifferenceId, &Difference)| {
        let why = words::difference(comparison, id);
        let is_quoted = |side: Side| {
            let words = found.spans[side].map(|span| words::shortened(comparison.sides[side].slice(span)));
            words.is_none_or(|words| why.contains(&words))
        };
        let spans = words::against(comparison, found.spans);
        let is_said = spans.is_empty() || Side::BOTH.into_iter().all(is_quoted);
        let shown = if is_said { String::new() } else { format!(" ({spans})") };
        let text = format!(": {why}{shown} · {} · rule {}", found.severity.name(), found.rule);
        let element = if found.severity == Severity::High { Element::Alarm } else { Element::Key };
        said(&words::difference_kind(found.kind), element, &text)
    };
    comparison.differences().filter(|(_, found)| found.bead == bead).map(line).collect()
}

fn facts(app: &App, bead: BeadId) -> Vec<Paragraph> {
    let line = |fact: &Fact| {
        let stated = |side: Side| {
            let mention = fact.mentions[side].as_ref()?;
            let words = words::shortened(app.comparison.sides[side].slice(mention.span));
            let value = mention.to_string();
            Some(if words == value { words } else { format!("{words} ({value})") })
        };
        let sides: Vec<String> = Side::BOTH.into_iter().filter_map(stated).collect();
        let state = words::fact_state(&app.comparison, fact.state);
        said(fact.kind.name(), Element::Key, &format!(": {} · {state}", sides.join(" → ")))
    };
    app.comparison.facts.iter().filter(|fact| fact.bead == bead).map(line).collect()
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
        all.push(said("❝ ", Element::Caption, &caption));
        for (side, quotation) in link.quotations.sides() {
            let Some(quotation) = quotation else { continue };
            let attribution = &comparison.quotation(side, quotation).attribution;
            let name = attribution.speaker.as_deref().unwrap_or("nobody named");
            let text = format!(": {name} ({}, rule {})", attribution.confidence.name(), attribution.rule);
            let place = words::place(comparison, side);
            all.push(said(&format!("  speaker {place}"), Element::Key, &text));
        }
    }
    all
}
