//! The interactive screen.
//!
//! ```text
//!     outlet    headline                                          selected side
//!        │         │                                                   │
//!   ┌────┴─────────┴──────────────────────────────────────────────────┴┐
//!   │  wire   Barrier shut after storm      rewrite  Barrier was old   │  title row          screen/title
//!   │▌❝ Marta Olsen: same words; marks only in rewrite               ▐┃ │  caption            screen/columns
//!   │▌We knew this gate was     ≈ “We knew this gate was weak and    ▐┃≈│  the selected row: bars at both edges
//!   │▌weak, chief engineer        we asked for the money,” chief     ▐┃ │    as high as its taller side
//!   │▌Marta Olsen said.           engineer Marta Olsen said.         ▐┃ │
//!   │ Nobody was hurt.          <                                     ┃<│  only in the left
//!   │ Water flooded 312 houses. ~ Water flooded 321 houses.            !│  ruler: signs of differences,
//!   │ The city council will     ↕                                      ↕│      ┃ the visible part
//!   │ meet on Nov. 18.          │                                       │                     screen/ruler
//!   │ edited, 92% alike · number: 312 → 321                             │  detail line        screen/detail
//!   │ quotations 4: 1 altered │ facts 2         difference 3/17 · 12/40 │  status line        screen/status
//!   └───────────────────────────┬───────────────────────────────────────┘
//!                               └ sign column: the kind of difference
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
mod remap;
mod screen;
mod session;
mod state;
mod style;
mod terminal;
#[cfg(test)]
mod tests;
mod update;

pub use crate::theme::Background;
pub use draw::draw;
pub use host::{
    Aligned, BackgroundTask, Editor, Effect, ExportReply, ExportRequest, FilePosition, Host, Kept, Message,
    Outcome, Preferences, Start, no_theme,
};
pub use input::{Input, Key, script};
pub use keymap::{COMMANDS, Command, Group, Keymap, command_table, key_settings, key_table};
pub use layout::Size;
pub use remap::{KeyError, KeySetting, remapped};
pub use session::{Form, picture, play, print, run};
pub use state::{App, Mode, NoteEditor, RowId};
pub use style::{Element, Styles};
pub use update::update;

pub(crate) use input::keys;
pub(crate) use keymap::{Action, Motion, Panel, ScreenPart, Sheet, shown};
pub(crate) use layout::{Areas, Layout, LayoutOptions, RULER, areas};
pub(crate) use screen::canvas::{Canvas, row};
pub(crate) use state::cursor::{Apart, Selection};
pub(crate) use state::items::Item;
pub(crate) use state::lines::Line;
pub(crate) use state::mode::{
    CommandLine, Confirm, ExportMenu, FilterMenu, LedgerList, NoteInput, Notes, Prompt, Question, SheetView,
};
pub(crate) use state::scroll::{Reveal, VisibleLine};
pub(crate) use state::{Anchor, Pending, Weight};
pub(crate) use style::FIRST_LETTER;
