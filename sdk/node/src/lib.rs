//! The node: one program that plays member, registry and evaluator of tokens.
//!
//! | | |
//! |---|---|
//! | [`registry`] | consents, aid entries, lookups, intents, and what follows from them |
//! | [`store`] | SQLite and PostgreSQL behind one interface |
#![deny(missing_docs)]

pub mod registry;
pub mod store;
