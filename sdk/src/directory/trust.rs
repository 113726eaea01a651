//! What was trusted before: the fingerprint of the board to begin with, then the last version that was seen.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    json,
    signing::VerifyingKey,
    value::{Instant, Sha256Digest, Uuid7},
};

use super::{
    board::{Board, BoardFingerprint, BoardKey},
    verify::Directory,
};

/// What a directory is held against. Whoever keeps it must keep the newest: an older one lets older directories in.
///
/// ```
/// use tongzhou::directory::{Directory, Trust, board_of};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let first = Trust::board(board_of(directory)?.fingerprint());
/// assert_eq!((first.version(), first.to_json()), (None, None));
/// // What was seen today is kept for the next time.
/// let seen = members.trust(now);
/// let kept = seen.to_json().ok_or("nothing to keep")?;
/// let again = Trust::from_json(&kept)?;
/// assert_eq!((again.version(), again.fingerprint()), (Some(4), first.fingerprint()));
/// assert!(Directory::verify(directory, signatures, &again, now).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust(pub(super) Basis);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// A board, by its fingerprint.
    Board(BoardFingerprint),
    /// A version of the directory that was verified.
    Seen(Seen),
}

/// What is kept of a version that was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) alliance: Uuid7,
    pub(super) version: u32,
    pub(super) sha256: Sha256Digest,
    pub(super) issued_at: Instant,
    pub(super) board: Board,
    pub(super) revoked: Vec<Uuid7>,
    /// When a directory was last verified.
    pub(super) checked_at: Instant,
}

/// Why bytes are no kept trust.
///
/// ```
/// use tongzhou::directory::{Trust, TrustFault};
///
/// assert_eq!(Trust::from_json(b"{}"), Err(TrustFault));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is no file of what was trusted before")]
pub struct TrustFault;

/// The form on disk.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Kept {
    tongzhou_trust: u32,
    alliance_id: String,
    version: u32,
    sha256: String,
    issued_at: String,
    checked_at: String,
    threshold: usize,
    board: Vec<KeptKey>,
    revoked_members: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct KeptKey {
    public_key: String,
    holder: String,
}

impl Trust {
    /// Trust in a board whose fingerprint was told over a channel that nobody can tamper with: the first trust.
    pub const fn board(fingerprint: BoardFingerprint) -> Self {
        Self(Basis::Board(fingerprint))
    }

    pub(super) fn seen(directory: &Directory, now: Instant) -> Self {
        Self(Basis::Seen(Seen {
            alliance: directory.alliance_id(),
            version: directory.version(),
            sha256: directory.sha256(),
            issued_at: directory.issued_at(),
            board: directory.board().clone(),
            revoked: directory.revoked_members().iter().map(|member| member.id).collect(),
            checked_at: now,
        }))
    }

    /// The version that was seen; none where only a board is trusted.
    pub const fn version(&self) -> Option<u32> {
        match &self.0 {
            Basis::Board(_) => None,
            Basis::Seen(seen) => Some(seen.version),
        }
    }

    /// The fingerprint of the board that is trusted.
    pub fn fingerprint(&self) -> BoardFingerprint {
        match &self.0 {
            Basis::Board(fingerprint) => *fingerprint,
            Basis::Seen(seen) => seen.board.fingerprint(),
        }
    }

    /// The file to keep until the next time. Nothing in it is secret, and everything in it is to be kept from
    /// change: whoever can write it decides who is trusted. Trust in a board alone has no file.
    pub fn to_json(&self) -> Option<Vec<u8>> {
        let Basis::Seen(seen) = &self.0 else { return None };
        let kept = Kept {
            tongzhou_trust: FORM,
            alliance_id: seen.alliance.to_string(),
            version: seen.version,
            sha256: seen.sha256.to_string(),
            issued_at: seen.issued_at.to_string(),
            checked_at: seen.checked_at.to_string(),
            threshold: seen.board.threshold(),
            board: seen
                .board
                .keys()
                .iter()
                .map(|key| KeptKey { public_key: key.key.to_string(), holder: key.holder.clone() })
                .collect(),
            revoked_members: seen.revoked.iter().map(ToString::to_string).collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&kept).ok()?;
        bytes.push(b'\n');
        Some(bytes)
    }

    /// Reads what [`to_json`](Self::to_json) has written.
    ///
    /// # Errors
    /// Where it is anything else.
    pub fn from_json(bytes: &[u8]) -> Result<Self, TrustFault> {
        let kept: Kept = json::from_slice(bytes).map_err(|_| TrustFault)?;
        if kept.tongzhou_trust != FORM {
            return Err(TrustFault);
        }
        let keys = kept.board.iter().map(|kept| {
            let key: VerifyingKey = kept.public_key.parse().map_err(|_| TrustFault)?;
            Ok(BoardKey { key, holder: kept.holder.clone() })
        });
        let keys = keys.collect::<Result<_, _>>()?;
        let ids = kept.revoked_members.iter().map(|id| id.parse().map_err(|_| TrustFault));
        let instant = |text: &str| text.parse().map_err(|_| TrustFault);
        Ok(Self(Basis::Seen(Seen {
            alliance: kept.alliance_id.parse().map_err(|_| TrustFault)?,
            version: kept.version,
            sha256: kept.sha256.parse().map_err(|_| TrustFault)?,
            issued_at: instant(&kept.issued_at)?,
            board: Board::new(kept.threshold, keys).map_err(|_| TrustFault)?,
            revoked: ids.collect::<Result<_, _>>()?,
            checked_at: instant(&kept.checked_at)?,
        })))
    }
}

/// The number of the form on disk.
const FORM: u32 = 1;
