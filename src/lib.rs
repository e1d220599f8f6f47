//! Two news articles side by side, aligned sentence by sentence.
//!
//! ```text
//!  bytes ─load▶ text ─import▶ Article ─segment▶ sentences ─detect▶ quotations     (each side on its own)
//!                                 └───────────── Pair ──────────────┘
//!                                                 │ align
//!                                             Alignment ─link▶ quotation links ─classify▶ differences
//!                                                 ╰────────────────┬────────────────╯
//!                                                             Comparison            the core ends here
//!                                                                  │ + ViewOptions
//!                                                                 View               rows of marked runs
//!                                              ┌───────────────────┼─────────────────┐
//!                                            tui (+ Theme)   export: html        export: text
//!  key ─keymap▶ Command ─update▶ App' + Effect ─shell▶ file, quit
//! ```
//!
//! Read the modules in the order in which they stand below: each uses only what
//! stands before it. The core, down to [`comparison`], does no input or output
//! and cannot fail: doubt is data.
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

pub mod text;

pub mod lexicon;

pub mod article;

pub mod import;
pub mod sentence;

pub mod quotation;

pub mod annotated;

pub mod alignment;

pub mod difference;

pub mod summary;

pub mod comparison;

pub mod view;

pub mod theme;

pub mod export;

pub mod tui;

pub mod error;
pub mod load;
pub mod output;
pub mod settings;

pub mod cli;
pub mod run;
