//! Claims under fire: many clients on few bills, while answers are lost, requests are doubled, the node and the
//! database are killed and the disk is full; then every answer is held to what is written.
//!
//! ```text
//! cargo run --release -p tongzhou-node --example claims_under_fire -- run --engine postgres --database-kills 6
//! ```
//!
//! | | |
//! |---|---|
//! | `run` | one run; ends with 1 where a promise was broken |
//! | `faults` | a run for each seeded fault, in a build with `--cfg tongzhou_faults` |
//! | `node URL` | what is killed: the registry, answering lines |
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod breach;
mod checker;
mod client;
mod cluster;
mod faults;
mod fire;
mod history;
mod node;
mod numbers;
mod replay;
mod report;
mod rows;
mod settings;
mod speech;
mod wire;

use std::{
    error::Error,
    fs,
    process::{Command, ExitCode},
};

use settings::Settings;

/// What may fail here is told and ends the program.
type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn command(words: &[String]) -> Fallible<bool> {
    match words {
        [first, flags @ ..] if first == "run" => {
            let settings = Settings::read(flags)?;
            if let (Some(size), None) = (settings.small_disk, &settings.folder) {
                return on_a_small_disk(size, words);
            }
            let report = fire::run(&settings)?;
            println!("{report}");
            Ok(report.breaches.total() == 0)
        }
        [first, flags @ ..] if first == "faults" => faults::run(flags),
        [first, url, flags @ ..] if first == "node" => node::run(url, &Settings::read(flags)?).map(|()| true),
        _ => Err("say run, faults or node".into()),
    }
}

/// Runs again with a disk of its own in memory, which only this process and its children see. Only root may do so.
fn on_a_small_disk(mebibytes: u64, words: &[String]) -> Fallible<bool> {
    let folder = std::env::temp_dir().join(format!("claims-disk-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let script = format!("mount -t tmpfs -o size={mebibytes}m tmpfs \"$0\" && exec \"$@\" --folder \"$0\"");
    let status = Command::new("unshare")
        .args(["--mount", "sh", "-c", &script])
        .arg(&folder)
        .arg(std::env::current_exe()?)
        .args(words)
        .status()?;
    fs::remove_dir(&folder)?;
    match status.code() {
        Some(0) => Ok(true),
        Some(1) => Ok(false),
        _ => Err("the run on a small disk did not come to its end".into()),
    }
}
