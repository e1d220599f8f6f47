//! Every pair of commands, from several positions, with every position checked after each.
//!
//! The display commands come from the keymap: a new one is tested without a change here.

use std::collections::HashMap;
use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::alignment::{BeadId, Pins};
use crate::article::Origin;
use crate::comparison::{Comparison, Options, Reading, read};
use crate::export::Report;
use crate::import::import;
use crate::review::{Review, find_pins};
use crate::settings::editor::Editor;
use crate::text::{Pair, Side, Span};
use crate::theme::Theme;
use crate::tui::app::{App, Mode};
use crate::tui::command::note;
use crate::tui::input::{Input, script};
use crate::tui::items::RowId;
use crate::tui::keymap::{COMMANDS, Group};
use crate::tui::layout::{Drawn, Size};
use crate::tui::ledger::{Entry, Target};
use crate::tui::lines::lines;
use crate::tui::outside::{Behind, Kept, Outcome, Outside, Work};
use crate::tui::preferences::{Mouse, Reload};
use crate::tui::scroll::{self, Top};
use crate::tui::style::Styles;
use crate::tui::widget::{help, popup};
use crate::tui::{ExportReply, ExportRequest, Stage, draw, drive, search};

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
    let mut stage = Checked { inputs: inputs.to_vec(), keys };
    drive(&mut app, styles, &mut stage, disk).expect("no terminal is asked");
    app
}

/// Panics where a remembered position leads nowhere after these keys.
fn check(app: &App, keys: &str) {
    let valid = |is_valid: bool, what: &str| assert!(is_valid, "{what} is invalid after {keys}");
    let is_row = |row: RowId| row.index() < app.rows.len();
    let is_bead = |bead: BeadId| bead.index() < app.comparison.alignment.beads.len();
    valid(is_row(app.cursor), "the cursor");
    valid(app.cursor_visibility().0 > 0, "the place of the cursor on the screen");
    let shown = (0..app.items.len()).flat_map(|at| app.items.get(at).rows());
    valid(shown.eq(0..app.rows.len()), "the list of items");
    valid(is_top(app, app.top), "the first line");
    if let Some(apart) = app.apart {
        valid(app.drawn() == Drawn::Columns && apart.side != app.side, "the held side");
        valid(is_top(app, apart.top), "the first line of the held side");
    }
    valid(app.pending.iter().all(|pending| is_row(pending.from.cursor)), "the start of a sequence");
    valid(app.overview.stops.iter().all(|&row| is_row(row)), "a stop of jumps");
    valid(app.desk.anchor.iter().all(|anchor| is_bead(anchor.bead)), "one end of a pin");
    let both = app.comparison.sides();
    let found = app.search.as_ref().map(|search| search::search(&search.query, both, &app.rows));
    valid(app.search == found, "a search hit");
    for (side, annotated) in both.sides() {
        let dragged = app.selection.iter().flat_map(|selection| selection.dragged(side));
        let is_text = |span: &Span| annotated.article.text.get(span.start()..span.end()).is_some();
        valid(dragged.into_iter().all(is_text), "the selection");
    }
    let page = usize::from(app.size.rows.saturating_sub(1));
    match &app.mode {
        Mode::Help(from) => valid(*from <= help::height(app).saturating_sub(page), "the line of help"),
        Mode::Popup(from) => valid(*from <= popup::height(app).saturating_sub(page), "the line of the popup"),
        Mode::Notes(at) => valid(*at < note::listed(app).len(), "the selected note"),
        Mode::Noting(bead, _) => valid(is_bead(*bead), "the place of a note"),
        Mode::Ledger(_) => valid(is_ledger(app), "the place in the open list"),
        Mode::Reading
        | Mode::Searching(_)
        | Mode::Choosing(_)
        | Mode::Naming(..)
        | Mode::Overwriting(_)
        | Mode::Keeping(_)
        | Mode::Leaving
        | Mode::Commanding(_)
        | Mode::Filtering(_) => {}
    }
}

/// Whether a line exists and, as the first one, fills the screen.
fn is_top(app: &App, top: Top) -> bool {
    top.item < app.items.len() && top.line < lines(app, top.item).len() && top == scroll::settled(app, top)
}

/// Whether the open list is filled, its selected entry is one of those shown, and its entries lead to rows.
fn is_ledger(app: &App) -> bool {
    let Some(page) = app.ledgers.page(app.ledgers.current) else { return false };
    let place = app.ledgers.place(app.ledgers.current);
    let leads_on = |entry: &Entry| match entry.target {
        Target::Row(row, _) => row.index() < app.rows.len(),
        Target::Ledger(_) | Target::None => true,
    };
    place.shown.iter().all(|&at| page.entries.get(at).is_some_and(leads_on))
        && place.selected < place.shown.len().max(1)
        && place.top <= place.selected
}

/// Gives its inputs one by one; checks after each and draws after the last.
struct Checked<'a> {
    inputs: Vec<Input>,
    keys: &'a str,
}

impl Stage for Checked<'_> {
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        check(app, self.keys);
        if self.inputs.is_empty() {
            let Size { columns, rows } = app.size;
            draw(app, styles, &mut Buffer::empty(Rect { x: 0, y: 0, width: columns, height: rows }));
        }
        Ok(())
    }

    fn inputs(&mut self, _: &App) -> io::Result<Option<Vec<Input>>> {
        Ok((!self.inputs.is_empty()).then(|| vec![self.inputs.remove(0)]))
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn mouse(&mut self, _: Mouse) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self, _: &Editor) -> io::Result<Result<(), String>> {
        Ok(Ok(()))
    }
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
    made: HashMap<(bool, u64, String), Comparison>,
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
            made: HashMap::new(),
        }
    }

    /// The screen at a place; the articles are whole and reloaded as soon as they are edited.
    fn at(&mut self, place: &str) -> App {
        self.is_short = false;
        let comparison = self.compare(&Review::default(), Options::default());
        let mut app = App::new(comparison, Size { columns: 80, rows: 14 }, Vec::new());
        app.reload = Reload::Auto;
        checked(&app, self, &script(place).expect("keys"), place)
    }

    fn compare(&mut self, review: &Review, options: Options) -> Comparison {
        let reading = if self.is_short { &mut self.short } else { &mut self.whole };
        reading.options = options;
        let pins: Pins = find_pins(review, reading.sides()).pins;
        let made = (self.is_short, options.align.threshold.to_bits(), format!("{pins:?}"));
        self.made.entry(made).or_insert_with(|| reading.compare(&pins)).clone()
    }
}

impl Outside for Disk {
    fn export(&mut self, _: &Report<'_>, _: &ExportRequest) -> ExportReply {
        ExportReply::Written
    }

    fn options_are(&mut self, options: Options) {
        self.options = options;
    }

    fn keep(&mut self, review: &Review) -> Kept {
        let comparison = Some(self.compare(review, self.options));
        Kept { review: review.clone(), comparison, outcome: Outcome::Nowhere }
    }

    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        self.is_short = !self.is_short;
        Ok(Some(self.compare(&Review::default(), self.options)))
    }

    fn compare_behind(&mut self, options: Options) -> Behind {
        self.work = Some(self.compare(&Review::default(), options));
        Behind::Yes
    }

    fn work(&mut self) -> Work {
        self.work.take().map_or(Work::None, |comparison| Work::Done(Box::new(comparison)))
    }
}

fn reading(left: &str) -> Reading {
    let texts = Pair::new(left, RIGHT);
    let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
    read(articles, Options::default())
}
