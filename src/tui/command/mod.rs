//! What the commands do, one file a family.
//!
//! [`run()`] maps an [`Action`](super::keymap::Action) to its function. A command alters the state
//! of the screen; what it asks of the rest of the program is the [`Effect`](super::host::Effect).

pub(crate) mod copy;
pub(crate) mod display;
pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod jump;
pub(crate) mod motion;
pub(crate) mod note;
mod pin;
pub(crate) mod reload;
mod run;
pub(crate) mod search;
pub(crate) mod session;
mod undo;
mod verdict;

pub(super) use run::{invoke, run};
