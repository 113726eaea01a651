//! Tongzhou 同舟: one application package that many children's charities accept.

mod amount;
mod bill;
pub mod build;
pub mod clock;
pub mod code;
pub mod error;
pub mod expense;
pub mod finding;
pub mod json;
pub mod limits;
pub mod model;
pub mod pack;
pub mod package;
pub mod paper;
pub mod pointer;
pub mod region;
pub mod report;
pub mod rules;
pub mod shape;
pub mod signing;
pub mod structure;
pub mod text;
pub mod validate;
pub mod value;

pub use error::{Error, ErrorKind};
