//! Copying through the terminal (OSC 52), which works over ssh.
//!
//! Multiplexers need the sequence in a wrapper. Invariant: the text is sent in base 64, so that it
//! cannot control the terminal.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The multiplexer between the program and the terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Multiplexer {
    None,
    Tmux,
    /// GNU screen.
    Screen,
}

impl Multiplexer {
    /// Reads the environment.
    pub(crate) fn detect() -> Multiplexer {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match (is_set("TMUX"), is_set("STY")) {
            (true, _) => Multiplexer::Tmux,
            (false, true) => Multiplexer::Screen,
            (false, false) => Multiplexer::None,
        }
    }
}

/// The maximum length of a wrapped sequence for GNU screen, in bytes.
const SCREEN_PIECE: usize = 700;

/// The sequence that copies a text to the clipboard.
pub(crate) fn sequence(text: &str, multiplexer: Multiplexer) -> String {
    let mut plain = String::new();
    // writing into a string cannot fail
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    // BEL ends it as well, without ending the wrapper
    let plain = plain.replace("\x1b\\", "\x07");
    match multiplexer {
        Multiplexer::None => plain,
        // the first needs the option set-clipboard, the second allow-passthrough
        Multiplexer::Tmux => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
        Multiplexer::Screen => {
            let characters: Vec<char> = plain.chars().collect();
            let piece = |piece: &[char]| format!("\x1bP{}\x1b\\", piece.iter().collect::<String>());
            characters.chunks(SCREEN_PIECE).map(piece).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sent_as_base_64() {
        assert_eq!(sequence("“é”", Multiplexer::None), "\x1b]52;c;4oCcw6nigJ0=\x07");
    }

    #[test]
    fn multiplexers_are_passed_through() {
        assert_eq!(sequence("foo", Multiplexer::None), "\x1b]52;c;Zm9v\x07");
        assert!(sequence("foo", Multiplexer::Tmux).ends_with("\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"));
        let long = sequence(&"a".repeat(3000), Multiplexer::Screen);
        assert!(long.split("\x1b\\").all(|piece| piece.len() <= SCREEN_PIECE + 2));
        assert_eq!(long.matches("\x1bP").count(), 4008usize.div_ceil(SCREEN_PIECE));
    }
}
