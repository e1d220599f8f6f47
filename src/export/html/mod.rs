//! The HTML report: one file to send to a colleague.
//!
//! First quotations, facts and differences, then both texts side by side. The file loads nothing and
//! runs nothing, can be printed, follows the light or dark setting of the reader, and works with a
//! keyboard, a phone or a screen reader. Every word of an article goes through
//! [`crate::text::visible`] and the escaping of the template.

mod rows;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use self::rows::{SignWords, sign_words};
use super::ledgers::{self, shown};
use super::report::{Report, Template};
use super::stamp::{self, MAKER, names_maker};
use crate::comparison::Comparison;
use crate::text::Side;
use crate::theme::palette::{Ink, Palette};
use crate::theme::{DARK, LIGHT};
use crate::view::words::{self, Figure};
use crate::view::{Numbers, Sign};

/// The report as one HTML file.
///
/// # Panics
/// If a built-in template is broken, which every test would show.
pub fn html(report: &Report<'_>) -> String {
    let environment = environment();
    let template = environment.get_template("report.html").expect("the report has a template");
    template.render(Serde(page(report))).expect("the template uses what the page has")
}

/// The report in the user's own template.
///
/// The template is written in Jinja and gets the values of the built-in templates. It may include
/// `ledgers.html`, `rows.html` and `report.css`, or use the values directly. Everything is escaped.
///
/// # Errors
/// If the template is wrong; the message has the line.
pub fn templated(report: &Report<'_>, template: &Template) -> Result<String, String> {
    let mut environment = environment();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.add_template(OWN, &template.text).map_err(|error| explained(&error))?;
    let own = environment.get_template(OWN).map_err(|error| explained(&error))?;
    let mut page = own.render(Serde(page(report))).map_err(|error| explained(&error))?;
    if !page.ends_with('\n') {
        page.push('\n');
    }
    Ok(page + STAMP.0 + MAKER + STAMP.1)
}

/// The last line of a page from the user's template: the text before and after the maker.
const STAMP: (&str, &str) = ("<!-- Made by ", " -->\n");

/// Whether a file is an HTML report and not a template.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(page) = std::str::from_utf8(bytes) else { return false };
    // a template is often an edited report with its stamp
    let is_template = ["{{", "{%"].iter().any(|mark| page.contains(mark));
    let is_one = page.matches("</html>").count() < 2;
    is_one && !is_template && (is_usual_page(page) || is_stamped_page(page))
}

/// Whether the head and the last entry of the foot name the maker, as in the built-in template.
fn is_usual_page(page: &str) -> bool {
    let Some((head, page)) = page.split_once("<title>") else { return false };
    let Some((_, foot)) = page.rsplit_once("<dd>") else { return false };
    let generator = head.split_once("<meta name=\"generator\" content=\"");
    head.starts_with("<!DOCTYPE html>")
        && !head.contains("<!--")
        && generator.is_some_and(|(_, maker)| names_maker(maker))
        && names_maker(foot)
        && page.trim_end().ends_with("</html>")
}

/// Whether the last line names the maker, as on a page from the user's template.
fn is_stamped_page(page: &str) -> bool {
    let maker = page.lines().next_back().and_then(|line| line.strip_prefix(STAMP.0));
    maker.is_some_and(names_maker) && page.ends_with(STAMP.1)
}

/// The error in a template, with its line.
fn explained(error: &minijinja::Error) -> String {
    let what = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    match error.line() {
        Some(line) => format!("line {line}: {what}"),
        None => what,
    }
}

/// The name of the user's template.
const OWN: &str = "own.html";

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    let tight = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(tight.expect("blocks keep their usual delimiters"));
    environment.set_auto_escape_callback(
        |name| {
            if name == STYLES { AutoEscape::None } else { AutoEscape::Html }
        },
    );
    environment.set_formatter(formatted);
    for (name, template) in TEMPLATES {
        environment.add_template(name, template).expect("the templates of the program are sound");
    }
    environment
}

/// Writes a value with braces as character references, so that no report contains template syntax.
fn formatted(
    out: &mut minijinja::Output<'_>,
    state: &mut minijinja::State<'_, '_>,
    value: &minijinja::Value,
) -> Result<(), minijinja::Error> {
    let Some(words) = value.as_str().filter(|words| words.contains('{') && !value.is_safe()) else {
        return minijinja::escape_formatter(out, state, value);
    };
    for (n, part) in words.split('{').enumerate() {
        if n > 0 {
            out.write_str("&#x7b;")?;
        }
        minijinja::escape_formatter(out, state, &minijinja::Value::from(part))?;
    }
    Ok(())
}

/// The style sheet; it contains nothing of an article.
const STYLES: &str = "report.css";

