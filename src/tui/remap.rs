//! The keys of the user's settings, checked for conflicts.
//!
//! A command in the settings has only the keys listed there, possibly none; all others keep their
//! defaults. Invariant: in the resulting [`Keymap`] no sequence belongs to two commands, and every
//! sequence can be typed to its end.

use super::{COMMANDS, Command, Group, Key, Keymap, keys, shown};
use crate::text::nearest::unknown;

/// The keys that the settings list for a command.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeySetting {
    /// The name of the command.
    pub command: String,
    /// Its key sequences, in the notation of `--keys`.
    pub keys: Vec<String>,
}

/// An error in a setting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyError {
    /// The index of the setting.
    pub setting: usize,
    /// The index of the sequence; `None` if the error is in the name of the command.
    pub key: Option<usize>,
    /// The message, without a period.
    pub why: String,
}

/// A sequence of a command.
struct Binding {
    command: &'static Command,
    sequence: Vec<Key>,
    /// The setting and its sequence, by index; `None` for a default.
    origin: Option<(usize, usize)>,
}

/// The default keys, except for the commands in the settings.
///
/// # Errors
/// All errors in the settings.
pub fn remapped(settings: &[KeySetting]) -> Result<Keymap, Vec<KeyError>> {
    let (mut errors, mut bindings) = (Vec::new(), Vec::new());
    for (index, setting) in settings.iter().enumerate() {
        bindings.extend(read(index, setting, &mut errors));
    }
    for command in COMMANDS.iter().filter(|command| settings.iter().all(|one| one.command != command.name)) {
        let defaults = command.default_keys();
        bindings.extend(defaults.map(|sequence| Binding { command, sequence, origin: None }));
    }
    errors.extend(conflicts(&bindings));
    if !errors.is_empty() {
        return Err(errors);
    }
    bindings.sort_by_key(|binding| COMMANDS.iter().position(|command| command.name == binding.command.name));
    let bindings = bindings.into_iter().map(|binding| (binding.sequence, binding.command));
    Ok(Keymap { bindings: bindings.collect() })
}

/// The bindings of a setting, as far as they can be read.
fn read(index: usize, setting: &KeySetting, errors: &mut Vec<KeyError>) -> Vec<Binding> {
    let mut error = |key, why| errors.push(KeyError { setting: index, key, why });
    let Some(command) = COMMANDS.iter().find(|command| command.name == setting.command) else {
        error(None, unknown("command", &setting.command, COMMANDS.iter().map(|command| command.name)));
        return Vec::new();
    };
    let mut bindings = Vec::new();
    for (at, notation) in setting.keys.iter().enumerate() {
        match keys(notation) {
            Ok(sequence) if sequence.is_empty() => error(Some(at), "an empty word is no key".to_owned()),
            Ok(sequence) => bindings.push(Binding { command, sequence, origin: Some((index, at)) }),
            Err(why) => error(Some(at), why.trim_end_matches('.').to_owned()),
        }
    }
    bindings
}

/// Sequences with two commands, and sequences that end before a longer one can be typed.
fn conflicts(bindings: &[Binding]) -> Vec<KeyError> {
    let mut errors = Vec::new();
    for (at, binding) in bindings.iter().enumerate() {
        let Some((setting, key)) = binding.origin else { continue };
        // of two settings, the later one is reported
        let others = bindings.iter().enumerate().filter(|(other, one)| *other < at || one.origin.is_none());
        let conflicts = others.filter_map(|(_, other)| conflict(binding, other));
        errors.extend(conflicts.map(|why| KeyError { setting, key: Some(key), why }));
    }
    errors
}

fn conflict(binding: &Binding, other: &Binding) -> Option<String> {
    let name = other.command.name;
    if binding.sequence == other.sequence {
        let keys = shown(&binding.sequence);
        return Some(if binding.command.name == name {
            format!("{keys} is listed twice")
        } else {
            format!("{keys} calls {name}, too; give {name} other keys, or none: {name} = []")
        });
    }
    let (short, long) =
        if binding.sequence.len() < other.sequence.len() { (binding, other) } else { (other, binding) };
    // a jump, a move or a list is undone when its sequence continues; other commands cannot be
    let is_undone = matches!(short.command.group, Group::Jump | Group::Move | Group::Ledgers);
    (long.sequence.starts_with(&short.sequence) && !is_undone).then(|| {
        let (first, all) = (shown(&short.sequence), shown(&long.sequence));
        format!("{all} can never be typed, because {first} calls {} at once", short.command.name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settings as `command: key key`, one a line, and their errors.
    #[track_caller]
    fn check(lines: &str, errors: &[&str]) {
        let found = remapped(&settings(lines)).err().unwrap_or_default();
        let found: Vec<&str> = found.iter().map(|error| error.why.as_str()).collect();
        assert_eq!(found, errors, "{lines}");
    }

    fn settings(lines: &str) -> Vec<KeySetting> {
        let setting = |line: &str| {
            let (command, keys) = line.trim().split_once(':').expect("a command");
            KeySetting {
                command: command.to_owned(),
                keys: keys.split_whitespace().map(str::to_owned).collect(),
            }
        };
        lines.lines().map(setting).collect()
    }

    #[track_caller]
    fn calls(lines: &str, sequence: &str, expected: Option<&str>) {
        let keymap = remapped(&settings(lines)).expect("valid settings");
        let found = keymap.command(&keys(sequence).expect("keys"));
        assert_eq!(found.map(|command| command.name), expected, "{sequence}");
    }

    #[test]
    fn a_command_has_the_keys_it_was_given_and_no_others() {
        calls("down: <c-n> <f12>", "<f12>", Some("down"));
        calls("down: <c-n>", "j", None);
        calls("down: <c-n>", "k", Some("up"));
        calls("next-match:\nnext-difference: n", "n", Some("next-difference"));
        calls("", "]q", Some("next-quotation"));
        calls("next-difference: ,\nnext-quotation: ,q", ",q", Some("next-quotation"));
    }

    #[test]
    fn errors_are_reported() {
        check("dwon: j", &["there is no command dwon; the nearest is down"]);
        check("down: n", &["n calls next-match, too; give next-match other keys, or none: next-match = []"]);
        check("down: <f12>\nup: <f12>", &["F12 calls down, too; give down other keys, or none: down = []"]);
        check("down: <f12> <f12>", &["F12 is listed twice"]);
        check("down: qq", &["qq can never be typed, because q calls quit at once"]);
        check(
            "quit: ] <c-q>\nnext-difference: <f8>",
            &[
                "]q can never be typed, because ] calls quit at once",
                "]n can never be typed, because ] calls quit at once",
                "]s can never be typed, because ] calls quit at once",
                "]m can never be typed, because ] calls quit at once",
                "]u can never be typed, because ] calls quit at once",
                "]o can never be typed, because ] calls quit at once",
                "]a can never be typed, because ] calls quit at once",
            ],
        );
        let found = remapped(&settings("down: <nonsense>")).expect_err("no key");
        assert!(found[0].why.contains("<nonsense>"), "{found:?}");
    }

    #[test]
    fn the_default_keys_are_valid() {
        let all = COMMANDS.iter().map(|command| KeySetting {
            command: command.name.to_owned(),
            keys: command.keys.iter().map(|key| (*key).to_owned()).collect(),
        });
        let errors = remapped(&all.collect::<Vec<_>>()).err().unwrap_or_default();
        assert_eq!(errors, []);
    }
}
