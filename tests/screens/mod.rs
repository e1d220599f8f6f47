//! The screen, driven as an editor drives it: keys in, screen out.

mod fixture;
mod properties;
mod quotations;
mod review;
mod scenarios;

use pressdiff::comparison::Comparison;
use pressdiff::export::Report;
use pressdiff::output::Existing;
use pressdiff::theme::Theme;
use pressdiff::tui::{App, ExportReply, ExportRequest, Form, Host, Message, Mode, Size, picture, play};

/// What became of some keys.
struct Played {
    app: App,
    screen: String,
    exports: Vec<ExportRequest>,
}

/// Keeps requests for exports; a file called `there.*` is in the way, one in `nowhere/` cannot be written.
struct Exports(Vec<ExportRequest>);

impl Host for Exports {
    fn export(&mut self, _: &Report<'_>, request: &ExportRequest) -> ExportReply {
        let path = request.path.to_string_lossy();
        if path.starts_with("there.") && request.existing == Existing::Keep {
            return ExportReply::Exists;
        }
        if path.starts_with("nowhere/") {
            return ExportReply::Failed("There is no folder nowhere.".to_owned());
        }
        self.0.push(request.clone());
        ExportReply::Written
    }
}

/// Plays keys on a screen.
fn keys(comparison: Comparison, keys: &str, size: &str, form: Form) -> Played {
    let size: Size = size.parse().expect("a size");
    let app = App::new(comparison, size);
    let mut exports = Exports(Vec::new());
    let (app, cells) = play(app, keys, form, Theme::default(), &mut exports).expect("a script");
    Played { app, screen: picture(&cells, form), exports: exports.0 }
}

fn ferry(script: &str) -> Played {
    keys(fixture::ferry(), script, "80x24", Form::Text)
}

/// The selected row, counted from 1 as the status line does.
#[track_caller]
fn lands(script: &str, row: usize) {
    assert_eq!(ferry(script).app.cursor().index() + 1, row, "{script}");
}

#[track_caller]
fn shows(script: &str, words: &str) {
    let screen = ferry(script).screen;
    assert!(screen.contains(words), "{script} does not show {words:?}:\n{screen}");
}

#[track_caller]
fn hides(script: &str, words: &str) {
    let screen = ferry(script).screen;
    assert!(!screen.contains(words), "{script} shows {words:?}:\n{screen}");
}

#[test]
fn the_screen_at_every_size() {
    for size in ["40x10", "80x24", "120x40", "200x50"] {
        let text = keys(fixture::ferry(), "]]<pause>", size, Form::Text).screen;
        let marks = keys(fixture::ferry(), "]]<pause>", size, Form::Marks).screen;
        insta::assert_snapshot!(format!("ferry_{size}"), format!("{text}\n{marks}"));
    }
}

#[test]
fn what_lies_over_the_texts() {
    for (name, script) in [
        ("help", "?"),
        ("export_menu", "x"),
        ("file_name", "xh"),
        ("folded", "zG"),
        ("one_column", "v"),
        ("search", "/ferr<cr>"),
        ("ledger_summary", "s"),
        ("ledger_quotations", "sq"),
        ("ledger_order", "sm"),
        ("filter_menu", "fq"),
        ("filtered", "fqn<cr>"),
        ("popup", "]q]qp"),
        ("row_numbers", "L"),
        ("sides_apart", "Sdd"),
        ("command_line", ":fo"),
        ("folded_to_what_differs", "zzz"),
        ("marked_up", "v"),
    ] {
        insta::assert_snapshot!(name, ferry(script).screen);
    }
}

#[test]
fn wide_characters_stay_in_their_columns() {
    for size in ["41x14", "80x24"] {
        insta::assert_snapshot!(format!("wide_{size}"), keys(fixture::wide(), "", size, Form::Text).screen);
    }
}

#[test]
fn two_empty_texts_say_so() {
    let played = keys(fixture::nothing(), "]j]qzv<cr>n/x<cr>", "80x24", Form::Text);
    assert!(played.screen.contains("Neither text"), "{}", played.screen);
}

#[test]
fn differences_are_walked_forth_and_back() {
    lands("", 1);
    lands("]", 2);
    lands("<f8><a-down>", 3);
    lands("]]][", 3);
    lands("G[", 10);
    shows("GG]", "This is the last difference");
}

#[test]
fn a_key_behind_a_bracket_refines_from_where_one_started() {
    lands("]q", 4);
    lands("]q]q", 6);
    lands("G[q", 6);
    lands("]m", 3);
    lands("]u", 9);
    lands("]]]c", 4);
    shows("]", "q quotation   n number   s attribution   m moved   u unique");
}

