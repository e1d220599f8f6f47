//! The screen.
//!
//! ```text
//!     outlet    headline                                          selected side
//!        │         │                                                   │
//!   ┌────┴─────────┴──────────────────────────────────────────────────┴┐
//!   │  wire   Barrier shut after storm      rewrite  Barrier was old   │  title row          screen/title
//!   │▌❝ Marta Olsen: same words; marks only in rewrite               ▐┃ │  caption            screen/columns
//!   │▌We knew this gate was     ≈ “We knew this gate was weak and    ▐┃≈│  a row, selected: bars at both edges
//!   │▌weak, chief engineer        we asked for the money,” chief     ▐┃ │    as high as its taller side
//!   │▌Marta Olsen said.           engineer Marta Olsen said.         ▐┃ │
//!   │ Nobody was hurt.          <                                     ┃<│  only the left has it
//!   │ Water flooded 312 houses. ~ Water flooded 321 houses.            !│  ruler: a sign where something
//!   │ The city council will     ↕                                      ↕│    differs, ┃ what is visible
//!   │ meet on Nov. 18.          │                                       │                     screen/ruler
//!   │ edited, 92% alike · number: 312 → 321                             │  detail line        screen/detail
//!   │ quotations 4: 1 altered │ facts 2         difference 3/17 · 12/40 │  status line        screen/status
//!   └───────────────────────────┬───────────────────────────────────────┘
//!                               └ sign column: the kind without colour
//! ```
//!
//! ```text
//!  terminal ─▶ input ─▶ update (keymap ─▶ command, overlay) ─▶ App ─▶ draw ─▶ terminal
//!                              └─▶ Effect ─▶ the loop (session): file, clipboard, quit
//! ```
//!
//! Layers, lowest first: `input`, `keymap`, `host`; `state` (view, cursor, review, mode); `command`;
//! `screen`; `overlay`; `update` and `draw`; `terminal`; `session`.

mod command;
mod console;
mod draw;
mod host;
mod input;
mod keymap;
mod layout;
mod overlay;
pub mod picture;
mod preferences;
mod remap;
mod screen;
mod session;
mod state;
mod style;
mod terminal;
#[cfg(test)]
mod tests;
mod update;

pub use crate::theme::Ground;
pub use draw::draw;
pub use host::{
    Aligned, BackgroundTask, Effect, ExportFormat, ExportReply, ExportRequest, FilePosition, Host, Kept,
    Message, Outcome, Resumed, Start, no_theme,
};
pub use input::{Input, Key, script};
pub use keymap::{COMMANDS, Command, Group, Keymap, command_table, key_settings, key_table};
pub use layout::Size;
pub use preferences::{Mouse, Preferences, Reload};
pub use remap::{Fault, Wish, remapped};
pub use session::{Form, picture, play, print, run};
pub use state::{App, Mode, NoteEditor, RowId};
pub use style::{Element, Styles};
pub use update::update;
