//! Keys of the user's choice: what the settings say of commands, checked and bound.
//!
//! A command that is named gets the keys named for it and loses its own; no keys
//! at all is a choice, too. Invariant: in a [`Keymap`] that comes out of here no
//! sequence calls two commands, and every sequence can be typed to its end.

use super::input::{Key, keys};
use super::keymap::{Bound, COMMANDS, Command, Group, Keymap, spell};
use crate::text::nearest::unknown;

/// The keys that the user wants for a command, in the notation of `--keys`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The name of the command.
    pub command: String,
    /// Its sequences of keys.
    pub keys: Vec<String>,
}

/// A wish that cannot be followed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The wish, by its place among all.
    pub wish: usize,
    /// The sequence of it, where it is about one.
    pub key: Option<usize>,
    /// Why, without a stop at the end.
    pub why: String,
}

/// A sequence that a command is to have, and the wish it comes from; none where it is the command's own.
struct Claim {
    command: &'static Command,
    sequence: Vec<Key>,
    from: Option<(usize, usize)>,
}

/// The usual keys, but for the commands that wishes name.
///
/// # Errors
/// All that cannot be followed, at once.
pub fn remapped(wishes: &[Wish]) -> Result<Keymap, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut claims = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        claims.extend(claimed(index, wish, &mut faults));
    }
    let named = |command: &Command| wishes.iter().any(|wish| wish.command == command.name);
    for command in COMMANDS.iter().filter(|command| !named(command)) {
        let own = command.keys.iter().map(|notation| keys(notation).unwrap_or_default());
        claims.extend(own.map(|sequence| Claim { command, sequence, from: None }));
    }
    faults.extend(conflicts(&claims));
    if !faults.is_empty() {
        return Err(faults);
    }
    let bound = COMMANDS.iter().map(|command| {
        let own = claims.iter().filter(|claim| claim.command.name == command.name);
        Bound { command, keys: own.map(|claim| claim.sequence.clone()).collect() }
    });
    Ok(Keymap::new(bound.collect()))
}

/// What a wish claims, as far as it can be read.
fn claimed(index: usize, wish: &Wish, faults: &mut Vec<Fault>) -> Vec<Claim> {
    let mut fault = |key, why| faults.push(Fault { wish: index, key, why });
    let Some(command) = COMMANDS.iter().find(|command| command.name == wish.command) else {
        fault(None, unknown("command", &wish.command, COMMANDS.iter().map(|command| command.name)));
        return Vec::new();
    };
    let mut claims = Vec::new();
    for (at, notation) in wish.keys.iter().enumerate() {
        match keys(notation) {
            Ok(sequence) if sequence.is_empty() => fault(Some(at), "an empty word is no key".to_owned()),
            Ok(sequence) => claims.push(Claim { command, sequence, from: Some((index, at)) }),
            Err(why) => fault(Some(at), why.trim_end_matches('.').to_owned()),
        }
    }
    claims
}

/// Sequences that call two commands, and such as end early.
fn conflicts(claims: &[Claim]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let Some((wish, key)) = claim.from else { continue };
        for (other_at, other) in claims.iter().enumerate() {
            // of two wishes the later one is told of
            if other_at == at || other.from.is_some() && other_at > at {
                continue;
            }
            if let Some(why) = conflict(claim, other) {
                faults.push(Fault { wish, key: Some(key), why });
            }
        }
    }
    faults
}

fn conflict(claim: &Claim, other: &Claim) -> Option<String> {
    let spelled = spell(&claim.sequence);
    let name = other.command.name;
    if claim.sequence == other.sequence {
        return Some(if claim.command.name == name {
            format!("{spelled} stands here twice")
        } else {
            format!("{spelled} calls {name}, too; give {name} other keys, or none: {name} = []")
        });
    }
    let (short, long) =
        if claim.sequence.len() < other.sequence.len() { (claim, other) } else { (other, claim) };
    // a move or a list acts at once and is taken back when its sequence goes on; nothing else can be
    let moves = matches!(short.command.group, Group::Jump | Group::Move | Group::Ledgers);
    (long.sequence.starts_with(&short.sequence) && !moves).then(|| {
        let (first, all) = (spell(&short.sequence), spell(&long.sequence));
        format!("{all} can never be typed, because {first} calls {} at once", short.command.name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wishes as `command: key key`, one a line, and what is said of them.
    #[track_caller]
    fn check(wishes: &str, faults: &[&str]) {
        let found = remapped(&read(wishes)).err().unwrap_or_default();
        let found: Vec<&str> = found.iter().map(|fault| fault.why.as_str()).collect();
        assert_eq!(found, faults, "{wishes}");
    }

    fn read(wishes: &str) -> Vec<Wish> {
        let wish = |line: &str| {
            let (command, keys) = line.trim().split_once(':').expect("a command");
            Wish { command: command.to_owned(), keys: keys.split_whitespace().map(str::to_owned).collect() }
        };
        wishes.lines().map(wish).collect()
    }

    #[track_caller]
    fn calls(wishes: &str, sequence: &str, expected: Option<&str>) {
        let keymap = remapped(&read(wishes)).expect("wishes that can be followed");
        let found = keymap.find(&keys(sequence).expect("keys")).and_then(|found| found.command);
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
    fn what_cannot_be_followed_is_told() {
        check("dwon: j", &["there is no command dwon; the nearest is down"]);
        check("down: n", &["n calls next-match, too; give next-match other keys, or none: next-match = []"]);
        check("down: <f12>\nup: <f12>", &["F12 calls down, too; give down other keys, or none: down = []"]);
        check("down: <f12> <f12>", &["F12 stands here twice"]);
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
        let found = remapped(&read("down: <nonsense>")).expect_err("no key");
        assert!(found[0].why.contains("<nonsense>"), "{found:?}");
    }

    #[test]
    fn the_usual_keys_can_be_followed() {
        let all = COMMANDS.iter().map(|command| Wish {
            command: command.name.to_owned(),
            keys: command.keys.iter().map(|key| (*key).to_owned()).collect(),
        });
        let faults = remapped(&all.collect::<Vec<_>>()).err().unwrap_or_default();
        assert_eq!(faults, []);
    }
}
