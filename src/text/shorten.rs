//! Long quotations on one line.

/// The words with one blank between them; the middle of many is left out.
pub fn shortened(text: &str) -> String {
    /// The most words that are shown in full; of more, how many of the head and of the tail.
    const MOST: usize = 12;
    const HEAD: usize = 6;
    const TAIL: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0..=MOST => words.join(" "),
        long => format!("{} … {}", words[..HEAD].join(" "), words[long - TAIL..].join(" ")),
    }
}
