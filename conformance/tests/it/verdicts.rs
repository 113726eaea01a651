//! Lists of known failures, and comparisons: of runs that were made up.

use tongzhou::{text::Lang, value::Date};
use tongzhou_conformance::report::{
    Change, ChangeKind, Check, Comparison, Counts, KnownFailing, ListFault, MAX_REPORT_BYTES, Outcome,
    Report, ReportFault, Stale, Verdict,
};

use super::reports::{check, report};

const TODAY: &str = "2026-10-01";

fn today() -> Date {
    TODAY.parse().unwrap()
}

fn list(rows: &str) -> Result<KnownFailing, ListFault> {
    KnownFailing::read(format!("check,owner,reason,expires\n{rows}").as_bytes(), today())
}

fn run(checks: &[(&str, Verdict)]) -> Report {
    report(checks.iter().map(|(id, verdict)| check(id, *verdict, true)).collect())
}

#[test]
fn a_listed_failure_is_shown_as_excused_and_turns_nothing_red() {
    let mut report = run(&[("one", Verdict::Pass), ("two", Verdict::Fail), ("three", Verdict::Fail)]);
    report.excuse(&list("two,平台组,等待新版,2026-12-31\n").unwrap()).unwrap();
    // What is not listed still fails.
    assert_eq!(report.outcome(), Outcome::Failed);
    report
        .excuse(
            &list("two,平台组,等待新版,2026-12-31\nthree,Ann & Bo,\"next release, in May\",2026-10-01")
                .unwrap(),
        )
        .unwrap();
    assert_eq!(report.outcome(), Outcome::Excused);
    assert_eq!(report.scored(), Counts { pass: 1, excused: 2, ..Counts::default() });
    let english = report.told(Lang::En);
    for said in [
        "failed, excused · two · ",
        "excused until 2026-12-31, owner: 平台组, reason: 等待新版",
        "passed 1 · failed 0 · excused 2 · could not check 0 · not applicable 0\nOutcome: passed, with excused checks\n",
    ] {
        assert!(english.contains(said), "{english}");
    }
    let chinese = report.told(Lang::ZhCn);
    assert!(chinese.contains("备案至 2026-12-31，负责人：平台组，原因：等待新版"), "{chinese}");
    assert!(chinese.ends_with("结论：通过，其中有已备案的不通过项\n"), "{chinese}");
    let page = report.to_html(Lang::ZhCn);
    assert!(page.contains("备案至 2026-10-01") && page.contains("Ann &amp; Bo"), "{page}");
    let junit = report.to_junit();
    assert!(junit.contains("failures=\"0\" errors=\"0\" skipped=\"2\""), "{junit}");
    assert!(junit.contains("excused until 2026-10-01: Ann &amp; Bo: next release, in May"), "{junit}");
    let json = serde_json::to_vec(&report).unwrap();
    assert_eq!(Report::read(&json).unwrap(), report);
}

#[test]
fn nothing_excuses_what_was_not_checked() {
    let mut report = run(&[("one", Verdict::Pass), ("two", Verdict::CouldNotCheck)]);
    report.excuse(&list("two,A,b,2026-12-31").unwrap()).unwrap();
    assert_eq!(report.outcome(), Outcome::CouldNotCheck);
    let mut all = run(&[("two", Verdict::Fail)]);
    all.excuse(&list("two,A,b,2026-12-31").unwrap()).unwrap();
    assert_eq!(all.outcome(), Outcome::CouldNotCheck, "nothing passed");
}

#[test]
fn a_list_that_does_not_fit_any_more_makes_a_report_red_that_passed() {
    let mut report = run(&[("one", Verdict::Pass)]);
    assert_eq!(report.excuse(&list("two,A,b,2026-12-31").unwrap()), Err(vec![Stale::NoSuchCheck(2)]));
    assert_eq!(report.outcome(), Outcome::Failed);
}

#[test]
fn a_list_that_does_not_fit_any_more_excuses_nothing() {
    let checks = [("one", Verdict::Pass), ("two", Verdict::Fail), ("three", Verdict::NotApplicable)];
    for (rows, stale) in [
        ("one,A,b,2026-12-31\ntwo,A,b,2026-12-31", vec![Stale::Passes(2)]),
        ("two,A,b,2026-12-31\nfour,A,b,2026-12-31", vec![Stale::NoSuchCheck(3)]),
        (
            "three,A,b,2026-12-31\ntwo,A,b,2026-12-31\none,A,b,2026-12-31",
            vec![Stale::NotApplicable(2), Stale::Passes(4)],
        ),
    ] {
        let mut report = run(&checks);
        assert_eq!(report.excuse(&list(rows).unwrap()), Err(stale.clone()), "{rows}");
        // In every form of the report a check of its own is red, also where nothing else is.
        let own = report.checks.pop().unwrap();
        assert_eq!((own.id.as_str(), own.verdict, own.scored), ("known-failing", Verdict::Fail, true));
        assert_eq!(report, run(&checks), "{rows}");
        for line in stale {
            assert!(line.told(Lang::En).starts_with("line or entry "));
            assert!(line.told(Lang::ZhCn).starts_with("第 "));
        }
    }
}

