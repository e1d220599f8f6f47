//! Drawing the two texts: from the state of the screen to its cells.
//!
//! The same state gives the same cells. Drawing neither scrolls nor wraps: [`super::state`] has
//! decided what is visible where.

pub(crate) mod canvas;
mod columns;
mod detail;
mod ruler;
pub(crate) mod status;
mod texts;
mod title;

pub(super) use texts::draw as draw_texts;
