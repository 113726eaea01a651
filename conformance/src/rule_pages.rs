//! The pages of `docs/rules/`: what every rule says, in both languages, written from the rules themselves.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
};

use tongzhou::{
    code::Code,
    rules::{Area, Change, Example, Expect, Rule, Status},
    text::{Bilingual, Lang},
};

use crate::trace::Trace;

/// A page: its file name in `docs/rules/` and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The file name.
    pub name: String,
    /// The Markdown.
    pub text: String,
}

/// Rules of an area that has no name here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the area {0} has no title in sdk/src/rules/area.rs")]
pub struct UnnamedArea(pub String);

/// The index, then one page per area. `trace` knows on which page of the standard a requirement stands.
///
/// # Errors
/// Where an area of the rules has no title.
pub fn pages(rules: &[&'static Rule], trace: &Trace) -> Result<Vec<Page>, UnnamedArea> {
    let mut areas: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in rules {
        areas.entry(rule.area()).or_default().push(rule);
    }
    let mut pages = Vec::new();
    let mut index = String::from(INDEX_HEAD);
    for (area, rules) in areas {
        let title = &Area::of(area).ok_or_else(|| UnnamedArea(area.to_owned()))?.title;
        let name = format!("{}.md", area.to_lowercase());
        // Writing to a string cannot fail.
        let _ = index_section(&mut index, title, &name, &rules);
        let mut text = String::new();
        let _ = area_page(&mut text, area, title, &rules, trace);
        pages.push(Page { name, text });
    }
    pages.insert(0, Page { name: String::from("README.md"), text: index });
    Ok(pages)
}

/// The anchor of a rule on the page of its area.
pub fn anchor(rule: &Rule) -> String {
    rule.code.to_lowercase()
}

fn index_section(out: &mut String, title: &Bilingual, page: &str, rules: &[&Rule]) -> fmt::Result {
    writeln!(out, "\n## [{} {}]({page})\n", title.zh, title.en)?;
    writeln!(out, "| 代码 Code | 规则 | Rule | 级别 Severity |\n|---|---|---|---|")?;
    for rule in rules {
        writeln!(
            out,
            "| [{}]({page}#{}) | {} | {} | {} |",
            rule.code,
            anchor(rule),
            cell(rule.zh.title),
            cell(rule.en.title),
            both(rule.severity)
        )?;
    }
    Ok(())
}

fn area_page(out: &mut String, area: &str, title: &Bilingual, rules: &[&Rule], trace: &Trace) -> fmt::Result {
    writeln!(out, "# {} {}: TZ-{area}\n", title.zh, title.en)?;
    writeln!(out, "{GENERATED}")?;
    rules.iter().try_for_each(|rule| rule_section(out, rule, trace))
}

fn rule_section(out: &mut String, rule: &Rule, trace: &Trace) -> fmt::Result {
    writeln!(out, "\n<a id=\"{}\"></a>\n\n## {} {}\n", anchor(rule), rule.code, rule.zh.title)?;
    writeln!(out, "*{}*\n", rule.en.title)?;
    writeln!(out, "{}\n\n**为什么** {}\n\n**怎么办** {}\n", rule.zh.message, rule.zh.why, rule.zh.help)?;
    writeln!(out, "{}\n\n**Why** {}\n\n**What to do** {}\n", rule.en.message, rule.en.why, rule.en.help)?;
    writeln!(out, "| | |\n|---|---|")?;
    writeln!(out, "| 名称 Slug | `{}` |", rule.slug)?;
    writeln!(out, "| 级别 Severity | {} |", both(rule.severity))?;
    let ask: Vec<String> = rule.ask.iter().map(|ask| both(*ask)).collect();
    if !ask.is_empty() {
        writeln!(out, "| 可以找谁 Whom to ask | {} |", ask.join("; "))?;
    }
    let requirements: Vec<String> = rule
        .requirements
        .iter()
        .map(|id| match trace.find(id) {
            Some(requirement) => format!("[{id}](../spec/{})", requirement.page),
            None => (*id).to_owned(),
        })
        .collect();
    writeln!(out, "| 依据 Requirements | {} |", requirements.join(", "))?;
    writeln!(out, "| 起始版本 Since | {} |", rule.since)?;
    if let Status::Deprecated(version) = rule.status {
        writeln!(out, "| 弃用 Deprecated | {version} |")?;
    }
    if let Some(from) = rule.validity.from {
        writeln!(out, "| 起用日期 In force from | {from} |")?;
    }
    if let Some(until) = rule.validity.until {
        writeln!(out, "| 停用日期 In force until | {until} |")?;
    }
    writeln!(out, "\n示例 Examples:\n")?;
    rule.examples.iter().try_for_each(|example| example_item(out, example))
}

fn example_item(out: &mut String, example: &Example) -> fmt::Result {
    let Example { case, entry, change, expect } = example;
    let said = match expect {
        Expect::Pass => "符合 holds".to_owned(),
        Expect::NotApplicable => "不适用 not applicable".to_owned(),
        Expect::Fail("") => "不符合 fails".to_owned(),
        Expect::Fail(pointer) => format!("不符合 fails: `{pointer}`"),
        Expect::FailIn(entry, "") => format!("不符合 fails: `{entry}`"),
        Expect::FailIn(entry, pointer) => format!("不符合 fails: `{entry}` `{pointer}`"),
        Expect::CouldNotCheck("") => "无法检查 could not be checked".to_owned(),
        Expect::CouldNotCheck(pointer) => format!("无法检查 could not be checked: `{pointer}`"),
    };
    match change {
        Change::None => writeln!(out, "- {said}. `{case}`"),
        Change::Bytes(name) => writeln!(out, "- {said}. `{case}`, `{entry}`: {name}"),
        Change::Patch(patch) => {
            writeln!(out, "- {said}. `{case}`, `{entry}`:\n\n  ```json")?;
            patch.lines().try_for_each(|line| writeln!(out, "  {}", line.trim_end()))?;
            writeln!(out, "  ```")
        }
    }
}

/// A code of a closed list by its titles in both languages.
fn both(code: impl Code) -> String {
    format!("{} {}", code.title(Lang::ZhCn), code.title(Lang::En))
}

/// A text as a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

const GENERATED: &str = "<!-- Generated from the rules in sdk/src/rules; change them there. -->";

const INDEX_HEAD: &str = "\
# 规则 Rules

<!-- Generated from the rules in sdk/src/rules; change them there. -->

每条规则的代码永久有效，一条规则只有一个级别。错误须先改正；警告请核对；提示是善意的提醒。

The code of a rule is permanent, and a rule has one severity. An error needs correcting first; a warning asks for a
second look; information is a kind reminder.
";
