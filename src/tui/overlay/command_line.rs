//! The command line: commands by their names, some with arguments.
//!
//! `:42` goes to a row, `:3 next-quotation` repeats a command, `:filter quotation fact` and
//! `:export html out.html` have arguments. Commands with arguments are in [`WITH_ARGUMENTS`]; all
//! others are those of the keymap.

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::{Position, Rect};
use tui_input::Input as Field;

use super::dispatch::{Next, Overlay};
use super::field;
use crate::export::{EXPORTERS, Exporter};
use crate::options::thresholds;
use crate::text::width::columns;
use crate::theme::THEMES;
use crate::tui::command::{display, filter, run, search, session};
use crate::tui::{Action, App, COMMANDS, Canvas, CommandLine, Effect, Element, Key, Layout, Panel, RowId};
use crate::view::ledger::Ledger;
use crate::view::{Fold, Topic};

/// A command with arguments.
struct WithArguments {
    name: &'static str,
    /// The arguments, for the help.
    usage: &'static str,
    /// The description, in one line.
    doc: &'static str,
    /// The values of an argument.
    choices: fn() -> Vec<&'static str>,
    /// Runs it with trimmed arguments.
    run: fn(&mut App, &str) -> Effect,
}

/// All commands with arguments.
const WITH_ARGUMENTS: &[WithArguments] = &[
    WithArguments {
        name: "goto",
        usage: "ROW|start|end",
        doc: "go to a row",
        choices: || vec!["start", "end"],
        run: goto,
    },
    WithArguments {
        name: "filter",
        usage: "TOPIC…|none",
        doc: "show only rows about these topics",
        choices: || Topic::ALL.map(Topic::name).into_iter().chain(["none"]).collect(),
        run: filter_by,
    },
    WithArguments {
        name: "fold",
        usage: "LEVEL",
        doc: "hide rows that are alike",
        choices: || Fold::ALL.map(Fold::name).to_vec(),
        run: fold,
    },
    WithArguments {
        name: "layout",
        usage: "SHAPE",
        doc: "layout of the texts",
        choices: || LAYOUTS.map(|(name, _)| name).to_vec(),
        run: layout,
    },
    WithArguments {
        name: "threshold",
        usage: "sure|default|all",
        doc: "alignment threshold",
        choices: || thresholds().map(|threshold| threshold.name).to_vec(),
        run: threshold,
    },
    WithArguments {
        name: "ledger",
        usage: "NAME",
        doc: "open a list over both texts",
        choices: || Ledger::ALL.map(Ledger::name).to_vec(),
        run: open,
    },
    WithArguments {
        name: "theme",
        usage: "NAME",
        doc: "theme of the screen",
        choices: || THEMES.iter().map(|(name, _)| *name).collect(),
        run: |_, name| Effect::Theme(name.to_owned()),
    },
    WithArguments {
        name: "search",
        usage: "WORDS",
        doc: "search both texts",
        choices: || Vec::new(),
        run: |app, words| {
            search::start(app, words);
            Effect::None
        },
    },
    WithArguments {
        name: "export",
        usage: "FORMAT [FILE]",
        doc: "write a report to a file",
        choices: || EXPORTERS.iter().map(|format| format.name).collect(),
        run: export_to,
    },
];

const LAYOUTS: [(&str, Layout); 3] =
    [("columns", Layout::Columns), ("marked-up", Layout::MarkedUp), ("one-below-the-other", Layout::Stacked)];

/// Short names, as in vim.
const ALIASES: [(&str, &str); 4] = [("q", "quit"), ("x", "export"), ("h", "help"), ("noh", "back")];

/// The maximum count.
const MAX_COUNT: usize = 1_000;

impl Overlay for CommandLine {
    /// Enter runs the command, Tab completes, Esc closes.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        let text = self.field.value();
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Enter => return Next::Close(run_line(app, text)),
            KeyCode::Esc => return Next::CLOSE,
            KeyCode::Backspace if text.is_empty() => return Next::CLOSE,
            KeyCode::Tab => complete(self, key.modifiers.contains(KeyModifiers::SHIFT)),
            _ => {
                field::press(&mut self.field, key);
                self.completed = None;
            }
        }
        Next::STAY
    }

    fn paste(&mut self, _: &mut App, text: &str) {
        field::paste(&mut self.field, text);
        self.completed = None;
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let area = app.areas().status;
        if area.height > 0 && area.y > 0 {
            hints(canvas, self, Rect { y: area.y - 1, height: 1, ..area });
        }
        field::draw(canvas, area, ":", &self.field)
    }
}

