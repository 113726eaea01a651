//! Generated from the schemas of the versions; the test that reads them rewrites it under `UPDATE_EXPECT=1`.

/// The schema of every document type in every version: the version, the type and the JSON Schema text, by version
/// and type.
#[rustfmt::skip]
pub const SCHEMAS: &[(&str, &str, &str)] = &[
    ("1.0", "aid-entry", include_str!("../v1.0/aid-entry.schema.json")),
    ("1.0", "aid-record", include_str!("../v1.0/aid-record.schema.json")),
    ("1.0", "aid-report", include_str!("../v1.0/aid-report.schema.json")),
    ("1.0", "application", include_str!("../v1.0/application.schema.json")),
    ("1.0", "capability", include_str!("../v1.0/capability.schema.json")),
    ("1.0", "consent", include_str!("../v1.0/consent.schema.json")),
    ("1.0", "decision", include_str!("../v1.0/decision.schema.json")),
    ("1.0", "directory", include_str!("../v1.0/directory.schema.json")),
    ("1.0", "economic-verification", include_str!("../v1.0/economic-verification.schema.json")),
    ("1.0", "manifest", include_str!("../v1.0/manifest.schema.json")),
    ("1.0", "member", include_str!("../v1.0/member.schema.json")),
    ("1.0", "programme", include_str!("../v1.0/programme.schema.json")),
    ("1.0", "receipt", include_str!("../v1.0/receipt.schema.json")),
    ("1.0", "referral", include_str!("../v1.0/referral.schema.json")),
    ("1.0", "suspicion", include_str!("../v1.0/suspicion.schema.json")),
    ("1.0", "validation-report", include_str!("../v1.0/validation-report.schema.json")),
];
