//! The kind of each block of a plain text, by its form and position.
//!
//! In doubt, a block is a paragraph.

use enumset::EnumSet;

use super::lines::{ends_sentence, is_open};
use super::list::list_mark;
use crate::article::BlockKind;
use crate::lexicon::{BylineWord, CalendarWord, CaptionPart, CreditPart, Lexicon};
use crate::text::Span;

/// The kind of each block, in order; one that the format states stays.
pub(super) fn kinds(
    lexicon: &Lexicon,
    text: &str,
    blocks: &[Span],
    stated: &[Option<BlockKind>],
) -> Vec<BlockKind> {
    let patterns = Patterns::of(lexicon);
    let by_form = |block: &Span| patterns.kind(block.of(text)).unwrap_or(BlockKind::Paragraph);
    let mut kinds: Vec<BlockKind> =
        blocks.iter().zip(stated).map(|(block, stated)| stated.unwrap_or_else(|| by_form(block))).collect();
    head(lexicon, text, blocks, &mut kinds);
    subheads(lexicon, text, blocks, &mut kinds);
    for (kind, stated) in kinds.iter_mut().zip(stated) {
        *kind = stated.unwrap_or(*kind);
    }
    kinds
}

/// The words of credits and captions, with their position in the block.
struct Patterns<'a> {
    lexicon: &'a Lexicon,
    credits: Vec<(&'static str, CreditPart)>,
    captions: Vec<(&'static str, EnumSet<CaptionPart>)>,
}

impl Patterns<'_> {
    fn of(lexicon: &Lexicon) -> Patterns<'_> {
        let (credits, captions) = (lexicon.credits.entries(), lexicon.captions.entries());
        Patterns { lexicon, credits: credits.collect(), captions: captions.collect() }
    }

    /// The kind of a block, independent of its position.
    fn kind(&self, block: &str) -> Option<BlockKind> {
        if self.is_credit(block) {
            return Some(BlockKind::Credit);
        }
        if self.is_caption(block) {
            return Some(BlockKind::Caption);
        }
        list_mark(block).map(|_| BlockKind::ListItem)
    }

    /// `With files from …`, `(Reporting by …; Editing by …)`, `… contributed to this report.`
    fn is_credit(&self, block: &str) -> bool {
        const LONGEST: usize = 400; // bytes
        if block.len() > LONGEST {
            return false;
        }
        let head = block.trim_start_matches(['(', '[', '—', '–', '-', '*', ' ']);
        let tail = block.trim_end_matches(['.', ')', ']', ' ']);
        self.credits.iter().any(|&(words, part)| match part {
            CreditPart::Opening => opens(head, words),
            CreditPart::Ending => tail.ends_with(words),
        })
    }

    /// `FILE PHOTO: …`, `… REUTERS/Name`, `… (Photo by Name)`, `… Image: Name`
    fn is_caption(&self, block: &str) -> bool {
        const LONGEST: usize = 700; // bytes
        if block.len() > LONGEST {
            return false;
        }
        let tail = block.trim_end_matches(['.', ' ']);
        let bracketed = tail.ends_with(')');
        let shows = |&(words, parts): &(&str, EnumSet<CaptionPart>)| {
            parts.iter().any(|part| match part {
                CaptionPart::Opening => block.starts_with(words),
                CaptionPart::Bracket => bracketed && block.contains(words),
                CaptionPart::Ending => tail.ends_with(words),
                CaptionPart::Label => false,
            })
        };
        self.captions.iter().any(shows) || super::picture::picture_credit(self.lexicon, block).is_some()
    }
}

