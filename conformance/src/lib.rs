//! Conformance of the Tongzhou standard: its requirements and what covers them, the pages of its rules, and
//! fixtures.
#![deny(missing_docs)]

mod written;

pub mod adapter;
pub mod attestation;
pub mod case;
pub mod certificate;
pub mod csv;
pub mod evidence;
pub mod faults;
pub mod fixture;
pub mod frozen;
pub mod http;
pub mod lint;
pub mod listed;
pub mod mock;
pub mod numbers;
pub mod random;
pub mod release;
pub mod report;
pub mod repository;
pub mod requirement;
pub mod role;
pub mod rule_pages;
pub mod sentences;
pub mod table;
pub mod tenant;
pub mod trace;
pub mod vector;
