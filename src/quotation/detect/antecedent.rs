//! What *that* stands for in front of a verb: *a message that said* speaks, *a wall that said* does not.

use crate::lexicon::WordClass;
use std::ops::Range;

use super::outline::Outline;

/// What *that* stands for in front of a verb.
pub(super) enum Antecedent {
    /// A noun that speaks: *a message that said*.
    Speaks(Range<usize>),
    /// What only bears the words: *walls that said*.
    Bears,
    /// The text does not tell: *the letter to tourists that said*.
    Untold,
}

impl Antecedent {
    /// What stands in front of `that`, in the clause that starts at `from` at the earliest.
    pub(super) fn of(outline: &Outline, from: usize, that: usize) -> Antecedent {
        let noun = that.checked_sub(1).filter(|noun| *noun > from && outline.runs_on(*noun));
        let Some(noun) = noun.filter(|_| outline.is(that, WordClass::That)) else {
            return Antecedent::Untold;
        };
        if outline.is(noun, WordClass::Bearer) {
            return Antecedent::Bears;
        }
        let start = led_by(outline, from, noun);
        let lead = start.checked_sub(1).filter(|lead| *lead >= from);
        let is_part = lead.is_some_and(|lead| {
            outline.is(lead, WordClass::Preposition) && !outline.is(lead, WordClass::Agent)
        });
        let speaks = outline.is(noun, WordClass::Group) && !outline.is(noun, WordClass::Person);
        if speaks && !is_part { Antecedent::Speaks(start..that) } else { Antecedent::Untold }
    }
}

/// Where the noun phrase that ends with `noun` starts: *a message*.
fn led_by(outline: &Outline, from: usize, noun: usize) -> usize {
    /// Words in front of a noun: *a short message*.
    const REACH: usize = 3;
    let first = from.max(noun.saturating_sub(REACH));
    let runs = (first..noun)
        .rev()
        .take_while(|&at| outline.runs_on(at))
        .take_while(|&at| !outline.is(at, WordClass::Preposition) && !outline.is(at, WordClass::Auxiliary));
    runs.take(REACH).find(|&at| outline.is(at, WordClass::Determiner)).unwrap_or(noun)
}