/// Sets headline, deck, byline and dateline: the blocks before the first running text.
fn head(lexicon: &Lexicon, text: &str, blocks: &[Span], kinds: &mut [BlockKind]) {
    const DEEPEST: usize = 8; // blocks
    let made_by = |n: usize| {
        blocks
            .get(n)
            .is_some_and(|block| is_byline(lexicon, block.of(text)) || is_dateline(lexicon, block.of(text)))
    };
    // `Will the harbor open?` is a headline if a byline follows
    let is_question = |n: usize| n == 0 && words(blocks[n].of(text), 15) && made_by(1);
    let runs = |n: usize| {
        kinds[n] == BlockKind::Paragraph
            && ends_sentence(blocks[n].of(text))
            && !made_by(n)
            && !is_question(n)
    };
    let Some(running) = (0..blocks.len().min(DEEPEST)).find(|&n| runs(n)) else { return };
    // a full sentence is a deck if a byline follows, otherwise the first paragraph
    let deck = (running > 0 && made_by(running + 1)).then_some(running);
    let mut titled = kinds.contains(&BlockKind::Headline);
    for n in 0..deck.map_or(running, |deck| deck + 2) {
        if kinds[n] != BlockKind::Paragraph {
            continue;
        }
        let block = blocks[n].of(text);
        if is_byline(lexicon, block) {
            kinds[n] = BlockKind::Byline;
        } else if is_dateline(lexicon, block) {
            kinds[n] = BlockKind::Dateline;
        } else if titled && (deck == Some(n) || is_title(lexicon, block, 60)) {
            kinds[n] = BlockKind::Deck;
        } else if !titled && (is_question(n) || is_title(lexicon, block, 25)) {
            titled = true;
            kinds[n] = BlockKind::Headline;
        }
    }
}

/// Sets subheads: short, without a period, between running text.
fn subheads(lexicon: &Lexicon, text: &str, blocks: &[Span], kinds: &mut [BlockKind]) {
    let story = |kind: BlockKind| kind.is_story() && kind != BlockKind::Headline && kind != BlockKind::Deck;
    let sentences = |n: usize| story(kinds[n]) && ends_sentence(blocks[n].of(text));
    let named: Vec<usize> = (1..blocks.len().saturating_sub(1))
        .filter(|&n| kinds[n] == BlockKind::Paragraph && is_title(lexicon, blocks[n].of(text), 12))
        .filter(|&n| sentences(n + 1) && story(kinds[n - 1]) && !quotes_sentence(blocks[n].of(text)))
        .collect();
    for n in named {
        kinds[n] = BlockKind::Subhead;
    }
}

/// `“We will wait.” —Anna Berg`: a period before closing marks inside a line.
fn quotes_sentence(block: &str) -> bool {
    let stops = ["”", "\"", "»", "“"].map(|mark| format!(".{mark} "));
    stops.iter().any(|stop| block.contains(stop.as_str()))
}

/// Whether a block has a capital, no final period, no speech and at most `most` words.
fn is_title(lexicon: &Lexicon, block: &str, most: usize) -> bool {
    let first = block.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| !c.is_lowercase())
        && is_open(lexicon, block)
        && !block.ends_with([',', ';', '-', '–', '—'])
        && words(block, most)
}

/// Whether a block has no more than `most` words.
fn words(block: &str, most: usize) -> bool {
    block.split_whitespace().take(most + 1).count() <= most
}

/// `By Ana Ruiz and Sam Okoye`, `BY ANA RUIZ`
fn is_byline(lexicon: &Lexicon, block: &str) -> bool {
    const LONGEST: usize = 16; // words
    let mut words = block.split_whitespace();
    let by = words.next().is_some_and(|word| lexicon.bylines.get(word) == Some(BylineWord::Byline));
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !is_calendar(lexicon, word);
    let name = words.next().is_some_and(is_name);
    by && name && words.take(LONGEST).count() < LONGEST - 2 && is_open(lexicon, block)
}

/// Whether a line is only place, date and agency: `ALDHAM, Nov. 3 (Press Desk)`, `Updated 3 May 2024, 10:15`
fn is_dateline(lexicon: &Lexicon, block: &str) -> bool {
    const LONGEST: usize = 14; // words
    let words: Vec<&str> = block.split_whitespace().take(LONGEST + 1).collect();
    if words.len() > LONGEST || !is_open(lexicon, block) {
        return false;
    }
    let stamp = lexicon.bylines.get(words[0].trim_end_matches(':')) == Some(BylineWord::Stamp);
    let date =
        words.iter().any(|word| is_calendar(lexicon, word)) && block.bytes().any(|b| b.is_ascii_digit());
    let place = words[0].len() > 2 && words[0].chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let plain = words.iter().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric())
            || lexicon.bylines.get(word) == Some(BylineWord::InDateline)
    });
    let agency = place && block.ends_with(')') && words.len() <= 8;
    (date && plain && (words.len() <= 8 || stamp))
        || (stamp && block.bytes().any(|b| b.is_ascii_digit()))
        || (agency && plain)
}

