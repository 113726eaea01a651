//! The field guide: what each member of a document is called, what to write and which codes there are, from the
//! document's schema.

use std::fmt::Write as _;

use serde_json::{Map, Value};
use tongzhou::{
    code::{self, Code, lists::DocumentType},
    model,
    pack::packing,
    text::{Bilingual, Lang},
};

/// The guide to one type of document, in Markdown, both languages side by side.
pub(super) fn of(document_type: DocumentType) -> String {
    let title = Bilingual { zh: document_type.title(Lang::ZhCn), en: document_type.title(Lang::En) };
    written(title, document_type.code(), &model::schema_of(document_type))
}

/// The guide to `packing.json`.
pub(super) fn of_packing() -> String {
    written(Bilingual { zh: "打包说明", en: "Packing instructions" }, "packing", &packing::schema())
}

fn written(title: Bilingual, name: &str, schema: &Value) -> String {
    let none = Map::new();
    let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    let mut text = format!(
        "# {} · {}\n\n\
         填写说明：成员名是写在 JSON 里的名字；“必填”以外的都可以不写。\n\n\
         The field guide: a member is the name written in the JSON; whatever is not marked 必填 (required) may be \
         left out.\n",
        title.zh, title.en,
    );
    section(&mut text, name, schema, definitions);
    for (name, definition) in definitions {
        if definition.get("properties").is_some() {
            section(&mut text, name, definition, definitions);
        }
    }
    text.push_str("\n# 代码表 · Codes\n");
    for definition in definitions.values() {
        if let Some(list) = text_at(definition, "x-codelist").and_then(code::list) {
            let _ = writeln!(
                text,
                "\n## {} · {} (`{}`)\n",
                list.title(Lang::ZhCn),
                list.title(Lang::En),
                list.name()
            );
            text.push_str("| 代码 code | 中文 | English |\n|---|---|---|\n");
            for row in list.rows() {
                let (zh, en) = (cell(row.title(Lang::ZhCn)), cell(row.title(Lang::En)));
                let _ = writeln!(text, "| `{}` | {zh} | {en} |", row.code());
            }
        }
    }
    text
}

/// The members of one object.
fn section(text: &mut String, name: &str, object: &Value, definitions: &Map<String, Value>) {
    let Some(members) = object.get("properties").and_then(Value::as_object) else { return };
    let required: Vec<&str> = object
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let _ = writeln!(text, "\n## {} (`{name}`)\n", both(object, "title", " · "));
    text.push_str(
        "| 成员 member | 名称 name | 必填 | 说明 what to write | 写法 how |\n|---|---|---|---|---|\n",
    );
    for (member, value) in members {
        let _ = writeln!(
            text,
            "| `{member}` | {} | {} | {} | {} |",
            cell(&both(value, "title", " · ")),
            if required.contains(&member.as_str()) { "必填" } else { "" },
            cell(&both(value, "description", " ")),
            cell(&how(value, definitions)),
        );
    }
}

/// How a value is written.
fn how(value: &Value, definitions: &Map<String, Value>) -> String {
    if let Some(constant) = text_at(value, "const") {
        return format!("`{constant}`");
    }
    if let Some(items) = value.get("items") {
        return format!("列表 list: {}", how(items, definitions));
    }
    let name = text_at(value, "$ref").and_then(|reference| reference.strip_prefix("#/$defs/"));
    let Some((name, definition)) = name.and_then(|name| Some((name, definitions.get(name)?))) else {
        return match text_at(value, "type") {
            Some("boolean") => "`true` / `false`".to_owned(),
            Some("integer") => "整数 whole number".to_owned(),
            Some("object") => "`{ … }`".to_owned(),
            _ => String::new(),
        };
    };
    let title = both(definition, "title", " · ");
    if let Some(list) = text_at(definition, "x-codelist") {
        return format!("代码 code: {title} (`{list}`)");
    }
    if definition.get("properties").is_some() {
        return format!("`{{ … }}` 见 see {title} (`{name}`)");
    }
    match text_at(definition, "pattern") {
        Some(pattern) if pattern.len() <= SHOWN_PATTERN => format!("{title} `{pattern}`"),
        _ => title,
    }
}

/// A text of a schema in both languages.
fn both(schema: &Value, name: &str, between: &str) -> String {
    let zh = schema.get("x-zh-CN").and_then(|zh| text_at(zh, name)).unwrap_or_default();
    let en = text_at(schema, name).unwrap_or_default();
    if zh.is_empty() || en.is_empty() { format!("{zh}{en}") } else { format!("{zh}{between}{en}") }
}

fn text_at<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name).and_then(Value::as_str)
}

/// Text inside a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// The longest pattern that helps somebody who reads it.
const SHOWN_PATTERN: usize = 60;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_member_of_every_document_has_its_line() {
        let documents = [DocumentType::Application, DocumentType::Consent, DocumentType::Receipt];
        let mut guides: Vec<_> = documents.map(|one| (of(one), model::schema_of(one))).into();
        guides.push((of_packing(), packing::schema()));
        for (guide, schema) in guides {
            let definitions = schema.get("$defs").and_then(Value::as_object).unwrap();
            for object in definitions.values().chain([&schema]) {
                for member in
                    object.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::keys)
                {
                    assert!(guide.contains(&format!("\n| `{member}` | ")), "{member}");
                }
            }
        }
    }

    #[test]
    fn a_line_says_name_need_meaning_and_form() {
        let guide = of(DocumentType::Application);
        assert!(
            guide.contains("| `createdOn` | 填写日期 · Created on | 必填 | 家庭提出申请的日期。"),
            "the line of a date"
        );
        assert!(guide.contains("| `mobile` | 手机 | Mobile phone |"), "the line of a code");
    }
}
