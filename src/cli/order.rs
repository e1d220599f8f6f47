//! Options before a command: `pressdiff --theme light demo` means `pressdiff demo --theme light`.
//!
//! The parser accepts the options of a command only after its name, so the name moves to the front.
//! Invariant: neither the value of an option nor an argument after the first article is taken for a
//! command.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

/// Moves the name of the command to the second place, after the name of the program.
pub(crate) fn command_first(
    mut arguments: Vec<OsString>,
    mut program: Command,
    planned: &[&str],
) -> Vec<OsString> {
    program.build();
    let commands = program.get_subcommands().map(|command| (command.get_name(), command));
    let commands = commands.chain(planned.iter().map(|name| (*name, &program)));
    let named = |(name, command): (&str, &Command)| {
        first_word(&arguments, command, &program).filter(|&at| arguments[at] == name)
    };
    if let Some(at) = commands.map(named).find_map(|at| at) {
        let command = arguments.remove(at);
        arguments.insert(1, command);
    }
    arguments
}

/// The index of the first argument that is neither an option of this command nor the value of one.
fn first_word(arguments: &[OsString], command: &Command, program: &Command) -> Option<usize> {
    let option = |is_meant: &dyn Fn(&Arg) -> bool| {
        [command, program].into_iter().find_map(|each| each.get_arguments().find(|arg| is_meant(arg)))
    };
    let mut at = 1;
    loop {
        let word = arguments.get(at)?.to_string_lossy();
        let takes_next = if let Some(long) = word.strip_prefix("--") {
            let (name, value) =
                long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
            value.is_none() & takes_value(option(&|arg| arg.get_long() == Some(name))?)?
        } else if let Some(letters) = word.strip_prefix('-').filter(|letters| !letters.is_empty()) {
            let mut letters = letters.chars();
            loop {
                let letter = letters.next();
                let Some(letter) = letter else { break false };
                if takes_value(option(&|arg| arg.get_short() == Some(letter))?)? {
                    break letters.as_str().is_empty();
                }
            }
        } else {
            return Some(at);
        };
        at += 1 + usize::from(takes_next);
    }
}

/// Whether an option takes the next argument as its value. `None` if no command can follow the option.
fn takes_value(option: &Arg) -> Option<bool> {
    if matches!(option.get_action(), ArgAction::Version) {
        return None;
    }
    let needs_one = option.get_num_args().is_some_and(|range| range.min_values() > 0);
    Some(option.get_action().takes_values() && needs_one && !option.is_require_equals_set())
}
