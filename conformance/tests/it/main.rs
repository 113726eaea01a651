//! The crate's integration tests: one binary, a module per subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod adapters;
mod agreement;
mod aid_entry;
mod built;
mod canary;
mod catalogue;
mod causes;
mod certificates;
mod coverage;
mod doc_examples;
mod documents;
mod examples;
mod faults;
mod frozen;
mod generated;
mod grounds;
mod house;
mod http;
mod kept;
mod lint;
mod mock;
mod pages;
mod provenance;
mod public_items;
mod released;
mod reports;
mod requirements;
mod rules;
mod states;
mod tested;
mod vectors;
mod verdicts;
mod words;
