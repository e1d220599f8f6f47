//! From a [`Job`] to its exit status: load, compare, deliver.

mod desk;
mod watch;
mod worker;

use crate::annotated::annotate;
use crate::article::Article;
use crate::cli::Job;
use crate::comparison::{self, Comparison};
use crate::error::{EXIT_DONE, Error, ErrorKind};
use crate::export::{EXPORTERS, Exporter, outline};
use crate::lexicon::Language;
use crate::load::{self, Input, label, labels, load};
use crate::output;
use crate::progress;
use crate::settings::{Delivery, Gate, Script, Settings, Target};
use crate::text::{Pair, Vocabulary};
use crate::tui::{self, Existing, ExportFormat};

use desk::Desk;

/// Does what was asked for; gives the exit status.
///
/// # Errors
/// Where an article cannot be read or the result cannot be written.
pub fn run(job: Job) -> Result<u8, Error> {
    match job {
        Job::Print(bytes) => output::print(&bytes).map(|()| EXIT_DONE),
        Job::Schema(document) => output::print(&document.schema()).map(|()| EXIT_DONE),
        Job::Inspect(input, name, language, target) => inspect(input, name, language, &target),
        Job::Demo(settings) => {
            refuse_output(&settings, &[])?;
            finish(demo(&settings)?, None, &settings)
        }
        Job::Compare(inputs, settings) => {
            let names = labels(inputs.as_ref(), settings.labels.clone());
            refuse_output(&settings, &[inputs.left.clone(), inputs.right.clone()])?;
            let articles = Pair::new(
                load(&inputs.left, names.left, settings.language)?,
                load(&inputs.right, names.right, settings.language)?,
            );
            finish(articles, Some(&inputs), &settings)
        }
    }
}

/// Refuses an output file that would cost an article or the review, before anything is read.
fn refuse_output(settings: &Settings, inputs: &[Input]) -> Result<(), Error> {
    let path = match (&settings.delivery, &settings.notes) {
        (Delivery::Write(_, path), _) => path,
        (Delivery::Screen | Delivery::Script(_), Some(path)) if path.as_os_str() != "-" => path,
        (Delivery::Screen | Delivery::Script(_) | Delivery::Print(_), _) => return Ok(()),
    };
    output::refuse_inputs(path, inputs)?;
    output::refuse_review(path, settings.review.as_deref())?;
    output::refuse_folder(path)?;
    match settings.report.existing {
        Existing::Keep => output::refuse_foreign(path),
        Existing::Overwrite => Ok(()),
    }
}

/// Compares the articles, which were read from these inputs, and delivers the result.
fn finish(articles: Pair<Article>, inputs: Option<&Pair<Input>>, settings: &Settings) -> Result<u8, Error> {
    if matches!(settings.delivery, Delivery::Screen)
        && settings.gate == Gate::Open
        && worker::is_long(articles.as_ref())
    {
        let mut desk = Desk::open(comparison::glance(articles, settings.options), inputs, settings)?;
        desk.align_behind();
        let unaligned = desk.unaligned();
        screen(&mut desk, unaligned, settings)?;
        return Ok(EXIT_DONE);
    }
    let compared = progress::during("comparing the articles", || {
        let desk = Desk::open(comparison::read(articles, settings.options), inputs, settings)?;
        let comparison = desk.compare();
        Ok((desk, comparison))
    });
    let (mut desk, comparison): (Desk, Comparison) = compared?;
    let status = settings.gate.status(&comparison);
    match &settings.delivery {
        Delivery::Screen => {
            // what was said is not lost with the file it could not be kept in
            let closed = screen(&mut desk, comparison, settings);
            write_notes(&desk, settings)?;
            closed?;
        }
        Delivery::Script(script) => {
            output::print(play(&mut desk, comparison, settings, script)?.as_bytes())?;
            write_notes(&desk, settings)?;
        }
        Delivery::Print(format) => output::print(&desk.report(format, &comparison)?)?,
        Delivery::Write(format, path) => output::write(path, &desk.report(format, &comparison)?)?,
    }
    Ok(status)
}

fn screen(desk: &mut Desk, comparison: Comparison, settings: &Settings) -> Result<(), Error> {
    let unsaved = tui::run(desk.start(comparison), &settings.screen, desk).map_err(|cause| {
        Error::new(ErrorKind::Output, "The screen cannot be shown on this terminal")
            .because(&cause)
            .hint("--format text prints what it would show")
    })?;
    match unsaved {
        None => Ok(()),
        Some(why) => {
            let what = format!("The review was not saved. {}", why.trim_end_matches('.'));
            Err(Error::new(ErrorKind::Output, what))
        }
    }
}

/// Writes verdicts and notes where they were asked for.
fn write_notes(desk: &Desk, settings: &Settings) -> Result<(), Error> {
    match &settings.notes {
        None => Ok(()),
        Some(path) if path.as_os_str() == "-" => output::print(&desk.notes()),
        Some(path) => output::write(path, &desk.notes()),
    }
}

fn play(
    desk: &mut Desk,
    comparison: Comparison,
    settings: &Settings,
    script: &Script,
) -> Result<String, Error> {
    let Script { keys, size, form } = script;
    tui::print(desk.start(comparison), keys, *size, *form, &settings.screen, desk)
        .map_err(|why| Error::new(ErrorKind::Usage, why.trim_end_matches('.')))
}

/// The formats that the screen offers.
fn export_formats() -> Vec<ExportFormat> {
    let format = |exporter: &Exporter| {
        let Exporter { name, extensions, doc, .. } = *exporter;
        ExportFormat { name, extension: extensions.first().copied().unwrap_or(name), doc }
    };
    EXPORTERS.iter().map(format).collect()
}

/// Reads one article and writes what was found in it, to a file or else to standard output.
fn inspect(
    input: Input,
    name: Option<String>,
    language: Option<Language>,
    target: &Target,
) -> Result<u8, Error> {
    let Target { format, file } = target;
    let inputs = [input];
    if let Some(path) = file {
        output::refuse_inputs(path, &inputs)?;
        output::refuse_folder(path)?;
    }
    let [input] = &inputs;
    let article = load(input, name.unwrap_or_else(|| label(input)), language)?;
    let side = progress::during("reading the article", || {
        let mut vocabulary = Vocabulary::of(article.language);
        annotate(article, &mut vocabulary)
    });
    let bytes = format.article.unwrap_or(outline::article)(&side);
    match file {
        Some(path) => output::write(path, &bytes)?,
        None => output::print(&bytes)?,
    }
    Ok(EXIT_DONE)
}

/// The built-in pair: a wire story and what a local paper made of it.
fn demo(settings: &Settings) -> Result<Pair<Article>, Error> {
    let sample = |file: &str, text: &str, asked: &Option<String>, outlet: &str| {
        let label = asked.clone().unwrap_or_else(|| outlet.to_owned());
        load::article(text.as_bytes(), file, label, settings.language, file)
    };
    let (wire, rewrite) =
        (include_str!("../assets/samples/wire.txt"), include_str!("../assets/samples/rewrite.txt"));
    Ok(Pair::new(
        sample("demo/wire.txt", wire, &settings.labels.left, "Meridian Wire")?,
        sample("demo/rewrite.txt", rewrite, &settings.labels.right, "Kestrel Bay Courier")?,
    ))
}
