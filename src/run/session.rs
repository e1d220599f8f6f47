//! The host of the screen: exports, the review file, comparisons around other pins.
//!
//! Reports use it, too, so that they show the same review. Invariant: what is shown was compared
//! around the pins of the saved review.

use std::path::Path;
use std::time::Duration;

use super::watch::{self, Seen, Watch};
use super::worker::{Compared, Worker, is_long};
use crate::alignment::Pins;
use crate::article::{Article, Origin};
use crate::comparison::{self, Comparison, Options, Reading};
use crate::error::{Error, ErrorKind};
use crate::export::{Exporter, Report, ReportOptions, html, notes};
use crate::lexicon::Language;
use crate::load::{self, Input, Named, Naming, load};
use crate::output::{self, Existing, InUse};
use crate::review::saved::Stamp;
use crate::review::{Merged, Placed, Review, find_pins, place};
use crate::review_file::{self, Note, Opened, Place, ReviewFile};
use crate::settings::editor::editor;
use crate::settings::{Delivery, Settings, folders, themes};
use crate::text::{Pair, Side};
use crate::theme::Theme;
use crate::tui::{
    Aligned, BackgroundTask, Editor, ExportReply, ExportRequest, FilePosition, Host, Kept, Message, Outcome,
    Start, no_theme,
};

/// Two articles, the review of them, and where it is kept.
pub(super) struct Session {
    reading: Reading,
    inputs: Vec<Input>,
    /// The files that this run reads, except the review.
    in_use: Vec<InUse>,
    naming: Naming,
    review: Review,
    file: ReviewFile,
    /// The file as it was when it was last looked at for what other windows did.
    seen: Seen,
    /// The file as it was named, for reports and messages.
    name: Option<String>,
    note: Option<Note>,
    pins: Pins,
    wanted: Wanted,
    watch: Watch,
    language: Option<Language>,
    report_options: ReportOptions,
    pace: Pace,
    worker: Option<Worker>,
}

/// Whether the user counts on the review being kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// It is their work.
    Kept,
    /// It is a demonstration, or a script.
    Passing,
}

/// When a comparison of long texts is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// Before anything else.
    AtOnce,
    /// Behind the screen, whose keys do not wait.
    Behind,
}

impl Session {
    /// Opens the review that the settings ask for; the inputs are missing for the demo.
    pub(super) fn open(
        reading: Reading,
        inputs: Option<&Pair<Input>>,
        settings: &Settings,
    ) -> Result<Session, Error> {
        let stamps = stamps(&reading);
        let inputs_list: Vec<Input> =
            inputs.into_iter().flat_map(|pair| [pair.left.clone(), pair.right.clone()]).collect();
        if let Some(path) = &settings.review {
            output::refuse_in_use(path, &settings.in_use)?;
        }
        let (place, wanted) = place_of(settings, inputs);
        let Opened { file, review, note } = match &settings.delivery {
            Delivery::Screen | Delivery::Script(_) => review_file::open(&place, stamps)?,
            Delivery::Print(_) | Delivery::Write(..) => review_file::read(&place, stamps)?,
        };
        let pins = find_pins(&review, reading.sides()).pins;
        let name = file.path().map(|path| path.display().to_string());
        let asked = &settings.report;
        let options = ReportOptions {
            verdicts: asked.verdicts.clone(),
            template: asked.template.as_deref().map(load::template).transpose()?,
            picture: asked.picture.clone(),
            theme: match &settings.delivery {
                Delivery::Print(_) => asked.theme.clone(),
                Delivery::Write(..) | Delivery::Screen | Delivery::Script(_) => None,
            },
        };
        Ok(Session {
            reading,
            inputs: inputs_list,
            in_use: settings.in_use.clone(),
            naming: settings.naming,
            review,
            seen: file.path().and_then(watch::look),
            file,
            name,
            note,
            pins,
            wanted,
            report_options: options,
            watch: Watch::new(inputs),
            language: settings.language,
            pace: match &settings.delivery {
                Delivery::Screen => Pace::Behind,
                Delivery::Script(_) | Delivery::Print(_) | Delivery::Write(..) => Pace::AtOnce,
            },
            worker: None,
        })
    }

    /// Both texts as they are shown until they are aligned.
    pub(super) fn unaligned(&self) -> Comparison {
        self.reading.unaligned()
    }

    /// Reads and compares the articles behind the screen.
    pub(super) fn align_behind(&mut self) {
        let articles = self.reading.sides().map(|side| side.article.clone());
        self.behind(articles, self.reading.options);
    }

