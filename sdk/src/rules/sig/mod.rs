//! The rules of the area `SIG`: signatures and seals, 签名与密封.
//!
//! That a sealed file does not open is said by the stage that opens it ([`sealed`]).

mod manifest_is_not_what_was_signed;
mod package_is_for_others;
pub(crate) mod sealed;
mod sealed_package_not_signed;
mod sender_has_not_signed;
mod signature_file_refused;
mod signatures_not_checked;
mod signer_revoked;
mod signer_unknown;
mod signing_key_expired;
mod signing_key_not_yet_valid;

use crate::delivery::Standing;

use super::{Case, Rule};

/// The rules of this area, beside those about opening.
pub(super) const RULES: &[&Rule] = &[
    &signature_file_refused::RULE,
    &manifest_is_not_what_was_signed::RULE,
    &signer_unknown::RULE,
    &signing_key_expired::RULE,
    &signing_key_not_yet_valid::RULE,
    &signer_revoked::RULE,
    &sender_has_not_signed::RULE,
    &signatures_not_checked::RULE,
    &sealed_package_not_signed::RULE,
    &package_is_for_others::RULE,
];

/// The rule that the sender has signed.
pub(super) const SENDER_HAS_SIGNED: &Rule = &sender_has_not_signed::RULE;

/// What every signature of the package is worth, with the number of its file's entry.
fn standings<'c>(case: &'c Case<'_>) -> impl Iterator<Item = (usize, &'c Standing)> {
    case.delivery
        .signatures
        .iter()
        .flat_map(|file| file.standings.iter().flatten().map(|standing| (file.entry, standing)))
}

/// The shipped case on which the rules are shown: the smallest.
const CASE: &str = "emergency";
// The files of signatures in the examples; a file is named by its key.
const SIGNATURE: &str = "signatures/8117749e58e2aaf4d498cd85f930b1bd.jws.json";
const SIGNATURE_OF_STRANGER: &str = "signatures/d7c4e8a22a1f93b6966a0044136a7200.jws.json";
const SIGNATURE_OF_OLD: &str = "signatures/63b58e7fee501325dcff7beae9a49188.jws.json";
const SIGNATURE_OF_NEW: &str = "signatures/ae90e6ed3d4f97104ab5e1f33e01430c.jws.json";
const SIGNATURE_OF_REVOKED: &str = "signatures/0fd77778ef91b431969f6a355caffcf4.jws.json";
