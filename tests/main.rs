//! All tests that need more than one module, in one binary.

mod cli;
mod properties;
mod screens;
mod tidy;
