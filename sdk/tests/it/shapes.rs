//! Each shape says what it takes twice, as a pattern for the schema and as code for the reader. These tests hold
//! the two together, and with the lengths.

use std::sync::LazyLock;

use jsonschema::Validator;
use quickcheck::{Arbitrary, Gen, QuickCheck};
use serde_json::{Value, json};
use tongzhou::{
    model::{key as k, texts as t},
    shape::{Shape, Shaped},
};

/// One shape under test.
struct Row {
    name: &'static str,
    /// Texts that a person says are right.
    good: &'static [&'static str],
    /// Texts that a person says are wrong, whatever both sides think.
    bad: &'static [&'static str],
    /// The most code points.
    max: usize,
    schema: Validator,
    pattern: Validator,
    pattern_text: Option<&'static str>,
    accepts: fn(&str) -> bool,
    fits: fn(&str) -> bool,
}

fn row<S: Shape>(good: &'static [&'static str], bad: &'static [&'static str]) -> Row {
    let pattern = S::PATTERN.map_or(json!({}), |pattern| json!({ "pattern": pattern }));
    let mut schema = json!({ "minLength": S::MIN, "maxLength": S::MAX });
    if let Some(pattern) = S::PATTERN {
        schema["pattern"] = pattern.into();
    }
    Row {
        name: S::NAME,
        good,
        bad,
        max: S::MAX,
        schema: jsonschema::validator_for(&schema).unwrap(),
        pattern: jsonschema::validator_for(&pattern).unwrap(),
        pattern_text: S::PATTERN,
        accepts: |text| Shaped::<S>::new(text).is_some(),
        fits: |text| S::fits(text),
    }
}

