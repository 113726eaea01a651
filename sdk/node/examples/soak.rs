//! How much memory a node takes, and whether it stays at that: members ask everything of it, rightly and wrongly, for as
//! many seconds as the first number says, while as many connections as the second says are held open without a word.
//! The node's memory is looked at from outside.
//!
//! ```text
//! cargo run --release -p tongzhou-node --example soak -- 3600 10000
//! ```
//!
//! Ends with 1 where the node needs more towards the end than after its first tenth, by a quarter and 16 MiB, or where it
//! answered otherwise than it should. Linux only, since memory is read from `/proc`.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../tests/it/alliance.rs"]
#[allow(dead_code, unreachable_pub)]
mod alliance;

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, ExitCode, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{io::AsyncReadExt, net::TcpStream};
use tongzhou::{
    code::lists::{AidStatus, BurdenSource, ConsentPurpose, EntryClass, TokenKind, TokenSuite},
    model::{AidEntry, aid_entry::EntryToken, primitive::Count},
};
use tongzhou_client::{Client, ClientError};
use tongzhou_exchange::{
    message::{
        aid::AppendEntry,
        claim::{Burden, Confirm, ExpenseToken, Release, Reserve},
        consent::RegisterConsent,
        lookup::{LookUp, SubjectToken},
        notice::ListNotices,
        wire::{Hex32, Id, TokenValue},
    },
    problem::ProblemKind,
};
use tongzhou_node::node::until_told;

use alliance::{Alliance, Folder, Holder, now};

/// Places for those who ask, besides those who say nothing.
const ASKING: usize = 64;
const EACH: usize = 8;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["node", folder, idle] => serve(folder, idle.parse().unwrap()).await,
        [seconds, idle] => load(Duration::from_secs(seconds.parse().unwrap()), idle.parse().unwrap()).await,
        _ => {
            println!("how many seconds, and how many idle connections?");
            ExitCode::FAILURE
        }
    }
}

/// The node, in a process of its own.
async fn serve(folder: &str, idle: usize) -> ExitCode {
    let limits = format!(
        "[limits]\nconnections = {}\nrequests-per-minute = 100000000\nrequests-per-minute-of-address = 100000000\n",
        idle + ASKING
    );
    let running = Alliance::new().start(folder.as_ref(), &limits).await;
    println!("{}", running.url());
    until_told().await;
    running.stop().await;
    ExitCode::SUCCESS
}

