//! The made-up alliance that a client meets: a registry, and three charities of which any two evaluate a token; the first
//! takes packages too.
//!
//! Its signing keys are published test keys. The keys of tokens are dealt anew each time, and all shares of them stay here
//! together: so the mock knows which token each of its papers has to lead to.

use getrandom::fill;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tongzhou::{
    code::{
        Code,
        lists::{EndpointKind, MemberRole, TokenPurpose},
    },
    directory::{Directory, Trust},
    keys::PrivateKeys,
    sealing::Identity as Opening,
    signing::SigningKey,
    value::Instant,
};
use tongzhou_exchange::token::{
    Blinding, Epoch, Identity, KeyShare, Quorum, Token, TokenKey, TokenKeyFile, TokenSecret,
};

use super::MockFault;
use crate::{
    case::Party,
    fixture::alliance::MEMBERS,
    tenant::{Tenant, TenantFault},
};

/// Whom a client asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Peer {
    /// The registry.
    Registry,
    /// The first evaluator, a member that takes packages.
    EvaluatorA,
    /// The second evaluator.
    EvaluatorB,
    /// The third evaluator.
    EvaluatorC,
}

impl Peer {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Registry, Self::EvaluatorA, Self::EvaluatorB, Self::EvaluatorC];

    /// What its address ends with.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::EvaluatorA => "evaluator-a",
            Self::EvaluatorB => "evaluator-b",
            Self::EvaluatorC => "evaluator-c",
        }
    }

    pub(super) const fn party(self) -> Party {
        match self {
            Self::Registry => Party::D,
            Self::EvaluatorA => Party::A,
            Self::EvaluatorB => Party::B,
            Self::EvaluatorC => Party::C,
        }
    }

    /// Its unified social credit code.
    pub const fn code(self) -> &'static str {
        self.party().code()
    }

    /// The number of its share; none of the registry.
    const fn share(self) -> Option<usize> {
        match self {
            Self::Registry => None,
            Self::EvaluatorA => Some(0),
            Self::EvaluatorB => Some(1),
            Self::EvaluatorC => Some(2),
        }
    }

    pub(super) fn signing(self) -> SigningKey {
        self.party().key()
    }

    /// What opens files that are sealed for it: a published test key.
    pub(super) fn opening(self) -> Option<Opening> {
        let place = match self {
            Self::Registry => 3,
            Self::EvaluatorA => 0,
            Self::EvaluatorB => 1,
            Self::EvaluatorC => 2,
        };
        MEMBERS.get(place).and_then(|member| Opening::from_text(member.identity).ok())
    }

    pub(super) fn keys(self) -> PrivateKeys {
        PrivateKeys::new(Some(self.signing()), self.opening())
    }

    fn roles(self) -> Vec<MemberRole> {
        match self {
            Self::Registry => vec![MemberRole::Secretariat, MemberRole::Registry],
            Self::EvaluatorA | Self::EvaluatorB | Self::EvaluatorC => {
                vec![MemberRole::Charity, MemberRole::Evaluator]
            }
        }
    }

    const fn endpoints(self) -> &'static [EndpointKind] {
        match self {
            Self::Registry => &[EndpointKind::RegistryInterface],
            Self::EvaluatorA | Self::EvaluatorB | Self::EvaluatorC => {
                &[EndpointKind::EvaluatorInterface, EndpointKind::MemberInterface]
            }
        }
    }
}

/// The alliance, with everything that only the mock may know.
pub(super) struct Alliance {
    pub(super) tenant: Tenant,
    pub(super) directory: Directory,
    /// Of each key of tokens: the shares of the three, and what everybody may know.
    keys: Vec<(Vec<KeyShare>, TokenKey)>,
}

