//! What is wrong with aid entries.

mod entry_corrects_itself;
mod entry_epochs_far_apart;
mod entry_month_in_the_future;
mod entry_month_not_in_year;
mod entry_salt_not_random;
mod entry_superseded_and_withdrawn;
mod entry_token_twice;
mod entry_without_token;

use super::Rule;

/// The rules of the area, by code.
pub(super) const RULES: &[&Rule] = &[
    &entry_month_not_in_year::RULE,
    &entry_month_in_the_future::RULE,
    &entry_corrects_itself::RULE,
    &entry_superseded_and_withdrawn::RULE,
    &entry_without_token::RULE,
    &entry_token_twice::RULE,
    &entry_salt_not_random::RULE,
    &entry_epochs_far_apart::RULE,
];
