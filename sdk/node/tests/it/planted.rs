//! Identities that exist nowhere else go through everything that a registry and an evaluator do; then none of them,
//! nor their plain hashes, nor their tokens, is found in the files of the database, in the log, or in answers to
//! others.
//!
//! `TONGZHOU_PLANTED` says how many; 200 if it says nothing.

use std::{
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use serde_json::json;
use tokio::task::JoinSet;
use tongzhou::{
    code::Code,
    code::lists::{
        BurdenSource, ConsentPurpose, EntryClass, Sex, SuspicionKind, SuspicionStatus, TokenPurpose,
    },
    model::primitive::{Count, List},
    value::{BillNumber, Instant, Sha256Digest, Uuid7},
};
use tongzhou_exchange::{
    message::{
        Request,
        access::WhoLooked,
        aid::AppendEntry,
        claim::{Burden, Confirm, ReadExpense, Reserve, StateBurden},
        consent::{RegisterConsent, WithdrawConsent},
        evaluation::Evaluate,
        lookup::{AnnounceIntent, LookUp, SubjectToken},
        notice::ListNotices,
        suspicion::RecordSuspicion,
        wire::{Hex32, Id, Organisation},
    },
    problem::Problem,
    token::{Blinding, Epoch, Identity, Quorum, Token, TokenKey, TokenSecret},
};
use tongzhou_node::{
    answer::{Roles, answer},
    evaluator::{Evaluator, Quotas},
    registry::{Pepper, Registry, sweep},
    store::Store,
};

use crate::logged;

// covers: REQ-SHR-002, REQ-SHR-006
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn planted_identities_are_found_nowhere() {
    let number = env::var("TONGZHOU_PLANTED").map_or(200, |number| number.parse::<usize>().unwrap());
    logged::keep();
    let folder = Folder::new();
    let world = Arc::new(World::open(&folder.0).await);

    let (mut running, mut planted) = (JoinSet::new(), Vec::new());
    for index in 0..number {
        if running.len() == 32 {
            planted.push(running.join_next().await.unwrap().unwrap());
        }
        let world = Arc::clone(&world);
        running.spawn(async move { world.help(index).await });
    }
    planted.extend(running.join_all().await);
    assert_eq!(planted.len(), number);
    sweep(world.roles.registry.as_ref().unwrap()).await.unwrap();
    for member in &world.members {
        let notices = world.ask(member, &ListNotices { at_most: Count::saturating(100) }).await.unwrap();
        assert!(!notices.notices.is_empty());
    }

    let mut needles = Needles::default();
    for one in &planted {
        for text in &one.texts {
            let hash = *Sha256Digest::of(text.as_bytes()).as_bytes();
            needles.add(text.as_bytes());
            needles.add_bytes(&hash);
        }
        for token in &one.tokens {
            needles.add_bytes(token);
            needles.add_bytes(Sha256Digest::of(token).as_bytes());
        }
    }
    let mut searched = 0;
    let mut files = Vec::new();
    for file in fs::read_dir(&folder.0).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        searched += bytes.len();
        assert_eq!(needles.found_in(&bytes), 0, "in a file of the database");
        files.push(bytes);
    }
    assert_eq!(needles.found_in(&logged::so_far()), 0, "in the log");
    assert_eq!(needles.found_in(&world.answers.lock().unwrap()), 0, "in an answer");
    assert!(searched > number * 2_000, "the database was there to be searched");

    // The search finds what is there: the keyed hash of a token in the files, and whatever is put into them.
    let mut control = Needles::default();
    control.add_bytes(&Pepper::new(PEPPER).key(&planted[0].tokens[0]));
    assert!(files.iter().any(|bytes| control.found_in(bytes) > 0));
    for end in [planted[0].texts[0].as_bytes(), &planted[0].tokens[1]] {
        let with = [&files[0][..], end, b"..."].concat();
        assert_eq!(needles.found_in(&with), 1);
    }
}

/// What was planted of one child.
struct Planted {
    texts: Vec<String>,
    tokens: Vec<[u8; 32]>,
}

struct World {
    roles: Roles,
    keys: [TokenKey; 2],
    members: [Organisation; 2],
    /// Every answer that was given.
    answers: Mutex<Vec<u8>>,
}

const PEPPER: [u8; 32] = [0x5a; 32];

