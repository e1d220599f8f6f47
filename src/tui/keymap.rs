//! Commands as rows of data, and the keys that call them.
//!
//! One table feeds the keys, the help screen and the documentation. To add a command, add an
//! [`Action`] and a row here; [`super::command::run`] says what it does. A sequence of keys may
//! go on after a shorter one that already acts: `]` goes to the next difference at once, and a
//! `q` right after it goes to the next quotation from the same start.

use std::fmt::Write;

use super::input::{Key, keys};
use crate::review::Verdict;
use crate::text::Side;
use crate::view::Topic;
use crate::view::ledger::Ledger;

/// A command: a row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name, in words with hyphens.
    pub name: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
    /// The same in a word or two, for the line that says which keys may follow.
    pub short: &'static str,
    /// Under which title help lists it.
    pub group: Group,
    /// The keys that call it, in the notation of `--keys`; the most usual first.
    pub keys: &'static [&'static str],
    /// What it does to the screen.
    pub(crate) action: Action,
}

/// What commands do.
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

/// What commands open over the texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Panel {
    Note,
    Notes,
    ReviewFile,
    Ledger(Ledger),
    LastLedger,
    Search,
    Filter,
    Details,
    CommandLine,
    Export,
    Help,
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

/// A part of the screen that can be switched on and off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ScreenPart {
    RowNumbers,
    WordMarks,
    Ruler,
}

