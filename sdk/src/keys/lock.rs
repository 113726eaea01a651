//! The file: the text of the keys, encrypted with a passphrase in the format of age.

use std::io::{Read, Write};

use age::{
    DecryptError, Decryptor, Encryptor,
    armor::{ArmoredReader, ArmoredWriter, Format},
    scrypt,
};
use base64ct::{Base64UrlUnpadded, Encoding};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{sealing::Identity, signing::SigningKey};

use super::{passphrase::Passphrase, private::PrivateKeys, wiped::Wiped};

/// How large a key file may be, in bytes.
///
/// ```
/// use tongzhou::keys::{KeyFileFault, MAX_KEY_FILE_BYTES, Passphrase, PrivateKeys};
///
/// let passphrase = Passphrase::new("correct horse battery staple".to_owned());
/// let large = vec![b'-'; MAX_KEY_FILE_BYTES + 1];
/// assert_eq!(PrivateKeys::unlock(&large, &passphrase).err(), Some(KeyFileFault::TooLarge));
/// ```
pub const MAX_KEY_FILE_BYTES: usize = 16 * 1024;

/// How much work it is to try one passphrase: scrypt with N = 2^n, r = 8, p = 1.
///
/// ```
/// use tongzhou::keys::{Passphrase, PrivateKeys, WorkFactor};
///
/// # let keys = PrivateKeys::with_fresh_opening(None);
/// let passphrase = Passphrase::new("correct horse battery staple".to_owned());
/// // For the file of a member. Tests take `WorkFactor::QUICK`; what asks for more than `WorkFactor::MOST` is not opened.
/// let file = keys.lock(&passphrase, WorkFactor::STANDARD)?;
/// assert!(PrivateKeys::unlock(&file, &passphrase).is_ok());
/// # Ok::<(), tongzhou::keys::KeyFileFault>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkFactor(u8);

/// Why a key file is not opened, or not made.
///
/// ```
/// use tongzhou::keys::{KeyFileFault, Passphrase, PrivateKeys, WorkFactor};
///
/// let passphrase = |text: &str| Passphrase::new(text.to_owned());
/// let file = PrivateKeys::with_fresh_opening(None).lock(&passphrase("示例口令，请勿使用"), WorkFactor::QUICK)?;
/// let wrong = PrivateKeys::unlock(&file, &passphrase("示例口令，请勿再用"));
/// assert_eq!(wrong.err(), Some(KeyFileFault::WrongPassphrase));
/// # Ok::<(), KeyFileFault>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeyFileFault {
    /// It is larger than [`MAX_KEY_FILE_BYTES`], or what is to go into it is.
    #[error("the key file is too large")]
    TooLarge,
    /// It is not encrypted with a passphrase in the format of age.
    #[error("this is no key file that is locked with a passphrase")]
    NotLocked,
    /// It was locked with another passphrase.
    #[error("the passphrase is not that of the key file")]
    WrongPassphrase,
    /// It asks for more work than [`WorkFactor::MOST`].
    #[error("the key file asks for too much work to open it")]
    TooMuchWork,
    /// It was changed or cut after it was made.
    #[error("the key file is damaged")]
    Damaged,
    /// It was opened, and what is in it are no private keys of this standard.
    #[error("what is in the key file are no private keys")]
    NotKeys,
    /// There is no key to put into it.
    #[error("there is no key")]
    Empty,
    /// It could not be encrypted.
    #[error("the key file could not be encrypted")]
    Encryption,
}

impl WorkFactor {
    /// What a new key file should have: 2^15: 32 MiB of memory, so that whatever needs a key stays below 64 MiB.
    pub const STANDARD: Self = Self(15);
    /// The most that is done to open one: 2^20, a gigabyte of memory and some seconds.
    pub const MOST: Self = Self(20);
    /// Hardly any, for tests and examples; it protects nothing.
    pub const QUICK: Self = Self(1);
}

/// Writes the keys into `plain` and encrypts that; `plain` is wiped.
pub(super) fn lock(
    keys: &PrivateKeys,
    passphrase: &Passphrase,
    work: WorkFactor,
    plain: &mut [u8],
) -> Result<Vec<u8>, KeyFileFault> {
    let mut plain = Wiped(plain);
    let length = write(keys, &mut plain)?;
    encrypt(plain.get(..length).ok_or(KeyFileFault::Encryption)?, passphrase, work)
}

/// Decrypts the file into `plain` and reads the keys there; `plain` is wiped.
pub(super) fn unlock(
    file: &[u8],
    passphrase: &Passphrase,
    plain: &mut [u8],
) -> Result<PrivateKeys, KeyFileFault> {
    let mut plain = Wiped(plain);
    let length = decrypt(file, passphrase, &mut plain)?;
    read(plain.get(..length).unwrap_or_default())
}

