//! Packing: from a working folder, as people keep one, to a package, and back.
//!
//! ```text
//! packing.json              for whom, what for, and which paper has which id (see [`packing::Packing`])
//! application.json          the application
//! consents/<any name>.json  consents
//! receipts/<any name>.json  receipts
//! documents/<any name>.pdf  papers: pdf, jpg, png, ofd, xml
//! ```
//!
//! The names of files are anybody's choice; in the package every entry is named by its id. The clock and chance
//! stay outside: a folder whose `packing.json` gives id and time makes the same bytes on every day.

pub mod fault;
mod folder;
mod manifest;
pub mod packing;
mod plan;
pub mod unpack;

use std::path::Path;

use crate::{
    error::Error,
    package::{atomic::Existing, limits::Limits},
    value::{Instant, Uuid7},
};

pub(crate) use self::folder::paper_extension;
pub use self::{
    folder::{WorkingFolder, misspelt_folders},
    plan::{Plan, PlannedEntry},
};

/// What a package gets that its working folder does not say, and its bounds.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The package's id where `packing.json` gives none.
    pub package_id: Option<Uuid7>,
    /// The time of packing where `packing.json` gives none.
    pub created_at: Option<Instant>,
    /// What to do where the output is there already.
    pub existing: Existing,
    /// The bounds of a package.
    pub limits: Limits,
}

impl Default for Options {
    /// Nothing beside what the folder says; an output that is there is kept.
    fn default() -> Self {
        Self { package_id: None, created_at: None, existing: Existing::Keep, limits: Limits::STANDARD }
    }
}

/// Packs the working folder into the file `out`, which is there whole or not at all, and tells what is in it.
///
/// # Errors
/// [`ErrorKind::WorkingFolder`](crate::ErrorKind::WorkingFolder) says what the folder lacks or has too much; reading
/// and writing can fail.
pub fn pack(folder: &Path, out: &Path, options: &Options) -> Result<Plan, Error> {
    let plan = Plan::of(&WorkingFolder::open(folder)?, options)?;
    plan.write_file(out, options.existing)?;
    Ok(plan)
}
