//! The loop: reads inputs, updates, carries out effects, draws once.
//!
//! [`run`] has it drive a terminal, [`print()`] a script, so that what a test
//! sees is what an editor sees.

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::console::Console;
use super::draw::draw;
use super::host::{Aligned, Effect, FilePosition, Host, Start};
use super::input::{Input, script};
use super::layout::Size;
use super::picture::{Paper, marks, svg, text};
use super::preferences::Preferences;
use super::state::App;
use super::style::Styles;
use super::terminal::Terminal;
use super::update::{revalidate, update};
use crate::export::{Report, Wishes};
use crate::theme::{Ground, Theme};

/// Shows a comparison on the terminal until the editor quits.
///
/// Returns why the review is not on the disk, if it is not: the shell's screen should say so, too.
///
/// # Errors
/// If there is no terminal, or it went away.
pub fn run(start: Start, preferences: &Preferences, host: &mut dyn Host) -> io::Result<Option<String>> {
    let mut terminal = Terminal::take(preferences)?;
    let mut app = App::start(start, terminal.size());
    app.prefer(preferences);
    drive(&mut app, Styles::new(preferences.theme.clone()), &mut terminal, host)?;
    Ok(app.review.trouble)
}

/// Runs the loop until the editor quits or the inputs end.
pub(super) fn drive(
    app: &mut App,
    styles: Styles,
    console: &mut dyn Console,
    host: &mut dyn Host,
) -> io::Result<()> {
    Session { app, styles, console, host }.run()
}

/// A screen with its console and its host.
struct Session<'a> {
    app: &'a mut App,
    styles: Styles,
    console: &'a mut dyn Console,
    host: &'a mut dyn Host,
}

impl Session<'_> {
    fn run(&mut self) -> io::Result<()> {
        self.show()?;
        while let Some(mut inputs) = self.console.read_inputs(self.app)? {
            if inputs.is_empty() {
                let edited = self.host.edited();
                if !edited.is_empty() {
                    inputs.push(Input::Edited(edited));
                } else if let Some(kept) = self.app.is_at_rest().then(|| self.host.kept_elsewhere()).flatten()
                {
                    self.app.kept(kept);
                } else if !self.app.is_busy() {
                    continue;
                }
            }
            for input in inputs {
                if let Input::Ground(ground) = input {
                    self.styles = self.styles.on(ground);
                }
                let effect = update(self.app, input);
                if effect == Effect::Quit {
                    return Ok(());
                }
                self.carry_out(effect)?;
            }
            self.show()?;
        }
        Ok(())
    }

    /// Shows the screen, with a comparison from the background if one is ready.
    fn show(&mut self) -> io::Result<()> {
        self.app.poll(self.host.poll());
        revalidate(self.app);
        self.console.show(self.app, &self.styles)
    }

    /// Carries out an effect, with the console or the host, and hands the answer to the screen.
    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        let Session { app, styles, console, host } = self;
        match effect {
            Effect::None | Effect::Quit => return Ok(()),
            Effect::Redraw => console.clear(),
            Effect::Suspend => console.suspend()?,
            Effect::Copy(text) => console.copy(&text)?,
            Effect::Mouse(mouse) => console.set_mouse(mouse)?,
            Effect::Theme(name) => match host.theme(&name) {
                Ok(theme) => {
                    *styles = styles.with_theme(theme);
                    app.info(format!("Theme {name}."));
                }
                Err(why) => app.warn(why),
            },
            Effect::Stop => {
                host.stop();
                app.aligned = Aligned::Stopped;
            }
            Effect::Compare(options) => {
                if let Some(comparison) = host.compare(options) {
                    app.show(comparison);
                }
            }
            Effect::Reload => app.reread(host.reread()),
            Effect::Edit(at) => self.edit(at)?,
            Effect::Keep(path) => app.kept(host.keep(&app.review.review, path.as_deref())),
            Effect::Export(request) => {
                let (review, wishes) = (&app.review.placed, &Wishes::default());
                let reply = host.export(&Report { comparison: &app.comparison, review, wishes }, &request);
                app.exported(request, reply);
            }
        }
        revalidate(self.app);
        Ok(())
    }

    /// Opens an article in the user's editor and reads it again.
    fn edit(&mut self, at: FilePosition) -> io::Result<()> {
        let done = match self.host.editor(at) {
            Ok(editor) => self.console.run_editor(&editor)?,
            Err(why) => Err(why),
        };
        match done {
            Ok(()) => self.app.reread(self.host.reread()),
            Err(why) => self.app.warn(why),
        }
        // what was just read is no news
        self.host.edited();
        Ok(())
    }
}

/// The form in which [`print()`] returns the last screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Lines of text, without blanks at their ends.
    Text,
    /// The letter of the mark of each cell, and a legend.
    Marks,
    /// An SVG picture.
    Svg(Ground),
}

/// Drives the screen by a script, without a terminal, and returns the last screen in a form.
///
/// # Errors
/// If the script names no key; a full sentence for the user.
pub fn print(
    start: Start,
    keys: &str,
    size: Size,
    form: Form,
    preferences: &Preferences,
    host: &mut dyn Host,
) -> Result<String, String> {
    let mut app = App::start(start, size);
    app.prefer(preferences);
    Ok(picture(&play(app, keys, form, preferences.theme.clone(), host)?.1, form))
}

/// Plays a script on a screen; returns the last state and its cells, drawn for this form.
///
/// # Errors
/// If the script names no key; a full sentence for the user.
pub fn play(
    mut app: App,
    keys: &str,
    form: Form,
    theme: Theme,
    host: &mut dyn Host,
) -> Result<(App, Buffer), String> {
    let styles = match form {
        Form::Marks => Styles::letters(),
        Form::Text | Form::Svg(_) => Styles::new(theme),
    };
    let mut script = Script { inputs: script(keys)?.into_iter(), last: Buffer::empty(Rect::ZERO) };
    // a script does no input or output
    let _ = drive(&mut app, styles, &mut script, host);
    Ok((app, script.last))
}

/// The cells of a screen in a form.
pub fn picture(cells: &Buffer, form: Form) -> String {
    match form {
        Form::Text => text(cells),
        Form::Marks => marks(cells),
        Form::Svg(Ground::Dark) => svg(cells, Paper::DARK),
        Form::Svg(Ground::Light) => svg(cells, Paper::LIGHT),
    }
}

/// Inputs from a script, and the last screen.
struct Script {
    inputs: std::vec::IntoIter<Input>,
    last: Buffer,
}

impl Console for Script {
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        self.last = Buffer::empty(app.size().area());
        draw(app, styles, &mut self.last);
        Ok(())
    }

    fn read_inputs(&mut self, _: &App) -> io::Result<Option<Vec<Input>>> {
        Ok(self.inputs.next().map(|input| vec![input]))
    }
}
