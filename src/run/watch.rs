//! Whether an article was edited since it was read: by the time and size of its file.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::load::Input;
use crate::text::{Pair, Side};

/// What was last seen of the files of both articles; none of an article that is no file.
pub(super) struct Watch(Pair<Option<(PathBuf, Seen)>>);

/// What tells one state of a file from another; none while there is no such file.
pub(super) type Seen = Option<(SystemTime, u64)>;

impl Watch {
    /// Looks at the files for the first time.
    pub(super) fn new(inputs: Option<&Pair<Input>>) -> Watch {
        Watch(Pair::from_fn(|side| match inputs.map(|inputs| &inputs[side]) {
            Some(Input::Path(path)) => Some((path.clone(), look(path))),
            Some(Input::Stdin) | None => None,
        }))
    }

    /// The sides that were edited since the last look. An editor that is about to put a new file in the place of the
    /// old one is waited for.
    pub(super) fn edited(&mut self) -> Vec<Side> {
        let mut edited = Vec::new();
        for side in Side::BOTH {
            if let Some((path, seen)) = &mut self.0[side] {
                let now = look(path);
                if now.is_some() && now != *seen {
                    *seen = now;
                    edited.push(side);
                }
            }
        }
        edited
    }
}

/// What a file looks like now.
pub(super) fn look(path: &Path) -> Seen {
    let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((metadata.modified().ok()?, metadata.len()))
}
