//! The rules about declarations, 声明承诺.

mod declaration_day_not_in_calendar;
mod declared_in_the_future;
mod other_help_not_declared_yet;
mod truth_not_declared_yet;
mod who_declares_not_told;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &declaration_day_not_in_calendar::RULE,
    &declared_in_the_future::RULE,
    &truth_not_declared_yet::RULE,
    &who_declares_not_told::RULE,
    &other_help_not_declared_yet::RULE,
];
