//! The filter by topic.

use crate::tui::{App, Reveal};
use crate::view::Topic;

/// Clears the filter.
pub(crate) fn clear(app: &mut App) {
    if app.view.filter.is_empty() {
        app.info("No filter is on.");
    } else {
        app.view.filter.clear();
        app.refold();
        app.info("The filter is off.");
    }
}

/// Shows only rows about these topics; all rows if there are none.
pub(crate) fn set(app: &mut App, mut topics: Vec<Topic>) {
    topics.sort_unstable();
    topics.dedup();
    app.view.filter = topics;
    app.refold();
    // select the next visible row, or else the previous one
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
