//! Identities that exist nowhere else go through everything that a registry and an evaluator do; then none of them,
//! nor their plain hashes, nor their tokens, is found in the files or a dump of the database, in the log, in the
//! metrics, or in answers.
//!
//! `TONGZHOU_PLANTED` says how many; 200 if it says nothing.

use std::{
    collections::HashMap,
    env, fs,
    path::Path,
    process::Command,
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
    token::{Blinding, Identity, Token, TokenKey},
};
use tongzhou_node::{
    node::{Node, Parts, Running},
    registry::{Pepper, sweep},
};

use crate::{
    alliance::now,
    client_alliance::{Alliance, Party, Shape},
    logged,
    site::{PEPPER, Site},
    wire::{JSON, Sent},
};

// covers: REQ-SHR-002, REQ-SHR-006
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn planted_identities_are_found_nowhere() {
    let world = World::open("sqlite:data/node.db").await;
    plant_and_search(world, |world| {
        let files = fs::read_dir(world.site.folder.join("data")).unwrap();
        let files = files.map(|file| file.unwrap().path()).filter(|path| path.is_file());
        files.map(|path| fs::read(path).unwrap()).collect()
    })
    .await;
}

/// PostgreSQL's own files, among them the log that it writes ahead, and a dump as operators make it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "needs PostgreSQL and its programs: .ci/with-postgres"]
async fn planted_identities_are_found_nowhere_in_postgresql() {
    let url = env::var("TONGZHOU_POSTGRES").expect("TONGZHOU_POSTGRES is the address of a database");
    let world = World::open(&url).await;
    plant_and_search(world, |_| {
        let said = |program: &str, flags: &[&str]| {
            let ran = Command::new(program).args(flags).arg(&url).output().unwrap();
            assert!(ran.status.success(), "{program}");
            ran.stdout
        };
        said("psql", &["-c", "CHECKPOINT"]);
        let folder = String::from_utf8(said("psql", &["-Atc", "SHOW data_directory"])).unwrap();
        let mut found = vec![said("pg_dump", &[])];
        everything(Path::new(folder.trim()), &mut found);
        found
    })
    .await;
}

/// Every file under a folder, but those that go away meanwhile.
fn everything(folder: &Path, into: &mut Vec<Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            everything(&path, into);
        } else if let Ok(bytes) = fs::read(&path) {
            into.push(bytes);
        }
    }
}

async fn plant_and_search(world: World, stored: impl FnOnce(&World) -> Vec<Vec<u8>>) {
    let number = env::var("TONGZHOU_PLANTED").map_or(200, |number| number.parse::<usize>().unwrap());
    let world = Arc::new(world);
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
    let parts = Parts::prepare(&world.site.config()).await.unwrap();
    sweep(parts.roles.registry.as_ref().unwrap()).await.unwrap();
    for member in &world.alliance.charities {
        let notices = world.ask(member, &ListNotices { at_most: Count::saturating(100) }).await.unwrap();
        assert!(!notices.notices.is_empty());
    }
    let metrics = Sent::get("/metrics").to(world.node.addr()).await.body;

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
    let stored = stored(&world);
    for bytes in &stored {
        assert_eq!(needles.found_in(bytes), 0, "in what the database stores");
    }
    let logged = logged::so_far();
    assert_eq!(needles.found_in(&logged), 0, "in the log");
    assert_eq!(needles.found_in(&metrics), 0, "in the metrics");
    assert_eq!(needles.found_in(&world.answers.lock().unwrap()), 0, "in an answer");

    // There was something to search, and the search finds what is there: the keyed hash of a token in what is stored,
    // and whatever is put into it.
    let stored_bytes: usize = stored.iter().map(Vec::len).sum();
    assert!(stored_bytes > number * 2_000 && logged.len() > number * 1_000);
    assert!(String::from_utf8(metrics).unwrap().contains("operation=\"claims/reserve\""));
    let mut control = Needles::default();
    control.add_bytes(&Pepper::new(PEPPER).key(&planted[0].tokens[0]));
    assert!(stored.iter().any(|bytes| control.found_in(bytes) > 0));
    for end in [planted[0].texts[0].as_bytes(), &planted[0].tokens[1]] {
        let with = [&stored[0][..], end, b"..."].concat();
        assert_eq!(needles.found_in(&with), 1);
    }
}

/// What was planted of one child.
struct Planted {
    texts: Vec<String>,
    tokens: Vec<[u8; 32]>,
}

struct World {
    alliance: Alliance,
    site: Site,
    node: Running,
    keys: [TokenKey; 2],
    /// Every answer that was given, with its headers.
    answers: Mutex<Vec<u8>>,
}

impl World {
    async fn open(database: &str) -> Self {
        logged::keep();
        let now = now();
        let alliance =
            Alliance::found(&Shape { threshold: 1, evaluators: 0, charities: 2, listed: true }, now);
        let site = Site::on(database, "planted", &alliance);
        let node = Node::start(site.config()).await.unwrap();
        let keys = [TokenPurpose::Subject, TokenPurpose::Expense].map(|purpose| {
            TokenKey::of_directory(&alliance.directory(), purpose, now).unwrap().pop().unwrap()
        });
        Self { alliance, site, node, keys, answers: Mutex::default() }
    }

    async fn ask<R: Request>(&self, member: &Party, request: &R) -> Result<R::Answer, Problem> {
        let sent = Sent::post(&format!("/v1/{}", R::OPERATION.name()), JSON, &request.write());
        let got = sent.signed(self.node.url(), &member.key()).to(self.node.addr()).await;
        let mut answers = self.answers.lock().unwrap();
        answers.extend(format!("{:?}", got.headers).bytes().chain(got.body.iter().copied()));
        if got.status == 200 {
            Ok(serde_json::from_slice(&got.body).unwrap())
        } else {
            Err(serde_json::from_slice(&got.body).unwrap())
        }
    }

    async fn tokens(
        &self,
        member: &Party,
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

    async fn consent(&self, recipient: &Party, purpose: ConsentPurpose) -> Hex32 {
        let request = RegisterConsent {
            commitment: Hex32(random()),
            recipient: recipient.code.clone(),
            purpose,
            may_name_member: true,
            valid_days: Count::saturating(90),
        };
        self.ask(&self.alliance.charities[0], &request).await.unwrap();
        request.commitment
    }

    /// One child, helped by one member and looked up by the other.
    async fn help(&self, index: usize) -> Planted {
        let [one, other] = self.alliance.charities.as_slice() else { panic!("two charities") };
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

        let entry = entry(&one.code, registration, &tokens);
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
            concerned: [one.code.clone()].into(),
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
        member: &Party,
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
        let other = &self.alliance.charities[1];
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
        let (mut found, mut last) = (0, 0);
        for (at, byte) in bytes.iter().enumerate() {
            last = (last << 8 | usize::from(*byte)) & 0xFF_FFFF;
            if self.ends[last]
                && let Some(end) = bytes[..=at].last_chunk()
                && let Some(needles) = self.known.get(end)
            {
                found += usize::from(needles.iter().any(|needle| bytes[..=at].ends_with(needle)));
            }
        }
        found
    }
}

fn last_three([.., a, b, c]: &[u8; 8]) -> usize {
    usize::from(*a) << 16 | usize::from(*b) << 8 | usize::from(*c)
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

fn fresh_id() -> Id {
    Id(Uuid7::from_parts(1_790_000_000_000, random()))
}
