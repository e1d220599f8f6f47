//! Titles: offices and roles. *Spokesperson* is *spokesman*, *CEO* is *chief executive*.

use std::borrow::Cow;

use super::value::Value;
use super::words::Word;
use crate::text::lower;

/// The value of what is a title with a capital only.
const ONLY_CAPITALIZED: &str = "^";

/// The most words of a title.
const LONGEST: usize = 3;

/// The title at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let longest = if words[at].listed.opens_title { LONGEST } else { 1 };
    (1..=longest).rev().find_map(|length| {
        let run = words.get(at..at + length)?;
        if run[1..].iter().any(|word| !word.follows() && !word.is_dashed()) {
            return None;
        }
        let (full, common) = known(run)?;
        // *may*, *general*, *private* and their like are titles with a capital only
        let common = match common {
            ONLY_CAPITALIZED if words[at].is_capitalized() => "",
            ONLY_CAPITALIZED => return None,
            common => common,
        };
        Some((Value::Title(if common.is_empty() { full.into_owned() } else { common.to_owned() }), length))
    })
}

/// The title that a run of words is, and the common form it has in the list.
fn known<'a>(run: &[Word<'a>]) -> Option<(Cow<'a, str>, &'static str)> {
    let titles = run.first()?.lexicon.titles;
    let (name, common) = match run {
        // *vice-president* is *vice president*
        [word] if word.raw.contains(['-', '‐', '‑']) => {
            let name = word.raw.to_lowercase().replace(['-', '‐', '‑'], " ");
            let common = titles.get(&name);
            (Cow::Owned(name), common)
        }
        [word] => (Cow::Borrowed(word.listed.neutral), word.listed.title),
        _ => {
            let name = run.iter().map(|word| word.listed.neutral).collect::<Vec<_>>().join(" ");
            let common = titles.get(&name);
            (Cow::Owned(name), common)
        }
    };
    if let Some(common) = common {
        return Some((name, common));
    }
    // *adviser* is folded as if it were British
    if let [word] = run
        && !word.raw.eq_ignore_ascii_case(&name)
    {
        let printed = lower(word.raw);
        if let Some(common) = titles.get(&printed) {
            return Some((printed, common));
        }
    }
    // *presidents*, and *president's* of copy that lost its apostrophes
    let one = match name {
        Cow::Borrowed(name) => Cow::Borrowed(name.strip_suffix('s')?),
        Cow::Owned(name) => Cow::Owned(name.strip_suffix('s')?.to_owned()),
    };
    titles.get(&one).map(|common| (one, common))
}
