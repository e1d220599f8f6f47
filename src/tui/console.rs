//! The console: the source of inputs and the destination of screens. A terminal, or a script.

use std::io;
use std::vec::IntoIter;

use super::{App, Editor, Input, Styles};
use crate::options::Mouse;

/// Where inputs come from and screens go.
pub(super) trait Console {
    /// Shows the state of the screen.
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()>;

    /// All pending inputs, or an empty list after a while without any; `None` after the last one.
    fn read_inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>>;

    /// Forgets the last screen, so that the next one is drawn whole.
    fn clear(&mut self);

    /// Returns to the shell until the program is resumed.
    fn suspend(&mut self) -> io::Result<()>;

    /// Copies a text to the clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Captures the mouse, or leaves it to the terminal.
    fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()>;

    /// Runs an editor on the terminal until it exits; the inner error says why that failed.
    fn run_editor(&mut self, editor: &Editor) -> io::Result<Result<(), String>>;
}

/// A console without a terminal: gives inputs one by one and calls a function to show each screen.
pub(super) struct Script<F> {
    inputs: IntoIter<Input>,
    show: F,
}

impl<F: FnMut(&App, &Styles)> Script<F> {
    pub(super) fn new(inputs: Vec<Input>, show: F) -> Script<F> {
        Script { inputs: inputs.into_iter(), show }
    }
}

impl<F: FnMut(&App, &Styles)> Console for Script<F> {
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        (self.show)(app, styles);
        Ok(())
    }

    fn read_inputs(&mut self, _: &App) -> io::Result<Option<Vec<Input>>> {
        Ok(self.inputs.next().map(|input| vec![input]))
    }

    fn clear(&mut self) {}

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn set_mouse(&mut self, _: Mouse) -> io::Result<()> {
        Ok(())
    }

    fn run_editor(&mut self, _: &Editor) -> io::Result<Result<(), String>> {
        Ok(Err("A script has no editor.".to_owned()))
    }
}
