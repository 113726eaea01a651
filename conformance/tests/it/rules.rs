//! Every rule says all it must, and its examples show what they say.

use std::{collections::BTreeSet, fs, path::Path};

use expect_test::expect_file;
use serde_json::{Value, json};
use tongzhou::{
    code::Code,
    model::Version,
    rules::{self, Change, Example, Expect, Rule},
    text::Lang,
};
use tongzhou_conformance::fixture::example::judge;

#[test]
fn every_example_of_every_rule_shows_what_it_says() {
    let mut wrong = String::new();
    for rule in rules::all() {
        for (index, example) in rule.examples.iter().enumerate() {
            if let Err(error) = judge(rule, example) {
                wrong += &format!(
                    "{} example {index} ({} · {}): {error}\n",
                    rule.code, example.case, example.entry
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_rule_has_an_example_that_passes_and_one_that_fails() {
    let lacking: Vec<&str> = rules::all()
        .iter()
        .filter(|rule| {
            let passes = rule.examples.iter().any(|example| example.expect == Expect::Pass);
            let fails = rule
                .examples
                .iter()
                .any(|example| !matches!(example.expect, Expect::Pass | Expect::NotApplicable));
            !passes || !fails && WITHOUT_FAILURE.iter().all(|(code, _)| *code != rule.code)
        })
        .map(|rule| rule.code)
        .collect();
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn every_rule_says_everything_in_both_languages() {
    for rule in rules::all() {
        for lang in [Lang::ZhCn, Lang::En] {
            let words = rule.words(lang);
            for text in [words.title, words.message, words.why, words.help] {
                assert!(!text.trim().is_empty(), "{} has a text that is empty", rule.code);
                assert_eq!(text, text.trim(), "{}", rule.code);
            }
            assert!(
                !words.title.contains(['\n', '{']),
                "{}: a title is one line without placeholders",
                rule.code
            );
        }
        assert!(rule.zh.title.chars().count() <= 30, "{}: the Chinese title is long", rule.code);
        let pairs = [
            (rule.zh.message, rule.en.message),
            (rule.zh.why, rule.en.why),
            (rule.zh.help, rule.en.help),
            (rule.zh.title, rule.en.title),
        ];
        for (zh, en) in pairs {
            assert!(has_chinese(zh) && !has_chinese(en), "{}: {zh:?} {en:?}", rule.code);
            assert_eq!(placeholders(zh), placeholders(en), "{}", rule.code);
        }
    }
}

#[test]
fn every_rule_is_named_and_cites_as_the_standard_wants() {
    for rule in rules::all() {
        assert!(is_numbered(rule.code, "TZ"), "{}", rule.code);
        assert!(!rule.requirements.is_empty(), "{} cites no requirement", rule.code);
        assert!(Version::known(rule.since).is_some(), "{} is of no version that is known", rule.code);
        for requirement in rule.requirements {
            assert!(is_numbered(requirement, "REQ"), "{}: {requirement}", rule.code);
        }
        let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(rule.slug.bytes().all(kebab), "{}", rule.slug);
        assert!(!rule.ask.is_empty(), "{} says nobody to ask", rule.code);
    }
    let codes: BTreeSet<_> = rules::all().iter().map(|rule| rule.code).collect();
    let slugs: BTreeSet<_> = rules::all().iter().map(|rule| rule.slug).collect();
    assert_eq!(
        (codes.len(), slugs.len()),
        (rules::all().len(), rules::all().len()),
        "a code or slug stands twice"
    );
}

#[test]
fn the_vectors_of_the_rules_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/rules");
    fs::create_dir_all(&folder).unwrap();
    for rule in rules::all() {
        let mut text = serde_json::to_string_pretty(&vector(rule)).unwrap();
        text.push('\n');
        expect_file![folder.join(format!("{}.json", rule.code))].assert_eq(&text);
    }
    for item in fs::read_dir(&folder).unwrap() {
        let name = item.unwrap().file_name().into_string().unwrap();
        let code = name.strip_suffix(".json").unwrap_or(&name);
        assert!(rules::find(code).is_some(), "{name} is the vector of no rule");
    }
}

/// The rules that no package can show failing, and why; tests of the program itself show them.
const WITHOUT_FAILURE: &[(&str, &str)] = &[
    ("TZ-JSN-015", "an entry of a package meets the archive's bound first"),
    ("TZ-SCH-008", "the program's two readings would have to disagree"),
    ("TZ-SCH-009", "a schema would have to use a keyword that none uses"),
    ("TZ-SCH-043", "nothing is deprecated yet; shown on a made-up table in the tests of the model"),
];

/// A rule's examples as data for implementations in other languages.
fn vector(rule: &Rule) -> Value {
    json!({
        "code": rule.code,
        "slug": rule.slug,
        "severity": rule.severity.code(),
        "requirements": rule.requirements,
        "examples": rule.examples.iter().map(example).collect::<Vec<_>>(),
    })
}

fn example(example: &Example) -> Value {
    let change = match example.change {
        Change::None => json!({}),
        Change::Patch(text) => json!({ "patch": serde_json::from_str::<Value>(text).unwrap() }),
        Change::Bytes(name) => json!({ "mutation": name }),
    };
    let expected = match example.expect {
        Expect::Pass => json!({ "outcome": "pass" }),
        Expect::NotApplicable => json!({ "outcome": "not-applicable" }),
        Expect::Fail(pointer) => json!({ "outcome": "fail", "entry": example.entry, "pointer": pointer }),
        Expect::FailIn(entry, pointer) => json!({ "outcome": "fail", "entry": entry, "pointer": pointer }),
        Expect::CouldNotCheck(pointer) => {
            json!({ "outcome": "could-not-check", "entry": example.entry, "pointer": pointer })
        }
    };
    json!({ "case": example.case, "entry": example.entry, "change": change, "expected": expected })
}

/// `PREFIX-AAA-000`.
fn is_numbered(text: &str, prefix: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = || parts.next().unwrap_or_default();
    part() == prefix
        && matches!(part().as_bytes(), [a, b, c] if [a, b, c].iter().all(|byte| byte.is_ascii_uppercase()))
        && matches!(part().as_bytes(), [a, b, c] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()))
        && parts.next().is_none()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}
