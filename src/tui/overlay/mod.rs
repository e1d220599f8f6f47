//! What lies over the texts: one file each, with its keys, its mouse and its drawing.

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
mod note;
mod notes;
mod panel;
mod prompt;

pub(super) use dispatch::{Next, handle, overlay};
