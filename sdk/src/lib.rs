//! **Tongzhou 同舟: one application package that many children's charities accept.**
//!
//! A family whose child is gravely ill asks several charities for help, and prepares the same papers for each. Tongzhou
//! ("in the same boat") is an open standard for one package of these papers, and this crate is the standard for a
//! program: it reads packages and documents, says in Chinese and English what is wrong with them and whom to ask, and
//! writes new ones.
//!
//! # What it promises
//!
//! - **One verdict.** The same bytes, the same rules and the same day give the same report, byte for byte, on every
//!   machine. The crate takes the clock, chance and files as arguments, never reads the environment, and never prints.
//! - **Three outcomes, never mixed.** A [`Finding`](finding::Finding) says that a document is wrong; an [`Error`] says
//!   that the job could not be done; and what could not be checked is never counted as right.
//! - **Nothing personal leaks.** No finding, error or `Debug` output holds a name, a number or an amount of anybody.
//! - **Hostile input is refused, not survived.** Sizes, depth and archives are bounded before anything is read.
//!
//! # Five minutes
//!
//! Add the crate, and check a document:
//!
//! ```
//! use tongzhou::{
//!     report::human::Human,
//!     text::Lang,
//!     validate::{self, Answer, Options},
//! };
//!
//! let document = r#"{
//!     "standard": "tongzhou",
//!     "standardVersion": "1.0",
//!     "documentType": "application",
//!     "applicationId": "01900000-0000-7000-8000-000000000000",
//!     "createdOn": "2026-02-30",
//!     "child": { "name": "示例" },
//!     "contacts": [],
//!     "illness": "白血病",
//!     "consentIds": []
//! }"#;
//!
//! // The day by which ages and validity are judged; for today's there is `clock::instant`.
//! let options = Options::on("2026-10-01".parse().expect("a day of the calendar"));
//! let checked = validate::document(document.as_bytes(), &options);
//!
//! assert_eq!(checked.answer(), Answer::Wrong);
//! let wrong = checked.findings.iter().find(|placed| placed.finding.rule.slug == "date-not-in-calendar");
//! assert_eq!(wrong.and_then(|placed| placed.pointer.as_ref()).map(|at| at.as_str()), Some("/createdOn"));
//!
//! // For whoever filled it in; for a program there is `report::report`.
//! println!("{}", Human::new(&checked, Lang::ZhCn));
//! ```
//!
//! # Where to go on
//!
//! Each task has a page in the [`book`]: [checking](book::checking), [documents](book::documents),
//! [building](book::building), [packages](book::packages), [values and codes](book::values),
//! [versions](book::versions). If you have a word of the standard and want its type, start at [`model`]; if you have
//! the code of a rule, at [`rules::find`].
//!
//! # The modules
//!
//! | | |
//! |---|---|
//! | [`validate`], [`report`] | the check, and what it has to say |
//! | [`model`] | the documents of the standard as types |
//! | [`build`] | documents and packages made by a program: sound, or not made |
//! | [`pack`], [`package`], [`paper`] | a folder becomes a package and back; the archive; what a scan really is |
//! | [`expense`] | what receipts come to: which papers are one bill, who paid, what is left |
//! | [`delivery`] | packages signed, sealed, opened and found genuine |
//! | [`directory`], [`keys`] | the member directory that can be relied on; private keys at rest |
//! | [`signing`], [`sealing`] | signatures over exact bytes; encryption for recipients |
//! | [`rules`], [`finding`] | every rule as data, and what a rule says about one place |
//! | [`value`], [`code`], [`region`] | money, dates and numbers of papers; codelists; administrative divisions |
//! | [`json`], [`mod@pointer`], [`limits`] | the strict reader, places in documents, how much is read |
//!
//! # Versions of this crate
//!
//! The crate's version is its own: which versions of the *standard* it knows, [`model::Version::ALL`] tells. A public
//! item that is to go is first marked `#[deprecated]` with what replaces it, stays for two minor versions at least, and
//! goes with a major one. Enums that may grow are `#[non_exhaustive]`, or lists of the standard, which grow with its
//! minor versions.
#![deny(missing_docs)]

mod amount;
mod bill;
pub mod book;
pub mod build;
pub mod clock;
pub mod code;
pub mod delivery;
pub mod directory;
pub mod error;
pub mod expense;
#[doc(hidden)]
pub mod fault;
pub mod finding;
pub mod json;
pub mod keys;
pub mod limits;
pub mod model;
pub mod pack;
pub mod package;
pub mod paper;
pub mod pointer;
pub mod region;
pub mod report;
pub mod rules;
pub mod sealing;
pub mod shape;
pub mod signing;
pub mod structure;
pub mod text;
pub mod validate;
pub mod value;

pub use error::{Error, ErrorKind};
