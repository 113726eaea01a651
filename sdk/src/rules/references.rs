//! What the parts of an application point to: every reference by id, with its place.

use crate::{
    model::{
        application::{Application, Household, OtherHelp},
        person::{Disability, Identifier},
        texts::IdText,
    },
    package::name::{EntryId, EntryName},
    pointer::{Pointer, Step},
};

use super::{Case, Entry};

/// Takes a reference and, where there is something to say of it, its place.
pub(super) type Visit<'v> = dyn FnMut(&IdText<'_>, &dyn Fn() -> Pointer) + 'v;

/// The paper of this id in the package.
pub(super) fn paper<'c>(case: &'c Case<'_>, id: &IdText<'_>) -> Option<&'c Entry> {
    let id = EntryId::parse(id.as_str())?;
    case.entries
        .iter()
        .find(|entry| matches!(entry.name, EntryName::Document { id: other, .. } if other == id))
}

/// Every reference to a paper.
pub(super) fn papers(application: &Application<'_>, visit: &mut Visit<'_>) {
    let child = &application.child;
    identifiers(&child.identifiers, &["child".into(), "identifiers".into()], visit);
    disabilities(&child.disabilities, &["child".into(), "disabilities".into()], visit);
    for (index, guardian) in application.guardians.iter().enumerate() {
        let place = [Step::from("guardians"), index.into()];
        if let Some(person) = &guardian.person {
            let inside = |list: &'static str| [&place[..], &["person".into(), list.into()]].concat();
            identifiers(&person.identifiers, &inside("identifiers"), visit);
            disabilities(&person.disabilities, &inside("disabilities"), visit);
        }
        evidence(&guardian.evidence_document_ids, &place, visit);
    }
    if let Some(household) = &application.household {
        papers_of_household(household, visit);
    }
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        evidence(&diagnosis.evidence_document_ids, &["diagnoses".into(), index.into()], visit);
    }
    if let Some(estimate) = application.treatment.as_ref().and_then(|treatment| treatment.estimate.as_ref()) {
        evidence(&estimate.evidence_document_ids, &["treatment".into(), "estimate".into()], visit);
    }
    for (index, layer) in application.coverage.iter().enumerate() {
        evidence(&layer.evidence_document_ids, &["coverage".into(), index.into()], visit);
    }
    if let Some(help) = &application.other_help {
        papers_of_other_help(help, visit);
    }
    for (index, request) in application.requests.iter().enumerate() {
        let place = ["requests".into(), index.into(), "providedDocumentIds".into()];
        each(&request.provided_document_ids, &place, visit);
    }
    for (index, payee) in application.payees.iter().enumerate() {
        evidence(&payee.evidence_document_ids, &["payees".into(), index.into()], visit);
    }
    for (index, paper) in application.documents.iter().enumerate() {
        one(
            paper.continues_document_id.as_ref(),
            &["documents".into(), index.into()],
            "continuesDocumentId",
            visit,
        );
    }
    for (index, declaration) in application.declarations.iter().enumerate() {
        one(declaration.document_id.as_ref(), &["declarations".into(), index.into()], "documentId", visit);
    }
    for (index, assessment) in
        application.intake.iter().flat_map(|intake| intake.assessments.iter()).enumerate()
    {
        let place = ["intake".into(), "assessments".into(), index.into(), "documentIds".into()];
        each(&assessment.document_ids, &place, visit);
    }
}

/// Every reference to a guardian.
pub(super) fn guardians(application: &Application<'_>, visit: &mut Visit<'_>) {
    for (index, contact) in application.contacts.iter().enumerate() {
        one(contact.guardian_id.as_ref(), &["contacts".into(), index.into()], "guardianId", visit);
    }
    if let Some(household) = &application.household {
        let mut all = |list: &'static str, index: usize, id: Option<&IdText<'_>>| {
            one(id, &["household".into(), list.into(), index.into()], "guardianId", visit);
        };
        for (index, member) in household.members.iter().enumerate() {
            all("members", index, member.guardian_id.as_ref());
        }
        for (index, income) in household.incomes.iter().enumerate() {
            all("incomes", index, income.guardian_id.as_ref());
        }
        for (index, hardship) in household.hardships.iter().enumerate() {
            all("hardships", index, hardship.guardian_id.as_ref());
        }
    }
    for (index, payee) in application.payees.iter().enumerate() {
        one(payee.guardian_id.as_ref(), &["payees".into(), index.into()], "guardianId", visit);
    }
    for (index, paper) in application.documents.iter().enumerate() {
        let Some(concerns) = &paper.concerns else { continue };
        let place = ["documents".into(), index.into(), "concerns".into(), "guardianIds".into()];
        each(&concerns.guardian_ids, &place, visit);
    }
    for (index, declaration) in application.declarations.iter().enumerate() {
        one(declaration.guardian_id.as_ref(), &["declarations".into(), index.into()], "guardianId", visit);
    }
    let applicant = application.intake.as_ref().and_then(|intake| intake.applicant_guardian_id.as_ref());
    one(applicant, &["intake".into()], "applicantGuardianId", visit);
}

