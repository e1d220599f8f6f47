//! The values of options: every choice of the registries with its name and description.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, Command};

use crate::difference::rules::RULES;
use crate::difference::{DifferenceKind, Kinds, Rule};
use crate::export::json::{DOCUMENTS, Document};
use crate::export::{EXPORTERS, Exporter};
use crate::import::{Encoding, FORMATS, Format, Revisions, encoding};
use crate::lexicon::Language;
use crate::options::{self, Mouse, Reload, Threshold};
use crate::review::Verdict;
use crate::settings::{ColorChoice, themes};
use crate::theme::{THEMES, Theme};
use crate::tui::{Background, Form, Size};

pub(super) fn formats(fits: fn(&Exporter) -> bool) -> impl TypedValueParser<Value = &'static Exporter> {
    let exporters = EXPORTERS.iter().filter(move |exporter| fits(exporter));
    choice(exporters, |exporter| exporter.name, |exporter| exporter.doc)
}

pub(super) fn input_formats() -> impl TypedValueParser<Value = &'static Format> {
    choice(FORMATS, |format| format.name, |format| format.doc)
}

pub(super) fn revisions() -> impl TypedValueParser<Value = Revisions> {
    named([
        ("accepted", Revisions::Accepted, "with all changes accepted"),
        ("original", Revisions::Original, "as it was before the changes"),
    ])
}

pub(super) fn documents() -> impl TypedValueParser<Value = &'static Document> {
    choice(DOCUMENTS, |document| document.name, |document| document.doc)
}

pub(super) fn thresholds() -> impl TypedValueParser<Value = Threshold> {
    choice(options::thresholds(), |threshold| threshold.name, |threshold| threshold.doc)
}

/// The language of an article; `None` to detect it.
pub(super) type LanguageChoice = Option<Language>;

pub(super) fn languages() -> impl TypedValueParser<Value = LanguageChoice> {
    let doc = "what each text seems to be written in; English where in doubt";
    let languages = [Language::English, Language::German, Language::French];
    let fixed =
        languages.map(|language| (language.code().unwrap_or_default(), Some(language), language.name()));
    named([("auto", None, doc)].into_iter().chain(fixed))
}

pub(super) fn color_choices() -> impl TypedValueParser<Value = ColorChoice> {
    named([
        ("auto", ColorChoice::Auto, "as many as the terminal has, none where NO_COLOR is set"),
        ("always", ColorChoice::Always, "also where the terminal seems to have none"),
        ("never", ColorChoice::Never, "none; bold, underline and reverse instead"),
    ])
}

/// Parses a theme by its name, or from a file.
#[derive(Clone)]
pub(super) struct Themes;

impl TypedValueParser for Themes {
    type Value = Theme;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Theme, clap::Error> {
        let names = PossibleValuesParser::new(THEMES.iter().map(|(name, _)| *name));
        let name = value.to_string_lossy();
        match themes::theme(&name) {
            Ok(Some(theme)) => Ok(theme),
            // lists the names
            Ok(None) => names.parse_ref(command, arg, value).map(|_| Theme::default()),
            Err(why) => {
                let refuse = move |_| Err::<Theme, String>(why.clone());
                StringValueParser::new().try_map(refuse).parse_ref(command, arg, value)
            }
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(THEMES.iter().map(|(name, doc)| PossibleValue::new(*name).help(*doc))))
    }
}

pub(super) fn mice() -> impl TypedValueParser<Value = Mouse> {
    named([
        ("on", Mouse::On, "it scrolls, selects and copies"),
        ("off", Mouse::Off, "it is left to the terminal"),
    ])
}

pub(super) fn reloads() -> impl TypedValueParser<Value = Reload> {
    named([
        ("ask", Reload::Ask, "say so, and read it again on a key"),
        ("auto", Reload::Auto, "read it again at once"),
    ])
}

pub(super) fn forms() -> impl TypedValueParser<Value = Form> {
    named([
        ("text", Form::Text, "what an editor reads"),
        ("marks", Form::Marks, "a letter for what each cell means, with a legend"),
        ("svg", Form::Svg(Background::Dark), "a picture in the colors of the theme"),
        ("svg-light", Form::Svg(Background::Light), "the same on a light terminal"),
    ])
}

/// The form with the background of the theme, for a picture.
pub(super) fn on_background_of(form: Form, theme: &Theme) -> Form {
    match form {
        Form::Svg(Background::Dark) => Form::Svg(theme.background()),
        Form::Svg(Background::Light) | Form::Text | Form::Marks => form,
    }
}

/// A kind of difference, or a single rule of one.
pub(super) fn kinds() -> impl TypedValueParser<Value = Kinds> {
    let kinds = DifferenceKind::ALL.iter().map(|kind| (kind.name(), kind.doc()));
    let rules = Kinds::rules().map(|rule| (rule.name, rule.doc));
    choice(kinds.chain(rules), |(name, _)| name, |(_, doc)| doc)
        .map(|(name, _)| Kinds::from_name(name).expect("the choices are names of kinds and rules"))
}

pub(super) fn rules() -> impl TypedValueParser<Value = &'static Rule> {
    choice(RULES, |rule| rule.name, |rule| rule.doc)
}

pub(super) fn verdicts() -> impl TypedValueParser<Value = Verdict> {
    choice(Verdict::ALL, Verdict::name, Verdict::doc)
}

/// Parses a value of a table by its name.
fn named<T: Copy + Send + Sync + 'static>(
    table: impl IntoIterator<Item = (&'static str, T, &'static str)>,
) -> impl TypedValueParser<Value = T> {
    choice(table, |(name, ..)| name, |(.., doc)| doc).map(|(_, value, _)| value)
}

/// Parses one of these by its name.
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

/// The place of an item in its file, from 1.
pub(super) fn item(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|&item| item > 0).ok_or("give the number of an item, from 1")
}

/// An encoding by one of its names.
pub(super) fn encoding_named(name: &str) -> Result<&'static Encoding, &'static str> {
    encoding(name).ok_or("give the name of an encoding, such as utf-8, windows-1252 or macintosh")
}

/// Columns and rows: `120x40`.
pub(super) fn size(text: &str) -> Result<Size, &'static str> {
    text.parse().map_err(|_: String| "give columns and rows from 1 to 1000, such as 120x40")
}
