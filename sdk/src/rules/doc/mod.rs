//! The rules about papers, 材料.

mod diagnosis_certificate_not_yet_there;
mod electronic_bill_only_printed;
mod faults;
mod guardian_paper_not_yet_there;
mod jpeg_truncated;
mod ofd_is_no_ofd;
mod ofd_truncated;
mod other_paper_without_name;
mod paper_continues_itself;
mod paper_day_not_in_calendar;
mod paper_days_out_of_order;
mod paper_described_twice;
mod paper_empty;
mod paper_expired;
mod paper_issued_in_the_future;
mod paper_missing;
mod paper_not_described;
mod paper_of_two_types;
mod paper_of_unknown_type;
mod paper_type_differs_from_name;
mod paper_without_pages;
mod pdf_active;
mod pdf_encrypted;
mod pdf_explodes;
mod pdf_truncated;
mod pdf_with_attachment;
mod photo_says_where;
mod picture_says_where;
mod picture_too_large;
mod png_damaged;
mod png_truncated;
mod recognising_organisation_code_check_digit;
mod seal_missing;
mod seal_not_noted;
mod seals;
mod ward_seal_on_diagnosis_certificate;
mod xml_truncated;
mod xml_with_doctype;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &paper_day_not_in_calendar::RULE,
    &paper_missing::RULE,
    &paper_not_described::RULE,
    &paper_described_twice::RULE,
    &paper_empty::RULE,
    &paper_of_unknown_type::RULE,
    &pdf_truncated::RULE,
    &pdf_encrypted::RULE,
    &pdf_active::RULE,
    &pdf_with_attachment::RULE,
    &pdf_explodes::RULE,
    &jpeg_truncated::RULE,
    &photo_says_where::RULE,
    &png_truncated::RULE,
    &png_damaged::RULE,
    &picture_says_where::RULE,
    &picture_too_large::RULE,
    &paper_of_two_types::RULE,
    &ofd_is_no_ofd::RULE,
    &ofd_truncated::RULE,
    &xml_with_doctype::RULE,
    &xml_truncated::RULE,
    &paper_type_differs_from_name::RULE,
    &paper_expired::RULE,
    &paper_issued_in_the_future::RULE,
    &paper_days_out_of_order::RULE,
    &seal_missing::RULE,
    &ward_seal_on_diagnosis_certificate::RULE,
    &seal_not_noted::RULE,
    &guardian_paper_not_yet_there::RULE,
    &paper_without_pages::RULE,
    &electronic_bill_only_printed::RULE,
    &other_paper_without_name::RULE,
    &paper_continues_itself::RULE,
    &recognising_organisation_code_check_digit::RULE,
    &diagnosis_certificate_not_yet_there::RULE,
];
