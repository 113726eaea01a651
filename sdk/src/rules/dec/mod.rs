//! The rules about decisions, 审核结果.

mod agreement_of_another_amount;
mod agreement_says_too_little;
mod answered_before_received;
mod award_ends_before_it_is_given;
mod award_line_twice;
mod award_total_differs;
mod consent_does_not_allow_publishing;
mod decided_before_application;
mod decided_in_the_future;
mod decision_appeal_counted_as_charity;
mod decision_emergency_without_reason;
mod decision_history_begins_midway;
mod decision_money_not_meant_for_this;
mod decision_of_another_application;
mod decision_refused_without_reason;
mod decision_replaces_itself;
mod decision_states_out_of_order;
mod decision_step_not_allowed;
mod decision_time_not_real;
mod every_reviewer_stepped_aside;
mod funding_differs_from_line;
mod granted_without_award;
mod line_supplements_itself;
mod nobody_decided;
mod nothing_awarded;
mod notice_ends_before_it_begins;
mod notice_shows_too_much;
mod notice_still_up;
mod objection_not_answered;
mod published_without_consent;
mod recipient_not_asked;
mod request_days_out_of_order;
mod request_for_nothing;
mod request_without_deadline;
mod reviewer_declared_nothing;
mod reviewer_with_interest_took_part;
mod score_alone_decided;
mod score_not_explained;
mod shares_are_not_the_whole;
mod state_differs_from_history;
mod verification_out_of_date;
mod waiting_without_reason;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &state_differs_from_history::RULE,
    &decision_step_not_allowed::RULE,
    &decision_history_begins_midway::RULE,
    &decision_states_out_of_order::RULE,
    &decision_time_not_real::RULE,
    &decided_in_the_future::RULE,
    &decision_of_another_application::RULE,
    &recipient_not_asked::RULE,
    &decided_before_application::RULE,
    &decision_replaces_itself::RULE,
    &nobody_decided::RULE,
    &score_alone_decided::RULE,
    &score_not_explained::RULE,
    &reviewer_with_interest_took_part::RULE,
    &reviewer_declared_nothing::RULE,
    &every_reviewer_stepped_aside::RULE,
    &decision_refused_without_reason::RULE,
    &waiting_without_reason::RULE,
    &request_for_nothing::RULE,
    &request_without_deadline::RULE,
    &request_days_out_of_order::RULE,
    &verification_out_of_date::RULE,
    &granted_without_award::RULE,
    &award_total_differs::RULE,
    &funding_differs_from_line::RULE,
    &shares_are_not_the_whole::RULE,
    &nothing_awarded::RULE,
    &award_line_twice::RULE,
    &line_supplements_itself::RULE,
    &award_ends_before_it_is_given::RULE,
    &decision_money_not_meant_for_this::RULE,
    &decision_appeal_counted_as_charity::RULE,
    &agreement_of_another_amount::RULE,
    &agreement_says_too_little::RULE,
    &decision_emergency_without_reason::RULE,
    &answered_before_received::RULE,
    &published_without_consent::RULE,
    &consent_does_not_allow_publishing::RULE,
    &notice_shows_too_much::RULE,
    &notice_ends_before_it_begins::RULE,
    &notice_still_up::RULE,
    &objection_not_answered::RULE,
];
