//! When a certificate is issued, and when not: every reason at once, so that nobody has to come again for the next.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;
use tongzhou::{
    code::lists::ConformanceRole,
    value::{Date, Instant, OrganisationCode, Sha256Digest, Uuid7},
};

use super::{
    Attestation, Attestations, Certificate, CheckCounts, ExcusedCheck, MAX_DAYS, Organisation, ReportRef,
    RequirementCounts, Suite, System,
    suite::{Expected, Part},
};
use crate::{
    report::{Check, Excuse, MAX_EXCUSE_DAYS, Outcome, Report, SUITE, Verdict},
    sentences,
    vector::STANDARD,
};

/// What a certificate is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The member.
    pub member: Organisation,
    /// The role.
    pub role: ConformanceRole,
    /// Who ran the suite.
    pub ran_by: String,
    /// What the member attests.
    pub attestations: Attestations,
    /// Who issues.
    pub issuer: String,
    /// Where revoked certificates are published.
    pub revocations: String,
    /// A fresh number.
    pub number: Uuid7,
    /// The time it is.
    pub now: Instant,
    /// For how many days it is to hold, [`MAX_DAYS`] at most.
    pub valid_days: i64,
    /// How old a report may be, in days.
    pub report_days: i64,
}

/// A report and the digest of its file.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The digest of the file.
    pub sha256: Sha256Digest,
    /// The report.
    pub report: Report,
}

/// Why no certificate is issued. Numbers of reports count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// There is no report.
    #[error("there is no report")]
    NoReport,
    /// A report is of another version of the suite or of the standard.
    #[error("report {0} is of another version")]
    OtherVersion(usize),
    /// A report has no check.
    #[error("report {0} has no check")]
    Empty(usize),
    /// A report did not pass.
    #[error("report {report} did not pass: {} checks", checks.len())]
    NotPassed {
        /// The report.
        report: usize,
        /// What failed and is not excused, or could not be checked, by the ids of the checks, each with its requirements.
        checks: Vec<(String, Vec<String>)>,
    },
    /// A report does not tell when it was made, or tells a time that is still to come.
    #[error("report {0} does not tell when it was made")]
    NoTime(usize),
    /// A report is older than is allowed.
    #[error("report {0} is too old")]
    Old(usize),
    /// A report is of an organisation other than the member.
    #[error("report {0} is of another organisation")]
    OtherOrganisation(usize),
    /// A report is of another system than the first of its kind. Kinds are not compared: through its adapter a system is
    /// known by its own name, and over HTTP by that of its owner.
    #[error("report {0} is of another system")]
    OtherSystem(usize),
    /// An excuse in a report is over.
    #[error("report {0} has an excuse that is over")]
    ExcuseOver(usize),
    /// An excuse in a report ends later than any list of known failures may say.
    #[error("report {0} has an excuse for more than {MAX_EXCUSE_DAYS} days from now")]
    ExcuseTooFar(usize),
    /// This version of the suite cannot test the role.
    #[error("this version of the suite cannot test the role")]
    NotTestable,
    /// No report by itself passed every check of a part: how many the best one lacks, of how many.
    #[error("{missing} of {all} checks of {part} were not passed, not made or do not apply")]
    Missing {
        /// The part.
        part: String,
        /// How many are missing.
        missing: usize,
        /// Of how many.
        all: usize,
    },
    /// These requirements of the role have to be attested and are not.
    #[error("{} is not attested", .0.join(", "))]
    Unattested(Vec<String>),
    /// The attestations in these lines are of requirements that do not bind the role, or that a check shows.
    #[error("lines or entries {0:?} attest what is not asked for")]
    NotAsked(Vec<usize>),
    /// It is to hold longer than a year, or not at all.
    #[error("a certificate holds for 1 to {MAX_DAYS} days")]
    Days,
}

