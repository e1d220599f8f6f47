//! From a place in an article without marks to a quotation there.
//!
//! The run reaches from the first to the last word found there, and a few words
//! further where the quotation goes on, too, with other words: an edit at the
//! edge. Clauses that name the speaker, and what is between the parts of an interrupted
//! quotation, are no part of it.

use crate::detect::{PREVIOUS_SPEAKER, attribute_runs};
use crate::lexicon::WordClass;
use crate::quotation::{Attribution, Confidence, Quotation};
use crate::text::{Pair, Side, Span, SpanIndex};

use super::align::{Ends, Match, align};
use super::extent::extend;
use super::fragments::fragments;
use super::index::Index;
use super::linking::{End, Linking, QuotedText};
use super::search::{find, leftovers};
use super::units::{ArticleUnits, Trait, Unit, count_required};

/// The fewest words of a quotation's rest that are looked for, and in percent how many of them must be
/// found: or half the article would be quoted.
const REST: (usize, usize) = (5, 90);
/// The most runs of one quotation.
const RUNS: usize = 5;

/// Looks, on both sides, for the quotations that are not linked yet, and what is left of those that are.
pub(super) fn find_runs(linking: &mut Linking) {
    for side in Side::BOTH {
        let is_open = |n: &usize| {
            let quoted = &linking.texts[side][*n];
            quoted.is_searchable() && quoted.units.iter().any(|unit| !unit.is(Trait::Taken))
        };
        let open: Vec<usize> = (0..linking.texts[side].len()).filter(is_open).collect();
        if open.is_empty() {
            continue;
        }
        let units = &linking.words[side.other()].units;
        let (index, mut taken) = (Index::of(units), vec![false; units.len()]);
        for place in open {
            find_runs_of(linking, (side, place), &index, &mut taken);
        }
        extend(linking, side, &taken);
        attribute(linking, side.other());
    }
}

fn find_runs_of(linking: &mut Linking, (side, n): (Side, usize), index: &Index, taken: &mut [bool]) {
    let (is_scare, required) = (linking.texts[side][n].is_scare(), linking.texts[side][n].required);
    // a single word in scare quotes is anybody's
    if is_scare && required < 2 {
        return;
    }
    for _ in 0..RUNS {
        let quoted = &linking.texts[side][n];
        let (least, percent) = if quoted.links > 0 { REST } else { (1, 0) };
        let percent = if is_scare { 100 } else { percent };
        let found = leftovers(&quoted.units, least).into_iter().find_map(|range| {
            let required = count_required(&quoted.units[range.clone()]);
            let found = find(linking, (side, n), range, index, taken)?;
            (found.len() * 100 >= required * percent).then_some(found)
        });
        let Some(found) = found else { return };
        let run = run(linking, (side, n), &found);
        // the words at the edges were not compared before
        let matches = align(&quoted.units, &run.units, Ends::Closed, linking.vocabulary());
        for unit in &run.units {
            taken[unit.token as usize] = true;
        }
        let across = &mut linking.texts[side.other()];
        let sided =
            |left, right| if side == Side::Left { Pair::new(left, right) } else { Pair::new(right, left) };
        let places = sided(n, across.len());
        across.push(run);
        linking.link(places, matches.into_iter().map(|at| sided(at.left, at.right)).collect());
    }
}

/// The unmarked quotation at a place where a quotation of the other side was found.
fn run(linking: &Linking, (side, place): (Side, usize), matches: &[Match]) -> QuotedText {
    let words = &linking.words[side.other()];
    let quotation = &linking.texts[side][place];
    let mut units: Vec<Unit> = Vec::new();
    for token in tokens(&linking.words[side], words, &quotation.units, matches) {
        let mut unit = words.units[token].without(Trait::Attributing);
        let is_cut = units.last().is_none_or(|before| before.token as usize + 1 != token);
        if is_cut {
            unit.remove(Trait::Ellipsis);
        }
        if is_cut || begins_block(words, unit) {
            unit.add(Trait::Fragment);
        }
        units.push(unit);
    }
    let fragments = fragments(words, &units);
    let kind = quotation.quotation.kind;
    QuotedText::new(Quotation { kind, marked: false, fragments, attribution: Attribution::NONE }, units)
}

/// Names the speakers of a side's runs: from what is next to them, else as the
/// reported quotation that was detected in their place.
fn attribute(linking: &mut Linking, side: Side) {
    let words = &linking.words[side];
    let is_run = |quoted: &&mut QuotedText| !quoted.quotation.marked && quoted.links > 0;
    let mut runs: Vec<&mut QuotedText> = linking.texts[side].iter_mut().filter(is_run).collect();
    if runs.is_empty() {
        return;
    }
    let fragments: Vec<Vec<Span>> = runs.iter().map(|run| run.quotation.fragments.clone()).collect();
    let attributions = attribute_runs(words.of, words.vocabulary, &fragments);
    let is_named = |found: &&Quotation| !found.marked && found.attribution.speaker.is_some();
    let reported: Vec<&Quotation> = words.of.quotations.iter().filter(is_named).collect();
    let spans = SpanIndex::new(reported.iter().map(|quotation| quotation.span()));
    for (run, own) in runs.iter_mut().zip(attributions) {
        let speaks = |unit: &Unit| words.is(*unit, WordClass::FirstPerson);
        // without marks, a paragraph that names nobody is the reporter's, unless an *I* or *we* speaks in it
        let is_nobodys = own.rule == PREVIOUS_SPEAKER && !run.units.iter().any(speaks);
        let own = if is_nobodys { Attribution::NONE } else { own };
        let inherited = spans.overlapping(run.quotation.span()).next().filter(|_| own.speaker.is_none());
        let found = inherited.map_or(own, |at| {
            let found = reported[at].attribution.clone();
            // whose report it is may not be whose words they are
            Attribution { confidence: found.confidence.min(Confidence::Weak), ..found }
        });
        run.quotation.attribution = Attribution { rule: "matched", ..found };
    }
}

