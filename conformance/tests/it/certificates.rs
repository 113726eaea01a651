//! Certificates: on which reports they are issued, who may rely on them, and when they are refused.

use std::{collections::BTreeSet, sync::LazyLock};

use tongzhou::{
    code::lists::ConformanceRole,
    directory::{Directory, KeyStanding, Trust, board_of},
    signing::{JwsFault, SigningKey, Subject},
    value::{Instant, Sha256Digest},
};
use tongzhou_conformance::{
    certificate::{
        self, Asked, Attestations, Certificate, CertificateFault, Evidence, Issuers, Organisation, Refused,
        Request, RevocationReason, Revocations, Revoked, Suite,
    },
    fixture::alliance,
    report::{Check, Excuse, Report, SUITE, Target, TargetKind, Verdict},
    vector::{Area, STANDARD, Set, Vector},
};

/// The suite, which asks for no attestation.
pub(crate) static SUITE_OF_VECTORS: LazyLock<Suite> =
    LazyLock::new(|| Suite::new(VECTORS.clone(), Asked::default()).unwrap());
pub(crate) static VECTORS: LazyLock<Set> = LazyLock::new(|| Set::shipped().unwrap());

pub(crate) const CONSUMER: [Area; 5] =
    [Area::Structure, Area::Content, Area::Package, Area::Signature, Area::Receipts];
const SECRETARIAT: &str = "示例儿童大病救助联盟秘书处";
const NOW: &str = "2026-10-01T08:00:00Z";

pub(crate) fn at(instant: &str) -> Instant {
    instant.parse().unwrap()
}

pub(crate) fn vectors(areas: &[Area]) -> impl Iterator<Item = &'static Vector> {
    VECTORS.vectors().iter().filter(move |vector| areas.contains(&vector.area))
}

/// A report in which every vector of these areas passes.
pub(crate) fn passed(areas: &[Area]) -> Report {
    let check = |vector: &Vector| Check {
        id: vector.id.clone(),
        requirements: vector.requirements.clone(),
        cause: vector.cause.clone(),
        cause_zh: vector.cause_zh.clone(),
        verdict: Verdict::Pass,
        scored: true,
        reason: None,
        excuse: None,
    };
    Report {
        suite: SUITE.to_owned(),
        standard: STANDARD.to_owned(),
        target: Target {
            kind: TargetKind::Adapter,
            name: "救助系统".to_owned(),
            organisation: None,
            version: Some("3.2".to_owned()),
        },
        ran_at: Some(at("2026-09-30T08:00:00Z")),
        checks: vectors(areas).map(check).collect(),
    }
}

pub(crate) fn request(role: ConformanceRole) -> Request {
    Request {
        member: Organisation {
            organisation_code: "531000000000000008".parse().unwrap(),
            name: "示例<儿童>大病救助基金会".to_owned(),
        },
        role,
        ran_by: "秘书处测试员".to_owned(),
        attestations: Attestations::default(),
        issuer: SECRETARIAT.to_owned(),
        revocations: "https://alliance.example/revocations.json".to_owned(),
        number: "019a0000-0000-7000-8000-00000000c001".parse().unwrap(),
        now: at(NOW),
        valid_days: 365,
        report_days: 30,
    }
}

pub(crate) fn evidence(reports: &[Report]) -> Vec<Evidence> {
    let one = |report: &Report| Evidence {
        sha256: Sha256Digest::of(&serde_json::to_vec(report).unwrap()),
        report: report.clone(),
    };
    reports.iter().map(one).collect()
}

pub(crate) fn consumer(reports: &[Report]) -> Result<Certificate, Vec<Refused>> {
    certificate::issue(request(ConformanceRole::Consumer), &evidence(reports), &SUITE_OF_VECTORS)
}

pub(crate) fn failing(report: &mut Report, id: &str, expires: Option<&str>) {
    let check = report.checks.iter_mut().find(|check| check.id == id).unwrap();
    check.verdict = Verdict::Fail;
    check.excuse = expires.map(|day| Excuse {
        owner: "平台组".to_owned(),
        reason: "等待 <新版>".to_owned(),
        expires: day.parse().unwrap(),
    });
}

