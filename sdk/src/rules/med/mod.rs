//! The rules about diagnosis, treatment and hospitals, 诊断、治疗与医院.

mod diagnosed_before_birth;
mod diagnosis_category_differs;
mod diagnosis_code_form;
mod diagnosis_code_national_form;
mod diagnosis_code_without_system;
mod diagnosis_empty;
mod diagnosis_excluded_by_name;
mod diagnosis_mark_unknown;
mod diagnosis_none;
mod diagnosis_none_primary;
mod diagnosis_suspected_and_confirmed;
mod diagnosis_two_primary;
mod diagnosis_without_code;
mod estimate_part_above_whole;
mod estimate_without_basis;
mod hospital_credit_code;
mod hospital_credit_code_inner_check;
mod hospital_insurance_code_form;
mod hospital_without_number;
mod morphology_code_form;
mod spent_catalogue_parts_differ;
mod spent_part_above_total;
mod spent_period_reversed;
mod treatment_before_birth;
mod treatment_hospital_missing;
mod treatment_not_described;
mod treatment_operated_unsaid;
mod treatment_plan_reversed;
mod treatment_stage_and_death;
mod treatment_stage_behind_dates;
mod treatment_stay_reversed;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &diagnosis_none::RULE,
    &diagnosis_code_without_system::RULE,
    &diagnosis_code_form::RULE,
    &diagnosis_code_national_form::RULE,
    &diagnosis_category_differs::RULE,
    &diagnosis_excluded_by_name::RULE,
    &diagnosis_mark_unknown::RULE,
    &diagnosis_without_code::RULE,
    &diagnosis_empty::RULE,
    &diagnosis_two_primary::RULE,
    &diagnosis_none_primary::RULE,
    &diagnosed_before_birth::RULE,
    &diagnosis_suspected_and_confirmed::RULE,
    &morphology_code_form::RULE,
    &treatment_not_described::RULE,
    &treatment_hospital_missing::RULE,
    &treatment_stay_reversed::RULE,
    &treatment_plan_reversed::RULE,
    &treatment_before_birth::RULE,
    &treatment_operated_unsaid::RULE,
    &treatment_stage_behind_dates::RULE,
    &treatment_stage_and_death::RULE,
    &estimate_without_basis::RULE,
    &estimate_part_above_whole::RULE,
    &spent_part_above_total::RULE,
    &spent_catalogue_parts_differ::RULE,
    &spent_period_reversed::RULE,
    &hospital_without_number::RULE,
    &hospital_credit_code::RULE,
    &hospital_insurance_code_form::RULE,
    &hospital_credit_code_inner_check::RULE,
];
