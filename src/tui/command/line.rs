//! The command line: every command by its name, some with words behind it.
//!
//! `:42` goes to a row, `:3 next-quotation` does a command three times, `:export html
//! out.html`, `:filter quotation fact`. The only place for counts: digits alone are
//! verdicts. What follows a name is described by a row of [`LINES`]; all other
//! commands are those of the key map.

use crossterm::event::{KeyCode, KeyModifiers};
use tui_input::Input as Field;
use tui_input::backend::crossterm::EventHandler;

use super::{display, export, filter, ledger, reading, search};
use crate::theme::THEMES;
use crate::tui::app::{App, Effect, Mode};
use crate::tui::input::Key;
use crate::tui::items::RowId;
use crate::tui::keymap::COMMANDS;
use crate::tui::layout::Shape;
use crate::tui::ledger::Ledger;
use crate::view::{Fold, Topic};

/// A command line as far as it is typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub(crate) field: Field,
    /// Which of the completions was taken, of those for the words that were there before.
    pub(crate) taken: Option<(String, usize)>,
}

/// A command with words behind its name.
pub(crate) struct Line {
    /// Its name.
    pub(crate) name: &'static str,
    /// The words behind it, as help spells them.
    pub(crate) usage: &'static str,
    /// What it does, in one line.
    pub(crate) doc: &'static str,
    /// What may stand in the place of the last of these words.
    complete: fn(&App, &[&str]) -> Vec<String>,
    /// What it does; the words without blanks at their ends.
    run: fn(&mut App, &str) -> Effect,
}

/// All commands with words behind their names.
pub(crate) const LINES: &[Line] = &[
    Line { name: "goto", usage: "ROW|start|end", doc: "go to a row", complete: places, run: goto },
    Line {
        name: "filter",
        usage: "TOPIC…|none",
        doc: "show only rows about these topics",
        complete: topics,
        run: filter_by,
    },
    Line { name: "fold", usage: "LEVEL", doc: "hide what is alike", complete: levels, run: fold },
    Line { name: "layout", usage: "SHAPE", doc: "how the texts stand", complete: shapes, run: layout },
    Line {
        name: "threshold",
        usage: "sure|default|all",
        doc: "how sure a pair must be",
        complete: thresholds,
        run: threshold,
    },
    Line { name: "ledger", usage: "NAME", doc: "open a list over both texts", complete: ledgers, run: open },
    Line { name: "theme", usage: "NAME", doc: "what the screen looks like", complete: themes, run: theme },
    Line { name: "search", usage: "WORDS", doc: "search both texts", complete: nothing, run: search::start },
    Line {
        name: "export",
        usage: "FORMAT [FILE]",
        doc: "write a report to a file",
        complete: formats,
        run: export_to,
    },
];

/// Short names that hands know from elsewhere.
const ALIASES: [(&str, &str); 4] = [("q", "quit"), ("x", "export"), ("h", "help"), ("noh", "back")];

/// The most times that a count does a command.
const MOST: usize = 1_000;

/// Asks for a command.
pub(crate) fn ask(app: &mut App) -> Effect {
    app.mode = Mode::Commanding(Typed::default());
    Effect::None
}

/// A key in the command line: Enter does it, Tab completes, Esc leaves.
pub(crate) fn press(app: &mut App, key: Key, mut typed: Typed) -> Effect {
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    match key.code {
        KeyCode::Enter => {
            let text = typed.field.value().to_owned();
            return run(app, &text);
        }
        KeyCode::Esc => return Effect::None,
        KeyCode::Backspace if typed.field.value().is_empty() => return Effect::None,
        KeyCode::Tab => complete(app, &mut typed, key.modifiers.contains(KeyModifiers::SHIFT)),
        _ => {
            typed.field.handle_event(&key.event());
            typed.taken = None;
        }
    }
    app.mode = Mode::Commanding(typed);
    Effect::None
}

