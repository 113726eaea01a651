//! The tests of this crate from outside.

mod model;
mod planted;
