//! The rules about consents, 授权同意书.

mod abroad_without_separate_consent;
mod audience_without_consent;
mod basis_of_transfer_abroad_not_told;
mod carer_consents_as_guardian;
mod child_from_14_refuses;
mod child_turned_14_since;
mod child_under_14_consents_alone;
mod commercial_platform_gets_too_much;
mod commercial_platform_under_another_purpose;
mod consent_day_not_in_calendar;
mod consent_ends_before_it_begins;
mod consent_expired;
mod consent_for_another_application;
mod consent_for_another_birth_date;
mod consent_for_another_name;
mod consent_for_another_number;
mod consent_giver_has_another_name;
mod consent_giver_has_another_number;
mod consent_giver_is_no_guardian;
mod consent_giver_not_told;
mod consent_instant_not_real;
mod consent_names_no_information;
mod consent_not_yet_in_force;
mod consent_organisation_code_check_digit;
mod consent_replaces_itself;
mod consent_signed_in_the_future;
mod consent_signed_on_and_at_differ;
mod consent_still_to_be_filled_in;
mod consent_text_blank;
mod consent_withdrawn;
mod emergency_before_consent;
mod giver;
mod giving_to_recipient_refused;
mod guardian_consents_alone_from_14;
mod kept_beyond_its_time;
mod notice_paper_was_changed;
mod oral_consent_to_be_signed;
mod package_holds_more_than_consented;
mod person_or_institution_differs;
mod public_notice_period_over;
mod public_notice_purpose_without_answer;
mod public_notice_without_consent;
mod read_aloud_without_witness;
mod recipient_abroad_not_named;
mod recipient_called_otherwise;
mod recipient_contact_not_told;
mod recipient_without_code;
mod reliable_signature_without_particulars;
mod request_without_consent;
mod retention_not_told;
mod same_consent_twice;
mod sensitive_information_not_asked;
mod sensitive_information_refused;
mod signed_paper_not_kept;
mod signed_paper_was_changed;
pub(in crate::rules) mod terms;
mod withdrawal_before_signing;
mod withdrawal_in_the_future;
mod wording;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &consent_day_not_in_calendar::RULE,
    &consent_instant_not_real::RULE,
    &consent_signed_in_the_future::RULE,
    &consent_signed_on_and_at_differ::RULE,
    &consent_ends_before_it_begins::RULE,
    &consent_not_yet_in_force::RULE,
    &consent_expired::RULE,
    &consent_withdrawn::RULE,
    &withdrawal_before_signing::RULE,
    &withdrawal_in_the_future::RULE,
    &child_under_14_consents_alone::RULE,
    &guardian_consents_alone_from_14::RULE,
    &child_from_14_refuses::RULE,
    &consent_giver_is_no_guardian::RULE,
    &consent_giver_not_told::RULE,
    &person_or_institution_differs::RULE,
    &carer_consents_as_guardian::RULE,
    &consent_organisation_code_check_digit::RULE,
    &recipient_without_code::RULE,
    &recipient_contact_not_told::RULE,
    &consent_names_no_information::RULE,
    &package_holds_more_than_consented::RULE,
    &audience_without_consent::RULE,
    &emergency_before_consent::RULE,
    &request_without_consent::RULE,
    &same_consent_twice::RULE,
    &consent_for_another_application::RULE,
    &consent_for_another_birth_date::RULE,
    &consent_for_another_name::RULE,
    &consent_for_another_number::RULE,
    &abroad_without_separate_consent::RULE,
    &recipient_abroad_not_named::RULE,
    &basis_of_transfer_abroad_not_told::RULE,
    &sensitive_information_refused::RULE,
    &sensitive_information_not_asked::RULE,
    &giving_to_recipient_refused::RULE,
    &public_notice_without_consent::RULE,
    &public_notice_purpose_without_answer::RULE,
    &public_notice_period_over::RULE,
    &commercial_platform_under_another_purpose::RULE,
    &commercial_platform_gets_too_much::RULE,
    &signed_paper_not_kept::RULE,
    &signed_paper_was_changed::RULE,
    &notice_paper_was_changed::RULE,
    &reliable_signature_without_particulars::RULE,
    &oral_consent_to_be_signed::RULE,
    &read_aloud_without_witness::RULE,
    &consent_replaces_itself::RULE,
    &child_turned_14_since::RULE,
    &retention_not_told::RULE,
    &kept_beyond_its_time::RULE,
    &consent_still_to_be_filled_in::RULE,
    &consent_text_blank::RULE,
    &consent_giver_has_another_name::RULE,
    &consent_giver_has_another_number::RULE,
    &recipient_called_otherwise::RULE,
];
