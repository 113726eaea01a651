//! Conformance of the Tongzhou standard: its requirements and what covers them, the pages of its rules, and
//! fixtures.
#![deny(missing_docs)]

pub mod adapter;
pub mod fixture;
pub mod numbers;
pub mod random;
pub mod release;
pub mod report;
pub mod repository;
pub mod requirement;
pub mod role;
pub mod rule_pages;
pub mod sentences;
pub mod trace;
pub mod vector;
