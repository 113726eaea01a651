//! The file of signatures: `{"signatures": [{"protected": …, "signature": …}, …]}`, its payload elsewhere.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::{Value, json};
use thiserror::Error;

use crate::{
    fault,
    json::{self as strict, FaultKind},
};

use super::{
    header::{self, HeaderFault},
    key::{KeyId, SIGNATURE, SigningKey, VerifyingKey},
};

/// How large a file of signatures may be, in bytes.
///
/// ```
/// use tongzhou::signing::{Jws, JwsFault, MAX_JWS_BYTES, Subject};
///
/// let large = vec![b' '; MAX_JWS_BYTES + 1];
/// assert_eq!(Jws::read(&large, Subject::Manifest), Err(JwsFault::TooLarge));
/// ```
pub const MAX_JWS_BYTES: usize = 64 * 1024;
/// How many signatures it may hold.
///
/// ```
/// use tongzhou::signing::{Jws, JwsFault, MAX_SIGNATURES, SigningKey, Subject};
///
/// let mut jws = Jws::new(Subject::Manifest);
/// for number in 0..=MAX_SIGNATURES {
///     jws.sign(&SigningKey::from_seed(&[number as u8; 32]), b"{}");
/// }
/// assert_eq!(Jws::read(&jws.to_json(), Subject::Manifest), Err(JwsFault::TooMany));
/// ```
pub const MAX_SIGNATURES: usize = 64;

/// What is signed: a signature for one kind of document never counts for another.
///
/// ```
/// use tongzhou::signing::{HeaderFault, Jws, JwsFault, SigningKey, Subject};
///
/// let mut jws = Jws::new(Subject::Manifest);
/// jws.sign(&SigningKey::from_seed(&[7; 32]), b"{}");
/// // A signature over a manifest is none over a directory, whatever the bytes.
/// let read = Jws::read(&jws.to_json(), Subject::Directory);
/// assert_eq!(read, Err(JwsFault::Header(0, HeaderFault::Type)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The manifest of a package 包清单.
    Manifest,
    /// The member directory 成员名录.
    Directory,
    /// Requests that travel as a file 消息批.
    Batch,
    /// The answers to such requests 应答批.
    Answers,
    /// A certificate of conformance 一致性证书.
    Certificate,
    /// The list of certificates that were revoked 证书撤销名单.
    Revocations,
}

/// Signatures over the same bytes, which are kept elsewhere.
///
/// ```
/// use tongzhou::signing::{Jws, SigningKey, Subject};
///
/// # let (one, other) = (SigningKey::from_seed(&[7; 32]), SigningKey::from_seed(&[8; 32]));
/// let mut jws = Jws::new(Subject::Manifest);
/// jws.sign(&one, b"{}");
/// jws.sign(&other, b"{}");
/// let read = Jws::read(&jws.to_json(), Subject::Manifest)?;
/// assert_eq!(read.keys().count(), 2);
/// // The caller knows whose keys are whose; here, the first alone.
/// let known = one.verifying_key();
/// let verdicts = read.verify(b"{}", |id| (*id == known.id()).then_some(known));
/// assert!(verdicts[0].is_ok() && verdicts[1].is_err());
/// # Ok::<(), tongzhou::signing::JwsFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jws {
    subject: Subject,
    signatures: Vec<Signature>,
}

/// One signature, not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Signature {
    /// The header as it is signed, in base64url.
    protected: String,
    key: KeyId,
    bytes: [u8; SIGNATURE],
}

