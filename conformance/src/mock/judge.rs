//! What each scenario showed.

use std::{
    fs::{self, File},
    io::Read as _,
    path::Path,
    time::Duration,
};

use serde_json::{Value, json};
use tongzhou::code::Code;
use tongzhou_exchange::{
    batch::{MAX_FILE_BYTES, REQUESTS_ENDING, open_batch},
    problem::{ProblemKind, is_worth_a_retry},
};

use super::{
    Expected, Shared,
    alliance::Peer,
    record::{Record, Seen},
    scenario::{Fault, Judge, Promise},
};
use crate::report::{Check, Reason, Verdict};

/// Why a check is no pass.
pub(super) enum Not {
    /// The client did what it must not.
    Right(Reason),
    /// It cannot be told.
    Told(Reason),
}

pub(super) type Judged = Result<(), Not>;

/// A check of the scenario of this number, with all that it is judged by.
struct Case<'c> {
    shared: &'c Shared,
    record: &'c Record,
    folder: &'c Path,
    number: usize,
    expected: &'c Expected,
}

/// The checks of every scenario.
pub(super) fn checks(shared: &Shared, record: &Record, folder: &Path) -> Vec<Check> {
    let mut checks = Vec::new();
    for (number, scenario) in shared.scenarios.iter().enumerate() {
        let Some(case) = Case::of(shared, record, folder, number) else { continue };
        checks.extend(scenario.checks.iter().map(|promise| check(promise, case.judged(&promise.judge))));
    }
    checks
}

/// Whether every check of a scenario came to a verdict.
pub(super) fn is_decided(shared: &Shared, record: &Record, number: usize, folder: &Path) -> bool {
    let Some(case) = Case::of(shared, record, folder, number) else { return true };
    let mut promises = shared.scenarios.get(number).into_iter().flat_map(|scenario| &scenario.checks);
    promises.all(|promise| !matches!(case.judged(&promise.judge), Err(Not::Told(_))))
}

/// Where not all was recorded, nothing is a pass.
pub(super) fn not_all_was_seen(checks: &mut [Check]) {
    for check in checks.iter_mut().filter(|check| check.verdict == Verdict::Pass) {
        check.verdict = Verdict::CouldNotCheck;
        check.reason =
            Some(Reason::words("more was sent than is recorded", "发送的请求超过了可以记录的数量"));
    }
}

fn differs(en: &str, zh: &str, expected: Value, found: Value) -> Not {
    Not::Right(Reason::new(en, zh, Some(expected), Some(found)))
}

fn wrong(en: &str, zh: &str) -> Not {
    Not::Right(Reason::words(en, zh))
}

fn untold(en: &str, zh: &str) -> Not {
    Not::Told(Reason::words(en, zh))
}

fn undone(operation: &str) -> Not {
    untold(
        &format!("this was not done: no {operation} came with its papers; see instructions.md"),
        &format!("没有做这一步：没有收到用其材料发出的 {operation}；见 instructions.md"),
    )
}

fn check(promise: &Promise, judged: Judged) -> Check {
    let (verdict, reason) = match judged {
        Ok(()) => (Verdict::Pass, None),
        Err(Not::Right(reason)) => (Verdict::Fail, Some(reason)),
        Err(Not::Told(reason)) => (Verdict::CouldNotCheck, Some(reason)),
    };
    Check {
        id: promise.id.clone(),
        requirements: promise.requirements.clone(),
        cause: promise.cause.clone(),
        cause_zh: promise.cause_zh.clone(),
        verdict,
        scored: true,
        excuse: None,
        reason,
    }
}

impl<'c> Case<'c> {
    fn of(shared: &'c Shared, record: &'c Record, folder: &'c Path, number: usize) -> Option<Self> {
        Some(Self { shared, record, folder, number, expected: shared.expected.get(number)? })
    }

    fn judged(&self, judge: &Judge) -> Judged {
        match judge {
            Judge::Tokens(operation) => self.tokens(operation),
            Judge::Expense(operations) => operations.iter().try_for_each(|operation| self.expense(operation)),
            Judge::Burden(amount, source) => self.burden(amount, source),
            Judge::NotSent { operations, after } => self.not_sent(operations, after),
            Judge::SameAgain(operation) => self.same_again(operation),
            Judge::WaitsGrow(operation) => self.waits_grow(operation),
            Judge::WaitsAsTold(operation) => self.waits_as_told(operation),
            Judge::Confirmed => self.confirmed(),
            Judge::Package => self.package(),
            Judge::Batch => self.batch(),
        }
    }

