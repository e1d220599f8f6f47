//! Finds one article's quotations in the other and says what became of them.
//!
//! Follows [`crate::detect`] and precedes the differences, which report what is
//! found here. One side may have lost every mark, so the marked side drives:
//!
//! ```text
//! words ─pair▶ in marks on both sides ─run▶ found without marks ─repeat▶ said twice ─paraphrase▶ same content ─judge▶ links
//! ```
//!
//! Invariants: every marked quotation but scare quotes is in at least one link;
//! exchanging the sides mirrors the links; verbatim is decided exactly, and nothing
//! fuzzy is ever called *same words*.

mod agreement;
mod alarm;
mod align;
mod alike;
mod assemble;
mod cues;
mod edit;
mod evidence;
mod exchange;
mod extent;
mod fragments;
mod gap;
mod index;
mod judge;
mod linking;
mod names;
mod nested;
mod order;
mod pairing;
mod paraphrase;
mod remark;
mod repeat;
mod roles;
mod run;
mod search;
mod speaker;
mod stretch;
mod units;

#[cfg(test)]
mod tests;

use crate::annotated::Annotated;
use crate::text::Pair;
use crate::words::Vocabulary;

pub use self::assemble::Linked;
pub use self::speaker::names_two;

use self::assemble::{assemble, prefer_reported, share_kinds};
use self::judge::{Verdict, judge, shares};
use self::linking::{Linking, QuotedText, TextMatch};
use self::units::ArticleUnits;

/// Finds each side's quotations on the other side.
pub fn link(sides: Pair<&Annotated>, vocabulary: &Vocabulary) -> Linked {
    if sides.left.quotations.is_empty() && sides.right.quotations.is_empty() {
        return Linked::default();
    }
    let words = sides.map(|side| ArticleUnits::read(side, vocabulary));
    let texts = words.as_ref().map(|words| {
        let quotations = words.of.quotations.iter();
        quotations.map(|quotation| QuotedText::new(quotation.clone(), words.units_of(quotation))).collect()
    });
    let mut linking = Linking { words, texts, links: Vec::new() };
    nested::drop_inner(&mut linking);
    pairing::pair(&mut linking);
    run::find_runs(&mut linking);
    let shares = shares(&linking);
    let verdict = |linking: &Linking, link: &TextMatch| {
        judge(&linking.case(link), Pair::from_fn(|side| shares[side][link.places[side]]))
    };
    let mut verdicts: Vec<Verdict> = linking.links.iter().map(|link| verdict(&linking, link)).collect();
    prefer_reported(&mut linking, &verdicts);
    repeat::link_repeats(&mut linking, &mut verdicts);
    let judged = linking.links.len();
    paraphrase::link_paraphrases(&mut linking);
    verdicts.extend(linking.links.iter().skip(judged).map(|link| verdict(&linking, link)));
    for (link, alarm) in order::joined(&linking) {
        verdicts[link].alarms.push(alarm);
    }
    share_kinds(&mut linking, &verdicts);
    assemble(&linking, verdicts)
}
