//! The keys of one file, in memory.

use std::fmt;

use crate::{sealing::Identity, signing::SigningKey};

use super::{
    lock::{self, KeyFileFault, WorkFactor},
    passphrase::Passphrase,
    public::PublicKeys,
};

/// The private keys 私钥 of one holder: to sign with, to open sealed packages with, or both. They are wiped from
/// memory when dropped, and nothing prints them.
///
/// ```
/// use tongzhou::{
///     keys::{Passphrase, PrivateKeys, WorkFactor},
///     signing::SigningKey,
/// };
///
/// # let signing = SigningKey::from_seed(&[7; 32]);
/// let keys = PrivateKeys::with_fresh_opening(Some(signing));
/// let passphrase = Passphrase::new("correct horse battery staple".to_owned());
/// let file = keys.lock(&passphrase, WorkFactor::QUICK)?;
///
/// let keys = PrivateKeys::unlock(&file, &passphrase)?;
/// assert!(keys.signing().is_some());
/// let identity = keys.opening().ok_or("no key to open with")?;
/// assert_eq!(keys.public().recipient, Some(identity.recipient().to_string()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PrivateKeys {
    pub(super) signing: Option<SigningKey>,
    pub(super) opening: Option<Identity>,
}

impl PrivateKeys {
    /// These keys.
    ///
    /// ```
    /// use tongzhou::{keys::PrivateKeys, signing::SigningKey};
    ///
    /// # let signing = SigningKey::from_seed(&[7; 32]);
    /// // A key of the board signs directories and opens nothing.
    /// let keys = PrivateKeys::new(Some(signing), None);
    /// assert!(keys.opening().is_none());
    /// ```
    pub const fn new(signing: Option<SigningKey>, opening: Option<Identity>) -> Self {
        Self { signing, opening }
    }

    /// These keys with a fresh key to open with, made of the operating system's random numbers.
    pub fn with_fresh_opening(signing: Option<SigningKey>) -> Self {
        Self { signing, opening: Some(Identity::generate()) }
    }

    /// The key that signs.
    pub const fn signing(&self) -> Option<&SigningKey> {
        self.signing.as_ref()
    }

    /// The key that opens what is sealed to [`PublicKeys::recipient`].
    pub const fn opening(&self) -> Option<&Identity> {
        self.opening.as_ref()
    }

    /// The public halves.
    pub fn public(&self) -> PublicKeys {
        PublicKeys {
            signing: self.signing.as_ref().map(SigningKey::verifying_key),
            recipient: self.opening.as_ref().map(|identity| identity.recipient().to_string()),
        }
    }

    /// The file that holds the keys, locked with `passphrase`.
    ///
    /// # Errors
    /// [`KeyFileFault::Empty`] where there is no key.
    pub fn lock(&self, passphrase: &Passphrase, work: WorkFactor) -> Result<Vec<u8>, KeyFileFault> {
        lock::lock(self, passphrase, work, &mut [0; lock::PLAIN])
    }

    /// The keys of a file.
    ///
    /// # Errors
    /// [`KeyFileFault::WrongPassphrase`], and where the file is no key file, was damaged, or asks for more work than
    /// [`WorkFactor::MOST`].
    pub fn unlock(file: &[u8], passphrase: &Passphrase) -> Result<Self, KeyFileFault> {
        lock::unlock(file, passphrase, &mut [0; lock::PLAIN])
    }
}

impl fmt::Debug for PrivateKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKeys({:?}, …)", self.public())
    }
}