impl Alliance {
    /// Founded now, with the members whose entries these are; `base` is where its peers are reached.
    pub(super) fn found(entries: &[Vec<u8>], base: &str, now: Instant) -> Result<Self, MockFault> {
        let quorum = Quorum::new(2, 3).map_err(|_| MockFault::Keys)?;
        let mut keys = Vec::new();
        for (purpose, epochs) in [(TokenPurpose::Subject, SUBJECT_EPOCHS), (TokenPurpose::Expense, &[1])] {
            for epoch in epochs {
                let secret = TokenSecret::fresh(fill).map_err(|_| MockFault::Random)?;
                let dealt = secret.deal(purpose, Epoch::saturating(*epoch), quorum, fill);
                let dealt = dealt.map_err(|_| MockFault::Keys)?;
                keys.push((dealt.shares, dealt.key));
            }
        }
        let mut own = Vec::new();
        for peer in Peer::ALL {
            let entry = peer.party().enrolment(peer.roles()).entry(now, 1).map_err(TenantFault::Own)?;
            let mut entry: Value = serde_json::from_slice(&entry).map_err(|_| MockFault::Keys)?;
            if let Some(fields) = entry.as_object_mut() {
                let shares: Vec<Value> = held(&keys, peer).map(public).collect();
                if !shares.is_empty() {
                    fields.insert("tokenShares".to_owned(), Value::Array(shares));
                }
                // The directory has room for addresses under encryption alone; others are told beside it.
                if base.starts_with("https://") {
                    let url = format!("{base}/{}/", peer.path());
                    let endpoint = |kind: &EndpointKind| json!({ "kind": kind.code(), "url": url });
                    fields.insert(
                        "endpoints".to_owned(),
                        peer.endpoints().iter().map(endpoint).collect::<Vec<_>>().into(),
                    );
                }
            }
            own.push(entry.to_string().into_bytes());
        }
        let tenant = Tenant::of(&own, entries, now)?;
        let trust = Trust::board(tenant.board);
        let directory = Directory::verify(&tenant.directory, &tenant.signatures, &trust, now)?;
        Ok(Self { tenant, directory, keys })
    }

    /// The shares that a peer holds.
    pub(super) fn shares(&self, peer: Peer) -> impl Iterator<Item = &KeyShare> {
        held(&self.keys, peer)
    }

    /// The tokens of an identity, one for each epoch in use.
    pub(super) fn tokens(&self, identity: &Identity) -> Option<Vec<Token>> {
        let of_purpose = self.keys.iter().filter(|(_, key)| key.purpose() == identity.purpose());
        of_purpose.map(|(shares, key)| token(shares, key, identity)).collect()
    }
}

fn held(keys: &[(Vec<KeyShare>, TokenKey)], peer: Peer) -> impl Iterator<Item = &KeyShare> {
    let number = peer.share();
    keys.iter().filter_map(move |(shares, _)| shares.get(number?))
}

fn token(shares: &[KeyShare], key: &TokenKey, identity: &Identity) -> Option<Token> {
    let blinding = Blinding::new(vec![identity.input(key.epoch())], fill).ok()?;
    let mut answers = Vec::new();
    for share in shares.iter().take(usize::from(key.threshold())) {
        let evaluated = share.evaluate(&blinding.elements(), fill).ok()?;
        answers.push(blinding.verify(key, share.number(), &evaluated.elements, &evaluated.proof).ok()?);
    }
    blinding.combine(key, &answers).ok()?.pop()
}

fn public(share: &KeyShare) -> Value {
    json!({
        "purpose": share.purpose().code(),
        "epoch": share.epoch().get(),
        "share": share.number(),
        "threshold": share.threshold(),
        "publicKey": share.public().key.to_string(),
    })
}

/// A share as its file, locked with a passphrase.
pub(super) fn share_file(share: &KeyShare, lock: &tongzhou::keys::Passphrase) -> Result<Vec<u8>, MockFault> {
    TokenKeyFile::lock(share, lock, tongzhou::keys::WorkFactor::QUICK).map_err(|_| MockFault::Keys)
}

/// Two at once, as while a change of keys lasts.
pub(super) const SUBJECT_EPOCHS: &[u32] = &[1, 2];
