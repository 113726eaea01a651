//! What is wrong with programmes.

mod age_limit_without_how_it_ends;
mod age_limits_reversed;
mod amount_without_source;
mod award_id_twice;
mod award_kind_not_of_programme;
mod award_without_amount;
mod bands;
mod bound_of_tier_unsaid;
mod cap_below_what_is_given;
mod charity_before_insurance;
mod condition_says_nothing;
mod conditions;
mod designated_hospital_listed_twice;
mod designated_hospitals_not_listed;
mod diagnosis_prefix_not_of_its_system;
mod excluded_code_not_included;
mod funding_shares_not_whole;
mod illustrative_programme_without_source;
mod joint_mode_without_partner;
mod limit_below_one_award;
mod limit_says_nothing;
mod money_may_not_be_used_so;
mod open_programme_without_a_period_left;
mod paper_asked_for_twice;
mod partner_abroad_and_records_unsaid;
mod payer_named_twice;
mod percentage_beyond_bounds;
mod programme_amounts_reversed;
mod programme_day_in_the_future;
mod programme_period_ends_before_it_begins;
mod programme_periods_overlap;
mod programme_says_not_who_may_apply;
mod public_notice_without_mode;
mod required_paper_says_no_kind;
mod same_condition_twice;
mod seal_wanted_and_refused;
mod share_of_overlap_not_said;
mod source_id_twice;
mod source_leads_nowhere;
mod sources;
mod supplement_to_unknown_award;
mod tier_gives_nothing;
mod tiers_leave_a_gap;
mod tiers_overlap;
mod times_of_earlier_aid_reversed;

use super::Rule;

/// The rules of the area, by code.
pub(super) const RULES: &[&Rule] = &[
    &programme_period_ends_before_it_begins::RULE,
    &programme_periods_overlap::RULE,
    &open_programme_without_a_period_left::RULE,
    &programme_says_not_who_may_apply::RULE,
    &condition_says_nothing::RULE,
    &age_limits_reversed::RULE,
    &age_limit_without_how_it_ends::RULE,
    &diagnosis_prefix_not_of_its_system::RULE,
    &excluded_code_not_included::RULE,
    &programme_amounts_reversed::RULE,
    &tiers_overlap::RULE,
    &tiers_leave_a_gap::RULE,
    &bound_of_tier_unsaid::RULE,
    &percentage_beyond_bounds::RULE,
    &cap_below_what_is_given::RULE,
    &award_without_amount::RULE,
    &tier_gives_nothing::RULE,
    &funding_shares_not_whole::RULE,
    &award_id_twice::RULE,
    &supplement_to_unknown_award::RULE,
    &amount_without_source::RULE,
    &source_leads_nowhere::RULE,
    &source_id_twice::RULE,
    &illustrative_programme_without_source::RULE,
    &programme_day_in_the_future::RULE,
    &designated_hospitals_not_listed::RULE,
    &designated_hospital_listed_twice::RULE,
    &required_paper_says_no_kind::RULE,
    &seal_wanted_and_refused::RULE,
    &paper_asked_for_twice::RULE,
    &money_may_not_be_used_so::RULE,
    &award_kind_not_of_programme::RULE,
    &limit_says_nothing::RULE,
    &limit_below_one_award::RULE,
    &payer_named_twice::RULE,
    &charity_before_insurance::RULE,
    &public_notice_without_mode::RULE,
    &partner_abroad_and_records_unsaid::RULE,
    &joint_mode_without_partner::RULE,
    &same_condition_twice::RULE,
    &share_of_overlap_not_said::RULE,
    &times_of_earlier_aid_reversed::RULE,
];