/// Any secret text, locked as key files are: for keys that this crate knows nothing of.
///
/// ```
/// use tongzhou::keys::{KeyFileFault, Passphrase, WorkFactor, lock_text, unlock_text};
///
/// let passphrase = Passphrase::new("correct horse battery staple".to_owned());
/// let file = lock_text("a secret of ours", &passphrase, WorkFactor::QUICK)?;
/// assert_eq!(unlock_text(&file, &passphrase)?.as_str(), "a secret of ours");
/// # Ok::<(), KeyFileFault>(())
/// ```
///
/// # Errors
/// [`KeyFileFault::TooLarge`] where the text has more than 4096 bytes.
pub fn lock_text(text: &str, passphrase: &Passphrase, work: WorkFactor) -> Result<Vec<u8>, KeyFileFault> {
    if text.len() > PLAIN { Err(KeyFileFault::TooLarge) } else { encrypt(text.as_bytes(), passphrase, work) }
}

/// What [`lock_text`] locked; it is wiped when dropped.
///
/// ```
/// use tongzhou::keys::{KeyFileFault, Passphrase, WorkFactor, lock_text, unlock_text};
///
/// let passphrase = |text: &str| Passphrase::new(text.to_owned());
/// let file = lock_text("a secret of ours", &passphrase("示例口令，请勿使用"), WorkFactor::QUICK)?;
/// let wrong = unlock_text(&file, &passphrase("示例口令，请勿再用"));
/// assert_eq!(wrong, Err(KeyFileFault::WrongPassphrase));
/// # Ok::<(), KeyFileFault>(())
/// ```
///
/// # Errors
/// As [`PrivateKeys::unlock`]; [`KeyFileFault::NotKeys`] where it is no text.
pub fn unlock_text(file: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<String>, KeyFileFault> {
    let mut plain = [0; PLAIN];
    let mut plain = Wiped(&mut plain);
    let length = decrypt(file, passphrase, &mut plain)?;
    let text =
        std::str::from_utf8(plain.get(..length).unwrap_or_default()).map_err(|_| KeyFileFault::NotKeys)?;
    Ok(Zeroizing::new(text.to_owned()))
}

fn encrypt(text: &[u8], passphrase: &Passphrase, work: WorkFactor) -> Result<Vec<u8>, KeyFileFault> {
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    recipient.set_work_factor(work.0);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| KeyFileFault::Encryption)?;
    let encrypted = || {
        let armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
        let mut writer = encryptor.wrap_output(armour)?;
        writer.write_all(text)?;
        writer.finish()?.finish()
    };
    encrypted().map_err(|_| KeyFileFault::Encryption)
}

/// Decrypts the file into `plain`; the length of what is there then.
fn decrypt(file: &[u8], passphrase: &Passphrase, plain: &mut [u8]) -> Result<usize, KeyFileFault> {
    if file.len() > MAX_KEY_FILE_BYTES {
        return Err(KeyFileFault::TooLarge);
    }
    let decryptor = Decryptor::new_buffered(ArmoredReader::new(file)).map_err(|_| KeyFileFault::NotLocked)?;
    if !decryptor.is_scrypt() {
        return Err(KeyFileFault::NotLocked);
    }
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(WorkFactor::MOST.0);
    let mut reader =
        decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
            DecryptError::ExcessiveWork { .. } => KeyFileFault::TooMuchWork,
            DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys => KeyFileFault::WrongPassphrase,
            _ => KeyFileFault::Damaged,
        })?;
    let mut length = 0;
    loop {
        let Some(room) = plain.get_mut(length..).filter(|room| !room.is_empty()) else {
            return Err(KeyFileFault::NotKeys);
        };
        match reader.read(room).map_err(|_| KeyFileFault::Damaged)? {
            0 => return Ok(length),
            read => length += read,
        }
    }
}

