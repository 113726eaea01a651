//! The tests of this crate from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod alliance;
mod by_file;
mod claim_vectors;
#[path = "../../../client/tests/it/alliance.rs"]
mod client_alliance;
mod http;
mod kept;
mod logged;
mod model;
mod parcel;
mod planted;
mod site;
mod wire;
