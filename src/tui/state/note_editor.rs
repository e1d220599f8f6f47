//! A multi-line editor for notes.
//!
//! Lines are wrapped with [`crate::text::wrap`] like all others. Invariant: the cursor is on a
//! grapheme boundary.

use crossterm::event::{KeyCode, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

use super::lines::paragraphs;
use crate::text::Span;
use crate::text::width::{columns, fitting};
use crate::tui::Key;

/// A text and a cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NoteEditor {
    text: String,
    /// The byte position of the cursor.
    at: usize,
}

impl NoteEditor {
    /// An editor with a text and the cursor at its end.
    pub(crate) fn new(text: &str) -> NoteEditor {
        NoteEditor { text: text.to_owned(), at: text.len() }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Handles an editing key; `width` is the width of the lines.
    pub(crate) fn press(&mut self, key: Key, width: usize) {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let word = control || key.modifiers.contains(KeyModifiers::ALT);
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Enter => self.insert("\n"),
            KeyCode::Char('j') if control => self.insert("\n"),
            KeyCode::Char('a') if control => self.at = self.line().start(),
            KeyCode::Char('e') if control => self.at = self.line().end(),
            KeyCode::Char('k') if control => self.delete(self.at, self.line().end().max(self.after())),
            KeyCode::Char('u') if control => self.delete(self.line().start(), self.at),
            KeyCode::Char('w') if control => self.delete(self.word_before(), self.at),
            KeyCode::Char('h') if control => self.delete(self.before(), self.at),
            KeyCode::Char('d') if control => self.delete(self.at, self.after()),
            KeyCode::Char('b') if key.modifiers == KeyModifiers::ALT => self.at = self.word_before(),
            KeyCode::Char('f') if key.modifiers == KeyModifiers::ALT => self.at = self.word_after(),
            KeyCode::Char(c) if !word => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Tab => self.insert(" "),
            KeyCode::Backspace if word => self.delete(self.word_before(), self.at),
            KeyCode::Backspace => self.delete(self.before(), self.at),
            KeyCode::Delete => self.delete(self.at, self.after()),
            KeyCode::Left if word => self.at = self.word_before(),
            KeyCode::Right if word => self.at = self.word_after(),
            KeyCode::Left => self.at = self.before(),
            KeyCode::Right => self.at = self.after(),
            KeyCode::Home => self.at = self.line().start(),
            KeyCode::End => self.at = self.line().end(),
            KeyCode::Up => self.move_line(width, -1),
            KeyCode::Down => self.move_line(width, 1),
            _ => {}
        }
    }

