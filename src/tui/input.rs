//! Inputs: keys, mouse events, pasted text, resizes; and their notation in scripts.
//!
//! The terminal and a script of `--keys` send the same [`Input`]s to [`mod@super::update`], so that
//! a test types exactly as a user does. The notation is vim's: `]q`, `<c-d>`,
//! `<a-down>`, `<f8>`, `<esc>`.

use std::fmt;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use super::Size;
use crate::text::Side;
use crate::theme::Background;

/// An event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// The wheel scrolled by this many lines; negative is up.
    Wheel(i32),
    /// The left button was pressed on this cell.
    Click(Position),
    /// The pointer moved to this cell with the left button down.
    Drag(Position),
    /// The left button was released.
    Release,
    /// The terminal reported its background.
    Background(Background),
    /// The files of these articles were edited.
    Edited(Vec<Side>),
    /// A text was pasted.
    Paste(String),
    /// The terminal has a new size.
    Resize(Size),
    /// A sequence of keys was not continued in time.
    Pause,
}

/// A key with its modifiers, normalized across terminals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Ctrl, Alt and Shift; without Shift for a character, whose case shows it.
    pub modifiers: KeyModifiers,
}

/// Lines per notch of the wheel.
const WHEEL_LINES: i32 = 3;

impl Input {
    /// Converts an event of the terminal; `None` if it is ignored.
    #[allow(clippy::wildcard_enum_match_arm)] // the events of the terminal library, not ours
    pub fn of(event: Event) -> Option<Input> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                Some(Input::Key(Key::new(key.code, key.modifiers)))
            }
            Event::Paste(text) => Some(Input::Paste(text)),
            Event::Resize(columns, rows) => Some(Input::Resize(Size { columns, rows })),
            Event::Mouse(mouse) => {
                let cell = Position { x: mouse.column, y: mouse.row };
                match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(cell)),
                    MouseEventKind::Drag(MouseButton::Left) => Some(Input::Drag(cell)),
                    MouseEventKind::Up(MouseButton::Left) => Some(Input::Release),
                    MouseEventKind::ScrollDown => Some(Input::Wheel(WHEEL_LINES)),
                    MouseEventKind::ScrollUp => Some(Input::Wheel(-WHEEL_LINES)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

impl Key {
    /// Normalizes a key: only some terminals send `G` with Shift.
    pub fn new(code: KeyCode, modifiers: KeyModifiers) -> Key {
        let known = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match code {
            KeyCode::Char(c) if known.contains(KeyModifiers::CONTROL) => {
                Key { code: KeyCode::Char(c.to_ascii_lowercase()), modifiers: known - KeyModifiers::SHIFT }
            }
            KeyCode::Char(_) => Key { code, modifiers: known - KeyModifiers::SHIFT },
            KeyCode::BackTab => Key { code: KeyCode::Tab, modifiers: known | KeyModifiers::SHIFT },
            code => Key { code, modifiers: known },
        }
    }

    /// Converts back to an event of the terminal.
    pub(crate) fn event(self) -> Event {
        Event::Key(KeyEvent::new(self.code, self.modifiers))
    }
}

/// Named keys: their names in the notation and in the help.
const NAMED: &[(&str, &str, KeyCode)] = &[
    ("esc", "Esc", KeyCode::Esc),
    ("cr", "Enter", KeyCode::Enter),
    ("enter", "Enter", KeyCode::Enter),
    ("tab", "Tab", KeyCode::Tab),
    ("space", "Space", KeyCode::Char(' ')),
    ("lt", "<", KeyCode::Char('<')),
    ("bs", "Backspace", KeyCode::Backspace),
    ("del", "Del", KeyCode::Delete),
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("left", "←", KeyCode::Left),
    ("right", "→", KeyCode::Right),
    ("home", "Home", KeyCode::Home),
    ("end", "End", KeyCode::End),
    ("pgup", "PgUp", KeyCode::PageUp),
    ("pgdn", "PgDn", KeyCode::PageDown),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in
            [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SHIFT, "Shift-")]
        {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        if let Some((_, name, _)) = NAMED.iter().find(|(_, _, code)| *code == self.code) {
            return f.write_str(name);
        }
        write!(f, "{}", self.code)
    }
}

