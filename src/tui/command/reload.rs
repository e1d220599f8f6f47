//! Articles that are edited while they are shown: read again, or opened in an editor.

use crate::text::Side;
use crate::tui::host::{Effect, FilePosition};
use crate::tui::keymap::Action;
use crate::tui::preferences::Reload;
use crate::tui::state::App;

/// Opens the article of the selected side in an editor, at the selected sentence or the nearest before it.
pub(crate) fn edit(app: &App) -> Effect {
    let side = app.cursor.side;
    let rows = app.view.rows.iter().take(app.cursor.row.index() + 1).rev();
    let start = rows.filter_map(|row| row.cells[side].as_ref()).map(|cell| cell.span.start()).next();
    let before = app.text(side).bytes().take(start.unwrap_or_default());
    Effect::Edit(FilePosition { side, line: before.filter(|&byte| byte == b'\n').count() + 1 })
}

/// Says that articles were edited, or reads them again at once.
pub(crate) fn edited(app: &mut App, sides: &[Side]) -> Effect {
    match app.settings.reload {
        Reload::Auto => Effect::Reload,
        Reload::Ask => {
            let names: Vec<&str> = sides.iter().map(|&side| app.labels()[side]).collect();
            let verb = if names.len() == 1 { "was" } else { "were" };
            let key = app.settings.keymap.names(Action::Reload).into_iter().next();
            let how = key.map_or_else(String::new, |key| format!(": {key} reads it again"));
            app.info(format!("{} {verb} edited{how}.", names.join(" and ")));
            Effect::None
        }
    }
}
