//! Words of a text, with the marks and blanks around them.
//!
//! A token is one word to an editor: `Kim Jong-un` is two, `$1.2m` is `$` and
//! `1.2m`, `U.S.` one, `per cent` one, and so is the `It s` that a bad
//! conversion made of *It’s*. Marks and blanks belong to the word they lean on:
//! an opening mark to the word after it, everything else to the word before.
//! Each CJK character is a token of its own.

use super::key::{Key, Vocabulary};
use crate::lexicon::{Clitic, Language, Lexicon, WordClass};
use crate::text::Span;
use crate::text::mark::{is_either, is_opening};
use crate::text::sign::is_sign;

/// A word and what leans on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// The word with the marks and blanks that lean on it; tiles touch.
    pub tile: Span,
    /// The word alone.
    pub word: Span,
    /// What it is compared by.
    pub key: Key,
}

/// The tokens of `span` in `text`, in order.
///
/// Their tiles concatenate to the span. A span without any word gives one token
/// that holds all of it; an empty span gives none.
pub fn tokenize(text: &str, span: Span, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let words = words(text, span, vocabulary.language());
    if words.is_empty() {
        if span.is_empty() {
            return Vec::new();
        }
        return vec![Token { tile: span, word: span, key: vocabulary.key(span.of(text)) }];
    }
    let mut tokens = Vec::with_capacity(words.len());
    let mut start = span.start();
    for (n, &word) in words.iter().enumerate() {
        let end = match words.get(n + 1) {
            Some(next) => word.end() + lean(Span::new(word.end(), next.start()).of(text)),
            None => span.end(),
        };
        tokens.push(Token { tile: Span::new(start, end), word, key: vocabulary.key(word.of(text)) });
        start = end;
    }
    tokens
}

/// How many bytes of what stands between two words belong to the first: all up
/// to the last opening mark that touches the second word.
fn lean(between: &str) -> usize {
    let closing = between.trim_end_matches(|c: char| is_opening(c) || is_either(c));
    let run = between.len() - closing.len();
    if run == 0 {
        return between.len();
    }
    // `word" (` : straight marks right behind a word close, behind a blank they open
    if closing.is_empty() || !closing.ends_with(char::is_whitespace) {
        let opening = between.trim_end_matches(is_opening);
        return opening.len();
    }
    closing.len()
}

/// The words alone, in order, disjoint.
fn words(text: &str, span: Span, language: Language) -> Vec<Span> {
    let inner = span.of(text);
    let mut found: Vec<Span> = Vec::with_capacity(inner.len() / 6 + 1);
    let mut chars = inner.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !is_word_char(c) {
            if is_symbol(c) || is_sign(text, span, span.start() + start, c) {
                let sign = Span::new(span.start() + start, span.start() + start + c.len_utf8());
                push(&mut found, text, sign, language);
            }
            continue;
        }
        let mut end = start + c.len_utf8();
        if !is_ideograph(c) {
            let mut last = c;
            while let Some(&(at, c)) = chars.peek() {
                let rest = Span::new(at + c.len_utf8(), inner.len()).of(inner);
                let next = rest.chars().next();
                let inside = if is_word_char(c) {
                    !is_ideograph(c)
                } else {
                    let head = &inner.as_bytes()[start..at];
                    joins(last, c, next) && !parts(language, head, rest) && (c != ':' || is_clock(head, rest))
                        || is_acronym_stop(&inner.as_bytes()[start..at], c, next)
                };
                if !inside {
                    break;
                }
                end = at + c.len_utf8();
                last = c;
                chars.next();
            }
        }
        push(&mut found, text, Span::new(span.start() + start, span.start() + end), language);
    }
    found
}

/// Adds a word, joining it to the one before where both are one word to an editor.
fn push(found: &mut Vec<Span>, text: &str, word: Span, language: Language) {
    if let Some(before) = found.last_mut() {
        let gap = Span::new(before.end(), word.start()).of(text);
        let joined = match gap {
            " " | "\u{a0}" | "\u{202f}" | "\u{2009}" => {
                is_one_word(language.lexicon(), before.of(text), word.of(text))
                    || is_one_number(before.of(text), word.of(text))
            }
            _ => false,
        };
        if joined {
            *before = before.join(word);
            return;
        }
    }
    found.push(word);
}

/// `It s`, `don t`, `we re` of stripped copy, and `per cent`.
fn is_one_word(lexicon: &Lexicon, before: &str, word: &str) -> bool {
    match lexicon.clitics.get(word) {
        None | Some(Clitic::AfterHyphen) => false,
        Some(Clitic::AfterAny) => {
            before.ends_with(|c: char| c.is_alphabetic()) && !before.contains(['\'', '’'])
        }
        Some(Clitic::AfterPronoun) => lexicon.grammar_words.has(&before.to_lowercase(), WordClass::Pronoun),
        Some(Clitic::After(own)) => before.eq_ignore_ascii_case(own),
    }
}

