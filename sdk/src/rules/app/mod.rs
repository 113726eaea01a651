//! The rules about the application as a whole: its dates, codes, amounts and references, 申请书整体.

mod amount_negative;
mod created_in_future;
mod date_not_in_calendar;
mod mobile_number_form;
mod no_way_to_reach;
mod open_code_not_published;
mod organisation_code_check;
mod organisation_code_inner_check;
mod past_date_in_future;
mod region_unknown;
mod still_to_be_filled_in;
mod text_blank;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &date_not_in_calendar::RULE,
    &created_in_future::RULE,
    &past_date_in_future::RULE,
    &organisation_code_check::RULE,
    &organisation_code_inner_check::RULE,
    &region_unknown::RULE,
    &mobile_number_form::RULE,
    &amount_negative::RULE,
    &open_code_not_published::RULE,
    &no_way_to_reach::RULE,
    &still_to_be_filled_in::RULE,
    &text_blank::RULE,
];
