//! Adapters that are not as they should be: what comes of them is bounded, and never a pass. And the page for those who
//! write one.
#![cfg(unix)]

use std::{
    ffi::OsString,
    time::{Duration, Instant},
};

use serde_json::Value;
use tongzhou_conformance::{
    adapter::{Patience, Program, own, run},
    report::{Counts, Outcome, Report, Verdict},
    vector::{Area, Set},
};

/// What comes of asking a shell program about tokens.
fn report(script: &str) -> Report {
    let command = ["sh", "-c", script].map(OsString::from).to_vec();
    let patience = Patience { answer: Duration::from_millis(400), line: 4096 };
    run(
        &Set::shipped().unwrap(),
        &Program { command, patience },
        |vector| vector.area == Area::Tokens,
        |_| {},
    )
    .unwrap()
}

/// The same answer to every question, after an introduction.
fn always(answer: &str) -> String {
    format!(
        r#"read first; echo '{{"id":0,"name":"made up","areas":["tokens"]}}'
        number=0; while read line; do number=$((number+1)); echo "{{\"id\":$number,{answer}}}"; done"#
    )
}

fn all(verdict: Verdict) -> impl Fn(&Report) -> bool {
    move |report| !report.checks.is_empty() && report.checks.iter().all(|check| check.verdict == verdict)
}

#[test]
fn one_that_ends_hangs_floods_or_babbles_is_no_pass_and_takes_no_time() {
    let flood = "while :; do printf xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done";
    for script in ["exit 0", "sleep 100", "read first; cat", "echo hello", flood, "exec 0<&-; sleep 100"] {
        let begun = Instant::now();
        let report = report(script);
        assert!(all(Verdict::CouldNotCheck)(&report), "{script}");
        assert_eq!(report.checks.len(), 1, "{script}: told once");
        assert_eq!(report.outcome(), Outcome::CouldNotCheck, "{script}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{script}");
    }
}

#[test]
fn one_that_is_not_there_is_no_pass() {
    let command = vec![OsString::from("/there/is/no/such/program")];
    let program = Program { command, patience: Patience::default() };
    let report =
        run(&Set::shipped().unwrap(), &program, |vector| vector.area == Area::Tokens, |_| {}).unwrap();
    assert!(all(Verdict::CouldNotCheck)(&report));
}

#[test]
fn one_that_claims_nothing_was_not_checked() {
    let report = report(r#"echo '{"id":0,"name":"made up","areas":[]}'; cat > /dev/null"#);
    assert!(all(Verdict::NotApplicable)(&report));
    assert_eq!(report.outcome(), Outcome::CouldNotCheck);
}

#[test]
fn what_is_not_supported_is_not_passed() {
    let report = report(&always(r#"\"unsupported\":true"#));
    assert!(all(Verdict::NotApplicable)(&report));
    assert_eq!(report.outcome(), Outcome::CouldNotCheck);
}

#[test]
fn one_that_answers_the_same_to_everything_fails() {
    for answer in [r#"\"value\":{}"#, r#"\"value\":{\"refused\":\"form\"}"#, r#"\"verdict\":\"accepted\""#] {
        let report = report(&always(answer));
        let counts = Counts::of(&report.checks);
        assert!(counts.fail * 10 > report.checks.len() * 7, "{counts:?}");
        assert_eq!(report.outcome(), Outcome::Failed);
    }
}

#[test]
fn one_that_dies_half_way_is_started_again_and_loses_only_that_answer() {
    // It introduces itself, answers three questions that it does not support, and ends at the fourth.
    let script = r#"read first; echo '{"id":0,"name":"made up","areas":["tokens"]}'
        for each in 1 2 3; do
            read line; id=${line#*'"id":'}; echo "{\"id\":${id%%,*},\"unsupported\":true}"
        done
        read line; exit 1"#;
    let report = report(script);
    let verdicts: Vec<Verdict> = report.checks.iter().map(|check| check.verdict).collect();
    let four =
        [Verdict::NotApplicable, Verdict::NotApplicable, Verdict::NotApplicable, Verdict::CouldNotCheck];
    // Started six times, then given up.
    let (first, rest) = verdicts.split_at(24);
    assert_eq!(first, four.repeat(6));
    assert!(rest.iter().all(|verdict| *verdict == Verdict::CouldNotCheck));
}

#[test]
fn the_question_that_the_page_shows_is_answered_as_it_says() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ADAPTER.md")).unwrap();
    let blocks: Vec<Value> = page
        .split("```json\n")
        .skip(1)
        .map(|rest| serde_json::from_str(rest.split("```").next().unwrap()).unwrap())
        .collect();
    let asked = blocks.iter().position(|block| block["operation"] == "token-input").unwrap();
    let question = serde_json::from_value(blocks[asked].clone()).unwrap();
    assert_eq!(serde_json::to_value(own::answer(&question)).unwrap(), blocks[asked + 1]);
}
