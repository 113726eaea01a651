//! The papers of a scenario, made of the shipped case of leukaemia: another child, other bills, consents to the member
//! under test. Every person and number in them is made up.

use serde_json::{Value, json};
use tongzhou::{
    code::{
        Code,
        lists::{ConsentPurpose, Sex},
    },
    value::{Date, Instant, Sha256Digest},
};
use tongzhou_client::consent::commitment;
use tongzhou_exchange::token::{Identity, normal};

use super::{
    MockFault,
    alliance::Peer,
    scenario::{Child, Paper, PaperKind, Scenario},
};
use crate::http::parcel;

/// The papers of a scenario.
#[derive(Debug, Default)]
pub(super) struct Papers {
    /// The files, by their names within the folder of the scenario.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// By what commitments a registry is to know the consents, and for what each is.
    pub(super) commitments: Vec<(String, ConsentPurpose)>,
    /// What stands in the papers and must not leave the member.
    pub(super) secrets: Vec<String>,
}

/// Of whom and for whom papers are made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'m> {
    pub(super) code: &'m str,
    pub(super) name: &'m str,
}

impl Papers {
    /// Those of the scenario of this number, from 0.
    pub(super) fn of(
        scenario: &Scenario,
        number: usize,
        member: Member<'_>,
        now: Instant,
    ) -> Result<Self, MockFault> {
        let mut papers =
            Self { secrets: FAMILY.iter().map(|text| (*text).to_owned()).collect(), ..Self::default() };
        if let Some(child) = &scenario.child {
            papers.add("application.json", application(child, number).ok_or(MockFault::Papers)?);
            papers.secrets.extend(child.identifiers.iter().map(|(_, value)| value.clone()));
            papers.secrets.push(child.birth_date.clone());
            papers.secrets.extend(child.guardian.iter().map(|(_, value)| value.clone()));
        }
        if let Some(line) = &scenario.number {
            papers.files.push(("number.txt".to_owned(), format!("{line}\n").into_bytes()));
        }
        let fields = scenario.tokens.iter().flat_map(|parts| parts.iter().skip(1));
        papers.secrets.extend(fields.filter(|text| text.len() >= 10).cloned());
        for paper in &scenario.receipts {
            let receipt = receipt(paper, number).ok_or(MockFault::Papers)?;
            papers.add(&paper.file, receipt);
            papers.secrets.extend((!paper.number.is_empty()).then(|| paper.number.clone()));
        }
        for (place, purpose) in scenario.consents.iter().enumerate() {
            let consent = consent(*purpose, (number, place), member).ok_or(MockFault::Papers)?;
            let text = printed(&consent);
            let salt = Sha256Digest::of(format!("tongzhou mock salt: {} {place}", scenario.id).as_bytes());
            let name = format!("{}.json", purpose.code());
            papers.commitments.push((commitment(salt.as_bytes(), &text).to_string(), *purpose));
            papers.files.push((format!("{name}.salt"), format!("{salt}\n").into_bytes()));
            papers.files.push((name, text));
        }
        if scenario.aid_record {
            papers.add("record.json", record(number, member));
        }
        if scenario.package {
            let bytes =
                parcel::unsigned("emergency", &id(0xa, number, 0), member.code, Peer::EvaluatorA.code(), now);
            papers.files.push(("package.tzpkg".to_owned(), bytes.ok_or(MockFault::Papers)?));
        }
        papers.secrets.sort();
        papers.secrets.dedup();
        Ok(papers)
    }

    fn add(&mut self, name: &str, document: Value) {
        self.files.push((name.to_owned(), printed(&document)));
    }
}

/// What a scenario says by hand of an identity, as the one form of which a token is made.
pub(super) fn identity(parts: &[String]) -> Result<Identity, MockFault> {
    let made = match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["resident-id", number] => Identity::resident_id(number),
        ["birth-certificate", number, birth] => Identity::birth_certificate(number, date(birth)?),
        ["guardian-and-birth", guardian, birth, sex, order] => {
            let sex = if *sex == "1" { Sex::Male } else { Sex::Female };
            Identity::guardian_and_birth(guardian, date(birth)?, sex, order.parse().unwrap_or_default())
        }
        _ => return Err(MockFault::Papers),
    };
    let made = made.map_err(|_| MockFault::Papers)?;
    // What stands in the scenario is the one form already: nothing is left to this implementation.
    let same = made.fields().eq(parts.iter().skip(1).map(String::as_str));
    if same { Ok(made) } else { Err(MockFault::Papers) }
}

