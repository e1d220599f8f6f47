//! The user's editor, and its arguments for a line number.
//!
//! Invariant: the path is absolute. An editor would run a file name such as `+!make` as a command
//! and read `-c` as an option.

use std::ffi::OsString;
use std::path::Path;

use crate::error::quoted;
use crate::tui::Editor;

/// The editor if neither `VISUAL` nor `EDITOR` is set.
const DEFAULT: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// The call that opens a file at a line, from 1.
///
/// # Errors
/// If the environment has no usable editor, or the current folder does not exist; a full sentence.
pub fn editor(path: &Path, line: usize) -> Result<Editor, String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let named = named.map(|value| value.trim().to_owned()).find(|value| !value.is_empty());
    call(&named.unwrap_or_else(|| DEFAULT.to_owned()), path, line)
}

/// The call of an editor, whose name may include arguments and quotes as in a shell.
fn call(named: &str, path: &Path, line: usize) -> Result<Editor, String> {
    let words = shell_words::split(named)
        .map_err(|_| format!("VISUAL or EDITOR has an unmatched quote: {named}."))?;
    let Some((program, given)) = words.split_first() else {
        return Err("VISUAL or EDITOR does not name a program.".to_owned());
    };
    let file = std::path::absolute(path)
        .map_err(|cause| format!("{} cannot be found: {cause}.", quoted(path)))?
        .into_os_string();
    let file_at_line = || {
        let mut file = file.clone();
        file.push(format!(":{line}"));
        file
    };
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let at_line = match name.as_str() {
        "vi" | "vim" | "nvim" | "view" | "vimx" | "nano" | "pico" | "emacs" | "emacsclient" | "micro"
        | "kak" | "joe" | "mg" | "ne" | "jed" => vec![format!("+{line}").into(), file],
        "hx" | "helix" | "subl" | "zed" => vec![file_at_line()],
        "code" | "code-insiders" | "codium" | "cursor" => {
            let wait = (!given.iter().any(|each| each == "--wait" || each == "-w")).then(|| "--wait".into());
            wait.into_iter().chain(["--goto".into(), file_at_line()]).collect()
        }
        _ => vec![file],
    };
    Ok(Editor {
        program: program.clone(),
        arguments: given.iter().map(OsString::from).chain(at_line).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(named: &str, expected: &str) {
        let Editor { program, arguments } = call(named, Path::new("/desk/my story.txt"), 12).expect(named);
        let arguments: Vec<&str> = arguments.iter().filter_map(|each| each.to_str()).collect();
        assert_eq!(format!("{program}|{}", arguments.join("|")), expected);
    }

    #[test]
    fn each_editor_has_its_own_line_argument() {
        check("vim", "vim|+12|/desk/my story.txt");
        check("/usr/bin/nano -w", "/usr/bin/nano|-w|+12|/desk/my story.txt");
        check("emacsclient -t", "emacsclient|-t|+12|/desk/my story.txt");
        check("hx", "hx|/desk/my story.txt:12");
        check("code", "code|--wait|--goto|/desk/my story.txt:12");
        check("'/Applications/My Editor' --new", "/Applications/My Editor|--new|/desk/my story.txt");
    }

    #[test]
    fn the_path_is_absolute() {
        let folder = std::env::current_dir().expect("a folder");
        for name in ["+!make", "-c", "desk/story.txt", "./story.txt"] {
            let Editor { arguments, .. } = call("vi", Path::new(name), 1).expect(name);
            let file = Path::new(arguments.last().expect("a file"));
            assert_eq!(file, folder.join(name));
            assert!(file.is_absolute());
        }
    }

    #[test]
    fn invalid_calls_are_errors() {
        assert!(call("vim 'unfinished", Path::new("a"), 1).is_err());
        assert!(call("  ", Path::new("a"), 1).is_err());
    }
}
