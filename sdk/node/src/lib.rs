//! The node: one program that plays member, registry and evaluator of tokens.
#![deny(missing_docs)]
