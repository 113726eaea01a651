//! The requirements: their text in both languages, who cites them, their table, and whom they bind.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Checkout, Context,
    checkout::line_with,
    codelists::line_beginning,
    markdown::{prose, words},
    outcome::Notes,
};
use crate::{
    requirement::{self, Fault, FaultKind, Requirement},
    role::Roles,
    trace::{Gap, Trace},
};

/// Each requirement says in Chinese what it says in English, as binding, under one id that no other has.
pub(super) fn texts(context: &Context<'_>, notes: &mut Notes) {
    let (requirements, faults) = read(context.checkout);
    notes.saw(requirements.len());
    for Fault { page, line, kind } in &faults {
        // Chinese under another id is told by the English line above it, which then has none.
        let is_told = faults.iter().any(|other| lacks_chinese_above(other, (page, *line)));
        if *kind != FaultKind::Stray || !is_told {
            notes.find(&format!("{SPEC}{page}"), *line, in_chinese(kind), kind.to_string());
        }
    }
}

/// Whether a fault is of a requirement without its Chinese line that begins shortly above a place.
fn lacks_chinese_above(fault: &Fault, (page, line): (&str, usize)) -> bool {
    matches!(fault.kind, FaultKind::NoChinese(_))
        && fault.page == page
        && (1..=LONGEST).any(|up| fault.line + up == line)
}

/// Whatever cites a requirement cites one that there is.
pub(super) fn cited(context: &Context<'_>, notes: &mut Notes) {
    let checkout = context.checkout;
    let known = known(checkout);
    for (path, text) in checkout.texts("", ".md") {
        for (line, word) in prose(text).flat_map(|(line, text)| words(text).map(move |word| (line, word))) {
            if requirement::is_id(word) {
                notes.saw(1);
                if !known.contains(word) {
                    unknown(notes, path, Some(line), word);
                }
            }
        }
    }
    for (path, text) in checkout.texts(RULES, ".json") {
        for id in cited_by(text) {
            notes.saw(1);
            if !known.contains(id.as_str()) {
                unknown(notes, path, line_with(text, &id), &id);
            }
        }
    }
    for gap in trace(checkout).into_iter().flat_map(|trace| &trace.gaps) {
        let Gap::Unknown { by, id } = gap else { continue };
        // What rules cite is told above, by their own files.
        let Some((path, _)) = by.split_once("::") else { continue };
        if !known.contains(id.as_str()) {
            let text = std::fs::read_to_string(checkout.path(path)).unwrap_or_default();
            unknown(notes, path, line_with(&text, id), id);
        }
    }
}

/// What binds is covered by a rule or a test, or says why nothing covers it.
pub(super) fn covered(context: &Context<'_>, notes: &mut Notes) {
    let Some(trace) = trace(context.checkout) else { return };
    let line = |id: &str| trace.find(id).map(|requirement| requirement.line);
    notes.saw(trace.rows.len());
    let in_doubt = in_doubt(context.checkout);
    for gap in &trace.gaps {
        match gap {
            // What the suite shows of them is this program's own affair, and not of the checkout.
            Gap::Text(_)
            | Gap::Unknown { .. }
            | Gap::Unshown { .. }
            | Gap::StaleAttestation { .. }
            | Gap::AttestedTwice { .. } => {}
            Gap::Uncovered { id, .. } | Gap::StaleReason { id, .. } if in_doubt.contains(id) => {}
            Gap::Uncovered { page, id } => notes.find(
                &format!("{SPEC}{page}"),
                line(id),
                format!("没有规则或测试覆盖 {id}，也没有写明原因"),
                format!("{id} is covered by no rule and no test and gives no reason"),
            ),
            Gap::StaleReason { page, id, by } => notes.find(
                &format!("{SPEC}{page}"),
                line(id),
                format!("{id} 写着无法检查，而 {by} 检查它"),
                format!("{id} says that nothing checks it, and {by} does"),
            ),
            Gap::NoTest { path, line } => notes.find(
                path,
                *line,
                "这里写着覆盖某条要求，下面却没有会运行的测试".to_owned(),
                "this says what is covered, and no test that runs follows".to_owned(),
            ),
        }
    }
}