/// Writes the text of the keys; its length.
fn write(keys: &PrivateKeys, plain: &mut [u8]) -> Result<usize, KeyFileFault> {
    let public = keys.public();
    let room = plain.len();
    let mut rest = plain;
    let full = |_| KeyFileFault::Encryption;
    writeln!(rest, "{TITLE}").map_err(full)?;
    if let (Some(key), Some(public)) = (&keys.signing, public.signing) {
        writeln!(rest, "# key id: {}", public.id()).map_err(full)?;
        rest.write_all(SEED.as_bytes()).map_err(full)?;
        // Straight into the buffer, so that no copy is left elsewhere.
        let written =
            Base64UrlUnpadded::encode(key.seed().as_bytes(), rest).map_err(|_| KeyFileFault::Encryption)?;
        let written = written.len();
        rest = rest.get_mut(written..).ok_or(KeyFileFault::Encryption)?;
        writeln!(rest).map_err(full)?;
    }
    if let (Some(identity), Some(recipient)) = (&keys.opening, public.recipient) {
        writeln!(rest, "# recipient: {recipient}").map_err(full)?;
        rest.write_all(identity.to_text().as_str().as_bytes()).map_err(full)?;
        writeln!(rest).map_err(full)?;
    }
    if keys.signing.is_none() && keys.opening.is_none() {
        return Err(KeyFileFault::Empty);
    }
    Ok(room - rest.len())
}

/// Reads the text of the keys: a title, then at most one of each kind, each on its line. Other comments are passed
/// over, so that a holder may note something by hand.
fn read(plain: &[u8]) -> Result<PrivateKeys, KeyFileFault> {
    let text = std::str::from_utf8(plain).map_err(|_| KeyFileFault::NotKeys)?;
    let mut keys = PrivateKeys::new(None, None);
    for line in text.lines() {
        if let Some(seed) = line.strip_prefix(SEED) {
            let mut bytes = [0; 32];
            let mut bytes = Wiped(&mut bytes);
            let key = signing_key(seed, &mut bytes)?;
            if keys.signing.replace(key).is_some() {
                return Err(KeyFileFault::NotKeys);
            }
        } else if !line.is_empty() && !line.starts_with('#') {
            let identity = Identity::from_text(line).map_err(|_| KeyFileFault::NotKeys)?;
            if keys.opening.replace(identity).is_some() {
                return Err(KeyFileFault::NotKeys);
            }
        }
    }
    if keys.signing.is_none() && keys.opening.is_none() { Err(KeyFileFault::NotKeys) } else { Ok(keys) }
}

/// The key of a seed in base64url, which is decoded into `bytes`.
fn signing_key(seed: &str, bytes: &mut [u8]) -> Result<SigningKey, KeyFileFault> {
    let read = Base64UrlUnpadded::decode(seed, bytes).map_err(|_| KeyFileFault::NotKeys)?;
    let seed: &[u8; 32] = read.try_into().map_err(|_| KeyFileFault::NotKeys)?;
    Ok(SigningKey::from_seed(seed))
}

