//! What all rules about identity papers share: whose they are, what their numbers say, when they hold.

use crate::{
    code::lists::{IdentifierType, Sex},
    fault,
    model::{application::Application, person::Identifier, texts::DateText},
    pointer,
    pointer::Pointer,
    region::Region,
    value::{
        BirthCertificate, Date, ForeignerPermit, LegacyResidentId, Passport, ResidencePermit, ResidentId,
        TravelPermit, citizen_number::CitizenNumberError, foreigner_permit, travel_permit::TravelPermitKind,
    },
};

use super::{calendar::day, sink::Sink};

/// One identity paper and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'x, 'a> {
    /// The guardian whose paper it is; the child's where absent.
    pub(super) guardian: Option<usize>,
    /// Its place in the list.
    pub(super) index: usize,
    /// The paper.
    pub(super) identifier: &'x Identifier<'a>,
}

/// What a number of the resident id's form says of its holder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// The birth date in it.
    pub(super) birth: Date,
    /// The sex in it.
    pub(super) sex: Sex,
}

impl<'x> Held<'x, '_> {
    /// The place of one of its members.
    pub(super) fn at(&self, member: &'static str) -> Pointer {
        self.whole().then(member)
    }

    /// The place of the whole.
    pub(super) fn whole(&self) -> Pointer {
        match self.guardian {
            None => pointer!["child", "identifiers", self.index],
            Some(guardian) => pointer!["guardians", guardian, "person", "identifiers", self.index],
        }
    }

    /// The number, if there is one.
    pub(super) fn number(&self) -> Option<&'x str> {
        self.identifier.value.as_ref().map(|value| value.as_str())
    }

    /// What a sound number says of its holder. Permits of foreigners say nothing: the order of their parts is
    /// not verified.
    pub(super) fn facts(&self) -> Option<Facts> {
        let number = self.number()?;
        match self.identifier.r#type {
            IdentifierType::ResidentId => {
                let id: ResidentId = number.parse().ok()?;
                Some(Facts { birth: id.birth_date(), sex: id.sex() })
            }
            IdentifierType::HmtResidencePermit => {
                let permit: ResidencePermit = number.parse().ok()?;
                Some(Facts { birth: permit.birth_date(), sex: permit.sex() })
            }
            // A child has no such number, which is a finding of its own.
            IdentifierType::LegacyResidentId15 if self.guardian.is_some() => {
                let id = number.parse::<LegacyResidentId>().ok()?.to_resident_id();
                Some(Facts { birth: id.birth_date(), sex: id.sex() })
            }
            _ => None,
        }
    }

    /// The first and the last day on which it holds, open where absent.
    pub(super) fn period(&self) -> (Option<Date>, Option<Date>) {
        (day(self.identifier.valid_from.as_ref()), day(self.identifier.valid_until.as_ref()))
    }

    /// Whether both hold on some common day.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let ends_before = |until: Option<Date>, from: Option<Date>| matches!((until, from), (Some(u), Some(f)) if u < f || (fault::is("touching-days-apart") && u == f));
        let (from, until) = self.period();
        let (other_from, other_until) = other.period();
        !ends_before(until, other_from) && !ends_before(other_until, from)
    }

    /// Whether it holds on `day`, or bears dates in a wrong order, which is a finding of its own.
    pub(super) fn holds_on(&self, day: Date) -> bool {
        let (from, until) = self.period();
        if matches!((from, until), (Some(from), Some(until)) if until < from) {
            return true;
        }
        from.is_none_or(|from| from <= day)
            && until.is_none_or(|until| day <= until && !(fault::is("last-day-not-counted") && day == until))
    }
}

/// The child's papers.
pub(super) fn of_child<'x, 'a>(
    application: &'x Application<'a>,
) -> impl Iterator<Item = Held<'x, 'a>> + Clone {
    (application.child.identifiers.iter().enumerate()).map(|(index, identifier)| Held {
        guardian: None,
        index,
        identifier,
    })
}

/// The papers of one guardian who is a person.
pub(super) fn of_guardian<'x, 'a>(
    application: &'x Application<'a>,
    guardian: usize,
) -> impl Iterator<Item = Held<'x, 'a>> + Clone {
    let person = application.guardians.get(guardian).and_then(|one| one.person.as_ref());
    (person.into_iter().flat_map(|person| person.identifiers.iter().enumerate()))
        .map(move |(index, identifier)| Held { guardian: Some(guardian), index, identifier })
}

/// The papers of all guardians.
pub(super) fn of_guardians<'x, 'a>(
    application: &'x Application<'a>,
) -> impl Iterator<Item = Held<'x, 'a>> + Clone {
    (0..application.guardians.len()).flat_map(|guardian| of_guardian(application, guardian))
}

