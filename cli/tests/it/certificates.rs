//! `conformance certify`, `verify-certificate` and `revoke`.

use std::{ffi::OsString, fs};

use serde_json::{Value, json};
use tongzhou::{code::lists::ConformanceRole, keys::PublicKeys, signing::Subject};
use tongzhou_conformance::{
    attestation,
    certificate::{self, Revocations},
    role::Roles,
    sentences,
    vector::Area,
};

use super::{
    alliance::{alliance, by_directory, key, publish},
    program::{Run, Scratch},
    verdicts::{in_days, report},
};

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
        "--attestations",
        "attestations.csv",
    ];
    let output: &[&str] = if more.contains(&"-o") { &[] } else { &["-o", "certificate.json"] };
    scratch.run(&[&args[..], output, more].concat())
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

/// Every file of a folder.
fn files(scratch: &Scratch) -> Vec<(OsString, Vec<u8>)> {
    let entries = fs::read_dir(scratch.path(".")).unwrap().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let mut files: Vec<_> = files.map(|file| (file.file_name(), fs::read(file.path()).unwrap())).collect();
    files.sort();
    files
}

#[test]
fn a_certificate_is_written_over_nothing_that_it_is_made_of_and_whole_or_not_at_all() {
    let scratch = secretariat("named-twice");
    let before = files(&scratch);
    for more in [
        &["-o", "sender.key", "--force"][..],
        &["-o", "report.json", "--force"],
        &["-o", "./attestations.csv", "--force"],
        &["-o", "passphrase"],
        &["-o", "c.json", "--html", "c.json"],
        &["-o", "c.json", "--html", "../named-twice/c.jws.json", "--force"],
    ] {
        let run = certify(&scratch, "sender.key", more);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{more:?}");
        assert!(run.err.contains("the same command reads this file"), "{more:?} {}", run.err);
        assert!(files(&scratch) == before, "{more:?}");
    }
    fs::create_dir(scratch.path("folder")).unwrap();
    for (more, told) in [
        (&["-o", "c.json", "--html", "none/c.html", "--force"][..], "there is no such file or folder"),
        (&["-o", "c.json", "--html", "folder", "--force"], "it is a folder"),
        (&["-o", "c.json", "--html", "members.json"], "the file is there already"),
    ] {
        let run = certify(&scratch, "sender.key", more);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{more:?}");
        assert!(run.err.contains(told), "{more:?} {}", run.err);
        assert!(files(&scratch) == before, "{more:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_place_for_what_is_written_and_nobody_waits_for_it() {
    let scratch = secretariat("pipe");
    let made = std::process::Command::new("mkfifo").arg(scratch.path("revocations.json")).status().unwrap();
    assert!(made.success());
    let before = files(&scratch);
    let pipe = "revocations.json";
    for run in [
        certify(&scratch, "sender.key", &["-o", pipe]),
        certify(&scratch, "sender.key", &["-o", pipe, "--force"]),
        revoke(&scratch, "sender.key", &[]),
    ] {
        assert_eq!((run.code, run.out.as_str()), (3, ""));
        assert!(run.err.contains("a pipe or a socket, and no file"), "{}", run.err);
        assert!(files(&scratch) == before);
    }
}

#[test]
fn what_is_missing_is_told_in_one_line_and_signatures_are_not_taken_for_a_certificate() {
    let scratch = secretariat("told-once");
    scratch.write("attestations.csv", "requirement,by,on,evidence\n");
    let refused = certify(&scratch, "sender.key", &["--lang", "zh-CN"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert_eq!(refused.err.matches("须有书面说明").count(), 1, "{}", refused.err);
    assert!(refused.err.contains(", REQ-"), "{}", refused.err);
    scratch.write("attestations.csv", attestations().replace("2026-09-20", "2026/9/20"));
    assert_eq!(certify(&scratch, "sender.key", &[]).code, 0, "days as spreadsheets save them");
    let signatures = scratch.run(&[
        "conformance",
        "verify-certificate",
        "certificate.jws.json",
        "--directory",
        "members.json",
        &by_directory()[2],
        &by_directory()[3],
    ]);
    assert_eq!((signatures.code, signatures.out.as_str()), (3, ""));
    assert!(signatures.err.contains("this file holds the signatures"), "{}", signatures.err);
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
