//! Whatever a newsroom has lying around: read with a note, or refused in a sentence.

use super::{Desk, WIRE};

/// `inspect` reads these bytes as this text, with notes that hold these words.
#[track_caller]
fn check_read(bytes: &[u8], text: &str, notes: &[&str]) {
    let desk = Desk::new();
    desk.put("a.txt", bytes);
    let article = desk.run(&["inspect", "a.txt", "--format", "json"]).done().json();
    assert_eq!(article["text"], text);
    let said: Vec<&str> =
        article["notes"].as_array().expect("a list").iter().filter_map(|note| note.as_str()).collect();
    assert_eq!(said.len(), notes.len(), "{said:?}");
    for (said, words) in said.iter().zip(notes) {
        assert!(said.contains(words), "{words:?} is not in {said:?}");
    }
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn plain_utf8_is_its_text_to_the_byte() {
    for text in [
        "One.\n\n  Two.\t“Né”\n",
        "no line end",
        "\u{c}page\u{b}\u{85}\n",
        "\u{1b}[31mred\u{1b}[0m \u{202e}x\n",
    ] {
        check_read(text.as_bytes(), text, &[]);
    }
}

#[test]
fn other_line_ends_become_line_feeds() {
    check_read(b"One.\r\nTwo.\r\n\r\nThree.", "One.\nTwo.\n\nThree.", &[]);
    check_read(b"One.\rTwo.\r", "One.\nTwo.\n", &[]);
}

#[test]
fn byte_order_marks_are_no_text() {
    check_read("\u{feff}Né.\n".as_bytes(), "Né.\n", &[]);
    check_read(&utf16("\u{feff}Né 東.\r\n", u16::to_le_bytes), "Né 東.\n", &["UTF-16LE"]);
    check_read(&utf16("\u{feff}Né 東.\n", u16::to_be_bytes), "Né 東.\n", &["UTF-16BE"]);
}

#[test]
fn other_encodings_are_read_with_a_note() {
    check_read(&utf16("Nobody was hurt.\n", u16::to_le_bytes), "Nobody was hurt.\n", &["UTF-16LE"]);
    check_read(&utf16("Nobody was hurt.\n", u16::to_be_bytes), "Nobody was hurt.\n", &["UTF-16BE"]);
    check_read(b"\x93We won\x92t,\x94 said Andr\xe9.\n", "“We won’t,” said André.\n", &["Windows-1252"]);
    // Привет, in the encoding of old Russian wires
    let russian = b"\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xed\xe5 \xef\xf0\xe8\xe5\xe4\xe5\xf2.";
    check_read(russian, "Президент сказал, что не приедет.", &["windows-1251"]);
}

#[test]
fn damaged_characters_are_repaired_with_a_note() {
    check_read(
        "â€œIt isnâ€™t safe,â€\u{9d} she said.\n".as_bytes(),
        "“It isn’t safe,” she said.\n",
        &["repaired 3 times"],
    );
    check_read(b"&ldquo;R&amp;D&rdquo;\n", "“R&D”\n", &["decoded 3 times"]);
}

#[test]
fn one_broken_character_does_not_make_another_encoding_of_a_text() {
    let mut bytes = "“We won’t,” said André Côté — “never”.\n".as_bytes().to_vec();
    bytes.extend(b"caf\xe9\n");
    check_read(&bytes, "“We won’t,” said André Côté — “never”.\ncaf\u{fffd}\n", &["\u{fffd}"]);
}

#[test]
fn an_empty_text_is_an_article_with_a_note() {
    for bytes in [&b""[..], b"\n", b" \r\n\t\n", b"\xef\xbb\xbf"] {
        let desk = Desk::with_articles();
        desk.put("empty.txt", bytes);
        let result = desk.run(&["wire.txt", "empty.txt", "--format", "json"]).done().json();
        assert_eq!(result["right"]["notes"][0], "The text is empty.");
        assert!(result["beads"].as_array().expect("a list").iter().all(|bead| bead["reuse"] == "left-only"));
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let cases: &[(&[u8], &str)] = &[
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a picture"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04\x14\0", "damaged or cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "(.doc)"),
        (b"\xd0\xcf\x11\xe0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "a password"),
        (b"{\\rtf1\\ansi }", "a document without text"),
        (b"text with a \0 in it", "binary"),
        (&[0; 64], "binary"),
        (b"\xff\xfea\0\0\0b\0\0\0", "binary"),
        (b"\x80\x01\x02\x03\xfe\x04\x05\x06\xff\x07\x01\x02", "binary"),
    ];
    for (bytes, words) in cases {
        let desk = Desk::with_articles();
        desk.put("odd.txt", bytes);
        desk.run(&["wire.txt", "odd.txt"]).trouble(&["'odd.txt'", words, "; "]);
        desk.run(&["inspect", "odd.txt"]).trouble(&["'odd.txt'", words]);
        desk.run_with_stdin(&["wire.txt", "-"], bytes).trouble(&["standard input", words]);
    }
}

#[test]
fn what_is_not_there_or_is_a_folder_is_named() {
    let desk = Desk::with_articles();
    std::fs::create_dir(desk.path("archive")).expect("a folder");
    desk.run(&["wire.txt", "gone.txt"]).trouble(&["no file 'gone.txt'", "; "]);
    desk.run(&["gone/wire.txt", "ours.txt"]).trouble(&["no file 'gone/wire.txt'"]);
    desk.run(&["archive", "ours.txt"]).trouble(&["'archive' is a folder"]);
    desk.run(&["wire.txt/", "ours.txt"]).trouble(&["'wire.txt/'"]);
    desk.run(&["", "ours.txt"]).trouble(&["The name of the first article is empty"]);
    desk.run(&["gone\u{1b}[2J", "ours.txt"]).trouble(&["'gone␛[2J'"]);
}

#[cfg(unix)]
#[test]
fn a_file_nobody_may_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with_articles();
    std::fs::set_permissions(desk.path("ours.txt"), std::fs::Permissions::from_mode(0o000)).expect("mode");
    if std::fs::read(desk.path("ours.txt")).is_ok() {
        return; // the superuser may read everything
    }
    desk.run(&["wire.txt", "ours.txt"]).trouble(&["'ours.txt' cannot be read: permission denied; "]);
}

#[test]
fn one_article_may_come_from_standard_input() {
    let desk = Desk::with_articles();
    let result = desk.run_with_stdin(&["-", "ours.txt", "--format", "json"], WIRE.as_bytes()).done().json();
    assert_eq!((&result["left"]["path"], &result["left"]["text"]), (&"-".into(), &WIRE.into()));
    assert_eq!(result["left"]["label"], "standard input");
    let article = desk.run_with_stdin(&["inspect", "-", "--format", "json"], b"One.").done().json();
    assert_eq!(article["text"], "One.");
    desk.run(&["-", "-"]).trouble(&["standard input", "; name a file"]);
}

#[test]
fn the_encoding_makes_no_difference() {
    let desk = Desk::new();
    let text = "“We won’t,” said André.\nNobody was hurt.\n";
    desk.put("a.txt", text);
    desk.put("b.txt", utf16(&format!("\u{feff}{}", text.replace('\n', "\r\n")), u16::to_le_bytes));
    let result = desk.run(&["a.txt", "b.txt", "--format", "json", "--exit-code"]).done().json();
    assert_eq!(result["differences"], serde_json::json!([]));
}

#[test]
fn a_line_of_a_megabyte_is_read_to_its_end() {
    let desk = Desk::new();
    let line = "word and another word ".repeat(50_000);
    desk.put("long.txt", &line);
    desk.put("short.txt", "word and another word");
    desk.run(&["long.txt", "short.txt", "--format", "json"]).done();
}

#[test]
fn labels_tell_the_articles_apart() {
    let labels = |desk: &Desk, arguments: &[&str]| {
        let result = desk.run(&[arguments, &["--format", "json"]].concat()).done().json();
        [&result["left"]["label"], &result["right"]["label"]]
            .map(|label| label.as_str().unwrap_or_default().to_owned())
    };
    let desk = Desk::with_articles();
    for name in ["a/story.txt", "b/story.txt", "a/story.md", "a/x/story.txt", "b/x/story.txt", "story.txt"] {
        desk.put(name, WIRE);
    }
    assert_eq!(labels(&desk, &["wire.txt", "ours.txt"]), ["wire", "ours"]);
    assert_eq!(labels(&desk, &["a/story.txt", "b/story.txt"]), ["story (left)", "story (right)"]);
    assert_eq!(labels(&desk, &["a/story.txt", "a/story.md"]), ["story.txt", "story.md"]);
    let full = |left: &str, right: &str| labels(&desk, &[left, right, "--full-paths"]);
    assert_eq!(full("a/story.txt", "b/story.txt"), ["a/story", "b/story"]);
    assert_eq!(full("a/x/story.txt", "b/x/story.txt"), ["a/x/story", "b/x/story"]);
    assert_eq!(full("story.txt", "b/story.txt"), ["story", "b/story"]);
    assert_eq!(labels(&desk, &["wire.txt", "wire.txt"]), ["wire (left)", "wire (right)"]);
    assert_eq!(labels(&desk, &["wire.txt", "ours.txt", "--label-left", "The Post"]), ["The Post", "ours"]);
    assert_eq!(labels(&desk, &["demo"]), ["Meridian Wire", "Kestrel Bay Courier"]);
}

#[test]
fn a_pound_sign_in_an_english_text_is_no_polish_letter() {
    let note = &["Windows-1252"][..];
    check_read(
        b"Each household pays \xa360 a year, up from \xa340.\n",
        "Each household pays £60 a year, up from £40.\n",
        note,
    );
    check_read(b"A \xa32bn plan.\n", "A £2bn plan.\n", note);
    check_read(
        b"It is 4\xbd miles to the \xbe mark, at 20\xb0C.\n",
        "It is 4½ miles to the ¾ mark, at 20°C.\n",
        note,
    );
    check_read(b"She paid 60\xa2 or \xa5900 for it.\n", "She paid 60¢ or ¥900 for it.\n", note);
    check_read(b"Zo\xeb said it\x92s \xa35.\n", "Zoë said it’s £5.\n", note);
    let menu = "The council served a menu to every guest who had come to the town hall on Monday, and ";
    let bytes = [menu.as_bytes(), b"nobody liked the cr\xe8me.\n"].concat();
    check_read(&bytes, &format!("{menu}nobody liked the crème.\n"), note);
    check_read(
        b"Le pr\xe9sident est all\xe9 \xe0 l\x92\xe9cole, o\xf9 les \xe9l\xe8ves l\x92attendaient.\n",
        "Le président est allé à l’école, où les élèves l’attendaient.\n",
        &["Windows-1252", "French"],
    );
}

#[test]
fn polish_and_czech_stay_what_they_are() {
    let note = &["windows-1250"][..];
    let polish = b"Prezydent powiedzia\xb3, \xbfe nie przyjedzie do \xa3odzi, bo pada \x9cnieg.\n";
    check_read(polish, "Prezydent powiedział, że nie przyjedzie do Łodzi, bo pada śnieg.\n", note);
    let czech = b"Prezident \xf8ekl, \x9ee do m\xecsta nep\xf8ijede, proto\x9ee hodn\xec sn\xec\x9e\xed.\n";
    check_read(czech, "Prezident řekl, že do města nepřijede, protože hodně sněží.\n", note);
    let hungarian = b"Az eln\xf6k azt mondta, hogy az id\xf5 miatt nem j\xf6n el a v\xe1rosba, de k\xe9s\xf5bb m\xe9g elj\xf6het.\n";
    check_read(
        hungarian,
        "Az elnök azt mondta, hogy az idő miatt nem jön el a városba, de később még eljöhet.\n",
        note,
    );
}

#[test]
fn markup_and_data_are_not_compared_as_prose() {
    let desk = Desk::with_articles();
    for (name, text, kind) in [
        ("a.xml", "<?xml version=\"1.0\"?>\n<nitf><body><p>Nobody was hurt.</p></body></nitf>\n", "XML"),
        ("b.txt", "<story><p>Nobody was hurt.</p></story>\n", "XML"),
        ("c.txt", "{ \"headline\": \"Nobody was hurt\" }\n", "JSON"),
        ("d", "[ { \"headline\": \"Nobody was hurt\" } ]\n", "JSON"),
    ] {
        desk.put(name, text);
        desk.run(&["wire.txt", name]).trouble(&[name, kind, "; ", ".txt"]);
    }
    for text in ["[Nobody was hurt.]\n", "<3 is a heart.\n", "{Nobody} was hurt.\n"] {
        check_read(text.as_bytes(), text, &[]);
    }
}

#[test]
fn a_web_page_is_refused() {
    let desk = Desk::with_articles();
    let pages: &[(&str, &str)] = &[
        ("a.txt", "<!DOCTYPE html>\n<html><body><p>Nobody was hurt.</p></body></html>\n"),
        ("b", "\u{feff}\n  <HTML lang=en>\n<p>Nobody was hurt.\n"),
        ("c.txt", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\"><body/></html>\n"),
        ("d.htm", "<p>Nobody was hurt.</p>\n"),
        ("e.HTML", "<!-- saved -->\n<div>Nobody was hurt.</div>\n"),
        ("f.txt", "<!-- saved -->\n<!doctype html>\n<p>Nobody was hurt.\n"),
    ];
    for (name, page) in pages {
        desk.put(name, page);
        desk.run(&["wire.txt", name]).trouble(&[name, "a web page", "; ", ".txt"]);
        desk.run(&["inspect", name]).trouble(&[name, "a web page"]);
    }
    // a text that merely talks of the web, or is called like a page
    check_read(b"The tag <html> opens a page.\n", "The tag <html> opens a page.\n", &[]);
    desk.put("plain.html", "Nobody was hurt, 3 < 4.\n");
    desk.run(&["inspect", "plain.html"]).done();
}

#[cfg(unix)]
#[test]
fn a_path_that_leads_nowhere_is_told_as_such() {
    let desk = Desk::with_articles();
    std::os::unix::fs::symlink("loop.txt", desk.path("loop.txt")).expect("a link");
    desk.run(&["wire.txt/x", "ours.txt"]).trouble(&["'wire.txt/x'", "'wire.txt' is a file, not a folder"]);
    desk.run(&["loop.txt", "ours.txt"]).trouble(&["'loop.txt'", "; it is a link that leads to itself"]);
    desk.run(&["wire.txt", "ours.txt", "-o", "wire.txt/r.json"])
        .trouble(&["'wire.txt' is a file, not a folder"]);
    desk.run(&["wire.txt", "ours.txt", "--format", "json", "-o", "loop.txt"])
        .trouble(&["'loop.txt'", "; it is a link that leads to itself"]);
    // not /proc/version, which root may not write either
    #[cfg(target_os = "linux")]
    desk.run(&["wire.txt", "ours.txt", "-o", "/proc/r.json"]).trouble(&["'/proc/r.json'", "; "]);
}
