//! Private keys at rest 私钥的保管: one file, locked with a passphrase.
//!
//! A key file is an encrypted identity file of age (its passphrase recipient, scrypt; ASCII armour), so the stock
//! program `age` opens it, and opens sealed packages with it, where this program is not at hand. The seed of the
//! signing key stands in it as a comment, which age passes over.
//!
//! What is secret is wiped from our own buffers as soon as it is not needed, is never printed and never part of an
//! error; `Debug` shows the public halves.
//!
//! ```
//! use tongzhou::keys::{Passphrase, PrivateKeys, WorkFactor};
//! use tongzhou::signing::SigningKey;
//!
//! // The seed is 32 bytes from the operating system's random numbers; never a fixed one as here.
//! let keys = PrivateKeys::new(Some(SigningKey::from_seed(&[7; 32])), None);
//! let passphrase = Passphrase::new("correct horse battery staple".to_owned());
//! let locked = keys.lock(&passphrase, WorkFactor::QUICK)?;
//! assert!(locked.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));
//! let again = PrivateKeys::unlock(&locked, &passphrase)?;
//! assert_eq!(again.public(), keys.public());
//! # Ok::<(), tongzhou::keys::KeyFileFault>(())
//! ```

mod lock;
mod passphrase;
mod private;
mod public;
mod wiped;

pub use lock::{KeyFileFault, MAX_KEY_FILE_BYTES, WorkFactor, lock_text, unlock_text};
pub use passphrase::Passphrase;
pub use private::PrivateKeys;
pub use public::{PublicKeys, PublicKeysFault};
