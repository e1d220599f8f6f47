//! Where the words of a quotation are in an article that has no marks around them.
//!
//! Around the places that share the most runs of words the quotation is aligned with the article. What
//! is left over is looked for again, because the parts of one quotation may be apart. Words in quotation
//! marks and words that were found already are not matched. The quotation drives, so the
//! result is the same whichever side it is on.

use std::cmp::Reverse;
use std::ops::Range;

use crate::text::{Pair, Side};

use super::align::{Ends, Match, align};
use super::evidence::{Evidence, LIKELY, SURE, evidence, nearness, surroundings, weight};
use super::index::Index;
use super::linking::Linking;
use super::units::{ArticleUnits, Trait, Unit, count_required};

/// The best place of a quotation's words that are not yet found: matches between words of the quotation
/// and tokens of the article. `taken` are the article's tokens that were found.
pub(super) fn find(
    linking: &Linking,
    (side, place): (Side, usize),
    range: Range<usize>,
    index: &Index,
    taken: &[bool],
) -> Option<Vec<Match>> {
    let across = &linking.words[side.other()];
    let units = &linking.texts[side][place].units[range.clone()];
    let candidates = index.windows(units, |_| true).into_iter().filter_map(|window| {
        let text: Vec<Unit> = window.clone().map(|token| sealed(across, token, taken)).collect();
        let matches = together(units, &text, &align(units, &text, Ends::Open, linking.vocabulary()));
        let matches: Vec<Match> =
            matches.iter().map(|at| Pair::new(at.left, window.start + at.right)).collect();
        let first = matches.first()?;
        let here = linking.words[side].thousandth(units[0].token as usize);
        let distance = here.abs_diff(across.thousandth(first.right));
        let rank = (Reverse(weight(units, matches.iter().map(|at| at.left))), distance);
        is_convincing(linking, (side, place), units, &matches).then_some((rank, matches))
    });
    let (_, matches) = candidates.min_by_key(|(rank, _)| *rank)?;
    Some(matches.iter().map(|at| Pair::new(range.start + at.left, at.right)).collect())
}

/// The unit of a token; what is in marks or was found already cannot match.
fn sealed(words: &ArticleUnits, at: usize, taken: &[bool]) -> Unit {
    let mut unit = words.units[at];
    if words.quoted[at] || taken[at] {
        unit.add(Trait::Taken);
        unit.remove(Trait::Attributing | Trait::Optional);
    }
    unit
}

/// Whether what matches at a place shows that it is the quotation.
fn is_convincing(linking: &Linking, (side, place): (Side, usize), units: &[Unit], matches: &[Match]) -> bool {
    let across = &linking.words[side.other()];
    let required = count_required(units);
    let is_whole = matches.len() == required;
    let least = match evidence(Pair::new(units, &across.units), matches, required) {
        Evidence::Enough => return true,
        // without marks there, a word or two need the company they had here
        Evidence::Little if is_whole => LIKELY,
        // *digital methods* is not *digital vellum* without marks
        Evidence::Trace if matches.len() < 2 => return false,
        Evidence::Little | Evidence::Trace => SURE,
        Evidence::None => return false,
    };
    let found: Vec<Unit> = matches.iter().map(|at| across.units[at.right]).collect();
    let here = surroundings(&linking.words[side], &linking.texts[side][place].units);
    let says_something = found.len() >= 3 || found.iter().any(|unit| unit.is_content());
    says_something && nearness(&here, &surroundings(across, &found)).map_or(is_whole, |near| near >= least)
}

/// The part of the matches that is in one place: no words of a reporter's but an attribution between
/// them, unless words are missing or the quotation is interrupted there.
fn together(units: &[Unit], text: &[Unit], matches: &[Match]) -> Vec<Match> {
    let is_near = |one: &Match, next: &Match| {
        let own = &units[one.left + 1..=next.left];
        let between = &text[one.right + 1..next.right];
        let foreign = between.iter().filter(|unit| unit.is_required() && !unit.is(Trait::Attributing));
        let is_interrupted = own.iter().any(|unit| unit.is(Trait::Fragment | Trait::Ellipsis));
        (is_interrupted || foreign.count() <= 3 + 2 * own.len())
            && !between.iter().any(|unit| unit.is(Trait::Taken))
    };
    let weight = |part: &&[Match]| Reverse(weight(units, part.iter().map(|at| at.left)));
    matches.chunk_by(is_near).min_by_key(weight).unwrap_or_default().to_vec()
}

/// The most stretches of a quotation that are looked for one by one.
const LEFTOVERS: usize = 4;

/// The stretches of a quotation's words that no link holds and that are long enough to be looked for.
pub(super) fn leftovers(units: &[Unit], least: usize) -> Vec<Range<usize>> {
    let mut from = 0;
    let chunks = units.chunk_by(|one, next| one.is(Trait::Taken) == next.is(Trait::Taken)).map(|chunk| {
        let range = from..from + chunk.len();
        from = range.end;
        range
    });
    let is_left = |range: &Range<usize>| {
        !units[range.start].is(Trait::Taken) && count_required(&units[range.clone()]) >= least
    };
    chunks.filter(is_left).take(LEFTOVERS).collect()
}
