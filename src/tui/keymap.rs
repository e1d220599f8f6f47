//! The table of commands, and the keys that call them.
//!
//! The keys, the help and the documentation come from the same table. To add a command, add an
//! [`Action`] and a row here, and run it in [`super::command::run`]. A sequence of keys may continue
//! a shorter one: `]` jumps to the next difference at once, and a `q` right after it returns to the
//! start and jumps to the next quotation instead.

use std::fmt::Write;

use super::{Key, keys};
use crate::review::Verdict;
use crate::text::Side;
use crate::view::Topic;
use crate::view::ledger::Ledger;

/// A command: a row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// The name in settings and on the command line of the screen.
    pub name: &'static str,
    /// The description, in one line.
    pub doc: &'static str,
    /// A description in one or two words, for the list of keys that may follow.
    pub short: &'static str,
    /// The group in the help.
    pub group: Group,
    /// The default keys, in the notation of `--keys`; the usual ones first.
    pub keys: &'static [&'static str],
    /// The action.
    pub(crate) action: Action,
}

/// The action of a command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Action {
    Next(Topic),
    Previous(Topic),
    Counterpart,
    Seen,
    Verdict(Option<Verdict>),
    DeleteNote,
    Align,
    Split,
    Undo,
    Redo,
    Open(Panel),
    Move(Motion),
    OtherSide,
    SelectSide(Side),
    NextMatch,
    PreviousMatch,
    ClearFilter,
    Fold,
    Unfold,
    Layout,
    Toggle(ScreenPart),
    Unlock,
    Threshold,
    Mouse,
    Redraw,
    CopySentence,
    CopyPair,
    Edit,
    Reload,
    Back,
    Quit,
    Suspend,
}

/// Overlays that commands open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Panel {
    Note,
    Notes,
    ReviewFile,
    Ledger(Ledger),
    LastLedger,
    Search,
    Filter,
    Sheet(Sheet),
    CommandLine,
    Export,
}

/// A text over the whole screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sheet {
    /// Keys, signs and marks.
    Help,
    /// All that is known of the selected sentences.
    Details,
}

/// A move in the texts or in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Motion {
    Down,
    Up,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    Start,
    End,
}

/// A part of the screen that can be hidden.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ScreenPart {
    RowNumbers,
    WordMarks,
    Ruler,
}

impl Motion {
    /// The number of lines down; negative is up.
    pub(crate) fn lines(self, half_page: u16, page: u16) -> i32 {
        match self {
            Motion::Down => 1,
            Motion::Up => -1,
            Motion::HalfPageDown => half_page.into(),
            Motion::HalfPageUp => -i32::from(half_page),
            Motion::PageDown => page.into(),
            Motion::PageUp => -i32::from(page),
            Motion::Start => i32::MIN,
            Motion::End => i32::MAX,
        }
    }
}

/// The groups of commands in the help.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Moves.
    Move,
    /// Jumps.
    Jump,
    /// Verdicts, notes, pins.
    Review,
    /// Search.
    Search,
    /// Lists.
    Ledgers,
    /// Display settings.
    Display,
    /// Export, edit, help, quit.
    Session,
}

impl Group {
    /// All groups, in the order of help.
    pub const ALL: [Group; 7] = [
        Group::Jump,
        Group::Review,
        Group::Ledgers,
        Group::Move,
        Group::Search,
        Group::Display,
        Group::Session,
    ];

    /// The title in help.
    pub fn title(self) -> &'static str {
        match self {
            Group::Move => "Move",
            Group::Jump => "Jump",
            Group::Review => "Review",
            Group::Search => "Search",
            Group::Ledgers => "Lists over both texts",
            Group::Display => "Display",
            Group::Session => "Export, copy, edit, quit",
        }
    }

    /// The commands listed under it.
    pub(crate) fn commands(self) -> impl Iterator<Item = &'static Command> {
        COMMANDS.iter().filter(move |command| command.group == self)
    }
}

macro_rules! command {
    ($group:ident $name:literal [$($key:literal)+] $action:expr => $doc:literal) => {
        command!($group $name [$($key)+] $action => $doc; $doc)
    };
    ($group:ident $name:literal [$($key:literal)+] $action:expr => $doc:literal; $short:literal) => {
        Command { name: $name, doc: $doc, short: $short, group: Group::$group, keys: &[$($key),+], action: $action }
    };
}

