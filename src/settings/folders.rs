//! Where the program keeps what is its user's: settings and what it remembers.
//!
//! The folders of the platform: `$XDG_CONFIG_HOME` and `$XDG_STATE_HOME`, or what stands for
//! them, with a folder of our own inside. Nothing is made here, and without a home
//! there is no folder: the program works with its defaults then.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The name of our folder inside those of the platform.
const OURS: &str = "pressdiff";

/// Where settings and themes are read from.
pub fn config() -> Option<PathBuf> {
    has_home("XDG_CONFIG_HOME")
        .then(etcetera::choose_base_strategy)?
        .ok()
        .map(|base| base.config_dir().join(OURS))
}

/// Where reviews are remembered.
pub fn state() -> Option<PathBuf> {
    let base = has_home("XDG_STATE_HOME").then(etcetera::choose_base_strategy)?.ok()?;
    // not every platform tells what is remembered from what is made
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join(OURS))
}

/// Whether the user said where home is; a program that runs as nobody must not take the owner's.
fn has_home(instead: &str) -> bool {
    cfg!(windows)
        || ["HOME", instead].iter().any(|name| std::env::var_os(name).is_some_and(|path| !path.is_empty()))
}
