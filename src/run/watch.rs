//! Detects edits of articles by the modification time and size of their files.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::load::Input;
use crate::text::{Pair, Side};

/// The last state of the files of both articles; none for an article without a file.
pub(super) struct Watch(Pair<Option<(PathBuf, FileState)>>);

/// The modification time and size of a file; none while it does not exist.
pub(super) type FileState = Option<(SystemTime, u64)>;

impl Watch {
    /// Checks the files for the first time.
    pub(super) fn new(inputs: Option<&Pair<Input>>) -> Watch {
        Watch(Pair::from_fn(|side| match inputs.map(|inputs| &inputs[side]) {
            Some(Input::Path(path)) => Some((path.clone(), file_state(path))),
            Some(Input::Stdin) | None => None,
        }))
    }

    /// The sides that were edited since the last check. A missing file is ignored: an editor may be replacing it.
    pub(super) fn edited(&mut self) -> Vec<Side> {
        let mut edited = Vec::new();
        for side in Side::BOTH {
            if let Some((path, seen)) = &mut self.0[side] {
                let now = file_state(path);
                if now.is_some() && now != *seen {
                    *seen = now;
                    edited.push(side);
                }
            }
        }
        edited
    }
}

/// The current state of a file.
pub(super) fn file_state(path: &Path) -> FileState {
    let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((metadata.modified().ok()?, metadata.len()))
}