/// All commands, in the order of help.
pub const COMMANDS: &[Command] = &[
    command!(Jump "next-difference" ["]" "<a-down>" "<c-down>" "<f8>" "]c" "]g"] Action::Next(Topic::Difference) => "next difference"),
    command!(Jump "previous-difference" ["[" "<a-up>" "<c-up>" "<f7>" "[c" "[g"] Action::Previous(Topic::Difference) => "previous difference"),
    command!(Jump "next-quotation" ["]q" "<f6>"] Action::Next(Topic::Quotation) => "next quotation, or its next row that differs"; "quotation"),
    command!(Jump "previous-quotation" ["[q" "<s-f6>"] Action::Previous(Topic::Quotation) => "previous quotation, or its previous row that differs"; "quotation"),
    command!(Jump "next-fact" ["]n"] Action::Next(Topic::Fact) => "next number, date or name that differs"; "number"),
    command!(Jump "previous-fact" ["[n"] Action::Previous(Topic::Fact) => "previous number, date or name that differs"; "number"),
    command!(Jump "next-attribution" ["]s"] Action::Next(Topic::Attribution) => "next attribution that differs"; "attribution"),
    command!(Jump "previous-attribution" ["[s"] Action::Previous(Topic::Attribution) => "previous attribution that differs"; "attribution"),
    command!(Jump "next-moved" ["]m"] Action::Next(Topic::Moved) => "next sentence that moved"; "moved"),
    command!(Jump "previous-moved" ["[m"] Action::Previous(Topic::Moved) => "previous sentence that moved"; "moved"),
    command!(Jump "next-unique" ["]u"] Action::Next(Topic::Unique) => "next sentence that only one side has"; "unique"),
    command!(Jump "previous-unique" ["[u"] Action::Previous(Topic::Unique) => "previous sentence that only one side has"; "unique"),
    command!(Jump "counterpart" ["<cr>"] Action::Counterpart => "counterpart on the other side; opens a fold"),
    command!(Review "seen" ["<space>"] Action::Seen => "mark as seen and go to the next open difference"),
    command!(Review "ok" ["1"] Action::Verdict(Some(Verdict::Ok)) => "verdict: ok"),
    command!(Review "fix" ["2"] Action::Verdict(Some(Verdict::Fix)) => "verdict: fix"),
    command!(Review "query" ["3"] Action::Verdict(Some(Verdict::Query)) => "verdict: query"),
    command!(Review "clear-verdict" ["0" "R"] Action::Verdict(None) => "clear the verdict"),
    command!(Review "next-open" ["o" "]o"] Action::Next(Topic::Open) => "next difference without a verdict"; "open"),
    command!(Review "previous-open" ["O" "[o"] Action::Previous(Topic::Open) => "previous difference without a verdict"; "open"),
    command!(Review "note" ["c" "a"] Action::Open(Panel::Note) => "write or edit a note"),
    command!(Review "next-note" ["]a"] Action::Next(Topic::Noted) => "next row with a note"; "noted"),
    command!(Review "previous-note" ["[a"] Action::Previous(Topic::Noted) => "previous row with a note"; "noted"),
    command!(Review "delete-note" ["D"] Action::DeleteNote => "delete the note"),
    command!(Review "notes" ["@"] Action::Open(Panel::Notes) => "list notes, fixes, queries, and entries without their sentence"),
    command!(Review "align" ["A"] Action::Align => "align by hand: A here, then A on the other side"),
    command!(Review "part" ["B"] Action::Split => "split the aligned sentences"),
    command!(Review "undo" ["U"] Action::Undo => "undo a verdict, note or pin"),
    command!(Review "redo" ["<c-r>" "<c-y>"] Action::Redo => "redo"),
    command!(Review "save" ["w"] Action::Open(Panel::ReviewFile) => "save the review in another file"),
    command!(Ledgers "summary" ["s"] Action::Open(Panel::Ledger(Ledger::Summary)) => "summary: counts, lifted share, links to all lists"; "summary"),
    command!(Ledgers "quotation-ledger" ["sq"] Action::Open(Panel::Ledger(Ledger::Quotations)) => "all quotations: speaker, both wordings, how they differ"; "quotations"),
    command!(Ledgers "fact-ledger" ["sn"] Action::Open(Panel::Ledger(Ledger::Facts)) => "numbers, dates and names that differ or that only one side has"; "numbers, names"),
    command!(Ledgers "left-out-ledger" ["sl"] Action::Open(Panel::Ledger(Ledger::LeftOut)) => "sentences only in the left: denials, quotations, figures"; "left out"),
    command!(Ledgers "added-ledger" ["sa"] Action::Open(Panel::Ledger(Ledger::Added)) => "sentences only in the right, and their attribution"; "added"),
    command!(Ledgers "order-ledger" ["sm"] Action::Open(Panel::Ledger(Ledger::Order)) => "order: moved sentences, first speaker, position of denials"; "order"),
    command!(Ledgers "headline-check" ["sh"] Action::Open(Panel::Ledger(Ledger::Headlines)) => "whether the story supports each headline"; "headlines"),
    command!(Ledgers "reopen-ledger" ["<bs>" "ss"] Action::Open(Panel::LastLedger) => "back to the list that was open last"; "last list"),
    command!(Move "down" ["j" "<down>"] Action::Move(Motion::Down) => "down"),
    command!(Move "up" ["k" "<up>"] Action::Move(Motion::Up) => "up"),
    command!(Move "half-page-down" ["d" "<c-d>"] Action::Move(Motion::HalfPageDown) => "half a page down"),
    command!(Move "half-page-up" ["u" "<c-u>"] Action::Move(Motion::HalfPageUp) => "half a page up"),
    command!(Move "page-down" ["<pgdn>" "<c-f>"] Action::Move(Motion::PageDown) => "a page down"),
    command!(Move "page-up" ["<pgup>" "<c-b>"] Action::Move(Motion::PageUp) => "a page up"),
    command!(Move "start" ["g" "<home>"] Action::Move(Motion::Start) => "start"),
    command!(Move "end" ["G" "<end>"] Action::Move(Motion::End) => "end"),
    command!(Move "other-side" ["<tab>" "<s-tab>"] Action::OtherSide => "other side"),
    command!(Move "left-side" ["h" "<left>"] Action::SelectSide(Side::Left) => "left side"),
    command!(Move "right-side" ["l" "<right>"] Action::SelectSide(Side::Right) => "right side"),
    command!(Search "search" ["/" "<f3>"] Action::Open(Panel::Search) => "search both texts; a capital letter matches only capitals"),
    command!(Search "next-match" ["n"] Action::NextMatch => "next match, or difference if there is no search"),
    command!(Search "previous-match" ["N"] Action::PreviousMatch => "previous match, or difference"),
    command!(Display "filter" ["f"] Action::Open(Panel::Filter) => "show only quotations, facts, moved sentences …"),
    command!(Display "clear-filter" ["F"] Action::ClearFilter => "show everything again"),
    command!(Display "fold" ["z" "<f9>"] Action::Fold => "hide more rows that are alike, then show all again"),
    command!(Display "unfold" ["+"] Action::Unfold => "show both texts in full"),
    command!(Display "layout" ["v"] Action::Layout => "layout: side by side, one marked-up text, one below the other"),
    command!(Display "popup" ["p"] Action::Open(Panel::Sheet(Sheet::Details)) => "details of the selected sentences"),
    command!(Display "row-numbers" ["L"] Action::Toggle(ScreenPart::RowNumbers) => "row numbers on or off"),
    command!(Display "word-marks" ["W"] Action::Toggle(ScreenPart::WordMarks) => "word marks on or off"),
    command!(Display "ruler" ["M"] Action::Toggle(ScreenPart::Ruler) => "overview at the right edge on or off"),
    command!(Display "unlock" ["S"] Action::Unlock => "scroll the sides separately or together"),
    command!(Display "threshold" ["T"] Action::Threshold => "alignment threshold: sure, default, all"),
    command!(Display "mouse" ["m"] Action::Mouse => "mouse on or off"),
    command!(Display "redraw" ["<c-l>"] Action::Redraw => "redraw the screen"),
    command!(Session "command-line" [":"] Action::Open(Panel::CommandLine) => "type a command: :42, :filter quotation, :3 down"),
    command!(Session "export" ["x" "<f4>"] Action::Open(Panel::Export) => "export a report to a file"),
    command!(Session "copy-sentence" ["y"] Action::CopySentence => "copy the sentence of the selected side"),
    command!(Session "copy-pair" ["Y"] Action::CopyPair => "copy both sentences"),
    command!(Session "edit" ["e" "<f2>"] Action::Edit => "open the article in $VISUAL or $EDITOR, at the sentence"),
    command!(Session "reload" ["r" "<f5>"] Action::Reload => "reload both articles"),
    command!(Session "help" ["?" "<f1>"] Action::Open(Panel::Sheet(Sheet::Help)) => "this list"),
    command!(Session "back" ["<esc>"] Action::Back => "back; never quits"),
    command!(Session "quit" ["q" "<c-c>"] Action::Quit => "quit"),
    command!(Session "suspend" ["<c-z>"] Action::Suspend => "suspend to the shell (fg resumes)"),
];