#[test]
fn who_passed_what_the_role_needs_is_certified() {
    let certificate = consumer(&[passed(&CONSUMER)]).unwrap();
    let counts = certificate.requirements;
    // By the table itself: every MUST and MUST NOT of the role.
    let table = include_str!("../../requirements.csv").lines();
    let binding = table.filter(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        matches!(fields[2], "MUST" | "MUST NOT") && fields[3].split(' ').any(|role| role == "consumer")
    });
    assert_eq!(counts.all, binding.count());
    assert_eq!(counts.all, counts.shown + counts.excused + counts.attested + counts.open);
    assert!(counts.shown > 300 && counts.excused == 0 && counts.attested == 0, "{counts:?}");
    assert_eq!(certificate.checks.passed, vectors(&CONSUMER).count());
    assert_eq!(certificate.valid_until.to_string(), "2027-10-01");
    assert_eq!(certificate.reports[0].ran_at, at("2026-09-30T08:00:00Z"));
    let bytes = certificate.to_json().unwrap();
    assert_eq!(Certificate::read(&bytes).unwrap(), certificate);
    let schema = certificate::schema();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&serde_json::from_slice(&bytes).unwrap()));
    // In parts, too.
    let parts = [passed(&CONSUMER[..2]), passed(&CONSUMER[2..])];
    let in_parts = consumer(&parts).unwrap();
    assert_eq!((in_parts.requirements, in_parts.checks), (counts, certificate.checks));
}

#[test]
fn each_reason_against_a_certificate_is_named() {
    let changed = |change: &dyn Fn(&mut Report)| {
        let mut report = passed(&CONSUMER);
        change(&mut report);
        consumer(&[report]).unwrap_err()
    };
    let first = passed(&CONSUMER).checks[0].id.clone();
    assert_eq!(consumer(&[]), Err(vec![Refused::NoReport]));
    assert_eq!(changed(&|report| report.suite = "0.0.9".to_owned()), [Refused::OtherVersion(1)]);
    assert_eq!(changed(&|report| report.standard = "0.9".to_owned()), [Refused::OtherVersion(1)]);
    assert_eq!(changed(&|report| report.ran_at = None), [Refused::NoTime(1)]);
    assert_eq!(changed(&|report| report.ran_at = Some(at("2026-10-01T09:00:00Z"))), [Refused::NoTime(1)]);
    assert_eq!(changed(&|report| report.ran_at = Some(at("2026-08-31T08:00:00Z"))), [Refused::Old(1)]);
    assert!(changed(&|report| report.checks.clear()).contains(&Refused::Empty(1)));
    let requirements = passed(&CONSUMER).checks[0].requirements.clone();
    let not_passed = Refused::NotPassed { report: 1, checks: vec![(first.clone(), requirements)] };
    assert!(changed(&|report| failing(report, &first, None)).contains(&not_passed));
    assert_eq!(changed(&|report| failing(report, &first, Some("2026-09-30"))), [Refused::ExcuseOver(1)]);
    assert_eq!(changed(&|report| failing(report, &first, Some("2027-03-31"))), [Refused::ExcuseTooFar(1)]);
    let receipts = vectors(&[Area::Receipts]).count();
    let missing = Refused::Missing { part: "vectors:receipts".to_owned(), missing: receipts, all: receipts };
    assert_eq!(consumer(&[passed(&CONSUMER[..4])]), Err(vec![missing]));
    let mut other = passed(&CONSUMER[4..]);
    other.target.version = Some("3.3".to_owned());
    assert_eq!(consumer(&[passed(&CONSUMER[..4]), other]), Err(vec![Refused::OtherSystem(2)]));
    let long = Request { valid_days: 366, ..request(ConformanceRole::Consumer) };
    assert_eq!(
        certificate::issue(long, &evidence(&[passed(&CONSUMER)]), &SUITE_OF_VECTORS),
        Err(vec![Refused::Days])
    );
    // All at once.
    let all = changed(&|report| {
        report.suite = "0.0.9".to_owned();
        report.ran_at = None;
    });
    assert_eq!(all, [Refused::OtherVersion(1), Refused::NoTime(1)]);
}

