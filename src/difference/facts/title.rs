//! Titles: offices and roles. *Spokesperson* is *spokesman*, *CEO* is *chief executive*.

use super::value::Value;
use super::words::Word;
use crate::lexicon::TITLES;

/// The title at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    (1..=3).rev().find_map(|length| {
        let run = words.get(at..at + length)?;
        if run[1..].iter().any(|word| !word.follows() && !word.is_dashed()) {
            return None;
        }
        let name = |possessive: bool| {
            let mut joined = String::new();
            for (n, word) in run.iter().enumerate() {
                let folded = match word.folded {
                    "spokesperson" | "spokeswoman" => "spokesman",
                    folded => folded,
                };
                if n > 0 {
                    joined.push(' ');
                }
                let last = possessive && n + 1 == run.len();
                joined.push_str(if last { folded.strip_suffix('s').unwrap_or(folded) } else { folded });
            }
            joined
        };
        let full = [name(false), name(true)].into_iter().find(|name| TITLES.contains(name))?;
        // *may*, *general*, *private* and their like are titles with a capital only
        if length == 1
            && matches!(full.as_str(), "general" | "justice" | "major" | "deputy")
            && !words[at].is_capitalized()
        {
            return None;
        }
        let common = TITLES.get(&full).filter(|common| !common.is_empty());
        Some((Value::Title(common.map_or(full, str::to_owned)), length))
    })
}
