//! Overlays: panels, prompts and lists over the texts. Each file handles the inputs of one and draws it.

mod command_line;
mod confirm;
mod details;
mod dispatch;
mod entry_layout;
mod export_menu;
mod field;
mod filter_menu;
mod help;
mod ledger;
mod line;
mod note;
mod notes;
mod panel;
mod prompt;
mod sheet;

pub(super) use dispatch::{Next, handle, overlay};
