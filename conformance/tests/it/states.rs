//! The tables of states and transitions in the standard are those of the published lists.

use tongzhou::{code, text::Lang};

use crate::kept;

#[test]
fn the_tables_of_states_are_those_of_the_lists() {
    for list in ["process-state", "aid-status", "suspicion-status"] {
        kept::block("docs/spec/states.md", list, &table(list));
    }
}

/// The states of a list, each with those that may follow it.
fn table(name: &str) -> String {
    let states = code::list(name).unwrap();
    let title = |code: &str| {
        let row = states.row(code).unwrap_or_else(|| panic!("{name} has no {code}"));
        (row.title(Lang::ZhCn), row.title(Lang::En))
    };
    let after = |from: &str| -> Vec<&str> {
        let rows = code::list("status-transition").unwrap().rows().iter();
        let of_list = rows.filter(|row| row.column("list") == Some(name));
        of_list.filter(|row| row.column("from").unwrap_or_default() == from).map(to).collect()
    };
    let mut text = String::from("| State | 状态 | May be followed by 之后可以是 |\n|---|---|---|");
    for row in std::iter::once(None).chain(states.rows().iter().map(Some)) {
        let code = row.map_or("", |row| row.code());
        let (zh, en) = row.map_or(("开始", "Beginning"), |row| title(row.code()));
        let next: Vec<String> = after(code).iter().map(|to| format!("{} `{to}`", title(to).0)).collect();
        let next = if next.is_empty() { "—".to_owned() } else { next.join("、") };
        let en = if code.is_empty() { en.to_owned() } else { format!("{en} `{code}`") };
        text.push_str(&format!("\n| {en} | {zh} | {next} |"));
    }
    text
}

fn to(row: &'static code::Row) -> &'static str {
    row.column("to").unwrap_or_default()
}
