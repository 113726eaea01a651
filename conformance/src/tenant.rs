//! The alliance of a run over HTTP 测试联盟: the suite plays its members, and what is tested is one member more.
//!
//! Its keys are published test keys, as those of the [example alliance](crate::fixture::alliance): whoever runs the
//! suite has the same ones, so that a member can repeat alone what the secretariat saw. They protect nothing, and count
//! in a directory that this module made, and nowhere else.

use thiserror::Error;
use tongzhou::{
    code::lists::{MemberRevocationReason, MemberRole},
    directory::{
        Board, BoardFingerprint, BoardKey, Enrolment, Founding, Revision, RevisionFault, board_of, sign,
    },
    signing::SigningKey,
    value::{Instant, Uuid7},
};

use crate::{
    case::Party,
    fixture::alliance::{MEMBERS, signing_key},
};

/// A directory for a run, as its two files.
#[derive(Clone, Debug)]
pub struct Tenant {
    /// `directory.json`.
    pub directory: Vec<u8>,
    /// `directory.jws.json`.
    pub signatures: Vec<u8>,
    /// The fingerprint of its board, which is the same in each.
    pub board: BoardFingerprint,
}

/// Why no directory is made.
#[derive(Debug, Error)]
pub enum TenantFault {
    /// A member's entry is not taken.
    #[error("the entry {0} is not taken: {1}")]
    Entry(usize, #[source] RevisionFault),
    /// The suite's own part is not as it was shipped.
    #[error("the suite's own members are not as they were shipped: {0}")]
    Own(#[from] RevisionFault),
}

impl Party {
    /// Its unified social credit code, which was never issued.
    pub const fn code(self) -> &'static str {
        match self {
            Self::A => "53100000000000115E",
            Self::B => "531000000000001239",
            Self::C => "531000000000001314",
            Self::D => "5310000000000014XU",
            Self::Left => "53100000000000158U",
            Self::Stranger => "53100000000000166N",
        }
    }

    const fn key_name(self) -> &'static str {
        match self {
            Self::A => "suite-a",
            Self::B => "suite-b",
            Self::C => "suite-c",
            Self::D => "suite-d",
            Self::Left => "suite-left",
            Self::Stranger => "suite-stranger",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::A => "一致性测试甲机构",
            Self::B => "一致性测试乙机构",
            Self::C => "一致性测试丙机构",
            Self::D => "一致性测试丁机构",
            Self::Left => "一致性测试已移出机构",
            Self::Stranger => "一致性测试外来机构",
        }
    }

    const fn number(self) -> u8 {
        match self {
            Self::A => 1,
            Self::B => 2,
            Self::C => 3,
            Self::D => 4,
            Self::Left => 5,
            Self::Stranger => 6,
        }
    }

    /// Its signing key, a published test key.
    pub fn key(self) -> SigningKey {
        signing_key(self.key_name())
    }

    /// Its entry, as a charity. What is sealed for it is sealed to a published test key of the example alliance.
    fn entry(self, now: Instant) -> Result<Vec<u8>, RevisionFault> {
        self.enrolment(vec![MemberRole::Charity]).entry(now, 1)
    }

    /// Its entry in these roles, to which more can be added.
    pub(crate) fn enrolment(self, roles: Vec<MemberRole>) -> Enrolment {
        let recipient = MEMBERS.get(usize::from(self.number().saturating_sub(1)));
        Enrolment {
            member_id: id(0x10 + self.number()),
            code: self.code().to_owned(),
            name: self.name().to_owned(),
            roles,
            signing: Some(self.key().verifying_key()),
            recipient: recipient.map(|member| member.recipient.to_owned()),
            phone: Some("010-00000000".to_owned()),
        }
    }
}

/// The fingerprint of the board of every such directory.
///
/// # Errors
/// Where the board is not as it was shipped.
pub fn fingerprint() -> Result<BoardFingerprint, TenantFault> {
    Ok(board()?.fingerprint())
}

fn board() -> Result<Board, RevisionFault> {
    let key =
        |name: &str, holder: &str| BoardKey { key: signing_key(name).verifying_key(), holder: holder.into() };
    let keys = vec![key("suite-board-1", "测试理事会第一席"), key("suite-board-2", "测试理事会第二席")];
    Ok(Board::new(2, keys)?)
}

impl Tenant {
    /// A directory of the suite's members and of those whose entries are given, which begins at `now` and is good for 90
    /// days.
    ///
    /// # Errors
    /// Where an entry is not taken.
    pub fn with(entries: &[Vec<u8>], now: Instant) -> Result<Self, TenantFault> {
        let own = [Party::A, Party::B, Party::C, Party::D];
        let own = own.into_iter().map(|party| party.entry(now)).collect::<Result<Vec<_>, _>>()?;
        Self::of(&own, entries, now)
    }

    /// A directory in which the suite's members have these entries of their own.
    pub(crate) fn of(own: &[Vec<u8>], entries: &[Vec<u8>], now: Instant) -> Result<Self, TenantFault> {
        let board = board()?;
        let founding = Founding {
            alliance_id: id(1),
            alliance_name: "一致性测试联盟".to_owned(),
            alliance_name_en: Some("Conformance Test Alliance".to_owned()),
            board: board.clone(),
        };
        let first = founding.directory(now, DAYS)?;
        let both = |document: &[u8]| -> Result<Vec<u8>, RevisionFault> {
            let one = sign(document, None, &signing_key("suite-board-1"))?;
            sign(document, Some(&one), &signing_key("suite-board-2"))
        };
        let signed = both(&first)?;
        let mut second = Revision::of(&first, Some(&signed), now, DAYS)?;
        let left = Party::Left.entry(now)?;
        for entry in own.iter().chain([&left]) {
            second.add(entry, false)?;
        }
        for (number, entry) in (1..).zip(entries) {
            second.add(entry, false).map_err(|fault| TenantFault::Entry(number, fault))?;
        }
        let second = second.finish()?;
        let signed = both(&second)?;
        let mut third = Revision::of(&second, Some(&signed), now, DAYS)?;
        third.revoke(Party::Left.code(), MemberRevocationReason::Left)?;
        let directory = third.finish()?;
        let signatures = both(&directory)?;
        Ok(Self { directory, signatures, board: board.fingerprint() })
    }

    /// Whether a directory is one that this module made, by its board.
    pub fn is_one(directory: &[u8]) -> bool {
        let own = board().map(|board| board.fingerprint());
        let given = board_of(directory).map(|board| board.fingerprint());
        matches!((own, given), (Ok(own), Ok(given)) if own == given)
    }
}

fn id(number: u8) -> Uuid7 {
    Uuid7::from_parts(0x019a_0000_0000, [0, 0, 0, 0, 0, 0, 0, 0xc0, 0, number])
}

/// For how many days such a directory is good: as long as any may be.
pub const DAYS: i64 = 90;
