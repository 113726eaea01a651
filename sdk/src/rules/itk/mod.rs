//! The rules about intake, 受理信息.

mod helper_not_told;
mod intake_organisation_code_check_digit;
mod intake_time_not_real;
mod recorded_in_the_future;
mod referral_not_named;
mod self_filled_and_assisted;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &intake_time_not_real::RULE,
    &recorded_in_the_future::RULE,
    &helper_not_told::RULE,
    &self_filled_and_assisted::RULE,
    &intake_organisation_code_check_digit::RULE,
    &referral_not_named::RULE,
];
