//! The clipboard through the terminal (OSC 52): works over ssh, needs no library.
//!
//! A multiplexer in between passes on what is wrapped for it. Invariant: nothing of
//! the text is sent but base 64, so that no text can steer the terminal.

/// What stands between the program and the terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Between {
    /// Nothing.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Between {
    /// Asks the environment.
    pub(crate) fn read() -> Between {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if is_set("TMUX") {
            Between::Tmux
        } else if is_set("STY") {
            Between::Screen
        } else {
            Between::Nothing
        }
    }
}

/// What GNU screen takes of a wrapped sequence in one piece, in bytes.
const SCREEN_PIECE: usize = 700;

/// What puts a text into the clipboard.
pub(crate) fn sequence(text: &str, between: Between) -> String {
    let plain = format!("\x1b]52;c;{}\x07", base64(text.as_bytes()));
    match between {
        Between::Nothing => plain,
        // one of them works, as tmux is set: set-clipboard, or allow-passthrough
        Between::Tmux => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
        Between::Screen => {
            let bytes: Vec<char> = plain.chars().collect();
            let piece = |piece: &[char]| format!("\x1bP{}\x1b\\", piece.iter().collect::<String>());
            bytes.chunks(SCREEN_PIECE).map(piece).collect()
        }
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(if at <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("“é”", "4oCcw6nigJ0="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn multiplexers_are_passed_through() {
        assert_eq!(sequence("foo", Between::Nothing), "\x1b]52;c;Zm9v\x07");
        assert!(sequence("foo", Between::Tmux).ends_with("\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"));
        let long = sequence(&"a".repeat(3000), Between::Screen);
        assert!(long.split("\x1b\\").all(|piece| piece.len() <= SCREEN_PIECE + 2));
        assert_eq!(long.matches("\x1bP").count(), 4008usize.div_ceil(SCREEN_PIECE));
    }
}
