//! Marks around words: brackets and quotation marks.

/// A mark that only opens.
pub(crate) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '„' | '‚' | '«' | '‹' | '(' | '[' | '{' | '¿' | '¡' | '「' | '『' | '（' | '《')
}

/// A mark that opens before a word and closes after one.
pub(crate) fn is_either(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '»' | '›' | '”' | '’')
}
