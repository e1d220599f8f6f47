//! The host of the screen: exports, the review file, comparisons with other pins.
//!
//! Reports use it, too, so that they show the same review. Invariant: the comparison that is shown
//! uses the pins of the saved review.

use std::path::Path;
use std::time::Duration;

use super::watch::{self, FileState, Watch};
use super::worker::{Compared, Worker, is_long};
use crate::alignment::Pins;
use crate::article::{Article, Origin};
use crate::comparison::{self, Comparison, Options, Reading};
use crate::error::Error;
use crate::export::{Exporter, Report, ReportOptions, html, notes};
use crate::import::Format;
use crate::lexicon::Language;
use crate::load::{self, Input, LoadOptions, LoadedText, Named, Naming};
use crate::output::{self, Existing, InUse};
use crate::review::saved::Stamp;
use crate::review::{Merged, Placed, Review, find_pins, is_about, place};
use crate::review_file::{self, Location, Note, Opened, ReviewFile};
use crate::settings::editor::editor;
use crate::settings::{Delivery, ReportSettings, Settings, folders, themes};
use crate::text::{Pair, Side};
use crate::theme::Theme;
use crate::tui::{
    Aligned, BackgroundTask, Editor, ExportReply, ExportRequest, FilePosition, Host, Kept, Message, Outcome,
    Start, no_theme,
};

/// Two articles and their review with its file.
pub(super) struct Session {
    reading: Reading,
    inputs: Option<Pair<Input>>,
    /// The files that this run reads, except the review.
    in_use: Vec<InUse>,
    naming: Naming,
    review: Review,
    file: ReviewFile,
    /// The state of the review file when it was last checked for changes of other windows.
    seen: FileState,
    /// The name of the review file in messages.
    name: Option<String>,
    note: Option<Note>,
    pins: Pins,
    /// Whether the user expects the review to be saved, unlike in a demo or a script.
    expects_saving: bool,
    watch: Watch,
    language: Option<Language>,
    load: Pair<LoadOptions>,
    report_options: ReportOptions,
    /// Whether long texts are compared in the background.
    in_background: bool,
    worker: Option<Worker>,
}

/// A new review instead of one about other articles, which is kept.
fn begun_anew(Opened { mut file, .. }: Opened) -> Opened {
    let note = match file.set_aside() {
        Ok(aside) => aside.map(|aside| {
            let aside = aside.display();
            Note::Info(format!("The review was of other articles. It is kept in {aside}; this is a new one."))
        }),
        Err(error) => Some(Note::Trouble(error.to_string())),
    };
    Opened { file, review: Review::default(), note }
}

impl Session {
    /// Opens the review of the settings; the demo has no inputs.
    pub(super) fn open(
        reading: Reading,
        inputs: Option<&Pair<Input>>,
        settings: &Settings,
    ) -> Result<Session, Error> {
        let stamps = stamps(&reading);
        if let Some(path) = &settings.review {
            output::refuse_in_use(path, &settings.in_use)?;
        }
        let (location, expects_saving) = location(settings, inputs);
        let opened = match &settings.delivery {
            Delivery::Screen | Delivery::Script(_) => review_file::open(&location, stamps)?,
            Delivery::Print(_) | Delivery::Write(..) => review_file::read(&location, stamps)?,
        };
        let is_other = matches!(location, Location::Folder(..)) && !is_about(&opened.review, reading.sides());
        let Opened { file, review, note } = if is_other { begun_anew(opened) } else { opened };
        let pins = find_pins(&review, reading.sides()).pins;
        let name = file.path().map(|path| path.display().to_string());
        let ReportSettings { verdicts, template, theme, picture, .. } = settings.report.clone();
        let report_options = ReportOptions {
            verdicts,
            template: template.as_deref().map(load::template).transpose()?,
            picture,
            theme: theme.filter(|_| matches!(settings.delivery, Delivery::Print(_))),
        };
        Ok(Session {
            reading,
            inputs: inputs.cloned(),
            in_use: settings.in_use.clone(),
            naming: settings.naming,
            review,
            seen: file.path().and_then(watch::file_state),
            file,
            name,
            note,
            pins,
            expects_saving,
            report_options,
            watch: Watch::new(inputs),
            language: settings.language,
            load: settings.load,
            in_background: matches!(settings.delivery, Delivery::Screen),
            worker: None,
        })
    }

    /// Both texts until they are aligned.
    pub(super) fn unaligned(&self) -> Comparison {
        self.reading.unaligned()
    }

    /// Reads and compares the articles in the background.
    pub(super) fn align_in_background(&mut self) {
        let articles = self.reading.sides().map(|side| side.article.clone());
        self.compare_in_background(articles, self.reading.options);
    }

    fn compare_in_background(&mut self, articles: Pair<Article>, options: Options) {
        let review = self.review.clone();
        self.worker = Some(Worker::start(move || {
            let reading = comparison::read(articles, options);
            let pins = find_pins(&review, reading.sides()).pins;
            let comparison = reading.compare(&pins);
            Compared { reading, pins, comparison }
        }));
    }

