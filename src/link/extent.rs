//! How far a quotation goes where its article has lost every mark: to the verb that names its speaker.
//!
//! A run is found by the other side’s words, so that what the other side has cut
//! from an end is no part of it. In *I will resign if the vote fails, Ann Lee said*
//! all before the attribution is what she said. Invariant: a run grows only
//! inside the sentence of its end, only over words that no other run holds, and
//! only where the other article does not go on with the same words outside its marks.

use std::ops::Range;

use crate::quotation::QuotationKind;
use crate::text::Side;

use super::fragments::fragments;
use super::linking::{Linking, QuotedText, TextMatch};
use super::units::{ArticleUnits, Trait, Unit};

/// Lets the runs that the quotations of `side` have led to reach up to their attributions.
pub(super) fn extend(linking: &mut Linking, side: Side, taken: &[bool]) {
    let across = side.other();
    if linking.words[across].has_marks {
        return;
    }
    for n in 0..linking.links.len() {
        let Some((ahead, behind)) = ends(linking, side, &linking.links[n], taken) else { continue };
        let words = &linking.words[across];
        let run = &mut linking.texts[across][linking.links[n].places[across]];
        let first = ahead.len();
        let mut units = [&words.units[ahead], &run.units, &words.units[behind]].concat();
        for unit in &mut units {
            unit.remove(Trait::Attributing);
        }
        units[first].remove(Trait::Fragment);
        units[0].remove(Trait::Ellipsis);
        units[0].add(Trait::Fragment);
        run.quotation.fragments = fragments(words, &units);
        let extended = QuotedText::new(run.quotation.clone(), units);
        *run = QuotedText { links: run.links, ..extended };
        linking.links[n].matches.iter_mut().for_each(|at| at[across] += first);
    }
}

/// The words that belong to a run before it and after it; none where it is whole.
fn ends(
    linking: &Linking,
    side: Side,
    link: &TextMatch,
    taken: &[bool],
) -> Option<(Range<usize>, Range<usize>)> {
    let (own, across) = (&linking.words[side], &linking.words[side.other()]);
    let texts = linking.pair(link.places);
    let (quotation, run) = (texts[side], texts[side.other()]);
    if quotation.quotation.kind != QuotationKind::Direct || quotation.links != 1 {
        return None;
    }
    let (first, last) = (link.matches.first()?, link.matches.last()?);
    let is_whole = |units: &[Unit]| units.iter().all(|unit| unit.is(Trait::Optional));
    let starts = first[side.other()] == 0 && is_whole(&quotation.units[..first[side]]);
    let stops = last[side.other()] + 1 == run.units.len() && is_whole(&quotation.units[last[side] + 1..]);
    let limits = |units: &[Unit]| Some((units.first()?.token as usize, units.last()?.token as usize + 1));
    let ((from, to), (own_from, own_to)) = (limits(&run.units)?, limits(&quotation.units)?);
    let is_free = |token: usize| !taken[token] && !across.units[token].is(Trait::Cue);
    let goes_on = |at: Option<usize>, own_at: Option<usize>| {
        let key = |words: &ArticleUnits, at: Option<usize>| Some(words.units.get(at?)?.key);
        key(across, at).is_some() && key(across, at) == key(own, own_at)
    };
    let (mut ahead, mut behind) = (from..from, to..to);
    if let Some(said) = said(across, from).filter(|_| starts)
        && said.clone().take_while(|token| *token < from).all(is_free)
        && !goes_on(from.checked_sub(1), own_from.checked_sub(1))
    {
        ahead.start = said.start;
    }
    if let Some(said) = said(across, to - 1).filter(|_| stops)
        && (to..said.end).all(is_free)
        && !goes_on(Some(to), Some(own_to))
    {
        behind.end = said.end.max(to);
    }
    (ahead.len() + behind.len() > 0).then_some((ahead, behind))
}

/// The words of the sentence of a token up to its attribution, *…, she said*, if they hold the token.
fn said(words: &ArticleUnits, token: usize) -> Option<Range<usize>> {
    let at = words.span(words.units[token]);
    let quotations = &words.of.quotations;
    // without marks all quotations are reports, one a sentence and in order
    let next = quotations.partition_point(|quotation| quotation.span().start() <= at.start());
    let report = &quotations[next.checked_sub(1)?];
    let span = report.span();
    let is_named_after = report.attribution.mention.is_some_and(|mention| mention.start() >= span.end());
    (is_named_after && span.contains(at)).then(|| words.tokens_in(span))
}
