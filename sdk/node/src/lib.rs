//! The node: one program that plays member, registry and evaluator of tokens.
//!
//! | | |
//! |---|---|
//! | [`store`] | SQLite and PostgreSQL behind one interface |
#![deny(missing_docs)]

pub mod store;
