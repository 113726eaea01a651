//! The OpenAPI description, held to the table of operations and to the codelist of problems.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    Context,
    checkout::{line_of, step},
    codelists::list,
    markdown::{code_spans, prose},
    outcome::Notes,
    schemas::referred,
};

/// Whatever is referred to is there.
pub(super) fn references(context: &Context<'_>, notes: &mut Notes) {
    let Some((text, root)) = description(context) else { return };
    each_value(&root, "", &mut |pointer, value| {
        let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return };
        notes.saw(1);
        if referred(&root, reference).is_none() {
            notes.find(
                DESCRIPTION,
                line_of(text, &format!("{pointer}/$ref")),
                format!("这里引用的 {reference} 不在本文件中"),
                format!("{reference} is not in this file"),
            );
        }
    });
}

/// Every operation of the text is described, and whatever is described is in the text.
pub(super) fn operations(context: &Context<'_>, notes: &mut Notes) {
    let (Some((text, root)), Some(page)) = (description(context), context.checkout.text(PAGE)) else {
        return;
    };
    let paths = members(root.get("paths"));
    let table = table(page);
    for (line, name, role, title) in &table {
        notes.saw(1);
        let pointer = format!("/v1/{name}");
        let Some(described) = paths.get(&pointer).and_then(|path| path.get("post")) else {
            notes.find(
                PAGE,
                *line,
                format!("{DESCRIPTION} 没有操作 {name}"),
                format!("{DESCRIPTION} has no {name}"),
            );
            continue;
        };
        let said = described.get("summary").and_then(Value::as_str).unwrap_or_default();
        let by = described.pointer("/tags/0").and_then(Value::as_str).unwrap_or_default();
        if said.replace(" · ", " ") != *title || by != role {
            notes.find(
                DESCRIPTION,
                line_of(text, &format!("/paths/{}/post/summary", step(&pointer))),
                format!("操作 {name} 的说明或应答方与 {PAGE} 不同"),
                format!("what {name} does or who answers it is not what {PAGE} says"),
            );
        }
    }
    let told: BTreeSet<String> = code_spans(page).into_iter().map(|(_, span)| span).collect();
    for (path, methods) in &paths {
        notes.saw(1);
        let name = path.trim_start_matches("/v1/").split("/{").next().unwrap_or_default();
        let is_open = methods.pointer("/get/tags/0").and_then(Value::as_str) == Some("public");
        // What takes a request in JSON is a row of the table; what carries packages is told in words.
        let takes_json = methods.pointer("/post/requestBody/content/application~1json").is_some();
        let is_told = if takes_json { table.iter().any(|row| row.1 == name) } else { told.contains(name) };
        if !is_open && !is_told {
            notes.find(
                DESCRIPTION,
                line_of(text, &format!("/paths/{}", step(path))),
                format!("{PAGE} 没有操作 {name}"),
                format!("{PAGE} has no operation {name}"),
            );
        }
    }
}

/// Every code of the codelist is described at its status, in words that the list has, and no other.
pub(super) fn problems(context: &Context<'_>, notes: &mut Notes) {
    let (Some((text, root)), Some(list)) = (description(context), list(context.checkout, "problem")) else {
        return;
    };
    for (path, methods) in &members(root.get("paths")) {
        for (method, operation) in &members(Some(methods)) {
            let is_signed = operation.get("security").is_some();
            let responses = members(operation.get("responses"));
            let at = |status: &str| format!("/paths/{}/{method}/responses/{status}", step(path));
            let said = |status: &str| {
                let told = responses.get(status).and_then(|response| response.get("description"));
                told.and_then(Value::as_str).unwrap_or_default()
            };
            for row in list.rows() {
                notes.saw(1);
                let (code, status) = (row.cell("code"), row.cell("status"));
                let expected = format!("`{code}`: {}", row.cell("title_en"));
                let is_told = said(status).split("; ").any(|told| told == expected);
                // Whoever is not signed for meets the problems of the statuses that are described there.
                if !is_told && (is_signed || responses.contains_key(status)) {
                    notes.find(
                        DESCRIPTION,
                        line_of(text, &at(status))
                            .or_else(|| line_of(text, &format!("/paths/{}", step(path)))),
                        format!("{path} 的 {status} 没有说明 {code}"),
                        format!("{path} does not tell {code} at {status}"),
                    );
                }
            }
            for status in responses.keys() {
                let codes = said(status).split('`').skip(1).step_by(2);
                for code in codes.filter(|code| list.row(code).is_none()) {
                    notes.find(
                        DESCRIPTION,
                        line_of(text, &at(status)),
                        format!("代码表 problem 没有 {code}"),
                        format!("the codelist problem has no {code}"),
                    );
                }
            }
        }
    }
}

/// The rows of the table of operations: line, name, who answers, and what it does in both languages.
fn table(page: &str) -> Vec<(usize, String, String, String)> {
    let row = |(line, text): (usize, &str)| {
        let mut cells = text.strip_prefix("| `")?.split(" | ");
        let name = cells.next()?.trim_end_matches('`').to_owned();
        let role = cells.next()?.split(' ').next()?.to_owned();
        let title = cells.next()?.trim_end_matches(" |").to_owned();
        name.contains('/').then_some((line, name, role, title))
    };
    prose(page).filter_map(row).collect()
}

fn description<'c>(context: &Context<'c>) -> Option<(&'c str, Value)> {
    let text = context.checkout.text(DESCRIPTION)?;
    Some((text, serde_json::from_str(text).ok()?))
}

fn members(value: Option<&Value>) -> Map<String, Value> {
    value.and_then(Value::as_object).cloned().unwrap_or_default()
}

/// Visits every value, with its JSON Pointer.
fn each_value(value: &Value, pointer: &str, visit: &mut impl FnMut(&str, &Value)) {
    visit(pointer, value);
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, inner)| each_value(inner, &format!("{pointer}/{}", step(name)), visit));
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(index, inner)| each_value(inner, &format!("{pointer}/{index}"), visit));
        }
        _ => {}
    }
}

const DESCRIPTION: &str = "docs/spec/openapi.json";
const PAGE: &str = "docs/spec/exchange.md";
