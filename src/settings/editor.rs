//! The user's editor: which program, and how it is told the line to open.

use std::path::Path;

/// A program and its arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Editor {
    /// The program.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

/// What is called where neither `VISUAL` nor `EDITOR` is set.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// What opens a file at a line, from 1, in the editor that the environment names.
///
/// # Errors
/// Where the environment names none that can be called; a full sentence.
pub fn editor(path: &Path, line: usize) -> Result<Editor, String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let named = named.map(|value| value.trim().to_owned()).find(|value| !value.is_empty());
    called(&named.unwrap_or_else(|| USUAL.to_owned()), path, line)
}

/// The call of an editor, which may be named with arguments and quotes, as a shell would read them.
fn called(named: &str, path: &Path, line: usize) -> Result<Editor, String> {
    let words =
        shell_words::split(named).map_err(|_| format!("VISUAL or EDITOR cannot be followed: {named}"))?;
    let Some((program, given)) = words.split_first() else {
        return Err("VISUAL or EDITOR names no program.".to_owned());
    };
    let file = path.to_string_lossy().into_owned();
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let at_line = match name.as_str() {
        "vi" | "vim" | "nvim" | "view" | "vimx" | "nano" | "pico" | "emacs" | "emacsclient" | "micro"
        | "kak" | "joe" | "mg" | "ne" | "jed" => vec![format!("+{line}"), file],
        "hx" | "helix" | "subl" | "zed" => vec![format!("{file}:{line}")],
        "code" | "code-insiders" | "codium" | "cursor" => {
            let wait =
                (!given.iter().any(|each| each == "--wait" || each == "-w")).then(|| "--wait".to_owned());
            wait.into_iter().chain(["--goto".to_owned(), format!("{file}:{line}")]).collect()
        }
        _ => vec![file],
    };
    Ok(Editor { program: program.clone(), arguments: given.iter().cloned().chain(at_line).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(named: &str, expected: &str) {
        let Editor { program, arguments } = called(named, Path::new("my story.txt"), 12).expect(named);
        assert_eq!(format!("{program}|{}", arguments.join("|")), expected);
    }

    #[test]
    fn every_editor_is_told_the_line_its_own_way() {
        check("vim", "vim|+12|my story.txt");
        check("/usr/bin/nano -w", "/usr/bin/nano|-w|+12|my story.txt");
        check("emacsclient -t", "emacsclient|-t|+12|my story.txt");
        check("hx", "hx|my story.txt:12");
        check("code", "code|--wait|--goto|my story.txt:12");
        check("'/Applications/My Editor' --new", "/Applications/My Editor|--new|my story.txt");
    }

    #[test]
    fn what_cannot_be_called_is_told() {
        assert!(called("vim 'unfinished", Path::new("a"), 1).is_err());
        assert!(called("  ", Path::new("a"), 1).is_err());
    }
}