/// `1 234 567`: groups of three digits behind one to three.
fn is_one_number(before: &str, word: &str) -> bool {
    let is_group = |word: &str, most: usize| {
        (1..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let mut groups = before.split([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let head = groups.next().is_some_and(|head| is_group(head, 3) && !head.starts_with('0'));
    let tail = word.split(',').next().unwrap_or_default();
    head && groups.all(|group| is_group(group, 3)) && is_group(tail, 3) && tail.len() == 3
}

/// Whether a word ends at the mark between `head` and `rest`, although letters touch it on
/// both sides: *l’|eau*, *jusqu’|ici*, *dit-|il*.
fn parts(language: Language, head: &[u8], rest: &str) -> bool {
    if !language.elides() || head.contains(&b'.') {
        return false;
    }
    let elided = head.len() == 1 || head.ends_with(b"qu") || head.ends_with(b"Qu");
    let apostrophe = !rest.is_empty() && elided && head.iter().all(u8::is_ascii_alphabetic);
    let pronoun = |word: &str| language.lexicon().clitics.get(word) == Some(Clitic::AfterHyphen);
    let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    apostrophe || pronoun(next)
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_attached(c)
}

/// Combining marks, joiners and soft hyphens stay with the letter before them.
fn is_attached(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '_')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Symbols that are words to an editor: a lost `£` or `%` is a difference.
fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '%' | '‰'
            | '&'
            | '+'
            | '='
            | '°'
            | '§'
            | '$'
            | '£'
            | '€'
            | '¥'
            | '₽'
            | '₹'
            | '₩'
            | '¢'
            | '@'
            | '#'
    )
}

/// Whether `c` between `last` and `next` stands inside a word: an apostrophe or
/// hyphen between letters, a separator between digits.
fn joins(last: char, c: char, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    match c {
        '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '.' => last.is_alphanumeric() && next.is_alphanumeric(),
        // the stops of plain language: *Bundes·tag*
        '·' | '‧' | '•' => last.is_alphabetic() && next.is_alphabetic(),
        '-' | '‐' | '‑' => {
            last.is_alphanumeric() && next.is_alphanumeric() && !(last.is_numeric() && next.is_numeric())
        }
        ',' | ':' => last.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

/// Whether the colon between `head` and `rest` is that of a time of day: `10:30`, but not the score `3:1`.
fn is_clock(head: &[u8], rest: &str) -> bool {
    let number = |digits: &str| digits.parse::<u32>().ok();
    let hour = std::str::from_utf8(head).ok().and_then(|head| head.rsplit(':').next()).and_then(number);
    let minutes = rest.bytes().take_while(u8::is_ascii_digit).count() == 2
        && number(Span::new(0, 2).of(rest)).is_some_and(|minutes| minutes < 60);
    let is_later = head.contains(&b':');
    minutes && hour.is_some_and(|hour| hour <= 24 || is_later)
}

/// Whether the stop `c` ends an acronym: single letters with stops between them.
fn is_acronym_stop(word: &[u8], c: char, next: Option<char>) -> bool {
    c == '.'
        && word.len() >= 3
        && next.is_none_or(|n| !n.is_alphanumeric())
        && word.iter().enumerate().all(|(n, b)| if n % 2 == 0 { b.is_ascii_alphabetic() } else { *b == b'.' })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tiles with `|` between them.
    #[track_caller]
    fn check(notation: &str) {
        let text = notation.replace('|', "");
        let tokens = tokenize(&text, Span::whole(&text), &mut Vocabulary::new());
        let tiles: Vec<&str> = tokens.iter().map(|t| t.tile.of(&text)).collect();
        assert_eq!(tiles.join("|"), notation);
    }

    #[test]
    fn marks_lean_on_their_word() {
        check("“We |may,” |he |said. |“And, |again — |he |is.”");
        check("\"We |may,\" |he |said. |\"And |(the |plan)\"");
        check("the |‘plan’ |[it]");
    }

    #[test]
    fn one_word_to_an_editor_is_one_token() {
        check(
            "It s |hard |in |the |U.S. |to |get |65 |per cent |or |65|% |of |$|1.2m, |O’Neill |co-operates",
        );
        check("Nov. |8-|10, |at |5 |a.m. |in |Kim |Jong-un’s |house");
        check("1,200.50 |at |10:30 |or |10:30:15");
    }

    #[test]
    fn the_two_sides_of_a_score_are_two_words() {
        check("won |3:|1, |3-|1, |31:|28");
    }

    #[test]
    fn a_sign_is_a_word() {
        check("at |−|5 |to |-|3C, |+|2 |or |5-|7");
    }

    #[test]
    fn ideographs_stand_alone() {
        check("東|京|で");
    }

    #[test]
    fn a_span_without_words_is_one_token() {
        check("* * *");
        assert!(tokenize("", Span::new(0, 0), &mut Vocabulary::new()).is_empty());
    }
}
