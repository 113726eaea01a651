//! Who consents, held against the guardian of the application that it is said to be.

use crate::{
    code::lists::IdentifierType,
    model::{application::GuardianPerson, consent::Consent},
    rules::{Case, TO_BE_FILLED, calendar::day},
    value::{
        ResidentId,
        masked::{Agreement, name_agrees, number_agrees},
    },
};

/// The person to whom the consent points, where the application has that guardian and it is a person.
pub(super) fn guardian<'c, 'a>(consent: &Consent<'_>, case: &'c Case<'a>) -> Option<&'c GuardianPerson<'a>> {
    let id = consent.given_by.guardian_id.as_ref()?;
    let guardians = &case.application()?.value.guardians;
    guardians.iter().find(|guardian| guardian.guardian_id == *id)?.person.as_ref()
}

/// Whether the name is one of the guardian's; nothing where it cannot be compared or is still to be filled in.
pub(super) fn bears_name(consent: &Consent<'_>, guardian: &GuardianPerson<'_>) -> Option<bool> {
    let name = consent.given_by.name.as_ref()?.as_str();
    let names = || std::iter::once(&guardian.name).chain(&guardian.former_names).map(|known| known.as_str());
    if name.starts_with(TO_BE_FILLED) || names().any(|known| known.starts_with(TO_BE_FILLED)) {
        return None;
    }
    any_agrees(names().map(|known| name_agrees(name, known)))
}

/// Whether the visible digits are those of a number of the guardian; nothing where they cannot be compared or where
/// a resident id of the guardian is in doubt itself, which is said there.
pub(super) fn bears_number(consent: &Consent<'_>, guardian: &GuardianPerson<'_>) -> Option<bool> {
    let masked = consent.given_by.masked_identifier.as_ref()?.as_str();
    let birth = day(guardian.birth_date.as_ref());
    let numbers =
        || guardian.identifiers.iter().filter_map(|one| Some((one.r#type, one.value.as_ref()?.as_str())));
    let undoubted = |number: &str| {
        number.parse::<ResidentId>().is_ok_and(|id| birth.is_none_or(|birth| birth == id.birth_date()))
    };
    if numbers().any(|(kind, number)| kind == IdentifierType::ResidentId && !undoubted(number)) {
        return None;
    }
    any_agrees(numbers().map(|(_, number)| number_agrees(masked, number)))
}

/// Whether any of the comparisons agrees; nothing where none could be made.
fn any_agrees(comparisons: impl Iterator<Item = Agreement>) -> Option<bool> {
    comparisons.fold(None, |so_far, one| match one {
        Agreement::Agrees => Some(true),
        Agreement::Differs => so_far.or(Some(false)),
        Agreement::Incomparable => so_far,
    })
}
