//! What an application tells of a child becomes every identity that can be made of it.

use serde_json::{Value, json};
use tongzhou::{
    code::{
        Code, list,
        lists::{IdentifierType, TokenKind, TokenPurpose},
    },
    expense::BillKey,
    json,
    model::{Application, receipt::Lineage},
};
use tongzhou_exchange::token::{Identity, Refusal, Subjects, expense_of, subjects_of};

// covers: REQ-TOK-007
#[test]
fn every_paper_of_the_child_and_of_its_guardians_makes_an_identity() {
    let subjects = of(&child(json!([
        { "type": "resident-id", "value": "331122201803150005" },
        { "type": "birth-certificate", "value": "X330000000" },
        { "type": "institution-admission-number", "issuerCode": "531000000000000008", "value": "2019-7" },
        { "type": "other-document", "issuer": "示例市公安局", "typeName": "示例证", "value": "A1" },
    ])));
    assert_eq!(subjects.refused, []);
    let found: Vec<(TokenKind, Vec<&str>)> =
        subjects.identities.iter().map(|it| (it.kind().unwrap(), it.fields().collect())).collect();
    let expected = [
        (TokenKind::ResidentId, vec!["331122201803150005"]),
        (TokenKind::BirthCertificate, vec!["X330000000", "2018-03-15"]),
        (TokenKind::InstitutionAdmission, vec!["531000000000000008", "20197"]),
        (TokenKind::OtherDocument, vec!["示例市公安局", "示例证", "A1"]),
        (TokenKind::GuardianAndBirth, vec!["440106198501010007", "2018-03-15", "2", "1"]),
        (TokenKind::GuardianAndBirth, vec!["61010419620927999X", "2018-03-15", "2", "1"]),
    ];
    assert_eq!(found, expected);
    assert!(subjects.identities.iter().all(|it| it.purpose() == TokenPurpose::Subject));
}

#[test]
fn a_paper_with_code_and_name_of_its_issuer_makes_both_so_that_either_meets() {
    let subjects = of(&child(json!([
        { "type": "other-document", "issuer": "示例市公安局", "issuerCode": "531000000000000008", "typeName": "示例证",
          "value": "A1" },
    ])));
    let issuers: Vec<_> = subjects.identities.iter().filter_map(|it| it.fields().next()).take(2).collect();
    assert_eq!(issuers, ["531000000000000008", "示例市公安局"]);
}

#[test]
fn one_number_written_twice_makes_one_identity() {
    let subjects = of(&child(json!([
        { "type": "resident-id", "value": "331122201803150005" },
        { "type": "resident-id", "value": "331122-20180315-0005" },
    ])));
    assert_eq!(subjects.identities.iter().filter(|it| it.kind() == Some(TokenKind::ResidentId)).count(), 1);
}

// covers: REQ-TOK-030
#[test]
fn what_does_not_hold_or_agree_is_refused_with_its_place() {
    use Refusal::*;
    for (identifier, refusal) in [
        (json!({ "type": "resident-id", "value": "331122201803150006" }), CheckDigit),
        (json!({ "type": "resident-id" }), Missing),
        // Another birth date, and a boy's number.
        (json!({ "type": "resident-id", "value": "110101201506010002" }), Disagreement),
        (json!({ "type": "resident-id", "value": "331122201803159990" }), Disagreement),
        (json!({ "type": "hmt-residence-permit", "value": "810000201506010006" }), Disagreement),
        (json!({ "type": "foreigner-permanent-residence-id", "value": "931840201506010009" }), Disagreement),
        (json!({ "type": "resident-id", "value": "440106850101000" }), Kind),
        (json!({ "type": "birth-certificate", "value": "330000000" }), Length),
        (json!({ "type": "institution-admission-number", "value": "7" }), Missing),
        (json!({ "type": "other-document", "typeName": "示例证", "value": "A1" }), Missing),
        (json!({ "type": "other-document", "issuer": "示例市公安局", "value": "A1" }), Missing),
    ] {
        let subjects = of(&child(json!([identifier])));
        let found: Vec<_> = subjects.refused.iter().map(|it| (it.pointer.as_str(), it.refusal)).collect();
        assert_eq!(found, [("/child/identifiers/0", refusal)], "{identifier}");
        assert!(subjects.identities.iter().all(|it| it.kind() == Some(TokenKind::GuardianAndBirth)));
    }
}

