//! The documents of the standard as Rust types: the shape of what is on the wire, borrowed from the input.
//!
//! A value of these types has the right *shape*, exactly what its JSON Schema says; whether its dates are in the
//! calendar, its check digits agree and its sums add up is for the rules. The schemas in `schema/v1.0/` are
//! made from these types ([`schema`]).
//!
//! How to read a definition: the doc comment of each type and field has a heading `English title · 中文标题`,
//! then a sentence in English, then one in Chinese. All four go into the published schema.

pub mod application;
mod checked;
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

use serde::Serialize;
use serde_json::Value;

use crate::{
    code::{Code, lists::DocumentType},
    json::{self, Fault},
};

pub use self::{
    application::Application, consent::Consent, manifest::Manifest, receipt::Receipt,
    validation_report::ValidationReport,
};

/// One row for each document of the standard: its type, what a case calls those it holds, and the member that is
/// its own id (the one that names its entry in a package), where it has one. Whatever there is once for each
/// document type is made from these rows.
macro_rules! for_each_document {
    ($apply:ident) => {
        $apply! {
            /// 统一救助申请.
            Application, applications, (application_id "applicationId");
            /// 授权同意书.
            Consent, consents, (consent_id "consentId");
            /// 包清单.
            Manifest, manifests, ();
            /// 医疗票据.
            Receipt, receipts, (receipt_id "receiptId");
            /// 校验报告.
            ValidationReport, validation_reports, ();
        }
    };
}

pub(crate) use for_each_document;

/// A document of the standard, whatever its type.
pub trait StandardDocument: Serialize {
    /// The type of the document.
    const TYPE: DocumentType;

    /// Its own id, where the type has one: the id under which it goes into a package.
    fn id(&self) -> Option<&str>;
}

macro_rules! typed {
    ($($(#[$doc:meta])* $kind:ident, $field:ident, ($($id:ident $member:literal)?);)+) => {
        /// The schema of a document type, made from its types.
        pub fn schema_of(document_type: DocumentType) -> Value {
            let name = document_type.code();
            match document_type {
                $(DocumentType::$kind => schema::of::<$kind<'_>>(name),)+
            }
        }

        /// The member that is the document's own id, of a type that goes under its id into a package.
        pub fn id_member(document_type: DocumentType) -> Option<&'static str> {
            match document_type {
                $(DocumentType::$kind => None$(.or(Some($member)))?,)+
            }
        }

        /// A document of the standard, read by its type.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Typed<'a> {
            $($(#[$doc])* $kind(Box<$kind<'a>>),)+
        }

        $(impl StandardDocument for $kind<'_> {
            const TYPE: DocumentType = DocumentType::$kind;

            fn id(&self) -> Option<&str> {
                None$(.or(Some(self.$id.as_str())))?
            }
        })+

        impl<'a> Typed<'a> {
            /// Reads `text` as a document of this type.
            ///
            /// # Errors
            /// Where `text` is not I-JSON, or not of the type's shape.
            pub fn read(document_type: DocumentType, text: &'a str) -> Result<Self, Fault> {
                Ok(match document_type {
                    $(DocumentType::$kind => Self::$kind(json::from_str(text)?),)+
                })
            }

            /// The type of the document.
            pub const fn document_type(&self) -> DocumentType {
                match self {
                    $(Self::$kind(_) => DocumentType::$kind,)+
                }
            }
        }
    };
/// A document of the standard, read by its type. It is written as the document it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
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

for_each_document!(typed);
