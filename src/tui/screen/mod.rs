//! Drawing: from the state of the screen to its cells.
//!
//! The same state gives the same cells. Drawing neither scrolls nor wraps: [`super::state`]
//! decides what is visible and where.

pub(crate) mod canvas;
mod columns;
mod detail;
mod ruler;
pub(crate) mod status;
mod title;

use crate::tui::App;
use canvas::Canvas;

/// Draws everything but the status line.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    title::draw(app, canvas);
    columns::draw(app, canvas);
    ruler::draw(app, canvas);
    detail::draw(app, canvas);
}