/// How many bytes the text of the keys may have.
pub(super) const PLAIN: usize = 4096;
const TITLE: &str = "# private keys of tongzhou 同舟私钥, form 1";
const SEED: &str = "# signing seed: ";

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> PrivateKeys {
        PrivateKeys::new(Some(SigningKey::from_seed(&[7; 32])), Some(Identity::generate()))
    }

    fn passphrase() -> Passphrase {
        Passphrase::new("correct horse battery staple".to_owned())
    }

    fn locked(text: &str) -> Vec<u8> {
        let mut recipient = scrypt::Recipient::new(passphrase().secret());
        recipient.set_work_factor(1);
        age::encrypt(&recipient, text.as_bytes()).unwrap()
    }

    // covers: REQ-KEY-001
    #[test]
    fn keys_come_out_of_the_file_as_they_went_in() {
        let both = keys();
        let only_signing = PrivateKeys::new(Some(SigningKey::from_seed(&[7; 32])), None);
        let only_opening = PrivateKeys::new(None, Some(Identity::generate()));
        for keys in [both, only_signing, only_opening] {
            let file = keys.lock(&passphrase(), WorkFactor::QUICK).unwrap();
            let again = PrivateKeys::unlock(&file, &passphrase()).unwrap();
            assert_eq!(again.public(), keys.public());
            let seed = |keys: &PrivateKeys| keys.signing().map(|key| *key.seed().as_bytes());
            assert_eq!(seed(&again), seed(&keys));
        }
        let none = PrivateKeys::new(None, None).lock(&passphrase(), WorkFactor::QUICK);
        assert_eq!(none, Err(KeyFileFault::Empty));
    }

    // covers: REQ-KEY-002, REQ-KEY-003
    #[test]
    fn what_is_inside_is_an_identity_file_of_age() {
        let keys = keys();
        let file = keys.lock(&passphrase(), WorkFactor::QUICK).unwrap();
        let mut identity = scrypt::Identity::new(passphrase().secret());
        identity.set_max_work_factor(1);
        let text = age::decrypt(&identity, &file).unwrap();
        assert!(age::IdentityFile::from_buffer(&text[..]).is_ok());
        let text = String::from_utf8(text).unwrap();
        assert_eq!(text.lines().filter(|line| !line.starts_with('#')).count(), 1);
    }

    #[test]
    fn the_buffer_is_wiped_after_locking_and_after_opening() {
        let mut buffer = [0; PLAIN];
        let file = lock(&keys(), &passphrase(), WorkFactor::QUICK, &mut buffer).unwrap();
        assert_eq!(buffer, [0; PLAIN]);
        unlock(&file, &passphrase(), &mut buffer).unwrap();
        assert_eq!(buffer, [0; PLAIN]);
    }

    #[test]
    fn the_buffer_is_wiped_when_it_ends_in_an_error() {
        // Too small for the keys: writing stops in the middle.
        let mut small = [0; 200];
        assert_eq!(
            lock(&keys(), &passphrase(), WorkFactor::QUICK, &mut small),
            Err(KeyFileFault::Encryption)
        );
        assert_eq!(small, [0; 200]);
        // The keys are there, and something behind them is none.
        let seed = Base64UrlUnpadded::encode_string(&[7; 32]);
        let file = locked(&format!("{SEED}{seed}\nno key\n"));
        let mut buffer = [0xAA; PLAIN];
        assert_eq!(unlock(&file, &passphrase(), &mut buffer).err(), Some(KeyFileFault::NotKeys));
        assert_eq!(buffer, [0; PLAIN]);
        let mut short = [0xAA; 20];
        assert_eq!(unlock(&file, &passphrase(), &mut short).err(), Some(KeyFileFault::NotKeys));
        assert_eq!(short, [0; 20]);
    }

    #[test]
    fn the_decoded_seed_is_wiped() {
        let mut bytes = [0; 32];
        {
            let mut bytes = Wiped(&mut bytes);
            signing_key(&Base64UrlUnpadded::encode_string(&[7; 32]), &mut bytes).unwrap();
            assert_eq!(&bytes[..], [7; 32]);
        }
        assert_eq!(bytes, [0; 32]);
    }

    #[test]
    fn each_way_in_which_a_file_is_none_is_told_apart() {
        let file = keys().lock(&passphrase(), WorkFactor::QUICK).unwrap();
        let of = |file: &[u8]| PrivateKeys::unlock(file, &passphrase()).err();
        let other = Passphrase::new("correct horse battery stapel".to_owned());
        assert_eq!(PrivateKeys::unlock(&file, &other).err(), Some(KeyFileFault::WrongPassphrase));
        assert_eq!(of(b""), Some(KeyFileFault::NotLocked));
        assert_eq!(of(b"AGE-SECRET-KEY-1"), Some(KeyFileFault::NotLocked));
        assert_eq!(of(&vec![b'a'; MAX_KEY_FILE_BYTES + 1]), Some(KeyFileFault::TooLarge));
        let sealed = age::encrypt(&age::x25519::Identity::generate().to_public(), b"x").unwrap();
        assert_eq!(of(&sealed), Some(KeyFileFault::NotLocked));
        let mut changed = locked("# nothing\n");
        if let Some(last) = changed.last_mut() {
            *last ^= 1;
        }
        assert_eq!(of(&changed), Some(KeyFileFault::Damaged));
        for text in ["", "# nothing\n", "no key\n", &format!("{SEED}AAAA\n")] {
            assert_eq!(of(&locked(text)), Some(KeyFileFault::NotKeys), "{text}");
        }
        let seed = format!("{SEED}{}\n", Base64UrlUnpadded::encode_string(&[7; 32]));
        assert_eq!(of(&locked(&format!("{seed}{seed}"))), Some(KeyFileFault::NotKeys));
    }

    // covers: REQ-KEY-004
    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_before_the_work() {
        // The work factor is the last word of the first stanza: `-> scrypt SALT 1`.
        let bytes = locked("# nothing\n");
        let at = bytes.windows(3).position(|window| window == b" 1\n").unwrap();
        let mut asking = bytes.clone();
        asking.splice(at + 1..at + 2, *b"21");
        assert_eq!(PrivateKeys::unlock(&asking, &passphrase()).err(), Some(KeyFileFault::TooMuchWork));
    }

    #[test]
    fn nothing_secret_is_shown() {
        let keys = keys();
        let shown = format!("{keys:?}");
        let secret = keys.opening().unwrap().to_text();
        assert!(!shown.contains(secret.as_str()));
        assert!(!shown.contains(&Base64UrlUnpadded::encode_string(&[7; 32])));
        assert!(shown.contains("age1"));
    }
}