/// A script of inputs, in the notation of `--keys`.
///
/// Besides keys: `<pause>`, `<click:12,5>` (column, row, from 0), `<drag:20,5>`, `<release>`, `<wheel:3>`, `<resize:80x24>`,
/// `<paste:some words>`.
///
/// # Errors
/// If a key is unknown; a full sentence for the user.
pub fn script(notation: &str) -> Result<Vec<Input>, String> {
    let mut inputs = Vec::new();
    let mut rest = notation.chars();
    while let Some(first) = rest.next() {
        match first {
            '<' => {
                let unclosed = || format!("“<{}” has no “>”. {SPELLING}", rest.as_str());
                let (name, after) = rest.as_str().split_once('>').ok_or_else(unclosed)?;
                inputs.push(named_input(name)?);
                rest = after.chars();
            }
            c if c.is_control() => {
                return Err(format!("The character U+{:04X} is not a key. {SPELLING}", u32::from(c)));
            }
            c => inputs.push(Input::Key(Key::new(KeyCode::Char(c), KeyModifiers::NONE))),
        }
    }
    Ok(inputs)
}

/// A sequence of keys in the same notation.
pub(crate) fn keys(notation: &str) -> Result<Vec<Key>, String> {
    let key = |input| if let Input::Key(key) = input { Some(key) } else { None };
    let keys: Option<Vec<Key>> = script(notation)?.into_iter().map(key).collect();
    keys.ok_or_else(|| format!("“{notation}” is not a sequence of keys."))
}

/// The hint in error messages about keys.
const SPELLING: &str =
    "Write keys like <c-d>, <a-down>, <f8>, <esc>, <cr>, <tab>, <pgdn>; write “<” as <lt>.";

/// The input with a name between `<` and `>`.
fn named_input(name: &str) -> Result<Input, String> {
    let unknown = || format!("“<{name}>” is not a key. {SPELLING}");
    if let Some((what, value)) = name.split_once(':') {
        return scripted(what, value).ok_or_else(unknown);
    }
    match name {
        "release" => Ok(Input::Release),
        "pause" => Ok(Input::Pause),
        name => key(name).map(Input::Key).ok_or_else(unknown),
    }
}

/// An input other than a key: `click:12,5`, `wheel:-3`, `resize:80x24`, `paste:words`.
fn scripted(what: &str, value: &str) -> Option<Input> {
    let cell = || {
        let (column, row) = value.split_once(',')?;
        Some(Position { x: column.parse().ok()?, y: row.parse().ok()? })
    };
    match what {
        "click" => cell().map(Input::Click),
        "drag" => cell().map(Input::Drag),
        "wheel" => Some(Input::Wheel(value.parse().ok()?)),
        "resize" => Some(Input::Resize(value.parse().ok()?)),
        "paste" => Some(Input::Paste(value.to_owned())),
        _ => None,
    }
}

/// A named key: `c-d`, `a-down`, `f8`, `esc`.
fn key(mut name: &str) -> Option<Key> {
    let mut modifiers = KeyModifiers::NONE;
    for (prefix, modifier) in
        [("c-", KeyModifiers::CONTROL), ("a-", KeyModifiers::ALT), ("s-", KeyModifiers::SHIFT)]
    {
        if let Some(rest) = name.strip_prefix(prefix) {
            modifiers |= modifier;
            name = rest;
        }
    }
    let mut characters = name.chars();
    let code = match (characters.next(), characters.next()) {
        (Some(only), None) if !only.is_control() => KeyCode::Char(only),
        (Some('f'), Some('0'..='9')) => {
            KeyCode::F(name.strip_prefix('f')?.parse().ok().filter(|number| (1..=24).contains(number))?)
        }
        _ => NAMED.iter().find(|(notation, _, _)| *notation == name)?.2,
    };
    Some(Key::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notation_reads_as_vims() {
        let names: Vec<String> =
            keys("]q<c-d><a-down><f8>G<esc><lt>").expect("keys").iter().map(Key::to_string).collect();
        assert_eq!(names, ["]", "q", "Ctrl-d", "Alt-↓", "F8", "G", "Esc", "<"]);
    }

    #[test]
    fn the_error_names_the_unknown_key() {
        for (notation, piece) in
            [("<nonsense>", "<nonsense>"), ("]<esc", "<esc"), ("<", "<"), ("<f0>", "<f0>"), ("\t", "U+0009")]
        {
            assert!(script(notation).expect_err("no key").contains(piece), "{notation}");
        }
    }

    #[test]
    fn a_script_has_other_inputs_than_keys() {
        let inputs = script("<click:12,5><wheel:-3><resize:80x24><paste:a b><pause>").expect("a script");
        assert_eq!(inputs[0], Input::Click(Position { x: 12, y: 5 }));
        assert_eq!(inputs[2], Input::Resize(Size { columns: 80, rows: 24 }));
        assert_eq!(inputs.len(), 5);
    }

    #[test]
    fn shift_is_part_of_a_character() {
        let (plain, shifted) = (KeyModifiers::NONE, KeyModifiers::SHIFT);
        assert_eq!(Key::new(KeyCode::Char('G'), shifted), Key::new(KeyCode::Char('G'), plain));
    }
}
