//! `tongzhou rules`: the catalogue of the rules.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;
use tongzhou::{
    code::{Code, lists::Severity},
    model::Version,
    rules::{self, Area, Change, Example, Expect, Rule, Status, Words},
    text::Lang,
};

use crate::{
    args::{Format, Rules},
    exit::Exit,
    speech::{Failure, What, answer},
};

/// Runs the command.
pub(crate) fn run(args: &Rules, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let mut wanted = Vec::new();
    for asked in &args.area {
        let area = Area::of(&asked.trim().to_ascii_uppercase());
        wanted.push(area.ok_or_else(|| fail(What::NoSuchArea(asked.clone(), codes())))?.code);
    }
    let chosen: Vec<&Rule> = rules::all()
        .iter()
        .copied()
        .filter(|rule| wanted.is_empty() || wanted.contains(&rule.area()))
        .filter(|rule| args.severity.is_empty() || args.severity.iter().any(|one| one.0 == rule.severity))
        .collect();
    let text = match args.format {
        Format::Human => table(&chosen, lang),
        Format::Json => {
            let catalogue = Catalogue {
                standard: "tongzhou",
                standard_version: Version::latest().text(),
                rules: chosen.iter().map(|rule| Entry::of(rule)).collect(),
            };
            serde_json::to_string_pretty(&catalogue)
                .map(|json| json + "\n")
                .map_err(|error| fail(What::Print(error.into())))?
        }
    };
    answer(text, lang)?;
    Ok(Exit::Sound)
}

/// The codes of all areas, in order.
fn codes() -> Vec<&'static str> {
    Area::ALL.iter().map(|area| area.code).collect()
}

/// The rules by area.
fn table(rules: &[&Rule], lang: Lang) -> String {
    let count = |severity| rules.iter().filter(|rule| rule.severity == severity).count();
    let (errors, warnings, infos) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    let mut text = match lang {
        Lang::ZhCn => {
            format!("同舟标准 1.0 的规则 {} 条：错误 {errors}，警告 {warnings}，提示 {infos}\n", rules.len())
        }
        Lang::En => format!(
            "{} rules of the Tongzhou standard 1.0: {errors} errors, {warnings} warnings, {infos} information\n",
            rules.len()
        ),
    };
    let width = if lang == Lang::ZhCn { 2 } else { 11 };
    for area in Area::ALL {
        let of_area: Vec<_> = rules.iter().filter(|rule| rule.area() == area.code).collect();
        if of_area.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{} {} ({})", area.code, area.title.in_lang(lang), of_area.len());
        for rule in of_area {
            let severity = rule.severity.title(lang);
            let _ = writeln!(text, "  {}  {severity:width$}  {}", rule.code, rule.words(lang).title);
        }
    }
    text.push_str(match lang {
        Lang::ZhCn => "\n用 tongzhou explain 加规则代码，可查看一条规则的全文。\n",
        Lang::En => "\ntongzhou explain CODE shows the whole page of a rule.\n",
    });
    text
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Catalogue {
    standard: &'static str,
    standard_version: &'static str,
    rules: Vec<Entry>,
}

/// A rule as programs read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry {
    code: &'static str,
    slug: &'static str,
    area: &'static str,
    severity: Severity,
    since: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated_since: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<&'static str>,
    requirements: &'static [&'static str],
    ask: Vec<&'static str>,
    texts: Texts,
    examples: Vec<ExampleEntry>,
}

#[derive(Serialize)]
struct Texts {
    #[serde(rename = "zh-CN")]
    zh: Page,
    en: Page,
}

#[derive(Serialize)]
struct Page {
    title: &'static str,
    message: &'static str,
    why: &'static str,
    help: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ExampleEntry {
    case: &'static str,
    entry: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    patch: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<&'static str>,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_entry: Option<&'static str>,
}

impl Entry {
    /// The entry of a rule.
    pub(super) fn of(rule: &'static Rule) -> Self {
        let deprecated_since = match rule.status {
            Status::Stable => None,
            Status::Deprecated(version) => Some(version),
        };
        let page = |words: &'static Words| Page {
            title: words.title,
            message: words.message,
            why: words.why,
            help: words.help,
        };
        Self {
            code: rule.code,
            slug: rule.slug,
            area: rule.area(),
            severity: rule.severity,
            since: rule.since,
            deprecated_since,
            valid_from: rule.validity.from,
            valid_until: rule.validity.until,
            requirements: rule.requirements,
            ask: rule.ask.iter().map(|ask| ask.code()).collect(),
            texts: Texts { zh: page(&rule.zh), en: page(&rule.en) },
            examples: rule.examples.iter().map(ExampleEntry::of).collect(),
        }
    }
}

impl ExampleEntry {
    fn of(example: &'static Example) -> Self {
        let (patch, bytes) = match example.change {
            Change::None => (None, None),
            Change::Patch(patch) => (serde_json::from_str(patch).ok(), None),
            Change::Bytes(mutation) => (None, Some(mutation)),
        };
        let (outcome, at, in_entry) = match example.expect {
            Expect::Pass => ("pass", None, None),
            Expect::NotApplicable => ("not-applicable", None, None),
            Expect::Fail(at) => ("fail", Some(at), None),
            Expect::FailIn(entry, at) => ("fail", Some(at), Some(entry)),
            Expect::CouldNotCheck(at) => ("could-not-check", Some(at), None),
        };
        Self { case: example.case, entry: example.entry, patch, bytes, outcome, at, in_entry }
    }
}
