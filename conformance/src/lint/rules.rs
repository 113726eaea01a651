//! The rules, as their files give them, and what the documents say of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Checkout, Context,
    checkout::line_with,
    codelists::{Table, is_chinese, list},
    markdown::{fences, prose, words},
    outcome::Notes,
};
use crate::requirement;

/// The rules by code, as their files have them.
fn rules(checkout: &Checkout) -> BTreeMap<&str, Value> {
    checkout
        .texts(FOLDER, ".json")
        .filter_map(|(path, text)| {
            let code = path.trim_start_matches(FOLDER).trim_end_matches(".json");
            Some((code, serde_json::from_str(text).ok()?))
        })
        .collect()
}

/// The code that a word names, and the number of an example, where it names one.
pub(super) fn mention(word: &str) -> Option<(&str, Option<usize>)> {
    let is_code =
        |code: &str| code.strip_prefix("TZ").is_some_and(|rest| requirement::is_id(&format!("REQ{rest}")));
    if is_code(word) {
        return Some((word, None));
    }
    let (code, number) = word.rsplit_once('-')?;
    Some((code, Some(number.parse().ok()?))).filter(|(code, _)| is_code(code))
}

/// Whatever names a rule, or an example of one, names one that there is.
pub(super) fn named(context: &Context<'_>, notes: &mut Notes) {
    let rules = rules(context.checkout);
    for (path, text) in context.checkout.texts("", ".md") {
        for (line, word) in prose(text).flat_map(|(line, text)| words(text).map(move |word| (line, word))) {
            let Some((code, example)) = mention(word) else { continue };
            notes.saw(1);
            let has =
                |rule: &Value| example.is_none_or(|number| (1..=examples(rule).len()).contains(&number));
            if !rules.get(code).is_some_and(has) {
                notes.find(
                    path,
                    line,
                    format!("没有 {word} 这条规则或例子"),
                    format!("there is no rule or example {word}"),
                );
            }
        }
    }
}

/// The page of a rule says in both languages what the rule's file says, and shows its examples.
pub(super) fn pages(context: &Context<'_>, notes: &mut Notes) {
    let checkout = context.checkout;
    let rules = rules(checkout);
    let severities = list(checkout, "severity");
    for (code, rule) in &rules {
        notes.saw(1);
        let area = code.split('-').nth(1).unwrap_or_default().to_lowercase();
        let path = format!("{PAGES}{area}.md");
        let text = checkout.text(&path).unwrap_or_default();
        match section(text, code) {
            Some((line, section)) => {
                for (zh, en) in faults(severities.as_ref(), rule, code, section) {
                    notes.find(&path, line, format!("{code}：{zh}"), format!("{code}: {en}"));
                }
            }
            None => {
                notes.find(&path, None, format!("没有 {code} 一节"), format!("there is no section of {code}"))
            }
        }
        let index = checkout.text(INDEX).unwrap_or_default();
        if !index.contains(&format!("[{code}]({area}.md#")) {
            notes.find(INDEX, None, format!("没有列出 {code}"), format!("{code} is not listed"));
        }
    }
    for (path, text) in checkout.texts(PAGES, ".md") {
        for (line, heading) in
            prose(text).filter_map(|(line, text)| Some((line, text.strip_prefix("## TZ-")?)))
        {
            let code = format!("TZ-{}", heading.split(' ').next().unwrap_or_default());
            if !rules.contains_key(code.as_str()) {
                notes.find(path, line, format!("没有 {code} 这条规则"), format!("there is no rule {code}"));
            }
        }
    }
}

/// The section of a rule, and the line of its heading.
fn section<'t>(page: &'t str, code: &str) -> Option<(usize, &'t str)> {
    let (before, rest) = page.split_once(&format!("<a id=\"{}\"></a>\n", code.to_lowercase()))?;
    let section = rest.split("\n<a id=\"").next().unwrap_or_default();
    let heading = line_with(section, &format!("## {code} "))?;
    Some((before.matches('\n').count() + 1 + heading, section))
}

