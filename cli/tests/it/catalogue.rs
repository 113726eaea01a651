//! `rules`, `explain` and `codes`.

use expect_test::expect;
use serde_json::Value;
use tongzhou::{
    code::{self, Code},
    rules,
    text::Lang,
};

use super::program::Scratch;

#[test]
fn a_rule_is_explained_in_both_languages() {
    let scratch = Scratch::new("explain");
    let zh = scratch.run(&["explain", "TZ-CHD-001", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        TZ-CHD-001 · 孩子的身份证号校验位不符

          这个身份证号的最后一位和前面 17 位对不上，多半是抄错了一位。

        为什么重要：号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。
        怎么办：请对照户口簿或身份证，逐位核对 18 位号码。
        可以找谁：家庭

        级别：错误
        自标准版本：1.0
        依据的要求：REQ-IDN-001
        英文短名：child-resident-id-check-digit

        例子（在标准所附案例上作的改动）
          ✓ leukaemia · application：不作改动 → 符合
          ✗ leukaemia · application：添加 /child/identifiers/1 = {"type":"resident-id","value":"331122201803150006"} → 发现问题，在 /child/identifiers/1/value
    "#]]
    .assert_eq(&zh.out);
    let en = scratch.run(&["explain", "tz-chd-001", "--lang", "en"]);
    assert_eq!((en.code, en.err.as_str()), (0, ""));
    expect![[r#"
        TZ-CHD-001 · The check digit of the child's resident id does not agree

          The last character of this number does not agree with the 17 before it; one of them is probably miscopied.

        Why it matters: The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.
        What to do: Compare all 18 characters with the household register or the identity card.
        Whom to ask: The family

        Severity: Error
        Since version: 1.0
        Requirements: REQ-IDN-001
        Short name: child-resident-id-check-digit

        Examples (changes to the cases that come with the standard)
          ✓ leukaemia · application: unchanged → holds
          ✗ leukaemia · application: add /child/identifiers/1 = {"type":"resident-id","value":"331122201803150006"} → fails at /child/identifiers/1/value
    "#]].assert_eq(&en.out);
}

#[test]
fn every_rule_can_be_explained() {
    let scratch = Scratch::new("explain-all");
    for rule in rules::all().iter().take(EXPLAINED) {
        let run = scratch.run(&["explain", rule.code, "--format", "json"]);
        assert_eq!(run.code, 0, "{}", rule.code);
        let page: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(page["code"], rule.code);
        assert_eq!(page["texts"]["zh-CN"]["help"], rule.zh.help);
    }
}

/// A program started for each of hundreds of rules takes too long for a test.
const EXPLAINED: usize = 10;

#[test]
fn an_unknown_rule_is_wrong_usage_with_a_guess_at_what_was_meant() {
    let scratch = Scratch::new("explain-unknown");
    let near = scratch.run(&["explain", "TZ-CHD-01"]);
    assert_eq!((near.code, near.out.as_str()), (2, ""));
    expect![[r#"
        tongzhou: there is no such rule: TZ-CHD-01; did you mean TZ-CHD-001?
        tongzhou rules lists all rules
    "#]]
    .assert_eq(&near.err);
    let far = scratch.run(&["explain", "孩子\u{1b}[2J", "--lang", "zh-CN"]);
    assert_eq!((far.code, far.out.as_str()), (2, ""));
    expect![[r#"
        tongzhou: 没有这条规则: 孩子\u{1b}[2J
        用 tongzhou rules 可列出全部规则
    "#]]
    .assert_eq(&far.err);
}

#[test]
fn the_catalogue_lists_every_rule_once() {
    let scratch = Scratch::new("rules");
    for lang in ["zh-CN", "en"] {
        let run = scratch.run(&["rules", "--lang", lang]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        for rule in rules::all() {
            assert_eq!(run.out.matches(&format!("\n  {}  ", rule.code)).count(), 1, "{}", rule.code);
        }
    }
}

#[test]
fn the_catalogue_for_programs_holds_what_a_rule_is() {
    let run = Scratch::new("rules-json").run(&["rules", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let catalogue: Value = serde_json::from_str(&run.out).unwrap();
    let entries = catalogue["rules"].as_array().unwrap();
    assert_eq!(entries.len(), rules::all().len());
    for (entry, rule) in entries.iter().zip(rules::all()) {
        assert_eq!(entry["code"], rule.code);
        assert_eq!(entry["area"], rule.area());
        assert_eq!(entry["severity"], rule.severity.code());
        assert_eq!(entry["texts"]["en"]["title"], rule.en.title);
        assert_eq!(entry["examples"].as_array().unwrap().len(), rule.examples.len());
    }
    for mut entry in entries.clone() {
        // The patch of an example may well write a null.
        entry["examples"] = Value::Bool(false);
        assert!(!entry.to_string().contains(":null"), "what is absent is left out: {}", entry["code"]);
    }
}

#[test]
fn the_catalogue_is_narrowed_by_area_and_severity() {
    let scratch = Scratch::new("rules-narrowed");
    let codes = |args: &[&str]| -> Vec<String> {
        let run = scratch.run(&[&["rules", "--format", "json"], args].concat());
        assert_eq!(run.code, 0);
        let catalogue: Value = serde_json::from_str(&run.out).unwrap();
        catalogue["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(codes(&["--area", "chd"]).iter().all(|code| code.starts_with("TZ-CHD-")));
    let both = codes(&["--area", "CHD,jsn"]);
    assert!(both.iter().any(|code| code.starts_with("TZ-JSN-")));
    let parts: usize =
        ["error", "warning", "info"].iter().map(|severity| codes(&["--severity", severity]).len()).sum();
    assert_eq!(parts, rules::all().len());
}

#[test]
fn an_unknown_area_is_wrong_usage_and_the_areas_are_named() {
    let run = Scratch::new("rules-unknown-area").run(&["rules", "--area", "XYZ", "--lang", "zh-CN"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("tongzhou: 没有这个领域的规则: XYZ\n现有领域: "), "{}", run.err);
    assert!(run.err.contains(" CHD "), "{}", run.err);
}

#[test]
fn a_rule_is_found_without_the_beginning_that_all_codes_have() {
    let scratch = Scratch::new("explain-short");
    let whole = scratch.run(&["explain", "TZ-CHD-001"]);
    for code in ["chd-001", "CHD-001", "tz-chd-001"] {
        assert_eq!(scratch.run(&["explain", code]), whole, "{code}");
    }
    let near = scratch.run(&["explain", "chd-1"]);
    assert!(near.err.contains("did you mean TZ-CHD-"), "{}", near.err);
}

#[test]
fn the_codes_of_a_list_are_shown_with_their_titles() {
    let scratch = Scratch::new("codes");
    let zh = scratch.run(&["codes", "sex", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        sex · 性别 (固定，只能用表里的代码)

          male      男
          female    女
          unknown   未知的性别
          unstated  未说明的性别
    "#]]
    .assert_eq(&zh.out);
    let en = scratch.run(&["codes", "SEX"]);
    assert_eq!((en.code, en.err.as_str()), (0, ""));
    expect![[r#"
        sex · Sex (closed: only these codes)

          male      Male
          female    Female
          unknown   Unknown
          unstated  Not stated
    "#]]
    .assert_eq(&en.out);
    assert_eq!(scratch.run(&["codes", "性别"]), en);
    let json = scratch.run(&["codes", "sex", "--format", "json"]);
    let list: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((list["list"].as_str(), list["kind"].as_str()), (Some("sex"), Some("closed")));
    assert_eq!(
        list["codes"][1],
        serde_json::json!({ "code": "female", "title": { "zh-CN": "女", "en": "Female" } })
    );
}

#[test]
fn every_codelist_is_listed_once() {
    let scratch = Scratch::new("codes-all");
    let json: Value = serde_json::from_str(&scratch.run(&["codes", "--format", "json"]).out).unwrap();
    for (lang, tag) in [(Lang::ZhCn, "zh-CN"), (Lang::En, "en")] {
        let run = scratch.run(&["codes", "--lang", tag]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        for (index, list) in code::all_lists().enumerate() {
            let line = format!(" {} ({})\n", list.title(lang), list.rows().len());
            assert_eq!(run.out.matches(&format!("\n  {} ", list.name())).count(), 1, "{}", list.name());
            assert!(run.out.contains(&line), "{line}");
            assert_eq!(json[index]["list"], list.name());
            assert_eq!(json[index]["title"][tag], list.title(lang));
        }
    }
}

#[test]
fn an_unknown_codelist_is_wrong_usage_with_a_guess_at_what_was_meant() {
    let scratch = Scratch::new("codes-unknown");
    let near = scratch.run(&["codes", "treatment-stages"]);
    assert_eq!((near.code, near.out.as_str()), (2, ""));
    expect![[r#"
        tongzhou: there is no such codelist: treatment-stages; did you mean treatment-stage?
        tongzhou codes lists all codelists
    "#]]
    .assert_eq(&near.err);
    let far = scratch.run(&["codes", "孩子", "--lang", "zh-CN"]);
    assert_eq!((far.code, far.out.as_str()), (2, ""));
    expect![[r#"
        tongzhou: 没有这张代码表: 孩子
        用 tongzhou codes 可列出全部代码表
    "#]]
    .assert_eq(&far.err);
}