#[test]
fn a_role_is_certified_on_the_runs_that_show_it() {
    let all = evidence(&[passed(&Area::ALL)]);
    // An adapter's report says nothing of a live system.
    for role in [ConformanceRole::Registry, ConformanceRole::Evaluator, ConformanceRole::Reporter] {
        let refused = certificate::issue(request(role), &all, &SUITE_OF_VECTORS).unwrap_err();
        assert!(matches!(refused.as_slice(), [Refused::Missing { .. }]), "{role:?}");
    }
}

#[test]
fn a_report_says_no_more_than_the_suite_does() {
    // Some that do not apply, and one that is said not to count.
    for change in [
        (|check: &mut Check| check.verdict = Verdict::NotApplicable) as fn(&mut Check),
        |check| {
            check.verdict = Verdict::Fail;
            check.scored = false;
        },
        |check| check.id.push('x'),
    ] {
        let mut report = passed(&CONSUMER);
        change(&mut report.checks[3]);
        let all = vectors(&[Area::Structure]).count();
        let refused = consumer(&[report]).unwrap_err();
        assert_eq!(refused.len(), 1, "{refused:?}");
        assert!(matches!(&refused[0], Refused::Missing { missing: 1, .. }), "{refused:?} {all}");
    }
    // What a check shows is taken from the suite, and which checks there are.
    let mut report = passed(&CONSUMER);
    report.checks.extend(
        (0..1_000)
            .map(|number| Check { id: format!("made-up-{number}"), ..report.checks[0].clone() })
            .collect::<Vec<_>>(),
    );
    let every: BTreeSet<String> = tongzhou_conformance::sentences::ids().map(str::to_owned).collect();
    report.checks[0].requirements = every.into_iter().collect();
    assert_eq!(
        consumer(&[report]).unwrap().requirements,
        consumer(&[passed(&CONSUMER)]).unwrap().requirements
    );
}

#[test]
fn a_certificate_does_not_outlive_an_excuse() {
    // A check that a requirement of the role rests on.
    let vector =
        vectors(&[Area::Content]).find(|vector| vector.requirements.contains(&"REQ-AEN-004".to_owned()));
    let id = &vector.unwrap().id;
    let mut report = passed(&CONSUMER);
    failing(&mut report, id, Some("2026-12-31"));
    let certificate = consumer(&[report]).unwrap();
    assert_eq!(certificate.valid_until.to_string(), "2026-12-31");
    let all = consumer(&[passed(&CONSUMER)]).unwrap();
    assert_eq!(certificate.checks.passed, all.checks.passed - 1);
    assert_eq!((certificate.checks.excused, certificate.requirements.excused), (1, 1));
    assert_eq!(certificate.requirements.shown, all.requirements.shown - 1);
    let excused = &certificate.excused[0];
    assert_eq!((&excused.check, excused.owner.as_str()), (id, "平台组"));
}

#[test]
fn what_cannot_be_tested_has_to_be_attested_and_nothing_else() {
    let asked = Asked::of(["REQ-EXC-033".to_owned(), "REQ-CLM-006".to_owned()]);
    let suite = Suite::new(VECTORS.clone(), asked).unwrap();
    let issue = |rows: &str| {
        let file = format!("requirement,by,on,evidence\n{rows}");
        let attestations = Attestations::read(file.as_bytes(), "2026-10-01".parse().unwrap()).unwrap();
        let request = Request { attestations, ..request(ConformanceRole::Consumer) };
        certificate::issue(request, &evidence(&[passed(&CONSUMER)]), &suite)
    };
    assert_eq!(issue(""), Err(vec![Refused::Unattested(vec!["REQ-EXC-033".to_owned()])]));
    let certificate = issue("REQ-EXC-033,秘书处,2026-09-20,查看了运行日志").unwrap();
    assert_eq!((certificate.requirements.attested, certificate.attestations.len()), (1, 1));
    // Of what a check shows, and of what binds others.
    let needless =
        issue("REQ-EXC-033,A,2026-09-20,x\nREQ-AEN-004,A,2026-09-20,x\nREQ-CLM-006,A,2026-09-20,x");
    assert_eq!(needless, Err(vec![Refused::NotAsked(vec![3, 4])]));
    let read = |row: &str| {
        Attestations::read(
            format!("requirement,by,on,evidence\n{row}").as_bytes(),
            "2026-10-01".parse().unwrap(),
        )
    };
    for row in [
        "REQ-EXC-033,A,2026-10-02,x",
        "REQ-EXC-033,A,today,x",
        "REQ-NON-001,A,2026-09-20,x",
        "REQ-EXC-033,A,,x",
    ] {
        assert!(read(row).is_err(), "{row}");
    }
}