/// Runs a line.
fn run_line(app: &mut App, text: &str) -> Effect {
    let text = text.trim().trim_start_matches(':').trim_start();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (count, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    let rest = rest.trim_start();
    if rest.is_empty() {
        return if count.is_empty() { Effect::None } else { goto(app, count) };
    }
    let (name, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let times = count.parse().unwrap_or(1).clamp(1, MAX_COUNT);
    let Some(name) = full_name(app, name) else { return Effect::None };
    let mut effects = (0..times).map(|_| call(app, name, words.trim()));
    effects.find(|effect| *effect != Effect::None).unwrap_or(Effect::None)
}

/// Runs a command by its full name.
fn call(app: &mut App, name: &str, words: &str) -> Effect {
    let line = WITH_ARGUMENTS.iter().find(|line| line.name == name);
    let command = COMMANDS.iter().find(|command| command.name == name);
    match (line, command) {
        (Some(line), _) if !words.is_empty() => return (line.run)(app, words),
        (_, Some(command)) if words.is_empty() => return run(app, command.action),
        (_, Some(_)) => app.warn(format!("“{name}” takes no arguments.")),
        (Some(line), None) => app.warn(format!("Usage: :{} {}", line.name, line.usage)),
        (None, None) => {}
    }
    Effect::None
}

/// The full name for a typed one: exact, an alias, or a unique prefix. Warns if there is none.
fn full_name(app: &mut App, typed: &str) -> Option<&'static str> {
    if let Some((_, name)) = ALIASES.iter().find(|(alias, _)| *alias == typed) {
        return Some(name);
    }
    let names = names();
    if let Some(name) = names.iter().find(|name| **name == typed) {
        return Some(name);
    }
    let mut begun = names.iter().filter(|name| name.starts_with(typed));
    match (begun.next(), begun.next()) {
        (Some(name), None) => return Some(name),
        (Some(first), Some(second)) => {
            app.warn(format!("“{typed}” is ambiguous: {first}, {second} …; Tab completes."));
        }
        (None, _) => {
            let nearest = names.iter().min_by_key(|name| strsim::levenshtein(name, typed));
            let nearest = nearest.copied().unwrap_or_default();
            app.warn(format!("There is no command “{typed}”. The nearest is “{nearest}”."));
        }
    }
    None
}

/// The names of all commands in alphabetical order.
fn names() -> Vec<&'static str> {
    let mut names: Vec<&'static str> = WITH_ARGUMENTS
        .iter()
        .map(|line| line.name)
        .chain(COMMANDS.iter().map(|command| command.name))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The completions of the last word.
fn completions(text: &str) -> Vec<&'static str> {
    let words: Vec<&str> = text.trim_start().split(' ').collect();
    let (last, before) = words.split_last().unwrap_or((&"", &[]));
    let candidates = match before {
        [] => names(),
        [name, others @ ..] => {
            let name = ALIASES.iter().find(|(alias, _)| alias == name).map_or(*name, |(_, name)| name);
            let line = WITH_ARGUMENTS.iter().find(|line| line.name == name);
            // only the filter has several arguments
            let line = line.filter(|line| others.is_empty() || line.name == "filter");
            line.map_or_else(Vec::new, |line| (line.choices)())
        }
    };
    candidates.into_iter().filter(|candidate| candidate.starts_with(last)).collect()
}

/// The description of a command, with its arguments.
fn description(text: &str) -> Option<String> {
    let name = text.trim_start().split(' ').next()?;
    if let Some(line) = WITH_ARGUMENTS.iter().find(|line| line.name == name) {
        return Some(format!("{} {}: {}", line.name, line.usage, line.doc));
    }
    let command = COMMANDS.iter().find(|command| command.name == name)?;
    Some(format!("{}: {}", command.name, command.doc))
}

/// Inserts the common prefix of all completions, or else the next completion.
fn complete(line: &mut CommandLine, backwards: bool) {
    let value = line.field.value().to_owned();
    let (text, before) = match line.completed.take() {
        Some((text, at)) => (text, Some(at)),
        None => (value.clone(), None),
    };
    let found = completions(&text);
    let Some(first) = found.first() else {
        line.completed = before.map(|at| (text, at));
        return;
    };
    let head = text.rsplit_once(' ').map_or_else(String::new, |(before, _)| format!("{before} "));
    let shared = found.iter().fold((*first).to_owned(), |shared, other| common_prefix(&shared, other));
    if before.is_none() && format!("{head}{shared}").len() > value.len() {
        let space = if found.len() == 1 { " " } else { "" };
        line.field = Field::new(format!("{head}{shared}{space}"));
        return;
    }
    let count = found.len();
    let at = match (before, backwards) {
        (None, false) => 0,
        (None, true) => count - 1,
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => (at + count - 1) % count,
    };
    line.field = Field::new(format!("{head}{}", found[at]));
    line.completed = Some((text, at));
}