impl World {
    async fn open(folder: &Path) -> Self {
        let store = Store::open(&format!("sqlite:{}", folder.join("node.sqlite").display())).await.unwrap();
        let (mut shares, mut keys) = (Vec::new(), Vec::new());
        for purpose in [TokenPurpose::Subject, TokenPurpose::Expense] {
            let secret = TokenSecret::fresh(getrandom::fill).unwrap();
            let quorum = Quorum::new(1, 1).unwrap();
            let dealt = secret.deal(purpose, Epoch::saturating(1), quorum, getrandom::fill).unwrap();
            shares.extend(dealt.shares);
            keys.push(dealt.key);
        }
        let quotas = Quotas { default: 1_000_000, ..Quotas::default() };
        let evaluator = Evaluator { store: store.clone(), shares: shares.into(), quotas };
        let registry = Registry::new(store, Pepper::new(PEPPER));
        let roles = Roles { registry: Some(registry), evaluator: Some(evaluator), ..Roles::default() };
        let members = ["531000000000000008", "533100001234567881"].map(|code| code.parse().unwrap());
        Self { roles, keys: keys.try_into().unwrap(), members, answers: Mutex::default() }
    }

    async fn ask<R: Request>(&self, member: &Organisation, request: &R) -> Result<R::Answer, Problem> {
        let outcome = answer(&self.roles, member, R::OPERATION, &request.write()).await;
        let bytes = match &outcome {
            Ok(bytes) => bytes.clone(),
            Err(problem) => serde_json::to_vec(problem).unwrap(),
        };
        let mut answers = self.answers.lock().unwrap();
        answers.extend_from_slice(&bytes);
        outcome.map(|bytes| serde_json::from_slice(&bytes).unwrap())
    }

    async fn tokens(
        &self,
        member: &Organisation,
        key: &TokenKey,
        identities: &[Identity],
        consent: Hex32,
    ) -> Vec<Token> {
        let inputs = identities.iter().map(|identity| identity.input(key.epoch())).collect();
        let blinding = Blinding::new(inputs, getrandom::fill).unwrap();
        let request = Evaluate {
            request_id: fresh_id(),
            purpose: key.purpose(),
            suite: Token::SUITE,
            epoch: key.epoch(),
            consent,
            elements: blinding.elements(),
        };
        let answer = self.ask(member, &request).await.unwrap();
        let verified = blinding.verify(key, 1, &answer.elements, &answer.proof).unwrap();
        blinding.combine(key, &[verified]).unwrap()
    }

    async fn consent(&self, recipient: &Organisation, purpose: ConsentPurpose) -> Hex32 {
        let request = RegisterConsent {
            commitment: Hex32(random()),
            recipient: recipient.clone(),
            purpose,
            may_name_member: true,
            valid_days: Count::saturating(90),
        };
        self.ask(&self.members[0], &request).await.unwrap();
        request.commitment
    }

    /// One child, helped by one member and looked up by the other.
    async fn help(&self, index: usize) -> Planted {
        let [one, other] = &self.members;
        let (child, guardian) = (number_of(index, 2012), number_of(index, 1984));
        let bill = format!("{:010}", 7_000_000_000_u64 + index as u64);
        let identities = [
            Identity::resident_id(&child).unwrap(),
            Identity::guardian_and_birth(&guardian, "2012-01-01".parse().unwrap(), Sex::Female, 1).unwrap(),
        ];
        let registration = self.consent(one, ConsentPurpose::AidRegistration).await;
        let subject = self.tokens(one, &self.keys[0], &identities, registration).await;
        let paper = [Identity::bill(&BillNumber::from_parts(Some("11060125"), &bill).unwrap())];
        let claiming = self.consent(one, ConsentPurpose::ExpenseClaim).await;
        let expense = self.tokens(one, &self.keys[1], &paper, claiming).await[0].expense().unwrap();
        let tokens: Vec<SubjectToken> = subject.iter().filter_map(Token::subject).collect();
        assert_eq!(tokens.len(), 2);

        let entry = entry(one, registration, &tokens);
        self.ask(one, &entry).await.unwrap();
        for who in [other, one] {
            let asking = self.consent(who, ConsentPurpose::DuplicateCheck).await;
            let asked = List::first(tokens.iter().cloned());
            let purpose = ConsentPurpose::DuplicateCheck;
            let lookup = LookUp { lookup_id: fresh_id(), purpose, consent: asking, tokens: asked.clone() };
            assert_eq!(self.ask(who, &lookup).await.unwrap().aid.len(), 1);
            let intent = AnnounceIntent {
                intent_id: fresh_id(),
                consent: asking,
                tokens: asked.clone(),
                coverage_class: EntryClass::Medical,
                month: "2026-09".parse().unwrap(),
            };
            self.ask(who, &intent).await.unwrap();
            self.ask(who, &WhoLooked { consent: asking, tokens: asked }).await.unwrap();
        }
        self.claim(one, claiming, &expense).await;
        let suspicion = RecordSuspicion {
            record_id: fresh_id(),
            suspicion_id: fresh_id(),
            kind: SuspicionKind::PossibleDuplicate,
            status: SuspicionStatus::Raised,
            resolutions: [].into(),
            concerned: [one.clone()].into(),
            commitment: Hex32(random()),
        };
        self.ask(other, &suspicion).await.unwrap();
        // What is wrong is answered too, and what was given is taken back of every third.
        let mut unsound = entry.clone();
        unsound.document = String::from_utf8(unsound.document).unwrap().replace("2026-09", "2026-13").into();
        self.ask(one, &unsound).await.unwrap_err();
        if index.is_multiple_of(3) {
            self.ask(one, &WithdrawConsent { commitment: registration, reason: None }).await.unwrap();
        }
        let mut values: Vec<[u8; 32]> = tokens.iter().map(|token| *token.value).collect();
        values.push(*expense.value);
        Planted { texts: vec![child, guardian, bill], tokens: values }
    }

