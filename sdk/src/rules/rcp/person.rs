//! Whom a name or a masked number on a receipt belongs to, as far as the application knows.

use crate::{
    code::lists::{IdentifierType, Sex},
    model::{
        application::{Application, Child},
        person::Identifier,
        receipt::Receipt,
    },
    region::Region,
    rules::calendar::day,
    value::{
        Date, ResidentId,
        masked::{Agreement, name_agrees, number_agrees},
    },
};

/// Whom something on a receipt belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Child,
    Guardian,
    /// Neither: it differs from all that could be compared.
    Another,
    /// Nothing could be compared.
    Unknown,
}

/// Whose name it is. Hospitals call a newborn by the mother's name, 某某之子: that too is the mother's name here,
/// unless the application says that the child is called so.
pub(super) fn whose_name(printed: &str, application: &Application<'_>) -> Whose {
    let child = &application.child;
    let names = child.former_names.iter().chain(&child.called_in_hospital);
    let child = std::iter::once(&child.name).chain(names).map(|name| name_agrees(printed, name.as_str()));
    let parent = printed.split_once('之').map_or(printed, |(parent, _)| parent);
    let guardians = application.guardians.iter().filter_map(|guardian| guardian.person.as_ref());
    let guardian = guardians
        .flat_map(|person| std::iter::once(&person.name).chain(&person.former_names))
        .map(|name| name_agrees(parent, name.as_str()));
    decide(child, guardian)
}

/// Whose number it is, place by place with `*` for any character. A number of the child that is in doubt itself,
/// which is said elsewhere, is no measure for others.
pub(super) fn whose_number(masked: &str, application: &Application<'_>) -> Whose {
    let compare = |identifier: &Identifier<'_>| {
        identifier.value.as_ref().map_or(Agreement::Incomparable, |full| number_agrees(masked, full.as_str()))
    };
    let guardians = application.guardians.iter().filter_map(|guardian| guardian.person.as_ref());
    decide(
        application.child.identifiers.iter().filter(|one| undoubted(one, &application.child)).map(compare),
        guardians.flat_map(|person| person.identifiers.iter()).map(compare),
    )
}

/// Whether a resident id is right in itself and fits what else is said of the child; other numbers cannot be judged.
fn undoubted(identifier: &Identifier<'_>, child: &Child<'_>) -> bool {
    let (IdentifierType::ResidentId, Some(value)) = (identifier.r#type, &identifier.value) else {
        return true;
    };
    let Ok(id) = value.as_str().parse::<ResidentId>() else { return false };
    let born = day(child.birth_date.as_ref());
    let sex = child.sex.filter(|sex| matches!(sex, Sex::Male | Sex::Female));
    born.is_none_or(|born| born == id.birth_date())
        && sex.is_none_or(|sex| sex == id.sex())
        && Region::find(id.region()).is_some_and(|region| region.existed_in_or_after(id.birth_date().year()))
}

/// Whether the child's resident id says another sex than the application.
pub(super) fn sex_in_doubt(child: &Child<'_>) -> bool {
    let ids = child.identifiers.iter().filter(|one| one.r#type == IdentifierType::ResidentId);
    ids.filter_map(|one| one.value.as_ref()?.as_str().parse::<ResidentId>().ok())
        .any(|id| child.sex.is_some_and(|sex| sex != id.sex()))
}

/// Whether the bill is from the child's first year, when hospitals and insurers still go by the mother's papers.
pub(super) fn in_first_year(receipt: &Receipt<'_>, application: &Application<'_>) -> bool {
    let born = day(application.child.birth_date.as_ref());
    let end = born.and_then(|born| born.plus_years(1));
    let patient = receipt.patient.as_ref();
    let of_bill: Option<Date> = day(patient.and_then(|patient| patient.admitted_on.as_ref()))
        .or_else(|| day(patient.and_then(|patient| patient.visit_on.as_ref())))
        .or_else(|| day(receipt.issued_on.as_ref()));
    of_bill.zip(end).is_some_and(|(of_bill, end)| of_bill < end)
}

/// The child where anything of the child agrees, else a guardian, else somebody else where anything differs.
fn decide(
    mut child: impl Iterator<Item = Agreement>,
    mut guardian: impl Iterator<Item = Agreement>,
) -> Whose {
    let mut differs = false;
    if child.any(|one| {
        differs |= one == Agreement::Differs;
        one == Agreement::Agrees
    }) {
        return Whose::Child;
    }
    if guardian.any(|one| one == Agreement::Agrees) {
        return Whose::Guardian;
    }
    if differs { Whose::Another } else { Whose::Unknown }
}

#[cfg(test)]
mod tests {
    use Agreement::{Agrees, Differs, Incomparable};

    use super::*;

    #[test]
    fn the_child_comes_before_the_guardian_and_nothing_compared_is_nothing_known() {
        let decide = |child: &[Agreement], guardian: &[Agreement]| {
            super::decide(child.iter().copied(), guardian.iter().copied())
        };
        assert_eq!(decide(&[Differs, Agrees], &[Agrees]), Whose::Child);
        assert_eq!(decide(&[Differs], &[Incomparable, Agrees]), Whose::Guardian);
        assert_eq!(decide(&[Incomparable, Differs], &[Differs]), Whose::Another);
        assert_eq!(decide(&[Incomparable], &[Differs]), Whose::Unknown);
        assert_eq!(decide(&[], &[]), Whose::Unknown);
    }

    fn application(child: &str) -> Application<'_> {
        serde_json::from_str(child).unwrap()
    }

    const NEWBORN: &str = r#"{
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
        "applicationId": "01900000-0000-7000-8000-000000000101", "createdOn": "2026-03-01",
        "child": {
            "name": "林小满", "sex": "female", "birthDate": "2018-03-15",
            "identifiers": [{"type": "resident-id", "value": "331122201803150005"}]
        },
        "guardians": [{
            "guardianId": "01900000-0000-7000-8000-000000000102", "kind": "person",
            "person": {"name": "周小禾", "identifiers": [{"type": "resident-id", "value": "331122199009230008"}]}
        }],
        "contacts": [], "illness": "测试", "consentIds": []
    }"#;

    #[test]
    fn a_newborn_is_called_by_the_mothers_name() {
        let application = application(NEWBORN);
        for (printed, whose) in [
            ("林小满", Whose::Child),
            ("林*满", Whose::Child),
            ("周小禾", Whose::Guardian),
            ("周小禾之女", Whose::Guardian),
            ("周*禾", Whose::Guardian),
            ("王之石", Whose::Another),
            ("***", Whose::Unknown),
        ] {
            assert_eq!(whose_name(printed, &application), whose, "{printed}");
        }
    }

    #[test]
    fn a_number_of_the_child_that_is_in_doubt_is_no_measure() {
        for (value, whose) in [
            ("331122201803150005", Whose::Another),
            ("331122201803150006", Whose::Unknown),
            ("110101201506010002", Whose::Unknown),
        ] {
            let json = NEWBORN.replacen("331122201803150005", value, 1);
            assert_eq!(whose_number("44**********999999", &application(&json)), whose, "{value}");
            assert_eq!(whose_number("331122********0008", &application(&json)), Whose::Guardian);
        }
    }
}
