//! An index that finds the spans of a list that overlap another span.

use super::Span;

/// An interval tree over a list of spans, which may nest and overlap.
///
/// The tree is implicit in the sorted list: the middle of a range is its root.
/// Building takes O(n log n), a query O(log n) and one step for each span that it yields.
#[derive(Clone, Debug, Default)]
pub struct SpanIndex {
    /// The spans and their positions in the list, ordered by start.
    spans: Vec<(Span, usize)>,
    /// For each span, the greatest end in the range of which it is the root.
    ends: Vec<usize>,
}

impl SpanIndex {
    /// Indexes the spans of a list.
    pub fn new(list: impl IntoIterator<Item = Span>) -> SpanIndex {
        let mut spans: Vec<(Span, usize)> =
            list.into_iter().enumerate().map(|(place, span)| (span, place)).collect();
        spans.sort_by_key(|(span, _)| span.start());
        let mut ends = vec![0; spans.len()];
        fill_ends(&spans, &mut ends);
        SpanIndex { spans, ends }
    }

    /// The positions in the list of the spans that share a byte with `span`, ordered by start.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = usize> {
        let mut range = 0..self.spans.len();
        // the roots whose left half is being searched, each with the end of its range
        let mut roots: Vec<(usize, usize)> = Vec::new();
        std::iter::from_fn(move || {
            loop {
                while !range.is_empty() {
                    let root = usize::midpoint(range.start, range.end);
                    if self.ends[root] <= span.start() {
                        break;
                    }
                    roots.push((root, range.end));
                    range.end = root;
                }
                let (root, end) = roots.pop()?;
                let (found, place) = self.spans[root];
                if found.start() >= span.end() {
                    return None;
                }
                range = root + 1..end;
                if found.overlaps(span) {
                    return Some(place);
                }
            }
        })
    }

    /// Whether any span of the list shares a byte with `span`.
    pub fn overlaps(&self, span: Span) -> bool {
        self.overlapping(span).next().is_some()
    }
}

/// Computes the greatest end of each range; returns that of the whole list.
fn fill_ends(spans: &[(Span, usize)], ends: &mut [usize]) -> usize {
    let root = spans.len() / 2;
    let Some((span, _)) = spans.get(root) else { return 0 };
    let (before, after) = ends.split_at_mut(root);
    let left = fill_ends(&spans[..root], before);
    let Some((end, after)) = after.split_first_mut() else { return left };
    *end = left.max(span.end()).max(fill_ends(&spans[root + 1..], after));
    *end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span() -> impl Strategy<Value = Span> {
        (0..40_usize, 0..12_usize).prop_map(|(start, length)| Span::new(start, start + length))
    }

    proptest! {
        #[test]
        fn finds_the_same_as_a_linear_search(list in prop::collection::vec(span(), 0..30), query in span()) {
            let index = SpanIndex::new(list.iter().copied());
            let mut expected: Vec<usize> = (0..list.len()).filter(|at| list[*at].overlaps(query)).collect();
            expected.sort_by_key(|at| list[*at].start());
            prop_assert_eq!(index.overlapping(query).collect::<Vec<_>>(), expected);
        }
    }
}
