//! The documents of the standard as Rust types: the shape of what is on the wire, borrowed from the input.
//!
//! A value of these types has the right *shape*, exactly what its JSON Schema says; whether its dates are in the
//! calendar, its check digits agree and its sums add up is for the rules. The schemas in `schema/v1.0/` are
//! made from these types ([`schema`]).
//!
//! How to read a definition: the doc comment of each type and field has a heading `English title · 中文标题`,
//! then a sentence in English, then one in Chinese. All four go into the published schema.

pub mod application;
pub mod consent;
pub mod extensions;
pub mod literal;
pub mod manifest;
pub mod organisation;
pub mod person;
pub mod primitive;
pub mod receipt;
pub mod schema;
pub mod texts;

use serde_json::Value;

pub use self::{application::Application, consent::Consent, manifest::Manifest, receipt::Receipt};

/// A kind of document that this standard defines.
#[derive(Clone, Copy, Debug)]
pub struct DocumentType {
    /// The value of `documentType`, which is also the name of the schema's file.
    pub name: &'static str,
    /// Makes the schema from the types.
    pub schema: fn() -> Value,
}

/// Every kind of document, in the order of the names.
pub const DOCUMENT_TYPES: &[DocumentType] = &[
    DocumentType { name: "application", schema: || schema::of::<Application<'_>>("application") },
    DocumentType { name: "consent", schema: || schema::of::<Consent<'_>>("consent") },
    DocumentType { name: "manifest", schema: || schema::of::<Manifest<'_>>("manifest") },
    DocumentType { name: "receipt", schema: || schema::of::<Receipt<'_>>("receipt") },
];