    fn behind(&mut self, articles: Pair<Article>, options: Options) {
        let review = self.review.clone();
        self.worker = Some(Worker::start(move || {
            let reading = comparison::read(articles, options);
            let pins = find_pins(&review, reading.sides()).pins;
            let comparison = reading.compare(&pins);
            Compared { reading, pins, comparison }
        }));
    }

    /// Whether these articles are compared behind the screen.
    fn is_behind(&self, articles: Pair<&Article>) -> bool {
        self.pace == Pace::Behind && is_long(articles)
    }

    /// The comparison around the pins of the review.
    pub(super) fn comparison(&self) -> Comparison {
        self.reading.compare(&self.pins)
    }

    /// A report with the review.
    ///
    /// # Errors
    /// Where the user's own page is no template.
    pub(super) fn report(&self, format: &Exporter, comparison: &Comparison) -> Result<Vec<u8>, Error> {
        let review = match self.name {
            Some(_) => Placed { file: self.shown_file(), ..place(&self.review, comparison) },
            None => Placed::default(),
        };
        made(format, &Report { comparison, review: &review, options: &self.report_options })
    }

    /// Verdicts and notes as they are now.
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

    /// What the screen opens with.
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

    /// What came of keeping a review.
    fn kept(&mut self, review: &Review, merged: Result<Merged, Error>) -> Kept {
        self.name = self.file.path().map(|path| path.display().to_string());
        let (review, outcome) = match merged {
            Err(error) => (review.clone(), Outcome::Failed(error.to_string())),
            Ok(Merged { review, taken: 0, contested: 0 }) => match (&self.name, self.wanted) {
                (Some(name), _) => (review, Outcome::Written(name.clone())),
                (None, Wanted::Passing) => (review, Outcome::Nowhere),
                (None, Wanted::Kept) => {
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
        if is_new && self.is_behind(articles) {
            self.align_behind();
            return Kept { review, comparison: None, outcome };
        }
        Kept { review, comparison: is_new.then(|| self.comparison()), outcome }
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
        let now = watch::look(self.file.path()?);
        if now == self.seen {
            return None;
        }
        self.seen = now;
        // what is wrong with the file is said when something is to be kept in it
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
        if self.is_behind(articles) {
            self.behind(articles.map(Article::clone), options);
            return None;
        }
        self.reading.options = options;
        Some(self.reading.compare(&self.pins))
    }

    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        let [left, right] = self.inputs.as_slice() else {
            return Err("the built-in articles cannot be edited.".to_owned());
        };
        let read = |input: &Input, side: Side| {
            let article = &self.reading.sides[side].article;
            match input {
                Input::Path(_) => {
                    let Origin { label, path, .. } = article.origin.clone();
                    load(input, Named { label, path }, self.language).map_err(|error| error.to_string())
                }
                // read once and for all
                Input::Stdin => Ok(article.clone()),
            }
        };
        let articles = Pair::new(read(left, Side::Left)?, read(right, Side::Right)?);
        self.watch.edited();
        if self.is_behind(articles.as_ref()) {
            self.behind(articles, self.reading.options);
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
        match worker.look() {
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
        let label = &self.reading.sides[at.side].article.origin.label;
        match self.inputs.get(at.side as usize) {
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

/// By what the review file knows the texts.
fn stamps(reading: &Reading) -> Pair<Stamp> {
    reading.sides().map(|side| Stamp {
        label: side.article.origin.label.clone(),
        sha256: side.article.origin.sha256.clone(),
    })
}

/// A report in a format, in the user's own page where there is one.
fn made(format: &Exporter, report: &Report<'_>) -> Result<Vec<u8>, Error> {
    match &report.options.template {
        Some(template) if format.name == "html" => {
            html::templated(report, template).map(String::into_bytes).map_err(|why| {
                Error::new(ErrorKind::Config, format!("The template {} does not work: {why}", template.name))
                    .hint("README.md says what a template can use")
            })
        }
        Some(_) | None => Ok((format.comparison)(report)),
    }
}

/// Where the review is kept.
fn place_of(settings: &Settings, inputs: Option<&Pair<Input>>) -> (Place, Wanted) {
    if let Some(path) = &settings.review {
        return (Place::Named(path.clone()), Wanted::Kept);
    }
    match (&settings.delivery, inputs) {
        (Delivery::Screen, Some(inputs)) => {
            let folder = folders::state().map(|folder| folder.join("reviews"));
            let place = folder.map_or(Place::Nowhere, |folder| Place::Folder(folder, inputs.clone()));
            (place, Wanted::Kept)
        }
        (Delivery::Screen | Delivery::Script(_) | Delivery::Print(_) | Delivery::Write(..), _) => {
            (Place::Nowhere, Wanted::Passing)
        }
    }
}
