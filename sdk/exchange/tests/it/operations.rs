//! The table of the operations in the text of the standard is that of this crate.

use std::{env, fs};

use tongzhou::{
    code::{Code, lists::TokenKind},
    text::Lang,
};
use tongzhou_exchange::{
    message::{Operation, Role},
    token::{Blinding, Epoch, Identity},
};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/spec/exchange.md");
const TOKENS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/spec/tokens.md");
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
    let page = fs::read_to_string(TOKENS).unwrap();
    let (_, section) = page.split_once("## 由什么生成").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let listed: Vec<&str> = section
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(code, _)| code)
        .collect();
    let kinds: Vec<&str> = TokenKind::ALL.iter().map(|kind| kind.code()).chain(["bill"]).collect();
    assert_eq!(listed, kinds);
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
