//! The rules about aid records, 救助记录.

mod aid_appeal_counted_as_charity;
mod aid_history_begins_midway;
mod aid_money_not_meant_for_this;
mod aid_status_differs_from_history;
mod aid_step_not_allowed;
mod amount_missing;
mod award_line_not_named;
mod award_line_unknown;
mod bill_does_not_count;
mod cancelled_or_returned_without_reason;
mod decision_not_named;
mod drug_value_differs;
mod events_out_of_order;
mod funding_differs_from_amount;
mod given_although_refused;
mod given_before_decision;
mod given_by_another_organisation;
mod given_in_the_future;
mod goods_without_value;
mod group_amount_differs;
mod leftover_not_told;
mod leftover_use_not_public;
mod more_than_awarded;
mod more_than_the_burden;
mod nothing_told_of_what_was_given;
mod other_kind_than_awarded;
mod paid_after_award_ended;
mod paid_without_agreement;
mod receipt_used_twice;
mod receipts_above_amount;
mod record_replaces_itself;
mod record_time_not_real;
mod reimbursed_after_aid;
mod returned_more_than_paid;
mod set_off_paid_elsewhere;
mod stated_burden_differs;
mod visited_before_help;
mod visited_in_the_future;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &aid_status_differs_from_history::RULE,
    &aid_step_not_allowed::RULE,
    &aid_history_begins_midway::RULE,
    &events_out_of_order::RULE,
    &given_in_the_future::RULE,
    &record_time_not_real::RULE,
    &cancelled_or_returned_without_reason::RULE,
    &record_replaces_itself::RULE,
    &decision_not_named::RULE,
    &award_line_not_named::RULE,
    &award_line_unknown::RULE,
    &given_by_another_organisation::RULE,
    &other_kind_than_awarded::RULE,
    &more_than_awarded::RULE,
    &given_although_refused::RULE,
    &paid_after_award_ended::RULE,
    &given_before_decision::RULE,
    &paid_without_agreement::RULE,
    &amount_missing::RULE,
    &funding_differs_from_amount::RULE,
    &aid_appeal_counted_as_charity::RULE,
    &aid_money_not_meant_for_this::RULE,
    &returned_more_than_paid::RULE,
    &set_off_paid_elsewhere::RULE,
    &receipts_above_amount::RULE,
    &more_than_the_burden::RULE,
    &reimbursed_after_aid::RULE,
    &bill_does_not_count::RULE,
    &receipt_used_twice::RULE,
    &stated_burden_differs::RULE,
    &drug_value_differs::RULE,
    &nothing_told_of_what_was_given::RULE,
    &goods_without_value::RULE,
    &group_amount_differs::RULE,
    &visited_before_help::RULE,
    &visited_in_the_future::RULE,
    &leftover_not_told::RULE,
    &leftover_use_not_public::RULE,
];