/// The bill of code and number.
pub(super) fn bill(code: &str, number: &str) -> Result<Identity, MockFault> {
    normal::bill_number(Some(code), number).map(|bill| Identity::bill(&bill)).map_err(|_| MockFault::Papers)
}

fn date(text: &str) -> Result<Date, MockFault> {
    text.parse().map_err(|_| MockFault::Papers)
}

fn application(child: &Child, number: usize) -> Option<Value> {
    let mut application = shipped("application.json")?;
    let fields = application.as_object_mut()?;
    fields.insert("applicationId".into(), id(1, number, 0).into());
    let own = fields.get_mut("child")?.as_object_mut()?;
    own.insert("birthDate".into(), child.birth_date.clone().into());
    own.insert("sex".into(), child.sex.clone().into());
    let paper = |(kind, value): &(String, String)| json!({ "type": kind, "value": value });
    own.insert("identifiers".into(), child.identifiers.iter().map(paper).collect::<Vec<_>>().into());
    if let Some(guardian) = &child.guardian {
        *application.pointer_mut("/guardians/0/person/identifiers/0")? = paper(guardian);
    }
    Some(application)
}

fn receipt(paper: &Paper, number: usize) -> Option<Value> {
    let file = match paper.kind {
        PaperKind::Outpatient | PaperKind::Open => "receipts/outpatient.json",
        PaperKind::Inpatient => "receipts/first-admission.json",
        PaperKind::Reissue => "receipts/first-admission-paper.json",
        PaperKind::Settlement => "receipts/settlement.json",
    };
    let mut receipt = shipped(file)?;
    let fields = receipt.as_object_mut()?;
    let place = paper.kind as usize;
    fields.insert("receiptId".into(), id(2, number, place).into());
    for unwanted in ["expenseId", "remark", "verifications"] {
        fields.remove(unwanted);
    }
    match paper.kind {
        PaperKind::Settlement => {}
        PaperKind::Reissue => {
            let line = fields.get_mut("lineage")?.as_array_mut()?.first_mut()?.as_object_mut()?;
            line.insert("receiptId".into(), id(2, number, PaperKind::Inpatient as usize).into());
            line.insert("billNumber".into(), paper.number.clone().into());
        }
        PaperKind::Outpatient | PaperKind::Open | PaperKind::Inpatient => {
            fields.insert("billNumber".into(), paper.number.clone().into());
            let electronic = fields.get_mut("electronic")?.as_object_mut()?;
            // As on the samples: the number and the code, read backwards.
            let code = electronic.get("specimenCode")?.as_str()?.to_owned();
            let backwards = |text: &str| text.chars().rev().collect::<String>();
            electronic
                .insert("billId".into(), format!("{}-{}", backwards(&paper.number), backwards(&code)).into());
        }
    }
    if paper.kind == PaperKind::Open {
        fields.remove("amounts");
    }
    Some(receipt)
}

fn consent(purpose: ConsentPurpose, (number, place): (usize, usize), member: Member<'_>) -> Option<Value> {
    let mut consent = shipped("consents/serious-illness.json")?;
    let fields = consent.as_object_mut()?;
    fields.insert("consentId".into(), id(3, number, place).into());
    fields.insert("applicationId".into(), id(1, number, 0).into());
    fields.insert("purpose".into(), purpose.code().into());
    fields.remove("purposeInWords");
    let recipient = fields.get_mut("recipient")?.as_object_mut()?;
    recipient.insert("organisationCode".into(), member.code.into());
    recipient.insert("name".into(), member.name.into());
    Some(consent)
}

fn record(number: usize, member: Member<'_>) -> Value {
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-record",
        "aidRecordId": id(4, number, 0),
        "organisation": { "code": member.code, "name": member.name },
        "kind": "cash", "amount": "5000.00", "status": "paid",
        "history": [{ "status": "paid", "happenedOn": "2026-09-30" }],
    })
}

fn shipped(file: &str) -> Option<Value> {
    let path = format!("leukaemia/{file}");
    let (_, bytes) = tongzhou_schema::EXAMPLES.iter().find(|(name, _)| *name == path)?;
    serde_json::from_slice(bytes).ok()
}

fn printed(document: &Value) -> Vec<u8> {
    format!("{document:#}\n").into_bytes()
}

fn id(kind: u8, number: usize, place: usize) -> String {
    format!("019a0000-0000-7000-8000-0e{kind:02x}{number:04x}{place:04x}")
}

/// What stands in every application of the mock beside what a scenario says.
const FAMILY: &[&str] = &[
    "林小满",
    "林大树",
    "周小禾",
    "331122198804129991",
    "331122199009230008",
    "13000000000",
    "13800000000",
    "6217000000000000004",
    "浙江省缙云县",
    "白血病",
];
