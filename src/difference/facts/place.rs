//! Places: countries, capitals and their people. *U.S.* is *the United States*,
//! *Russian* stands for *Russia*.

use super::value::Value;
use super::words::Word;
use crate::lexicon::PLACES;

/// The place at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    if !words[at].is_capitalized() {
        return None;
    }
    let (place, length) = (1..=3).rev().find_map(|length| {
        let run = words.get(at..at + length)?;
        if run[1..]
            .iter()
            .any(|word| !word.follows() && !word.is_dashed() || !word.is_capitalized() && word.raw != "de")
        {
            return None;
        }
        known(run).map(|place| (place, length))
    })?;
    Some((Value::Place(place), length))
}

/// The place that a run of words names.
fn known(run: &[Word<'_>]) -> Option<String> {
    if let [word] = run
        && matches!(word.folded, "us" | "eu" | "uk" | "uae")
        && !word.raw.chars().all(|c| c.is_uppercase() || c == '.')
        && !word.raw.ends_with("'s")
        && !word.raw.ends_with("’s")
    {
        // *Us* is a pronoun at the head of a sentence
        return None;
    }
    let joined: Vec<&str> = run.iter().map(|word| word.folded).collect();
    let full = joined.join(" ");
    let base = full.strip_suffix('s');
    let name = [Some(full.as_str()), base].into_iter().flatten().find(|name| PLACES.contains(name))?;
    let common = PLACES.get(name).filter(|common| !common.is_empty()).unwrap_or(name);
    // a capital in one dress may be listed under another
    Some(common.to_owned())
}
