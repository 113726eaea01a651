//! The headers of a message that its signature is about.

use super::{base::is_signable, fault::SignatureFault, params::RequestSignature};

/// The headers that are signed, and those that sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignedFields<'a> {
    /// `Content-Type`.
    pub content_type: Option<&'a str>,
    /// `Idempotency-Key`.
    pub idempotency_key: Option<&'a str>,
    /// `Content-Digest`.
    pub content_digest: Option<&'a str>,
    /// `Signature-Input`.
    pub signature_input: Option<&'a str>,
    /// `Signature`.
    pub signature: Option<&'a str>,
}

impl<'a> SignedFields<'a> {
    /// Picks them from the headers of a message; the others are of no account.
    ///
    /// # Errors
    /// [`SignatureFault::HeaderTwice`] and [`SignatureFault::Characters`].
    pub fn of(headers: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Self, SignatureFault> {
        let mut fields = Self::default();
        for (name, value) in headers {
            let place = match name.to_ascii_lowercase().as_str() {
                "content-type" => &mut fields.content_type,
                "idempotency-key" => &mut fields.idempotency_key,
                "content-digest" => &mut fields.content_digest,
                "signature-input" => &mut fields.signature_input,
                "signature" => &mut fields.signature,
                _ => continue,
            };
            let value =
                std::str::from_utf8(value).map_err(|_| SignatureFault::Characters)?.trim_matches([' ', '\t']);
            if !is_signable(value) {
                return Err(SignatureFault::Characters);
            }
            if place.replace(value).is_some() {
                return Err(SignatureFault::HeaderTwice);
            }
        }
        Ok(fields)
    }

    /// What `Signature` holds, verified or not: an answer is bound to it.
    ///
    /// # Errors
    /// [`SignatureFault::Missing`], [`SignatureFault::Label`] and [`SignatureFault::SignatureForm`].
    pub fn request_signature(&self) -> Result<RequestSignature, SignatureFault> {
        self.signature.ok_or(SignatureFault::Missing)?.parse()
    }
}
