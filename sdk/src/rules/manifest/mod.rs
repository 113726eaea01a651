//! The rules about what a package's manifest, 清单, says and about references between its documents.

mod audience_named_twice;
mod audience_not_named;
mod classes_not_told;
mod consent_not_in_application;
mod consent_not_in_manifest;
mod consent_not_in_package;
mod document_in_wrong_folder;
mod entry_digest_differs;
mod entry_listed_twice;
mod entry_name_has_another_id;
mod entry_not_listed;
mod entry_size_differs;
pub(in crate::rules) mod folder;
mod guardian_reference_leads_nowhere;
mod id_listed_twice;
mod listed_entry_missing;
mod manifest_consent_not_in_package;
mod manifest_missing;
mod media_type_differs_from_name;
mod member_reference_leads_nowhere;
mod more_than_one_application;
mod no_application;
mod package_expired;
mod package_expires_before_it_is_made;
mod package_instant_not_real;
mod package_made_in_the_future;
mod package_organisation_code_check_digit;
mod paper_of_consent_not_in_package;
mod paper_of_receipt_not_in_package;
mod paper_reference_leads_nowhere;
mod payee_reference_leads_nowhere;
mod receipt_not_in_application;
mod receipt_not_in_package;
mod receipt_of_other_help_leads_nowhere;
mod root_is_no_application;
mod root_not_in_package;

use super::Rule;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &root_not_in_package::RULE,
    &root_is_no_application::RULE,
    &listed_entry_missing::RULE,
    &entry_not_listed::RULE,
    &entry_listed_twice::RULE,
    &entry_size_differs::RULE,
    &entry_digest_differs::RULE,
    &media_type_differs_from_name::RULE,
    &package_organisation_code_check_digit::RULE,
    &audience_named_twice::RULE,
    &audience_not_named::RULE,
    &package_instant_not_real::RULE,
    &package_expires_before_it_is_made::RULE,
    &package_expired::RULE,
    &package_made_in_the_future::RULE,
    &entry_name_has_another_id::RULE,
    &document_in_wrong_folder::RULE,
    &no_application::RULE,
    &more_than_one_application::RULE,
    &manifest_consent_not_in_package::RULE,
    &consent_not_in_manifest::RULE,
    &classes_not_told::RULE,
    &manifest_missing::RULE,
    &receipt_not_in_package::RULE,
    &receipt_not_in_application::RULE,
    &id_listed_twice::RULE,
    &consent_not_in_package::RULE,
    &consent_not_in_application::RULE,
    &paper_reference_leads_nowhere::RULE,
    &paper_of_consent_not_in_package::RULE,
    &paper_of_receipt_not_in_package::RULE,
    &guardian_reference_leads_nowhere::RULE,
    &member_reference_leads_nowhere::RULE,
    &payee_reference_leads_nowhere::RULE,
    &receipt_of_other_help_leads_nowhere::RULE,
];

/// The rules by which a package is what its manifest says.
pub(super) const INTEGRITY: &[&Rule] = &[
    &manifest_missing::RULE,
    &listed_entry_missing::RULE,
    &entry_not_listed::RULE,
    &entry_listed_twice::RULE,
    &entry_size_differs::RULE,
    &entry_digest_differs::RULE,
];
