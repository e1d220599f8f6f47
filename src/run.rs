//! From a [`Job`] to its exit status: load, compare, deliver.

mod session;
mod watch;
mod worker;

use crate::article::Article;
use crate::cli::{Inspection, Job};
use crate::comparison::{self, Comparison};
use crate::detect::annotate;
use crate::error::{EXIT_DIFFERENCES, EXIT_DONE, Error};
use crate::export::outline;
use crate::load::{Input, LoadOptions, LoadedText, articles, named, named_alone};
use crate::output::{self, InUse};
use crate::progress;
use crate::settings::{Delivery, Script, Settings, Target};
use crate::text::Pair;
use crate::tui;
use crate::words::Vocabulary;

use session::Session;

/// Runs a job and returns the exit status.
///
/// # Errors
/// If an article cannot be read or the result cannot be written.
pub fn run(job: Job) -> Result<u8, Error> {
    match job {
        Job::Print(bytes) => output::print(&bytes).map(|()| EXIT_DONE),
        Job::Schema(document) => output::print(&document.schema()).map(|()| EXIT_DONE),
        Job::Inspect(inspection) => inspect(inspection),
        Job::Demo(settings) => {
            refuse_output(&settings)?;
            finish(demo(&settings)?, None, &settings)
        }
        Job::Compare(inputs, mut settings) => {
            let names = named(inputs.as_ref(), settings.labels.clone(), settings.naming);
            settings.in_use.extend(output::articles(&[inputs.left.clone(), inputs.right.clone()]));
            refuse_output(&settings)?;
            let texts = Pair::new(
                LoadedText::read(&inputs.left, names.left, settings.load.left)?,
                LoadedText::read(&inputs.right, names.right, settings.load.right)?,
            );
            finish(articles(texts, settings.language), Some(&inputs), &settings)
        }
    }
}

/// Refuses a target that no report may replace, before reading anything.
fn refuse_output(settings: &Settings) -> Result<(), Error> {
    let path = match (&settings.delivery, &settings.notes) {
        (Delivery::Write(_, path), _) => path,
        (Delivery::Screen | Delivery::Script(_), Some(path)) if path.as_os_str() != "-" => path,
        (Delivery::Screen | Delivery::Script(_) | Delivery::Print(_), _) => return Ok(()),
    };
    let review = settings.review.as_deref().map(InUse::review);
    let in_use: Vec<InUse> = settings.in_use.iter().cloned().chain(review).collect();
    output::refuse(path, &in_use, settings.report.existing)
}

/// Compares the articles from these inputs and delivers the result.
fn finish(articles: Pair<Article>, inputs: Option<&Pair<Input>>, settings: &Settings) -> Result<u8, Error> {
    if matches!(settings.delivery, Delivery::Screen)
        && settings.fail_on.is_none()
        && worker::is_long(articles.as_ref())
    {
        let mut session = Session::open(comparison::glance(articles, settings.options), inputs, settings)?;
        session.align_in_background();
        let unaligned = session.unaligned();
        let closed = screen(&mut session, unaligned, settings);
        write_notes(&session, settings)?;
        return closed.map(|()| EXIT_DONE);
    }
    let (mut session, comparison) = progress::during("comparing the articles", || {
        let session = Session::open(comparison::read(articles, settings.options), inputs, settings)?;
        let comparison = session.comparison();
        Ok::<_, Error>((session, comparison))
    })?;
    let fails = settings.fail_on.is_some_and(|kinds| kinds.meets(comparison.found));
    match &settings.delivery {
        Delivery::Screen => {
            // the notes are written even if the review could not be saved
            let closed = screen(&mut session, comparison, settings);
            write_notes(&session, settings)?;
            closed?;
        }
        Delivery::Script(script) => {
            output::print(play(&mut session, comparison, settings, script)?.as_bytes())?;
            write_notes(&session, settings)?;
        }
        Delivery::Print(format) => output::print(&session.report(format, &comparison)?)?,
        Delivery::Write(format, path) => {
            session.write(path, &session.report(format, &comparison)?, settings.report.existing)?;
        }
    }
    Ok(if fails { EXIT_DIFFERENCES } else { EXIT_DONE })
}

fn screen(session: &mut Session, comparison: Comparison, settings: &Settings) -> Result<(), Error> {
    let unsaved = tui::run(session.start(comparison), &settings.screen, session).map_err(|cause| {
        Error::new("The screen cannot be shown on this terminal")
            .because(&cause)
            .hint("--format text prints what it would show")
    })?;
    match unsaved {
        None => Ok(()),
        Some(why) => {
            let what = format!("The review was not saved. {}", why.trim_end_matches('.'));
            Err(Error::new(what))
        }
    }
}

/// Writes verdicts and notes if the settings have a file for them.
fn write_notes(session: &Session, settings: &Settings) -> Result<(), Error> {
    match &settings.notes {
        None => Ok(()),
        Some(path) if path.as_os_str() == "-" => output::print(&session.notes()),
        Some(path) => session.write(path, &session.notes(), settings.report.existing),
    }
}

fn play(
    session: &mut Session,
    comparison: Comparison,
    settings: &Settings,
    script: &Script,
) -> Result<String, Error> {
    let Script { keys, size, form } = script;
    tui::print(session.start(comparison), keys, *size, *form, &settings.screen, session)
        .map_err(|why| Error::new(why.trim_end_matches('.')))
}

/// Reads one article and writes its blocks, sentences and quotations to a file or standard output.
fn inspect(inspection: Inspection) -> Result<u8, Error> {
    let Inspection { input, label, naming, language, load, target: Target { format, file }, existing } =
        inspection;
    let in_use: Vec<InUse> = output::articles(std::slice::from_ref(&input)).collect();
    if let Some(path) = &file {
        output::refuse(path, &in_use, existing)?;
    }
    let text = LoadedText::read(&input, named_alone(&input, label, naming), load)?;
    let language = language.or(text.language()).unwrap_or_default();
    let article = text.article(language);
    let side = progress::during("reading the article", || {
        let mut vocabulary = Vocabulary::of(article.language);
        annotate(article, &mut vocabulary)
    });
    let bytes = format.article.unwrap_or(outline::article)(&side);
    match file {
        Some(path) => output::write_report(&path, &bytes, &in_use, existing)?,
        None => output::print(&bytes)?,
    }
    Ok(EXIT_DONE)
}

/// The built-in pair: a wire story and its rewrite in a local paper.
fn demo(settings: &Settings) -> Result<Pair<Article>, Error> {
    let sample = |file: &str, text: &str, asked: &Option<String>, outlet: &str| {
        let input = Input::Path(file.into());
        let label = asked.clone().unwrap_or_else(|| outlet.to_owned());
        let named = named_alone(&input, Some(label), settings.naming);
        LoadedText::new(text.as_bytes(), named, file, LoadOptions::default())
    };
    let (wire, rewrite) =
        (include_str!("../assets/samples/wire.txt"), include_str!("../assets/samples/rewrite.txt"));
    let texts = Pair::new(
        sample("demo/wire.txt", wire, &settings.labels.left, "Meridian Wire")?,
        sample("demo/rewrite.txt", rewrite, &settings.labels.right, "Kestrel Bay Courier")?,
    );
    Ok(articles(texts, settings.language))
}
