//! The book: a page for each task. There is no code in here, only words and examples that run.
//!
//! 1. [Checking](checking): is this document, is this package as it should be, and what is to be said if not?
//! 2. [Documents](documents): reading one into types, changing it, writing it.
//! 3. [Building](building): making documents and packages that no rule finds an error in.
//! 4. [Packages](packages): from a folder of papers to a package, and what is in one.
//! 5. [Values and codes](values): money, dates, identity numbers, codelists, regions.
//! 6. [Versions](versions): several versions of the standard at once.

pub mod building;
pub mod checking;
pub mod documents;
pub mod packages;
pub mod values;
pub mod versions;
