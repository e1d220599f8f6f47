//! The screen.
//!
//! ```text
//!     outlet    headline                                          selected side
//!        │         │                                                   │
//!   ┌────┴─────────┴──────────────────────────────────────────────────┴┐
//!   │  wire   Barrier shut after storm      rewrite  Barrier was old   │  title row          widget/title
//!   │▌❝ Marta Olsen: same words; marks only in rewrite               ▐┃ │  caption            widget/columns
//!   │▌We knew this gate was     ≈ “We knew this gate was weak and    ▐┃≈│  a row, selected: bars at both edges
//!   │▌weak, chief engineer        we asked for the money,” chief     ▐┃ │    as high as its taller side
//!   │▌Marta Olsen said.           engineer Marta Olsen said.         ▐┃ │
//!   │ Nobody was hurt.          <                                     ┃<│  only the left has it
//!   │ Water flooded 312 houses. ~ Water flooded 321 houses.            !│  ruler: a sign where something
//!   │ The city council will     ↕                                      ↕│    differs, ┃ what is visible
//!   │ meet on Nov. 18.          │                                       │                     widget/ruler
//!   │ edited, 92% alike · number: 312 → 321                             │  detail line        widget/detail
//!   │ quotations 4: 1 altered │ facts 2         difference 3/17 · 12/40 │  status line        widget/status
//!   └───────────────────────────┬───────────────────────────────────────┘
//!                               └ sign column: the kind without colour
//! ```
//!
//! ```text
//!  terminal ─▶ input ─▶ update (keymap ─▶ command) ─▶ App ─▶ draw ─▶ terminal
//!                              └─▶ Effect ─▶ the loop below: file, quit
//! ```
//!
//! One loop for all: take all waiting inputs, update, carry out effects, draw
//! once. [`run`] has it drive a terminal, [`print()`] a script, so that what a test
//! sees is what an editor sees.

mod app;
mod command;
mod input;
mod items;
mod keymap;
mod layout;
mod ledger;
mod lines;
mod overview;
pub mod picture;
mod preferences;
mod remap;
mod scroll;
mod search;
mod show;
mod style;
mod terminal;
mod update;
mod widget;

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use app::{App, Effect, Existing, ExportFormat, ExportReply, ExportRequest, Message, Mode};
pub use input::{Input, Key, script};
pub use items::RowId;
pub use keymap::{COMMANDS, Command, Group, Keymap, command_table, key_settings, key_table};
pub use layout::Size;
pub use ledger::Ledger;
pub use preferences::{Mouse, Preferences, Reload};
pub use remap::{Fault, Wish, remapped};
pub use style::{Element, Styles};
pub use update::update;
pub use widget::draw;

use crate::comparison::Comparison;
pub use crate::theme::Ground;
use crate::theme::Theme;
use terminal::Terminal;

/// Carries out an export; the only thing the screen asks of the rest of the program.
pub type Exporting<'a> = &'a mut dyn FnMut(&Comparison, &ExportRequest) -> ExportReply;

/// Shows a comparison on the terminal until the editor quits.
///
/// # Errors
/// Where there is no terminal, or it went away.
pub fn run(
    comparison: Comparison,
    formats: Vec<ExportFormat>,
    preferences: &Preferences,
    export: Exporting<'_>,
) -> io::Result<()> {
    let mut terminal = Terminal::take()?;
    let mut app = App::new(comparison, terminal.size(), formats);
    app.prefer(preferences);
    drive(&mut app, &Styles::new(preferences.theme.clone()), &mut terminal, export)
}

/// What the loop is driven by, and draws on.
trait Stage {
    /// Shows the state of the screen.
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()>;
    /// All inputs that wait; none when there will never be one again.
    fn inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>>;
    /// Forgets what is on the screen.
    fn clear(&mut self) -> io::Result<()>;
    /// Goes back to the shell for a while.
    fn suspend(&mut self) -> io::Result<()>;
}

/// The loop.
fn drive(app: &mut App, styles: &Styles, stage: &mut dyn Stage, export: Exporting<'_>) -> io::Result<()> {
    stage.show(app, styles)?;
    while let Some(inputs) = stage.inputs(app)? {
        for input in inputs {
            match update(app, input) {
                Effect::None => {}
                Effect::Quit => return Ok(()),
                Effect::Redraw => stage.clear()?,
                Effect::Suspend => stage.suspend()?,
                Effect::Export(request) => {
                    let reply = export(&app.comparison, &request);
                    app.exported(request, reply);
                }
            }
        }
        stage.show(app, styles)?;
    }
    Ok(())
}

impl Stage for Terminal {
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        self.draw(app, styles)
    }

    fn inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>> {
        Terminal::waiting(app).map(Some)
    }

    fn clear(&mut self) -> io::Result<()> {
        Terminal::clear(self)
    }

    fn suspend(&mut self) -> io::Result<()> {
        Terminal::suspend(self)
    }
}

/// What [`print()`] makes of the last screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Lines of text, blanks at their ends trimmed.
    Text,
    /// The letter of the mark of each cell, and a legend.
    Marks,
    /// An SVG picture.
    Svg(Ground),
}

/// Drives the screen by a script, without a terminal, and gives the last screen in a form.
///
/// The screen that stood when the script quit, or ended.
///
/// # Errors
/// Where the script names no key; a full sentence for the user.
pub fn print(
    comparison: Comparison,
    formats: Vec<ExportFormat>,
    keys: &str,
    size: Size,
    form: Form,
    preferences: &Preferences,
    export: Exporting<'_>,
) -> Result<String, String> {
    let mut app = App::new(comparison, size, formats);
    app.prefer(preferences);
    Ok(picture(&play(app, keys, form, preferences.theme.clone(), export)?.1, form))
}

/// Plays a script on a screen; gives the last state and its cells, drawn for this form.
///
/// # Errors
/// Where the script names no key; a full sentence for the user.
pub fn play(
    mut app: App,
    keys: &str,
    form: Form,
    theme: Theme,
    export: Exporting<'_>,
) -> Result<(App, Buffer), String> {
    let styles = match form {
        Form::Marks => Styles::letters(),
        Form::Text | Form::Svg(_) => Styles::new(theme),
    };
    let mut script = Script { inputs: script(keys)?.into_iter(), last: Buffer::empty(Rect::ZERO) };
    // a script does no input or output of its own
    let _ = drive(&mut app, &styles, &mut script, export);
    Ok((app, script.last))
}

/// The cells of a screen in a form.
pub fn picture(cells: &Buffer, form: Form) -> String {
    match form {
        Form::Text => picture::text(cells),
        Form::Marks => picture::marks(cells),
        Form::Svg(Ground::Dark) => picture::svg(cells, picture::Paper::DARK),
        Form::Svg(Ground::Light) => picture::svg(cells, picture::Paper::LIGHT),
    }
}

/// Inputs from a script, and the last screen it gave.
struct Script {
    inputs: std::vec::IntoIter<Input>,
    last: Buffer,
}

impl Stage for Script {
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        let size = app.size();
        self.last = Buffer::empty(Rect { x: 0, y: 0, width: size.columns, height: size.rows });
        draw(app, styles, &mut self.last);
        Ok(())
    }

    fn inputs(&mut self, _: &App) -> io::Result<Option<Vec<Input>>> {
        Ok(self.inputs.next().map(|input| vec![input]))
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}
