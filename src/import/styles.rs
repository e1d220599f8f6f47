//! Names of paragraph styles that word processors and newsrooms use, and the kinds they state.

use super::document::Part;
use crate::article::BlockKind;

/// The kind of paragraphs with a style, by its name as the file has it; none if it states no kind.
///
/// The names of built-in styles are English in the file, whatever language the program shows them in.
pub(super) fn kind(name: &str) -> Option<BlockKind> {
    // `LibreOffice` writes a space as `_20_`
    let name = name.replace("_20_", " ").to_ascii_lowercase();
    let name = name.trim();
    let level = name.strip_prefix("heading").map(str::trim_start);
    if level.is_some_and(|level| level.starts_with(|c: char| c.is_ascii_digit()) || level.is_empty()) {
        return Some(BlockKind::Subhead);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

const NAMES: &[(&str, BlockKind)] = &[
    ("title", BlockKind::Headline),
    ("headline", BlockKind::Headline),
    ("subtitle", BlockKind::Deck),
    ("deck", BlockKind::Deck),
    ("standfirst", BlockKind::Deck),
    ("byline", BlockKind::Byline),
    ("author", BlockKind::Byline),
    ("dateline", BlockKind::Dateline),
    ("caption", BlockKind::Caption),
    ("cutline", BlockKind::Caption),
    ("image caption", BlockKind::Caption),
    ("table caption", BlockKind::Caption),
    ("illustration", BlockKind::Caption),
    ("figure", BlockKind::Caption),
    ("subhead", BlockKind::Subhead),
    ("crosshead", BlockKind::Subhead),
    ("credit", BlockKind::Credit),
];

/// The parts with text; a heading before all of them is the headline if no other part is.
pub(super) fn with_headline(mut parts: Vec<Part>) -> Vec<Part> {
    parts.retain(|part| !part.text.is_empty());
    let has_headline = parts.iter().any(|part| part.kind == Some(BlockKind::Headline));
    if let Some(first) =
        parts.first_mut().filter(|first| first.kind == Some(BlockKind::Subhead) && !has_headline)
    {
        first.kind = Some(BlockKind::Headline);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_names_state_kinds() {
        for (name, expected) in [
            ("heading 1", Some(BlockKind::Subhead)),
            ("Heading_20_2", Some(BlockKind::Subhead)),
            ("Heading", Some(BlockKind::Subhead)),
            ("Title", Some(BlockKind::Headline)),
            ("Cutline", Some(BlockKind::Caption)),
            ("heading note", None),
            ("Normal", None),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn a_first_heading_is_the_headline() {
        let heading = |text| Part::of(BlockKind::Subhead, text);
        let kinds = |parts: Vec<Part>| with_headline(parts).iter().map(|part| part.kind).collect::<Vec<_>>();
        let (headline, subhead) = (Some(BlockKind::Headline), Some(BlockKind::Subhead));
        assert_eq!(kinds(vec![Part::new(" "), heading("A"), heading("B")]), [headline, subhead]);
        assert_eq!(kinds(vec![Part::new("A"), heading("B")]), [None, subhead]);
        assert_eq!(kinds(vec![heading("A"), Part::of(BlockKind::Headline, "B")]), [subhead, headline]);
    }
}