fn common_prefix(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}

/// The row above the line: completions, or the description of the command.
fn hints(canvas: &mut Canvas<'_>, line: &CommandLine, area: Rect) {
    canvas.clear(area, Element::Detail);
    let value = line.field.value();
    let (text, taken) = match &line.completed {
        Some((text, at)) => (text.as_str(), Some(*at)),
        None => (value, None),
    };
    let found = completions(text);
    // a full name, or the only completion
    let only = found.first().filter(|_| found.len() == 1 && !value.contains(' '));
    let description = description(only.unwrap_or(&value));
    if let Some(description) = description.filter(|_| found.len() <= 1 && taken.is_none()) {
        canvas.put_short(area, area.x + 1, &description, Element::Detail);
        return;
    }
    // start at the inserted completion, so that it is visible
    let mut x = area.x + 1;
    for (at, name) in found.iter().enumerate().skip(taken.unwrap_or(0)) {
        if columns(name) + 3 > usize::from(area.right().saturating_sub(x)) {
            canvas.put(area, x, "…", Element::Detail);
            return;
        }
        let element = if taken == Some(at) { Element::Choice } else { Element::Key };
        x = canvas.put(area, x, name, element) + 2;
    }
}

fn goto(app: &mut App, place: &str) -> Effect {
    let last = app.view.rows.len();
    let row = match (place, place.parse::<usize>()) {
        ("start", _) => 1,
        ("end", _) => last,
        (_, Ok(number)) => number.max(1),
        (_, Err(_)) => {
            app.warn(format!("“{place}” is not a row. Give a number, start or end."));
            return Effect::None;
        }
    };
    if row > last && last > 0 {
        app.info(format!("The last row is {last}."));
    }
    if last > 0 {
        app.jump(RowId::new(row.min(last) - 1));
    }
    Effect::None
}

fn filter_by(app: &mut App, words: &str) -> Effect {
    let words = words.split([' ', ',']).filter(|word| !word.is_empty() && *word != "none");
    let topics: Option<Vec<Topic>> = words.map(|word| choose(app, word, &Topic::ALL, Topic::name)).collect();
    if let Some(topics) = topics {
        filter::set(app, topics);
    }
    Effect::None
}

fn fold(app: &mut App, word: &str) -> Effect {
    if let Some(fold) = choose(app, word, &Fold::ALL, Fold::name) {
        display::fold_to(app, fold);
    }
    Effect::None
}

fn layout(app: &mut App, word: &str) -> Effect {
    if let Some((_, layout)) = choose(app, word, &LAYOUTS, |(name, _)| name) {
        display::set_layout(app, layout);
    }
    Effect::None
}

fn threshold(app: &mut App, word: &str) -> Effect {
    match choose(app, word, &thresholds(), |threshold| threshold.name) {
        Some(threshold) => display::set_threshold(app, threshold),
        None => Effect::None,
    }
}

fn open(app: &mut App, word: &str) -> Effect {
    match choose(app, word, &Ledger::ALL, Ledger::name) {
        Some(ledger) => run(app, Action::Open(Panel::Ledger(ledger))),
        None => Effect::None,
    }
}

fn export_to(app: &mut App, words: &str) -> Effect {
    let (name, path) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let formats: Vec<&Exporter> = EXPORTERS.iter().collect();
    match (choose(app, name, &formats, |format| format.name), path.trim()) {
        (Some(format), "") => session::ask_for_export_file(app, format),
        (Some(format), path) => return session::export(app, format, path),
        (None, _) => {}
    }
    Effect::None
}

/// A value by its name or a unique prefix of it. Warns if there is none.
fn choose<T: Copy>(app: &mut App, word: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
    let mut begun = all.iter().filter(|one| name(**one).starts_with(word));
    let only = begun.next().filter(|_| begun.next().is_none());
    let found = all.iter().find(|one| name(**one) == word).or(only);
    if found.is_none() {
        let names: Vec<&str> = all.iter().map(|one| name(*one)).collect();
        app.warn(format!("“{word}” is not one of {}.", names.join(", ")));
    }
    found.copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_aliases_have_commands() {
        let names = names();
        for (_, name) in ALIASES {
            assert!(names.contains(&name), "{name}");
        }
        for line in WITH_ARGUMENTS {
            assert_eq!(WITH_ARGUMENTS.iter().filter(|other| other.name == line.name).count(), 1);
        }
    }
}
