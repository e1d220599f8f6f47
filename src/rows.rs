//! Tables of named rows. Development switches rows off by name, to see what each of them changes.
//!
//! Only the feature `ablation` does so (`ablation.rs`). Without it every row is active, and nothing
//! else is compiled.

/// The rows of a table that are not switched off, in order.
#[cfg(not(any(test, feature = "ablation")))]
pub(crate) fn active<R>(
    _table: &'static str,
    rows: &'static [R],
    _name: fn(&R) -> &'static str,
) -> impl Iterator<Item = &'static R> {
    rows.iter()
}

#[cfg(any(test, feature = "ablation"))]
pub(crate) use switches::{KNOWN, OFF, Row, active};

#[cfg(any(test, feature = "ablation"))]
mod switches {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    /// A table and the name of one of its rows.
    pub(crate) type Row = (&'static str, &'static str);

    /// The names of the rows of each table that was used so far.
    pub(crate) static KNOWN: Mutex<BTreeMap<&str, Vec<&str>>> = Mutex::new(BTreeMap::new());
    /// The rows that are switched off.
    pub(crate) static OFF: Mutex<Vec<Row>> = Mutex::new(Vec::new());

    /// The rows of a table that are not switched off, in order.
    pub(crate) fn active<R>(
        table: &'static str,
        rows: &'static [R],
        name: fn(&R) -> &'static str,
    ) -> impl Iterator<Item = &'static R> {
        let names = || rows.iter().map(name).collect();
        KNOWN.lock().expect("it is only read and added to").entry(table).or_insert_with(names);
        let off = OFF.lock().expect("it is only read and replaced").clone();
        rows.iter().filter(move |row| !off.contains(&(table, name(row))))
    }
}
