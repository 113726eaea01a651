//! Tokens.

mod altered;
mod quorums;
mod rfc9497;
