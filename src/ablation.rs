//! Which named rows of tables there are, and switching them off: for development only.

use crate::article::Origin;
use crate::comparison::{Options, compare};
use crate::import::import;
use crate::rows::{KNOWN, OFF, Row};
use crate::text::Pair;

/// A pair of texts for which every table is used.
const SAMPLE: Pair<&str> = Pair {
    left: include_str!("../assets/samples/wire.txt"),
    right: include_str!("../assets/samples/rewrite.txt"),
};

/// Every named row, by its table.
///
/// # Panics
/// Never: no thread panics while it has the list.
pub fn rows() -> Vec<Row> {
    let articles = Pair::from_fn(|side| import(SAMPLE[side].to_owned(), Origin::in_memory(side)));
    compare(articles, Options::default());
    let known = KNOWN.lock().expect("it is only read and added to");
    known.iter().flat_map(|(table, names)| names.iter().map(|name| (*table, *name))).collect()
}

/// Switches off the rows with these full names, `table/name`, and no others.
///
/// # Errors
/// Where no row has one of the names.
///
/// # Panics
/// Never: no thread panics while it has the list.
pub fn switch_off<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let rows = rows();
    let row = |name: &str| {
        let found = rows.iter().find(|(table, row)| name.split_once('/') == Some((table, row)));
        found.copied().ok_or_else(|| format!("there is no row {name}"))
    };
    let off = names.map(row).collect::<Result<_, _>>()?;
    *OFF.lock().expect("it is only read and replaced") = off;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_table_is_listed_and_every_name_is_unique() {
        let rows = rows();
        let tables: BTreeSet<&str> = rows.iter().map(|(table, _)| *table).collect();
        assert_eq!(
            tables.into_iter().collect::<Vec<_>>(),
            ["attribution", "cue", "evidence", "pairing", "rule", "sentence"]
        );
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len());
    }

    #[test]
    fn an_unknown_name_is_an_error() {
        assert_eq!(switch_off(["rule/nothing"].into_iter()), Err("there is no row rule/nothing".to_owned()));
        assert_eq!(switch_off([].into_iter()), Ok(()));
    }
}
