//! The suite over HTTP: against the node of this project, and against targets that are wrong in every respect.

mod wrong;

use std::{
    collections::BTreeSet,
    fs,
    ops::ControlFlow,
    path::PathBuf,
    time::{Duration, Instant},
};

use tongzhou::value::Instant as Moment;
use tongzhou_conformance::{
    case::{self, Step},
    http::{JournalError, Patience, Progress, RunError},
    report::{Check, Outcome, Report, Verdict},
};

use self::wrong::{Conduct, QUOTA, TOO_MANY, Wrong, wrong_target};
use crate::tested::Tested;

fn now() -> Moment {
    let now = tongzhou::clock::instant(std::time::SystemTime::now()).unwrap();
    Moment::from_unix_seconds(now.unix_seconds()).unwrap()
}

fn wrong(report: &Report) -> Vec<&Check> {
    report.checks.iter().filter(|check| check.verdict != Verdict::Pass).collect()
}

// covers: REQ-EXC-038, REQ-EXC-039, REQ-EXC-040, REQ-SHR-032
#[tokio::test(flavor = "multi_thread")]
async fn the_node_passes_every_case() {
    let cases = case::shipped().unwrap();
    let report = Tested::start().await.unwrap().run(&cases, &[], Patience::default()).await.unwrap();
    assert!(wrong(&report).is_empty(), "{:#?}", wrong(&report));
    assert_eq!(report.outcome(), Outcome::Passed);
    assert!(report.checks.len() > 700);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_everything_alike_clearly_fails() {
    let problem = r#"{"type":"urn:tongzhou:problem:malformed","code":"malformed","status":400,"title":"t","detail":"d","titleZh":"题","detailZh":"文"}"#;
    let notices = r#"{"notices":[],"more":false}"#;
    let mut never: Option<BTreeSet<String>> = None;
    for (status, body) in [(200, "{}"), (200, ""), (400, problem), (400, "{}"), (200, notices)] {
        let target = wrong_target(Conduct::Says(status, body), true).await;
        let report = target.run(&[], None).await.unwrap();
        assert_eq!(report.outcome(), Outcome::Failed, "{status} {body}");
        let of = |wanted| {
            let checks = report.checks.iter().filter(move |check| (check.verdict == Verdict::Fail) == wanted);
            checks.map(|check| check.id.clone()).collect::<BTreeSet<_>>()
        };
        assert!(
            of(true).len() > report.checks.len() / 4 && of(true).contains("wire-signed"),
            "{status} {body}"
        );
        never = Some(never.map_or(of(false), |never| &never & &of(false)));
    }
    // Whoever serves another directory is asked nothing; that an answer is not repeated takes an answer with words.
    let others = ["node-directory", "wire-silent"].map(str::to_owned);
    assert_eq!(never.unwrap(), BTreeSet::from(others), "no such target fails these");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_is_no_pass_and_the_run_ends() {
    let conducts =
        [Conduct::Dies, Conduct::Hangs, Conduct::Floods, Conduct::PromisesMore, Conduct::GoneAfter(20)];
    for conduct in conducts {
        let target = wrong_target(conduct, true).await;
        let began = Instant::now();
        let report = target.run(&[], None).await.unwrap();
        assert!(began.elapsed() < Duration::from_secs(60), "{conduct:?}");
        assert_ne!(report.outcome(), Outcome::Passed, "{conduct:?}");
        let could_not = report.checks.iter().filter(|check| check.verdict == Verdict::CouldNotCheck).count();
        assert!(could_not > report.checks.len() / 2, "{conduct:?}: {could_not}");
        if !matches!(conduct, Conduct::GoneAfter(_)) {
            // This page is served rightly, or nothing would be asked at all.
            let others = report.checks.iter().filter(|check| check.id != "node-directory");
            let others: Vec<&Check> =
                others.filter(|check| check.verdict != Verdict::CouldNotCheck).collect();
            assert!(others.is_empty(), "{conduct:?} {others:#?}");
            assert_eq!(report.outcome(), Outcome::CouldNotCheck);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_of_a_system_that_does_not_say_that_it_is_for_tests() {
    let target = wrong_target(Conduct::Says(200, "{}"), false).await;
    assert!(matches!(target.run(&[], None).await, Err(RunError::NoTestTenant)));
    let mut target = wrong_target(Conduct::Says(200, "{}"), true).await;
    target.tenant.directory.push(b'\n');
    assert!(matches!(target.run(&[], None).await, Err(RunError::OtherDirectory)));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_plays_another_role_is_told_so_at_once() {
    let target = wrong_target(Conduct::KnowsNothing, true).await;
    assert!(matches!(target.run(&[], None).await, Err(RunError::NotOfRole(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_of_no_case_is_no_pass() {
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let report = target.run(&["REQ-NOT-001".to_owned()], None).await.unwrap();
    assert_eq!((report.checks.len(), report.outcome()), (0, Outcome::CouldNotCheck));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_from_its_journal_and_from_no_other() {
    let only = ["REQ-CLM-015".to_owned(), "REQ-CLM-017".to_owned()];
    let journal = std::env::temp_dir().join(format!("tongzhou-journal-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let whole = target.run(&only, Some(&journal)).await.unwrap();
    // Cut off in the middle of its last line.
    let text = fs::read_to_string(&journal).unwrap();
    let lines = text.lines().count();
    let end = text.trim_end().rfind('\n').unwrap();
    fs::write(&journal, &text.as_bytes()[..end - 20]).unwrap();
    let other = target.run(&only[..1], Some(&journal)).await;
    assert!(matches!(other, Err(RunError::Journal(JournalError::Another))));
    assert!(target.run(&only, Some(&journal)).await.unwrap() == whole);
    assert_eq!(fs::read_to_string(&journal).unwrap().lines().count(), lines);
    // Once it came to its end nothing goes on from it, and nothing of it is lost.
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(JournalError::Ended))));
    assert_eq!(fs::read_to_string(&journal).unwrap().lines().count(), lines);

    let other = wrong_target(Conduct::Says(200, "{}"), true).await;
    assert!(matches!(other.run(&only, Some(&journal)).await, Err(RunError::Journal(_))));
    fs::write(&journal, "nothing\n").unwrap();
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(_))));
    fs::remove_file(&journal).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_told_to_stop_asks_nothing_more_and_goes_on_later() {
    let only = ["REQ-CLM-015".to_owned(), "REQ-CLM-017".to_owned()];
    let journal = std::env::temp_dir().join(format!("tongzhou-stopped-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let whole = target.run(&only, None).await.unwrap();
    let until = |stop| {
        move |Progress { done, .. }: Progress<'_>| {
            if done == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    };
    let stopped = target.run_until(&only, Some(&journal), until(2)).await;
    assert!(matches!(stopped, Err(RunError::BrokenOff { noted: true })));
    // The head, and the two cases that were done.
    assert_eq!(fs::read_to_string(&journal).unwrap().lines().count(), 3);
    assert!(target.run(&only, Some(&journal)).await.unwrap() == whole);
    let stopped = target.run_until(&only, None, until(0)).await;
    assert!(matches!(stopped, Err(RunError::BrokenOff { noted: false })));
    // Who stops it when nothing is left to ask has the report.
    let all = whole.checks.iter().filter(|check| !check.id.starts_with("wire-")).count();
    assert!(target.run_until(&only, None, until(all)).await.unwrap() == whole);
    fs::remove_file(&journal).unwrap();
}

/// A journal of a run that was broken off, begun so many seconds ago.
async fn broken_off(target: &Wrong, name: &str, only: &[String], seconds: i64) -> PathBuf {
    let journal = std::env::temp_dir().join(format!("tongzhou-{name}-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    target.run(only, Some(&journal)).await.unwrap();
    let text = fs::read_to_string(&journal).unwrap();
    let (head, rest) = text.split_once('\n').unwrap();
    let mut head: serde_json::Value = serde_json::from_str(head).unwrap();
    head["began"] = Moment::from_unix_seconds(now().unix_seconds() - seconds).unwrap().to_string().into();
    let lines: Vec<&str> = rest.lines().filter(|line| !line.contains("\"ended\"")).collect();
    fs::write(&journal, format!("{head}\n{}\n", lines.join("\n"))).unwrap();
    journal
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_out_long_ago_is_asked_anew() {
    let only = ["REQ-CLM-015".to_owned()];
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let journal = broken_off(&target, "old", &only, 25 * 3600).await;
    let before = fs::read(&journal).unwrap();
    assert!(matches!(target.run(&only, Some(&journal)).await, Err(RunError::Journal(JournalError::Old))));
    assert_eq!(fs::read(&journal).unwrap(), before);
    let journal = broken_off(&target, "old", &only, 23 * 3600).await;
    assert!(target.run(&only, Some(&journal)).await.is_ok());
    fs::remove_file(&journal).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_was_given_up_goes_on_and_a_file_of_something_else_is_left_alone() {
    let target = wrong_target(Conduct::Dies, true).await;
    let journal = std::env::temp_dir().join(format!("tongzhou-given-up-{}", std::process::id()));
    let _ = fs::remove_file(&journal);
    for _ in 0..2 {
        assert_eq!(target.run(&[], Some(&journal)).await.unwrap().outcome(), Outcome::CouldNotCheck);
    }
    for something in ["a letter", "{\"suite\":\"0\"", &"x".repeat(2 << 20)] {
        fs::write(&journal, something).unwrap();
        assert!(matches!(
            target.run(&[], Some(&journal)).await,
            Err(RunError::Journal(JournalError::Line(1)))
        ));
        assert_eq!(fs::read_to_string(&journal).unwrap(), something);
    }
    fs::remove_file(&journal).unwrap();
}

fn verdict(report: &Report, id: &str) -> Option<Verdict> {
    report.checks.iter().find(|check| check.id == id).map(|check| check.verdict)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_seen_to_be_wrong_is_told_though_something_else_was_asked_for() {
    let target = wrong_target(Conduct::Says(200, "{}"), true).await;
    let report = target.run(&["REQ-CLM-015".to_owned()], None).await.unwrap();
    assert_eq!(verdict(&report, "wire-signed"), Some(Verdict::Fail));
    assert_eq!(verdict(&report, "wire-silent"), None);
    let report = target.run(&["REQ-EXC-019".to_owned()], None).await.unwrap();
    assert_eq!(verdict(&report, "wire-silent"), Some(Verdict::CouldNotCheck));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declaration_is_refused_by_the_number_that_is_out_of_its_bounds() {
    for (said, what) in [
        (
            r#"{"testTenant":true,"standardVersion":"1.0","messageBytes":65536,"requestsPerMinute":60}"#,
            "requestsPerMinute",
        ),
        (
            r#"{"testTenant":true,"standardVersion":"1.0","messageBytes":16777217,"requestsPerMinute":600}"#,
            "messageBytes",
        ),
        (
            r#"{"testTenant":true,"standardVersion":"1.0","messageBytes":1024,"requestsPerMinute":120,"quota":99}"#,
            "quota",
        ),
    ] {
        let target = wrong_target(Conduct::Declares(said), true).await;
        let refused = target.run(&[], None).await;
        assert!(matches!(refused, Err(RunError::OutOfBounds { name, .. }) if name == what), "{refused:?}");
    }
    let other = r#"{"testTenant":true,"standardVersion":"9.0","messageBytes":1024,"requestsPerMinute":120}"#;
    let target = wrong_target(Conduct::Declares(other), true).await;
    assert!(matches!(target.run(&[], None).await, Err(RunError::OtherVersion)));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_limits_is_waited_for_however_often_and_who_limits_for_ever_is_not() {
    let target = wrong_target(Conduct::Limits, true).await;
    let report = target.run(&["REQ-CLM-015".to_owned()], None).await.unwrap();
    let cases: Vec<&Check> = report.checks.iter().filter(|check| !check.id.starts_with("wire-")).collect();
    assert!(cases.len() > 2 && cases.iter().all(|check| check.verdict == Verdict::Fail), "{cases:#?}");

    let target = wrong_target(Conduct::Says(429, TOO_MANY), true).await;
    let began = Instant::now();
    let report = target.run(&[], None).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(60));
    let cases = report.checks.iter().filter(|check| !check.id.starts_with("wire-"));
    let others: Vec<&Check> = cases
        .filter(|check| check.verdict != Verdict::CouldNotCheck && check.id != "node-directory")
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_now_and_then_is_asked_to_the_end() {
    let target = wrong_target(Conduct::Stutters, true).await;
    let report = target.run(&["REQ-CLM-015".to_owned(), "REQ-CLM-017".to_owned()], None).await.unwrap();
    let told = format!("{:?}", report.checks);
    assert!(report.checks.len() > 6 && !told.contains("not asked any more"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quota_that_was_used_already_shows_nothing_and_one_without_an_end_is_wrong() {
    for (conduct, verdict, why) in [
        (Conduct::Says(429, QUOTA), Verdict::CouldNotCheck, "is used already today"),
        (Conduct::EvaluatesOne, Verdict::CouldNotCheck, "is used already today"),
        (Conduct::Says(200, "{}"), Verdict::Fail, "more elements were evaluated"),
    ] {
        let target = wrong_target(conduct, true).await;
        let report = target.run(&["evaluate-quota-of-the-day".to_owned()], None).await.unwrap();
        assert_eq!(report.checks[0].verdict, verdict, "{conduct:?}");
        assert!(report.checks[0].reason.as_ref().unwrap().en.contains(why), "{conduct:?}");
    }
}

#[test]
fn who_uses_up_a_quota_asked_for_no_token_before() {
    let (mut asked, mut exhausted) = (Vec::new(), 0);
    for case in case::shipped().unwrap().iter().flat_map(|file| &file.cases) {
        for step in &case.steps {
            match step {
                Step::Exhaust { party, .. } => {
                    exhausted += 1;
                    assert!(!asked.contains(party), "{}", case.id);
                }
                Step::Ask(ask) | Step::Flood { ask } if ask.operation == "tokens/evaluate" => {
                    asked.push(ask.party)
                }
                Step::Together { asks, .. } => {
                    let asks = asks.iter().filter(|ask| ask.operation == "tokens/evaluate");
                    asked.extend(asks.map(|ask| ask.party));
                }
                _ => {}
            }
        }
    }
    assert!(exhausted > 0 && !asked.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_answer_is_not_kept_whole() {
    let long = format!("{{\"status\":\"{}\"}}", "x".repeat(900_000));
    let target = wrong_target(Conduct::Says(200, long.leak()), true).await;
    let report = target.run(&["REQ-CLM-015".to_owned()], None).await.unwrap();
    let told = serde_json::to_string(&report).unwrap();
    assert!(told.contains("cut short") && told.len() < 200_000, "{}", told.len());
}
