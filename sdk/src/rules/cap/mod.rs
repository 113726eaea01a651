//! What is wrong with capabilities.

mod answers_not_in_chinese;
mod capability_document_twice;
mod capability_ends_before_it_begins;
mod capability_expired;
mod capability_limit_too_small;
mod capability_names_unknown_document;
mod capability_without_its_own_version;
mod capability_without_role;
mod charity_does_not_read_applications;
mod document_neither_read_nor_written;
mod transport_without_endpoint;
mod version_not_among_those_supported;

use super::Rule;

/// The rules of the area, by code.
pub(super) const RULES: &[&Rule] = &[
    &capability_without_its_own_version::RULE,
    &capability_names_unknown_document::RULE,
    &capability_document_twice::RULE,
    &capability_limit_too_small::RULE,
    &capability_without_role::RULE,
    &capability_ends_before_it_begins::RULE,
    &capability_expired::RULE,
    &transport_without_endpoint::RULE,
    &document_neither_read_nor_written::RULE,
    &charity_does_not_read_applications::RULE,
    &answers_not_in_chinese::RULE,
    &version_not_among_those_supported::RULE,
];
