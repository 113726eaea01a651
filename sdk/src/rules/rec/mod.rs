//! The rules about records of every kind, 记录: what lies in a package beside application, consents and receipts.

mod consent_of_record_missing;
mod paper_of_record_missing;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[&paper_of_record_missing::RULE, &consent_of_record_missing::RULE];
