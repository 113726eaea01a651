//! The member directory 成员名录 that can be relied on: who is a member, with which keys, vouched for by the board.
//!
//! The directory is a pair of files, `directory.json` and its signatures `directory.jws.json`. A [`Directory`] is
//! made by [`Directory::verify`] alone, so who holds one holds one that was checked, against what was trusted before
//! ([`Trust`]): in the beginning the fingerprint of the board, told over a channel that nobody can tamper with, and
//! from then on the last version that was seen.
//!
//! What is refused, and by which name, is in [`DirectoryFault`]: an older version (rollback), a version that has
//! expired with nothing newer in sight (freeze), too few signatures, a key that is not what it is called, a member
//! listed twice or listed though revoked, and others. The rules are those by which The Update Framework replaces its
//! root keys: a new version is signed by enough of the board that is trusted **and** by enough of its own.
//!
//! ```
//! use tongzhou::directory::{Directory, Trust};
//! use tongzhou::value::Instant;
//!
//! # fn read(directory: &[u8], signatures: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
//! // The first time: the fingerprint that the secretariat has read out.
//! let trust = Trust::board("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824".parse()?);
//! let now: Instant = "2026-10-01T08:00:00Z".parse()?;
//! let members = Directory::verify(directory, signatures, &trust, now)?;
//! // Every other time: what was seen then.
//! let kept: Option<Vec<u8>> = members.trust(now).to_json();
//! # Ok(())
//! # }
//! ```

mod board;
mod contents;
mod enrolment;
mod fault;
mod member;
mod revision;
mod trust;
mod verify;

pub use board::{Board, BoardFingerprint, BoardKey};
pub use enrolment::{Enrolment, NewKeys, entry_of, with_token_shares};
pub use fault::{DirectoryFault, Within};
pub use member::{
    Endpoint, KeyStanding, Member, MemberId, RecipientKey, RevokedMember, Signer, SigningKey, TokenShare,
};
pub use revision::{
    DEFAULT_DAYS, Founding, KeyChange, Revision, RevisionFault, board_of, is_signed, sign, signatures_of,
};
pub use trust::{Trust, TrustFault};
pub use verify::{CLOCK_SKEW_SECONDS, Directory, MAX_DIRECTORY_BYTES, MAX_LIFE_DAYS};
