//! `tongzhou explain`: the page of one rule.

use std::fmt::Write as _;

use serde_json::Value;
use tongzhou::{
    code::{Code, lists::Ask},
    rules::{self, Change, Example, Expect, Rule, Status},
    text::Lang,
};

use super::rules::Entry;
use crate::{
    args::{Explain, Format},
    exit::Exit,
    speech::{Failure, What, answer},
};

/// Runs the command.
pub(crate) fn run(args: &Explain, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let code = args.code.trim().to_ascii_uppercase();
    let Some(rule) = rules::find(&code).or_else(|| rules::find(&format!("TZ-{code}"))) else {
        let near = nearest(&code).or_else(|| nearest(&format!("TZ-{code}")));
        return Err(fail(What::NoSuchRule(args.code.clone(), near)));
    };
    let text = match args.format {
        Format::Human => page(rule, lang),
        Format::Json => serde_json::to_string_pretty(&Entry::of(rule))
            .map(|json| json + "\n")
            .map_err(|error| fail(What::Print(error.into())))?,
    };
    answer(text, lang)?;
    Ok(Exit::Sound)
}

/// The code that differs least from what was asked for, if it differs little.
fn nearest(asked: &str) -> Option<&'static str> {
    rules::all()
        .iter()
        .map(|rule| (strsim::osa_distance(asked, rule.code), rule.code))
        .min()
        .filter(|(distance, _)| *distance <= 4)
        .map(|(_, code)| code)
}

/// The page of a rule.
fn page(rule: &Rule, lang: Lang) -> String {
    let words = rule.words(lang);
    let labels = labels(lang);
    let ask: Vec<_> = rule.ask.iter().map(|ask: &Ask| ask.title(lang)).collect();
    let mut text = format!("{} · {}\n", rule.code, words.title);
    let mut line = |label: &str, said: &str| {
        if !said.is_empty() {
            let _ = writeln!(text, "{label}{said}");
        }
    };
    line("\n  ", &without_placeholders(words.message));
    line(labels.why, words.why);
    line(labels.help, words.help);
    line(labels.ask, &ask.join(labels.and));
    line(labels.severity, rule.severity.title(lang));
    line(labels.since, rule.since);
    if let Status::Deprecated(version) = rule.status {
        line(labels.deprecated, version);
    }
    line(labels.from, rule.validity.from.unwrap_or_default());
    line(labels.until, rule.validity.until.unwrap_or_default());
    line(labels.requirements, &rule.requirements.join(" "));
    line(labels.slug, rule.slug);
    if !rule.examples.is_empty() {
        let _ = writeln!(text, "{}", labels.examples);
    }
    for example in rule.examples {
        let _ = writeln!(text, "  {}", described(example, lang));
    }
    text
}

/// The names of a page's lines.
struct Labels {
    why: &'static str,
    help: &'static str,
    ask: &'static str,
    and: &'static str,
    severity: &'static str,
    since: &'static str,
    deprecated: &'static str,
    from: &'static str,
    until: &'static str,
    requirements: &'static str,
    slug: &'static str,
    examples: &'static str,
}

const fn labels(lang: Lang) -> Labels {
    match lang {
        Lang::ZhCn => Labels {
            why: "\n为什么重要：",
            help: "怎么办：",
            ask: "可以找谁：",
            and: "、",
            severity: "\n级别：",
            since: "自标准版本：",
            deprecated: "弃用于版本：",
            from: "生效日期：",
            until: "失效日期：",
            requirements: "依据的要求：",
            slug: "英文短名：",
            examples: "\n例子（在标准所附案例上作的改动）",
        },
        Lang::En => Labels {
            why: "\nWhy it matters: ",
            help: "What to do: ",
            ask: "Whom to ask: ",
            and: ", ",
            severity: "\nSeverity: ",
            since: "Since version: ",
            deprecated: "Deprecated in version: ",
            from: "In force from: ",
            until: "In force until: ",
            requirements: "Requirements: ",
            slug: "Short name: ",
            examples: "\nExamples (changes to the cases that come with the standard)",
        },
    }
}