async fn load(long: Duration, idle: usize) -> ExitCode {
    let (alliance, folder) = (Alliance::new(), Folder::new());
    alliance.set_up(&folder.0);
    let mut node = Command::new(env::current_exe().unwrap())
        .args(["node".as_ref(), folder.0.as_os_str(), idle.to_string().as_ref()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    BufReader::new(node.stdout.as_mut().unwrap()).read_line(&mut url).unwrap();

    let (asked, wrong) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let until = Instant::now() + long;
    let open = hold(url.trim(), idle);
    let mut tasks = Vec::new();
    for holder in [&alliance.charity, &alliance.other] {
        let member = Member::new(&alliance, holder, url.trim());
        let consents = member.consents().await;
        for _ in 0..EACH {
            let (member, consents) = (member.clone(), consents.clone());
            let (asked, wrong) = (Arc::clone(&asked), Arc::clone(&wrong));
            tasks.push(tokio::spawn(async move {
                while Instant::now() < until {
                    if let Err(error) = member.round(&consents).await {
                        println!("not as it should be: {error}");
                        wrong.fetch_add(1, Ordering::Relaxed);
                    }
                    asked.fetch_add(8, Ordering::Relaxed);
                }
            }));
        }
    }

    let mut sizes = Vec::new();
    let step = (long / 60).max(Duration::from_secs(1));
    while Instant::now() < until {
        tokio::time::sleep(step).await;
        sizes.push(resident(&node));
        let (asked, mib) = (asked.load(Ordering::Relaxed), sizes.last().unwrap() / 1024);
        println!("{asked} requests, {} connections idle, {mib} MiB", open.load(Ordering::Relaxed));
    }
    for task in tasks {
        task.await.unwrap();
    }
    node.kill().unwrap();
    node.wait().unwrap();
    judge(&sizes, asked.load(Ordering::Relaxed), wrong.load(Ordering::Relaxed))
}

/// Holds so many connections open, and opens each again that the node closes.
fn hold(url: &str, idle: usize) -> Arc<AtomicU64> {
    let address: SocketAddr = url.trim_start_matches("http://").parse().unwrap();
    let open = Arc::new(AtomicU64::new(0));
    for _ in 0..idle {
        let open = Arc::clone(&open);
        tokio::spawn(async move {
            loop {
                if let Ok(mut stream) = TcpStream::connect(address).await {
                    open.fetch_add(1, Ordering::Relaxed);
                    let _ = stream.read(&mut [0]).await;
                    open.fetch_sub(1, Ordering::Relaxed);
                } else {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        });
    }
    open
}

fn judge(sizes: &[u64], asked: u64, wrong: u64) -> ExitCode {
    let tenth = (sizes.len() / 10).max(1);
    let most = |part: &[u64]| part.iter().copied().max().unwrap_or(0);
    let (early, late) = (most(&sizes[..(2 * tenth).min(sizes.len())]), most(&sizes[sizes.len() - tenth..]));
    println!("{asked} requests, {wrong} answered wrongly; at most {} KiB early, {} KiB late", early, late);
    if wrong == 0 && asked > 0 && late <= early + early / 4 + 16 * 1024 {
        println!("flat");
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The memory of the node that is in use, in KiB.
fn resident(node: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", node.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// A member that asks.
#[derive(Clone)]
struct Member {
    code: &'static str,
    client: Client,
    plain: reqwest::Client,
    address: String,
}

/// By their purposes.
type Consents = BTreeMap<&'static str, Hex32>;

impl Member {
    fn new(alliance: &Alliance, holder: &Holder, url: &str) -> Self {
        let client = alliance.client(holder, url);
        Self { code: holder.code, client, plain: reqwest::Client::new(), address: url.to_owned() }
    }

    async fn consents(&self) -> Consents {
        let purposes = [
            ("ask", ConsentPurpose::DuplicateCheck),
            ("claim", ConsentPurpose::ExpenseClaim),
            ("tell", ConsentPurpose::AidRegistration),
        ];
        let mut consents = Consents::new();
        for (name, purpose) in purposes {
            let commitment = Hex32(random());
            let recipient = self.code.parse().unwrap();
            let consent = RegisterConsent {
                commitment,
                recipient,
                purpose,
                may_name_member: true,
                valid_days: Count::saturating(30),
            };
            self.client.ask(&consent).await.unwrap();
            consents.insert(name, commitment);
        }
        consents
    }

    /// Eight requests: six that are answered, one that is refused, one that is not even signed.
    async fn round(&self, consents: &Consents) -> Result<(), ClientError> {
        let client = &self.client;
        let id = || client.surroundings().fresh_id();
        let child = SubjectToken {
            suite: TokenSuite::Ristretto255Sha512,
            epoch: Count::saturating(1),
            kind: TokenKind::ResidentId,
            value: TokenValue(random()),
        };
        client
            .ask(&AppendEntry { document: entry(self.code, &child, consents["tell"], id()?, id()?) })
            .await?;
        let tokens = [child].into();
        let consent = consents["ask"];
        let lookup = LookUp { lookup_id: id()?, purpose: ConsentPurpose::DuplicateCheck, consent, tokens };
        assert_eq!(client.ask(&lookup).await?.aid.len(), 1);

        let expense = ExpenseToken {
            suite: TokenSuite::Ristretto255Sha512,
            epoch: Count::saturating(1),
            value: TokenValue(random()),
        };
        let reserve = |amount: &str, claim_id| Reserve {
            claim_id,
            expense: expense.clone(),
            amount: amount.parse().unwrap(),
            burden: Burden { amount: "100.00".parse().unwrap(), source: BurdenSource::Payments },
            consent: consents["claim"],
            hold_days: None,
            aid_record_id: None,
        };
        let (first, second) = (id()?, id()?);
        let claim = client.ask(&reserve("60.00", first)).await?;
        let refused = client.ask(&reserve("60.00", second)).await;
        assert!(refused.is_err_and(|error| error.is(ProblemKind::OverBurden)));
        client.ask(&Confirm { claim_id: first, expense: expense.clone(), fence: claim.fence }).await?;
        client.ask(&reserve("40.00", second)).await?;
        client.ask(&Release { claim_id: second, expense: expense.clone() }).await?;
        client.ask(&ListNotices { at_most: Count::saturating(100) }).await?;
        let post = self.plain.post(format!("{}/v1/claims/read", self.address));
        let unsigned = post.header("content-type", "application/json").body("{").send();
        assert_eq!(unsigned.await.map(|answer| answer.status().as_u16()).unwrap_or(401), 401);
        Ok(())
    }
}

fn entry(member: &str, child: &SubjectToken, consent: Hex32, entry: Id, record: Id) -> Vec<u8> {
    let token = EntryToken {
        suite: child.suite,
        epoch: child.epoch,
        kind: child.kind,
        value: child.value.to_string().parse().unwrap(),
    };
    let month = now().china_date().to_string()[..7].parse().unwrap();
    let entry = AidEntry::builder()
        .entry_id(entry.to_string().parse().unwrap())
        .aid_record_id(record.to_string().parse().unwrap())
        .member(member.parse().unwrap())
        .tokens([token].into())
        .coverage_class(EntryClass::Medical)
        .month(month)
        .status(AidStatus::Paid)
        .consent_commitment(consent.to_string().parse().unwrap())
        .salt(Hex32(random()).to_string().parse().unwrap())
        .build();
    serde_json::to_vec(&entry).unwrap()
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}
