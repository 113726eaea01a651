//! Signing an answer, and verifying that it belongs to a request.

use tongzhou::{
    signing::{KeyId, SigningKey, VerifyingKey},
    value::Instant,
};

use super::{
    base::{Component, covered, is_signable, signature_base},
    digest::ContentDigest,
    fault::SignatureFault,
    fields::SignedFields,
    params::{Params, RequestSignature},
    request::Content,
};

/// What of an answer is signed. Every answer has a body, if only that of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerParts<'a> {
    /// The status, 100 to 599.
    pub status: u16,
    /// The body.
    pub content: Content<'a>,
    /// The signature of the request that is answered.
    pub to: &'a RequestSignature,
}

/// An answer that was verified, with its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedAnswer {
    /// The key by which it was signed.
    pub key: KeyId,
    /// When it was signed, by the answerer's clock, in seconds since 1970.
    pub created: i64,
}

/// Signs an answer: `content-digest`, `signature-input` and `signature` to add to its headers.
///
/// # Errors
/// [`SignatureFault::Characters`], where the media type holds what cannot stand in a header.
pub fn sign_answer(
    answer: &AnswerParts<'_>,
    key: &SigningKey,
    now: Instant,
) -> Result<Vec<(&'static str, String)>, SignatureFault> {
    let (status, digest, to) =
        (answer.status.to_string(), answer.content.digest.to_string(), answer.to.sequence());
    let components = components(&status, &digest, answer.content.media_type, &to)?;
    let covered = covered(&components);
    let params = Params { created: now.unix_seconds(), once: None, key: key.verifying_key().id() };
    // Both are written alike.
    let signature = RequestSignature::from(key.sign(&signature_base(&components, &params.write(&covered))));
    Ok(vec![
        ("content-digest", digest),
        ("signature-input", params.header(&covered)),
        ("signature", signature.to_string()),
    ])
}

/// Verifies an answer to the request that was signed by `to`. It is as fresh as the request, whatever it says of its
/// time, because it is bound to it. `key_of` gives the keys of the one who was asked, and nobody else's.
///
/// # Errors
/// The first fault.
pub fn verify_answer(
    status: u16,
    fields: &SignedFields<'_>,
    body: ContentDigest,
    to: &RequestSignature,
    key_of: impl FnOnce(&KeyId) -> Option<VerifyingKey>,
) -> Result<VerifiedAnswer, SignatureFault> {
    let (Some(input), Some(_)) = (fields.signature_input, fields.signature) else {
        return Err(SignatureFault::Missing);
    };
    let signature = fields.request_signature()?;
    let digest = fields.content_digest.ok_or(SignatureFault::DigestMissing)?;
    let content_type = fields.content_type.ok_or(SignatureFault::ContentTypeMissing)?;
    let (status, to) = (status.to_string(), to.sequence());
    let components = components(&status, digest, content_type, &to)?;
    let covered = covered(&components);
    let params = Params::read(input, &covered, true)?;
    let signed: ContentDigest = digest.parse()?;
    let id = params.key;
    let key = key_of(&id).filter(|key| key.id() == id).ok_or(SignatureFault::UnknownKey(id))?;
    if !key.verifies(&signature_base(&components, &params.write(&covered)), signature.as_bytes()) {
        return Err(SignatureFault::Wrong(id));
    }
    if signed != body {
        return Err(SignatureFault::Digest);
    }
    Ok(VerifiedAnswer { key: id, created: params.created })
}

fn components<'a>(
    status: &'a str,
    digest: &'a str,
    content_type: &'a str,
    to: &'a str,
) -> Result<Vec<Component<'a>>, SignatureFault> {
    if !is_signable(content_type) || !is_signable(digest) {
        return Err(SignatureFault::Characters);
    }
    Ok(vec![
        ("\"@status\"", status),
        ("\"content-digest\"", digest),
        ("\"content-type\"", content_type),
        ("\"signature\";req;key=\"tz\"", to),
    ])
}