/// Every reference to a member of the household.
pub(super) fn members(application: &Application<'_>, visit: &mut Visit<'_>) {
    if let Some(household) = &application.household {
        let mut all = |list: &'static str, index: usize, id: Option<&IdText<'_>>| {
            one(id, &["household".into(), list.into(), index.into()], "memberId", visit);
        };
        for (index, income) in household.incomes.iter().enumerate() {
            all("incomes", index, income.member_id.as_ref());
        }
        for (index, property) in household.properties.iter().enumerate() {
            all("properties", index, property.member_id.as_ref());
        }
        for (index, expense) in household.expenses.iter().enumerate() {
            all("expenses", index, expense.member_id.as_ref());
        }
        for (index, hardship) in household.hardships.iter().enumerate() {
            all("hardships", index, hardship.member_id.as_ref());
        }
    }
    for (index, paper) in application.documents.iter().enumerate() {
        let Some(concerns) = &paper.concerns else { continue };
        let place = ["documents".into(), index.into(), "concerns".into(), "memberIds".into()];
        each(&concerns.member_ids, &place, visit);
    }
}

fn papers_of_household(household: &Household<'_>, visit: &mut Visit<'_>) {
    for (index, member) in household.members.iter().enumerate() {
        let place = ["household".into(), "members".into(), index.into(), "disabilities".into()];
        disabilities(&member.disabilities, &place, visit);
    }
    let mut all = |list: &'static str, index: usize, ids: &[IdText<'_>]| {
        evidence(ids, &["household".into(), list.into(), index.into()], visit);
    };
    for (index, income) in household.incomes.iter().enumerate() {
        all("incomes", index, &income.evidence_document_ids);
    }
    for (index, property) in household.properties.iter().enumerate() {
        all("properties", index, &property.evidence_document_ids);
    }
    for (index, debt) in household.debts.iter().enumerate() {
        all("debts", index, &debt.evidence_document_ids);
    }
    for (index, expense) in household.expenses.iter().enumerate() {
        all("expenses", index, &expense.evidence_document_ids);
    }
    for (index, hardship) in household.hardships.iter().enumerate() {
        all("hardships", index, &hardship.evidence_document_ids);
    }
}

fn papers_of_other_help(help: &OtherHelp<'_>, visit: &mut Visit<'_>) {
    let mut all = |list: &'static str, index: usize, ids: &[IdText<'_>]| {
        evidence(ids, &["otherHelp".into(), list.into(), index.into()], visit);
    };
    for (index, government) in help.government.iter().enumerate() {
        all("government", index, &government.evidence_document_ids);
    }
    for (index, charity) in help.charity.iter().enumerate() {
        all("charity", index, &charity.evidence_document_ids);
    }
    for (index, appeal) in help.crowdfunding.iter().enumerate() {
        all("crowdfunding", index, &appeal.evidence_document_ids);
    }
    for (index, other) in help.others.iter().enumerate() {
        all("others", index, &other.evidence_document_ids);
    }
}

