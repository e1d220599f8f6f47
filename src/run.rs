//! From a [`Job`] to its exit status: load, compare, deliver.

use crate::annotated::annotate;
use crate::article::Article;
use crate::cli::Job;
use crate::comparison::{Comparison, compare};
use crate::error::{EXIT_DONE, Error};
use crate::export::{EXPORTERS, Exporter, Report};
use crate::load::{self, Input, label, labels, load};
use crate::output;
use crate::settings::{Delivery, Settings};
use crate::text::{Pair, Vocabulary};

/// Does what was asked for; gives the exit status.
///
/// # Errors
/// Where an article cannot be read or the result cannot be written.
pub fn run(job: Job) -> Result<u8, Error> {
    match job {
        Job::Print(bytes) => output::print(&bytes).map(|()| EXIT_DONE),
        Job::Schema(document) => output::print(&document.schema()).map(|()| EXIT_DONE),
        Job::Inspect(input, name, format) => inspect(&input, name, format),
        Job::Demo(settings) => finish(demo(&settings)?, &settings),
        Job::Compare(inputs, settings) => {
            if let Delivery::Write(_, path) = &settings.delivery {
                output::refuse_inputs(path, inputs.as_ref())?;
            }
            let Pair { left, right } = labels(inputs.as_ref(), settings.labels.clone());
            let articles = Pair::new(load(&inputs.left, left)?, load(&inputs.right, right)?);
            finish(articles, &settings)
        }
    }
}

/// Compares the articles and delivers the result.
fn finish(articles: Pair<Article>, settings: &Settings) -> Result<u8, Error> {
    let comparison = compare(articles, settings.options);
    let status = settings.gate.status(&comparison);
    match &settings.delivery {
        // the screen takes this over as soon as it is built
        Delivery::Show | Delivery::Script(_) => output::print(&report(&EXPORTERS[0], &comparison))?,
        Delivery::Print(format) => output::print(&report(format, &comparison))?,
        Delivery::Write(format, path) => output::write(path, &report(format, &comparison))?,
    }
    Ok(status)
}

fn report(format: &Exporter, comparison: &Comparison) -> Vec<u8> {
    (format.comparison)(&Report { comparison })
}

fn inspect(input: &Input, name: Option<String>, format: Option<&'static Exporter>) -> Result<u8, Error> {
    let article = load(input, name.unwrap_or_else(|| label(input)))?;
    let side = annotate(article, &mut Vocabulary::new());
    let write = format.and_then(|format| format.article).unwrap_or(crate::export::outline::article);
    output::print(&write(&side))?;
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
