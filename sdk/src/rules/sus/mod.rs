//! The rules about suspicions, 疑点与会商.

mod appeal_heard_by_the_same;
mod appeal_right_not_told;
mod appealed_without_appeal;
mod evidence_not_in_package;
mod family_not_heard;
mod held_by_nobody;
mod measure_without_grounds;
mod meeting_without_members_or_decision;
mod member_with_interest_took_part;
mod nothing_it_rests_on;
mod persons;
mod raised_in_the_future;
mod raiser_decided_alone;
mod resolution_differs_from_status;
mod settled_without_decision;
mod still_held_after_clearing;
mod suspicion_history_begins_midway;
mod suspicion_of_another_application;
mod suspicion_states_out_of_order;
mod suspicion_status_differs_from_history;
mod suspicion_step_not_allowed;
mod suspicion_time_not_real;
mod unanimous_with_dissent;
mod upheld_without_meeting;
mod urgent_payment_held;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &suspicion_status_differs_from_history::RULE,
    &suspicion_step_not_allowed::RULE,
    &suspicion_history_begins_midway::RULE,
    &suspicion_states_out_of_order::RULE,
    &suspicion_time_not_real::RULE,
    &raised_in_the_future::RULE,
    &suspicion_of_another_application::RULE,
    &nothing_it_rests_on::RULE,
    &evidence_not_in_package::RULE,
    &urgent_payment_held::RULE,
    &held_by_nobody::RULE,
    &still_held_after_clearing::RULE,
    &settled_without_decision::RULE,
    &resolution_differs_from_status::RULE,
    &measure_without_grounds::RULE,
    &upheld_without_meeting::RULE,
    &family_not_heard::RULE,
    &raiser_decided_alone::RULE,
    &meeting_without_members_or_decision::RULE,
    &member_with_interest_took_part::RULE,
    &unanimous_with_dissent::RULE,
    &appeal_right_not_told::RULE,
    &appealed_without_appeal::RULE,
    &appeal_heard_by_the_same::RULE,
];
