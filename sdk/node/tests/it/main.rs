//! The tests of this crate from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod alliance;
mod claim_vectors;
mod http;
mod kept;
mod by_file;
#[path = "../../../client/tests/it/alliance.rs"]
mod client_alliance;
mod model;
mod planted;
mod wire;
