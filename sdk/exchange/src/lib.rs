//! What members, registries and evaluators of tokens say to each other, and how they prove who said it.
//!
//! | | |
//! |---|---|
//! | [`batch`] | messages as files, for members without servers |
//! | [`message`] | every operation with its request and its answer |
//! | [`problem`] | why a request was not done, for people and for programs (RFC 9457) |
//! | [`signature`] | who asked and who answered (RFC 9421) |
//! | [`token`] | what stands for a child or a bill, and how it is made |
//!
//! This crate has no network, no clock and no storage: `tongzhou-client` asks, `tongzhou-node` answers, and both go by
//! what stands here. The text of the standard is `docs/spec/exchange.md`.
#![deny(missing_docs)]

pub mod batch;
pub mod message;
pub mod problem;
pub mod signature;
pub mod token;
