//! The family's one package: the shipped case of leukaemia, for three charities instead of two.

use std::io::Cursor;

use serde_json::{Value, json};
use tongzhou::{
    delivery,
    directory::Directory,
    pack::{Options, Plan, WorkingFolder},
    package::limits::Limits,
    signing::SigningKey,
    value::{Instant, Uuid7},
};
use tongzhou_schema::EXAMPLES;

use super::Trouble;

/// The case in the shipped examples.
const CASE: &str = "leukaemia";

/// A consent of the case, of which the others are made.
const PATTERN: &str = "consents/serious-illness.json";

/// To whom a consent is given.
#[derive(Clone, Copy)]
pub(super) struct Recipient {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
}

/// A file of the case.
pub(super) fn document(name: &str) -> Result<&'static [u8], Trouble> {
    let path = format!("{CASE}/{name}");
    EXAMPLES.iter().find(|(file, _)| *file == path).map(|(_, bytes)| *bytes).ok_or_else(Trouble::example)
}

/// The receipts of the case.
pub(super) fn receipts() -> impl Iterator<Item = &'static [u8]> {
    let start = format!("{CASE}/receipts/");
    EXAMPLES.iter().filter(move |(file, _)| file.starts_with(&start)).map(|(_, bytes)| *bytes)
}

/// What a package is about.
pub(super) enum About {
    /// The family asks for help; the hospital recorded it.
    Application,
    /// One charity refers the family to another.
    Referral { from: Recipient },
}

/// A package, made now for `recipients`, signed and sealed for them.
pub(super) fn sealed_package(
    about: &About,
    recipients: &[Recipient],
    signed_by: &SigningKey,
    directory: &Directory,
    now: Instant,
) -> Result<Vec<u8>, Trouble> {
    let options = Options { package_id: Some(Uuid7::fresh(now, getrandom::fill)?), ..Options::default() };
    let packed = Plan::of(&folder(about, recipients, now)?, &options)?.write(Vec::new())?;
    let (mut signed, mut sealed) = (Vec::new(), Vec::new());
    delivery::sign(Cursor::new(packed), signed_by, &Limits::STANDARD, &mut signed)?;
    delivery::seal(Cursor::new(signed), directory, now, &Limits::STANDARD, &mut sealed)?;
    Ok(sealed)
}

/// A consent of the guardian to this recipient: a document of its own for each.
pub(super) fn consent(number: usize, recipient: &Recipient, purpose: &str) -> Result<Value, Trouble> {
    let mut consent: Value = serde_json::from_slice(document(PATTERN)?).map_err(|_| Trouble::example())?;
    let fields = consent.as_object_mut().ok_or_else(Trouble::example)?;
    fields.insert("consentId".to_owned(), json!(format!("019a0000-0000-7000-8000-0000000d{number:04x}")));
    fields.insert("purpose".to_owned(), json!(purpose));
    let told = fields.get_mut("recipient").and_then(Value::as_object_mut).ok_or_else(Trouble::example)?;
    told.insert("organisationCode".to_owned(), json!(recipient.code));
    told.insert("name".to_owned(), json!(recipient.name));
    Ok(consent)
}

/// The working folder of the case, with a consent for each recipient.
fn folder(about: &About, recipients: &[Recipient], now: Instant) -> Result<WorkingFolder, Trouble> {
    let start = format!("{CASE}/");
    let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
    let mut files: Vec<(String, Vec<u8>)> =
        EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec()))).collect();
    for (number, recipient) in recipients.iter().enumerate() {
        if !files.iter().any(|(_, bytes)| is_consent_to(bytes, recipient)) {
            let consent = consent(number, recipient, "aid-application")?;
            files.push((format!("consents/{number}.json"), consent.to_string().into_bytes()));
        }
    }
    for (_, bytes) in files.iter_mut().filter(|(file, _)| file == "packing.json") {
        let mut packing: Value = serde_json::from_slice(bytes).map_err(|_| Trouble::example())?;
        let fields = packing.as_object_mut().ok_or_else(Trouble::example)?;
        fields.remove("packageId");
        fields.insert("createdAt".to_owned(), json!(now.to_string()));
        let codes: Vec<&str> = recipients.iter().map(|recipient| recipient.code).collect();
        fields.insert("audience".to_owned(), json!(codes));
        if let About::Referral { from } = about {
            fields.insert("purpose".to_owned(), json!("referral"));
            let sender = json!({ "role": "member", "organisationCode": from.code, "name": from.name });
            fields.insert("sender".to_owned(), sender);
        }
        *bytes = packing.to_string().into_bytes();
    }
    if let About::Referral { from } = about {
        for (number, to) in recipients.iter().enumerate() {
            let consent = consent(number + 16, to, "referral")?;
            let referral = referral(from, to, &consent, now);
            files.push((format!("consents/referral-{number}.json"), consent.to_string().into_bytes()));
            files.push((format!("records/referral-{number}.json"), referral.to_string().into_bytes()));
        }
    }
    Ok(WorkingFolder::of_files(files))
}

fn is_consent_to(bytes: &[u8], recipient: &Recipient) -> bool {
    serde_json::from_slice::<Value>(bytes).is_ok_and(|document| {
        document.pointer("/recipient/organisationCode").is_some_and(|code| code == recipient.code)
    })
}

fn referral(from: &Recipient, to: &Recipient, consent: &Value, now: Instant) -> Value {
    let side =
        |it: &Recipient| json!({ "organisation": { "code": it.code, "name": it.name }, "role": "charity" });
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "referral",
        "referralId": "019a0000-0000-7000-8000-0000000dff01",
        "applicationId": consent["applicationId"], "direction": "outgoing",
        "from": side(from), "to": side(to),
        "reason": "other-service-needed", "reasonInWords": "孩子出院后需要租房和陪伴。",
        "consentId": consent["consentId"], "sentAt": now.to_string(),
    })
}
