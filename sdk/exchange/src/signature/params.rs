//! The parameters of a signature, `;created=…;expires=…;nonce="…";keyid="…";tag="tz-api-v1"`, and its bytes.

use std::{fmt, str::FromStr};

use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use tongzhou::{fault, signing::KeyId, value::Instant};

use super::{digest::between_colons, fault::SignatureFault};

/// For how many seconds a signature of a request is good, at most.
pub const MAX_LIFE_SECONDS: i64 = 60;
/// How far two clocks may be apart, in seconds.
pub const SKEW_SECONDS: i64 = 60;
/// What a signature says that it is for.
pub const TAG: &str = "tz-api-v1";

/// Sixteen random bytes, by which a request that is sent again is known 一次性随机数.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nonce([u8; 16]);

impl Nonce {
    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl From<[u8; 16]> for Nonce {
    fn from(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64UrlUnpadded::encode_string(&self.0))
    }
}

impl FromStr for Nonce {
    type Err = SignatureFault;

    fn from_str(text: &str) -> Result<Self, SignatureFault> {
        let mut bytes = [0; 16];
        match Base64UrlUnpadded::decode(text, &mut bytes) {
            Ok(read) if read.len() == 16 => Ok(Self(bytes)),
            _ => Err(SignatureFault::NonceForm),
        }
    }
}

/// The 64 bytes by which a request is signed, and to which its answer is bound.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RequestSignature([u8; 64]);

impl RequestSignature {
    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 64] {
        &self.0
    }

    /// As a member of a dictionary is written, without its label.
    pub(super) fn sequence(&self) -> String {
        format!(":{}:", Base64::encode_string(&self.0))
    }
}

impl From<[u8; 64]> for RequestSignature {
    fn from(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for RequestSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestSignature(…)")
    }
}

/// As the header `Signature` writes it.
impl fmt::Display for RequestSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{LABEL}{}", self.sequence())
    }
}

impl FromStr for RequestSignature {
    type Err = SignatureFault;

    fn from_str(text: &str) -> Result<Self, SignatureFault> {
        let written =
            text.strip_prefix(LABEL).ok_or_else(|| label_fault(text, SignatureFault::SignatureForm))?;
        let written = between_colons(written).ok_or(SignatureFault::SignatureForm)?;
        let mut bytes = [0; 64];
        match Base64::decode(written, &mut bytes) {
            Ok(read) if read.len() == 64 => Ok(Self(bytes)),
            _ => Err(SignatureFault::SignatureForm),
        }
    }
}

/// What a signature says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Params {
    pub(super) created: i64,
    /// Of a request: until when it is good, and its nonce. An answer is bound to a request instead.
    pub(super) once: Option<(i64, Nonce)>,
    pub(super) key: KeyId,
}

impl Params {
    /// The parameters with the list of what is covered.
    pub(super) fn write(&self, covered: &str) -> String {
        let Self { created, once, key } = self;
        let once =
            once.map(|(expires, nonce)| format!(";expires={expires};nonce=\"{nonce}\"")).unwrap_or_default();
        format!("{covered};created={created}{once};keyid=\"{key}\";tag=\"{TAG}\"")
    }

    /// The header `Signature-Input`.
    pub(super) fn header(&self, covered: &str) -> String {
        format!("{LABEL}{}", self.write(covered))
    }

    /// Reads the header; `expected` is what must be covered, and `bound` says that it is an answer, bound to a
    /// request.
    pub(super) fn read(header: &str, expected: &str, bound: bool) -> Result<Self, SignatureFault> {
        let text =
            header.strip_prefix(LABEL).ok_or_else(|| label_fault(header, SignatureFault::InputForm))?;
        let end = text.find(')').ok_or(SignatureFault::InputForm)?;
        let (covered, params) = text.split_at_checked(end + 1).ok_or(SignatureFault::InputForm)?;
        if covered != expected {
            let listed = covered.starts_with('(');
            return Err(if listed { SignatureFault::Components } else { SignatureFault::InputForm });
        }
        let params = Written::read(params)?.params(bound)?;
        // What was read is written in one way only: no space, zero or comma more.
        let is_own = params.header(expected) == header || is_taken_as_written();
        if is_own { Ok(params) } else { Err(SignatureFault::InputForm) }
    }