/// The key sequences of all commands.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// In the order of the commands; the usual sequence of a command first. No sequence occurs twice.
    pub(crate) bindings: Vec<(Vec<Key>, &'static Command)>,
}

impl Keymap {
    /// The default keys of [`COMMANDS`].
    pub fn standard() -> Keymap {
        let bindings = |command: &'static Command| command.default_keys().map(move |keys| (keys, command));
        Keymap { bindings: COMMANDS.iter().flat_map(bindings).collect() }
    }

    /// The sequences of a command as help shows them: `]`, `Alt-↓`, `F8`.
    pub(crate) fn names(&self, action: Action) -> Vec<String> {
        let own = self.bindings.iter().filter(|(_, command)| command.action == action);
        own.map(|(keys, _)| shown(keys)).collect()
    }

    /// The action of a single key.
    pub(crate) fn action(&self, key: Key) -> Option<Action> {
        self.command(&[key]).map(|command| command.action)
    }

    /// The command of a sequence.
    pub(crate) fn command(&self, sequence: &[Key]) -> Option<&'static Command> {
        self.bindings.iter().find(|(keys, _)| keys == sequence).map(|(_, command)| *command)
    }

    /// Whether a longer sequence starts with this one.
    pub(crate) fn has_longer(&self, sequence: &[Key]) -> bool {
        self.bindings.iter().any(|(keys, _)| keys.len() > sequence.len() && keys.starts_with(sequence))
    }

    /// The keys that complete a longer sequence, with their commands.
    pub(crate) fn continuations(&self, sequence: &[Key]) -> impl Iterator<Item = (Key, &'static Command)> {
        self.bindings.iter().filter_map(|(keys, command)| match keys.strip_prefix(sequence)? {
            [key] => Some((*key, *command)),
            _ => None,
        })
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::standard()
    }
}