/// Why bytes are no file of signatures.
///
/// ```
/// use tongzhou::signing::{Jws, JwsFault, Subject};
///
/// let read = |file: &str| Jws::read(file.as_bytes(), Subject::Manifest);
/// assert_eq!(read(r#"{"signatures": []}"#), Err(JwsFault::NoSignature));
/// assert_eq!(read(r#"{"payload": "e30", "signatures": []}"#), Err(JwsFault::PayloadInside));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum JwsFault {
    /// It is larger than [`MAX_JWS_BYTES`].
    #[error("the file of signatures is too large")]
    TooLarge,
    /// It is no JSON object as the standard wants it.
    #[error("the file of signatures is no JSON object")]
    NotAnObject,
    /// A member stands in it twice.
    #[error("the file of signatures has a member twice")]
    MemberTwice,
    /// It brings what is signed with it: what was looked at and what was signed could differ.
    #[error("the file of signatures brings a payload of its own")]
    PayloadInside,
    /// It, or one of its signatures, is not of the form.
    #[error("the file of signatures is not of its form")]
    Form,
    /// It has no signature.
    #[error("there is no signature")]
    NoSignature,
    /// It has more than [`MAX_SIGNATURES`].
    #[error("there are too many signatures")]
    TooMany,
    /// The signature of this number, from 0, has a header that is not signed and could be changed by anybody.
    #[error("signature {0} has a header that is not signed")]
    UnprotectedHeader(usize),
    /// The header or the signature of this number is not base64url without padding, written the one way there is.
    #[error("signature {0} is not written in base64url without padding")]
    Base64(usize),
    /// The signature of this number does not have 64 bytes.
    #[error("signature {0} does not have the length of a signature")]
    Length(usize),
    /// The header of the signature of this number is refused.
    #[error("signature {0}: {1}")]
    Header(usize, #[source] HeaderFault),
    /// The signature of this number is by a key that has signed before it.
    #[error("signature {0} is by a key that has signed already")]
    KeyTwice(usize),
}

/// Why a signature of a sound file does not count.
///
/// ```
/// use tongzhou::signing::{Jws, SignatureFault, SigningKey, Subject};
///
/// # let key = SigningKey::from_seed(&[7; 32]);
/// let mut jws = Jws::new(Subject::Manifest);
/// jws.sign(&key, b"{}");
/// let known = key.verifying_key();
/// assert_eq!(jws.verify(b"{ }", |_| Some(known)), [Err(SignatureFault::Wrong(known.id()))]);
/// assert_eq!(jws.verify(b"{}", |_| None), [Err(SignatureFault::UnknownKey(known.id()))]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SignatureFault {
    /// Nobody known has this key.
    #[error("nobody known has the key {0}")]
    UnknownKey(KeyId),
    /// The key is known, and the bytes are not what it signed.
    #[error("what is here is not what the key {0} signed")]
    Wrong(KeyId),
}

impl Subject {
    const fn typ(self) -> &'static str {
        match self {
            Self::Manifest => "tongzhou-manifest+jws",
            Self::Directory => "tongzhou-directory+jws",
            Self::Batch => "tongzhou-batch+jws",
            Self::Answers => "tongzhou-answers+jws",
            Self::Certificate => "tongzhou-certificate+jws",
            Self::Revocations => "tongzhou-revocations+jws",
        }
    }
}

impl Jws {
    /// A file without signatures, to be signed.
    pub const fn new(subject: Subject) -> Self {
        Self { subject, signatures: Vec::new() }
    }

    /// Adds the signature of `key` over `payload`, or makes anew the one it has.
    pub fn sign(&mut self, key: &SigningKey, payload: &[u8]) {
        let id = key.verifying_key().id();
        let protected = Base64UrlUnpadded::encode_string(&header::write(&id, self.subject.typ()));
        let bytes = key.sign(&signed(&protected, payload));
        self.signatures.retain(|signature| signature.key != id);
        self.signatures.push(Signature { protected, key: id, bytes });
    }

    /// The keys that are said to have signed, in the order of the signatures.
    pub fn keys(&self) -> impl Iterator<Item = &KeyId> {
        self.signatures.iter().map(|signature| &signature.key)
    }

