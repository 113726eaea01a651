//! A whole run: every case of the roles, one after the other.

use std::{ops::ControlFlow, path::Path};

use serde_json::Value;
use thiserror::Error;

use super::{
    journal::{Head, Journal, JournalError, Line},
    judge::Stop,
    pace::Asked,
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
    /// What it declares is not of its form.
    #[error("what the target declares at v1/test-tenant is not of its form")]
    Declaration,
    /// It follows another version of the standard.
    #[error("the target declares another version of the standard than {STANDARD}")]
    OtherVersion,
    /// A number that it declares is out of its bounds.
    #[error("{name} is {said}, and has to be from {least} to {most}")]
    OutOfBounds {
        /// Its member of the declaration.
        name: &'static str,
        /// What is declared.
        said: u64,
        /// The least that it may be.
        least: u64,
        /// The most that it may be.
        most: u64,
    },
    /// The clock of this machine.
    #[error("the clock of this machine is wrong")]
    Clock,
    /// It follows another directory.
    #[error("the target follows another directory than the one that was given")]
    OtherDirectory,
    /// It knows no operation of a role in which it is to be tested.
    #[error("the target does not answer as {}", .0.name())]
    NotOfRole(Role),
    /// The certificates cannot be used.
    #[error("the certificates cannot be used")]
    Roots,
    /// It was told to stop before its end.
    #[error("the run was broken off")]
    BrokenOff {
        /// Whether a journal has what was done.
        noted: bool,
    },
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// What a run is done with.
#[derive(Debug)]
pub struct Options<'o> {
    /// Which parts are tested.
    pub roles: &'o [Role],
    /// Only the cases of these ids, and only those that show these requirements; all where there is none. What holds for
    /// every message and did not is told whatever was asked for.
    pub only: &'o [String],
    /// Where the run is noted down, so that it can go on.
    pub journal: Option<&'o Path>,
    /// Certificates in PEM that alone are trusted, in place of the system's.
    pub roots: Option<&'o [u8]>,
    /// How long is waited.
    pub patience: Patience,
}