#[test]
fn a_pause_ends_a_sequence_so_that_q_quits() {
    shows("]<pause>q?", "diff 2/8");
    lands("]<pause>j", 3);
}

#[test]
fn the_wheel_ends_a_sequence() {
    lands("]<wheel:0>j", 3);
}

#[test]
fn enter_goes_to_the_other_end_of_what_moved() {
    lands("]m<cr>", 7);
    lands("]m<cr><cr>", 3);
    shows("]u<cr>", "Only Coast Wire has this");
    assert_eq!(ferry("<cr>").app.side().name(), "right");
}

#[test]
fn pages_and_ends() {
    lands("G", 15);
    lands("Gg", 1);
    lands("<end><home>", 1);
    lands("<pgdn><pgdn><pgdn>", 15);
    lands("GGuuuuuu", 1);
    lands("jjk", 2);
}

#[test]
fn search_is_smart_about_case_and_quotes() {
    lands("/ferr<cr>", 1);
    lands("/ferr<cr>n", 2);
    lands("/ferr<cr>nn", 11);
    lands("/ferr<cr>nnN", 2);
    shows("/zeppelin<cr>", "No match for “zeppelin”.");
    shows("/ferr<cr>", "match 1/3");
    lands("/ferr<esc>n", 2);
    hides("/ferr<cr><esc><esc>", "match");
    lands("/<paste:hourly\nno><bs><bs><bs><bs><bs><bs><bs><bs><bs>hour<cr>", 11);
}

#[test]
fn identical_text_is_folded_and_opened() {
    shows("zG", "identical · Enter opens");
    hides("zzzz", "Enter opens");
    hides("zz+", "Enter opens");
    hides("zG", "2,000 people");
    shows("zG<cr>", "2,000 people");
    shows("z/2,000<cr>", "2,000 people");
}

#[test]
fn the_selection_survives_folds_and_sizes() {
    lands("]]]]z", 6);
    lands("]]]]z<resize:40x10>v<resize:200x50>", 6);
}

#[test]
fn an_export_asks_for_a_name_and_before_it_overwrites() {
    let path =
        |script| ferry(script).exports.iter().map(|e| e.path.display().to_string()).collect::<Vec<_>>();
    shows("xh", "Write html to: coast-wire-harbour-post.html");
    assert_eq!(path("xh<cr>"), ["coast-wire-harbour-post.html"]);
    assert_eq!(path("x<down><cr><c-u>there.html<cr>y"), ["there.html"]);
    assert!(path("xh<c-u>there.html<cr>n").is_empty());
    shows("xh<c-u>there.html<cr>", "there.html exists. Overwrite it?");
    assert_eq!(
        ferry("xj<c-u>nowhere/a.json<cr>").app.message(),
        Some(&Message::Warning("There is no folder nowhere.".to_owned()))
    );
    assert!(path("xj<c-u><cr>").is_empty());
}

#[test]
fn escape_steps_back_and_never_quits() {
    for script in ["x", "xh", "?", "/a", "xh<c-u>there.html<cr>", "]", ""] {
        let app = ferry(&format!("{script}<esc><esc><esc>")).app;
        assert!(matches!(app.mode(), Mode::Reading), "{script}");
    }
}

#[test]
fn clicks_select() {
    lands("<click:50,7>", 3);
    assert_eq!(ferry("<click:50,7>").app.side().name(), "right");
    lands("<click:79,20>", 15);
    lands("<click:3,0>", 1);
}

#[test]
fn the_first_keys_are_named_until_one_is_pressed() {
    shows("", "? help");
    hides("j", "? help");
    shows("j", "2 quotations: 1 altered, 1 same");
}

#[test]
fn pictures_hold_every_line() {
    use pressdiff::tui::Background;
    let svg = keys(fixture::ferry(), "G", "80x24", Form::Svg(Background::Dark)).screen;
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
    assert!(svg.contains("東</tspan>"));
}

#[test]
fn lists_keep_their_place_and_lead_to_their_row() {
    lands("sq<cr>", 6);
    shows("sqjj/beck<cr>", "hides 1 line");
    shows("sq/beck<cr><esc>sq", "hides 1 line");
    shows("sqj<cr><bs>", "2/2");
    hides("sq<esc>", "Enter goes to the row");
    shows("s<tab><tab>", "next list");
    shows("sl", "The owners could not be reached.");
    shows("sa", "nobody is named for it");
    shows("sm", "moved: sentence 6 of 13 → 3 of 13");
    shows("sh", "Headlines");
    shows("sqF", "2 quotations");
}

