//! The list of notes, fixes, queries, and entries without their sentence.

use ratatui::layout::{Position, Rect};

use super::dispatch::{Next, Overlay};
use super::panel::{centered, choice, panel};
use crate::review::{self, Remark, Step};
use crate::text::Pair;
use crate::text::visible::shown_text;
use crate::text::width::columns;
use crate::tui::command::review::{Listed, listed};
use crate::tui::screen::status;
use crate::tui::{Action, App, Canvas, Effect, Element, Key, Notes, Panel, row};
use crate::view::excerpt::{self, Excerpts};

/// The number of visible entries.
fn page(app: &App) -> u16 {
    (app.size().rows.saturating_sub(6) / 2).max(1)
}

impl Overlay for Notes {
    /// The motion keys of the texts move; Enter goes to the row, D deletes the entry.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let selected = listed(app).get(self.selected).copied();
        let page = page(app);
        match app.preferences.keymap.action(key) {
            Some(Action::Quit | Action::Back | Action::Open(Panel::Notes)) => Next::CLOSE,
            Some(Action::Move(motion)) => step(self, app, motion.lines(page, page)),
            Some(Action::OtherSide) => step(self, app, 1),
            Some(Action::DeleteNote) => Next::Stay(delete(app, selected)),
            Some(Action::Counterpart) => {
                match selected {
                    Some(Listed::Row(row)) => app.jump(row),
                    Some(Listed::Orphaned(_) | Listed::LostPin(_)) => {
                        app.info("Its sentence is in neither text any more; D deletes the entry.");
                    }
                    None => {}
                }
                Next::CLOSE
            }
            _ => Next::STAY,
        }
    }

    fn wheel(&mut self, app: &mut App, lines: i32) -> Next {
        step(self, app, lines.signum())
    }

    fn revalidate(&mut self, app: &mut App) -> Next {
        let Some(last) = listed(app).len().checked_sub(1) else { return Next::CLOSE };
        self.selected = self.selected.min(last);
        Next::STAY
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let (all, screen) = (listed(app), canvas.screen());
        let count = (all.len() as u16).min(page(app));
        let width = screen.width.saturating_sub(4).clamp(1, 110).min(screen.width);
        let area = centered(screen, width, (2 * count + 2).min(screen.height));
        let title = format!(
            "Notes {}/{} · Enter goes to the row · D deletes · Esc closes",
            self.selected + 1,
            all.len()
        );
        panel(canvas, area, &title);
        let first = (self.selected + 1).saturating_sub(usize::from(count));
        for (nth, (at, each)) in (0..count).zip(all.iter().enumerate().skip(first)) {
            let [remark, about] = texts(app, *each, usize::from(width.saturating_sub(5)));
            let line = |y: u16| {
                let line = row(area, y);
                Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line }
            };
            let is_selected = at == self.selected;
            let (upper, lower) = (line(2 * nth + 1), line(2 * nth + 2));
            let (x, style) = choice(canvas, upper, is_selected);
            canvas.put_short(upper, x, &remark, style);
            let style = canvas.styles.of(Element::Fold).patch(style);
            canvas.clear(lower, style);
            let x = canvas.put(lower, lower.x, "   ", style);
            canvas.put_short(lower, x, &about, style);
        }
        status::draw(app, canvas);
        None
    }
}

/// Moves the selection this far down; negative is up.
fn step(notes: &mut Notes, app: &mut App, by: i32) -> Next {
    notes.selected = notes.selected.saturating_add_signed(by as isize);
    notes.revalidate(app)
}

/// Deletes an entry.
fn delete(app: &mut App, listed: Option<Listed>) -> Effect {
    let name = "deleted entry";
    let (placed, review) = (&app.review.placed, &app.review.review);
    let mut step = Step { name: name.to_owned(), ..Step::default() };
    match listed {
        Some(Listed::Row(row)) => {
            let bead = app.row(row).bead;
            step = review::remark(review, placed, &app.comparison, bead, Remark::default(), name);
        }
        Some(Listed::Orphaned(at)) => {
            let entry = placed.orphaned.get(at);
            let found = review.remarks.iter().find(|(passage, remark)| {
                entry.is_some_and(|entry| passage.texts == entry.texts && **remark == entry.remark)
            });
            step.removed.remarks.extend(found.map(|(passage, remark)| (passage.clone(), remark.clone())));
        }
        Some(Listed::LostPin(at)) => {
            let found = placed.lost_pins.get(at).and_then(|words| review.pins.get_key_value(words));
            step.removed.pins.extend(found.map(|(words, bond)| (words.clone(), *bond)));
        }
        None => return Effect::None,
    }
    app.info(format!("Deleted; {} restores it.", app.key(Action::Undo)));
    app.act(step)
}

/// The remark and its sentence, shortened to a width.
fn texts(app: &App, listed: Listed, width: usize) -> [String; 2] {
    let placed = &app.review.placed;
    match listed {
        Listed::Row(row) => {
            let bead = app.row(row).bead;
            let edited = if placed.is_edited(bead) { "edited since · " } else { "" };
            let head = format!("row {}: {edited}", row.index() + 1);
            let words = excerpt::of_bead(&app.comparison, bead, width.saturating_sub(columns(&head)));
            [placed.remark(bead).map(remark_line).unwrap_or_default(), head + &first(&words)]
        }
        Listed::Orphaned(at) => placed.orphaned.get(at).map_or_else(Default::default, |entry| {
            [remark_line(&entry.remark), lost("in neither text any more: ", &entry.texts, width)]
        }),
        Listed::LostPin(at) => placed.lost_pins.get(at).map_or_else(Default::default, |pin| {
            let texts = pin.clone().map(|words| Some(words.text));
            ["aligned by hand".to_owned(), lost("one of its sentences is gone: ", &texts, width)]
        }),
    }
}

/// The text of a lost sentence.
fn lost(head: &str, texts: &Pair<Option<String>>, width: usize) -> String {
    let texts = texts.as_ref().map(Option::as_deref);
    let words = excerpt::of_texts(texts, width.saturating_sub(columns(head)));
    format!("{head}{}", first(&words))
}

/// The words of the left, or else of the right.
fn first(excerpts: &Excerpts) -> String {
    let [left, right] = [&excerpts.sides.left, &excerpts.sides.right];
    shown_text(&if left.is_empty() { right } else { left }.to_string()).into_owned()
}

/// `✗ fix  ask the desk`: the verdict and the note on one line.
fn remark_line(remark: &Remark) -> String {
    let verdict = remark.verdict.map(|verdict| format!("{} {}", verdict.symbol(), verdict.name()));
    let note = remark.note.as_deref().map(|note| shown_text(note).into_owned());
    [verdict, note].into_iter().flatten().collect::<Vec<_>>().join("  ")
}
