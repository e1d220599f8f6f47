//! From a [`Job`] to its exit status: load, compare, deliver.

use crate::annotated::annotate;
use crate::article::Article;
use crate::cli::Job;
use crate::comparison::{Comparison, compare};
use crate::error::{EXIT_DONE, Error, ErrorKind};
use crate::export::{EXPORTERS, Exporter, Report, Wishes, outline};
use crate::load::{self, Input, label, labels, load};
use crate::output;
use crate::progress;
use crate::review::Placed;
use crate::settings::{Delivery, Script, Settings, Target};
use crate::text::{Pair, Vocabulary};
use crate::tui::{self, Existing, ExportFormat, ExportReply, ExportRequest};

/// Does what was asked for; gives the exit status.
///
/// # Errors
/// Where an article cannot be read or the result cannot be written.
pub fn run(job: Job) -> Result<u8, Error> {
    match job {
        Job::Print(bytes) => output::print(&bytes).map(|()| EXIT_DONE),
        Job::Schema(document) => output::print(&document.schema()).map(|()| EXIT_DONE),
        Job::Inspect(input, name, target) => inspect(input, name, &target),
        Job::Demo(settings) => finish(demo(&settings)?, &[], &settings),
        Job::Compare(inputs, settings) => {
            let names = labels(inputs.as_ref(), settings.labels.clone());
            let inputs = [inputs.left, inputs.right];
            if let Delivery::Write(_, path) = &settings.delivery {
                output::refuse_inputs(path, &inputs)?;
                output::refuse_folder(path)?;
            }
            let articles = Pair::new(load(&inputs[0], names.left)?, load(&inputs[1], names.right)?);
            finish(articles, &inputs, &settings)
        }
    }
}

/// Compares the articles, which were read from these inputs, and delivers the result.
fn finish(articles: Pair<Article>, inputs: &[Input], settings: &Settings) -> Result<u8, Error> {
    let comparison = progress::during("comparing the articles", || compare(articles, settings.options));
    let status = settings.gate.status(&comparison);
    match &settings.delivery {
        Delivery::Screen => screen(comparison, inputs, settings)?,
        Delivery::Script(script) => output::print(play(comparison, inputs, settings, script)?.as_bytes())?,
        Delivery::Print(format) => output::print(&report(format, &comparison))?,
        Delivery::Write(format, path) => output::write(path, &report(format, &comparison))?,
    }
    Ok(status)
}

fn screen(comparison: Comparison, inputs: &[Input], settings: &Settings) -> Result<(), Error> {
    let mut exporting =
        |comparison: &Comparison, request: &ExportRequest| export(comparison, request, inputs);
    tui::run(comparison, export_formats(), &settings.screen, &mut exporting).map_err(|cause| {
        Error::new(ErrorKind::Output, "The screen cannot be shown on this terminal")
            .because(&cause)
            .hint("--format text prints what it would show")
    })
}

fn play(
    comparison: Comparison,
    inputs: &[Input],
    settings: &Settings,
    script: &Script,
) -> Result<String, Error> {
    let mut exporting =
        |comparison: &Comparison, request: &ExportRequest| export(comparison, request, inputs);
    let Script { keys, size, form } = script;
    tui::print(comparison, export_formats(), keys, *size, *form, &settings.screen, &mut exporting)
        .map_err(|why| Error::new(ErrorKind::Usage, why.trim_end_matches('.')))
}

/// Writes what the editor asked for from the screen.
fn export(comparison: &Comparison, request: &ExportRequest, inputs: &[Input]) -> ExportReply {
    let Some(format) = Exporter::from_name(request.format) else {
        return ExportReply::Failed(format!("There is no format {}.", request.format));
    };
    let fits = output::refuse_inputs(&request.path, inputs);
    if let Err(error) = fits.and_then(|()| output::refuse_folder(&request.path)) {
        return ExportReply::Failed(error.to_string());
    }
    if request.existing == Existing::Keep && request.path.exists() {
        return ExportReply::Exists;
    }
    match output::write(&request.path, &report(format, comparison)) {
        Ok(()) => ExportReply::Written,
        Err(error) => ExportReply::Failed(error.to_string()),
    }
}

/// A report in a format.
fn report(format: &Exporter, comparison: &Comparison) -> Vec<u8> {
    (format.comparison)(&Report { comparison, review: &Placed::default(), wishes: &Wishes::default() })
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
fn inspect(input: Input, name: Option<String>, target: &Target) -> Result<u8, Error> {
    let Target { format, file } = target;
    let inputs = [input];
    if let Some(path) = file {
        output::refuse_inputs(path, &inputs)?;
        output::refuse_folder(path)?;
    }
    let [input] = &inputs;
    let article = load(input, name.unwrap_or_else(|| label(input)))?;
    let side = progress::during("reading the article", || annotate(article, &mut Vocabulary::new()));
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
        load::article(text.as_bytes(), file, label, file)
    };
    let (wire, rewrite) =
        (include_str!("../assets/samples/wire.txt"), include_str!("../assets/samples/rewrite.txt"));
    Ok(Pair::new(
        sample("demo/wire.txt", wire, &settings.labels.left, "Meridian Wire")?,
        sample("demo/rewrite.txt", rewrite, &settings.labels.right, "Kestrel Bay Courier")?,
    ))
}