#[test]
fn a_filter_shows_its_rows_and_counts_the_rest() {
    shows("fq<cr>", "13 of 15 rows hidden");
    shows("fq<cr>", "outside the filter");
    shows(":filter quotation moved<cr>", "filter quotation, moved: 11 of 15 rows hidden");
    hides("fq<cr>F", "outside the filter");
    lands("fq<cr>]]", 6);
    shows("fs<cr>]", "The filter shows no difference; F clears it.");
}

#[test]
fn folding_goes_level_by_level() {
    shows("z", "Hidden: identical text (4 rows).");
    shows("zz", "identical or differs only in typography");
    shows("zzz", "all text without differences");
    shows("zzzz", "Both texts are shown in full.");
    shows(":fold all-alike<cr>", "all text without differences");
}

#[test]
fn one_text_holds_both_with_brackets() {
    shows("v", "with [-140-]{+104+} people aboard");
    shows("v", "[-The owners could not be reached.-]");
    shows("vv", " R  Harbour Post");
    hides("vvv", " R  Harbour Post");
}

#[test]
fn what_can_be_switched_on_and_off() {
    shows("LG", "15 The harbour office");
    let marks = |script| keys(fixture::ferry(), script, "80x24", Form::Marks).screen;
    assert!(marks("").contains("altered-word") && !marks("W").contains("altered-word"));
    shows("jM", "2 quotations: 1 altered, 1 same");
    hides("M", "┃");
}

#[test]
fn sides_scroll_apart_and_together_again() {
    let apart = |script| keys(fixture::ferry(), script, "80x12", Form::Text).screen;
    let (locked, unlocked) = (apart("dd"), apart("Sdd"));
    assert_ne!(locked, unlocked);
    let body = |screen: &str| screen.lines().skip(1).collect::<Vec<_>>().join("\n");
    let unlocked = body(&unlocked);
    assert!(unlocked.contains("Ferry stuck off") && !unlocked.contains("Ferry runs"), "{unlocked}");
    let crossed = keys(fixture::ferry(), "Sdd<tab>j", "80x12", Form::Text).app;
    assert_eq!((crossed.side().name(), crossed.cursor().index() < 6), ("right", true));
    assert!(apart("SddS").contains("The sides scroll together."));
    shows("vS", "The texts are in one column");
}

#[test]
fn a_popup_tells_everything_of_a_row() {
    shows("]p", "rule by-hand");
    shows("]q]qp", "❝ Jo Marsh: altered: may → will");
    shows("]p]", "Row 3 of 15");
    lands("]pjq", 2);
}

#[test]
fn a_command_is_typed_by_its_name() {
    lands(":7<cr>", 7);
    lands(":99<cr>", 15);
    lands(":goto end<cr>", 15);
    lands(":3 down<cr>", 4);
    lands(":2 next-quotation<cr>", 6);
    shows(":exprot<cr>", "There is no command “exprot”. The nearest is “export”.");
    shows(":fil<tab>", ":filter");
    shows(":fol", "fold LEVEL: hide rows that are alike");
    shows(":filter quo<tab>", ":filter quotation");
    shows(":filter nonsense<cr>", "“nonsense” is not one of difference, quotation");
    shows(":ledger quotations<cr>", "2 quotations: 1 altered, 1 same");
    assert_eq!(ferry(":export html there.html<cr>y").exports.len(), 1);
    let quits = ferry(":q<cr>j").app;
    assert_eq!(quits.cursor().index(), 0);
}

#[test]
fn a_theme_is_put_on_by_its_name() {
    let picture =
        |script| keys(fixture::ferry(), script, "80x24", Form::Svg(pressdiff::tui::Background::Dark)).screen;
    shows(":theme mono<cr>", "Theme mono.");
    shows(":theme nonsense<cr>", "There is no theme “nonsense”: auto, dark, light,");
    shows(":theme hi<tab>", ":theme high-contrast");
    assert_ne!(picture(":theme mono<cr>j"), picture(":theme dark<cr>j"));
    assert_eq!(picture(":theme mono<cr>:theme auto<cr>j"), picture(":theme dark<cr>j"));
}

#[test]
fn another_threshold_keeps_the_sentence() {
    shows("T", "Threshold all (0.1): every candidate");
    shows(":threshold sure<cr>", "Threshold sure (0.7): only pairs");
}
