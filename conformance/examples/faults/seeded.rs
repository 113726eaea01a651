//! One fault after the other, in several processes.

use std::{
    env, fs,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tokio::runtime::{Builder, Runtime};
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

/// Runs those faults whose names begin with one of `arguments`, all where there is none; whether each was caught, and
/// nothing found where there is no fault.
pub(crate) fn run(arguments: &[String]) -> Fallible<bool> {
    let suite = Suite::shipped()?;
    match arguments {
        [] => suite.whole(),
        [flag, number] if flag == PART => {
            let own = suite.faults.iter().skip(number.parse()?).step_by(PARTS);
            suite.catches_all(own)
        }
        names => {
            let named = |fault: &&Fault| names.iter().any(|name| fault.name.starts_with(name.as_str()));
            suite.catches_all(suite.faults.iter().filter(named))
        }
    }
}

/// What is asked, and the faults that are put in.
struct Suite {
    set: Set,
    cases: Vec<CaseFile>,
    faults: Vec<Fault>,
    runtime: Runtime,
}

impl Suite {
    fn shipped() -> Fallible<Self> {
        let set = Set::shipped()?;
        let faults = faults::listed()?.into_iter().chain(faults::of_rules(&set)).collect();
        let runtime = Builder::new_multi_thread().enable_all().worker_threads(2).build()?;
        Ok(Self { set, cases: case::shipped()?, faults, runtime })
    }

    /// Every fault, in several processes, since a process has one fault at a time and mostly waits; and meanwhile, here,
    /// the suite without a fault.
    fn whole(&self) -> Fallible<bool> {
        let program = env::current_exe()?;
        let parts: Vec<Child> = (0..PARTS)
            .map(|number| {
                Command::new(&program).args([PART, &number.to_string()]).stdout(Stdio::piped()).spawn()
            })
            .collect::<Result<_, _>>()?;
        let mut sound = self.finds_nothing_without_a_fault()?;
        let (mut caught, mut all) = (0, 0);
        for part in parts {
            let output = part.wait_with_output()?;
            let told = String::from_utf8(output.stdout)?;
            print!("{told}");
            let counts =
                told.lines().last().and_then(counted).ok_or("a part that does not say what came of it")?;
            (caught, all) = (caught + counts.0, all + counts.1);
            sound &= output.status.success();
        }
        println!("all together: {}", count(caught, all));
        Ok(is_told(caught, all)? && sound && caught == all && all == self.faults.len())
    }

    fn finds_nothing_without_a_fault(&self) -> Fallible<bool> {
        let by_cases = async { Tested::start().await?.run(&self.cases, &[], PATIENCE).await };
        let mut sound = true;
        for report in [run_own(&self.set, |_| true, |_| {})?, self.runtime.block_on(by_cases)?] {
            let faulty = report.checks.iter().filter(|check| is_wrong(check));
            faulty.for_each(|check| println!("without a fault: {} {:?}", check.id, check.reason));
            sound &= report.outcome() == Outcome::Passed;
        }
        println!("no fault: {}", if sound { "nothing found" } else { "SOMETHING FOUND" });
        Ok(sound)
    }

    /// Puts in one fault after the other, and tells by which checks each was caught.
    fn catches_all<'f>(&self, faults: impl Iterator<Item = &'f Fault>) -> Fallible<bool> {
        let (mut caught, mut all) = (0, 0);
        for fault in faults {
            fault::seed(Some(&fault.name));
            let report = self.asked(fault);
            fault::seed(None);
            let by = catches(fault, &report?);
            all += 1;
            caught += usize::from(!by.is_empty());
            if by.is_empty() {
                println!("NOT CAUGHT {} ({})", fault.name, fault.requirements.join(" "));
            } else {
                let more = by.len().saturating_sub(SHOWN);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                let first: Vec<&str> = by.iter().take(SHOWN).map(String::as_str).collect();
                println!("{:40} {}{more}", fault.name, first.join(" "));
            }
        }
        println!("{}", count(caught, all));
        Ok(caught == all && all > 0)
    }

    /// Asks what names a requirement that the fault breaks.
    fn asked(&self, fault: &Fault) -> Fallible<Report> {
        match fault.shown_by {
            ShownBy::Vectors => {
                let shows = |ids: &[String]| ids.iter().any(|id| fault.requirements.contains(id));
                Ok(run_own(&self.set, |vector| shows(&vector.requirements), |_| {})?)
            }
            ShownBy::Cases => {
                let (cases, ids) = (shown_by(&self.cases, fault), &fault.requirements);
                self.runtime.block_on(async { Tested::start().await?.run(&cases, ids, PATIENCE).await })
            }
        }
    }
}

/// What came of some faults, in a line that [`counted`] reads.
fn count(caught: usize, all: usize) -> String {
    format!("{caught} of {all} faults caught")
}

fn counted(line: &str) -> Option<(usize, usize)> {
    let (caught, all) = line.strip_suffix(" faults caught")?.split_once(" of ")?;
    Some((caught.parse().ok()?, all.parse().ok()?))
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

/// A process that puts in every fourth fault is told which are its own.
const PART: &str = "--part";
const PARTS: usize = 4;
/// How many of the checks that catch a fault are named.
const SHOWN: usize = 3;
