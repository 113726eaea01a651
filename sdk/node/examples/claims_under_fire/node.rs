//! The registry as a process of its own that answers lines: one to kill.

use std::{io, net::Ipv4Addr, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use tongzhou_exchange::{
    message::{Operation, wire::Organisation},
    problem::{Problem, ProblemKind},
};
use tongzhou_node::{
    answer::{self, Roles},
    registry::{Pepper, Registry, expiry},
    store::Store,
};

use crate::{Fallible, settings::Settings};

/// Opens the store, tells its port on standard output, and answers until it is killed.
pub(crate) fn run(url: &str, settings: &Settings) -> Fallible<()> {
    seed_a_fault()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let mut registry = Registry::new(Store::open(url).await?, Pepper::new(PEPPER));
        registry.terms.claim_day_ms = settings.day_ms;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        println!("{}", listener.local_addr()?.port());
        let sweeping = registry.clone();
        let roles = Arc::new(Roles { registry: Some(registry), evaluator: None, member: None });
        let pause = Duration::from_millis(settings.sweep_ms);
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(pause).await;
                // While the database is away nothing expires; it is looked at again.
                let _ = expiry::expire(&sweeping).await;
            }
        });
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::spawn(converse(Arc::clone(&roles), stream));
        }
    })
}

/// Each line is answered by itself, in whatever order, and also where nobody waits for it any more.
async fn converse(roles: Arc<Roles>, stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (read, mut write) = stream.into_split();
    let (answers, mut answered) = mpsc::unbounded_channel::<Vec<u8>>();
    tokio::spawn(async move {
        while let Some(line) = answered.recv().await {
            if write.write_all(&line).await.is_err() {
                break;
            }
        }
    });
    let mut lines = BufReader::new(read).lines();
    while let Some(line) = lines.next_line().await? {
        let (roles, answers) = (Arc::clone(&roles), answers.clone());
        tokio::spawn(async move {
            let (number, rest) = line.split_once(' ').unwrap_or_default();
            let (word, body) = match answer(&roles, rest).await {
                Ok(body) => ("ok", body),
                Err(problem) => ("no", serde_json::to_vec(&*problem).unwrap_or_default()),
            };
            // Where the client is gone, it asks again.
            let _ = answers.send([format!("{number} {word} ").as_bytes(), &body, b"\n"].concat());
        });
    }
    Ok(())
}

/// The line in the words of the node's one way in, which HTTP and files take too.
async fn answer(roles: &Roles, line: &str) -> Result<Vec<u8>, Box<Problem>> {
    let mut words = line.splitn(3, ' ');
    let (name, member, body) = (words.next(), words.next(), words.next().unwrap_or_default());
    let operation = name.and_then(Operation::named).ok_or(ProblemKind::NoSuchOperation);
    let member = member.and_then(|code| code.parse::<Organisation>().ok()).ok_or(ProblemKind::NotAMember);
    let done = match (operation, member) {
        (Ok(operation), Ok(member)) => answer::answer(roles, &member, operation, body.as_bytes()).await,
        (Err(kind), _) | (_, Err(kind)) => Err(kind.into()),
    };
    done.map_err(Box::new)
}

/// The fault that the environment names, in a build that has faults.
pub(crate) fn seed_a_fault() -> Fallible<()> {
    let Ok(name) = std::env::var(crate::faults::VARIABLE) else { return Ok(()) };
    #[cfg(tongzhou_faults)]
    {
        tongzhou::fault::seed(Some(&name));
        Ok(())
    }
    #[cfg(not(tongzhou_faults))]
    Err(format!("this build has no fault {name}").into())
}

/// Under which the tokens of the runs are hashed.
pub(crate) const PEPPER: [u8; 32] = [7; 32];
