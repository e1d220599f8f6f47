//! The state of the screen, and how it follows the cursor, the size and the comparison.

pub(crate) mod app;
pub(crate) mod cursor;
pub(crate) mod items;
pub(crate) mod ledgers;
pub(crate) mod lines;
pub(crate) mod mode;
mod navigation;
mod note_editor;
mod overview;
mod replies;
mod review;
pub(crate) mod scroll;
pub(crate) mod search;
mod show;
mod view;

pub use app::App;
pub(crate) use app::Pending;
pub use items::RowId;
pub use mode::Mode;
pub use note_editor::NoteEditor;
pub(crate) use overview::Weight;
pub(crate) use review::Anchor;
