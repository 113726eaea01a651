//! Building: making documents and packages that no rule finds an error in.
//!
//! # A document
//!
//! Each type has a builder. What is required cannot be forgotten, since without it there is no `build`; words have their
//! shape, since they come by `parse`; checked [values](super::values) come by `into`. Then the document has to pass
//! every rule to become [`Sound`](crate::build::Sound).
//!
//! ```
//! use tongzhou::{
//!     build::Sound,
//!     model::{Application, application::Child},
//!     validate::Options,
//!     value::{Date, Uuid7},
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let child = Child::builder().name("测试童".parse()?).birth_date("2015-06-01".parse::<Date>()?.into()).build();
//! let application = Application::builder()
//!     .application_id("0195d4a0-0000-7000-8000-000000000001".parse::<Uuid7>()?.into())
//!     .created_on("2026-09-20".parse::<Date>()?.into())
//!     .child(child)
//!     .contacts([].into())
//!     .illness("白血病".parse()?)
//!     .consent_ids([].into())
//!     .build();
//! let options = Options::on("2026-10-01".parse()?);
//! let sound = Sound::new(application.clone(), &options)?;
//! println!("{} bytes to store or to send", sound.bytes().len());
//!
//! // What a rule finds an error in is not made, and the error says which rule.
//! let wrong = Application { created_on: "2026-02-30".parse()?, ..application };
//! let unsound = Sound::new(wrong, &options).expect_err("there is no such day");
//! assert_eq!(unsound.to_string(), "TZ-APP-001 at /createdOn (The calendar has no such day)");
//! # Ok(())
//! # }
//! ```
//!
//! # A package
//!
//! A [`PackageBuilder`](crate::build::PackageBuilder) takes sound documents and papers from disk, writes the manifest,
//! and checks the whole before anything stands under the final name. `sdk/examples/build_package.rs` is a whole program.
