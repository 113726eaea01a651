//! Ed25519 keys and how they are named.

use std::{fmt, str::FromStr};

use base64ct::{Base64UrlUnpadded, Encoding};
use ed25519_dalek::Signer;
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroize;

/// A private key 签名私钥. It is wiped from memory when it is dropped, and nothing prints it.
///
/// ```
/// use tongzhou::signing::SigningKey;
///
/// // The private key of RFC 8037, appendix A. A seed of one's own comes from the operating system.
/// let seed = [
///     0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4,
///     0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
/// ];
/// let key = SigningKey::from_seed(&seed);
/// assert_eq!(key.verifying_key().to_string(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
/// assert_eq!(key.seed().as_bytes(), &seed);
/// ```
pub struct SigningKey(ed25519_dalek::SigningKey);

/// A public key 签名公钥.
///
/// ```
/// use tongzhou::signing::VerifyingKey;
///
/// // The public key of RFC 8037, appendix A.
/// let key: VerifyingKey = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".parse().expect("a public key");
/// assert_eq!(key.id().to_string(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
/// assert_eq!(VerifyingKey::from_bytes(key.as_bytes()), Ok(key));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

/// The name of a public key 公钥标识: its JWK thumbprint (RFC 7638, SHA-256), 43 characters of base64url.
///
/// ```
/// use tongzhou::signing::{KeyId, SigningKey};
///
/// let key = SigningKey::from_seed(&[7; 32]).verifying_key();
/// let written = key.id().to_string();
/// assert_eq!(written.parse::<KeyId>(), Ok(key.id()));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 32]);

/// Why a text is no key or no name of one.
///
/// ```
/// use tongzhou::signing::{KeyFault, VerifyingKey};
///
/// assert_eq!("not a key".parse::<VerifyingKey>(), Err(KeyFault::Form));
/// // The neutral point of the curve, for which anybody can make signatures.
/// let mut neutral = [0; 32];
/// neutral[0] = 1;
/// assert_eq!(VerifyingKey::from_bytes(&neutral), Err(KeyFault::Weak));
/// // A second writing of a point, beyond the order of the field.
/// assert_eq!(VerifyingKey::from_bytes(&[0xFF; 32]), Err(KeyFault::NoPoint));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyFault {
    /// It is not 43 characters of base64url without padding, written the one way there is.
    #[error("a key is written as 43 characters of base64url without padding")]
    Form,
    /// The bytes are no point of the curve, or not the one writing of it.
    #[error("these bytes are no public key")]
    NoPoint,
    /// The point is one of the few for which anybody can make signatures.
    #[error("this public key protects nothing")]
    Weak,
}

impl SigningKey {
    /// The key of a seed: 32 bytes from the operating system's random numbers. The caller wipes its own copy.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The public key that belongs to it.
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    /// The seed, for whoever stores it under encryption. The bytes are wiped when they are dropped.
    pub fn seed(&self) -> Seed {
        Seed(self.0.to_bytes())
    }

    /// The signature over `message`, which must say by its own form what is signed: whoever reads it must not be able
    /// to take it for something else that this key signs. A manifest or a directory is signed by [`super::Jws`].
    ///
    /// ```
    /// use tongzhou::signing::SigningKey;
    ///
    /// let key = SigningKey::from_seed(&[7; 32]);
    /// let signature = key.sign(b"tz-example-v1\n");
    /// assert!(key.verifying_key().verifies(b"tz-example-v1\n", &signature));
    /// ```
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({}, …)", self.verifying_key().id())
    }
}

/// The 32 secret bytes of a [`SigningKey`], wiped when dropped.
///
/// ```
/// use tongzhou::signing::{Seed, SigningKey};
///
/// // In place of the closure stands the operating system's source of random numbers.
/// let seed = Seed::filled(|bytes| {
///     bytes.fill(7);
///     Ok::<(), std::io::Error>(())
/// })?;
/// let key = SigningKey::from_seed(seed.as_bytes());
/// assert_eq!(format!("{seed:?}"), "Seed(…)");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Seed([u8; 32]);

impl Seed {
    /// The seed that `fill` writes, straight into the place that is wiped; it is given random numbers of the
    /// operating system.
    ///
    /// # Errors
    /// Those of `fill`.
    pub fn filled<E>(fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        let mut seed = Self([0; 32]);
        fill(&mut seed.0)?;
        Ok(seed)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl VerifyingKey {
    /// The key that consists of these bytes.
    ///
    /// # Errors
    /// [`KeyFault::NoPoint`] and [`KeyFault::Weak`].
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyFault> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).map_err(|_| KeyFault::NoPoint)?;
        if key.is_weak() {
            return Err(KeyFault::Weak);
        }
        // RFC 8032 (5.1.3) decodes each point from one writing alone; under another the same key would have two names.
        if key.to_edwards().compress().as_bytes() == bytes { Ok(Self(key)) } else { Err(KeyFault::NoPoint) }
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        // The members that RFC 8037 requires of such a key, in the order and form that RFC 7638 prescribes.
        let jwk = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{self}"}}"#);
        KeyId(Sha256::digest(jwk).into())
    }

    /// Whether `signature` is this key's over `message`, in the strict sense: no second signature that differs
    /// from it counts, and no point of small order.
    ///
    /// ```
    /// use tongzhou::signing::VerifyingKey;
    ///
    /// // The first test of RFC 8032: a signature over nothing.
    /// let key: VerifyingKey = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".parse()?;
    /// let written = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b\
    ///                d25bf5f0595bbe24655141438e7a100b";
    /// let mut signature = [0; 64];
    /// for (at, byte) in signature.iter_mut().enumerate() {
    ///     *byte = u8::from_str_radix(&written[2 * at..2 * at + 2], 16)?;
    /// }
    /// assert!(key.verifies(b"", &signature));
    /// assert!(!key.verifies(b"something", &signature));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verifies(&self, message: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).is_ok()
    }
}

impl fmt::Display for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64UrlUnpadded::encode_string(self.as_bytes()))
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({self})")
    }
}

impl FromStr for VerifyingKey {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, KeyFault> {
        Self::from_bytes(&thirty_two_bytes(text)?)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64UrlUnpadded::encode_string(&self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

impl FromStr for KeyId {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, KeyFault> {
        thirty_two_bytes(text).map(Self)
    }
}

fn thirty_two_bytes(text: &str) -> Result<[u8; 32], KeyFault> {
    let mut bytes = [0; 32];
    match Base64UrlUnpadded::decode(text, &mut bytes) {
        Ok(read) if read.len() == 32 => Ok(bytes),
        _ => Err(KeyFault::Form),
    }
}

/// The bytes of a signature.
pub(super) const SIGNATURE: usize = 64;
