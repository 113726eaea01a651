//! The rules about receipts, 医疗票据.

mod amount_with_tax_differs_from_total;
mod auxiliary_items_exceed_item;
mod bill_cancelled_in_package;
mod bill_code_not_medical;
mod bill_code_of_other_setting;
mod bill_code_region_unknown;
mod bill_code_year_differs;
mod bill_no_longer_stands;
mod bill_number_missing;
mod bill_recorded_as_two_kinds;
mod bill_twice_in_package;
mod capital_amount_differs;
mod capital_amount_unreadable;
mod check_code_shape;
mod currency_not_yuan;
mod dates;
mod detail_list_names_no_bill;
mod digital_invoice_number_shape;
mod digital_invoice_number_shape_as_read;
mod digits;
mod discharged_before_admission;
mod fiscal_bill_code_shape;
mod fiscal_bill_code_shape_as_read;
mod fiscal_bill_number_shape;
mod fiscal_bill_number_shape_as_read;
mod identity_number_not_the_childs;
mod inpatient_item_on_outpatient_bill;
mod issued_before_birth;
mod issued_before_end_of_care;
mod issued_in_the_future;
mod issuer_code_not_the_hospitals;
mod issuer_code_wrong;
mod issuer_code_wrong_as_read;
mod issuer_subject_check_differs;
mod item_without_amount;
mod items_do_not_make_up_total;
mod later_reimbursements_exceed_burden;
pub(super) mod ledger;
mod link_names_no_paper;
mod link_to_itself;
mod linked_paper_without_expense;
mod linked_papers_of_two_expenses;
mod more_items_than_the_form_holds;
mod negative_amount;
mod negative_total_without_red_bill;
mod newborn_billed_under_guardian;
mod no_such_date;
mod not_verified_yet;
mod number_of_another_kind;
mod outpatient_item_on_inpatient_bill;
mod patient_is_not_the_child;
mod patient_sex_differs;
mod payer_is_a_guardian;
mod payer_is_not_the_patient;
mod payments_do_not_make_up_total;
mod person;
mod pharmacy_slip;
mod prepayment_does_not_count;
mod prepayment_does_not_settle_cash;
mod receipt_text_blank;
mod receipt_without_number_twice;
mod red_bill_names_no_bill;
mod red_bill_not_negative;
mod reimbursed_before_issue;
mod reissue_recorded_as_e_bill;
mod reissue_total_differs;
mod self_paid_differs_from_own_payments;
mod seller_tax_number_differs;
mod settled_reimbursement_without_amount;
mod shanghai_split_differs;
mod split_missing;
mod stated_payments_do_not_make_up_total;
mod stay_days_differ;
mod supervisor_region_differs;
mod tax_block_on_other_kind;
mod tax_does_not_add_up;
mod total_alone_differs;
mod total_missing;
mod vat_invoice_number_shape;
mod vat_invoice_number_shape_as_read;
mod verification_contradicts_itself;
mod verification_did_not_match;
mod verification_elements_missing;
mod verification_expired;
mod verified_before_issue;
mod verified_elements_differ;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &bill_number_missing::RULE,
    &fiscal_bill_code_shape::RULE,
    &fiscal_bill_code_shape_as_read::RULE,
    &fiscal_bill_number_shape::RULE,
    &fiscal_bill_number_shape_as_read::RULE,
    &digital_invoice_number_shape::RULE,
    &digital_invoice_number_shape_as_read::RULE,
    &vat_invoice_number_shape::RULE,
    &vat_invoice_number_shape_as_read::RULE,
    &bill_code_not_medical::RULE,
    &bill_code_of_other_setting::RULE,
    &bill_code_region_unknown::RULE,
    &bill_code_year_differs::RULE,
    &check_code_shape::RULE,
    &verification_elements_missing::RULE,
    &number_of_another_kind::RULE,
    &tax_block_on_other_kind::RULE,
    &total_missing::RULE,
    &split_missing::RULE,
    &payments_do_not_make_up_total::RULE,
    &stated_payments_do_not_make_up_total::RULE,
    &self_paid_differs_from_own_payments::RULE,
    &items_do_not_make_up_total::RULE,
    &item_without_amount::RULE,
    &capital_amount_differs::RULE,
    &capital_amount_unreadable::RULE,
    &prepayment_does_not_settle_cash::RULE,
    &shanghai_split_differs::RULE,
    &negative_total_without_red_bill::RULE,
    &negative_amount::RULE,
    &red_bill_not_negative::RULE,
    &tax_does_not_add_up::RULE,
    &amount_with_tax_differs_from_total::RULE,
    &currency_not_yuan::RULE,
    &inpatient_item_on_outpatient_bill::RULE,
    &outpatient_item_on_inpatient_bill::RULE,
    &more_items_than_the_form_holds::RULE,
    &no_such_date::RULE,
    &issued_in_the_future::RULE,
    &discharged_before_admission::RULE,
    &issued_before_end_of_care::RULE,
    &stay_days_differ::RULE,
    &issued_before_birth::RULE,
    &issuer_code_wrong::RULE,
    &issuer_code_wrong_as_read::RULE,
    &issuer_subject_check_differs::RULE,
    &issuer_code_not_the_hospitals::RULE,
    &payer_is_not_the_patient::RULE,
    &patient_is_not_the_child::RULE,
    &identity_number_not_the_childs::RULE,
    &newborn_billed_under_guardian::RULE,
    &payer_is_a_guardian::RULE,
    &patient_sex_differs::RULE,
    &prepayment_does_not_count::RULE,
    &pharmacy_slip::RULE,
    &red_bill_names_no_bill::RULE,
    &link_names_no_paper::RULE,
    &link_to_itself::RULE,
    &bill_twice_in_package::RULE,
    &bill_recorded_as_two_kinds::RULE,
    &bill_cancelled_in_package::RULE,
    &linked_papers_of_two_expenses::RULE,
    &linked_paper_without_expense::RULE,
    &reissue_total_differs::RULE,
    &reissue_recorded_as_e_bill::RULE,
    &not_verified_yet::RULE,
    &verification_expired::RULE,
    &verification_contradicts_itself::RULE,
    &bill_no_longer_stands::RULE,
    &verification_did_not_match::RULE,
    &verified_elements_differ::RULE,
    &verified_before_issue::RULE,
    &later_reimbursements_exceed_burden::RULE,
    &reimbursed_before_issue::RULE,
    &settled_reimbursement_without_amount::RULE,
    &supervisor_region_differs::RULE,
    &seller_tax_number_differs::RULE,
    &detail_list_names_no_bill::RULE,
    &auxiliary_items_exceed_item::RULE,
    &receipt_without_number_twice::RULE,
    &total_alone_differs::RULE,
    &receipt_text_blank::RULE,
];
