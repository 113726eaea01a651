//! Whether an answer is what a vector expects.

use serde_json::{Value, json};

use super::{Answer, Found, Place};
use crate::{
    report::{Reason, Verdict},
    vector::{Expected, Finding, Operation, Vector},
};

/// What came of a vector.
pub(super) fn judge(vector: &Vector, answer: &Answer) -> (Verdict, Option<Reason>) {
    if answer.unsupported {
        return (Verdict::NotApplicable, None);
    }
    if let Some(error) = &answer.error {
        let reason =
            reason(("the adapter could not work it out", "适配器未能得出结果"), None, Some(json!(error)));
        return (Verdict::CouldNotCheck, Some(reason));
    }
    let found = match &vector.expected.value {
        Some(expected) if vector.operation == Operation::Expenses => {
            of_value(&in_one_order(expected), answer.value.as_ref().map(in_one_order).as_ref())
        }
        Some(expected) => of_value(expected, answer.value.as_ref()),
        None => of_check(&vector.expected, answer),
    };
    match found {
        Ok(()) => (Verdict::Pass, None),
        Err(reason) => (Verdict::Fail, Some(*reason)),
    }
}

fn of_value(expected: &Value, found: Option<&Value>) -> Result<(), Box<Reason>> {
    if found == Some(expected) {
        return Ok(());
    }
    Err(Box::new(reason(
        ("another answer than the standard's", "应答与标准不同"),
        Some(expected.clone()),
        found.cloned(),
    )))
}

fn of_check(expected: &Expected, answer: &Answer) -> Result<(), Box<Reason>> {
    let Some(verdict) = answer.verdict else {
        return Err(Box::new(reason(
            ("there is no verdict", "没有给出结论"),
            Some(json!(expected.verdict)),
            None,
        )));
    };
    let findings = answer.findings.as_deref().unwrap_or_default();
    let seen = || Some(json!(findings));
    if let Some(wanted) = &expected.finding
        && !findings.iter().any(|found| is(&found.finding, wanted))
    {
        let told = match expected.verdict == Some(verdict) {
            true => ("the verdict is right, and its reason is another", "结论相同，理由不同"),
            false => ("what is wrong was not found", "没有发现其中的错误"),
        };
        return Err(Box::new(reason(told, Some(json!(wanted)), seen())));
    }
    if let Some(code) = &expected.absent
        && findings.iter().any(|found| found.finding.code == *code)
    {
        let told = ("something was found that is not there", "发现了并不存在的问题");
        return Err(Box::new(reason(told, Some(json!({ "absent": code })), seen())));
    }
    if expected.verdict.is_some_and(|expected| expected != verdict) {
        return Err(Box::new(reason(
            ("another verdict than the standard's", "结论与标准不同"),
            Some(json!(expected.verdict)),
            Some(json!({ "verdict": verdict, "findings": findings })),
        )));
    }
    // Where nothing is said of the whole, nothing is said of what else is wrong.
    if expected.verdict.is_none() {
        return Ok(());
    }
    let beside = |found: &&Found| {
        found.severity == "error"
            && !expected.finding.as_ref().is_some_and(|wanted| is(&found.finding, wanted))
    };
    match findings.iter().find(beside) {
        Some(found) => Err(Box::new(reason(
            ("an error was found besides that the vector does not have", "多报了向量中没有的错误"),
            Some(json!(expected.finding)),
            Some(json!(found)),
        ))),
        None => Ok(()),
    }
}

/// Expenses with their papers, doubts and uncounted receipts in one order, since the text demands none; that of payers is
/// demanded.
fn in_one_order(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| {
                let mut value = in_one_order(value);
                if let (Value::Array(items), true) = (&mut value, name != "payers") {
                    items.sort_by_key(Value::to_string);
                }
                (name.clone(), value)
            })
            .collect(),
        Value::Array(items) => items.iter().map(in_one_order).collect(),
        other => other.clone(),
    }
}

fn is(found: &Place, wanted: &Finding) -> bool {
    let empty = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    found.code == wanted.code
        && found.outcome == wanted.outcome
        && empty(&found.entry) == empty(&wanted.entry)
        && empty(&found.pointer) == empty(&wanted.pointer)
}

fn reason((en, zh): (&str, &str), expected: Option<Value>, found: Option<Value>) -> Reason {
    Reason { en: en.to_owned(), zh: zh.to_owned(), expected, found }
}
