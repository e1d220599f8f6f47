//! What the loop reads inputs from and draws on: a terminal or a script.

use std::io;

use super::input::Input;
use super::preferences::Mouse;
use super::state::App;
use super::style::Styles;
use crate::settings::editor::Editor;

/// Where inputs come from and screens go. A script needs only the first two.
pub(super) trait Console {
    /// Shows the state of the screen.
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()>;

    /// All inputs that wait, or an empty list after a while without any; `None` after the last one.
    fn read_inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>>;

    /// Forgets what is on the screen.
    fn clear(&mut self) {}

    /// Goes back to the shell until the program is resumed.
    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Puts a text into the clipboard.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        let _ = text;
        Ok(())
    }

    /// Captures the mouse, or leaves it to the terminal.
    fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        let _ = mouse;
        Ok(())
    }

    /// Gives the screen to an editor until it ends; why that failed, otherwise.
    fn run_editor(&mut self, editor: &Editor) -> io::Result<Result<(), String>> {
        let _ = editor;
        Ok(Err("A script has no editor.".to_owned()))
    }
}
