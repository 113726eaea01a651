//! What a check found, for programs ([`report`]) and for people ([`human`]).
//!
//! ```
//! use tongzhou::{report::{InputFacts, human::Human, report}, text::Lang};
//!
//! # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
//! #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
//! #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
//! # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
//! # let checked = tongzhou::validate::document(document.as_bytes(), &options);
//! // For people, and for programs.
//! assert!(Human::new(&checked, Lang::En).to_string().contains("[TZ-APP-001]"));
//! let report = report(&checked, InputFacts { size: document.len() as u64, sha256: None });
//! assert_eq!(report.counts.errors.get(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod excerpt;
pub mod human;
mod make;
pub(crate) mod place;
pub(crate) mod title;

pub use make::{InputFacts, codelists_digest, report, rule_set_digest};
pub use place::PlacedFinding;
