//! What is wrong with reports of aid.

mod appeal_counted_in_report;
mod correction_changes_nothing;
mod correction_of_this_report;
mod correction_of_unknown_row;
mod fewer_times_than_persons;
mod person_outside_period;
mod person_reported_without_consent;
mod reply_before_report;
mod reply_to_unknown_row;
mod report_amounts_do_not_add_up;
mod report_late_without_reason;
mod report_overdue;
mod report_period_ends_before_it_begins;
mod report_persons_above_rows;
mod report_row_twice;
mod report_says_nothing;
mod report_sent_before_its_period_is_over;
mod report_sent_in_the_future;
mod report_times_do_not_add_up;
mod row_outside_the_authority;
mod small_group_tells_who;
mod sums;

use super::Rule;

/// The rules of the area, by code.
pub(super) const RULES: &[&Rule] = &[
    &report_period_ends_before_it_begins::RULE,
    &report_sent_before_its_period_is_over::RULE,
    &report_late_without_reason::RULE,
    &report_overdue::RULE,
    &report_sent_in_the_future::RULE,
    &report_amounts_do_not_add_up::RULE,
    &appeal_counted_in_report::RULE,
    &report_times_do_not_add_up::RULE,
    &report_persons_above_rows::RULE,
    &person_reported_without_consent::RULE,
    &report_row_twice::RULE,
    &reply_to_unknown_row::RULE,
    &correction_of_this_report::RULE,
    &correction_of_unknown_row::RULE,
    &correction_changes_nothing::RULE,
    &reply_before_report::RULE,
    &person_outside_period::RULE,
    &report_says_nothing::RULE,
    &small_group_tells_who::RULE,
    &fewer_times_than_persons::RULE,
    &row_outside_the_authority::RULE,
];
