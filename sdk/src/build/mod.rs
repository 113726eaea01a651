//! Making documents and packages that are sound: nothing else can be made here.
//!
//! A document is filled in through the builder of its type, whose texts have their shape and whose required members
//! cannot be forgotten, and becomes [`Sound`] by passing every rule. A [`PackageBuilder`] takes sound documents and
//! papers, and writes a package only where it passes every rule as a whole.

mod package;
mod sound;

pub use self::{
    package::{PackageBuilder, Packed},
    sound::{Sound, Unsound},
};
