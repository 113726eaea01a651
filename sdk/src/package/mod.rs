//! The container `NAME.tzpkg`: a strict reader of zip archives, their writer, and extraction into a folder.
//!
//! This layer knows names, sizes and check sums, and nothing of what the entries mean: no JSON, no manifest, no
//! rule. What it refuses it says as a [`Fault`](fault::Fault), which upper layers turn into a finding.
//!
//! The archive's whole shape is judged from its end record, central directory and local headers before one byte
//! is inflated; every accepted archive tiles its file without gap or overlap, so that any two readers see the
//! same entries.
//!
//! ```
//! use std::io::Cursor;
//! use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName};
//!
//! # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
//! let manifest = archive.find(&EntryName::Manifest).ok_or("no manifest")?;
//! let mut json = Vec::new();
//! archive.read(&manifest, &mut json)?;
//! assert!(json.starts_with(b"{"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod archive;
pub mod atomic;
pub mod digest;
pub mod fault;
pub mod limits;
pub mod name;
pub mod unpack;
pub mod writer;
