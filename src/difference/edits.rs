//! Edits: the words that differ inside a bead.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::alignment::Bead;
use crate::annotated::Annotated;
use crate::text::{Key, Pair, Span, Token};

/// A run of words that both sides share, or that one side has and the other has not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What happened from left to right.
    pub op: EditOp,
    /// The words with the marks and blanks that lean on them.
    pub spans: Pair<Option<Span>>,
}

/// What happened to a run of words, seen from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EditOp {
    /// The same words; marks, case and spelling may differ.
    Equal,
    /// Only the left has them.
    Delete,
    /// Only the right has them.
    Insert,
    /// Other words.
    Replace,
}

impl EditOp {
    /// All operations.
    pub const ALL: [EditOp; 4] = [EditOp::Equal, EditOp::Delete, EditOp::Insert, EditOp::Replace];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            EditOp::Equal => "equal",
            EditOp::Delete => "delete",
            EditOp::Insert => "insert",
            EditOp::Replace => "replace",
        }
    }
}

/// The edits of a bead; side by side their spans concatenate to the bead's sentences.
pub fn edits(sides: Pair<&Annotated>, bead: &Bead) -> Vec<Edit> {
    let tokens: Pair<Vec<Token>> = Pair::from_fn(|side| {
        bead.sentences[side].iter().flat_map(|&id| sides[side].sentences.tokens(id)).copied().collect()
    });
    let keys: Pair<Vec<Key>> = tokens.as_ref().map(|side| side.iter().map(|token| token.key).collect());
    let span = |tokens: &[Token]| tokens.iter().map(|token| token.tile).reduce(Span::join);
    let edit = |op: DiffOp| {
        let (tag, left, right) = op.as_tag_tuple();
        let op = match tag {
            similar::DiffTag::Equal => EditOp::Equal,
            similar::DiffTag::Delete => EditOp::Delete,
            similar::DiffTag::Insert => EditOp::Insert,
            similar::DiffTag::Replace => EditOp::Replace,
        };
        Edit { op, spans: Pair::new(span(&tokens.left[left]), span(&tokens.right[right])) }
    };
    capture_diff_slices(Algorithm::Patience, &keys.left, &keys.right).into_iter().map(edit).collect()
}
