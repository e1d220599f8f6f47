//! Typed indices, so that the index of a sentence cannot be used for a block.

/// Declares an index type: a position in one list of one article or comparison.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(u32);

        impl $name {
            /// The id of the item at `index` of its list.
            pub fn new(index: usize) -> $name {
                $name(index as u32)
            }

            /// The position in the list, from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use id;
