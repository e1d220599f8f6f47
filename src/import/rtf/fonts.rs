//! The encodings of the fonts of an RTF file.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// The encoding of a Windows code page.
pub(super) fn of_code_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        10000 => return Some(MACINTOSH),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a character set of Windows fonts; none if that of the document holds.
pub(super) fn of_character_set(set: i32) -> Option<&'static Encoding> {
    let page = match set {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    of_code_page(page)
}

/// The encoding of a file that names none.
pub(super) const USUAL: &Encoding = WINDOWS_1252;
