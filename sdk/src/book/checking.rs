//! Checking: is this as it should be, and what is to be said if not?
//!
//! # One document, one package
//!
//! [`validate::document`](crate::validate::document) takes the bytes of a JSON document,
//! [`validate::package`](crate::validate::package) anything that can be read and sought, such as a file. Both always
//! come back with a [`Checked`](crate::validate::Checked): whatever is wrong with the input is in it. Only where the
//! source itself fails is there an [`Error`](crate::Error).
//!
//! ```no_run
//! use std::{fs::File, time::SystemTime};
//!
//! use tongzhou::{
//!     clock,
//!     validate::{self, Answer, Options},
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // The clock enters here and nowhere else: a check is told the day by which it judges.
//! let options = Options::on(clock::instant(SystemTime::now())?.china_date());
//! let checked = validate::package(File::open("application.tzpkg")?, &options)?;
//! match checked.answer() {
//!     Answer::Sound => println!("no error was found"),
//!     Answer::Wrong => println!("{} findings", checked.findings.len()),
//!     // Never the same as sound: a version that is not known, say.
//!     Answer::CouldNotCheck => println!("something could not be checked"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # How far it came
//!
//! There is no "valid", since people read it as true, complete or granted. There are three
//! [rungs](crate::code::lists::Rung): *readable*, *structured* (every document has its shape) and *consistent* (no rule
//! found an error).
//!
//! # What a finding is
//!
//! A rule, a place, and parameters that have no room for text. The rule has a permanent
//! [code](crate::rules::Rule::code), a [severity](crate::code::lists::Severity), the words in both languages, and
//! [whom to ask](crate::code::lists::Ask). Codes never mean another thing later: store them, count them, link to them.
//!
//! ```
//! use tongzhou::{text::Lang, validate};
//!
//! let options = validate::Options::on("2026-10-01".parse().expect("a day"));
//! let checked = validate::document(br#"{ "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aplication" }"#, &options);
//! let [placed] = checked.findings.as_slice() else { panic!("one cause is told once") };
//! assert_eq!(placed.finding.rule.code, "TZ-SCH-007");
//! assert!(placed.finding.message(Lang::En).contains("application"));
//! let position = placed.position.expect("it stands in the text");
//! assert_eq!(position.line, 1);
//! ```
//!
//! # For people and for programs
//!
//! [`Human`](crate::report::human::Human) prints a report in one language.
//! [`report`](crate::report::report) makes the document `validation-report`, which has both languages, the digest of the
//! input in place of a file name, and those of the rules and codelists, so that two who get different answers see why.
//!
//! ```
//! use tongzhou::{
//!     report::{InputFacts, report},
//!     validate,
//! };
//!
//! let bytes = b"not JSON";
//! let checked = validate::document(bytes, &validate::Options::on("2026-10-01".parse().expect("a day")));
//! let report = report(&checked, InputFacts { size: bytes.len() as u64, sha256: None });
//! let json = serde_json::to_value(&report).expect("a report can be written");
//! assert_eq!(json["findings"][0]["code"], "TZ-JSN-005");
//! assert!(json.get("rung").is_none(), "what cannot be read has reached no rung");
//! ```
//!
//! # Bounds
//!
//! [`Limits`](crate::limits::Limits) says how much is read before the answer is no. The defaults are the standard's:
//! tighten them where you must, and know that others take what you then refuse.
