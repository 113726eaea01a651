//! The rules of the area `SCH`: why a JSON text has not the shape that its schema asks for, one rule for each
//! cause. The explaining stage (`structure`) reports them, in these words and never in an engine's.

mod deprecated;
mod document;
mod members;
mod types;
mod values;

use super::Rule;

pub(crate) use deprecated::DEPRECATED;
pub(crate) use document::*;
pub(crate) use members::*;
pub(crate) use types::*;
pub(crate) use values::*;

/// The rules of this area.
pub(super) const RULES: &[&Rule] = &[
    &NOT_AN_OBJECT,
    &NOT_OF_THE_STANDARD,
    &UNSUPPORTED_VERSION,
    &MALFORMED_VERSION,
    &DOCUMENT_TYPE_MISSING,
    &DOCUMENT_TYPE_UNKNOWN,
    &DOCUMENT_TYPE_MISSPELT,
    &DISAGREEMENT,
    &UNEXPLAINED,
    &MEMBER_MISSING,
    &MEMBER_UNKNOWN,
    &MEMBER_MISSPELT,
    &EXTENSION_KEY,
    &TOO_MANY_EXTENSIONS,
    &TOO_MANY_ELEMENTS,
    &FIXED_TEXT,
    &NULL,
    &TEXT_EXPECTED,
    &NUMBER_FOR_TEXT,
    &AMOUNT_AS_NUMBER,
    &NUMBER_EXPECTED,
    &WHOLE_NUMBER_EXPECTED,
    &YES_OR_NO_EXPECTED,
    &LIST_EXPECTED,
    &OBJECT_EXPECTED,
    &EMPTY_TEXT,
    &TOO_SHORT,
    &TOO_LONG,
    &DATE_SHAPE,
    &INSTANT_SHAPE,
    &AMOUNT_SHAPE,
    &ID_SHAPE,
    &DIGEST_SHAPE,
    &REGION_SHAPE,
    &ORGANISATION_CODE_SHAPE,
    &PHONE_SHAPE,
    &OPEN_CODE_SHAPE,
    &ENTRY_NAME_SHAPE,
    &TEXT_SHAPE,
    &CODE_UNKNOWN,
    &CODE_MISSPELT,
    &NUMBER_TOO_SMALL,
    &NUMBER_TOO_LARGE,
    &DEPRECATED,
];
