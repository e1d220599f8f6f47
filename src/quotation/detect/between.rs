//! What may stand between a subject and its verb: *has also*, *on Monday*, *angrily*.
//!
//! Stepped over on the way from the verb to its subject, backwards in *Berg on Monday said* and
//! forwards in *erklärte am Montag Berg*; the punctuation tells what belongs to the verb.

use super::outline::{Gap, Outline};
use crate::lexicon::WordClass;

/// Steps back over what may stand between a subject and its verb: *has also*, *on Monday*, *angrily*.
pub(super) fn skip_auxiliaries(outline: &Outline, from: usize, verb: usize) -> usize {
    let mut end = verb;
    while end > from {
        let item = &outline.items[end - 1];
        if item.piece.is_some() || item.capital && !item.class.is(WordClass::Month) {
            break;
        }
        let auxiliary = item.class.is(WordClass::Auxiliary) || item.class.is(WordClass::Adverb);
        if auxiliary && !item.class.is(WordClass::Pronoun) {
            end -= 1;
            continue;
        }
        // Berg on Monday night said
        let time = (1..=4)
            .take_while(|back| end > from + back - 1)
            .take_while(|back| {
                outline.is(end - back, WordClass::Time)
                    || outline.items[end - back].span.of(outline.text).bytes().all(|b| b.is_ascii_digit())
            })
            .count();
        let first = end - time;
        // Berg, opening a hall on Monday, said: the comma behind the time ends the apposition
        let is_inserted =
            item.gap.has(Gap::COMMA) && first > from + 1 && !outline.items[first - 2].gap.has(Gap::COMMA);
        if is_inserted {
            break;
        }
        if time > 0 && first > from && outline.is(first - 1, WordClass::Circumstance) {
            end = first - 1;
        } else if time > 0 && outline.is(end - 1, WordClass::Month) {
            end = first;
        } else {
            break;
        }
    }
    end
}

/// Steps over what may stand between a verb and the subject behind it: *erklärte dazu am Montag*.
pub(super) fn skip_adverbs(outline: &Outline, from: usize, to: usize) -> usize {
    let mut at = from;
    while at + 1 < to && outline.runs_on(at) {
        let item = &outline.items[at];
        let is_other = item.capital
            || [WordClass::Determiner, WordClass::Pronoun, WordClass::Possessive, WordClass::NoSubject]
                .iter()
                .any(|class| item.class.is(*class));
        let is_adverb = item.class.is(WordClass::Auxiliary) && !item.class.is(WordClass::Preposition);
        if !is_other && item.class.is(WordClass::Circumstance) && outline.is(at + 1, WordClass::Time) {
            at += 2;
        } else if !is_other && is_adverb {
            at += 1;
        } else {
            break;
        }
    }
    at
}
