//! The words in which a consent says who agrees to what, each with its place.

use crate::{
    model::consent::{Consent, RecipientContact},
    pointer::{Pointer, Step},
    shape::{Shape, Shaped},
};

/// Shows each of them that is written to `look`, with a way to its place that costs nothing until it is taken.
pub(super) fn each(consent: &Consent<'_>, mut look: impl FnMut(&str, &dyn Fn() -> Pointer)) {
    let look = &mut look;
    if let Some(subject) = &consent.subject {
        one(subject.name.as_ref(), &["subject".into(), "name".into()], look);
    }
    let giver = &consent.given_by;
    one(giver.name.as_ref(), &["givenBy".into(), "name".into()], look);
    one(giver.organisation_name.as_ref(), &["givenBy".into(), "organisationName".into()], look);
    one(giver.position.as_ref(), &["givenBy".into(), "position".into()], look);
    let assent = consent.child_assent.as_ref();
    one(
        assent.and_then(|assent| assent.explained_by.as_ref()),
        &["childAssent".into(), "explainedBy".into()],
        look,
    );
    let recipient = &consent.recipient;
    one(Some(&recipient.name), &["recipient".into(), "name".into()], look);
    contact(recipient.contact.as_ref(), &["recipient".into(), "contact".into()], look);
    if let Some(foreign) = &recipient.foreign {
        one(Some(&foreign.name), &["recipient".into(), "foreign".into(), "name".into()], look);
        let place = ["recipient".into(), "foreign".into(), "contact".into()];
        contact(foreign.contact.as_ref(), &place, look);
    }
    one(consent.purpose_in_words.as_ref(), &["purposeInWords".into()], look);
    one(consent.manner.as_ref(), &["manner".into()], look);
    if let Some(witness) = &consent.witness {
        one(Some(&witness.name), &["witness".into(), "name".into()], look);
        one(witness.organisation.as_ref(), &["witness".into(), "organisation".into()], look);
    }
    let withdrawal = consent.withdrawal.as_ref();
    one(
        withdrawal.and_then(|withdrawal| withdrawal.name.as_ref()),
        &["withdrawal".into(), "name".into()],
        look,
    );
}

fn contact(contact: Option<&RecipientContact<'_>>, place: &[Step], look: &mut Look<'_>) {
    let Some(contact) = contact else { return };
    one(contact.person.as_ref(), &[place, &["person".into()]].concat(), look);
    one(contact.address.as_ref(), &[place, &["address".into()]].concat(), look);
}

fn one<S: Shape>(text: Option<&Shaped<'_, S>>, place: &[Step], look: &mut Look<'_>) {
    if let Some(text) = text {
        look(text.as_str(), &|| Pointer::new(place));
    }
}

/// Takes a text and a way to its place.
type Look<'l> = dyn FnMut(&str, &dyn Fn() -> Pointer) + 'l;