const TEMPLATES: [(&str, &str); 4] = [
    ("report.html", include_str!("../../../assets/report/report.html")),
    ("ledgers.html", include_str!("../../../assets/report/ledgers.html")),
    ("rows.html", include_str!("../../../assets/report/rows.html")),
    (STYLES, include_str!("../../../assets/report/report.css")),
];

/// The values of the templates.
#[derive(Serialize)]
struct Page {
    version: &'static str,
    threshold: f64,
    lifted_run: usize,
    /// The version and the options of the comparison, in one line.
    program: String,
    colors: Vec<ColorPair>,
    sides: [Outlet; 2],
    figures: Vec<Figure>,
    review: Vec<rows::RemarkLine>,
    orphaned: Vec<rows::RemarkLine>,
    signs: Vec<SignWords>,
    quotations: Vec<ledgers::QuotationLine>,
    facts: ledgers::Facts,
    differences: ledgers::Differences,
    overview: Vec<rows::Section>,
    items: Vec<rows::RowLine>,
}

/// A color of the style sheet, on a light and a dark page.
#[derive(Serialize)]
struct ColorPair {
    name: &'static str,
    light: String,
    dark: String,
}

/// One article in the head and the foot of the report.
#[derive(Serialize)]
struct Outlet {
    side: &'static str,
    label: String,
    title: String,
    path: String,
    sha256: String,
    format: &'static str,
    language: Option<&'static str>,
    notes: Vec<String>,
}

fn page(report: &Report<'_>) -> Page {
    let comparison = report.comparison;
    let view = &report.rows();
    let numbers = Numbers::new(view);
    let figures = words::summary(comparison).into_iter();
    Page {
        version: env!("CARGO_PKG_VERSION"),
        threshold: comparison.options.align.threshold,
        lifted_run: comparison.options.lifted.run,
        program: stamp::program(comparison),
        colors: colors(),
        sides: Side::BOTH.map(|side| outlet(comparison, side)),
        figures: figures.map(|figure| Figure { text: shown(&figure.text), ..figure }).collect(),
        review: rows::review(report, &numbers),
        orphaned: rows::orphaned(report),
        signs: Sign::ALL.map(|sign| sign_words(comparison, sign)).to_vec(),
        quotations: ledgers::quotations(report, &numbers),
        facts: ledgers::facts(report, &numbers),
        differences: ledgers::differences(report, &numbers),
        overview: rows::overview(view, report),
        items: rows::rows(view, report, &numbers),
    }
}

