//! The manual page of the program and all its commands, from the definitions.

use clap::builder::PossibleValue;
use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::appendix::{EXAMPLES, EXIT_STATUS, kinds_of_difference};

/// The page, for `man -l` and packagers.
pub(super) fn page(command: Command) -> Vec<u8> {
    let mut command = command.disable_help_flag(false);
    command.build();
    let forms: Vec<String> = std::iter::once(form(&command)).chain(commands(&command).map(form)).collect();
    let command = command.override_usage(forms.join("\n"));
    let man = Man::new(command.clone()).manual("User Commands");
    let mut page = Vec::new();
    let parts = [Man::render_title, Man::render_name_section, Man::render_synopsis_section];
    let parts = parts.into_iter().chain([Man::render_description_section, Man::render_options_section]);
    for part in parts {
        part(&man, &mut page).expect("a list of bytes takes everything");
    }
    let mut roff = Roff::default();
    roff.control("SH", ["COMMANDS"]);
    for each in commands(&command) {
        describe(&mut roff, each);
    }
    listed(&mut roff, "KINDS OF DIFFERENCE", &kinds_of_difference());
    listed(&mut roff, "EXIT STATUS", EXIT_STATUS);
    listed(&mut roff, "EXAMPLES", EXAMPLES);
    page.extend(roff.to_roff().into_bytes());
    page
}

/// The commands a user may type.
fn commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|each| !each.is_hide_set())
}

/// The synopsis of a command: `pressdiff inspect [OPTIONS] FILE`.
fn form(command: &Command) -> String {
    let mut words = vec![command.get_bin_name().unwrap_or(command.get_name()).to_owned()];
    if options(command).next().is_some() {
        words.push("[OPTIONS]".to_owned());
    }
    words.extend(command.get_positionals().map(value));
    words.join(" ")
}

/// The options of a command except help and version.
fn options(command: &Command) -> impl Iterator<Item = &Arg> {
    let own = |arg: &&Arg| !arg.is_hide_set() && !matches!(arg.get_id().as_str(), "help" | "version");
    command.get_opts().filter(own)
}

/// The placeholder of an argument's value.
fn value(arg: &Arg) -> String {
    arg.get_value_names()
        .and_then(|names| names.first())
        .map_or_else(|| arg.get_id().as_str().to_uppercase(), ToString::to_string)
}

fn describe(roff: &mut Roff, command: &Command) {
    roff.control("TP", []);
    roff.text([bold(form(command))]);
    roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    if command.get_name() == "demo" {
        roff.text([roman("(takes the options of a comparison)")]);
        return;
    }
    roff.control("RS", []);
    for arg in command.get_positionals().chain(options(command)) {
        let mut head = arg.get_long().map(|long| bold(format!("--{long} "))).into_iter().collect::<Vec<_>>();
        head.push(italic(value(arg)));
        let names = arg.get_possible_values();
        let names: Vec<&str> = names.iter().map(PossibleValue::get_name).collect();
        let choices = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
        roff.control("TP", []);
        roff.text(head);
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        roff.text([roman(format!("{help}{choices}"))]);
    }
    roff.control("RE", []);
}

/// A section with the lines of a help text after its title.
fn listed(roff: &mut Roff, title: &str, text: &str) {
    roff.control("SH", [title]);
    roff.control("nf", []);
    for line in text.lines().skip(1) {
        roff.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
    }
    roff.control("fi", []);
}