    /// Whether a request is neither too old nor too new.
    pub(super) fn is_good_at(&self, now: Instant) -> Result<(), SignatureFault> {
        let (created, now) = (self.created, now.unix_seconds());
        let expires = self.once.map_or(created, |(expires, _)| expires);
        let longest = MAX_LIFE_SECONDS + i64::from(fault::is("life-a-second-too-long"));
        let life = expires.saturating_sub(created);
        if !(1..=longest).contains(&life) && !fault::is("life-unbounded") {
            return Err(SignatureFault::Life);
        }
        let ahead = if fault::is("no-clock-may-be-ahead") { 0 } else { SKEW_SECONDS };
        if created.saturating_sub(now) > ahead && !fault::is("signature-of-tomorrow-counts") {
            return Err(SignatureFault::TooNew);
        }
        if now > expires && !fault::is("expired-signature-counts") {
            Err(SignatureFault::TooOld)
        } else {
            Ok(())
        }
    }
}

/// The parameters as texts.
#[derive(Default)]
struct Written<'a> {
    created: Option<&'a str>,
    expires: Option<&'a str>,
    nonce: Option<&'a str>,
    keyid: Option<&'a str>,
    tag: Option<&'a str>,
}

impl<'a> Written<'a> {
    fn read(params: &'a str) -> Result<Self, SignatureFault> {
        let mut written = Self::default();
        let mut rest = params.split(';');
        if rest.next() != Some("") {
            return Err(SignatureFault::InputForm);
        }
        for param in rest {
            let (name, value) = param.split_once('=').ok_or(SignatureFault::InputForm)?;
            let place = match name {
                "created" => &mut written.created,
                "expires" => &mut written.expires,
                "nonce" => &mut written.nonce,
                "keyid" => &mut written.keyid,
                "tag" => &mut written.tag,
                "alg" if fault::is("algorithm-ignored") => continue,
                "alg" => return Err(SignatureFault::Algorithm),
                _ => return Err(SignatureFault::OtherParameter),
            };
            if place.replace(value).is_some() {
                return Err(SignatureFault::OtherParameter);
            }
        }
        Ok(written)
    }

    fn params(&self, bound: bool) -> Result<Params, SignatureFault> {
        let needed = |param: Option<&'a str>| param.ok_or(SignatureFault::ParameterMissing);
        if text(needed(self.tag)?)? != TAG && !fault::is("tag-unchecked") {
            return Err(SignatureFault::Tag);
        }
        let once = match (bound, self.expires, self.nonce) {
            (true, None, None) => None,
            (true, ..) => return Err(SignatureFault::OtherParameter),
            (false, expires, nonce) => Some((integer(needed(expires)?)?, text(needed(nonce)?)?.parse()?)),
        };
        let key = text(needed(self.keyid)?)?.parse().map_err(|_| SignatureFault::KeyIdForm)?;
        Ok(Params { created: integer(needed(self.created)?)?, once, key })
    }
}

/// Whether a signature is held against its parameters as they stand there, not as they have to.
pub(super) fn is_taken_as_written() -> bool {
    fault::is("tag-unchecked") || fault::is("algorithm-ignored")
}

fn text(quoted: &str) -> Result<&str, SignatureFault> {
    quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or(SignatureFault::InputForm)
}

/// Seconds since 1970, of which a structured field can hold fifteen digits.
fn integer(digits: &str) -> Result<i64, SignatureFault> {
    let form = digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| form).ok_or(SignatureFault::InputForm)
}

/// Another label is told apart from something that has none.
fn label_fault(text: &str, otherwise: SignatureFault) -> SignatureFault {
    let label = text.split_once('=').map(|(label, _)| label);
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if label.is_some_and(is_label) { SignatureFault::Label } else { otherwise }
}

const LABEL: &str = "tz=";