/// Does what a line says.
fn run(app: &mut App, text: &str) -> Effect {
    let text = text.trim().trim_start_matches(':').trim_start();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (count, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    let rest = rest.trim_start();
    if rest.is_empty() {
        return if count.is_empty() { Effect::None } else { goto(app, count) };
    }
    let (name, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let words = words.trim();
    let times = count.parse().unwrap_or(1).clamp(1, MOST);
    let Some(name) = full_name(app, name) else { return Effect::None };
    for _ in 0..times {
        let effect = call(app, name, words);
        if effect != Effect::None {
            return effect;
        }
    }
    Effect::None
}

/// Calls a command by its full name.
fn call(app: &mut App, name: &str, words: &str) -> Effect {
    let line = LINES.iter().find(|line| line.name == name);
    let command = COMMANDS.iter().find(|command| command.name == name);
    match (line, command) {
        (Some(line), _) if !words.is_empty() => (line.run)(app, words),
        (_, Some(command)) if words.is_empty() => (command.run)(app),
        (_, Some(_)) => {
            app.warn(format!("“{name}” takes no words behind it."));
            Effect::None
        }
        (Some(line), None) => {
            app.warn(format!("Write it as :{} {}", line.name, line.usage));
            Effect::None
        }
        (None, None) => Effect::None,
    }
}

/// The name that was meant: exactly so, by an alias, or by its first letters alone; warns where there is none.
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
            app.warn(format!("“{typed}” may be {first} or {second} …; Tab completes."));
            return None;
        }
        (None, _) => {}
    }
    let nearest = names.iter().min_by_key(|name| distance(name, typed)).copied().unwrap_or_default();
    app.warn(format!("There is no command “{typed}”. The nearest is “{nearest}”."));
    None
}