impl Command {
    /// The sequences of the table.
    pub(crate) fn default_keys(&self) -> impl Iterator<Item = Vec<Key>> {
        self.keys.iter().map(|notation| keys(notation).expect("a test reads every notation of the table"))
    }
}

/// A sequence as help shows it.
pub(crate) fn shown(sequence: &[Key]) -> String {
    sequence.iter().map(Key::to_string).collect::<Vec<_>>().concat()
}

/// The keys in Markdown, for the README.
pub fn key_table() -> String {
    let row = |keys: String, command: &Command| format!("| {keys} | {} |", command.doc);
    table("| Keys | What they do |\n| --- | --- |", "", &Keymap::standard(), row)
}

/// The keys of a user in Markdown, with the names of the commands for the settings.
pub fn command_table(keymap: &Keymap) -> String {
    let row = |keys: String, command: &Command| format!("| {keys} | {} | {} |", command.name, command.doc);
    table("| Keys | Command | What it does |\n| --- | --- | --- |", " |", keymap, row)
}

/// A table with a row for each group and each command.
fn table(head: &str, more: &str, keymap: &Keymap, row: impl Fn(String, &Command) -> String) -> String {
    let mut table = format!("{head}\n");
    for group in Group::ALL {
        let _ = writeln!(table, "| **{}** | |{more}", group.title());
        for command in group.commands() {
            let keys =
                keymap.names(command.action).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
            let _ = writeln!(table, "{}", row(keys.join(" "), command));
        }
    }
    table
}

/// The lines of the settings file with the default keys of each command.
pub fn key_settings() -> String {
    let mut lines = String::from("[keys]\n");
    for group in Group::ALL {
        let _ = writeln!(lines, "# {}", group.title());
        for Command { name, keys, doc, .. } in group.commands() {
            let _ = writeln!(lines, "#{:<60} # {doc}", format!("{name} = {keys:?}"));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_and_keys_are_unique_and_every_command_can_be_called() {
        let mut names = HashSet::new();
        let mut sequences = HashSet::new();
        for (at, command) in COMMANDS.iter().enumerate() {
            assert!(COMMANDS[..at].iter().all(|other| other.action != command.action), "{}", command.name);
            assert!(names.insert(command.name), "two commands are called {}", command.name);
            assert!(!command.keys.is_empty(), "{} has no key", command.name);
            for notation in command.keys {
                let sequence = keys(notation).expect(notation);
                assert!(!sequence.is_empty());
                assert!(sequences.insert(sequence), "{notation} calls two commands");
            }
        }
    }

    #[test]
    fn a_sequence_and_a_longer_one_both_have_commands() {
        let keymap = Keymap::standard();
        let name = |notation| keymap.command(&keys(notation).expect("keys")).map(|command| command.name);
        assert_eq!(name("]"), Some("next-difference"));
        assert_eq!(name("]q"), Some("next-quotation"));
        assert_eq!(name("]x"), None);
        assert!(keymap.has_longer(&keys("]").expect("keys")));
        assert!(!keymap.has_longer(&keys("]q").expect("keys")));
    }

    #[test]
    fn the_table_for_readers_has_a_row_for_every_command() {
        let table = key_table();
        assert!(table.contains("| `]` `Alt-↓` `Ctrl-↓` `F8` `]c` `]g` | next difference |"), "{table}");
        assert_eq!(table.lines().count(), 2 + Group::ALL.len() + COMMANDS.len());
    }
}