impl Motion {
    /// How many lines down it goes; negative is up.
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

/// The titles under which commands are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// From row to row.
    Move,
    /// From difference to difference.
    Jump,
    /// Verdicts, notes, pins.
    Review,
    /// For words.
    Search,
    /// Over the whole comparison.
    Ledgers,
    /// How it looks.
    Display,
    /// Export, help, quit.
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
    command!(Jump "next-attribution" ["]s"] Action::Next(Topic::Attribution) => "next place where who says so differs"; "attribution"),
    command!(Jump "previous-attribution" ["[s"] Action::Previous(Topic::Attribution) => "previous place where who says so differs"; "attribution"),
    command!(Jump "next-moved" ["]m"] Action::Next(Topic::Moved) => "next sentence that stands elsewhere"; "moved"),
    command!(Jump "previous-moved" ["[m"] Action::Previous(Topic::Moved) => "previous sentence that stands elsewhere"; "moved"),
    command!(Jump "next-unique" ["]u"] Action::Next(Topic::Unique) => "next sentence that one side alone has"; "unique"),
    command!(Jump "previous-unique" ["[u"] Action::Previous(Topic::Unique) => "previous sentence that one side alone has"; "unique"),
    command!(Jump "counterpart" ["<cr>"] Action::Counterpart => "counterpart on the other side; opens a fold"),
    command!(Review "seen" ["<space>"] Action::Seen => "seen, and on to the next open difference"),
    command!(Review "ok" ["1"] Action::Verdict(Some(Verdict::Ok)) => "verdict: ok"),
    command!(Review "fix" ["2"] Action::Verdict(Some(Verdict::Fix)) => "verdict: fix"),
    command!(Review "query" ["3"] Action::Verdict(Some(Verdict::Query)) => "verdict: query"),
    command!(Review "clear-verdict" ["0" "R"] Action::Verdict(None) => "no verdict: open again"),
    command!(Review "next-open" ["o" "]o"] Action::Next(Topic::Open) => "next difference without a verdict"; "open"),
    command!(Review "previous-open" ["O" "[o"] Action::Previous(Topic::Open) => "previous difference without a verdict"; "open"),
    command!(Review "note" ["c" "a"] Action::Open(Panel::Note) => "write a note, or edit it"),
    command!(Review "next-note" ["]a"] Action::Next(Topic::Noted) => "next row with a note"; "noted"),
    command!(Review "previous-note" ["[a"] Action::Previous(Topic::Noted) => "previous row with a note"; "noted"),
    command!(Review "delete-note" ["D"] Action::DeleteNote => "delete the note"),
    command!(Review "notes" ["@"] Action::Open(Panel::Notes) => "list notes, fixes, queries, and what has lost its sentence"),
    command!(Review "align" ["A"] Action::Align => "align by hand: A here, then A on the other side"),
    command!(Review "part" ["B"] Action::Split => "part what is aligned"),
    command!(Review "undo" ["U"] Action::Undo => "undo a verdict, note or pin"),
    command!(Review "redo" ["<c-r>" "<c-y>"] Action::Redo => "do again what was undone"),
    command!(Review "save" ["w"] Action::Open(Panel::ReviewFile) => "keep the review in another file"),
    command!(Ledgers "summary" ["s"] Action::Open(Panel::Ledger(Ledger::Summary)) => "summary: counts, lifted share, the way to all lists"; "summary"),
    command!(Ledgers "quotation-ledger" ["sq"] Action::Open(Panel::Ledger(Ledger::Quotations)) => "all quotations: who, both wordings, what became of them"; "quotations"),
    command!(Ledgers "fact-ledger" ["sn"] Action::Open(Panel::Ledger(Ledger::Facts)) => "numbers, dates, names that differ or only one side has"; "numbers, names"),
    command!(Ledgers "left-out-ledger" ["sl"] Action::Open(Panel::Ledger(Ledger::LeftOut)) => "what only the left has: denials, quotations, figures"; "left out"),
    command!(Ledgers "added-ledger" ["sa"] Action::Open(Panel::Ledger(Ledger::Added)) => "what only the right has, and who says so"; "added"),
    command!(Ledgers "order-ledger" ["sm"] Action::Open(Panel::Ledger(Ledger::Order)) => "order: what moved, who speaks first, where denials stand"; "order"),
    command!(Ledgers "headline-check" ["sh"] Action::Open(Panel::Ledger(Ledger::Headlines)) => "whether each headline holds"; "headlines"),
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
    command!(Search "search" ["/" "<f3>"] Action::Open(Panel::Search) => "search both texts; capitals only where typed"),
    command!(Search "next-match" ["n"] Action::NextMatch => "next match; next difference when no search is on"),
    command!(Search "previous-match" ["N"] Action::PreviousMatch => "previous match, or difference"),
    command!(Display "filter" ["f"] Action::Open(Panel::Filter) => "show only quotations, facts, moved sentences …"),
    command!(Display "clear-filter" ["F"] Action::ClearFilter => "show everything again"),
    command!(Display "fold" ["z" "<f9>"] Action::Fold => "hide more of what is alike, then show it again"),
    command!(Display "unfold" ["+"] Action::Unfold => "show both texts whole, whatever is hidden"),
    command!(Display "layout" ["v"] Action::Layout => "side by side; one marked-up text; one below the other"),
    command!(Display "popup" ["p"] Action::Open(Panel::Details) => "all that is known of the selected sentences"),
    command!(Display "row-numbers" ["L"] Action::Toggle(ScreenPart::RowNumbers) => "row numbers on or off"),
    command!(Display "word-marks" ["W"] Action::Toggle(ScreenPart::WordMarks) => "marks of differing words on or off"),
    command!(Display "ruler" ["M"] Action::Toggle(ScreenPart::Ruler) => "overview at the right edge on or off"),
    command!(Display "unlock" ["S"] Action::Unlock => "scroll each side on its own, or both together"),
    command!(Display "threshold" ["T"] Action::Threshold => "pair what is sure, what is likely, or all candidates"),
    command!(Display "mouse" ["m"] Action::Mouse => "mouse on, or left to the terminal"),
    command!(Display "redraw" ["<c-l>"] Action::Redraw => "draw the screen anew"),
    command!(Session "command-line" [":"] Action::Open(Panel::CommandLine) => "a command by its name: :42, :filter quotation, :3 down"),
    command!(Session "export" ["x" "<f4>"] Action::Open(Panel::Export) => "export a report to a file"),
    command!(Session "copy-sentence" ["y"] Action::CopySentence => "copy the sentence of the selected side"),
    command!(Session "copy-pair" ["Y"] Action::CopyPair => "copy both sentences"),
    command!(Session "edit" ["e" "<f2>"] Action::Edit => "open the article in $VISUAL or $EDITOR, at the sentence"),
    command!(Session "reload" ["r" "<f5>"] Action::Reload => "read both articles again"),
    command!(Session "help" ["?" "<f1>"] Action::Open(Panel::Help) => "this list"),
    command!(Session "back" ["<esc>"] Action::Back => "one level back; never quits"),
    command!(Session "quit" ["q" "<c-c>"] Action::Quit => "quit"),
    command!(Session "suspend" ["<c-z>"] Action::Suspend => "back to the shell for a while (fg resumes)"),
];

/// The keys that call commands, as a small trie.
#[derive(Clone, Debug)]
pub struct Keymap {
    root: Node,
    bound: Vec<Bound>,
}

/// The keys of a command.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// The command.
    pub(crate) command: &'static Command,
    /// The sequences that call it; the most usual first.
    pub(crate) keys: Vec<Vec<Key>>,
}

/// What a sequence of keys leads to.
#[derive(Clone, Debug, Default)]
struct Node {
    /// What the sequence so far calls.
    command: Option<&'static Command>,
    /// What it may go on with.
    next: Vec<(Key, Node)>,
}

/// What a sequence of keys means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    /// The command it calls, if any.
    pub(crate) command: Option<&'static Command>,
    node: &'a Node,
}