    fn of_operation(&self, operation: &str) -> Result<Vec<&'c Seen>, Not> {
        let record = self.record;
        let seen: Vec<&Seen> = record
            .requests
            .iter()
            .filter(|seen| seen.scenario == Some(self.number) && seen.operation == operation)
            .collect();
        if seen.is_empty() { Err(undone(operation)) } else { Ok(seen) }
    }

    /// What is right counts only where the peers did misbehave, and where it came to its end.
    fn came_to_its_end(&self, seen: &[&Seen]) -> Judged {
        if !self.faults_took_place() {
            return Err(untold(
                "not every peer that misbehaves here was asked, so that nothing is shown",
                "这里出错的对方没有都被问到，因此看不出结果",
            ));
        }
        if seen.iter().any(|seen| seen.was_done()) {
            return Ok(());
        }
        Err(untold("it was asked, and nothing of it was done", "已经发出，但没有办成"))
    }

    fn faults_took_place(&self) -> bool {
        self.record.faults_took_place(&self.shared.scenarios, self.number)
    }

    fn tokens(&self, operation: &str) -> Judged {
        let seen = self.of_operation(operation)?;
        let mut expected: Vec<&Value> = self.expected.tokens.iter().collect();
        sort(&mut expected);
        for request in &seen {
            let body = request.body.as_ref();
            let sent = body.and_then(|body| body.get("tokens")?.as_array());
            let mut sent: Vec<&Value> = sent.into_iter().flatten().collect();
            sort(&mut sent);
            if sent != expected {
                return Err(differs(
                    "other tokens were sent than the papers lead to",
                    "发送的令牌与材料应得的不同",
                    outline(&expected),
                    outline(&sent),
                ));
            }
        }
        self.came_to_its_end(&seen)
    }

    fn expense(&self, operation: &str) -> Judged {
        let seen = self.of_operation(operation)?;
        let expected = self.expected.expense.as_ref();
        if seen.iter().any(|seen| seen.body.as_ref().and_then(|body| body.get("expense")) != expected) {
            return Err(wrong(
                "the token of an expense was sent that is none of the bill to be claimed on",
                "发送的费用令牌不是应当占用的那张票据的",
            ));
        }
        self.came_to_its_end(&seen)
    }

    fn burden(&self, amount: &str, source: &str) -> Judged {
        let seen = self.of_operation("claims/reserve")?;
        let expected = json!({ "amount": amount, "source": source });
        for request in &seen {
            let stated = request.body.as_ref().and_then(|body| body.get("burden"));
            if stated != Some(&expected) {
                return Err(differs(
                    "another burden was stated than the paper says",
                    "所述家庭负担与票据不同",
                    expected,
                    stated.cloned().unwrap_or_default(),
                ));
            }
        }
        self.came_to_its_end(&seen)
    }

    fn not_sent(&self, operations: &[String], after: &str) -> Judged {
        for operation in operations {
            if self.of_operation(operation).is_ok() {
                return Err(wrong(
                    &format!("{operation} was sent, though nothing could be relied on to send it"),
                    &format!("发送了 {operation}，而其所依据的结果不可靠"),
                ));
            }
        }
        self.of_operation(after)?;
        if self.faults_took_place() {
            return Ok(());
        }
        Err(untold(
            "not every peer that misbehaves here was asked, so that nothing is shown",
            "这里出错的对方没有都被问到，因此看不出结果",
        ))
    }

    /// The requests of an operation from the first on at which the peer misbehaved.
    fn tries(&self, operation: &str) -> Result<Vec<&'c Seen>, Not> {
        let seen = self.of_operation(operation)?;
        let tries: Vec<&Seen> = seen.into_iter().skip_while(|seen| seen.fault.is_none()).collect();
        if tries.len() > 1 {
            return Ok(tries);
        }
        Err(untold(
            &format!("{operation} was not sent again; have it sent again, or wait longer"),
            &format!("没有重发 {operation}；请再次发送，或多等一会儿"),
        ))
    }

    fn same_again(&self, operation: &str) -> Judged {
        let tries = self.tries(operation)?;
        let first = tries.first().and_then(|seen| seen.body.as_ref());
        if tries.iter().any(|seen| seen.body.as_ref() != first) {
            return Err(wrong(
                "what was sent again is another request: its id or its content differs",
                "重发的是另一个请求：标识号或内容不同",
            ));
        }
        self.came_to_its_end(&tries)
    }

    fn waits_grow(&self, operation: &str) -> Judged {
        let tries = self.tries(operation)?;
        let pauses = pauses(&tries);
        let milliseconds: Vec<u128> = pauses.iter().map(Duration::as_millis).collect();
        // What a machine that is busy adds to a pause is no fault of the client's.
        let is_shorter = |one: Duration, next: Duration| next + BUSY < one.mul_f64(0.8);
        let shorter = pauses.windows(2).any(|pair| matches!(pair, [one, next] if is_shorter(*one, *next)));
        let grown = match (pauses.first(), pauses.last()) {
            (Some(first), Some(last)) if pauses.len() > 2 => *last >= first.mul_f64(1.25),
            _ => return self.came_to_its_end(&[]),
        };
        if shorter || !grown {
            return Err(differs(
                "the pauses between tries do not grow, in milliseconds",
                "重发的间隔没有延长（毫秒）",
                json!("each longer than the one before"),
                json!(milliseconds.iter().map(|pause| pause.to_string()).collect::<Vec<_>>()),
            ));
        }
        self.came_to_its_end(&tries)
    }

    fn waits_as_told(&self, operation: &str) -> Judged {
        let tries = self.tries(operation)?;
        for (seen, pause) in tries.iter().zip(pauses(&tries)) {
            let asked = match seen.fault {
                Some(Fault::TooMany(seconds) | Fault::UnavailableFor(seconds)) => seconds,
                _ => continue,
            };
            // A clock that ticks in whole milliseconds is no fault.
            if pause + Duration::from_millis(20) < Duration::from_secs(asked.into()) {
                return Err(differs(
                    "it was sent again before the time that the answer asked for, in milliseconds",
                    "没有等到应答所写的时间就重发（毫秒）",
                    json!(u64::from(asked) * 1000),
                    json!(u64::try_from(pause.as_millis()).unwrap_or(u64::MAX)),
                ));
            }
        }
        self.came_to_its_end(&tries)
    }

    fn confirmed(&self) -> Judged {
        let held: Vec<(Option<&Value>, Option<&Value>)> = self
            .record
            .of(self.number, "claims/reserve")
            .filter(|seen| seen.was_done())
            .filter_map(|seen| seen.answered.as_ref()?.2.as_ref())
            .map(|claim| (claim.get("claimId"), claim.get("fence")))
            .collect();
        let confirms = self.of_operation("claims/confirm")?;
        for confirm in &confirms {
            let body = confirm.body.as_ref();
            let sent = (body.and_then(|it| it.get("claimId")), body.and_then(|it| it.get("fence")));
            if !held.contains(&sent) {
                return Err(wrong(
                    "a claim was confirmed that was not held, or under another fence",
                    "确认了没有占用成功的费用，或凭据不符",
                ));
            }
        }
        self.came_to_its_end(&confirms)
    }

    fn package(&self) -> Judged {
        let seen = self.of_operation("packages/submit")?;
        for problem in seen.iter().filter_map(|seen| seen.answered.as_ref()?.2.as_ref()) {
            let Some(code) = problem.get("code").and_then(Value::as_str) else { continue };
            if ProblemKind::from_code(code).is_none_or(|kind| !is_worth_a_retry(kind)) {
                let found = json!({ "code": code, "findings": problem.get("findings") });
                return Err(differs("the package was refused", "资料包被拒收", json!("taken"), found));
            }
        }
        self.came_to_its_end(&seen)
    }

    fn batch(&self) -> Judged {
        let (Ok(us), Ok(now)) = (Peer::Registry.code().parse(), super::now()) else {
            return Err(untold("the clock of this machine is wrong", "本机的时钟不正确"));
        };
        let identities: Vec<_> = Peer::Registry.opening().into_iter().collect();
        let files = batches(&self.folder.join("by-file/to-registry"));
        for path in files.iter().take(MOST_BATCHES) {
            let mut file = Vec::new();
            let most = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
            let read = File::open(path).and_then(|open| open.take(most).read_to_end(&mut file));
            let Ok(_) = read else { return Err(untold("a file cannot be read", "有文件无法读取")) };
            match open_batch(&file, &identities, &self.shared.alliance.directory, &us, now) {
                Ok(batch) if batch.content.from.as_str() == self.shared.client.code => {}
                Ok(_) => return Err(wrong("the batch names another sender", "发送机构不符")),
                Err(fault) => {
                    return Err(wrong(
                        &format!("the batch is refused: {fault}"),
                        &format!("这一批请求被拒绝：{fault}"),
                    ));
                }
            }
        }
        match files.len() {
            0 => Err(untold(
                "there is no batch in by-file/to-registry; see instructions.md",
                "by-file/to-registry 中没有请求文件；见 instructions.md",
            )),
            1..=MOST_BATCHES => Ok(()),
            _ => Err(untold(
                "there are more files in by-file/to-registry than are looked at; leave there those of one run",
                "by-file/to-registry 中的文件太多，没有全部核对；请只留本次的文件",
            )),
        }
    }
}

