//! `conformance` with known failures, `compare`, `certify`, `verify-certificate` and `revoke`.

use std::{fs, sync::LazyLock};

use serde_json::{Value, json};
use tongzhou::{code::lists::ConformanceRole, keys::PublicKeys, signing::Subject, value::Instant};
use tongzhou_conformance::{
    attestation,
    certificate::{self, Revocations},
    report::{Check, Report, SUITE, Target, TargetKind, Verdict},
    role::Roles,
    sentences,
    vector::{Area, STANDARD, Set},
};

use super::{
    alliance::{alliance, by_directory, key, publish},
    program::{Run, Scratch},
};

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

fn in_days(days: i64) -> Instant {
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
fn report(areas: &[Area]) -> Report {
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

/// An alliance whose sender is the secretariat, with a report that is enough for a consumer.
fn secretariat(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    alliance(&scratch);
    let mut directory: Value =
        serde_json::from_slice(&fs::read(scratch.path("members.json")).unwrap()).unwrap();
    directory["members"][0]["roles"] = json!(["secretariat"]);
    directory["members"][0]["name"] = json!("示例秘书处");
    publish(&scratch, &directory);
    let areas = [Area::Structure, Area::Content, Area::Package, Area::Signature, Area::Receipts];
    scratch.write("report.json", serde_json::to_vec(&report(&areas)).unwrap());
    scratch.write("attestations.csv", attestations());
    scratch
}

/// Everything that a consumer is asked to attest.
fn attestations() -> String {
    let roles = Roles::shipped().unwrap();
    let asked = attestation::shipped().unwrap().into_iter().flat_map(|one| one.requirements);
    let rows = asked
        .filter(|id| {
            sentences::is_must(id) == Some(true) && roles.of(id).contains(&ConformanceRole::Consumer)
        })
        .map(|id| format!("{id},示例秘书处,2026-09-20,查看了记录\n"));
    std::iter::once("requirement,by,on,evidence\n".to_owned()).chain(rows).collect()
}

fn certify(scratch: &Scratch, key: &str, more: &[&str]) -> Run {
    let args = [
        "conformance",
        "certify",
        "--report",
        "report.json",
        "--member",
        "531000000000000008",
        "--name",
        "示例基金会",
        "--role",
        "consumer",
        "--ran-by",
        "示例秘书处",
        "--issuer",
        "示例秘书处",
        "--revocations",
        "https://alliance.example/revocations.json",
        "--key",
        key,
        "--passphrase-file",
        "passphrase",
        "-o",
        "certificate.json",
        "--attestations",
        "attestations.csv",
    ];
    scratch.run(&[&args[..], more].concat())
}

fn verify(scratch: &Scratch, more: &[&str]) -> Run {
    let directory = by_directory();
    let mut args = vec!["conformance", "verify-certificate", "certificate.json"];
    args.extend(directory.iter().map(String::as_str));
    args.extend(more);
    scratch.run(&args)
}

fn revoke(scratch: &Scratch, key: &str, more: &[&str]) -> Run {
    let args =
        ["conformance", "revoke", "--issuer", "示例秘书处", "--key", key, "--passphrase-file", "passphrase"];
    scratch.run(&[&args[..], &["-o", "revocations.json"], more].concat())
}

#[test]
fn a_certificate_is_issued_relied_on_and_revoked() {
    let scratch = secretariat("certificate");
    let issued = certify(&scratch, "sender.key", &["--html", "certificate.html"]);
    assert_eq!((issued.code, issued.err.as_str()), (0, ""));
    let page = fs::read_to_string(scratch.path("certificate.html")).unwrap();
    assert!(page.contains("示例基金会") && page.contains("接收方"));
    // Nothing is written over unless it is said.
    assert_eq!(certify(&scratch, "sender.key", &[]).code, 3);
    assert_eq!(certify(&scratch, "sender.key", &["--force"]).code, 0);

    let unknown = verify(&scratch, &[]);
    assert_eq!(unknown.code, 3, "without the list nobody knows");
    assert!(unknown.err.contains("https://alliance.example/revocations.json"), "{}", unknown.err);
    let begun = revoke(&scratch, "sender.key", &["--new"]);
    assert_eq!((begun.code, begun.err.as_str()), (0, ""), "{}", begun.out);
    let list = ["--revocations", "revocations.json"];
    let good = verify(&scratch, &list);
    assert_eq!((good.code, good.err.as_str()), (0, ""));
    assert!(
        good.out.contains("Signed by: 示例秘书处") && good.out.contains("531000000000000008"),
        "{}",
        good.out
    );
    let told = verify(&scratch, &[&list[..], &["--format", "json"]].concat());
    let told: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((&told["trusted"], &told["reference"]["role"]), (&true.into(), &"consumer".into()));
    let number = told["reference"]["number"].as_str().unwrap().to_owned();

    // By its file, so that no number is mistyped; of what is none, or of another issuer, nothing is revoked.
    let by_file = |file: &str| revoke(&scratch, "sender.key", &["--certificate", file, "--reason", "untrue"]);
    let other = fs::read_to_string(scratch.path("certificate.json")).unwrap();
    scratch.write("other.json", other.replace("\"示例秘书处\"", "\"另一家秘书处\""));
    for (file, told) in [("revocations.json", "nothing was revoked"), ("other.json", "另一家秘书处")] {
        let refused = by_file(file);
        assert_eq!((refused.code, refused.out.as_str()), (3, ""));
        assert!(refused.err.contains(told), "{}", refused.err);
    }
    let out = by_file("certificate.json");
    assert_eq!((out.code, out.err.as_str()), (0, ""), "{}", out.out);
    assert!(out.out.contains(&number), "{}", out.out);
    let revoked = verify(&scratch, &[&list[..], &["--format", "json"]].concat());
    assert_eq!(revoked.code, 1);
    assert_eq!(serde_json::from_str::<Value>(&revoked.out).unwrap()["code"], "revoked");
    assert!(revoked.err.contains("what it rests on was not true"), "{}", revoked.err);
    assert_eq!(revoke(&scratch, "sender.key", &["--serial", &number, "--reason", "untrue"]).code, 1);
    // Renewing the list forgets nothing; another key signs no list that it has not made.
    assert_eq!(revoke(&scratch, "sender.key", &[]).code, 0);
    assert_eq!(verify(&scratch, &list).code, 1);
    assert_eq!(revoke(&scratch, "receiver.key", &[]).code, 1);
    assert_eq!(revoke(&scratch, "sender.key", &["--number", &number]).code, 2);
}

#[test]
fn a_list_is_begun_where_that_is_said_and_never_twice() {
    let scratch = secretariat("revocations-begun");
    let files = || (scratch.path("revocations.json").exists(), scratch.path("revocations.jws.json").exists());
    let number = ["--number", "019a0000-0000-7000-8000-00000000c001", "--reason", "untrue"];
    let mistyped = revoke(&scratch, "sender.key", &number);
    assert_eq!((mistyped.code, mistyped.out.as_str(), files()), (3, "", (false, false)));
    assert!(mistyped.err.contains("there is no such list"), "{}", mistyped.err);
    // Signatures of something else are not written over either.
    scratch.write("revocations.jws.json", "{}");
    assert_eq!((revoke(&scratch, "sender.key", &["--new"]).code, files()), (3, (false, true)));
    fs::remove_file(scratch.path("revocations.jws.json")).unwrap();
    assert_eq!(revoke(&scratch, "sender.key", &[&["--new"], &number[..]].concat()).code, 0);
    let begun = fs::read(scratch.path("revocations.json")).unwrap();
    let again = revoke(&scratch, "sender.key", &["--new", "--lang", "zh-CN"]);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    assert!(again.err.contains("不加 --new"), "{}", again.err);
    assert_eq!(fs::read(scratch.path("revocations.json")).unwrap(), begun);
}

#[test]
fn a_list_of_another_issuer_is_not_renewed_under_ones_own_name() {
    let scratch = secretariat("revocations-renamed");
    list(&scratch, "revocations", |list| list.issuer = "另一家秘书处".to_owned());
    let before = fs::read(scratch.path("revocations.json")).unwrap();
    let refused = revoke(&scratch, "sender.key", &[]);
    assert_eq!((refused.code, refused.out.as_str()), (3, ""));
    assert!(refused.err.contains("另一家秘书处"), "{}", refused.err);
    assert_eq!(fs::read(scratch.path("revocations.json")).unwrap(), before);
}

/// Signs a list that is changed by hand, as the one who holds the key could.
fn list(scratch: &Scratch, name: &str, change: impl FnOnce(&mut Revocations)) {
    let day = in_days(30).china_date();
    let mut list = Revocations::new("示例秘书处".to_owned(), in_days(-1), day);
    change(&mut list);
    let document = list.to_json().unwrap();
    let signatures = certificate::signatures(Subject::Revocations, &key(1), &document);
    scratch.write(&format!("{name}.json"), document);
    scratch.write(&format!("{name}.jws.json"), signatures);
}

#[test]
fn a_list_that_cannot_be_relied_on_is_no_fault_of_the_certificate() {
    let scratch = secretariat("revocations-overdue");
    assert_eq!(certify(&scratch, "sender.key", &[]).code, 0);
    list(&scratch, "good", |_| {});
    assert_eq!(verify(&scratch, &["--revocations", "good.json"]).code, 0);
    list(&scratch, "overdue", |list| list.valid_until = in_days(-3).china_date());
    list(&scratch, "others", |list| list.issuer = "另一家秘书处".to_owned());
    for (file, code, told) in [
        ("overdue.json", "expired", "it has expired"),
        ("others.json", "other-issuer", "it names another issuer"),
    ] {
        let unsure = verify(&scratch, &["--revocations", file, "--format", "json"]);
        assert_eq!(unsure.code, 3, "{}", unsure.err);
        let json: Value = serde_json::from_str(&unsure.out).unwrap();
        assert_eq!(
            json,
            json!({ "trusted": false, "heldAgainstRevocations": false, "code": "revocations", "revocations": code })
        );
        assert!(unsure.err.contains(file) && unsure.err.contains(told), "{}", unsure.err);
        assert!(!unsure.err.contains("certificate.json"), "{}", unsure.err);
    }
    // By its key alone the issuer's name is held against the certificate's.
    let public = PublicKeys { signing: Some(key(1).verifying_key()), recipient: None };
    scratch.write("sender.pub.json", public.to_json());
    let sender = ["conformance", "verify-certificate", "certificate.json", "--key", "sender.pub.json"];
    let other = scratch.run(&[&sender[..], &["--revocations", "others.json", "--lang", "zh-CN"]].concat());
    assert_eq!(other.code, 3, "{}", other.err);
    assert!(other.err.contains("others.json") && other.err.contains("[other-list]"), "{}", other.err);
    // A certificate that is wrong is told as such, whatever the list is.
    let text = fs::read_to_string(scratch.path("certificate.json")).unwrap();
    scratch.write("certificate.json", text.replace("\"consumer\"", "\"registry\""));
    let changed = verify(&scratch, &["--revocations", "overdue.json"]);
    assert_eq!(changed.code, 1);
    assert!(changed.err.contains("[changed]"), "{}", changed.err);
}

#[test]
fn what_is_no_ground_for_a_certificate_is_said() {
    let scratch = secretariat("certificate-refused");
    let mut old = report(&[Area::Structure]);
    old.ran_at = Some(in_days(-40));
    scratch.write("report.json", serde_json::to_vec(&old).unwrap());
    let refused = certify(&scratch, "sender.key", &["--lang", "zh-CN"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("report.json: 太旧，请重新测试"), "{}", refused.err);
    assert!(refused.err.contains("vectors:receipts"), "{}", refused.err);
    assert!(!scratch.path("certificate.json").exists());
    let mut others = report(&[Area::Structure]);
    others.target.organisation = Some("533100001234567881".parse().unwrap());
    scratch.write("report.json", serde_json::to_vec(&others).unwrap());
    for (lang, told) in [("zh-CN", "与 --member 不同"), ("en", "than --member")] {
        let refused = certify(&scratch, "sender.key", &["--lang", lang]);
        assert!(refused.code == 1 && refused.err.contains(told), "{}", refused.err);
    }
    scratch.write("report.json", "[]");
    assert_eq!(certify(&scratch, "sender.key", &[]).code, 3);
    for wrong in
        [["--role", "bank"], ["--member", "1"], ["--valid-days", "366"], ["--revocations", "ftp://x"]]
    {
        let run = scratch.run(&[&["conformance", "certify"], &wrong[..]].concat());
        assert_eq!(run.code, 2, "{wrong:?}");
    }
}

#[test]
fn a_certificate_by_somebody_else_is_refused() {
    let scratch = secretariat("certificate-other");
    // The receiver is a member and no secretariat.
    assert_eq!(certify(&scratch, "receiver.key", &[]).code, 0);
    assert_eq!(revoke(&scratch, "sender.key", &["--new"]).code, 0);
    let list = ["--revocations", "revocations.json"];
    let other = verify(&scratch, &list);
    assert_eq!((other.code, other.out.as_str()), (1, ""));
    assert!(other.err.contains("[not-secretariat]"), "{}", other.err);
    assert_eq!(certify(&scratch, "sender.key", &["--force"]).code, 0);
    let text = fs::read_to_string(scratch.path("certificate.json")).unwrap();
    scratch.write("certificate.json", text.replace("\"consumer\"", "\"registry\""));
    let changed = verify(&scratch, &list);
    assert_eq!(changed.code, 1);
    assert!(changed.err.contains("[changed]"), "{}", changed.err);
    let unsure = scratch.run(&["conformance", "verify-certificate", "certificate.json"]);
    assert_eq!(unsure.code, 2, "by whom it has to be signed is to be said");
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
