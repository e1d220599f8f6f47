//! All tests that need more than one module, in one binary.

mod cli;
mod exports;
mod git;
mod pairs;
mod properties;
mod readme;
mod screens;
#[cfg(unix)]
mod terminal;
mod tidy;
