//! The rules about the child, 儿童.

mod resident_id_check_digit;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[&resident_id_check_digit::RULE];
