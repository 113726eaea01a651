//! The rules about the child and its identity papers, 儿童及其证件.

mod child_admission_number_without_institution;
mod child_birth_certificate_form;
mod child_birth_certificate_province;
mod child_birth_date_differs;
mod child_birth_date_missing;
mod child_death_impossible;
mod child_fifteen_digit_id;
mod child_grown_up;
mod child_has_guardians_number;
mod child_none_yet_with_number;
mod child_none_yet_without_reason;
mod child_not_yet_born;
mod child_other_paper_unnamed;
mod child_paper_listed_twice;
mod child_paper_period;
mod child_paper_without_number;
mod child_papers_expired;
mod child_permit_number;
mod child_resident_id_birth_date;
mod child_resident_id_form;
mod child_resident_id_region;
mod child_sex_differs;
mod child_travel_paper_form;
mod child_two_resident_ids;
mod child_without_paper;
mod resident_id_check_digit;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &resident_id_check_digit::RULE,
    &child_resident_id_form::RULE,
    &child_resident_id_birth_date::RULE,
    &child_permit_number::RULE,
    &child_birth_certificate_form::RULE,
    &child_birth_certificate_province::RULE,
    &child_travel_paper_form::RULE,
    &child_fifteen_digit_id::RULE,
    &child_birth_date_differs::RULE,
    &child_sex_differs::RULE,
    &child_resident_id_region::RULE,
    &child_two_resident_ids::RULE,
    &child_paper_listed_twice::RULE,
    &child_paper_period::RULE,
    &child_none_yet_without_reason::RULE,
    &child_none_yet_with_number::RULE,
    &child_paper_without_number::RULE,
    &child_without_paper::RULE,
    &child_papers_expired::RULE,
    &child_other_paper_unnamed::RULE,
    &child_admission_number_without_institution::RULE,
    &child_has_guardians_number::RULE,
    &child_birth_date_missing::RULE,
    &child_not_yet_born::RULE,
    &child_grown_up::RULE,
    &child_death_impossible::RULE,
];
