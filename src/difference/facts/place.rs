//! Places: countries, capitals and their people. *U.S.* is *the United States*,
//! *Russian* stands for *Russia*.

use super::value::Value;
use super::words::Word;
use crate::lexicon::WordClass;

/// The most words of a place.
const LONGEST: usize = 3;

/// The place at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    if !words[at].is_capitalized() {
        return None;
    }
    let longest = if words[at].lexicon.places.opens(words[at].folded) { LONGEST } else { 1 };
    let (place, length) = (1..=longest).rev().find_map(|length| {
        let run = words.get(at..at + length)?;
        if run[1..].iter().any(|word| {
            !word.follows() && !word.is_dashed()
                || !word.is_capitalized() && !word.lexicon.grammar_words.has(word.raw, WordClass::Particle)
        }) {
            return None;
        }
        known(run).map(|place| (place, length))
    })?;
    Some((Value::Place(place), length))
}

/// The place that a run of words names.
fn known(run: &[Word<'_>]) -> Option<String> {
    let places = run.first()?.lexicon.places;
    if let [word] = run
        && word.lexicon.stop_words.contains(word.folded)
        && !word.raw.chars().all(|c| c.is_uppercase() || c == '.')
        && word.lexicon.language.possessive_ending(word.raw) == 0
    {
        // *Us* is a pronoun at the head of a sentence
        return None;
    }
    let joined: String;
    let full = if let [word] = run {
        word.folded
    } else {
        joined = run.iter().map(|word| word.folded).collect::<Vec<_>>().join(" ");
        &joined
    };
    let base = full.strip_suffix('s');
    // *Oslo-based*
    let head = match run {
        [word] => {
            word.raw.split_once(['-', '‐', '‑']).filter(|(_, tail)| tail.starts_with(char::is_lowercase))
        }
        _ => None,
    };
    let head = head.map(|(head, _)| head.to_lowercase());
    let (name, common) = [Some(full), base, head.as_deref()]
        .into_iter()
        .flatten()
        .find_map(|name| places.get(name).map(|common| (name, common)))?;
    // a capital in one dress may be listed under another
    Some(if common.is_empty() { name.to_owned() } else { common.to_owned() })
}