/// How long it was between an answer and the next try.
fn pauses(tries: &[&Seen]) -> Vec<Duration> {
    let pause = |pair: &[&Seen]| match pair {
        [one, next] => {
            let left = one.answered.as_ref().map_or(one.came, |(at, ..)| *at);
            next.came.saturating_duration_since(left)
        }
        _ => Duration::ZERO,
    };
    let faults = tries.iter().filter(|seen| seen.fault.is_some()).count();
    tries.windows(2).take(faults).map(pause).collect()
}

fn sort(tokens: &mut [&Value]) {
    tokens.sort_by_key(|token| token.to_string());
}

/// Kinds and epochs of tokens, without their values.
fn outline(tokens: &[&Value]) -> Value {
    let part = |token: &Value, name: &str| token.get(name).cloned().unwrap_or_default();
    tokens.iter().map(|token| json!({ "kind": part(token, "kind"), "epoch": part(token, "epoch") })).collect()
}

fn batches(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_one = |path: &std::path::PathBuf| path.to_string_lossy().ends_with(REQUESTS_ENDING);
    let mut batches: Vec<_> = paths.filter(is_one).collect();
    batches.sort_unstable();
    batches
}

/// By how much a pause may look longer than it was.
const BUSY: Duration = Duration::from_millis(150);
/// How many files are looked at.
const MOST_BATCHES: usize = 20;
