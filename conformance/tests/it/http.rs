//! The suite over HTTP: against the node of this project, and against targets that are wrong in every respect.

use std::{
    fs, io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tongzhou::{
    directory::Enrolment,
    signing::SigningKey,
    value::{Instant as Moment, Uuid7},
};
use tongzhou_conformance::{
    case::{self, Role},
    http::{self, Options, Patience, RunError, Target},
    report::{Check, Outcome, Report, Verdict},
    tenant::Tenant,
};

use crate::tested::Tested;

fn now() -> Moment {
    let now = tongzhou::clock::instant(std::time::SystemTime::now()).unwrap();
    Moment::from_unix_seconds(now.unix_seconds()).unwrap()
}

fn wrong(report: &Report) -> Vec<&Check> {
    report.checks.iter().filter(|check| check.verdict != Verdict::Pass).collect()
}

// covers: REQ-EXC-038, REQ-EXC-039, REQ-EXC-040, REQ-SHR-032
#[tokio::test(flavor = "multi_thread")]
async fn the_node_passes_every_case() {
    let cases = case::shipped().unwrap();
    let report = Tested::start().await.unwrap().run(&cases, &[], Patience::default()).await.unwrap();
    assert!(wrong(&report).is_empty(), "{:#?}", wrong(&report));
    assert_eq!(report.outcome(), Outcome::Passed);
    assert!(report.checks.len() > 700);
}

/// What a target does with a request, once it has said that it is a test tenant.
#[derive(Clone, Copy, Debug)]
enum Conduct {
    /// Answers everything with this status and body.
    Says(u16, &'static str),
    /// Closes the connection without a word.
    Dies,
    /// Says nothing, and goes on saying it.
    Hangs,
    /// Never comes to an end.
    Floods,
    /// Says that there is more than comes.
    PromisesMore,
    /// Is gone after so many requests.
    GoneAfter(usize),
}

/// A target that is wrong, and a directory that lists it.
struct Wrong {
    tenant: Tenant,
    target: Target,
}

async fn wrong_target(conduct: Conduct, declares: bool) -> Wrong {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let entry = Enrolment {
        member_id: Uuid7::from_parts(0x019a_0000_0000, [43; 10]),
        code: "531000000000000008".to_owned(),
        name: "示例成员".to_owned(),
        roles: vec![tongzhou::code::lists::MemberRole::Charity],
        signing: Some(SigningKey::from_seed(&[43; 32]).verifying_key()),
        recipient: Some(tongzhou::sealing::Identity::generate().recipient().to_string()),
        phone: Some("010-00000001".to_owned()),
    };
    let tenant = Tenant::with(&[entry.entry(now(), 1).unwrap()], now()).unwrap();
    let target =
        Target::of(&tenant.directory, &tenant.signatures, None, address.parse().unwrap(), now()).unwrap();
    let (directory, asked) = (Arc::new(tenant.directory.clone()), Arc::new(AtomicUsize::new(0)));
    tokio::spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else { return };
            let (directory, asked) = (Arc::clone(&directory), Arc::clone(&asked));
            tokio::spawn(async move { serve(stream, conduct, declares, &directory, &asked).await });
        }
    });
    Wrong { tenant, target }
}

/// One connection: a request, an answer, the end.
async fn serve(
    mut stream: TcpStream,
    conduct: Conduct,
    declares: bool,
    directory: &[u8],
    asked: &AtomicUsize,
) -> io::Result<()> {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let read = stream.read(&mut piece).await?;
        if read == 0 {
            return Ok(());
        }
        head.extend_from_slice(&piece[..read]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    if head.starts_with("GET /v1/directory ") {
        return says(&mut stream, 200, directory).await;
    }
    if head.starts_with("GET /v1/test-tenant ") {
        let said: &[u8] = br#"{"testTenant":true,"standardVersion":"1.0","messageBytes":65536,"requestsPerMinute":600,"quota":200}"#;
        return says(&mut stream, if declares { 200 } else { 404 }, said).await;
    }
    let number = asked.fetch_add(1, Ordering::Relaxed);
    match conduct {
        Conduct::Says(status, body) => says(&mut stream, status, body.as_bytes()).await,
        Conduct::Dies => Ok(()),
        Conduct::GoneAfter(after) if number >= after => Ok(()),
        Conduct::GoneAfter(_) => says(&mut stream, 200, b"{}").await,
        Conduct::Hangs => {
            tokio::time::sleep(Duration::from_secs(600)).await;
            Ok(())
        }
        Conduct::PromisesMore => {
            stream
                .write_all(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{}",
                )
                .await
        }
        Conduct::Floods => {
            stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n")
                .await?;
            let chunk = [b"10000\r\n".as_slice(), &[b' '; 0x10000], b"\r\n"].concat();
            loop {
                stream.write_all(&chunk).await?;
            }
        }
    }
}

async fn says(stream: &mut TcpStream, status: u16, body: &[u8]) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status} said\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    // What is left of the request is read, so that the answer is not lost with the connection.
    let mut rest = [0; 4096];
    stream.shutdown().await?;
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}

