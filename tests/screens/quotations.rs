//! Quotations that cover several rows: the filter shows them whole, jumps stop where they differ.

use pressdiff::article::Origin;
use pressdiff::comparison::{Comparison, Options, compare};
use pressdiff::import::import;
use pressdiff::text::Pair;
use pressdiff::tui::Form;

use super::{Played, keys};

const LEFT: &str = "Gate at Tarn dam closed

“We closed the gate on time,” Mayor Ada Lund said. “It cost less than we had planned. Nobody was hurt on the dam.”

The dam is 400 metres long.

“The school stays open,” Tom Reyl said. “Buses run as ever.”

Jan Oder told the council that the repairs “will be finished by the first day of May at the latest.”

Divers looked at the hinges for two hours on Monday.";

const RIGHT: &str = "Gate at Tarn dam closed

“We closed the gate on time,” Mayor Ada Lund said. “It cost less than we had planned. Nobody was killed on the dam.”

The dam is 400 metres long.

“The school stays open,” Tom Reyl said. “Buses run as ever.”

Divers looked at the hinges for two hours on Monday.

Jan Oder told the council that the repairs “will not be finished by the first day of May at the latest.”";

fn compared() -> Comparison {
    let texts = Pair::new((LEFT, "Coast Wire"), (RIGHT, "Harbour Post"));
    compare(
        Pair::from_fn(|side| {
            let (text, label) = texts[side];
            import(text.to_owned(), Origin { label: label.to_owned(), ..Origin::in_memory(side) })
        }),
        Options::default(),
    )
}

fn played(script: &str, size: &str) -> Played {
    keys(compared(), script, size, Form::Text)
}

/// The words of the selected row, on the right where it has some.
#[track_caller]
fn lands(script: &str, words: &str) {
    let app = played(script, "80x24").app;
    let row = app.cursor().index();
    let screen = keys(compared(), &format!("L{script}"), "200x50", Form::Text).screen;
    let line = screen.lines().find(|line| line.contains(&format!("▌{:>2} ", row + 1))).unwrap_or_default();
    assert!(line.contains(words), "{script} lands on {line:?}:\n{screen}");
}

#[test]
fn jumps_stop_where_a_quotation_differs() {
    lands("]q", "Nobody was killed");
    lands("]q]q", "The school stays open");
    lands("]q]q]q", "will not be finished");
    lands("G[q[q", "Nobody was killed");
    lands("sq<cr>", "will not be finished");
    assert!(played("G]q", "80x24").screen.contains("This is the last quotation"));
}

#[test]
fn the_filter_shows_all_of_a_quotation() {
    let screen = played("fq<cr>", "80x24").screen;
    for words in ["closed the gate on time", "less than we had", "Nobody was killed", "Buses run as ever"] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    for words in ["400 metres", "hinges"] {
        assert!(!screen.contains(words), "{words}:\n{screen}");
    }
}

#[test]
fn each_row_that_differs_says_so() {
    for (name, script) in [("rows", "]q"), ("filtered", "fq<cr>")] {
        for size in ["80x24", "120x40"] {
            insta::assert_snapshot!(format!("quotation_{name}_{size}"), played(script, size).screen);
        }
    }
}

#[test]
fn the_overview_shows_both_ends_of_a_quotation_that_moved() {
    let alarms = |script: &str| {
        let screen = played(script, "80x24").screen;
        screen.lines().filter(|line| line.ends_with('!')).count()
    };
    assert_eq!(alarms(""), 3, "{}", played("", "80x24").screen);
    // a verdict at the first end is one for both
    assert_eq!(alarms("]]1"), 1, "{}", played("]]1", "80x24").screen);
}
