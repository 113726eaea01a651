//! The published vectors: what is written leads to the one form that was worked out by hand, or is refused, and the
//! bytes are those that a program in another language made.

use std::{fs, path::Path};

use quickcheck::quickcheck;
use serde_json::Value;
use tongzhou::code::{Code, lists::Sex};
use tongzhou_exchange::token::{Epoch, Identity, MAX_INPUT, Refusal, normal};

use super::rfc9497::hex;

// covers: REQ-TOK-002, REQ-TOK-003, REQ-TOK-004, REQ-TOK-005, REQ-TOK-031
#[test]
fn every_published_case_leads_to_its_fields_or_is_refused() {
    let published = read("normalisation.json");
    let cases = published["cases"].as_array().unwrap();
    let mut kinds = std::collections::BTreeMap::new();
    for case in cases {
        let found = identity(case);
        match (&found, &case["fields"], &case["refused"]) {
            (Ok(found), Value::Array(fields), Value::Null) => {
                assert_eq!(found.fields().collect::<Vec<_>>(), texts(fields), "{case}");
            }
            (Err(refusal), Value::Null, Value::String(code)) => assert_eq!(refusal.code(), code, "{case}"),
            _ => panic!("{case}: {found:?}"),
        }
        *kinds.entry((case["kind"].as_str().unwrap(), found.is_ok())).or_insert(0) += 1;
    }
    assert_eq!(cases.len(), 130);
    // Each kind has cases that hold and cases that are refused.
    assert_eq!(kinds.len(), 12, "{kinds:?}");
}

// covers: REQ-TOK-008, REQ-CLM-001
#[test]
fn every_input_is_the_one_that_another_program_made() {
    let (cases, inputs) = (read("normalisation.json"), read("inputs.json"));
    let cases = cases["cases"].as_array().unwrap();
    let inputs = inputs["inputs"].as_array().unwrap();
    for input in inputs {
        let case =
            cases.iter().find(|it| (&it["kind"], &it["name"]) == (&input["kind"], &input["name"])).unwrap();
        let epoch = Epoch::new(input["epoch"].as_u64().unwrap().try_into().unwrap()).unwrap();
        let made = identity(case).unwrap().input(epoch);
        assert_eq!(made.as_bytes(), hex(input["input"].as_str().unwrap()), "{input}");
    }
    assert!(inputs.len() > 60);
}

// covers: REQ-TOK-008
#[test]
fn what_is_too_long_for_an_input_is_refused() {
    let document = |letters| Identity::other_document(&"村".repeat(letters), "证", "1");
    // 9 for the version, 2 for each of six lengths, 7 + 7 + 14 for purpose, longest epoch and kind, 3 + 1 for the rest.
    let most = (MAX_INPUT - 9 - 12 - 28 - 4) / 3;
    assert!(document(most).is_ok());
    assert_eq!(document(most + 1), Err(Refusal::TooLong));
    assert_eq!(document(100_000), Err(Refusal::TooLong));
    assert_eq!(document(most).unwrap().input(Epoch::saturating(1_000_000)).as_bytes().len(), MAX_INPUT);
}

// covers: REQ-TOK-006
#[test]
fn no_value_is_told_where_something_is_refused() {
    let refusal = normal::citizen_number("110101201506010003").unwrap_err();
    assert_eq!(refusal.to_string(), "the check character does not match");
    let identity = Identity::resident_id("110101201506010002").unwrap();
    let shown = format!("{identity:?} {:?}", identity.input(Epoch::saturating(1)));
    assert_eq!(shown, "Identity(resident-id, …) Input(resident-id, …)");
}

quickcheck! {
    fn any_text_is_brought_into_its_form_or_refused(text: String) -> bool {
        let again = |form: fn(&str) -> Result<zeroize::Zeroizing<String>, Refusal>| {
            form(&text).map_or(true, |once| form(&once).as_ref() == Ok(&once))
        };
        let _ = normal::date(&text);
        let _ = normal::bill_number(Some(&text), &text);
        again(normal::citizen_number)
            && again(normal::birth_certificate)
            && again(normal::organisation_code)
            && again(normal::document_number)
            && again(normal::name)
    }

    fn what_is_put_between_digits_changes_nothing(places: Vec<(u8, u8)>) -> bool {
        const BETWEEN: [char; 12] = [
            ' ', '-', '\u{3000}', '\u{200B}', '\u{FEFF}', '\u{2014}', '/', '_', '\u{B7}', '\t', '\u{2060}', '\u{AD}',
        ];
        let mut text: Vec<char> = "11010120150104000X".chars().collect();
        for (place, what) in places {
            text.insert(usize::from(place) % (text.len() + 1), BETWEEN[usize::from(what) % BETWEEN.len()]);
        }
        let text: String = text.into_iter().collect();
        normal::citizen_number(&text).is_ok_and(|number| *number == "11010120150104000X")
    }

    fn another_digit_is_refused_and_makes_no_other_token(place: usize, digit: u8) -> bool {
        let right = "110101201506010002";
        let mut text = right.as_bytes().to_vec();
        let place = place % text.len();
        text[place] = b'0' + digit % 10;
        let text = String::from_utf8(text).unwrap();
        text == right || normal::citizen_number(&text).is_err()
    }

    fn different_fields_make_different_inputs(one: (String, String), other: (String, String)) -> bool {
        let input = |(issuer, kind): &(String, String)| {
            Identity::other_document(issuer, kind, "1").map(|it| (it.fields().map(str::to_owned).collect::<Vec<_>>(), it.input(Epoch::saturating(1)).as_bytes().to_vec()))
        };
        match (input(&one), input(&other)) {
            (Ok((fields, bytes)), Ok((others, other_bytes))) => (fields == others) == (bytes == other_bytes),
            _ => true,
        }
    }
}

// covers: REQ-TOK-009
#[test]
fn a_border_between_fields_that_moves_makes_another_input() {
    let input = |issuer, kind| {
        Identity::other_document(issuer, kind, "1").unwrap().input(Epoch::saturating(1)).as_bytes().to_vec()
    };
    assert_ne!(input("示例", "市证"), input("示例市", "证"));
}

fn identity(case: &Value) -> Result<Identity, Refusal> {
    let given = |member: &str| case["given"][member].as_str().unwrap();
    match case["kind"].as_str().unwrap() {
        "resident-id" => Identity::resident_id(given("number")),
        "birth-certificate" => {
            Identity::birth_certificate(given("number"), normal::date(given("birthDate"))?)
        }
        "guardian-and-birth" => {
            let order = case["given"]["birthOrder"].as_u64().unwrap().try_into().unwrap();
            let sex = Sex::from_code(given("sex")).unwrap();
            Identity::guardian_and_birth(given("guardian"), normal::date(given("birthDate"))?, sex, order)
        }
        "institution-admission" => Identity::institution_admission(given("institution"), given("number")),
        "other-document" => Identity::other_document(given("issuer"), given("type"), given("number")),
        "bill" => {
            let code = case["given"]["code"].as_str();
            normal::bill_number(code, given("number")).map(|number| Identity::bill(&number))
        }
        kind => panic!("{kind}"),
    }
}

fn read(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/vectors/tokens");
    serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn texts(values: &[Value]) -> Vec<&str> {
    values.iter().map(|value| value.as_str().unwrap()).collect()
}
