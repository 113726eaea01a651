//! Generated from the schemas of the versions; the test that reads them rewrites it under `UPDATE_EXPECT=1`.

/// The schema of every document type in every version: the version, the type and the JSON Schema text, by version
/// and type.
#[rustfmt::skip]
pub const SCHEMAS: &[(&str, &str)] = &[
    ("application", include_str!("../v1.0/application.schema.json")),
    ("consent", include_str!("../v1.0/consent.schema.json")),
    ("directory", include_str!("../v1.0/directory.schema.json")),
    ("manifest", include_str!("../v1.0/manifest.schema.json")),
    ("member", include_str!("../v1.0/member.schema.json")),
    ("receipt", include_str!("../v1.0/receipt.schema.json")),
    ("validation-report", include_str!("../v1.0/validation-report.schema.json")),
];
