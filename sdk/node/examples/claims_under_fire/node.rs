//! The registry as a process of its own that answers lines: one to kill.

use std::{io, net::Ipv4Addr, sync::Arc, time::Duration};

use serde::Serialize;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use tongzhou_exchange::{
    message::{Operation, Request, wire::Organisation},
    problem::{Problem, ProblemKind},
};
use tongzhou_node::{
    registry::{Pepper, Registry, claims, consents, expenses, expiry},
    store::Store,
};

use crate::{Fallible, settings::Settings};

/// Opens the store, tells its port on standard output, and answers until it is killed.
pub(crate) fn run(url: &str, settings: &Settings) -> Fallible<()> {
    seed_a_fault()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        let registry = Arc::new(registry(Store::open(url).await?, settings));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        println!("{}", listener.local_addr()?.port());
        let sweeping = Arc::clone(&registry);
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
            tokio::spawn(converse(Arc::clone(&registry), stream));
        }
    })
}

/// The registry of the runs: its days are short.
pub(crate) fn registry(store: Store, settings: &Settings) -> Registry {
    let mut registry = Registry::new(store, Pepper::new(PEPPER));
    registry.terms.claim_day_ms = settings.day_ms;
    registry
}

/// Each line is answered by itself, in whatever order, and also where nobody waits for it any more.
async fn converse(registry: Arc<Registry>, stream: TcpStream) -> io::Result<()> {
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
        let (registry, answers) = (Arc::clone(&registry), answers.clone());
        tokio::spawn(async move {
            let (number, rest) = line.split_once(' ').unwrap_or_default();
            let (word, body) = match answer(&registry, rest).await {
                Ok(body) => ("ok", body),
                Err(problem) => ("no", serde_json::to_vec(&*problem).unwrap_or_default()),
            };
            // Where the client is gone, it asks again.
            let _ = answers.send([format!("{number} {word} ").as_bytes(), &body, b"\n"].concat());
        });
    }
    Ok(())
}

async fn answer(registry: &Registry, line: &str) -> Result<Vec<u8>, Box<Problem>> {
    let mut words = line.splitn(3, ' ');
    let (name, member, body) = (words.next(), words.next(), words.next().unwrap_or_default());
    let operation = name.and_then(Operation::named).ok_or_else(|| of(ProblemKind::NoSuchOperation))?;
    let member = member.and_then(|code| code.parse::<Organisation>().ok());
    let member = &member.ok_or_else(|| of(ProblemKind::NotAMember))?;
    match operation {
        Operation::RegisterConsent => write(consents::register(registry, member, &read(body)?).await),
        Operation::Reserve => write(claims::reserve(registry, member, &read(body)?).await),
        Operation::Confirm => write(claims::confirm(registry, member, &read(body)?).await),
        Operation::Release => write(claims::release(registry, member, &read(body)?).await),
        Operation::Reverse => write(claims::reverse(registry, member, &read(body)?).await),
        Operation::ReadClaim => write(claims::read(registry, member, &read(body)?).await),
        Operation::StateBurden => write(expenses::state(registry, member, &read(body)?).await),
        Operation::VoidExpense => write(expenses::void(registry, member, &read(body)?).await),
        Operation::ReadExpense => write(expenses::read(registry, member, &read(body)?).await),
        _ => Err(of(ProblemKind::NoSuchOperation)),
    }
}

fn read<R: Request>(body: &str) -> Result<R, Box<Problem>> {
    R::read(body.as_bytes()).map_err(|_| of(ProblemKind::Malformed))
}

fn write<A: Serialize>(answer: Result<A, Problem>) -> Result<Vec<u8>, Box<Problem>> {
    serde_json::to_vec(&answer?).map_err(|_| of(ProblemKind::Internal))
}

fn of(kind: ProblemKind) -> Box<Problem> {
    Box::new(Problem::new(kind))
}

/// The fault that the environment names, in a build that has faults.
fn seed_a_fault() -> Fallible<()> {
    let Ok(name) = std::env::var(crate::faults::VARIABLE) else { return Ok(()) };
    #[cfg(tongzhou_faults)]
    {
        use tongzhou_node::fault;
        let (_, fault) = fault::ALL.iter().find(|(known, _)| *known == name).ok_or("no such fault")?;
        fault::seed(*fault);
        Ok(())
    }
    #[cfg(not(tongzhou_faults))]
    Err(format!("this build has no fault {name}").into())
}

/// Under which the tokens of the runs are hashed.
pub(crate) const PEPPER: [u8; 32] = [7; 32];
