//! From bytes to text: which encoding they are in.
//!
//! UTF-8 if most of it is valid, UTF-16 by its zeros, otherwise what the bytes look like. Line ends
//! become line feeds.

pub use encoding_rs::Encoding;
use encoding_rs::{
    UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258,
};

use super::refusal::Refusal;

/// A decoded text with notes about its encoding.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text with line feeds as line ends.
    pub text: String,
    /// Notes to the editor, in full sentences.
    pub notes: Vec<String>,
}

/// The encoding with a name: `latin1`, `windows-1252`, `macintosh`; none if there is no such encoding.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes())
}

/// Decodes the bytes of a file; `stated` is its encoding if somebody named it.
///
/// # Errors
/// If they are no text.
pub(super) fn decode(bytes: &[u8], stated: Option<&'static Encoding>) -> Result<Decoded, Refusal> {
    let (encoding, bytes) = match (stated, Encoding::for_bom(bytes)) {
        (_, Some((encoding, length))) => (encoding, &bytes[length..]),
        (Some(encoding), None) => (encoding, bytes),
        (None, None) => (guess(bytes)?, bytes),
    };
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    if text.contains('\0') {
        return Err(Refusal::binary());
    }
    let mut notes = Vec::new();
    if encoding != UTF_8 && stated.is_none() {
        let label = if encoding.name() == "windows-1252" { "Windows-1252" } else { encoding.name() };
        notes.push(format!("The text was read as {label}, not UTF-8."));
    }
    if lossy {
        notes.push("Some bytes are no characters of its encoding and stand as \u{fffd}.".to_owned());
    }
    Ok(Decoded { text: with_line_feeds(text.into_owned()), notes })
}

/// The encoding of bytes without a byte order mark.
fn guess(bytes: &[u8]) -> Result<&'static Encoding, Refusal> {
    if bytes.contains(&0) {
        return without_mark(bytes).ok_or_else(Refusal::binary);
    }
    if mostly_utf8(bytes) {
        return Ok(UTF_8);
    }
    if mostly_controls(bytes) {
        return Err(Refusal::binary());
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(western(bytes, detector.guess(None, chardetng::Utf8Detection::Deny)))
}

/// Windows-1252 instead of a guess with little evidence.
///
/// “£60 a year” is also valid windows-1250, where the pound sign is the Polish Ł. A letter outside of a
/// word is weak evidence, and so are a few letters in a long text: “crème” makes no article Czech.
fn western(bytes: &[u8], guess: &'static Encoding) -> &'static Encoding {
    if !guess.is_single_byte() || guess == WINDOWS_1252 {
        return guess;
    }
    let (as_guessed, as_western) = (upper_half(guess), upper_half(WINDOWS_1252));
    let letter = |at: Option<usize>| {
        let byte = at.and_then(|at| bytes.get(at)).copied().unwrap_or_default();
        upper(byte).map_or(byte.is_ascii_alphabetic(), |index| as_guessed[index].is_alphabetic())
    };
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    // all letters, those outside ASCII, and those that differ between the two encodings
    let (mut letters, mut foreign, mut differing) = (0, 0, 0);
    for (at, &byte) in bytes.iter().enumerate() {
        let Some(index) = upper(byte) else {
            letters += usize::from(byte.is_ascii_alphabetic());
            continue;
        };
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let alone = !letter(before) && !letter(after);
        let sign = !as_western[index].is_alphanumeric() || matches!(as_western[index], '¼' | '½' | '¾');
        if !as_guessed[index].is_alphabetic() || sign && (alone || digit(before) || digit(after)) {
            continue;
        }
        letters += 1;
        foreign += 1;
        differing += usize::from(as_guessed[index] != as_western[index]);
    }
    let sparse = LATIN.contains(&guess) && foreign * 40 <= letters;
    if differing == 0 || sparse { WINDOWS_1252 } else { guess }
}

/// Encodings of Latin letters that differ from Windows-1252 in a few of them.
const LATIN: &[&Encoding] = &[
    WINDOWS_1250,
    WINDOWS_1254,
    WINDOWS_1257,
    WINDOWS_1258,
    encoding_rs::ISO_8859_2,
    encoding_rs::ISO_8859_4,
    encoding_rs::ISO_8859_13,
];

/// The index of a byte among those above ASCII.
fn upper(byte: u8) -> Option<usize> {
    byte.checked_sub(128).map(usize::from)
}

/// The characters of the bytes above ASCII, from 128.
pub(super) fn upper_half(encoding: &'static Encoding) -> Vec<char> {
    let character = |byte: u8| encoding.decode_without_bom_handling(&[byte]).0.chars().next();
    (128..=255).map(|byte| character(byte).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Whether the bytes are UTF-8, except for a few damaged ones.
///
/// In other encodings, hardly any byte above 127 is part of a valid UTF-8 character.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || valid >= 4 * broken
}

/// Whether more than one byte in twenty is a control character that no text has.
fn mostly_controls(bytes: &[u8]) -> bool {
    let odd =
        |byte: &&u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b');
    bytes.iter().filter(odd).count() * 20 > bytes.len()
}

/// UTF-16 without a byte order mark: with Latin letters, every other byte is zero.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, units) = (zeros(0), zeros(1), bytes.len() / 2);
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    match (even * 2 > units, odd * 2 > units) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The text with every line end as one line feed.
fn with_line_feeds(text: String) -> String {
    if !text.as_bytes().contains(&b'\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}
