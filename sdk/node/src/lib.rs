//! The node: one program that plays member, registry and evaluator of tokens.
//!
//! | | |
//! |---|---|
//! | [`node`] | a node that is set up, listens, answers and stops |
//! | [`batch`] | messages as files, for members without servers |
//! | [`config`] | how a node is set up |
//! | [`http`] | requests in, answers out |
//! | [`answer`] | which operation is done by what |
//! | [`evaluator`] | one share of the key under which tokens are made, and its quota |
//! | [`registry`] | consents, aid entries, lookups, intents, and what follows from them |
//! | [`member`] | packages in, parcels out |
//! | [`directories`] | the member directory that is in force |
//! | [`store`] | SQLite and PostgreSQL behind one interface |
#![deny(missing_docs)]

pub mod answer;
pub mod batch;
#[cfg(tongzhou_faults)]
mod careless;
pub mod config;
pub mod directories;
pub mod evaluator;
pub mod http;
pub mod member;
pub mod node;
pub mod registry;
pub mod store;