/// A month or a weekday, full or short.
fn is_calendar(lexicon: &Lexicon, word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(lexicon.calendar.get(word), Some(CalendarWord::Month | CalendarWord::Day))
}

/// Whether a line begins with some words, in any case.
fn opens(line: &str, words: &str) -> bool {
    let (line, words) = (line.as_bytes(), words.as_bytes());
    let begins = line.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
    begins && line.get(words.len()).is_some_and(|next| !next.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::lines::blocks;
    use super::*;
    use crate::lexicon::Language;

    /// Each line of `text` with the kind it should have before it.
    #[track_caller]
    fn check(lines: &[(&str, &str)]) {
        let text: String = lines.iter().flat_map(|(_, line)| [line, "\n"]).collect();
        let lexicon = Language::English.lexicon();
        let blocks = blocks(lexicon, &text);
        let kinds = kinds(lexicon, &text, &blocks, &vec![None; blocks.len()]);
        let got: Vec<(&str, &str)> =
            kinds.iter().zip(lines).map(|(kind, (_, line))| (kind.name(), *line)).collect();
        assert_eq!(got, lines);
    }

    #[test]
    fn the_head_of_a_story_is_read_by_its_parts() {
        check(&[
            ("headline", "Harbor of Aldham to stay shut, mayor says"),
            ("deck", "Council had hoped to open it before the spring, and now looks for money"),
            ("byline", "By Ana Ruiz and Sam Okoye Jr."),
            ("dateline", "ALDHAM, Nov. 3 (Press Desk)"),
            ("paragraph", "The harbor will stay shut, the mayor said on Monday."),
            ("paragraph", "Nobody was glad."),
            ("subhead", "A long winter"),
            ("paragraph", "It had been shut since May."),
            ("credit", "With files from the Press Desk"),
        ]);
    }

    #[test]
    fn running_text_has_no_headline() {
        check(&[
            ("paragraph", "ALDHAM (Press Desk) - The harbor will stay shut, the mayor said."),
            ("paragraph", "Nobody was glad."),
        ]);
        check(&[("paragraph", "The river rose"), ("paragraph", "nobody was hurt")]);
        check(&[("paragraph", "Harbor shut")]);
    }

    #[test]
    fn a_byline_tells_a_deck_with_a_stop_from_the_first_paragraph() {
        check(&[
            ("headline", "Harbor of Aldham shut"),
            ("deck", "It will stay so until spring."),
            ("byline", "By ANA RUIZ"),
            ("paragraph", "The mayor spoke on Monday."),
        ]);
    }

    #[test]
    fn a_question_may_be_a_headline() {
        check(&[
            ("headline", "Will the harbor ever open?"),
            ("byline", "By Ana Ruiz"),
            ("paragraph", "The mayor spoke on Monday."),
        ]);
    }

    #[test]
    fn words_that_begin_like_a_byline_are_running_text() {
        check(&[
            ("paragraph", "By Monday the river had risen."),
            ("paragraph", "By Ana Ruiz’s count, forty came."),
        ]);
    }

    #[test]
    fn lists_captions_and_credits_are_known_anywhere() {
        check(&[
            ("headline", "Harbor shut"),
            ("caption", "FILE PHOTO: Boats in Aldham harbor, May 3. PRESS/Ana Ruiz"),
            ("paragraph", "The harbor is shut."),
            ("list-item", "- What it means"),
            ("list-item", "1. Who came"),
            ("caption", "Boats in the harbor. Photo: Ana Ruiz"),
            ("paragraph", "Nobody was glad."),
            ("credit", "(Reporting by Ana Ruiz; Editing by Sam Okoye)"),
            ("credit", "Sam Okoye in Harbor contributed to this report."),
        ]);
    }

    #[test]
    fn a_line_that_leads_in_speech_is_no_subhead() {
        check(&[
            ("paragraph", "The mayor spoke on Monday."),
            ("paragraph", "She said:"),
            ("paragraph", "“We will wait.”"),
        ]);
        check(&[
            ("paragraph", "The mayor spoke on Monday."),
            ("paragraph", "“We will wait.” —Commissioner Ana Ruiz"),
            ("paragraph", "Nobody was glad."),
        ]);
    }
}
