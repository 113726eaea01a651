//! Every token that can be made of what an application tells of a child, and of a bill.

use tongzhou::{
    code::lists::{IdentifierType, Sex},
    expense::BillKey,
    model::{
        application::{Application, Child},
        person::Identifier,
    },
    value::{Date, ForeignerPermit, ResidencePermit, ResidentId},
};

use super::{identity::Identity, normal, normal::Refusal};

/// The ways in which a child can be told from every other. A record carries the tokens of all of them, and a match of
/// any one is a match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subjects {
    /// Of these a token can be made; none stands twice.
    pub identities: Vec<Identity>,
    /// Of these none can, and why. Whoever can should put it right: a token that is missing finds nobody.
    pub refused: Vec<Refused>,
}

/// Something in an application of which no token is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where, as a JSON Pointer into the application.
    pub pointer: String,
    /// Why.
    pub refusal: Refusal,
}

/// Every identity of an application's child: its own papers, and each guardian's with birth date, sex and order of
/// birth.
pub fn subjects_of(application: &Application<'_>) -> Subjects {
    let mut subjects = Subjects::default();
    let child = &application.child;
    for (place, identifier) in child.identifiers.iter().enumerate() {
        let pointer = format!("/child/identifiers/{place}");
        for identity in of_child(child, identifier) {
            subjects.add(identity, &pointer);
        }
    }
    for (at, guardian) in application.guardians.iter().enumerate() {
        let identifiers = guardian.person.iter().flat_map(|person| person.identifiers.iter().enumerate());
        for (place, identifier) in identifiers {
            if let Some(identity) = of_guardian(child, identifier) {
                subjects.add(identity, &format!("/guardians/{at}/person/identifiers/{place}"));
            }
        }
    }
    subjects
}

/// An expense, by the key of its bill.
///
/// # Errors
/// Where code and number do not have the lengths of a bill: nothing can be claimed on it between organisations.
pub fn expense_of(bill: &BillKey) -> Result<Identity, Refusal> {
    bill.canonical().map(Identity::bill).ok_or(Refusal::Length)
}

impl Subjects {
    fn add(&mut self, identity: Result<Identity, Refusal>, pointer: &str) {
        match identity {
            Ok(identity) if self.identities.contains(&identity) => {}
            Ok(identity) => self.identities.push(identity),
            Err(refusal) => self.refused.push(Refused { pointer: pointer.to_owned(), refusal }),
        }
    }
}

/// What one paper of a child makes: mostly one identity, two where a paper names its issuer by name and by code.
fn of_child(child: &Child<'_>, identifier: &Identifier<'_>) -> Vec<Result<Identity, Refusal>> {
    let number = || identifier.value.as_ref().map(|value| value.as_str()).ok_or(Refusal::Missing);
    match identifier.r#type {
        IdentifierType::ResidentId
        | IdentifierType::HmtResidencePermit
        | IdentifierType::ForeignerPermanentResidenceId => {
            vec![number().and_then(|number| agreeing(child, number))]
        }
        IdentifierType::BirthCertificate => {
            let identity = || Identity::birth_certificate(number()?, birth_date(child)?);
            vec![identity()]
        }
        IdentifierType::InstitutionAdmissionNumber => {
            let code = identifier.issuer_code.as_ref().ok_or(Refusal::Missing);
            vec![code.and_then(|code| Identity::institution_admission(code.as_str(), number()?))]
        }
        IdentifierType::OtherDocument => {
            let issuers = [
                identifier.issuer_code.as_ref().map(|code| code.as_str()),
                identifier.issuer.as_ref().map(|name| name.as_str()),
            ];
            let kind = || identifier.type_name.as_ref().map(|name| name.as_str()).ok_or(Refusal::Missing);
            let of = |issuer| Identity::other_document(issuer, kind()?, number()?);
            let identities: Vec<_> = issuers.into_iter().flatten().map(of).collect();
            if identities.is_empty() { vec![Err(Refusal::Missing)] } else { identities }
        }
        // None of these tells a person from every other for good: the list `identifier-type` says which do.
        IdentifierType::LegacyResidentId15
        | IdentifierType::ForeignerPermanentResidenceId2017
        | IdentifierType::HkMacauTravelPermit
        | IdentifierType::TaiwanTravelPermit
        | IdentifierType::Passport
        | IdentifierType::HouseholdRegisterEntry
        | IdentifierType::MilitaryOfficerId
        | IdentifierType::NoneYet => Vec::new(),
    }
}

/// A guardian's number with what tells the child from its brothers and sisters.
fn of_guardian(child: &Child<'_>, identifier: &Identifier<'_>) -> Option<Result<Identity, Refusal>> {
    match identifier.r#type {
        IdentifierType::ResidentId
        | IdentifierType::LegacyResidentId15
        | IdentifierType::HmtResidencePermit
        | IdentifierType::ForeignerPermanentResidenceId => {}
        IdentifierType::ForeignerPermanentResidenceId2017
        | IdentifierType::HkMacauTravelPermit
        | IdentifierType::TaiwanTravelPermit
        | IdentifierType::Passport
        | IdentifierType::BirthCertificate
        | IdentifierType::HouseholdRegisterEntry
        | IdentifierType::MilitaryOfficerId
        | IdentifierType::InstitutionAdmissionNumber
        | IdentifierType::OtherDocument
        | IdentifierType::NoneYet => return None,
    }
    let identity = || {
        let number = identifier.value.as_ref().ok_or(Refusal::Missing)?;
        let sex = child.sex.ok_or(Refusal::Missing)?;
        let order = child.birth_order.ok_or(Refusal::Missing)?;
        Identity::guardian_and_birth(number.as_str(), birth_date(child)?, sex, order.get())
    };
    Some(identity())
}

/// A child's own number of the form of a resident id, which states no other birth date and sex than the application.
fn agreeing(child: &Child<'_>, number: &str) -> Result<Identity, Refusal> {
    let normal = normal::citizen_number(number)?;
    if number.chars().filter(char::is_ascii_digit).count() == 15 {
        // Nobody who is a child today was given one of fifteen digits.
        return Err(Refusal::Kind);
    }
    let stated = match normal.as_bytes().first() {
        Some(b'8') => {
            normal.parse::<ResidencePermit>().ok().map(|it| (Some(it.birth_date()), Some(it.sex())))
        }
        // Where the digits of the sex stand in these is not verified.
        Some(b'9') => normal.parse::<ForeignerPermit>().ok().map(|it| (it.birth_date(), None)),
        _ => normal.parse::<ResidentId>().ok().map(|it| (Some(it.birth_date()), Some(it.sex()))),
    };
    let (birth, sex) = stated.unwrap_or_default();
    let other_birth = match (birth, &child.birth_date) {
        (Some(birth), Some(_)) => birth != birth_date(child)?,
        _ => false,
    };
    let other_sex = match (sex, child.sex) {
        (Some(sex), Some(stated @ (Sex::Male | Sex::Female))) => sex != stated,
        _ => false,
    };
    if other_birth || other_sex { Err(Refusal::Disagreement) } else { Identity::resident_id(&normal) }
}

fn birth_date(child: &Child<'_>) -> Result<Date, Refusal> {
    let date = child.birth_date.as_ref().ok_or(Refusal::Missing)?;
    date.as_str().parse().map_err(|_| Refusal::Date)
}
