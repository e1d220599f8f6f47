//! Labels of list items that a word processor numbers.

/// One level of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Level {
    /// The number of its first item.
    pub(super) start: u32,
    /// How its numbers are written: `decimal`, `lowerLetter`, `bullet`.
    pub(super) format: String,
    /// The label, with `%1` for the number of the first level, `%2` for that of the second.
    pub(super) pattern: String,
    /// Whether all numbers in the label are written in digits.
    pub(super) is_legal: bool,
}

/// How far the items of a list are counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Counter {
    numbers: Vec<Option<u32>>,
}

impl Counter {
    /// Counts an item and returns its label.
    pub(super) fn label(&mut self, levels: &[Level], at: usize) -> String {
        let Some(level) = levels.get(at) else { return String::new() };
        self.numbers.resize(levels.len().max(self.numbers.len()), None);
        for deeper in self.numbers.iter_mut().skip(at + 1) {
            *deeper = None;
        }
        let number = self.numbers[at].map_or(level.start, |number| number.saturating_add(1));
        self.numbers[at] = Some(number);
        if level.format == "bullet" {
            return bullet(&level.pattern);
        }
        let mut label = String::new();
        let mut pattern = level.pattern.chars().peekable();
        while let Some(c) = pattern.next() {
            let digit = pattern.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
            let (true, Some(digit)) = (c == '%', digit) else {
                label.push(c);
                continue;
            };
            pattern.next();
            let index = digit as usize - 1;
            let Some(shown) = levels.get(index) else { continue };
            let format = if level.is_legal { "decimal" } else { &shown.format };
            label.push_str(&number_as(self.numbers[index].unwrap_or(shown.start), format));
        }
        label
    }

    /// Begins again at a number.
    pub(super) fn restart(&mut self, at: usize) {
        for number in self.numbers.iter_mut().skip(at) {
            *number = None;
        }
    }
}

/// A bullet as text: those of symbol fonts are private characters.
pub(super) fn bullet(pattern: &str) -> String {
    match pattern.trim() {
        mark @ ("-" | "–" | "—" | "*" | "◦" | "▪" | "‣") => mark.to_owned(),
        _ => "•".to_owned(),
    }
}

/// A number in a format.
pub(super) fn number_as(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" | "a" => letters(number, 'a'),
        "upperLetter" | "A" => letters(number, 'A'),
        "lowerRoman" | "i" => roman(number).to_lowercase(),
        "upperRoman" | "I" => roman(number),
        _ => number.to_string(),
    }
}

/// a, b, … z, aa, bb, …
fn letters(number: u32, first: char) -> String {
    /// No label repeats its letter more often.
    const LONGEST: u32 = 20;
    let Some(index) = number.checked_sub(1) else { return String::new() };
    let letter = char::from_u32(first as u32 + index % 26).unwrap_or(first);
    (0..=(index / 26).min(LONGEST)).map(|_| letter).collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 4999 {
        return number.to_string();
    }
    let mut signs = String::new();
    for (value, sign) in SIGNS {
        while number >= *value {
            signs.push_str(sign);
            number -= value;
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(format: &str, pattern: &str) -> Level {
        Level { start: 1, format: format.to_owned(), pattern: pattern.to_owned(), is_legal: false }
    }

    #[test]
    fn labels_count_each_level() {
        let levels = [level("decimal", "%1."), level("lowerLetter", "%1.%2)"), level("bullet", "\u{f0b7}")];
        let mut counter = Counter::default();
        let labels = [0, 1, 1, 2, 0, 1].map(|at| counter.label(&levels, at));
        assert_eq!(labels, ["1.", "1.a)", "1.b)", "•", "2.", "2.a)"]);
    }

    #[test]
    fn numbers_are_written_in_letters_and_roman_signs() {
        assert_eq!(number_as(28, "lowerLetter"), "bb");
        assert_eq!(number_as(1994, "upperRoman"), "MCMXCIV");
        assert_eq!(number_as(4, "lowerRoman"), "iv");
        assert_eq!(number_as(3, "decimalZero"), "03");
    }
}
