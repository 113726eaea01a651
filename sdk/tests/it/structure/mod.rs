//! What is said of documents that cannot be read or have not their shape: one cause, one finding, at its place.

mod agreement;
mod said;

use tongzhou::{
    finding::FindingOutcome,
    model::Typed,
    report::PlacedFinding,
    structure,
    validate::{self, Answer, Checked, Options},
    value::Date,
};

/// A small application that has its shape.
const APPLICATION: &str = include_str!("application.json");

fn check(bytes: &[u8]) -> Checked {
    let day: Date = "2026-01-10".parse().unwrap();
    validate::document(bytes, &Options::on(day))
}

/// The findings of the stages before the rules.
fn of_the_stages(checked: &Checked) -> Vec<&PlacedFinding> {
    let is_stage = |placed: &&PlacedFinding| placed.finding.rule.stage().is_some();
    checked.findings.iter().filter(is_stage).collect()
}

/// The application with the first `from` in it become `to`.
fn changed(from: &str, to: &str) -> Vec<u8> {
    assert!(APPLICATION.contains(from), "{from}");
    APPLICATION.replacen(from, to, 1).into_bytes()
}

/// The findings as `code pointer line:column`.
fn summary(bytes: &[u8]) -> Vec<String> {
    let checked = check(bytes);
    of_the_stages(&checked)
        .into_iter()
        .map(|placed| {
            let position = placed.position.unwrap();
            let pointer = placed.pointer.as_ref().unwrap();
            format!("{} {pointer} {}:{}", placed.finding.rule.code, position.line, position.column)
        })
        .collect()
}

#[test]
fn the_application_under_test_has_its_shape() {
    assert!(structure::accepts(APPLICATION));
    assert!(of_the_stages(&check(APPLICATION.as_bytes())).is_empty());
}

