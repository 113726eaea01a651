//! The rules about referrals, 转介单.

mod accepted_without_feedback;
mod answer_overdue;
mod answered_before_sent;
mod gap_does_not_follow;
mod gap_not_told;
mod government_referral_sent_elsewhere;
mod referral_consent_for_something_else;
mod referral_of_another_application;
mod referral_refused_without_reason;
mod referral_time_not_real;
mod referral_without_consent;
mod referred_to_itself;
mod scheme_not_told;
mod sent_before_consent;
mod sent_in_the_future;
mod service_not_told;
mod simplified_without_civil_affairs;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &referral_without_consent::RULE,
    &referral_consent_for_something_else::RULE,
    &sent_before_consent::RULE,
    &referral_time_not_real::RULE,
    &sent_in_the_future::RULE,
    &answered_before_sent::RULE,
    &referral_refused_without_reason::RULE,
    &answer_overdue::RULE,
    &accepted_without_feedback::RULE,
    &referred_to_itself::RULE,
    &referral_of_another_application::RULE,
    &simplified_without_civil_affairs::RULE,
    &government_referral_sent_elsewhere::RULE,
    &scheme_not_told::RULE,
    &gap_not_told::RULE,
    &gap_does_not_follow::RULE,
    &service_not_told::RULE,
];
