//! The commands, by topic.
//!
//! [`run()`] maps an [`Action`](super::keymap::Action) to its function. A command changes the state
//! of the screen; the [`Effect`](super::host::Effect) is its request to the rest of the program.

pub(crate) mod copy;
pub(crate) mod display;
pub(crate) mod filter;
pub(crate) mod jump;
pub(crate) mod motion;
pub(crate) mod review;
mod run;
pub(crate) mod search;
pub(crate) mod session;

pub(super) use run::{invoke, run};