    /// The file.
    pub fn to_json(&self) -> Vec<u8> {
        let signatures = self.signatures.iter().map(|signature| {
            json!({
                "protected": signature.protected,
                "signature": Base64UrlUnpadded::encode_string(&signature.bytes),
            })
        });
        let mut text = format!("{:#}", json!({ "signatures": signatures.collect::<Vec<_>>() }));
        text.push('\n');
        text.into_bytes()
    }

    /// Reads a file of signatures over a `subject`, without looking at what is signed.
    ///
    /// # Errors
    /// The first fault; a file with a signature that is refused is refused as a whole.
    pub fn read(bytes: &[u8], subject: Subject) -> Result<Self, JwsFault> {
        if bytes.len() > MAX_JWS_BYTES {
            return Err(JwsFault::TooLarge);
        }
        let file = match strict::from_slice(bytes) {
            Ok(Value::Object(file)) => file,
            Err(fault) if fault.kind == FaultKind::DuplicateName => return Err(JwsFault::MemberTwice),
            _ => return Err(JwsFault::NotAnObject),
        };
        if file.contains_key("payload") {
            return Err(JwsFault::PayloadInside);
        }
        let (1, Some(Value::Array(written))) = (file.len(), file.get("signatures")) else {
            return Err(JwsFault::Form);
        };
        match written.len() {
            0 => return Err(JwsFault::NoSignature),
            1..=MAX_SIGNATURES => {}
            _ => return Err(JwsFault::TooMany),
        }
        let mut jws = Self::new(subject);
        for (index, written) in written.iter().enumerate() {
            let signature = signature(written, index, subject)?;
            if jws.keys().any(|key| *key == signature.key) && !fault::is("key-twice-taken") {
                return Err(JwsFault::KeyTwice(index));
            }
            jws.signatures.push(signature);
        }
        Ok(jws)
    }

    /// Holds every signature against `payload`: for each, the key that signed, or why it does not count. `key_of`
    /// knows whose keys are whose; a key it does not give counts for nothing.
    pub fn verify(
        &self,
        payload: &[u8],
        key_of: impl Fn(&KeyId) -> Option<VerifyingKey>,
    ) -> Vec<Result<KeyId, SignatureFault>> {
        let verdict = |signature: &Signature| {
            let id = signature.key;
            // What the caller gives must be the key that was asked for.
            let key = key_of(&id).filter(|key| key.id() == id).ok_or(SignatureFault::UnknownKey(id))?;
            let message = signed(&signature.protected, payload);
            if key.verifies(&message, &signature.bytes) || fault::is("signature-unchecked") {
                Ok(id)
            } else {
                Err(SignatureFault::Wrong(id))
            }
        };
        self.signatures.iter().map(verdict).collect()
    }
}

/// Reads the signature of this number.
fn signature(written: &Value, index: usize, subject: Subject) -> Result<Signature, JwsFault> {
    let members = written.as_object().ok_or(JwsFault::Form)?;
    if members.contains_key("header") {
        return Err(JwsFault::UnprotectedHeader(index));
    }
    let text = |name| members.get(name).and_then(Value::as_str).ok_or(JwsFault::Form);
    let (protected, signature) = (text("protected")?, text("signature")?);
    if members.len() != 2 {
        return Err(JwsFault::Form);
    }
    let decoded = |text| Base64UrlUnpadded::decode_vec(text).map_err(|_| JwsFault::Base64(index));
    let header = decoded(protected)?;
    let bytes = decoded(signature)?.try_into().map_err(|_| JwsFault::Length(index))?;
    let key = header::read(&header, subject.typ()).map_err(|fault| JwsFault::Header(index, fault))?;
    Ok(Signature { protected: protected.to_owned(), key, bytes })
}

/// What is signed: the header, a point, and the payload, both in base64url (RFC 7515, section 5.1).
fn signed(protected: &str, payload: &[u8]) -> Vec<u8> {
    format!("{protected}.{}", Base64UrlUnpadded::encode_string(payload)).into_bytes()
}
