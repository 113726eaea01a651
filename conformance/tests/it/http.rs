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
    case::{self, Role, Step},
    http::{self, JournalError, Options, Patience, RunError, Target},
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
    /// Declares this of itself.
    Declares(&'static str),
    /// Says that it is asked too often, to every other request.
    Limits,
    /// Answers every third request alone.
    Stutters,
    /// Evaluates the first request and that one again, and says to those between that the quota is used up.
    EvaluatesOne,
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
        let said = if let Conduct::Declares(said) = conduct { said.as_bytes() } else { said };
        return says(&mut stream, if declares { 200 } else { 404 }, said).await;
    }
    let number = asked.fetch_add(1, Ordering::Relaxed);
    match conduct {
        Conduct::Says(status, body) => says(&mut stream, status, body.as_bytes()).await,
        Conduct::Dies => Ok(()),
        Conduct::GoneAfter(after) if number >= after => Ok(()),
        Conduct::Stutters if number % 3 < 2 => Ok(()),
        Conduct::Limits if number.is_multiple_of(2) => says(&mut stream, 429, TOO_MANY.as_bytes()).await,
        Conduct::EvaluatesOne if (1..8).contains(&number) => says(&mut stream, 429, QUOTA.as_bytes()).await,
        Conduct::GoneAfter(_)
        | Conduct::Declares(_)
        | Conduct::Limits
        | Conduct::Stutters
        | Conduct::EvaluatesOne => says(&mut stream, 200, b"{}").await,
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

const TOO_MANY: &str = r#"{"code":"too-many","status":429,"retryAfter":1}"#;
const QUOTA: &str = r#"{"code":"quota","status":429}"#;

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
    let end = text.trim_end().rfind('\n').unwrap();
    fs::write(&journal, &text.as_bytes()[..end - 20]).unwrap();
    assert!(target.run(&only, Some(&journal)).await.unwrap() == whole);
    assert_eq!(fs::read_to_string(&journal).unwrap().lines().count(), lines);
    // Once it came to its end nothing goes on from it, and nothing of it is lost.
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(JournalError::Ended))));
    assert_eq!(fs::read_to_string(&journal).unwrap().lines().count(), lines);

    let other = wrong_target(Conduct::Says(200, "{}"), true).await;
    assert!(matches!(other.run(&only, Some(&journal)).await, Err(RunError::Journal(_))));
    fs::write(&journal, "nothing\n").unwrap();
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(_))));
    fs::remove_file(&journal).unwrap();
}

