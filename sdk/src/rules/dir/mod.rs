//! The rules about members and the member directory, 成员名录.

mod accreditation_ends_before_it_begins;
mod board_holder_twice;
mod board_key_twice;
mod board_key_under_another_name;
mod board_key_used_by_a_member;
mod board_public_key_is_none;
mod board_threshold_of_one;
mod board_threshold_out_of_reach;
mod charity_cannot_receive;
mod directory_expired;
mod directory_expires_before_issued;
mod directory_instant_not_real;
mod directory_issued_in_the_future;
mod directory_lives_too_long;
mod directory_version_and_previous;
mod endpoint_twice;
mod key_ends_before_it_begins;
mod key_lives_too_long;
mod key_of_two_members;
mod keys;
mod member_cannot_sign;
mod member_contact_missing;
mod member_instant_not_real;
mod member_key_twice;
mod member_key_under_another_name;
mod member_listed_twice;
mod member_public_key_is_none;
mod member_recipient_is_none;
mod member_revoked_twice;
mod member_without_role;
mod membership_ends_before_it_begins;
mod moment;
mod organisation_listed_twice;
mod revoked_in_the_future;
mod revoked_member_still_listed;
mod token_share_number;
mod token_share_threshold;
mod token_share_without_role;
mod unit_id_twice;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &member_key_under_another_name::RULE,
    &member_public_key_is_none::RULE,
    &member_recipient_is_none::RULE,
    &member_instant_not_real::RULE,
    &key_ends_before_it_begins::RULE,
    &key_lives_too_long::RULE,
    &member_key_twice::RULE,
    &member_cannot_sign::RULE,
    &charity_cannot_receive::RULE,
    &member_without_role::RULE,
    &token_share_without_role::RULE,
    &token_share_number::RULE,
    &member_contact_missing::RULE,
    &membership_ends_before_it_begins::RULE,
    &accreditation_ends_before_it_begins::RULE,
    &endpoint_twice::RULE,
    &unit_id_twice::RULE,
    &directory_instant_not_real::RULE,
    &directory_expires_before_issued::RULE,
    &directory_lives_too_long::RULE,
    &directory_expired::RULE,
    &directory_issued_in_the_future::RULE,
    &directory_version_and_previous::RULE,
    &board_key_under_another_name::RULE,
    &board_public_key_is_none::RULE,
    &board_key_twice::RULE,
    &board_threshold_out_of_reach::RULE,
    &board_threshold_of_one::RULE,
    &board_holder_twice::RULE,
    &member_listed_twice::RULE,
    &organisation_listed_twice::RULE,
    &key_of_two_members::RULE,
    &revoked_member_still_listed::RULE,
    &member_revoked_twice::RULE,
    &board_key_used_by_a_member::RULE,
    &revoked_in_the_future::RULE,
    &token_share_threshold::RULE,
];
