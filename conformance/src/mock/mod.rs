//! The peers that a client meets 模拟对方: a registry, evaluators and a member that misbehave on purpose, write down what a
//! client under test does, and judge it. `conformance/CLIENT.md` is its text.
//!
//! What is done and how peers behave stands in the [scenarios](scenario); the nodes behind the door are real ones. What is
//! expected is written by hand, but for the values of tokens: those are made here, since nobody else holds all shares.

mod alliance;
mod door;
mod folder;
mod forward;
mod inside;
mod judge;
mod nodes;
mod papers;
mod record;
pub mod scenario;
mod tamper;
mod watch;

use std::{
    collections::HashMap,
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant as Moment},
};

use serde_json::Value;
use thiserror::Error;
use tokio::{net::TcpListener, task::JoinHandle, time::sleep};
use tongzhou::{clock, directory::DirectoryFault, json, model, signing::VerifyingKey, value::Instant};
use tongzhou_client::ClientError;
use tongzhou_node::node::StartError;

pub use alliance::Peer;
pub use watch::watched;

use self::{
    alliance::Alliance,
    forward::Forward,
    nodes::Nodes,
    papers::{Member, Papers},
    record::Record,
    scenario::Scenario,
};
use crate::{
    report::{Report, SUITE, Target, TargetKind},
    tenant::TenantFault,
    vector::STANDARD,
};

/// What a mock is started with.
#[derive(Debug)]
pub struct Settings<'s> {
    /// The entries of members: that of the client under test first.
    pub entries: &'s [Vec<u8>],
    /// Where it listens; port 0 is any.
    pub listen: SocketAddr,
    /// By which address the client reaches it, without a slash at the end, where that is another.
    pub public_url: Option<&'s str>,
    /// What is to be done.
    pub scenarios: Vec<Scenario>,
    /// Where papers and instructions are written, a folder that is new or empty.
    pub folder: &'s Path,
}

/// Peers that run.
pub struct Mock {
    shared: Arc<Shared>,
    nodes: Nodes,
    door: JoinHandle<()>,
    folder: PathBuf,
}

/// How far a run has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many scenarios can be judged.
    pub done: usize,
    /// Of how many.
    pub all: usize,
    /// The first that is still to be done.
    pub waiting_for: Option<String>,
    /// For how long no request has come.
    pub quiet: Duration,
}