#[test]
fn a_line_needs_a_day_that_is_not_past_and_not_too_far_off() {
    // 180 days after 1 October 2026 is 30 March 2027.
    for (rows, fault) in [
        ("a,b,c,2026-09-30", ListFault::Past(2)),
        ("a,b,c,2027-03-31", ListFault::TooFar(2)),
        ("a,b,c,soon", ListFault::Day(2)),
        ("a,b,c,2026-02-30", ListFault::Day(2)),
        ("a,b,c,2026-12-31\na,b,c,2026-12-31", ListFault::Twice(3)),
    ] {
        assert_eq!(list(rows), Err(fault), "{rows}");
        assert!(!fault.told(Lang::ZhCn).is_ascii() && fault.told(Lang::En).is_ascii());
    }
    assert!(list("a,b,c,2027-03-30\nd,e,f,2026-10-01").is_ok());
    // Spreadsheets write days anew when they save them.
    for (day, as_saved) in [("2026-12-31", "2026/12/31"), ("2027-01-05", "2027/1/5")] {
        assert_eq!(list(&format!("a,b,c,{as_saved}")), list(&format!("a,b,c,{day}")));
    }
    for day in ["2026/12", "2026/2/30", "31/12/2026", "2026/12/31/", "2026//31", "26/12/31"] {
        assert_eq!(list(&format!("a,b,c,{day}")), Err(ListFault::Day(2)), "{day}");
    }
    for rows in ["a,b,c", "a,b,,2026-12-31", "a,,c,2026-12-31", ",b,c,2026-12-31"] {
        assert!(matches!(list(rows), Err(ListFault::Table(_))), "{rows}");
    }
    let json = br#"[{"check":"a","owner":"b","reason":"c","expires":"2026-12-31"}]"#;
    assert_eq!(
        KnownFailing::read(json, today()),
        list("").map(|_| KnownFailing::read(json, today()).unwrap())
    );
}

fn kinds(before: &Report, after: &Report) -> Vec<(String, ChangeKind, bool)> {
    let Comparison { changes, worse, .. } = Comparison::of(before, after);
    assert_eq!(worse, changes.iter().any(|change| change.worse));
    changes.into_iter().map(|Change { id, kind, worse, .. }| (id, kind, worse)).collect()
}

#[test]
fn the_same_report_twice_has_no_difference() {
    let report = run(&[("one", Verdict::Pass), ("two", Verdict::Fail), ("three", Verdict::CouldNotCheck)]);
    assert_eq!(kinds(&report, &report), []);
    let same = Comparison::of(&report, &report);
    assert_eq!((same.compared, Comparison::of(&report, &run(&[("four", Verdict::Pass)])).compared), (3, 0));
    let told = same.told(Lang::En);
    assert!(told.ends_with("\nNo difference\n"), "{told}");
}

