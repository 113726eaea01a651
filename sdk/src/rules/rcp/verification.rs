//! Which verification of a receipt speaks for it now.

use crate::model::receipt::{Receipt, Verification};

/// The latest verification and its place; of two at one moment the later in the list. Instants of one form
/// compare as text.
pub(super) fn latest<'r, 'a>(receipt: &'r Receipt<'a>) -> Option<(usize, &'r Verification<'a>)> {
    receipt.verifications.iter().enumerate().max_by_key(|(_, verification)| verification.at.as_str())
}
