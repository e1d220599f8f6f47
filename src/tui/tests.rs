//! Every pair of commands, from several positions, with every position checked after each.
//!
//! The display commands come from the keymap: a new one is tested without a change here.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use ratatui::buffer::Buffer;

use super::command::review;
use super::console::Script;
use super::draw;
use super::session::drive;
use super::state::cursor::Top;
use super::state::search::search;
use super::update::{revalidate, update};
use super::{
    App, BackgroundTask, COMMANDS, Effect, Group, Host, Input, Item, Kept, Layout, LedgerList, Mode, Outcome,
    RowId, Size, Styles, script,
};
use super::{ExportReply, ExportRequest};
use crate::alignment::{BeadId, Pins};
use crate::article::Origin;
use crate::comparison::{Comparison, Options, Reading, glance, read};
use crate::export::Report;
use crate::import::import;
use crate::options::Reload;
use crate::review::{Review, find_pins};
use crate::text::{Pair, Side, Span};
use crate::theme::Theme;
use crate::view::ledger::{Entry, Target};

const LEFT: &str = "Tarn dam gate shut after storm

“We closed the gate at noon,” Mayor Ada Lund said. “It held all night. Nobody was hurt on the site.”

The council meets on Monday to vote on a new gate.

Rain fell for six hours over the valley, and the river rose by two metres before dawn on Sunday.

Trains to the coast run again from Friday.

The old gate was built in 1961 by the river board.

The school at Nether Tarn stays closed.

Divers will look at the hinges this week.";

const RIGHT: &str = "Gate at Tarn closed

The old gate was built in 1961 by the river board.

“We closed the gate at noon,” Mayor Ada Lund said. “It held all night. Nobody was killed on the site.”

A vote on the replacement is due when the council meets next, on Monday.

Rail services resume on Friday.

The school at Nether Tarn stays closed, and so does the one below the dam.";

/// Where an editor may be when commands run: the keys that lead there.
const PLACES: &[&str] = &[
    "",
    "jjjj",
    "G",
    "GSgdd<tab>",     // columns apart, each at a line of its own
    "fq<cr>G",        // with a filter
    "/gate<cr>nGsqG", // in a list over the texts, at its end
];

/// The ends of what else scrolls: a popup, help, the list of notes.
const LISTS: &[&str] = &["zzzGpG", "?G", "jcnote<cr>G2@G"];

/// What else gives the screen other rows, other lines or another size.
const OTHERS: &[&str] = &[
    "r",
    "A<tab>jjA",
    "B",
    "U",
    "cnote<a-cr>two<cr>",
    "<esc>",
    "]q",
    ":filter fact<cr>",
    "<resize:120x30>",
    "<resize:80x9>",
    "<resize:40x14>",
];

/// The keys of each display command and of the others, as they are typed and as inputs.
fn commands() -> Vec<(&'static str, Vec<Input>)> {
    let display = COMMANDS.iter().filter(|command| command.group == Group::Display);
    let keys = display.filter_map(|command| command.keys.first()).chain(OTHERS).copied();
    let edited = ("(an article was edited)", vec![Input::Edited(vec![Side::Left])]);
    keys.map(|keys| (keys, script(keys).expect("keys"))).chain([edited]).collect()
}

#[test]
fn every_position_is_valid_after_any_two_commands() {
    let (commands, mut disk) = (commands(), Disk::new());
    for place in PLACES {
        let start = disk.at(place);
        for (first, inputs) in &commands {
            disk.is_short = false;
            let once = checked(&start, &mut disk, inputs, &format!("{place} {first}"));
            let is_short = disk.is_short;
            for (second, inputs) in &commands {
                disk.is_short = is_short;
                checked(&once, &mut disk, inputs, &format!("{place} {first} {second}"));
            }
        }
    }
}

#[test]
fn the_place_in_a_list_is_valid_after_any_command() {
    let mut disk = Disk::new();
    for place in LISTS {
        let start = disk.at(place);
        for (keys, inputs) in commands() {
            disk.is_short = false;
            checked(&start, &mut disk, &inputs, &format!("{place} {keys}"));
        }
    }
}

