//! What must hold of every screen, whatever is typed on whatever size.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use pressdiff::comparison::Comparison;
use pressdiff::theme::Theme;
use pressdiff::tui::{App, Effect, ExportReply, Mode, Size, Styles, draw, script, update};

use super::fixture;

/// Inputs that an editor, a terminal or a cat may give.
const INPUTS: &[&str] = &[
    "j",
    "k",
    "d",
    "u",
    "g",
    "G",
    "]",
    "[",
    "q",
    "]q",
    "[q",
    "]m",
    "<space>",
    "1",
    "2",
    "R",
    "c",
    "c<paste:two\nlines 東京><cr>",
    "D",
    "@",
    "A",
    "<tab>A",
    "B",
    "U",
    "<c-r>",
    "o",
    "w",
    "]u",
    "]n",
    "s",
    "sq",
    "sn",
    "<bs>",
    "f",
    "F",
    "p",
    "L",
    "M",
    "S",
    "T",
    "W",
    ":",
    ":12<cr>",
    ":fi<tab>",
    "<pgdn>",
    "<pgup>",
    "<tab>",
    "<cr>",
    "n",
    "N",
    "z",
    "v",
    "x",
    "?",
    "h",
    "t",
    "/ferr<cr>",
    "/the<cr>",
    "<esc>",
    "<pause>",
    "<wheel:3>",
    "<wheel:-30>",
    "<click:4,4>",
    "<click:78,9>",
    "<click:39,200>",
    "<paste:words\n東京>",
    "<bs>",
    "y",
    "<space>",
    "e\u{301}",
    "<resize:40x10>",
    "<resize:80x24>",
    "<resize:1x1>",
    "<resize:3x2>",
    "<resize:200x50>",
    "<resize:13x5>",
    "<resize:25x9>",
    "<resize:20x5>",
    "<c-c>",
    "<drag:30,4>",
    "<release>",
    "fo",
    "fa",
    ":theme mono<cr>",
    ":filter open<cr>",
    "@<cr>",
    "sl",
    "sa",
    "sm",
    "sh",
    "<f4>",
    "cunfinished<esc>",
];

fn comparison(which: u8) -> Comparison {
    match which {
        0 => fixture::nothing(),
        1 => fixture::wide(),
        _ => fixture::ferry(),
    }
}

fn draw_once(app: &App) -> Buffer {
    let size = app.size();
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: size.columns, height: size.rows });
    draw(app, &Styles::new(Theme::default()), &mut buffer);
    buffer
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_input_at_any_size_panics_or_loses_the_cursor(
        which in 0u8..6,
        typed in prop::collection::vec(0..INPUTS.len(), 0..40),
        columns in 1u16..130,
        rows in 1u16..45,
    ) {
        let mut app = App::new(comparison(which), Size { columns, rows });
        for at in typed {
            // keys that jump, unless the first of them answers a question
            let jumps = matches!(INPUTS[at], "]q" | "[q" | "]m" | "]u" | "]n") && matches!(app.mode(), Mode::Reading);
            for input in script(INPUTS[at]).expect("a script") {
                let effect = update(&mut app, input);
                if let Effect::Export(request) = effect {
                    app.exported(request, ExportReply::Exists);
                }
                draw_once(&app);
                let (seen, all) = app.cursor_visibility();
                prop_assert!(all == 0 || app.text_height() == 0 || seen > 0, "the cursor is out of sight after {}", INPUTS[at]);
                if jumps && app.message().is_none() {
                    prop_assert!(seen == all || seen == app.text_height(), "{seen} of {all} after {}", INPUTS[at]);
                }
            }
        }
    }

    #[test]
    fn the_sign_column_is_never_written_over(columns in 80u16..140, rows in 6u16..40, which in 1u8..3) {
        let app = App::new(comparison(which), Size { columns, rows });
        let buffer = draw_once(&app);
        // bars, ruler and gutter as the layout cuts them: text may not leave its column
        let left = (columns - 8) / 2;
        for y in 1..rows.saturating_sub(4) {
            for x in [0, left + 1, left + 2, left + 4, columns - 3] {
                let symbol = buffer[(x, y)].symbol();
                let caption = buffer[(1, y)].symbol() == "❝";
                prop_assert!(caption || matches!(symbol, " " | "▌" | "▐"), "{symbol:?} at {x},{y} of {columns}x{rows}");
            }
        }
    }
}
