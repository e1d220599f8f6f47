//! Names and months that only their place tells: where a name was put in the place of a name.
//!
//! A capital at the head of a sentence says nothing, so *Dahl left* is read as no name
//! by itself; put in the place of *Berg left* it is one. Invariant: only words that
//! no other fact has become names.

use super::bound::Bound;
use super::name::Names;
use super::pairing::Stated;
use super::scan::Mention;
use super::value::Value;
use super::{FactKind, date};
use crate::difference::{Edit, EditOp};
use crate::text::{Pair, Side, Span};

/// The same with the names that stand where the other side has one.
pub(super) fn promote<'a>(mut stated: Pair<Stated<'a>>, edits: &[Edit], names: &Names) -> Pair<Stated<'a>> {
    for edit in edits.iter().filter(|edit| edit.op == EditOp::Replace) {
        let Some(spans) = edit.spans.both() else { continue };
        let there = Pair::from_fn(|side: Side| {
            let mentions = &stated[side].mentions;
            let start = mentions.partition_point(|mention| mention.span.end() <= spans[side].start());
            let end = mentions.partition_point(|mention| mention.span.start() < spans[side].end());
            start..end.max(start)
        });
        for side in Side::BOTH {
            let across = &stated[side.other()];
            let name = match &across.mentions[there[side.other()].clone()] {
                [name] => name,
                // *In a talk with the Lantern, Berg left* became *Dahl left*
                [.., name] if ends(across, spans[side.other()], name) => name,
                _ => continue,
            };
            let own = there[side].clone();
            let is_month = name.value.kind() == FactKind::Date
                && matches!(&stated[side].mentions[own.clone()], [own] if own.value.kind() == FactKind::Name);
            if !own.is_empty() && !is_month {
                continue;
            }
            let words = &stated[side].words;
            let start = words.partition_point(|word| word.span.start() < spans[side].start());
            let end = words.partition_point(|word| word.span.end() <= spans[side].end());
            let Some(run) = words.get(start..end) else { continue };
            let value = match (&name.value, run) {
                (Value::Name(_), run) => names.unheard(run),
                // *November’s* became *May’s*
                (Value::Date(_), [word]) => date::possible(word),
                _ => None,
            };
            let Some(value) = value else { continue };
            let Some(span) = run.iter().map(|word| word.span).reduce(Span::join) else { continue };
            let (unit, bound) = (String::new(), Bound::Exact);
            let mention = Mention { span, value, unit, lasting: None, bound, reach: span, is_low_end: false };
            // *May’s*, read as a name
            stated[side].mentions.drain(own);
            insert(&mut stated[side].mentions, mention);
        }
    }
    stated
}

/// Whether no word stands behind a mention in a span.
fn ends(stated: &Stated<'_>, span: Span, mention: &Mention) -> bool {
    let behind = stated.words.partition_point(|word| word.span.start() < mention.span.end());
    stated.words.get(behind).is_none_or(|word| word.span.start() >= span.end())
}

/// Adds a mention in its place.
fn insert(mentions: &mut Vec<Mention>, mention: Mention) {
    let at = mentions.partition_point(|other| other.span.start() < mention.span.start());
    mentions.insert(at, mention);
}