/// Whether a guardian bears the same number as this paper of the child: a mother's number on the papers of a
/// newborn. Nothing else is to be said of such a number.
pub(super) fn is_a_guardians(application: &Application<'_>, held: &Held<'_, '_>) -> bool {
    held.identifier.r#type != IdentifierType::OtherDocument
        && held.number().is_some()
        && of_guardians(application)
            .any(|other| other.identifier.r#type == held.identifier.r#type && other.number() == held.number())
}

/// Looks at resident ids; one that cannot be read for the reason `is_ours` picks fails.
pub(super) fn check_resident_ids<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    sink: &mut Sink<'_>,
    is_ours: fn(CitizenNumberError) -> bool,
) {
    for held in papers {
        let (IdentifierType::ResidentId, Some(number)) = (held.identifier.r#type, held.number()) else {
            continue;
        };
        sink.seen();
        if number.parse::<ResidentId>().is_err_and(is_ours) {
            sink.fail(held.at("value"));
        }
    }
}

/// Looks at permits whose numbers are known to have a form.
pub(super) fn check_permits<'x, 'a: 'x>(papers: impl Iterator<Item = Held<'x, 'a>>, sink: &mut Sink<'_>) {
    for held in papers {
        let Some(number) = held.number() else { continue };
        let is_sound = match held.identifier.r#type {
            IdentifierType::HmtResidencePermit => number.parse::<ResidencePermit>().is_ok(),
            IdentifierType::ForeignerPermanentResidenceId => {
                has_form(number, foreigner_permit::Form::From2023)
            }
            IdentifierType::ForeignerPermanentResidenceId2017 => {
                has_form(number, foreigner_permit::Form::From2017)
            }
            _ => continue,
        };
        sink.seen();
        if !is_sound {
            sink.fail(held.at("value"));
        }
    }
}

/// Looks at passports and travel permits, whose forms are from general knowledge.
pub(super) fn check_travel_papers<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    sink: &mut Sink<'_>,
) {
    for held in papers {
        let Some(number) = held.number() else { continue };
        let is_of =
            |kind| number.parse::<TravelPermit>().is_ok_and(|permit: TravelPermit| permit.kind() == kind);
        let is_sound = match held.identifier.r#type {
            IdentifierType::Passport => number.parse::<Passport>().is_ok(),
            IdentifierType::HkMacauTravelPermit => is_of(TravelPermitKind::HongKongMacao),
            IdentifierType::TaiwanTravelPermit => is_of(TravelPermitKind::Taiwan),
            _ => continue,
        };
        sink.seen();
        if !is_sound {
            sink.fail(held.at("value"));
        }
    }
}

/// Looks at the region of resident ids: it was in use in the year of birth or later, for people are registered
/// late and keep the code for life.
pub(super) fn check_regions<'x, 'a: 'x>(papers: impl Iterator<Item = Held<'x, 'a>>, sink: &mut Sink<'_>) {
    for held in papers {
        let (IdentifierType::ResidentId, Some(number)) = (held.identifier.r#type, held.number()) else {
            continue;
        };
        let Ok(id) = number.parse::<ResidentId>() else { continue };
        sink.seen();
        let birth_year = id.birth_date().year();
        if !Region::find(id.region()).is_some_and(|region| {
            region.existed_in_or_after(birth_year)
                && !(fault::is("abolished-region-unknown") && region.valid_to().is_some())
        }) {
            sink.fail(held.at("value"));
        }
    }
}

/// Looks at pairs of resident ids of one person: different numbers do not hold at the same time.
pub(super) fn check_one_number_at_a_time<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>> + Clone,
    sink: &mut Sink<'_>,
) {
    let numbers = papers.filter(|held| {
        held.identifier.r#type == IdentifierType::ResidentId
            && held.number().is_some_and(|number| number.parse::<ResidentId>().is_ok())
    });
    for held in numbers.clone() {
        sink.seen();
        let earlier = numbers.clone().take_while(|other| other.index < held.index);
        if earlier.clone().any(|other| other.number() != held.number() && other.overlaps(&held)) {
            sink.fail(held.at("value"));
        }
    }
}

/// Looks at the days between which papers hold.
pub(super) fn check_periods<'x, 'a: 'x>(papers: impl Iterator<Item = Held<'x, 'a>>, sink: &mut Sink<'_>) {
    for held in papers {
        let (Some(from), Some(until)) = held.period() else { continue };
        sink.seen();
        if until < from {
            sink.fail(held.at("validUntil"));
        }
    }
}

/// Looks for papers of a kind that bears a number, without their number.
pub(super) fn check_numbers_given<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    sink: &mut Sink<'_>,
) {
    for held in papers {
        if matches!(held.identifier.r#type, IdentifierType::NoneYet | IdentifierType::HouseholdRegisterEntry)
        {
            continue;
        }
        sink.seen();
        if held.identifier.value.is_none() {
            sink.fail(held.whole());
        }
    }
}

/// Looks for the reason where somebody has no paper yet.
pub(super) fn check_reasons_given<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    sink: &mut Sink<'_>,
) {
    for held in papers.filter(|held| held.identifier.r#type == IdentifierType::NoneYet) {
        sink.seen();
        if held.identifier.none_yet_reason.is_none() {
            sink.fail(held.whole());
        }
    }
}

