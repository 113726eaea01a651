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
//!
//! ```
//! use tongzhou::pack::{Options, Plan, WorkingFolder};
//!
//! # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! # let case = |name: &str| {
//! #     let start = format!("{name}/");
//! #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
//! #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
//! #     files.collect::<Vec<_>>()
//! # };
//! // `WorkingFolder::open` looks into a folder on disk; this one is in memory.
//! let folder = WorkingFolder::of_files(case("emergency"));
//! let package = Plan::of(&folder, &Options::default())?.write(Vec::new())?;
//! assert_eq!(package, shipped("emergency.tzpkg"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
///
/// ```
/// use tongzhou::pack::{Options, Plan, WorkingFolder};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// // A folder whose packing.json says nothing, as the smallest does: id and time come from outside.
/// let mut files = case("emergency");
/// files.retain(|(file, _)| file != "packing.json");
/// files.push(("packing.json".to_owned(), b"{}".to_vec()));
/// let options = Options {
///     package_id: Some("019a0000-0000-7000-8000-0000000009f0".parse()?),
///     created_at: Some("2026-10-01T08:00:00Z".parse()?),
///     ..Options::default()
/// };
/// assert!(Plan::of(&WorkingFolder::of_files(files), &options).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
/// ```
/// use tongzhou::pack::{Options, pack};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// # let place = std::env::temp_dir().join(format!("tongzhou-pack-{}", std::process::id()));
/// # let (folder, out) = (place.join("emergency"), place.join("emergency.tzpkg"));
/// # std::fs::create_dir_all(folder.join("consents"))?;
/// # for (file, bytes) in case("emergency") {
/// #     std::fs::write(folder.join(file), bytes)?;
/// # }
/// let plan = pack(&folder, &out, &Options::default())?;
/// assert_eq!(plan.entries().len(), 2);
/// assert_eq!(std::fs::read(&out)?, shipped("emergency.tzpkg"));
/// # std::fs::remove_dir_all(&place)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ErrorKind::WorkingFolder`](crate::ErrorKind::WorkingFolder) says what the folder lacks or has too much; reading
/// and writing can fail.
pub fn pack(folder: &Path, out: &Path, options: &Options) -> Result<Plan, Error> {
    let plan = Plan::of(&WorkingFolder::open(folder)?, options)?;
    plan.write_file(out, options.existing)?;
    Ok(plan)
}
