//! Packages: from a folder of papers to a package, and what is in one.
//!
//! # Packing a working folder
//!
//! People keep an application as a folder: `application.json`, consents, receipts, scans under whatever name.
//! [`pack::pack`](crate::pack::pack) makes one file of it, which is there whole or not at all.
//!
//! ```no_run
//! use std::path::Path;
//!
//! use tongzhou::pack::{self, Options};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Id and time come from outside, so that the same folder makes the same bytes on every day.
//! let options = Options {
//!     package_id: Some("01900000-0000-7000-8000-000000000000".parse()?),
//!     created_at: Some("2026-10-01T08:00:00Z".parse()?),
//!     ..Options::default()
//! };
//! pack::pack(Path::new("my-application"), Path::new("my-application.tzpkg"), &options)?;
//! # Ok(())
//! # }
//! ```
//!
//! # Opening
//!
//! [`Archive::open`](crate::package::archive::Archive::open) judges the whole shape of an archive before anything is
//! inflated, and refuses whatever two readers could read differently. Entries are then read one by one, bounded and with
//! their digests. Nothing is ever written under a name that comes from an archive.
//!
//! ```
//! use std::io::Cursor;
//!
//! use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName};
//!
//! # let example = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! let package: &[u8] = example("emergency.tzpkg");
//! let mut archive = Archive::open(Cursor::new(package), &Limits::STANDARD).expect("a sound archive");
//! let manifest = archive.find(&EntryName::Manifest).expect("a package has a manifest");
//! let mut bytes = Vec::new();
//! let measured = archive.read(&manifest, &mut bytes).expect("its size and check sum agree");
//! assert_eq!(measured.size, bytes.len() as u64);
//! ```
//!
//! Which documents there are, each read by the type that it says it is of:
//!
//! ```
//! use std::io::Cursor;
//!
//! use tongzhou::{
//!     code::{Code, lists::DocumentType},
//!     json,
//!     model::Typed,
//!     package::{archive::Archive, limits::Limits, name::EntryName},
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let example = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! let mut archive = Archive::open(Cursor::new(example("emergency.tzpkg")), &Limits::STANDARD)?;
//! let mut found = Vec::new();
//! for entry in archive.entries().to_vec() {
//!     if !matches!(entry.name(), EntryName::Record(_) | EntryName::Receipt(_)) {
//!         continue;
//!     }
//!     let mut bytes = Vec::new();
//!     archive.read(&entry, &mut bytes)?;
//!     let text = str::from_utf8(&bytes)?;
//!     let document_type = json::text_member(text, "documentType").and_then(|name| DocumentType::from_code(&name));
//!     let document = Typed::read(document_type.ok_or("a type that this program does not know")?, text)?;
//!     found.push(document.document_type());
//! }
//! assert_eq!(found, [DocumentType::Application, DocumentType::Consent]);
//! # Ok(())
//! # }
//! ```
//!
//! Whether it is sound is another question, which [`validate::package`](crate::validate::package) answers.
//!
//! To take a package apart into a folder that can be packed again there is
//! [`pack::unpack`](crate::pack::unpack::unpack).