/// Makes the certificate of these reports.
///
/// # Errors
/// Every reason for which there is none.
pub fn issue(request: Request, evidence: &[Evidence], suite: &Suite) -> Result<Certificate, Vec<Refused>> {
    let mut refused = Vec::new();
    let Some(first) = evidence.first() else { return Err(vec![Refused::NoReport]) };
    let today = request.now.china_date();
    let mut reports = Vec::new();
    for (number, Evidence { sha256, report }) in (1..).zip(evidence) {
        let kind = report.target.kind;
        let mut like = evidence.iter().map(|evidence| &evidence.report);
        let first = like.find(|report| report.target.kind == kind).unwrap_or(report);
        refused.extend(faults(number, report, first, &request));
        reports.extend(report.ran_at.map(|ran_at| ReportRef { sha256: *sha256, ran_at }));
    }
    let shown = match shown(request.role, evidence, suite) {
        Ok(expected) => expected,
        Err(missing) => {
            refused.extend(missing);
            Vec::new()
        }
    };
    let excused = excused(evidence);
    let attestations = request.attestations;
    let requirements = count(request.role, &shown, &excused, &attestations, suite);
    refused.extend(requirements.refused);
    let last =
        (1..=MAX_DAYS).contains(&request.valid_days).then(|| today.plus_days(request.valid_days)).flatten();
    let (true, Some(last)) = (refused.is_empty(), last) else {
        refused.extend(last.is_none().then_some(Refused::Days));
        return Err(refused);
    };
    // A certificate does not outlive an excuse on which it rests.
    let valid_until = excused.values().map(|excused| excused.expires).fold(last, Date::min);
    let target = &first.report.target;
    let passed = shown.iter().filter(|check| !excused.contains_key(check.id)).count();
    Ok(Certificate {
        number: request.number,
        member: request.member,
        system: System { name: target.name.clone(), version: target.version.clone() },
        role: request.role,
        standard_version: STANDARD.to_owned(),
        suite: SUITE.to_owned(),
        ran_by: request.ran_by,
        reports,
        checks: CheckCounts { passed, excused: excused.len() },
        requirements: requirements.counts,
        excused: excused.into_values().collect(),
        attestations: attestations.rows.into_iter().map(|(_, attestation)| attestation).collect(),
        issuer: request.issuer,
        issued_at: request.now,
        valid_until,
        revocations: request.revocations,
    })
}

/// What is wrong with a report by itself, or beside the first of its kind.
fn faults(number: usize, report: &Report, first: &Report, request: &Request) -> Vec<Refused> {
    let today = request.now.china_date();
    let age = report.ran_at.map(|ran_at| request.now.unix_seconds() - ran_at.unix_seconds());
    let left = |check: &Check| check.excuse.as_ref().map(|excuse| today.days_until(excuse.expires));
    let (mut over, mut too_far) = (false, false);
    for left in report.checks.iter().filter_map(left) {
        over |= left < 0;
        too_far |= left > MAX_EXCUSE_DAYS;
    }
    let other = |code: OrganisationCode| code != request.member.organisation_code;
    let passed = matches!(report.outcome(), Outcome::Passed | Outcome::Excused);
    let target = |report: &Report| (report.target.name.clone(), report.target.version.clone());
    let faults = [
        (report.suite != SUITE || report.standard != STANDARD, Refused::OtherVersion(number)),
        (report.checks.is_empty(), Refused::Empty(number)),
        (
            !report.checks.is_empty() && !passed,
            Refused::NotPassed { report: number, checks: not_passed(report) },
        ),
        (age.is_none_or(|age| age < -CLOCK_SKEW), Refused::NoTime(number)),
        (age.is_some_and(|age| age > request.report_days * DAY), Refused::Old(number)),
        (report.target.organisation.is_some_and(other), Refused::OtherOrganisation(number)),
        (target(report) != target(first), Refused::OtherSystem(number)),
        (over, Refused::ExcuseOver(number)),
        (too_far, Refused::ExcuseTooFar(number)),
    ];
    faults.into_iter().filter(|(is, _)| *is).map(|(_, refused)| refused).collect()
}

/// The checks that count and keep a report from passing.
fn not_passed(report: &Report) -> Vec<(String, Vec<String>)> {
    let stands = |check: &&Check| {
        let wrong = match check.verdict {
            Verdict::Fail => check.excuse.is_none(),
            Verdict::CouldNotCheck => true,
            Verdict::Pass | Verdict::NotApplicable => false,
        };
        check.scored && wrong
    };
    let checks = report.checks.iter().filter(stands);
    checks.map(|check| (check.id.clone(), check.requirements.clone())).collect()
}

/// The checks of one way of the role, each of which passed or is excused; else what is missing of the way that comes
/// nearest.
fn shown<'s>(
    role: ConformanceRole,
    evidence: &[Evidence],
    suite: &'s Suite,
) -> Result<Vec<Expected<'s>>, Vec<Refused>> {
    let mut nearest: Option<(usize, usize, Vec<Refused>)> = None;
    for way in suite.ways(role) {
        let parts: Vec<_> = way.into_iter().map(|part| (part, suite.checks(part))).collect();
        let gaps: Vec<(usize, Refused)> =
            parts.iter().filter_map(|(part, expected)| gap(*part, expected, evidence)).collect();
        if gaps.is_empty() {
            return Ok(parts.into_iter().flat_map(|(_, expected)| expected).collect());
        }
        let missing: usize = gaps.iter().map(|(missing, _)| missing).sum();
        let all: usize = parts.iter().map(|(_, expected)| expected.len()).sum();
        // By the share that is missing: ways differ in how many checks they have.
        if nearest
            .as_ref()
            .is_none_or(|(least, of, _)| missing.saturating_mul(*of) < least.saturating_mul(all))
        {
            nearest = Some((missing, all, gaps.into_iter().map(|(_, refused)| refused).collect()));
        }
    }
    Err(nearest.map_or_else(|| vec![Refused::NotTestable], |(_, _, refused)| refused))
}