/// Runs inputs as the loop does; checks every position after each and draws the last screen.
fn checked(app: &App, disk: &mut Disk, inputs: &[Input], keys: &str) -> App {
    let (mut app, styles) = (app.clone(), disk.styles.clone());
    let mut script = Script::new(inputs.to_vec(), |app: &App, _: &Styles| check(app, keys));
    drive(&mut app, styles, &mut script, disk).expect("a script cannot fail");
    draw(&app, &disk.styles, &mut Buffer::empty(app.size().area()));
    app
}

/// Panics where a remembered position leads nowhere after these keys.
fn check(app: &App, keys: &str) {
    let valid = |is_valid: bool, what: &str| assert!(is_valid, "{what} is invalid after {keys}");
    let (view, cursor) = (&app.view, &app.cursor);
    let is_row = |row: RowId| row.index() < view.rows.len();
    let is_bead = |bead: BeadId| bead.index() < app.comparison.alignment.beads.len();
    valid(is_row(cursor.row), "the cursor");
    valid(app.cursor_visibility().0 > 0, "the place of the cursor on the screen");
    valid(view.items.iter().flat_map(Item::rows).eq(0..view.rows.len()), "the list of items");
    valid(is_top(app, cursor.top), "the first line");
    if let Some(apart) = cursor.apart {
        valid(app.layout() == Layout::Columns && apart.side != cursor.side, "the held side");
        valid(is_top(app, apart.top), "the first line of the held side");
    }
    valid(app.status.pending.iter().all(|pending| is_row(pending.from.row)), "the start of a sequence");
    valid(app.review.anchor.iter().all(|anchor| is_bead(anchor.bead)), "one end of a pin");
    let both = app.comparison.sides();
    let found = view.search.as_ref().map(|found| search(&found.query, both, &view.rows));
    valid(view.search == found, "a search hit");
    for (side, annotated) in both.sides() {
        let dragged = cursor.selection.iter().flat_map(|selection| selection.dragged(side));
        let is_text = |span: &Span| annotated.article.text.get(span.start()..span.end()).is_some();
        valid(dragged.into_iter().all(is_text), "the selection");
    }
    // positions in what lies over the texts: making them valid again alters nothing
    let mut again = app.clone();
    revalidate(&mut again);
    valid(format!("{:?}", again.mode) == format!("{:?}", app.mode), "the place in the overlay");
    match &app.mode {
        Mode::Notes(notes) => valid(notes.selected < review::listed(app).len(), "the selected note"),
        Mode::Note(note) => valid(is_bead(note.bead), "the place of a note"),
        Mode::Ledger(LedgerList { .. }) => valid(is_ledger(app), "the place in the open list"),
        Mode::Reading
        | Mode::Prompt(_)
        | Mode::Confirm(_)
        | Mode::ExportMenu(_)
        | Mode::FilterMenu(_)
        | Mode::Sheet(_)
        | Mode::CommandLine(_) => {}
    }
}

/// Whether a line exists and, as the first one, fills the screen.
fn is_top(app: &App, top: Top) -> bool {
    top.item < app.view.items.len() && top.line < app.lines(top.item).len() && top == app.filled(top)
}

/// Whether the open list is filled, its selected entry is one of those shown, and its entries lead to rows.
fn is_ledger(app: &App) -> bool {
    let Some(page) = app.ledgers.page() else { return false };
    let list = app.ledgers.list();
    let leads_on = |entry: &Entry| match entry.target {
        Target::Row(number, _) => (1..=app.view.rows.len()).contains(&number),
        Target::Ledger(_) | Target::None => true,
    };
    list.shown.iter().all(|&at| page.entries.get(at).is_some_and(leads_on))
        && list.selected < list.shown.len().max(1)
        && list.top <= list.selected
}

