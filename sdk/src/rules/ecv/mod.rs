//! The rules about economic verifications, 家庭经济状况核对报告.

mod authority_or_number_not_told;
mod days_out_of_order;
mod economic_verification_expired;
mod item_outside_scope;
mod looked_at_without_authorisation;
mod person_not_in_application;
mod requested_before_authorised;
mod result_contradicts_items;
mod scope_not_told;
mod verification_consent_for_something_else;
mod verification_issued_in_the_future;
mod verification_of_another_application;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &looked_at_without_authorisation::RULE,
    &verification_consent_for_something_else::RULE,
    &requested_before_authorised::RULE,
    &person_not_in_application::RULE,
    &verification_of_another_application::RULE,
    &days_out_of_order::RULE,
    &verification_issued_in_the_future::RULE,
    &economic_verification_expired::RULE,
    &scope_not_told::RULE,
    &result_contradicts_items::RULE,
    &item_outside_scope::RULE,
    &authority_or_number_not_told::RULE,
];
