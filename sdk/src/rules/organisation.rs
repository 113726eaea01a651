//! Organisations as rules compare them.

use crate::{
    model::{
        consent::Recipient,
        organisation::OrganisationRef,
        texts::{OrganisationCodeText, TitleText},
    },
    pointer::Pointer,
    value::OrganisationCode,
};

use super::Sink;

/// An organisation by its code, where it is known, and its name.
#[derive(Clone, Copy)]
pub(super) struct Named<'n> {
    code: Option<&'n str>,
    name: &'n str,
}

impl<'n> Named<'n> {
    /// The organisation that `code` and `name` tell.
    pub(super) fn new(code: Option<&'n OrganisationCodeText<'_>>, name: &'n TitleText<'_>) -> Self {
        Self { code: code.map(OrganisationCodeText::as_str), name: name.as_str() }
    }

    /// Whether both are one organisation: by their codes where both have one, else by their names.
    pub(super) fn is(self, other: Named<'_>) -> bool {
        match (self.code, other.code) {
            (Some(code), Some(other)) => code == other,
            _ => self.name.trim() == other.name.trim(),
        }
    }

    /// Whether it is the organisation with this code.
    pub(super) fn has_code(self, code: &OrganisationCodeText<'_>) -> bool {
        self.code == Some(code.as_str())
    }
}

impl<'n> From<&'n OrganisationRef<'_>> for Named<'n> {
    fn from(organisation: &'n OrganisationRef<'_>) -> Self {
        Self::new(organisation.code.as_ref(), &organisation.name)
    }
}

impl<'n> From<&'n Recipient<'_>> for Named<'n> {
    fn from(recipient: &'n Recipient<'_>) -> Self {
        Self::new(recipient.organisation_code.as_ref(), &recipient.name)
    }
}

/// Fails where the check character of a code does not follow from the others.
pub(super) fn checked(
    sink: &mut Sink<'_>,
    code: Option<&OrganisationCodeText<'_>>,
    at: impl FnOnce() -> Pointer,
) {
    let Some(code) = code else { return };
    sink.seen();
    if !agrees(code) {
        sink.fail(at());
    }
}

/// Whether the code's check character follows from the others.
pub(super) fn agrees(code: &OrganisationCodeText<'_>) -> bool {
    code.as_str().parse::<OrganisationCode>().is_ok()
}
