//! From a view to the bytes of a report: one file a format.

pub mod text;