/// Why no peers run.
#[derive(Debug, Error)]
pub enum MockFault {
    /// The directory cannot be made, as with an entry that is not taken.
    #[error(transparent)]
    Tenant(#[from] TenantFault),
    /// The directory that was made cannot be relied on.
    #[error(transparent)]
    Directory(#[from] DirectoryFault),
    /// The first entry is none of a member that signs.
    #[error("the entry of the client under test lists no signing key")]
    NoClient,
    /// The folder holds something.
    #[error("the folder is not empty")]
    FolderInUse,
    /// It would listen everywhere, and no address is said by which it is reached: what is signed names it.
    #[error("{0} is no address by which the peers are reached")]
    NoAddress(SocketAddr),
    /// It cannot listen there.
    #[error("cannot listen on {0}")]
    Listen(SocketAddr, #[source] io::Error),
    /// A node does not start.
    #[error(transparent)]
    Node(#[from] StartError),
    /// The suite's own member could not ask.
    #[error(transparent)]
    Own(#[from] ClientError),
    /// Keys could not be made.
    #[error("the keys of the peers cannot be made")]
    Keys,
    /// The papers are not as they were shipped.
    #[error("the papers of the scenarios are not as they were shipped")]
    Papers,
    /// The clock is wrong.
    #[error("the clock is wrong")]
    Clock,
    /// There are no random numbers.
    #[error("the system gives no random numbers")]
    Random,
    /// HTTP cannot be set up here.
    #[error("HTTP cannot be set up")]
    Http,
    /// A file.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What all connections share.
struct Shared {
    alliance: Alliance,
    scenarios: Vec<Scenario>,
    expected: Vec<Expected>,
    client: Tested,
    base: String,
    forward: Forward,
    record: Mutex<Record>,
    started: Moment,
}

/// Who is tested.
struct Tested {
    code: String,
    name: String,
    keys: Vec<VerifyingKey>,
}

/// What the papers of a scenario have to lead to.
#[derive(Debug, Default)]
struct Expected {
    /// Tokens of the child, as requests write them.
    tokens: Vec<Value>,
    /// The token of the bill, likewise.
    expense: Option<Value>,
    /// Commitments, and for what each is.
    commitments: Vec<(String, &'static str)>,
    /// What must not be sent.
    secrets: Vec<String>,
}

impl Mock {
    /// Founds the alliance, starts its nodes, writes the folder and listens.
    ///
    /// # Errors
    /// Where any of it cannot be done; nothing runs then.
    pub async fn start(settings: Settings<'_>) -> Result<Self, MockFault> {
        let Settings { entries, listen, public_url, scenarios, folder } = settings;
        let now = now()?;
        if listen.ip().is_unspecified() && public_url.is_none() {
            return Err(MockFault::NoAddress(listen));
        }
        let listener = TcpListener::bind(listen).await.map_err(|error| MockFault::Listen(listen, error))?;
        let address = listener.local_addr().map_err(|error| MockFault::Listen(listen, error))?;
        let base = public_url.map_or_else(|| format!("http://{address}"), str::to_owned);
        let alliance = Alliance::found(entries, &base, now)?;
        let client = Tested::of(entries, &alliance, now)?;
        folder::make(folder)?;
        let member = Member { code: &client.code, name: &client.name };
        let papers =
            scenarios.iter().enumerate().map(|(number, scenario)| Papers::of(scenario, number, member, now));
        let papers: Vec<Papers> = papers.collect::<Result<_, _>>()?;
        folder::write(folder, &alliance.tenant, &base, &scenarios, &papers)?;
        let expected =
            scenarios.iter().zip(papers).map(|(scenario, papers)| Expected::of(scenario, papers, &alliance));
        let expected: Vec<Expected> = expected.collect::<Result<_, _>>()?;
        let nodes = Nodes::start(&alliance, &base, &folder.join(NODES)).await?;
        let forward = Forward { http: inside::http(ANSWER)?, nodes: nodes.addresses() };
        for scenario in scenarios.iter().filter(|scenario| scenario.intent_of_another) {
            let child = scenario.tokens.iter().map(|parts| papers::identity(parts));
            let child = child.collect::<Result<Vec<_>, _>>()?;
            inside::announce(&alliance, &base, &forward, &child, now).await?;
        }
        let record = Mutex::new(Record::new(marks(&expected)));
        let started = Moment::now();
        let shared =
            Arc::new(Shared { alliance, scenarios, expected, client, base, forward, record, started });
        let door = door::open(listener, Arc::clone(&shared));
        Ok(Self { shared, nodes, door, folder: folder.to_owned() })
    }

    /// What the address of each peer begins with.
    pub fn url(&self) -> &str {
        &self.shared.base
    }

    /// The address of a peer.
    pub fn address(&self, peer: Peer) -> String {
        format!("{}/{}/", self.shared.base, peer.path())
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let record = self.shared.record();
        let scenarios = self.shared.scenarios.iter().enumerate();
        let open: Vec<&Scenario> = scenarios
            .filter(|(number, _)| !judge::is_decided(&self.shared, &record, *number, &self.folder))
            .map(|(_, scenario)| scenario)
            .collect();
        let all = self.shared.scenarios.len();
        let last = record.requests.last().map_or(self.shared.started, |seen| seen.came);
        Progress {
            done: all.saturating_sub(open.len()),
            all,
            waiting_for: open.first().map(|scenario| scenario.id.clone()),
            quiet: last.elapsed(),
        }
    }

    /// Returns when every scenario can be judged and nothing more has come for a while, in which a client could have
    /// done what it must not. `tell` hears of each step.
    pub async fn until_done(&self, mut tell: impl FnMut(&Progress)) {
        loop {
            let progress = self.progress();
            tell(&progress);
            if progress.waiting_for.is_none() && progress.quiet >= QUIET {
                return;
            }
            sleep(LOOK).await;
        }
    }

    /// Stops everything and judges what was seen. The papers stay in their folder.
    pub async fn finish(self) -> Report {
        self.door.abort();
        let _ = self.door.await;
        self.nodes.stop().await;
        // Made-up data alone; what cannot be deleted does no harm.
        let _ = fs::remove_dir_all(self.folder.join(NODES));
        let record = self.shared.record();
        let mut checks = judge::checks(&self.shared, &record, &self.folder);
        checks.extend(watch::checks(&self.shared, &record));
        if record.overflowed {
            judge::not_all_was_seen(&mut checks);
        }
        let Tested { code, name, .. } = &self.shared.client;
        let (name, organisation) = (name.clone(), code.parse().ok());
        let target = Target { kind: TargetKind::Client, name, organisation, version: None };
        Report { suite: SUITE.to_owned(), standard: STANDARD.to_owned(), target, ran_at: None, checks }
    }
}

impl std::fmt::Debug for Mock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mock").field("url", &self.url()).finish_non_exhaustive()
    }
}

impl Shared {
    /// What was recorded. A panic elsewhere leaves it as true as it was.
    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tested {
    fn of(entries: &[Vec<u8>], alliance: &Alliance, now: Instant) -> Result<Self, MockFault> {
        let entry = entries.first().ok_or(MockFault::NoClient)?;
        let entry: model::Member<'_> = json::from_slice(entry).map_err(|_| MockFault::NoClient)?;
        let code = entry.organisation_code.as_str().to_owned();
        let member = alliance.directory.member_with_code(&code).ok_or(MockFault::NoClient)?;
        let ids = member.signing_keys.iter().map(|key| key.key.id());
        let keys: Vec<VerifyingKey> = ids
            .filter_map(|id| alliance.directory.signer(&id).filter(|signer| signer.valid_at(now)))
            .map(|signer| signer.verifying_key())
            .collect();
        if keys.is_empty() {
            Err(MockFault::NoClient)
        } else {
            Ok(Self { code, name: member.name.clone(), keys })
        }
    }
}

impl Expected {
    fn of(scenario: &Scenario, papers: Papers, alliance: &Alliance) -> Result<Self, MockFault> {
        let mut tokens = Vec::new();
        for parts in &scenario.tokens {
            let made = alliance.tokens(&papers::identity(parts)?).ok_or(MockFault::Keys)?;
            let written = made.iter().filter_map(tongzhou_exchange::token::Token::subject);
            tokens.extend(written.filter_map(|token| serde_json::to_value(token).ok()));
        }
        let expense = match &scenario.bill {
            Some((code, number)) => {
                let made = alliance.tokens(&papers::bill(code, number)?).ok_or(MockFault::Keys)?;
                let last = made.last().and_then(tongzhou_exchange::token::Token::expense);
                last.and_then(|token| serde_json::to_value(token).ok())
            }
            None => None,
        };
        let commitments = papers.commitments.into_iter();
        let commitments =
            commitments.map(|(text, purpose)| (text, tongzhou::code::Code::code(purpose))).collect();
        Ok(Self { tokens, expense, commitments, secrets: papers.secrets })
    }
}

/// The texts by which a request is known to be of a scenario.
fn marks(expected: &[Expected]) -> HashMap<String, usize> {
    let mut marks = HashMap::new();
    for (number, expected) in expected.iter().enumerate() {
        let tokens = expected.tokens.iter().chain(&expected.expense);
        let values = tokens.filter_map(|token| token.get("value")?.as_str());
        let commitments = expected.commitments.iter().map(|(text, _)| text.as_str());
        for text in values.chain(commitments) {
            marks.insert(text.to_owned(), number);
        }
    }
    marks
}

fn now() -> Result<Instant, MockFault> {
    let now = clock::instant(std::time::SystemTime::now()).map_err(|_| MockFault::Clock)?;
    Instant::from_unix_seconds(now.unix_seconds()).ok_or(MockFault::Clock)
}

/// Where the nodes keep what they keep, within the folder.
const NODES: &str = "nodes";
/// For how long a node's answer is waited for: longer than a node takes over anything that the scenarios ask.
const ANSWER: Duration = Duration::from_secs(60);
/// How often it is looked whether all is done.
const LOOK: Duration = Duration::from_millis(250);
/// For how long nothing may come before it is judged: longer than a client pauses between tries.
const QUIET: Duration = Duration::from_secs(15);
