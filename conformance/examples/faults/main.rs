//! Puts in every fault of `conformance/faults.csv`, and one for each rule, and sees that the suite catches each by a
//! check that names the requirement which it breaks.
//!
//! `RUSTC_WORKSPACE_WRAPPER=.ci/with-faults cargo run -p tongzhou-conformance --example faults [NAME…]`; names may be
//! cut short.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[cfg(tongzhou_faults)]
mod seeded;
#[cfg(tongzhou_faults)]
#[path = "../../tests/it/tested.rs"]
mod tested;

use std::process::ExitCode;

#[cfg(tongzhou_faults)]
fn main() -> ExitCode {
    match seeded::run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(tongzhou_faults))]
fn main() -> ExitCode {
    eprintln!("this build has no faults: build it with --cfg tongzhou_faults");
    ExitCode::FAILURE
}
