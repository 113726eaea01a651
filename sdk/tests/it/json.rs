//! The reading of I-JSON, with `serde_json` as the oracle for what JSON is.

use quickcheck::{Arbitrary, Gen, quickcheck};
use serde_json::{Map, Value};
use tongzhou::json::{self, FaultKind, Position};

/// A small arbitrary JSON value.
#[derive(Clone, Debug)]
struct Json(Value);

impl Arbitrary for Json {
    fn arbitrary(g: &mut Gen) -> Self {
        fn value(g: &mut Gen, depth: usize) -> Value {
            match u8::arbitrary(g) % if depth > 4 { 5 } else { 7 } {
                0 => Value::Null,
                1 => bool::arbitrary(g).into(),
                2 => (i64::arbitrary(g) >> 11).into(),
                3 => loop {
                    let number = f64::arbitrary(g);
                    if number.is_finite() {
                        break number.into();
                    }
                },
                4 => text(g).into(),
                5 => (0..u8::arbitrary(g) % 4).map(|_| value(g, depth + 1)).collect::<Vec<_>>().into(),
                _ => (0..u8::arbitrary(g) % 4)
                    .map(|_| (text(g), value(g, depth + 1)))
                    .collect::<Map<_, _>>()
                    .into(),
            }
        }
        Self(value(g, 0))
    }
}

fn text(g: &mut Gen) -> String {
    let noncharacter = |point: u32| point & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&point);
    String::arbitrary(g).chars().filter(|c| !noncharacter(*c as u32)).collect()
}

quickcheck! {
    fn what_serde_json_writes_is_read_back(json: Json) -> bool {
        let written = serde_json::to_vec(&json.0).unwrap();
        let pretty = serde_json::to_vec_pretty(&json.0).unwrap();
        // Through text, so that both sides have read the numbers the same number of times.
        let expected: Value = serde_json::from_slice(&written).unwrap();
        json::from_slice::<Value>(&written) == Ok(expected.clone()) && json::from_slice::<Value>(&pretty) == Ok(expected)
    }

    fn what_is_read_is_json_to_serde_json_too(json: Json, cuts: Vec<(usize, u8)>) -> bool {
        let mut bytes = serde_json::to_vec(&json.0).unwrap();
        for (at, byte) in cuts {
            let length = bytes.len();
            if length > 0 { bytes[at % length] = byte; }
        }
        match json::from_slice::<Value>(&bytes) {
            Ok(value) => serde_json::from_slice::<Value>(&bytes).unwrap() == value,
            Err(fault) => fault.offset <= bytes.len(),
        }
    }

    fn every_member_is_located_where_its_value_stands(json: Json) -> bool {
        fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
            match value {
                Value::Object(members) => for (name, inner) in members {
                    pointers(inner, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), all);
                },
                Value::Array(elements) => for (index, inner) in elements.iter().enumerate() {
                    pointers(inner, format!("{at}/{index}"), all);
                },
                _ => {}
            }
            all.push(at);
        }
        let text = serde_json::to_string_pretty(&json.0).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        let mut all = Vec::new();
        pointers(&read, String::new(), &mut all);
        let asked: Vec<&str> = all.iter().map(String::as_str).collect();
        json::locate(&text, &asked).into_iter().zip(&all).all(|(found, pointer)| {
            let found: Value = serde_json::from_str(&text[found.unwrap().value]).unwrap();
            &found == read.pointer(pointer).unwrap()
        })
    }
}

