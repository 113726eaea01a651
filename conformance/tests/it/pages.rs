//! The made-up reports and the made-up certificate whose pages `.ci/pages` looks at in a browser, the schemas of both,
//! and the pictures in the guide.

use std::fs;

use serde_json::Value;
use tongzhou_conformance::{
    certificate::{self, Certificate},
    report::{self, Outcome, Report},
};

use super::kept::{self, repository};

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
    let Certificate { requirements, excused, .. } = Certificate::read(&read("certificate")).unwrap();
    let sum = requirements.shown + requirements.excused + requirements.attested + requirements.open;
    assert_eq!((requirements.all, excused.len()), (sum, 1));
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
