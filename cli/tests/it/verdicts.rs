//! `conformance` with known failures, and `compare`.

use std::{fs, sync::LazyLock};

use serde_json::Value;
use tongzhou::value::Instant;
use tongzhou_conformance::{
    report::{Check, Report, SUITE, Target, TargetKind, Verdict},
    vector::{Area, STANDARD, Set},
};

use super::program::{Run, Scratch};

/// A run of the vectors of messages, whose third answer is spoilt where `spoilt`.
#[cfg(unix)]
fn run(scratch: &Scratch, spoilt: bool, more: &[&str]) -> Run {
    let adapter = if spoilt {
        "\"$0\" conformance serve-adapter | while read -r line; do case \"$line\" in '{\"id\":3,'*) line='{\"id\":3}';; \
         esac; printf '%s\\n' \"$line\"; done"
    } else {
        "exec \"$0\" conformance serve-adapter"
    };
    let program = env!("CARGO_BIN_EXE_tongzhou");
    let ask = ["conformance", "adapter", "--area", "messages"];
    scratch.run(&[&ask[..], more, &["--", "/bin/sh", "-c", adapter, program]].concat())
}

pub(crate) fn in_days(days: i64) -> Instant {
    let now =
        std::time::SystemTime::now().duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap().as_secs();
    Instant::from_unix_seconds(i64::try_from(now).unwrap() + days * 86_400).unwrap()
}

#[test]
#[cfg(unix)]
fn a_known_failure_is_excused_until_its_line_does_not_fit_any_more() {
    let scratch = Scratch::new("known-failing");
    let told = run(&scratch, true, &["--format", "json"]);
    assert_eq!((told.code, told.err.as_str()), (1, ""), "{}", told.out);
    let report: Report = Report::read(told.out.as_bytes()).unwrap();
    assert!(report.ran_at.is_some());
    let failed: Vec<&Check> = report.checks.iter().filter(|check| check.verdict == Verdict::Fail).collect();
    let [failed] = failed.as_slice() else { panic!("{failed:?}") };
    let day = in_days(20).china_date();
    let list = |id: &str, day: &str| format!("check,owner,reason,expires\n{id},平台组,等待新版,{day}\n");
    scratch.write("known.csv", list(&failed.id, &day.to_string()));
    let known = ["--known-failing", "known.csv"];
    let excused = run(&scratch, true, &known);
    assert_eq!((excused.code, excused.err.as_str()), (0, ""));
    assert!(excused.out.ends_with("Outcome: passed, with excused checks\n"), "{}", excused.out);
    assert!(
        excused.out.contains(&format!("excused until {day}, owner: 平台组, reason: 等待新版")),
        "{}",
        excused.out
    );

    // What was kept is shown in every other form as it was, with the same exit code.
    scratch.write("kept.json", &told.out);
    for form in ["human", "json", "junit", "html"] {
        let again = scratch.run(&["--lang", "en", "conformance", "report", "kept.json", "--format", form]);
        assert_eq!((again.code, again.err.as_str()), (1, ""), "{form}");
        assert!(again.out.contains(&failed.id), "{form}");
        assert!(form != "json" || again.out == told.out);
    }
    assert_eq!(scratch.run(&["conformance", "report", "known.csv"]).code, 3);

    // It passes by now.
    let stale = run(&scratch, false, &[&known[..], &["--lang", "zh-CN"]].concat());
    assert_eq!(stale.code, 1);
    assert!(stale.out.ends_with("结论：不通过\n"), "{}", stale.out);
    assert_eq!(
        stale.err,
        "tongzhou: 已知不通过清单已不属实，全部备案都不算数: known.csv\n  第 2 行（项）的检查已经通过：请删去这一行\n"
    );
    // Of no check, and past: what fails is told as a failure.
    scratch.write("known.csv", list("no-such-check", &day.to_string()));
    let other = run(&scratch, true, &known);
    assert_eq!(other.code, 1);
    assert!(other.out.ends_with("Outcome: failed\n"), "{}", other.out);
    assert!(other.err.contains("line or entry 2: this run has no such check"), "{}", other.err);
    scratch.write("known.csv", list(&failed.id, "2026-01-01"));
    let past = run(&scratch, true, &known);
    assert_eq!((past.code, past.out.as_str()), (1, ""), "nothing is asked by a list that is wrong");
    assert!(past.err.contains("line or entry 2: its day is past"), "{}", past.err);
    fs::remove_file(scratch.path("known.csv")).unwrap();
    let missing = run(&scratch, true, &known);
    assert_eq!((missing.code, missing.out.as_str()), (3, ""));
}

