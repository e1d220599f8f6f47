//! Export: which format, which file, and whether it may be overwritten.

use std::path::PathBuf;

use tui_input::Input as Field;

use crate::output::Existing;
use crate::tui::host::{Effect, ExportFormat, ExportRequest};
use crate::tui::state::App;
use crate::tui::state::mode::{ExportMenu, Mode, Prompt, Question};

/// Opens the menu of formats.
pub(crate) fn choose(app: &mut App) {
    if app.settings.formats.is_empty() {
        app.warn("There is no export format.");
    } else {
        app.mode = Mode::ExportMenu(ExportMenu::default());
    }
}

/// Asks for the file name.
pub(crate) fn ask_for_file(app: &mut App, format: ExportFormat) {
    let stems = app.labels().map(file_stem);
    let field = Field::new(format!("{}-{}.{}", stems.left, stems.right, format.extension));
    app.mode = Mode::Prompt(Prompt { question: Question::ExportFile(format), field });
}

/// Asks for the file to be written.
pub(crate) fn write(app: &mut App, format: ExportFormat, path: &str) -> Effect {
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
