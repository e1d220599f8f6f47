//! What the commands do, one file a family.
//!
//! A command is a function from the state of the screen to the next one. It asks
//! the outside world for nothing but an [`Effect`](super::app::Effect); which keys
//! call it stands in [`super::keymap`].

pub(crate) mod copy;
pub(crate) mod display;
pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod jump;
pub(crate) mod ledger;
pub(crate) mod line;
pub(crate) mod motion;
pub(crate) mod note;
pub(crate) mod pin;
pub(crate) mod reading;
pub(crate) mod reload;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod undo;
pub(crate) mod verdict;
