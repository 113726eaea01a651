//! The documents of the standard as Rust types: the shape of what is on the wire, borrowed from the input.
//!
//! A value of these types has the right *shape*, exactly what its JSON Schema says; whether its dates are in the
//! calendar, its check digits agree and its sums add up is for the rules. The schemas in `schema/v1.0/` are
//! made from these types ([`schema`]).
//!
//! How to read a definition: the doc comment of each type and field has a heading `English title · 中文标题`,
//! then a sentence in English, then one in Chinese. All four go into the published schema; an example that follows does
//! not.
//!
//! ```
//! use tongzhou::{code::lists::DocumentType, model::{Application, Typed}};
//!
//! # let shipped = tongzhou_schema::EXAMPLES;
//! # let text = shipped.iter().find(|(file, _)| *file == "leukaemia/application.json").expect("shipped").1;
//! # let text = str::from_utf8(text)?;
//! // Of the type that is expected, or of the type that it says it is.
//! let application: Application<'_> = tongzhou::json::from_str(text)?;
//! let typed = Typed::read(DocumentType::Application, text)?;
//! assert_eq!(typed, Typed::Application(Box::new(application)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod aid_entry;
pub mod aid_record;
pub mod aid_report;
pub mod application;
mod bounded;
pub mod capability;
mod checked;
pub mod consent;
pub mod decision;
pub mod directory;
pub mod economic_verification;
pub mod extensions;
pub mod funding;
mod history;
pub mod key;
pub mod lifecycle;
pub mod literal;
pub mod manifest;
pub mod member;
pub mod organisation;
pub mod person;
pub mod primitive;
pub mod programme;
pub mod receipt;
pub mod referral;
pub mod schema;
pub mod suspicion;
pub mod texts;
pub mod validation_report;
pub mod version;
pub(crate) mod walk;

use serde::Serialize;
use serde_json::Value;

use crate::{
    code::{Code, lists::DocumentType},
    json::{self, Fault, FaultKind},
};

pub(crate) use self::history::{Deprecated, deprecated};
pub use self::{
    aid_entry::AidEntry, aid_record::AidRecord, aid_report::AidReport, application::Application,
    capability::Capability, consent::Consent, decision::Decision, directory::Directory,
    economic_verification::EconomicVerification, history::lowest_version, manifest::Manifest, member::Member,
    programme::Programme, receipt::Receipt, referral::Referral, suspicion::Suspicion,
    validation_report::ValidationReport, version::Version,
};

/// One row for each document of the standard: its type, what a case calls those it holds, and the member that is
/// its own id (the one that names its entry in a package), where it has one. Whatever there is once for each
/// document type is made from these rows.
macro_rules! for_each_document {
    ($apply:ident) => {
        $apply! {
            /// 救助登记.
            AidEntry, aid_entries, (entry_id "entryId");
            /// 救助记录.
            AidRecord, aid_records, (aid_record_id "aidRecordId");
            /// 救助信息报送.
            AidReport, aid_reports, (report_id "reportId");
            /// 统一救助申请.
            Application, applications, (application_id "applicationId");
            /// 系统能力说明.
            Capability, capabilities, ();
            /// 授权同意书.
            Consent, consents, (consent_id "consentId");
            /// 审核结果.
            Decision, decisions, (decision_id "decisionId");
            /// 成员名录.
            Directory, directories, ();
            /// 家庭经济状况核对报告.
            EconomicVerification, economic_verifications, (economic_verification_id "economicVerificationId");
            /// 包清单.
            Manifest, manifests, ();
            /// 成员机构.
            Member, members, (member_id "memberId");
            /// 救助项目.
            Programme, programmes, ();
            /// 医疗票据.
            Receipt, receipts, (receipt_id "receiptId");
            /// 转介单.
            Referral, referrals, (referral_id "referralId");
            /// 疑点单.
            Suspicion, suspicions, (suspicion_id "suspicionId");
            /// 校验报告.
            ValidationReport, validation_reports, ();
        }
    };
}

pub(crate) use for_each_document;

/// A document of the standard, whatever its type.
///
/// ```
/// use tongzhou::{
///     code::lists::DocumentType,
///     json,
///     model::{Consent, StandardDocument, Version},
/// };
///
/// fn entry_name<D: StandardDocument>(document: &D) -> Option<String> {
///     document.id().map(|id| format!("records/{id}.json"))
/// }
///
/// # let text = r#"{
/// #     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "consent",
/// #     "consentId": "019a0000-0000-7000-8000-000000000130", "givenBy": { "role": "guardian" },
/// #     "recipient": { "name": "示例儿童大病救助基金会" }, "purpose": "aid-application",
/// #     "dataClasses": ["identity"], "signedOn": "2026-09-18", "form": { "kind": "paper-signed" },
/// #     "notice": {
/// #         "version": "2026-01",
/// #         "digest": "17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb"
/// #     }
/// # }"#;
/// let mut consent: Consent = json::from_str(text)?;
/// let name = entry_name(&consent);
/// assert_eq!(name.as_deref(), Some("records/019a0000-0000-7000-8000-000000000130.json"));
/// assert_eq!(Consent::TYPE, DocumentType::Consent);
///
/// // Before it is sent, it declares no later version than it needs.
/// consent.declare_lowest_version();
/// assert_eq!(consent.standard_version, Version::V1_0);
/// # Ok::<(), json::Fault>(())
/// ```
pub trait StandardDocument: Serialize {
    /// The type of the document.
    const TYPE: DocumentType;

