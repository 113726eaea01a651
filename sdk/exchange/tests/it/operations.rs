//! The table of the operations in the text of the standard is that of this crate.

use std::{env, fs};

use tongzhou::{
    code::{Code, lists::TokenKind},
    text::Lang,
};
use tongzhou_exchange::message::{Operation, Role};

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
