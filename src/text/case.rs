//! Lower case without unnecessary copies.

use std::borrow::Cow;

/// A word in lower case. Most words are, and are borrowed.
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}
