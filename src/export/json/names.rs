//! Enums in JSON: the name of each variant, and the list of names in the schema.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::alignment::Reuse;
use crate::article::BlockKind;
use crate::difference::{DifferenceKind, EditOp, FactKind, FactState, Scope, Severity};
use crate::quotation::{Alarm, Confidence, EditManner, LinkState, Marks, QuotationKind, SpeakerState};
use crate::review::Verdict;

/// An enum whose variants have stable names.
pub(super) trait Named: Copy + 'static {
    /// All variants.
    const CASES: &'static [Self];

    /// The name of this variant.
    fn name(self) -> &'static str;
}

macro_rules! named {
    ($($type:ty),* $(,)?) => {
        $(impl Named for $type {
            const CASES: &'static [Self] = &<$type>::ALL;
            fn name(self) -> &'static str {
                <$type>::name(self)
            }
        })*
    };
}

named!(
    Alarm,
    BlockKind,
    Confidence,
    EditManner,
    EditOp,
    FactKind,
    FactState,
    Scope,
    LinkState,
    Marks,
    QuotationKind,
    Reuse,
    Severity,
    SpeakerState,
    Verdict,
);

impl Named for DifferenceKind {
    const CASES: &'static [Self] = DifferenceKind::ALL;
    fn name(self) -> &'static str {
        DifferenceKind::name(self)
    }
}

/// A variant, written as its name.
pub(super) struct Name<T>(pub(super) T);

impl<T: Named> Serialize for Name<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<T: Named> JsonSchema for Name<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Name")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": cases::<T>() })
    }
}

/// A count for each variant, written as an object with all names.
pub(super) struct Counts<'a, T> {
    counts: &'a [usize],
    cases: PhantomData<T>,
}

impl<'a, T> Counts<'a, T> {
    /// The counts, in the order of the variants.
    pub(super) fn new(counts: &'a [usize]) -> Counts<'a, T> {
        Counts { counts, cases: PhantomData }
    }
}

impl<T: Named> Serialize for Counts<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(T::CASES.len()))?;
        for (case, count) in T::CASES.iter().zip(self.counts) {
            map.serialize_entry(case.name(), count)?;
        }
        map.end()
    }
}

impl<T: Named> JsonSchema for Counts<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Counts")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let count = |name| (name, json_schema!({ "type": "integer", "minimum": 0 }));
        let properties: std::collections::BTreeMap<_, _> = cases::<T>().into_iter().map(count).collect();

        json_schema!({ "type": "object", "properties": properties, "required": cases::<T>() })
    }
}

fn cases<T: Named>() -> Vec<&'static str> {
    T::CASES.iter().map(|case| case.name()).collect()
}
