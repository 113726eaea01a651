//! Targets that are wrong, each in its own way.

use std::{
    io,
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tongzhou::{directory::Enrolment, signing::SigningKey, value::Uuid7};
use tongzhou_conformance::{
    case::{self, Role},
    http::{self, Options, Patience, Progress, RunError, Target},
    report::Report,
    tenant::Tenant,
};

use super::now;

/// What a target does with a request, once it has said that it is a test tenant.
#[derive(Clone, Copy, Debug)]
pub(super) enum Conduct {
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
    /// Knows no operation of any role.
    KnowsNothing,
    /// Says that it is asked too often, to every other request.
    Limits,
    /// Answers every third request alone.
    Stutters,
    /// Evaluates the first request and that one again, and says to those between that the quota is used up.
    EvaluatesOne,
}

/// A target that is wrong, and a directory that lists it.
pub(super) struct Wrong {
    pub(super) tenant: Tenant,
    pub(super) target: Target,
}

pub(super) async fn wrong_target(conduct: Conduct, declares: bool) -> Wrong {
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
    // Which roles it plays is asked before the first case.
    if asked.load(Ordering::Relaxed) == 0 && OF_ROLES.iter().any(|page| head.starts_with(page)) {
        let status = if matches!(conduct, Conduct::KnowsNothing) { 404 } else { 405 };
        return says(&mut stream, status, UNKNOWN.as_bytes()).await;
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
        | Conduct::KnowsNothing
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

pub(super) const TOO_MANY: &str = r#"{"code":"too-many","status":429,"retryAfter":1}"#;
const OF_ROLES: [&str; 3] = ["GET /v1/packages/status ", "GET /v1/lookups/ask ", "GET /v1/tokens/evaluate "];
const UNKNOWN: &str = r#"{"code":"no-such-operation","status":404}"#;
pub(super) const QUOTA: &str = r#"{"code":"quota","status":429}"#;

const SHORT: Patience = Patience {
    answer: Duration::from_secs(2),
    bytes: 1 << 20,
    silences: 3,
    late: Duration::ZERO,
    waiting: Duration::from_secs(1),
};

impl Wrong {
    pub(super) async fn run(&self, only: &[String], journal: Option<&PathBuf>) -> Result<Report, RunError> {
        self.run_until(only, journal, |_| ControlFlow::Continue(())).await
    }

    pub(super) async fn run_until(
        &self,
        only: &[String],
        journal: Option<&PathBuf>,
        progress: impl FnMut(Progress<'_>) -> ControlFlow<()>,
    ) -> Result<Report, RunError> {
        let roles = [Role::Member, Role::Registry, Role::Evaluator];
        let options = Options {
            roles: &roles,
            only,
            journal: journal.map(PathBuf::as_path),
            roots: None,
            patience: SHORT,
        };
        let cases = case::shipped().unwrap();
        http::run(&self.target, &self.tenant.directory, &cases, &options, progress).await
    }
}