fn directory() -> Directory {
    let document = alliance::directory();
    let trust = Trust::board(board_of(&document).unwrap().fingerprint());
    Directory::verify(&document, &alliance::signatures(&document), &trust, at(NOW)).unwrap()
}

fn key() -> SigningKey {
    alliance::signing_key("secretariat")
}

fn signed(change: impl FnOnce(&mut Certificate), key: &SigningKey) -> (Vec<u8>, Vec<u8>) {
    static CERTIFICATE: LazyLock<Certificate> = LazyLock::new(|| consumer(&[passed(&CONSUMER)]).unwrap());
    let mut certificate = CERTIFICATE.clone();
    change(&mut certificate);
    let document = certificate.to_json().unwrap();
    let signatures = certificate::signatures(Subject::Certificate, key, &document);
    (document, signatures)
}

fn fault((document, signatures): &(Vec<u8>, Vec<u8>), now: &str) -> CertificateFault {
    let directory = directory();
    certificate::verify(document, signatures, Issuers::Directory(&directory), None, at(now)).unwrap_err()
}

#[test]
fn a_certificate_of_the_secretariat_is_relied_on() {
    let (document, signatures) = signed(|_| {}, &key());
    let directory = directory();
    let verified =
        certificate::verify(&document, &signatures, Issuers::Directory(&directory), None, at(NOW)).unwrap();
    assert_eq!(verified.signatory.name.as_deref(), Some(SECRETARIAT));
    assert_eq!(verified.certificate.member.organisation_code.as_str(), "531000000000000008");
    let by_key = Issuers::Key(key().verifying_key());
    let verified = certificate::verify(&document, &signatures, by_key, None, at(NOW)).unwrap();
    assert_eq!((verified.signatory.name, verified.signatory.key), (None, key().verifying_key().id()));
}

#[test]
fn a_certificate_that_is_not_as_it_was_signed_is_refused_by_name() {
    let id = key().verifying_key().id();
    let (document, signatures) = signed(|_| {}, &key());
    let text = String::from_utf8(document.clone()).unwrap();
    let changed = text.replace("\"consumer\"", "\"registry\"").into_bytes();
    assert_eq!(fault(&(changed, signatures.clone()), NOW), CertificateFault::Changed(id));
    let manifest = certificate::signatures(Subject::Revocations, &key(), &document);
    assert!(matches!(
        fault(&(document.clone(), manifest), NOW),
        CertificateFault::Signatures(JwsFault::Header(..))
    ));
    let stranger = SigningKey::from_seed(&[7; 32]);
    let unknown = CertificateFault::UnknownKey(stranger.verifying_key().id());
    assert_eq!(fault(&signed(|_| {}, &stranger), NOW), unknown);
    let hospital = alliance::signing_key("hospital");
    let of_others = CertificateFault::NotSecretariat(hospital.verifying_key().id());
    assert_eq!(fault(&signed(|_| {}, &hospital), NOW), of_others);
    let early = signed(|certificate| certificate.issued_at = at("2026-08-15T00:00:00Z"), &key());
    assert_eq!(fault(&early, NOW), CertificateFault::Key(id, KeyStanding::NotYet));
    let other = signed(|certificate| certificate.issuer = "另一家秘书处".to_owned(), &key());
    assert_eq!(fault(&other, NOW), CertificateFault::OtherIssuer);
    assert_eq!(fault(&signed(|_| {}, &key()), "2026-10-01T07:00:00Z"), CertificateFault::Future);
    // The last day still counts, until midnight in China.
    let short = signed(|certificate| certificate.valid_until = "2026-10-05".parse().unwrap(), &key());
    let by_key =
        |now| certificate::verify(&short.0, &short.1, Issuers::Key(key().verifying_key()), None, at(now));
    assert!(by_key("2026-10-05T15:59:59Z").is_ok());
    assert_eq!(by_key("2026-10-05T16:00:00Z"), Err(CertificateFault::Expired("2026-10-05".parse().unwrap())));
    for bytes in [&b"{}"[..], b"", b"[[[[", text.replace("\"role\"", "\"rule\"").as_bytes()] {
        assert!(matches!(fault(&(bytes.to_vec(), signatures.clone()), NOW), CertificateFault::Form(_)));
    }
    let large = vec![b' '; certificate::MAX_CERTIFICATE_BYTES + 1];
    assert_eq!(fault(&(large, signatures), NOW), CertificateFault::TooLarge);
}

