//! The rules about insurance: settlements on receipts, 医保结算, and the layers of coverage, 参保情况.

mod burden_left_does_not_follow;
mod buyer_of_insurance_missing;
mod cash_differs_from_receipt;
mod catastrophic_without_basic;
mod coverage_as_printed_missing;
mod coverage_ends_before_it_begins;
mod coverage_expired;
mod coverage_listed_twice;
mod coverage_not_stated;
mod coverage_region_missing;
mod coverage_region_unknown;
mod designated_code_shape;
mod designated_codes_differ;
mod former_insurance_type;
mod fund_paid_without_insurance;
mod funds_differ_from_receipt;
mod funds_do_not_make_up_fund_total;
mod layer_differs_from_settlement_amount;
mod layer_listed_twice;
mod layers_exceed_total;
mod layers_out_of_order;
mod paid_more_than_ceiling;
mod paid_without_coverage;
mod personal_parts_do_not_make_up_personal_total;
mod platform_code_differs;
mod printed_insurance_missing;
mod scope_differs_from_deductions;
mod settled_by_insurance_not_in_application;
mod settled_in_the_future;
mod settlement_insurance_differs;
mod settlement_parts_do_not_make_up_total;
mod settlement_total_differs_from_bill;
mod settlement_total_differs_from_receipt;
mod settlement_twice_in_package;
mod settlement_without_bill;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &settlement_parts_do_not_make_up_total::RULE,
    &funds_do_not_make_up_fund_total::RULE,
    &personal_parts_do_not_make_up_personal_total::RULE,
    &scope_differs_from_deductions::RULE,
    &settlement_total_differs_from_receipt::RULE,
    &settlement_total_differs_from_bill::RULE,
    &funds_differ_from_receipt::RULE,
    &cash_differs_from_receipt::RULE,
    &layers_out_of_order::RULE,
    &burden_left_does_not_follow::RULE,
    &layers_exceed_total::RULE,
    &layer_differs_from_settlement_amount::RULE,
    &layer_listed_twice::RULE,
    &settlement_without_bill::RULE,
    &settled_in_the_future::RULE,
    &settlement_insurance_differs::RULE,
    &platform_code_differs::RULE,
    &fund_paid_without_insurance::RULE,
    &printed_insurance_missing::RULE,
    &designated_codes_differ::RULE,
    &designated_code_shape::RULE,
    &settled_by_insurance_not_in_application::RULE,
    &coverage_not_stated::RULE,
    &coverage_listed_twice::RULE,
    &paid_more_than_ceiling::RULE,
    &coverage_region_unknown::RULE,
    &coverage_region_missing::RULE,
    &coverage_ends_before_it_begins::RULE,
    &coverage_expired::RULE,
    &paid_without_coverage::RULE,
    &catastrophic_without_basic::RULE,
    &buyer_of_insurance_missing::RULE,
    &former_insurance_type::RULE,
    &coverage_as_printed_missing::RULE,
    &settlement_twice_in_package::RULE,
];
