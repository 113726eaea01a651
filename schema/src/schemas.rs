//! Generated from `v1.0/`; the test that reads it rewrites it under `UPDATE_EXPECT=1`.

/// The schema of every document type: the type and the JSON Schema text, by type.
#[rustfmt::skip]
pub const SCHEMAS: &[(&str, &str)] = &[
    ("application", include_str!("../v1.0/application.schema.json")),
    ("consent", include_str!("../v1.0/consent.schema.json")),
    ("manifest", include_str!("../v1.0/manifest.schema.json")),
    ("receipt", include_str!("../v1.0/receipt.schema.json")),
    ("validation-report", include_str!("../v1.0/validation-report.schema.json")),
];
