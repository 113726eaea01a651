//! The protected header of a signature, of which there is one form: `alg`, `kid` and `typ`, nothing else.

use serde_json::{Value, json};
use thiserror::Error;

use crate::{
    fault,
    json::{self as strict, FaultKind},
};

use super::key::KeyId;

/// Why a protected header is refused.
///
/// ```
/// use tongzhou::signing::{HeaderFault, Jws, JwsFault, Subject};
///
/// // The oldest attack: a header that says {"alg":"none"}.
/// let (header, signature) = ("eyJhbGciOiJub25lIn0", "A".repeat(86));
/// let file = format!(r#"{{"signatures": [{{"protected": "{header}", "signature": "{signature}"}}]}}"#);
/// let fault = Jws::read(file.as_bytes(), Subject::Manifest).expect_err("nothing is signed");
/// assert_eq!(fault, JwsFault::Header(0, HeaderFault::AlgorithmNone));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HeaderFault {
    /// It is no JSON object.
    #[error("the protected header is no JSON object")]
    NotAnObject,
    /// A member stands in it twice.
    #[error("the protected header has a member twice")]
    MemberTwice,
    /// It names no algorithm.
    #[error("the protected header names no algorithm")]
    AlgorithmMissing,
    /// It says that nothing is signed, `none` in whatever case.
    #[error("the protected header says that nothing is signed")]
    AlgorithmNone,
    /// It names an algorithm other than Ed25519: a family with shared secrets or other keys.
    #[error("the protected header names an algorithm that is not allowed")]
    AlgorithmNotAllowed,
    /// It demands an extension to be understood.
    #[error("the protected header demands an extension")]
    Critical,
    /// It brings or points to a key.
    #[error("the protected header brings a key, and keys come from the directory alone")]
    BringsKey,
    /// It names no key, or not in the form of a [`KeyId`].
    #[error("the protected header does not name a key")]
    KeyId,
    /// It is about another kind of document, or does not say about which.
    #[error("the signature is for another kind of document")]
    Type,
    /// It has a member that this standard does not use.
    #[error("the protected header has a member that does not belong there")]
    OtherMember,
}

/// The bytes of the header.
pub(super) fn write(key: &KeyId, typ: &str) -> Vec<u8> {
    json!({ "alg": WRITTEN, "kid": key.to_string(), "typ": typ }).to_string().into_bytes()
}

/// The key that a header names.
pub(super) fn read(bytes: &[u8], typ: &str) -> Result<KeyId, HeaderFault> {
    let header = match strict::from_slice(bytes) {
        Ok(Value::Object(header)) => header,
        Err(fault) if fault.kind == FaultKind::DuplicateName => return Err(HeaderFault::MemberTwice),
        _ => return Err(HeaderFault::NotAnObject),
    };
    // The gravest first, so that an attack is called by its name whatever else is wrong.
    if header.contains_key("crit") || header.contains_key("b64") {
        return Err(HeaderFault::Critical);
    }
    if KEY_MEMBERS.iter().any(|member| header.contains_key(*member)) {
        return Err(HeaderFault::BringsKey);
    }
    match header.get("alg") {
        None => return Err(HeaderFault::AlgorithmMissing),
        Some(Value::String(_)) if fault::is("algorithm-unread") => {}
        Some(Value::String(alg)) if alg.eq_ignore_ascii_case("none") => {
            return Err(HeaderFault::AlgorithmNone);
        }
        Some(Value::String(alg)) if ALLOWED.contains(&alg.as_str()) => {}
        Some(_) => return Err(HeaderFault::AlgorithmNotAllowed),
    }
    if header.get("typ").and_then(Value::as_str) != Some(typ) && !fault::is("subject-unread") {
        return Err(HeaderFault::Type);
    }
    let key =
        header.get("kid").and_then(Value::as_str).and_then(|id| id.parse().ok()).ok_or(HeaderFault::KeyId)?;
    if header.len() == MEMBERS || fault::is("more-in-the-header-taken") {
        Ok(key)
    } else {
        Err(HeaderFault::OtherMember)
    }
}

/// RFC 8037 calls it so, RFC 9864 by the name of the curve; the key says that it is one and the same.
const ALLOWED: [&str; 2] = [WRITTEN, "Ed25519"];
const WRITTEN: &str = "EdDSA";
const KEY_MEMBERS: [&str; 6] = ["jwk", "jku", "x5c", "x5t", "x5t#S256", "x5u"];
const MEMBERS: usize = 3;
