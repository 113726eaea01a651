//! The published files of the Tongzhou 同舟 standard, embedded. No behaviour: whoever needs a schema, a
//! codelist or an example asks here, so that the program never depends on where it is run.
#![deny(missing_docs)]

mod codelists;
mod examples;
mod programmes;
mod schemas;

pub use codelists::CODELISTS;
pub use examples::EXAMPLES;
pub use programmes::PROGRAMMES;
pub use schemas::SCHEMAS;

/// `codelists/index.csv`: which codelists there are, open or closed, and where their codes come from.
pub const CODELIST_INDEX: &str = include_str!("../codelists/index.csv");
/// The administrative divisions of `regions/regions.csv`, packed to be searched where they lie.
pub const REGIONS: &[u8] = include_bytes!("../regions/regions.bin");
