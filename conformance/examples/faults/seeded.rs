//! One fault after the other.

use std::{collections::BTreeSet, fs, time::Duration};

use tongzhou::{fault, text::Lang};
use tongzhou_conformance::{
    adapter::run_own,
    case::{self, CaseFile},
    faults::{self, Fault, ShownBy},
    http::Patience,
    report::{Check, Outcome, Report, Verdict},
    vector::Set,
};

use crate::tested::{Fallible, Tested};

/// Runs those faults whose names begin with one of `names`, all where there is none; whether each was caught, and
/// nothing found where there is no fault.
pub(crate) fn run(names: &[String]) -> Fallible<bool> {
    let set = Set::shipped()?;
    let cases = case::shipped()?;
    let listed = faults::listed()?;
    let (of_list, of_rules) = (listed.len(), faults::of_rules(&set).len());
    let mut wanted: Vec<Fault> = listed.into_iter().chain(faults::of_rules(&set)).collect();
    wanted.retain(|fault| names.is_empty() || names.iter().any(|name| fault.name.starts_with(name.as_str())));

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().worker_threads(2).build()?;
    let by_vectors = |fault: &Fault| {
        let shows = |requirements: &[String]| requirements.iter().any(|id| fault.requirements.contains(id));
        run_own(&set, |vector| shows(&vector.requirements), |_| {})
    };
    let by_cases = |fault: &Fault| {
        let (cases, ids) = (shown_by(&cases, fault), &fault.requirements);
        runtime.block_on(async { Tested::start().await?.run(&cases, ids, PATIENCE).await })
    };
    let mut sound = true;
    if names.is_empty() {
        let mut reports = vec![run_own(&set, |_| true, |_| {})?];
        reports.push(runtime.block_on(async { Tested::start().await?.run(&cases, &[], PATIENCE).await })?);
        for report in reports {
            let faulty: Vec<&Check> = report.checks.iter().filter(|check| is_wrong(check)).collect();
            faulty.iter().for_each(|check| println!("without a fault: {} {:?}", check.id, check.reason));
            sound &= report.outcome() == Outcome::Passed;
        }
        println!("no fault: {}", if sound { "nothing found" } else { "SOMETHING FOUND" });
    }
    let (mut missed, mut failed) = (0, BTreeSet::new());
    for fault in &wanted {
        fault::seed(Some(&fault.name));
        let report = match fault.shown_by {
            ShownBy::Vectors => by_vectors(fault)?,
            ShownBy::Cases => by_cases(fault)?,
        };
        fault::seed(None);
        let by = catches(fault, &report);
        if by.is_empty() {
            missed += 1;
            println!("NOT CAUGHT {} ({})", fault.name, fault.requirements.join(" "));
        } else if !names.is_empty() || fault.shown_by == ShownBy::Cases {
            let more = by.len().saturating_sub(SHOWN);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            println!(
                "{:40} {}{more}",
                fault.name,
                by.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(" ")
            );
        }
        failed.extend(by);
    }
    if names.is_empty() {
        let of_cases = cases.iter().flat_map(|file| &file.cases).map(|case| case.id.as_str());
        never_failed("cases", of_cases.collect(), &failed);
        never_failed("vectors", set.vectors().iter().map(|vector| vector.id.as_str()).collect(), &failed);
    }
    let caught = wanted.len() - missed;
    println!("{caught} of {} faults caught ({of_list} listed, {of_rules} rules)", wanted.len());
    if names.is_empty() {
        sound &= is_told(caught, wanted.len())?;
    }
    Ok(sound && missed == 0 && !wanted.is_empty())
}

/// Whether the READMEs tell what came of all faults.
fn is_told(caught: usize, all: usize) -> Fallible<bool> {
    let mut told = true;
    for (path, lang) in [("README.md", Lang::En), ("README.zh-CN.md", Lang::ZhCn)] {
        let sentence = faults::kill_rate(caught, all, lang);
        println!("{sentence}");
        let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../").to_owned() + path)?;
        if !page.contains(&sentence) {
            println!("{path} does not say so");
            told = false;
        }
    }
    Ok(told)
}

/// The cases that name the requirements which a fault breaks: also what holds for all messages is seen of these alone.
fn shown_by(cases: &[CaseFile], fault: &Fault) -> Vec<CaseFile> {
    let mut files = cases.to_vec();
    for file in &mut files {
        file.cases.retain(|case| case.requirements.iter().any(|id| fault.requirements.contains(id)));
    }
    files
}

/// The checks that fail and name the requirement that the fault breaks.
fn catches(fault: &Fault, report: &Report) -> Vec<String> {
    let names_it = |check: &&Check| check.requirements.iter().any(|id| fault.requirements.contains(id));
    let failed = report.checks.iter().filter(|check| check.verdict == Verdict::Fail);
    failed.filter(names_it).map(|check| check.id.clone()).collect()
}

/// Tells which checks passed under every fault: what they would catch is not among the faults.
fn never_failed(kind: &str, checks: Vec<&str>, failed: &BTreeSet<String>) {
    let never: Vec<&str> = checks.iter().copied().filter(|id| !failed.contains(*id)).collect();
    println!("{kind}: {} of {} failed under a fault", checks.len() - never.len(), checks.len());
    never.iter().for_each(|id| println!("  passed under every fault: {id}"));
}

fn is_wrong(check: &Check) -> bool {
    !matches!(check.verdict, Verdict::Pass | Verdict::NotApplicable)
}

/// The node is in this process and without a fault answers at once: what does not come soon does not come.
const PATIENCE: Patience = Patience {
    answer: Duration::from_secs(5),
    bytes: 4 << 20,
    silences: 3,
    late: Duration::from_secs(2),
    waiting: Duration::from_secs(240),
};

/// How many of the checks that catch a fault are named.
const SHOWN: usize = 3;
