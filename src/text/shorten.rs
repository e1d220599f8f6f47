//! Long texts on one line.

/// The words of a text with single spaces between them.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with a space in place of each white space character.
pub fn with_spaces(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// The words of a text with single spaces between them, without the middle of a long one.
pub fn shortened(text: &str) -> String {
    /// The most words shown in full; of a longer text, the words of the head and of the tail.
    const MOST: usize = 12;
    const HEAD: usize = 6;
    const TAIL: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0..=MOST => words.join(" "),
        long => format!("{} … {}", words[..HEAD].join(" "), words[long - TAIL..].join(" ")),
    }
}
