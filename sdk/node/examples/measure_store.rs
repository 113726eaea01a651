//! How many reservations and lookups a store answers in a second, and how soon.
//!
//! ```text
//! measure_store claims  URL [--clients 16] [--seconds 10] [--bills 20000]
//! measure_store lookups URL [--clients 16] [--seconds 10] [--rows 1000000]
//! measure_store check   URL
//! ```
//!
//! `claims` reserves one fen at a time on so many bills; `lookups` fills the table of aid entries up to so many rows and
//! asks for children who are there and for as many who are not. `.ci/measure-node` runs both on both engines, beside a
//! bare `pgbench` of the same statements.
#![allow(clippy::print_stdout)]

use std::{
    env,
    error::Error,
    future::Future,
    sync::Arc,
    time::{Duration, Instant},
};

use tongzhou::{
    code::lists::{BurdenSource, ConsentPurpose, TokenKind, TokenSuite},
    model::primitive::{Count, List},
    value::{Money, Uuid7},
};
use tongzhou_exchange::message::{
    claim::{Burden, ExpenseToken, Reserve},
    consent::RegisterConsent,
    lookup::{LookUp, SubjectToken},
    wire::{Amount, Hex32, Id, Organisation, Sum, TokenValue},
};
use tongzhou_node::{
    registry::{Pepper, Registry, claims, consents, lookups},
    store::{Limits, Store, StoreError, Value, check},
};

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[derive(Clone, Copy)]
struct Settings {
    clients: u64,
    seconds: u64,
    bills: u64,
    rows: u64,
}

/// A registry with one member that holds consents.
struct World {
    registry: Registry,
    member: Organisation,
    claim: Hex32,
    look: Hex32,
    entries: Hex32,
}

#[tokio::main]
async fn main() -> Fallible<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [what, url, flags @ ..] = words.as_slice() else {
        return Err("which measure, and the address of a store?".into());
    };
    let settings = settings(flags)?;
    let store = Store::open_with(url, Limits { connections: 16, work_millis: 60_000 }).await?;
    match what.as_str() {
        "claims" => reserve(World::new(store).await?, settings).await,
        "lookups" => look_up(World::new(store).await?, url, settings).await,
        "check" => {
            for probe in check::check(&store).await {
                println!("{:18} {:?}", probe.name, probe.verdict);
            }
            Ok(())
        }
        _ => Err("claims, lookups or check".into()),
    }
}

async fn reserve(world: World, settings: Settings) -> Fallible<()> {
    let world = Arc::new(world);
    let latencies = drive(settings, move |client, turn| {
        let world = Arc::clone(&world);
        let number = turn * settings.clients + client;
        async move {
            let request = Reserve {
                claim_id: fresh_id(number)?,
                expense: ExpenseToken {
                    suite: TokenSuite::Ristretto255Sha512,
                    epoch: Count::saturating(1),
                    value: TokenValue(token(BILLS, mix(number) % settings.bills)),
                },
                amount: Amount(fen(1)?),
                burden: Burden { amount: Sum(fen(900_000_000_000)?), source: BurdenSource::Payments },
                consent: world.claim,
                hold_days: None,
                aid_record_id: None,
            };
            claims::reserve(&world.registry, &world.member, &request)
                .await
                .map_err(|problem| problem.title)?;
            Ok(())
        }
    });
    say("claims", settings.bills, latencies.await?);
    Ok(())
}

async fn look_up(world: World, url: &str, settings: Settings) -> Fallible<()> {
    let begun = Instant::now();
    fill(&world, url, settings.rows).await?;
    println!("filled rows={} seconds={:.1}", settings.rows, begun.elapsed().as_secs_f64());
    let world = Arc::new(world);
    let asked = Arc::clone(&world);
    let latencies = drive(settings, move |client, turn| {
        let world = Arc::clone(&asked);
        let number = mix(turn * settings.clients + client) % (2 * settings.rows);
        async move {
            let subject = SubjectToken {
                suite: TokenSuite::Ristretto255Sha512,
                epoch: Count::saturating(1),
                kind: TokenKind::ResidentId,
                value: TokenValue(token(CHILDREN, number)),
            };
            let request = LookUp {
                lookup_id: fresh_id(number)?,
                purpose: ConsentPurpose::DuplicateCheck,
                consent: world.look,
                tokens: List::first([subject]),
            };
            lookups::ask(&world.registry, &world.member, &request).await.map_err(|problem| problem.title)?;
            Ok(())
        }
    });
    say("lookups", settings.rows, latencies.await?);
    let latencies = drive(settings, move |client, turn| {
        let world = Arc::clone(&world);
        let number = mix(turn * settings.clients + client) % (2 * settings.rows);
        async move {
            let key = world.registry.pepper.key(&token(CHILDREN, number));
            let read = world.registry.store.read(move |tx| {
                Box::pin(async move { tx.query(BARE_READ, &[Value::from(key)]).await.map(drop) })
            });
            Result::<(), StoreError>::map_err(read.await, Into::into)
        }
    });
    say("reads", settings.rows, latencies.await?);
    Ok(())
}

