//! The rules about the household and its hardships, 家庭与困难身份.

mod hardship_certificate_number_missing;
mod hardship_dates_missing;
mod hardship_dates_reversed;
mod hardship_exclusive_statuses;
mod hardship_expired;
mod hardship_issuer_too_low;
mod hardship_risk_unstated;
mod hardship_self_declared;
mod hardship_tekun_above_sixteen;
mod hardship_valid_too_long;
mod household_income_missing;
mod household_incomes_sum_differs;
mod household_member_incomes_above_total;
mod household_members_above_size;
mod household_members_below_size;
mod household_not_described;
mod household_per_head_income_differs;
mod household_period_not_a_year;
mod household_period_reversed;
mod household_size_missing;
mod member_id_used_twice;
mod orphan_with_parents;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &household_not_described::RULE,
    &household_size_missing::RULE,
    &household_income_missing::RULE,
    &household_members_above_size::RULE,
    &household_members_below_size::RULE,
    &household_per_head_income_differs::RULE,
    &household_incomes_sum_differs::RULE,
    &household_member_incomes_above_total::RULE,
    &household_period_reversed::RULE,
    &household_period_not_a_year::RULE,
    &member_id_used_twice::RULE,
    &hardship_self_declared::RULE,
    &hardship_issuer_too_low::RULE,
    &hardship_dates_reversed::RULE,
    &hardship_expired::RULE,
    &hardship_valid_too_long::RULE,
    &hardship_dates_missing::RULE,
    &hardship_risk_unstated::RULE,
    &hardship_tekun_above_sixteen::RULE,
    &hardship_exclusive_statuses::RULE,
    &hardship_certificate_number_missing::RULE,
    &orphan_with_parents::RULE,
];
