//! Generated from the schemas of the versions; the test that reads them rewrites it under `UPDATE_EXPECT=1`.

/// The schema of every document type in every version: the version, the type and the JSON Schema text, by version
/// and type.
#[rustfmt::skip]
pub const SCHEMAS: &[(&str, &str)] = &[
    ("aid-entry", include_str!("../v1.0/aid-entry.schema.json")),
    ("aid-report", include_str!("../v1.0/aid-report.schema.json")),
    ("application", include_str!("../v1.0/application.schema.json")),
    ("capability", include_str!("../v1.0/capability.schema.json")),
    ("consent", include_str!("../v1.0/consent.schema.json")),
    ("decision", include_str!("../v1.0/decision.schema.json")),
    ("economic-verification", include_str!("../v1.0/economic-verification.schema.json")),
    ("manifest", include_str!("../v1.0/manifest.schema.json")),
    ("programme", include_str!("../v1.0/programme.schema.json")),
    ("receipt", include_str!("../v1.0/receipt.schema.json")),
    ("referral", include_str!("../v1.0/referral.schema.json")),
    ("suspicion", include_str!("../v1.0/suspicion.schema.json")),
    ("validation-report", include_str!("../v1.0/validation-report.schema.json")),
];
