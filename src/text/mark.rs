//! Marks around words: brackets and quotation marks.

/// Whether a mark can only open.
pub(crate) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '„' | '‚' | '«' | '‹' | '(' | '[' | '{' | '¿' | '¡' | '「' | '『' | '（' | '《')
}

/// Whether a mark opens before a word and closes after one.
pub(crate) fn is_either(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '»' | '›' | '”' | '’')
}
