//! From what a check found to the document `validation-report`.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::{
    code::lists::{Outcome, ReadyMark, Severity},
    finding::FindingOutcome,
    model::{
        literal::{Literal, Version},
        primitive::{Count, List, Size},
        validation_report::{
            Counts, Digested, Input, Marks, ReportedFinding, Said, SignedBy, Tool, ValidationReport,
        },
    },
    rules,
    shape::{Shape, Shaped},
    text::Lang,
    validate::Checked,
    value::Sha256Digest,
};

use super::place::PlacedFinding;

/// What identifies the input in a report.
///
/// ```
/// use tongzhou::{report::{InputFacts, report}, value::Sha256Digest};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// let digest = Sha256Digest::of(document.as_bytes());
/// let facts = InputFacts { size: document.len() as u64, sha256: Some(*digest.as_bytes()) };
/// // By this, and by no file's name, one knows what was checked.
/// let report = serde_json::to_value(report(&checked, facts))?;
/// assert_eq!(report["input"]["sha256"], digest.to_string());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct InputFacts {
    /// The size in bytes.
    pub size: u64,
    /// The digest of the bytes; absent where there were more than may be read.
    pub sha256: Option<[u8; 32]>,
}

/// The report of a check. The same check gives the same report, byte for byte once serialised.
///
/// ```
/// use tongzhou::report::{InputFacts, report};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// let report = report(&checked, InputFacts { size: document.len() as u64, sha256: None });
/// let json = serde_json::to_value(&report)?;
/// let codes = json["findings"].as_array().ok_or("no list")?;
/// assert!(codes.iter().any(|finding| finding["code"] == "TZ-APP-001"));
/// assert_eq!(json["asOf"], "2026-10-01");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn report(checked: &Checked, input: InputFacts) -> ValidationReport<'static> {
    let severity = |wanted: Severity| {
        count(checked.findings.iter().filter(|placed| placed.finding.rule.severity == wanted).count())
    };
    let outcome = |outcome| count(checked.outcomes.count(outcome));
    ValidationReport {
        standard: Literal::default(),
        standard_version: Version::default(),
        document_type: Literal::default(),
        tool: Tool { name: text("tongzhou"), version: text(env!("CARGO_PKG_VERSION")) },
        rule_set: Digested { sha256: digest(rule_set_digest()) },
        codelists: Digested { sha256: digest(codelists_digest()) },
        input: Input {
            kind: checked.kind,
            document_type: checked.document_type,
            size: Size::saturating(input.size),
            sha256: input.sha256.map(digest),
        },
        as_of: text(&checked.as_of.to_string()),
        rung: checked.rung,
        marks: Marks {
            signed: checked.signed,
            signed_by: List::first(checked.signers.iter().map(|signer| SignedBy {
                organisation_code: text(signer.organisation_code.as_str()),
                name: text(&signer.name),
            })),
            ready: ReadyMark::NotAsked,
        },
        counts: Counts {
            errors: severity(Severity::Error),
            warnings: severity(Severity::Warning),
            infos: severity(Severity::Info),
            rules_passed: outcome(Outcome::Pass),
            rules_failed: outcome(Outcome::Fail),
            rules_not_applicable: outcome(Outcome::NotApplicable),
            rules_not_checked: outcome(Outcome::CouldNotCheck),
        },
        findings: List::first(checked.findings.iter().map(reported)),
    }
}

/// The digest of everything that the rules say and rest on: codes, severities, requirements, validity and both
/// languages' texts, in the order of the codes.
///
/// ```
/// use tongzhou::{report::{InputFacts, report, rule_set_digest}, value::Sha256Digest};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// // Two reports differ: were they made by the same rules?
/// let report = serde_json::to_value(report(&checked, InputFacts { size: 0, sha256: None }))?;
/// assert_eq!(report["ruleSet"]["sha256"], Sha256Digest::from_bytes(rule_set_digest()).to_string());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rule_set_digest() -> [u8; 32] {
    static DIGEST: LazyLock<[u8; 32]> = LazyLock::new(|| {
        let mut sha256 = Sha256::new();
        for rule in rules::all() {
            let words = |lang| {
                let words = rule.words(lang);
                [words.title, words.message, words.why, words.help].join("\u{1f}")
            };
            let line = [
                rule.code,
                rule.slug,
                rule.since,
                crate::code::Code::code(rule.severity),
                &rule.requirements.join(" "),
                rule.validity.from.unwrap_or_default(),
                rule.validity.until.unwrap_or_default(),
                &words(Lang::ZhCn),
                &words(Lang::En),
            ];
            sha256.update(line.join("\u{1e}"));
            sha256.update("\n");
        }
        sha256.finalize().into()
    });
    *DIGEST
}

/// The digest of the codelists, each as its file stands, in the order of their names.
///
/// ```
/// use tongzhou::{report::{InputFacts, codelists_digest, report}, value::Sha256Digest};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// let report = serde_json::to_value(report(&checked, InputFacts { size: 0, sha256: None }))?;
/// assert_eq!(report["codelists"]["sha256"], Sha256Digest::from_bytes(codelists_digest()).to_string());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn codelists_digest() -> [u8; 32] {
    static DIGEST: LazyLock<[u8; 32]> = LazyLock::new(|| {
        let mut sha256 = Sha256::new();
        for (name, csv) in tongzhou_schema::CODELISTS {
            sha256.update(name);
            sha256.update("\n");
            sha256.update(csv);
        }
        sha256.finalize().into()
    });
    *DIGEST
}

fn reported(placed: &PlacedFinding) -> ReportedFinding<'static> {
    let rule = placed.finding.rule;
    let said = |say: &dyn Fn(Lang) -> String| Said { zh: text(&say(Lang::ZhCn)), en: text(&say(Lang::En)) };
    ReportedFinding {
        code: text(rule.code),
        slug: text(rule.slug),
        severity: rule.severity,
        outcome: match placed.finding.outcome {
            FindingOutcome::Fail => Outcome::Fail,
            FindingOutcome::CouldNotCheck => Outcome::CouldNotCheck,
        },
        entry: placed.entry.map(|entry| text(&entry.to_string())),
        pointer: placed.pointer.as_ref().map(|pointer| text(pointer.as_str())),
        line: placed.position.map(|position| count(position.line)),
        column: placed.position.map(|position| count(position.column)),
        title: said(&|lang| rule.words(lang).title.to_owned()),
        message: said(&|lang| placed.finding.message(lang)),
        help: said(&|lang| rule.words(lang).help.to_owned()),
        ask: List::first(rule.ask.iter().copied()),
        requirements: List::first(rule.requirements.iter().map(|id| text(id))),
    }
}

/// A text of ours in its shape; tests hold every rule's texts to the shapes.
fn text<S: Shape>(text: &str) -> Shaped<'static, S> {
    Shaped::ours(text)
}

fn digest(digest: [u8; 32]) -> crate::model::texts::DigestText<'static> {
    text(&Sha256Digest::from_bytes(digest).to_string())
}

fn count<const MAX: u32>(number: usize) -> Count<MAX> {
    Count::saturating(u32::try_from(number).unwrap_or(u32::MAX))
}