/// Holds the birth date written beside papers against the one in their numbers.
pub(super) fn check_birth_dates<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    written: Option<&DateText<'_>>,
    sink: &mut Sink<'_>,
) {
    let Some(written) = day(written) else { return };
    for held in papers {
        let Some(facts) = held.facts() else { continue };
        sink.seen();
        if facts.birth != written {
            sink.fail(held.at("value"));
        }
    }
}

/// Holds the sex written beside papers against the one in their numbers. Where the birth date differs already,
/// the number is somebody else's and says nothing of the sex.
pub(super) fn check_sexes<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    written: Option<Sex>,
    birth: Option<&DateText<'_>>,
    sink: &mut Sink<'_>,
) {
    let Some(written @ (Sex::Male | Sex::Female)) = written else { return };
    let birth = day(birth);
    for held in papers {
        let Some(facts) = held.facts() else { continue };
        sink.seen();
        if facts.sex != written && birth.is_none_or(|birth| birth == facts.birth) {
            sink.fail(held.at("value"));
        }
    }
}

/// The child's birth date as it is written or, where it is not, as a number of the child's own has it; absent
/// where the two contradict each other, for nobody knows which of them is wrong.
pub(super) fn child_birth(application: &Application<'_>) -> Option<Date> {
    let own = of_child(application).filter(|held| !is_a_guardians(application, held));
    uncontradicted(own, application.child.birth_date.as_ref())
}

/// A guardian's birth date, in the same way.
pub(super) fn guardian_birth(application: &Application<'_>, guardian: usize) -> Option<Date> {
    let person = application.guardians.get(guardian)?.person.as_ref()?;
    uncontradicted(of_guardian(application, guardian), person.birth_date.as_ref())
}

fn uncontradicted<'x, 'a: 'x>(
    papers: impl Iterator<Item = Held<'x, 'a>>,
    written: Option<&DateText<'_>>,
) -> Option<Date> {
    let mut births = papers.filter_map(|held| held.facts()).map(|facts| facts.birth);
    let birth = if written.is_some() { day(written) } else { births.next() }?;
    births.all(|other| other == birth).then_some(birth)
}

/// The birth certificate's number of a paper that is one, if it has the form.
pub(super) fn birth_certificate(held: &Held<'_, '_>) -> Option<Result<BirthCertificate, ()>> {
    let number = held.number().filter(|_| held.identifier.r#type == IdentifierType::BirthCertificate)?;
    Some(number.parse().map_err(|_| ()))
}

fn has_form(number: &str, form: foreigner_permit::Form) -> bool {
    number.parse::<ForeignerPermit>().is_ok_and(|permit| permit.form() == form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::{self, Options};

    /// What is said of the child's papers `papers`, by code.
    fn said(papers: &str, birth_date: &str) -> Vec<&'static str> {
        let document = format!(
            r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
                "applicationId": "0195d4a0-0000-7000-8000-000000000001", "createdOn": "2026-03-01",
                "child": {{"name": "测", "birthDate": "{birth_date}", "identifiers": [{papers}]}},
                "contacts": [{{"kind": "mobile", "phone": "13000000000"}}], "illness": "病", "consentIds": []}}"#
        );
        let checked =
            validate::document(document.as_bytes(), &Options::on("2026-03-02".parse::<Date>().unwrap()));
        let codes = checked.findings.iter().map(|placed| placed.finding.rule.code);
        codes.filter(|code| code.starts_with("TZ-CHD")).collect()
    }

    /// The vectors are synthetic: the sequence 000 is not given to anybody.
    #[test]
    fn permits_abolished_regions_and_foreigners_cards_are_sound_numbers_of_a_child() {
        for (kind, number) in [
            ("resident-id", "110101201506010002"),
            ("hmt-residence-permit", "810000201506010006"),
            ("hmt-residence-permit", "820000201506010008"),
            ("hmt-residence-permit", "83000020150601000X"),
            ("foreigner-permanent-residence-id", "931840201506010009"),
        ] {
            let paper = format!(r#"{{"type": "{kind}", "value": "{number}"}}"#);
            assert_eq!(said(&paper, "2015-06-01"), Vec::<&str>::new(), "{kind}");
        }
        let abolished = r#"{"type": "resident-id", "value": "110103200506010000"}"#;
        assert_eq!(said(abolished, "2005-06-01"), ["TZ-CHD-025"], "too old, and nothing else");
    }

    #[test]
    fn one_wrong_character_is_said_once() {
        for (number, code) in [
            ("110101201506010003", "TZ-CHD-001"),
            ("11010120150601000", "TZ-CHD-002"),
            ("810000201506010006", "TZ-CHD-002"),
            ("110101201513010002", "TZ-CHD-003"),
        ] {
            let paper = format!(r#"{{"type": "resident-id", "value": "{number}"}}"#);
            assert_eq!(said(&paper, "2015-06-01"), [code]);
        }
    }
}