/// Asks the target every case of the roles. Before each, `progress` is told; where it breaks, nothing more is asked: the
/// cases before are done, cleaned up after and noted in the journal.
///
/// # Errors
/// Where nothing could be asked at all; what could not be found out afterwards stands in the report.
pub async fn run(
    target: &Target,
    directory: &[u8],
    files: &[CaseFile],
    options: &Options<'_>,
    mut progress: impl FnMut(Progress<'_>) -> ControlFlow<()>,
) -> Result<Report, RunError> {
    let wire = Wire::new(options.patience, options.roots).ok_or(RunError::Roots)?;
    let tenant = tenant(&wire, target, directory).await?;
    for role in options.roles {
        plays(&wire, target, *role).await?;
    }
    let head = Head {
        suite: SUITE.to_owned(),
        standard: STANDARD.to_owned(),
        target: target.address.to_string(),
        code: target.code.clone(),
        roles: options.roles.iter().map(|role| role.name().to_owned()).collect(),
        only: options.only.to_vec(),
        began: now().ok_or(RunError::Clock)?,
    };
    let mut journal = match options.journal {
        Some(path) => Journal::at(path, &head)?,
        None => Journal::none(),
    };
    let mut stage = Stage {
        wire,
        target,
        tenant,
        schemas: Schemas::published(),
        late: options.patience.late,
        waiting: options.patience.waiting,
        asked: Asked::default(),
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
        if progress(Progress { done, all: cases.len(), case: &case.id }).is_break() {
            return Err(RunError::BrokenOff { noted: options.journal.is_some() });
        }
        if let Some(known) = journal.known(&case.id) {
            seen.join(known.seen.clone());
            checks.push(known.check.clone());
            continue;
        }
        let (stop, of_case) = if silences >= options.patience.silences {
            (Some(Stop::CouldNot(given_up(options.journal.is_some()))), Seen::default())
        } else {
            let played = play(&mut stage, case).await;
            let gone = matches!(played.stop, Some(Stop::Silent(_) | Stop::Busy(_)));
            silences = if gone { silences + 1 } else { 0 };
            (played.stop, played.seen)
        };
        let line = Line { check: check(case, stop, frozen.as_ref()), seen: of_case };
        journal.write(&line)?;
        seen.join(line.seen);
        checks.push(line.check);
    }
    // Nothing is left that could be broken off.
    let _ = progress(Progress { done: cases.len(), all: cases.len(), case: "" });
    // Where it was given up, the rest is asked when the run goes on.
    if silences < options.patience.silences {
        journal.end(now().ok_or(RunError::Clock)?)?;
    }
    // What was seen to be wrong is told, whatever was asked for.
    checks.extend(seen.checks().into_iter().filter(|check| {
        check.verdict == Verdict::Fail || is_named(&check.id, &check.requirements, options.only)
    }));
    let (name, organisation) = (target.name.clone(), target.code.parse().ok());
    let target = Reported { kind: TargetKind::Node, name, organisation, version: None };
    Ok(Report { suite: SUITE.to_owned(), standard: STANDARD.to_owned(), target, ran_at: None, checks })
}

fn wanted(case: &Case, only: &[String]) -> bool {
    is_named(&case.id, &case.requirements, only) || only.iter().any(|only| is_watched(only))
}

/// Whether nothing is named, or this check or a requirement that it shows.
fn is_named(id: &str, requirements: &[String], only: &[String]) -> bool {
    only.is_empty() || only.iter().any(|only| only == id || requirements.contains(only))
}

/// A check of all messages needs messages.
fn is_watched(only: &str) -> bool {
    super::watch::watched().any(|(id, requirements)| id == only || requirements.contains(&only))
}

fn check(case: &Case, stop: Option<Stop>, frozen: Option<&FrozenList>) -> Check {
    let (verdict, reason): (_, Option<Reason>) = match stop {
        None => (Verdict::Pass, None),
        Some(Stop::Wrong(reason)) => (Verdict::Fail, Some(*reason)),
        Some(Stop::CouldNot(reason) | Stop::Busy(reason) | Stop::Silent(reason)) => {
            (Verdict::CouldNotCheck, Some(*reason))
        }
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

fn given_up(noted: bool) -> Box<Reason> {
    Box::new(if noted {
        Reason::words(
            "not asked any more, since the target had stopped answering; once it answers, the same command goes on from the \
             journal",
            "被测方已不再应答，没有再问；恢复应答后，用同样的命令可以从进度文件接着做",
        )
    } else {
        Reason::words(
            "not asked any more, since the target had stopped answering",
            "被测方已不再应答，没有再问",
        )
    })
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
    if tenant.standard_version != STANDARD {
        return Err(RunError::OtherVersion);
    }
    for (name, said, least, most) in [
        ("messageBytes", Some(tenant.message_bytes), 1024, 16 << 20),
        ("requestsPerMinute", Some(tenant.requests_per_minute.into()), 120, 6000),
        ("quota", tenant.quota.map(u64::from), 100, 10_000),
    ] {
        if let Some(said) = said.filter(|said| !(least..=most).contains(said)) {
            return Err(RunError::OutOfBounds { name, said, least, most });
        }
    }
    let follows = page("v1/directory").await?;
    if follows.status != 200 || follows.body != directory {
        return Err(RunError::OtherDirectory);
    }
    Ok(tenant)
}

/// Whether the target knows an operation of the role; one that is left to find out in the run passes.
async fn plays(wire: &Wire, target: &Target, role: Role) -> Result<(), RunError> {
    let operation = match role {
        Role::Any => return Ok(()),
        Role::Member => "packages/status",
        Role::Registry => "lookups/ask",
        Role::Evaluator => "tokens/evaluate",
    };
    let url = format!("{}v1/{operation}", target.address).parse().map_err(|_| RunError::Silent)?;
    // An operation that it has is not done by GET, and nothing is asked for.
    let sent = Sent { method: "GET".into(), url, headers: Vec::new(), body: None, signature: None };
    let Ok(got) = wire.send(&sent).await else { return Ok(()) };
    let said: Value = serde_json::from_slice(&got.body).unwrap_or_default();
    let unknown = got.status == 404 && said.get("code").and_then(Value::as_str) == Some("no-such-operation");
    if unknown { Err(RunError::NotOfRole(role)) } else { Ok(()) }
}
