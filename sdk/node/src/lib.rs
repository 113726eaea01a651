//! The node: one program that plays member, registry and evaluator of tokens.
//!
//! | | |
//! |---|---|
//! | [`answer`] | the one way in: who asks, what is asked, and the body |
//! | [`evaluator`] | one share of the key under which tokens are made, and its quota |
//! | [`fault`] | what the tests of claims have to find; nothing in a build that is given out |
//! | [`registry`] | consents, aid entries, lookups, intents, and what follows from them |
//! | [`store`] | SQLite and PostgreSQL behind one interface |
#![deny(missing_docs)]

pub mod answer;
pub mod evaluator;
pub mod fault;
pub mod registry;
pub mod store;
