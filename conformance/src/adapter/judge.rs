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
        Some(expected) if vector.operation == Operation::Claims => of_value(
            &notices_in_one_order(expected),
            answer.value.as_ref().map(notices_in_one_order).as_ref(),
        ),
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
        && !findings.iter().any(|found| tells(&found.finding, wanted))
    {
        let told = match expected.verdict == Some(verdict) {
            true => ("the verdict is right, and its reason is another", "结论相同，理由不同"),
            false => ("what is wrong was not found", "没有发现其中的错误"),
        };
        return Err(Box::new(reason(told, Some(json!(wanted)), seen())));
    }
    if let (Some(wanted), Some(severity)) = (&expected.finding, &expected.severity)
        && !findings.iter().any(|found| tells(&found.finding, wanted) && found.severity == *severity)
    {
        let told = ("the finding matters otherwise than its rule says", "发现的级别与规则不同");
        return Err(Box::new(reason(told, Some(json!({ "severity": severity })), seen())));
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
            && !expected
                .finding
                .as_ref()
                .is_some_and(|wanted| tells(&found.finding, wanted) || follows(&found.finding, wanted))
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

/// Steps with their notices in one order, since the text demands none.
fn notices_in_one_order(value: &Value) -> Value {
    let mut value = value.clone();
    let steps = value.get_mut("steps").and_then(Value::as_array_mut);
    for step in steps.into_iter().flatten() {
        if let Some(notices) = step.get_mut("notices").and_then(Value::as_array_mut) {
            notices.sort_by_key(Value::to_string);
        }
    }
    value
}

/// Whether this is the finding that is wanted, or the one of a program that does not guess what was meant (REQ-VAL-016).
fn tells(found: &Place, wanted: &Finding) -> bool {
    let plain = UNGUESSED.iter().find(|(guessed, _)| *guessed == wanted.code);
    is(found, &wanted.code, wanted) || plain.is_some_and(|(_, plain)| is(found, plain, wanted))
}

/// Whether it follows for a program that does not guess: what stands under a misspelt name is missing as well.
fn follows(found: &Place, wanted: &Finding) -> bool {
    wanted.code == "TZ-SCH-012" && is(found, "TZ-SCH-010", wanted)
}

fn is(found: &Place, code: &str, wanted: &Finding) -> bool {
    let empty = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    found.code == code
        && found.outcome == wanted.outcome
        && empty(&found.entry) == empty(&wanted.entry)
        && empty(&found.pointer) == empty(&wanted.pointer)
}

fn reason((en, zh): (&str, &str), expected: Option<Value>, found: Option<Value>) -> Reason {
    Reason::new(en, zh, expected, found)
}

/// The codes that guess what was meant, each with the one that does not.
const UNGUESSED: [(&str, &str); 3] =
    [("TZ-SCH-007", "TZ-SCH-006"), ("TZ-SCH-012", "TZ-SCH-011"), ("TZ-SCH-040", "TZ-SCH-039")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vector::{FindingOutcome, Verdict as Conclusion};

    fn place(code: &str, pointer: &str) -> Finding {
        Finding {
            code: code.to_owned(),
            outcome: FindingOutcome::Fail,
            entry: None,
            pointer: Some(pointer.to_owned()),
        }
    }

    /// Whether these errors are right where one of this code at `/child` is wanted.
    fn right(wanted: &str, errors: &[(&str, &str)]) -> bool {
        let expected = Expected {
            verdict: Some(Conclusion::Refused),
            finding: Some(place(wanted, "/child")),
            severity: None,
            absent: None,
            value: None,
        };
        let found = errors.iter().map(|(code, pointer)| {
            let Finding { code, outcome, entry, pointer } = place(code, pointer);
            Found { finding: Place { code, outcome, entry, pointer }, severity: "error".to_owned() }
        });
        let answer = Answer {
            verdict: Some(Conclusion::Refused),
            findings: Some(found.collect()),
            ..Answer::default()
        };
        of_check(&expected, &answer).is_ok()
    }

    // covers: REQ-VAL-016
    #[test]
    fn who_does_not_guess_what_was_meant_is_right_too() {
        assert!(right("TZ-SCH-012", &[("TZ-SCH-012", "/child")]));
        assert!(right("TZ-SCH-012", &[("TZ-SCH-011", "/child"), ("TZ-SCH-010", "/child")]));
        assert!(right("TZ-SCH-007", &[("TZ-SCH-006", "/child")]));
        assert!(right("TZ-SCH-040", &[("TZ-SCH-039", "/child")]));
    }

    #[test]
    fn who_guesses_where_nothing_was_meant_or_tells_another_place_is_not() {
        for (wanted, errors) in [
            ("TZ-SCH-011", [("TZ-SCH-012", "/child")].as_slice()),
            ("TZ-SCH-039", &[("TZ-SCH-040", "/child")]),
            ("TZ-SCH-012", &[("TZ-SCH-010", "/child")]),
            ("TZ-SCH-012", &[("TZ-SCH-011", "")]),
            ("TZ-SCH-012", &[("TZ-SCH-011", "/child"), ("TZ-SCH-010", "")]),
            ("TZ-SCH-040", &[("TZ-SCH-039", "/child"), ("TZ-SCH-010", "/child")]),
        ] {
            assert!(!right(wanted, errors), "{wanted} {errors:?}");
        }
    }
}
