//! Shortens long quotations to one line.

/// The words, separated by one space; an ellipsis replaces the middle of a long text.
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
