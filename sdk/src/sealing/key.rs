//! The keys of sealed files, in the text forms that every age program reads.

use std::{fmt, str::FromStr};

use age::secrecy::{ExposeSecret, SecretString};
use thiserror::Error;

/// A private key 开封密钥: who has it opens what is sealed for its [`Recipient`]. It is wiped from memory when it is
/// dropped, and nothing prints it.
///
/// ```
/// use tongzhou::sealing::Identity;
///
/// let identity = Identity::generate();
/// // The text is for a file that is encrypted; `tongzhou::keys` keeps it so.
/// let kept = identity.to_text();
/// assert!(kept.as_str().starts_with("AGE-SECRET-KEY-1"));
/// assert_eq!(Identity::from_text(kept.as_str())?.recipient(), identity.recipient());
/// # Ok::<(), tongzhou::sealing::KeyFault>(())
/// ```
#[derive(Clone)]
pub struct Identity(age::x25519::Identity);

/// A public key 接收公钥, `age1…`: what is sealed for it, its [`Identity`] opens.
///
/// ```
/// use tongzhou::sealing::Recipient;
///
/// let text = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
/// let recipient: Recipient = text.parse().expect("a recipient");
/// assert_eq!(recipient.to_string(), text);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Recipient(age::x25519::Recipient);

/// A private key as text, `AGE-SECRET-KEY-1…`, wiped when dropped.
///
/// ```
/// use tongzhou::sealing::Identity;
///
/// let text = Identity::generate().to_text();
/// assert_eq!((text.as_str().len(), format!("{text:?}").as_str()), (74, "SecretText(…)"));
/// ```
pub struct SecretText(SecretString);

/// Why a text is no key.
///
/// ```
/// use tongzhou::sealing::{Identity, KeyFault, Recipient};
///
/// assert_eq!("age1example".parse::<Recipient>(), Err(KeyFault::RecipientForm));
/// // Somebody pasted the public half.
/// let public = Identity::generate().recipient().to_string();
/// assert_eq!(Identity::from_text(&public).err(), Some(KeyFault::IdentityForm));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyFault {
    /// It is not written as a public key is.
    #[error("a recipient is written age1 and 58 more characters, the last six of which check the rest")]
    RecipientForm,
    /// It is not written as a private key is.
    #[error("this is no private key of the age format for X25519")]
    IdentityForm,
    /// The point is one of the few for which anybody can open what is sealed.
    #[error("this recipient protects nothing")]
    Weak,
}

impl Identity {
    /// A fresh key, from the operating system's random numbers.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// The key that this text is. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`KeyFault::IdentityForm`].
    pub fn from_text(text: &str) -> Result<Self, KeyFault> {
        text.trim_ascii().parse().map(Self).map_err(|_| KeyFault::IdentityForm)
    }

    /// The text of the key, for whoever stores it under encryption.
    pub fn to_text(&self) -> SecretText {
        SecretText(self.0.to_string())
    }

    /// The public key that belongs to it.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    pub(super) fn as_age(&self) -> &dyn age::Identity {
        &self.0
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({}, …)", self.recipient())
    }
}

impl SecretText {
    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

impl Recipient {
    pub(super) fn as_age(&self) -> &dyn age::Recipient {
        &self.0
    }
}

impl FromStr for Recipient {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, KeyFault> {
        let key: age::x25519::Recipient = text.parse().map_err(|_| KeyFault::RecipientForm)?;
        // One key is written in one way: the parser also takes capital letters.
        let point = point(text).filter(|_| key.to_string() == text).ok_or(KeyFault::RecipientForm)?;
        if is_weak(point) { Err(KeyFault::Weak) } else { Ok(Self(key)) }
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({self})")
    }
}

/// The 32 bytes of a recipient whose form and check were found right (Bech32: five bits a character).
fn point(text: &str) -> Option<[u8; 32]> {
    let data = text.strip_prefix("age1")?.as_bytes();
    let data = data.get(..data.len().checked_sub(CHECK)?)?;
    let (mut bits, mut held, mut bytes) = (0_u32, 0_u32, Vec::with_capacity(32));
    for character in data {
        let value = BECH32.iter().position(|one| one == character)?;
        bits = bits << 5 | u32::try_from(value).ok()?;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    bytes.try_into().ok()
}

/// Whether a point is of small order, so that its shared secret is the same for everybody: nought.
fn is_weak(mut point: [u8; 32]) -> bool {
    if let Some(last) = point.last_mut() {
        // The topmost bit does not count.
        *last &= 0x7F;
    }
    let [first, between @ .., last] = &point;
    let filled_with = |value: u8| between.iter().all(|byte| *byte == value);
    match (*first, *last) {
        (0 | 1, 0) => filled_with(0),
        // p - 1, p and p + 1.
        (0xEC..=0xEE, 0x7F) => filled_with(0xFF),
        _ => ORDER_EIGHT.contains(&point),
    }
}

const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// How many characters check the others.
const CHECK: usize = 6;

/// The two points of order 8 on Curve25519.
const ORDER_EIGHT: [[u8; 32]; 2] = [
    [
        0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a, 0xda,
        0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00,
    ],
    [
        0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef, 0x5b, 0x04,
        0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57,
    ],
];