#[test]
fn each_kind_of_difference_is_told_and_worse_is_worse() {
    use ChangeKind::{Added, NewlyFailing, NewlyPassing, OtherReason, OtherVerdict, Removed};
    use Verdict::{CouldNotCheck, Fail, NotApplicable, Pass};
    for (before, after, kind, worse) in [
        (Some(Pass), Some(Fail), NewlyFailing, true),
        (Some(NotApplicable), Some(Fail), NewlyFailing, true),
        (Some(CouldNotCheck), Some(Fail), NewlyFailing, true),
        (Some(Fail), Some(Pass), NewlyPassing, false),
        (Some(Pass), Some(CouldNotCheck), OtherVerdict, true),
        (Some(Pass), Some(NotApplicable), OtherVerdict, true),
        (Some(Fail), Some(CouldNotCheck), OtherVerdict, false),
        (None, Some(Pass), Added, false),
        (None, Some(Fail), Added, true),
        (Some(Fail), None, Removed, false),
        (Some(Pass), None, Removed, true),
    ] {
        let made = |verdict: Option<Verdict>| {
            run(&verdict.map(|verdict| ("x", verdict)).into_iter().collect::<Vec<_>>())
        };
        assert_eq!(
            kinds(&made(before), &made(after)),
            [("x".to_owned(), kind, worse)],
            "{before:?} {after:?}"
        );
    }
    let failing = run(&[("x", Fail)]);
    let mut other = failing.clone();
    other.checks[0].reason = None;
    assert_eq!(kinds(&failing, &other), [("x".to_owned(), OtherReason, false)]);
    let mut excused = failing.clone();
    excused.excuse(&list("x,A,b,2026-12-31").unwrap()).unwrap();
    assert_eq!(kinds(&excused, &failing), [("x".to_owned(), OtherReason, true)]);
    assert_eq!(kinds(&failing, &excused), [("x".to_owned(), OtherReason, false)]);
    // What does not count is told, and is never worse.
    let unscored = |verdict| report(vec![check("x", verdict, false)]);
    assert_eq!(kinds(&unscored(Pass), &unscored(Fail)), [("x".to_owned(), NewlyFailing, false)]);
}

#[test]
fn a_comparison_is_told_for_people_and_programs() {
    let before = run(&[("one", Verdict::Pass), ("two", Verdict::Fail)]);
    let mut after = run(&[("one", Verdict::Fail), ("two", Verdict::Pass)]);
    after.suite = "0.2.0".to_owned();
    let comparison = Comparison::of(&before, &after);
    expect_test::expect![[r#"
        Before: a <b>system</b> & "more" 3.2, suite 0.1.0
        After: a <b>system</b> & "more" 3.2, suite 0.2.0

        Newly failing 1
          one passed → failed (worse)
            what is wrong was not found

        Newly passing 1
          two failed → passed

        Something is worse
    "#]]
    .assert_eq(&comparison.told(Lang::En));
    let chinese = comparison.told(Lang::ZhCn);
    assert!(
        chinese.contains("新出现的不通过 1\n  one 通过 → 不通过（变差）\n    没有发现其中的错误\n"),
        "{chinese}"
    );
    let json = serde_json::to_value(&comparison).unwrap();
    assert_eq!((&json["worse"], &json["suites"][1]), (&true.into(), &"0.2.0".into()));
    assert_eq!(json["changes"][0]["kind"], "newly-failing");
}

#[test]
fn a_hostile_report_is_refused_by_name() {
    let good = serde_json::to_string(&run(&[("one", Verdict::Fail)])).unwrap();
    assert!(Report::read(good.as_bytes()).is_ok());
    assert_eq!(Report::read(&vec![b' '; MAX_REPORT_BYTES + 1]), Err(ReportFault::TooLarge));
    for text in ["", "null", "{}", "[]", "{\"suite\":1}", &good.replacen("\"suite\"", "\"sweet\"", 1)] {
        let fault = Report::read(text.as_bytes()).unwrap_err();
        assert!(matches!(fault, ReportFault::NotJson(..) | ReportFault::NotAReport(_)), "{text}: {fault:?}");
        assert!(!fault.told(Lang::ZhCn).is_ascii());
    }
    let deep = good.replace(
        "[\"<script>alert(1)</script>\"]",
        &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
    );
    assert!(matches!(Report::read(deep.as_bytes()), Err(ReportFault::NotJson(..))));
    let twice = serde_json::to_vec(&run(&[("one", Verdict::Pass), ("one", Verdict::Fail)])).unwrap();
    assert_eq!(Report::read(&twice), Err(ReportFault::Twice(2)));
    for id in ["", " ", "a\u{1b}[2Jb", &"x".repeat(201)] {
        let odd = serde_json::to_vec(&run(&[("one", Verdict::Pass), (id, Verdict::Pass)])).unwrap();
        assert_eq!(Report::read(&odd), Err(ReportFault::Check(2)), "{id}");
    }
    let mut nameless = run(&[]);
    nameless.target.name.clear();
    assert_eq!(Report::read(&serde_json::to_vec(&nameless).unwrap()), Err(ReportFault::Check(0)));
    // An excuse for what did not fail.
    let mut excused = run(&[("one", Verdict::Fail)]);
    excused.excuse(&list("one,A,b,2026-12-31").unwrap()).unwrap();
    excused.checks[0] = Check { verdict: Verdict::CouldNotCheck, ..excused.checks[0].clone() };
    assert_eq!(Report::read(&serde_json::to_vec(&excused).unwrap()), Err(ReportFault::Check(1)));
}
