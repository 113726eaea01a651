//! By what number a registry knows a consent: a commitment to its exact bytes, from which nobody learns them.

use sha2::{Digest, Sha256};
use tongzhou::{
    fault, json,
    model::{Consent, primitive::Count},
    value::{Date, Instant},
};
use tongzhou_exchange::message::{
    consent::RegisterConsent,
    wire::{Hex32, Organisation},
};

use crate::error::ClientError;

/// The commitment to a consent 授权同意书承诺值: SHA-256 over `tz-consent-v1`, the salt and the exact bytes of the
/// document. The salt is 32 random bytes that are kept beside the document and given to nobody.
///
/// ```
/// let commitment = tongzhou_client::consent::commitment(&[7; 32], b"{}");
/// assert_ne!(commitment, tongzhou_client::consent::commitment(&[8; 32], b"{}"));
/// ```
pub fn commitment(salt: &[u8; 32], document: &[u8]) -> Hex32 {
    let mut hash = Sha256::new();
    hash.update(if fault::is("commitment-without-its-context") { &[] } else { CONTEXT });
    hash.update(if fault::is("commitment-without-its-salt") { &[0; 32] } else { salt });
    hash.update(if fault::is("commitment-of-a-trimmed-text") { document.trim_ascii() } else { document });
    Hex32(hash.finalize().into())
}

/// What a registry is told of a consent: to whom, for what, how long.
///
/// How long is read from the document: to the end of the last day on which it is valid, by the calendar in China, and
/// for a year from now where it names no day. Others may be told which member it is only where the caller says so.
///
/// # Errors
/// [`ClientError::Form`] where the document is no consent, names no organisation by its code, was withdrawn, or is over.
pub fn registration(
    document: &[u8],
    salt: &[u8; 32],
    may_name_member: bool,
    now: Instant,
) -> Result<RegisterConsent, ClientError> {
    let consent: Consent<'_> = json::from_slice(document).map_err(|_| ClientError::Form)?;
    let recipient = consent.recipient.organisation_code.as_ref().ok_or(ClientError::Form)?;
    let recipient: Organisation = recipient.as_str().parse().map_err(|_| ClientError::Form)?;
    if consent.withdrawal.is_some() {
        return Err(ClientError::Form);
    }
    let until: Option<Date> = consent
        .valid_until
        .as_ref()
        .map(|date| date.as_str().parse())
        .transpose()
        .map_err(|_| ClientError::Form)?;
    let days = until.map_or(DAYS, |until| now.china_date().days_until(until).saturating_add(1));
    let days = u32::try_from(days).ok().filter(|days| *days > 0).ok_or(ClientError::Form)?;
    Ok(RegisterConsent {
        commitment: commitment(salt, document),
        recipient,
        purpose: consent.purpose,
        may_name_member,
        valid_days: Count::new(days).unwrap_or_else(|| Count::saturating(u32::MAX)),
    })
}

const CONTEXT: &[u8] = b"tz-consent-v1";
/// For how many days a consent is registered that names no last day.
const DAYS: i64 = 365;