/// What a section does not say as the rule does.
fn faults(
    severities: Option<&Table>,
    rule: &Value,
    code: &str,
    section: &str,
) -> Vec<(&'static str, &'static str)> {
    let text = |name: &str| rule.get(name).and_then(Value::as_str).unwrap_or_default();
    let cell = |name: &str| {
        let row = section.lines().find_map(|line| line.strip_prefix(name));
        row.and_then(|rest| rest.split(" | ").nth(1)).map(|rest| rest.trim_end_matches(" |"))
    };
    let severity = severities.and_then(|list| list.row(text("severity")));
    let severity = severity.map(|row| format!("{} {}", row.cell("title_zh"), row.cell("title_en")));
    let cited: Vec<&str> =
        words(cell("| 依据 Requirements").unwrap_or_default()).filter(|id| requirement::is_id(id)).collect();
    let own: Vec<&str> = strings(rule, "requirements");
    let checks = [
        (text("code") == code, "文件里的代码不同", "its file has another code"),
        (both_languages(section), "中英文不齐", "it does not say the same in both languages"),
        (cell("| 名称 Slug") == Some(&format!("`{}`", text("slug"))), "名称不同", "the slug differs"),
        (cell("| 级别 Severity").map(str::to_owned) == severity, "级别不同", "the severity differs"),
        (cited == own, "依据的要求不同", "the requirements differ"),
        (shown(section) == patches(rule), "例子不同", "the examples differ"),
    ];
    checks.into_iter().filter(|(holds, ..)| !holds).map(|(_, zh, en)| (zh, en)).collect()
}

/// Whether the message, the reason and the help stand there in Chinese and then in English, with the same placeholders.
fn both_languages(section: &str) -> bool {
    let words: String = section.split("\n| | |").next().unwrap_or_default().to_owned();
    let mut parts =
        words.split("\n\n").map(str::trim).filter(|part| !part.is_empty() && !part.starts_with("## "));
    let titled = parts.next().is_some_and(|title| title.starts_with('*') && title.ends_with('*'));
    let parts: Vec<&str> = parts.collect();
    let Some((zh, en)) =
        parts.iter().position(|part| part.starts_with("**怎么办** ")).map(|at| parts.split_at(at + 1))
    else {
        return false;
    };
    let begins = |parts: &[&str], mark: &str| parts.iter().any(|part| part.starts_with(mark));
    titled
        && begins(zh, "**为什么** ")
        && begins(en, "**Why** ")
        && begins(en, "**What to do** ")
        && zh.len() >= 3
        && en.len() >= 3
        && zh.iter().all(|part| is_chinese(part))
        && !en.iter().any(|part| is_chinese(part))
        && placeholders(zh) == placeholders(en)
}

/// The placeholders of some paragraphs, each once.
fn placeholders(parts: &[&str]) -> BTreeSet<String> {
    let names = |part: &str| -> Vec<String> {
        part.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .collect()
    };
    parts.iter().flat_map(|part| names(part)).collect()
}

/// The patches that a section shows, in their order, and how many examples.
fn shown(section: &str) -> (usize, Vec<Value>) {
    let items = section.split("\n示例 Examples:\n").nth(1).unwrap_or_default();
    let count = prose(items).filter(|(_, line)| line.starts_with("- ")).count();
    let patches =
        fences(items).iter().map(|fence| serde_json::from_str(&fence.text()).unwrap_or_default()).collect();
    (count, patches)
}

/// The patches of a rule's examples, and how many examples.
fn patches(rule: &Value) -> (usize, Vec<Value>) {
    let patches = examples(rule).iter().filter_map(|example| example.pointer("/change/patch").cloned());
    (examples(rule).len(), patches.collect())
}

fn examples(rule: &Value) -> &[Value] {
    rule.get("examples").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn strings<'v>(rule: &'v Value, name: &str) -> Vec<&'v str> {
    rule.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

const FOLDER: &str = "conformance/vectors/rules/";
const PAGES: &str = "docs/rules/";
const INDEX: &str = "docs/rules/README.md";
