//! Exports, edited articles, the review file, and quitting.

use std::path::PathBuf;

use tui_input::Input as Field;

use crate::export::Exporter;
use crate::options::Reload;
use crate::output::Existing;
use crate::text::Side;
use crate::tui::{Action, App, Confirm, Effect, ExportRequest, FilePosition, Mode, Prompt, Question};

/// Asks for the file of an export.
pub(crate) fn ask_for_export_file(app: &mut App, format: &'static Exporter) {
    let stems = app.labels().map(file_stem);
    let extension = format.extensions.first().unwrap_or(&format.name);
    let field = Field::new(format!("{}-{}.{extension}", stems.left, stems.right));
    app.mode = Mode::Prompt(Prompt { question: Question::ExportFile(format), field });
}

/// Requests an export.
pub(crate) fn export(app: &mut App, format: &'static Exporter, path: &str) -> Effect {
    if path.trim().is_empty() {
        app.warn("An export needs a file name.");
        return Effect::None;
    }
    let path = PathBuf::from(path.trim());
    Effect::Export(ExportRequest { format: format.name, path, existing: Existing::Keep })
}

/// A label as part of a file name: `Harbour Post` gives `harbour-post`.
fn file_stem(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    if words.is_empty() { "article".to_owned() } else { words.join("-") }
}

/// Opens the article of the selected side in an editor, at the selected sentence or the last one before it.
pub(crate) fn edit(app: &App) -> Effect {
    let side = app.cursor.side;
    let rows = app.view.rows.iter().take(app.cursor.row.index() + 1).rev();
    let start = rows.filter_map(|row| row.cells[side].as_ref()).map(|cell| cell.span.start()).next();
    let before = app.text(side).bytes().take(start.unwrap_or_default());
    Effect::Edit(FilePosition { side, line: before.filter(|&byte| byte == b'\n').count() + 1 })
}

/// Reports that articles were edited, or reloads them.
pub(crate) fn edited(app: &mut App, sides: &[Side]) -> Effect {
    match app.preferences.reload {
        Reload::Auto => Effect::Reload,
        Reload::Ask => {
            let names: Vec<&str> = sides.iter().map(|&side| app.labels()[side]).collect();
            let verb = if names.len() == 1 { "was" } else { "were" };
            let key = app.preferences.keymap.names(Action::Reload).into_iter().next();
            let how = key.map_or_else(String::new, |key| format!(": {key} reloads it"));
            app.info(format!("{} {verb} edited{how}.", names.join(" and ")));
            Effect::None
        }
    }
}

/// Removes a mark, or else the search.
pub(crate) fn back(app: &mut App) {
    if app.review.anchor.take().is_some() {
        app.info("Mark removed.");
    } else if app.view.search.take().is_none() {
        app.info(format!("{} quits.", app.key(Action::Quit)));
    }
}

/// Quits; asks first if the review is not saved or a note is unfinished.
pub(crate) fn quit(app: &mut App) -> Effect {
    if app.review.trouble.is_none() && app.review.drafts.is_empty() {
        return Effect::Quit;
    }
    app.mode = Mode::Confirm(Confirm::Quit);
    Effect::None
}

/// Asks for a new file for the review.
pub(crate) fn ask_for_review_file(app: &mut App) {
    let name = app.review.placed.file.clone().filter(|_| app.review.trouble.is_none());
    let field = Field::new(name.unwrap_or_else(|| "review.json".to_owned()));
    app.mode = Mode::Prompt(Prompt { question: Question::ReviewFile, field });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain_words() {
        assert_eq!(file_stem("Harbour Post"), "harbour-post");
        assert_eq!(file_stem("../etc/passwd"), "etc-passwd");
        assert_eq!(file_stem("朝日新聞"), "朝日新聞");
        assert_eq!(file_stem("--"), "article");
    }
}
