//! What a check found, for programs ([`report`]) and for people ([`human`]).

mod excerpt;
pub mod human;
mod make;
pub(crate) mod place;
pub(crate) mod title;

pub use make::{InputFacts, codelists_digest, report, rule_set_digest};
pub use place::PlacedFinding;
