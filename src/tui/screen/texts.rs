//! The two texts with all that surrounds them, except the status line.

use super::canvas::Canvas;
use super::{columns, detail, ruler, title};
use crate::tui::state::App;

/// Draws the title, both texts, the overview and the detail line.
pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    title::draw(app, canvas);
    columns::draw(app, canvas);
    ruler::draw(app, canvas);
    detail::draw(app, canvas);
}
