//! Signing a request, and verifying it.

use tongzhou::{
    fault,
    signing::{KeyId, SigningKey, VerifyingKey},
    value::Instant,
};

use super::{
    base::{Component, covered, is_signable, signature_base},
    digest::ContentDigest,
    fault::SignatureFault,
    fields::SignedFields,
    params::{MAX_LIFE_SECONDS, Nonce, Params, RequestSignature, is_taken_as_written},
};

/// What of a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestParts<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// The whole address to which it is sent, `https://registry.example/v1/claims/reserve`.
    pub target_uri: &'a str,
    /// The body, where there is one.
    pub content: Option<Content<'a>>,
    /// The header `Idempotency-Key`, where it is sent.
    pub idempotency_key: Option<&'a str>,
}

/// What of a body is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content<'a> {
    /// The header `Content-Type`.
    pub media_type: &'a str,
    /// The digest of the body.
    pub digest: ContentDigest,
}

/// A signed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRequest {
    /// What to add to the headers: `content-digest` where there is a body, `signature-input` and `signature`.
    pub headers: Vec<(&'static str, String)>,
    /// To which the answer must be bound.
    pub signature: RequestSignature,
}

/// A request that was verified, with its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedRequest {
    /// The key by which it was signed.
    pub key: KeyId,
    /// Its nonce: the receiver has to see that the key does not use it again.
    pub nonce: Nonce,
    /// When it was signed, by the signer's clock, in seconds since 1970.
    pub created: i64,
    /// Until when it is good.
    pub expires: i64,
    /// To which the answer is bound.
    pub signature: RequestSignature,
}

/// A request whose signature was verified, and whose body has still to be held against the digest that was signed.
#[derive(Clone, Copy, Debug)]
#[must_use = "the body has to be held against what was signed"]
pub struct Unread {
    verified: VerifiedRequest,
    digest: Option<ContentDigest>,
}

impl Unread {
    /// The key by which it was signed.
    pub const fn key(&self) -> KeyId {
        self.verified.key
    }

    /// Its nonce.
    pub const fn nonce(&self) -> Nonce {
        self.verified.nonce
    }

    /// Until when it is good.
    pub const fn expires(&self) -> i64 {
        self.verified.expires
    }

    /// The request with its body; a request without one has the digest of nothing.
    ///
    /// # Errors
    /// [`SignatureFault::Digest`] where it is not the body that was signed, and [`SignatureFault::DigestMissing`]
    /// where there is a body and none was signed.
    pub fn with_body(self, body: ContentDigest) -> Result<VerifiedRequest, SignatureFault> {
        match self.digest {
            Some(digest) if digest == body || fault::is("digest-unchecked") => Ok(self.verified),
            Some(_) => Err(SignatureFault::Digest),
            None if body == ContentDigest::of(b"") => Ok(self.verified),
            None => Err(SignatureFault::DigestMissing),
        }
    }
}

/// Signs a request, which is good for a minute from `now`. The nonce is 16 fresh bytes of the operating system's
/// random numbers; a request that is sent again is signed anew, with another.
///
/// # Errors
/// [`SignatureFault::Characters`], where a part holds what cannot stand in a header.
pub fn sign_request(
    request: &RequestParts<'_>,
    key: &SigningKey,
    now: Instant,
    nonce: Nonce,
) -> Result<SignedRequest, SignatureFault> {
    let RequestParts { method, target_uri, content, idempotency_key } = *request;
    let digest = content.map(|content| content.digest.to_string());
    let content_type = content.map(|content| content.media_type);
    let components = components(method, target_uri, digest.as_deref(), content_type, idempotency_key)?;
    let covered = covered(&components);
    let created = now.unix_seconds();
    let once = Some((created.saturating_add(MAX_LIFE_SECONDS), nonce));
    let params = Params { created, once, key: key.verifying_key().id() };
    let signature = RequestSignature::from(key.sign(&signature_base(&components, &params.write(&covered))));
    let mut headers =
        vec![("signature-input", params.header(&covered)), ("signature", signature.to_string())];
    headers.extend(digest.map(|digest| ("content-digest", digest)));
    Ok(SignedRequest { headers, signature })
}

/// Verifies a request with its whole body. `target_uri` is the address as the receiver knows itself by, not as a
/// header calls it. Only the caller can see that a nonce is not used twice.
///
/// # Errors
/// The first fault.
pub fn verify_request(
    method: &str,
    target_uri: &str,
    fields: &SignedFields<'_>,
    body: ContentDigest,
    now: Instant,
    key_of: impl FnOnce(&KeyId) -> Option<VerifyingKey>,
) -> Result<VerifiedRequest, SignatureFault> {
    verify_head(method, target_uri, fields, now, key_of)?.with_body(body)
}

/// Verifies a request by its headers, before its body is read.
///
/// # Errors
/// The first fault.
pub fn verify_head(
    method: &str,
    target_uri: &str,
    fields: &SignedFields<'_>,
    now: Instant,
    key_of: impl FnOnce(&KeyId) -> Option<VerifyingKey>,
) -> Result<Unread, SignatureFault> {
    let (Some(input), Some(_)) = (fields.signature_input, fields.signature) else {
        return Err(SignatureFault::Missing);
    };
    let signature = fields.request_signature()?;
    let SignedFields { content_digest, content_type, idempotency_key, .. } = *fields;
    let mut components = components(method, target_uri, content_digest, content_type, idempotency_key)?;
    components.retain(|(name, _)| !fault::is("covered-parts-unchecked") || input.contains(*name));
    let covered = covered(&components);
    let params = Params::read(input, &covered, false)?;
    params.is_good_at(now)?;
    let digest = content_digest.map(str::parse).transpose()?;
    let (id, Some((expires, nonce))) = (params.key, params.once) else {
        return Err(SignatureFault::ParameterMissing);
    };
    // What the caller gives must be the key that was asked for.
    let key = key_of(&id).filter(|key| key.id() == id).ok_or(SignatureFault::UnknownKey(id))?;
    let written = input.strip_prefix("tz=").filter(|_| is_taken_as_written());
    let base = signature_base(&components, written.unwrap_or(&params.write(&covered)));
    if !key.verifies(&base, signature.as_bytes()) && !fault::is("signature-unverified") {
        return Err(SignatureFault::Wrong(id));
    }
    Ok(Unread {
        verified: VerifiedRequest { key: id, nonce, created: params.created, expires, signature },
        digest,
    })
}

/// The components of a request, in their order.
fn components<'a>(
    method: &'a str,
    target_uri: &'a str,
    digest: Option<&'a str>,
    content_type: Option<&'a str>,
    idempotency_key: Option<&'a str>,
) -> Result<Vec<Component<'a>>, SignatureFault> {
    let mut components = vec![("\"@method\"", method), ("\"@target-uri\"", target_uri)];
    match (digest, content_type) {
        (Some(digest), Some(content_type)) => {
            components.extend([("\"content-digest\"", digest), ("\"content-type\"", content_type)]);
        }
        (None, Some(_)) => return Err(SignatureFault::DigestMissing),
        (Some(_), None) => return Err(SignatureFault::ContentTypeMissing),
        (None, None) => {}
    }
    components.extend(idempotency_key.map(|key| ("\"idempotency-key\"", key)));
    let signable = components.iter().all(|(_, value)| is_signable(value));
    if signable { Ok(components) } else { Err(SignatureFault::Characters) }
}