#[test]
fn each_fault_has_its_kind_and_place() {
    let deep = "[".repeat(100_000);
    let long_integer = format!("[{}]", "7".repeat(23));
    let cases: &[(&[u8], FaultKind, usize)] = &[
        (b"", FaultKind::Empty, 0),
        (b" \n", FaultKind::Empty, 0),
        (b"\xEF\xBB\xBF{}", FaultKind::ByteOrderMark, 0),
        (b"{\"a\": \"\xFF\"}", FaultKind::NotUtf8, 7),
        (b"{\"a\": \"\xED\xA0\x80\"}", FaultKind::NotUtf8, 7),
        (b"\"\xEF\xBF\xBE\"", FaultKind::Noncharacter, 1),
        (b"\"\xF0\x9F\xBF\xBF\"", FaultKind::Noncharacter, 1),
        (b"\"a\\uFDD0\"", FaultKind::Noncharacter, 2),
        (b"\"\\uD83F\\uDFFE\"", FaultKind::Noncharacter, 1),
        (b"[1, 2", FaultKind::EndsEarly, 5),
        (b"\"abc", FaultKind::EndsEarly, 4),
        (b"tru", FaultKind::EndsEarly, 3),
        (b"[1, ]", FaultKind::Syntax, 4),
        (b"{\"a\": 1,}", FaultKind::Syntax, 8),
        (b"{a: 1}", FaultKind::Syntax, 1),
        (b"{'a': 1}", FaultKind::Syntax, 1),
        (b"[01]", FaultKind::Syntax, 2),
        (b"[+1]", FaultKind::Syntax, 1),
        (b"[.5]", FaultKind::Syntax, 1),
        (b"[1.]", FaultKind::Syntax, 3),
        (b"[NaN]", FaultKind::Syntax, 1),
        (b"// no\n1", FaultKind::Syntax, 0),
        (b"trux", FaultKind::Syntax, 3),
        (b"{} {}", FaultKind::Trailing, 3),
        (b"\"a\tb\"", FaultKind::ControlCharacter, 2),
        (b"\"a\\x\"", FaultKind::Escape, 2),
        (b"\"\\u12G4\"", FaultKind::Escape, 1),
        (b"\"\\uD800\"", FaultKind::LoneSurrogate, 1),
        (b"\"\\uDC00\"", FaultKind::LoneSurrogate, 1),
        (b"\"\\uD800\\u0041\"", FaultKind::LoneSurrogate, 1),
        (b"{\"a\": 1, \"\\u0061\": 2}", FaultKind::DuplicateName, 9),
        (b"[9007199254740992]", FaultKind::IntegerTooLarge, 1),
        (long_integer.as_bytes(), FaultKind::IntegerTooLarge, 1),
        (b"[1e400]", FaultKind::NumberTooLarge, 1),
        (deep.as_bytes(), FaultKind::TooDeep, 64),
    ];
    for (bytes, kind, offset) in cases {
        let fault = json::from_slice::<Value>(bytes).expect_err("a fault");
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(30)]).into_owned();
        assert_eq!((fault.kind, fault.offset), (*kind, *offset), "{shown}");
    }
}

#[test]
fn what_is_allowed_at_the_edge_is_read() {
    for good in [
        "9007199254740991",
        "-9007199254740991",
        "1e308",
        "-0",
        "\"\\uD83D\\uDE00\"",
        "\"\u{FFFD}\"",
        " [ ] ",
        "{\"\":0}",
    ] {
        assert!(json::from_str::<Value>(good).is_ok(), "{good}");
    }
    let deepest = format!("{}{}", "[".repeat(json::MAX_DEPTH), "]".repeat(json::MAX_DEPTH));
    assert!(json::from_str::<Value>(&deepest).is_ok());
}

#[test]
fn null_is_refused_where_a_member_may_only_be_left_out() {
    #[derive(Debug, serde::Deserialize)]
    struct Optional {
        value: Option<u8>,
    }
    assert_eq!(json::from_str::<Optional>("{}").unwrap().value, None);
    assert_eq!(json::from_str::<Optional>("{\"value\": 3}").unwrap().value, Some(3));
    let fault = json::from_str::<Optional>("{\"value\": null}").unwrap_err();
    assert_eq!((fault.kind, fault.offset), (FaultKind::NotTheType, 10));
}

#[test]
fn the_type_of_a_document_is_seen_before_the_rest_is_read() {
    let text = "{\"standard\": \"tongzhou\", \"list\": [1, {\"documentType\": \"no\"}], \"documentType\": \"consent\", ?";
    assert_eq!(json::text_member(text, "documentType").as_deref(), Some("consent"));
    assert_eq!(json::text_member(text, "nothing"), None);
    assert_eq!(json::text_member("[]", "documentType"), None);
}

#[test]
fn a_place_before_a_fault_is_still_found() {
    let text = "{\"a\": [10, 20, oops";
    let found = json::locate(text, &["/a/1", "/a/2", "/b"]);
    assert_eq!(found[0].clone().map(|found| &text[found.value]), Some("20"));
    assert_eq!(
        Position::of(text.as_bytes(), found[1].clone().unwrap().value.start),
        Position { line: 1, column: 16 }
    );
    assert_eq!(found[2], None);
}

#[test]
fn an_enum_is_read_from_its_name_and_from_nothing_else() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    enum Light {
        #[serde(rename = "red")]
        Red,
    }
    assert_eq!(json::from_str::<Vec<Light>>(r#"["red", "r\u0065d"]"#), Ok(vec![Light::Red, Light::Red]));
    for text in [r#""green""#, r#"{"red": 1}"#, r#"["red"]"#, "0"] {
        let fault = json::from_str::<Light>(text).unwrap_err();
        assert_eq!((fault.kind, fault.offset), (FaultKind::NotTheType, 0), "{text}");
    }
}

/// A type that takes two elements and never looks for the bracket after them.
#[test]
fn a_type_that_stops_early_leaves_no_bracket_open_unnoticed() {
    for text in ["[1, 2]", "[1, 2, 3]", "[1, 2"] {
        assert!(json::from_str::<(u8, u8)>(text).is_err(), "{text}");
    }
    for text in ["[[1, 2]", "[[1, 2]]", "[[1, 2], [3, 4]]", "[[1, 2, 3]]"] {
        assert!(json::from_str::<Vec<(u8, u8)>>(text).is_err(), "{text}");
    }
}
