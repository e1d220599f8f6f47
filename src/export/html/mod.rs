//! The HTML report: one file to send to a colleague.
//!
//! What an editor asks first stands first: quotations, facts, differences; then
//! both texts side by side. The file loads nothing and runs nothing, prints on
//! paper, follows the reader's light or dark, and can be read by keyboard, on a
//! phone or by ear. It interprets the [`View`]; the ledgers list what the
//! [`Comparison`] holds. Every word of an article goes through
//! [`crate::text::visible`] and the template's escaping.

mod ledgers;
mod rows;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};
use serde::Serialize;

use crate::comparison::Comparison;
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::theme::palette::{DARK, Ink, LIGHT, Palette};
use crate::view::{Numbers, Sign, View, words};

/// The report of a view, as one HTML file.
///
/// # Panics
/// Where a template of the program is broken, whatever the articles: every test would see it.
pub fn html(view: &View, comparison: &Comparison) -> String {
    let mut environment = Environment::new();
    let tight = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(tight.expect("blocks keep their usual delimiters"));
    environment.set_auto_escape_callback(
        |name| {
            if name == STYLES { AutoEscape::None } else { AutoEscape::Html }
        },
    );
    for (name, template) in TEMPLATES {
        environment.add_template(name, template).expect("the templates of the program are sound");
    }
    let template = environment.get_template("report.html").expect("the report has a template");
    template.render(Serde(page(view, comparison))).expect("the template uses what the page has")
}

/// The style sheet; nothing of an article stands in it.
const STYLES: &str = "report.css";

const TEMPLATES: [(&str, &str); 4] = [
    ("report.html", include_str!("../../../assets/report/report.html")),
    ("ledgers.html", include_str!("../../../assets/report/ledgers.html")),
    ("rows.html", include_str!("../../../assets/report/rows.html")),
    (STYLES, include_str!("../../../assets/report/report.css")),
];

/// All that the template shows.
#[derive(Serialize)]
struct Page {
    version: &'static str,
    threshold: f64,
    lifted_run: usize,
    colors: Vec<ColorPair>,
    sides: [Outlet; 2],
    figures: Vec<Figure>,
    signs: Vec<SignWords>,
    quotations: Vec<ledgers::QuotationLine>,
    facts: ledgers::Facts,
    differences: Vec<ledgers::DifferenceLine>,
    overview: Vec<rows::Stretch>,
    items: Vec<rows::ItemLine>,
}

/// A colour of the style sheet: its name, and what it is on a light and a dark page.
#[derive(Serialize)]
struct ColorPair {
    name: &'static str,
    light: String,
    dark: String,
}

/// One article, as the head and the foot of the report name it.
#[derive(Serialize)]
struct Outlet {
    side: &'static str,
    label: String,
    title: Option<String>,
    path: String,
    sha256: String,
    format: &'static str,
    language: Option<&'static str>,
    notes: Vec<String>,
}

/// A line of the summary.
#[derive(Serialize)]
struct Figure {
    name: &'static str,
    text: String,
}

/// A sign of the legend.
#[derive(Clone, Serialize)]
struct SignWords {
    symbol: &'static str,
    class: &'static str,
    name: String,
}

fn page(view: &View, comparison: &Comparison) -> Page {
    let numbers = Numbers::new(view);
    let figures = words::summary(comparison);
    Page {
        version: env!("CARGO_PKG_VERSION"),
        threshold: comparison.options.align.threshold,
        lifted_run: comparison.options.lifted.run,
        colors: colors(),
        sides: Side::BOTH.map(|side| outlet(comparison, side)),
        figures: figures.into_iter().map(|f| Figure { name: f.name, text: shown(&f.text) }).collect(),
        signs: Sign::ALL.map(|sign| sign_words(comparison, sign)).to_vec(),
        quotations: ledgers::quotations(comparison, &numbers),
        facts: ledgers::facts(comparison, &numbers),
        differences: ledgers::differences(comparison, &numbers),
        overview: rows::overview(view, comparison),
        items: rows::items(view, comparison, &numbers),
    }
}

fn outlet(comparison: &Comparison, side: Side) -> Outlet {
    let article = &comparison.sides[side].article;
    Outlet {
        side: side.name(),
        label: shown(words::outlet(comparison, side)),
        title: article.title().map(shown),
        path: shown(&article.origin.path),
        sha256: shown(&article.origin.sha256),
        format: article.origin.format,
        language: article.language,
        notes: article.notes.iter().map(|note| shown(note)).collect(),
    }
}

fn sign_words(comparison: &Comparison, sign: Sign) -> SignWords {
    SignWords {
        symbol: sign.symbol(),
        class: sign_class(sign),
        name: shown(&words::sign_name(comparison, sign)),
    }
}

/// The class of a row and of its piece of the overview.
fn sign_class(sign: Sign) -> &'static str {
    match sign {
        Sign::Identical => "identical",
        Sign::Typography => "typography",
        Sign::Edited => "edited",
        Sign::Rewritten => "rewritten",
        Sign::Moved => "moved",
        Sign::LeftOnly => "left-only",
        Sign::RightOnly => "right-only",
    }
}

/// Words as they may stand on a page, on one line.
fn shown(words: &str) -> String {
    shown_text(words).into_owned()
}

/// The themes' palettes as variables of the style sheet.
fn colors() -> Vec<ColorPair> {
    let of = |p: &Palette| {
        [
            ("paper", p.paper),
            ("text", p.text),
            ("left", p.side.left),
            ("right", p.side.right),
            ("left-differs", p.differs.left),
            ("right-differs", p.differs.right),
            ("moved", p.moved),
            ("quiet", p.quiet),
            ("accent", p.accent),
            ("shared", p.shared),
            ("shared-fill", p.shared_fill),
            ("altered", p.altered),
            ("alarm", p.alarm),
            ("alarm-fill", p.alarm_fill),
            ("band", p.cursor_fill),
        ]
    };
    let hex = |ink: Ink| format!("#{:02x}{:02x}{:02x}", ink.rgb.0, ink.rgb.1, ink.rgb.2);
    let pair = |((name, light), (_, dark))| ColorPair { name, light: hex(light), dark: hex(dark) };
    of(&LIGHT).into_iter().zip(of(&DARK)).map(pair).collect()
}