/// The tokens of a run, in order.
fn tokens(own: &ArticleUnits, words: &ArticleUnits, units: &[Unit], matches: &[Match]) -> Vec<usize> {
    let mut tokens: Vec<usize> = Vec::new();
    let Some((first, last)) = matches.first().zip(matches.last()) else { return tokens };
    tokens.extend(beyond(own, words, units, *first, End::Head).into_iter().rev());
    for pair in matches.windows(2) {
        let (before, next) = (pair[0], pair[1]);
        tokens.push(before.right);
        let gap = before.right + 1..next.right;
        let is = |token: &usize, traits| words.units[*token].is(traits);
        match units[before.left + 1..=next.left].iter().position(|unit| unit.is(Trait::Fragment)) {
            None => {
                let is_set_off = is(&gap.start, Trait::Clause.into()) || is(&gap.end, Trait::Clause.into());
                let names_speaker = is_set_off && gap.clone().any(|token| is(&token, Trait::Cue.into()));
                tokens.extend(gap.filter(|token| !(names_speaker && is(token, Trait::Attributing.into()))));
            }
            Some(0) => {}
            // words that replace the last ones before an interruption
            Some(missing) => {
                let open = gap.take_while(|token| !is(token, Trait::Clause | Trait::Cue));
                tokens.extend(open.take(missing + SLACK));
            }
        }
    }
    tokens.push(last.right);
    tokens.extend(beyond(own, words, units, *last, End::Tail));
    tokens
}

/// The most words at an edge that are taken for an edit.
const EDGE: usize = 4;
/// How many words more an edit may have than what it replaces.
const SLACK: usize = 2;

/// The tokens beyond the first or last match that replace words of the quotation there, nearest first.
fn beyond(own: &ArticleUnits, words: &ArticleUnits, units: &[Unit], at: Match, end: End) -> Vec<usize> {
    let is_break = |unit: &Unit| unit.is(Trait::Clause);
    let (rest, outward, outside, crosses): (_, Vec<usize>, _, _) = match end {
        End::Head => (
            &units[..at.left],
            (at.right.saturating_sub(EDGE * 2)..at.right).rev().collect(),
            units[0].token.checked_sub(1),
            is_break(&units[at.left]),
        ),
        End::Tail => (
            &units[at.left + 1..],
            (at.right + 1..words.units.len()).take(EDGE * 2).collect(),
            units.last().map(|unit| unit.token + 1),
            units.get(at.left + 1).is_some_and(is_break),
        ),
    };
    let rest: Vec<&Unit> = rest.iter().filter(|unit| unit.is_required() && !unit.is(Trait::Taken)).collect();
    if rest.is_empty() || rest.len() > EDGE {
        return Vec::new();
    }
    // the clause there; where the quotation has a break, too, its words may go on beyond
    let begins = |token: usize| match end {
        End::Head => is_break(&words.units[token + 1]),
        End::Tail => is_break(&words.units[token]),
    };
    let is_near =
        |(n, token): &(usize, usize)| (!begins(*token) || crosses && *n == 0) && !is_barrier(words, *token);
    let near = outward.into_iter().take(rest.len() + EDGE).enumerate().take_while(is_near);
    let near: Vec<usize> = near.map(|(_, token)| token).collect();
    let key = |token: &usize| words.units[*token].key;
    // up to the word that is next to the quotation in its own article, else up to a word of the rest, else
    // as many as an edit has
    let outside = outside.and_then(|token| own.units.get(token as usize)).map(|unit| unit.key);
    let outside = near.iter().position(|token| Some(key(token)) == outside);
    let known = near.iter().rposition(|token| rest.iter().any(|unit| unit.key == key(token)));
    let reach = match (outside, known) {
        (Some(outside), _) if outside <= rest.len() + SLACK => outside,
        (_, Some(known)) => known + 1,
        _ if near.len() <= rest.len() + SLACK => near.len(),
        _ if rest.len() <= SLACK => rest.len(),
        _ => 0,
    };
    near.into_iter().take(reach).collect()
}

/// Whether a quotation without marks cannot reach over the word: a verb of
/// saying, the *that* after it, or words in marks.
fn is_barrier(words: &ArticleUnits, token: usize) -> bool {
    let is_cue = |token: usize| words.units[token].is(Trait::Cue);
    let is_that = || words.is(words.units[token], WordClass::That);
    words.quoted[token] || is_cue(token) || token > 0 && is_cue(token - 1) && is_that()
}

fn begins_block(words: &ArticleUnits, unit: Unit) -> bool {
    let sentences = &words.of.sentences;
    let block = |unit: Unit| sentences.at(words.span(unit).start()).map(|id| sentences.get(id).block);
    let before = unit.token.checked_sub(1).map(|token| words.units[token as usize]);
    unit.is(Trait::Sentence) && before.is_some_and(|before| block(before) != block(unit))
}