/// How many checks of a part the report lacks that comes nearest to it, if any: one report has to have all of them, since
/// what a system answers in one role says nothing of it in another. What a report says of itself, such as what a check
/// shows or whether it counts, is taken from the suite and not from the report.
fn gap(part: Part, expected: &[Expected<'_>], evidence: &[Evidence]) -> Option<(usize, Refused)> {
    let of_kind = evidence.iter().filter(|evidence| evidence.report.target.kind == part.kind());
    let lacks = |report: &Report| {
        let checks = report.checks.iter();
        let done = checks.filter(|check| check.verdict == Verdict::Pass || check.is_excused());
        let done: BTreeSet<&str> = done.map(|check| check.id.as_str()).collect();
        expected.iter().filter(|expected| !done.contains(expected.id)).count()
    };
    let missing = of_kind.map(|evidence| lacks(&evidence.report)).min().unwrap_or(expected.len());
    // A part without a check shows nothing.
    let missing = if expected.is_empty() { 1 } else { missing };
    (missing > 0).then(|| (missing, Refused::Missing { part: part.name(), missing, all: expected.len() }))
}

/// What is excused in any report; where it is in several, until the earliest day.
fn excused(evidence: &[Evidence]) -> BTreeMap<&str, ExcusedCheck> {
    let mut excused: BTreeMap<&str, ExcusedCheck> = BTreeMap::new();
    for check in evidence.iter().flat_map(|evidence| &evidence.report.checks) {
        let Some(excuse) = check.excuse.as_ref().filter(|_| check.is_excused()) else { continue };
        if excused.get(check.id.as_str()).is_some_and(|known| known.expires <= excuse.expires) {
            continue;
        }
        let Excuse { owner, reason, expires } = excuse.clone();
        excused.insert(&check.id, ExcusedCheck { check: check.id.clone(), owner, reason, expires });
    }
    excused
}

struct Counted {
    counts: RequirementCounts,
    refused: Vec<Refused>,
}

/// Each requirement of the role under what shows it.
fn count(
    role: ConformanceRole,
    shown: &[Expected<'_>],
    excused: &BTreeMap<&str, ExcusedCheck>,
    attestations: &Attestations,
    suite: &Suite,
) -> Counted {
    let of = |excuse: bool| -> BTreeSet<&str> {
        let checks = shown.iter().filter(|check| excused.contains_key(check.id) == excuse);
        checks.flat_map(|check| check.requirements.iter().map(String::as_str)).collect()
    };
    let (passed, failed) = (of(false), of(true));
    let binds = |id: &str| suite.roles.of(id).contains(&role);
    let attested: BTreeSet<&str> =
        attestations.rows.iter().map(|(_, Attestation { requirement, .. })| requirement.as_str()).collect();
    let mut counts = RequirementCounts::default();
    for id in sentences::ids().filter(|id| binds(id) && sentences::is_must(id) == Some(true)) {
        counts.all += 1;
        let count = match id {
            id if failed.contains(id) => &mut counts.excused,
            id if passed.contains(id) => &mut counts.shown,
            id if attested.contains(id) => &mut counts.attested,
            _ => &mut counts.open,
        };
        *count += 1;
    }
    let unattested = suite.asked.ids().filter(|id| binds(id) && !attested.contains(id));
    let unattested: Vec<String> = unattested.map(str::to_owned).collect();
    // An attestation does not stand in for a check.
    let rows = attestations.rows.iter();
    let needless = rows.filter(|(_, row)| {
        let id = row.requirement.as_str();
        !binds(id) || passed.contains(id) || failed.contains(id)
    });
    let needless: Vec<usize> = needless.map(|(at, _)| *at).collect();
    let mut refused = Vec::new();
    if !unattested.is_empty() {
        refused.push(Refused::Unattested(unattested));
    }
    if !needless.is_empty() {
        refused.push(Refused::NotAsked(needless));
    }
    Counted { counts, refused }
}

/// Seconds of a day.
const DAY: i64 = 86_400;
/// How far the clocks of two machines may differ, in seconds.
const CLOCK_SKEW: i64 = 300;
