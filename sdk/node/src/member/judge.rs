//! Whether a sealed package is taken: by the same engine as everywhere, reading from the sealed file.

use std::{
    fs::File,
    io::{Seek, SeekFrom},
};

use tongzhou::{
    code::lists::{PackagePurpose, Severity},
    delivery::{DeliveryError, Opener, Refusal, examine},
    directory::Directory,
    fault,
    finding::FindingOutcome,
    json,
    model::Manifest,
    package::{archive::Archive, limits::Limits, name::EntryName},
    report::PlacedFinding,
    sealing::{Identity, Opened},
    validate::{self, Answer, Checked, Options},
    value::{Instant, OrganisationCode, Uuid7},
};
use tongzhou_exchange::problem::{BrokenRule, Problem, ProblemKind};

/// What is known of a package that is taken.
pub(super) struct Judged {
    pub(super) package_id: Uuid7,
    pub(super) purpose: PackagePurpose,
    pub(super) signers: Vec<OrganisationCode>,
    pub(super) warnings: Vec<String>,
}

/// Judges the sealed package that a file holds.
pub(super) fn judge(
    file: &File,
    organisation: OrganisationCode,
    identities: &[Identity],
    directory: &Directory,
    now: Instant,
    limits: &Limits,
) -> Result<Judged, Problem> {
    let options = Options::on(now.china_date()).with_directory(directory).with_identities(identities);
    let checked = validate::package(from_start(file)?, &options).map_err(|_| ProblemKind::Unavailable)?;
    match checked.answer() {
        Answer::Sound => {}
        Answer::Wrong if fault::is("package-not-judged") => {}
        Answer::CouldNotCheck if fault::is("unknown-version-taken") => {}
        _ if is_of_unknown_version(&checked) && !fault::is("package-of-unknown-version-called-unsound") => {
            return Err(ProblemKind::UnsupportedVersion.into());
        }
        Answer::CouldNotCheck | Answer::Wrong => return Err(unsound(broken(&checked))),
    }
    let opener = Opener { organisation, identities };
    let verified =
        examine(from_start(file)?, &opener, directory, now, limits).map_err(|error| match error {
            DeliveryError::Refused(Refusal::NotInAudience | Refusal::NoAudience) => {
                ProblemKind::NotYours.into()
            }
            DeliveryError::Refused(refusal) => unsound(vec![rule(refusal.code(), None)]),
            DeliveryError::Read(_) | DeliveryError::Write(_) | DeliveryError::Inbox(_) => {
                ProblemKind::Unavailable.into()
            }
        })?;
    let purpose = purpose(file, identities, limits)
        .ok_or_else(|| unsound(vec![rule("purpose-missing", Some("/purpose"))]))?;
    Ok(Judged {
        package_id: verified.package_id,
        purpose,
        signers: verified.signers.iter().map(|signer| signer.organisation_code).collect(),
        warnings: warnings(&checked),
    })
}

fn from_start(mut file: &File) -> Result<&File, Problem> {
    file.seek(SeekFrom::Start(0)).map_err(|_| ProblemKind::Unavailable)?;
    Ok(file)
}

fn purpose(file: &File, identities: &[Identity], limits: &Limits) -> Option<PackagePurpose> {
    let mut archive = Archive::open(Opened::open(from_start(file).ok()?, identities).ok()?, limits).ok()?;
    let (mut bytes, entry) = (Vec::new(), archive.find(&EntryName::Manifest)?);
    archive.read(&entry, &mut bytes).ok()?;
    json::from_slice::<Manifest<'_>>(&bytes).ok()?.purpose
}

/// Whether a document of the package is of a version that nobody here knows.
fn is_of_unknown_version(checked: &Checked) -> bool {
    checked.findings.iter().any(|placed| placed.finding.rule.code == UNKNOWN_VERSION)
}

/// The rules that were broken or could not be checked, with their places.
fn broken(checked: &Checked) -> Vec<BrokenRule> {
    let grave = checked.findings.iter().filter(|placed| placed.finding.rule.severity == Severity::Error);
    let mut rules: Vec<BrokenRule> = Vec::new();
    for placed in grave {
        let broken = rule(placed.finding.rule.code, place(placed).as_deref());
        if !rules.contains(&broken) && rules.len() < MOST {
            rules.push(broken);
        }
    }
    rules
}

/// A place in a package: the name of the entry, which is an id, and the pointer into it.
fn place(placed: &PlacedFinding) -> Option<String> {
    let pointer = placed.pointer.as_ref().map(|pointer| pointer.as_str());
    match (placed.entry, pointer) {
        (None, pointer) => pointer.map(str::to_owned),
        (Some(entry), pointer) => Some(format!("{entry}#{}", pointer.unwrap_or_default())),
    }
}

/// The codes of rules that had something to say all the same.
fn warnings(checked: &Checked) -> Vec<String> {
    let told = checked.findings.iter().filter(|placed| {
        placed.finding.rule.severity == Severity::Warning && placed.finding.outcome == FindingOutcome::Fail
    });
    let mut codes: Vec<String> = told.map(|placed| placed.finding.rule.code.to_owned()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn rule(code: &str, pointer: Option<&str>) -> BrokenRule {
    let pointer = pointer.filter(|_| !fault::is("place-in-the-package-not-told"));
    BrokenRule { rule: code.to_owned(), pointer: pointer.map(str::to_owned) }
}

fn unsound(findings: Vec<BrokenRule>) -> Problem {
    let kind = match fault::is("unsound-package-called-malformed") {
        true => ProblemKind::Malformed,
        false => ProblemKind::Unsound,
    };
    let findings = if fault::is("package-refused-without-a-reason") { Vec::new() } else { findings };
    Problem { findings, ..Problem::new(kind) }
}

/// How many broken rules are told at most.
const MOST: usize = 100;
/// The rule that tells of it.
const UNKNOWN_VERSION: &str = "TZ-SCH-003";