/// An example in one line: what is changed, and what the rule then says.
fn described(example: &Example, lang: Lang) -> String {
    let say = |zh, en| if lang == Lang::ZhCn { zh } else { en };
    let change = match example.change {
        Change::None => say("不作改动", "unchanged").to_owned(),
        Change::Patch(patch) => operations(patch, lang),
        Change::Bytes(mutation) => format!("{} {mutation}", say("改动字节：", "bytes changed:")),
    };
    let (mark, outcome) = match example.expect {
        Expect::Pass => ('✓', say("符合", "holds").to_owned()),
        Expect::NotApplicable => ('·', say("不适用", "not applicable").to_owned()),
        Expect::Fail("") => ('✗', say("发现问题", "fails").to_owned()),
        Expect::Fail(at) => ('✗', format!("{} {at}", say("发现问题，在", "fails at"))),
        Expect::FailIn(entry, at) => ('✗', format!("{} {entry} {at}", say("发现问题，在", "fails at"))),
        Expect::CouldNotCheck(at) => ('?', format!("{} {at}", say("无法检查", "could not be checked"))),
    };
    let colon = say("：", ": ");
    format!("{mark} {} · {}{colon}{change} → {outcome}", example.case, example.entry)
}

/// The operations of a JSON Patch. Their values are made up, as everything in an example is.
fn operations(patch: &str, lang: Lang) -> String {
    let operations: Vec<Value> = serde_json::from_str(patch).unwrap_or_default();
    let member =
        |operation: &Value, name| operation.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let verb = |operation: &Value| match (member(operation, "op").as_str(), lang) {
        ("add", Lang::ZhCn) => "添加".to_owned(),
        ("remove", Lang::ZhCn) => "删除".to_owned(),
        ("replace", Lang::ZhCn) => "替换".to_owned(),
        (other, _) => other.to_owned(),
    };
    let said: Vec<_> = operations
        .iter()
        .map(|operation| {
            let value = operation.get("value").map(|value| format!(" = {}", shortened(&value.to_string())));
            format!("{} {}{}", verb(operation), member(operation, "path"), value.unwrap_or_default())
        })
        .collect();
    said.join("; ")
}

/// A value in the room of a line.
fn shortened(value: &str) -> String {
    let mut characters = value.chars();
    let mut text: String = characters.by_ref().take(VALUE).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    text
}

/// How many characters of a value are shown.
const VALUE: usize = 60;

/// A message as it reads before anything was found: `…` where a finding has its parameters.
fn without_placeholders(message: &str) -> String {
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        text.push_str(before);
        text.push('…');
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_rule_that_was_meant() {
        assert_eq!(nearest("TZ-CHD-01"), Some("TZ-CHD-001"));
        assert_eq!(nearest("CHD-001"), Some("TZ-CHD-001"));
        assert_eq!(nearest("SOMETHING-ELSE"), None);
    }

    #[test]
    fn placeholders_are_left_open() {
        assert_eq!(without_placeholders("at most {limit} of {what}."), "at most … of ….");
        assert_eq!(without_placeholders("no {end"), "no {end");
    }

    #[test]
    fn a_patch_is_told_with_its_values_cut_to_a_line() {
        let patch = r#"[{"op": "remove", "path": "/a"}, {"op": "add", "path": "/b/0", "value": "1.00"}]"#;
        assert_eq!(operations(patch, Lang::En), "remove /a; add /b/0 = \"1.00\"");
        assert_eq!(operations(patch, Lang::ZhCn), "删除 /a; 添加 /b/0 = \"1.00\"");
        assert_eq!(shortened(&"票".repeat(61)), format!("{}…", "票".repeat(60)));
    }
}