/// Runs clients for the time that is set, and tells how long each turn took, in microseconds.
async fn drive<F>(
    settings: Settings,
    turn: impl Fn(u64, u64) -> F + Clone + Send + 'static,
) -> Fallible<(Vec<u32>, f64)>
where
    F: Future<Output = Fallible<()>> + Send + 'static,
{
    let begun = Instant::now();
    let until = begun + Duration::from_secs(settings.seconds);
    let clients: Vec<_> = (0..settings.clients)
        .map(|client| {
            let turn = turn.clone();
            tokio::spawn(async move {
                let (mut latencies, mut number) = (Vec::new(), 0);
                while Instant::now() < until {
                    let asked = Instant::now();
                    turn(client, number).await?;
                    latencies.push(u32::try_from(asked.elapsed().as_micros())?);
                    number += 1;
                }
                Fallible::Ok(latencies)
            })
        })
        .collect();
    let mut all = Vec::new();
    for client in clients {
        all.extend(client.await??);
    }
    let seconds = begun.elapsed().as_secs_f64();
    all.sort_unstable();
    Ok((all, seconds))
}

/// One line that a script reads.
fn say(what: &str, size: u64, (latencies, seconds): (Vec<u32>, f64)) {
    let at = |part: usize| latencies.get(latencies.len() * part / 1000).copied().unwrap_or_default();
    println!(
        "{what} size={size} rate={:.0}/s p50={:.2}ms p99={:.2}ms p99.9={:.2}ms n={}",
        latencies.len() as f64 / seconds,
        f64::from(at(500)) / 1e3,
        f64::from(at(990)) / 1e3,
        f64::from(at(999)) / 1e3,
        latencies.len(),
    );
}

impl World {
    async fn new(store: Store) -> Fallible<Self> {
        let registry = Registry::new(store, Pepper::new(PEPPER));
        let member: Organisation = "531000000000000008".parse()?;
        let mut commitments = Vec::new();
        for purpose in
            [ConsentPurpose::ExpenseClaim, ConsentPurpose::DuplicateCheck, ConsentPurpose::AidRegistration]
        {
            let mut commitment = [0; 32];
            getrandom::fill(&mut commitment)?;
            let request = RegisterConsent {
                commitment: Hex32(commitment),
                recipient: member.clone(),
                purpose,
                may_name_member: false,
                valid_days: Count::saturating(365),
            };
            consents::register(&registry, &member, &request).await.map_err(|problem| problem.title)?;
            commitments.push(Hex32(commitment));
        }
        let [claim, look, entries] = commitments.try_into().map_err(|_| "three consents")?;
        Ok(Self { registry, member, claim, look, entries })
    }
}

/// Writes aid entries until there are so many, several in each transaction.
async fn fill(world: &World, url: &str, rows: u64) -> Fallible<()> {
    let there = world.registry.store.read(|tx| {
        Box::pin(async move {
            let row = tx.query_opt("SELECT count(*) FROM aid_entry", &[]).await?;
            row.map_or(Ok(0), |row| row.int(0))
        })
    });
    let there: Result<i64, StoreError> = there.await;
    let first = u64::try_from(there?)?;
    if url.starts_with("sqlite:") {
        fill_sqlite(world, url, first..rows)
    } else {
        fill_postgres(world, url, first..rows).await
    }
}

