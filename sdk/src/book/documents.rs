//! Documents: reading one into types, changing it, writing it.
//!
//! # Reading
//!
//! [`Typed::read`](crate::model::Typed::read) is the one way: it holds the text to the shape of its type in the version
//! that it declares. Texts are borrowed from the input, so a document costs little more than its bytes.
//!
//! ```
//! use tongzhou::{code::lists::DocumentType, model::Typed};
//!
//! let text = r#"{ "standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
//!     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-28",
//!     "child": { "name": "示例" }, "contacts": [], "illness": "白血病", "consentIds": [],
//!     "extensions": { "cn.org.example.ward": { "bed": 12 } } }"#;
//!
//! let Ok(Typed::Application(mut application)) = Typed::read(DocumentType::Application, text) else {
//!     panic!("it is an application");
//! };
//! assert_eq!(application.child.name.as_str(), "示例");
//!
//! // What is not known is absent; nothing is ever null.
//! assert!(application.child.birth_date.is_none());
//!
//! // Texts have shapes, and nothing of another shape gets in.
//! application.child.birth_date = tongzhou::shape::Shaped::new("2018-03-15");
//! assert!(application.child.birth_date.is_some());
//!
//! let written = serde_json::to_string(&application).expect("a document can be written");
//! assert!(written.contains(r#""birthDate":"2018-03-15""#));
//! assert!(written.contains("cn.org.example.ward"), "data of members' own is kept");
//! ```
//!
//! What is read and written again is the same document, except that a list that holds nothing is left out.
//!
//! # Shape and sense
//!
//! A type says the *shape*, exactly what the published schema says and no more: `2026-02-30` has the shape of a date.
//! Whether there is such a day, whether sums add up and references lead somewhere is for the rules, so read what others
//! sent only after [checking](super::checking) it.
//!
//! # The schemas
//!
//! [`schema_of`](crate::model::schema_of) makes the JSON Schema of a type; the published files are the same, and stand
//! in the crate `tongzhou-schema`.
