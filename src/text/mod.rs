//! Text: spans, pairs of sides, columns and wrapping.
//!
//! The lowest layer: independent of any language.
//! Invariant: a [`Span`] starts and ends on character boundaries.

mod case;
pub(crate) mod id;
pub(crate) mod mark;
pub mod nearest;
mod overlap;
mod pair;
mod shorten;
pub(crate) mod sign;
mod span;
pub mod visible;
pub mod width;
pub mod wrap;

pub use case::lower;
pub use overlap::SpanIndex;
pub use pair::{Pair, Side};
pub use shorten::{one_line, shortened, with_spaces};
pub(crate) use sign::{HYPHENS, is_minus};
pub use span::Span;
