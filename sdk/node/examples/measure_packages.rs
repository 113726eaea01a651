//! How many packages a member's node takes in a second, beside what checking the same packages takes by itself.
//!
//! ```text
//! cargo run --release -p tongzhou-node --example measure_packages -- [SECONDS]
//! ```
//!
//! Each size is measured in three ways, one after the other: `node` sends prepared sealed packages over HTTP on loopback,
//! several at a time, to a node in the same process with SQLite inside, which opens, judges and keeps each; `opened and
//! checked` lets as many threads as there are cores do what the node's judgement consists of, without node and disk;
//! `checked` leaves the seal out as well. Machines are noisy: compare ratios within one run.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../tests/it/alliance.rs"]
#[allow(dead_code, unreachable_pub)]
mod alliance;
#[path = "../tests/it/parcel.rs"]
#[allow(dead_code)]
mod parcel;

use std::{
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use tongzhou::validate::{self, Answer, Options};
use tongzhou_exchange::message::wire::Organisation;

use alliance::{Alliance, CHARITY, Folder, REGISTRY, now};

const MIB: usize = 1 << 20;
const LIMITS: &str = "[limits]\nrequests-per-minute = 100000000\nrequests-per-minute-of-address = 100000000\n\
                      waiting-bytes = 1000000000000\n";
const CLIENTS: usize = 4;

#[tokio::main]
async fn main() {
    let long = Duration::from_secs(env::args().nth(1).map_or(5, |text| text.parse().unwrap()));
    for (papers, bytes) in [(0, 0), (8, MIB / 8), (8, MIB), (8, 4 * MIB)] {
        measure(papers, bytes, long).await;
    }
}

async fn measure(papers: usize, bytes: usize, long: Duration) {
    let (alliance, folder, outside) = (Alliance::new(), Folder::new(), Folder::new());
    alliance.set_up(&folder.0);
    let papers: Vec<PathBuf> = (0..papers).map(|number| paper(&outside.0, number, bytes)).collect();
    // More than the node takes while it is measured.
    let in_a_second = (600 * MIB / (papers.len() * bytes).max(1)).min(1500);
    let many = usize::try_from(long.as_secs()).unwrap() * in_a_second;
    let directory = alliance.in_force();
    let sent: Vec<PathBuf> = (0..many)
        .map(|number| {
            let key = alliance.charity.signing();
            let signed = parcel::signed(&outside.0, parcel::fresh_id(), CHARITY, REGISTRY, key, &papers);
            let path = outside.path(&format!("{number}.tzpkg.age"));
            fs::write(&path, parcel::sealed(&directory, &signed)).unwrap();
            path
        })
        .collect();
    let size = fs::metadata(&sent[0]).unwrap().len();
    println!("packages of {:.2} MiB with {} papers", size as f64 / MIB as f64, papers.len());

    let running = alliance.start(&folder.0, LIMITS).await;
    let client = alliance.client(&alliance.charity, running.url());
    let registry: Organisation = REGISTRY.parse().unwrap();
    let (sent, next) = (Arc::new(sent), Arc::new(AtomicUsize::new(0)));
    let begun = Instant::now();
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (client, registry) = (client.clone(), registry.clone());
            let (sent, next) = (Arc::clone(&sent), Arc::clone(&next));
            tokio::spawn(async move {
                let mut taken = 0_usize;
                while begun.elapsed() < long {
                    let Some(path) = sent.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
                    client.submit(&registry, path).await.unwrap();
                    taken += 1;
                }
                taken
            })
        })
        .collect();
    let mut taken = 0;
    for task in tasks {
        taken += task.await.unwrap();
    }
    let node = say("node", taken, begun.elapsed(), size);
    running.stop().await;

    let identity = alliance.registry.keys.opening().unwrap();
    let options = Options::on(now().china_date()).with_directory(&directory);
    let with_key = options.with_identities(std::slice::from_ref(identity));
    let sealed = fs::read(&sent[0]).unwrap();
    let opened = alone("opened and checked", &sealed, &with_key, long / 2);
    let plain = fs::read(outside.path("signed.tzpkg")).unwrap();
    let checked = alone("checked", &plain, &options, long / 2);
    println!("node: {:.2} of opened and checked, {:.2} of checked\n", node / opened, node / checked);
}

/// The engine by itself on every core.
fn alone(what: &str, package: &[u8], options: &Options<'_>, long: Duration) -> f64 {
    let begun = Instant::now();
    let work = || {
        let mut done = 0_usize;
        while begun.elapsed() < long {
            let checked = validate::package(Cursor::new(package), options).unwrap();
            assert_eq!(checked.answer(), Answer::Sound);
            done += 1;
        }
        done
    };
    let cores = thread::available_parallelism().unwrap().get();
    let done = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    say(what, done, begun.elapsed(), package.len() as u64)
}

fn say(what: &str, done: usize, took: Duration, size: u64) -> f64 {
    let rate = done as f64 / took.as_secs_f64();
    println!("  {what:18} {rate:8.1}/s {:8.1} MiB/s  n={done}", rate * size as f64 / MIB as f64);
    rate
}

/// A photo that no packing makes smaller: its frame, its scan, and noise that no marker is in.
fn paper(folder: &Path, number: usize, bytes: usize) -> PathBuf {
    let mut content = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
    content.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]);
    let mut noise = vec![0; bytes];
    getrandom::fill(&mut noise).unwrap();
    content.extend(noise.into_iter().map(|byte| byte & 0x7F));
    content.extend([0xFF, 0xD9]);
    let path = folder.join(format!("{number}.jpg"));
    fs::write(&path, content).unwrap();
    path
}
