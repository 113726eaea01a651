//! The crate's integration tests: one binary, a module per subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod archive;
mod building;
mod codelists;
mod delivery;
mod directory;
mod documents;
mod expense;
mod json;
mod packing;
mod schemas;
mod shapes;
mod signing;
mod structure;