    async fn claim(
        &self,
        member: &Organisation,
        consent: Hex32,
        expense: &tongzhou_exchange::message::claim::ExpenseToken,
    ) {
        let burden = Burden { amount: "900.00".parse().unwrap(), source: BurdenSource::Payments };
        let request = Reserve {
            claim_id: fresh_id(),
            expense: expense.clone(),
            amount: "500.00".parse().unwrap(),
            burden: burden.clone(),
            consent,
            hold_days: None,
            aid_record_id: None,
        };
        let claim = self.ask(member, &request).await.unwrap();
        let confirm = Confirm { claim_id: request.claim_id, expense: expense.clone(), fence: claim.fence };
        self.ask(member, &confirm).await.unwrap();
        // More than is left.
        self.ask(member, &Reserve { claim_id: fresh_id(), ..request }).await.unwrap_err();
        let other = &self.members[1];
        let stated = StateBurden { statement_id: fresh_id(), expense: expense.clone(), burden };
        self.ask(other, &stated).await.unwrap();
        self.ask(member, &ReadExpense { expense: expense.clone(), consent }).await.unwrap();
    }
}

fn entry(member: &Organisation, consent: Hex32, tokens: &[SubjectToken]) -> AppendEntry {
    let tokens: Vec<_> = tokens
        .iter()
        .map(|token| {
            json!({ "suite": token.suite.code(), "epoch": token.epoch.get(), "kind": token.kind.code(),
                    "value": token.value.to_string() })
        })
        .collect();
    let entry = json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-entry",
        "entryId": fresh_id().to_string(), "aidRecordId": fresh_id().to_string(), "member": member.as_str(),
        "tokens": tokens, "coverageClass": "medical", "month": "2026-09", "status": "paid",
        "consentCommitment": consent.to_string(), "salt": Hex32(random()).to_string(),
    });
    AppendEntry { document: serde_json::to_vec(&entry).unwrap() }
}

/// A number that was never given to anybody: its sequence is 000 or 999.
fn number_of(index: usize, year: i64) -> String {
    let first: Instant = format!("{year}-01-01T00:00:00Z").parse().unwrap();
    let day =
        Instant::from_unix_seconds(first.unix_seconds() + (index / 6) as i64 * 86_400).unwrap().utc_date();
    let region = ["110101", "331122", "440106"][index % 3];
    let sequence = ["000", "999"][index / 3 % 2];
    let digits = format!("{region}{}{sequence}", day.to_string().replace('-', ""));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize =
        digits.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    format!("{digits}{}", &"10X98765432"[sum % 11..=sum % 11])
}

/// Many texts to be found at once, known by their last eight bytes, of which the last three are looked at first.
struct Needles {
    ends: Vec<bool>,
    known: HashMap<[u8; 8], Vec<Vec<u8>>>,
}

impl Default for Needles {
    fn default() -> Self {
        Self { ends: vec![false; 1 << 24], known: HashMap::new() }
    }
}

impl Needles {
    fn add(&mut self, needle: &[u8]) {
        let end = *needle.last_chunk().unwrap();
        self.ends[last_three(&end)] = true;
        self.known.entry(end).or_default().push(needle.to_vec());
    }

    /// Bytes, and the same as people write them.
    fn add_bytes(&mut self, bytes: &[u8; 32]) {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.add(bytes);
        self.add(hex.as_bytes());
        self.add(hex.to_uppercase().as_bytes());
    }

    fn found_in(&self, bytes: &[u8]) -> usize {
        let mut found = 0;
        for (at, end) in bytes.windows(8).enumerate() {
            let end: &[u8; 8] = end.try_into().unwrap();
            if self.ends[last_three(end)]
                && let Some(needles) = self.known.get(end)
            {
                found += usize::from(needles.iter().any(|needle| bytes[..at + 8].ends_with(needle)));
            }
        }
        found
    }
}

fn last_three([.., a, b, c]: &[u8; 8]) -> usize {
    usize::from(*a) << 16 | usize::from(*b) << 8 | usize::from(*c)
}

/// A folder that is removed with its content.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = env::temp_dir().join(format!("tongzhou-planted-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

fn fresh_id() -> Id {
    Id(Uuid7::from_parts(1_790_000_000_000, random()))
}
