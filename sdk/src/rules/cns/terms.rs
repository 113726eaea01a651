//! What consents say, as more than one rule reads it.

use crate::{
    code::lists::{ConsentForm, ConsentPurpose, DataClass, IdentifierType, RecipientClass, Urgency},
    model::{
        application::{Application, Child},
        consent::Consent,
        texts::OrganisationCodeText,
    },
    region::Region,
    rules::{Case, calendar, organisation::Named},
    value::{Date, ResidentId, age_on},
};

/// The age from which a child consents itself (PIPL article 31).
pub(in crate::rules) const OWN_CONSENT: u32 = 14;

/// The day of the withdrawal, if the consent was withdrawn.
pub(in crate::rules) fn withdrawn_on(consent: &Consent<'_>) -> Option<Date> {
    calendar::china_day(&consent.withdrawal.as_ref()?.at)
}

/// Whether nothing more may be done on the consent: it was withdrawn, or its last day has passed.
pub(in crate::rules) fn ended(consent: &Consent<'_>, as_of: Date) -> bool {
    withdrawn_on(consent).is_some_and(|day| day <= as_of) || expired(consent, as_of)
}

/// Whether its last day has passed.
pub(in crate::rules) fn expired(consent: &Consent<'_>, as_of: Date) -> bool {
    calendar::day(consent.valid_until.as_ref()).is_some_and(|day| day < as_of)
}

/// Whether another consent of the package still allows the same recipient the same.
pub(in crate::rules) fn stands_in(consent: &Consent<'_>, case: &Case<'_>) -> bool {
    case.documents.consents.iter().map(|document| &document.value).any(|other| {
        other.consent_id != consent.consent_id
            && other.purpose == consent.purpose
            && Named::from(&other.recipient).is(Named::from(&consent.recipient))
            && !ended(other, case.as_of)
    })
}

/// The child's birth date: as the consent has it, else as the application has it.
pub(in crate::rules) fn birth(consent: &Consent<'_>, case: &Case<'_>) -> Option<Date> {
    let own = consent.subject.as_ref().and_then(|subject| subject.birth_date.as_ref());
    let applied = case.application().and_then(|document| document.value.child.birth_date.as_ref());
    calendar::day(own.or(applied))
}

/// The child's age in completed years on the day of signing.
pub(in crate::rules) fn age_at_signing(consent: &Consent<'_>, case: &Case<'_>) -> Option<u32> {
    age_on(birth(consent, case)?, calendar::day(Some(&consent.signed_on))?)
}

/// Whether the consent names the organisation of this code: by the code or, where it has none, by the name that a
/// request gives that code.
pub(in crate::rules) fn names(
    consent: &Consent<'_>,
    code: &OrganisationCodeText<'_>,
    case: &Case<'_>,
) -> bool {
    let recipient = Named::from(&consent.recipient);
    let by_name = || {
        let requests = case.application().into_iter().flat_map(|document| document.value.requests.iter());
        requests
            .map(|request| Named::from(&request.recipient))
            .any(|asked| asked.has_code(code) && asked.is(recipient))
    };
    recipient.has_code(code) || (consent.recipient.organisation_code.is_none() && by_name())
}

/// Whether the consent was given by word of mouth in a hurry, to be signed with all particulars afterwards.
pub(in crate::rules) fn preliminary(consent: &Consent<'_>) -> bool {
    consent.form.kind == ConsentForm::OralRecorded
}

/// Whether treatment cannot wait for papers.
pub(in crate::rules) fn emergency(application: &Application<'_>) -> bool {
    application.treatment.as_ref().is_some_and(|treatment| treatment.urgency == Some(Urgency::Emergency))
        || application.requests.iter().any(|request| request.emergency == Some(true))
}

/// Whether what the application says of the child agrees with itself, so that others may be held against it: its
/// resident ids are whole, of a place that there was in its lifetime, and of its birth date.
pub(in crate::rules) fn settled(child: &Child<'_>) -> bool {
    let birth = calendar::day(child.birth_date.as_ref());
    child.identifiers.iter().filter(|identifier| identifier.r#type == IdentifierType::ResidentId).all(
        |identifier| {
            let Some(Ok(id)) = identifier.value.as_ref().map(|value| value.as_str().parse::<ResidentId>())
            else {
                return false;
            };
            let born = id.birth_date();
            Region::find(id.region()).is_some_and(|region| region.existed_in_or_after(born.year()))
                && birth.is_none_or(|birth| birth == born)
        },
    )
}

/// Whether information leaves mainland China under this consent.
pub(in crate::rules) fn goes_abroad(consent: &Consent<'_>) -> bool {
    consent.recipient.cross_border == Some(true)
        || consent.purpose == ConsentPurpose::CrossBorderTransfer
        || consent.recipient.class == Some(RecipientClass::ForeignOrganisation)
}

/// Whether a class is sensitive at any age.
pub(in crate::rules) const fn sensitive(class: DataClass) -> bool {
    match class {
        DataClass::IdentityImage
        | DataClass::Economic
        | DataClass::Hardship
        | DataClass::Medical
        | DataClass::Insurance
        | DataClass::Expense
        | DataClass::FinancialAccount
        | DataClass::AidHistory
        | DataClass::Photo
        | DataClass::Story => true,
        DataClass::Identity
        | DataClass::Contact
        | DataClass::Residence
        | DataClass::Guardianship
        | DataClass::Household
        | DataClass::OtherHelp
        | DataClass::ServiceNeed => false,
    }
}

/// Whether the consent is about sensitive information; of a child under fourteen, everything is.
pub(in crate::rules) fn about_sensitive(consent: &Consent<'_>, case: &Case<'_>) -> bool {
    consent.data_classes.iter().any(|class| sensitive(*class))
        || age_at_signing(consent, case).is_some_and(|age| age < OWN_CONSENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn classes_are_sensitive_as_the_published_list_says() {
        for class in DataClass::ALL {
            let listed = class.row().and_then(|row| row.column("sensitivity"));
            assert_eq!(sensitive(*class), listed == Some("sensitive"), "{}", class.code());
        }
    }
}
