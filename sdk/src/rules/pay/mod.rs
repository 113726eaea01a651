//! The rules about who is to be paid, 收款方.

mod branch_code_shape;
mod card_number_check_digit;
mod card_number_shape;
mod card_of_another_holder;
mod card_of_nobody_named;
mod hospital_account_of_another_holder;
mod hospital_account_without_holder;
mod hospital_account_without_inpatient_number;
mod paid_organisation_code_check_digit;
mod paid_organisation_not_told;
mod payee_id_twice;
mod payee_not_told_yet;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &payee_id_twice::RULE,
    &card_number_check_digit::RULE,
    &card_number_shape::RULE,
    &hospital_account_without_holder::RULE,
    &hospital_account_of_another_holder::RULE,
    &hospital_account_without_inpatient_number::RULE,
    &branch_code_shape::RULE,
    &card_of_nobody_named::RULE,
    &card_of_another_holder::RULE,
    &paid_organisation_code_check_digit::RULE,
    &paid_organisation_not_told::RULE,
    &payee_not_told_yet::RULE,
];