const SHORT: Patience = Patience {
    answer: Duration::from_secs(2),
    bytes: 1 << 20,
    silences: 3,
    late: Duration::ZERO,
    waiting: Duration::from_secs(1),
};

impl Wrong {
    async fn run(&self, only: &[String], journal: Option<&PathBuf>) -> Result<Report, RunError> {
        let roles = [Role::Member, Role::Registry, Role::Evaluator];
        let options = Options {
            roles: &roles,
            only,
            journal: journal.map(PathBuf::as_path),
            roots: None,
            patience: SHORT,
        };
        let cases = case::shipped().unwrap();
        http::run(&self.target, &self.tenant.directory, &cases, &options, |_| {}).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_everything_alike_clearly_fails() {
    let problem = r#"{"type":"urn:tongzhou:problem:malformed","code":"malformed","status":400,"title":"t","detail":"d","titleZh":"题","detailZh":"文"}"#;
    let notices = r#"{"notices":[],"more":false}"#;
    for (status, body) in [(200, "{}"), (200, ""), (400, problem), (400, "{}"), (200, notices)] {
        let target = wrong_target(Conduct::Says(status, body), true).await;
        let report = target.run(&[], None).await.unwrap();
        assert_eq!(report.outcome(), Outcome::Failed, "{status} {body}");
        let failed = report.checks.iter().filter(|check| check.verdict == Verdict::Fail).count();
        let passed: Vec<&str> = report
            .checks
            .iter()
            .filter(|check| check.verdict == Verdict::Pass)
            .map(|check| &*check.id)
            .collect();
        assert!(failed > report.checks.len() / 4, "{status} {body}: {failed}, passed {passed:?}");
        let signed = report.checks.iter().find(|check| check.id == "wire-signed").unwrap();
        assert_eq!(signed.verdict, Verdict::Fail);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_is_no_pass_and_the_run_ends() {
    let conducts =
        [Conduct::Dies, Conduct::Hangs, Conduct::Floods, Conduct::PromisesMore, Conduct::GoneAfter(20)];
    for conduct in conducts {
        let target = wrong_target(conduct, true).await;
        let began = Instant::now();
        let report = target.run(&[], None).await.unwrap();
        assert!(began.elapsed() < Duration::from_secs(60), "{conduct:?}");
        assert_ne!(report.outcome(), Outcome::Passed, "{conduct:?}");
        let could_not = report.checks.iter().filter(|check| check.verdict == Verdict::CouldNotCheck).count();
        assert!(could_not > report.checks.len() / 2, "{conduct:?}: {could_not}");
        if !matches!(conduct, Conduct::GoneAfter(_)) {
            // This page is served rightly, or nothing would be asked at all.
            let others = report.checks.iter().filter(|check| check.id != "node-directory");
            let others: Vec<&Check> =
                others.filter(|check| check.verdict != Verdict::CouldNotCheck).collect();
            assert!(others.is_empty(), "{conduct:?} {others:#?}");
            assert_eq!(report.outcome(), Outcome::CouldNotCheck);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_of_a_system_that_does_not_say_that_it_is_for_tests() {
    let target = wrong_target(Conduct::Says(200, "{}"), false).await;
    assert!(matches!(target.run(&[], None).await, Err(RunError::NoTestTenant)));
    let mut target = wrong_target(Conduct::Says(200, "{}"), true).await;
    target.tenant.directory.push(b'\n');
    assert!(matches!(target.run(&[], None).await, Err(RunError::OtherDirectory)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_of_no_case_is_no_pass() {
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let report = target.run(&["REQ-NOT-001".to_owned()], None).await.unwrap();
    assert_eq!((report.checks.len(), report.outcome()), (0, Outcome::CouldNotCheck));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_from_its_journal_and_from_no_other() {
    let only = ["REQ-CLM-015".to_owned(), "REQ-CLM-017".to_owned()];
    let journal = std::env::temp_dir().join(format!("tongzhou-journal-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let whole = target.run(&only, Some(&journal)).await.unwrap();
    // Cut off in the middle of its last line.
    let text = fs::read_to_string(&journal).unwrap();
    let lines = text.lines().count();
    fs::write(&journal, &text.as_bytes()[..text.len() - 20]).unwrap();
    assert!(target.run(&only, Some(&journal)).await.unwrap() == whole);
    assert_eq!(fs::read_to_string(&journal).unwrap().lines().count(), lines);

    let other = wrong_target(Conduct::Says(200, "{}"), true).await;
    assert!(matches!(other.run(&only, Some(&journal)).await, Err(RunError::Journal(_))));
    fs::write(&journal, "nothing\n").unwrap();
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(_))));
    fs::remove_file(&journal).unwrap();
}
