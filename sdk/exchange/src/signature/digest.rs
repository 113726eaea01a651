//! `Content-Digest` (RFC 9530), by SHA-256 alone.

use std::{fmt, str::FromStr};

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::fault::SignatureFault;

/// SHA-256 of a body, which the header writes as `sha-256=:…:` 正文摘要.
///
/// ```
/// use tongzhou_exchange::signature::ContentDigest;
///
/// // The example of RFC 9530, appendix D, whose body ends with a line break.
/// let digest = ContentDigest::of(b"{\"hello\": \"world\"}\n");
/// let written = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
/// assert_eq!(digest.to_string(), written);
/// assert_eq!(written.parse(), Ok(digest));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentDigest([u8; 32]);

impl ContentDigest {
    /// The digest of a body.
    pub fn of(body: &[u8]) -> Self {
        Self(Sha256::digest(body).into())
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for ContentDigest {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for ContentDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{ALGORITHM}:{}:", Base64::encode_string(&self.0))
    }
}

impl FromStr for ContentDigest {
    type Err = SignatureFault;

    fn from_str(text: &str) -> Result<Self, SignatureFault> {
        let written =
            text.strip_prefix(ALGORITHM).and_then(between_colons).ok_or(SignatureFault::DigestForm)?;
        let mut bytes = [0; 32];
        match Base64::decode(written, &mut bytes) {
            Ok(read) if read.len() == 32 => Ok(Self(bytes)),
            _ => Err(SignatureFault::DigestForm),
        }
    }
}

/// The digest of a body that comes in pieces.
///
/// ```
/// use tongzhou_exchange::signature::{ContentDigest, Digester};
///
/// let mut digester = Digester::default();
/// digester.update(b"one ");
/// digester.update(b"body");
/// assert_eq!(digester.finish(), ContentDigest::of(b"one body"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Digester(Sha256);

impl Digester {
    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The digest of all pieces.
    pub fn finish(self) -> ContentDigest {
        ContentDigest(self.0.finalize().into())
    }
}

/// What stands between the colons of a byte sequence (RFC 9651, section 3.3.5).
pub(super) fn between_colons(text: &str) -> Option<&str> {
    text.strip_prefix(':')?.strip_suffix(':')
}

const ALGORITHM: &str = "sha-256=";
