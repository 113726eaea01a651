//! The rules about other help, 其他帮助.

mod amount_without_grant;
mod appeal_counted_as_charity;
mod appeal_without_truth_declared;
mod fee_above_raised;
mod granted_amount_not_told;
mod help_amount_negative;
mod help_day_in_the_future;
mod help_day_not_in_calendar;
mod help_days_out_of_order;
mod help_in_the_wrong_list;
mod helping_organisation_code_check_digit;
mod more_fee_returned_than_taken;
mod more_refunded_than_left;
mod more_withdrawn_than_raised;
mod platform_not_designated;
mod raised_amount_not_told;
mod received_amount_not_told;
mod same_appeal_twice;
mod same_charity_help_twice;
mod target_above_need;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &help_day_not_in_calendar::RULE,
    &help_day_in_the_future::RULE,
    &help_days_out_of_order::RULE,
    &help_amount_negative::RULE,
    &platform_not_designated::RULE,
    &target_above_need::RULE,
    &appeal_counted_as_charity::RULE,
    &more_withdrawn_than_raised::RULE,
    &more_refunded_than_left::RULE,
    &fee_above_raised::RULE,
    &more_fee_returned_than_taken::RULE,
    &same_appeal_twice::RULE,
    &same_charity_help_twice::RULE,
    &helping_organisation_code_check_digit::RULE,
    &granted_amount_not_told::RULE,
    &amount_without_grant::RULE,
    &received_amount_not_told::RULE,
    &raised_amount_not_told::RULE,
    &appeal_without_truth_declared::RULE,
    &help_in_the_wrong_list::RULE,
];