// covers: REQ-VAL-001, REQ-VAL-009
#[test]
fn bytes_that_cannot_be_read_are_told_apart_and_placed() {
    let deep = format!(r#"{{"a": {}"#, "[".repeat(64));
    let large = " ".repeat((8 << 20) + 1);
    let mut not_utf8 = changed("甲小明", "?");
    let at = not_utf8.iter().position(|byte| *byte == b'?').unwrap();
    not_utf8[at] = 0xBC;
    let rows: Vec<(Vec<u8>, &str)> = vec![
        (not_utf8, "TZ-JSN-001  8:14"),
        ([b"\xEF\xBB\xBF", APPLICATION.as_bytes()].concat(), "TZ-JSN-002  1:1"),
        (b"".to_vec(), "TZ-JSN-003  1:1"),
        (b" \n ".to_vec(), "TZ-JSN-003  1:1"),
        (b"{\n  \"standard\": \"tong".to_vec(), "TZ-JSN-004  2:20"),
        (changed("\"tongzhou\",", "\"tongzhou\""), "TZ-JSN-005  3:3"),
        (changed("\"standard\":", "standard:"), "TZ-JSN-005  2:3"),
        ([APPLICATION.as_bytes(), b"{}"].concat(), "TZ-JSN-006  23:1"),
        (changed("白血病，", "白血病\t"), "TZ-JSN-007  15:18"),
        (changed("白血病，", "白血病\\x"), "TZ-JSN-008  15:18"),
        (changed("白血病，", "白血病\\uD840"), "TZ-JSN-009  15:18"),
        (changed("白血病，", "白血病\u{FFFE}"), "TZ-JSN-010  15:18"),
        (changed("\"sex\": \"female\"", "\"name\": \"乙\""), "TZ-JSN-011  9:5"),
        (changed("\"size\": 4", "\"size\": 9007199254740992"), "TZ-JSN-012  17:13"),
        (changed("\"size\": 4", "\"size\": 1e400"), "TZ-JSN-013  17:13"),
        (deep.into_bytes(), "TZ-JSN-014  1:70"),
        (large.into_bytes(), "TZ-JSN-015  1:8388609"),
    ];
    let said: Vec<String> = rows.iter().map(|(bytes, _)| summary(bytes).join(" and ")).collect();
    assert_eq!(said, rows.iter().map(|(_, expected)| *expected).collect::<Vec<_>>());
    for (bytes, expected) in &rows {
        let checked = check(bytes);
        assert_eq!((checked.rung, checked.answer()), (None, Answer::Wrong), "{expected}");
    }
}

// covers: REQ-VAL-001, REQ-VAL-009, REQ-VAL-011
#[test]
fn each_cause_of_a_wrong_shape_gives_one_finding_at_its_place() {
    let rows: &[(&str, &str, &str)] = &[
        // The head.
        ("\"tongzhou\"", "\"another\"", "TZ-SCH-002 /standard 2:3"),
        ("\"tongzhou\"", "null", "TZ-SCH-002 /standard 2:3"),
        ("\"1.0\"", "\"v1\"", "TZ-SCH-004 /standardVersion 3:3"),
        ("\"1.0\"", "1.0", "TZ-SCH-004 /standardVersion 3:3"),
        ("  \"standardVersion\": \"1.0\",\n", "", "TZ-SCH-004  1:1"),
        ("\"documentType\": \"application\",", "", "TZ-SCH-005  1:1"),
        ("\"application\"", "\"letter\"", "TZ-SCH-006 /documentType 4:3"),
        ("\"application\"", "\"Application\"", "TZ-SCH-007 /documentType 4:3"),
        ("\"application\"", "7", "TZ-SCH-006 /documentType 4:3"),
        ("\"application\"", "null", "TZ-SCH-006 /documentType 4:3"),
        // Members.
        ("  \"illness\": \"白血病，住院治疗中\",\n", "", "TZ-SCH-010  1:1"),
        ("    \"name\": \"甲小明\",\n", "", "TZ-SCH-010 /child 7:3"),
        ("\"sex\"", "\"favouriteColour\"", "TZ-SCH-011 /child 9:5"),
        ("\"sex\"", "\"性别\"", "TZ-SCH-011 /child 9:5"),
        ("\"birthDate\"", "\"birth_date\"", "TZ-SCH-012 /child 10:5"),
        ("\"birthDate\"", "\"birthdate\"", "TZ-SCH-012 /child 10:5"),
        ("\"name\"", "\"nmae\"", "TZ-SCH-012 /child 8:5"),
        ("\"preferred\"", "\"prefered\"", "TZ-SCH-012 /contacts/0 13:49"),
        ("\"size\": 4", "\"size\": 4, \"Size\": 4", "TZ-SCH-011 /household 17:16"),
        ("cn.org.example.ward", "ward", "TZ-SCH-013 /extensions 21:19"),
        ("cn.org.example.ward", "CN.example", "TZ-SCH-013 /extensions 21:19"),
        // Types.
        ("\"甲小明\"", "null", "TZ-SCH-016 /child/name 8:5"),
        ("\"甲小明\"", "[\"甲小明\"]", "TZ-SCH-017 /child/name 8:5"),
        ("\"13900000000\"", "13900000000", "TZ-SCH-018 /contacts/0/phone 13:25"),
        ("\"12000.00\"", "12000", "TZ-SCH-019 /household/annualIncome 18:5"),
        ("\"size\": 4", "\"size\": \"4\"", "TZ-SCH-020 /household/size 17:5"),
        ("\"size\": 4", "\"size\": 4.5", "TZ-SCH-021 /household/size 17:5"),
        ("true", "\"true\"", "TZ-SCH-022 /contacts/0/preferred 13:49"),
        ("\"consentIds\": []", "\"consentIds\": {}", "TZ-SCH-023 /consentIds 20:3"),
        (
            "{ \"kind\": \"mobile\", \"phone\": \"13900000000\", \"preferred\": true }",
            "7",
            "TZ-SCH-024 /contacts/0 13:5",
        ),
        ("{ \"cn.org.example.ward\": \"west\" }", "[]", "TZ-SCH-024 /extensions 21:3"),
        // Texts.
        ("白血病，住院治疗中", "", "TZ-SCH-025 /illness 15:3"),
        ("2026-01-05", "", "TZ-SCH-025 /createdOn 6:3"),
        ("13900000000", "12", "TZ-SCH-026 /contacts/0/phone 13:25"),
        ("13900000000", "1390000000013900000000139000000", "TZ-SCH-027 /contacts/0/phone 13:25"),
        ("2026-01-05", "2026/01/05", "TZ-SCH-028 /createdOn 6:3"),
        ("2026-01-05", "2026-1-5", "TZ-SCH-028 /createdOn 6:3"),
        ("12000.00", "12,000", "TZ-SCH-030 /household/annualIncome 18:5"),
        ("12000.00", "1", "TZ-SCH-030 /household/annualIncome 18:5"),
        ("-0000-7000-", "-0000-4000-", "TZ-SCH-031 /applicationId 5:3"),
        ("13900000000", "一三九", "TZ-SCH-035 /contacts/0/phone 13:25"),
        ("\"sex\": \"female\"", "\"ethnicGroup\": \"Han\"", "TZ-SCH-036 /child/ethnicGroup 9:5"),
        ("\"sex\": \"female\"", "\"nationality\": \"CHN\"", "TZ-SCH-038 /child/nationality 9:5"),
        (
            "\"sex\": \"female\"",
            "\"residence\": {\"region\": \"北京\"}",
            "TZ-SCH-033 /child/residence/region 9:19",
        ),
        // Codes and numbers.
        ("\"female\"", "\"其他\"", "TZ-SCH-039 /child/sex 9:5"),
        ("\"female\"", "\"\"", "TZ-SCH-039 /child/sex 9:5"),
        ("\"female\"", "\"Female\"", "TZ-SCH-040 /child/sex 9:5"),
        ("\"female\"", "\"femal\"", "TZ-SCH-040 /child/sex 9:5"),
        ("\"size\": 4", "\"size\": -4", "TZ-SCH-041 /household/size 17:5"),
        ("\"size\": 4", "\"size\": 51", "TZ-SCH-042 /household/size 17:5"),
    ];
    let said: Vec<String> =
        rows.iter().map(|(from, to, _)| summary(&changed(from, to)).join(" and ")).collect();
    let expected: Vec<&str> = rows.iter().map(|(_, _, expected)| *expected).collect();
    assert_eq!(said, expected);
    for (from, to, expected) in rows {
        let bytes = changed(from, to);
        assert!(!structure::accepts(std::str::from_utf8(&bytes).unwrap()), "{expected}");
        assert_eq!(check(&bytes).answer(), Answer::Wrong);
        assert_eq!(check(&bytes).rung.map(|rung| format!("{rung:?}")).as_deref(), Some("Readable"));
    }
}

#[test]
fn what_is_no_document_at_all_is_said_once() {
    for (text, expected) in [
        ("[]", "TZ-SCH-001  1:1"),
        ("  7", "TZ-SCH-001  1:3"),
        ("null", "TZ-SCH-001  1:1"),
        ("{}", "TZ-SCH-002  1:1"),
        (r#"{"name": "x"}"#, "TZ-SCH-002  1:1"),
        (r#"{"standard": "tongzhou"}"#, "TZ-SCH-004  1:1"),
        (r#"{"standard": "tongzhou", "standardVersion": "1.0"}"#, "TZ-SCH-005  1:1"),
    ] {
        assert_eq!(summary(text.as_bytes()), [expected], "{text}");
    }
}

#[test]
fn an_unknown_version_is_no_fault_and_no_pass() {
    for version in ["1.1", "2.0", "0.9"] {
        // Whatever else the document holds, it is not guessed at.
        let text =
            format!(r#"{{"standard": "tongzhou", "standardVersion": "{version}", "documentType": "x"}}"#);
        let checked = check(text.as_bytes());
        let [placed] = checked.findings.as_slice() else { panic!("{:?}", checked.findings) };
        assert_eq!(placed.finding.rule.slug, "unsupported-version");
        assert_eq!(placed.finding.outcome, FindingOutcome::CouldNotCheck);
        assert_eq!(placed.pointer.as_ref().unwrap().as_str(), "/standardVersion");
        assert_eq!(checked.answer(), Answer::CouldNotCheck);
    }
}

#[test]
fn several_causes_give_several_findings_in_the_order_of_the_text() {
    let text = APPLICATION
        .replace("2026-01-05", "今天")
        .replace("\"sex\"", "\"gender\"")
        .replace("12000.00", "一万二")
        .replace("\"illness\"", "\"illnes\"");
    assert_eq!(
        summary(text.as_bytes()),
        [
            "TZ-SCH-028 /createdOn 6:3",
            "TZ-SCH-011 /child 9:5",
            "TZ-SCH-012  15:3",
            "TZ-SCH-030 /household/annualIncome 18:5",
        ]
    );
}

#[test]
fn lists_and_extensions_beyond_their_bounds_are_counted_once() {
    let ids = vec!["\"01900000-0000-7000-8000-000000000001\""; 101].join(",");
    let bytes = changed("\"consentIds\": []", &format!("\"consentIds\": [{ids}]"));
    assert_eq!(summary(&bytes), ["TZ-SCH-015 /consentIds 20:3"]);
    let many: Vec<String> = (0..51).map(|number| format!("\"a.b{number}\": [null]")).collect();
    let bytes = changed("\"cn.org.example.ward\": \"west\"", &many.join(","));
    assert_eq!(summary(&bytes), ["TZ-SCH-014 /extensions 21:3"]);
}

#[test]
fn a_document_that_is_wrong_everywhere_is_told_in_bounded_space() {
    let nulls = vec!["null"; 400_000].join(",");
    let bytes = changed("\"consentIds\": []", &format!("\"consentIds\": [{nulls}]"));
    assert_eq!(check(&bytes).findings.len(), 200);
    let names: Vec<String> = (0..60_000).map(|number| format!("\"x{number}\":0")).collect();
    let bytes = changed("\"consentIds\": []", &format!("\"consentIds\": [], {}", names.join(",")));
    assert_eq!(check(&bytes).findings.len(), 200);
}

#[test]
fn a_misspelt_name_is_not_missing_as_well() {
    let bytes = changed("\"applicationId\"", "\"applicationID\"");
    assert_eq!(summary(&bytes), ["TZ-SCH-012  5:3"]);
}

#[test]
fn what_the_rules_of_the_stages_say_is_written_down_in_both_languages_with_every_placeholder_filled() {
    let texts = [
        changed("12000.00", "1,2"),
        changed("\"female\"", "\"Female\""),
        changed("\"birthDate\"", "\"birthdate\""),
        changed("  \"illness\": \"白血病，住院治疗中\",\n", ""),
        changed("\"application\"", "\"aplication\""),
        changed("13900000000", "12"),
        changed("\"size\": 4", "\"size\": 51"),
        changed("\"sex\": \"female\"", "\"ethnicGroup\": \"Han\""),
    ];
    for bytes in texts {
        for placed in of_the_stages(&check(&bytes)) {
            for lang in [tongzhou::text::Lang::ZhCn, tongzhou::text::Lang::En] {
                let message = placed.finding.message(lang);
                assert!(!message.contains(['{', '}']), "{message}");
            }
        }
    }
}

#[test]
fn the_typed_reading_agrees_on_the_application_under_test() {
    use tongzhou::code::lists::DocumentType;
    assert!(Typed::read(DocumentType::Application, APPLICATION).is_ok());
}

// covers: REQ-VAL-002
#[test]
fn every_rule_has_one_outcome() {
    use tongzhou::code::lists::Outcome;
    for bytes in [APPLICATION.as_bytes(), b"", b"{}", &changed("\"1.0\"", "\"9.9\"")] {
        let outcomes = check(bytes).outcomes;
        let each = [Outcome::Pass, Outcome::Fail, Outcome::NotApplicable, Outcome::CouldNotCheck];
        let counted: usize = each.map(|outcome| outcomes.count(outcome)).iter().sum();
        assert_eq!(counted, tongzhou::rules::all().len());
    }
}

#[test]
fn the_rules_of_a_stage_pass_where_it_found_nothing_and_are_unchecked_where_it_was_not_reached() {
    use tongzhou::{code::lists::Outcome, rules};
    let outcome = |bytes: &[u8], code: &str| check(bytes).outcomes.of(rules::find(code).unwrap());
    for code in ["TZ-JSN-001", "TZ-SCH-010"] {
        assert_eq!(outcome(APPLICATION.as_bytes(), code), Outcome::Pass);
        assert_eq!(outcome(b"", code), Outcome::CouldNotCheck);
    }
    assert_eq!(outcome(APPLICATION.as_bytes(), "TZ-PKG-001"), Outcome::NotApplicable);
    assert_eq!(
        (outcome(b"{}", "TZ-JSN-001"), outcome(b"{}", "TZ-SCH-010")),
        (Outcome::Pass, Outcome::CouldNotCheck)
    );
}

// covers: REQ-VAL-003, REQ-VAL-004, REQ-VAL-008
#[test]
fn a_report_says_each_finding_with_its_rules_own_severity_and_words_and_is_the_same_every_time() {
    use tongzhou::report::{InputFacts, report};
    let bytes = changed("\"12000.00\"", "12000");
    let made = || {
        let facts = InputFacts { size: bytes.len() as u64, sha256: None };
        serde_json::to_value(report(&check(&bytes), facts)).unwrap()
    };
    let value = made();
    assert_eq!(value, made());
    assert_eq!(value["asOf"], "2026-01-10");
    let finding = &value["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&"TZ-SCH-019".into(), &"error".into()));
    let rule = tongzhou::rules::find("TZ-SCH-019").unwrap();
    let said = [("title", rule.zh.title, rule.en.title), ("help", rule.zh.help, rule.en.help)];
    for (member, zh, en) in said {
        assert_eq!((&finding[member]["zh-CN"], &finding[member]["en"]), (&zh.into(), &en.into()));
    }
}

// covers: REQ-VAL-010
#[test]
fn an_entry_that_cannot_be_read_does_not_hide_the_others() {
    let entry = |name: &str, bytes: &[u8]| (name.parse().unwrap(), bytes.to_vec());
    let entries = [
        entry("records/01900000-0000-7000-8000-000000000001.json", b"{"),
        entry("records/01900000-0000-7000-8000-000000000002.json", b"[]"),
        entry("receipts/01900000-0000-7000-8000-000000000003.json", &changed("\"female\"", "\"Female\"")),
    ];
    let day: Date = "2026-01-10".parse().unwrap();
    let checked = validate::contents(&entries, &Options::on(day));
    let mut codes: Vec<_> = of_the_stages(&checked).iter().map(|placed| placed.finding.rule.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["TZ-JSN-004", "TZ-SCH-001", "TZ-SCH-040"]);
}
