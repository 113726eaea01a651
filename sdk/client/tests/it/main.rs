//! The tests of this crate from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod alliance;
mod asking;
mod batches;
mod by_file;
mod commitment;
mod evaluators;
mod fake;
