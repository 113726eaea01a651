//! The crate's integration tests: one binary, a module per subject. Each runs the program as people do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod alliance;
mod asking;
mod catalogue;
mod certificates;
#[path = "../../../sdk/client/tests/it/alliance.rs"]
mod client_alliance;
mod conformance;
mod delivery;
mod demo;
mod directory;
mod id;
mod inputs;
mod inspect;
mod keygen;
mod kills;
mod lint;
mod mistaken;
mod mock;
mod new;
mod new_keys;
mod node_keys;
mod package;
mod program;
mod readme;
mod receipts;
mod requirements;
mod standard;
mod stopped_run;
mod store_check;
mod unasked;
mod under_test;
mod unpack;
mod usage;
mod validate;
mod verdicts;
