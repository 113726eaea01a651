//! Members with and without servers: the same scripts of operations, once over HTTP and once by files, leave the same
//! ledger. `TONGZHOU_SCRIPTS=1000` runs as many scripts; twenty if nothing is said.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::Value;
use tongzhou::{
    code::lists::{
        AidStatus, BurdenSource, ClaimState, ConsentPurpose, EntryClass, ReturnReason, SuspicionKind,
        SuspicionStatus,
    },
    json,
    keys::{Passphrase, PrivateKeys, WorkFactor},
    model::{
        AidEntry,
        primitive::{Count, List},
        texts::{DigestText, IdText, MonthText, OrganisationCodeText},
    },
    sealing::Identity as Opening,
    signing::SigningKey,
    value::{Instant, Money, Uuid7},
};
use tongzhou_client::{
    Client, ClientError, Done, Options, Patience, Surroundings, Task, TokenStep, Wish,
    outbox::{Desk, Exported, Outbox},
};
use tongzhou_exchange::{
    message::{
        claim::{Burden, Claim, Confirm, ExpenseToken, ReadClaim, Release, Reserve, Reverse},
        consent::{RegisterConsent, WithdrawConsent},
        lookup::{CloseIntent, SubjectToken},
        suspicion::RecordSuspicion,
        wire::{Amount, Hex32, Id, Organisation, Sum},
    },
    problem::Problem,
    token::{Identity, TokenKeyFile, normal},
};
use tongzhou_node::{
    batch::Office,
    config::Config,
    node::{Node, Parts, Running},
    registry::sweep,
};

use super::client_alliance::{Alliance, Party, Shape};

/// What a request came to: its answer or its problem, without moments and incidents.
type Verdict = Result<Value, String>;

/// One thing that a member does in a script.
#[derive(Clone, Debug)]
enum Step {
    Register {
        commitment: Hex32,
        purpose: ConsentPurpose,
    },
    Withdraw {
        commitment: Hex32,
    },
    LookUp {
        id: Id,
        child: usize,
        consent: Hex32,
    },
    Announce {
        id: Id,
        child: usize,
        consent: Hex32,
        class: EntryClass,
    },
    CloseIntent {
        of: usize,
    },
    Append {
        id: Id,
        record: Id,
        salt: Hex32,
        child: usize,
        consent: Hex32,
        status: AidStatus,
        supersedes: Option<Id>,
        withdraws: Option<Id>,
    },
    Reserve {
        id: Id,
        bill: usize,
        amount: i64,
        burden: i64,
        consent: Hex32,
    },
    Confirm {
        of: usize,
        wrong_fence: bool,
    },
    Release {
        of: usize,
    },
    Reverse {
        of: usize,
    },
    Read {
        of: usize,
    },
    State {
        id: Id,
        bill: usize,
        burden: i64,
    },
    Void {
        id: Id,
        bill: usize,
    },
    Expense {
        bill: usize,
        consent: Hex32,
    },
    WhoLooked {
        child: usize,
        consent: Hex32,
    },
    Suspect {
        id: Id,
        suspicion: Id,
        commitment: Hex32,
    },
}

/// Who does it.
struct Line {
    member: usize,
    step: Step,
    /// Whether files are carried after it; it is one that nothing later is put together with.
    carried: bool,
}

