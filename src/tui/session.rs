//! The main loop: reads inputs, updates the state, carries out effects and draws.
//!
//! [`run`] drives a terminal and [`print()`] a script, so that a test sees exactly what a user sees.

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::console::{Console, Script};
use super::draw::draw;
use super::picture::{PageColors, marks, svg, text};
use super::terminal::Terminal;
use super::update::{revalidate, update};
use super::{Aligned, App, Effect, FilePosition, Host, Input, Preferences, Size, Start, Styles, script};
use crate::export::{Report, ReportOptions};
use crate::theme::{Background, Theme};

/// Shows a comparison on the terminal until the user quits.
///
/// If the review is not saved, returns the reason, so that it can be repeated in the shell.
///
/// # Errors
/// If there is no terminal, or it is closed.
pub fn run(start: Start, preferences: &Preferences, host: &mut dyn Host) -> io::Result<Option<String>> {
    let mut terminal = Terminal::take(preferences)?;
    let mut app = App::start(start, terminal.size());
    app.preferences = preferences.clone();
    drive(&mut app, Styles::new(preferences.theme.clone()), &mut terminal, host)?;
    Ok(app.review.trouble)
}

/// Runs the loop until the user quits or the inputs end.
pub(super) fn drive(
    app: &mut App,
    styles: Styles,
    console: &mut dyn Console,
    host: &mut dyn Host,
) -> io::Result<()> {
    Session { app, styles, console, host }.run()
}

/// The state of the screen with its console and host.
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
                if let Input::Background(background) = input {
                    self.styles = self.styles.on(background);
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

    /// Shows the screen, with the comparison from the background if it is done.
    fn show(&mut self) -> io::Result<()> {
        self.app.poll(self.host.poll());
        revalidate(self.app);
        self.console.show(self.app, &self.styles)
    }

    /// Carries out an effect with the console or the host, and shows the result.
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
                let (review, options) = (&app.review.placed, &ReportOptions::default());
                let reply = host.export(&Report { comparison: &app.comparison, review, options }, &request);
                app.exported(request, reply);
            }
        }
        revalidate(self.app);
        Ok(())
    }

    /// Opens an article in the user's editor, then reloads it.
    fn edit(&mut self, at: FilePosition) -> io::Result<()> {
        let done = match self.host.editor(at) {
            Ok(editor) => self.console.run_editor(&editor)?,
            Err(why) => Err(why),
        };
        match done {
            Ok(()) => self.app.reread(self.host.reread()),
            Err(why) => self.app.warn(why),
        }
        // this edit is already shown
        self.host.edited();
        Ok(())
    }
}

/// The form in which [`print()`] returns the last screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Lines of text without trailing spaces.
    Text,
    /// The letter of the mark of each cell, and a legend.
    Marks,
    /// An SVG picture.
    Svg(Background),
}

/// Plays a script without a terminal and returns the last screen in a form.
///
/// # Errors
/// If the script has an unknown key; a full sentence for the user.
pub fn print(
    start: Start,
    keys: &str,
    size: Size,
    form: Form,
    preferences: &Preferences,
    host: &mut dyn Host,
) -> Result<String, String> {
    let mut app = App::start(start, size);
    app.preferences = preferences.clone();
    Ok(picture(&play(app, keys, form, preferences.theme.clone(), host)?.1, form))
}

/// Plays a script on a screen; returns the last state and its cells, drawn for this form.
///
/// # Errors
/// If the script has an unknown key; a full sentence for the user.
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
    let mut cells = Buffer::empty(Rect::ZERO);
    let mut script = Script::new(script(keys)?, |app: &App, styles: &Styles| {
        cells = Buffer::empty(app.size().area());
        draw(app, styles, &mut cells);
    });
    // a script does no input or output, so it cannot fail
    let _ = drive(&mut app, styles, &mut script, host);
    Ok((app, cells))
}

/// The cells of a screen in a form.
pub fn picture(cells: &Buffer, form: Form) -> String {
    match form {
        Form::Text => text(cells),
        Form::Marks => marks(cells),
        Form::Svg(Background::Dark) => svg(cells, PageColors::DARK),
        Form::Svg(Background::Light) => svg(cells, PageColors::LIGHT),
    }
}
