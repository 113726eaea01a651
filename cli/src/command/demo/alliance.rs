//! The alliance of the demo: a hospital, three charities and a secretariat, with keys made just now.

use getrandom::fill;
use serde_json::{Value, json};
use tongzhou::{
    code::lists::{MemberRole, TokenPurpose},
    directory::{Board, BoardKey, DEFAULT_DAYS, Directory, Enrolment, Founding, Revision, Trust, sign},
    keys::PrivateKeys,
    signing::{Seed, SigningKey},
    text::Bilingual,
    value::{Instant, Uuid7},
};
use tongzhou_exchange::token::{Epoch, KeyShare, Quorum, TokenSecret};

use super::Trouble;

/// Somebody who takes part.
pub(super) struct Party {
    pub(super) code: &'static str,
    /// The name in the directory, which is Chinese, and what the demo calls it.
    pub(super) registered: &'static str,
    pub(super) name: Bilingual,
    pub(super) keys: PrivateKeys,
    /// Its shares of the two keys under which tokens are made; only the charities have some.
    pub(super) shares: Vec<KeyShare>,
}

impl Party {
    pub(super) fn signing(&self) -> Result<&SigningKey, Trouble> {
        self.keys.signing().ok_or_else(Trouble::example)
    }
}

/// Everybody, and the directory that tells of them.
pub(super) struct Alliance {
    pub(super) hospital: Party,
    pub(super) charities: [Party; 3],
    pub(super) secretariat: Party,
    pub(super) directory: Vec<u8>,
    pub(super) signatures: Vec<u8>,
    pub(super) board: Board,
}

/// For how many years the keys count: longer than any demo runs.
const YEARS: u8 = 1;

impl Alliance {
    /// An alliance with fresh keys; two of the three charities together make a token.
    pub(super) fn found(now: Instant) -> Result<Self, Trouble> {
        let mut shares: [Vec<KeyShare>; 3] = Default::default();
        for purpose in [TokenPurpose::Subject, TokenPurpose::Expense] {
            let dealt =
                TokenSecret::fresh(fill)?.deal(purpose, Epoch::saturating(1), Quorum::new(2, 3)?, fill)?;
            for (held, share) in shares.iter_mut().zip(dealt.shares) {
                held.push(share);
            }
        }
        let [first, second, third] = shares;
        let hospital = party("1211000040000000XT", "示例市儿童医院", "the hospital", "医院", Vec::new())?;
        let secretariat =
            party("51100000000000107R", "示例儿童大病救助联盟秘书处", "the registry", "登记处", Vec::new())?;
        let charities = [
            party(
                "531000000000000008",
                "示例儿童大病救助基金会",
                "Serious Illness Fund",
                "大病救助基金会",
                first,
            )?,
            party(
                "533100001234567881",
                "示例血液病儿童关爱基金会",
                "Blood Disease Fund",
                "血液病基金会",
                second,
            )?,
            party("534403000000003187", "示例阳光儿童服务中心", "Sunshine Centre", "阳光服务中心", third)?,
        ];

        let mut entries = vec![
            entry(&hospital, &[MemberRole::Hospital], now)?,
            entry(&secretariat, &[MemberRole::Secretariat, MemberRole::Registry], now)?,
        ];
        for charity in &charities {
            entries.push(entry(charity, &[MemberRole::Charity, MemberRole::Evaluator], now)?);
        }
        let seat = fresh_key()?;
        let holder = BoardKey { key: seat.verifying_key(), holder: "理事会".to_owned() };
        let board = Board::new(1, vec![holder])?;
        let founding = Founding {
            alliance_id: Uuid7::fresh(now, fill)?,
            alliance_name: "示例儿童大病救助联盟".to_owned(),
            alliance_name_en: Some("Example Alliance".to_owned()),
            board: board.clone(),
        };
        let first = founding.directory(now, DEFAULT_DAYS)?;
        let mut revision = Revision::of(&first, None, now, DEFAULT_DAYS)?;
        for entry in &entries {
            revision.add(entry, false)?;
        }
        let directory = revision.finish()?;
        let signatures = sign(&directory, None, &seat)?;
        Ok(Self { hospital, charities, secretariat, directory, signatures, board })
    }

    /// The directory, as everybody who trusts the board reads it.
    pub(super) fn members(&self, now: Instant) -> Result<Directory, Trouble> {
        let trust = Trust::board(self.board.fingerprint());
        Ok(Directory::verify(&self.directory, &self.signatures, &trust, now)?)
    }
}

fn party(
    code: &'static str,
    registered: &'static str,
    en: &'static str,
    zh: &'static str,
    shares: Vec<KeyShare>,
) -> Result<Party, Trouble> {
    let keys = PrivateKeys::with_fresh_opening(Some(fresh_key()?));
    Ok(Party { code, registered, name: Bilingual { zh, en }, keys, shares })
}

fn fresh_key() -> Result<SigningKey, Trouble> {
    Ok(SigningKey::from_seed(Seed::filled(fill)?.as_bytes()))
}

/// The member's entry, with the public halves of its shares.
fn entry(party: &Party, roles: &[MemberRole], now: Instant) -> Result<Vec<u8>, Trouble> {
    let public = party.keys.public();
    let enrolment = Enrolment {
        member_id: Uuid7::fresh(now, fill)?,
        code: party.code.to_owned(),
        name: party.registered.to_owned(),
        roles: roles.to_vec(),
        signing: public.signing,
        recipient: public.recipient,
        phone: None,
    };
    let mut entry: Value =
        serde_json::from_slice(&enrolment.entry(now, YEARS)?).map_err(|_| Trouble::example())?;
    let shares: Vec<Value> = party.shares.iter().map(public_share).collect();
    if let (Some(fields), false) = (entry.as_object_mut(), shares.is_empty()) {
        fields.insert("tokenShares".to_owned(), Value::Array(shares));
    }
    Ok(entry.to_string().into_bytes())
}

fn public_share(share: &KeyShare) -> Value {
    json!({
        "purpose": share.purpose(),
        "epoch": share.epoch().get(),
        "share": share.number(),
        "threshold": share.threshold(),
        "publicKey": share.public().key.to_string(),
    })
}
