//! On which reports certificates are issued: of which kind, of whom, and with which excuses.

use serde_json::json;
use tongzhou::{code::lists::ConformanceRole, value::StandardVersion};
use tongzhou_conformance::{
    adapter::run_own,
    case::{self, Case, Role},
    certificate::{self, Asked, Refused, Suite},
    frozen::{FrozenList, Suite as Frozen, counts},
    report::{Check, Report, TargetKind, Verdict},
    vector::{Area, VERSION, Vector},
};

use super::{
    certificates::{
        CONSUMER, SUITE_OF_VECTORS, VECTORS, at, consumer, evidence, failing, passed, request, vectors,
    },
    mock::{Bench, CODE, runtime},
};

/// What is watched of all messages.
const WATCHED: [&str; 5] = ["wire-signed", "wire-json", "wire-described", "wire-problem", "wire-silent"];

/// What a client's run over all scenarios reports, as if it had passed them.
fn of_client(test: &str) -> Report {
    let report = runtime().block_on(async { Bench::start(test, &[]).await.mock.finish().await });
    let passed = |check| Check { verdict: Verdict::Pass, reason: None, ..check };
    Report {
        ran_at: Some(at("2026-09-30T09:00:00Z")),
        checks: report.checks.into_iter().map(passed).collect(),
        ..report
    }
}

/// What a node's run over the cases of these roles reports, where it passed them.
fn of_node(roles: &[Role], watched: bool) -> Report {
    let mut report = passed(&[Area::Tokens]);
    let some = report.checks.remove(0);
    let files = case::shipped().unwrap().into_iter().filter(|file| roles.contains(&file.role));
    let ids = files.flat_map(|file| file.cases).map(|case| case.id);
    let watched = WATCHED.into_iter().filter(|_| watched).map(str::to_owned);
    report.checks = ids.chain(watched).map(|id| Check { id, ..some.clone() }).collect();
    report.target.kind = TargetKind::Node;
    report.target.organisation = Some(CODE.parse().unwrap());
    report
}

#[test]
fn a_reporter_is_certified_by_its_adapter_and_its_client() {
    let tokens = run_own(&VECTORS, |vector| vector.area == Area::Tokens, |_| {}).unwrap();
    let tokens = Report { ran_at: Some(at("2026-09-30T08:00:00Z")), ..tokens };
    let client = of_client("grounds-reporter");
    assert_ne!(tokens.target.name, client.target.name);
    assert_eq!((tokens.target.organisation, client.target.version.as_ref()), (None, None));
    let issue = |reports: &[Report]| {
        certificate::issue(request(ConformanceRole::Reporter), &evidence(reports), &SUITE_OF_VECTORS)
    };
    let certificate = issue(&[tokens.clone(), client.clone()]).unwrap();
    // The first report names the system.
    assert_eq!(certificate.system.name, tokens.target.name);
    assert_eq!(certificate.system.version, tokens.target.version);
    assert_eq!(certificate.checks.passed, tokens.checks.len() + client.checks.len());
    // One of the two is not enough, and two adapters are compared wherever they stand.
    assert!(matches!(
        issue(std::slice::from_ref(&client)).unwrap_err().as_slice(),
        [Refused::Missing { .. }]
    ));
    let mut other = tokens.clone();
    other.target.version = Some("another".to_owned());
    assert_eq!(issue(&[tokens, client, other]), Err(vec![Refused::OtherSystem(3)]));
}

#[test]
fn a_report_is_of_the_member_or_of_nobody() {
    let mut report = of_node(&[Role::Any, Role::Registry], true);
    assert_eq!(report.target.organisation, Some(request(ConformanceRole::Registry).member.organisation_code));
    let issue = |report: &Report| {
        let reports = evidence(std::slice::from_ref(report));
        certificate::issue(request(ConformanceRole::Registry), &reports, &SUITE_OF_VECTORS)
    };
    assert_eq!(issue(&report).unwrap().checks.passed, report.checks.len());
    report.target.organisation = Some("533100001234567881".parse().unwrap());
    assert_eq!(issue(&report), Err(vec![Refused::OtherOrganisation(1)]));
    let client = of_client("grounds-organisation");
    assert_eq!(client.target.organisation, Some(CODE.parse().unwrap()));
    // What is written is read.
    let text = serde_json::to_vec(&client).unwrap();
    assert_eq!(Report::read(&text), Ok(client));
}