#[test]
fn a_revoked_certificate_is_refused_and_an_old_list_is_no_list() {
    let (document, signatures) = signed(|_| {}, &key());
    let number = request(ConformanceRole::Consumer).number;
    let mut list = Revocations::new(SECRETARIAT.to_owned(), at(NOW), "2026-12-30".parse().unwrap());
    let by_key = Issuers::Key(key().verifying_key());
    let read = |list: &Revocations, now: &str| {
        let document = list.to_json().unwrap();
        let signatures = certificate::signatures(Subject::Revocations, &key(), &document);
        Revocations::verify(&document, &signatures, by_key, at(now))
    };
    let verify =
        |list: &Revocations| certificate::verify(&document, &signatures, by_key, Some(list), at(NOW));
    let other = "019a0000-0000-7000-8000-00000000c002".parse().unwrap();
    let revoked = |number| Revoked { number, reason: RevocationReason::Untrue, at: at(NOW) };
    assert!(list.add(revoked(other)));
    assert!(verify(&read(&list, NOW).unwrap()).is_ok());
    assert!(list.add(revoked(number)) && !list.add(revoked(number)));
    let list = read(&list, NOW).unwrap();
    // Another secretariat's list, which says nothing of it.
    let others = Revocations::new("另一家秘书处".to_owned(), at(NOW), "2026-12-30".parse().unwrap());
    assert_eq!(verify(&others), Err(CertificateFault::OtherList));
    assert_eq!(verify(&list), Err(CertificateFault::Revoked(RevocationReason::Untrue, at(NOW))));
    assert_eq!(
        read(&list, "2026-12-31T00:00:00Z"),
        Err(CertificateFault::Expired("2026-12-30".parse().unwrap()))
    );
    let bytes = list.to_json().unwrap();
    let validator = jsonschema::draft202012::new(&certificate::revocations_schema()).unwrap();
    assert!(validator.is_valid(&serde_json::from_slice(&bytes).unwrap()));
    let wrong = certificate::signatures(Subject::Revocations, &SigningKey::from_seed(&[7; 32]), &bytes);
    assert!(matches!(
        Revocations::verify(&bytes, &wrong, by_key, at(NOW)),
        Err(CertificateFault::UnknownKey(_))
    ));
}

#[test]
fn the_page_of_a_certificate_says_it_all_in_both_languages_and_asks_nobody() {
    let vector = vectors(&[Area::Content]).next().unwrap();
    let mut report = passed(&CONSUMER);
    failing(&mut report, &vector.id, Some("2026-12-31"));
    let page = consumer(&[report]).unwrap().to_html();
    for wanted in [
        "示例&lt;儿童&gt;大病救助基金会",
        "接收方",
        "Consumer",
        "019a0000-0000-7000-8000-00000000c001",
        "秘书处测试员",
        "等待 &lt;新版&gt;",
        "2026-12-31",
        "default-src 'none'",
        "@page{size:A4",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    for unwanted in ["<script", "<儿童>", "<新版>", "src=\"", "href=", "url("] {
        assert!(!page.contains(unwanted), "{unwanted}");
    }
}
