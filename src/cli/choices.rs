//! What options take: every choice of the registries with its name and what it is for.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::difference::DifferenceKind;
use crate::export::json::{DOCUMENTS, Document};
use crate::export::{EXPORTERS, Exporter};
use crate::review::Verdict;
use crate::settings::{ColorChoice, Threshold};
use crate::theme::{THEMES, Theme};
use crate::tui::{Form, Ground, Mouse, Reload, Size};

pub(super) fn formats(fits: fn(&Exporter) -> bool) -> impl TypedValueParser<Value = &'static Exporter> {
    let exporters = EXPORTERS.iter().filter(move |exporter| fits(exporter));
    choice(exporters, |exporter| exporter.name, |exporter| exporter.doc)
}

pub(super) fn documents() -> impl TypedValueParser<Value = &'static Document> {
    choice(DOCUMENTS, |document| document.name, |document| document.doc)
}

pub(super) fn thresholds() -> impl TypedValueParser<Value = Threshold> {
    choice(Threshold::ALL, Threshold::name, Threshold::doc)
}

pub(super) fn color_choices() -> impl TypedValueParser<Value = ColorChoice> {
    choice(ColorChoice::ALL, ColorChoice::name, ColorChoice::doc)
}

pub(super) fn themes() -> impl TypedValueParser<Value = Theme> {
    let named = choice(THEMES.iter().copied(), |(name, _)| name, |(_, doc)| doc);
    named.map(|(name, _)| Theme::by_name(name).expect("the choices are the themes' names"))
}

pub(super) fn mice() -> impl TypedValueParser<Value = Mouse> {
    choice(Mouse::ALL, Mouse::name, Mouse::doc)
}

pub(super) fn reloads() -> impl TypedValueParser<Value = Reload> {
    choice(Reload::ALL, Reload::name, Reload::doc)
}

pub(super) fn forms() -> impl TypedValueParser<Value = Form> {
    let forms = [
        ("text", Form::Text, "what an editor reads"),
        ("marks", Form::Marks, "a letter for what each cell means, with a legend"),
        ("svg", Form::Svg(Ground::Dark), "a picture in the colors of the theme"),
    ];
    choice(forms, |(name, ..)| name, |(.., doc)| doc).map(|(_, form, _)| form)
}

/// The form as the theme wants it: a picture on light or dark ground.
pub(super) fn on_ground_of(form: Form, theme: Theme) -> Form {
    match form {
        Form::Svg(_) if Some(theme) == Theme::by_name("light") => Form::Svg(Ground::Light),
        Form::Text | Form::Marks | Form::Svg(_) => form,
    }
}

pub(super) fn kinds() -> impl TypedValueParser<Value = DifferenceKind> {
    choice(DifferenceKind::ALL.iter().copied(), DifferenceKind::name, DifferenceKind::doc)
}

pub(super) fn verdicts() -> impl TypedValueParser<Value = Verdict> {
    choice(Verdict::ALL, Verdict::name, Verdict::doc)
}

/// Takes one of these, by its name.
fn choice<T: Copy + Send + Sync + 'static>(
    all: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    doc: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let all: Vec<T> = all.into_iter().collect();
    let value = |each: &T| PossibleValue::new(name(*each)).help(doc(*each));
    let values: Vec<PossibleValue> = all.iter().map(value).collect();
    PossibleValuesParser::new(values).map(move |given| {
        all.iter().copied().find(|each| name(*each) == given).expect("the parser takes these names alone")
    })
}

/// A number of words, at least one.
pub(super) fn words(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|&words| words > 0).ok_or("give a number of words, such as 6")
}

/// Columns and rows: `120x40`.
pub(super) fn size(text: &str) -> Result<Size, &'static str> {
    text.parse().map_err(|_: String| "give columns and rows from 1 to 1000, such as 120x40")
}