/// A source of numbers that a seed decides (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.chunks_mut(8).for_each(|chunk| {
            let next = self.next().to_le_bytes();
            chunk.copy_from_slice(&next[..chunk.len()]);
        });
        bytes
    }

    fn id(&mut self, now: Instant) -> Id {
        Id(Uuid7::from_parts(now.unix_millis().unsigned_abs(), self.bytes()))
    }

    fn hex(&mut self) -> Hex32 {
        Hex32(self.bytes())
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

fn script(dice: &mut Dice, now: Instant) -> Vec<Line> {
    let purposes =
        [ConsentPurpose::DuplicateCheck, ConsentPurpose::AidRegistration, ConsentPurpose::ExpenseClaim];
    let mut consents: Vec<(usize, Hex32)> = Vec::new();
    let mut lines = Vec::new();
    for member in 0..2 {
        for purpose in purposes {
            let commitment = dice.hex();
            consents.push((member, commitment));
            lines.push(Line { member, step: Step::Register { commitment, purpose }, carried: false });
        }
    }
    let (mut reserved, mut announced, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..10 + dice.below(8) {
        let member = dice.below(2);
        // Mostly one's own and of the right purpose; now and then another's.
        let consent = |dice: &mut Dice, purpose: usize| match dice.below(8) {
            0 => consents[dice.below(consents.len())].1,
            _ => consents[member * 3 + purpose].1,
        };
        let id = dice.id(now);
        let mine = |all: &[(usize, usize)]| -> Vec<usize> {
            all.iter().filter(|(of, _)| *of == member).map(|(_, at)| *at).collect()
        };
        let line = lines.len();
        let step = match dice.below(16) {
            0 => Step::LookUp { id, child: dice.below(3), consent: consent(dice, 0) },
            1 => {
                announced.push((member, line));
                let class = *dice.of(&[EntryClass::Medical, EntryClass::Living]);
                Step::Announce { id, child: dice.below(3), consent: consent(dice, 0), class }
            }
            2 => match mine(&announced).as_slice() {
                [] => continue,
                all => Step::CloseIntent { of: *dice.of(all) },
            },
            3..=5 => {
                let earlier: Option<Id> =
                    entries.iter().rev().find(|(of, _)| *of == member).map(|(_, id)| *id);
                let (supersedes, withdraws) = match dice.below(4) {
                    0 => (earlier, None),
                    1 => (None, earlier),
                    _ => (None, None),
                };
                entries.push((member, id));
                let status = *dice.of(&[AidStatus::Promised, AidStatus::Paid]);
                let (record, salt, child) = (dice.id(now), dice.hex(), dice.below(3));
                Step::Append {
                    id,
                    record,
                    salt,
                    child,
                    consent: consent(dice, 1),
                    status,
                    supersedes,
                    withdraws,
                }
            }
            6..=8 => {
                reserved.push((member, line));
                let burden = *dice.of(&[800_000, 500_000, 0]);
                let amount = 1 + i64::try_from(dice.below(500_000)).unwrap();
                Step::Reserve { id, bill: dice.below(3), amount, burden, consent: consent(dice, 2) }
            }
            9 | 10 => match mine(&reserved).as_slice() {
                [] => continue,
                all => Step::Confirm { of: *dice.of(all), wrong_fence: dice.below(6) == 0 },
            },
            11 => match mine(&reserved).as_slice() {
                [] => continue,
                all => match dice.below(3) {
                    0 => Step::Release { of: *dice.of(all) },
                    1 => Step::Reverse { of: *dice.of(all) },
                    _ => Step::Read { of: *dice.of(all) },
                },
            },
            12 => {
                Step::State { id, bill: dice.below(3), burden: i64::try_from(dice.below(900_000)).unwrap() }
            }
            13 => match dice.below(3) {
                0 => Step::Void { id, bill: dice.below(3) },
                1 => Step::Expense { bill: dice.below(3), consent: consent(dice, 2) },
                _ => Step::WhoLooked { child: dice.below(3), consent: consent(dice, 0) },
            },
            14 => Step::Suspect { id, suspicion: dice.id(now), commitment: dice.hex() },
            _ if dice.below(2) == 0 => Step::Withdraw { commitment: consent(dice, 0) },
            _ => continue,
        };
        lines.push(Line { member, step, carried: dice.below(3) == 0 });
    }
    lines
}

/// What of earlier lines later ones rest on.
#[derive(Default)]
struct Learnt {
    /// The claim and its bill, by the line that reserved it.
    claims: BTreeMap<usize, (Option<Claim>, ExpenseToken)>,
    /// The intent and its child, by the line that announced it.
    intents: BTreeMap<usize, (Id, Vec<SubjectToken>)>,
}

impl Step {
    /// Whether tokens are made first, which takes another round of files.
    fn needs_tokens(&self) -> bool {
        !matches!(
            self,
            Self::Register { .. }
                | Self::Withdraw { .. }
                | Self::CloseIntent { .. }
                | Self::Confirm { .. }
                | Self::Release { .. }
                | Self::Reverse { .. }
                | Self::Read { .. }
                | Self::Suspect { .. }
        )
    }

    /// The line whose answer has to be there first.
    fn rests_on(&self) -> Option<usize> {
        match self {
            Self::CloseIntent { of }
            | Self::Confirm { of, .. }
            | Self::Release { of }
            | Self::Reverse { of }
            | Self::Read { of } => Some(*of),
            _ => None,
        }
    }

    fn task(&self, client: &Client, case: &Case, learnt: &Learnt) -> Option<Task> {
        let children = |child: usize, consent: Hex32| {
            TokenStep::begin(client, &[case.children[child].clone()], consent).unwrap()
        };
        let bills = |bill: usize, consent: Hex32| {
            TokenStep::begin(client, &[case.bills[bill].clone()], consent).unwrap()
        };
        let burden =
            |fen: i64| Burden { amount: Sum(Money::from_fen(fen).unwrap()), source: BurdenSource::Payments };
        let claim = |of: &usize| learnt.claims.get(of).cloned();
        Some(match self {
            Self::Register { commitment, purpose } => Task::plain(&RegisterConsent {
                commitment: *commitment,
                recipient: client.us().clone(),
                purpose: *purpose,
                may_name_member: true,
                valid_days: Count::saturating(30),
            }),
            Self::Withdraw { commitment } => {
                Task::plain(&WithdrawConsent { commitment: *commitment, reason: None })
            }
            Self::LookUp { id, child, consent } => {
                Task::look_up(*id, ConsentPurpose::DuplicateCheck, children(*child, *consent))
            }
            Self::Announce { id, child, consent, class } => {
                Task::announce(*id, *class, case.month.parse().unwrap(), children(*child, *consent))
            }
            Self::CloseIntent { of } => {
                let (intent_id, tokens) = learnt.intents.get(of)?.clone();
                Task::plain(&CloseIntent { intent_id, tokens: List::first(tokens) })
            }
            Self::Append { id, record, salt, child, consent, status, supersedes, withdraws } => {
                let text = |id: &Id| IdText::new(id.to_string()).unwrap();
                let entry = AidEntry::builder()
                    .entry_id(text(id))
                    .aid_record_id(text(record))
                    .member(OrganisationCodeText::new(client.us().to_string()).unwrap())
                    .tokens([].into())
                    .coverage_class(EntryClass::Medical)
                    .month(MonthText::new(case.month.clone()).unwrap())
                    .status(*status)
                    .consent_commitment(DigestText::new(consent.to_string()).unwrap())
                    .salt(DigestText::new(salt.to_string()).unwrap())
                    .maybe_supersedes(supersedes.as_ref().map(text))
                    .maybe_withdraws(withdraws.as_ref().map(text))
                    .build();
                Task::append(&entry, children(*child, *consent))
            }
            Self::Reserve { id, bill, amount, burden: of, consent } => {
                let wish = Wish {
                    claim_id: *id,
                    amount: Amount(Money::from_fen(*amount).unwrap()),
                    burden: burden(*of),
                    hold_days: None,
                    aid_record_id: None,
                };
                Task::reserve(&wish, bills(*bill, *consent))
            }
            Self::Confirm { of, wrong_fence } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                let fence = if *wrong_fence { claim.fence.get() + 1 } else { claim.fence.get() };
                let fence = tongzhou::model::primitive::Size::saturating(fence);
                Task::plain(&Confirm { claim_id: claim.claim_id, expense, fence })
            }
            Self::Release { of } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                Task::plain(&Release { claim_id: claim.claim_id, expense })
            }
            Self::Reverse { of } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                Task::plain(&Reverse {
                    claim_id: claim.claim_id,
                    expense,
                    reason: ReturnReason::HospitalRefund,
                })
            }
            Self::Read { of } => {
                let (Some(claim), expense) = claim(of)? else { return None };
                Task::plain(&ReadClaim { claim_id: claim.claim_id, expense })
            }
            Self::State { id, bill, burden: of } => {
                Task::state_burden(*id, burden(*of), bills(*bill, case.any_consent))
            }
            Self::Void { id, bill } => Task::void(*id, bills(*bill, case.any_consent)),
            Self::Expense { bill, consent } => Task::read_expense(bills(*bill, *consent)),
            Self::WhoLooked { child, consent } => Task::who_looked(children(*child, *consent)),
            Self::Suspect { id, suspicion, commitment } => Task::plain(&RecordSuspicion {
                record_id: *id,
                suspicion_id: *suspicion,
                kind: SuspicionKind::ALL[0],
                status: SuspicionStatus::ALL[0],
                resolutions: [].into(),
                concerned: [].into(),
                commitment: *commitment,
            }),
        })
    }

    fn learn(&self, line: usize, done: &Done, learnt: &mut Learnt) {
        match self {
            Self::Reserve { .. } => {
                let expense = done.tokens[0].expense().unwrap();
                let claim = done.read::<Reserve>().ok().filter(|claim| claim.state == ClaimState::Held);
                learnt.claims.insert(line, (claim, expense));
            }
            Self::Announce { id, .. } => {
                let tokens = done.tokens.iter().filter_map(tongzhou_exchange::token::Token::subject);
                learnt.intents.insert(line, (*id, tokens.collect()));
            }
            _ => {}
        }
    }
}

