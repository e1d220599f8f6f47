//! Who may read what the program writes: reviews are private until their owner shares them.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use super::{Desk, Outcome};

impl Desk {
    fn mode(&self, name: &str) -> u32 {
        std::fs::metadata(self.path(name)).expect("a file").permissions().mode() & 0o777
    }

    fn set_mode(&self, name: &str, mode: u32) {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(self.path(name), mode).expect("the mode is taken");
    }

    /// Runs on the two articles under this umask.
    fn run_under(&self, umask: &str, arguments: &[&str]) -> Outcome {
        let mut command = Command::new("sh");
        let script = format!("umask {umask}; exec \"$0\" wire.txt ours.txt \"$@\"");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_pressdiff")]).args(arguments);
        command.env_clear().current_dir(self.path("."));
        Outcome::new(command.output().expect("the shell runs"))
    }

    /// Gives a verdict under the usual umask and keeps it in `review.json`.
    #[track_caller]
    fn judges(&self, keys: &str) {
        self.run_under("022", &["--review", "review.json", "--keys", keys, "--print"]).done();
    }
}

const LOCK: &str = ".review.json.lock";

#[test]
fn a_review_is_private_until_its_owner_shares_it() {
    let desk = Desk::with_articles();
    desk.judges("]2");
    assert_eq!((desk.mode("review.json"), desk.mode(LOCK)), (0o600, 0o600));
    for (shared, lock) in [(0o660, 0o640), (0o664, 0o644), (0o640, 0o640), (0o600, 0o600)] {
        desk.set_mode("review.json", shared);
        let before = desk.read("review.json");
        desk.judges(if desk.read("review.json").contains("fix") { "]3" } else { "]2" });
        assert_ne!(desk.read("review.json"), before);
        assert_eq!((desk.mode("review.json"), desk.mode(LOCK)), (shared, lock), "{shared:o}");
    }
}

#[test]
fn a_lock_that_cannot_be_written_keeps_nobody_from_saving() {
    let desk = Desk::with_articles();
    for mode in [0o444, 0o000] {
        let _ = std::fs::remove_file(desk.path(LOCK));
        desk.put(LOCK, "");
        desk.set_mode(LOCK, mode);
        desk.judges(if mode == 0 { "]3" } else { "]2" });
        assert!(desk.read("review.json").contains(if mode == 0 { "query" } else { "fix" }));
    }
}

/// Somebody else may put a link where the lock goes; what it leads to keeps its mode and its content.
#[test]
fn a_link_in_place_of_the_lock_opens_nothing_to_others() {
    let desk = Desk::with_articles();
    desk.judges("]2");
    desk.set_mode("review.json", 0o666);
    desk.put("secret", "");
    desk.put("other", "");
    for name in ["secret", "other"] {
        desk.set_mode(name, 0o600);
    }
    std::fs::remove_file(desk.path(LOCK)).expect("removed");
    symlink("secret", desk.path(LOCK)).expect("a link");
    desk.judges("]3");
    std::fs::remove_file(desk.path(LOCK)).expect("removed");
    std::fs::hard_link(desk.path("other"), desk.path(LOCK)).expect("a link");
    desk.judges("]1");
    assert_eq!((desk.mode("secret"), desk.mode("other")), (0o600, 0o600));
}

#[test]
fn a_report_has_the_mode_that_the_umask_leaves() {
    let desk = Desk::with_articles();
    for (umask, mode) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        desk.run_under(umask, &["-o", umask, "--format", "json"]).done();
        assert_eq!(desk.mode(umask), mode, "{umask}");
        // what is replaced keeps its own
        desk.set_mode(umask, 0o640);
        desk.run_under(umask, &["-o", umask, "--format", "html"]).done();
        assert_eq!(desk.mode(umask), 0o640);
    }
    let hidden = std::fs::read_dir(desk.path(".")).expect("a folder").flatten();
    let hidden: Vec<_> = hidden.map(|entry| entry.file_name()).collect();
    assert!(!hidden.iter().any(|name| name.to_string_lossy().starts_with('.')), "{hidden:?}");
}
