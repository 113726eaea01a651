//! An alliance for tests: a registry, evaluators and charities, with their keys and a signed directory.
#![allow(dead_code, reason = "each of the tests that share it uses a part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tongzhou::{
    code::{
        Code,
        lists::{MemberRole, TokenPurpose},
    },
    directory::{Board, BoardKey, Directory, Enrolment, Founding, Revision, Trust, sign},
    sealing::Identity,
    signing::SigningKey,
    value::{Instant, Uuid7},
};
use tongzhou_exchange::{
    message::wire::Organisation,
    token::{Epoch, KeyShare, Quorum, TokenSecret},
};

/// A member with everything that it keeps to itself.
pub(crate) struct Party {
    pub(crate) code: Organisation,
    seed: [u8; 32],
    pub(crate) identity: Identity,
    /// Its shares of the keys of tokens, where it is an evaluator.
    pub(crate) shares: Vec<KeyShare>,
}

/// The alliance.
pub(crate) struct Alliance {
    pub(crate) registry: Party,
    pub(crate) evaluators: Vec<Party>,
    pub(crate) charities: Vec<Party>,
    pub(crate) document: Vec<u8>,
    pub(crate) signatures: Vec<u8>,
    pub(crate) trust: Trust,
    /// Of the board.
    pub(crate) fingerprint: String,
    pub(crate) now: Instant,
}

/// How many of how many evaluators make a token, and how many charities there are. Without evaluators the registry is
/// the only one.
pub(crate) struct Shape {
    pub(crate) threshold: u8,
    pub(crate) evaluators: u8,
    pub(crate) charities: u8,
    /// Whether the directory lists addresses.
    pub(crate) listed: bool,
}

impl Party {
    fn new(number: u8) -> Self {
        let seed = [number; 32];
        Self { code: code(number), seed, identity: Identity::generate(), shares: Vec::new() }
    }

    pub(crate) fn key(&self) -> SigningKey {
        SigningKey::from_seed(&self.seed)
    }

    fn entry(&self, name: &str, roles: &[MemberRole], listed: bool, now: Instant) -> Vec<u8> {
        let enrolment = Enrolment {
            member_id: Uuid7::from_parts(now.unix_millis().unsigned_abs(), [self.seed[0]; 10]),
            code: self.code.to_string(),
            name: name.to_owned(),
            roles: roles.to_vec(),
            signing: Some(self.key().verifying_key()),
            recipient: Some(self.identity.recipient().to_string()),
            phone: None,
        };
        let mut entry: Value = serde_json::from_slice(&enrolment.entry(now, 2).unwrap()).unwrap();
        let host = self.code.to_string().to_lowercase();
        let endpoint = |kind: &str| json!({ "kind": kind, "url": format!("https://{host}.example/") });
        let kinds = ["registry-interface", "evaluator-interface", "member-interface", "package-inbox"];
        if listed {
            entry["endpoints"] = kinds.iter().map(|kind| endpoint(kind)).collect();
        }
        if !self.shares.is_empty() {
            let share = |share: &KeyShare| {
                json!({
                    "purpose": share.purpose().code(), "epoch": share.epoch().get(), "share": share.number(),
                    "threshold": share.threshold(), "publicKey": share.public().key.to_string(),
                })
            };
            entry["tokenShares"] = self.shares.iter().map(share).collect();
        }
        serde_json::to_vec(&entry).unwrap()
    }
}

impl Alliance {
    pub(crate) fn found(shape: &Shape, now: Instant) -> Self {
        let mut evaluators: Vec<Party> =
            (0..shape.evaluators).map(|number| Party::new(20 + number)).collect();
        let mut registry = Party::new(10);
        for purpose in [TokenPurpose::Subject, TokenPurpose::Expense] {
            let quorum = Quorum::new(shape.threshold, shape.evaluators.max(1)).unwrap();
            let secret = TokenSecret::derived(&[3; 32], purpose.code().as_bytes()).unwrap();
            let dealt = secret.deal(purpose, Epoch::saturating(1), quorum, getrandom::fill).unwrap();
            let alone = shape.evaluators == 0;
            let holders = evaluators.iter_mut().chain(alone.then_some(&mut registry));
            for (party, share) in holders.zip(dealt.shares) {
                party.shares.push(share);
            }
        }
        let charities: Vec<Party> = (0..shape.charities).map(|number| Party::new(40 + number)).collect();
        let before = Instant::from_unix_seconds(now.unix_seconds() - 3600).unwrap();
        let board_key = SigningKey::from_seed(&[1; 32]);
        let keys = vec![BoardKey { key: board_key.verifying_key(), holder: "理事会".to_owned() }];
        let board = Board::new(1, keys).unwrap();
        let founding = Founding {
            alliance_id: Uuid7::from_parts(before.unix_millis().unsigned_abs(), [1; 10]),
            alliance_name: "示例联盟".to_owned(),
            alliance_name_en: None,
            board: board.clone(),
        };
        let empty = founding.directory(before, 90).unwrap();
        let roles = match shape.evaluators {
            0 => &[MemberRole::Registry, MemberRole::Evaluator][..],
            _ => &[MemberRole::Registry],
        };
        let entry = |party: &Party, name, roles: &[_]| party.entry(name, roles, shape.listed, before);
        let mut entries = vec![entry(&registry, "示例登记处", roles)];
        entries.extend(evaluators.iter().map(|it| entry(it, "示例计算方", &[MemberRole::Evaluator])));
        entries.extend(charities.iter().map(|it| entry(it, "示例基金会", &[MemberRole::Charity])));
        let mut revision = Revision::of(&empty, None, before, 90).unwrap();
        for entry in &entries {
            revision.add(entry, false).unwrap();
        }
        let document = revision.finish().unwrap();
        let signatures = sign(&document, None, &board_key).unwrap();
        let fingerprint = board.fingerprint().to_string();
        let trust = Trust::board(board.fingerprint());
        Self { registry, evaluators, charities, document, signatures, trust, fingerprint, now }
    }

    pub(crate) fn directory(&self) -> Directory {
        Directory::verify(&self.document, &self.signatures, &self.trust, self.now).unwrap()
    }

    /// Everybody, by its code.
    pub(crate) fn everybody(&self) -> BTreeMap<Organisation, &Party> {
        let all = std::iter::once(&self.registry).chain(&self.evaluators).chain(&self.charities);
        all.map(|party| (party.code.clone(), party)).collect()
    }
}

/// A code of nobody, with a right check character.
fn code(number: u8) -> Organisation {
    let digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let body = format!("5310000000000{number:04}");
    digits.chars().find_map(|check| format!("{body}{check}").parse().ok()).unwrap()
}