fn fill_sqlite(world: &World, url: &str, rows: std::ops::Range<u64>) -> Fallible<()> {
    let mut file = rusqlite::Connection::open(url.trim_start_matches("sqlite:"))?;
    file.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;")?;
    let all: Vec<u64> = rows.collect();
    for numbers in all.chunks(200_000) {
        // In the order of the key, as a B-tree likes it.
        let mut keys: Vec<_> =
            numbers.iter().map(|number| world.registry.pepper.key(&token(CHILDREN, *number))).collect();
        keys.sort_unstable();
        let transaction = file.transaction()?;
        {
            let mut insert = transaction.prepare(FILL_SQLITE)?;
            for key in keys {
                let id = key.first_chunk::<16>().ok_or("sixteen bytes")?;
                insert.execute((key, id, world.member.as_str(), world.entries.0))?;
            }
        }
        transaction.commit()?;
    }
    file.execute_batch("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(())
}

/// The keys are made by the server: HMAC-SHA-256 is two hashes around a padded key.
async fn fill_postgres(world: &World, url: &str, rows: std::ops::Range<u64>) -> Fallible<()> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    let padded = |with: u8| {
        let mut pad = [with; 64];
        pad.iter_mut().zip(PEPPER).for_each(|(byte, secret)| *byte ^= secret);
        pad.to_vec()
    };
    let (inner, outer) = (padded(0x36), padded(0x5c));
    let mut first = i64::try_from(rows.start)?;
    let end = i64::try_from(rows.end)?;
    while first < end {
        let last = (first + 499_999).min(end - 1);
        let member = world.member.as_str();
        client
            .execute(FILL_POSTGRES, &[&first, &last, &inner, &outer, &member, &world.entries.0.as_slice()])
            .await?;
        first = last + 1;
    }
    client.batch_execute("VACUUM (ANALYZE) aid_entry").await?;
    Ok(())
}

/// The token of the child or bill of a number: 24 bytes that say which kind, and the number.
fn token(kind: u8, number: u64) -> [u8; 32] {
    let mut token = [kind; 32];
    token.iter_mut().skip(24).zip(number.to_be_bytes()).for_each(|(to, from)| *to = from);
    token
}

/// The numbers in an order that no cache likes.
fn mix(number: u64) -> u64 {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}

fn fresh_id(number: u64) -> Fallible<Id> {
    let mut random = [0; 10];
    getrandom::fill(&mut random)?;
    Ok(Id(Uuid7::from_parts(1_790_000_000_000 + number % 1_000_000_000, random)))
}

fn fen(fen: i64) -> Fallible<Money> {
    Money::from_fen(fen).ok_or_else(|| "no such amount".into())
}

fn settings(flags: &[String]) -> Fallible<Settings> {
    let mut settings = Settings { clients: 16, seconds: 10, bills: 20_000, rows: 1_000_000 };
    for pair in flags.chunks(2) {
        let [name, number] = pair else { return Err("a flag without its number".into()) };
        let number: u64 = number.parse()?;
        match name.as_str() {
            "--clients" => settings.clients = number,
            "--seconds" => settings.seconds = number,
            "--bills" => settings.bills = number,
            "--rows" => settings.rows = number,
            _ => return Err("--clients, --seconds, --bills or --rows".into()),
        }
    }
    Ok(settings)
}

const PEPPER: [u8; 32] = [0x5A; 32];
const BILLS: u8 = 1;
const CHILDREN: u8 = 2;

const BARE_READ: &str =
    "SELECT entry_id, member, coverage_class, month, status FROM aid_entry WHERE token = $1";

const FILL_SQLITE: &str = "\
INSERT INTO aid_entry (token, entry_id, member, content, aid_record_id, epoch, kind, coverage_class, month, status,
                       consent, salt, told_at, recorded_at)
VALUES (?1, ?2, ?3, ?1, ?2, 1, 'resident-id', 'medical', '2026-09', 'paid', ?4, ?1, 0, 1790000000000)";

const FILL_POSTGRES: &str = "\
INSERT INTO aid_entry (token, entry_id, member, content, aid_record_id, epoch, kind, coverage_class, month, status,
                       consent, salt, told_at, recorded_at)
SELECT key, substr(key, 1, 16), $5, key, substr(key, 1, 16), 1, 'resident-id', 'medical', '2026-09', 'paid', $6, key,
       0, 1790000000000
FROM (SELECT sha256($4::bytea || sha256($3::bytea || decode(repeat('02', 24), 'hex') || int8send(number))) AS key
      FROM generate_series($1::bigint, $2::bigint) AS numbers (number) ORDER BY 1) AS keys";
