//! Export: which format, which file, and whether it may be overwritten.

use std::path::PathBuf;

use tui_input::Input as Field;

use crate::output::Existing;
use crate::tui::app::{App, Effect, ExportFormat, ExportRequest, Mode};

/// Opens the menu of formats.
pub(crate) fn choose(app: &mut App) -> Effect {
    if app.formats.is_empty() {
        app.warn("There is no export format.");
    } else {
        app.mode = Mode::Choosing(0);
    }
    Effect::None
}

/// Asks for the file name.
pub(crate) fn name(app: &mut App, format: ExportFormat) -> Effect {
    let labels = app.labels();
    let stems = [labels.left, labels.right].map(file_stem);
    let name = format!("{}-{}.{}", stems[0], stems[1], format.extension);
    app.mode = Mode::Naming(format, Field::new(name));
    Effect::None
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

/// The key that chooses each format in the menu: its first letter that no format before it took.
pub(crate) fn menu_keys(formats: &[ExportFormat]) -> Vec<char> {
    let mut taken = vec!['q', 'x']; // they leave the menu
    let mut keys = Vec::new();
    for format in formats {
        let letters = format.name.chars().chain('1'..='9');
        let key = letters.into_iter().find(|letter| !taken.contains(letter)).unwrap_or(' ');
        taken.push(key);
        keys.push(key);
    }
    keys
}

/// A label as part of a file name: `Harbour Post` gives `harbour-post`.
fn file_stem(label: &str) -> String {
    let words: Vec<String> = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
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

    #[test]
    fn every_format_has_a_key_of_its_own() {
        let format = |name| ExportFormat { name, extension: name, doc: "" };
        assert_eq!(
            menu_keys(&[format("json"), format("html"), format("text"), format("table")]),
            ['j', 'h', 't', 'a']
        );
    }
}