#[test]
fn without_birth_date_sex_or_order_a_guardian_tells_no_child() {
    for member in ["birthDate", "sex", "birthOrder"] {
        let mut application = child(json!([]));
        application["child"].as_object_mut().unwrap().remove(member);
        let subjects = of(&application);
        assert_eq!(subjects.identities, []);
        let places: Vec<_> = subjects.refused.iter().map(|it| (it.pointer.as_str(), it.refusal)).collect();
        let expected = [
            ("/guardians/0/person/identifiers/0", Refusal::Missing),
            ("/guardians/1/person/identifiers/1", Refusal::Missing),
        ];
        assert_eq!(places, expected, "{member}");
    }
    let mut application = child(json!([]));
    application["child"]["sex"] = json!("unknown");
    assert!(of(&application).refused.iter().all(|it| it.refusal == Refusal::Sex));
}

#[test]
fn twins_of_one_mother_differ() {
    let (mut one, mut other) = (child(json!([])), child(json!([])));
    one["child"]["birthOrder"] = json!(1);
    other["child"]["birthOrder"] = json!(2);
    let (one, other) = (of(&one).identities, of(&other).identities);
    assert!(one.iter().all(|identity| !other.contains(identity)));
}

/// The published list says of which papers a token is made: so does the code, for each of its rows.
// covers: REQ-TOK-001
#[test]
fn tokens_are_made_of_the_papers_that_the_list_says() {
    for kind in IdentifierType::ALL {
        let identifier = json!({
            "type": kind.code(), "typeName": "示例证", "issuer": "示例机关", "issuerCode": "531000000000000008",
            "country": "156", "value": sample(*kind),
        });
        let mut application = child(json!([identifier]));
        application.as_object_mut().unwrap().remove("guardians");
        for member in ["birthDate", "sex"] {
            application["child"].as_object_mut().unwrap().remove(member);
        }
        if *kind == IdentifierType::BirthCertificate {
            application["child"]["birthDate"] = json!("2018-03-15");
        }
        let made = !of(&application).identities.is_empty();
        let row = list("identifier-type").unwrap().row(kind.code()).unwrap();
        assert_eq!(made, row.column("strong_token") == Some("yes"), "{}", kind.code());
    }
}

// covers: REQ-CLM-001, REQ-CLM-003
#[test]
fn a_bill_is_an_expense_by_its_canonical_number() {
    let key = |code: &str, number: &str| {
        let link = format!(r#"{{"relation": "red-bill", "billCode": "{code}", "billNumber": "{number}"}}"#);
        let link: Lineage<'_> = json::from_str(&link).unwrap();
        BillKey::named(&link).unwrap()
    };
    let expense = expense_of(&key("11060125", "0000000001")).unwrap();
    assert_eq!(expense.fields().collect::<Vec<_>>(), ["110601250000000001"]);
    assert_eq!((expense.purpose(), expense.kind()), (TokenPurpose::Expense, None));
    assert_eq!(expense_of(&key("1106", "77")), Err(Refusal::Length));
    let number = "110601250000000001";
    assert_eq!(
        expense,
        Identity::bill(&tongzhou::value::BillNumber::from_parts(Some(&number[..8]), &number[8..]).unwrap())
    );
}

fn sample(kind: IdentifierType) -> &'static str {
    match kind {
        IdentifierType::BirthCertificate => "X330000000",
        IdentifierType::HmtResidencePermit => "810000201506010006",
        IdentifierType::ForeignerPermanentResidenceId => "931840201506010009",
        IdentifierType::LegacyResidentId15 => "440106850101000",
        IdentifierType::ForeignerPermanentResidenceId2017 => "ZZZ110015060100",
        IdentifierType::Passport => "E00000000",
        _ => "331122201803150005",
    }
}

fn child(identifiers: Value) -> Value {
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
        "applicationId": "019a0000-0000-7000-8000-000000000700", "createdOn": "2026-09-25",
        "child": {
            "name": "测试童", "sex": "female", "birthDate": "2018-03-15", "birthOrder": 1, "identifiers": identifiers,
        },
        "guardians": [
            {
                "guardianId": "019a0000-0000-7000-8000-000000000701", "kind": "person",
                "person": { "name": "测试母", "identifiers": [{ "type": "resident-id", "value": "440106198501010007" }] },
            },
            {
                "guardianId": "019a0000-0000-7000-8000-000000000702", "kind": "person",
                "person": {
                    "name": "测试祖",
                    "identifiers": [
                        { "type": "passport", "country": "156", "value": "E00000000" },
                        { "type": "legacy-resident-id-15", "value": "610104620927999" },
                    ],
                },
            },
        ],
        "contacts": [{ "kind": "mobile", "phone": "13000000000" }],
        "illness": "示例病情。",
        "consentIds": ["019a0000-0000-7000-8000-000000000730"],
    })
}

fn of(application: &Value) -> Subjects {
    let text = application.to_string();
    let application: Application<'_> = json::from_str(&text).unwrap();
    subjects_of(&application)
}
