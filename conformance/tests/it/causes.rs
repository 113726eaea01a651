//! What a change says that has more than one thing to it, so that it is no example of one rule.

use std::io::Cursor;

use tongzhou::{
    rules::Change,
    validate::{self, Options},
};
use tongzhou_conformance::fixture::example::ShippedCase;

#[test]
fn references_to_guardians_lead_nowhere_where_there_is_none() {
    let said = said("leukaemia", "application", r#"[{"op": "replace", "path": "/guardians", "value": []}]"#);
    for code in ["TZ-PKG-132", "TZ-CNS-014", "TZ-GRD-014"] {
        assert!(said.contains(&code), "{code} is not among {said:?}");
    }
}

#[test]
fn a_consent_as_it_was_begun_is_said_to_be_unfilled_at_every_place_and_no_more() {
    let patch = r#"[
        {"op": "replace", "path": "/givenBy/name", "value": "请填写监护人姓名"},
        {"op": "replace", "path": "/recipient/name", "value": "请填写接收申请的慈善组织全称"},
        {"op": "add", "path": "/recipient/contact/address", "value": "请填写慈善组织的地址或电话"}
    ]"#;
    assert_eq!(said("leukaemia", "consents/serious-illness", patch), ["TZ-CNS-052"; 3]);
}

#[test]
fn another_signer_is_told_once_by_the_name() {
    let patch = r#"[
        {"op": "replace", "path": "/givenBy/name", "value": "王示例"},
        {"op": "replace", "path": "/givenBy/maskedIdentifier", "value": "331122********9991"}
    ]"#;
    assert_eq!(said("leukaemia", "consents/serious-illness", patch), ["TZ-CNS-054"]);
}

/// The codes of all that is said of a case with one change, beside what is said without it.
fn said(case: &str, entry: &str, patch: &'static str) -> Vec<&'static str> {
    let case = ShippedCase::named(case).unwrap();
    let codes = |change: &Change| {
        let package = case.changed(entry, change).unwrap();
        let options = Options::on("2026-10-01".parse().unwrap());
        let checked = validate::package(Cursor::new(package), &options).unwrap();
        checked.findings.iter().map(|placed| placed.finding.rule.code).collect::<Vec<_>>()
    };
    let before = codes(&Change::None);
    codes(&Change::Patch(patch)).into_iter().filter(|code| !before.contains(code)).collect()
}
