//! The filter: only rows about some topics, or everything.

use crate::tui::state::App;
use crate::tui::state::scroll::Reveal;
use crate::view::Topic;

/// Shows everything again.
pub(crate) fn clear(app: &mut App) {
    if app.view.filter.is_empty() {
        app.info("No filter is on.");
    } else {
        app.view.filter.clear();
        app.refold();
        app.info("The filter is off.");
    }
}

/// Shows only rows about these topics, or everything if there is none.
pub(crate) fn set(app: &mut App, mut topics: Vec<Topic>) {
    topics.sort_unstable();
    topics.dedup();
    app.view.filter = topics;
    app.refold();
    // the nearest row that is shown: the next before the one above
    if app.view.items.is_empty() {
        return;
    }
    let here = app.selected();
    let is_row = |at: &usize| !app.view.items.get(*at).is_fold();
    let next = (here..app.view.items.len()).find(is_row).or_else(|| (0..here).rev().find(is_row));
    if let Some(item) = next {
        app.select(item, Reveal::WithContext);
    }
}

/// Adds a topic to the filter, or removes it.
pub(crate) fn toggle(app: &mut App, topic: Topic) {
    let mut topics = app.view.filter.clone();
    match topics.iter().position(|other| *other == topic) {
        Some(at) => drop(topics.remove(at)),
        None => topics.push(topic),
    }
    set(app, topics);
}
