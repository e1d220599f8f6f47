//! The folders of settings and saved reviews.
//!
//! They are inside `$XDG_CONFIG_HOME` and `$XDG_STATE_HOME`, or their equivalents on the platform.
//! They are not created here. Without a home folder there are none, and the defaults apply.

use std::path::PathBuf;

use etcetera::BaseStrategy;

/// The name of the folder inside those of the platform.
const FOLDER: &str = "pressdiff";

/// The folder of settings and themes.
pub fn config() -> Option<PathBuf> {
    has_home("XDG_CONFIG_HOME")
        .then(etcetera::choose_base_strategy)?
        .ok()
        .map(|base| base.config_dir().join(FOLDER))
}

/// The folder of saved reviews.
pub fn state() -> Option<PathBuf> {
    let base = has_home("XDG_STATE_HOME").then(etcetera::choose_base_strategy)?.ok()?;
    // not every platform distinguishes state from data
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join(FOLDER))
}

/// Whether the environment sets the home folder. Without it, the one in the password file may belong to someone else.
fn has_home(instead: &str) -> bool {
    cfg!(windows)
        || ["HOME", instead].iter().any(|name| std::env::var_os(name).is_some_and(|path| !path.is_empty()))
}