    /// Whether these articles are compared in the background.
    fn is_slow(&self, articles: Pair<&Article>) -> bool {
        self.in_background && is_long(articles)
    }

    /// The comparison with the pins of the review.
    pub(super) fn comparison(&self) -> Comparison {
        self.reading.compare(&self.pins)
    }

    /// A report with the review.
    ///
    /// # Errors
    /// If the user's template is wrong.
    pub(super) fn report(&self, format: &Exporter, comparison: &Comparison) -> Result<Vec<u8>, Error> {
        let review = match self.name {
            Some(_) => Placed { file: self.shown_file(), ..place(&self.review, comparison) },
            None => Placed::default(),
        };
        made(format, &Report { comparison, review: &review, options: &self.report_options })
    }

    /// The current verdicts and notes.
    pub(super) fn notes(&self) -> Vec<u8> {
        let comparison = self.comparison();
        let review = place(&self.review, &comparison);
        notes::notes(&Report { comparison: &comparison, review: &review, options: &self.report_options })
            .into_bytes()
    }

    /// The review file as reports show it.
    fn shown_file(&self) -> Option<String> {
        self.file.path().map(|path| self.naming.shown(path))
    }

    /// Writes a report or notes.
    ///
    /// # Errors
    /// If the file cannot be written or must not be replaced.
    pub(super) fn write(&self, path: &Path, bytes: &[u8], existing: Existing) -> Result<(), Error> {
        output::write_report(path, bytes, &self.in_use_with_review(), existing)
    }

    fn in_use_with_review(&self) -> Vec<InUse> {
        self.in_use.iter().cloned().chain(self.file.path().map(InUse::review)).collect()
    }

    /// The start of the screen.
    pub(super) fn start(&self, comparison: Comparison) -> Start {
        let message = self.note.clone().map(|note| match note {
            Note::Info(text) => Message::Info(text),
            Note::Trouble(text) => Message::Warning(text),
        });
        let aligned = match self.worker {
            Some(_) => Aligned::Busy(Duration::ZERO),
            None => Aligned::Done,
        };
        Start { comparison, aligned, review: self.review.clone(), file: self.name.clone(), message }
    }

    /// The result of saving a review.
    fn kept(&mut self, review: &Review, merged: Result<Merged, Error>) -> Kept {
        self.name = self.file.path().map(|path| path.display().to_string());
        let (review, outcome) = match merged {
            Err(error) => (review.clone(), Outcome::Failed(error.to_string())),
            Ok(Merged { review, taken: 0, contested: 0 }) => match &self.name {
                Some(name) => (review, Outcome::Written(name.clone())),
                None if !self.expects_saving => (review, Outcome::Nowhere),
                None => {
                    let why = "there is no home folder to keep the review in; w names a file.";
                    (review, Outcome::Failed(why.to_owned()))
                }
            },
            Ok(Merged { review, taken, contested }) => (review, Outcome::Merged { taken, contested }),
        };
        self.review = review.clone();
        let pins = find_pins(&review, self.reading.sides()).pins;
        let is_new = pins != self.pins;
        self.pins = pins;
        let articles = self.reading.sides().map(|side| &side.article);
        if is_new && self.is_slow(articles) {
            self.align_in_background();
            return Kept { review, comparison: None, outcome };
        }
        Kept { review, comparison: is_new.then(|| self.comparison()), outcome }
    }

    /// The articles of the texts that were read again; without a text the article stays.
    fn articles(&self, texts: Pair<Option<LoadedText>>) -> Pair<Article> {
        let articles = self.reading.sides().map(|side| &side.article);
        let found = texts.as_ref().zip(articles).map(|(text, article)| match text {
            Some(text) => text.language(),
            None => Some(article.language),
        });
        let again = texts.zip(Language::resolve(self.language, found));
        again.zip(articles).map(|((text, language), article)| match text {
            Some(text) => text.article(language),
            None => article.clone(),
        })
    }
}

impl Host for Session {
    fn export(&mut self, report: &Report<'_>, request: &ExportRequest) -> ExportReply {
        let Some(format) = Exporter::from_name(request.format) else {
            return ExportReply::Failed(format!("There is no format {}.", request.format));
        };
        // the screen asks before it replaces any file
        let in_use = self.in_use_with_review();
        if let Err(error) = output::refuse(&request.path, &in_use, Existing::Overwrite) {
            return ExportReply::Failed(error.to_string());
        }
        if request.existing == Existing::Keep && request.path.exists() {
            return ExportReply::Exists;
        }
        // a file has no colors
        let options = ReportOptions { theme: None, ..self.report_options.clone() };
        let review = Placed { file: self.shown_file(), ..report.review.clone() };
        let written = made(format, &Report { options: &options, review: &review, ..*report })
            .and_then(|bytes| self.write(&request.path, &bytes, request.existing));
        match written {
            Ok(()) => ExportReply::Written,
            Err(error) => ExportReply::Failed(error.to_string()),
        }
    }