fn outlet(comparison: &Comparison, side: Side) -> Outlet {
    let article = &comparison.sides[side].article;
    Outlet {
        side: side.name(),
        label: shown(words::outlet(comparison, side)),
        title: shown(&words::title(comparison, side)),
        path: shown(&article.origin.path),
        sha256: shown(&article.origin.sha256),
        format: article.origin.format,
        language: article.language.code(),
        notes: article.notes.iter().map(|note| shown(note)).collect(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::ReportOptions;
    use crate::quotation::LinkState;
    use crate::review::Placed;
    use crate::text::Pair;
    use crate::view::made::{comparison, quote};
    use std::sync::Arc;

    fn report(comparison: &Comparison) -> String {
        let (review, options) = (Placed::default(), ReportOptions::default());
        html(&Report { comparison, review: &review, options: &options })
    }

    #[track_caller]
    fn holds(report: &str, parts: &[&str]) {
        for part in parts {
            assert!(report.contains(part), "{part} is not in\n{report}");
        }
    }

    #[test]
    fn differing_words_are_deletions_and_insertions() {
        let report = report(&comparison("Some 12 men left.", "Some 15 men left.", "0-0"));
        holds(
            &report,
            &[
                r#"Some <del class="differs">12</del> men left."#,
                r#"Some <ins class="differs">15</ins> men left."#,
                r#"<tbody id="row-1" class="row edited" tabindex="0">"#,
            ],
        );
    }

    #[test]
    fn the_review_table_has_findings_and_marks_the_words_that_differ() {
        let mut made =
            comparison("Some 12 men left.\nRain fell.", "Some 15 men left.\nRain fell.", "0-0 =1-1");
        made.differences.push(crate::difference::Difference {
            bead: crate::alignment::BeadId::new(0),
            kind: crate::difference::DifferenceKind::Number,
            severity: crate::difference::Severity::High,
            certainty: crate::difference::Certainty::Sure,
            spans: Pair::default(),
            rule: "number",
            why: "The number <differs>.".to_owned(),
        });
        let mut review = Placed::default();
        let fix = crate::review::Remark { verdict: Some(crate::review::Verdict::Fix), note: None };
        for (bead, _) in made.alignment.iter() {
            review.remarks.insert(bead, fix.clone());
        }
        let made = html(&Report { comparison: &made, review: &review, options: &ReportOptions::default() });
        holds(
            &made,
            &[
                r#"<td class="findings" data-label="Finding"><p>The number &lt;differs&gt;.</p></td>"#,
                r#"<td class="findings" data-label="Finding"></td>"#,
                r#"dir="auto">Some <mark class="altered-word">12</mark> men left.</td>"#,
                r#"dir="auto">Some <mark class="altered-word">15</mark> men left.</td>"#,
            ],
        );
    }

    #[test]
    fn both_ends_of_a_moved_sentence_point_to_each_other() {
        let report =
            report(&comparison("Rain fell.\nThe dam held.", "The dam held.\nRain fell.", "=0-1 ↕1-0"));
        holds(
            &report,
            &[
                r##"<a class="elsewhere" href="#row-3">stands in row 3 in the Wire</a>"##,
                r##"<a class="elsewhere" href="#row-1">stands in row 1 in the Courier</a>"##,
            ],
        );
    }

    #[test]
    fn a_quotation_is_in_the_ledger_and_in_its_row() {
        let mut quoted = comparison("We may go, she said.", "“We will go,” she said.", "0-0");
        quote(&mut quoted, Pair::new("We may go", "We will go"), LinkState::Altered);
        let word = |side: Side, word: &str| {
            let start = quoted.sides[side].article.text.find(word)?;
            Some(crate::text::Span::new(start, start + word.len()))
        };
        let edit = Pair::new(word(Side::Left, "may"), word(Side::Right, "will"));
        quoted.links[0].edits.push(edit.into());
        holds(
            &report(&quoted),
            &[
                r##"<a href="#quotation-1">Ada Lund: altered: may → will; marks only in the Courier</a>"##,
                r#"<tr id="quotation-1" class="altered">"#,
                r#">We <mark class="altered-word">may</mark> go</td>"#,
                r#"<q class="quotation-altered">We <mark class="differs altered-word">will</mark> go</q>"#,
            ],
        );
    }

    #[test]
    fn nothing_of_a_text_is_taken_for_markup() {
        let hostile =
            "</script><script>alert(1)</script> ]]> <!-- \" ' & \u{202e}\u{1b}[31m \u{0}{{ version }}";
        let mut quoted = comparison(hostile, "Nobody spoke.", "0-0");
        quote(&mut quoted, Pair::new(hostile, "Nobody spoke."), LinkState::Altered);
        for side in Side::BOTH {
            let annotated = Arc::make_mut(&mut quoted.sides[side]);
            let article = &mut annotated.article;
            article.origin.label = format!("{} \"><img src=x onerror=1>", side.name());
            article.origin.path = hostile.to_owned();
            article.notes.push(hostile.to_owned());
            article.blocks[0].kind = crate::article::BlockKind::Headline;
            annotated.quotations[0].attribution.speaker = Some(hostile.to_owned());
        }
        let report = report(&quoted);
        for raw in ["<script", "<img", "<!-- \"", "\u{202e}", "\u{1b}", "\u{0}"] {
            assert!(!report.contains(raw), "{raw:?} is in\n{report}");
        }
        holds(&report, &["&lt;script&gt;", "⟨U+202E⟩␛[31m", "&#x7b;&#x7b; version }}"]);
        assert!(report.chars().all(|c| c == '\n' || !c.is_control()));
    }

    #[test]
    fn the_file_loads_and_runs_nothing() {
        let report = report(&comparison("Rain fell.", "Rain fell.", "=0-0")).to_lowercase();
        for outside in ["<script", "<link", "url(", "@import", "http:", "https:", "javascript:"] {
            assert!(!report.contains(outside), "{outside}");
        }
    }

    #[test]
    fn every_pointer_points_at_something() {
        let mut quoted = comparison("Rain fell.\nThe dam held.", "The dam held.\nRain fell.", "=0-1 ↕1-0");
        quote(&mut quoted, Pair::new("Rain fell", "Rain fell"), LinkState::SameWords);
        let report = report(&quoted);
        let targets: Vec<&str> =
            report.split("href=\"#").skip(1).filter_map(|s| s.split('"').next()).collect();
        assert!(targets.len() > 6);
        for target in targets {
            assert!(report.contains(&format!("id=\"{target}\"")), "#{target}");
        }
    }

    #[test]
    fn elements_are_closed_in_order() {
        let mut quoted =
            comparison("We may go, she said.\nThe dam held.", "The dam held.\n“We will go.”", "0-1 ↕1-0");
        quote(&mut quoted, Pair::new("We may go", "We will go."), LinkState::Altered);
        let report = report(&quoted);
        let mut open: Vec<&str> = Vec::new();
        for tag in report.split('<').skip(1).filter_map(|part| part.split('>').next()) {
            let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
            match name {
                "!DOCTYPE" | "meta" => {}
                _ if tag.starts_with('/') => assert_eq!(open.pop(), Some(name), "{open:?}"),
                _ => open.push(name),
            }
        }
        assert_eq!(open, Vec::<&str>::new());
    }
}