impl Found<'_> {
    /// Whether the sequence may go on.
    pub(crate) fn may_go_on(&self) -> bool {
        !self.node.next.is_empty()
    }

    /// The keys it may go on with, and what they call.
    pub(crate) fn continuations(&self) -> impl Iterator<Item = (Key, &'static Command)> {
        self.node.next.iter().filter_map(|(key, node)| Some((*key, node.command?)))
    }
}

impl Keymap {
    /// The keys of [`COMMANDS`].
    pub fn standard() -> Keymap {
        // a test reads every notation of the table
        let sequence = |notation: &&str| keys(notation).unwrap_or_default();
        let bound =
            |command: &'static Command| Bound { command, keys: command.keys.iter().map(sequence).collect() };
        Keymap::new(COMMANDS.iter().map(bound).collect())
    }

    /// These keys, no sequence of which calls two commands.
    pub(crate) fn new(bound: Vec<Bound>) -> Keymap {
        let mut root = Node::default();
        for Bound { command, keys } in &bound {
            for sequence in keys {
                root.bind(sequence, command);
            }
        }
        Keymap { root, bound }
    }

    /// The sequences that call a command, as help spells them: `]`, `Alt-↓`, `F8`.
    pub(crate) fn names(&self, action: Action) -> Vec<String> {
        let bound = self.bound.iter().find(|bound| bound.command.action == action);
        bound.map(|bound| bound.keys.iter().map(|keys| spell(keys)).collect()).unwrap_or_default()
    }

    /// What a key alone calls.
    pub(crate) fn action(&self, key: Key) -> Option<Action> {
        Some(self.find(&[key])?.command?.action)
    }

    /// What a sequence means; none where nothing starts with it.
    pub(crate) fn find(&self, sequence: &[Key]) -> Option<Found<'_>> {
        let mut node = &self.root;
        for key in sequence {
            node = &node.next.iter().find(|(next, _)| next == key)?.1;
        }
        Some(Found { command: node.command, node })
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap::standard()
    }
}

impl Node {
    fn bind(&mut self, sequence: &[Key], command: &'static Command) {
        let mut node = self;
        for key in sequence {
            let at = node.next.iter().position(|(next, _)| next == key).unwrap_or_else(|| {
                node.next.push((*key, Node::default()));
                node.next.len() - 1
            });
            node = &mut node.next[at].1;
        }
        node.command = Some(command);
    }
}

/// A sequence as help spells it.
pub(crate) fn spell(sequence: &[Key]) -> String {
    sequence.iter().map(Key::to_string).collect::<Vec<_>>().concat()
}

/// The table of keys in Markdown, for the README.
pub fn key_table() -> String {
    let keymap = Keymap::standard();
    let mut table = String::from("| Keys | What they do |\n| --- | --- |\n");
    for group in Group::ALL {
        let _ = writeln!(table, "| **{}** | |", group.title());
        for command in group.commands() {
            let _ = writeln!(table, "| {} | {} |", in_backquotes(&keymap, command), command.doc);
        }
    }
    table
}

/// The table of a user's keys in Markdown, with the names by which settings call the commands.
pub fn command_table(keymap: &Keymap) -> String {
    let mut table = String::from("| Keys | Command | What it does |\n| --- | --- | --- |\n");
    for group in Group::ALL {
        let _ = writeln!(table, "| **{}** | | |", group.title());
        for command @ Command { name, doc, .. } in group.commands() {
            let _ = writeln!(table, "| {} | {name} | {doc} |", in_backquotes(keymap, command));
        }
    }
    table
}

/// The lines of the settings file that show the usual keys of each command.
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

fn in_backquotes(keymap: &Keymap, command: &Command) -> String {
    keymap.names(command.action).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ")
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
    fn a_longer_sequence_leaves_the_shorter_one_alone() {
        let keymap = Keymap::standard();
        let bracket = keymap.find(&keys("]").expect("keys")).expect("bound");
        assert_eq!(bracket.command.expect("a command").name, "next-difference");
        assert!(bracket.may_go_on());
        assert_eq!(
            keymap.find(&keys("]q").expect("keys")).expect("bound").command.expect("a command").name,
            "next-quotation"
        );
        assert!(keymap.find(&keys("]x").expect("keys")).is_none());
    }

    #[test]
    fn the_table_for_readers_has_a_row_for_every_command() {
        let table = key_table();
        assert!(table.contains("| `]` `Alt-↓` `Ctrl-↓` `F8` `]c` `]g` | next difference |"), "{table}");
        assert_eq!(table.lines().count(), 2 + Group::ALL.len() + COMMANDS.len());
    }
}