    fn kept_elsewhere(&mut self) -> Option<Kept> {
        let now = watch::file_state(self.file.path()?);
        if now == self.seen {
            return None;
        }
        self.seen = now;
        // errors of the file are reported when the review is saved
        let review = self.review.clone();
        let merged = self.file.catch_up(&review).ok().flatten()?;
        Some(self.kept(&review, Ok(merged)))
    }

    fn theme(&self, name: &str) -> Result<Theme, String> {
        match themes::theme(name) {
            Ok(theme) => theme.ok_or_else(|| no_theme(name)),
            Err(why) => Err(format!("{why}.")),
        }
    }

    fn compare(&mut self, options: Options) -> Option<Comparison> {
        let articles = self.reading.sides().map(|side| &side.article);
        if self.is_slow(articles) {
            self.compare_in_background(articles.map(Article::clone), options);
            return None;
        }
        self.reading.options = options;
        Some(self.reading.compare(&self.pins))
    }

    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        let Some(Pair { left, right }) = &self.inputs else {
            return Err("the built-in articles cannot be edited.".to_owned());
        };
        let read = |input: &Input, side: Side| {
            let article = &self.reading.sides[side].article;
            match input {
                Input::Path(_) => {
                    let Origin { label, path, .. } = article.origin.clone();
                    LoadedText::read(input, Named { label, path }, self.load[side])
                        .map(Some)
                        .map_err(|error| error.to_string())
                }
                // can be read only once
                Input::Stdin => Ok(None),
            }
        };
        let texts = Pair::new(read(left, Side::Left)?, read(right, Side::Right)?);
        let articles = self.articles(texts);
        self.watch.edited();
        if self.is_slow(articles.as_ref()) {
            self.compare_in_background(articles, self.reading.options);
            return Ok(None);
        }
        self.worker = None;
        self.reading = comparison::read(articles, self.reading.options);
        self.file.texts_are(stamps(&self.reading));
        self.pins = find_pins(&self.review, self.reading.sides()).pins;
        Ok(Some(self.comparison()))
    }

    fn poll(&mut self) -> BackgroundTask {
        let Some(worker) = self.worker.take() else { return BackgroundTask::None };
        match worker.poll() {
            Ok(Compared { reading, pins, comparison }) => {
                (self.reading, self.pins) = (reading, pins);
                self.file.texts_are(stamps(&self.reading));
                BackgroundTask::Done(Box::new(comparison))
            }
            Err((worker, elapsed)) => {
                self.worker = Some(worker);
                BackgroundTask::Running(elapsed)
            }
        }
    }

    fn stop(&mut self) {
        self.worker = None;
    }

    fn edited(&mut self) -> Vec<Side> {
        self.watch.edited()
    }

    fn editor(&self, at: FilePosition) -> Result<Editor, String> {
        let Origin { label, format, .. } = &self.reading.sides[at.side].article.origin;
        if Format::from_name(format).is_some_and(|format| !format.is_text) {
            return Err(format!("{label} is no text file, so it cannot be edited here."));
        }
        match self.inputs.as_ref().map(|inputs| &inputs[at.side]) {
            Some(Input::Path(path)) => editor(path, at.line),
            Some(Input::Stdin) | None => {
                Err(format!("{label} was not read from a file, so it cannot be edited."))
            }
        }
    }

    fn keep(&mut self, review: &Review, path: Option<&Path>) -> Kept {
        let merged = match path {
            None => self.file.keep(review),
            Some(path) => {
                output::refuse_in_use(path, &self.in_use).and_then(|()| self.file.keep_in(path, review))
            }
        };
        self.kept(review, merged)
    }
}

/// The identity of the texts in the review file.
fn stamps(reading: &Reading) -> Pair<Stamp> {
    reading.sides().map(|side| Stamp {
        label: side.article.origin.label.clone(),
        sha256: side.article.origin.sha256.clone(),
    })
}

/// A report in a format, with the user's template if there is one.
fn made(format: &Exporter, report: &Report<'_>) -> Result<Vec<u8>, Error> {
    match &report.options.template {
        Some(template) if format.name == "html" => {
            html::templated(report, template).map(String::into_bytes).map_err(|why| {
                Error::new(format!("The template {} does not work: {why}", template.name))
                    .hint("README.md says what a template can use")
            })
        }
        Some(_) | None => Ok((format.comparison)(report)),
    }
}

/// Where the review is saved, and whether the user expects that.
fn location(settings: &Settings, inputs: Option<&Pair<Input>>) -> (Location, bool) {
    if let Some(path) = &settings.review {
        return (Location::File(path.clone()), true);
    }
    match (&settings.delivery, inputs) {
        (Delivery::Screen, Some(inputs)) => {
            let folder = folders::state().map(|folder| folder.join("reviews"));
            let location =
                folder.map_or(Location::Nowhere, |folder| Location::Folder(folder, inputs.clone()));
            (location, true)
        }
        (Delivery::Screen | Delivery::Script(_) | Delivery::Print(_) | Delivery::Write(..), _) => {
            (Location::Nowhere, false)
        }
    }
}
