//! Readers of the text formats, written from their definitions and not from the program's code.

use pressdiff::text::Side;

/// `CriticMarkup` with everything accepted (right) or rejected (left), notes left out.
pub(crate) fn criticmarkup(made: &str, side: Side) -> String {
    let mut out = String::new();
    let (mut left, mut right, mut note) = (true, true, false);
    let mut rest = made;
    while !rest.is_empty() {
        let marks: [(&str, [bool; 3]); 11] = [
            ("{++", [false, true, false]),
            ("++}", [true, true, false]),
            ("{--", [true, false, false]),
            ("--}", [true, true, false]),
            ("{~~", [true, false, false]),
            ("~>", [false, true, false]),
            ("~~}", [true, true, false]),
            ("{>>", [true, true, true]),
            ("<<}", [true, true, false]),
            ("{==", [true, true, false]),
            ("==}", [true, true, false]),
        ];
        if let Some((mark, state)) = marks.iter().find(|(mark, _)| rest.starts_with(mark)) {
            [left, right, note] = *state;
            rest = rest.strip_prefix(mark).unwrap_or(rest);
            continue;
        }
        let mut chars = rest.chars();
        let mut c = chars.next().expect("not empty");
        if c == '\\' {
            c = chars.next().expect("a backslash has something behind it");
            if c == 'u' {
                let (code, after) = chars.as_str().trim_start_matches('{').split_once('}').expect("a code");
                c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character");
                chars = after.chars();
            }
        }
        rest = chars.as_str();
        if !note && (if side == Side::Left { left } else { right }) {
            out.push(c);
        }
    }
    out
}

/// The paragraphs of the article in a Markdown report, as one side has them.
pub(crate) fn markdown(made: &str, side: Side) -> Vec<String> {
    let (_, article) = made.split_once("\n## The article\n\n").expect("the article has a heading");
    let (article, _) = article.rsplit_once("\n## How this was made\n").expect("the stamp has a heading");
    let gone = if side == Side::Left { "ins" } else { "del" };
    let mut paragraphs = Vec::new();
    let mut paragraph = String::new();
    for lines in article.split("\n\n").skip(1) {
        let lines = lines.trim_end_matches('\n').trim_start_matches('\n');
        let lines = lines.strip_prefix("### ").or_else(|| lines.strip_prefix("#### ")).unwrap_or(lines);
        let mut mark = true;
        let mut inside = "";
        let mut rest = lines;
        while !rest.is_empty() {
            let tags = ["<del>", "</del>", "<ins>", "</ins>", "<sup>", "</sup>"];
            if let Some(tag) = tags.iter().find(|tag| rest.starts_with(**tag)) {
                inside = tag.trim_matches('<').trim_end_matches('>');
                inside = if tag.starts_with("</") { "" } else { inside };
                rest = rest.strip_prefix(tag).unwrap_or(rest);
                continue;
            }
            let (c, raw, after) = markdown_character(rest);
            rest = after;
            if c == '¶' && raw {
                mark = inside != gone;
            } else if inside != gone && inside != "sup" {
                paragraph.push(c);
            }
        }
        if mark {
            paragraphs.push(std::mem::take(&mut paragraph));
        }
    }
    assert_eq!(paragraph, "", "words behind the last mark");
    paragraphs
}

/// The first character, whether it stands there as it is, and what follows.
fn markdown_character(text: &str) -> (char, bool, &str) {
    let references = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&para;", '¶'), ("&#64;", '@')];
    if let Some((reference, c)) = references.iter().find(|(reference, _)| text.starts_with(reference)) {
        return (*c, false, text.strip_prefix(reference).unwrap_or(text));
    }
    let mut chars = text.chars();
    let c = chars.next().expect("not empty");
    assert!(
        !matches!(c, '<' | '>' | '&' | '*' | '_' | '`' | '|' | '[' | ']' | '@' | '\n'),
        "{c:?} is raw in {text}"
    );
    if c == '\\' {
        let c = chars.next().expect("a backslash has something behind it");
        return (c, false, chars.as_str());
    }
    (c, true, chars.as_str())
}

/// The text of one side in the two columns of an HTML report, its cells in order.
pub(crate) fn html(made: &str, side: Side) -> String {
    let head = format!("<td class=\"cell {}", side.name());
    let cells = made.split(&head).skip(1);
    let mut out = String::new();
    for cell in cells {
        let (attributes, rest) = cell.split_once('>').expect("a tag ends");
        let (inside, _) = rest.split_once("</td>").expect("a cell ends");
        assert!(!attributes.contains('<'));
        let mut hidden = false;
        for part in inside.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            if tag.contains("class=\"block\"") || tag.contains("class=\"elsewhere\"") {
                hidden = true;
            }
            if !hidden {
                out.push_str(&unescaped(text));
            }
            if tag == "/span" || tag == "/a" {
                if hidden {
                    out.push_str(&unescaped(text));
                }
                hidden = false;
            }
        }
        out.push(' ');
    }
    out
}

/// Character references of XML and HTML as characters.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, name) = rest.split_at(at);
        out.push_str(before);
        let (name, after) = name.trim_start_matches('&').split_once(';').expect("a reference ends");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" | "#34" => '"',
            "#x27" | "#39" => '\'',
            "#x2f" => '/',
            "#x7b" => '{',
            other => panic!("&{other}; is no reference"),
        });
        rest = after;
    }
    out + rest
}

/// Words as formats carry them: what steers a terminal by its picture or code, nothing left out.
pub(crate) fn harmless(words: &str) -> String {
    let one = |c: char| match u32::from(c) {
        0..=0x1f => char::from_u32(0x2400 + u32::from(c)).map(String::from).unwrap_or_default(),
        0x7f => "␡".to_owned(),
        0x80..=0x9f
        | 0x61c
        | 0x200e
        | 0x200f
        | 0x2028..=0x202e
        | 0x2066..=0x206f
        | 0xfff9..=0xfffb
        | 0xfffe
        | 0xffff => {
            format!("⟨U+{:04X}⟩", u32::from(c))
        }
        _ => c.to_string(),
    };
    words.chars().map(one).collect()
}

/// The records of a file as RFC 4180 defines it.
pub(crate) fn csv(made: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = made.chars().peekable();
    while let Some(c) = chars.next() {
        let record = records.last_mut().expect("one at least");
        let field = record.last_mut().expect("one at least");
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => field.extend(chars.next()),
            ('"', _) => quoted = !quoted,
            (',', false) => record.push(String::new()),
            ('\r', false) => {
                assert_eq!(chars.next(), Some('\n'), "lines end in CRLF");
                records.push(vec![String::new()]);
            }
            (c, _) => field.push(c),
        }
    }
    assert_eq!(records.pop(), Some(vec![String::new()]), "the last line ends, too");
    records
}

/// The text of an XML document whose elements close in order and have no attribute twice.
pub(crate) fn elements(made: &str) -> String {
    let (mut open, mut out) = (Vec::new(), String::new());
    for part in made.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "a raw > in {text}");
        out.push_str(&unescaped(text));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let names = tag.split('"').step_by(2).map(str::trim).filter(|name| name.ends_with('='));
        let names: Vec<&str> = names.filter_map(|name| name.split(' ').next_back()).collect();
        assert!(names.iter().all(|name| names.iter().filter(|other| other == &name).count() == 1), "{tag}");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{made}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new());
    out
}
