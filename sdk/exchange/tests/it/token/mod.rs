//! Tokens.

mod altered;
mod published;
mod quorums;
mod rfc9497;
mod subjects;
