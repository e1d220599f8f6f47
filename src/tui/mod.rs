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

mod aligned;
mod app;
mod clipboard;
mod command;
mod desk;
mod display;
mod ground;
mod input;
mod items;
mod keymap;
mod layout;
mod ledger;
mod lines;
mod outside;
mod overview;
mod pad;
pub mod picture;
mod positions;
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

pub use aligned::Aligned;
pub use app::{App, Effect, ExportFormat, ExportReply, ExportRequest, Message, Mode};
pub use input::{Input, Key, script};
pub use items::RowId;
pub use keymap::{COMMANDS, Command, Group, Keymap, command_table, key_settings, key_table};
pub use layout::Size;
pub use ledger::Ledger;
pub use outside::{Behind, Kept, Outcome, Outside, Resumed, Spot, Start, Work, no_theme};
pub use pad::Pad;
pub use preferences::{Mouse, Preferences, Reload};
pub use remap::{Fault, Wish, remapped};
pub use style::{Element, Styles};
pub use update::update;
pub use widget::draw;

use crate::export::{Report, Wishes};
use crate::settings::editor::Editor;
pub use crate::theme::Ground;
use crate::theme::Theme;
use terminal::Terminal;

/// Shows a comparison on the terminal until the editor quits.
///
/// Gives the reason why the review is not on the disk, where it is not: it is to be told on the shell's
/// screen, too.
///
/// # Errors
/// Where there is no terminal, or it went away.
pub fn run(start: Start, preferences: &Preferences, outside: &mut dyn Outside) -> io::Result<Option<String>> {
    let mut terminal = Terminal::take(preferences)?;
    let mut app = App::start(start, terminal.size());
    app.prefer(preferences);
    drive(&mut app, Styles::new(preferences.theme.clone()), &mut terminal, outside)?;
    Ok(app.desk.trouble)
}

/// What the loop is driven by, and draws on.
trait Stage {
    /// Shows the state of the screen.
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()>;
    /// All inputs that wait, or an empty list after a while without any; none when there will never be one again.
    fn inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>>;
    /// Forgets what is on the screen.
    fn clear(&mut self) -> io::Result<()>;
    /// Goes back to the shell for a while.
    fn suspend(&mut self) -> io::Result<()>;
    /// Puts a text into the clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()>;
    /// Takes the mouse, or leaves it to the terminal.
    fn mouse(&mut self, mouse: Mouse) -> io::Result<()>;
    /// Hands the screen to an editor until it ends; why it could not, otherwise.
    fn lend(&mut self, editor: &Editor) -> io::Result<Result<(), String>>;
}

/// The loop.
fn drive(app: &mut App, styles: Styles, stage: &mut dyn Stage, outside: &mut dyn Outside) -> io::Result<()> {
    let mut styles = styles;
    aligned::attend(app, outside);
    stage.show(app, &styles)?;
    while let Some(mut inputs) = stage.inputs(app)? {
        if inputs.is_empty() {
            let edited = outside.edited();
            if !edited.is_empty() {
                inputs.push(Input::Edited(edited));
            } else if let Some(kept) = app.is_at_rest().then(|| outside.kept_elsewhere()).flatten() {
                app.kept(kept);
            } else if !app.is_busy() {
                continue;
            }
        }
        for input in inputs {
            if let Input::Ground(ground) = input {
                styles = styles.on(ground);
            }
            let effect = update(app, input);
            // whatever is compared anew is compared as the screen shows it
            outside.options_are(app.comparison.options);
            match effect {
                Effect::None => {}
                Effect::Quit => return Ok(()),
                Effect::Redraw => stage.clear()?,
                Effect::Suspend => stage.suspend()?,
                Effect::Copy(text) => stage.copy(&text)?,
                Effect::Mouse(mouse) => stage.mouse(mouse)?,
                Effect::Theme(name) => match outside.theme(&name) {
                    Ok(theme) => {
                        styles = styles.dressed_in(theme);
                        app.info(format!("Theme {name}."));
                    }
                    Err(why) => app.warn(why),
                },
                Effect::Stop => aligned::stop(app, outside),
                Effect::Compare(options) => match outside.compare_behind(options) {
                    Behind::Yes => {}
                    Behind::No => command::reading::compare(app, options),
                },
                Effect::Reload => app.reread(outside.reread()),
                Effect::Edit(spot) => edit(app, stage, outside, spot)?,
                Effect::Keep => {
                    let kept = outside.keep(&app.desk.review);
                    app.kept(kept);
                }
                Effect::KeepIn(path) => {
                    let kept = outside.keep_in(&app.desk.review, &path);
                    app.kept(kept);
                }
                Effect::Export(request) => {
                    let (comparison, review, wishes) =
                        (&app.comparison, &app.desk.placed, &Wishes::default());
                    let report = Report { comparison, review, wishes };
                    let reply = outside.export(&report, &request);
                    app.exported(request, reply);
                }
            }
        }
        aligned::attend(app, outside);
        stage.show(app, &styles)?;
    }
    Ok(())
}

/// Opens an article in the user's editor and shows what it made of it.
fn edit(app: &mut App, stage: &mut dyn Stage, outside: &mut dyn Outside, spot: Spot) -> io::Result<()> {
    let lent = match outside.editor(spot) {
        Ok(editor) => stage.lend(&editor)?,
        Err(why) => Err(why),
    };
    match lent {
        Ok(()) => app.reread(outside.reread()),
        Err(why) => app.warn(why),
    }
    // what was just read is no news
    outside.edited();
    Ok(())
}

impl Stage for Terminal {
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        self.draw(app, styles)
    }

    fn inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>> {
        self.waiting(app).map(Some)
    }

    fn clear(&mut self) -> io::Result<()> {
        Terminal::clear(self);
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Terminal::suspend(self)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        Terminal::copy(self, text)
    }

    fn mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        Terminal::mouse(self, mouse)
    }

    fn lend(&mut self, editor: &Editor) -> io::Result<Result<(), String>> {
        Terminal::lend(self, editor)
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
    start: Start,
    keys: &str,
    size: Size,
    form: Form,
    preferences: &Preferences,
    outside: &mut dyn Outside,
) -> Result<String, String> {
    let mut app = App::start(start, size);
    app.prefer(preferences);
    Ok(picture(&play(app, keys, form, preferences.theme.clone(), outside)?.1, form))
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
    outside: &mut dyn Outside,
) -> Result<(App, Buffer), String> {
    let styles = match form {
        Form::Marks => Styles::letters(),
        Form::Text | Form::Svg(_) => Styles::new(theme),
    };
    let mut script = Script { inputs: script(keys)?.into_iter(), last: Buffer::empty(Rect::ZERO) };
    // a script does no input or output of its own
    let _ = drive(&mut app, styles, &mut script, outside);
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

    fn copy(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn mouse(&mut self, _: Mouse) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self, _: &Editor) -> io::Result<Result<(), String>> {
        Ok(Err("A script has no editor.".to_owned()))
    }
}