/// The table says of each requirement what its page and the rules say.
pub(super) fn table(context: &Context<'_>, notes: &mut Notes) {
    let checkout = context.checkout;
    let (Some(trace), Some(found)) = (trace(checkout), checkout.text(TABLE)) else { return };
    let Some(Ok(roles)) = checkout.text(ROLES).map(Roles::read) else { return };
    let expected = trace.csv(&roles);
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let in_doubt = in_doubt(checkout);
    let id = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
    for (line, row) in (1..).zip(&found) {
        notes.saw(1);
        if !expected.contains(row) && !in_doubt.contains(&id(row)) {
            let id = id(row);
            notes.find(
                TABLE,
                line,
                format!("{id} 的这一行与正文、规则和测试不一致"),
                format!("this row of {id} is not what the text, the rules and the tests say"),
            );
        }
    }
    for row in expected {
        let id = id(row);
        if !found.iter().any(|line| line.split(',').next() == Some(&id)) {
            notes.find(TABLE, None, format!("没有 {id} 的行"), format!("there is no row of {id}"));
        }
    }
}

/// Every range of roles begins and ends with a requirement.
pub(super) fn roles(context: &Context<'_>, notes: &mut Notes) {
    let Some(text) = context.checkout.text(ROLES) else { return };
    let roles = match Roles::read(text) {
        Ok(roles) => roles,
        Err(fault) => {
            return notes.find(
                ROLES,
                fault.0,
                "应写同一领域先后有序的两个要求编号，和代码表中的角色".to_owned(),
                "this wants two ids of one area in order, and roles of the codelist".to_owned(),
            );
        }
    };
    let known = known(context.checkout);
    for id in roles.ends() {
        notes.saw(1);
        if !known.contains(id) {
            unknown(notes, ROLES, line_beginning(text, id).or_else(|| line_with(text, id)), id);
        }
    }
}

fn unknown(notes: &mut Notes, path: &str, line: Option<usize>, id: &str) {
    notes.find(path, line, format!("正文中没有要求 {id}"), format!("no page of the standard has {id}"));
}

/// The requirements of the pages, and what cannot be read.
fn read(checkout: &Checkout) -> (Vec<Requirement>, Vec<Fault>) {
    let pages = checkout.texts(SPEC, ".md").map(|(path, text)| (path.trim_start_matches(SPEC), text));
    requirement::read(pages.filter(|(page, _)| *page != "README.md"))
}

/// The ids of the pages, of requirements that cannot be read too: those are told once, where they stand.
fn known(checkout: &Checkout) -> BTreeSet<String> {
    let ids = read(checkout).0.into_iter().map(|requirement| requirement.id);
    ids.chain(in_doubt(checkout)).collect()
}

/// The ids of requirements whose text cannot be relied on.
fn in_doubt(checkout: &Checkout) -> BTreeSet<String> {
    let id = |fault: Fault| match fault.kind {
        FaultKind::Twice(id)
        | FaultKind::NoChinese(id)
        | FaultKind::EnglishLevel(id)
        | FaultKind::ChineseLevel(id) => Some(id),
        FaultKind::Id | FaultKind::Stray | FaultKind::Note => None,
    };
    read(checkout).1.into_iter().filter_map(id).collect()
}

/// The requirements with what covers them, by the rules' own files; nothing where a source cannot be read.
fn trace(checkout: &Checkout) -> Option<&Trace> {
    let cites = |(path, text): (&str, &str)| {
        let code = path.trim_start_matches(RULES).trim_end_matches(".json").to_owned();
        cited_by(text).into_iter().map(move |id| (code.clone(), id)).collect::<Vec<_>>()
    };
    checkout.trace(|| checkout.texts(RULES, ".json").flat_map(cites).collect())
}

/// The ids that a rule cites, by its file.
fn cited_by(text: &str) -> Vec<String> {
    let rule: Value = serde_json::from_str(text).unwrap_or_default();
    let ids = rule.get("requirements").and_then(Value::as_array).into_iter().flatten();
    ids.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn in_chinese(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Id => "编号的写法不是 REQ-<领域>-<数字>".to_owned(),
        FaultKind::Twice(id) => format!("{id} 用了两次"),
        FaultKind::NoChinese(id) => format!("{id} 没有同一编号的中文"),
        FaultKind::Stray => "这一行不属于任何要求".to_owned(),
        FaultKind::Note => "这条注既不是 Untested，也不是 Source".to_owned(),
        FaultKind::EnglishLevel(id) => {
            format!("{id} 的英文没有恰好用一个 MUST、MUST NOT、SHOULD、SHOULD NOT、MAY")
        }
        FaultKind::ChineseLevel(id) => format!("{id} 的中文（必须、不得、应当、不应、可以）与英文的程度不同"),
    }
}

/// More lines than one language of a requirement takes.
const LONGEST: usize = 12;
const SPEC: &str = "docs/spec/";
const RULES: &str = "conformance/vectors/rules/";
const TABLE: &str = "conformance/requirements.csv";
const ROLES: &str = "conformance/roles.csv";
