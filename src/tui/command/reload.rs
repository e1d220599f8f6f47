//! Articles that are edited while they are shown: read again, or opened in an editor.

use crate::text::Side;
use crate::tui::app::{App, Effect};
use crate::tui::outside::Spot;
use crate::tui::preferences::Reload;

/// Reads both articles again.
#[allow(clippy::needless_pass_by_ref_mut)] // every command has the same shape
pub(crate) fn reload(_: &mut App) -> Effect {
    Effect::Reload
}

/// Opens the article of the selected side in an editor, at the selected sentence.
pub(crate) fn edit(app: &mut App) -> Effect {
    Effect::Edit(spot(app, app.side))
}

/// Tells of articles that were edited, or reads them again at once.
pub(crate) fn edited(app: &mut App, sides: &[Side]) -> Effect {
    match app.reload {
        Reload::Auto => Effect::Reload,
        Reload::Ask => {
            let names: Vec<&str> = sides.iter().map(|&side| app.labels()[side]).collect();
            let verb = if names.len() == 1 { "was" } else { "were" };
            let key = app.keymap.names("reload").into_iter().next();
            let how = key.map_or_else(String::new, |key| format!(": {key} reads it again"));
            app.info(format!("{} {verb} edited{how}.", names.join(" and ")));
            Effect::None
        }
    }
}

/// The selected sentence of a side, or the nearest before it.
fn spot(app: &App, side: Side) -> Spot {
    let article = &app.comparison.sides[side].article;
    let rows = app.rows.iter().take(app.cursor.index() + 1).rev();
    let start = rows.filter_map(|row| row.cells[side].as_ref()).map(|cell| cell.span.start()).next();
    let before = article.text.as_bytes().iter().take(start.unwrap_or_default());
    Spot { side, line: before.filter(|&&byte| byte == b'\n').count() + 1 }
}
