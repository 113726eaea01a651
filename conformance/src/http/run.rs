//! A whole run: every case of the roles, one after the other.

use std::path::Path;

use serde_json::Value;
use thiserror::Error;
use tokio::time::Instant as Moment;

use super::{
    journal::{Head, Journal, JournalError, Line},
    judge::{Stop, reason},
    play::{Stage, play},
    schemas::Schemas,
    target::Target,
    watch::Seen,
    wire::{Patience, Sent, Wire, now},
};
use crate::{
    case::{Case, CaseFile, Role, TestTenant},
    frozen::{self, FrozenList},
    report::{Check, Reason, Report, SUITE, Target as Reported, TargetKind, Verdict},
    vector::STANDARD,
};

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'c> {
    /// How many cases are done.
    pub done: usize,
    /// Of how many.
    pub all: usize,
    /// The case that is begun.
    pub case: &'c str,
}

/// Why nothing was asked.
#[derive(Debug, Error)]
pub enum RunError {
    /// The target cannot be reached, or does not say what it is.
    #[error("the target gave no answer at v1/test-tenant")]
    Silent,
    /// The target does not say that it is a test tenant.
    #[error("the target does not declare a test tenant")]
    NoTestTenant,
    /// What it declares is not of its form, or out of bounds.
    #[error("what the target declares at v1/test-tenant is not of its form")]
    Declaration,
    /// It follows another directory.
    #[error("the target follows another directory than the one that was given")]
    OtherDirectory,
    /// The certificates cannot be used.
    #[error("the certificates cannot be used")]
    Roots,
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// What a run is done with.
#[derive(Debug)]
pub struct Options<'o> {
    /// Which parts are tested.
    pub roles: &'o [Role],
    /// Only the cases of these ids, and only those that show these requirements; all where there is none.
    pub only: &'o [String],
    /// Where the run is noted down, so that it can go on.
    pub journal: Option<&'o Path>,
    /// Certificates in PEM that alone are trusted, in place of the system's.
    pub roots: Option<&'o [u8]>,
    /// How long is waited.
    pub patience: Patience,
}

/// Asks the target every case of the roles.
///
/// # Errors
/// Where nothing could be asked at all; what could not be found out afterwards stands in the report.
pub async fn run(
    target: &Target,
    directory: &[u8],
    files: &[CaseFile],
    options: &Options<'_>,
    mut progress: impl FnMut(Progress<'_>),
) -> Result<Report, RunError> {
    let wire = Wire::new(options.patience, options.roots).ok_or(RunError::Roots)?;
    let tenant = tenant(&wire, target, directory).await?;
    let head = Head {
        suite: SUITE.to_owned(),
        standard: STANDARD.to_owned(),
        target: target.address.to_string(),
        code: target.code.clone(),
    };
    let mut journal = match options.journal {
        Some(path) => Journal::at(path, &head)?,
        None => Journal::none(),
    };
    let wait_until = Moment::now() + options.patience.waiting;
    let mut stage = Stage {
        wire,
        target,
        tenant,
        schemas: Schemas::published(),
        late: options.patience.late,
        wait_until,
    };
    let cases: Vec<&Case> = files
        .iter()
        .filter(|file| file.role == Role::Any || options.roles.contains(&file.role))
        .flat_map(|file| &file.cases)
        .filter(|case| wanted(case, options.only))
        .collect();
    let frozen = FrozenList::of_version(STANDARD);
    let (mut checks, mut seen, mut silences) = (Vec::new(), Seen::default(), 0);
    for (done, case) in cases.iter().enumerate() {
        progress(Progress { done, all: cases.len(), case: &case.id });
        if let Some(known) = journal.known(&case.id) {
            seen.join(known.seen.clone());
            checks.push(known.check.clone());
            continue;
        }
        let (stop, of_case) = if silences >= options.patience.silences {
            (Some(Stop::CouldNot(given_up())), Seen::default())
        } else {
            let played = play(&mut stage, case).await;
            (played.stop, played.seen)
        };
        silences = if matches!(stop, Some(Stop::Silent(_))) { silences + 1 } else { silences };
        if stop.is_none() {
            silences = 0;
        }
        let line = Line { check: check(case, stop, frozen.as_ref()), seen: of_case };
        journal.write(&line)?;
        seen.join(line.seen);
        checks.push(line.check);
    }
    progress(Progress { done: cases.len(), all: cases.len(), case: "" });
    if options.only.is_empty() || options.only.iter().any(|only| is_watched(only)) {
        checks.extend(seen.checks());
    }
    let (name, organisation) = (target.name.clone(), target.code.parse().ok());
    let target = Reported { kind: TargetKind::Node, name, organisation, version: None };
    Ok(Report { suite: SUITE.to_owned(), standard: STANDARD.to_owned(), target, ran_at: None, checks })
}

fn wanted(case: &Case, only: &[String]) -> bool {
    only.is_empty()
        || only.iter().any(|only| *only == case.id || case.requirements.contains(only) || is_watched(only))
}

/// A check of all messages needs messages.
fn is_watched(only: &str) -> bool {
    super::watch::watched().any(|(id, requirements)| id == only || requirements.contains(&only))
}

fn check(case: &Case, stop: Option<Stop>, frozen: Option<&FrozenList>) -> Check {
    let (verdict, reason): (_, Option<Reason>) = match stop {
        None => (Verdict::Pass, None),
        Some(Stop::Wrong(reason)) => (Verdict::Fail, Some(*reason)),
        Some(Stop::CouldNot(reason) | Stop::Silent(reason)) => (Verdict::CouldNotCheck, Some(*reason)),
    };
    Check {
        id: case.id.clone(),
        requirements: case.requirements.clone(),
        cause: case.cause.clone(),
        cause_zh: case.cause_zh.clone(),
        verdict,
        scored: frozen::counts(frozen, &case.id, case.since),
        reason,
        excuse: None,
    }
}

fn given_up() -> Box<Reason> {
    reason("not asked any more, since the target had stopped answering", "被测方已不再应答，没有再问")
}

/// What the target says of itself, and whether it follows the directory that was given.
async fn tenant(wire: &Wire, target: &Target, directory: &[u8]) -> Result<TestTenant, RunError> {
    let page = async |path: &str| {
        let url = format!("{}{path}", target.address).parse().map_err(|_| RunError::Silent)?;
        let sent = Sent { method: "GET".into(), url, headers: Vec::new(), body: None, signature: None };
        wire.send(&sent).await.map_err(|_| RunError::Silent)
    };
    let got = page("v1/test-tenant").await?;
    if got.status != 200 {
        return Err(RunError::NoTestTenant);
    }
    let said: Value = serde_json::from_slice(&got.body).map_err(|_| RunError::NoTestTenant)?;
    if said.get("testTenant") != Some(&Value::Bool(true)) {
        return Err(RunError::NoTestTenant);
    }
    let tenant: TestTenant = serde_json::from_value(said).map_err(|_| RunError::Declaration)?;
    let in_bounds = tenant.standard_version == STANDARD
        && (1024..=16 << 20).contains(&tenant.message_bytes)
        && (120..=6000).contains(&tenant.requests_per_minute)
        && tenant.quota.is_none_or(|quota| (100..=10_000).contains(&quota));
    if !in_bounds {
        return Err(RunError::Declaration);
    }
    let follows = page("v1/directory").await?;
    if follows.status != 200 || follows.body != directory {
        return Err(RunError::OtherDirectory);
    }
    // A clock that nobody has set makes every signature wrong.
    now().map(|_| tenant).ok_or(RunError::Silent)
}