    /// Inserts a pasted text, including line feeds.
    pub(crate) fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let kept: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
        self.insert(&kept);
    }

    /// The wrapped lines without line feeds; at least one.
    pub(crate) fn lines(&self, width: usize) -> Vec<Span> {
        paragraphs(&self.text, width)
    }

    /// The line and column of the cursor, from 0.
    pub(crate) fn cursor(&self, width: usize) -> (usize, usize) {
        let lines = self.lines(width);
        // the end of a wrapped line is also the start of the next
        let line = lines.iter().rposition(|line| line.start() <= self.at).unwrap_or(0);
        (line, columns(Span::new(lines[line].start(), self.at).of(&self.text)))
    }

    fn insert(&mut self, text: &str) {
        self.text.insert_str(self.at, text);
        self.at += text.len();
        self.snap();
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.at = from;
        self.snap();
    }

    /// Moves the cursor to a grapheme boundary, because an edit may combine characters around it.
    fn snap(&mut self) {
        let boundaries = self.text.grapheme_indices(true).map(|(at, _)| at);
        self.at = boundaries.chain([self.text.len()]).find(|&boundary| boundary >= self.at).unwrap_or(0);
    }

    /// The paragraph with the cursor, without its line feed.
    fn line(&self) -> Span {
        let bytes = self.text.as_bytes();
        let start = bytes.iter().take(self.at).rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let end =
            bytes.iter().skip(self.at).position(|&byte| byte == b'\n').map_or(bytes.len(), |at| self.at + at);
        Span::new(start, end)
    }

    fn before(&self) -> usize {
        let head = Span::new(0, self.at).of(&self.text);
        head.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let rest = Span::new(self.at, self.text.len()).of(&self.text);
        self.at + rest.graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let head = Span::new(0, self.at).of(&self.text).trim_end();
        head.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let rest = Span::new(self.at, self.text.len()).of(&self.text);
        rest.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.at + at + word.len())
    }

    /// Moves to the line above or below, as close as possible to the same column.
    fn move_line(&mut self, width: usize, by: isize) {
        let lines = self.lines(width);
        let (line, column) = self.cursor(width);
        let Some(target) = line.checked_add_signed(by).and_then(|target| lines.get(target)) else {
            self.at = if by < 0 { 0 } else { self.text.len() };
            return;
        };
        let text = target.of(&self.text);
        let reached = fitting(text, column).len();
        // the end of a wrapped line is also the start of the next
        let last = text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        let wraps = lines.iter().any(|next| next.start() == target.end() && !next.is_empty());
        self.at = target.start() + if wraps { reached.min(last) } else { reached };
        self.snap();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::input::keys;

    /// Keys in an empty editor 10 columns wide; the text with `|` where the cursor is.
    #[track_caller]
    fn check(script: &str, expected: &str) {
        let mut editor = NoteEditor::default();
        for key in keys(script).expect("keys") {
            editor.press(key, 10);
        }
        let mut shown = editor.text.clone();
        shown.insert(editor.at, '|');
        assert_eq!(shown, expected);
    }

    #[test]
    fn typed_text_is_inserted_at_the_cursor() {
        check("ask<left><left>東<right>", "a東s|k");
        check("one<enter>two<home>x", "one\nx|two");
        check("one two<c-w>six", "one six|");
        check("one two<a-left><c-k>", "one |");
        check("one<enter>two<c-u><bs>", "one|");
        check("a<c-j>b<up>c", "ac|\nb");
    }

    #[test]
    fn up_and_down_follow_the_lines_shown() {
        check("the ferry sank<up><up>x", "x|the ferry sank");
        check("the ferry sank<up>x", "the x|ferry sank");
        check("<enter>ab<up><down><end>c", "\nabc|");
    }

    #[test]
    fn a_paste_keeps_lines_but_no_control_characters() {
        let mut editor = NoteEditor::new("see: ");
        editor.paste("a\r\nb\u{1b}c");
        assert_eq!(editor.text(), "see: a\nb c");
    }

    #[test]
    fn the_cursor_is_counted_in_columns() {
        assert_eq!(NoteEditor::new("東京 a").cursor(20), (0, 6));
        assert_eq!(NoteEditor::new("one\n").cursor(20), (1, 0));
        assert_eq!(NoteEditor::new("the ferry sank").cursor(10), (1, 4));
    }

    proptest! {
        #[test]
        fn no_key_leaves_the_cursor_inside_a_grapheme(
            text in "\\PC{0,12}(\n\\PC{0,6})?",
            script in prop::collection::vec(prop::sample::select(vec![
                "<left>", "<right>", "<up>", "<down>", "<home>", "<end>", "<bs>", "<del>", "<c-w>", "<c-k>", "x", "<enter>", "<a-left>", "<a-right>",
            ]), 0..20),
        ) {
            let mut editor = NoteEditor::new(&text);
            for key in script.iter().flat_map(|notation| keys(notation).expect("keys")) {
                editor.press(key, 7);
                let is_boundary = editor.text.grapheme_indices(true).any(|(at, _)| at == editor.at) || editor.at == editor.text.len();
                prop_assert!(is_boundary, "{:?} at {}", editor.text, editor.at);
                let (line, _) = editor.cursor(7);
                prop_assert!(line < editor.lines(7).len());
            }
        }
    }
}