#[test]
fn one_report_alone_shows_a_part() {
    // Together they have every check; that a member answers rightly says nothing of its registry.
    let (member, registry) = (of_node(&[Role::Any, Role::Member], true), of_node(&[Role::Registry], false));
    let all = of_node(&[Role::Any, Role::Registry], true).checks.len();
    let missing = all - registry.checks.len();
    assert!(missing > 0);
    let refused = certificate::issue(
        request(ConformanceRole::Registry),
        &evidence(&[member, registry]),
        &SUITE_OF_VECTORS,
    );
    assert_eq!(refused, Err(vec![Refused::Missing { part: "http:registry".to_owned(), missing, all }]));
    let structure: Vec<&Vector> = vectors(&[Area::Structure]).collect();
    let halves = [structure[0], structure[1]].map(|without| {
        let mut report = passed(&CONSUMER);
        report.checks.retain(|check| check.id != without.id);
        report
    });
    let part = "vectors:structure".to_owned();
    assert_eq!(consumer(&halves), Err(vec![Refused::Missing { part, missing: 1, all: structure.len() }]));
}

#[test]
fn of_two_excuses_the_earlier_one_counts() {
    let id = passed(&CONSUMER).checks[0].id.clone();
    let excused = |day| {
        let mut report = passed(&CONSUMER);
        failing(&mut report, &id, Some(day));
        report
    };
    for days in [["2026-10-05", "2026-12-31"], ["2026-12-31", "2026-10-05"]] {
        let certificate = consumer(&days.map(excused)).unwrap();
        assert_eq!(certificate.valid_until.to_string(), "2026-10-05", "{days:?}");
        assert_eq!(certificate.excused.len(), 1);
        assert_eq!(certificate.excused[0].expires.to_string(), "2026-10-05");
    }
    // 180 days after 1 October 2026, as a list may say it.
    assert_eq!(consumer(&[excused("2027-03-30")]).unwrap().valid_until.to_string(), "2027-03-30");
    assert_eq!(consumer(&[excused("2027-03-31")]), Err(vec![Refused::ExcuseTooFar(1)]));
}

#[test]
fn runs_and_certificates_agree_on_what_counts() {
    let (earlier, later) = (StandardVersion::new(0, 9), StandardVersion::new(1, 1));
    let frozen = FrozenList::read("kind,id,value\nvector,kept,00\n").unwrap();
    for (frozen, id, since, wanted) in [
        (None, "kept", VERSION, true),
        (None, "kept", earlier, true),
        (None, "kept", later, false),
        (Some(&frozen), "kept", VERSION, true),
        (Some(&frozen), "kept", earlier, true),
        (Some(&frozen), "added", VERSION, false),
        (Some(&frozen), "kept", later, false),
    ] {
        assert_eq!(counts(frozen, id, since), wanted, "{id} {since}");
    }
    // A run does not score a vector that was added later; a certificate does not need it either.
    let ours: Vec<Vector> = vectors(&CONSUMER).cloned().collect();
    let (added, before) = ours.split_last().unwrap();
    let set = VECTORS.clone().frozen_as(Frozen::of(before, []).frozen(&[], VERSION));
    let mut report = passed(&CONSUMER);
    report.checks.retain(|check| check.id != added.id);
    assert!(consumer(&[report.clone()]).is_err());
    let suite = Suite::new(set, Asked::default()).unwrap();
    let certificate =
        certificate::issue(request(ConformanceRole::Consumer), &evidence(&[report]), &suite).unwrap();
    assert_eq!(certificate.checks.passed, before.len());
}

#[test]
fn a_check_of_no_version_is_refused_where_it_is_read() {
    let mut vector = serde_json::to_value(&VECTORS.vectors()[0]).unwrap();
    assert!(serde_json::from_value::<Vector>(vector.clone()).is_ok());
    vector["since"] = json!("soon");
    assert!(serde_json::from_value::<Vector>(vector).is_err());
    let mut case = json!({ "id": "a", "requirements": [], "cause": "a", "causeZh": "a", "steps": [] });
    assert_eq!(serde_json::from_value::<Case>(case.clone()).unwrap().since, VERSION);
    case["since"] = json!("1");
    assert!(serde_json::from_value::<Case>(case).is_err());
}
