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
pub mod validation_report;

use serde_json::Value;

use crate::{
    code::{Code, lists::DocumentType},
    json::{self, Fault},
};

pub use self::{
    application::Application, consent::Consent, manifest::Manifest, receipt::Receipt,
    validation_report::ValidationReport,
};

/// The schema of a document type, made from its types.
pub fn schema_of(document_type: DocumentType) -> Value {
    let name = document_type.code();
    match document_type {
        DocumentType::Application => schema::of::<Application<'_>>(name),
        DocumentType::Consent => schema::of::<Consent<'_>>(name),
        DocumentType::Manifest => schema::of::<Manifest<'_>>(name),
        DocumentType::Receipt => schema::of::<Receipt<'_>>(name),
        DocumentType::ValidationReport => schema::of::<ValidationReport<'_>>(name),
    }
}

/// A document of the standard, read by its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed<'a> {
    /// 统一救助申请.
    Application(Box<Application<'a>>),
    /// 授权同意书.
    Consent(Box<Consent<'a>>),
    /// 包清单.
    Manifest(Box<Manifest<'a>>),
    /// 医疗票据.
    Receipt(Box<Receipt<'a>>),
    /// 校验报告.
    ValidationReport(Box<ValidationReport<'a>>),
}

impl<'a> Typed<'a> {
    /// Reads `text` as a document of this type.
    ///
    /// # Errors
    /// Where `text` is not I-JSON, or not of the type's shape.
    pub fn read(document_type: DocumentType, text: &'a str) -> Result<Self, Fault> {
        Ok(match document_type {
            DocumentType::Application => Self::Application(json::from_str(text)?),
            DocumentType::Consent => Self::Consent(json::from_str(text)?),
            DocumentType::Manifest => Self::Manifest(json::from_str(text)?),
            DocumentType::Receipt => Self::Receipt(json::from_str(text)?),
            DocumentType::ValidationReport => Self::ValidationReport(json::from_str(text)?),
        })
    }
}
