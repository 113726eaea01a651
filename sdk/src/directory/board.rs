//! The board 理事会: the keys that make a version of the directory, and how they are told over the phone.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use crate::{
    model::directory::DirectoryBoard,
    signing::{KeyId, VerifyingKey},
    value::{Sha256Digest, digest::Sha256DigestError},
};

use super::fault::{DirectoryFault, Within};

/// The keys of the board and how many of them have to sign.
///
/// ```
/// use tongzhou::{directory::{Board, BoardKey}, signing::SigningKey};
///
/// # let one = SigningKey::from_seed(&[7; 32]).verifying_key();
/// # let other = SigningKey::from_seed(&[8; 32]).verifying_key();
/// let seat = |key, holder: &str| BoardKey { key, holder: holder.to_owned() };
/// let board = Board::new(2, vec![seat(one, "第一席"), seat(other, "第二席")])?;
/// assert_eq!((board.threshold(), board.keys().len()), (2, 2));
/// assert_eq!(board.key(&one.id()), Some(one));
/// // Who is called first changes nothing; how many have to sign does.
/// let seats = vec![seat(other, "第二席"), seat(one, "第一席")];
/// assert_eq!(Board::new(2, seats.clone())?.fingerprint(), board.fingerprint());
/// assert_ne!(Board::new(1, seats)?.fingerprint(), board.fingerprint());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    threshold: usize,
    keys: Vec<BoardKey>,
}

/// One key of the board.
///
/// ```
/// use tongzhou::{directory::{Board, BoardKey, DirectoryFault}, signing::SigningKey};
///
/// # let key = SigningKey::from_seed(&[7; 32]).verifying_key();
/// let seat = BoardKey { key, holder: "第一席".to_owned() };
/// // One key in two hands would count for two.
/// assert_eq!(Board::new(2, vec![seat.clone(), seat]), Err(DirectoryFault::BoardKeyTwice(1)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardKey {
    /// The public key.
    pub key: VerifyingKey,
    /// Who holds it.
    pub holder: String,
}

/// What tells one board from every other: the SHA-256 of its threshold and the names of its keys, 64 hexadecimal
/// digits. Short enough to be printed on a letter and read out, which is how the first trust is made 理事会指纹.
///
/// ```
/// use tongzhou::directory::{BoardFingerprint, Trust};
///
/// let printed = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
/// let fingerprint: BoardFingerprint = printed.parse()?;
/// assert_eq!(fingerprint.to_string(), printed);
/// assert_eq!(Trust::board(fingerprint).fingerprint(), fingerprint);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoardFingerprint(Sha256Digest);

impl Board {
    /// A board of these keys, if it is one: no key twice, and a threshold that can be reached.
    ///
    /// # Errors
    /// [`DirectoryFault::BoardKeyTwice`] and [`DirectoryFault::Threshold`].
    pub fn new(threshold: usize, keys: Vec<BoardKey>) -> Result<Self, DirectoryFault> {
        for (number, key) in keys.iter().enumerate() {
            if keys.iter().take(number).any(|other| other.key == key.key) {
                return Err(DirectoryFault::BoardKeyTwice(number));
            }
        }
        if threshold == 0 || threshold > keys.len() {
            return Err(DirectoryFault::Threshold);
        }
        Ok(Self { threshold, keys })
    }

    /// The board that a directory writes down.
    pub(super) fn read(board: &DirectoryBoard<'_>) -> Result<Self, DirectoryFault> {
        let mut keys = Vec::with_capacity(board.keys.len());
        for (number, written) in board.keys.iter().enumerate() {
            let at = Within::Board(number);
            let key: VerifyingKey =
                written.public_key.as_str().parse().map_err(|_| DirectoryFault::WrongKey(at))?;
            if key.id().to_string() != written.key_id.as_str() {
                return Err(DirectoryFault::SwappedKey(at));
            }
            keys.push(BoardKey { key, holder: written.holder.as_str().to_owned() });
        }
        Self::new(usize::try_from(board.threshold.get()).unwrap_or(usize::MAX), keys)
    }

    /// How many different keys have to sign.
    pub const fn threshold(&self) -> usize {
        self.threshold
    }

    /// The keys, in the order of the directory.
    pub fn keys(&self) -> &[BoardKey] {
        &self.keys
    }

    /// The key of this name.
    pub fn key(&self, id: &KeyId) -> Option<VerifyingKey> {
        self.keys.iter().map(|key| key.key).find(|key| key.id() == *id)
    }

    /// What tells this board from every other. The holders' names and the order of the keys are no part of it.
    pub fn fingerprint(&self) -> BoardFingerprint {
        let mut ids: Vec<String> = self.keys.iter().map(|key| key.key.id().to_string()).collect();
        ids.sort_unstable();
        // Each part has a length of its own or ends with a line break, so no two boards give the same bytes.
        let mut hash = Sha256::new();
        hash.update(b"tz-board-v1\n");
        hash.update(format!("{}\n", self.threshold));
        for id in ids {
            hash.update(id);
            hash.update(b"\n");
        }
        BoardFingerprint(Sha256Digest::from_bytes(hash.finalize().into()))
    }

    /// How many of these keys are the board's.
    pub(super) fn count(&self, signers: &[KeyId]) -> usize {
        signers.iter().filter(|id| self.key(id).is_some()).count()
    }
}

impl fmt::Display for BoardFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for BoardFingerprint {
    type Err = Sha256DigestError;

    fn from_str(text: &str) -> Result<Self, Sha256DigestError> {
        text.parse().map(Self)
    }
}
