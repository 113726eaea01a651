//! Versions: several versions of the standard at once.
//!
//! Every document declares a version. A later minor version only adds, so what was right stays right, and a document is
//! held to the version that it declares: a program that knows a later one gives it the same verdict.
//!
//! ```
//! use tongzhou::{model::Version, validate};
//!
//! assert!(Version::ALL.contains(&Version::V1_0));
//!
//! // A version that is not known is never guessed at.
//! let later = br#"{ "standard": "tongzhou", "standardVersion": "9.0", "documentType": "receipt" }"#;
//! let checked = validate::document(later, &validate::Options::on("2026-10-01".parse().expect("a day")));
//! assert_eq!(checked.answer(), validate::Answer::CouldNotCheck);
//! assert_eq!(checked.findings[0].finding.rule.slug, "unsupported-version");
//! ```
//!
//! Who writes declares the lowest version that can hold the document, so that the most receivers can read it.
//! [`Sound`](crate::build::Sound) sees to it; for a document that is written otherwise,
//! [`lowest_version`](crate::model::lowest_version) tells it.
//!
//! ```
//! use tongzhou::{
//!     code::lists::DocumentType,
//!     model::{Application, Version, lowest_version},
//! };
//!
//! fn declare(application: &mut Application<'_>) {
//!     application.standard_version = lowest_version(DocumentType::Application, application);
//! }
//! ```
//!
//! The types are those of the latest version: [`schema_in`](crate::model::schema_in) gives the schema of an earlier one.
//! A field or code that has been replaced is deprecated, stays, and is told as information by the rule `TZ-SCH-043`.
