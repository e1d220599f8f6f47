//! Two news articles side by side, aligned sentence by sentence.
//!
//! ```text
//!  bytes ─load▶ text ─import▶ Article ─segment▶ sentences ─detect▶ quotations     (each side on its own)
//!                                 └───────────── Pair ──────────────┘
//!                                                 │ link
//!                                         quotation links ─align▶ Alignment ─classify▶ differences
//!                                                 ╰────────────────┬────────────────╯
//!                                                             Comparison            the core ends here
//!                                                                  │ + Review: verdicts, notes, pins
//!                                                                 view               rows of marked runs
//!                                              ┌───────────────────┼─────────────────┐
//!                                            tui (+ Theme)   export: html, docx …   export: text
//!  key ─keymap▶ Command ─update▶ App' + Effect ─shell▶ file, clipboard, editor, reload, quit
//! ```
//!
//! Read [`comparison`] first: it has the whole pipeline on one page. The modules below are
//! grouped from the lowest layer up; `ARCHITECTURE.md` lists their dependencies, and `tests/tidy`
//! checks them. The core, up to [`comparison`], does no input or output and cannot fail: doubt is data.
//!
//! ```
//! use pressdiff::{article::Origin, comparison::{Options, compare}, import::import};
//! use pressdiff::text::{Pair, Side};
//!
//! let texts = Pair::new("The river rose.\nNobody was hurt.\n", "The river rose.\nOne man was hurt.\n");
//! let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
//! let comparison = compare(articles, Options::default());
//! assert_eq!(comparison.alignment.beads[0].reuse.name(), "identical");
//! ```

// foundations: spans, tokens, word lists
pub mod lexicon;
mod rows;
pub mod text;
pub mod words;

// each side on its own
pub mod annotated;
pub mod article;
pub mod detect;
pub mod import;
pub mod quotation;
pub mod sentence;
pub mod word;

// both sides
#[cfg(any(test, feature = "ablation"))]
pub mod ablation;
pub mod alignment;
pub mod comparison;
pub mod difference;
pub mod link;
pub mod summary;

// what the reviewer adds
pub mod review;

// presentation: layout, and the formats and the screen that draw it
pub mod export;
pub mod options;
pub mod theme;
pub mod tui;
pub mod view;

// the shell: files, settings, the command line
pub mod cli;
pub mod error;
pub mod load;
pub mod output;
pub mod progress;
pub mod review_file;
pub mod run;
pub mod settings;
