//! The tests of this crate from outside.

mod signature;
mod token;
