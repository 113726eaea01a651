//! Reports of the suite, in every form, of a run that was made up.

use expect_test::expect;
use serde_json::{Value, json};
use tongzhou::text::Lang;
use tongzhou_conformance::report::{Check, Counts, Outcome, Reason, Report, Target, TargetKind, Verdict};

pub(crate) fn check(id: &str, verdict: Verdict, scored: bool) -> Check {
    Check {
        id: id.to_owned(),
        requirements: vec!["REQ-RCP-007".to_owned()],
        cause: "The total is not the sum of the items".to_owned(),
        cause_zh: "合计与各项目之和不符".to_owned(),
        verdict,
        scored,
        reason: (verdict == Verdict::Fail).then(|| Reason {
            en: "what is wrong was not found".to_owned(),
            zh: "没有发现其中的错误".to_owned(),
            expected: Some(json!({ "code": "TZ-RCP-007" })),
            found: Some(json!(["<script>alert(1)</script>"])),
        }),
        excuse: None,
    }
}

pub(crate) fn report(checks: Vec<Check>) -> Report {
    Report {
        suite: "0.1.0".to_owned(),
        standard: "1.0".to_owned(),
        target: Target {
            kind: TargetKind::Adapter,
            name: "a <b>system</b> & \"more\"".to_owned(),
            organisation: None,
            version: Some("3.2".to_owned()),
        },
        ran_at: None,
        checks,
    }
}

fn mixed() -> Report {
    report(vec![
        check("TZ-RCP-007-1", Verdict::Pass, true),
        check("TZ-RCP-007-2", Verdict::Fail, true),
        check("later", Verdict::Fail, false),
        check("claims", Verdict::NotApplicable, true),
    ])
}

#[test]
fn nothing_but_a_scored_pass_without_any_failure_is_enough() {
    let outcome = |verdicts: &[(Verdict, bool)]| {
        report(verdicts.iter().map(|(verdict, scored)| check("one", *verdict, *scored)).collect()).outcome()
    };
    use Verdict::{CouldNotCheck, Fail, NotApplicable, Pass};
    assert_eq!(outcome(&[]), Outcome::CouldNotCheck);
    assert_eq!(outcome(&[(NotApplicable, true)]), Outcome::CouldNotCheck);
    assert_eq!(outcome(&[(Pass, false)]), Outcome::CouldNotCheck);
    assert_eq!(outcome(&[(Pass, true), (CouldNotCheck, true)]), Outcome::CouldNotCheck);
    assert_eq!(outcome(&[(Pass, true), (CouldNotCheck, true), (Fail, true)]), Outcome::Failed);
    // What is not scored yet decides nothing.
    assert_eq!(outcome(&[(Pass, true), (Fail, false), (CouldNotCheck, false)]), Outcome::Passed);
    assert_eq!(outcome(&[(Pass, true), (NotApplicable, true)]), Outcome::Passed);
}

#[test]
fn people_are_told_what_did_not_pass_and_why() {
    expect![[r#"
        failed · TZ-RCP-007-2 · The total is not the sum of the items
          what is wrong was not found
          expected: {"code":"TZ-RCP-007"}
          found: ["<script>alert(1)</script>"]
          REQ-RCP-007 Digits five and six of the code SHOULD be 01 on outpatient and 02 on inpatient bills.
        failed (not scored) · later · The total is not the sum of the items
          what is wrong was not found
          expected: {"code":"TZ-RCP-007"}
          found: ["<script>alert(1)</script>"]
          REQ-RCP-007 Digits five and six of the code SHOULD be 01 on outpatient and 02 on inpatient bills.

        a <b>system</b> & "more" 3.2 · standard 1.0 · suite 0.1.0
        passed 1 · failed 1 · excused 0 · could not check 0 · not applicable 1
        Outcome: failed
    "#]]
    .assert_eq(&mixed().told(Lang::En));
    expect![[r#"
        a <b>system</b> & "more" 3.2 · 标准 1.0 · 测试程序 0.1.0
        通过 0 · 不通过 0 · 已备案 0 · 无法检查 0 · 不适用 0
        结论：没有检查任何一项，不能算通过
    "#]]
    .assert_eq(&report(Vec::new()).told(Lang::ZhCn));
}

#[test]
fn build_servers_count_as_the_report_does() {
    let text = mixed().to_junit();
    let head = r#"<testsuite name="tongzhou 1.0" tests="4" failures="2" errors="0" skipped="1">"#;
    assert!(text.contains(head), "{text}");
    assert_eq!(text.matches("<failure ").count(), 2);
    assert_eq!(text.matches("<testcase ").count(), 4);
    assert!(text.contains("&lt;script&gt;") && !text.contains("<script"));
    let counts = Counts { pass: 1, fail: 2, not_applicable: 1, ..Counts::default() };
    assert_eq!(Counts::of(&mixed().checks), counts);
}

#[test]
fn the_page_runs_nothing_and_asks_nobody() {
    for lang in [Lang::En, Lang::ZhCn] {
        let page = mixed().to_html(lang);
        for wanted in ["&lt;script&gt;", "&lt;b&gt;system&lt;/b&gt;", "default-src 'none'", lang.tag()] {
            assert!(page.contains(wanted), "{wanted}");
        }
        for unwanted in ["<script", "<b>system", "http:", "https:", "src=\"", "url("] {
            assert!(!page.contains(unwanted), "{unwanted}");
        }
        // What has to be acted on comes first.
        assert!(page.find("TZ-RCP-007-2").unwrap() < page.find("TZ-RCP-007-1").unwrap());
    }
}

#[test]
fn a_report_is_read_again_as_it_was_written() {
    let text = serde_json::to_string(&mixed()).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), mixed());
    let more: Value = serde_json::from_str(&text.replacen("\"suite\"", "\"more\":1,\"suite\"", 1)).unwrap();
    assert!(serde_json::from_value::<Report>(more).is_err());
}
