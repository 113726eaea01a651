//! The tests of this crate from outside.

mod alliance;
mod http;
mod model;
mod planted;
mod wire;