static SHAPES: LazyLock<Vec<Row>> = LazyLock::new(|| {
    vec![
        row::<k::PublicKeyShape>(
            &["11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"],
            &["11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR", "11qYAYKxCrfVS+7TyWQHOg7hcvPapiMlrwIaaPcHURo"],
        ),
        row::<k::KeyIdShape>(
            &["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"],
            &["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k=", ""],
        ),
        row::<k::RecipientShape>(
            &["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"],
            &[
                "AGE1QL3Z7HJY54PW3HYWW5AYYFG7ZQGVC7W3J2ELW8ZMRJ2KG5SFN9AQMCAC8P",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8b",
                "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8",
            ],
        ),
        row::<k::WebAddressShape>(
            &["https://a", "https://inbox.example.org/x?y=1#z"],
            &["http://example.org/", "https://", "https://a b", "https://例子.org", "HTTPS://example.org"],
        ),
        row::<k::WitnessKeyShape>(
            &["witness.example+c7b2d1f0+AbCdEf/0123456789=", "w+00000000+a+b"],
            &["+c7b2d1f0+AbCd", "w+C7B2D1F0+AbCd", "w+c7b2d1f0+", "w+c7b2d1f+AbCd", "w x+c7b2d1f0+AbCd"],
        ),
        row::<t::RuleCodeShape>(&["TZ-RCP-001"], &["TZ-RCP-01", "tz-rcp-001", "TZ-RC1-001"]),
        row::<t::RequirementIdShape>(&["REQ-RCP-001"], &["REQ-RCP-1", "TZ-RCP-0001"]),
        row::<t::SlugShape>(&["a", "not-json", "r2-d2"], &["", "-a", "a-", "a--b", "A"]),
        row::<t::PointerShape>(&["", "/child", "/child/identifiers/0"], &["/", "child", "/a//b", "/a/"]),
        row::<t::DateShape>(
            &["2024-02-30", "0000-00-00"],
            &["2024-2-03", "20240203", "2024-02-03\n", "２024-02-03"],
        ),
        row::<t::MonthShape>(&["2026-09", "2026-99"], &["2026-9", "202609", "2026-09-01", "２026-09"]),
        row::<t::InstantShape>(
            &["2026-01-05T08:00:00Z"],
            &["2026-01-05T08:00:00+08:00", "2026-01-05 08:00:00Z"],
        ),
        row::<t::MoneyShape>(
            &["0.00", "1234.50", "-12.00", "999999999999.99", "-999999999999.99"],
            &["1234.5", "01.00", ".50", "1234", "--1.00", "1,234.50", "1000000000000.00", "1.00\n", "-.00"],
        ),
        row::<t::IdShape>(
            &["01900000-0000-7000-8000-00000000000f", "ffffffff-ffff-7fff-bfff-ffffffffffff"],
            &[
                "01900000-0000-4000-8000-000000000000",
                "01900000-0000-7000-c000-000000000000",
                "01900000-0000-7000-8000-00000000000F",
            ],
        ),
        row::<t::DigestShape>(
            &["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
            &["E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "e3b0"],
        ),
        row::<t::BillNumberShape>(
            &["44060125", "0000000123", "itykbi", "8"],
            &["", "4406 0125", "4406-0125", "４４060125"],
        ),
        row::<t::TimeShape>(&["09:30:00", "99:99:99"], &["9:30:00", "09:30", "09:30:00Z"]),
        row::<t::DecimalShape>(
            &["0", "22.5", "-1", "999999999999.999999", "0.000001", "-0.5"],
            &["", "-", "1.", ".5", "00", "01.5", "1.0000000", "1e3", "1000000000000", "+1", "1.5.5"],
        ),
        row::<t::CurrencyShape>(&["CNY"], &["cny", "156", "CNYX"]),
        row::<t::LanguageShape>(
            &["zh-CN", "bo", "ug-Arab-CN"],
            &["z", "zh_CN", "zh-", "zh-C", "zhong", "-zh"],
        ),
        row::<t::VersionShape>(&["2026.1", "v1.0-rc_2"], &["", "1 0", "第一版"]),
        row::<t::EmailShape>(&["a@b", "help+1@example.org"], &["@b", "a@", "a@b@c", "a b@c", "甲@b"]),
        row::<t::EntryNameShape>(
            &[
                "records/01900000-0000-7000-8000-00000000000a.json",
                "receipts/01900000-0000-7000-8000-00000000000a.json",
                "documents/01900000-0000-7000-8000-00000000000a.pdf",
                "documents/01900000-0000-7000-9000-00000000000a.ofd",
            ],
            &[
                "manifest.json",
                "records/01900000-0000-7000-8000-00000000000a.pdf",
                "records/../000000-0000-7000-8000-00000000000a.json",
                "documents/01900000-0000-7000-8000-00000000000a.jpeg",
                "documents/01900000-0000-7000-8000-00000000000a.PDF",
                "signatures/01900000-0000-7000-8000-00000000000a.jws.json",
                "/records/01900000-0000-7000-8000-00000000000a.json",
            ],
        ),
        row::<t::AnyEntryNameShape>(
            &[
                "manifest.json",
                "records/01900000-0000-7000-8000-00000000000a.json",
                "receipts/01900000-0000-7000-8000-00000000000a.json",
                "documents/01900000-0000-7000-8000-00000000000a.pdf",
                "signatures/member-1.jws.json",
            ],
            &[
                "manifest.jsonx",
                "records/manifest.json",
                "signatures/.jws.json",
                "signatures/Member.jws.json",
                "signatures/member_1.jws.json",
                "signatures/member-1.json",
            ],
        ),
        row::<t::RegionShape>(&["440106", "000000"], &["44010", "4401060", "44０106"]),
        row::<t::OrganisationCodeShape>(
            &["531000000000000008", "1211000040000000XT"],
            &["53100000000000000I", "53100000000000000o", "53100000000000000"],
        ),
        row::<t::CountryShape>(&["156"], &["CHN", "15", "1560"]),
        row::<t::IdentifierShape>(&["11010120150104000X", "H(1)/2.3-4"], &["", "1101 01", "11*01", "é"]),
        row::<t::MaskedShape>(&["150102********2023", "X"], &["", "150102••••2023", "15 01"]),
        row::<t::NameShape>(&["张三丰", "A", "买买提·吐尔逊"], &[""]),
        row::<t::TitleShape>(&["某市儿童医院"], &[""]),
        row::<t::ShortShape>(&["一\n二"], &[""]),
        row::<t::LongShape>(&["a"], &[""]),
        row::<t::PhoneShape>(&["+86 (20) 0000-0000", "110"], &["12", "电话12345", "１２３"]),
        row::<t::NumberShape>(&["NO. 12/34", "住院0001"], &[""]),
        row::<t::DiagnosisCodeShape>(&["C91.000", "M8000/3"], &["", "C91,0", "Ｃ91"]),
        row::<t::AccountShape>(&["6217000000000000004", "A-1"], &["", "6217 0000", "一"]),
        row::<t::ForeignCodeShape>(&["CZ-EI-44", "~"], &["", "A B", "甲"]),
    ]
});

/// The characters near which shapes change their mind, and some that only look like ASCII.
const TELLING: &[char] = &[
    '0', '1', '7', '9', '/', ':', '@', 'A', 'F', 'G', 'I', 'O', 'S', 'V', 'X', 'Z', '[', '`', 'a', 'f', 'g',
    'z', '{', '!', '~', ' ', '-', '.', '*', '(', ')', '+', '_', '\n', '\r', '\t', '\0', '\u{7f}', '\u{a0}',
    '·', 'ſ', 'K', '٣', '３', 'Ａ', '中', '𠮷', '\u{2028}', '\u{feff}',
];

/// A slightly changed text: which good text to start from, and what to do to it.
#[derive(Clone, Debug)]
struct NearMiss {
    from: usize,
    changes: Vec<(u8, usize, char)>,
}

impl Arbitrary for NearMiss {
    fn arbitrary(g: &mut Gen) -> Self {
        let changes = (0..u8::arbitrary(g) % 4)
            .map(|_| (u8::arbitrary(g) % 4, usize::arbitrary(g), *g.choose(TELLING).unwrap()))
            .collect();
        Self { from: usize::arbitrary(g), changes }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let from = self.from;
        Box::new(self.changes.shrink().map(move |changes| Self { from, changes }))
    }
}

impl NearMiss {
    fn of(&self, good: &[&str]) -> String {
        let mut text: Vec<char> = good[self.from % good.len()].chars().collect();
        for &(change, at, with) in &self.changes {
            let at = at % (text.len() + 1);
            match change {
                0 => text.insert(at, with),
                1 if at < text.len() => text[at] = with,
                2 if at < text.len() => drop(text.remove(at)),
                3 if at < text.len() => text.insert(at, text[at]),
                _ => text.push(with),
            }
        }
        text.into_iter().collect()
    }
}

/// Whether both sides say the same of `text`; the pattern alone is only asked where the lengths let it be.
fn agrees(row: &Row, text: &str) -> bool {
    let value = Value::from(text);
    let accepted = row.schema.is_valid(&value);
    accepted == (row.accepts)(text) && (!accepted || (row.fits)(text) && row.pattern.is_valid(&value))
}

#[test]
fn good_texts_have_their_shape_and_bad_ones_do_not() {
    for row in SHAPES.iter() {
        for text in row.good {
            assert!(
                (row.accepts)(text) && row.schema.is_valid(&json!(text)),
                "{}: {text:?} is right",
                row.name
            );
        }
        for text in row.bad {
            assert!(
                !(row.accepts)(text) && !row.schema.is_valid(&json!(text)),
                "{}: {text:?} is wrong",
                row.name
            );
        }
    }
}

#[test]
fn a_text_has_its_shape_exactly_when_the_schema_says_so() {
    fn random(text: String) -> bool {
        SHAPES.iter().all(|row| agrees(row, &text))
    }
    fn near(miss: NearMiss) -> bool {
        SHAPES.iter().all(|row| agrees(row, &miss.of(row.good)))
    }
    QuickCheck::new().tests(500).quickcheck(random as fn(String) -> bool);
    QuickCheck::new().tests(4_000).quickcheck(near as fn(NearMiss) -> bool);
}

#[test]
fn every_telling_character_in_every_place_gets_one_answer() {
    for row in SHAPES.iter() {
        for good in row.good {
            let text: Vec<char> = good.chars().collect();
            for at in 0..=text.len() {
                for &with in TELLING {
                    let mut inserted = text.clone();
                    inserted.insert(at, with);
                    let mut replaced = text.clone();
                    if at < replaced.len() {
                        replaced[at] = with;
                    }
                    for changed in [inserted, replaced] {
                        let changed: String = changed.into_iter().collect();
                        assert!(agrees(row, &changed), "{}: the two differ on {changed:?}", row.name);
                    }
                }
            }
        }
    }
}

#[test]
fn lengths_count_code_points() {
    for row in SHAPES.iter() {
        for one in ["a", "中", "𠮷"] {
            for length in [row.max - 1, row.max, row.max + 1] {
                assert!(agrees(row, &one.repeat(length)), "{}: {length} times {one:?}", row.name);
            }
        }
    }
}

#[test]
fn every_shape_of_the_documents_is_in_the_table() {
    let sources = [include_str!("../../src/model/texts.rs"), include_str!("../../src/model/key.rs")];
    let declared: usize = sources.iter().map(|source| source.matches("\nshape! {").count()).sum();
    assert_eq!(SHAPES.len(), declared, "add the new shape to the table of this file");
}

#[test]
fn patterns_are_anchored_and_ascii() {
    for row in SHAPES.iter() {
        let Some(pattern) = row.pattern_text else { continue };
        let inside = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$'));
        let inside = inside.unwrap_or_else(|| panic!("{}: the pattern is not anchored", row.name));
        assert!(pattern.is_ascii(), "{}", row.name);
        for class in ["\\d", "\\w", "\\s", "(?"] {
            assert!(!pattern.contains(class), "{}: {class} is read differently by engines", row.name);
        }
        assert!(!top_level_alternation(inside), "{}: an anchor binds closer than a bar", row.name);
    }
}

/// Whether a `|` stands outside all groups and classes.
fn top_level_alternation(pattern: &str) -> bool {
    let mut depth = 0_usize;
    pattern.chars().any(|character| {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '|' && depth == 0
    })
}