#[test]
fn two_reports_are_compared() {
    let scratch = Scratch::new("compare");
    let good = report(&[Area::Messages]);
    let mut bad = good.clone();
    bad.checks[0].verdict = Verdict::Fail;
    scratch.write("good.json", serde_json::to_vec(&good).unwrap());
    scratch.write("bad.json", serde_json::to_vec(&bad).unwrap());
    let compare = |before: &str, after: &str, more: &[&str]| {
        scratch.run(&[&["conformance", "compare", before, after], more].concat())
    };
    let same = compare("good.json", "good.json", &[]);
    assert_eq!((same.code, same.err.as_str()), (0, ""));
    assert!(same.out.ends_with("\nNo difference\n"), "{}", same.out);
    let worse = compare("good.json", "bad.json", &["--format", "json"]);
    assert_eq!((worse.code, worse.err.as_str()), (1, ""));
    let told: Value = serde_json::from_str(&worse.out).unwrap();
    assert_eq!((&told["worse"], &told["changes"][0]["kind"]), (&true.into(), &"newly-failing".into()));
    assert_eq!(compare("bad.json", "good.json", &[]).code, 0);
    scratch.write("tokens.json", serde_json::to_vec(&report(&[Area::Tokens])).unwrap());
    let apart = compare("good.json", "tokens.json", &[]);
    assert_eq!((apart.code, apart.out.as_str()), (3, ""));
    assert!(apart.err.starts_with("tongzhou: these reports have no check in common"), "{}", apart.err);
    assert!(apart.err.ends_with("\n  good.json\n  tokens.json\n"), "{}", apart.err);
    scratch.write("large.json", vec![b' '; (4 << 20) + 1]);
    scratch.write("other.json", "{}");
    for file in ["none.json", "large.json", "other.json"] {
        let unreadable = compare("good.json", file, &[]);
        assert_eq!((unreadable.code, unreadable.out.as_str()), (3, ""), "{}", unreadable.err);
        assert!(unreadable.err.contains(file), "{}", unreadable.err);
    }
}

/// A report in which every vector of these areas passes.
pub(crate) fn report(areas: &[Area]) -> Report {
    // It is slow to make without optimisation.
    static SET: LazyLock<Set> = LazyLock::new(|| Set::shipped().unwrap());
    let of = SET.vectors().iter().filter(|vector| areas.contains(&vector.area));
    Report {
        suite: SUITE.to_owned(),
        standard: STANDARD.to_owned(),
        target: Target {
            kind: TargetKind::Adapter,
            name: "救助系统".to_owned(),
            organisation: None,
            version: None,
        },
        ran_at: Some(in_days(-1)),
        checks: of
            .map(|vector| Check {
                id: vector.id.clone(),
                requirements: vector.requirements.clone(),
                cause: vector.cause.clone(),
                cause_zh: vector.cause_zh.clone(),
                verdict: Verdict::Pass,
                scored: true,
                reason: None,
                excuse: None,
            })
            .collect(),
    }
}

#[test]
fn every_command_has_help_with_an_example_and_its_exit_codes() {
    let scratch = Scratch::new("verdicts-help");
    for command in ["compare", "certify", "verify-certificate", "revoke"] {
        let run = scratch.run(&["conformance", command, "--help"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{command}");
        assert!(run.out.contains(&format!("\n  tongzhou conformance {command} ")), "{command}");
        assert!(run.out.contains("退出码: 0"), "{command}");
    }
}
