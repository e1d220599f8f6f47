//! What the rules on negations and hedges share: did a word turn a statement, or was
//! the statement told in other words?
//!
//! *did not sign* and *signed*: a negation went. *underperforms* and *does not work
//! hard enough*: one more *not*, and nothing has turned. What the word bears on
//! must stand on both sides.

use super::Evidence;
use crate::text::{Pair, Side, Token};

/// How much else differs where a small word came or went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Turn {
    /// Nothing that says something.
    Alone,
    /// Some of the words around it.
    Among,
}

/// Whether the `words` of an edit differ by a sign that `side` has, rather than were
/// rewritten; `is_sign` tells the signs from what they bear on.
pub(super) fn turn(
    evidence: &Evidence<'_>,
    words: &Pair<Vec<(&Token, &str)>>,
    side: Side,
    is_sign: impl Fn(Side, &str) -> bool,
) -> Option<Turn> {
    let content = Pair::from_fn(|side| {
        let stop_words = evidence.lexicon(side).stop_words;
        let says =
            words[side].iter().filter(|(_, folded)| !is_sign(side, folded) && !stop_words.contains(folded));
        says.map(|(token, _)| evidence.stem(token)).collect::<Vec<_>>()
    });
    let (own, across) = (&content[side], &content[side.other()]);
    if own == across {
        return Some(Turn::Alone);
    }
    // *not yet* may go as a whole
    let gone = words[side.other()].is_empty() && own.len() <= 1;
    (gone || own.iter().all(|stem| across.contains(stem))).then_some(Turn::Among)
}
