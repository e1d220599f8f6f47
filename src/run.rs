//! From a [`Job`] to its exit status: load, compare, report.

use crate::annotated::annotate;
use crate::cli::Job;
use crate::comparison::compare;
use crate::error::{EXIT_DONE, Error};
use crate::export::{EXPORTERS, Exporter, Report};
use crate::load::{label, labels, load};
use crate::output;
use crate::text::{Pair, Vocabulary};

/// Does what was asked for; gives the exit status.
pub fn run(job: Job) -> Result<u8, Error> {
    match job {
        Job::Print(bytes) => output::print(&bytes)?,
        Job::Inspect { input, format } => {
            let article = load(&input, label(&input))?;
            let side = annotate(article, &mut Vocabulary::new());
            let write = format.and_then(|format| format.article).unwrap_or(crate::export::json::article);
            output::print(&write(&side))?;
        }
        Job::Compare { inputs, labels: asked, options, format, output } => {
            let Pair { left, right } = labels(inputs.as_ref(), asked);
            let articles = Pair::new(load(&inputs.left, left)?, load(&inputs.right, right)?);
            let comparison = compare(articles, options);
            let exporter: &Exporter = format.unwrap_or(&EXPORTERS[0]);
            let bytes = (exporter.comparison)(&Report { comparison: &comparison });
            match output {
                None => output::print(&bytes)?,
                Some(path) => {
                    output::refuse_inputs(&path, &[&inputs.left, &inputs.right])?;
                    output::write(&path, &bytes)?;
                }
            }
        }
    }
    Ok(EXIT_DONE)
}