/// A journal of a run that was broken off, begun so many seconds ago.
async fn broken_off(target: &Wrong, name: &str, only: &[String], seconds: i64) -> PathBuf {
    let journal = std::env::temp_dir().join(format!("tongzhou-{name}-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    target.run(only, Some(&journal)).await.unwrap();
    let text = fs::read_to_string(&journal).unwrap();
    let (head, rest) = text.split_once('\n').unwrap();
    let mut head: serde_json::Value = serde_json::from_str(head).unwrap();
    head["began"] = Moment::from_unix_seconds(now().unix_seconds() - seconds).unwrap().to_string().into();
    let lines: Vec<&str> = rest.lines().filter(|line| !line.contains("\"ended\"")).collect();
    fs::write(&journal, format!("{head}\n{}\n", lines.join("\n"))).unwrap();
    journal
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_out_long_ago_is_asked_anew() {
    let only = ["REQ-CLM-015".to_owned()];
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let journal = broken_off(&target, "old", &only, 25 * 3600).await;
    let before = fs::read(&journal).unwrap();
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(JournalError::Old))));
    assert_eq!(fs::read(&journal).unwrap(), before);
    let journal = broken_off(&target, "old", &only, 23 * 3600).await;
    assert!(target.run(&only, Some(&journal)).await.is_ok());
    fs::remove_file(&journal).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_was_given_up_goes_on_and_a_file_of_something_else_is_left_alone() {
    let target = wrong_target(Conduct::Dies, true).await;
    let journal = std::env::temp_dir().join(format!("tongzhou-given-up-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    for _ in 0..2 {
        assert_eq!(target.run(&[], Some(&journal)).await.unwrap().outcome(), Outcome::CouldNotCheck);
    }
    for something in ["a letter", "{\"suite\":\"0\"", &"x".repeat(2 << 20)] {
        fs::write(&journal, something).unwrap();
        assert!(matches!(
            target.run(&[], Some(&journal)).await,
            Err(RunError::Journal(JournalError::Line(1)))
        ));
        assert_eq!(fs::read_to_string(&journal).unwrap(), something);
    }
    fs::remove_file(&journal).unwrap();
}

fn verdict(report: &Report, id: &str) -> Option<Verdict> {
    report.checks.iter().find(|check| check.id == id).map(|check| check.verdict)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_seen_to_be_wrong_is_told_though_something_else_was_asked_for() {
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let report = target.run(&["REQ-CLM-015".to_owned()], None).await.unwrap();
    assert_eq!(verdict(&report, "wire-signed"), Some(Verdict::Fail));
    assert_eq!(verdict(&report, "wire-silent"), None);
    let report = target.run(&["REQ-EXC-019".to_owned()], None).await.unwrap();
    assert_eq!(verdict(&report, "wire-silent"), Some(Verdict::CouldNotCheck));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declaration_is_refused_by_the_number_that_is_out_of_its_bounds() {
    for (said, what) in [
        (
            r#"{"testTenant":true,"standardVersion":"1.0","messageBytes":65536,"requestsPerMinute":60}"#,
            "requestsPerMinute",
        ),
        (
            r#"{"testTenant":true,"standardVersion":"1.0","messageBytes":16777217,"requestsPerMinute":600}"#,
            "messageBytes",
        ),
        (
            r#"{"testTenant":true,"standardVersion":"1.0","messageBytes":1024,"requestsPerMinute":120,"quota":99}"#,
            "quota",
        ),
    ] {
        let target = wrong_target(Conduct::Declares(said), true).await;
        let refused = target.run(&[], None).await;
        assert!(matches!(refused, Err(RunError::OutOfBounds { name, .. }) if name == what), "{refused:?}");
    }
    let other = r#"{"testTenant":true,"standardVersion":"9.0","messageBytes":1024,"requestsPerMinute":120}"#;
    let target = wrong_target(Conduct::Declares(other), true).await;
    assert!(matches!(target.run(&[], None).await, Err(RunError::OtherVersion)));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_limits_is_waited_for_however_often_and_who_limits_for_ever_is_not() {
    let target = wrong_target(Conduct::Limits, true).await;
    let report = target.run(&["REQ-CLM-015".to_owned()], None).await.unwrap();
    let cases: Vec<&Check> = report.checks.iter().filter(|check| !check.id.starts_with("wire-")).collect();
    assert!(cases.len() > 2 && cases.iter().all(|check| check.verdict == Verdict::Fail), "{cases:#?}");

    let target = wrong_target(Conduct::Says(429, TOO_MANY), true).await;
    let began = Instant::now();
    let report = target.run(&[], None).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(60));
    let cases = report.checks.iter().filter(|check| !check.id.starts_with("wire-"));
    let others: Vec<&Check> = cases
        .filter(|check| check.verdict != Verdict::CouldNotCheck && check.id != "node-directory")
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_now_and_then_is_asked_to_the_end() {
    let target = wrong_target(Conduct::Stutters, true).await;
    let report = target.run(&["REQ-CLM-015".to_owned(), "REQ-CLM-017".to_owned()], None).await.unwrap();
    let told = format!("{:?}", report.checks);
    assert!(report.checks.len() > 6 && !told.contains("not asked any more"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quota_that_was_used_already_shows_nothing_and_one_without_an_end_is_wrong() {
    for (conduct, verdict, why) in [
        (Conduct::Says(429, QUOTA), Verdict::CouldNotCheck, "is used already today"),
        (Conduct::EvaluatesOne, Verdict::CouldNotCheck, "is used already today"),
        (Conduct::Says(200, "{}"), Verdict::Fail, "more elements were evaluated"),
    ] {
        let target = wrong_target(conduct, true).await;
        let report = target.run(&["evaluate-quota-of-the-day".to_owned()], None).await.unwrap();
        assert_eq!(report.checks[0].verdict, verdict, "{conduct:?}");
        assert!(report.checks[0].reason.as_ref().unwrap().en.contains(why), "{conduct:?}");
    }
}

#[test]
fn who_uses_up_a_quota_asked_for_no_token_before() {
    let (mut asked, mut exhausted) = (Vec::new(), 0);
    for case in case::shipped().unwrap().iter().flat_map(|file| &file.cases) {
        for step in &case.steps {
            match step {
                Step::Exhaust { party, .. } => {
                    exhausted += 1;
                    assert!(!asked.contains(party), "{}", case.id);
                }
                Step::Ask(ask) | Step::Flood { ask } if ask.operation == "tokens/evaluate" => {
                    asked.push(ask.party)
                }
                Step::Together { asks, .. } => {
                    let asks = asks.iter().filter(|ask| ask.operation == "tokens/evaluate");
                    asked.extend(asks.map(|ask| ask.party));
                }
                _ => {}
            }
        }
    }
    assert!(exhausted > 0 && !asked.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_answer_is_not_kept_whole() {
    let long = format!("{{\"status\":\"{}\"}}", "x".repeat(900_000));
    let target = wrong_target(Conduct::Says(200, long.leak()), true).await;
    let report = target.run(&["REQ-CLM-015".to_owned()], None).await.unwrap();
    let told = serde_json::to_string(&report).unwrap();
    assert!(told.contains("cut short") && told.len() < 200_000, "{}", told.len());
}