/// The names of all commands, each once, in the order of the alphabet.
fn names() -> Vec<&'static str> {
    let mut names: Vec<&'static str> =
        LINES.iter().map(|line| line.name).chain(COMMANDS.iter().map(|command| command.name)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// How many letters must be put in, left out or replaced to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// What may stand in the place of the last word of a line.
pub(crate) fn completions(app: &App, text: &str) -> Vec<String> {
    let text = text.trim_start();
    let words: Vec<&str> = text.split(' ').collect();
    let (last, before) = words.split_last().unwrap_or((&"", &[]));
    let candidates: Vec<String> = match before.first() {
        None => names().into_iter().map(str::to_owned).collect(),
        Some(name) => {
            let name = ALIASES.iter().find(|(alias, _)| alias == name).map_or(*name, |(_, name)| name);
            let line = LINES.iter().find(|line| line.name == name);
            line.map_or_else(Vec::new, |line| (line.complete)(app, before.get(1..).unwrap_or_default()))
        }
    };
    candidates.into_iter().filter(|candidate| candidate.starts_with(last)).collect()
}

/// What a typed name does, with the words it takes.
pub(crate) fn explained(text: &str) -> Option<String> {
    let name = text.trim_start().split(' ').next()?;
    if let Some(line) = LINES.iter().find(|line| line.name == name) {
        return Some(format!("{} {}: {}", line.name, line.usage, line.doc));
    }
    let command = COMMANDS.iter().find(|command| command.name == name)?;
    Some(format!("{}: {}", command.name, command.doc))
}

/// Puts in what all completions share, or else the next of them.
fn complete(app: &App, typed: &mut Typed, backwards: bool) {
    let value = typed.field.value().to_owned();
    let (text, before) = match &typed.taken {
        Some((text, at)) => (text.clone(), Some(*at)),
        None => (value.clone(), None),
    };
    let found = completions(app, &text);
    let Some(first) = found.first() else { return };
    let head: String = match text.rsplit_once(' ') {
        Some((before, _)) => format!("{before} "),
        None => String::new(),
    };
    let shared = found.iter().fold(first.clone(), |shared, other| common_head(&shared, other));
    if before.is_none() && format!("{head}{shared}").len() > value.len() {
        let blank = if found.len() == 1 { " " } else { "" };
        typed.field = Field::new(format!("{head}{shared}{blank}"));
        return;
    }
    let count = found.len();
    let at = match (before, backwards) {
        (None, false) => 0,
        (None, true) => count - 1,
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => (at + count - 1) % count,
    };
    typed.field = Field::new(format!("{head}{}", found[at]));
    typed.taken = Some((text, at));
}

fn common_head(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}

fn nothing(_: &App, _: &[&str]) -> Vec<String> {
    Vec::new()
}

fn places(_: &App, before: &[&str]) -> Vec<String> {
    if before.is_empty() { vec!["start".to_owned(), "end".to_owned()] } else { Vec::new() }
}

fn goto(app: &mut App, place: &str) -> Effect {
    let last = app.rows.len();
    let row = match place {
        "start" => 1,
        "end" => last,
        number => {
            let Ok(number) = number.parse::<usize>() else {
                app.warn(format!("“{place}” is no row: a number, start or end."));
                return Effect::None;
            };
            number.max(1)
        }
    };
    if last == 0 {
        return Effect::None;
    }
    if row > last {
        app.info(format!("The last row is {last}."));
    }
    app.jump(RowId::new(row.min(last) - 1));
    Effect::None
}

fn topics(_: &App, _: &[&str]) -> Vec<String> {
    Topic::ALL.iter().map(|topic| topic.name().to_owned()).chain(["none".to_owned()]).collect()
}

fn filter_by(app: &mut App, words: &str) -> Effect {
    let mut topics = Vec::new();
    for word in words.split([' ', ',']).filter(|word| !word.is_empty() && *word != "none") {
        match named(word, &Topic::ALL, Topic::name) {
            Some(topic) => topics.push(topic),
            None => return unknown(app, word, &Topic::ALL.map(Topic::name)),
        }
    }
    topics.sort_unstable();
    topics.dedup();
    filter::set(app, topics)
}

fn levels(_: &App, before: &[&str]) -> Vec<String> {
    if before.is_empty() { Fold::ALL.map(|fold| fold.name().to_owned()).to_vec() } else { Vec::new() }
}

fn fold(app: &mut App, word: &str) -> Effect {
    match named(word, &Fold::ALL, Fold::name) {
        Some(fold) => display::fold_to(app, fold),
        None => unknown(app, word, &Fold::ALL.map(Fold::name)),
    }
}

const SHAPES: [(&str, Shape); 3] =
    [("columns", Shape::Columns), ("marked-up", Shape::Marked), ("one-below-the-other", Shape::Single)];

fn shapes(_: &App, before: &[&str]) -> Vec<String> {
    if before.is_empty() { SHAPES.map(|(name, _)| name.to_owned()).to_vec() } else { Vec::new() }
}

fn layout(app: &mut App, word: &str) -> Effect {
    match named(word, &SHAPES, |(name, _)| name) {
        Some((_, shape)) => display::shape_to(app, shape),
        None => unknown(app, word, &SHAPES.map(|(name, _)| name)),
    }
}

fn thresholds(_: &App, before: &[&str]) -> Vec<String> {
    let names = reading::THRESHOLDS.map(|(name, ..)| name.to_owned());
    if before.is_empty() { names.to_vec() } else { Vec::new() }
}

fn threshold(app: &mut App, word: &str) -> Effect {
    match reading::THRESHOLDS.iter().position(|(name, ..)| *name == word) {
        Some(at) => reading::threshold_to(app, at),
        None => unknown(app, word, &reading::THRESHOLDS.map(|(name, ..)| name)),
    }
}

fn themes(_: &App, before: &[&str]) -> Vec<String> {
    if before.is_empty() { THEMES.iter().map(|(name, _)| (*name).to_owned()).collect() } else { Vec::new() }
}

#[allow(clippy::needless_pass_by_ref_mut)] // every line has the same shape
fn theme(_: &mut App, name: &str) -> Effect {
    Effect::Theme(name.to_owned())
}

fn ledgers(_: &App, before: &[&str]) -> Vec<String> {
    if before.is_empty() { Ledger::ALL.map(|ledger| ledger.name().to_owned()).to_vec() } else { Vec::new() }
}

fn open(app: &mut App, word: &str) -> Effect {
    match named(word, &Ledger::ALL, Ledger::name) {
        Some(chosen) => ledger::open(app, chosen),
        None => unknown(app, word, &Ledger::ALL.map(Ledger::name)),
    }
}

fn formats(app: &App, before: &[&str]) -> Vec<String> {
    if before.is_empty() {
        app.formats.iter().map(|format| format.name.to_owned()).collect()
    } else {
        Vec::new()
    }
}

fn export_to(app: &mut App, words: &str) -> Effect {
    let (name, path) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let formats = app.formats.clone();
    match (formats.iter().find(|format| format.name == name), path.trim()) {
        (Some(&format), "") => export::name(app, format),
        (Some(&format), path) => export::write(app, format, path),
        (None, _) => {
            let names: Vec<&str> = formats.iter().map(|format| format.name).collect();
            unknown(app, name, &names)
        }
    }
}

/// The one of that name, or the only one whose name begins so.
fn named<T: Copy>(word: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
    if let Some(&exact) = all.iter().find(|one| name(**one) == word) {
        return Some(exact);
    }
    let mut begun = all.iter().filter(|one| name(**one).starts_with(word));
    match (begun.next(), begun.next()) {
        (Some(&only), None) => Some(only),
        _ => None,
    }
}

/// Says which word was not understood and what it may be.
fn unknown(app: &mut App, word: &str, names: &[&str]) -> Effect {
    app.warn(format!("“{word}” is none of {}.", names.join(", ")));
    Effect::None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_takes_the_fewest_letters() {
        assert_eq!(distance("export", "exprot"), 2);
        assert_eq!(distance("fold", ""), 4);
        let nearest = names().into_iter().min_by_key(|name| distance(name, "exprt"));
        assert_eq!(nearest, Some("export"));
    }

    #[test]
    fn every_line_has_a_name_of_its_own_and_every_alias_a_command() {
        let names = names();
        for (_, name) in ALIASES {
            assert!(names.contains(&name), "{name}");
        }
        for line in LINES {
            assert_eq!(LINES.iter().filter(|other| other.name == line.name).count(), 1);
        }
    }
}
