//! Who asked and who answered: signatures of HTTP messages (RFC 9421), in the one narrow form that is used here.
//!
//! | | a request | its answer |
//! |---|---|---|
//! | covers | `@method`, `@target-uri`, and where there is a body `content-digest` and `content-type`; `idempotency-key` where it is sent | `@status`, `content-digest`, `content-type`, and the signature of the request |
//! | says | `created`, `expires`, `nonce`, `keyid`, `tag` | `created`, `keyid`, `tag` |
//!
//! Ed25519 alone, the label `tz`, the tag `tz-api-v1`, a key named by its thumbprint, SHA-256 over the body
//! (RFC 9530), and every part in this order. Another form is refused, whether or not RFC 9421 would let it pass: what
//! can be written in one way only cannot be understood in two. An answer covers the signature of its request, so that
//! it belongs to this request and no other; together they show later who asked what and was told what.
//!
//! ```
//! use tongzhou::{signing::SigningKey, value::Instant};
//! use tongzhou_exchange::signature::{
//!     Content, ContentDigest, Nonce, RequestParts, SignedFields, sign_request, verify_request,
//! };
//!
//! // The seed and the nonce come from the operating system's random numbers.
//! let key = SigningKey::from_seed(&[7; 32]);
//! let now: Instant = "2026-10-01T08:00:00Z".parse()?;
//! let digest = ContentDigest::of(b"{}");
//! let request = RequestParts {
//!     method: "POST",
//!     target_uri: "https://registry.example/v1/parcels/list",
//!     content: Some(Content { media_type: "application/json", digest }),
//!     idempotency_key: None,
//! };
//! let signed = sign_request(&request, &key, now, Nonce::from([9; 16]))?;
//!
//! // On the other side: the headers as they came, and the address as the receiver knows itself by.
//! let content_type = ("content-type", "application/json".as_bytes());
//! let headers = signed.headers.iter().map(|(name, value)| (*name, value.as_bytes())).chain([content_type]);
//! let fields = SignedFields::of(headers)?;
//! let known = key.verifying_key();
//! let uri = "https://registry.example/v1/parcels/list";
//! let verified = verify_request("POST", uri, &fields, digest, now, |id| (*id == known.id()).then_some(known))?;
//! assert_eq!(verified.key, known.id());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod base;
mod digest;
mod fault;
mod fields;
mod params;
mod request;

pub use answer::{AnswerParts, VerifiedAnswer, sign_answer, verify_answer};
pub use digest::{ContentDigest, Digester};
pub use fault::SignatureFault;
pub use fields::SignedFields;
pub use params::{MAX_LIFE_SECONDS, Nonce, RequestSignature, SKEW_SECONDS, TAG};
pub use request::{
    Content, RequestParts, SignedRequest, Unread, VerifiedRequest, sign_request, verify_head, verify_request,
};