fn identifiers(list: &[Identifier<'_>], place: &[Step], visit: &mut Visit<'_>) {
    for (index, identifier) in list.iter().enumerate() {
        evidence(&identifier.evidence_document_ids, &[place, &[index.into()]].concat(), visit);
    }
}

fn disabilities(list: &[Disability<'_>], place: &[Step], visit: &mut Visit<'_>) {
    for (index, disability) in list.iter().enumerate() {
        evidence(&disability.evidence_document_ids, &[place, &[index.into()]].concat(), visit);
    }
}

fn evidence(ids: &[IdText<'_>], place: &[Step], visit: &mut Visit<'_>) {
    for (index, id) in ids.iter().enumerate() {
        visit(id, &|| Pointer::new(place).then("evidenceDocumentIds").then(index));
    }
}

fn each(ids: &[IdText<'_>], place: &[Step], visit: &mut Visit<'_>) {
    for (index, id) in ids.iter().enumerate() {
        visit(id, &|| Pointer::new(place).then(index));
    }
}

fn one(id: Option<&IdText<'_>>, place: &[Step], member: &'static str, visit: &mut Visit<'_>) {
    if let Some(id) = id {
        visit(id, &|| Pointer::new(place).then(member));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::model;

    /// The places in an application's schema whose member is an id of this kind.
    fn places(schema: &Value, node: &Value, at: &str, wanted: &[&str], found: &mut Vec<String>) {
        let node = match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => schema.pointer(reference.trim_start_matches('#')).unwrap(),
            None => node,
        };
        if let Some(items) = node.get("items") {
            places(schema, items, at, wanted, found);
        }
        for (name, member) in node.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let place = format!("{at}/{name}");
            if wanted.contains(&name.as_str()) {
                found.push(place);
            } else {
                places(schema, member, &place, wanted, found);
            }
        }
    }

    fn in_schema(wanted: &[&str]) -> Vec<String> {
        let schema = model::schema_of(crate::code::lists::DocumentType::Application);
        let mut found = Vec::new();
        places(&schema, &schema, "", wanted, &mut found);
        found.retain(|place| !DEFINITIONS.contains(&place.as_str()));
        found.sort();
        found
    }

    /// An application in which every list has one element and every member is there, from the schema.
    fn full(schema: &Value, node: &Value) -> Value {
        let node = match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => schema.pointer(reference.trim_start_matches('#')).unwrap(),
            None => node,
        };
        if let Some(fixed) = node.get("const") {
            return fixed.clone();
        }
        if let Some(first) = node.get("enum").and_then(|codes| codes.get(0)) {
            return first.clone();
        }
        match node.get("type").and_then(Value::as_str).unwrap() {
            "array" => Value::Array(vec![full(schema, &node["items"])]),
            "boolean" => true.into(),
            "integer" => 1.into(),
            "string" => text(node).into(),
            _ => node["properties"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, member)| (name.clone(), full(schema, member)))
                .collect(),
        }
    }

    /// A text of the shape, the first that fits.
    fn text(shape: &Value) -> &'static str {
        [
            "019a0000-0000-7000-8000-000000000001",
            "2025-01-01",
            "2025-01-01T00:00:00Z",
            "1.00",
            "531000000000000008",
            "110101",
            "156",
            "test",
        ]
        .into_iter()
        .find(|text| jsonschema::is_valid(shape, &Value::from(*text)))
        .unwrap()
    }

    fn visited(walk: fn(&Application<'_>, &mut Visit<'_>)) -> Vec<String> {
        let schema = model::schema_of(crate::code::lists::DocumentType::Application);
        let text = full(&schema, &schema).to_string();
        let application: Application<'_> = serde_json::from_str(&text).unwrap();
        let mut places = Vec::new();
        walk(&application, &mut |_, at| places.push(at().as_str().replace("/0", "")));
        places.sort();
        places
    }

    #[test]
    fn every_reference_to_a_paper_is_visited() {
        let members = [
            "evidenceDocumentIds",
            "documentIds",
            "documentId",
            "continuesDocumentId",
            "providedDocumentIds",
        ];
        assert_eq!(visited(papers), in_schema(&members));
    }

    #[test]
    fn every_reference_to_a_guardian_is_visited() {
        assert_eq!(visited(guardians), in_schema(&["guardianId", "guardianIds", "applicantGuardianId"]));
    }

    #[test]
    fn every_reference_to_a_member_of_the_household_is_visited() {
        assert_eq!(visited(members), in_schema(&["memberId", "memberIds"]));
    }

    /// Where ids are given, not referred to.
    const DEFINITIONS: [&str; 3] =
        ["/documents/documentId", "/guardians/guardianId", "/household/members/memberId"];
}
