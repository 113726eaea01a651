//! The table of the operations in the text of the standard is that of this crate.

use std::{collections::BTreeSet, env, fs};

use serde_json::Value;
use tongzhou::{
    code::{Code, lists::TokenKind},
    text::Lang,
};
use tongzhou_exchange::{
    message::{Operation, Role},
    token::{Blinding, Epoch, Identity, Refusal},
};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/spec/exchange.md");
const TOKENS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/spec/tokens.md");
const NORMALISATION: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/vectors/tokens/normalisation.json");
const OPEN: &str = "<!-- operations -->\n";
const CLOSE: &str = "<!-- /operations -->";

#[test]
fn the_text_of_the_standard_lists_every_operation() {
    let found = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = found.split_once(OPEN).unwrap();
    let (_, after) = rest.split_once(CLOSE).unwrap();
    let expected = format!("{before}{OPEN}{}{CLOSE}{after}", table());
    if found != expected {
        let updating = env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
        assert!(updating, "docs/spec/exchange.md is stale; run the tests again with UPDATE_EXPECT=1");
        fs::write(PAGE, expected).unwrap();
    }
}

// covers: REQ-TOK-001
#[test]
fn the_text_of_the_standard_lists_every_kind_of_token() {
    let kinds: Vec<&str> = TokenKind::ALL.iter().map(|kind| kind.code()).chain(["bill"]).collect();
    assert_eq!(listed("## 由什么生成"), kinds);
}

// covers: REQ-TOK-006
#[test]
fn the_text_of_the_standard_lists_every_reason_for_which_no_token_is_made() {
    let vectors: Value = serde_json::from_str(&fs::read_to_string(NORMALISATION).unwrap()).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    let told = cases.iter().filter_map(|case| case["refused"].as_str());
    // That a number does not agree with the application is not seen of the number alone.
    let told: BTreeSet<&str> = told.chain([Refusal::Disagreement.code()]).collect();
    assert_eq!(listed("## 不生成的原因").iter().map(String::as_str).collect::<BTreeSet<_>>(), told);
}

/// The codes in the first column of the table in a section of the page on tokens.
fn listed(heading: &str) -> Vec<String> {
    let page = fs::read_to_string(TOKENS).unwrap();
    let (_, section) = page.split_once(heading).unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let cells =
        section.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

// covers: REQ-TOK-008
#[test]
fn the_input_of_a_token_is_the_one_that_the_text_lays_out() {
    let page = fs::read_to_string(TOKENS).unwrap();
    let line = page.lines().find(|line| line.starts_with("tz-tok-v1 ")).unwrap();
    let parts: Vec<&str> = line.split(' ').collect();
    let mut expected = parts[0].as_bytes().to_vec();
    for part in parts[1..].chunks(2) {
        expected.extend(u16::from_str_radix(part[0], 16).unwrap().to_be_bytes());
        expected.extend(part[1].as_bytes());
    }
    let child = Identity::resident_id("11010120150104000X").unwrap();
    assert_eq!(child.input(Epoch::saturating(1)).as_bytes(), expected);
}

// covers: REQ-SHR-011
#[test]
fn packages_go_from_member_to_member_and_never_through_the_registry() {
    let of_packages = |name: &str| name.starts_with("packages/") || name.starts_with("parcels/");
    for operation in Operation::ALL {
        assert_eq!(of_packages(operation.name()), operation.role() == Role::Member, "{}", operation.name());
    }
}

// covers: REQ-TOK-011
#[test]
fn what_is_blinded_again_looks_like_something_else() {
    let child = || Identity::resident_id("11010120150104000X").unwrap().input(Epoch::saturating(1));
    let blinded = || Blinding::new(vec![child(), child()], getrandom::fill).unwrap().elements();
    let elements: Vec<_> = blinded().into_iter().chain(blinded()).collect();
    for (place, element) in elements.iter().enumerate() {
        assert!(!elements[..place].contains(element));
    }
}

fn table() -> String {
    let mut table = String::from("| Operation 操作 | Answered by 由谁应答 | It does 作用 |\n|---|---|---|\n");
    for operation in Operation::ALL {
        let (name, role, title) = (operation.name(), role(operation.role()), operation.title());
        let (en, zh) = (title.in_lang(Lang::En), title.in_lang(Lang::ZhCn));
        table.push_str(&format!("| `{name}` | {role} | {en} {zh} |\n"));
    }
    table
}

fn role(role: Role) -> String {
    let Some(listed) = role.in_directory() else { return "member 成员".to_owned() };
    let title = listed.row().map(|row| row.title(Lang::ZhCn)).unwrap_or_default();
    format!("{} {title}", listed.code())
}