/// The rest of the program; each reload finds the left article cut short, or whole again.
struct Disk {
    whole: Reading,
    short: Reading,
    is_short: bool,
    options: Options,
    styles: Styles,
    work: Option<Comparison>,
    /// Comparisons by what they depend on.
    comparisons: HashMap<(bool, u64, String), Comparison>,
}

impl Disk {
    fn new() -> Disk {
        let half = LEFT.split("\n\n").take(4).collect::<Vec<_>>().join("\n\n");
        let (whole, short) = (reading(LEFT), reading(&half));
        Disk {
            whole,
            short,
            is_short: false,
            options: Options::default(),
            styles: Styles::new(Theme::default()),
            work: None,
            comparisons: HashMap::new(),
        }
    }

    /// The screen at a place; the articles are whole and reloaded as soon as they are edited.
    fn at(&mut self, place: &str) -> App {
        self.is_short = false;
        let comparison = self.made(&Review::default(), Options::default());
        let mut app = App::new(comparison, Size { columns: 80, rows: 14 });
        app.preferences.reload = Reload::Auto;
        checked(&app, self, &script(place).expect("keys"), place)
    }

    fn made(&mut self, review: &Review, options: Options) -> Comparison {
        let reading = if self.is_short { &mut self.short } else { &mut self.whole };
        reading.options = options;
        let pins: Pins = find_pins(review, reading.sides()).pins;
        let key = (self.is_short, options.align.threshold.to_bits(), format!("{pins:?}"));
        self.comparisons.entry(key).or_insert_with(|| reading.compare(&pins)).clone()
    }
}

impl Host for Disk {
    fn export(&mut self, _: &Report<'_>, _: &ExportRequest) -> ExportReply {
        ExportReply::Written
    }

    fn keep(&mut self, review: &Review, _: Option<&Path>) -> Kept {
        let comparison = Some(self.made(review, self.options));
        Kept { review: review.clone(), comparison, outcome: Outcome::Nowhere }
    }

    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        self.is_short = !self.is_short;
        Ok(Some(self.made(&Review::default(), self.options)))
    }

    fn compare(&mut self, options: Options) -> Option<Comparison> {
        self.options = options;
        self.work = Some(self.made(&Review::default(), options));
        None
    }

    fn poll(&mut self) -> BackgroundTask {
        self.work.take().map_or(BackgroundTask::None, |comparison| BackgroundTask::Done(Box::new(comparison)))
    }
}

fn reading(left: &str) -> Reading {
    let texts = Pair::new(left, RIGHT);
    let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
    read(articles, Options::default())
}

#[test]
fn unaligned_texts_are_read_but_not_judged() {
    let texts =
        Pair::new("The river rose.\nNobody was hurt.\n", "The river rose.\nOne man was hurt.\nRain fell.\n");
    let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
    let unaligned = glance(articles.clone(), Options::default()).unaligned();
    assert_eq!(unaligned.alignment.beads.len(), 5);
    let compared = read(articles, Options::default()).compare(&Pins::default());

    let mut app = App::new(unaligned, Size { columns: 80, rows: 24 });
    app.poll(BackgroundTask::Running(Duration::ZERO));
    assert!(app.is_busy());
    let inputs = script("jj1x<esc>").expect("keys");
    let effects: Vec<Effect> = inputs.into_iter().map(|input| update(&mut app, input)).collect();
    assert_eq!(app.cursor().index(), 2);
    assert_eq!(effects.last(), Some(&Effect::Stop));
    assert!(effects.iter().rev().skip(1).all(|effect| *effect == Effect::None));
    let place = |app: &App| {
        app.row(app.cursor()).cells.as_ref().map(|cell| cell.as_ref().map(|cell| cell.span.start()))
    };
    let before = place(&app);
    app.poll(BackgroundTask::Done(Box::new(compared.clone())));
    assert!(!app.is_busy());
    assert_eq!(app.comparison, compared);
    let after = place(&app);
    assert!(Side::BOTH.into_iter().any(|side| before[side].is_some() && before[side] == after[side]));
}
