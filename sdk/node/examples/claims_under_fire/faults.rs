//! Registries that are wrong on purpose, each in one way: the checker has to name each.

use std::process::{Command, Stdio};

use crate::{Fallible, breach::Promise};

/// The variable of the environment that gives the node a fault.
pub(crate) const VARIABLE: &str = "TONGZHOU_FAULT";

/// One fault, and the breaches of which one has to be found.
struct Seeded {
    name: &'static str,
    found_as: &'static [Promise],
    /// Flags without which it would take long to show.
    flags: &'static [&'static str],
}

/// Runs every fault, and says how many were found.
pub(crate) fn run(words: &[String]) -> Fallible<bool> {
    if !cfg!(tongzhou_faults) {
        return Err("this build has no faults: build it with --cfg tongzhou_faults".into());
    }
    let mut found = 0;
    let sound = one(None, words, &[])?;
    println!("no fault                   {}", if sound.is_empty() { "nothing found" } else { "BREACHES" });
    for seeded in SEEDED {
        let breaches = one(Some(seeded.name), words, seeded.flags)?;
        let expected = seeded.found_as.iter().find(|promise| breaches.contains(&promise.to_string()));
        let named = expected.map_or_else(|| format!("NOT FOUND: {breaches:?}"), ToString::to_string);
        println!("{:26} {named}", seeded.name);
        found += usize::from(expected.is_some());
    }
    println!("{found} of {} faults found", SEEDED.len());
    Ok(found == SEEDED.len() && sound.is_empty())
}

/// The names of the breaches that a run with a fault finds.
fn one(fault: Option<&str>, words: &[String], flags: &[&str]) -> Fallible<Vec<String>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("run").args(USUAL).args(words).args(flags).stdin(Stdio::null()).stderr(Stdio::null());
    if let Some(fault) = fault {
        command.env(VARIABLE, fault);
    }
    let output = String::from_utf8(command.output()?.stdout)?;
    if !output.contains("breaches  ") {
        return Err(format!("the run with {fault:?} did not come to its end").into());
    }
    let breaches = output.lines().filter_map(|line| line.strip_prefix("breach  "));
    Ok(breaches.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect())
}

/// A short run in which everything happens. What a fault keeps from ever being known is not asked for long.
const USUAL: &[&str] = &["--operations", "6000", "--kills", "3", "--settling-s", "20"];

/// Holds end soon and are looked at seldom, so that there are some whose time is over; and for so long that some of those
/// are confirmed, which fewer than one operation in six hundred does.
const SHORT_DAYS: &[&str] =
    &["--day-ms", "800", "--slack-ms", "300", "--sweep-ms", "4000", "--operations", "20000"];

/// Each fault of the node, in its order.
const SEEDED: &[Seeded] = &[
    Seeded { name: "dropped-condition", found_as: &[Promise::NeverOver], flags: &[] },
    Seeded { name: "dropped-check", found_as: &[Promise::DatabaseRefuses], flags: &[] },
    Seeded { name: "fence-unchecked", found_as: &[Promise::RightFence], flags: &[] },
    Seeded { name: "expiry-unchecked", found_as: &[Promise::NotTooLate], flags: SHORT_DAYS },
    Seeded { name: "ack-before-commit", found_as: &[Promise::AcknowledgedStays], flags: &["--kills", "20"] },
    Seeded { name: "application-clock", found_as: &[Promise::NotTooLate], flags: SHORT_DAYS },
    Seeded { name: "retry-not-idempotent", found_as: &[Promise::NoGap, Promise::RowsAgree], flags: &[] },
    Seeded { name: "expire-without-state-test", found_as: &[Promise::PossibleStep], flags: SHORT_DAYS },
    Seeded { name: "release-twice-counts", found_as: &[Promise::PossibleStep], flags: &[] },
    Seeded { name: "reverse-by-anyone", found_as: &[Promise::OwnClaim], flags: &[] },
    Seeded { name: "cap-not-lowered", found_as: &[Promise::TrueEntry], flags: &[] },
    Seeded { name: "held-not-moved-on-confirm", found_as: &[Promise::TrueEntry], flags: &[] },
    Seeded { name: "lost-outbox-row", found_as: &[Promise::NoGap], flags: &[] },
];
