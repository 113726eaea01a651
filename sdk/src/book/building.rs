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
//! and checks the whole before anything stands under the final name. A paper is spoken of by its id: it goes into the
//! package with [`paper`](crate::build::PackageBuilder::paper), and the application lists it among its
//! [`documents`](crate::model::Application::documents), which say what it is. Ids are made once, of the clock and of
//! random bytes, and kept with what they name.
//!
//! ```
//! use std::{fs, time::SystemTime};
//!
//! use tongzhou::{
//!     ErrorKind,
//!     build::{PackageBuilder, Sound},
//!     clock,
//!     code::lists::{DataClass, DocumentForm, DocumentKind, PackagePurpose, SealKind, SubmitterRole},
//!     model::{
//!         Application,
//!         application::{Child, Paper, Seal},
//!         manifest::Sender,
//!     },
//!     package::atomic::Existing,
//!     validate::Options,
//!     value::Uuid7,
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("tongzhou-building-{}", std::process::id()));
//! # fs::create_dir_all(&folder)?;
//! # let shipped = |name| tongzhou_schema::EXAMPLES.iter().find(|(path, _)| *path == name).expect("shipped").1;
//! # fs::write(folder.join("诊断证明.pdf"), shipped("leukaemia/documents/diagnosis.pdf"))?;
//! let scan = folder.join("诊断证明.pdf");
//! let now = clock::instant(SystemTime::now())?;
//! let options = Options::on(now.china_date());
//! let id = || Uuid7::fresh(now, getrandom::fill);
//! let (application_id, paper_id, package_id) = (id()?, id()?, id()?);
//! let diagnosis = Paper::builder()
//!     .document_id(paper_id.into())
//!     .kind(DocumentKind::DiagnosisCertificate)
//!     .form(DocumentForm::Scan)
//!     .seals([Seal::builder().kind(SealKind::MedicalAffairs).build()].into())
//!     .build();
//! let application = Application::builder()
//!     .application_id(application_id.into())
//!     .created_on(now.china_date().into())
//!     .child(Child::builder().name("测试童".parse()?).build())
//!     .contacts([].into())
//!     .illness("白血病".parse()?)
//!     .documents([diagnosis].into())
//!     .consent_ids([].into())
//!     .build();
//! let application = Sound::new(application, &options)?;
//!
//! let out = folder.join("application.tzpkg");
//! let begun = || {
//!     let begun = PackageBuilder::new(package_id, now, &application, &[DataClass::Identity, DataClass::Medical])?;
//!     let sender = Sender::builder().role(SubmitterRole::Guardian).build();
//!     Ok::<_, tongzhou::Error>(begun.purpose(PackagePurpose::Application).sender(sender))
//! };
//! // Without the paper that the application lists, nothing is written.
//! let error = begun()?.write(&out, Existing::Keep, &options).expect_err("a paper is missing");
//! assert_eq!(error.kind(), ErrorKind::Unsound);
//! assert!(!out.exists());
//!
//! let packed = begun()?.paper(paper_id, &scan, &[DataClass::Medical])?.write(&out, Existing::Keep, &options)?;
//! assert!(out.exists());
//! // What there is to say all the same: warnings and remarks.
//! for placed in &packed.findings {
//!     println!("{}: {}", placed.finding.rule.code, placed.finding.rule.en.title);
//! }
//! # fs::remove_dir_all(&folder)?;
//! # Ok(())
//! # }
//! ```
//!
//! A whole program, with a guardian and with the consents that an audience asks for, is
//! `sdk/examples/build_package.rs`; the guide for integrators walks through it.
//!
//! What follows an application is built the same way: `sdk/examples/decide_and_report_aid.rs` decides on one, and records
//! the aid that was given. They go into a package as an application does, one of them being its root.