use tongzhou::code::Code as _;

/// The children and bills of one script.
struct Case {
    children: Vec<Identity>,
    bills: Vec<Identity>,
    any_consent: Hex32,
    month: String,
}

impl Case {
    fn new(number: u32, now: Instant) -> Self {
        let child = |place: u32| {
            let admission = format!("SCRIPT{number:06}{place}");
            Identity::institution_admission("531000000000000008", &admission).unwrap()
        };
        let bill = |place: u32| {
            let digits = format!("{:010}", number * 10 + place);
            Identity::bill(&normal::bill_number(Some("11060125"), &digits).unwrap())
        };
        Self {
            children: (0..3).map(child).collect(),
            bills: (0..3).map(bill).collect(),
            any_consent: Hex32([7; 32]),
            month: now.china_date().to_string()[..7].to_owned(),
        }
    }
}

/// A node in its folder, and the members that ask it.
struct Side {
    folder: PathBuf,
    config: String,
}

impl Side {
    fn new(name: &str, alliance: &Alliance) -> Self {
        let folder = std::env::temp_dir().join(format!("tongzhou-by-file-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("stick")).unwrap();
        fs::write(folder.join("directory.json"), &alliance.document).unwrap();
        fs::write(folder.join("directory.jws.json"), &alliance.signatures).unwrap();
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let registry = &alliance.registry;
        let keys = PrivateKeys::new(Some(registry.key()), Some(registry.identity.clone()));
        fs::write(folder.join("node.key"), keys.lock(&passphrase, WorkFactor::QUICK).unwrap()).unwrap();
        let shares = registry.shares.iter().enumerate().map(|(place, share)| {
            let name = format!("share-{place}.key");
            let file = TokenKeyFile::lock(share, &passphrase, WorkFactor::QUICK).unwrap();
            fs::write(folder.join(&name), file).unwrap();
            format!("\"{name}\"")
        });
        let shares = shares.collect::<Vec<_>>().join(", ");
        let config = format!(
            "listen = \"127.0.0.1:0\"\nroles = [\"registry\", \"evaluator\"]\n\n[directory]\nboard = \"{}\"\n\n\
             [evaluator]\nshares = [{shares}]\nquota = 10000000\n\n[limits]\nrequests-per-minute = 100000000\n\
             requests-per-minute-of-address = 100000000\n",
            alliance.fingerprint
        );
        Self { folder, config }
    }

    fn config(&self) -> Config {
        let environment = [
            ("TONGZHOU_NODE_PASSPHRASE".to_owned(), PASSPHRASE.to_owned()),
            // The same on both sides, so that the same token is the same row.
            ("TONGZHOU_NODE_PEPPER".to_owned(), "5a".repeat(32)),
        ];
        Config::read(&self.config, &self.folder, environment).unwrap()
    }

    /// Every row of the registry, without moments, salts and what the housekeeping of a running node does at times of
    /// its own.
    fn ledger(&self) -> BTreeMap<String, Vec<String>> {
        let database = rusqlite::Connection::open(self.folder.join("data/node.db")).unwrap();
        let tables = [
            "expense",
            "burden",
            "statement",
            "claim",
            "outbox",
            "question",
            "consent",
            "aid_entry",
            "intent",
            "access",
            "notice",
            "suspicion",
            "suspicion_record",
        ];
        tables.into_iter().map(|table| (table.to_owned(), rows(&database, table))).collect()
    }
}

impl Drop for Side {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn rows(database: &rusqlite::Connection, table: &str) -> Vec<String> {
    let mut columns = database.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    let columns: Vec<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let timeless = |name: &&String| {
        !name.ends_with("_at")
            && !["at", "valid_until", "salt", "record", "erased_rows"].contains(&name.as_str())
    };
    let kept: Vec<&str> = columns.iter().filter(timeless).map(String::as_str).collect();
    let mut select = database.prepare(&format!("SELECT {} FROM {table}", kept.join(", "))).unwrap();
    let mut all: Vec<String> = select
        .query_map([], |row| {
            Ok((0..kept.len())
                .map(|at| format!("{:?}", row.get_ref(at).unwrap()))
                .collect::<Vec<_>>()
                .join(" | "))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    all.sort();
    all
}

/// Members that ask over HTTP.
struct ByHttp {
    clients: Vec<Client>,
    node: Running,
}

impl ByHttp {
    async fn start(side: &Side, alliance: &Alliance) -> Self {
        let node = Node::start(side.config()).await.unwrap();
        let client = |party: &Party| {
            let mut options = Options::default();
            options.patience = Patience { deadline: Duration::from_secs(60), ..options.patience };
            options.addresses.insert(alliance.registry.code.clone(), node.url().parse().unwrap());
            let (directory, surroundings) = (alliance.directory(), Surroundings::system());
            Client::over_http(&directory, party.code.clone(), party.key(), surroundings, &options).unwrap()
        };
        Self { clients: alliance.charities.iter().map(client).collect(), node }
    }

    async fn run(&self, lines: &[Line], case: &Case) -> Vec<Verdict> {
        let mut learnt = Learnt::default();
        let mut verdicts = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            let client = &self.clients[line.member];
            let Some(task) = line.step.task(client, case, &learnt) else {
                verdicts.push(Err("nothing to do".to_owned()));
                continue;
            };
            verdicts.push(match task.run(client).await {
                Ok(done) => {
                    line.step.learn(number, &done, &mut learnt);
                    Ok(timeless(&done.answer))
                }
                Err(error) => Err(refused(&error)),
            });
        }
        verdicts
    }
}

/// Members that carry files.
struct ByFile<'a> {
    alliance: &'a Alliance,
    side: &'a Side,
    parts: Parts,
    /// With which tasks are made.
    makers: Vec<Client>,
    round: u32,
}

impl<'a> ByFile<'a> {
    async fn start(side: &'a Side, alliance: &'a Alliance, makers: Vec<Client>) -> Self {
        let parts = Parts::prepare(&side.config()).await.unwrap();
        Self { alliance, side, parts, makers, round: 0 }
    }

    async fn run(&mut self, lines: &[Line], case: &Case, dice: &mut Dice) -> Vec<Verdict> {
        let mut learnt = Learnt::default();
        let mut verdicts: Vec<Option<Verdict>> = vec![None; lines.len()];
        // What was put in and is not answered yet, by its outbox.
        let mut waiting: Vec<(usize, usize, Id)> = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            // Only what takes as many rounds goes together, so that everything is done in the order of the script; and
            // only of one member, since each has a file of its own.
            let alone = waiting.iter().any(|(of, member, _)| {
                lines[*of].step.needs_tokens() != line.step.needs_tokens() || *member != line.member
            });
            let rests = line.step.rests_on().is_some_and(|of| waiting.iter().any(|(at, ..)| *at == of));
            if alone || rests {
                self.carry(&mut waiting, lines, &mut verdicts, &mut learnt, dice).await;
            }
            let Some(task) = line.step.task(&self.makers[line.member], case, &learnt) else {
                verdicts[number] = Some(Err("nothing to do".to_owned()));
                continue;
            };
            let job = self.put(line.member, &task).await;
            waiting.push((number, line.member, job));
            if line.carried {
                self.carry(&mut waiting, lines, &mut verdicts, &mut learnt, dice).await;
            }
        }
        self.carry(&mut waiting, lines, &mut verdicts, &mut learnt, dice).await;
        verdicts.into_iter().map(Option::unwrap).collect()
    }

    fn outbox(&self, member: usize) -> Outbox {
        Outbox::open(&self.side.folder.join(format!("outbox-{member}"))).unwrap()
    }

    async fn put(&self, member: usize, task: &Task) -> Id {
        let (directory, key, identities) = self.desk(member);
        let desk = desk(&directory, &key, &identities, &self.alliance.charities[member]);
        self.outbox(member).put(&desk, task).await.unwrap().job_id
    }

    fn desk(&self, member: usize) -> (tongzhou::directory::Directory, SigningKey, Vec<Opening>) {
        let party = &self.alliance.charities[member];
        (self.alliance.directory(), party.key(), vec![party.identity.clone()])
    }

    /// There and back, as often as it takes; files get lost and come twice on the way.
    async fn carry(
        &mut self,
        waiting: &mut Vec<(usize, usize, Id)>,
        lines: &[Line],
        verdicts: &mut [Option<Verdict>],
        learnt: &mut Learnt,
        dice: &mut Dice,
    ) {
        let Some((_, member, _)) = waiting.first().copied() else { return };
        let (directory, key, identities) = self.desk(member);
        let us = &self.alliance.charities[member];
        let mut again = false;
        loop {
            let desk = desk(&directory, &key, &identities, us);
            self.round += 1;
            let stick = self.side.folder.join("stick").join(self.round.to_string());
            fs::create_dir_all(&stick).unwrap();
            let files = self.outbox(member).export(&desk, &stick, again).await.unwrap();
            again = false;
            if files.is_empty() {
                break;
            }
            for file in &files {
                let answers = self.answered(file).await;
                match dice.below(6) {
                    // The answers are lost on their way; the same file is handed in again later.
                    0 => again = true,
                    // The same file is handed in twice.
                    1 => {
                        let once_more = self.answered(file).await;
                        self.outbox(member).import(&desk, &answers).await.unwrap();
                        self.outbox(member).import(&desk, &once_more).await.unwrap();
                    }
                    _ => {
                        self.outbox(member).import(&desk, &answers).await.unwrap();
                    }
                }
            }
            let _ = fs::remove_dir_all(&stick);
        }
        let jobs = self.outbox(member).jobs();
        for (number, _, id) in waiting.drain(..) {
            let job = jobs.iter().find(|job| job.job_id == id).unwrap();
            let outcome = job.outcome.as_ref().unwrap();
            verdicts[number] = Some(match (&outcome.answer, &outcome.problem) {
                (Some(answer), _) => {
                    learn(&lines[number].step, number, outcome, learnt);
                    Ok(timeless(answer.as_bytes()))
                }
                (None, Some(problem)) => Err(told(problem)),
                (None, None) => Err("no token".to_owned()),
            });
        }
        // Outboxes are read whole at every step; a new one for what comes keeps a thousand scripts short.
        let _ = fs::remove_dir_all(self.side.folder.join(format!("outbox-{member}")));
    }

    async fn answered(&self, file: &Exported) -> Vec<u8> {
        let directory = self.alliance.directory();
        let office = Office {
            answers: &self.parts.roles,
            directory: &directory,
            us: self.alliance.registry.code.clone(),
            key: &self.parts.key,
            identities: &self.parts.identities,
        };
        let now = Surroundings::system().now().unwrap();
        office.import(&fs::read(&file.path).unwrap(), now).await.unwrap().file
    }
}

fn desk<'d>(
    directory: &'d tongzhou::directory::Directory,
    key: &'d SigningKey,
    identities: &'d [Opening],
    us: &Party,
) -> Desk<'d> {
    let us: Organisation = us.code.clone();
    Desk { directory, us, key, identities, surroundings: Surroundings::system() }
}

