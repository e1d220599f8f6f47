//! Signs of figures: `−5`, *minus five*, *five degrees below zero*.
//!
//! The sign is part of the value: a lost minus is another number.

use super::words::Word;
use crate::lexicon::WordClass;
use crate::text::is_minus;

/// On which side of zero a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    /// `−5`, *minus five*, *five below zero*.
    Minus,
    /// `+5`, *five above zero*: the same value as without it.
    Plus,
}

/// The most words between a figure and *below zero*: *degrees Celsius*.
const MOST_DEGREES: usize = 2;

/// The most words of *below zero*.
const LONGEST: usize = 4;

/// The sign at `at`, where a figure may follow.
pub(super) fn before(words: &[Word<'_>], at: usize) -> Option<Sign> {
    let word = &words[at];
    let next = words.get(at + 1).filter(|next| next.follows())?;
    if is_minus(word.raw) {
        return Some(Sign::Minus);
    }
    // the word *plus* joins as often: *the captain plus 5 sailors*
    if word.raw == "+" {
        return next.gap.is_empty().then_some(Sign::Plus);
    }
    // *plus or minus 3 points*, French *au moins 5*
    let is_free =
        at.checked_sub(1).is_none_or(|before| !is(&words[before], WordClass::Unsigned) || !word.follows());
    (is(word, WordClass::Minus) && is_free).then_some(Sign::Minus)
}

/// The sign after a figure that ends before `at`, and how many words it takes.
pub(super) fn after(words: &[Word<'_>], at: usize) -> Option<(Sign, usize)> {
    let rest = words.get(at..)?;
    let degrees =
        rest.iter().take(MOST_DEGREES).take_while(|word| word.follows() && is(word, WordClass::Degree));
    let phrase = degrees.count();
    (2..=LONGEST).find_map(|length| {
        let run = rest.get(phrase..phrase + length).filter(|run| run.iter().all(Word::follows))?;
        let words = run.iter().map(|word| word.folded).collect::<Vec<_>>().join(" ");
        let around = run[0].lexicon.around_numbers;
        let signs = [(WordClass::BelowZero, Sign::Minus), (WordClass::AboveZero, Sign::Plus)];
        let (_, sign) = signs.into_iter().find(|(class, _)| around.has(&words, *class))?;
        Some((sign, phrase + length))
    })
}

fn is(word: &Word<'_>, class: WordClass) -> bool {
    word.listed.around.is(class)
}

#[cfg(test)]
mod tests {
    use crate::difference::facts::words::with_words;
    use crate::difference::facts::{money, number, percent};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        with_words(text, |words| {
            let read = |at| {
                let money = money::read(words, at).or_else(|| percent::read(words, at));
                money.or_else(|| number::read(words, at))
            };
            let (value, _) = (0..words.len()).find_map(read).expect("a figure");
            assert_eq!(value.text(), expected, "{text}");
        });
    }

    #[test]
    fn a_figure_keeps_its_sign() {
        check("It was −5 then.", "-5");
        check("It was minus five then.", "-5");
        check("It was five below zero then.", "-5");
        check("It was 5 degrees Celsius below zero then.", "-5");
        check("It was minus 0.3 percent then.", "-0.3%");
        check("It lost -$5m then.", "USD -5000000");
        check("It lost $-5m then.", "USD -5000000");
        check("It lost minus 5 million dollars then.", "USD -5000000");
    }

    #[test]
    fn a_figure_above_zero_is_the_figure() {
        check("It was +5 then.", "5");
        check("It was five degrees above zero then.", "5");
        check("It was −0 then.", "0");
    }

    #[test]
    fn a_margin_of_error_has_no_sign() {
        check("It was plus or minus 3 points then.", "3");
    }
}
