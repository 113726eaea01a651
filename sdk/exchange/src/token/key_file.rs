//! A [`KeyShare`] at rest: a text in a file that a passphrase locks, and its public half for the member directory.

use std::fmt::Write;

use base64ct::{Base64UrlUnpadded, Encoding};
use tongzhou::{
    code::{Code, lists::TokenPurpose},
    keys::{KeyFileFault, Passphrase, WorkFactor, lock_text, unlock_text},
    model::{member::TokenShare, primitive::Count},
};
use zeroize::Zeroizing;

use super::{Epoch, share::KeyShare};

/// The file of one share 令牌密钥份额文件. Like every key file it is one of age, locked with a passphrase.
///
/// ```
/// use tongzhou::{code::lists::TokenPurpose, keys::{Passphrase, WorkFactor}};
/// use tongzhou_exchange::token::{Epoch, Quorum, TokenKeyFile, TokenSecret};
///
/// let epoch = Epoch::saturating(1);
/// let secret = TokenSecret::fresh(getrandom::fill)?;
/// let dealt = secret.deal(TokenPurpose::Subject, epoch, Quorum::new(2, 3)?, getrandom::fill)?;
///
/// let passphrase = Passphrase::new("correct horse battery staple".to_owned());
/// let file = TokenKeyFile::lock(&dealt.shares[1], &passphrase, WorkFactor::QUICK)?;
/// let share = TokenKeyFile::unlock(&file, &passphrase)?;
/// assert_eq!((share.number(), share.threshold()), (2, 2));
/// assert_eq!(share.public(), dealt.shares[1].public());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub enum TokenKeyFile {}

impl TokenKeyFile {
    /// The file of a share, locked with `passphrase`.
    ///
    /// # Errors
    /// [`KeyFileFault::Encryption`].
    pub fn lock(
        share: &KeyShare,
        passphrase: &Passphrase,
        work: WorkFactor,
    ) -> Result<Vec<u8>, KeyFileFault> {
        // All of its room at once, so that no copy is left where it grew.
        let mut text = Zeroizing::new(String::with_capacity(ROOM));
        let secret = share.secret();
        let mut encoded = Zeroizing::new([0; 43]);
        let encoded =
            Base64UrlUnpadded::encode(&*secret, &mut *encoded).map_err(|_| KeyFileFault::Encryption)?;
        let (purpose, epoch) = (share.purpose().code(), share.epoch().get());
        let (number, threshold) = (share.number(), share.threshold());
        write!(
            text,
            "{TITLE}\n{PURPOSE}{purpose}\n{EPOCH}{epoch}\n{NUMBER}{number}\n{THRESHOLD}{threshold}\n{SECRET}{encoded}\n"
        )
        .map_err(|_| KeyFileFault::Encryption)?;
        lock_text(&text, passphrase, work)
    }

    /// The share of a file.
    ///
    /// # Errors
    /// As every key file; [`KeyFileFault::NotKeys`] where there is something else in it than one share.
    pub fn unlock(file: &[u8], passphrase: &Passphrase) -> Result<KeyShare, KeyFileFault> {
        let text = unlock_text(file, passphrase)?;
        read(&text).ok_or(KeyFileFault::NotKeys)
    }
}

impl KeyShare {
    /// The public half as it stands in a member's entry in the directory.
    pub fn entry(&self) -> TokenShare<'static> {
        let count = |number| Count::saturating(u32::from(number));
        let key = self.public().key;
        TokenShare::of(self.purpose(), self.epoch(), count(self.number()), count(self.threshold()), &key)
    }
}

/// Reads the lines in their order. Empty lines and further comments are passed over, so that a holder may note
/// something by hand.
fn read(text: &str) -> Option<KeyShare> {
    let mut lines = text.lines();
    if lines.next()? != TITLE {
        return None;
    }
    let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut next = |name| lines.next()?.strip_prefix(name);
    let purpose = TokenPurpose::from_code(next(PURPOSE)?)?;
    let epoch = Epoch::new(next(EPOCH)?.parse().ok()?)?;
    let (number, threshold) = (next(NUMBER)?.parse().ok()?, next(THRESHOLD)?.parse().ok()?);
    let mut secret = Zeroizing::new([0; 32]);
    let written = next(SECRET)?;
    if Base64UrlUnpadded::decode(written, &mut *secret).ok()?.len() != 32 || lines.next().is_some() {
        return None;
    }
    KeyShare::new(purpose, epoch, threshold, number, &secret)
}

const TITLE: &str = "# share of a token key of tongzhou 同舟令牌密钥份额, form 1";
const PURPOSE: &str = "purpose: ";
const EPOCH: &str = "epoch: ";
const NUMBER: &str = "share: ";
const THRESHOLD: &str = "threshold: ";
const SECRET: &str = "secret: ";
/// More than all of it takes.
const ROOM: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::{Quorum, TokenSecret};

    fn passphrase() -> Passphrase {
        Passphrase::new("correct horse battery staple".to_owned())
    }

    #[test]
    fn what_is_no_share_is_refused() {
        let secret = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let right =
            format!("{TITLE}\npurpose: expense\nepoch: 3\nshare: 2\nthreshold: 2\nsecret: {secret}\n");
        let share = read(&right).unwrap();
        assert_eq!(share.public().key.to_string(), "4vKuCmq8TnGohKlhxQBRX1jjC2qlgt2NtqZZReCNLXY");
        assert!(read(&right.replace("epoch: 3", "# by hand\n\nepoch: 3")).is_some());
        for (part, by) in [
            (TITLE, "# something else"),
            ("expense", "expenses"),
            ("epoch: 3", "epoch: 1000001"),
            ("share: 2", "share: 0"),
            ("share: 2", "share: 256"),
            ("threshold: 2", "threshold: 0"),
            ("threshold: 2\n", ""),
            ("AQAA", "AAAA"),
            ("AQAA", "AQA"),
            ("secret: ", "secret: _"),
            (secret, "__________________________________________8"),
        ] {
            assert!(read(&right.replace(part, by)).is_none(), "{part} by {by}");
        }
        assert!(read(&format!("{right}secret: {secret}\n")).is_none());
        let other = lock_text("# nothing\n", &passphrase(), WorkFactor::QUICK).unwrap();
        assert_eq!(TokenKeyFile::unlock(&other, &passphrase()).err(), Some(KeyFileFault::NotKeys));
    }

    #[test]
    fn the_entry_says_what_the_directory_needs_and_nothing_secret_is_shown() {
        let dealt = TokenSecret::derived(&[5; 32], b"file")
            .unwrap()
            .deal(TokenPurpose::Subject, Epoch::saturating(4), Quorum::new(2, 3).unwrap(), getrandom::fill)
            .unwrap();
        let entry = dealt.shares[2].entry();
        assert_eq!((entry.epoch.get(), entry.share.get(), entry.threshold.get()), (4, 3, 2));
        assert_eq!(entry.public_key.as_str(), dealt.shares[2].public().key.to_string());
        let secret = Base64UrlUnpadded::encode_string(&*dealt.shares[2].secret());
        let shown = format!("{dealt:?}");
        assert!(!shown.contains(&secret) && shown.contains("number: 3"), "{shown}");
    }
}
