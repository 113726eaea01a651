//! The rules about guardians, 监护人.

mod guardian_birth_date_differs;
mod guardian_fifteen_digit_id;
mod guardian_id_used_twice;
mod guardian_institution_admission_missing;
mod guardian_institution_code_missing;
mod guardian_is_the_child;
mod guardian_listed_twice;
mod guardian_none;
mod guardian_none_yet_without_reason;
mod guardian_not_described;
mod guardian_one_parent_only;
mod guardian_paper_period;
mod guardian_paper_without_number;
mod guardian_permit_number;
mod guardian_person_and_organisation;
mod guardian_relation_of_other_kind;
mod guardian_relation_of_other_sex;
mod guardian_resident_id_birth_date;
mod guardian_resident_id_check_digit;
mod guardian_resident_id_form;
mod guardian_resident_id_region;
mod guardian_sex_differs;
mod guardian_travel_paper_form;
mod guardian_two_resident_ids;
mod guardian_under_age;
mod guardian_younger_than_child;
mod guardianship_basis_and_relation;
mod guardianship_basis_of_other_kind;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &guardian_resident_id_check_digit::RULE,
    &guardian_resident_id_form::RULE,
    &guardian_resident_id_birth_date::RULE,
    &guardian_permit_number::RULE,
    &guardian_travel_paper_form::RULE,
    &guardian_fifteen_digit_id::RULE,
    &guardian_birth_date_differs::RULE,
    &guardian_sex_differs::RULE,
    &guardian_resident_id_region::RULE,
    &guardian_two_resident_ids::RULE,
    &guardian_paper_period::RULE,
    &guardian_paper_without_number::RULE,
    &guardian_none_yet_without_reason::RULE,
    &guardian_none::RULE,
    &guardian_not_described::RULE,
    &guardian_person_and_organisation::RULE,
    &guardian_institution_code_missing::RULE,
    &guardian_institution_admission_missing::RULE,
    &guardianship_basis_of_other_kind::RULE,
    &guardian_relation_of_other_kind::RULE,
    &guardianship_basis_and_relation::RULE,
    &guardian_is_the_child::RULE,
    &guardian_younger_than_child::RULE,
    &guardian_under_age::RULE,
    &guardian_listed_twice::RULE,
    &guardian_id_used_twice::RULE,
    &guardian_one_parent_only::RULE,
    &guardian_relation_of_other_sex::RULE,
];
