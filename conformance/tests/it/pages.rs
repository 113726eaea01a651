//! The made-up reports and the made-up certificate whose pages `.ci/pages` looks at in a browser, the schemas of both,
//! and the pictures in the guide.

use std::fs;

use serde_json::Value;
use tongzhou_conformance::{
    certificate::{self, Attestations, Certificate, Evidence, ExcusedCheck, Request, Suite},
    report::{self, Excuse, Outcome, Report, Verdict},
};

use super::{
    certificates::{CONSUMER, passed},
    kept::{self, repository},
};

fn read(name: &str) -> Vec<u8> {
    fs::read(repository().path(&format!("conformance/tests/pages/{name}.json"))).unwrap()
}

#[test]
fn there_is_a_report_of_every_outcome_and_a_certificate() {
    for (name, outcome) in [
        ("report-passed", Outcome::Passed),
        ("report-excused", Outcome::Excused),
        ("report-failed", Outcome::Failed),
        ("report-could-not-check", Outcome::CouldNotCheck),
    ] {
        assert_eq!(Report::read(&read(name)).unwrap().outcome(), outcome, "{name}");
    }
}

/// Who reads the page takes it for one that `certify` makes: but for the attestations, which are made up, it is.
#[test]
fn the_certificate_is_one_that_is_issued() {
    let shown = Certificate::read(&read("certificate")).unwrap();
    let attested = serde_json::to_vec(&shown.attestations).unwrap();
    let [report] = shown.reports.as_slice() else { panic!("{:?}", shown.reports) };
    let mut ran = passed(&CONSUMER);
    (ran.target.name, ran.target.version) = (shown.system.name.clone(), shown.system.version.clone());
    ran.ran_at = Some(report.ran_at);
    for ExcusedCheck { check, owner, reason, expires } in shown.excused.clone() {
        let check = ran.checks.iter_mut().find(|one| one.id == check).unwrap();
        check.verdict = Verdict::Fail;
        check.excuse = Some(Excuse { owner, reason, expires });
    }
    let today = shown.issued_at.china_date();
    let request = Request {
        member: shown.member,
        role: shown.role,
        ran_by: shown.ran_by,
        attestations: Attestations::read(&attested, today).unwrap(),
        issuer: shown.issuer,
        revocations: shown.revocations,
        number: shown.number,
        now: shown.issued_at,
        valid_days: 365,
        report_days: 30,
    };
    let evidence = [Evidence { sha256: report.sha256, report: ran }];
    let issued = certificate::issue(request, &evidence, &Suite::shipped().unwrap()).unwrap();
    assert_eq!((issued.excused.len(), issued.attestations.len() > 10), (1, true));
    let text = String::from_utf8(issued.to_json().unwrap()).unwrap();
    kept::file("conformance/tests/pages/certificate.json", &text);
}

#[test]
fn the_schemas_are_published_and_hold_what_is_written() {
    let published = |name: &str, schema: &Value| {
        kept::file(&format!("conformance/schemas/{name}.schema.json"), &format!("{schema:#}\n"));
        jsonschema::draft202012::new(schema).unwrap()
    };
    let of_report = published("report", &report::schema());
    published("revocations", &certificate::revocations_schema());
    let of_certificate = published("certificate", &certificate::schema());
    let json = |name: &str| serde_json::from_slice::<Value>(&read(name)).unwrap();
    assert!(of_certificate.is_valid(&json("certificate")));
    assert!(!of_certificate.is_valid(&json("report-passed")));
    for name in ["report-passed", "report-excused", "report-failed", "report-could-not-check"] {
        assert!(of_report.is_valid(&json(name)), "{name}");
    }
}

#[test]
fn the_guide_has_its_pictures_and_they_are_small() {
    for name in ["report-passed", "report-failed", "report-failed-phone", "certificate"] {
        let picture = fs::read(repository().path(&format!("docs/guide/pictures/{name}.png"))).unwrap();
        assert!(picture.starts_with(b"\x89PNG\r\n"), "{name}");
        assert!((10_000..150_000).contains(&picture.len()), "{name}: {}", picture.len());
    }
}