fn learn(step: &Step, number: usize, outcome: &tongzhou_client::outbox::Outcome, learnt: &mut Learnt) {
    match step {
        Step::Reserve { .. } => {
            let claim: Option<Claim> = outcome.answer.as_deref().and_then(|text| json::from_str(text).ok());
            let claim = claim.filter(|claim| claim.state == ClaimState::Held);
            learnt.claims.insert(number, (claim, outcome.expense.clone().unwrap()));
        }
        Step::Announce { id, .. } => {
            learnt.intents.insert(number, (*id, outcome.subjects.clone()));
        }
        _ => {}
    }
}

/// An answer without moments.
fn timeless(answer: &[u8]) -> Value {
    fn forget(value: &mut Value) {
        match value {
            Value::String(text) if text.parse::<Instant>().is_ok() => *text = "a moment".to_owned(),
            Value::Array(all) => all.iter_mut().for_each(forget),
            Value::Object(all) => all.values_mut().for_each(forget),
            _ => {}
        }
    }
    let mut value = serde_json::from_slice(answer).unwrap();
    forget(&mut value);
    value
}

fn refused(error: &ClientError) -> String {
    error.problem().map_or_else(|| format!("{error:?}"), told)
}

fn told(problem: &Problem) -> String {
    let problem = Problem { incident: None, ..problem.clone() };
    format!("{:?} {:?} {:?}", problem.code, problem.left, problem.findings)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_and_http_leave_the_same_ledger() {
    let scripts: u32 = std::env::var("TONGZHOU_SCRIPTS").ok().map_or(20, |text| text.parse().unwrap());
    let seed = std::env::var("TONGZHOU_SEED").ok().map_or(20_261_122, |text| text.parse().unwrap());
    let now = Surroundings::system().now().unwrap();
    let alliance = Alliance::found(&Shape { threshold: 1, evaluators: 0, charities: 2 }, now);
    let (http, file) = (Side::new("http", &alliance), Side::new("file", &alliance));
    let by_http = ByHttp::start(&http, &alliance).await;
    let mut by_file = ByFile::start(&file, &alliance, by_http.clients.clone()).await;
    let other = Parts::prepare(&http.config()).await.unwrap();
    let (mut refusals, mut answers) = (0, 0);
    for number in 0..scripts {
        let case = Case::new(number, now);
        let mut dice = Dice(seed + u64::from(number));
        let lines = script(&mut dice, now);
        let over_http = by_http.run(&lines, &case).await;
        let in_files = by_file.run(&lines, &case, &mut dice).await;
        for (place, (one, other)) in over_http.iter().zip(&in_files).enumerate() {
            let step = &lines[place].step;
            assert_eq!(one, other, "seed {seed}, script {number}, line {place}: {step:?}");
        }
        refusals += over_http.iter().filter(|verdict| verdict.is_err()).count();
        answers += over_http.iter().filter(|verdict| verdict.is_ok()).count();
        if (number + 1).is_multiple_of(20) || number + 1 == scripts {
            for parts in [&other, &by_file.parts] {
                sweep(parts.roles.registry.as_ref().unwrap()).await.unwrap();
            }
            let (one, two) = (http.ledger(), file.ledger());
            for (table, rows) in &one {
                assert_eq!(rows, &two[table], "seed {seed}, after script {number}: {table}");
            }
            assert!(one["claim"].len() > 3 && one["aid_entry"].len() > 3, "the scripts do too little");
        }
    }
    // Both kinds of outcome are compared.
    assert!(answers > 5 * scripts as usize && refusals > scripts as usize / 2, "{answers} and {refusals}");
    by_http.node.stop().await;
    assert!(Path::new(&file.folder).exists());
}

const PASSPHRASE: &str = "published test passphrase";
