//! Lists over the whole comparison, worded for the screen.

mod builder;
pub(crate) mod entry;
pub(crate) mod pages;