    /// Its own id, where the type has one: the id under which it goes into a package.
    fn id(&self) -> Option<&str>;

    /// Declares the lowest version that can hold the document.
    fn declare_lowest_version(&mut self);
}

macro_rules! typed {
    ($($(#[$doc:meta])* $kind:ident, $field:ident, ($($id:ident $member:literal)?);)+) => {
        /// The schema of a document type in the latest version, made from its types.
        ///
        /// ```
        /// use tongzhou::{code::lists::DocumentType, model};
        ///
        /// let schema = model::schema_of(DocumentType::Receipt);
        /// assert_eq!(schema["title"], "Medical receipt");
        /// assert_eq!(schema["properties"]["total"]["x-zh-CN"]["title"], "金额合计");
        /// ```
        pub fn schema_of(document_type: DocumentType) -> Value {
            let name = document_type.code();
            match document_type {
                $(DocumentType::$kind => schema::of::<$kind<'_>>(name),)+
            }
        }

        /// The member that is the document's own id, of a type that goes under its id into a package.
        ///
        /// ```
        /// use tongzhou::{code::lists::DocumentType, model};
        ///
        /// assert_eq!(model::id_member(DocumentType::Consent), Some("consentId"));
        /// assert_eq!(model::id_member(DocumentType::Manifest), None, "there is one only");
        /// ```
        pub fn id_member(document_type: DocumentType) -> Option<&'static str> {
            match document_type {
                $(DocumentType::$kind => None$(.or(Some($member)))?,)+
            }
        }

        /// A document of the standard, read by its type. It is written as the document it is.
        ///
        /// ```
        /// use tongzhou::{
        ///     code::lists::DocumentType,
        ///     model::{Typed, Version},
        /// };
        ///
        /// let text = r#"{
        ///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
        ///     "receiptId": "019a0000-0000-7000-8000-000000000140", "kind": "fiscal-e-outpatient"
        /// }"#;
        /// let document = Typed::read(DocumentType::Receipt, text)?;
        /// assert_eq!(document.document_type(), DocumentType::Receipt);
        /// assert_eq!(document.version(), Version::V1_0);
        /// match document {
        ///     Typed::Receipt(receipt) => assert!(receipt.total.is_none()),
        ///     _ => unreachable!("it was read as a receipt"),
        /// }
        ///
        /// assert!(Typed::read(DocumentType::Consent, text).is_err());
        /// # Ok::<(), tongzhou::json::Fault>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Typed<'a> {
            $($(#[$doc])* $kind(Box<$kind<'a>>),)+
        }

        $(impl StandardDocument for $kind<'_> {
            const TYPE: DocumentType = DocumentType::$kind;

            fn id(&self) -> Option<&str> {
                None$(.or(Some(self.$id.as_str())))?
            }

            fn declare_lowest_version(&mut self) {
                self.standard_version = lowest_version(Self::TYPE, &*self);
            }
        })+

        impl<'a> Typed<'a> {
            /// Reads `text` as a document of this type.
            ///
            /// # Errors
            /// Where `text` is not I-JSON, or not of the shape that the type has in the version that it declares.
            pub fn read(document_type: DocumentType, text: &'a str) -> Result<Self, Fault> {
                let read = match document_type {
                    $(DocumentType::$kind => Self::$kind(json::from_str(text)?),)+
                };
                read.is_of_its_version().then_some(read).ok_or(Fault { kind: FaultKind::NotTheType, offset: 0 })
            }

            /// The version of the standard that the document declares.
            pub const fn version(&self) -> Version {
                match self {
                    $(Self::$kind(document) => document.standard_version,)+
                }
            }

            /// The type of the document.
            pub const fn document_type(&self) -> DocumentType {
                match self {
                    $(Self::$kind(_) => DocumentType::$kind,)+
                }
            }
        }
    };
}

for_each_document!(typed);

impl Typed<'_> {
    /// Whether the version that the document declares has its type, members and codes.
    fn is_of_its_version(&self) -> bool {
        let declared = self.version();
        let (document_type, latest) = (self.document_type(), Version::latest());
        declared == latest
            || (has_type(declared, document_type) && lowest_version(document_type, self) <= declared)
    }

    /// The deprecated members and codes of the document, whatever version it declares.
    pub(crate) fn deprecated(&self) -> Vec<Deprecated> {
        deprecated(self.document_type(), self)
    }
}

/// Whether a version of the standard has this type of document.
///
/// ```
/// use tongzhou::{code::lists::DocumentType, model::{self, Version}};
///
/// assert!(model::has_type(Version::V1_0, DocumentType::Referral));
/// ```
pub fn has_type(version: Version, document_type: DocumentType) -> bool {
    schema::is_of(document_type, version)
}

/// The schema of a document type in a version, made from its types; nothing where the version has no such type.
///
/// ```
/// use tongzhou::{code::lists::DocumentType, model::{self, Version}};
///
/// let schema = model::schema_in(DocumentType::Consent, Version::V1_0);
/// assert_eq!(schema.map(|schema| schema["$id"].clone()), Some("urn:tongzhou:schema:1.0:consent".into()));
/// ```
pub fn schema_in(document_type: DocumentType, version: Version) -> Option<Value> {
    has_type(version, document_type).then(|| schema::as_of(schema_of(document_type), version))
}
