//! The rules about what is asked for and from whom, 申请事项.

mod asked_organisation_code_check_digit;
mod asked_organisation_without_code;
mod consent_of_request_for_another_recipient;
mod emergency_against_urgency;
mod emergency_without_reason;
mod first_entered_in_the_future;
mod kind_of_help_not_told;
mod more_asked_than_needed;
mod nothing_asked_yet;
mod public_fundraising_without_consent;
mod request_day_not_in_calendar;
mod requested_amount_not_positive;
mod same_request_twice;
mod supplement_without_earlier_award;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &request_day_not_in_calendar::RULE,
    &first_entered_in_the_future::RULE,
    &asked_organisation_code_check_digit::RULE,
    &asked_organisation_without_code::RULE,
    &same_request_twice::RULE,
    &nothing_asked_yet::RULE,
    &kind_of_help_not_told::RULE,
    &requested_amount_not_positive::RULE,
    &more_asked_than_needed::RULE,
    &emergency_against_urgency::RULE,
    &emergency_without_reason::RULE,
    &consent_of_request_for_another_recipient::RULE,
    &supplement_without_earlier_award::RULE,
    &public_fundraising_without_consent::RULE,
];
