//! Commands as rows of data, and the keys that call them.
//!
//! One table feeds dispatch, the help screen and the documentation. To add a
//! command, write a function in [`super::command`] and a row here. A sequence of
//! keys may go on where a shorter one already acts: `]` goes to the next
//! difference at once, and a `q` right after it goes to the next quotation from
//! where one started.

use std::fmt::Write;

use super::app::{App, Effect};
use super::command::{
    copy, display, export, filter, jump, ledger, line, motion, note, pin, reading, reload, search, session,
    undo, verdict,
};
use super::input::{Key, keys};

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
    pub(crate) run: fn(&mut App) -> Effect,
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
    ($group:ident $name:literal [$($key:literal)+] $run:path: $doc:literal) => {
        command!($group $name [$($key)+] $run: $doc; $doc)
    };
    ($group:ident $name:literal [$($key:literal)+] $run:path: $doc:literal; $short:literal) => {
        Command { name: $name, doc: $doc, short: $short, group: Group::$group, keys: &[$($key),+], run: $run }
    };
}

/// All commands, in the order of help.
pub const COMMANDS: &[Command] = &[
    command!(Jump "next-difference" ["]" "<a-down>" "<c-down>" "<f8>" "]c" "]g"] jump::next_difference: "next difference"),
    command!(Jump "previous-difference" ["[" "<a-up>" "<c-up>" "<f7>" "[c" "[g"] jump::previous_difference: "previous difference"),
    command!(Jump "next-quotation" ["]q" "<f6>"] jump::next_quotation: "next quotation, or its next row that differs"; "quotation"),
    command!(Jump "previous-quotation" ["[q" "<s-f6>"] jump::previous_quotation: "previous quotation, or its previous row that differs"; "quotation"),
    command!(Jump "next-fact" ["]n"] jump::next_fact: "next number, date or name that differs"; "number"),
    command!(Jump "previous-fact" ["[n"] jump::previous_fact: "previous number, date or name that differs"; "number"),
    command!(Jump "next-attribution" ["]s"] jump::next_attribution: "next place where who says so differs"; "attribution"),
    command!(Jump "previous-attribution" ["[s"] jump::previous_attribution: "previous place where who says so differs"; "attribution"),
    command!(Jump "next-moved" ["]m"] jump::next_moved: "next sentence that stands elsewhere"; "moved"),
    command!(Jump "previous-moved" ["[m"] jump::previous_moved: "previous sentence that stands elsewhere"; "moved"),
    command!(Jump "next-unique" ["]u"] jump::next_unique: "next sentence that one side alone has"; "unique"),
    command!(Jump "previous-unique" ["[u"] jump::previous_unique: "previous sentence that one side alone has"; "unique"),
    command!(Jump "counterpart" ["<cr>"] jump::counterpart: "counterpart on the other side; opens a fold"),
    command!(Review "seen" ["<space>"] verdict::seen: "seen, and on to the next open difference"),
    command!(Review "ok" ["1"] verdict::ok: "verdict: ok"),
    command!(Review "fix" ["2"] verdict::fix: "verdict: fix"),
    command!(Review "query" ["3"] verdict::query: "verdict: query"),
    command!(Review "clear-verdict" ["0" "R"] verdict::clear: "no verdict: open again"),
    command!(Review "next-open" ["o" "]o"] verdict::next_open: "next difference without a verdict"; "open"),
    command!(Review "previous-open" ["O" "[o"] verdict::previous_open: "previous difference without a verdict"; "open"),
    command!(Review "note" ["c" "a"] note::write: "write a note, or edit it"),
    command!(Review "next-note" ["]a"] jump::next_note: "next row with a note"; "noted"),
    command!(Review "previous-note" ["[a"] jump::previous_note: "previous row with a note"; "noted"),
    command!(Review "delete-note" ["D"] note::delete: "delete the note"),
    command!(Review "notes" ["@"] note::list: "list notes, fixes, queries, and what has lost its sentence"),
    command!(Review "align" ["A"] pin::align: "align by hand: A here, then A on the other side"),
    command!(Review "part" ["B"] pin::part: "part what is aligned"),
    command!(Review "undo" ["U"] undo::undo: "undo a verdict, note or pin"),
    command!(Review "redo" ["<c-r>" "<c-y>"] undo::redo: "do again what was undone"),
    command!(Review "save" ["w"] note::save: "keep the review in another file"),
    command!(Ledgers "summary" ["s"] ledger::summary: "summary: counts, lifted share, the way to all lists"; "summary"),
    command!(Ledgers "quotation-ledger" ["sq"] ledger::quotations: "all quotations: who, both wordings, what became of them"; "quotations"),
    command!(Ledgers "fact-ledger" ["sn"] ledger::facts: "numbers, dates, names that differ or only one side has"; "numbers, names"),
    command!(Ledgers "left-out-ledger" ["sl"] ledger::left_out: "what only the left has: denials, quotations, figures"; "left out"),
    command!(Ledgers "added-ledger" ["sa"] ledger::added: "what only the right has, and who says so"; "added"),
    command!(Ledgers "order-ledger" ["sm"] ledger::order: "order: what moved, who speaks first, where denials stand"; "order"),
    command!(Ledgers "headline-check" ["sh"] ledger::headlines: "whether each headline holds"; "headlines"),
    command!(Ledgers "reopen-ledger" ["<bs>" "ss"] ledger::reopen: "back to the list that was open last"; "last list"),
    command!(Move "down" ["j" "<down>"] motion::down: "down"),
    command!(Move "up" ["k" "<up>"] motion::up: "up"),
    command!(Move "half-page-down" ["d" "<c-d>"] motion::half_page_down: "half a page down"),
    command!(Move "half-page-up" ["u" "<c-u>"] motion::half_page_up: "half a page up"),
    command!(Move "page-down" ["<pgdn>" "<c-f>"] motion::page_down: "a page down"),
    command!(Move "page-up" ["<pgup>" "<c-b>"] motion::page_up: "a page up"),
    command!(Move "start" ["g" "<home>"] motion::start: "start"),
    command!(Move "end" ["G" "<end>"] motion::end: "end"),
    command!(Move "other-side" ["<tab>" "<s-tab>"] motion::other_side: "other side"),
    command!(Move "left-side" ["h" "<left>"] motion::left_side: "left side"),
    command!(Move "right-side" ["l" "<right>"] motion::right_side: "right side"),
    command!(Search "search" ["/" "<f3>"] search::ask: "search both texts; capitals only where typed"),
    command!(Search "next-match" ["n"] search::next: "next match; next difference when no search is on"),
    command!(Search "previous-match" ["N"] search::previous: "previous match, or difference"),
    command!(Display "filter" ["f"] filter::choose: "show only quotations, facts, moved sentences …"),
    command!(Display "clear-filter" ["F"] filter::clear: "show everything again"),
    command!(Display "fold" ["z" "<f9>"] display::fold: "hide more of what is alike, then show it again"),
    command!(Display "unfold" ["+"] display::unfold: "show both texts whole, whatever is hidden"),
    command!(Display "layout" ["v"] display::layout: "side by side; one marked-up text; one below the other"),
    command!(Display "popup" ["p"] reading::popup: "all that is known of the selected sentences"),
    command!(Display "row-numbers" ["L"] reading::numbers: "row numbers on or off"),
    command!(Display "word-marks" ["W"] reading::word_marks: "marks of differing words on or off"),
    command!(Display "ruler" ["M"] reading::ruler: "overview at the right edge on or off"),
    command!(Display "unlock" ["S"] reading::unlock: "scroll each side on its own, or both together"),
    command!(Display "threshold" ["T"] reading::threshold: "pair what is sure, what is likely, or all candidates"),
    command!(Display "mouse" ["m"] display::mouse: "mouse on, or left to the terminal"),
    command!(Display "redraw" ["<c-l>"] display::redraw: "draw the screen anew"),
    command!(Session "command-line" [":"] line::ask: "a command by its name: :42, :filter quotation, :3 down"),
    command!(Session "export" ["x" "<f4>"] export::choose: "export a report to a file"),
    command!(Session "copy-sentence" ["y"] copy::sentence: "copy the sentence of the selected side"),
    command!(Session "copy-pair" ["Y"] copy::pair: "copy both sentences"),
    command!(Session "edit" ["e" "<f2>"] reload::edit: "open the article in $VISUAL or $EDITOR, at the sentence"),
    command!(Session "reload" ["r" "<f5>"] reload::reload: "read both articles again"),
    command!(Session "help" ["?" "<f1>"] session::help: "this list"),
    command!(Session "back" ["<esc>"] session::back: "one level back; never quits"),
    command!(Session "quit" ["q" "<c-c>"] session::quit: "quit"),
    command!(Session "suspend" ["<c-z>"] session::suspend: "back to the shell for a while (fg resumes)"),
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
    pub(crate) fn names(&self, command: &str) -> Vec<String> {
        let bound = self.bound.iter().find(|bound| bound.command.name == command);
        let name = |sequence: &Vec<Key>| sequence.iter().map(Key::to_string).collect::<Vec<_>>().concat();
        bound.map(|bound| bound.keys.iter().map(name).collect()).unwrap_or_default()
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

/// The table of keys in Markdown, for the README.
pub fn key_table() -> String {
    let keymap = Keymap::standard();
    let mut table = String::from("| Keys | What they do |\n| --- | --- |\n");
    for group in Group::ALL {
        let _ = writeln!(table, "| **{}** | |", group.title());
        for command in group.commands() {
            let _ = writeln!(table, "| {} | {} |", in_backquotes(&keymap, command.name), command.doc);
        }
    }
    table
}

/// The table of a user's keys in Markdown, with the names by which settings call the commands.
pub fn command_table(keymap: &Keymap) -> String {
    let mut table = String::from("| Keys | Command | What it does |\n| --- | --- | --- |\n");
    for group in Group::ALL {
        let _ = writeln!(table, "| **{}** | | |", group.title());
        for Command { name, doc, .. } in group.commands() {
            let _ = writeln!(table, "| {} | {name} | {doc} |", in_backquotes(keymap, name));
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

fn in_backquotes(keymap: &Keymap, command: &str) -> String {
    keymap.names(command).iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_and_keys_are_unique_and_every_command_can_be_called() {
        let mut names = HashSet::new();
        let mut sequences = HashSet::new();
        for command in COMMANDS {
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
