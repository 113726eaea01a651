//! Making documents and packages that are sound: nothing else can be made here.
//!
//! A document is filled in through the builder of its type, whose texts have their shape and whose required members
//! cannot be forgotten, and becomes [`Sound`] by passing every rule. A [`PackageBuilder`] takes sound documents and
//! papers, and writes a package only where it passes every rule as a whole.
//!
//! ```
//! use tongzhou::{build::Sound, model::Programme, validate::Options};
//!
//! # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
//! // A document that was read can be held against every rule too.
//! let programme: Programme<'_> = serde_json::from_slice(shipped("programme.json"))?;
//! let sound = Sound::new(programme, &Options::on("2026-10-01".parse()?))?;
//! assert_eq!(sound.document().standard_version.text(), "1.0");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod package;
mod sound;

pub use self::{
    package::{PackageBuilder, Packed},
    sound::{Sound, Unsound},
};
